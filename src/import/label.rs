//! The shape of a label: something short at the start of a line, a colon, a space. Whether it is a speaker
//! is decided elsewhere.

use crate::domain::Label;

/// Longest label in code points.
const LONGEST: usize = 48;

/// A line that begins with a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Labelled<'a> {
    /// The label as it stands, without bullet, brackets, stars and colon.
    pub label: &'a str,
    /// Byte of the line where its first visible letter stands (a bullet included).
    pub start: usize,
    /// Byte of the line where the colon (and the stars behind it) ends.
    pub end: usize,
    /// Byte of the line where the words begin; the end of the line where there are none.
    pub words: usize,
    /// Whether a space or the end of the line follows the colon.
    pub is_spaced: bool,
}

/// Splits `P : Apa kabar?` into label and words, if the line has that shape.
pub fn split(line: &str) -> Option<Labelled<'_>> {
    let start = line.len() - line.trim_start().len();
    let from = skip_lead(line, start);
    let mut depth = 0_u32;
    let mut colon = None;
    for (number, (at, letter)) in line[from..].char_indices().enumerate() {
        match letter {
            ':' | '：' if depth == 0 => {
                colon = Some((from + at, from + at + letter.len_utf8()));
                break;
            }
            _ if number >= LONGEST => return None,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ':' | '.' | ',' | '\'' | '’' | '-' | '_' | '/' | '&' | '*' | ']' | '#' | '\t' => {}
            ';' | '?' | '!' | '"' | '“' | '”' | '…' | '–' | '—' | '=' | '<' | '>' | '|' | '@' | '\\' => {
                return None;
            }
            letter if letter.is_control() => return None,
            _ => {}
        }
    }
    let (colon, mut end) = colon?;
    let label = line[from..colon].trim_end().trim_end_matches(['*', '_', ']']).trim_end();
    while let Some(behind) = line[end..].strip_prefix(['*', '_']) {
        end = line.len() - behind.len();
    }
    let starts_well = label.chars().next().is_some_and(char::is_alphabetic);
    if !starts_well || label.split_whitespace().count() > 6 {
        return None;
    }
    let rest = &line[end..];
    let is_spaced = rest.chars().next().is_none_or(char::is_whitespace);
    if !is_spaced && !rest.starts_with(|letter: char| letter.is_alphabetic() || "“\"‘'".contains(letter)) {
        return None;
    }
    let words = line.len() - rest.trim_start().len();
    Some(Labelled { label, start, end, words, is_spaced })
}

/// Steps over what may stand before a label: a bullet, a number, a time in brackets, stars.
fn skip_lead(line: &str, start: usize) -> usize {
    let mut rest = &line[start..];
    for _ in 0..3 {
        let before = rest;
        if let Some(behind) = rest.strip_prefix(['-', '*', '•', '–', '—', '·', '>', '▪'])
            && behind.starts_with(char::is_whitespace)
        {
            rest = behind.trim_start();
        }
        let number = list_number(rest);
        if number > 0 {
            rest = rest[number..].trim_start();
        }
        if let Some(inside) = rest.strip_prefix(['[', '(', '{'])
            && let Some(close) = inside.find([']', ')', '}'])
            && close > 0
            && inside[..close].bytes().all(|byte| byte.is_ascii_digit() || b":.,- ".contains(&byte))
        {
            rest = inside[close + 1..].trim_start();
        }
        if rest == before {
            break;
        }
    }
    line.len() - rest.trim_start_matches(['*', '_', '[']).len()
}

/// Bytes of the number of a list at the start of a line (`12.`, `3)`, `1.2.`, `a.`, `iv)`); none where there is none.
fn list_number(line: &str) -> usize {
    let mut end = 0;
    for _ in 0..4 {
        let digits = line[end..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&digits) || !line[end + digits..].starts_with(['.', ')']) {
            break;
        }
        end += digits + 1;
    }
    if end == 0 {
        // Capital letters with a dot begin names.
        let letters = line.bytes().take_while(u8::is_ascii_lowercase).count();
        let is_roman = (1..=4).contains(&letters) && line[..letters].bytes().all(|letter| b"ivx".contains(&letter));
        if (letters == 1 || is_roman) && line[letters..].starts_with(['.', ')']) {
            end = letters + 1;
        }
    }
    if line[end..].starts_with(char::is_whitespace) { end } else { 0 }
}

/// The label that a cell of a table holds, where it has the shape of one: short, with or without a colon.
pub fn of_cell(cell: &str) -> Option<&str> {
    let bare = cell.trim().trim_start_matches(['-', '*', '•', '[']).trim_start();
    let label = bare.trim_end_matches([':', '：', '*', '_', ']', '.', ' ', '\t', '\u{a0}']);
    let is_odd = |letter: char| letter.is_control() || "?!;\"“”…=<>|@\\".contains(letter);
    let is_short = label.chars().count() <= LONGEST && label.split_whitespace().count() <= 6;
    let starts_well = label.chars().next().is_some_and(char::is_alphabetic);
    (is_short && starts_well && !label.contains(is_odd)).then_some(label)
}

