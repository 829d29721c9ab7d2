//! A parsed source enters the project: its text, its turns and the informants it names. Many sources enter in one
//! transaction, because reaching the disk costs more than all the rest.

use super::correct::{Correction, correct, version_of};
use super::import_beside::{keep_anchors, keep_memos};
use super::transact::{Op, Work};
use super::{AsVersion, Error, ImportOptions, Landed, Project, clock};
use crate::analysis::Study;
use crate::domain::{
    CharOffset, CharRange, GroupId, Informant, InformantId, Label, LabelId, Message, Source, SourceId, SourceText,
    Standing, Turn, TurnId, TurnKind,
};
use crate::import::{LabelRule, ParsedSource, ParsedSpeaker, ParsedTurn};
use crate::store::Database;
use crate::task::Watch;
use std::collections::HashSet;

/// So many turns are written between two looks at whether to stop.
const TURNS: usize = 4096;

impl Project {
    /// Adds a source, its turns and the informants it names; or corrects the source that it is said to be a new version
    /// of. One step.
    pub fn import_source(&mut self, parsed: ParsedSource, options: &ImportOptions) -> Result<Landed<SourceId>, Error> {
        let landed = self.transact(Op::Import, |work| enter(work, parsed, options, &Watch::new()))?;
        Ok(Landed { value: landed.value.source, step: landed.step, changes: landed.changes })
    }

    /// Adds sources, each its own step, all in one transaction; the results are parallel to `files`. One that is
    /// refused leaves nothing and does not keep the others out. Give as many as may be lost together when the
    /// machine goes off meanwhile: a few dozen ([`read_in_batches`](crate::import::read_in_batches)).
    ///
    /// # Errors
    /// Where nothing could be written: then none of the files is in the project.
    pub fn import_sources(
        &mut self,
        files: Vec<(ParsedSource, ImportOptions)>,
    ) -> Result<Vec<Result<Landed<SourceId>, Error>>, Error> {
        self.import_sources_while(files, &Watch::new())
    }

    /// Adds sources as [`import_sources`](Self::import_sources) does, until `watch` is pulled: what is not in by then
    /// is refused as [`Error::ImportStopped`].
    ///
    /// # Errors
    /// Where nothing could be written: then none of the files is in the project.
    pub fn import_sources_while(
        &mut self,
        files: Vec<(ParsedSource, ImportOptions)>,
        watch: &Watch,
    ) -> Result<Vec<Result<Landed<SourceId>, Error>>, Error> {
        let entered = self.enter_sources_while(files, watch)?;
        let source =
            |landed: Landed<Entered>| Landed { value: landed.value.source, step: landed.step, changes: landed.changes };
        Ok(entered.into_iter().map(|one| one.map(source)).collect())
    }

    /// The same, with what became of the segments of those that were corrected.
    pub(super) fn enter_sources_while(
        &mut self,
        files: Vec<(ParsedSource, ImportOptions)>,
        watch: &Watch,
    ) -> Result<Vec<Result<Landed<Entered>, Error>>, Error> {
        self.transact_each(Op::Import, files, |work, (parsed, options)| enter(work, parsed, &options, watch))
    }

    /// What a file would become with these options, and why it would be refused, if it would. Changes nothing.
    pub fn propose_import(&self, parsed: ParsedSource, options: &ImportOptions) -> (ParsedSource, Option<Error>) {
        let parsed = with_options(parsed, options);
        let refused = acceptable(&self.db, &parsed)
            .and_then(|()| options.group.as_deref().map(|key| group_of(&self.study, key)).transpose());
        (parsed, refused.err())
    }
}

/// A file that is in.
pub(super) struct Entered {
    /// The source that it became, or that it corrected.
    pub(super) source: SourceId,
    /// What it did to the segments of the source that it corrected.
    pub(super) correction: Option<Correction>,
    /// The name of the source that it looks like a new version of, where it became one of its own.
    pub(super) like: Option<String>,
}

/// Takes a file in, as a source of its own or as the new version of one.
fn enter(work: &mut Work<'_>, parsed: ParsedSource, options: &ImportOptions, watch: &Watch) -> Result<Entered, Error> {
    let is_known = || Ok::<_, Error>(work.db.source_made_of(&parsed.original)?.is_some());
    let likely = match options.version {
        AsVersion::New => None,
        AsVersion::Said | AsVersion::Correction if options.corrects.is_some() || is_known()? => None,
        AsVersion::Said | AsVersion::Correction => version_of(&work.study.sources, &parsed),
    };
    let corrects = options.corrects.or(likely.filter(|_| options.version == AsVersion::Correction));
    if let Some(source) = corrects {
        let correction = correct(work, source, parsed, options)?;
        return Ok(Entered { source, correction: Some(correction), like: None });
    }
    let like = likely.and_then(|id| work.study.source(id)).map(|source| source.name.clone());
    Ok(Entered { source: import(work, parsed, options, watch)?, correction: None, like })
}

