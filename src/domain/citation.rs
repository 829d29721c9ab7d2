//! How a passage is cited: a pattern with tokens (`{technique}.{who}.{date:dd-MM-yyyy}, baris {line}`), read once and
//! filled in for every source, so that a thousand citations cost a thousand joins.

use super::{Date, Language, Technique};

/// The tokens a pattern may hold, as sentences list them.
pub const TOKENS: &str = "{technique}, {who}, {date:dd-MM-yyyy}, {line}, {time}, {source}, {short}, {place}";
/// The parts a date may be written with, as sentences list them.
pub const DATE_PARTS: &str = "d, dd, M, MM, MMM, MMMM, yy, yyyy";

/// A pattern that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PatternError {
    /// There is nothing in it.
    #[error("the pattern is empty")]
    Empty,
    /// A token that does not exist.
    #[error("no token {{{0}}}")]
    Unknown(String),
    /// A brace that is opened and not closed; what follows it.
    #[error("{{{0} is not closed")]
    Unclosed(String),
    /// A date written in a way that does not exist.
    #[error("no date {0}")]
    Date(String),
}

/// A part of a written date.
#[derive(Clone, PartialEq, Eq, Debug)]
enum DatePart {
    Day(usize),
    Month(usize),
    Year(usize),
    Literal(String),
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    Literal(String),
    Technique,
    Who,
    Date(Vec<DatePart>),
    Line,
    /// When the words were said, in a recording.
    Time,
    Source,
    Short,
    Place,
}

/// A citation pattern that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern(Vec<Part>);

/// What a source says to a pattern.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CitedSource<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its short code, or its name where it has none.
    pub short: &'a str,
    /// How it was collected.
    pub technique: Technique,
    /// The informant's code, or the running number.
    pub who: &'a str,
    /// When it was collected.
    pub date: Option<Date>,
    /// Where; may be empty.
    pub place: &'a str,
}

/// The citation of one source, waiting for its lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceCitation {
    /// What stands around the lines: one piece more than there are `{line}`.
    pieces: Vec<String>,
    /// Where a letter goes that tells it from an equal one: the piece, and the byte in it. Nothing where the pattern
    /// says nothing of the source.
    behind_source: Option<(usize, usize)>,
    /// The same with the place of a time, where the pattern has one; it is empty where there is no time.
    timed: Option<Box<Self>>,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// It is empty, holds a token or a date that does not exist, or a brace that is not closed.
    pub fn read(text: &str) -> Result<Self, PatternError> {
        if text.trim().is_empty() {
            return Err(PatternError::Empty);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let (before, behind) = (&rest[..open], &rest[open + 1..]);
            let close = behind.find(['{', '}']).filter(|at| behind[*at..].starts_with('}'));
            let close = close.ok_or_else(|| PatternError::Unclosed(behind.chars().take(20).collect()))?;
            literal(&mut parts, before);
            parts.push(token(&behind[..close])?);
            rest = &behind[close + 1..];
        }
        literal(&mut parts, rest);
        Ok(Self(parts))
    }

    /// Reads a pattern; what cannot be read stands there as it is. A file may hold any pattern.
    pub fn read_anyway(text: &str) -> Self {
        Self::read(text).unwrap_or_else(|_| {
            let mut parts = Vec::new();
            let mut rest = text;
            while let Some((open, close)) = rest.find('{').and_then(|open| Some((open, open + rest[open..].find('}')?)))
            {
                match token(&rest[open + 1..close]) {
                    Ok(part) => {
                        literal(&mut parts, &rest[..open]);
                        parts.push(part);
                    }
                    Err(_) => literal(&mut parts, &rest[..=close]),
                }
                rest = &rest[close + 1..];
            }
            literal(&mut parts, rest);
            Self(parts)
        })
    }

    /// The citation of a source. What it does not know (a date, a place) is left out with what stands before it.
    pub fn of(&self, source: &CitedSource<'_>, language: Language) -> SourceCitation {
        let timed = self.0.contains(&Part::Time).then(|| Box::new(self.filled(source, language, TIME)));
        SourceCitation { timed, ..self.filled(source, language, "") }
    }

    /// The citation with `time` where a time stands.
    fn filled(&self, source: &CitedSource<'_>, language: Language, time: &str) -> SourceCitation {
        let said: Vec<Option<String>> = self.0.iter().map(|part| part.said(source, language, time)).collect();
        let mut citation = SourceCitation { pieces: vec![String::new()], ..SourceCitation::default() };
        // Whether the bracket that was dropped with the last token has a partner further on.
        let mut waiting = None;
        for (at, part) in self.0.iter().enumerate() {
            match part {
                Part::Line => {
                    plural(&mut citation.pieces);
                    citation.pieces.push(String::new());
                }
                Part::Literal(text) => {
                    let is_dropped = at > 0 && said.get(at + 1).is_some_and(|next| next.as_deref() == Some(""));
                    let mut text = text.as_str();
                    if let Some(close) = waiting.take() {
                        text = text.strip_prefix(close).unwrap_or(text);
                    }
                    if is_dropped {
                        waiting = text.chars().next_back().and_then(partner);
                    } else {
                        // What follows a first token that has nothing to say loses its separator.
                        let is_first = citation.pieces.len() == 1 && citation.pieces[0].is_empty();
                        let is_bare = is_first && at > 0;
                        citation.push(if is_bare { text.trim_start_matches(is_separator) } else { text });
                    }
                }
                _ => {
                    let text = said[at].as_deref().unwrap_or_default();
                    citation.push(text);
                    if !text.is_empty() && *part != Part::Time {
                        let piece = citation.pieces.len() - 1;
                        citation.behind_source = Some((piece, citation.pieces[piece].len()));
                    }
                }
            }
        }
        citation
    }
}

