//! Subtitles: SubRip, WebVTT and SubViewer, read as they are found and not as they should be. A line of times divides
//! the file; what stands between two of them is words. One that cannot be read loses its time, never its words.

use super::clock::{self, Clock};
use super::cue::Cue;
use super::tags;
use crate::import::format::Format;

/// Lines with words that are looked at for the first line of times.
const LOOK: usize = 60;

/// What was read.
#[derive(Debug, Default)]
pub struct Subtitles<'t> {
    /// The cues in order.
    pub cues: Vec<Cue<'t>>,
    /// Lines, from 1, at which something begins whose time is missing or cannot be read.
    pub bad: Vec<u32>,
    /// Notes of the file's maker, which are not shown.
    pub notes: u32,
}

/// Which kind of subtitles a text is, by its first lines; `ending` decides where they leave it open.
pub fn kind(text: &str, ending: &str) -> Option<Format> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    if start.strip_prefix("WEBVTT").is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace)) {
        return Some(Format::Vtt);
    }
    let mut before = "";
    for (number, line) in start.lines().filter(|line| !line.trim().is_empty()).take(LOOK).enumerate() {
        match times(line, Format::Srt) {
            Some(Times { end: Some(_), .. }) if ending == "vtt" => return Some(Format::Vtt),
            // In other files the first cue comes first.
            Some(Times { end: Some(_), .. })
                if ending == "srt" || number == 0 || (number == 1 && is_number(before)) =>
            {
                return Some(Format::Srt);
            }
            _ => {}
        }
        if number == 0 && times(line, Format::Sbv).is_some_and(|times| times.end.is_some()) {
            return Some(Format::Sbv);
        }
        before = line;
    }
    None
}

/// What a line of times says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Times {
    start: Option<u64>,
    end: Option<u64>,
}

fn time(text: &str) -> Option<Clock> {
    clock::at_start(text, b':').or_else(|| clock::seconds(text))
}

