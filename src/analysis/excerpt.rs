//! A coding with everything a thesis needs of it: the words, who said them, where they stand. This is the
//! coding object of the command line; its keys are a contract and its values are never translated.

use super::cited::Naming;
use super::study::{CodingEntry, Study};
use crate::domain::{
    CodeId, CoderId, CodingId, Date, Direction, GroupId, InformantId, Memo, MemoHost, RevisionId, SegmentId, SourceId,
    Technique, Timestamp,
};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::HashMap;
use std::fmt;

/// A coding with its words and their place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Excerpt {
    /// The coding.
    pub id: CodingId,
    /// The segment it lies on.
    pub segment: SegmentId,
    /// The source.
    pub source_id: SourceId,
    /// Name of the source.
    pub source: String,
    /// The text that the positions count in.
    pub revision: RevisionId,
    /// The code.
    pub code_id: CodeId,
    /// The short code; the name where there is none.
    pub code: String,
    /// Name of the code.
    pub code_name: String,
    /// Names from the top of the codebook: `Supervisor / Melaksanakan supervisi`.
    pub code_path: String,
    /// First code point, from 0.
    pub start: u32,
    /// First code point behind.
    pub end: u32,
    /// First physical line, from 1.
    pub line: u32,
    /// Last physical line.
    pub line_end: u32,
    /// The words as coded, character for character.
    pub quote: String,
    /// Labels of the turns it covers, the researcher's too.
    pub speakers: Vec<String>,
    /// Codes of the informants whose words it covers.
    pub informants: Vec<String>,
    /// Keys of their groups, each once, in the order of tables.
    pub groups: Vec<String>,
    /// How the source was collected.
    pub technique: Technique,
    /// When it was collected.
    pub date: Option<Date>,
    /// Direction of evidence; nothing until chosen.
    pub direction: Option<Direction>,
    /// Name of the coder.
    pub coder: String,
    /// The memo on the coding.
    pub memo: Option<String>,
    /// How the passage is cited.
    pub citation: String,
    /// When the coding was made, in files as RFC 3339, UTC.
    #[serde(with = "rfc3339")]
    pub created: Timestamp,
}

mod rfc3339 {
    //! A point in time as `2025-02-12T01:02:03.456Z`.

    use crate::domain::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&super::written(*at))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = String::deserialize(deserializer)?;
        let at: jiff::Timestamp = text.parse().map_err(serde::de::Error::custom)?;
        Ok(Timestamp::from_millis(at.as_millisecond()))
    }
}

/// A point in time as files have it: RFC 3339, UTC.
pub fn written(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

/// Which codings are wanted; what is not set wants all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// This code and the codes below it.
    pub code: Option<CodeId>,
    /// Words of an informant of this group.
    pub group: Option<GroupId>,
    /// Sources collected this way.
    pub technique: Option<Technique>,
    /// This source.
    pub source: Option<SourceId>,
    /// Words of this informant.
    pub informant: Option<InformantId>,
    /// Codings of this coder.
    pub coder: Option<CoderId>,
    /// This direction; `Some(None)` wants codings without one.
    pub direction: Option<Option<Direction>>,
}

impl Filter {
    /// A test of codings against this filter, its ids looked up once.
    pub fn matcher(&self, study: &Study) -> impl Fn(&CodingEntry) -> bool {
        // An id that leads nowhere matches nothing.
        let place = |at: Option<u32>| at.unwrap_or(u32::MAX);
        let code_wanted: Option<Vec<bool>> = self.code.map(|code| {
            let above = study.code_at(code);
            (0_u32..).zip(&study.codes).map(|(at, _)| above.is_some_and(|above| study.is_within(at, above))).collect()
        });
        let group = self.group.map(|group| place(study.group_at(group)));
        let informant = self.informant.map(|informant| place(study.informant_at(informant)));
        let coder = self.coder.map(|coder| place(study.coder_at(coder)));
        let source_wanted: Option<Vec<bool>> = (self.source.is_some() || self.technique.is_some()).then(|| {
            study
                .sources
                .iter()
                .map(|source| {
                    self.source.is_none_or(|wanted| wanted == source.id)
                        && self.technique.is_none_or(|wanted| wanted == source.technique)
                })
                .collect()
        });
        move |entry| {
            let segment = &study.segments[entry.segment as usize];
            code_wanted.as_ref().is_none_or(|wanted| wanted[entry.code as usize])
                && coder.is_none_or(|wanted| wanted == entry.coder)
                && self.direction.is_none_or(|wanted| wanted == entry.coding.direction)
                && source_wanted.as_ref().is_none_or(|wanted| wanted[segment.source as usize])
                && informant.is_none_or(|wanted| segment.voice.informants.contains(&wanted))
                && group.is_none_or(|wanted| {
                    let of_group = |at: &u32| study.informant_groups[*at as usize] == Some(wanted);
                    segment.voice.informants.iter().any(of_group)
                })
        }
    }
}

impl Study {
    /// The sources in which a filter wants codings, in their order.
    pub fn sources_of(&self, filter: &Filter) -> Vec<SourceId> {
        let is_wanted = filter.matcher(self);
        let mut has_words = vec![false; self.sources.len()];
        for entry in self.codings.iter().filter(|entry| is_wanted(entry)) {
            has_words[self.segments[entry.segment as usize].source as usize] = true;
        }
        self.sources.iter().zip(has_words).filter(|(_, has)| *has).map(|(source, _)| source.id).collect()
    }
}

