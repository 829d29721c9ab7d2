//! Coded excerpts as block quotations under headings: by role and indicator, by informant or by source.

use super::{Block, HandIn, Paper, Section, direction_words};
use crate::analysis::{CodingEntry, Filter, SegmentEntry, Study};
use crate::domain::source::keyed;
use crate::domain::{CodingId, MemoHost, Message};
use crate::export::columns::group_words;
use crate::i18n::Catalog;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

/// What stands in the headings.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Grouping {
    /// Codes: a passage stands under each of its codes.
    #[default]
    Role,
    /// Informants: a passage stands under each who speaks in it.
    Informant,
    /// Sources.
    Source,
}

impl Grouping {
    /// All, in the order of controls.
    pub const ALL: [Self; 3] = [Self::Role, Self::Informant, Self::Source];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Informant => "informant",
            Self::Source => "source",
        }
    }
}

keyed!(Grouping, "role, informant, source", [Grouping::Role, Grouping::Informant, Grouping::Source]);

/// Which excerpts, and how they stand together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ExcerptChoice {
    /// Which.
    pub filter: Filter,
    /// Under which headings.
    pub by: Grouping,
}

/// A place under a heading: where it stands (two numbers, the second nothing on the heading itself), and its coding.
type Placed<'a> = ((u32, u32), &'a CodingEntry);

/// Excerpts on paper; where `most` says so only the first quotations, under the headings they need.
pub fn excerpts_paper(
    study: &Study,
    choice: &ExcerptChoice,
    hand_in: HandIn,
    words: &Catalog,
    most: Option<usize>,
) -> Paper {
    let mut paper = Paper::new(study, words.text("paper-excerpts"), words, hand_in.today);
    let placed = placed(study, choice);
    // A passage that stands twice under one heading (several coders, several codes of a source) stands there once.
    let same = |one: &Placed<'_>, next: &Placed<'_>| one.0 == next.0 && one.1.segment == next.1.segment;
    paper.total = placed.chunk_by(same).count();
    let memos: HashMap<CodingId, &str> = (study.memos.iter())
        .filter_map(|memo| match memo.host {
            MemoHost::Coding(coding) => Some((coding, memo.text.as_str())),
            _ => None,
        })
        .collect();
    let mut section = Section::default();
    let intro = Intro { study, choice, hand_in, words };
    section.blocks.push(Block::Note(intro.counts(&placed)));
    if !study.locked.codings.is_empty() {
        let n = study.locked.codings.len();
        section.blocks.push(Block::Note(words.say(&Message::new("paper-locked").with("n", n))));
    }
    let mut last = None;
    for codings in placed.chunk_by(same).take(most.unwrap_or(usize::MAX)) {
        let Some((place, first)) = codings.first() else { continue };
        intro.headings(&mut section.blocks, last, *place);
        last = Some(*place);
        let segment = &study.segments[first.segment as usize];
        let foot = intro.foot(segment, codings);
        section.blocks.push(Block::Quote { words: segment.segment.quote.to_string(), foot });
        for memo in codings.iter().filter_map(|(_, entry)| memos.get(&entry.coding.id)) {
            section.blocks.push(Block::Note(words.say(&Message::new("paper-memo").with("text", *memo))));
        }
    }
    paper.sections.push(section);
    paper
}

fn placed<'a>(study: &'a Study, choice: &ExcerptChoice) -> Vec<Placed<'a>> {
    let is_wanted = choice.filter.matcher(study);
    let informant = choice.filter.informant.and_then(|id| study.informant_at(id));
    let mut placed: Vec<Placed<'a>> = Vec::new();
    for entry in study.codings.iter().filter(|entry| is_wanted(entry)) {
        let segment = &study.segments[entry.segment as usize];
        match choice.by {
            Grouping::Role => placed.push(((study.family_of(entry.code), entry.code), entry)),
            Grouping::Source => placed.push(((segment.source, 0), entry)),
            Grouping::Informant if segment.voice.informants.is_empty() => placed.push(((u32::MAX, 0), entry)),
            Grouping::Informant => {
                let speaking = segment.voice.informants.iter().filter(|at| informant.is_none_or(|one| one == **at));
                placed.extend(speaking.map(|at| ((*at, 0), entry)));
            }
        }
    }
    placed.sort_by_key(|(place, entry)| {
        let segment = &study.segments[entry.segment as usize];
        let range = segment.segment.range;
        (*place, segment.source, range.start, range.end, entry.segment, entry.code, entry.coder, entry.coding.id)
    });
    placed
}

