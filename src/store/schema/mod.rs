//! The schema and its versions. A new version is a new upgrade script here, a fixture file in
//! `fixtures/schema`, and the constants below; a test fails when one is raised without the rest.

use super::Error;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;

/// The oldest version that is opened.
pub const MIN: u32 = 1;
/// The version that [`START_SQL`] makes; the upgrades lead on from there.
pub const START: u32 = 1;
/// The newest version, which is written.
pub const MAX: u32 = 5;

const _: () = assert!(MIN <= START && START <= MAX, "versions in order");

/// The version from which lines may have letters of their own (45a).
pub const LETTERS: u32 = 5;

/// `EMSL`: says that a database is a project file.
pub const APPLICATION_ID: u32 = 0x454D_534C;

const START_SQL: &str = include_str!("v1.sql");

/// The scripts that lead from one version to the next: (version it leads to, script), ascending.
const UPGRADES: &[(u32, &str)] = &[
    (2, include_str!("v2.sql")),
    (3, include_str!("v3.sql")),
    (4, include_str!("v4.sql")),
    (5, include_str!("v5.sql")),
];

/// The upgrade scripts, for the test that holds them to the constants.
#[cfg(test)]
pub fn upgrades() -> &'static [(u32, &'static str)] {
    UPGRADES
}

/// Tables outside the history: immutable texts and originals, the history itself, who has the file open, and what
/// was exported.
pub const OUTSIDE_HISTORY: [&str; 6] = ["original", "revision", "step", "change", "visit", "export"];

/// Tables whose rows are parts of another table's: (table, the column that names the owner, the owner's table).
/// A part that comes with its owner in one step has no image of its own, because taking the owner back takes the
/// part along; the reference cascades and is never empty.
pub const PARTS: [(&str, &str, &str); 2] = [("anchor", "source", "source"), ("turn", "source", "source")];

/// Makes the newest schema in an empty database; the caller holds the transaction.
pub fn create(db: &Connection) -> rusqlite::Result<()> {
    build(db, MAX)
}

/// Makes the oldest schema in an empty database; the caller holds the transaction.
pub fn create_first(db: &Connection) -> rusqlite::Result<()> {
    build(db, START)
}

fn build(db: &Connection, version: u32) -> rusqlite::Result<()> {
    db.execute_batch(START_SQL)?;
    upgrade(db, START, version)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)
}

/// Runs the upgrades behind `from` up to `to`; the caller holds the transaction.
pub fn upgrade(db: &Connection, from: u32, to: u32) -> rusqlite::Result<()> {
    for (_, script) in UPGRADES.iter().filter(|(version, _)| (from + 1..=to).contains(version)) {
        db.execute_batch(script)?;
    }
    db.pragma_update(None, "user_version", to)
}

/// Compares what lies in the file with what this program makes; a foreign file can carry triggers that act
/// behind its back.
pub fn compare(db: &Connection, version: u32, path: &Path) -> Result<(), Error> {
    let model = Connection::open_in_memory()?;
    build(&model, version)?;
    let (expected, found) = (objects(&model)?, objects(db)?);
    let differing = expected
        .iter()
        .find(|(name, object)| found.get(*name) != Some(*object))
        .or_else(|| found.iter().find(|(name, _)| !expected.contains_key(*name)));
    match differing {
        None => Ok(()),
        Some(((kind, name), _)) => Err(Error::Foreign { path: path.to_owned(), object: format!("{kind} {name}") }),
    }
}

type Objects = BTreeMap<(String, String), (String, Option<String>)>;

fn objects(db: &Connection) -> rusqlite::Result<Objects> {
    let mut statement = db.prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))?;
    rows.collect()
}

/// A table whose rows the history follows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns without the key `id`, in order.
    pub columns: Vec<Column>,
    /// The column that names the owner, where its rows are parts of another table's.
    pub part_of: Option<&'static str>,
    /// Whether rows of other tables are parts of its rows.
    pub has_parts: bool,
}

/// A column of such a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Whether it holds bytes.
    pub is_blob: bool,
}

/// Every table of user data, by name.
pub fn tables(db: &Connection) -> rusqlite::Result<Vec<Table>> {
    let mut names = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        if OUTSIDE_HISTORY.contains(&name.as_str()) || name.starts_with("sqlite_") {
            continue;
        }
        let mut columns = Vec::new();
        db.pragma(Some("main"), "table_xinfo", &name, |row| {
            columns.push(Column {
                name: row.get("name")?,
                is_blob: row.get::<_, String>("type")?.eq_ignore_ascii_case("blob"),
            });
            Ok(())
        })?;
        columns.retain(|column| column.name != "id");
        tables.push(Table {
            part_of: PARTS.iter().find(|(part, ..)| *part == name).map(|(_, column, _)| *column),
            has_parts: PARTS.iter().any(|(.., owner)| *owner == name),
            name,
            columns,
        });
    }
    Ok(tables)
}
