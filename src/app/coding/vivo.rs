//! The passage's own words as a code (in vivo), and any other code that is made and applied in one step.

use super::{CodingPlace, ExpectedNew, find};
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{CharRange, CodeId, Message, SourceId, tidied_line};
use crate::project::NewCode;
use unicode_segmentation::UnicodeSegmentation;

/// Most letters of a name that is made of a passage; what is longer is cut at a word.
const LONGEST: usize = 60;

impl CodingPlace {
    /// Codes the words at hand with themselves. A code that bears them already is used; the picker is opened with them
    /// where another place or another name is wanted.
    pub(super) fn code_in_vivo(&mut self, view: &View<'_>, commands: &mut Commands, is_asking: bool) {
        let Some((source, range)) = self.target(view) else {
            commands.send(Request::Tell(Message::new("coding-select-first")));
            return;
        };
        let text = view.study.source(source).and_then(|source| view.texts.get(source));
        let Some(words) = text.as_ref().and_then(|text| text.slice(range)) else { return };
        let Some((name, is_cut)) = name_in(words) else {
            commands.send(Request::Tell(Message::new("vivo-no-words")));
            return;
        };
        let family = self.vivo_family.filter(|family| view.study.code(*family).is_some());
        if is_asking {
            self.open_picker_with((source, range), name, family);
            return;
        }
        let known = view.study.codes.iter().find(|code| code.name.to_lowercase() == name.to_lowercase());
        if let Some(known) = known.map(|code| code.id) {
            self.code_all(view, commands, (source, range), &[known], None);
            return;
        }
        let examples = if is_cut { vec![whole(words)] } else { Vec::new() };
        self.code_with_new(view, commands, (source, range), &name, family, examples);
    }

    /// Makes a code, below another one or at the top, and puts it on words, in one step.
    pub(super) fn code_with_new(
        &mut self,
        view: &View<'_>,
        commands: &mut Commands,
        (source, range): (SourceId, CharRange),
        name: &str,
        family: Option<CodeId>,
        examples: Vec<String>,
    ) {
        let name = tidied_line(name);
        let colour = if family.is_none() { Some(find::free_colour(view.study)) } else { None };
        let new = NewCode { parent: family, name: name.clone(), colour, examples, ..NewCode::default() };
        commands.send(Request::change(move |project| project.code_with_new(&new, &[(source, range)])));
        self.expected_new = Some(ExpectedNew { source, range, family, name });
        self.described = None;
    }
}

/// A passage on one line.
fn whole(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name that a passage gives: on one line, without marks at its ends, cut at a word where it is long. And whether
/// it was cut. Nothing where no letter is left.
fn name_in(words: &str) -> Option<(String, bool)> {
    let whole = whole(words);
    let is_mark =
        |letter: char| matches!(letter, '.' | ',' | ';' | ':' | '"' | '“' | '”' | '،' | '؛') || letter.is_whitespace();
    let line = whole.trim_matches(is_mark);
    if !line.chars().any(|letter| !letter.is_whitespace() && !letter.is_control()) {
        return None;
    }
    let (mut end, mut last_word) = (0, 0);
    for (count, (at, grapheme)) in line.grapheme_indices(true).enumerate() {
        if count >= LONGEST {
            let cut = if last_word > 0 { last_word } else { end };
            let cut = line[..cut].trim_end_matches(is_mark);
            return Some((format!("{cut}…"), true));
        }
        if grapheme.starts_with(' ') {
            last_word = at;
        }
        end = at + grapheme.len();
    }
    Some((line.to_owned(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_becomes_a_name_on_one_line() {
        let name = |words| name_in(words);
        assert_eq!(name(" “Ruang guru\n pun dingin.” "), Some(("Ruang guru pun dingin".to_owned(), false)));
        assert_eq!(name("👩‍🏫 mengajar"), Some(("👩‍🏫 mengajar".to_owned(), false)));
        assert_eq!(name("وعليكم السلام،"), Some(("وعليكم السلام".to_owned(), false)));
        assert_eq!(name(" \n. "), None);
        let words = "Setelah itu guru saya panggil satu per satu, saya sampaikan kelebihan dan kekurangannya.";
        assert_eq!(
            name(words),
            Some(("Setelah itu guru saya panggil satu per satu, saya sampaikan…".to_owned(), true))
        );
    }

    proptest::proptest! {
        /// However long and strange the passage, the name is short, whole and its beginning.
        #[test]
        fn a_name_is_short_and_the_beginning_of_the_passage(words in "(\\PC|👩‍🏫|ḥ|\\n){0,200}") {
            if let Some((name, is_cut)) = name_in(&words) {
                proptest::prop_assert!(name.graphemes(true).count() <= LONGEST + 1);
                proptest::prop_assert!(!name.contains('\n') && name.trim() == name);
                let kept = if is_cut { name.trim_end_matches('…') } else { &name };
                proptest::prop_assert!(whole(&words).contains(kept));
            }
        }
    }
}
