//! Which codes letters mean: their beginnings, places within their names, the name in the other language, other names
//! and keywords; and where nothing of that fits, letters in order with gaps and words with a slip of the finger.

use crate::analysis::Study;
use crate::domain::Code;
use crate::project::built_in_names;
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most letters that may lie between those of a name that letters mean with gaps: more than that is chance.
const MOST_BETWEEN: usize = 12;
/// Keywords and what is found loosely rank from here; they do not keep the loose from being looked for.
const LOOSE: u32 = 6;

/// A code that letters have found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Hit {
    /// The code, as a place in the study's codes.
    pub(super) code: u32,
    /// The bytes of its name that match, in order; none where something else does.
    pub(super) marks: Vec<Range<usize>>,
    /// The other name or the keyword that matches where the name does not, and its bytes that do.
    pub(super) also: Option<(String, Vec<Range<usize>>)>,
}

/// Words as they are compared: small letters without accents and harakat, each with the bytes it comes from.
struct Folded {
    letters: Vec<char>,
    bytes: Vec<Range<usize>>,
}

impl Folded {
    fn of(words: &str) -> Self {
        let (mut letters, mut bytes): (Vec<char>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
        for (at, letter) in words.char_indices() {
            let plain = letter.nfd().flat_map(char::to_lowercase).filter(|letter| !is_combining_mark(*letter));
            let (before, end) = (letters.len(), at + letter.len_utf8());
            for plain in plain {
                letters.push(plain);
                bytes.push(at..end);
            }
            // A mark belongs to the letter that bears it.
            if letters.len() == before
                && let Some(last) = bytes.last_mut()
            {
                last.end = end;
            }
        }
        Self { letters, bytes }
    }

    /// The places where letters stand side by side.
    fn places<'a>(&'a self, wanted: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let count = if wanted.is_empty() { 0 } else { (self.letters.len() + 1).saturating_sub(wanted.len()) };
        (0..count).filter(move |at| self.letters[*at..*at + wanted.len()] == *wanted)
    }

    fn begins_word(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.letters.get(before)).is_none_or(|before| !before.is_alphanumeric())
    }

    /// The words, each as its first letter and its letters.
    fn words(&self) -> impl Iterator<Item = (usize, &[char])> {
        let mut at = 0;
        self.letters.split(|letter| !letter.is_alphanumeric()).filter_map(move |word| {
            let begin = at;
            at += word.len() + 1;
            (!word.is_empty()).then_some((begin, word))
        })
    }

    /// The bytes of letters, those that touch as one stretch.
    fn marks(&self, letters: &BTreeSet<usize>) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for bytes in letters.iter().filter_map(|at| self.bytes.get(*at)) {
            match marks.last_mut() {
                Some(last) if last.end >= bytes.start => last.end = last.end.max(bytes.end),
                _ => marks.push(bytes.clone()),
            }
        }
        marks
    }
}

/// Something a code can be found by beside its name.
struct Other {
    words: String,
    folded: Folded,
    is_keyword: bool,
}

/// What a code can be found by.
struct Named {
    short: Vec<char>,
    name: Folded,
    others: Vec<Other>,
}

impl Named {
    fn of(code: &Code) -> Self {
        let other = |words: &str, is_keyword| Other { words: words.to_owned(), folded: Folded::of(words), is_keyword };
        let translated = built_in_names().iter().filter_map(|(indonesian, english)| {
            let is_one = |name: &str| name == code.name && indonesian != english;
            if is_one(indonesian) { Some(english.as_str()) } else { is_one(english).then_some(indonesian.as_str()) }
        });
        let names = translated.chain(code.aliases.iter().map(String::as_str)).map(|words| other(words, false));
        let keywords = code.keywords.iter().map(|words| other(words, true));
        let others = names.chain(keywords).collect();
        Self { short: compact(&Folded::of(&code.short).letters), name: Folded::of(&code.name), others }
    }

