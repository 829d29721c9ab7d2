//! Tables as an Excel workbook: headings stay in sight, text wraps, days are days, words are words. A text
//! longer than a cell holds is carried on in columns at the right that say so; nothing is cut off.

use super::table::{Heading, Table, Value};
use super::{Error, Sink, Stamp};
use crate::domain::{Language, Message};
use crate::i18n::Catalog;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use unicode_segmentation::UnicodeSegmentation;

/// UTF-16 units that a cell holds.
const CELL: usize = 32_767;
const ROWS: u64 = 1_048_576;
const COLUMNS: u64 = 16_384;

/// A sheet.
pub(super) struct Sheet {
    /// Its name; at most 31 letters.
    pub name: String,
    /// Columns that stay in sight at the left.
    pub frozen_columns: u16,
    /// What stands on it.
    pub table: Table,
}

struct Formats {
    heading: Format,
    text: Format,
    quoted: Format,
    number: Format,
    day: Format,
    moment: Format,
}

impl Formats {
    fn of(language: Language) -> Self {
        let base = Format::new().set_align(FormatAlign::Top);
        let (day, moment) = match language {
            Language::Indonesian => ("dd/mm/yyyy", "dd/mm/yyyy hh.mm"),
            Language::English => ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"),
        };
        let text = base.clone().set_text_wrap();
        Self {
            heading: text.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            // Keeps it text when somebody edits the cell.
            quoted: text.clone().set_quote_prefix(),
            text,
            number: base.clone(),
            day: base.clone().set_num_format(day).set_align(FormatAlign::Left),
            moment: base.set_num_format(moment).set_align(FormatAlign::Left),
        }
    }
}

/// Writes sheets as a workbook.
pub(super) fn write_xlsx(
    out: &mut dyn Sink,
    mut sheets: Vec<Sheet>,
    stamp: &Stamp,
    words: &Catalog,
) -> Result<(), Error> {
    let formats = Formats::of(words.language());
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(stamp));
    if !stamp.identity.is_empty() {
        let row = |(name, value): &(String, String)| vec![Value::from(name.as_str()), Value::from(value.as_str())];
        let table = Table {
            headings: vec![Heading::new(words.text("sheet-identity"), 24), Heading::new("", 70)],
            rows: stamp.identity.iter().map(row).collect(),
        };
        sheets.push(Sheet { name: words.text("sheet-identity"), frozen_columns: 0, table });
    }
    for sheet in sheets {
        let table = carried_on(sheet.table, words);
        let (rows, columns) = (table.rows.len() as u64 + 1, table.headings.len() as u64);
        if rows > ROWS {
            return Err(Error::TooManyRows(ROWS, rows));
        }
        if columns > COLUMNS {
            return Err(Error::TooManyColumns(COLUMNS, columns));
        }
        let page = workbook.add_worksheet();
        page.set_name(sheet.name)?;
        page.set_freeze_panes(1, sheet.frozen_columns)?;
        page.set_landscape().set_print_fit_to_pages(1, 0);
        page.set_repeat_rows(0, 0)?;
        for (column, heading) in (0_u16..).zip(&table.headings) {
            page.set_column_width(column, heading.width)?;
            page.write_string_with_format(0, column, &heading.text, &formats.heading)?;
        }
        for (at, row) in (1_u32..).zip(&table.rows) {
            for (column, value) in (0_u16..).zip(row) {
                put(page, at, column, value, &formats)?;
            }
        }
    }
    workbook.save_to_writer(out)?;
    Ok(())
}

/// Title, author and day among the properties of the file; the day, too, so that the same gives the same bytes.
fn properties(stamp: &Stamp) -> DocProperties {
    let title = stamp.identity.first().map_or("", |(_, value)| value);
    let properties = DocProperties::new().set_title(title).set_author(&stamp.author);
    let month = stamp.today.month();
    match u16::try_from(stamp.today.year()).map(|year| ExcelDateTime::from_ymd(year, month, stamp.today.day())) {
        Ok(Ok(day)) => properties.set_creation_datetime(&day),
        _ => properties,
    }
}

fn put(page: &mut Worksheet, row: u32, column: u16, value: &Value, formats: &Formats) -> Result<(), Error> {
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            let guarded = super::guarded(text).len() != text.len();
            let format = if guarded { &formats.quoted } else { &formats.text };
            page.write_string_with_format(row, column, text, format)?;
        }
        Value::Number(number) => {
            page.write_number_with_format(row, column, *number, &formats.number)?;
        }
        Value::Date(date) => {
            // The calendar of workbooks starts in 1900; an earlier day stays text.
            match u16::try_from(date.year()).map(|year| ExcelDateTime::from_ymd(year, date.month(), date.day())) {
                Ok(Ok(day)) => page.write_datetime_with_format(row, column, day, &formats.day)?,
                _ => page.write_string_with_format(row, column, date.to_string(), &formats.text)?,
            };
        }
        Value::Moment(at) => {
            let moment = ExcelDateTime::from_timestamp(at.millis().div_euclid(1000));
            match moment {
                Ok(moment) => page.write_datetime_with_format(row, column, moment, &formats.moment)?,
                Err(_) => {
                    let written = crate::analysis::excerpt::written(*at);
                    page.write_string_with_format(row, column, written, &formats.text)?
                }
            };
        }
    }
    Ok(())
}

/// Carries texts that are longer than a cell on in further columns at the right, cut between grapheme
/// clusters; laid end to end they are the text again.
fn carried_on(mut table: Table, words: &Catalog) -> Table {
    for column in 0..table.headings.len() {
        let mut more = 0;
        for row in &mut table.rows {
            let Some(Value::Text(text)) = row.get(column) else { continue };
            if text.len() <= CELL || utf16_len(text) <= CELL {
                continue;
            }
            let mut parts = parts_of(text).into_iter();
            row[column] = parts.next().map_or(Value::Empty, Value::from);
            let rest: Vec<Value> = parts.map(Value::from).collect();
            more = more.max(rest.len());
            row.resize(table.headings.len(), Value::Empty);
            row.extend(rest);
        }
        let heading = table.headings[column].clone();
        for part in 0..more {
            let text = Message::new("heading-carried-on").with("heading", heading.text.as_str()).with("n", part + 2);
            table.headings.push(Heading::new(words.say(&text), heading.width));
        }
        if more > 0 {
            for row in &mut table.rows {
                row.resize(table.headings.len(), Value::Empty);
            }
        }
    }
    table
}

fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn parts_of(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut room = CELL;
    for cluster in text.graphemes(true) {
        // A cluster longer than a cell is cut too; there is no other way.
        for piece in if utf16_len(cluster) > CELL { cluster.split("").collect() } else { vec![cluster] } {
            let length = utf16_len(piece);
            if length > room {
                parts.push(String::new());
                room = CELL;
            }
            if let Some(part) = parts.last_mut() {
                part.push_str(piece);
            }
            room -= length;
        }
    }
    parts
}