/// The times of a line, if it is one of times, readable or not.
fn times(line: &str, kind: Format) -> Option<Times> {
    let line = line.trim();
    if kind == Format::Sbv {
        let (start, end) = line.split_once(',')?;
        let is_like = |part: &str| part.matches(':').count() == 2 && part.starts_with(|one: char| one.is_ascii_digit());
        let whole = |part: &str| clock::whole(part, b':').map(|clock| clock.ms);
        let is_plain = line.chars().all(|letter| letter.is_ascii_alphanumeric() || ":.,".contains(letter));
        return (is_plain && is_like(start) && is_like(end)).then(|| Times { start: whole(start), end: whole(end) });
    }
    // Only a number or the arrow itself begins a line of times; words may hold an arrow.
    let first = line.bytes().next().filter(|byte| byte.is_ascii_digit() || *byte == b'-')?;
    let start = time(line);
    let rest = line.get(start.map_or(0, |clock| clock.len)..).unwrap_or_default().trim_start();
    let pointed = ["-->", "->", "—>", "–>"].iter().find_map(|arrow| rest.strip_prefix(arrow));
    let (start, behind) = match pointed {
        Some(behind) if start.is_some() || first == b'-' => (start, behind),
        _ => {
            let (before, behind) = line.split_once("-->")?;
            let before = before.trim_end();
            let is_like = before.len() <= 20 && before.contains(':') && !before.contains(char::is_whitespace);
            (None, is_like.then_some(behind)?)
        }
    };
    let behind = behind.trim_start();
    let end = time(behind).filter(|clock| {
        behind.get(clock.len..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    });
    Some(Times { start: start.map(|clock| clock.ms), end: end.map(|clock| clock.ms) })
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    (1..=9).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads subtitles of a kind.
pub fn read(text: &str, kind: Format) -> Subtitles<'_> {
    let mut found = Subtitles::default();
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    if kind == Format::Vtt
        && lines.first().is_some_and(|line| line.trim_start_matches('\u{FEFF}').starts_with("WEBVTT"))
    {
        // What belongs to the head has no blank line before it.
        at = lines.iter().position(|line| line.trim().is_empty()).unwrap_or(lines.len());
        at = at.min(lines.iter().position(|line| times(line, kind).is_some()).unwrap_or(at));
    }
    let mut current: Option<Times> = None;
    while at < lines.len() {
        // Words go on to the next line of times, or to what names its cue on the line before it.
        let next = (at..lines.len()).find(|line| times(lines[*line], kind).is_some()).unwrap_or(lines.len());
        let words_end = match next.checked_sub(1).filter(|named| *named >= at && next < lines.len()) {
            Some(named) if is_name(&lines, named, kind) => named,
            _ => next,
        };
        found.words(&lines, at..words_end, current, kind);
        if next == lines.len() {
            break;
        }
        current = times(lines[next], kind);
        if current.is_none_or(|times| times.start.is_none() || times.end.is_none()) {
            found.bad.push(line_number(next));
        }
        at = next + 1;
        if at == lines.len() {
            found.words(&lines, at..at, current, kind);
        }
    }
    found
}

/// Whether a line right before one of times is the name of its cue: a number, or in WebVTT anything that stands apart.
fn is_name(lines: &[&str], at: usize, kind: Format) -> bool {
    let is_apart = at.checked_sub(1).is_none_or(|before| lines[before].trim().is_empty());
    let line = lines[at].trim();
    is_number(line) || (kind == Format::Vtt && is_apart && !line.is_empty() && !line.starts_with("NOTE"))
}

fn line_number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

impl<'t> Subtitles<'t> {
    /// Takes up the words of a cue; `times` is nothing before the first one.
    fn words(&mut self, lines: &[&'t str], place: std::ops::Range<usize>, times: Option<Times>, kind: Format) {
        let mut at = place.start;
        let mut is_first = true;
        let mut own: Vec<&'t str> = Vec::new();
        let mut apart: Vec<&'t str> = Vec::new();
        while at < place.end {
            if lines[at].trim().is_empty() {
                at += 1;
                continue;
            }
            let begin = at;
            while at < place.end && !lines[at].trim().is_empty() {
                at += 1;
            }
            let block = &lines[begin..at];
            let first = block[0].trim();
            let is_of = |word: &str| {
                first.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
            };
            let stands_first = begin == place.start && times.is_some();
            if kind == Format::Vtt && !stands_first && (is_of("NOTE") || is_of("STYLE") || is_of("REGION")) {
                self.notes += u32::from(is_of("NOTE"));
                continue;
            }
            let is_numbered = kind == Format::Srt && is_number(first) && !stands_first;
            // Words of a voice may go on behind a blank line (noScribe).
            let is_open = own.iter().any(|line| line.contains("<v")) && !own.iter().any(|line| line.contains("</v>"));
            if times.is_none() || (!is_first && !is_open) || is_numbered {
                self.bad.push(line_number(begin));
            }
            if times.is_none() || is_numbered {
                apart.extend(if is_numbered { &block[1..] } else { block });
            } else if apart.is_empty() {
                own.extend(block);
            } else {
                apart.extend(block);
            }
            is_first = false;
        }
        if let Some(times) = times {
            let end = times.end.filter(|end| times.start.is_none_or(|start| *end >= start));
            self.cues.extend(tags::cues(&own, times.start, end));
        }
        self.cues.extend(tags::cues(&apart, None, None));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, cues: &[(Option<u64>, &str)], bad: &[u32]) {
        let kind = kind(text, name).unwrap_or_else(|| panic!("no subtitles: {text}"));
        let found = read(text, kind);
        let all: Vec<(Option<u64>, &str)> = found.cues.iter().map(|cue| (cue.start, cue.text.as_ref())).collect();
        assert_eq!(all, cues, "{text}");
        assert_eq!(found.bad, bad, "{text}");
    }

    #[test]
    fn cues_are_found_whatever_stands_around_them() {
        check("txt", "1\n00:00:01,000 --> 00:00:02,000\nSatu\ndua\n", &[(Some(1000), "Satu\ndua")], &[]);
        check(
            "txt",
            "1\n0:00:01,0 --> 0:00:02,0\nSatu\n2\n0:00:03,0 --> 0:00:04,0\nDua",
            &[(Some(1000), "Satu"), (Some(3000), "Dua")],
            &[],
        );
        check(
            "vtt",
            "WEBVTT\nKind: captions\n\nNOTE bukan kata\n\nnama\n00:01.000 --> 00:02.000 align:start\nSatu",
            &[(Some(1000), "Satu")],
            &[],
        );
        check("vtt", "WEBVTT\n00:01.000 --> 00:02.000\nSatu", &[(Some(1000), "Satu")], &[]);
        check(
            "vtt",
            "\u{FEFF}WEBVTT\n\n0.000 --> 3.480\nSatu\n\n3.480 --> 4\nDua",
            &[(Some(0), "Satu"), (Some(3480), "Dua")],
            &[6],
        );
        check(
            "x",
            "0:00:00.378,0:00:11.378\nSatu\n\n0:00:12.f,0:00:13.0\nDua",
            &[(Some(378), "Satu"), (None, "Dua")],
            &[4],
        );
    }

    #[test]
    fn what_has_no_time_keeps_its_words() {
        check(
            "srt",
            "1\n00:00:01,000 --> 00:00:02,000\nSatu\n\n2\nDua\n\n3\n00:00:05,000 --> 00:00:06,000\n1984\n\nEmpat",
            &[(Some(1000), "Satu"), (None, "Dua"), (Some(5000), "1984\nEmpat")],
            &[5, 12],
        );
        check(
            "vtt",
            "WEBVTT\n\nLepas\n\n00:01.000 --> 00:0x\nSatu\n\nlagi",
            &[(None, "Lepas"), (Some(1000), "Satu\nlagi")],
            &[3, 5, 8],
        );
        check("srt", "teks\n00:00:01,000 --> 00:00:02,000\n\n", &[(None, "teks")], &[1]);
        check(
            "srt",
            "1\n00:00:01,000 --> 00:00:02,000\npanah --> di tengah\n- --> di depan",
            &[(Some(1000), "panah --> di tengah\n- --> di depan")],
            &[],
        );
    }

    #[test]
    fn other_texts_are_no_subtitles() {
        for text in ["P: Apa?\nKS: 00:01 --> 00:02", "WEBVTTX\n", "1\ndua", "", "07:00 upacara\n08:00 masuk"] {
            assert_eq!(kind(text, "txt"), None, "{text}");
        }
        assert_eq!(kind("some text", "srt"), None);
    }
}