impl SourceCitation {
    fn push(&mut self, text: &str) {
        if let Some(last) = self.pieces.last_mut() {
            last.push_str(text);
        }
    }

    /// The citation with its lines and, where the pattern has room for it, the time at which the words were said.
    pub fn with_lines_at(&self, lines: &str, time: Option<&str>) -> String {
        match (&self.timed, time) {
            (Some(timed), Some(time)) => timed.with_lines(lines).replace(TIME, time),
            _ => self.with_lines(lines),
        }
    }

    /// Whether it says when words were said.
    pub fn has_time(&self) -> bool {
        self.timed.is_some()
    }

    /// The citation with its lines (`45`, `45–48`, `45, 47`), of words without a time.
    pub fn with_lines(&self, lines: &str) -> String {
        let is_plural = lines.contains(['–', ',']);
        let mut text = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            if at > 0 {
                text.push_str(lines);
            }
            match piece.split_once(PLURAL) {
                Some((before, behind)) => {
                    text.push_str(before);
                    if is_plural {
                        text.push('s');
                    }
                    text.push_str(behind);
                }
                None => text.push_str(piece),
            }
        }
        text
    }

    /// The citation without its lines: equal for sources that it does not tell apart.
    pub fn without_lines(&self) -> String {
        self.pieces.concat()
    }

    /// Puts a letter behind what names the source (`W.S1.18-02-2025b`).
    pub fn tell_apart(&mut self, letter: &str) {
        if let Some(timed) = &mut self.timed {
            timed.tell_apart(letter);
        }
        if let Some((piece, byte)) = self.behind_source
            && let Some(piece) = self.pieces.get_mut(piece)
        {
            piece.insert_str(byte, letter);
        }
    }
}

impl Part {
    /// What it says of a source; nothing for what is the same in every source.
    fn said(&self, source: &CitedSource<'_>, language: Language, time: &str) -> Option<String> {
        Some(match self {
            Self::Literal(_) | Self::Line => return None,
            Self::Technique => technique_letter(source.technique).to_string(),
            Self::Who => source.who.to_owned(),
            Self::Time => time.to_owned(),
            Self::Source => source.name.to_owned(),
            Self::Short => source.short.to_owned(),
            Self::Place => source.place.to_owned(),
            Self::Date(parts) => source.date.map(|date| written(date, parts, language)).unwrap_or_default(),
        })
    }
}

/// Marks where an `s` goes when there are several lines; no text of a source holds it by chance.
const PLURAL: &str = "\u{0}s";

/// Stands where a time will; no text of a source holds it by chance.
const TIME: &str = "\u{0}t";

/// English lines have a plural: `line 45`, `lines 45–46`.
fn plural(pieces: &mut [String]) {
    let Some(piece) = pieces.last_mut() else { return };
    let word = piece.trim_end();
    let start = word.len().saturating_sub("line".len());
    let is_word = word.get(start..).is_some_and(|end| end.eq_ignore_ascii_case("line"));
    let is_whole = !word.get(..start).unwrap_or_default().ends_with(char::is_alphanumeric);
    if is_word && is_whole {
        let at = word.len();
        piece.insert_str(at, PLURAL);
    }
}

/// The letter that stands for a technique in a citation, in both languages.
pub const fn technique_letter(technique: Technique) -> char {
    match technique {
        Technique::Interview => 'W',
        Technique::Observation => 'O',
        Technique::Document => 'D',
    }
}

