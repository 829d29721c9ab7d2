//! Words as fields of tables and forms: tidied before they are kept, lists in one cell, and nothing that a
//! spreadsheet takes for a formula.

use std::borrow::Cow;

/// Words without U+0000 (SQLite's text functions stop there), with LF as line end, without spaces around them.
pub fn tidied(text: &str) -> String {
    text.replace('\0', "\u{FFFD}").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// The same on one line: a name.
pub fn tidied_line(text: &str) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    line.trim().to_owned()
}

/// A list in one cell of a table, one entry a line. A line end, `|` or `\` within an entry is written with `\`.
pub fn to_list_field(list: &[String]) -> String {
    let escaped = list.iter().map(|entry| entry.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n"));
    escaped.collect::<Vec<_>>().join("\n")
}

/// The list of such a cell, or of one that a person wrote with `|` between the entries. Empty entries are none.
pub fn from_list_field(field: &str) -> Vec<String> {
    let mut list = vec![String::new()];
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        let Some(entry) = list.last_mut() else { break };
        match letter {
            '\\' => match letters.next() {
                Some('n') => entry.push('\n'),
                Some(escaped) => entry.push(escaped),
                None => entry.push('\\'),
            },
            '|' | '\n' => list.push(String::new()),
            _ => entry.push(letter),
        }
    }
    list.iter().map(|entry| tidied(entry)).filter(|entry| !entry.is_empty()).collect()
}

/// What makes a spreadsheet take a field for a formula, the full-width signs of East Asian keyboards included.
const FORMULA_STARTS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a text has to be guarded: behind any apostrophes it starts like a formula.
fn starts_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA_STARTS)
}

/// A text as a CSV field that stays text in a spreadsheet: one apostrophe in front where it starts like a
/// formula (apostrophes it starts with do not count, so that [`unguarded`] always finds the way back).
pub fn guarded(text: &str) -> Cow<'_, str> {
    if starts_like_a_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The words of a CSV field: the opposite of [`guarded`].
pub fn unguarded(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(text) if starts_like_a_formula(text) => text,
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_looks_like_a_formula_is_guarded() {
        for (text, field) in [
            ("=1+1", "'=1+1"),
            ("+62 812", "'+62 812"),
            ("- Guru hadir", "'- Guru hadir"),
            ("@kepsek", "'@kepsek"),
            ("\tx", "'\tx"),
            ("'=1", "''=1"),
            ("'tidak'", "'tidak'"),
            ("“Setiap guru”", "“Setiap guru”"),
            ("– siswa", "– siswa"),
            ("2025", "2025"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), field);
            assert_eq!(unguarded(field), text);
        }
    }

    proptest! {
        #[test]
        fn every_list_comes_back(list in proptest::collection::vec("[a|\\\\n\n=]{0,6}", 0..5)) {
            let list: Vec<String> = list.iter().map(|entry| tidied(entry)).filter(|entry| !entry.is_empty()).collect();
            prop_assert_eq!(from_list_field(&to_list_field(&list)), list);
        }

        #[test]
        fn every_text_comes_back(text in "['=+@\\-\t\r\na🙏]{0,6}") {
            let field = guarded(&text);
            prop_assert!(!field.starts_with(FORMULA_STARTS));
            prop_assert_eq!(unguarded(&field), text.as_str());
        }
    }
}
