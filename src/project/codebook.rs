//! A codebook file in the program's JSON form becomes codes in one language.

use super::{Error, clock};
use crate::domain::{Code, CodeId, CodeKind, Colour, ConfusingPair, Language};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// The built-in codebook.
pub(super) const EMASLIM: &[u8] = include_bytes!("../../assets/codebook/emaslim-codebook.json");

/// The form this program reads.
const FORM: &str = "emaslim-codebook/1";

#[derive(Deserialize)]
struct File {
    schema: String,
    families: Vec<Family>,
    #[serde(default)]
    confusing_pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Family {
    id: String,
    name: Words,
    color: String,
    kind: String,
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
    examples: BTreeMap<String, String>,
    #[serde(default)]
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
struct Indicator {
    id: String,
    name: Words,
    #[serde(default)]
    definition: Words,
    #[serde(default)]
    keywords: Vec<String>,
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

/// Words by language.
#[derive(Deserialize, Default)]
struct Words(BTreeMap<String, String>);

/// Lists by language.
#[derive(Deserialize, Default)]
struct Lists(BTreeMap<String, Vec<String>>);

impl Words {
    /// The words in a language, or in whichever there is.
    fn in_language(&self, language: Language) -> String {
        self.0.get(language.key()).or_else(|| self.0.values().next()).cloned().unwrap_or_default()
    }
}

impl Lists {
    fn in_language(&self, language: Language) -> Vec<String> {
        self.0.get(language.key()).or_else(|| self.0.values().next()).cloned().unwrap_or_default()
    }
}

/// Codes, each parent before its children, and the pairs that are easily confused.
#[derive(Default)]
pub(super) struct Codebook {
    pub(super) codes: Vec<Code>,
    pub(super) pairs: Vec<ConfusingPair>,
}

/// The codes of a codebook file in the program's JSON form, each parent before its children; nothing is made of them.
///
/// # Errors
/// Where it is no such file, in words that name the place.
pub fn codes_in(json: &[u8], language: Language) -> Result<Vec<Code>, Error> {
    read(json, language).map(|book| book.codes)
}

/// Reads a codebook file. The first nine roles get the digits 1 to 9 as keys.
pub(super) fn read(json: &[u8], language: Language) -> Result<Codebook, Error> {
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    let file: File = serde_json::from_slice(json).map_err(|error| Error::Codebook(error.to_string()))?;
    if file.schema != FORM {
        return Err(Error::Codebook(format!("{} is not {FORM}", file.schema)));
    }
    let mut codes = Vec::new();
    let mut next_key = 1;
    for (order, family) in file.families.iter().enumerate() {
        let kind = kind_of(&family.kind)?;
        let colour: Colour =
            family.color.parse().map_err(|error| Error::Codebook(format!("{}: {error}", family.id)))?;
        let key = (kind == CodeKind::Role && next_key <= 9).then_some(next_key);
        next_key += u8::from(key.is_some());
        let top = Code {
            id: CodeId::from_uuid(clock::new_id()),
            parent: None,
            kind,
            short: family.id.clone(),
            name: named(&family.name, &family.id, language)?,
            colour,
            key,
            order: place(order),
            definition: family.definition.in_language(language),
            test: family.test.in_language(language),
            counts: family.include.in_language(language),
            counts_not: family.exclude.in_language(language),
            examples: family.examples.values().cloned().collect(),
            keywords: family.keywords.clone(),
            aliases: Vec::new(),
            codebook: None,
        };
        let parent = top.id;
        codes.push(top);
        for (order, indicator) in family.indicators.iter().enumerate() {
            codes.push(Code {
                id: CodeId::from_uuid(clock::new_id()),
                parent: Some(parent),
                kind,
                short: indicator.id.clone(),
                name: named(&indicator.name, &indicator.id, language)?,
                colour,
                key: None,
                order: place(order),
                definition: indicator.definition.in_language(language),
                test: String::new(),
                counts: Vec::new(),
                counts_not: Vec::new(),
                examples: Vec::new(),
                keywords: indicator.keywords.clone(),
                aliases: Vec::new(),
                codebook: None,
            });
        }
    }
    let pairs = pairs(&file.confusing_pairs, &codes, language)?;
    Ok(Codebook { codes, pairs })
}

fn pairs(pairs: &[Pair], codes: &[Code], language: Language) -> Result<Vec<ConfusingPair>, Error> {
    let mut ids: HashMap<&str, CodeId> = HashMap::new();
    for code in codes {
        if ids.insert(&code.short, code.id).is_some() {
            return Err(Error::Codebook(format!("{} stands twice", code.short)));
        }
    }
    let find = |short: &str| {
        ids.get(short).copied().ok_or_else(|| Error::Codebook(format!("confusing_pairs: no code {short}")))
    };
    pairs
        .iter()
        .map(|pair| {
            let (a, b) = (find(&pair.a)?, find(&pair.b)?);
            if a == b {
                return Err(Error::Codebook(format!("confusing_pairs: {} with itself", pair.a)));
            }
            let (rule, example) = (pair.rule.in_language(language), pair.example.in_language(language));
            Ok(ConfusingPair { a, b, rule, example })
        })
        .collect()
}

fn kind_of(word: &str) -> Result<CodeKind, Error> {
    match word {
        "peran" | "role" => Ok(CodeKind::Role),
        "topik" | "topic" => Ok(CodeKind::Topic),
        "evaluasi" | "evaluation" => Ok(CodeKind::Evaluation),
        "lain" | "other" => Ok(CodeKind::Other),
        _ => Err(Error::Codebook(format!("no kind {word}"))),
    }
}

fn named(name: &Words, id: &str, language: Language) -> Result<String, Error> {
    let name = name.in_language(language);
    if name.trim().is_empty() || id.trim().is_empty() {
        return Err(Error::Codebook(format!("a code without a name: {id}")));
    }
    Ok(name)
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        /// A damaged codebook file is read whole or refused.
        #[test]
        fn damaged_codebooks(at in 0_usize..44_000, length in 0_usize..200, put in "[\\[\\]{}\":,0-9a-z\\\\u]{0,8}") {
            let mut json = EMASLIM.to_vec();
            let at = at.min(json.len());
            let end = (at + length).min(json.len());
            json.splice(at..end, put.bytes());
            if let Ok(codes) = codes_in(&json, Language::English) {
                prop_assert!(codes.iter().all(|code| !code.name.trim().is_empty()));
            }
        }

        #[test]
        fn any_json(json in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(codes_in(&json, Language::English).is_err());
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        for open in ["[", "{\"a\":"] {
            assert!(codes_in(open.repeat(200_000).as_bytes(), Language::English).is_err());
        }
    }

    #[test]
    fn the_built_in_codebook_has_its_codes_in_both_languages() {
        for (language, name) in [(Language::Indonesian, "Supervisor"), (Language::English, "Supervisor")] {
            let book = read(EMASLIM, language).expect("the built-in codebook");
            assert_eq!(book.codes.len(), 9 + 52);
            assert_eq!(book.pairs.len(), 6);
            let keys: Vec<(u8, &str)> =
                book.codes.iter().filter_map(|code| Some((code.key?, code.short.as_str()))).collect();
            assert_eq!(keys, [(1, "EDU"), (2, "MAN"), (3, "ADM"), (4, "SUP"), (5, "LEA"), (6, "INO"), (7, "MOT")]);
            let supervisor = book.codes.iter().find(|code| code.short == "SUP").expect("a supervisor");
            assert_eq!(
                (supervisor.name.as_str(), supervisor.kind, supervisor.examples.len()),
                (name, CodeKind::Role, 3)
            );
            assert!(!supervisor.counts.is_empty() && !supervisor.counts_not.is_empty() && !supervisor.test.is_empty());
        }
        let english = read(EMASLIM, Language::English).expect("the built-in codebook");
        assert!(english.codes.iter().any(|code| code.name == "Educator"));
    }

    #[test]
    fn a_file_that_is_no_codebook_is_refused() {
        let code = r##"{"id":"A","name":{"id":"a"},"color":"#000000","kind":"peran"}"##;
        for wrong in [
            String::new(),
            "[]".to_owned(),
            r#"{"schema":"other/1","families":[]}"#.to_owned(),
            format!(r#"{{"schema":"{FORM}","families":[{code},{code}]}}"#),
            format!(r#"{{"schema":"{FORM}","families":[{}]}}"#, code.replace("peran", "aneh")),
            format!(r#"{{"schema":"{FORM}","families":[{}]}}"#, code.replace("#000000", "black")),
            format!(r#"{{"schema":"{FORM}","families":[{code}],"confusing_pairs":[{{"a":"A","b":"B"}}]}}"#),
        ] {
            assert!(matches!(read(wrong.as_bytes(), Language::English), Err(Error::Codebook(_))), "{wrong}");
        }
        let one = format!(r#"{{"schema":"{FORM}","families":[{code}]}}"#);
        assert_eq!(read(one.as_bytes(), Language::English).expect("one code").codes[0].name, "a");
    }
}
