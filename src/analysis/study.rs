//! The whole project as plain values in memory, with every reference resolved to a place in a list. It is
//! derived from the project file when that opens and patched after each step; it is never a second truth.
//!
//! Texts are not in here (a quotation is); they are asked for one source at a time.

use super::cited::{self, Naming};
use super::judged::{Judged, NotePlaces};
use super::locked::Locked;
use super::tree::{in_tree_order, parents};
use super::voice::Voice;
use crate::domain::{
    Attribute, AttributeId, AttributeOf, AttributeValue, CellNote, Code, CodeId, Codebook, Coder, CoderId, Coding,
    CodingId, ConfusingPair, Evaluation, Evidence, Finding, Group, GroupId, Informant, InformantId, Label, MemberCheck,
    Memo, MemoHost, MemoId, Moment, Progress, ProjectInfo, RowVerdict, Segment, SegmentId, Source, SourceCitation,
    SourceId, Turn, lines_cited,
};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

/// The rows of a project as the store reads them, before references are resolved.
#[derive(Clone, Debug)]
pub struct StudyRows {
    /// About the project.
    pub project: ProjectInfo,
    /// Groups in the order of tables.
    pub groups: Vec<Group>,
    /// Informants by code.
    pub informants: Vec<Informant>,
    /// Labels that were decided.
    pub labels: Vec<Label>,
    /// Attributes in the order of tables.
    pub attributes: Vec<Attribute>,
    /// Their values, in any order.
    pub attribute_values: Vec<AttributeValue>,
    /// Sources by running number.
    pub sources: Vec<Source>,
    /// The turns of each source, in order of position; parallel to `sources`.
    pub turns: Vec<Arc<[Turn]>>,
    /// How far coders say to be, in no particular order.
    pub progress: Vec<Progress>,
    /// Codebooks beside the first one, in order.
    pub codebooks: Vec<Codebook>,
    /// All codes, in any order.
    pub codes: Vec<Code>,
    /// Codes that are easily taken for each other.
    pub confusing_pairs: Vec<ConfusingPair>,
    /// Coders.
    pub coders: Vec<Coder>,
    /// Segments, in any order.
    pub segments: Vec<Segment>,
    /// Codings, in any order.
    pub codings: Vec<Coding>,
    /// Memos, in any order.
    pub memos: Vec<Memo>,
    /// Findings, verdicts and all else that the researcher has judged.
    pub judged: Judged,
}

/// A segment with its references resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SegmentEntry {
    /// The segment.
    pub segment: Segment,
    /// Its source, as a place in [`Study::sources`].
    pub source: u32,
    /// Whose words it covers.
    pub voice: Voice,
    /// Stands for the segment and its words: another one where either is another.
    pub print: u64,
}

/// A coding with its references resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodingEntry {
    /// The coding.
    pub coding: Coding,
    /// Place in [`Study::segments`].
    pub segment: u32,
    /// Place in [`Study::codes`].
    pub code: u32,
    /// Place in [`Study::coders`].
    pub coder: u32,
}

