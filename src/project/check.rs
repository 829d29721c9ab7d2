//! Whether the project is what it should be.

use super::code::{code_label, source_label};
use super::{CheckReport, Error, Project};
use crate::analysis::Study;
use crate::domain::{Message, lines_cited};
use crate::store::Fault;

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

fn say(study: &Study, fault: &Fault) -> Message {
    let about = |key: &str, what: &str| Message::new(key).with("what", what);
    match fault {
        Fault::Damaged(what) => about("check-damaged", what),
        Fault::Reference { table, to } => {
            Message::new("check-reference").with("table", table.as_str()).with("to", to.as_str())
        }
        Fault::Schema(what) => about("check-schema", what),
        Fault::History(what) => about("check-history", what),
        Fault::Text(what) => about("check-text", what),
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
