//! A little study to work on, and what can be seen of it.

use emaslim::domain::{CharRange, Direction, Language, MemoHost, Say as _};
use emaslim::import::{self, ParsedSource};
use emaslim::project::{Access, CodebookChoice, Error, ImportOptions, NewCoding, NewProject, Project, Who};
use std::path::{Path, PathBuf};
use std::sync::Once;
use tempfile::TempDir;

pub fn who() -> Who {
    Who { coder: "Ana".to_owned(), device: "laptop".to_owned() }
}

/// A folder of its own. Notes of the program go to a folder of this process and not to the user's.
pub fn folder() -> TempDir {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if std::env::var_os("EMASLIM_DATA").is_none() {
            let own = tempfile::tempdir().expect("a folder").keep();
            #[expect(clippy::disallowed_methods, reason = "once, before any test of this process opens a project")]
            // SAFETY: nothing of this process reads the environment past Rust's own lock before this returns.
            unsafe {
                std::env::set_var("EMASLIM_DATA", own);
            }
        }
    });
    tempfile::tempdir().expect("a folder")
}

pub fn create(path: &Path) -> Result<Project, Error> {
    let new = NewProject { title: String::new(), language: Language::Indonesian, codebook: CodebookChoice::Emaslim };
    Project::create(path, &new, who())
}

pub fn open(path: &Path) -> Result<Project, Error> {
    Project::open(path, Access::ReadWrite, who())
}

pub fn words(number: usize) -> String {
    format!(
        "KS: Setiap guru saya supervisi 👩‍🏫 dua kali, kali ke-{number}.\nP: Lalu?\nG{number}: Kami bahas ḥasilnya.\n"
    )
}

pub fn source(number: usize) -> ParsedSource {
    let name = format!("W.{number}.12-02-2025.txt");
    import::read(&name, words(number).into_bytes(), &import::Reading::default()).expect("a source")
}

/// What can be seen of a project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shape {
    pub steps: u64,
    pub texts: Vec<String>,
    pub codings: Vec<(String, Option<Direction>)>,
    pub memos: Vec<String>,
    pub undoable: bool,
    pub redoable: bool,
}

pub fn shape(project: &mut Project) -> Shape {
    let study = project.study();
    let texts = study.sources.iter().map(|source| project.text(source.id).expect("a text").as_str().to_owned());
    let texts = texts.collect();
    let codings = study.codings.iter().map(|entry| {
        let quote = study.segments[entry.segment as usize].segment.quote.to_string();
        (quote, entry.coding.direction)
    });
    let mut codings: Vec<_> = codings.collect();
    codings.sort();
    let mut memos: Vec<String> = study.memos.iter().map(|memo| memo.text.clone()).collect();
    memos.sort();
    Shape {
        steps: study.project.revision,
        texts,
        codings,
        memos,
        undoable: project.undoable().is_some(),
        redoable: project.redoable().is_some(),
    }
}

/// Something a researcher does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    Import(usize),
    ImportBatch(usize),
    Code,
    Direction,
    Uncode,
    Memo(&'static str),
    Undo,
    Redo,
    Checkpoint,
}

pub const WORK: &[Act] = &[
    Act::Import(1),
    Act::Code,
    Act::Direction,
    Act::Memo("Bandingkan dengan G1."),
    Act::Undo,
    Act::Redo,
    Act::Checkpoint,
    Act::ImportBatch(2),
    Act::Uncode,
    Act::Undo,
    Act::Checkpoint,
    Act::Memo("Tanyakan lagi 🙏"),
];

/// Does it.
pub fn act(project: &mut Project, act: Act) -> Result<(), Error> {
    let study = project.study();
    match act {
        Act::Import(number) => project.import_source(source(number), &ImportOptions::default()).map(drop),
        Act::ImportBatch(number) => {
            let files = [number, number + 1].map(|number| (source(number), ImportOptions::default())).to_vec();
            for landed in project.import_sources(files)? {
                landed?;
            }
            Ok(())
        }
        Act::Code => {
            let code = study.codes.iter().find(|code| code.short == "SUP").expect("a code").id;
            let source = study.sources.last().expect("a source").id;
            let range = CharRange::new(4, 30);
            let coding = NewCoding { source, range, code, direction: None, coder: None, memo: None };
            project.code(&[coding]).map(drop)
        }
        Act::Direction => {
            let coding = study.codings.first().expect("a coding").coding.id;
            project.set_direction(&[coding], Some(Direction::Supports)).map(drop)
        }
        Act::Uncode => {
            let coding = study.codings.first().expect("a coding").coding.id;
            project.uncode(&[coding]).map(drop)
        }
        Act::Memo(text) => {
            let host = study.codings.first().expect("a coding").coding.id;
            project.write_memo(MemoHost::Coding(host), text).map(drop)
        }
        Act::Undo => project.undo().map(drop),
        Act::Redo => project.redo().map(drop),
        Act::Checkpoint => project.checkpoint().map(drop),
    }
}

/// The project opens without a question and nothing is wrong with it.
#[track_caller]
pub fn sound(path: &Path, about: &str) -> Project {
    let mut project = open(path).unwrap_or_else(|error| panic!("{about}: does not open: {error}"));
    assert!(!project.is_read_only(), "{about}: {:?}", project.notices());
    let asked: Vec<_> = project.notices().iter().filter(|notice| notice.key != "notice-log-folded-in").collect();
    assert!(asked.is_empty(), "{about}: {asked:?}");
    let report = project.check().unwrap_or_else(|error| panic!("{about}: {error}"));
    assert_eq!(report.problems, [], "{about}");
    project
}

/// The sentence of an error is one that says what to do, not the one for what nobody thought of.
#[track_caller]
pub fn speaks(error: &Error, about: &str) {
    let key = error.message().key;
    let unthought = ["error-database", "error-damaged", "error-history"];
    assert!(!unthought.contains(&key.as_str()), "{about}: {error} ({:?})", error.detail());
}

pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A project file in which nothing has been done yet, to be copied.
pub fn blank(folder: &Path) -> PathBuf {
    let path = folder.join("kosong.emaslim");
    create(&path).expect("a project").close().expect("closed");
    path
}
