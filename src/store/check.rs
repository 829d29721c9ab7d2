//! Whether a project file is what it should be: the database, the schema, the history, and every quotation
//! against its text.

use super::{Database, Error, open, schema};
use crate::domain::{CodeId, LineNumbers, Segment, SourceId, SourceText};
use std::collections::HashMap;

/// Something wrong in a project file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The database says that it is damaged.
    Damaged(String),
    /// A reference leads nowhere.
    Reference {
        /// The table that refers.
        table: String,
        /// The table that it refers to.
        to: String,
    },
    /// The schema is not the one this program makes.
    Schema(String),
    /// A change or a step of the history cannot be read.
    History(String),
    /// A text or an original is not what it was when it was imported.
    Text(Altered),
    /// A quotation is not what stands at its place.
    Quotation(Segment),
    /// A quotation stands on other lines than its segment says.
    Lines(Segment),
    /// A code stands above itself.
    Ring(CodeId),
}

/// A text or an original that is not what it was when it was imported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Altered {
    /// The name of a source that is made of it, if any.
    pub source: Option<String>,
    /// Whether it is the original and not the text.
    pub is_original: bool,
    /// What it is called in the file.
    pub what: String,
}

/// More of one kind is not listed.
const ENOUGH: u32 = 100;

impl Database {
    /// Looks at everything but the quotations.
    pub fn faults(&self) -> Result<Vec<Fault>, Error> {
        self.reading(|database| {
            let mut faults = Vec::new();
            database.conn.pragma(None, "integrity_check", ENOUGH, |row| {
                let line: String = row.get(0)?;
                if line != "ok" {
                    faults.push(Fault::Damaged(line));
                }
                Ok(())
            })?;
            let mut references = database.conn.prepare("PRAGMA foreign_key_check")?;
            let rows = references.query_map([], |row| Ok(Fault::Reference { table: row.get(0)?, to: row.get(2)? }))?;
            for fault in rows.take(ENOUGH as usize) {
                faults.push(fault?);
            }
            let version = open::version_of(&database.conn, &database.path)?;
            match schema::compare(&database.conn, version, &database.path) {
                Ok(()) => {}
                Err(Error::Foreign { object, .. }) => faults.push(Fault::Schema(object)),
                Err(error) => return Err(error),
            }
            faults.extend(database.unreadable_images()?.into_iter().map(Fault::History));
            faults.extend(database.unreadable_steps()?.into_iter().map(Fault::History));
            faults.extend(database.altered_texts()?.into_iter().map(Fault::Text));
            faults.extend(database.codes_in_rings()?.into_iter().map(Fault::Ring));
            Ok(faults)
        })
    }

    /// Compares every quotation and its lines with the text: how many there are, and what is wrong.
    pub fn quotation_faults(&self) -> Result<(u32, Vec<Fault>), Error> {
        self.reading(|database| {
            let mut faults = Vec::new();
            let version = open::version_of(&database.conn, &database.path)?;
            let mut segments = database.segments_of_version(version)?;
            segments.sort_by_key(|segment| (segment.revision, segment.source));
            let numbers: HashMap<SourceId, LineNumbers> = match version >= schema::LETTERS {
                true => database.sources()?.into_iter().map(|source| (source.id, source.numbers)).collect(),
                false => HashMap::new(),
            };
            let mut text: Option<((_, _), SourceText)> = None;
            for segment in &segments {
                let of = (segment.revision, segment.source);
                if text.as_ref().is_none_or(|(known, _)| *known != of) {
                    let words = database.text(segment.revision)?.unwrap_or_default();
                    let numbers = numbers.get(&segment.source).cloned().unwrap_or_default();
                    text = Some((of, SourceText::new(words).numbered(numbers)));
                }
                let Some((_, text)) = &text else { continue };
                if text.slice(segment.range) != Some(&*segment.quote) {
                    faults.push(Fault::Quotation(segment.clone()));
                } else if text.lines_of(segment.range) != (segment.line, segment.line_end) {
                    faults.push(Fault::Lines(segment.clone()));
                }
            }
            Ok((u32::try_from(segments.len()).unwrap_or(u32::MAX), faults))
        })
    }
}
