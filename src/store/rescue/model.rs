//! What the tables of a project look like, taken from the schema that this program makes: no file is asked.

use crate::store::Error;
use crate::store::schema;
use rusqlite::Connection;
use rusqlite::types::Value;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Integer,
    Text,
    Blob,
}

pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
    /// Whether it may not be empty.
    pub is_needed: bool,
    /// What stands there where nothing is said.
    pub default: Value,
    /// The table that it refers to.
    pub refers_to: Option<String>,
}

pub(super) struct Index {
    pub name: String,
    /// Its columns as columns of the table, where they are such.
    pub columns: Vec<Option<usize>>,
}

pub(super) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// How many of its columns the first version of the schema had; later ones stand behind them.
    pub first_columns: usize,
    pub has_rowids: bool,
    /// The column that is the number of the row.
    pub number: Option<usize>,
    pub indexes: Vec<Index>,
}

impl Table {
    /// The place of a column.
    pub fn at(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|found| found.name == column)
    }

    /// Whether these can be values of its row.
    pub fn fits(&self, values: &[Value]) -> bool {
        let has_key = match values.first() {
            Some(Value::Blob(key)) => key.len() == if self.name == "original" { 32 } else { 16 },
            Some(Value::Null) => self.number == Some(0),
            _ => false,
        };
        let fits = |(column, value): (&Column, &Value)| match value {
            Value::Null => !column.is_needed || self.number.is_some(),
            Value::Integer(_) => column.kind == Kind::Integer,
            Value::Text(_) => column.kind == Kind::Text,
            Value::Blob(_) => column.kind == Kind::Blob,
            Value::Real(_) => false,
        };
        has_key && values.len() <= self.columns.len() && self.columns.iter().zip(values).all(fits)
    }

    /// Whether a row may end after so many values: those behind were added to the schema later.
    pub fn may_end_after(&self, many: usize) -> bool {
        let is_later = |column: &Column| column.default != Value::Null || !column.is_needed;
        self.columns
            .get(many..)
            .is_some_and(|later| later.is_empty() || many >= self.first_columns && later.iter().all(is_later))
    }
}

/// The tables, each behind those that it refers to.
pub(super) fn tables() -> Result<Vec<Table>, Error> {
    let (conn, first) = (Connection::open_in_memory()?, Connection::open_in_memory()?);
    schema::create(&conn)?;
    schema::create_first(&first)?;
    let mut names = conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for name in names.into_iter().filter(|name| name != "visit") {
        let first_columns = columns_of(&first, &name)?;
        tables.push(table(&conn, name, first_columns)?);
    }
    Ok(in_order(tables))
}

fn columns_of(conn: &Connection, table: &str) -> Result<usize, Error> {
    let many: i64 = conn.query_row("SELECT count(*) FROM pragma_table_xinfo(?)", [table], |row| row.get(0))?;
    Ok(usize::try_from(many).unwrap_or(0))
}

fn table(conn: &Connection, name: String, first_columns: usize) -> Result<Table, Error> {
    let mut list = conn.prepare("SELECT wr FROM pragma_table_list(?)")?;
    let has_rowids = !list.query_row([&name], |row| row.get::<_, bool>(0))?;
    let mut statement = conn.prepare("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(?)")?;
    let mut rows = statement.query([&name])?;
    let (mut columns, mut number) = (Vec::new(), None);
    while let Some(row) = rows.next()? {
        let kind = match row.get::<_, String>(1)?.as_str() {
            "INTEGER" => Kind::Integer,
            "TEXT" => Kind::Text,
            _ => Kind::Blob,
        };
        if has_rowids && kind == Kind::Integer && row.get::<_, i64>(4)? == 1 {
            number = Some(columns.len());
        }
        let default = match row.get::<_, Option<String>>(3)? {
            Some(words) => conn.query_row(&format!("SELECT {words}"), [], |row| row.get(0))?,
            None => Value::Null,
        };
        columns.push(Column { name: row.get(0)?, kind, is_needed: row.get(2)?, default, refers_to: None });
    }
    let mut references = conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")?;
    let mut rows = references.query([&name])?;
    while let Some(row) = rows.next()? {
        let from: String = row.get(0)?;
        if let Some(column) = columns.iter_mut().find(|column| column.name == from) {
            column.refers_to = Some(row.get(1)?);
        }
    }
    let mut list = conn.prepare("SELECT name FROM pragma_index_list(?)")?;
    let named: Vec<String> = list.query_map([&name], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut indexes = Vec::new();
    for index in named {
        let mut parts = conn.prepare("SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno")?;
        let parts = parts.query_map([&index], |row| row.get::<_, i64>(0))?;
        let parts = parts.map(|cid| cid.map(|cid| usize::try_from(cid).ok())).collect::<Result<_, _>>()?;
        // The key of a table without row numbers has no tree of its own.
        indexes.push(Index { name: index, columns: parts });
    }
    Ok(Table { name, columns, first_columns, has_rowids, number, indexes })
}

fn in_order(mut tables: Vec<Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::new();
    while !tables.is_empty() {
        let is_ready = |table: &Table| {
            table
                .columns
                .iter()
                .filter_map(|column| column.refers_to.as_ref())
                .all(|to| *to == table.name || ordered.iter().any(|done| done.name == *to))
        };
        // No two tables of the schema refer to each other, so one is always ready.
        let next = tables.iter().position(is_ready).unwrap_or(0);
        ordered.push(tables.remove(next));
    }
    ordered
}
