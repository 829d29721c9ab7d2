//! The words of a cue without its tags: voices become speakers, letters that are written as entities themselves, and
//! what only looks like a tag (`<tertawa>`) stays as it was typed.

use super::cue::{self, Cue};
use std::borrow::Cow;

/// Tags of subtitles; whatever else stands between pointed brackets is words.
const KNOWN: &[&str] =
    &["c", "i", "b", "u", "v", "s", "em", "strong", "strike", "font", "span", "ruby", "rt", "lang", "p", "div"];
/// Letters that begin a sign.
const SIGNS: [char; 4] = ['<', '&', '{', '['];
/// Longest tag in bytes.
const LONGEST: usize = 400;
/// Letters that are written as entities.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("lrm", "\u{200e}"),
    ("rlm", "\u{200f}"),
];

/// The cues that the lines of one become: one for each voice. Only the first has its time.
pub fn cues<'t>(lines: &[&'t str], start: Option<u64>, end: Option<u64>) -> Vec<Cue<'t>> {
    if let [line] = lines
        && !line.contains(SIGNS)
    {
        let text = Cow::Borrowed(line.trim());
        return vec![Cue { start, end, voice: None, text }];
    }
    let mut found: Vec<Cue<'t>> = Vec::new();
    let (mut voice, mut words) = (None, String::new());
    let mut finish = |voice: Option<String>, words: &mut String| {
        let text = std::mem::take(words);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            let start = start.filter(|_| found.is_empty());
            found.push(Cue { start, end, voice, text: Cow::Owned(lines.join("\n")) });
        }
    };
    for line in lines {
        let mut rest = *line;
        while let Some(at) = rest.find(SIGNS) {
            words.push_str(&rest[..at]);
            rest = &rest[at..];
            match sign(rest) {
                Some((Sign::Letter(letter), len)) => {
                    words.push_str(&letter);
                    rest = &rest[len..];
                }
                Some((Sign::Break, len)) => {
                    words.push('\n');
                    rest = &rest[len..];
                }
                Some((Sign::Voice(name), len)) => {
                    finish(voice.take(), &mut words);
                    voice = name;
                    rest = &rest[len..];
                }
                Some((Sign::Nothing, len)) => rest = &rest[len..],
                None => {
                    words.push_str(&rest[..1]);
                    rest = &rest[1..];
                }
            }
        }
        words.push_str(rest);
        words.push('\n');
    }
    finish(voice, &mut words);
    found
}

/// What a tag or an entity means.
enum Sign {
    Letter(String),
    Break,
    /// Somebody begins to speak, or nobody who is named.
    Voice(Option<String>),
    Nothing,
}

/// The sign at the start of `text` and the bytes it takes; nothing where it is words.
fn sign(text: &str) -> Option<(Sign, usize)> {
    match text.as_bytes().first()? {
        b'&' => {
            let (name, _) =
                text.get(1..)?.split_at_checked(text.get(1..)?.bytes().take(10).position(|b| b == b';')?)?;
            Some((Sign::Letter(letter(name)?), name.len() + 2))
        }
        b'[' => text.starts_with("[br]").then_some((Sign::Break, 4)),
        b'{' => {
            // `{\an8}` sets a cue elsewhere on the screen.
            let inside = text.strip_prefix("{\\")?;
            let end = inside.bytes().take(LONGEST).position(|byte| matches!(byte, b'}' | b'{'))?;
            inside[end..].starts_with('}').then_some((Sign::Nothing, end + 3))
        }
        _ => {
            let inside = text.get(1..)?;
            let end = inside.bytes().take(LONGEST).position(|byte| matches!(byte, b'<' | b'>'))?;
            let inside = inside.get(..end).filter(|_| inside[end..].starts_with('>'))?;
            let len = end + 2;
            let name = inside.strip_prefix('/').unwrap_or(inside);
            let word = name.find(|one: char| !one.is_ascii_alphabetic()).map_or(name, |at| &name[..at]);
            let is_end = name.len() < inside.len();
            if super::clock::whole(inside.trim(), b':').is_some() {
                return Some((Sign::Nothing, len));
            }
            let word = word.to_ascii_lowercase();
            let behind = name[word.len()..].chars().next();
            if !behind.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '.' | '/')) {
                return None;
            }
            match word.as_str() {
                "br" => Some((Sign::Break, len)),
                "v" if is_end => Some((Sign::Voice(None), len)),
                "v" => {
                    let said = name.split_once(char::is_whitespace).map_or("", |(_, said)| said);
                    Some((Sign::Voice(cue::name(&plain(said))), len))
                }
                word if KNOWN.contains(&word) => Some((Sign::Nothing, len)),
                _ => None,
            }
        }
    }
}

/// A text with its entities filled in.
fn plain(text: &str) -> String {
    let mut found = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        found.push_str(&rest[..at]);
        rest = &rest[at..];
        match sign(rest) {
            Some((Sign::Letter(letter), len)) => {
                found.push_str(&letter);
                rest = &rest[len..];
            }
            _ => {
                found.push('&');
                rest = &rest[1..];
            }
        }
    }
    found.push_str(rest);
    found
}

fn letter(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        let letter = char::from_u32(code).filter(|letter| !letter.is_control())?;
        return Some(letter.to_string());
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letter)| (*letter).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expected: &[(&str, &str)]) {
        let found = cues(lines, Some(0), None);
        let all: Vec<(&str, &str)> =
            found.iter().map(|cue| (cue.voice.as_deref().unwrap_or_default(), cue.text.as_ref())).collect();
        assert_eq!(all, expected, "{lines:?}");
        assert_eq!(found.iter().filter(|cue| cue.start.is_some()).count(), usize::from(!found.is_empty()));
    }

    #[test]
    fn tags_go_and_words_stay() {
        check(&["<i>Pagi</i>, <b>Bu</b>."], &[("", "Pagi, Bu.")]);
        check(&["<00:17.500>ya<c.colorE5E5E5> juga</c>"], &[("", "ya juga")]);
        check(&["{\\an8}atas {catatan}"], &[("", "atas {catatan}")]);
        check(&["<tertawa> ya <3 a<b c"], &[("", "<tertawa> ya <3 a<b c")]);
        check(&["a &amp; b &lt;c&gt; &nbsp;d &tidak; &"], &[("", "a & b <c> \u{a0}d &tidak; &")]);
        check(&["satu<br/>dua[br][tiga]"], &[("", "satu\ndua\n[tiga]")]);
        check(&["", "<i></i>"], &[]);
    }

    #[test]
    fn voices_are_speakers() {
        check(&["<v Rahma, Siti>Pagi.</v>"], &[("Rahma, Siti", "Pagi.")]);
        check(&["<v SPEAKER_1>Pagi."], &[("SPEAKER_1", "Pagi.")]);
        check(&["<v.loud Bu &quot;Sri&quot;>Satu</v>", "<v Budi>Dua"], &[("Bu \"Sri\"", "Satu"), ("Budi", "Dua")]);
        check(&["<v>tanpa nama</v>"], &[("", "tanpa nama")]);
        check(&["<v Budi>satu</v> dua"], &[("Budi", "satu"), ("", "dua")]);
    }
}
