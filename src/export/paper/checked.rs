//! The sheet of a member check: what an informant is asked to confirm, correct or reject, with the informant's own words
//! beside each finding, room for notes, and a place for date and signature. One informant a page.

use super::{Block, Grid, GridCell, HandIn, Paper, Section};
use crate::analysis::Study;
use crate::domain::{Finding, InformantId, MemberCheckState, Message, SegmentId};
use crate::i18n::Catalog;

/// The boxes to tick, and what has been ticked.
const BOXES: [MemberCheckState; 3] =
    [MemberCheckState::Confirmed, MemberCheckState::Corrected, MemberCheckState::Rejected];
/// Empty lines that a note has room for.
const ROOM: usize = 4;

/// Sheets on paper: one an informant whose words bear on a finding, or of one informant alone.
pub fn member_check_paper(study: &Study, of: Option<InformantId>, hand_in: HandIn, words: &Catalog) -> Paper {
    let mut paper = Paper::new(study, words.text("membercheck-title"), words, hand_in.today);
    paper.is_bare = true;
    for (at, informant) in (0_u32..).zip(&study.informants) {
        if informant.is_withdrawn() || of.is_some_and(|wanted| wanted != informant.id) {
            continue;
        }
        let asked: Vec<(&Finding, Vec<SegmentId>)> = study
            .findings
            .iter()
            .map(|finding| (finding, own_words(study, finding, at)))
            .filter(|(finding, own)| {
                let is_sent = study.member_checks.iter().any(|check| {
                    check.finding == finding.id
                        && check.informant == informant.id
                        && check.state != MemberCheckState::NotSent
                });
                !own.is_empty() || is_sent
            })
            .collect();
        if !asked.is_empty() {
            let sheet = Sheet { study, informant: at, hand_in, words };
            paper.total += asked.len();
            paper.sections.push(sheet.section(&asked));
        }
    }
    if paper.sections.is_empty() {
        let blocks =
            vec![Block::Heading(1, words.text("membercheck-title")), Block::Body(words.text("membercheck-none"))];
        paper.sections.push(Section { blocks, ..Section::default() });
    }
    paper
}

/// The segments of the informant's words that bear on a finding, in reading order.
fn own_words(study: &Study, finding: &Finding, informant: u32) -> Vec<SegmentId> {
    let all = study.evidence_of(finding.id).map(|evidence| evidence.segment);
    let is_own = |id: &SegmentId| study.segment(*id).is_some_and(|entry| entry.voice.informants.contains(&informant));
    all.filter(is_own).collect()
}

struct Sheet<'a> {
    study: &'a Study,
    informant: u32,
    hand_in: HandIn,
    words: &'a Catalog,
}

impl Sheet<'_> {
    fn section(&self, asked: &[(&Finding, Vec<SegmentId>)]) -> Section {
        let words = self.words;
        let name = self.study.informant_name(self.informant, self.hand_in.naming);
        let description = &self.study.informants[self.informant as usize].description;
        let who = if description.is_empty() { name.to_owned() } else { format!("{name} ({description})") };
        let heading = |key: &str, share: u32| (words.text(key), share);
        let grid = Grid {
            headings: vec![
                heading("tables-no", 5),
                heading("membercheck-finding", 26),
                heading("membercheck-own-words", 38),
                heading("membercheck-answer", 17),
                heading("membercheck-notes", 24),
            ],
            centred: vec![0],
            rows: (1_usize..).zip(asked).map(|(number, (finding, own))| self.row(number, finding, own)).collect(),
            ..Grid::default()
        };
        let mut blocks = vec![
            Block::Heading(1, words.text("membercheck-title")),
            Block::Body(words.say(&Message::new("membercheck-informant").with("who", who.as_str()))),
            Block::Note(words.text("membercheck-request")),
            Block::Table(grid),
        ];
        blocks.extend(
            ["membercheck-date", "membercheck-signature", "membercheck-researcher"]
                .map(|key| Block::Body(words.text(key))),
        );
        Section { head: who, is_wide: true, blocks }
    }

    fn row(&self, number: usize, finding: &Finding, own: &[SegmentId]) -> Vec<GridCell> {
        let study = self.study;
        let informant = &study.informants[self.informant as usize];
        let known =
            study.member_checks.iter().find(|check| check.finding == finding.id && check.informant == informant.id);
        let mut quotes = GridCell::new();
        for entry in own.iter().filter_map(|id| study.segment(*id)) {
            quotes.words(format!("“{}”", entry.segment.quote));
            quotes.small(&format!("({})", study.citation_as(entry, self.hand_in.naming)));
        }
        let mut boxes = GridCell::new();
        for state in BOXES {
            let mark = if known.is_some_and(|check| check.state == state) { '☒' } else { '☐' };
            boxes.words(format!("{mark} {}", self.words.text(&format!("membercheck-box-{state}"))));
        }
        let mut notes = GridCell::new();
        match known.filter(|check| !check.note.is_empty() || check.date.is_some()) {
            Some(check) => {
                if !check.note.is_empty() {
                    notes.words(check.note.as_str());
                }
                if let Some(date) = check.date {
                    notes.small_line(self.words.date(date));
                }
            }
            None => (0..ROOM).for_each(|_| notes.words("")),
        }
        vec![number.to_string().into(), finding.claim.as_str().into(), quotes, boxes, notes]
    }
}
