//! Puts what was found into the new file, each row behind those it refers to. The new file keeps its own rules:
//! what breaks them is mended where that can be said, and left out where not.

use super::found::{Content, Found, Id, Row, read_again};
use super::history;
use super::model::{Column, Kind, Table};
use super::pages::Pages;
use super::report::{Count, Note, Salvage, SavedSource, StandIns};
use super::texts::{self, Quote};
use crate::domain::{Colour, Date, Technique};
use crate::store::key::Keyed;
use crate::store::{Database, Error, Opening, text};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Tables whose rows are worth having even where only an index knows of them.
const WORTH: [&str; 6] = ["coder", "informant_group", "informant", "code", "segment", "coding"];
/// Numbers that are times and may be any.
const TIMES: [&str; 4] = ["created", "changed", "withdrawn", "at"];
/// More notes of one kind tell nothing more.
const ENOUGH: usize = 200;

pub(super) struct Filling<'a> {
    pub db: &'a Database,
    pub pages: &'a mut Pages,
    pub tables: &'a [Table],
    pub stand_ins: &'a StandIns<'a>,
    pub(super) rows: BTreeMap<String, BTreeMap<Id, Row>>,
    texts: Vec<Content>,
    originals: Vec<Content>,
    /// Keys that are in the new file, by table.
    saved: HashMap<String, BTreeSet<Id>>,
    /// Segments that another one at the same place stands for.
    pub(super) merged: HashMap<Id, Id>,
    /// Lengths of the texts of sources.
    pub(super) lengths: HashMap<Id, u32>,
    salvage: Salvage,
    detached: BTreeMap<String, u32>,
    replaced: BTreeMap<String, u32>,
}

/// Fills the new file.
pub(super) fn fill(
    db: &Database,
    pages: &mut Pages,
    tables: &[Table],
    mut found: Found,
    stand_ins: &StandIns<'_>,
    opening: &Opening<'_>,
) -> Result<Salvage, Error> {
    unfollow(db)?;
    db.conn.execute_batch("BEGIN IMMEDIATE")?;
    let known = known(&found);
    let of_sources = known_codings(&found, tables);
    let mut filling = Filling {
        db,
        pages,
        tables,
        stand_ins,
        rows: std::mem::take(&mut found.rows),
        texts: std::mem::take(&mut found.texts),
        originals: std::mem::take(&mut found.originals),
        saved: HashMap::new(),
        merged: HashMap::new(),
        lengths: HashMap::new(),
        salvage: Salvage { unreadable_pages: found.unreadable, ..Salvage::default() },
        detached: BTreeMap::new(),
        replaced: BTreeMap::new(),
    };
    filling.take_hints(std::mem::take(&mut found.hints));
    filling.stand_in()?;
    for table in tables {
        match table.name.as_str() {
            "original" | "revision" | "step" | "change" => {}
            "source" => filling.sources(table)?,
            _ => filling.table(table)?,
        }
    }
    filling.break_rings()?;
    filling.salvage.steps = history::keep(db, filling.pages, tables, &found)?;
    let mut salvage = filling.finish(&known, &of_sources)?;
    db.write_rescue(opening, salvage.steps.is_some())?;
    db.conn.execute_batch("COMMIT")?;
    salvage.sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(salvage)
}

/// The rows come with their own history or with none.
fn unfollow(db: &Database) -> Result<(), Error> {
    let mut names = db.conn.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'")?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for name in names {
        db.conn.execute_batch(&format!("DROP TRIGGER temp.\"{name}\""))?;
    }
    Ok(())
}

/// How many rows there are known to have been, by table.
fn known(found: &Found) -> BTreeMap<String, u32> {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let rows = found.rows.iter().map(|(table, rows)| (table, rows.len()));
    for (table, many) in rows.chain(found.hints.iter().map(|(table, hints)| (table, hints.len()))) {
        *known.entry(table.clone()).or_default() += u32::try_from(many).unwrap_or(u32::MAX);
    }
    known
}

