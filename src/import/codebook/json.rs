//! The program's own JSON form. A family holds its indicators, and they may hold more; what an indicator does not say
//! (kind, colour) it has from the code above it. Words may stand in several languages or as they are.

use super::{CodebookError, ParsedCode, ParsedCodebook, ParsedPair, checked, line, words};
use crate::domain::{CodeKind, Colour, DEEPEST, Language};
use serde::{Deserialize, Deserializer};
use std::collections::{BTreeMap, HashMap};

/// The form this program reads.
const FORM: &str = "emaslim-codebook/1";

#[derive(Deserialize)]
struct File {
    schema: String,
    #[serde(default)]
    name: Words,
    #[serde(default)]
    description: Words,
    families: Vec<Entry>,
    #[serde(default)]
    confusing_pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    id: String,
    name: Words,
    color: Option<String>,
    kind: Option<String>,
    /// Left out: the program chooses. `null`: none.
    #[serde(default, deserialize_with = "given")]
    key: Option<Option<u8>>,
    #[serde(default)]
    definition: Words,
    #[serde(default)]
    test: Words,
    #[serde(default)]
    include: Lists,
    #[serde(default)]
    exclude: Lists,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    examples: Examples,
    #[serde(default)]
    indicators: Vec<Entry>,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    #[serde(default)]
    rule: Words,
    #[serde(default)]
    example: Words,
}

/// Words by language, or words alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Alone(String),
    ByLanguage(BTreeMap<String, String>),
}

/// Lists by language, or a list alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Lists {
    Alone(Vec<String>),
    ByLanguage(BTreeMap<String, Vec<String>>),
}

/// Examples by who says them, or alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Examples {
    Alone(Vec<String>),
    BySpeaker(BTreeMap<String, String>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Alone(String::new())
    }
}

impl Default for Lists {
    fn default() -> Self {
        Self::Alone(Vec::new())
    }
}

impl Default for Examples {
    fn default() -> Self {
        Self::Alone(Vec::new())
    }
}

fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u8>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// What stands there in a language, or in whichever there is.
fn chosen<T: Clone + Default>(by_language: &BTreeMap<String, T>, language: Language) -> T {
    by_language.get(language.key()).or_else(|| by_language.values().next()).cloned().unwrap_or_default()
}

impl Words {
    fn said(&self, language: Language) -> String {
        match self {
            Self::Alone(text) => words(text),
            Self::ByLanguage(by_language) => words(&chosen(by_language, language)),
        }
    }
}

fn each(list: &[String]) -> Vec<String> {
    list.iter().map(|entry| words(entry)).filter(|entry| !entry.is_empty()).collect()
}

impl Lists {
    fn said(&self, language: Language) -> Vec<String> {
        match self {
            Self::Alone(list) => each(list),
            Self::ByLanguage(by_language) => each(&chosen(by_language, language)),
        }
    }
}

impl Examples {
    fn said(&self) -> Vec<String> {
        match self {
            Self::Alone(list) => each(list),
            Self::BySpeaker(by_speaker) => {
                by_speaker.values().map(|text| words(text)).filter(|text| !text.is_empty()).collect()
            }
        }
    }
}

/// What an indicator has from the code above it.
#[derive(Clone, Copy)]
struct Above {
    at: usize,
    kind: CodeKind,
    colour: Colour,
    level: usize,
}

struct Reading {
    language: Language,
    book: ParsedCodebook,
    /// Where every code stands in the file (`#/0/2`), which names those that have no short code.
    places: HashMap<String, usize>,
}

/// Reads the form.
pub(super) fn read(json: &[u8], language: Language) -> Result<ParsedCodebook, CodebookError> {
    let file: File = serde_json::from_slice(json).map_err(|error| CodebookError::Form(error.to_string()))?;
    if file.schema != FORM {
        return Err(CodebookError::Form(format!("{} is not {FORM}", file.schema)));
    }
    let book = ParsedCodebook {
        name: line(&file.name.said(language)),
        description: file.description.said(language),
        ..ParsedCodebook::default()
    };
    let mut reading = Reading { language, book, places: HashMap::new() };
    for (at, family) in file.families.iter().enumerate() {
        reading.take(family, None, &format!("#/{at}"))?;
    }
    if !file.families.iter().any(has_key) {
        give_keys(&mut reading.book.codes);
    }
    reading.book.pairs = pairs(&file.confusing_pairs, &reading)?;
    checked(reading.book)
}

