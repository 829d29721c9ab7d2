//! Table 4.1: who was interviewed, what was observed and read, when and where.

use super::{Made, Making, NOTHING};
use crate::domain::{Informant, Message, Source, Standing, Technique, TurnKind};
use crate::export::columns::group_words;
use crate::export::paper::GridCell;

impl Making<'_> {
    /// One row a source, in the order of the project.
    pub(super) fn informants(&self) -> Made {
        let rows = self.study.sources.iter().enumerate().take(self.most);
        Made {
            headings: vec![
                self.heading("tables-no", 5),
                self.heading("tables-source-code", 18),
                self.heading("tables-technique", 13),
                self.heading("tables-informant", 19),
                self.heading("tables-position", 18),
                self.heading("tables-date", 15),
                self.heading("tables-place", 19),
                self.heading("tables-remarks", 24),
            ],
            centred: vec![0],
            rows: rows.map(|(at, source)| self.source_row(at, source)).collect(),
            total: self.study.sources.len(),
            notes: Vec::new(),
        }
    }

    fn source_row(&self, at: usize, source: &Source) -> Vec<GridCell> {
        let people = self.people(at);
        let naming = self.citer.naming();
        let names: Vec<&str> = people.iter().map(|at| self.study.informant_name(*at, naming)).collect();
        let who = match (names.is_empty(), source.technique) {
            (false, _) => names.join(", "),
            (true, Technique::Observation) => self.words.text("tables-researcher"),
            (true, _) => source.description.clone(),
        };
        let positions: Vec<String> = people.iter().map(|at| self.position(*at)).collect();
        let day = source.date.map(|date| self.words.date(date)).unwrap_or_default();
        let remarks = self.remarks(source, &people);
        let name = self.study.source_name(&source.name, naming);
        let technique = self.words.text(&format!("technique-{}", source.technique));
        let said = |text: String| GridCell::from(if text.trim().is_empty() { NOTHING.to_owned() } else { text });
        let mut cells: Vec<GridCell> = vec![(at + 1).to_string().into(), name.into(), technique.into()];
        cells.extend([who, positions.join("; "), day, source.place.clone(), remarks].map(said));
        cells
    }

    /// Who speaks in a source, in the order in which they begin.
    fn people(&self, source: usize) -> Vec<u32> {
        let turns = self.study.turns.get(source).map_or(&[][..], |turns| turns);
        let mut seen = Vec::new();
        let speaking = turns.iter().filter(|turn| turn.kind == TurnKind::Speech);
        for at in speaking.filter_map(|turn| self.study.informant_at(turn.informant?)) {
            if !seen.contains(&at) {
                seen.push(at);
            }
        }
        seen
    }

    /// What somebody is: in the researcher's words, else by the group.
    fn position(&self, informant: u32) -> String {
        let found = &self.study.informants[informant as usize];
        if !found.description.is_empty() {
            return found.description.clone();
        }
        let group = self.study.informant_groups.get(informant as usize).copied().flatten();
        let group = group.and_then(|at| self.study.groups.get(at as usize));
        group.map_or_else(
            || NOTHING.to_owned(),
            |group| if group.name.is_empty() { group_words(self.words, &group.key) } else { group.name.clone() },
        )
    }

    /// Standing, consent and circumstances. Of observations and documents what they are.
    fn remarks(&self, source: &Source, people: &[u32]) -> String {
        let mut remarks: Vec<String> = Vec::new();
        for informant in people.iter().map(|at| &self.study.informants[*at as usize]) {
            let before = match people.len() {
                1 => String::new(),
                _ => format!("{}: ", self.study.informant_name(self.place_of(informant), self.citer.naming())),
            };
            let said = self.of_informant(informant);
            if !said.is_empty() {
                remarks.push(format!("{before}{}", said.join(", ")));
            }
        }
        if people.is_empty() && source.technique == Technique::Observation {
            remarks.push(source.description.clone());
        }
        remarks.extend([source.setting.clone(), source.note.clone()]);
        remarks.retain(|remark| !remark.trim().is_empty());
        remarks.join("; ")
    }

    fn place_of(&self, informant: &Informant) -> u32 {
        self.study.informant_at(informant.id).unwrap_or(u32::MAX)
    }

    fn of_informant(&self, informant: &Informant) -> Vec<String> {
        let words = self.words;
        let mut said = Vec::new();
        if informant.standing == Standing::Key {
            said.push(words.text("tables-key-informant"));
        }
        let consent = &informant.consent;
        if informant.is_withdrawn() {
            said.push(words.text("tables-withdrawn"));
        } else if let Some(kind) = consent.kind {
            let who = if informant.is_child { "guardian" } else { "own" };
            let given = words.text(&format!("tables-consent-{who}-{}", kind.key()));
            said.push(match consent.date {
                Some(date) => {
                    words.say(&Message::new("tables-consent-dated").with("what", given).with("date", words.date(date)))
                }
                None => given,
            });
            if informant.is_child && consent.assent == Some(true) {
                said.push(words.text("tables-assent"));
            }
        }
        said
    }
}
