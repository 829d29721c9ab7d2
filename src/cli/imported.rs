//! What the command line says of files that were brought in, or would be: a few lines for people, one shape for
//! scripts.

use super::json::Inner;
use super::say::{Done, Terminal};
use crate::analysis::Study;
use crate::domain::{Date, Message, Say, Standing, TurnKind};
use crate::import::{LabelRule, ParsedLabel, ParsedSource, found_labels};
use crate::project::{Correction, ImportOptions, ImportOutcome, ImportedFile, Refusal, Taken, Touched};
use serde::Serialize;

/// Lines of the text that a dry run shows.
const PREVIEW: usize = 8;
/// Letters of such a line that people see.
const WIDTH: usize = 96;

/// Keys before the items.
#[derive(Serialize)]
pub(crate) struct More {
    /// Whether nothing was changed.
    pub dry_run: bool,
    /// Files of folders that hold no transcript.
    pub passed_over: Vec<String>,
}

/// A file that was only read.
pub(crate) struct Tried {
    /// Its name.
    pub file: String,
    /// Why it would be refused.
    pub refusal: Option<Refusal>,
    /// What was odd.
    pub warnings: Vec<Message>,
    /// Decisions of earlier imports that would be used.
    pub remembered: Vec<LabelRule>,
    /// What it does, or would do, to the source that it looks like a new version of.
    pub correction: Option<Correction>,
    /// Whether that is asked for.
    pub is_correcting: bool,
    read: Option<Read>,
}

struct Read {
    parsed: ParsedSource,
    labels: Vec<ParsedLabel>,
    informants: Vec<Person>,
    preview: Vec<String>,
}

/// An informant of a file.
#[derive(Clone, Serialize)]
pub(crate) struct Person {
    code: String,
    description: String,
    group: Option<String>,
    /// The group as people call it; scripts get its key.
    #[serde(skip)]
    group_name: Option<String>,
    standing: Standing,
    child: bool,
    /// Whether the project has it already.
    known: bool,
}

impl Tried {
    /// A file that cannot be read.
    pub fn refused(file: String, error: &dyn Say) -> Self {
        let refusal = Refusal { sentence: error.message(), detail: error.detail() };
        Self {
            file,
            refusal: Some(refusal),
            warnings: Vec::new(),
            remembered: Vec::new(),
            correction: None,
            is_correcting: false,
            read: None,
        }
    }

    /// A file that was read.
    pub fn of(
        file: String,
        mut parsed: ParsedSource,
        options: &ImportOptions,
        study: &Study,
        remembered: Vec<LabelRule>,
        refused: Option<&crate::project::Error>,
    ) -> Self {
        let labels = found_labels(&parsed);
        let preview = parsed.text.lines().take(PREVIEW).map(str::to_owned).collect();
        parsed.original = Vec::new();
        let person = |speaker: &crate::import::ParsedSpeaker| {
            let known = study.informants.iter().position(|informant| informant.code == speaker.code);
            let of_known = known.and_then(|at| study.informant_groups[at]).map(|at| &study.groups[at as usize].key);
            let group = options.group.as_ref().or(of_known).or(speaker.group.as_ref());
            let known = known.map(|at| &study.informants[at]);
            let words = known.map(|known| &known.description).filter(|words| !words.is_empty());
            Person {
                code: speaker.code.clone(),
                description: words.unwrap_or(&speaker.description).clone(),
                group: group.cloned(),
                group_name: group.map(|key| {
                    let known = study.groups.iter().find(|known| known.key == *key);
                    known.map_or_else(|| key.clone(), |known| known.name.clone())
                }),
                standing: known.map_or(speaker.standing, |known| known.standing),
                child: known.map_or(speaker.is_child, |known| known.is_child),
                known: known.is_some(),
            }
        };
        Self {
            file,
            refusal: refused.map(|error| Refusal { sentence: error.message(), detail: error.detail() }),
            warnings: parsed.warnings.clone(),
            remembered,
            correction: None,
            is_correcting: false,
            read: Some(Read { informants: parsed.speakers.iter().map(person).collect(), labels, preview, parsed }),
        }
    }

