//! A table as CSV: RFC 4180, UTF-8 with a byte order mark, and no field that a spreadsheet takes for a formula.

use super::Error;
use super::table::{Table, Value};
use crate::analysis::excerpt::written;
use crate::domain::guarded;
use std::borrow::Cow;
use std::io::Write;

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
