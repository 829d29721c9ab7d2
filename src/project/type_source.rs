//! A source that was typed or pasted instead of imported: it goes the way of every import, and its original is the
//! typed text.

use super::import_source::import;
use super::original::has_words;
use super::transact::Op;
use super::{Error, ImportOptions, Landed, Project};
use crate::domain::{Date, Message, SourceId, Technique};
use crate::import::{self, Encoding, ParsedSource, Reading, Times};
use crate::task::Watch;

/// A source that was typed or pasted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedSource {
    /// The name.
    pub name: String,
    /// The words.
    pub text: String,
    /// The technique; found out where none is chosen.
    pub technique: Option<Technique>,
    /// The date; as the first lines say it where none is given.
    pub date: Option<Date>,
    /// The place; as the first lines say it where empty.
    pub place: String,
    /// Code of the informant whose words these are; turns are looked for where none is given.
    pub informant: Option<String>,
}

impl Project {
    /// Adds a source that was typed or pasted, with the turns found in it. One step.
    ///
    /// # Errors
    /// No name, a name or a text that another source has, a text without words, or the file refuses.
    pub fn type_source(&mut self, typed: &TypedSource) -> Result<Landed<SourceId>, Error> {
        let parsed = self.read_typed(typed)?;
        let options = ImportOptions {
            name: Some(parsed.name.clone()),
            technique: typed.technique,
            informant: typed.informant.clone(),
            date: typed.date,
            place: Some(typed.place.trim().to_owned()).filter(|place| !place.is_empty()),
            ..ImportOptions::default()
        };
        self.transact(Op::Import, |work| {
            let source = import(work, parsed, &options, &Watch::new())?;
            work.describe(Message::new("step-source-type").with("source", typed.name.trim()));
            Ok(source)
        })
    }

    /// What an importer finds in a typed text.
    fn read_typed(&self, typed: &TypedSource) -> Result<ParsedSource, Error> {
        let name = typed.name.trim();
        if name.is_empty() {
            return Err(Error::NamelessSource);
        }
        if self.study.sources.iter().any(|source| source.name == name) {
            return Err(Error::NameTaken { name: name.to_owned() });
        }
        if !has_words(&typed.text) {
            return Err(Error::NoWords);
        }
        let reading = Reading {
            encoding: Some(Encoding::UTF_8),
            technique: typed.technique,
            labels: self.label_rules(),
            // What was typed stays as it was typed.
            times: Times::Keep,
            ..Reading::default()
        };
        let text = typed.text.trim_end();
        let parsed = import::read(&format!("{name}.txt"), format!("{text}\n").into_bytes(), &reading)?;
        Ok(ParsedSource { name: name.to_owned(), ..parsed })
    }
}