/// How many codings each source is known to have had.
fn known_codings(found: &Found, tables: &[Table]) -> HashMap<Id, u32> {
    let at = |table: &str, column: &str| {
        tables.iter().find(|found| found.name == table).and_then(|table| table.at(column)).unwrap_or(0)
    };
    let (of, to) = (at("segment", "source"), at("coding", "segment"));
    let all = |table: &str, column: usize| {
        let key = move |values: &Vec<Value>| match values.get(column) {
            Some(Value::Blob(key)) => Some(key.clone()),
            _ => None,
        };
        let rows =
            found.rows.get(table).into_iter().flatten().filter_map(move |(id, row)| Some((id, key(&row.values)?)));
        let hints = found.hints.get(table).into_iter().flatten();
        rows.chain(hints.filter_map(move |(id, values)| Some((id, key(values)?)))).collect::<Vec<_>>()
    };
    let segments: HashMap<&Id, Id> = all("segment", of).into_iter().collect();
    let mut many: HashMap<Id, u32> = HashMap::new();
    for (_, segment) in all("coding", to) {
        if let Some(source) = segments.get(&segment) {
            *many.entry(source.clone()).or_default() += 1;
        }
    }
    many
}

impl Filling<'_> {
    pub(super) fn note(&mut self, note: Note) {
        let alike = |other: &&Note| std::mem::discriminant(*other) == std::mem::discriminant(&note);
        if self.salvage.notes.iter().filter(alike).count() < ENOUGH {
            self.salvage.notes.push(note);
        }
    }

    /// Makes rows of what indexes know, and sources of what their parts know.
    fn take_hints(&mut self, hints: BTreeMap<String, BTreeMap<Id, Vec<Value>>>) {
        for (table, hints) in hints {
            if !WORTH.contains(&table.as_str()) && table != "source" {
                continue;
            }
            let many = u32::try_from(hints.len()).unwrap_or(u32::MAX);
            let rows = self.rows.entry(table.clone()).or_default();
            rows.extend(hints.into_iter().map(|(id, mut values)| {
                values[0] = Value::Blob(id.clone());
                (id, Row { values, is_whole: false })
            }));
            if many > 0 {
                self.note(Note::Partly { table, rows: many });
            }
        }
        let tables = self.tables;
        let Some(source) = tables.iter().find(|table| table.name == "source") else { return };
        let Some(segment) = tables.iter().find(|table| table.name == "segment") else { return };
        let (Some(of), Some(revision)) = (segment.at("source"), segment.at("revision")) else { return };
        let Some(text_of) = source.at("revision") else { return };
        let named: Vec<(Id, Id)> = self
            .rows
            .get("segment")
            .into_iter()
            .flatten()
            .filter_map(|(_, row)| Some((texts::id(row, of)?.clone(), texts::id(row, revision)?.clone())))
            .collect();
        let sources = self.rows.entry("source".to_owned()).or_default();
        for (id, revision) in named {
            let row = sources.entry(id.clone()).or_insert_with(|| {
                let mut values = vec![Value::Null; source.columns.len()];
                values[0] = Value::Blob(id);
                Row { values, is_whole: false }
            });
            if row.values[text_of] == Value::Null {
                row.values[text_of] = Value::Blob(revision);
            }
        }
    }

    /// Rows that stand in for those that others need and that are lost.
    fn stand_in(&mut self) -> Result<(), Error> {
        let tables = self.tables;
        for lost in ["coder", "code"] {
            let Some(table) = tables.iter().find(|table| table.name == lost) else { continue };
            let mut needed: BTreeSet<Id> = BTreeSet::new();
            for from in tables {
                for (at, column) in from.columns.iter().enumerate() {
                    if column.refers_to.as_deref() == Some(lost) && (column.is_needed || from.name == "code") {
                        let rows = self.rows.get(&from.name).into_iter().flatten();
                        needed.extend(rows.filter_map(|(_, row)| texts::id(row, at).cloned()));
                    }
                }
            }
            let rows = self.rows.entry(lost.to_owned()).or_default();
            needed.retain(|id| id.len() == 16 && !rows.contains_key(id));
            for id in needed {
                let mut values = vec![Value::Null; table.columns.len()];
                values[0] = Value::Blob(id.clone());
                rows.insert(id, Row { values, is_whole: false });
            }
        }
        if self.rows.get("project").is_none_or(BTreeMap::is_empty) {
            self.db.add_project(&self.stand_ins.project, self.stand_ins.now)?;
            self.note(Note::ProjectLost);
        }
        Ok(())
    }

    /// What stands in a column whose value is lost; nothing where the row makes no sense without it.
    fn stand_in_for(&self, table: &Table, column: &Column) -> Option<Value> {
        if column.default != Value::Null {
            return Some(column.default.clone());
        }
        if !column.is_needed {
            return Some(Value::Null);
        }
        let words = |words: &str| Some(Value::Text(words.to_owned()));
        match (table.name.as_str(), column.name.as_str()) {
            ("coder", "name") => words(&self.unused("coder", "name", &self.stand_ins.coder)?),
            ("coder", "kind") => words("person"),
            ("code", "name") => words(&self.stand_ins.code),
            ("code", "kind") => words("other"),
            ("code", "colour") => words(&Colour([0x4D; 3]).to_string()),
            ("informant", "standing") => words("additional"),
            ("source", "name") => words(&self.unused("source", "name", &self.stand_ins.source)?),
            ("source", "technique") => words(Technique::Document.key()),
            ("source", "original_name") => words(""),
            ("source", "number") => {
                let next = "SELECT coalesce(max(number), 0) + 1 FROM source";
                self.db.conn.query_row(next, [], |row| row.get(0)).ok()
            }
            ("project", "title") => words(&self.stand_ins.project.title),
            ("project", "citation") => words(&self.stand_ins.project.citation),
            ("project", "language") => words(self.stand_ins.project.language.key()),
            ("informant_group", "name") => words("?"),
            (_, "ordinal") => Some(Value::Integer(0)),
            (_, time) if TIMES.contains(&time) => Some(Value::Integer(self.stand_ins.now.millis())),
            ("memo", "author") => {
                let first = "SELECT id FROM coder ORDER BY id LIMIT 1";
                self.db.conn.query_row(first, [], |row| row.get(0)).ok()
            }
            _ => None,
        }
    }

    /// A name that no row has yet.
    fn unused(&self, table: &str, column: &str, name: &str) -> Option<String> {
        let sql = format!("SELECT 1 FROM main.\"{table}\" WHERE \"{column}\" = ?");
        let mut statement = self.db.conn.prepare_cached(&sql).ok()?;
        (1..10_000)
            .map(|number| if number == 1 { name.to_owned() } else { format!("{name} {number}") })
            .find(|name| statement.exists([name]).is_ok_and(|is_there| !is_there))
    }

    /// All rows of a table.
    fn table(&mut self, table: &Table) -> Result<(), Error> {
        let mut rows: Vec<(Id, Row)> = self.rows.remove(&table.name).unwrap_or_default().into_iter().collect();
        if let Some(parent) = table.at("parent") {
            rows = parents_first(rows, parent);
        }
        for (id, mut row) in rows {
            match table.name.as_str() {
                "turn" if !self.turn_lies_in_text(table, &row) => continue,
                "segment" if !self.place(table, &id, &mut row)? => continue,
                _ => {}
            }
            self.put(table, id, row)?;
        }
        Ok(())
    }

    /// Puts a row in; whether it went in.
    fn put(&mut self, table: &Table, id: Id, mut row: Row) -> Result<bool, Error> {
        let name = table.name.as_str();
        let is_made = row.values[1..].iter().all(|value| *value == Value::Null);
        let (mut is_replaced, mut is_detached) = (false, false);
        for (at, column) in table.columns.iter().enumerate() {
            let value = &row.values[at];
            if let (Some(to), Value::Blob(key)) = (&column.refers_to, value) {
                let key = self.merged.get(key).filter(|_| to == "segment").unwrap_or(key).clone();
                let is_there = self.saved.get(to).is_some_and(|keys| keys.contains(&key)) || to == "revision";
                if is_there {
                    row.values[at] = Value::Blob(key);
                    continue;
                }
                is_detached = true;
                match self.stand_in_for(table, column) {
                    Some(value) => row.values[at] = value,
                    None => return Ok(false),
                }
            } else if !is_sound(column, value) || (column.is_needed && *value == Value::Null) {
                let is_lost = *value != Value::Null;
                match self.stand_in_for(table, column) {
                    Some(value) => row.values[at] = value,
                    None => return Ok(false),
                }
                is_replaced |= is_lost;
            }
        }
        if !self.insert(table, &row.values)? {
            // One value that the rules refuse may be all that is wrong.
            let mut is_in = false;
            for (at, column) in table.columns.iter().enumerate().skip(1) {
                let Some(value) = self.stand_in_for(table, column).filter(|value| *value != row.values[at]) else {
                    continue;
                };
                let damaged = std::mem::replace(&mut row.values[at], value);
                is_in = self.insert(table, &row.values)?;
                if is_in {
                    break;
                }
                row.values[at] = damaged;
            }
            if !is_in {
                return Ok(false);
            }
            is_replaced = true;
        }
        self.saved.entry(name.to_owned()).or_default().insert(id);
        if is_made {
            let called = table.at("name").and_then(|at| texts::words(&row, at)).unwrap_or_default().to_owned();
            match name {
                "code" => self.note(Note::StandInCode(called)),
                "coder" => self.note(Note::StandInCoder(called)),
                _ => {}
            }
        } else {
            *self.replaced.entry(name.to_owned()).or_default() += u32::from(is_replaced);
        }
        *self.detached.entry(name.to_owned()).or_default() += u32::from(is_detached);
        Ok(true)
    }

    /// Whether the rules of the file let the row in.
    fn insert(&self, table: &Table, values: &[Value]) -> Result<bool, Error> {
        let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO main.\"{}\" ({}) VALUES ({marks})", table.name, names.join(", "));
        match self.db.conn.prepare_cached(&sql)?.execute(params_from_iter(values)) {
            Ok(_) => Ok(true),
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Every source with its text and its original.
    fn sources(&mut self, table: &Table) -> Result<(), Error> {
        let rows: Vec<(Id, Row)> = self.rows.remove("source").unwrap_or_default().into_iter().collect();
        for (id, row) in rows {
            self.source(table, id, row)?;
        }
        Ok(())
    }

    fn source(&mut self, table: &Table, id: Id, mut row: Row) -> Result<(), Error> {
        let column = |name: &str| table.at(name).unwrap_or(0);
        let (revision_at, original_at) = (column("revision"), column("original"));
        let name = texts::words(&row, column("name")).unwrap_or(&self.stand_ins.source).to_owned();
        let named = texts::words(&row, column("original_name")).unwrap_or_default().to_owned();
        let encoding = texts::words(&row, column("encoding")).unwrap_or_default().to_owned();
        let revision = texts::id(&row, revision_at).cloned().unwrap_or_default();
        let original = texts::id(&row, original_at).and_then(|hash| self.original(hash));
        let proven = original.as_ref().filter(|(_, is_proven)| *is_proven).map(|(bytes, _)| bytes);
        let (reread, mut technique) = (self.stand_ins.reread, None);
        let segments = self.quotations(&id);
        let quotes: Vec<Quote<'_>> =
            segments.iter().map(|(start, end, words)| Quote { start: *start, end: *end, words }).collect();
        let again = |_: &mut Pages| {
            let (words, found) = reread(&named, &encoding, proven?)?;
            technique = Some(found);
            Some(words)
        };
        let saved = texts::save(self.pages, &revision, &self.texts, again, &quotes, &self.stand_ins.quotations);
        let Some(saved) = saved else {
            self.note(Note::SourceLost(name));
            return Ok(());
        };
        let words = saved.text.as_str();
        self.db.keep_text(&saved.text)?;
        let bytes = match &original {
            Some((bytes, is_proven)) => {
                if !is_proven {
                    self.note(Note::OriginalAltered(name.clone()));
                }
                bytes.as_slice()
            }
            None => {
                self.note(Note::Original(name.clone()));
                words.as_bytes()
            }
        };
        let hash = self.db.keep_original(bytes)?;
        self.saved.entry("original".to_owned()).or_default().insert(hash.to_vec());
        row.values[original_at] = Value::Blob(hash.to_vec());
        row.values[revision_at] = Value::Blob(saved.id.clone());
        if let (Value::Null, Some(technique)) = (&row.values[column("technique")], technique) {
            row.values[column("technique")] = Value::Text(technique.key().to_owned());
        }
        if !self.put(table, id.clone(), row)? {
            self.note(Note::SourceLost(name));
            return Ok(());
        }
        if saved.appended > 0 {
            self.note(Note::Appended { source: name.clone(), quotations: saved.appended });
        }
        let called = "SELECT name FROM source WHERE id = ?";
        let called: Option<String> = self.db.conn.query_row(called, [&id], |row| row.get(0)).optional()?;
        let called = called.unwrap_or(name);
        self.lengths.insert(id.clone(), saved.text.len());
        let numbers = "SELECT line_numbers FROM source WHERE id = ?";
        let numbers: Option<String> = self.db.conn.query_row(numbers, [&id], |row| row.get(0)).optional()?;
        let numbers = numbers.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let saved = texts::Saved { text: saved.text.numbered(numbers), ..saved };
        self.place_all(&id, &saved.id, &saved.text, saved.state, &called);
        self.salvage.sources.push(SavedSource {
            name: called,
            text: saved.state,
            lines: saved.text.line_count(),
            codings: 0,
            codings_known: 0,
        });
        Ok(())
    }

    /// The bytes of an original, and whether their checksum is right.
    fn original(&mut self, hash: &Id) -> Option<(Vec<u8>, bool)> {
        let proven = self.originals.iter().find(|content| content.is_whole && content.hash[..] == hash[..]);
        let content = proven.or_else(|| self.originals.iter().find(|content| content.named == *hash))?;
        let is_proven = content.is_whole && content.hash[..] == hash[..];
        match read_again(self.pages, content.spot)?.values.pop() {
            Some(Value::Blob(bytes)) => Some((bytes, is_proven)),
            _ => None,
        }
    }

    /// No code stands above itself.
    fn break_rings(&mut self) -> Result<(), Error> {
        for code in self.db.codes_in_rings()? {
            let key = code.key().to_vec();
            self.db.conn.execute("UPDATE code SET parent = NULL WHERE id = ?", [key])?;
            *self.detached.entry("code".to_owned()).or_default() += 1;
        }
        Ok(())
    }

    /// Counts what is there now.
    fn finish(mut self, known: &BTreeMap<String, u32>, of_sources: &HashMap<Id, u32>) -> Result<Salvage, Error> {
        let mut statement = self.db.conn.prepare(
            "SELECT source.id, source.name, count(coding.id) FROM source
             LEFT JOIN segment ON segment.source = source.id LEFT JOIN coding ON coding.segment = segment.id
             GROUP BY source.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, name, codings): (Id, String, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if let Some(source) = self.salvage.sources.iter_mut().find(|source| source.name == name) {
                source.codings = codings;
                source.codings_known = of_sources.get(&id).copied().unwrap_or(0).max(codings);
            }
        }
        for table in self.tables {
            let there = self.saved.get(&table.name).map_or(0, BTreeSet::len);
            let there = u32::try_from(there).unwrap_or(u32::MAX);
            let known = known.get(&table.name).copied().unwrap_or(0).max(there);
            let is_counted = !["project", "original", "revision", "step", "change"].contains(&table.name.as_str());
            if known > 0 && is_counted {
                self.salvage.counts.push(Count { table: table.name.clone(), saved: there, known });
            }
        }
        for (table, rows) in std::mem::take(&mut self.detached).into_iter().filter(|(_, rows)| *rows > 0) {
            self.note(Note::Detached { table, rows });
        }
        for (table, rows) in std::mem::take(&mut self.replaced).into_iter().filter(|(_, rows)| *rows > 0) {
            self.note(Note::Replaced { table, rows });
        }
        Ok(self.salvage)
    }
}

