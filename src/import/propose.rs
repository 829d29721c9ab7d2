//! What a file says about itself in its name and its header: technique, date, short code, description.

use super::dates;
use super::format::READ;
use super::header::{Field, Header};
use super::label;
use crate::domain::{Date, Technique};

/// Endings that are left out of a name, beside those of the files that are read.
const ENDINGS: &[&str] = &["log", "csv", "tsv", "json", "doc"];

fn is_ending(ending: &str) -> bool {
    READ.contains(&ending) || ENDINGS.contains(&ending)
}

/// The file name without extension and without characters that would break a line or turn the order of what stands
/// beside it.
pub fn name(file_name: &str) -> String {
    let stem = match file_name.rsplit_once('.') {
        Some((stem, ending)) if is_ending(&ending.to_ascii_lowercase()) => stem,
        _ => file_name,
    };
    let names = [stem, file_name].map(|name| {
        let is_turning = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        label::collapse(&name.replace(is_turning, "").replace(char::is_control, " "))
    });
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "_".to_owned())
}

/// The document code or the name, without a date at its end.
pub fn short(name: &str, header: &Header) -> String {
    let code = header.value(Field::Code).filter(|code| code.chars().count() <= 32).unwrap_or(name);
    let cut = match dates::find_in_name(code) {
        Some((_, place)) if place.end == code.len() => code[..place.start].trim_end_matches(['.', '-', '_', ' ', ',']),
        _ => code,
    };
    if cut.is_empty() { name.to_owned() } else { cut.to_owned() }
}

/// The informant's code in a short code: `KS` in `W.KS`.
pub fn informant_code(short: &str) -> Option<&str> {
    let (first, rest) = short.split_once(['.', '_', '-', ' '])?;
    by_prefix(first)?;
    let code = rest.split(['.', '_', '-', ' ']).next()?;
    label::is_code(code).then_some(code)
}

fn by_prefix(prefix: &str) -> Option<Technique> {
    match prefix.to_uppercase().as_str() {
        "W" | "WW" | "WWC" | "CHW" | "CLW" | "INT" => Some(Technique::Interview),
        "O" | "OBS" | "CHO" | "CLO" => Some(Technique::Observation),
        "D" | "DOK" | "DOC" | "CLD" | "CHD" => Some(Technique::Document),
        _ => None,
    }
}

/// Words that tell the technique; the first in this order counts.
const WORDS: &[(&str, Technique)] = &[
    ("observasi", Technique::Observation),
    ("pengamatan", Technique::Observation),
    ("observation", Technique::Observation),
    ("catatan lapangan", Technique::Observation),
    ("field note", Technique::Observation),
    ("fieldnote", Technique::Observation),
    ("wawancara", Technique::Interview),
    ("interview", Technique::Interview),
    ("fgd", Technique::Interview),
    ("focus group", Technique::Interview),
    ("notulen", Technique::Document),
    ("notula", Technique::Document),
    ("minutes", Technique::Document),
    ("dokumen", Technique::Document),
    ("document", Technique::Document),
    ("transkrip", Technique::Interview),
    ("transcript", Technique::Interview),
];

fn by_words(text: &str) -> Option<Technique> {
    let text = text.to_lowercase();
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, technique)| *technique)
}

/// A prefix like `W.` counts only before a code or number: `D Nurhayati` is a name.
fn by_code(name: &str) -> Option<Technique> {
    let (first, rest) = name.split_once(['.', '_', '-', ' '])?;
    let next = rest.split(['.', '_', '-', ' ']).next()?;
    let is_coded = label::is_code(next) || (!next.is_empty() && next.bytes().all(|byte| byte.is_ascii_digit()));
    is_coded.then(|| by_prefix(first)).flatten()
}

/// The technique that name, title and header tell; nothing where none of them does.
pub fn technique(name: &str, header: &Header) -> Option<Technique> {
    let has = |field: Field| header.entries.iter().any(|entry| entry.field == field);
    by_code(name)
        .or_else(|| by_words(name))
        .or_else(|| by_words(&header.title))
        .or_else(|| by_code(header.value(Field::Code)?))
        .or_else(|| has(Field::Observer).then_some(Technique::Observation))
        .or_else(|| (has(Field::Interviewer) || has(Field::Informant)).then_some(Technique::Interview))
        .or_else(|| (has(Field::Enacted) || has(Field::Kind)).then_some(Technique::Document))
}