impl Reading {
    fn take(&mut self, entry: &Entry, above: Option<Above>, place: &str) -> Result<(), CodebookError> {
        let short = line(&entry.id);
        let name = line(&entry.name.said(self.language));
        let called = if short.is_empty() { name.clone() } else { short.clone() };
        let value = |field, what: &str| CodebookError::Value { at: called.clone(), field, what: what.to_owned() };
        let kind = match (&entry.kind, above) {
            (Some(word), _) => super::csv::kind_of(word).ok_or_else(|| value("kind", word))?,
            (None, Some(above)) => above.kind,
            (None, None) => CodeKind::Other,
        };
        let colour = match (&entry.color, above) {
            (Some(text), _) => text.trim().parse().map_err(|_| value("color", text))?,
            (None, Some(above)) => above.colour,
            (None, None) => super::csv::next_colour(&self.book.codes),
        };
        let key = entry.key.flatten();
        if key.is_some_and(|key| !(1..=9).contains(&key)) {
            return Err(value("key", &key.unwrap_or_default().to_string()));
        }
        let level = above.map_or(1, |above| above.level + 1);
        if level > DEEPEST {
            return Err(CodebookError::TooDeep(called));
        }
        let at = self.book.codes.len();
        self.places.insert(place.to_owned(), at);
        self.book.codes.push(ParsedCode {
            parent: above.map(|above| above.at),
            kind,
            short,
            name,
            colour,
            key,
            definition: entry.definition.said(self.language),
            test: entry.test.said(self.language),
            counts: entry.include.said(self.language),
            counts_not: entry.exclude.said(self.language),
            examples: entry.examples.said(),
            keywords: each(&entry.keywords),
            aliases: each(&entry.aliases),
            is_kind_given: entry.kind.is_some(),
            is_colour_given: entry.color.is_some(),
        });
        for (child, indicator) in entry.indicators.iter().enumerate() {
            self.take(indicator, Some(Above { at, kind, colour, level }), &format!("{place}/{child}"))?;
        }
        Ok(())
    }
}

fn has_key(entry: &Entry) -> bool {
    entry.key.is_some() || entry.indicators.iter().any(has_key)
}

/// Where the file says nothing about keys, the first nine roles get the digits 1 to 9.
fn give_keys(codes: &mut [ParsedCode]) {
    let roles = codes.iter_mut().filter(|code| code.parent.is_none() && code.kind == CodeKind::Role);
    for (key, role) in (1..=9).zip(roles) {
        role.key = Some(key);
    }
}

fn pairs(pairs: &[Pair], reading: &Reading) -> Result<Vec<ParsedPair>, CodebookError> {
    let codes = &reading.book.codes;
    let shorts: HashMap<&str, usize> = codes
        .iter()
        .enumerate()
        .filter(|(_, code)| !code.short.is_empty())
        .map(|(at, code)| (&*code.short, at))
        .collect();
    let find = |name: &str| {
        let found = reading.places.get(name).or_else(|| shorts.get(line(name).as_str()));
        found.copied().ok_or_else(|| CodebookError::Pair(name.to_owned()))
    };
    let mut known: HashMap<(usize, usize), ()> = HashMap::new();
    pairs
        .iter()
        .map(|pair| {
            let (a, b) = (find(&pair.a)?, find(&pair.b)?);
            if a == b || known.insert((a.min(b), a.max(b)), ()).is_some() {
                return Err(CodebookError::Pair(format!("{} · {}", pair.a, pair.b)));
            }
            let (rule, example) = (pair.rule.said(reading.language), pair.example.said(reading.language));
            Ok(ParsedPair { a, b, rule, example })
        })
        .collect()
}