/// The decisions about labels that the project remembers, as an importer takes them.
pub fn label_rules(study: &Study) -> Vec<LabelRule> {
    let rule = |label: &Label| {
        let code = match label.informant {
            None => None,
            Some(id) => Some(study.informants.iter().find(|informant| informant.id == id)?.code.as_str()),
        };
        Some(LabelRule { is_remembered: true, ..LabelRule::new(&label.label, label.kind, code) })
    };
    study.labels.iter().filter_map(rule).collect()
}

/// Whether a source may enter.
fn acceptable(db: &Database, parsed: &ParsedSource) -> Result<(), Error> {
    if let Some(name) = db.source_made_of(&parsed.original)? {
        return Err(Error::SameBytes { file: parsed.file_name.clone(), name });
    }
    if db.has_source_named(&parsed.name)? {
        return Err(Error::SameName { name: parsed.name.clone() });
    }
    if parsed.text.trim().is_empty() {
        return Err(Error::NoText { file: parsed.file_name.clone() });
    }
    Ok(())
}

pub(super) fn import(
    work: &mut Work<'_>,
    parsed: ParsedSource,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<SourceId, Error> {
    let stopped = |file: &str| match watch.is_cancelled() {
        true => Err(Error::ImportStopped { file: file.to_owned() }),
        false => Ok(()),
    };
    stopped(&parsed.file_name)?;
    let parsed = with_options(parsed, options);
    acceptable(work.db, &parsed)?;
    let name = parsed.name;
    let text = SourceText::new(parsed.text);
    let group = options.group.as_deref().map(|key| group_of(work.study, key)).transpose()?;
    // Before the source: taken back last, when no turn names them any more.
    let informants: Vec<Option<InformantId>> = parsed
        .speakers
        .iter()
        .map(|speaker| informant(work, speaker, group, &options.people))
        .collect::<Result<_, _>>()?;
    remember(work, &parsed.turns, &options.labels)?;
    let source = Source {
        id: SourceId::from_uuid(clock::new_id()),
        short: parsed.short,
        description: parsed.description,
        technique: parsed.technique,
        date: parsed.date,
        place: parsed.place,
        setting: parsed.setting,
        number: work.db.next_source_number()?,
        note: String::new(),
        header: parsed.header,
        revision: work.db.keep_text(&text)?,
        original_name: parsed.file_name,
        encoding: parsed.encoding.name().to_owned(),
        length: text.len(),
        lines: text.line_count(),
        numbers: text.numbers().clone(),
        name,
    };
    work.db.add_source(&source, &parsed.original, work.now)?;
    let mut end = CharOffset::ZERO;
    let mut turns = Vec::with_capacity(parsed.turns.len());
    for (at, parsed_turn) in parsed.turns.iter().enumerate() {
        let turn = turn(parsed_turn, &text, end, &informants)
            .ok_or_else(|| Error::Turn { file: source.original_name.clone(), turn: at + 1 })?;
        end = turn.range.end;
        turns.push(turn);
    }
    for some in turns.chunks(TURNS) {
        stopped(&source.original_name)?;
        work.db.add_turns(source.id, some)?;
    }
    keep_anchors(work, &source, &text, parsed.anchors)?;
    keep_memos(work, &source, &text, parsed.memos)?;
    stopped(&source.original_name)?;
    work.describe(Message::new("step-import").with("source", source.name.as_str()));
    Ok(source.id)
}

/// What the importer proposes, overruled by what was asked for.
pub(super) fn with_options(mut parsed: ParsedSource, options: &ImportOptions) -> ParsedSource {
    parsed.technique = options.technique.unwrap_or(parsed.technique);
    parsed.date = options.date.or(parsed.date.filter(|_| !options.is_undated));
    if let Some(place) = &options.place {
        parsed.place.clone_from(place);
    }
    if let Some(name) = &options.name {
        parsed.name.clone_from(name);
    }
    parsed.name = parsed.name.trim().to_owned();
    if parsed.name.is_empty() {
        parsed.name.clone_from(&parsed.file_name);
    }
    let Some(code) = options.informant.as_deref().map(str::trim).filter(|code| !code.is_empty()) else {
        return parsed;
    };
    // The words are those of one informant: the one proposed under this code, else the only one proposed, else
    // one of whom nothing is known yet.
    let named = parsed.speakers.iter().find(|speaker| speaker.code == code);
    let only = if parsed.speakers.len() == 1 { parsed.speakers.first() } else { None };
    let speaker = named.or(only).cloned().map_or_else(
        || ParsedSpeaker {
            code: code.to_owned(),
            description: String::new(),
            group: None,
            standing: Standing::Additional,
            is_child: false,
        },
        |speaker| ParsedSpeaker { code: code.to_owned(), ..speaker },
    );
    parsed.speakers = vec![speaker];
    for turn in &mut parsed.turns {
        turn.speaker = (turn.kind == TurnKind::Speech).then_some(0);
    }
    if parsed.turns.is_empty() {
        let length = u32::try_from(parsed.text.chars().count()).unwrap_or(u32::MAX);
        let whole = CharRange::new(0, length);
        parsed.turns.push(ParsedTurn {
            range: whole,
            words: whole,
            label: String::new(),
            speaker: Some(0),
            kind: TurnKind::Speech,
        });
    }
    parsed
}

/// Keeps what was decided about the labels of a file, and which labels are nobody's.
fn remember(work: &Work<'_>, turns: &[ParsedTurn], rules: &[LabelRule]) -> Result<(), Error> {
    if rules.iter().all(|rule| rule.is_remembered) {
        return Ok(());
    }
    let found: HashSet<String> = turns.iter().map(|turn| Label::key(&turn.label)).collect();
    let known = work.db.labels()?;
    for rule in rules.iter().filter(|rule| !rule.is_remembered) {
        let key = Label::key(&rule.label);
        if key.is_empty() || !(rule.is_of_nobody() || found.contains(&key)) {
            continue;
        }
        let informant = match rule.informant.as_deref() {
            None => None,
            Some(code) => match work.db.informant_of_code(code)? {
                None => continue,
                Some(informant) => Some(informant.id),
            },
        };
        let before = known.iter().find(|label| Label::key(&label.label) == key);
        let label = Label {
            id: before.map_or_else(|| LabelId::from_uuid(clock::new_id()), |label| label.id),
            label: before.map_or_else(|| rule.label.clone(), |label| label.label.clone()),
            kind: rule.kind,
            informant,
        };
        if before != Some(&label) {
            work.db.put_label(&label)?;
        }
    }
    Ok(())
}

pub(super) fn group_of(study: &Study, key: &str) -> Result<GroupId, Error> {
    let groups = &study.groups;
    groups.iter().find(|group| group.key == key || group.name == key).map(|group| group.id).ok_or_else(|| {
        let known: Vec<&str> = groups.iter().map(|group| group.key.as_str()).collect();
        Error::NoGroup { group: key.to_owned(), known: known.join(", ") }
    })
}

/// The informant of a code: made where there is none, else completed where something is empty. A group that
/// was asked for is set. A speaker without a code is nobody.
pub(super) fn informant(
    work: &Work<'_>,
    speaker: &ParsedSpeaker,
    asked: Option<GroupId>,
    people: &[ParsedSpeaker],
) -> Result<Option<InformantId>, Error> {
    let code = speaker.code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    if let Some(decided) = people.iter().find(|person| person.code.trim() == code) {
        return decided_informant(work, decided, asked).map(Some);
    }
    let proposed = speaker
        .group
        .as_deref()
        .and_then(|key| work.study.groups.iter().find(|group| group.key == key))
        .map(|group| group.id);
    let known = work.db.informant_of_code(code)?;
    let informant = match &known {
        None => Informant {
            description: speaker.description.clone(),
            group: asked.or(proposed),
            standing: speaker.standing,
            is_child: speaker.is_child,
            ..Informant::new(InformantId::from_uuid(clock::new_id()), code.to_owned())
        },
        Some(known) => Informant {
            description: if known.description.is_empty() {
                speaker.description.clone()
            } else {
                known.description.clone()
            },
            group: asked.or(known.group).or(proposed),
            ..known.clone()
        },
    };
    if known.as_ref() != Some(&informant) {
        work.db.put_informant(&informant)?;
    }
    Ok(Some(informant.id))
}

/// The informant of whom everything was decided.
fn decided_informant(work: &Work<'_>, decided: &ParsedSpeaker, asked: Option<GroupId>) -> Result<InformantId, Error> {
    let code = decided.code.trim();
    let known = work.db.informant_of_code(code)?;
    let group = decided.group.as_deref().map(|key| group_of(work.study, key)).transpose()?;
    let before =
        known.clone().unwrap_or_else(|| Informant::new(InformantId::from_uuid(clock::new_id()), code.to_owned()));
    let informant = Informant {
        description: decided.description.trim().to_owned(),
        group: asked.or(group),
        standing: decided.standing,
        is_child: decided.is_child,
        ..before
    };
    if known.as_ref() != Some(&informant) {
        work.db.put_informant(&informant)?;
    }
    Ok(informant.id)
}

/// The turn, or nothing where it does not lie in the text behind the one before.
pub(super) fn turn(
    parsed: &ParsedTurn,
    text: &SourceText,
    after: CharOffset,
    informants: &[Option<InformantId>],
) -> Option<Turn> {
    let (range, words) = (parsed.range, parsed.words);
    let is_inside = after <= range.start
        && range.start <= words.start
        && words.start <= words.end
        && words.end <= range.end
        && range.end <= text.range().end;
    let informant = match parsed.speaker {
        None => None,
        Some(at) => *informants.get(at)?,
    };
    is_inside.then(|| Turn {
        id: TurnId::from_uuid(clock::new_id()),
        range,
        words,
        label: parsed.label.clone(),
        informant,
        kind: parsed.kind,
    })
}
