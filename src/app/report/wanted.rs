//! What is to be exported: the choices, what they come to, and the work that writes the file.

use crate::analysis::{Axis, Filter, RowsKind, Study, compare, excerpts};
use crate::app::commands::Job;
use crate::app::fault::Fault;
use crate::domain::{CodeId, GroupId, Language, Message, Technique};
use crate::export::{Format, save_comparison, save_excerpts};
use crate::i18n::Catalog;
use std::path::{Path, PathBuf};

/// The kinds of report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// Coded excerpts, one row a coding.
    Excerpts,
    /// The comparison, one row a role or code.
    Comparison,
}

/// The choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// What is exported.
    pub what: What,
    /// Only this code and the codes below it.
    pub code: Option<CodeId>,
    /// Only words of this group.
    pub group: Option<GroupId>,
    /// Only sources collected this way.
    pub technique: Option<Technique>,
    /// Rows of the comparison.
    pub rows: RowsKind,
    /// Columns of the comparison.
    pub by: Axis,
    /// Language of headings and closed lists; the project's where not chosen.
    pub language: Option<Language>,
    /// Kind of file.
    pub format: Format,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            what: What::Excerpts,
            code: None,
            group: None,
            technique: None,
            rows: RowsKind::Roles,
            by: Axis::Group,
            language: None,
            format: Format::Xlsx,
        }
    }
}

impl Wanted {
    /// Which codings are wanted.
    pub fn filter(&self) -> Filter {
        Filter { code: self.code, group: self.group, technique: self.technique, ..Filter::default() }
    }

    /// The language of the file.
    pub fn language(&self, study: &Study) -> Language {
        self.language.unwrap_or(study.project.language)
    }

    /// Lets go of a code or a group that the project no longer has.
    pub fn keep(&mut self, study: &Study) {
        self.code = self.code.filter(|code| study.code_at(*code).is_some());
        self.group = self.group.filter(|group| study.group_at(*group).is_some());
    }

    /// The name proposed for the file, without its extension.
    pub fn file_name(&self, catalog: &Catalog) -> String {
        match self.what {
            What::Excerpts => catalog.text("report-file-excerpts"),
            What::Comparison => {
                let by = catalog.text(&format!("report-file-{}", self.by));
                catalog.say(&Message::new("report-file-comparison").with("by", by))
            }
        }
    }

    /// The same, as the kind of file that the path's ending names; where it names none, as chosen.
    #[must_use]
    pub fn written_to(self, path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        let format = ending.and_then(|ending| ending.parse().ok()).unwrap_or(self.format);
        Self { format, ..self }
    }

    /// The work that writes the file. Where something is there already and `may_replace` says no, it is left
    /// alone and said so.
    pub fn job(self, path: PathBuf, may_replace: bool) -> Job {
        Box::new(move |study, _watch| {
            if !may_replace && path.exists() {
                let sentence = Message::new("report-exists").with("path", path.display().to_string());
                return Err(Fault { sentence, detail: None });
            }
            let rows = self.written_to(&path).write(study, &path).map_err(|error| Fault::of(&error))?;
            Ok(Message::new("report-written").with("n", rows).with("path", path.display().to_string()))
        })
    }

    fn write(&self, study: &Study, path: &Path) -> Result<usize, crate::export::Error> {
        let words = Catalog::new(self.language(study));
        match self.what {
            What::Excerpts => {
                let excerpts = excerpts(study, &self.filter());
                save_excerpts(path, self.format, study, &excerpts, Some(&words))?;
                Ok(excerpts.len())
            }
            What::Comparison => {
                let comparison = compare(study, self.rows, self.by);
                save_comparison(path, self.format, study, &comparison, Some(&words))?;
                Ok(comparison.rows.len())
            }
        }
    }
}

/// A path as typed: blanks at the ends taken off, `~` led home, the extension put on where it has none.
pub fn typed_path(typed: &str, format: Format) -> Option<PathBuf> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let home = typed.strip_prefix("~/").and_then(|rest| Some((directories::UserDirs::new()?, rest)));
    let path = match home {
        Some((folders, rest)) => folders.home_dir().join(rest),
        None => PathBuf::from(typed),
    };
    Some(if path.extension().is_none() { path.with_extension(format.key()) } else { path })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample;
    use crate::task::Watch;
    use std::sync::Arc;

    #[test]
    fn a_typed_path_gets_its_extension_and_no_other() {
        assert_eq!(typed_path("  /tmp/kutipan ", Format::Xlsx), Some(PathBuf::from("/tmp/kutipan.xlsx")));
        assert_eq!(typed_path("/tmp/kutipan.txt", Format::Csv), Some(PathBuf::from("/tmp/kutipan.txt")));
        assert_eq!(typed_path("   ", Format::Csv), None);
        assert!(typed_path("~/a", Format::Csv).is_some_and(|path| !path.starts_with("~")));
    }

    #[test]
    fn the_ending_of_a_path_says_what_is_written() {
        let wanted = Wanted { format: Format::Xlsx, ..Wanted::default() };
        assert_eq!(wanted.written_to(Path::new("a.CSV")).format, Format::Csv);
        assert_eq!(wanted.written_to(Path::new("a.txt")).format, Format::Xlsx);
    }

    #[test]
    fn a_file_that_is_there_stays_until_it_may_be_replaced() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("kutipan.csv");
        std::fs::write(&path, "before")?;
        let study = Arc::new(sample::Builder::gold().build());
        let wanted = Wanted { format: Format::Csv, ..Wanted::default() };
        let refused = wanted.job(path.clone(), false)(&study, &Watch::new()).expect_err("a refusal");
        assert_eq!(refused.sentence.key, "report-exists");
        assert_eq!(std::fs::read_to_string(&path)?, "before");
        let said = wanted.job(path.clone(), true)(&study, &Watch::new()).expect("a file");
        assert_eq!(said.key, "report-written");
        assert!(std::fs::read_to_string(&path)?.starts_with('\u{feff}'));
        Ok(())
    }
}