    /// Says what would come of it.
    pub fn say(&self, terminal: &mut Terminal<'_>) -> Done {
        let Some(Read { parsed, labels, informants, preview }) = &self.read else { return Ok(()) };
        let codes: Vec<&str> = informants.iter().map(|person| person.code.as_str()).collect();
        let lines = u32::try_from(parsed.text.lines().count()).unwrap_or(u32::MAX);
        line(terminal, &parsed.name, parsed.technique.key(), &codes.join(", "), parsed.date, lines)?;
        let inner = |terminal: &mut Terminal<'_>, message: &Message| {
            let words = terminal.catalog.say(message);
            terminal.line(&format!("  {}", super::say::one_line(&words)))
        };
        if parsed.format.has_encoding() {
            let key = if parsed.is_encoding_certain { "importing-encoding" } else { "importing-encoding-guessed" };
            inner(terminal, &Message::new(key).with("encoding", parsed.encoding.name()))?;
        }
        if !parsed.place.is_empty() {
            inner(terminal, &Message::new("importing-place").with("place", parsed.place.as_str()))?;
        }
        for person in informants {
            let group = match &person.group_name {
                Some(name) => name.clone(),
                None => terminal.catalog.text("importing-no-group"),
            };
            let is_bare = person.description.is_empty();
            let message = Message::new(if is_bare { "importing-person-bare" } else { "importing-person" })
                .with("code", person.code.as_str())
                .with("description", person.description.as_str())
                .with("group", group)
                .with("standing", terminal.catalog.text(&format!("cli-standing-{}", person.standing.key())));
            inner(terminal, &message)?;
        }
        for label in labels {
            let who = match (label.kind, &label.informant) {
                (_, Some(code)) => code.clone(),
                (None, None) => terminal.catalog.text("importing-undecided"),
                (Some(TurnKind::Question), None) => terminal.catalog.text("importing-researcher"),
                (Some(_), None) => terminal.catalog.text("importing-other"),
            };
            let message = Message::new("importing-label")
                .with("label", label.label.as_str())
                .with("who", who)
                .with("turns", label.turns)
                .with("example", label.example.as_str());
            inner(terminal, &message)?;
        }
        for (number, text) in (1..).zip(preview) {
            let words: String = text.chars().take(WIDTH).collect();
            let words = words.replace(|letter: char| letter.is_control() && letter != '\t', "\u{FFFD}");
            terminal.line(&format!("{number:>6}  {}", words.trim_end()))?;
        }
        Ok(())
    }
}

/// A file in the answer for scripts: every key is always there.
#[derive(Serialize)]
pub(crate) struct Line<'a> {
    file: &'a str,
    /// `taken`, `would_take`, `refused` or `skipped`.
    state: &'static str,
    source_id: Option<String>,
    source: Option<&'a str>,
    /// What kind of file it is (`text`, `docx`).
    format: Option<&'static str>,
    /// The encoding of its letters; absent where the format leaves no choice.
    encoding: Option<&'a str>,
    encoding_certain: Option<bool>,
    technique: Option<&'static str>,
    date: Option<String>,
    place: Option<&'a str>,
    informants: Option<Vec<Person>>,
    labels: Option<Vec<LabelLine<'a>>>,
    remembered: Option<Vec<LabelLine<'a>>>,
    turns: Option<u32>,
    lines: Option<u32>,
    warnings: Vec<Inner<'a>>,
    refusal: Option<Inner<'a>>,
    preview: Option<&'a [String]>,
    /// What it does, or would do, to the source that it looks like a new version of.
    correction: Option<CorrectionLine<'a>>,
}

/// A correction in the answer for scripts.
#[derive(Serialize)]
pub(crate) struct CorrectionLine<'a> {
    source_id: String,
    source: &'a str,
    #[serde(flatten)]
    counts: Counts,
    touched: Vec<TouchedLine<'a>>,
}

/// How many segments a correction leaves alone and touches.
#[derive(Serialize)]
pub(crate) struct Counts {
    kept: usize,
    changed: usize,
    gone: usize,
    locked: usize,
}