fn is_separator(letter: char) -> bool {
    !letter.is_alphanumeric()
}

const fn partner(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}

fn literal(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Literal(before)) => before.push_str(text),
        _ => parts.push(Part::Literal(text.replace('\0', "\u{FFFD}"))),
    }
}

fn token(text: &str) -> Result<Part, PatternError> {
    let (name, form) = text.split_once(':').map_or((text, None), |(name, form)| (name, Some(form)));
    Ok(match (name.trim(), form) {
        ("technique", None) => Part::Technique,
        ("who", None) => Part::Who,
        ("line", None) => Part::Line,
        ("time", None) => Part::Time,
        ("source", None) => Part::Source,
        ("short", None) => Part::Short,
        ("place", None) => Part::Place,
        ("date", form) => Part::Date(date_parts(form.unwrap_or("dd-MM-yyyy"))?),
        _ => return Err(PatternError::Unknown(text.chars().take(40).collect())),
    })
}

fn date_parts(form: &str) -> Result<Vec<DatePart>, PatternError> {
    let refused = || PatternError::Date(form.chars().take(40).collect());
    let mut parts: Vec<DatePart> = Vec::new();
    let letters: Vec<char> = form.chars().collect();
    for run in letters.chunk_by(|one, next| one.is_alphabetic() && one.eq_ignore_ascii_case(next)) {
        parts.push(match (run[0].to_ascii_lowercase(), run.len()) {
            ('d', length @ 1..=2) => DatePart::Day(length),
            ('m', length @ 1..=4) => DatePart::Month(length),
            ('y', length @ (2 | 4)) => DatePart::Year(length),
            (letter, _) if letter.is_alphabetic() => return Err(refused()),
            _ => DatePart::Literal(run.iter().collect()),
        });
    }
    if parts.iter().all(|part| matches!(part, DatePart::Literal(_))) {
        return Err(refused());
    }
    Ok(parts)
}