    /// How a word stands in here, if it does: how well, and where.
    fn find(&self, word: &[char]) -> Option<(u32, Place)> {
        let is_short = !self.short.is_empty() && self.short.starts_with(&compact(word));
        let in_name =
            self.name.places(word).map(|at| (if at == 0 { 1 } else { 3 - u32::from(self.name.begins_word(at)) }, at));
        let in_name = in_name.min();
        match in_name {
            _ if is_short => Some((0, Place::Short)),
            Some((rank, _)) => Some((rank, Place::Name)),
            None => {
                let others = self.others.iter().enumerate().filter_map(|(which, other)| {
                    let at = other.folded.places(word).min_by_key(|at| !other.folded.begins_word(*at))?;
                    let is_begun = other.folded.begins_word(at);
                    // A keyword helps where its beginning is typed; inside of it letters stand by chance.
                    let is_meant = is_begun || !other.is_keyword;
                    let rank = if other.is_keyword { LOOSE } else { 5 - u32::from(is_begun) };
                    is_meant.then_some((rank, Place::Other(which)))
                });
                others.min_by_key(|(rank, _)| *rank)
            }
        }
    }

    /// The letters of some words that stand in the name or another name, side by side.
    fn beside(words: &[Vec<char>], folded: &Folded) -> BTreeSet<usize> {
        let mut letters = BTreeSet::new();
        for word in words {
            let places: Vec<usize> = folded.places(word).collect();
            let begun = places.iter().copied().find(|at| folded.begins_word(*at));
            if let Some(at) = begun.or(places.first().copied()) {
                letters.extend(at..at + word.len());
            }
        }
        letters
    }

    /// How a word stands in here with gaps or with a slip: how badly, in which of the names, and its letters there.
    fn find_loosely(&self, matcher: &mut Matcher, word: &[char]) -> Option<(u32, Place, Vec<usize>)> {
        let names = self.others.iter().enumerate().filter(|(_, other)| !other.is_keyword);
        let names = names.map(|(which, other)| (Place::Other(which), &other.folded));
        let names: Vec<(Place, &Folded)> = [(Place::Name, &self.name)].into_iter().chain(names).collect();
        let with_gaps = names.iter().find_map(|(place, name)| Some((*place, gapped(matcher, word, name)?)));
        if let Some((place, (gap, letters))) = with_gaps {
            return Some((LOOSE + 1 + gap, place, letters));
        }
        let slipped = names.iter().find_map(|(place, name)| Some((*place, slipped(word, name)?)));
        slipped.map(|(place, letters)| (LOOSE + 20, place, letters))
    }
}

/// Where letters stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Short,
    Name,
    Other(usize),
}

/// Letters in order with others between, the first at the beginning of a word: how many lie between, and where.
fn gapped(matcher: &mut Matcher, word: &[char], name: &Folded) -> Option<(u32, Vec<usize>)> {
    if word.len() < 2 {
        return None;
    }
    let mut places = Vec::new();
    matcher.fuzzy_indices(Utf32Str::Unicode(&name.letters), Utf32Str::Unicode(word), &mut places)?;
    let places: Vec<usize> = places.into_iter().map(|at| at as usize).collect();
    let (first, last) = (*places.first()?, *places.last()?);
    let between = (last + 1).checked_sub(first + places.len())?;
    let gap = u32::try_from(between).ok()?;
    (between <= MOST_BETWEEN && name.begins_word(first)).then_some((gap, places))
}

/// A word of the name that begins as typed but for a letter (two in long words) left out, put in, changed or swapped.
fn slipped(word: &[char], name: &Folded) -> Option<Vec<usize>> {
    let most = match word.len() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let typed: String = word.iter().collect();
    let close = |(begin, letters): (usize, &[char])| {
        let lengths = word.len() - most..=(word.len() + most).min(letters.len());
        let slip = |length: usize| {
            let beginning: String = letters.get(..length)?.iter().collect();
            Some((strsim::osa_distance(&typed, &beginning), length))
        };
        let (slips, length) = lengths.filter_map(slip).min()?;
        (slips <= most).then_some((slips, begin, length))
    };
    let (_, begin, length) = name.words().filter_map(close).min()?;
    Some((begin..begin + length).collect())
}

/// Letters without the dots and spaces of a short code.
fn compact(letters: &[char]) -> Vec<char> {
    letters.iter().copied().filter(|letter| *letter != '.' && !letter.is_whitespace()).collect()
}