impl Counts {
    /// Those of a correction.
    pub fn of(correction: &Correction) -> Self {
        Self {
            kept: correction.kept,
            changed: correction.changed().count(),
            gone: correction.gone().count(),
            locked: correction.locked,
        }
    }
}

/// A segment whose words a correction changes or takes away.
#[derive(Serialize)]
pub(crate) struct TouchedLine<'a> {
    segment: String,
    line: u32,
    line_end: u32,
    before: &'a str,
    after: Option<&'a str>,
    codings: Vec<String>,
}

/// The segments that a correction touches.
pub(crate) fn touched(correction: &Correction) -> Vec<TouchedLine<'_>> {
    let line = |touched: &Touched| -> (u32, u32) { (touched.lines.0.get(), touched.lines.1.get()) };
    correction
        .touched
        .iter()
        .map(|one| TouchedLine {
            segment: one.segment.to_string(),
            line: line(one).0,
            line_end: line(one).1,
            before: &one.before,
            after: one.after.as_deref(),
            codings: one.codings.iter().map(|coding| coding.id.to_string()).collect(),
        })
        .collect()
}

impl<'a> CorrectionLine<'a> {
    fn of(correction: &'a Correction) -> Self {
        Self {
            source_id: correction.source.to_string(),
            source: &correction.name,
            counts: Counts::of(correction),
            touched: touched(correction),
        }
    }
}

/// Says what a correction does to segments.
pub(crate) fn corrected(terminal: &mut Terminal<'_>, correction: &Correction) -> Done {
    terminal.say(&correction.summary())?;
    for message in correction.list() {
        let words = terminal.catalog.say(&message);
        terminal.line(&format!("  {}", super::say::one_line(&words)))?;
    }
    Ok(())
}

/// A label in the answer for scripts.
#[derive(Serialize)]
pub(crate) struct LabelLine<'a> {
    label: &'a str,
    kind: Option<&'static str>,
    informant: Option<&'a str>,
    turns: Option<u32>,
    words: Option<u32>,
    example: Option<&'a str>,
}

impl<'a> LabelLine<'a> {
    fn of(label: &'a ParsedLabel) -> Self {
        Self {
            label: &label.label,
            kind: label.kind.map(TurnKind::key),
            informant: label.informant.as_deref(),
            turns: Some(label.turns),
            words: Some(label.words),
            example: Some(&label.example),
        }
    }

    fn remembered(rule: &'a LabelRule) -> Self {
        Self {
            label: &rule.label,
            kind: Some(rule.kind.key()),
            informant: rule.informant.as_deref(),
            turns: None,
            words: None,
            example: None,
        }
    }
}

impl<'a> Line<'a> {
    fn empty(file: &'a str, state: &'static str) -> Self {
        Self {
            file,
            state,
            source_id: None,
            source: None,
            format: None,
            encoding: None,
            encoding_certain: None,
            technique: None,
            date: None,
            place: None,
            informants: None,
            labels: None,
            remembered: None,
            turns: None,
            lines: None,
            warnings: Vec::new(),
            refusal: None,
            preview: None,
            correction: None,
        }
    }

    /// What became of a file.
    pub fn of(file: &'a ImportedFile, study: &Study) -> Self {
        let taken = match &file.outcome {
            ImportOutcome::Skipped => return Self::empty(&file.file, "skipped"),
            ImportOutcome::Refused(refusal) => {
                let refusal = Some(Inner::of(&refusal.sentence));
                return Self { refusal, ..Self::empty(&file.file, "refused") };
            }
            ImportOutcome::Taken(taken) => taken,
        };
        let people = study.informants.iter().zip(&study.informant_groups);
        let people = people.filter(|(informant, _)| taken.informants.contains(&informant.code));
        let person = |(informant, group): (&crate::domain::Informant, &Option<u32>)| Person {
            code: informant.code.clone(),
            description: informant.description.clone(),
            group: group.map(|at| study.groups[at as usize].key.clone()),
            group_name: group.map(|at| study.groups[at as usize].name.clone()),
            standing: informant.standing,
            child: informant.is_child,
            known: true,
        };
        Self {
            source_id: Some(taken.source.to_string()),
            source: Some(&taken.name),
            format: Some(taken.format.key()),
            encoding: taken.encoding,
            encoding_certain: taken.encoding.map(|_| taken.is_encoding_certain),
            technique: Some(taken.technique.key()),
            date: taken.date.map(|date| date.to_string()),
            place: Some(&taken.place),
            informants: Some(people.map(person).collect()),
            remembered: Some(taken.remembered.iter().map(LabelLine::remembered).collect()),
            turns: Some(taken.turns),
            lines: Some(taken.lines),
            warnings: taken.warnings.iter().map(Inner::of).collect(),
            correction: taken.correction.as_ref().map(CorrectionLine::of),
            ..Self::empty(&file.file, if taken.correction.is_some() { "corrected" } else { "taken" })
        }
    }