/// The resident projection. Lists are read freely; they are changed only by the methods below, which keep
/// the places in step.
#[derive(Clone, Debug)]
pub struct Study {
    /// About the project.
    pub project: ProjectInfo,
    /// Groups in the order of tables.
    pub groups: Vec<Group>,
    /// Informants by code.
    pub informants: Vec<Informant>,
    /// Group of each informant as a place in `groups`; parallel to `informants`.
    pub informant_groups: Vec<Option<u32>>,
    /// Labels that were decided.
    pub labels: Vec<Label>,
    /// Attributes in the order of tables.
    pub attributes: Vec<Attribute>,
    /// Their values.
    pub attribute_values: HashMap<(AttributeId, AttributeOf), String>,
    /// Sources by running number.
    pub sources: Vec<Source>,
    /// The turns of each source, in order of position; parallel to `sources`.
    pub turns: Vec<Arc<[Turn]>>,
    /// When the words of sources that are recordings were said, in the order of their places.
    pub moments: HashMap<SourceId, Arc<[Moment]>>,
    /// How far coders say to be, in no particular order.
    pub progress: Vec<Progress>,
    /// Codebooks beside the first one, in order.
    pub codebooks: Vec<Codebook>,
    /// Codes in the order of the codebook: every parent directly before its children, those of
    /// the first codebook before those of others.
    pub codes: Vec<Code>,
    /// Parent of each code as a place in `codes`; parallel to `codes`.
    pub code_parents: Vec<Option<u32>>,
    /// Codes that are easily taken for each other.
    pub confusing_pairs: Vec<ConfusingPair>,
    /// Coders.
    pub coders: Vec<Coder>,
    /// Segments, in no particular order. Shared, because a change copies the study while the window still holds
    /// the one before.
    pub segments: Vec<Arc<SegmentEntry>>,
    /// Codings, in no particular order.
    pub codings: Vec<CodingEntry>,
    /// Memos, in no particular order.
    pub memos: Vec<Memo>,
    /// Findings in the order of the codebook, then in their own.
    pub findings: Vec<Finding>,
    /// What bears on findings: those of one after the other, in the order of reading.
    pub evidence: Vec<Evidence>,
    /// Verdicts and conclusions of rows, in no particular order.
    pub verdicts: Vec<RowVerdict>,
    /// What is written in cells, in no particular order.
    pub cell_notes: Vec<CellNote>,
    /// Evaluations of roles, in the order of the codebook.
    pub evaluations: Vec<Evaluation>,
    /// Member checks, in no particular order.
    pub member_checks: Vec<MemberCheck>,
    /// What is locked because consent was withdrawn; it stands in none of the lists above.
    pub locked: Locked,
    pub(super) note_places: NotePlaces,
    source_places: HashMap<SourceId, u32>,
    informant_places: HashMap<InformantId, u32>,
    group_places: HashMap<GroupId, u32>,
    code_places: HashMap<CodeId, u32>,
    coder_places: HashMap<CoderId, u32>,
    segment_places: HashMap<SegmentId, u32>,
    coding_places: HashMap<CodingId, u32>,
    /// Place in `memos` of the first memo of each host.
    memo_places: HashMap<MemoHost, u32>,
    /// How each source is cited, by codes and by pseudonyms; worked out when first asked for.
    citations: [OnceLock<Arc<[SourceCitation]>>; 2],
}

pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn places<T, I: Eq + Hash>(list: &[T], id: impl Fn(&T) -> I) -> HashMap<I, u32> {
    list.iter().enumerate().map(|(at, row)| (id(row), place(at))).collect()
}

impl Study {
    /// Resolves the rows of a project. A row whose reference leads nowhere is left out; `check` reports it.
    pub fn new(rows: StudyRows) -> Self {
        let codes = in_tree_order(rows.codes);
        let code_places = places(&codes, |code| code.id);
        let group_places = places(&rows.groups, |group| group.id);
        let mut study = Self {
            informant_groups: rows
                .informants
                .iter()
                .map(|informant| informant.group.and_then(|group| group_places.get(&group).copied()))
                .collect(),
            code_parents: parents(&codes, &code_places),
            source_places: places(&rows.sources, |source| source.id),
            informant_places: places(&rows.informants, |informant| informant.id),
            coder_places: places(&rows.coders, |coder| coder.id),
            group_places,
            code_places,
            segment_places: HashMap::with_capacity(rows.segments.len()),
            coding_places: HashMap::with_capacity(rows.codings.len()),
            memo_places: HashMap::with_capacity(rows.memos.len()),
            citations: Default::default(),
            project: rows.project,
            groups: rows.groups,
            informants: rows.informants,
            labels: rows.labels,
            attributes: rows.attributes,
            attribute_values: by_host(rows.attribute_values),
            sources: rows.sources,
            turns: rows.turns,
            moments: HashMap::new(),
            progress: rows.progress,
            codebooks: rows.codebooks,
            codes,
            confusing_pairs: rows.confusing_pairs,
            coders: rows.coders,
            segments: Vec::with_capacity(rows.segments.len()),
            codings: Vec::with_capacity(rows.codings.len()),
            memos: Vec::with_capacity(rows.memos.len()),
            findings: Vec::new(),
            evidence: Vec::new(),
            verdicts: Vec::new(),
            cell_notes: Vec::new(),
            evaluations: Vec::new(),
            member_checks: Vec::new(),
            locked: Locked::default(),
            note_places: NotePlaces::new(),
        };
        for segment in rows.segments {
            study.put_segment(segment);
        }
        for coding in rows.codings {
            study.put_coding(coding);
        }
        let (locked, open) = rows.memos.into_iter().partition(|memo| study.is_memo_locked(memo.host));
        (study.locked.memos, study.memos) = (locked, open);
        study.find_memos();
        study.put_judged(rows.judged);
        study
    }

