//! Word documents (`.docx`): the main part is found through the relationships of the package, strict or transitional;
//! its notes and comments through its own. Tracked changes are read as accepted, and said; the numbers of lists are
//! worked out, because everybody who has read the document has seen them.

mod body;
mod numbering;
mod symbols;
#[cfg(test)]
mod tests;

pub(super) use symbols::symbol;

use super::error::ImportError;
use super::package::{Package, PartError};
use super::written::{Met, Writing, Written};
use super::xml;
use body::{Body, Notes};
use numbering::Numbering;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The part that is the document where nothing says which is.
const USUAL: &str = "word/document.xml";

/// Reads a Word document; `file` names it in errors.
///
/// # Errors
/// It is cut off or damaged, larger than what is read, or has no words.
pub fn read(file: &str, bytes: &[u8]) -> Result<Written, ImportError> {
    let mut package = Package::open(bytes).map_err(|error| error.refuse(file))?;
    let part = relations(&mut package, "_rels/.rels", "")
        .into_iter()
        .find(|relation| relation.kind == "officeDocument" && package.has(&relation.target))
        .map_or_else(|| USUAL.to_owned(), |relation| relation.target);
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", &part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let others = relations(&mut package, &format!("{folder}{slash}_rels/{name}.rels"), folder);
    let mut side = |kind: &str| match others.iter().find(|relation| relation.kind == kind) {
        None => Ok(None),
        Some(relation) => match package.text(&relation.target) {
            Ok(text) => Ok(Some(text)),
            Err(PartError::Missing) => Ok(None),
            Err(error) => Err(error.refuse(file)),
        },
    };
    let (footnotes, endnotes, comments) = (side("footnotes")?, side("endnotes")?, side("comments")?);
    // Where these are broken, no numbers are seen; the words are there all the same.
    let lists = side("numbering").unwrap_or_default();
    let styles = if lists.is_some() { side("styles").unwrap_or_default() } else { None };
    let numbering = Numbering::of(lists.as_deref(), styles.as_deref());
    let text = package.text(&part).map_err(|error| error.refuse(file))?;
    let mut writing = Writing::default();
    let mut body = Body::new(&mut writing).numbered(numbering);
    body.read(&text).map_err(|detail| damaged(file, &part, &detail))?;
    drop(text);
    let seen = body.seen();
    let marks = seen.notes.len();
    if marks > 0 {
        let mut notes = Notes::default();
        for (kind, text) in [("footnote", &footnotes), ("endnote", &endnotes)] {
            if let Some(text) = text {
                notes.find(kind, text).map_err(|detail| damaged(file, kind, &detail))?;
            }
        }
        writing.begin_notes();
        for (number, note) in (1..).zip(&seen.notes) {
            let Some(words) = notes.of(note) else { continue };
            if writing.is_full() {
                break;
            }
            writing.write(&format!("[{number}] "));
            let mut inside = Body::new(&mut writing);
            inside.read(words).map_err(|detail| damaged(file, "notes", &detail))?;
            writing.end_begun_line();
        }
    }
    let comments = match comments {
        None => HashMap::new(),
        Some(text) => comments_of(&text).map_err(|detail| damaged(file, "comments", &detail))?,
    };
    let met = Met { changes: seen.changes, pictures: seen.pictures, notes: marks };
    writing.finish_document(file, &comments, met)
}

fn damaged(file: &str, part: &str, detail: &str) -> ImportError {
    ImportError::Damaged { file: file.to_owned(), detail: format!("{part}: {detail}") }
}

/// Where a part leads.
struct Relation {
    /// The last word of its type.
    kind: String,
    /// Name of the part.
    target: String,
}

/// The relationships in a part; none where there is no such part or it is broken.
fn relations(package: &mut Package<'_>, name: &str, folder: &str) -> Vec<Relation> {
    let Ok(text) = package.text(name) else { return Vec::new() };
    let mut reader = Reader::from_str(&text);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let is_outside = xml::attribute(&element, "TargetMode").as_deref() == Some("External");
                if let (Some(kind), Some(target), false) =
                    (xml::attribute(&element, "Type"), xml::attribute(&element, "Target"), is_outside)
                    && found.len() < 10_000
                {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    found.push(Relation { kind, target: resolved(folder, &target) });
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// The name of the part that a target names from a folder. Whatever leads out of the package leads to no part.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in from.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The comments by their ids: who says it, and what.
fn comments_of(text: &str) -> Result<HashMap<String, String>, String> {
    let mut notes = Notes::default();
    let authors = notes.find("comment", text)?;
    let mut found = HashMap::new();
    for (id, author) in authors {
        let Some(words) = notes.of(&("comment".to_owned(), id.clone())) else { continue };
        let mut writing = Writing::default();
        Body::new(&mut writing).read(words)?;
        let Ok(said) = writing.finish("", &HashMap::new()) else { continue };
        let author = author.trim();
        let words = if author.is_empty() { said.text } else { format!("{author}: {}", said.text.trim_start()) };
        found.insert(id, words);
    }
    Ok(found)
}