/// The label as a key: small letters, one space between words.
pub fn key(label: &str) -> String {
    Label::key(label)
}

/// One space between words, none around.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has the shape of an informant's code: `KS`, `P`, `G1`, `S-3`.
pub fn is_code(text: &str) -> bool {
    let letters = text.chars().take_while(|letter| letter.is_alphabetic()).count();
    let is_upper = text.chars().take(letters).all(char::is_uppercase);
    let mut rest = text.chars().skip(letters);
    let numbers: String = rest.by_ref().collect();
    let digits = numbers.strip_prefix(['-', '.', '_', ' ']).unwrap_or(&numbers);
    let is_number = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (1..=4).contains(&letters) && is_upper && is_number && (numbers.is_empty() || !digits.is_empty())
}

/// What stands before and inside the last pair of round brackets: `Kepala Sekolah (KS)`.
pub fn brackets(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().trim_end_matches(['.', ',', ';']).trim_end();
    let open = text.rfind('(')?;
    let inside = text[open + 1..].strip_suffix(')')?;
    Some((text[..open].trim(), inside.trim()))
}

/// Code and description that a label or a header value holds: the code stands in brackets
/// (`Informan 1 (G1)`), before them (`K (Kiki)`), or alone (`KS`).
pub fn code_and_description(text: &str) -> (Option<String>, String) {
    let text = text.trim();
    match brackets(text) {
        Some((outside, inside)) if is_code(inside) && !outside.is_empty() => {
            (Some(inside.to_owned()), collapse(outside))
        }
        Some((outside, inside)) if is_code(outside) => {
            let is_name = inside.chars().any(char::is_alphabetic);
            (Some(outside.to_owned()), if is_name { collapse(inside) } else { String::new() })
        }
        _ if is_code(text) => (Some(text.to_owned()), String::new()),
        _ => (None, collapse(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, &str)>) {
        let found = split(line).map(|labelled| (labelled.label, &line[labelled.words..]));
        assert_eq!(found, expected, "{line:?}");
    }

    #[test]
    fn labels_have_a_shape() {
        check("KS: Iya.", Some(("KS", "Iya.")));
        check("Peneliti : Apa?", Some(("Peneliti", "Apa?")));
        check("\tG1\t:\tAda", Some(("G1", "Ada")));
        check("KS\u{a0}:\u{a0}Ada", Some(("KS", "Ada")));
        check("- P: ya", Some(("P", "ya")));
        check("12. KS: ya", Some(("KS", "ya")));
        check("1.2. KS: ya", Some(("KS", "ya")));
        check("a. KS: ya", Some(("KS", "ya")));
        check("iv) KS: ya", Some(("KS", "ya")));
        check("A. Yani: ya", Some(("A. Yani", "ya")));
        check("• Informan 1 (G1): ya", Some(("Informan 1 (G1)", "ya")));
        check("**K (Kiki):** ya", Some(("K (Kiki)", "ya")));
        check("[SPEAKER_00]: hi", Some(("SPEAKER_00", "hi")));
        check("[00:01:12] P: ya", Some(("P", "ya")));
        check("P (00:12): ya", Some(("P (00:12)", "ya")));
        check("KS:", Some(("KS", "")));
        check("KS:Iya", Some(("KS", "Iya")));
        check("https://otter.ai", None);
        check("17:30 upacara", None);
        check("Jam 17:30 upacara", None);
        check("06.40  Kepala sekolah", None);
        check("Apa katanya? Begini: ya", None);
        check(": ya", None);
        check("", None);
    }

    #[test]
    fn codes_have_a_shape() {
        for code in ["KS", "P", "G1", "S-3", "G 1", "WAKA", "KS.2"] {
            assert!(is_code(code), "{code}");
        }
        for other in ["Guru", "guru 1", "G1a", "KEPSEK", "1G", "", "G-", "G1234", "SPEAKER_00"] {
            assert!(!is_code(other), "{other}");
        }
    }

    #[test]
    fn brackets_hold_the_code() {
        let check = |text: &str, code: Option<&str>, description: &str| {
            assert_eq!(code_and_description(text), (code.map(str::to_owned), description.to_owned()), "{text}");
        };
        check("Kepala Sekolah (KS)", Some("KS"), "Kepala Sekolah");
        check("K (Kiki)", Some("K"), "Kiki");
        check("P (00:12)", Some("P"), "");
        check("KS", Some("KS"), "");
        check("Guru 1", None, "Guru 1");
        check("Bu Sari (guru)", None, "Bu Sari (guru)");
    }
}