    /// Puts another codebook into the place of the one that was there; codings of codes that are gone go.
    pub fn put_codes(&mut self, codes: Vec<Code>) {
        self.codes = in_tree_order(codes);
        self.code_places = places(&self.codes, |code| code.id);
        self.code_parents = parents(&self.codes, &self.code_places);
        let mut gone = Vec::new();
        for entry in &mut self.codings {
            match self.code_places.get(&entry.coding.code) {
                Some(at) => entry.code = *at,
                None => gone.push(entry.coding.id),
            }
        }
        for id in gone {
            self.remove_coding(id);
        }
    }

    /// Takes a memo out; one that is not there is no error.
    pub fn remove_memo(&mut self, id: MemoId) {
        self.locked.memos.retain(|memo| memo.id != id);
        if let Some(at) = self.memos.iter().position(|memo| memo.id == id) {
            self.memos.remove(at);
            self.find_memos();
        }
    }

    fn find_memos(&mut self) {
        self.memo_places.clear();
        for (at, memo) in self.memos.iter().enumerate() {
            self.memo_places.entry(memo.host).or_insert(place(at));
        }
    }

    /// Adds a memo that is not locked, or replaces the one of its id.
    pub(super) fn put_open_memo(&mut self, memo: Memo) {
        let own = self.memo_places.get(&memo.host).map(|at| *at as usize);
        let own = own.filter(|at| self.memos.get(*at).is_some_and(|known| known.id == memo.id));
        match own.or_else(|| self.memos.iter().position(|known| known.id == memo.id)) {
            Some(at) if self.memos[at].host == memo.host => self.memos[at] = memo,
            Some(at) => {
                self.memos[at] = memo;
                self.find_memos();
            }
            None => {
                self.memo_places.entry(memo.host).or_insert(place(self.memos.len()));
                self.memos.push(memo);
            }
        }
    }

    /// Adds a segment or replaces the one of its id.
    pub fn put_segment(&mut self, segment: Segment) {
        let Some(source) = self.source_at(segment.source) else { return };
        let turns = self.turns.get(source as usize).map_or(&[][..], |turns| turns);
        let voice = Voice::of(segment.range, &segment.quote, turns, |id| self.informant_at(id));
        let is_locked = self.is_voice_locked(&voice);
        let print = super::comparison::print(&segment);
        let entry = Arc::new(SegmentEntry { source, voice, print, segment });
        if is_locked {
            self.locked.segments.insert(entry.segment.id, entry);
            return;
        }
        match self.segment_at(entry.segment.id) {
            Some(at) => self.segments[at as usize] = entry,
            None => {
                self.segment_places.insert(entry.segment.id, place(self.segments.len()));
                self.segments.push(entry);
            }
        }
    }

    /// Adds a coding or replaces the one of its id. Its segment, code and coder are there already.
    pub fn put_coding(&mut self, coding: Coding) {
        if self.locked.segments.contains_key(&coding.segment) {
            self.locked.codings.insert(coding.id, coding);
            return;
        }
        let (Some(segment), Some(code), Some(coder)) =
            (self.segment_at(coding.segment), self.code_at(coding.code), self.coder_at(coding.coder))
        else {
            return;
        };
        let entry = CodingEntry { coding, segment, code, coder };
        match self.coding_at(coding.id) {
            Some(at) => self.codings[at as usize] = entry,
            None => {
                self.coding_places.insert(coding.id, place(self.codings.len()));
                self.codings.push(entry);
            }
        }
    }

    /// Takes a coding out; one that is not there is no error.
    pub fn remove_coding(&mut self, id: CodingId) {
        self.locked.codings.remove(&id);
        if let Some(at) = self.coding_places.remove(&id) {
            self.codings.swap_remove(at as usize);
            if let Some(moved) = self.codings.get(at as usize) {
                self.coding_places.insert(moved.coding.id, at);
            }
        }
    }

