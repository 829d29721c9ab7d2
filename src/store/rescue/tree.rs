//! Cells and records of the trees that a database is made of, read page by page: a broken page loses its own
//! rows and no others.

use super::pages::Pages;
use rusqlite::types::Value;
use std::collections::HashSet;

/// A page of a tree.
pub(super) struct TreePage {
    bytes: Vec<u8>,
    at: usize,
    kind: u8,
    cells: usize,
}

/// Where a record lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spot {
    pub page: u32,
    pub cell: usize,
}

/// A row as it lies in the file.
pub(super) struct Record {
    /// The number of the row; 0 in trees without.
    pub rowid: i64,
    /// Its values.
    pub values: Vec<Value>,
    /// Whether all of it could be read, and every text is text.
    pub is_whole: bool,
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut value = 0_u64;
    for place in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if place == 8 {
            return Some((value << 8) | u64::from(byte));
        }
        value = (value << 7) | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(value)
}

impl TreePage {
    /// The page of a number, where it is one of a tree.
    pub fn read(pages: &mut Pages, number: u32) -> Option<Self> {
        let bytes = pages.read(number)?;
        let at = if number == 1 { 100 } else { 0 };
        let kind = *bytes.get(at)?;
        let cells = usize::from(u16::from_be_bytes([*bytes.get(at + 3)?, *bytes.get(at + 4)?]));
        let is_tree = matches!(kind, 2 | 5 | 10 | 13) && cells <= bytes.len() / 4;
        is_tree.then_some(Self { bytes, at, kind, cells })
    }

    /// Whether it belongs to a tree with row numbers.
    pub const fn has_rowids(&self) -> bool {
        matches!(self.kind, 5 | 13)
    }

    /// Whether records lie on it.
    pub const fn has_records(&self) -> bool {
        self.kind != 5
    }

    /// How many cells it says it has.
    pub const fn cells(&self) -> usize {
        self.cells
    }

    fn is_leaf(&self) -> bool {
        matches!(self.kind, 10 | 13)
    }

    fn cell(&self, cell: usize) -> Option<usize> {
        let array = self.at + if self.is_leaf() { 8 } else { 12 } + 2 * cell;
        let at = usize::from(u16::from_be_bytes([*self.bytes.get(array)?, *self.bytes.get(array + 1)?]));
        (at >= self.at + 8 && at < self.bytes.len()).then_some(at)
    }

    /// The pages below it.
    pub fn children(&self) -> Vec<u32> {
        if self.is_leaf() {
            return Vec::new();
        }
        let below = (0..self.cells).filter_map(|cell| word(&self.bytes, self.cell(cell)?));
        below.chain(word(&self.bytes, self.at + 8)).collect()
    }

    /// The record of a cell; nothing where it makes no sense. `used` holds the pages that long records go on in:
    /// each belongs to one.
    pub fn record(&self, pages: &mut Pages, cell: usize, used: &mut HashSet<u32>) -> Option<Record> {
        let mut at = self.cell(cell)?;
        if self.kind == 2 {
            at += 4;
        }
        let length = usize::try_from(varint(&self.bytes, &mut at)?).ok()?;
        let rowid = if self.kind == 13 { varint(&self.bytes, &mut at)?.cast_signed() } else { 0 };
        let (payload, is_whole) = self.payload(pages, at, length, used)?;
        let mut record = decode(&payload, is_whole)?;
        record.rowid = rowid;
        Some(record)
    }

    fn payload(&self, pages: &mut Pages, at: usize, length: usize, used: &mut HashSet<u32>) -> Option<(Vec<u8>, bool)> {
        let usable = pages.usable();
        if length as u64 > u64::from(pages.count()) * usable as u64 {
            return None;
        }
        let least = (usable - 12) * 32 / 255 - 23;
        let most = if self.kind == 13 { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
        if length <= most {
            return Some((self.bytes.get(at..at + length)?.to_vec(), true));
        }
        let fitting = least + (length - least) % (usable - 4);
        let local = if fitting <= most { fitting } else { least };
        let mut payload = self.bytes.get(at..at + local)?.to_vec();
        let mut next = word(&self.bytes, at + local)?;
        while payload.len() < length {
            if next < 2 || next > pages.count() || !used.insert(next) {
                return Some((payload, false));
            }
            let Some(page) = pages.read(next) else { return Some((payload, false)) };
            let part = (length - payload.len()).min(usable - 4);
            payload.extend_from_slice(page.get(4..4 + part)?);
            next = word(&page, 0)?;
        }
        Some((payload, true))
    }
}

/// The values of a record. Of one that is cut, the value at the cut is shorter and those behind it are missing.
fn decode(payload: &[u8], is_whole: bool) -> Option<Record> {
    let mut at = 0;
    let header = usize::try_from(varint(payload, &mut at)?).ok()?;
    if header < at || header > payload.len() {
        return None;
    }
    let mut body = header;
    let mut record = Record { rowid: 0, values: Vec::new(), is_whole };
    while at < header {
        let kind = varint(&payload[..header], &mut at)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return None,
            _ => usize::try_from((kind - 12) / 2).ok()?,
        };
        let end = body.checked_add(length)?;
        let bytes = match payload.get(body..end) {
            Some(bytes) => bytes,
            None if is_whole => return None,
            None if body >= payload.len() || kind < 12 => break,
            None => &payload[body..],
        };
        body = end;
        record.values.push(match kind {
            0 => Value::Null,
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
            1..=6 => {
                let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
                let start = if negative { -1_i64 } else { 0 };
                Value::Integer(bytes.iter().fold(start, |number, byte| (number << 8) | i64::from(*byte)))
            }
            _ if kind.is_multiple_of(2) => Value::Blob(bytes.to_vec()),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Value::Text(text.to_owned()),
                Err(_) => {
                    record.is_whole = false;
                    Value::Text(String::from_utf8_lossy(bytes).into_owned())
                }
            },
        });
    }
    // A record ends where its values end; one that does not was read at a wrong place.
    (!is_whole || body == payload.len()).then_some(record)
}
