//! A table of codes, one row a code, as people make it in a spreadsheet: with commas, semicolons or tabs, with or
//! without a byte order mark, with headings in English or Indonesian.

use super::{CodebookError, ParsedCode, ParsedCodebook, checked, line};
use crate::domain::{CODE_COLOURS, CodeKind, Colour, from_list_field, unguarded};
use crate::import::decode::decode;
use std::collections::HashMap;

/// The columns, each with the other headings it is known by.
const COLUMNS: [(&str, &[&str]); 13] = [
    ("parent", &["induk", "di bawah"]),
    ("short", &["kode", "kode singkat", "code", "short code"]),
    ("name", &["nama", "nama kode"]),
    ("kind", &["jenis"]),
    ("colour", &["color", "warna"]),
    ("key", &["tombol"]),
    ("definition", &["definisi"]),
    ("test", &["uji", "pertanyaan uji"]),
    ("counts", &["termasuk", "include"]),
    ("counts_not", &["tidak termasuk", "bukan", "counts not", "exclude"]),
    ("examples", &["contoh"]),
    ("keywords", &["kata kunci"]),
    ("aliases", &["alias", "nama lain"]),
];

/// The kind that a word means.
pub(super) fn kind_of(word: &str) -> Option<CodeKind> {
    match word.trim().to_lowercase().as_str() {
        "peran" | "role" => Some(CodeKind::Role),
        "topik" | "topic" => Some(CodeKind::Topic),
        "evaluasi" | "evaluation" => Some(CodeKind::Evaluation),
        "lain" | "other" => Some(CodeKind::Other),
        _ => None,
    }
}

/// The colour of a code at the top for which none is given: the one that the fewest have.
pub(super) fn next_colour(codes: &[ParsedCode]) -> Colour {
    let tops = codes.iter().filter(|code| code.parent.is_none()).count();
    CODE_COLOURS[tops % CODE_COLOURS.len()]
}

struct Row {
    /// The row as a spreadsheet counts it, from 1.
    number: u64,
    parent: String,
    code: ParsedCode,
}

/// Reads the table.
pub(super) fn read(bytes: &[u8]) -> Result<ParsedCodebook, CodebookError> {
    let decoded = decode("", bytes, None).map_err(|error| CodebookError::Form(error.to_string()))?;
    let (separator, text) = separator(&decoded.text);
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(true).from_reader(text.as_bytes());
    let wrong = |error: ::csv::Error| CodebookError::Form(error.to_string());
    let headings = reader.headers().map_err(wrong)?.clone();
    let columns: HashMap<usize, &str> =
        headings.iter().enumerate().filter_map(|(at, heading)| Some((at, column_of(heading)?))).collect();
    if !columns.values().any(|column| *column == "name" || *column == "short") {
        let found: Vec<String> = headings.iter().take(20).map(line).collect();
        return Err(CodebookError::NoColumn { wanted: "name", found: found.join(", ") });
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let number = record.position().map_or(0, ::csv::Position::record) + 1;
        rows.push(row_of(&record, &columns, number)?);
        if rows.len() > super::MOST_CODES {
            return Err(CodebookError::TooManyCodes(rows.len()));
        }
    }
    in_tree_order(rows)
}

/// What separates the fields, and the table behind a line `sep=;` that Excel understands.
fn separator(text: &str) -> (u8, &str) {
    let text = text.trim_start_matches('\u{FEFF}');
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(sign) = first.trim().strip_prefix("sep=").and_then(|sign| sign.bytes().next()).filter(u8::is_ascii) {
        return (sign, rest);
    }
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    let most = [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b','));
    (most.unwrap_or(b','), text)
}

fn column_of(heading: &str) -> Option<&'static str> {
    let heading = line(heading).to_lowercase();
    let spaced = heading.replace('_', " ");
    let is_it = |name: &str| name.replace('_', " ") == spaced;
    COLUMNS.iter().find(|(name, also)| is_it(name) || also.iter().any(|other| is_it(other))).map(|(name, _)| *name)
}