    /// What would become of a file.
    pub fn tried(tried: &'a Tried) -> Self {
        let refusal = tried.refusal.as_ref().map(|refusal| Inner::of(&refusal.sentence));
        let state = match (&refusal, tried.is_correcting) {
            (Some(_), _) => "refused",
            (None, true) => "would_correct",
            (None, false) => "would_take",
        };
        let correction = tried.correction.as_ref().map(CorrectionLine::of);
        let line = Self { refusal, correction, ..Self::empty(&tried.file, state) };
        let Some(Read { parsed, labels, informants, preview }) = &tried.read else { return line };
        Self {
            source: Some(&parsed.name),
            format: Some(parsed.format.key()),
            encoding: parsed.format.has_encoding().then(|| parsed.encoding.name()),
            encoding_certain: parsed.format.has_encoding().then_some(parsed.is_encoding_certain),
            technique: Some(parsed.technique.key()),
            date: parsed.date.map(|date| date.to_string()),
            place: Some(&parsed.place),
            informants: Some(informants.clone()),
            labels: Some(labels.iter().map(LabelLine::of).collect()),
            remembered: Some(tried.remembered.iter().map(LabelLine::remembered).collect()),
            turns: Some(u32::try_from(parsed.turns.len()).unwrap_or(u32::MAX)),
            lines: Some(u32::try_from(parsed.text.lines().count()).unwrap_or(u32::MAX)),
            warnings: tried.warnings.iter().map(Inner::of).collect(),
            preview: Some(preview),
            ..line
        }
    }
}

/// Says that a file came in.
pub(crate) fn taken(terminal: &mut Terminal<'_>, taken: &Taken) -> Done {
    if let Some(correction) = &taken.correction {
        return corrected(terminal, correction);
    }
    line(terminal, &taken.name, taken.technique.key(), &taken.informants.join(", "), taken.date, taken.lines)
}

/// Says what was odd, and which decisions of earlier imports were used.
pub(crate) fn notes(terminal: &mut Terminal<'_>, file: &str, remembered: &[LabelRule], warnings: &[Message]) {
    if !remembered.is_empty() {
        let rules: Vec<String> = remembered
            .iter()
            .map(|rule| {
                let who = rule.informant.as_deref().unwrap_or(rule.kind.key());
                format!("{} → {who}", rule.label)
            })
            .collect();
        terminal.note(&Message::new("importing-remembered").with("file", file).with("labels", rules.join(", ")));
    }
    for warning in warnings {
        terminal.note(warning);
    }
}

/// `W.KS.12-02-2025: Interview, KS, 12 Feb 2025, 83 lines`.
fn line(
    terminal: &mut Terminal<'_>,
    name: &str,
    technique: &str,
    informants: &str,
    date: Option<Date>,
    lines: u32,
) -> Done {
    let word = |key: &str| terminal.catalog.text(key);
    let nobody = || word("cli-import-nobody");
    let message = Message::new("cli-imported")
        .with("name", name)
        .with("technique", word(&format!("technique-{technique}")))
        .with("informants", if informants.is_empty() { nobody() } else { informants.to_owned() })
        .with("date", date.map_or_else(|| word("cli-import-undated"), |date| terminal.catalog.short_date(date)))
        .with("lines", terminal.catalog.say(&Message::new("count-lines").with("n", lines)));
    terminal.say(&message)
}
