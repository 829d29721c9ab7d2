//! A codebook file becomes codes with ids, in one language.

use super::{Error, clock};
use crate::domain::{Code, CodeId, CodebookId, ConfusingPair, Language};
use crate::import::{ParsedCode, ParsedCodebook, read_codebook, read_codebook_json};
use std::sync::OnceLock;

/// The built-in codebook.
pub(super) const EMASLIM: &[u8] = include_bytes!("../../assets/codebook/emaslim-codebook.json");

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
    Ok(with_ids(&read_codebook_json(json, language)?, None).codes)
}

/// The names of the built-in codes, Indonesian and English, so that a code that was copied from them in one language can
/// be found by its name in the other. Nothing of it is stored: a code that was named anew has no other name.
pub fn built_in_names() -> &'static [(String, String)] {
    static NAMES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let names = |language| read_codebook_json(EMASLIM, language).map(|book| book.codes).unwrap_or_default();
        let (indonesian, english) = (names(Language::Indonesian), names(Language::English));
        indonesian.into_iter().zip(english).map(|(one, other)| (one.name, other.name)).collect()
    })
}

/// The codebook of a file, JSON or CSV; nothing is made of it.
///
/// # Errors
/// Where it is no such file, in words that name the place.
pub fn codebook_in(bytes: &[u8], language: Language) -> Result<ParsedCodebook, Error> {
    Ok(read_codebook(bytes, language)?)
}

/// Reads a codebook file for a new project.
pub(super) fn read(bytes: &[u8], language: Language) -> Result<Codebook, Error> {
    Ok(with_ids(&read_codebook(bytes, language)?, None))
}

/// Gives codes their ids. Those at the top belong to `codebook`; siblings stand in the order of the file.
pub(super) fn with_ids(book: &ParsedCodebook, codebook: Option<CodebookId>) -> Codebook {
    let mut codes: Vec<Code> = Vec::with_capacity(book.codes.len());
    for (at, parsed) in book.codes.iter().enumerate() {
        let parent = parsed.parent.and_then(|parent| codes.get(parent)).map(|code| code.id);
        codes.push(code_of(parsed, parent, if parent.is_some() { None } else { codebook }, at));
    }
    let id_at = |at: usize| codes.get(at).map(|code| code.id);
    let pairs = book.pairs.iter().filter_map(|pair| {
        let (rule, example) = (pair.rule.clone(), pair.example.clone());
        Some(ConfusingPair { a: id_at(pair.a)?, b: id_at(pair.b)?, rule, example })
    });
    let pairs = pairs.collect();
    Codebook { codes, pairs }
}

/// A parsed code as a code; its place among its siblings follows its place in the file.
pub(super) fn code_of(parsed: &ParsedCode, parent: Option<CodeId>, codebook: Option<CodebookId>, at: usize) -> Code {
    Code {
        id: CodeId::from_uuid(clock::new_id()),
        parent,
        kind: parsed.kind,
        short: parsed.short.clone(),
        name: parsed.name.clone(),
        colour: parsed.colour,
        key: parsed.key,
        order: u32::try_from(at).unwrap_or(u32::MAX),
        definition: parsed.definition.clone(),
        test: parsed.test.clone(),
        counts: parsed.counts.clone(),
        counts_not: parsed.counts_not.clone(),
        examples: parsed.examples.clone(),
        keywords: parsed.keywords.clone(),
        aliases: parsed.aliases.clone(),
        codebook,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CodeKind;
    use proptest::prelude::*;

    /// The form that is read.
    const FORM: &str = "emaslim-codebook/1";

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
