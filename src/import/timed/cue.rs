//! Cues: pieces of a recording with their times, as subtitles and transcription programs divide it; and how they are
//! written down. Cues of one speaker become a turn, or stay a line each; times stand beside the text as anchors.

use crate::domain::{Anchor, AnchorKind, CharOffset, Message};
use crate::import::error::{ImportError, MAX_BYTES, MAX_LINES};
use crate::import::label;
use crate::import::layout::{Layout, Row};
use crate::import::reading::Cues;
use crate::import::written::Written;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A longer silence between cues that nobody is named for begins another paragraph, in milliseconds.
const SILENCE: u64 = 2000;
/// Letters after which a sentence ends the line in hand.
pub const ENOUGH: u32 = 500;
/// Letters after which any cue does.
pub const TOO_MANY: u32 = 1000;
/// Longest name of a speaker in code points; what is longer is cut.
const LONGEST_NAME: usize = 80;
/// The label of words whose speaker the program did not recognise.
pub const UNKNOWN: &str = "UNKNOWN";

/// A piece of a recording.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cue<'t> {
    /// When it begins, in milliseconds; nothing where its time cannot be read.
    pub start: Option<u64>,
    /// When it ends.
    pub end: Option<u64>,
    /// Who speaks, where the cue says so.
    pub voice: Option<String>,
    /// What is said: lines without blanks around them.
    pub text: Cow<'t, str>,
}

