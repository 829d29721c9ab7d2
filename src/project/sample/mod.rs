//! The sample study: ten invented sources of one school, fully coded, as every number of the manual and of
//! the tests has it, with what its researcher has judged. Built through the same door as everything else.

mod judged;

use super::{CodebookChoice, Error, ImportOptions, NewCoding, NewProject, Project, Who};
use crate::analysis::lookup;
use crate::domain::{CharRange, Direction, Language, Say, SourceId};
use crate::i18n::Catalog;
use crate::import;
use crate::task::Watch;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

macro_rules! texts {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../assets/study/txt/", $name)).as_slice())),+]
    };
}

/// (file name, bytes), in the order in which a researcher would bring them in.
const TEXTS: &[(&str, &[u8])] = texts!(
    "W.KS.12-02-2025.txt",
    "W.G1.14-02-2025.txt",
    "W.G2.17-02-2025.txt",
    "W.S1.18-02-2025.txt",
    "W.S2.18-02-2025.txt",
    "W.S3.19-02-2025.txt",
    "O.1.24-02-2025.txt",
    "O.2.26-02-2025.txt",
    "D.1.06-01-2025.txt",
    "D.2.13-01-2025.txt",
);
const GOLD: &str = include_str!("../../../assets/study/gold.json");

#[derive(Deserialize)]
struct Gold {
    koding: Vec<Passage>,
    triangulasi: judged::Triangulation,
    evaluasi_akhir: BTreeMap<String, String>,
}

/// A coded passage as the study's own file has it.
#[derive(Deserialize)]
struct Passage {
    file: String,
    quote: String,
    codes: Vec<String>,
    arah: Option<Arah>,
    start: u32,
    end: u32,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Arah {
    Mendukung,
    Sebagian,
    Melemahkan,
    Konteks,
}

/// Creates the sample study at `path`: one step for each source and one for its codings, then one for each judgement.
/// `watch` hears the
/// name of each source and can stop the work, which takes the half-built file away again.
///
/// # Errors
/// Where the file exists already or cannot be written.
pub fn build(path: &Path, language: Language, who: Who, watch: &Watch) -> Result<Project, Error> {
    let new =
        NewProject { title: Catalog::new(language).text("sample-title"), language, codebook: CodebookChoice::Emaslim };
    let mut project = Project::create(path, &new, who)?;
    match fill(&mut project, watch) {
        Ok(()) => Ok(project),
        Err(error) => {
            let closed = project.close();
            if std::fs::remove_file(path).is_err() || closed.is_err() {
                log::warn!("a half-built sample study stays where it was begun");
            }
            Err(error)
        }
    }
}

fn fill(project: &mut Project, watch: &Watch) -> Result<(), Error> {
    let gold: Gold = serde_json::from_str(GOLD).map_err(|error| damaged(&error.to_string()))?;
    let total = u32::try_from(TEXTS.len()).unwrap_or(u32::MAX);
    for (done, (name, bytes)) in (0_u32..).zip(TEXTS) {
        watch.report(done, total, name);
        if watch.is_cancelled() {
            return Err(Error::SampleStopped);
        }
        let parsed =
            import::read(name, bytes.to_vec(), &import::Reading::default()).map_err(|error| damaged_by(&error))?;
        let source = project.import_source(parsed, &ImportOptions::default())?.value;
        let study = project.study();
        let text = project.text(source)?;
        let mut codings = Vec::new();
        for passage in gold.koding.iter().filter(|passage| passage.file == *name) {
            let range = CharRange::new(passage.start, passage.end);
            if text.slice(range) != Some(passage.quote.as_str()) {
                return Err(damaged(&passage.quote));
            }
            for code in &passage.codes {
                codings.push(NewCoding {
                    source,
                    range,
                    code: lookup::code(&study, code).map_err(|error| damaged_by(&error))?,
                    direction: passage.arah.map(Direction::from),
                    coder: None,
                    memo: None,
                });
            }
        }
        // All but the last are marked as done: the study shows what either looks like.
        if done + 1 == total {
            let study = project.study();
            let others: Vec<SourceId> = study.sources.iter().map(|one| one.id).filter(|one| *one != source).collect();
            project.mark_done(&others, true)?;
        }
        project.code(&codings)?;
    }
    judged::judge(project, &gold.triangulasi, &gold.evaluasi_akhir)?;
    watch.report(total, total, "");
    Ok(())
}

/// The embedded study does not fit the program; only a broken build can say so.
fn damaged(detail: &str) -> Error {
    Error::SampleDamaged(detail.to_owned())
}

fn damaged_by(error: &dyn Say) -> Error {
    damaged(&format!("{:?}", error.message()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who() -> Who {
        Who { coder: "Rina".to_owned(), device: "meja".to_owned() }
    }

    #[test]
    fn the_sample_study_is_whole_in_both_languages() {
        for language in Language::ALL {
            let folder = tempfile::tempdir().expect("a folder");
            let watch = Watch::new();
            let project = build(&folder.path().join("s.emaslim"), language, who(), &watch).expect("built");
            let study = project.study();
            assert_eq!((study.sources.len(), study.codings.len()), (10, 201));
            let coded: std::collections::HashSet<u32> = study.codings.iter().map(|entry| entry.segment).collect();
            assert_eq!(
                (coded.len(), study.segments.len()),
                (167, 168),
                "one quotation says that a student does not know"
            );
            assert_eq!((study.verdicts.len(), study.evaluations.len(), study.findings.len()), (52, 7, 3));
            assert_eq!((study.cell_notes.len(), study.member_checks.len()), (42, 4));
            let comparison =
                crate::analysis::compare(&study, crate::analysis::RowsKind::Roles, crate::domain::Axis::Group);
            assert!(comparison.rows.iter().all(|row| !row.look_again));
            assert_eq!(watch.progress().done, watch.progress().total);
            project.close().expect("closed");
        }
    }

    #[test]
    fn a_stopped_build_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("s.emaslim");
        let watch = Watch::new();
        watch.cancel();
        assert!(matches!(build(&path, Language::English, who(), &watch), Err(Error::SampleStopped)));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn a_file_that_is_there_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("s.emaslim");
        std::fs::write(&path, "words").expect("written");
        assert!(build(&path, Language::English, who(), &Watch::new()).is_err());
        assert_eq!(std::fs::read(&path).expect("read"), b"words");
    }
}
