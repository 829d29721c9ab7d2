//! How often labels stand at the start of lines: what comes back is a speaker, what stands once is a sentence.

use super::label;
use super::layout::Layout;
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
    /// Whether the file itself says that it is a speaker's.
    pub is_told: bool,
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
    /// Counts the labels of a text behind byte `from`.
    pub fn of(text: &str, from: usize, layout: &Layout) -> Self {
        let wrap = layout.wrap();
        let mut count = Self::default();
        let mut has_ended = true;
        for line in layout.lines(text, from) {
            let labelled = layout.labelled(&line);
            // Without a space behind the colon only a code is a label.
            if let Some(labelled) = labelled.filter(|found| found.is_spaced || label::is_code(found.label)) {
                count.add(labelled.label, has_ended, layout.is_told(&line));
            }
            let last = layout.extent(&line).and_then(|words| line.text[words].chars().next_back());
            has_ended = last.is_none_or(|letter| {
                if wrap.is_wrapped() { !letter.is_alphanumeric() && letter != ',' } else { letter != ',' }
            });
            count.written += u32::from(last.is_some());
        }
        count
    }

    fn add(&mut self, label: &str, is_clean: bool, is_told: bool) {
        let key = label::key(label);
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None if self.labels.len() < MOST_LABELS => {
                let place = self.labels.len();
                self.labels.push(Tally { label: label::collapse(label), times: 0, clean: 0, is_told });
                self.places.insert(key, place);
                place
            }
            None => return,
        };
        self.labels[place].times += 1;
        self.labels[place].clean += u32::from(is_clean);
        self.labels[place].is_told |= is_told;
    }

    /// Whether a label with a code in it (`K (Kiki)`) comes back as the code alone.
    pub fn comes_back(&self, label: &str) -> bool {
        let (code, _) = label::code_and_description(label);
        code.is_some_and(|code| label::key(&code) != label::key(label) && self.of_label(&code) >= 1)
    }

    /// How often a label stands at the start of a line.
    pub fn of_label(&self, label: &str) -> u32 {
        self.places.get(&label::key(label)).map_or(0, |place| self.labels[*place].times)
    }
}