    /// Takes a segment out together with codings that still point to it.
    pub fn remove_segment(&mut self, id: SegmentId) {
        if self.locked.segments.remove(&id).is_some() {
            self.locked.codings.retain(|_, coding| coding.segment != id);
        }
        let Some(at) = self.segment_places.remove(&id) else { return };
        let orphans: Vec<CodingId> =
            self.codings.iter().filter(|entry| entry.segment == at).map(|entry| entry.coding.id).collect();
        for orphan in orphans {
            self.remove_coding(orphan);
        }
        let last = place(self.segments.len() - 1);
        self.segments.swap_remove(at as usize);
        if at != last {
            let moved = self.segments[at as usize].segment.id;
            self.segment_places.insert(moved, at);
            for entry in self.codings.iter_mut().filter(|entry| entry.segment == last) {
                entry.segment = at;
            }
        }
    }

    /// Adds a coder or replaces the one of its id.
    pub fn put_coder(&mut self, coder: Coder) {
        match self.coder_at(coder.id) {
            Some(at) => self.coders[at as usize] = coder,
            None => {
                self.coder_places.insert(coder.id, place(self.coders.len()));
                self.coders.push(coder);
            }
        }
    }

    /// Takes a coder out whose codings are gone already; one that is not there is no error.
    pub fn remove_coder(&mut self, id: CoderId) {
        let Some(at) = self.coder_places.remove(&id) else { return };
        let last = place(self.coders.len() - 1);
        self.coders.swap_remove(at as usize);
        if at != last {
            self.coder_places.insert(self.coders[at as usize].id, at);
            for entry in self.codings.iter_mut().filter(|entry| entry.coder == last) {
                entry.coder = at;
            }
        }
    }

    /// Whether [`Self::put_informant`] can take this in: not where a known one has another code or its words are
    /// locked or opened, which moves places in the lists.
    pub fn can_put_informant(&self, informant: &Informant) -> bool {
        let known = self.informant_at(informant.id).and_then(|at| self.informants.get(at as usize));
        match known {
            Some(known) => known.code == informant.code && known.is_withdrawn() == informant.is_withdrawn(),
            None => !informant.is_withdrawn(),
        }
    }

    /// Adds an informant, before those of higher codes, or replaces the one of its id.
    pub fn put_informant(&mut self, informant: Informant) {
        self.forget_citations();
        if let Some(at) = self.informant_at(informant.id) {
            self.informant_groups[at as usize] = informant.group.and_then(|group| self.group_at(group));
            self.informants[at as usize] = informant;
            return;
        }
        let at = self.informants.partition_point(|other| other.code < informant.code);
        self.informant_groups.insert(at, informant.group.and_then(|group| self.group_at(group)));
        self.informants.insert(at, informant);
        self.informant_places = places(&self.informants, |informant| informant.id);
        let is_behind = |informant: &u32| *informant >= place(at);
        let all = self.segments.iter_mut().chain(self.locked.segments.values_mut());
        for entry in all.filter(|entry| entry.voice.informants.iter().any(is_behind)) {
            for informant in Arc::make_mut(entry).voice.informants.iter_mut().filter(|informant| is_behind(informant)) {
                *informant += 1;
            }
        }
    }

    /// Adds a source with its turns in order, behind those that are there. Its running number is the highest.
    pub fn add_source(&mut self, source: Source, turns: Arc<[Turn]>) {
        self.forget_citations();
        self.source_places.insert(source.id, place(self.sources.len()));
        self.sources.push(source);
        self.turns.push(turns);
    }

    /// Replaces the facts of a source; its text is the one that was there. Whether it could.
    pub fn put_source(&mut self, source: Source) -> bool {
        self.forget_citations();
        let at = self.source_at(source.id).and_then(|at| self.sources.get_mut(at as usize));
        match at.filter(|known| known.revision == source.revision && known.number == source.number) {
            Some(known) => {
                *known = source;
                true
            }
            None => false,
        }
    }

    /// Place of a source in `sources`.
    pub fn source_at(&self, id: SourceId) -> Option<u32> {
        self.source_places.get(&id).copied()
    }

    /// Place of an informant in `informants`.
    pub fn informant_at(&self, id: InformantId) -> Option<u32> {
        self.informant_places.get(&id).copied()
    }

