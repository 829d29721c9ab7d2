//! A parsed source enters the project: its text, its turns and the informants it names. Many sources enter in one
//! transaction, because reaching the disk costs more than all the rest.

use super::transact::{Op, Work};
use super::{Error, ImportOptions, Landed, Project, clock};
use crate::domain::{
    CharOffset, CharRange, GroupId, Informant, InformantId, Message, Source, SourceId, SourceText, Standing, Turn,
    TurnId, TurnKind,
};
use crate::import::{ParsedSource, ParsedSpeaker, ParsedTurn};

impl Project {
    /// Adds a source, its turns and the informants it names. One step.
    pub fn import_source(&mut self, parsed: ParsedSource, options: &ImportOptions) -> Result<Landed<SourceId>, Error> {
        self.transact(Op::Import, |work| import(work, parsed, options))
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
        self.transact_each(Op::Import, files, |work, (parsed, options)| import(work, parsed, &options))
    }
}

fn import(work: &mut Work<'_>, parsed: ParsedSource, options: &ImportOptions) -> Result<SourceId, Error> {
    let parsed = with_options(parsed, options);
    if let Some(name) = work.db.source_made_of(&parsed.original)? {
        return Err(Error::SameBytes { file: parsed.file_name, name });
    }
    let name = match parsed.name.trim() {
        "" => parsed.file_name.clone(),
        name => name.to_owned(),
    };
    if work.db.has_source_named(&name)? {
        return Err(Error::SameName { name });
    }
    if parsed.text.trim().is_empty() {
        return Err(Error::NoText { file: parsed.file_name });
    }
    let text = SourceText::new(parsed.text);
    let group = options.group.as_deref().map(|key| group_of(work, key)).transpose()?;
    // Before the source: taken back last, when no turn names them any more.
    let informants: Vec<Option<InformantId>> =
        parsed.speakers.iter().map(|speaker| informant(work, speaker, group)).collect::<Result<_, _>>()?;
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
    work.db.add_turns(source.id, &turns)?;
    work.describe(Message::new("step-import").with("source", source.name.as_str()));
    Ok(source.id)
}

/// What the importer proposes, overruled by what was asked for.
fn with_options(mut parsed: ParsedSource, options: &ImportOptions) -> ParsedSource {
    parsed.technique = options.technique.unwrap_or(parsed.technique);
    parsed.date = options.date.or(parsed.date);
    if let Some(place) = &options.place {
        parsed.place.clone_from(place);
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

fn group_of(work: &Work<'_>, key: &str) -> Result<GroupId, Error> {
    let groups = &work.study.groups;
    groups.iter().find(|group| group.key == key || group.name == key).map(|group| group.id).ok_or_else(|| {
        let known: Vec<&str> = groups.iter().map(|group| group.key.as_str()).collect();
        Error::NoGroup { group: key.to_owned(), known: known.join(", ") }
    })
}

/// The informant of a code: made where there is none, else completed where something is empty. A group that
/// was asked for is set. A speaker without a code is nobody.
fn informant(work: &Work<'_>, speaker: &ParsedSpeaker, asked: Option<GroupId>) -> Result<Option<InformantId>, Error> {
    let code = speaker.code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let proposed = speaker
        .group
        .as_deref()
        .and_then(|key| work.study.groups.iter().find(|group| group.key == key))
        .map(|group| group.id);
    let known = work.db.informant_of_code(code)?;
    let informant = match &known {
        None => Informant {
            id: InformantId::from_uuid(clock::new_id()),
            code: code.to_owned(),
            description: speaker.description.clone(),
            group: asked.or(proposed),
            standing: speaker.standing,
            is_child: speaker.is_child,
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

/// The turn, or nothing where it does not lie in the text behind the one before.
fn turn(parsed: &ParsedTurn, text: &SourceText, after: CharOffset, informants: &[Option<InformantId>]) -> Option<Turn> {
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
