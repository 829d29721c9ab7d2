//! Tests of the project file: schema, history, opening and closing.

mod history;
mod openers;
mod opening;
mod schema;

use super::{Database, Draft, Error, Notice, Opening, StepRow};
use crate::domain::{Message, SourceText, StepId, Timestamp};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

const FILL: &str = include_str!("fill.sql");
const TEXT: &str = "TRANSKRIP\nKS: Kami bahas.\n";

/// A folder with one project file.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("tesis.emaslim")
    }

    /// An open file with a row in every table, made in one step; and closed again under its name.
    fn full(&self) -> Database {
        let (draft, mut db) = Draft::begin(&self.path()).expect("a draft");
        step(&mut db, "create", |db| {
            keep(db);
            db.conn.execute_batch(FILL).expect("rows");
        });
        db.close().expect("closed");
        drop(db);
        draft.land(&self.path()).expect("landed");
        self.open().expect("open").0
    }

    fn open(&self) -> Result<(Database, Vec<Notice>), Error> {
        Database::open(&self.path(), &opening("laptop"))
    }

    fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Changes the closed file as another program would.
    fn meddle(&self, sql: &str) {
        let conn = rusqlite::Connection::open(self.path()).expect("the file");
        conn.execute_batch(sql).expect(sql);
    }
}

/// Keeps the text and the original that `fill.sql` refers to.
fn keep(db: &Database) {
    db.keep_text(&SourceText::new(TEXT)).expect("a text");
    db.keep_original(TEXT.as_bytes()).expect("an original");
}

fn opening(device: &str) -> Opening<'_> {
    Opening {
        coder: "Ana",
        device,
        now: Timestamp::from_millis(1_700_000_000_000),
        migration: StepId::from_uuid(Uuid::now_v7()),
        visit: Uuid::now_v7(),
        is_reading_only: false,
        is_taking_over: false,
        own_folder: None,
    }
}

/// Does something as a step of the history; its number.
fn step(db: &mut Database, operation: &str, work: impl FnOnce(&Database)) -> i64 {
    end(db, operation, None, work)
}

/// Takes a step back as a step.
fn undo(db: &mut Database, row: &StepRow) -> i64 {
    end(db, "undo", Some(row.id), |db| db.take_back(row.number).expect("taken back"))
}

fn end(db: &mut Database, operation: &str, undoes: Option<StepId>, work: impl FnOnce(&Database)) -> i64 {
    let number = db.begin_step().expect("a step");
    work(db);
    let row = StepRow {
        number,
        id: StepId::from_uuid(Uuid::now_v7()),
        operation: operation.to_owned(),
        sentence: Message::new("step-code-many").with("n", 1),
        coder: "Ana".to_owned(),
        device: "laptop".to_owned(),
        at: Timestamp::from_millis(number),
        undoes,
        is_undone: false,
        is_barrier: false,
    };
    db.end_step(&row).expect("ended");
    number
}

impl Database {
    /// Lets the file grow by so many pages and no more, as a disk does that is about to be full; or lifts that.
    pub(crate) fn limit_growth(&self, pages: Option<u32>) {
        let there: i64 = self.conn.pragma_query_value(None, "page_count", |row| row.get(0)).expect("pages");
        let most = pages.map_or(1 << 30, |pages| there + i64::from(pages));
        self.conn.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(())).expect("a limit");
    }
}

fn dump(path: &Path) -> String {
    super::dump(path).expect("a dump")
}