/// Whether the program can read the value, beyond what the rules of the file ask.
fn is_sound(column: &Column, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Real(_) => false,
        Value::Integer(number) => TIMES.contains(&column.name.as_str()) || u32::try_from(*number).is_ok(),
        Value::Text(words) => match column.name.as_str() {
            "date" | "consent_date" | "column_date" => words.parse::<Date>().is_ok(),
            "colour" => words.parse::<Colour>().is_ok(),
            "header" => serde_json::from_str::<Vec<(String, String)>>(words).is_ok(),
            "counts" | "counts_not" | "examples" | "keywords" | "aliases" | "choices" | "silent" => {
                serde_json::from_str::<Vec<String>>(words).is_ok()
            }
            _ => true,
        },
        Value::Blob(key) => column.kind == Kind::Blob && (key.len() == 16 || key.len() == size_of::<text::Hash>()),
    }
}

/// Codes behind those that they stand under; those of a ring last.
fn parents_first(rows: Vec<(Id, Row)>, parent: usize) -> Vec<(Id, Row)> {
    let mut below: HashMap<Id, Vec<(Id, Row)>> = HashMap::new();
    let all: BTreeSet<Id> = rows.iter().map(|(id, _)| id.clone()).collect();
    let mut ordered = Vec::new();
    for (id, row) in rows {
        match texts::id(&row, parent).filter(|above| all.contains(*above)) {
            Some(above) => below.entry(above.clone()).or_default().push((id, row)),
            None => ordered.push((id, row)),
        }
    }
    let mut at = 0;
    while at < ordered.len() {
        let under = below.remove(&ordered[at].0).unwrap_or_default();
        ordered.extend(under);
        at += 1;
    }
    ordered.extend(below.into_values().flatten());
    ordered
}