/// The codings that a filter wants, ordered by source, start, code.
pub fn excerpts(study: &Study, filter: &Filter) -> Vec<Excerpt> {
    let is_wanted = filter.matcher(study);
    let mut wanted: Vec<&CodingEntry> = study.codings.iter().filter(|entry| is_wanted(entry)).collect();
    wanted.sort_by_key(|entry| {
        let segment = &study.segments[entry.segment as usize];
        let range = segment.segment.range;
        (segment.source, range.start, entry.code, range.end, entry.coder, entry.coding.created, entry.coding.id)
    });
    let memos: HashMap<CodingId, &Memo> = study
        .memos
        .iter()
        .filter_map(|memo| match memo.host {
            MemoHost::Coding(coding) => Some((coding, memo)),
            _ => None,
        })
        .collect();
    let paths: Vec<String> = (0_u32..).zip(&study.codes).map(|(at, _)| code_path(study, at)).collect();
    wanted.into_iter().map(|entry| excerpt(study, entry, &memos, &paths)).collect()
}

fn excerpt(study: &Study, entry: &CodingEntry, memos: &HashMap<CodingId, &Memo>, paths: &[String]) -> Excerpt {
    let segment = &study.segments[entry.segment as usize];
    let source = &study.sources[segment.source as usize];
    let code = &study.codes[entry.code as usize];
    let voice = &segment.voice;
    let mut groups: Vec<u32> = voice.informants.iter().filter_map(|at| study.informant_groups[*at as usize]).collect();
    groups.sort_unstable();
    groups.dedup();
    Excerpt {
        id: entry.coding.id,
        segment: segment.segment.id,
        source_id: source.id,
        source: source.name.clone(),
        revision: segment.segment.revision,
        code_id: code.id,
        code: code.label().to_owned(),
        code_name: code.name.clone(),
        code_path: paths[entry.code as usize].clone(),
        start: segment.segment.range.start.get(),
        end: segment.segment.range.end.get(),
        line: segment.segment.line.get(),
        line_end: segment.segment.line_end.get(),
        quote: segment.segment.quote.to_string(),
        speakers: voice.speakers.clone(),
        informants: voice.informants.iter().map(|at| study.informants[*at as usize].code.clone()).collect(),
        groups: groups.iter().map(|at| study.groups[*at as usize].key.clone()).collect(),
        technique: source.technique,
        date: source.date,
        direction: entry.coding.direction,
        coder: study.coders[entry.coder as usize].name.clone(),
        memo: memos.get(&entry.coding.id).map(|memo| memo.text.clone()),
        citation: study.citation(segment),
        created: entry.coding.created,
    }
}

impl Excerpt {
    /// Names people as `naming` says: informants, labels, the source and the citation. The words stay as they are.
    pub fn name_people(&mut self, study: &Study, naming: Naming) {
        if naming == Naming::Codes {
            return;
        }
        let renamed: HashMap<&str, &str> = (0_u32..)
            .zip(&study.informants)
            .map(|(at, informant)| (informant.code.as_str(), study.informant_name(at, naming)))
            .collect();
        for name in self.informants.iter_mut().chain(&mut self.speakers) {
            if let Some(other) = renamed.get(name.as_str()) {
                *name = (*other).to_owned();
            }
        }
        self.source = study.source_name(&self.source, naming);
        if let Some(entry) = study.segment(self.segment) {
            self.citation = study.citation_as(entry, naming);
        }
    }
}

/// The names from the top of the codebook down to a code (a place in [`Study::codes`]).
fn code_path(study: &Study, code: u32) -> String {
    let above = std::iter::successors(Some(code), |at| study.code_parents[*at as usize]);
    let mut names: Vec<&str> = above.map(|at| study.codes[at as usize].name.as_str()).collect();
    names.reverse();
    names.join(" / ")
}

/// A coding to be made, read from what `codings --json` prints or from less: a source, a code, and the words
/// or their range are enough.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExcerptIn {
    /// The source, if its id is known.
    pub source_id: Option<SourceId>,
    /// The source by id, name or short code.
    pub source: Option<String>,
    /// The code, if its id is known.
    pub code_id: Option<CodeId>,
    /// The code by id, short code or name.
    pub code: Option<String>,
    /// First code point, from 0.
    pub start: Option<u32>,
    /// First code point behind.
    pub end: Option<u32>,
    /// The words.
    pub quote: Option<String>,
    /// Which occurrence of the words, from 1.
    pub nth: Option<u32>,
    /// Direction of evidence.
    pub direction: Option<Direction>,
    /// Name of the coder.
    pub coder: Option<String>,
    /// A memo.
    pub memo: Option<String>,
}

/// Reads codings to be made: the whole answer of `codings --json`, its list alone, one object, or one object
/// a line.
///
/// # Errors
/// Where the text is not JSON of that shape, by line and column.
pub fn read_excerpts(json: &str) -> Result<Vec<ExcerptIn>, serde_json::Error> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut found = Vec::new();
    for piece in serde_json::Deserializer::from_str(json).into_iter::<Piece>() {
        found.extend(piece?.0);
    }
    Ok(found)
}

/// A list of codings, an answer that holds one under `items`, or one coding. Read by hand: what tries one
/// shape after the other cannot say where the fault is.
struct Piece(Vec<ExcerptIn>);

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PieceVisitor)
    }
}

struct PieceVisitor;

impl<'de> Visitor<'de> for PieceVisitor {
    type Value = Piece;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a coding or a list of codings")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Piece, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Piece)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Piece, A::Error> {
        #[derive(Deserialize)]
        struct Object {
            items: Option<Vec<ExcerptIn>>,
            #[serde(flatten)]
            one: ExcerptIn,
        }
        let object = Object::deserialize(MapAccessDeserializer::new(object))?;
        Ok(Piece(object.items.unwrap_or_else(|| vec![object.one])))
    }
}

#[cfg(test)]
mod tests;
