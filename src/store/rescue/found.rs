//! Reads whatever rows a damaged file still holds: first along its trees, then from pages that no tree leads to
//! any more, then from indexes, which know a part of rows whose own page is lost.

use super::model::{Kind, Table};
use super::older;
use super::pages::Pages;
use super::tree::{Record, Spot, TreePage};
use crate::store::text;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A key as it lies in the file.
pub(super) type Id = Vec<u8>;

/// A row that was read.
#[derive(Clone)]
pub(super) struct Row {
    pub values: Vec<Value>,
    /// Whether all of it is there and every text is text.
    pub is_whole: bool,
}

/// A text or an original, left in the file until it is needed.
pub(super) struct Content {
    pub spot: Spot,
    /// The key that it has in the file.
    pub named: Id,
    /// The SHA-256 of what it holds.
    pub hash: text::Hash,
    /// Whether its end was reached.
    pub is_whole: bool,
}

/// What a file still holds.
#[derive(Default)]
pub(super) struct Found {
    /// Rows by table and key.
    pub rows: BTreeMap<String, BTreeMap<Id, Row>>,
    /// What indexes know of rows that are lost, by table and key; empty where they do not know.
    pub hints: BTreeMap<String, BTreeMap<Id, Vec<Value>>>,
    pub texts: Vec<Content>,
    pub originals: Vec<Content>,
    /// Steps of the history by number.
    pub steps: BTreeMap<i64, Row>,
    /// Changes of the history by number, left in the file.
    pub changes: BTreeMap<i64, Spot>,
    /// Tables that could not be read to their end.
    pub broken: BTreeSet<String>,
    /// Pages that should hold something and cannot be read.
    pub unreadable: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Table(usize),
    Index(usize, usize),
    /// Something that is none of ours, or a free page.
    Other,
}

/// Reads everything.
pub(super) fn read(pages: &mut Pages, tables: &[Table]) -> Found {
    let mut found = Found::default();
    let owners = owners(pages, tables, &mut found);
    let mut used = HashSet::new();
    let mut strays = Vec::new();
    for number in 1..=pages.count() {
        match owners.get(&number) {
            Some(Owner::Table(at)) => {
                if !take_page(pages, number, &tables[*at], &mut used, &mut found, true) {
                    strays.push(number);
                }
            }
            None => strays.push(number),
            Some(_) => {}
        }
    }
    let mut tried = HashSet::new();
    for number in strays {
        if used.contains(&number) {
            continue;
        }
        if let Some(at) = table_of(pages, number, tables, &mut tried) {
            take_page(pages, number, &tables[at], &mut used, &mut found, false);
            found.broken.insert(tables[at].name.clone());
        }
    }
    let mut of_indexes: Vec<(&u32, &Owner)> = owners.iter().collect();
    of_indexes.sort_unstable_by_key(|(number, _)| **number);
    for (number, owner) in of_indexes {
        if let Owner::Index(at, index) = owner {
            take_hints(pages, *number, &tables[*at], *index, &mut used, &mut found);
        }
    }
    found
}

/// The names of all tables.
pub(super) fn table_names(pages: &mut Pages) -> Vec<String> {
    let mut owners = HashMap::new();
    walk(pages, 1, Owner::Other, Some(true), &mut owners);
    let (mut names, mut used) = (Vec::new(), HashSet::new());
    for number in owners.into_keys() {
        let Some(page) = TreePage::read(pages, number).filter(TreePage::has_records) else { continue };
        for cell in 0..page.cells() {
            let record = page.record(pages, cell, &mut used);
            if let Some([Value::Text(kind), Value::Text(name), ..]) =
                record.as_ref().map(|found| found.values.as_slice())
                && kind == "table"
            {
                names.push(name.clone());
            }
        }
    }
    names
}

/// Reads a row once more from where it lies.
pub(super) fn read_again(pages: &mut Pages, spot: Spot) -> Option<Record> {
    TreePage::read(pages, spot.page)?.record(pages, spot.cell, &mut HashSet::new())
}

