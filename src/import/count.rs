//! How often labels stand at the start of lines: what comes back is a speaker, what stands once is a sentence.

use super::label;
use super::lines::{Wrap, lines};
use std::collections::HashMap;

/// Most different labels that are told apart; more than that are no labels.
const MOST_LABELS: usize = 4096;
/// How often one label stands at the start of a line.
#[derive(Clone, Debug)]
pub struct Tally {
    /// The label as it first stood, one space between its words.
    pub label: String,
    /// Times in all.
    pub times: u32,
    /// Times the line before had come to an end.
    pub clean: u32,
}

/// How often every label stands at the start of a line.
#[derive(Clone, Debug, Default)]
pub struct Count {
    places: HashMap<String, usize>,
    /// In the order of first appearance.
    pub labels: Vec<Tally>,
    /// Lines that are not blank.
    pub written: u32,
}

impl Count {
    /// Counts the labels of a text.
    pub fn of(text: &str, wrap: Wrap) -> Self {
        let mut count = Self::default();
        let mut has_ended = true;
        for line in lines(text) {
            let labelled = label::split(line.text);
            // Without a space behind the colon only a code is a label.
            if let Some(labelled) = labelled.filter(|found| found.is_spaced || label::is_code(found.label)) {
                count.add(labelled.label, has_ended);
            }
            let last = line.text.trim_end().chars().next_back();
            has_ended = last.is_none_or(|letter| {
                if wrap.is_wrapped() { !letter.is_alphanumeric() && letter != ',' } else { letter != ',' }
            });
            count.written += u32::from(last.is_some());
        }
        count
    }

    fn add(&mut self, label: &str, is_clean: bool) {
        let key = label::key(label);
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None if self.labels.len() < MOST_LABELS => {
                let place = self.labels.len();
                self.labels.push(Tally { label: label::collapse(label), times: 0, clean: 0 });
                self.places.insert(key, place);
                place
            }
            None => return,
        };
        self.labels[place].times += 1;
        self.labels[place].clean += u32::from(is_clean);
    }

    /// How often a label stands at the start of a line.
    pub fn of_label(&self, label: &str) -> u32 {
        self.places.get(&label::key(label)).map_or(0, |place| self.labels[*place].times)
    }
}
