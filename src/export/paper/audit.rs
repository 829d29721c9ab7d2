//! The audit trail on paper: who did what and when, with what stood there before and after; what a supervisor can read
//! without the program.

use super::{Block, Grid, GridCell, HandIn, Paper, Section};
use crate::analysis::Study;
use crate::domain::{AuditField, AuditStep, Message};
use crate::i18n::Catalog;

/// Fields of one step that are told at most.
const FIELDS: usize = 8;

/// The audit trail on paper; where `most` says so only the first steps.
pub fn audit_paper(study: &Study, steps: &[AuditStep], hand_in: HandIn, words: &Catalog, most: Option<usize>) -> Paper {
    let mut paper = Paper::new(study, words.text("audit-title"), words, hand_in.today);
    paper.total = steps.len();
    let trail = Trail { study, hand_in, words };
    let heading = |key: &str, share: u32| (words.text(key), share);
    let rows = (1_usize..).zip(steps).take(most.unwrap_or(usize::MAX)).map(|(number, step)| trail.row(number, step));
    let grid = Grid {
        headings: vec![
            heading("tables-no", 5),
            heading("audit-when", 13),
            heading("audit-who", 13),
            heading("audit-what", 33),
            heading("audit-before", 28),
            heading("audit-after", 28),
        ],
        centred: vec![0],
        rows: rows.collect(),
        ..Grid::default()
    };
    let note = Block::Note(words.say(&Message::new("audit-note").with("n", steps.len())));
    paper.sections.push(Section { is_wide: true, blocks: vec![note, Block::Table(grid)], ..Section::default() });
    paper
}

struct Trail<'a> {
    study: &'a Study,
    hand_in: HandIn,
    words: &'a Catalog,
}

impl Trail<'_> {
    fn row(&self, number: usize, step: &AuditStep) -> Vec<GridCell> {
        let mut what = GridCell::from(self.named(&self.words.say(&step.sentence)));
        if step.is_undone {
            what.small_line(self.words.text("audit-undone"));
        }
        let mut who = GridCell::from(step.coder.as_str());
        if !step.device.is_empty() {
            who.small_line(step.device.as_str());
        }
        let (mut before, mut after) = (GridCell::new(), GridCell::new());
        let is_one = step.fields.len() == 1;
        for field in step.fields.iter().take(FIELDS) {
            for (cell, value) in [(&mut before, &field.before), (&mut after, &field.after)] {
                if !value.is_empty() {
                    cell.words(self.field(field, value, is_one));
                }
            }
        }
        if step.fields.len() > FIELDS {
            let more = Message::new("audit-more").with("n", step.fields.len() - FIELDS);
            after.small_line(self.words.say(&more));
        }
        vec![number.to_string().into(), self.words.moment(step.at).into(), who, what, before, after]
    }

    /// A value in words, its name before it where a step has changed several.
    fn field(&self, field: &AuditField, value: &str, is_one: bool) -> String {
        let value = self.value(field, value);
        if is_one {
            return value;
        }
        let name = self.words.text(&format!("audit-field-{}", field.name));
        self.words.say(&Message::new("paper-said").with("what", name).with("text", value))
    }

    /// A value of a closed list in words, a day as a date; words as they are.
    fn value(&self, field: &AuditField, value: &str) -> String {
        let key = match (field.of.as_str(), field.name.as_str()) {
            (_, "direction") => format!("direction-{value}"),
            ("verdict", "value") => format!("verdict-{value}"),
            ("evaluation", "value") => format!("evaluation-{value}"),
            (_, "empty_reason") => format!("empty-{value}"),
            ("member_check", "state") => format!("member-check-{value}"),
            ("source", "technique") => format!("technique-{value}"),
            (_, "date" | "consent_date") => {
                return value.parse().map_or_else(|_| value.to_owned(), |date| self.words.date(date));
            }
            _ => return self.named(value),
        };
        self.words.text(&key)
    }

    /// Words with people named as they go in what is handed in.
    fn named(&self, words: &str) -> String {
        self.study.source_name(words, self.hand_in.naming)
    }
}