/// Names of months. A citation speaks the project's language whatever the window speaks, and is worked out where no
/// catalog is; a test of `i18n` holds that both agree.
pub const MONTHS: [[&str; 12]; 2] = [
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

fn written(date: Date, parts: &[DatePart], language: Language) -> String {
    let mut text = String::new();
    let months = &MONTHS[usize::from(language == Language::English)];
    let name = months.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    for part in parts {
        match part {
            DatePart::Day(width) => text.push_str(&format!("{:0width$}", date.day())),
            DatePart::Month(4) => text.push_str(name),
            DatePart::Month(3) => text.extend(name.chars().take(3)),
            DatePart::Month(width) => text.push_str(&format!("{:0width$}", date.month())),
            DatePart::Year(2) => text.push_str(&format!("{:02}", date.year().rem_euclid(100))),
            DatePart::Year(_) => text.push_str(&format!("{:04}", date.year())),
            DatePart::Literal(literal) => text.push_str(literal),
        }
    }
    text
}

/// The `n`th letter that tells equal citations apart, from 0: a … z, aa, ab …
pub fn letter(n: usize) -> String {
    let mut letters = Vec::new();
    let mut left = n + 1;
    while left > 0 {
        letters.push(char::from(b'a' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Option<(i16, u8, u8)> = Some((2025, 2, 12));

    fn cited(pattern: &str, date: Option<(i16, u8, u8)>, lines: &str) -> String {
        let source = CitedSource {
            name: "Wawancara kepala sekolah",
            short: "W.KS",
            technique: Technique::Interview,
            who: "KS",
            date: date.and_then(|(year, month, day)| Date::new(year, month, day)),
            place: "",
        };
        Pattern::read(pattern).expect(pattern).of(&source, Language::Indonesian).with_lines(lines)
    }

    #[test]
    fn the_tokens_are_filled_in() {
        for (pattern, said) in [
            ("{technique}.{who}.{date:dd-MM-yyyy}, baris {line}", "W.KS.12-02-2025, baris 45"),
            ("{technique}.{who}.{date}, b.{line}", "W.KS.12-02-2025, b.45"),
            ("{source}, baris {line}", "Wawancara kepala sekolah, baris 45"),
            ("({who}, {date:d MMMM yyyy}: {line})", "(KS, 12 Februari 2025: 45)"),
            ("{short} {date:d MMM yy} {line}", "W.KS 12 Feb 25 45"),
            ("{short} {date:DD/mm/YYYY} {line}", "W.KS 12/02/2025 45"),
            ("baris {line}, {short}", "baris 45, W.KS"),
            ("{who} } {line}", "KS } 45"),
        ] {
            assert_eq!(cited(pattern, DAY, "45"), said, "{pattern}");
        }
    }

    #[test]
    fn what_is_missing_takes_its_separator_along() {
        for (pattern, said) in [
            ("{technique}.{who}.{date:dd-MM-yyyy}, baris {line}", "W.KS, baris 45"),
            ("{short} ({date}), baris {line}", "W.KS, baris 45"),
            ("{short}, tanggal {date}, baris {line}", "W.KS, baris 45"),
            ("{date}: {short}, {line}", "W.KS, 45"),
            ("{short} {place} {date}, {line}", "W.KS, 45"),
            ("{short}, {line} ({date})", "W.KS, 45"),
        ] {
            assert_eq!(cited(pattern, None, "45"), said, "{pattern}");
        }
    }

    #[test]
    fn a_time_stands_where_there_is_one() {
        let source = CitedSource {
            name: "Wawancara",
            short: "W.KS",
            technique: Technique::Interview,
            who: "KS",
            date: None,
            place: "",
        };
        for (pattern, timed, untimed) in [
            ("{short}, baris {line}, menit {time}", "W.KS, baris 45, menit 12:03", "W.KS, baris 45"),
            ("{short} ({time}), baris {line}", "W.KS (12:03), baris 45", "W.KS, baris 45"),
            ("{time}, {short}, {line}", "12:03, W.KS, 45", "W.KS, 45"),
            ("{short}, {line}", "W.KS, 45", "W.KS, 45"),
        ] {
            let mut citation = Pattern::read(pattern).expect(pattern).of(&source, Language::Indonesian);
            assert_eq!(citation.with_lines_at("45", Some("12:03")), timed, "{pattern}");
            assert_eq!(citation.with_lines_at("45", None), untimed, "{pattern}");
            citation.tell_apart("b");
            assert_eq!(citation.with_lines_at("45", Some("12:03")), timed.replace("W.KS", "W.KSb"), "{pattern}");
        }
    }

    #[test]
    fn several_lines_are_lines_in_english() {
        assert_eq!(cited("{short}, line {line}", DAY, "45"), "W.KS, line 45");
        assert_eq!(cited("{short}, line {line}", DAY, "45–46"), "W.KS, lines 45–46");
        assert_eq!(cited("Line {line} of {short}", DAY, "45–46"), "Lines 45–46 of W.KS");
        assert_eq!(cited("{short}, baris {line}", DAY, "45–46"), "W.KS, baris 45–46");
        assert_eq!(cited("{short}, outline {line}", DAY, "45–46"), "W.KS, outline 45–46");
    }

    #[test]
    fn a_pattern_that_cannot_be_used_says_why_and_is_shown_as_it_is() {
        for (pattern, error) in [
            ("", PatternError::Empty),
            ("  ", PatternError::Empty),
            ("{siapa}, {line}", PatternError::Unknown("siapa".to_owned())),
            ("{who:x}", PatternError::Unknown("who:x".to_owned())),
            ("{who, {line}", PatternError::Unclosed("who, {line}".to_owned())),
            ("{source}, {line", PatternError::Unclosed("line".to_owned())),
            ("{date:dd-bb}", PatternError::Date("dd-bb".to_owned())),
            ("{date:ddd}", PatternError::Date("ddd".to_owned())),
            ("{date:-}", PatternError::Date("-".to_owned())),
        ] {
            assert_eq!(Pattern::read(pattern), Err(error), "{pattern}");
        }
        let source =
            CitedSource { name: "{line}", short: "X", technique: Technique::Document, who: "1", date: None, place: "" };
        let said = |pattern: &str| Pattern::read_anyway(pattern).of(&source, Language::English).with_lines("7");
        assert_eq!(said("{siapa} {technique}.{who} {line} {"), "{siapa} D.1 7 {");
        assert_eq!(said("{source} {line}"), "{line} 7");
    }

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }

    proptest::proptest! {
        #[test]
        fn any_pattern_is_read_or_refused(pattern in "[{}a-z:,. \u{0}–é]{0,40}|\\PC{0,30}") {
            let source = CitedSource {
                name: "N", short: "S", technique: Technique::Interview, who: "KS", date: None, place: "",
            };
            let mut citation = Pattern::read_anyway(&pattern).of(&source, Language::English);
            citation.tell_apart("a");
            proptest::prop_assert!(citation.with_lines("45–46").len() <= pattern.len() * 6 + 64);
        }
    }
}
