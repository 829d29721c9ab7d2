//! The resident study: read whole when a project opens, patched after each step.

use super::{Changes, Error};
use crate::analysis::{Judged, Study, StudyRows, by_host};
use crate::domain::{Anchor, AnchorKind, Moment, Segment, SegmentId, Source, SourceId, Turn, TurnId};
use crate::store::{self, Database, Keyed, Touched};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Whether a step could be followed row by row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Patch {
    /// The study is up to date.
    Done,
    /// It has to be read anew. It may have been changed in part.
    Impossible,
}

/// Reads the whole project.
pub(super) fn load(db: &Database) -> Result<Study, Error> {
    let (rows, moments) = db.reading(|db| {
        let sources = db.sources()?;
        let mut all_turns = db.all_turns()?;
        let turns = sources.iter().map(|source| all_turns.remove(&source.id).unwrap_or_default().into()).collect();
        let rows = StudyRows {
            project: db.project()?,
            groups: db.groups()?,
            informants: db.informants()?,
            labels: db.labels()?,
            attributes: db.attributes()?,
            attribute_values: db.attribute_values()?,
            progress: db.progress()?,
            codebooks: db.codebooks()?,
            turns,
            sources,
            codes: db.codes()?,
            confusing_pairs: db.confusing_pairs()?,
            coders: db.coders()?,
            segments: db.segments()?,
            codings: db.codings()?,
            memos: db.memos()?,
            judged: judged(db)?,
        };
        Ok((rows, moments(db)?))
    })?;
    let mut study = Study::new(rows);
    study.moments = moments;
    Ok(study)
}

/// When the words of recordings were said.
fn moments(db: &Database) -> Result<HashMap<SourceId, Arc<[Moment]>>, store::Error> {
    Ok(db.all_moments()?.into_iter().map(|(source, moments)| (source, moments.into())).collect())
}

/// Everything that the researcher has judged: small lists, read whole.
fn judged(db: &Database) -> Result<Judged, store::Error> {
    Ok(Judged {
        findings: db.findings()?,
        evidence: db.evidence()?,
        verdicts: db.verdicts()?,
        cell_notes: db.cell_notes()?,
        evaluations: db.evaluations()?,
        member_checks: db.member_checks()?,
    })
}

/// Whether a row that was touched is one of them, or decides where they stand or whether they are shown.
fn bears_on_judged(study: &Study, row: &Touched) -> bool {
    match row.table.as_str() {
        "finding"
        | "evidence"
        | "verdict"
        | "cell_note"
        | "evaluation"
        | "evaluation_evidence"
        | "member_check"
        | "code" => true,
        // A boundary that has moved may cover words that are locked, and stands elsewhere in the order of reading.
        "segment" => study.has_withdrawn() || study.is_judged_on(Keyed::of(row.key)),
        _ => false,
    }
}

/// What a step has touched, in the window's terms.
pub(super) fn changes(touched: &[Touched]) -> Changes {
    let mut changes = Changes::default();
    for row in touched {
        match row.table.as_str() {
            "project" => changes.project = true,
            "code" | "codebook" | "confusing_pair" => changes.codebook = true,
            "segment" | "coding" | "coder" => changes.codings = true,
            "memo" => changes.memos = true,
            "finding"
            | "evidence"
            | "verdict"
            | "cell_note"
            | "evaluation"
            | "evaluation_evidence"
            | "member_check" => {
                changes.judgements = true;
            }
            "source" | "turn" | "informant" | "informant_group" | "attribute" | "attribute_value" | "progress" => {
                changes.sources = true;
            }
            // What no place of the window shows yet.
            _ => {}
        }
    }
    changes
}