/// What all codes of a project can be found by, in the order of its codes.
#[derive(Default)]
pub(super) struct Names {
    names: Vec<Named>,
}

impl Names {
    /// Of all codes.
    pub(super) fn of(study: &Study) -> Self {
        Self { names: study.codes.iter().map(Named::of).collect() }
    }

    /// Whether a code bears exactly these words as its name, whatever their case and accents.
    pub(super) fn has(&self, words: &str) -> bool {
        let wanted = Folded::of(words.trim()).letters;
        self.names.iter().any(|named| named.name.letters == wanted)
    }

    /// The code whose name or short code holds one of the words typed: near it stands what has no code of its own yet.
    pub(super) fn near(&self, letters: &str) -> Option<u32> {
        let typed = Folded::of(letters.trim()).letters;
        let mut words = typed.split(|letter| !letter.is_alphanumeric()).filter(|word| word.len() > 3);
        words.find_map(|word| {
            let found = (0_u32..).zip(&self.names).filter_map(|(code, named)| Some((named.find(word)?, code)));
            let found = found.filter(|((_, place), _)| matches!(place, Place::Short | Place::Name));
            found.min().map(|(_, code)| code)
        })
    }

    /// The codes that letters mean, the best first, and as good ones in the order of the codebook; all codes for no
    /// letters.
    pub(super) fn find(&self, letters: &str) -> Vec<Hit> {
        let typed = Folded::of(letters.trim()).letters;
        let words: Vec<Vec<char>> = typed
            .split(|letter| letter.is_whitespace())
            .filter(|word| !word.is_empty())
            .map(<[char]>::to_vec)
            .collect();
        let mut found: Vec<(u32, Hit)> = Vec::new();
        let whole = compact(&typed);
        for (code, named) in (0_u32..).zip(&self.names) {
            let is_whole = !named.short.is_empty() && named.short.starts_with(&whole) || named.name.letters == typed;
            let places: Option<Vec<(u32, Place)>> = words.iter().map(|word| named.find(word)).collect();
            let rank = match &places {
                _ if is_whole => 0,
                Some(places) => places.iter().map(|(rank, _)| *rank).max().unwrap_or(0),
                None => continue,
            };
            let which = places.iter().flatten().find_map(|(_, place)| match place {
                Place::Other(which) => named.others.get(*which),
                Place::Short | Place::Name => None,
            });
            let also = which
                .filter(|_| !is_whole)
                .map(|other| (other.words.clone(), other.folded.marks(&Named::beside(&words, &other.folded))));
            let marks = named.name.marks(&Named::beside(&words, &named.name));
            found.push((rank, Hit { code, marks, also }));
        }
        if found.iter().all(|(rank, _)| *rank >= LOOSE) {
            self.find_loosely(&words, &mut found);
        }
        found.sort_by_key(|(rank, hit)| (*rank, hit.code));
        found.into_iter().map(|(_, hit)| hit).collect()
    }