/// What header and name say about the day.
pub struct Day {
    /// The date to propose: the header's, else that of the file name.
    pub date: Option<Date>,
    /// A date in the file name that contradicts the header's.
    pub other: Option<Date>,
    /// A header line for the date whose value is no date.
    pub unread: Option<String>,
}

/// Finds the date.
pub fn day(name: &str, header: &Header) -> Day {
    let lines = || header.values(Field::Date).chain(header.values(Field::Enacted));
    let said = lines().find_map(|value| dates::find(value).map(|(date, _)| date));
    let in_name = dates::find_in_name(name).map(|(date, _)| date);
    let in_code = || dates::find_in_name(header.value(Field::Code)?).map(|(date, _)| date);
    let has_digits = |value: &&str| value.bytes().any(|byte| byte.is_ascii_digit());
    Day {
        date: said.or(in_name).or_else(in_code),
        other: in_name.filter(|other| said.is_some_and(|said| said != *other)),
        unread: lines().find(has_digits).filter(|_| said.is_none()).map(|value| value.chars().take(80).collect()),
    }
}

/// What the source is in a few words: who answered, what was observed, what kind of document it is.
pub fn description(header: &Header) -> String {
    let person = |value: &str| {
        let (code, words) = label::code_and_description(value);
        if code.is_some() { words } else { label::collapse(value) }
    };
    header
        .value(Field::Informant)
        .map(person)
        .or_else(|| header.value(Field::Object).map(label::collapse))
        .or_else(|| header.value(Field::Kind).map(label::collapse))
        .or_else(|| header.value(Field::Position).map(person))
        .unwrap_or_else(|| if describes(&header.title) { header.title.clone() } else { String::new() })
}

/// Whether a first line says something: words, no tags and no time codes.
fn describes(title: &str) -> bool {
    let letters = title.chars().filter(|letter| letter.is_alphabetic()).count();
    letters >= 4 && !title.starts_with(['<', '{', '[']) && !title.contains("-->") && !title.starts_with("WEBVTT")
}

/// Time of day, mood and consent, one after the other.
pub fn setting(header: &Header) -> String {
    let parts = [Field::Time, Field::Mood, Field::Consent];
    parts.into_iter().flat_map(|field| header.values(field)).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_ending_only() {
        for (file, expected) in [
            ("W.KS.12-02-2025.txt", "W.KS.12-02-2025"),
            ("W.KS.12-02-2025", "W.KS.12-02-2025"),
            ("Wawancara Bu Sari.TXT", "Wawancara Bu Sari"),
            (".txt", ".txt"),
            ("a\nb.md", "a b"),
            ("\n.txt", ".txt"),
            ("\n", "_"),
            (" W.KS .txt", "W.KS"),
            ("W.\u{202E}SK\u{202C}.txt", "W.SK"),
            ("“Bu Sri” 🙏🏽.txt", "“Bu Sri” 🙏🏽"),
            ("W.KS", "W.KS"),
        ] {
            assert_eq!(name(file), expected, "{file}");
        }
    }

    #[test]
    fn names_tell_the_technique() {
        use Technique::{Document, Interview, Observation};
        for (name, expected) in [
            ("W.KS.12-02-2025", Some(Interview)),
            ("W KS 120214", Some(Interview)),
            ("O.1.24-02-2025", Some(Observation)),
            ("D.2", Some(Document)),
            ("obs_1", Some(Observation)),
            ("Wawancara Bu Sari", Some(Interview)),
            ("Transkrip observasi", Some(Observation)),
            ("Notulen rapat", Some(Document)),
            ("interview 3", Some(Interview)),
            ("D Nurhayati", None),
            ("W", None),
            ("catatan", None),
        ] {
            assert_eq!(technique(name, &Header::default()), expected, "{name}");
        }
    }

    #[test]
    fn short_codes_have_no_date() {
        for (name, expected, code) in [
            ("W.KS.12-02-2025", "W.KS", Some("KS")),
            ("W KS 120214", "W KS", Some("KS")),
            ("O.1.24-02-2025", "O.1", None),
            ("Wawancara Bu Sari", "Wawancara Bu Sari", None),
            ("2025-02-12", "2025-02-12", None),
            ("W_G2_2025-02-17", "W_G2", Some("G2")),
        ] {
            let found = short(name, &Header::default());
            assert_eq!((found.as_str(), informant_code(&found)), (expected, code), "{name}");
        }
    }
}
