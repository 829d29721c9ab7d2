//! Whether the project is what it should be.

use super::code::{code_label, source_label};
use super::{CheckReport, Error, Project};
use crate::analysis::Study;
use crate::domain::{Message, Segment, SourceId, lines_cited};
use crate::store::{Fault, revision_id};

impl Project {
    /// Database, history, and every quotation against its text.
    ///
    /// # Errors
    /// The file cannot be read. What is wrong inside it is no error but in the report.
    pub fn check(&mut self) -> Result<CheckReport, Error> {
        self.catch_up()?;
        let mut faults = self.db.faults()?;
        let (quotations, wrong) = self.db.quotation_faults()?;
        faults.extend(wrong);
        Ok(CheckReport {
            quotations,
            steps: u32::try_from(self.db.step_count()?).unwrap_or(u32::MAX),
            problems: faults.iter().map(|fault| say(&self.study, fault)).collect(),
        })
    }
}

impl Project {
    /// What is wrong with the text of a source, for whoever is about to read it: its checksum, and quotations that
    /// are not what stands at their place, each behind the sentence that counts them.
    ///
    /// # Errors
    /// The source is gone, or the file cannot be read.
    pub fn text_problems(&mut self, source: SourceId) -> Result<Vec<Message>, Error> {
        let found = self.study.source(source).ok_or(Error::NoSource)?;
        let text = self.texts.get(&self.db, found)?;
        let mut problems = Vec::new();
        if revision_id(text.as_str()) != found.revision {
            problems.push(Message::new("notice-text-altered").with("source", found.label()));
        }
        let differing: Vec<&Segment> = self
            .study
            .segments
            .iter()
            .map(|entry| &entry.segment)
            .filter(|segment| segment.source == source)
            .filter(|segment| text.slice(segment.range) != Some(&*segment.quote))
            .collect();
        if !differing.is_empty() {
            let counted = Message::new("notice-quotations-differ").with("source", found.label());
            problems.push(counted.with("n", differing.len()));
            let said = |segment: &Segment| say(&self.study, &Fault::Quotation(segment.clone()));
            problems.extend(differing.into_iter().map(said));
        }
        Ok(problems)
    }
}

fn say(study: &Study, fault: &Fault) -> Message {
    let about = |key: &str, what: &str| Message::new(key).with("what", what);
    match fault {
        Fault::Damaged(what) => about("check-damaged", what),
        Fault::Reference { table, to } => {
            Message::new("check-reference").with("table", table.as_str()).with("to", to.as_str())
        }
        Fault::Schema(what) => about("check-schema", what),
        Fault::History(what) => about("check-history", what),
        Fault::Text(altered) => match (&altered.source, altered.is_original) {
            (None, _) => about("check-text-unused", &altered.what),
            (Some(source), false) => Message::new("check-text").with("source", source.as_str()),
            (Some(source), true) => Message::new("check-original").with("source", source.as_str()),
        },
        Fault::Quotation(segment) => Message::new("check-quotation")
            .with("source", source_label(study, segment.source))
            .with("lines", lines_cited(segment.line, segment.line_end))
            .with("quote", &*segment.quote),
        Fault::Lines(segment) => Message::new("check-lines")
            .with("source", source_label(study, segment.source))
            .with("lines", lines_cited(segment.line, segment.line_end))
            .with("quote", &*segment.quote),
        Fault::Ring(code) => about("check-ring", &code_label(study, *code)),
    }
}
