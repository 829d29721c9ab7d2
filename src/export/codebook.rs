//! The codebook as a file that this program, or another project, reads again: everything a code has, as JSON in the
//! program's own form, or as a table with one row a code.

use super::{Error, Format, write_beside};
use crate::analysis::Study;
use crate::domain::{Code, CodebookId, guarded, to_list_field};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

/// The columns of the table.
const COLUMNS: [&str; 13] = [
    "parent",
    "short",
    "name",
    "kind",
    "colour",
    "key",
    "definition",
    "test",
    "counts",
    "counts_not",
    "examples",
    "keywords",
    "aliases",
];

#[derive(Serialize)]
struct File<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    families: Vec<Entry<'a>>,
    confusing_pairs: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    color: String,
    kind: &'static str,
    key: Option<u8>,
    definition: &'a str,
    test: &'a str,
    include: &'a [String],
    exclude: &'a [String],
    keywords: &'a [String],
    aliases: &'a [String],
    examples: &'a [String],
    indicators: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Pair<'a> {
    a: String,
    b: String,
    rule: &'a str,
    example: &'a str,
}

/// Places of the codes of one codebook, in the order of the tree.
fn of_book(study: &Study, book: Option<CodebookId>) -> Vec<u32> {
    let places = 0..u32::try_from(study.codes.len()).unwrap_or(u32::MAX);
    places.filter(|at| study.codebook_of(*at).map(|found| found.id) == book).collect()
}

fn entry<'a>(study: &'a Study, at: u32, place: &str, places: &mut HashMap<u32, String>) -> Option<Entry<'a>> {
    let code = study.codes.get(at as usize)?;
    places.insert(at, place.to_owned());
    let children =
        (0_u32..).zip(&study.code_parents).filter(|(_, parent)| **parent == Some(at)).map(|(child, _)| child);
    let indicators = children.collect::<Vec<_>>();
    let indicators = indicators
        .into_iter()
        .enumerate()
        .filter_map(|(number, child)| entry(study, child, &format!("{place}/{number}"), places));
    Some(Entry {
        id: &code.short,
        name: &code.name,
        color: code.colour.to_string(),
        kind: code.kind.key(),
        key: code.key,
        definition: &code.definition,
        test: &code.test,
        include: &code.counts,
        exclude: &code.counts_not,
        keywords: &code.keywords,
        aliases: &code.aliases,
        examples: &code.examples,
        indicators: indicators.collect(),
    })
}

/// Writes a codebook as JSON: the first one, or one beside it.
///
/// # Errors
/// Writing failed.
pub fn codebook_json(mut out: impl Write, study: &Study, book: Option<CodebookId>) -> Result<(), Error> {
    let tops = of_book(study, book).into_iter().filter(|at| study.code_parents.get(*at as usize) == Some(&None));
    let mut places = HashMap::new();
    let families =
        tops.enumerate().filter_map(|(number, at)| entry(study, at, &format!("#/{number}"), &mut places)).collect();
    let pairs = study.confusing_pairs.iter().filter_map(|pair| {
        let place = |id| study.code_at(id).and_then(|at| Some((places.get(&at)?, study.codes.get(at as usize)?)));
        let (a, b) = (place(pair.a)?, place(pair.b)?);
        // A short code is what people read; where there is none, the place in the file says which code it is.
        let name =
            |(place, code): (&String, &Code)| if code.short.is_empty() { place.clone() } else { code.short.clone() };
        Some(Pair { a: name(a), b: name(b), rule: &pair.rule, example: &pair.example })
    });
    let named = study.codebooks.iter().find(|found| Some(found.id) == book);
    let file = File {
        schema: "emaslim-codebook/1",
        name: named.map_or("", |book| &book.name),
        description: named.map_or("", |book| &book.description),
        families,
        confusing_pairs: pairs.collect(),
    };
    let text = serde_json::to_string_pretty(&file).map_err(|error| Error::Write(error.into()))?;
    out.write_all(text.as_bytes())?;
    Ok(out.write_all(b"\n")?)
}

/// Writes a codebook as a table: the first one, or one beside it. Pairs that are easily confused are not in it.
///
/// # Errors
/// Writing failed.
pub fn codebook_csv(mut out: impl Write, study: &Study, book: Option<CodebookId>) -> Result<(), Error> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    let failed = |error: ::csv::Error| match error.into_kind() {
        ::csv::ErrorKind::Io(error) => Error::Write(error),
        other => Error::Write(std::io::Error::other(format!("{other:?}"))),
    };
    csv.write_record(COLUMNS).map_err(failed)?;
    let places = of_book(study, book);
    let mut names: HashMap<&str, usize> = HashMap::new();
    for code in places.iter().filter_map(|at| study.codes.get(*at as usize)) {
        *names.entry(&code.name).or_default() += 1;
        // A name that is another code's short code names that one.
        if code.short != code.name {
            *names.entry(&code.short).or_default() += 1;
        }
    }
    let mut called: HashMap<u32, String> = HashMap::new();
    for at in places {
        let Some(code) = study.codes.get(at as usize) else { continue };
        let parent = study.code_parents.get(at as usize).copied().flatten();
        let above = parent.and_then(|parent| called.get(&parent)).cloned().unwrap_or_default();
        let own = if !code.short.is_empty() {
            code.short.clone()
        } else if names.get(code.name.as_str()) == Some(&1) {
            code.name.clone()
        } else {
            format!("{above} > {}", code.name)
        };
        called.insert(at, own);
        let fields = [
            above,
            code.short.clone(),
            code.name.clone(),
            code.kind.key().to_owned(),
            code.colour.to_string(),
            code.key.map(|key| key.to_string()).unwrap_or_default(),
            code.definition.clone(),
            code.test.clone(),
            to_list_field(&code.counts),
            to_list_field(&code.counts_not),
            to_list_field(&code.examples),
            to_list_field(&code.keywords),
            to_list_field(&code.aliases),
        ];
        csv.write_record(fields.iter().map(|field| guarded(field).into_owned())).map_err(failed)?;
    }
    Ok(csv.flush()?)
}

/// Writes a codebook to a file, as JSON, or as a table for every other format.
///
/// # Errors
/// The folder is missing or cannot be written to, or the disk is full. What stood at `path` before is still there.
pub fn save_codebook(path: &Path, format: Format, study: &Study, book: Option<CodebookId>) -> Result<(), Error> {
    write_beside(path, |out| match format {
        Format::Json => codebook_json(out, study, book),
        _ => codebook_csv(out, study, book),
    })
}
