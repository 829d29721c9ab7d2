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

/// What was found in a typed text, before it is a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedProposal {
    /// Its technique, chosen or found.
    pub technique: Technique,
    /// Its date, given or found.
    pub date: Option<Date>,
    /// Turns.
    pub turns: usize,
    /// Codes of those who speak in it, in the order in which they do.
    pub informants: Vec<String>,
    /// Labels that look like speakers' and were taken for none.
    pub undecided: Vec<String>,
}

impl Project {
    /// What would become of a typed text, found as in a file. Nothing where it cannot be read yet: it has no name, or no
    /// words.
    pub fn propose_typed(&self, typed: &TypedSource) -> Option<TypedProposal> {
        let parsed = self.read_typed(typed).ok()?;
        let undecided = import::found_labels(&parsed).into_iter().filter(|label| label.kind.is_none());
        let undecided = undecided.map(|label| label.label).collect();
        let (parsed, _) = self.propose_import(parsed, &options_of(typed));
        let mut informants: Vec<String> = Vec::new();
        for speaker in parsed.turns.iter().filter_map(|turn| parsed.speakers.get(turn.speaker?)) {
            if !informants.contains(&speaker.code) {
                informants.push(speaker.code.clone());
            }
        }
        let (technique, date, turns) = (parsed.technique, parsed.date, parsed.turns.len());
        Some(TypedProposal { technique, date, turns, informants, undecided })
    }

    /// Adds a source that was typed or pasted, with the turns found in it. One step.
    ///
    /// # Errors
    /// No name, a name or a text that another source has, a text without words, or the file refuses.
    pub fn type_source(&mut self, typed: &TypedSource) -> Result<Landed<SourceId>, Error> {
        let parsed = self.read_typed(typed)?;
        let options = options_of(typed);
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
        let text = pasted_lines(typed.text.trim_end());
        let parsed = import::read(&format!("{name}.txt"), format!("{text}\n").into_bytes(), &reading)?;
        Ok(ParsedSource { name: name.to_owned(), ..parsed })
    }
}

fn options_of(typed: &TypedSource) -> ImportOptions {
    ImportOptions {
        name: Some(typed.name.trim().to_owned()),
        technique: typed.technique,
        informant: typed.informant.clone(),
        date: typed.date,
        place: Some(typed.place.trim().to_owned()).filter(|place| !place.is_empty()),
        ..ImportOptions::default()
    }
}

/// The text with its lines where they were in the program it was copied from: word processors put a vertical tab for a
/// line broken by hand and browsers a separator of lines or paragraphs, all of which begin a new line there. Bytes that
/// a clipboard has put at the start to name its encoding are no letters.
pub fn pasted_lines(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}').replace(['\u{B}', '\u{2028}', '\u{2029}'], "\n")
}
