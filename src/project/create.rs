//! A new project: its facts, its groups and its codebook.

use super::transact::{Op, Work};
use super::{Access, CodebookChoice, Error, NewProject, Project, Who, clock, codebook};
use crate::domain::{Group, GroupId, Message, ProjectId, ProjectInfo};
use crate::i18n::Catalog;
use crate::store::Draft;
use std::path::Path;

/// The groups a study of a school principal begins with; they can be renamed and added to.
const GROUPS: [&str; 3] = ["principal", "teacher", "student"];

impl Project {
    /// Creates a project file. An existing file is an error.
    ///
    /// # Errors
    /// The file exists or cannot be written, or the codebook cannot be read. Nothing is left behind then.
    pub fn create(path: &Path, new: &NewProject<'_>, who: Who) -> Result<Self, Error> {
        let book = match new.codebook {
            CodebookChoice::Emaslim => codebook::read(codebook::EMASLIM, new.language)?,
            CodebookChoice::Empty => codebook::Codebook::default(),
            CodebookChoice::Json(json) => codebook::read(json, new.language)?,
        };
        let title = match new.title.trim() {
            "" => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            title => title.to_owned(),
        };
        let info = ProjectInfo {
            id: ProjectId::from_uuid(clock::new_id()),
            revision: 0,
            title,
            school: String::new(),
            researcher: String::new(),
            student_number: String::new(),
            supervisor: String::new(),
            citation: ProjectInfo::default_citation(new.language).to_owned(),
            language: new.language,
        };
        let (draft, db) = Draft::begin(path)?;
        let mut project = Self::empty(db, who.clone(), info.clone());
        project.transact(Op::Create, |work| fill(work, &info, &book))?;
        project.close()?;
        draft.land(path)?;
        let opened = Self::open(path, Access::ReadWrite, who);
        if opened.is_err() {
            take_away(path);
        }
        opened
    }
}

/// Removes a project that was made a moment ago and could not be opened: what failed has left nothing behind.
fn take_away(path: &Path) {
    for end in ["-wal", "-shm", "-journal", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                log::warn!("a project that could not be opened stays: {}", error.kind());
            }
            _ => {}
        }
    }
}

fn fill(work: &mut Work<'_>, info: &ProjectInfo, book: &codebook::Codebook) -> Result<(), Error> {
    work.db.add_project(info, work.now)?;
    let words = Catalog::new(info.language);
    for (order, key) in (0..).zip(GROUPS) {
        let name = words.text(&format!("group-{key}"));
        let id = GroupId::from_uuid(clock::new_id());
        work.db.add_group(&Group { id, key: key.to_owned(), name, order })?;
    }
    for code in &book.codes {
        work.db.add_code(code)?;
    }
    for (order, pair) in (0..).zip(&book.pairs) {
        work.db.add_confusing_pair(clock::new_id(), pair, order)?;
    }
    work.describe(Message::new("step-new").with("title", info.title.as_str()));
    Ok(())
}