/// Brings the rows that a step has touched into the study. What moves places in its lists makes it read anew.
pub(super) fn patch(db: &Database, study: &mut Arc<Study>, touched: &[Touched]) -> Result<Patch, Error> {
    let of = |table: &'static str| touched.iter().filter(move |row| row.table == table).map(|row| row.key);
    // A source that has another text comes with all its turns and segments.
    let corrected = corrected(db, study, of("source").map(Keyed::of))?;
    let moves_places = |row: &Touched| match row.table.as_str() {
        "project" | "informant_group" => true,
        // A turn that came with its source is not among the rows touched: it is read with the source.
        "turn" => !corrected.iter().any(|one| one.turns.contains(&Keyed::of(row.key))),
        _ => false,
    };
    if touched.iter().any(moves_places) {
        return Ok(Patch::Impossible);
    }
    let study = Arc::make_mut(study);
    if touched.iter().any(|row| matches!(row.table.as_str(), "source" | "informant" | "turn" | "project")) {
        study.forget_citations();
    }
    if of("codebook").next().is_some() {
        study.codebooks = db.codebooks()?;
    }
    if of("code").next().is_some() {
        study.put_codes(db.codes()?);
    }
    if of("confusing_pair").next().is_some() {
        study.confusing_pairs = db.confusing_pairs()?;
    }
    for key in of("informant") {
        let Some(informant) = db.informant(Keyed::of(key))?.filter(|informant| study.can_put_informant(informant))
        else {
            return Ok(Patch::Impossible);
        };
        study.put_informant(informant);
    }
    if of("label_map").next().is_some() {
        study.labels = db.labels()?;
    }
    if of("attribute").chain(of("attribute_value")).next().is_some() {
        study.attributes = db.attributes()?;
        study.attribute_values = by_host(db.attribute_values()?);
    }
    let mut segments: HashMap<SegmentId, Segment> = HashMap::new();
    for one in corrected {
        if !study.put_corrected(one.source.clone(), one.now.into()) {
            return Ok(Patch::Impossible);
        }
        put_moments(db, study, one.source.id)?;
        let all = db.segments_of(one.source.id)?;
        segments.extend(all.into_iter().map(|segment| (segment.id, segment)));
    }
    for key in of("source") {
        if !put_source(db, study, SourceId::of(key))? {
            return Ok(Patch::Impossible);
        }
    }
    if of("progress").next().is_some() {
        study.progress = db.progress()?;
    }
    let mut gone_coders = Vec::new();
    for id in of("coder").map(Keyed::of) {
        match db.coder(id)? {
            Some(coder) => study.put_coder(coder),
            None => gone_coders.push(id),
        }
    }
    for id in of("segment").map(Keyed::of) {
        let known = segments.remove(&id);
        match known.map_or_else(|| db.segment(id), |known| Ok(Some(known)))? {
            Some(segment) => study.put_segment(segment),
            None => study.remove_segment(id),
        }
    }
    for id in of("coding").map(Keyed::of) {
        match db.coding(id)? {
            Some(coding) => study.put_coding(coding),
            None => study.remove_coding(id),
        }
    }
    for id in gone_coders {
        study.remove_coder(id);
    }
    for id in of("memo").map(Keyed::of) {
        match db.memo(id)? {
            Some(memo) => study.put_memo(memo),
            None => study.remove_memo(id),
        }
    }
    if touched.iter().any(|row| bears_on_judged(study, row)) {
        study.put_judged(judged(db)?);
    }
    study.project.revision = db.step_count()?;
    Ok(Patch::Done)
}

/// A source that has another text than the study knows.
struct Corrected {
    source: Source,
    now: Vec<Turn>,
    /// Its turns, those of before among them.
    turns: HashSet<TurnId>,
}

fn corrected(db: &Database, study: &Study, touched: impl Iterator<Item = SourceId>) -> Result<Vec<Corrected>, Error> {
    let mut corrected = Vec::new();
    for id in touched {
        let Some((at, known)) = study.source_at(id).map(|at| at as usize).zip(study.source(id)) else { continue };
        let Some(source) = db.source(id)?.filter(|source| source.revision != known.revision) else { continue };
        let now = db.turns(id)?;
        let before = study.turns.get(at).map_or(&[][..], |turns| turns);
        let turns = before.iter().chain(&now).map(|turn| turn.id).collect();
        corrected.push(Corrected { source, now, turns });
    }
    Ok(corrected)
}

/// Takes a source in: a new one with its turns at the end, a known one with its facts. Whether it could: not where it
/// is gone, has another text, or is new and not the last.
fn put_source(db: &Database, study: &mut Study, id: SourceId) -> Result<bool, Error> {
    let Some(source) = db.source(id)? else { return Ok(false) };
    if study.source(id).is_some() {
        return Ok(study.put_source(source));
    }
    let is_last = study.sources.last().is_none_or(|last| last.number < source.number);
    if !is_last {
        return Ok(false);
    }
    study.add_source(source, db.turns(id)?.into());
    put_moments(db, study, id)?;
    Ok(true)
}

/// Reads anew when what is said in a source was said.
fn put_moments(db: &Database, study: &mut Study, id: SourceId) -> Result<(), Error> {
    let times = db.anchors(id)?.into_iter().filter(|anchor| anchor.kind == AnchorKind::Time);
    let moment = |anchor: Anchor| Some(Moment { position: anchor.position, ms: anchor.value.parse().ok()? });
    let times: Vec<Moment> = times.filter_map(moment).collect();
    if times.is_empty() {
        study.moments.remove(&id);
    } else {
        study.moments.insert(id, times.into());
    }
    Ok(())
}
