//! A table as CSV: RFC 4180, UTF-8 with a byte order mark, and no field that a spreadsheet takes for a formula.

use super::Error;
use super::table::{Table, Value};
use crate::analysis::excerpt::written;
use std::borrow::Cow;
use std::io::Write;

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

/// Writes a table.
pub(super) fn write_csv(mut out: impl Write, table: &Table) -> Result<(), Error> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    let failed = |error: ::csv::Error| match error.into_kind() {
        ::csv::ErrorKind::Io(error) => Error::Write(error),
        other => Error::Write(std::io::Error::other(format!("{other:?}"))),
    };
    csv.write_record(table.headings.iter().map(|heading| guarded(&heading.text).into_owned())).map_err(failed)?;
    for row in &table.rows {
        csv.write_record(row.iter().map(|value| field(value).into_owned())).map_err(failed)?;
    }
    Ok(csv.flush()?)
}

fn field(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(text) => guarded(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Date(date) => Cow::Owned(date.to_string()),
        Value::Moment(at) => Cow::Owned(written(*at)),
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
        fn every_text_comes_back(text in "['=+@\\-\t\r\na🙏]{0,6}") {
            let field = guarded(&text);
            prop_assert!(!field.starts_with(FORMULA_STARTS));
            prop_assert_eq!(unguarded(&field), text.as_str());
        }
    }
}