struct Intro<'a> {
    study: &'a Study,
    choice: &'a ExcerptChoice,
    hand_in: HandIn,
    words: &'a Catalog,
}

impl Intro<'_> {
    fn counts(&self, placed: &[Placed<'_>]) -> String {
        let segments: HashSet<u32> = placed.iter().map(|(_, entry)| entry.segment).collect();
        let codings: HashSet<CodingId> = placed.iter().map(|(_, entry)| entry.coding.id).collect();
        let count = |key: &str, n: usize| self.words.say(&Message::new(key).with("n", n));
        let message = Message::new("paper-counts").with("segments", count("count-segments", segments.len()));
        self.words.say(&message.with("codings", count("count-codings", codings.len())))
    }

    /// The headings that a place needs behind the last one.
    fn headings(&self, blocks: &mut Vec<Block>, last: Option<(u32, u32)>, place: (u32, u32)) {
        if last == Some(place) {
            return;
        }
        let study = self.study;
        match self.choice.by {
            Grouping::Role => {
                let name =
                    |at: u32| study.codes.get(at as usize).map(crate::domain::Code::full_name).unwrap_or_default();
                if last.is_none_or(|(family, _)| family != place.0) {
                    blocks.push(Block::Heading(1, name(place.0)));
                }
                if place.1 != place.0 {
                    blocks.push(Block::Heading(2, name(place.1)));
                }
            }
            Grouping::Informant => match study.informants.get(place.0 as usize) {
                None => blocks.push(Block::Heading(1, self.words.text("paper-nobody"))),
                Some(informant) => {
                    blocks.push(Block::Heading(1, study.informant_name(place.0, self.hand_in.naming).to_owned()));
                    let group = study.informant_groups.get(place.0 as usize).copied().flatten();
                    let group = group.and_then(|at| study.groups.get(at as usize));
                    let group = group.map(|group| {
                        if group.name.is_empty() { group_words(self.words, &group.key) } else { group.name.clone() }
                    });
                    let facts: Vec<String> =
                        [Some(informant.description.clone()), group].into_iter().flatten().collect();
                    let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
                    if !facts.is_empty() {
                        blocks.push(Block::Note(facts.join(" · ")));
                    }
                }
            },
            Grouping::Source => {
                let Some(source) = study.sources.get(place.0 as usize) else { return };
                blocks.push(Block::Heading(1, study.source_name(&source.name, self.hand_in.naming)));
                blocks.push(Block::Note(source_facts(source, self.words)));
            }
        }
    }

    /// What stands below the words: the citation, and of each coding what the heading does not say.
    fn foot(&self, segment: &SegmentEntry, codings: &[Placed<'_>]) -> String {
        let study = self.study;
        let mut foot = format!("({})", study.citation_as(segment, self.hand_in.naming));
        let mut coders: Vec<u32> = codings.iter().map(|(_, entry)| entry.coder).collect();
        coders.sort_unstable();
        coders.dedup();
        let mut said: Vec<String> = Vec::new();
        for (_, entry) in codings {
            let mut parts = Vec::new();
            if self.choice.by != Grouping::Role {
                parts.push(study.codes[entry.code as usize].full_name());
            }
            parts.extend(direction_words(self.words, entry.coding.direction));
            if coders.len() > 1 {
                parts.push(format!("({})", study.coders[entry.coder as usize].name));
            }
            if !parts.is_empty() {
                said.push(parts.join(" "));
            }
        }
        if !said.is_empty() {
            foot.push(' ');
            foot.push_str(&said.join("; "));
        }
        foot
    }
}

/// Technique, description, date and place of a source on one line.
pub(super) fn source_facts(source: &crate::domain::Source, words: &Catalog) -> String {
    let facts = [
        words.text(&format!("technique-{}", source.technique)),
        source.description.clone(),
        source.date.map(|date| words.date(date)).unwrap_or_default(),
        source.place.clone(),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}