/// Which page belongs to what, as far as the trees lead.
fn owners(pages: &mut Pages, tables: &[Table], found: &mut Found) -> HashMap<u32, Owner> {
    let mut owners = HashMap::new();
    let mut schema_pages = BTreeSet::new();
    if walk(pages, 1, Owner::Other, Some(true), &mut owners) > 0 || TreePage::read(pages, 1).is_none() {
        found.unreadable += 1;
        found.broken.extend(tables.iter().map(|table| table.name.clone()));
    }
    schema_pages.extend(owners.keys().copied());
    let mut used = HashSet::new();
    let mut seen = BTreeSet::new();
    for number in schema_pages {
        let Some(page) = TreePage::read(pages, number).filter(TreePage::has_records) else { continue };
        for cell in 0..page.cells() {
            let Some(record) = page.record(pages, cell, &mut used) else { continue };
            let [_, Value::Text(name), Value::Text(of), Value::Integer(root), ..] = record.values.as_slice() else {
                continue;
            };
            let Ok(root) = u32::try_from(*root) else { continue };
            let table = tables.iter().position(|table| table.name == *of);
            let (owner, has_rowids) = match table {
                Some(at) if name == of => (Owner::Table(at), Some(tables[at].has_rowids)),
                Some(at) => match tables[at].indexes.iter().position(|index| index.name == *name) {
                    Some(index) => (Owner::Index(at, index), Some(false)),
                    None => (Owner::Other, None),
                },
                None => (Owner::Other, None),
            };
            if root < 2 {
                continue;
            }
            let lost = walk(pages, root, owner, has_rowids, &mut owners);
            if let Owner::Table(at) = owner {
                seen.insert(at);
                if lost > 0 {
                    found.unreadable += lost;
                    found.broken.insert(tables[at].name.clone());
                }
            }
        }
    }
    let unseen = tables.iter().enumerate().filter(|(at, _)| !seen.contains(at));
    found.broken.extend(unseen.map(|(_, table)| table.name.clone()));
    free_pages(pages, &mut owners);
    owners
}

/// Marks the pages of a tree; how many of them could not be read.
fn walk(pages: &mut Pages, root: u32, owner: Owner, has_rowids: Option<bool>, owners: &mut HashMap<u32, Owner>) -> u32 {
    let (mut next, mut lost) = (vec![root], 0);
    while let Some(number) = next.pop() {
        if number == 0 || owners.contains_key(&number) {
            lost += 1;
            continue;
        }
        match TreePage::read(pages, number) {
            Some(page) if has_rowids.is_none_or(|has| has == page.has_rowids()) => {
                owners.insert(number, owner);
                next.extend(page.children());
            }
            _ => lost += 1,
        }
    }
    lost
}