/// Gives every cue its speaker. Where most cues name one, one that does not is of somebody unknown; where few do, or
/// names are carried over, a name stands for the cues behind it too. Gives how many are of somebody unknown, and which cues only go on with the
/// name before them.
fn cast(cues: &mut [Cue<'_>], is_carried: bool) -> (usize, Vec<bool>) {
    let named = cues.iter().filter(|cue| cue.voice.is_some()).count();
    let mut goes_on = vec![false; cues.len()];
    if named == 0 {
        return (0, goes_on);
    }
    let is_told = !is_carried && named * 2 >= cues.len();
    let mut unknown = 0;
    for (cue, goes_on) in cues.iter_mut().zip(&mut goes_on) {
        if cue.voice.is_some() {
            continue;
        }
        if (is_told && cue.start.is_some()) || is_exchange(&cue.text) {
            cue.voice = Some(UNKNOWN.to_owned());
            unknown += 1;
        } else {
            *goes_on = true;
        }
    }
    (unknown, goes_on)
}

/// A name as a label: without what would break or end it.
pub fn name(said: &str) -> Option<String> {
    let plain: String = said.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let name = label::collapse(plain.trim_matches([':', '：', ' ', '\t', '[', ']']));
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let name = name.trim_end();
    name.chars().any(char::is_alphanumeric).then(|| name.to_owned())
}

/// The text of a recording that is being written.
#[derive(Default)]
struct Page {
    text: String,
    letters: u32,
    /// Letters of the line in hand.
    line: u32,
    lines: usize,
    /// The line of a speaker that is not finished, and where it begins.
    open: Option<(usize, Row)>,
    rows: BTreeMap<usize, Row>,
    anchors: Vec<Anchor>,
}

impl Page {
    fn write(&mut self, words: &str) {
        self.text.push_str(words);
        let count = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        self.letters = self.letters.saturating_add(count);
        self.line = self.line.saturating_add(count);
    }

    fn close_row(&mut self) {
        if let Some((start, mut row)) = self.open.take() {
            row.words.end = self.text.len();
            self.rows.insert(start, row);
        }
    }

    fn end_line(&mut self) {
        self.close_row();
        if !self.text.is_empty() {
            self.write("\n");
            self.lines += 1;
        }
        self.line = 0;
    }

    fn anchor(&mut self, start: Option<u64>) {
        let Some(start) = start else { return };
        let anchor =
            Anchor { position: CharOffset::new(self.letters), kind: AnchorKind::Time, value: start.to_string() };
        self.anchors.push(anchor);
    }

    fn begin_turn(&mut self, name: &str) {
        let start = self.text.len();
        self.write(name);
        let label = start..self.text.len();
        self.write(": ");
        let words = self.text.len()..self.text.len();
        self.open = Some((start, Row { label: Some(label), words, is_told: true, part: None }));
    }
}

/// Writes cues down; `file` names them in errors. `is_carried` tells that a name stands for the cues behind it too.
///
/// # Errors
/// No words, or more letters or lines than are read.
pub fn written(file: &str, mut cues: Vec<Cue<'_>>, how: Cues, is_carried: bool) -> Result<Written, ImportError> {
    cues.retain(|cue| !cue.text.trim().is_empty());
    let (unknown, goes_on) = cast(&mut cues, is_carried);
    let mut page = Page::default();
    let mut speaking: Option<String> = None;
    let mut end = None;
    for (cue, goes_on) in cues.into_iter().zip(goes_on) {
        let is_same = goes_on || (cue.voice == speaking && !page.text.is_empty());
        let is_silent = speaking.is_none()
            && end.zip(cue.start).is_some_and(|(end, start): (u64, u64)| start.saturating_sub(end) >= SILENCE);
        let lines = lines_of(&cue.text);
        let is_joined =
            how == Cues::Join && is_same && !is_silent && lines.len() == 1 && goes_on_line(&page.text, page.line);
        let is_named = !goes_on && cue.voice.is_some() && (!is_same || how == Cues::Keep);
        if is_joined && !page.text.is_empty() {
            page.write(" ");
            page.anchor(cue.start);
        } else {
            page.end_line();
            page.anchor(cue.start);
            if let Some(name) = cue.voice.as_deref().filter(|_| is_named) {
                page.begin_turn(name);
            }
        }
        for (number, line) in lines.into_iter().enumerate() {
            if number > 0 {
                page.end_line();
            }
            page.write(&line);
        }
        if page.text.len() as u64 > MAX_BYTES {
            return Err(ImportError::TooLarge { file: file.to_owned() });
        }
        if page.lines > MAX_LINES {
            return Err(ImportError::TooManyLines { file: file.to_owned() });
        }
        if !goes_on {
            speaking = cue.voice;
        }
        end = cue.end.or(cue.start);
    }
    page.close_row();
    if page.text.trim().is_empty() {
        return Err(ImportError::Empty { file: file.to_owned() });
    }
    let mut warnings = Vec::new();
    if unknown > 0 {
        warnings.push(Message::new("import-warning-unknown-voice").with("n", unknown).with("label", UNKNOWN));
    }
    let Page { text, rows, anchors, .. } = page;
    Ok(Written { text, layout: Layout::spoken(rows), anchors, warnings, ..Written::default() })
}

/// Whether a line may go on: not where a paragraph is long enough and a sentence has ended.
pub fn goes_on_line(text: &str, letters: u32) -> bool {
    let has_ended = text.trim_end_matches(['"', '”', '’', ')', ' ']).ends_with(['.', '?', '!', '…']);
    letters < ENOUGH || (letters < TOO_MANY && !has_ended)
}

fn has_dash(line: &str) -> bool {
    line.trim_start().starts_with(['-', '–', '—'])
}

/// Whether two people speak in a cue: `- Apa?` and below it `- Ya.`.
fn is_exchange(text: &str) -> bool {
    text.lines().filter(|line| has_dash(line)).count() >= 2
}

/// The lines that a cue becomes: one, but for two people who speak in it.
fn lines_of(text: &str) -> Vec<Cow<'_, str>> {
    if !text.contains('\n') {
        return vec![Cow::Borrowed(text.trim())];
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut all: Vec<Cow<'_, str>> = Vec::new();
    let is_exchange = is_exchange(text);
    for line in lines {
        match all.last_mut() {
            Some(last) if !is_exchange || !has_dash(line) => {
                let last = last.to_mut();
                last.push(' ');
                last.push_str(line);
            }
            _ => all.push(Cow::Borrowed(line)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::i18n::Catalog;
    use crate::import::timed::tests::{fixtures, name_of};
    use crate::import::{Reading, read};

    fn cue(start: u64, voice: &str, text: &'static str) -> Cue<'static> {
        let voice = Some(voice).filter(|voice| !voice.is_empty()).map(str::to_owned);
        Cue { start: Some(start), end: Some(start + 500), voice, text: text.into() }
    }

    /// The text, and the words that follow every time.
    fn check(cues: &[Cue<'static>], how: Cues, text: &str, times: &[(&str, &str)]) {
        let written = written("a.vtt", cues.to_vec(), how, false).expect("words");
        assert_eq!(written.text, text);
        let behind = |anchor: &Anchor| written.text.chars().skip(anchor.position.get() as usize).take(4).collect();
        let found: Vec<(String, String)> =
            written.anchors.iter().map(|anchor| (anchor.value.clone(), behind(anchor))).collect();
        let expected: Vec<(String, String)> =
            times.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cues_of_one_speaker_are_a_turn_or_a_line_each() {
        let cues = [cue(0, "Sari", "Selamat"), cue(1000, "Sari", "pagi."), cue(2000, "Budi", "Pagi,\nBu.")];
        let times = [("0", "Sari"), ("1000", "pagi"), ("2000", "Budi")];
        check(&cues, Cues::Join, "Sari: Selamat pagi.\nBudi: Pagi, Bu.", &times);
        let times = [("0", "Sari"), ("1000", "Sari"), ("2000", "Budi")];
        check(&cues, Cues::Keep, "Sari: Selamat\nSari: pagi.\nBudi: Pagi, Bu.", &times);
    }

    #[test]
    fn nobody_named_makes_paragraphs_at_silences() {
        let cues = [cue(0, "", "Jadi"), cue(600, "", "begini."), cue(9000, "", "Lalu"), cue(9500, "", "- Apa?\n- Ya.")];
        let times = [("0", "Jadi"), ("600", "begi"), ("9000", "Lalu"), ("9500", "- Ap")];
        check(&cues, Cues::Join, "Jadi begini.\nLalu\n- Apa?\n- Ya.", &times);
        check(&cues, Cues::Keep, "Jadi\nbegini.\nLalu\n- Apa?\n- Ya.", &times);
    }

    #[test]
    fn a_name_stands_for_what_follows_or_somebody_is_unknown() {
        let few = [cue(0, "Sari", "Satu"), cue(1000, "", "dua"), cue(2000, "", "tiga.")];
        check(&few, Cues::Join, "Sari: Satu dua tiga.", &[("0", "Sari"), ("1000", "dua "), ("2000", "tiga")]);
        check(&few, Cues::Keep, "Sari: Satu\ndua\ntiga.", &[("0", "Sari"), ("1000", "dua\n"), ("2000", "tiga")]);
        let many = [cue(0, "S1", "Satu"), cue(1000, "", "dua"), cue(2000, "S1", "tiga.")];
        let times = [("0", "S1: "), ("1000", "UNKN"), ("2000", "S1: ")];
        check(&many, Cues::Join, "S1: Satu\nUNKNOWN: dua\nS1: tiga.", &times);
    }

    #[test]
    fn a_long_paragraph_ends_with_a_sentence() {
        let sentence = "Kami membuat jadwal supervisi bersama guru mata pelajaran setiap semester. ";
        let cues: Vec<Cue<'static>> = (0..40).map(|at| cue(at * 600, "KS", sentence)).collect();
        let text = written("a", cues, Cues::Join, false).expect("words").text;
        assert!(text.lines().count() > 3 && text.lines().all(|line| line.len() < 700), "{text}");
        assert!(text.starts_with("KS: ") && text.matches("KS:").count() == 1);
    }

    /// Everything that is said of these files has words in both languages.
    #[test]
    fn what_is_said_has_words() {
        let mut keys: Vec<String> = Vec::new();
        for path in fixtures() {
            let name = name_of(&path);
            let source = read(&name, std::fs::read(&path).expect("read"), &Reading::default()).expect(&name);
            for language in [Language::Indonesian, Language::English] {
                let catalog = Catalog::new(language);
                for warning in &source.warnings {
                    let said = catalog.say(warning);
                    assert!(said.contains(&name) && !said.contains("import-") && !said.contains('{'), "{said}");
                    keys.push(warning.key.clone());
                }
            }
        }
        for key in ["cues", "subtitle-notes", "rolling", "unknown-voice", "times"] {
            assert!(keys.contains(&format!("import-warning-{key}")), "{key} is said of no file");
        }
    }
}