    fn find_loosely(&self, words: &[Vec<char>], found: &mut Vec<(u32, Hit)>) {
        let mut config = Config::DEFAULT;
        // What is compared is folded already.
        (config.ignore_case, config.normalize, config.prefer_prefix) = (false, false, true);
        let mut matcher = Matcher::new(config);
        let known: BTreeSet<u32> = found.iter().map(|(_, hit)| hit.code).collect();
        for (code, named) in (0_u32..).zip(&self.names).filter(|(code, _)| !known.contains(code)) {
            let loosely = |word: &Vec<char>| match named.find(word) {
                Some((rank, place)) => Some((rank, place, Vec::new())),
                None => named.find_loosely(&mut matcher, word),
            };
            let Some(places) = words.iter().map(loosely).collect::<Option<Vec<_>>>() else { continue };
            let rank = places.iter().map(|(rank, ..)| *rank).max().unwrap_or(LOOSE);
            let letters_in = |wanted: Place, folded: &Folded| {
                let mut letters = Named::beside(words, folded);
                letters.extend(places.iter().filter(|(_, place, _)| *place == wanted).flat_map(|(.., at)| at));
                folded.marks(&letters)
            };
            let also = places.iter().find_map(|(_, place, _)| match place {
                Place::Other(which) => {
                    named.others.get(*which).map(|other| (other.words.clone(), letters_in(*place, &other.folded)))
                }
                Place::Short | Place::Name => None,
            });
            found.push((rank, Hit { code, marks: letters_in(Place::Name, &named.name), also }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::Builder;

    fn study() -> Study {
        Builder::study().build()
    }

    fn found(study: &Study, letters: &str) -> Vec<String> {
        let hits = Names::of(study).find(letters);
        hits.iter().map(|hit| study.codes[hit.code as usize].label().to_owned()).collect()
    }

    /// The words of a name that are marked.
    fn marked(study: &Study, letters: &str) -> Vec<String> {
        let hit = Names::of(study).find(letters).into_iter().next().expect("a hit");
        let name = &study.codes[hit.code as usize].name;
        hit.marks.iter().map(|bytes| name[bytes.clone()].to_owned()).collect()
    }

    #[test]
    fn short_codes_are_found_with_their_dot_and_without() {
        let study = study();
        for letters in ["sup.3", "SUP3", "sup 3", " sup.3 "] {
            assert_eq!(found(&study, letters).first().map(String::as_str), Some("SUP.3"), "{letters}");
        }
        let all = found(&study, "sup");
        assert_eq!(all[..6], ["SUP", "SUP.1", "SUP.2", "SUP.3", "SUP.4", "SUP.5"]);
    }

    #[test]
    fn a_name_is_found_by_its_words_in_any_order_and_its_letters_are_marked() {
        let study = study();
        assert_eq!(found(&study, "umpan sup"), ["SUP.3"]);
        assert_eq!(marked(&study, "umpan sup"), ["umpan"]);
        assert_eq!(marked(&study, "BALIK memb"), ["Memb", "balik"]);
    }

    #[test]
    fn letters_with_gaps_and_slips_are_found_where_nothing_closer_is() {
        let study = study();
        assert_eq!(found(&study, "umpn")[0], "SUP.3");
        assert_eq!(marked(&study, "umpn"), ["ump", "n"]);
        assert_eq!(found(&study, "uman")[0], "SUP.3");
        assert_eq!(found(&study, "suprevisro")[0], "SUP");
        assert!(found(&study, "zzzzzz").is_empty());
    }

    #[test]
    fn the_name_in_the_other_language_is_found_and_shown() {
        let study = study();
        let hits = Names::of(&study).find("feedback");
        let hit = hits.first().expect("a hit");
        assert_eq!(study.codes[hit.code as usize].short, "SUP.3");
        let (words, marks) = hit.also.as_ref().expect("the English name");
        assert!(words.contains("feedback"), "{words}");
        assert_eq!(&words[marks[0].clone()], "feedback");
    }

    #[test]
    fn accents_and_harakat_are_no_hindrance() {
        let mut study = study();
        "Keteladanan (قُدْوَة) Ḥasanah".clone_into(&mut study.codes[0].name);
        for letters in ["قدوة", "hasanah", "ḤASANAH"] {
            assert_eq!(found(&study, letters)[0], study.codes[0].label(), "{letters}");
        }
        assert_eq!(marked(&study, "قدوة"), ["قُدْوَة"]);
    }

    proptest::proptest! {
        /// Whatever a name holds and whatever is typed, marks are stretches of the name.
        #[test]
        fn marks_lie_in_the_name(name in "\\PC{1,40}", typed in "\\PC{0,8}", from in 0_usize..30) {
            let mut study = Builder::study().build();
            study.codes.truncate(3);
            study.code_parents.truncate(3);
            study.codes[1].name.clone_from(&name);
            let part: String = name.chars().skip(from % name.chars().count()).take(4).collect();
            for letters in [typed, part] {
                for hit in Names::of(&study).find(&letters) {
                    let name = &study.codes[hit.code as usize].name;
                    let mut end = 0;
                    for mark in hit.marks {
                        proptest::prop_assert!(mark.start >= end && name.get(mark.clone()).is_some());
                        end = mark.end;
                    }
                    if let Some((words, marks)) = hit.also {
                        proptest::prop_assert!(marks.into_iter().all(|mark| words.get(mark).is_some()));
                    }
                }
            }
        }
    }
}