    /// Place of a group in `groups`.
    pub fn group_at(&self, id: GroupId) -> Option<u32> {
        self.group_places.get(&id).copied()
    }

    /// Place of a code in `codes`.
    pub fn code_at(&self, id: CodeId) -> Option<u32> {
        self.code_places.get(&id).copied()
    }

    /// Place of a coder in `coders`.
    pub fn coder_at(&self, id: CoderId) -> Option<u32> {
        self.coder_places.get(&id).copied()
    }

    /// Place of a segment in `segments`.
    pub fn segment_at(&self, id: SegmentId) -> Option<u32> {
        self.segment_places.get(&id).copied()
    }

    /// Place of a coding in `codings`.
    pub fn coding_at(&self, id: CodingId) -> Option<u32> {
        self.coding_places.get(&id).copied()
    }

    /// The source of an id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.source_at(id).and_then(|at| self.sources.get(at as usize))
    }

    /// The code of an id.
    pub fn code(&self, id: CodeId) -> Option<&Code> {
        self.code_at(id).and_then(|at| self.codes.get(at as usize))
    }

    /// The segment of an id.
    pub fn segment(&self, id: SegmentId) -> Option<&SegmentEntry> {
        self.segment_at(id).and_then(|at| self.segments.get(at as usize)).map(Arc::as_ref)
    }

    /// The coding of an id.
    pub fn coding(&self, id: CodingId) -> Option<&CodingEntry> {
        self.coding_at(id).and_then(|at| self.codings.get(at as usize))
    }

    /// The code at the top of the tree above a code (itself where it has no parent), as a place in `codes`.
    pub fn family_of(&self, code: u32) -> u32 {
        let mut top = code;
        while let Some(Some(parent)) = self.code_parents.get(top as usize) {
            top = *parent;
        }
        top
    }

    /// Whether a code is another one or stands below it (both as places in `codes`).
    pub fn is_within(&self, code: u32, above: u32) -> bool {
        let mut at = code;
        loop {
            if at == above {
                return true;
            }
            match self.code_parents.get(at as usize) {
                Some(Some(parent)) => at = *parent,
                _ => return false,
            }
        }
    }

    /// The citation of a segment (`W.KS.12-02-2025, baris 45`).
    pub fn citation(&self, entry: &SegmentEntry) -> String {
        self.citation_as(entry, Naming::Codes)
    }

    /// The same, with people named as `naming` says.
    pub fn citation_as(&self, entry: &SegmentEntry, naming: Naming) -> String {
        let cited = self.source_citations(naming).get(entry.source as usize);
        let lines = lines_cited(entry.segment.line, entry.segment.line_end);
        cited
            .map(|cited| self.cited_at(cited, entry.segment.source, entry.segment.range.start, &lines))
            .unwrap_or_default()
    }

    /// How each source is cited; parallel to `sources`.
    pub fn source_citations(&self, naming: Naming) -> &[SourceCitation] {
        let at = usize::from(naming == Naming::Pseudonyms);
        self.citations[at].get_or_init(|| cited::citations(self, naming).into())
    }

    /// Has the citations worked out anew: the pattern, a source, a turn or an informant has changed.
    pub fn forget_citations(&mut self) {
        self.citations = Default::default();
    }

    /// The value of an attribute; nothing where there is none.
    pub fn value_of(&self, attribute: AttributeId, of: AttributeOf) -> Option<&str> {
        self.attribute_values.get(&(attribute, of)).map(String::as_str)
    }

    /// The codebook that a code (a place in `codes`) belongs to, beside the first one; nothing for the first.
    pub fn codebook_of(&self, code: u32) -> Option<&Codebook> {
        let top = self.codes.get(self.family_of(code) as usize)?;
        self.codebooks.iter().find(|book| Some(book.id) == top.codebook)
    }

    /// The memo that hangs on a host.
    pub fn memo_of(&self, host: MemoHost) -> Option<&Memo> {
        self.memo_places.get(&host).and_then(|at| self.memos.get(*at as usize))
    }
}

/// Values by what they are values of.
pub(crate) fn by_host(values: Vec<AttributeValue>) -> HashMap<(AttributeId, AttributeOf), String> {
    values.into_iter().map(|value| ((value.attribute, value.of), value.value)).collect()
}