fn row_of(record: &::csv::StringRecord, columns: &HashMap<usize, &str>, number: u64) -> Result<Row, CodebookError> {
    let field = |wanted: &str| {
        let at = record.iter().enumerate().find(|(at, _)| columns.get(at).is_some_and(|column| *column == wanted));
        at.map_or(String::new(), |(_, text)| super::words(unguarded(text)))
    };
    let value = |field, what: &str| CodebookError::Value { at: number.to_string(), field, what: line(what) };
    let list = |wanted: &str| from_list_field(&field(wanted));
    let short = line(&field("short"));
    let name = line(&field("name"));
    let (kind, colour, key) = (field("kind"), field("colour"), field("key"));
    let has_kind = !kind.trim().is_empty();
    let has_colour = !colour.trim().is_empty();
    let key = match key.trim() {
        "" => None,
        digit => Some(digit.parse().ok().filter(|key| (1..=9).contains(key)).ok_or_else(|| value("key", digit))?),
    };
    let code = ParsedCode {
        parent: None,
        kind: if has_kind { kind_of(&kind).ok_or_else(|| value("kind", &kind))? } else { CodeKind::Other },
        name: if name.is_empty() { short.clone() } else { name },
        short,
        colour: if has_colour {
            colour.trim().to_uppercase().parse().map_err(|_| value("colour", &colour))?
        } else {
            CODE_COLOURS[0]
        },
        key,
        definition: field("definition"),
        test: field("test"),
        counts: list("counts"),
        counts_not: list("counts_not"),
        examples: list("examples"),
        keywords: list("keywords"),
        aliases: list("aliases"),
        is_kind_given: has_kind,
        is_colour_given: has_colour,
    };
    if code.name.is_empty() {
        return Err(value("name", ""));
    }
    Ok(Row { number, parent: line(&field("parent")), code })
}

/// Rows know their parents by name, wherever they stand; codes know them by place, before them.
fn in_tree_order(rows: Vec<Row>) -> Result<ParsedCodebook, CodebookError> {
    let parents: Vec<Option<usize>> = parents_of(&rows)?;
    let mut children: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (at, parent) in parents.iter().enumerate() {
        children.entry(*parent).or_default().push(at);
    }
    let mut waiting: Vec<usize> = children.remove(&None).unwrap_or_default();
    waiting.reverse();
    let mut slots: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut codes: Vec<ParsedCode> = Vec::with_capacity(slots.len());
    while let Some(at) = waiting.pop() {
        let Some(row) = slots.get_mut(at).and_then(Option::take) else { continue };
        let parent = parents[at].and_then(|parent| places.get(&parent).copied());
        let mut code = row.code;
        code.parent = parent;
        match parent.and_then(|parent| codes.get(parent)) {
            Some(above) => {
                let (kind, colour) = (above.kind, above.colour);
                code.kind = if code.is_kind_given { code.kind } else { kind };
                code.colour = if code.is_colour_given { code.colour } else { colour };
            }
            None if !code.is_colour_given => code.colour = next_colour(&codes),
            None => {}
        }
        places.insert(at, codes.len());
        codes.push(code);
        waiting.extend(children.remove(&Some(at)).unwrap_or_default().into_iter().rev());
    }
    // What no code at the top leads to stands in a ring.
    if let Some(row) = slots.into_iter().flatten().next() {
        let code = row.code;
        return Err(CodebookError::Ring(if code.short.is_empty() { code.name } else { code.short }));
    }
    checked(ParsedCodebook { codes, ..ParsedCodebook::default() })
}

/// The parent of every row: named by short code, by a name that only one has, or by the names from the top (`A > B`).
fn parents_of(rows: &[Row]) -> Result<Vec<Option<usize>>, CodebookError> {
    let mut shorts: HashMap<&str, usize> = HashMap::new();
    let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_parent: HashMap<(&str, &str), usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if !row.code.short.is_empty() {
            shorts.entry(&row.code.short).or_insert(at);
        }
        names.entry(&row.code.name).or_default().push(at);
        by_parent.entry((&row.parent, &row.code.name)).or_insert(at);
    }
    let found = |name: &str| -> Option<usize> {
        if let Some(at) = shorts.get(name) {
            return Some(*at);
        }
        if let Some([only]) = names.get(name).map(Vec::as_slice) {
            return Some(*only);
        }
        // A path: everything before the last name is what the row says of its own parent.
        let (above, last) = name.rsplit_once(PATH).unwrap_or(("", name));
        by_parent.get(&(above, last)).copied()
    };
    rows.iter()
        .map(|row| match row.parent.as_str() {
            "" => Ok(None),
            name => found(name).map(Some).ok_or_else(|| CodebookError::Value {
                at: row.number.to_string(),
                field: "parent",
                what: name.to_owned(),
            }),
        })
        .collect()
}

/// Between the names of a path.
const PATH: &str = " > ";