/// What lies on a free page was thrown away.
fn free_pages(pages: &mut Pages, owners: &mut HashMap<u32, Owner>) {
    let mut trunk = pages.free();
    while trunk > 1 && !owners.contains_key(&trunk) {
        let Some(page) = pages.read(trunk) else { return };
        owners.insert(trunk, Owner::Other);
        let word =
            |at: usize| page.get(at..at + 4).map_or(0, |four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
        let many = (word(4) as usize).min(page.len() / 4);
        for leaf in 0..many {
            owners.entry(word(8 + 4 * leaf)).or_insert(Owner::Other);
        }
        trunk = word(0);
    }
}

/// The table whose rows lie on a page that no tree leads to. `tried` bounds how often what long records go on in is
/// looked at.
fn table_of(pages: &mut Pages, number: u32, tables: &[Table], tried: &mut HashSet<u32>) -> Option<usize> {
    let page = TreePage::read(pages, number).filter(TreePage::has_records)?;
    let mut votes = vec![0_u32; tables.len()];
    for cell in 0..page.cells() {
        let Some(record) = page.record(pages, cell, tried) else { continue };
        for (at, table) in tables.iter().enumerate() {
            let values = older::brought_up(&table.name, &record.values);
            let is_one = table.has_rowids == page.has_rowids()
                && table.fits(&values)
                && (!record.is_whole || table.may_end_after(values.len()));
            votes[at] += u32::from(is_one);
        }
    }
    let best = *votes.iter().max()?;
    (best > 0).then(|| votes.iter().position(|votes| *votes == best)).flatten()
}

/// Takes the rows of a page. Whether there was one, or the page says that there is none.
fn take_page(
    pages: &mut Pages,
    number: u32,
    table: &Table,
    used: &mut HashSet<u32>,
    found: &mut Found,
    is_of_tree: bool,
) -> bool {
    let Some(page) = TreePage::read(pages, number) else { return false };
    if !page.has_records() {
        return true;
    }
    let mut taken = 0;
    for cell in 0..page.cells() {
        let record = page.record(pages, cell, used).map(|mut record| {
            let cited = older::cited(&table.name, &record.values);
            record.values = older::brought_up(&table.name, &record.values).into_owned();
            (record, cited)
        });
        let record = record.filter(|(record, _)| {
            table.fits(&record.values) && (!record.is_whole || table.may_end_after(record.values.len()))
        });
        let Some((record, cited)) = record else {
            if is_of_tree {
                found.broken.insert(table.name.clone());
            }
            continue;
        };
        taken += 1;
        if let Some([Value::Blob(id), ..]) = cited.as_deref()
            && let Some(values) = &cited
        {
            let rows = found.rows.entry("evaluation_evidence".to_owned()).or_default();
            rows.entry(id.clone()).or_insert(Row { values: values.clone(), is_whole: true });
        }
        take(table, record, Spot { page: number, cell }, found);
    }
    taken > 0 || page.cells() == 0
}

fn take(table: &Table, mut record: Record, spot: Spot, found: &mut Found) {
    if !record.is_whole {
        found.broken.insert(table.name.clone());
    }
    let is_whole = record.is_whole && record.values.len() <= table.columns.len();
    if is_whole {
        let rest = &table.columns[record.values.len()..];
        record.values.extend(rest.iter().map(|column| column.default.clone()));
    } else {
        record.values.resize(table.columns.len(), Value::Null);
    }
    if let Some(number) = table.number {
        record.values[number] = Value::Integer(record.rowid);
    }
    let content = |bytes: &[u8], named: &Id| Content { spot, named: named.clone(), hash: text::hash(bytes), is_whole };
    match (table.name.as_str(), record.values.as_slice()) {
        ("revision", [Value::Blob(id), .., Value::Text(words)]) => found.texts.push(content(words.as_bytes(), id)),
        ("original", [Value::Blob(hash), Value::Blob(bytes)]) => found.originals.push(content(bytes, hash)),
        ("revision" | "original", _) => {}
        ("step", _) => {
            found.steps.entry(record.rowid).or_insert(Row { values: record.values, is_whole });
        }
        ("change", _) => {
            found.changes.entry(record.rowid).or_insert(spot);
        }
        (name, [Value::Blob(id), ..]) => {
            let rows = found.rows.entry(name.to_owned()).or_default();
            rows.entry(id.clone()).or_insert(Row { values: record.values, is_whole });
        }
        _ => {}
    }
}

/// What an index knows of rows that were not found.
fn take_hints(pages: &mut Pages, number: u32, table: &Table, index: usize, used: &mut HashSet<u32>, found: &mut Found) {
    let columns = &table.indexes[index].columns;
    let Some(page) = TreePage::read(pages, number).filter(TreePage::has_records) else { return };
    let Some(key_at) = columns.iter().position(|column| *column == Some(0)).filter(|_| !table.has_rowids) else {
        return;
    };
    for cell in 0..page.cells() {
        let Some(record) = page.record(pages, cell, used).filter(|record| record.is_whole) else {
            continue;
        };
        let Some(Value::Blob(id)) = record.values.get(key_at).filter(|_| record.values.len() == columns.len()) else {
            continue;
        };
        if id.len() != 16 || found.rows.get(&table.name).is_some_and(|rows| rows.contains_key(id)) {
            continue;
        }
        let mut row = vec![Value::Null; table.columns.len()];
        for (value, column) in record.values.iter().zip(columns) {
            if let Some(column) = column {
                row[*column] = value.clone();
            }
        }
        let is_ours = row.iter().zip(&table.columns).all(|(value, column)| {
            matches!(
                (value, column.kind),
                (Value::Null, _)
                    | (Value::Integer(_), Kind::Integer)
                    | (Value::Text(_), Kind::Text)
                    | (Value::Blob(_), Kind::Blob)
            )
        });
        if !is_ours {
            continue;
        }
        let hint = found.hints.entry(table.name.clone()).or_default().entry(id.clone());
        let hint = hint.or_insert_with(|| vec![Value::Null; table.columns.len()]);
        for (known, value) in hint.iter_mut().zip(row) {
            if *known == Value::Null {
                *known = value;
            }
        }
    }
}
