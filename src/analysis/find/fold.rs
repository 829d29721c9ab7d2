//! Folding: a text without the differences that a reader does not mean, and the way back from a place in it to the
//! text as it stands.

use crate::domain::{CharRange, SourceText};
use std::borrow::Cow;
use unicode_normalization::char::decompose_compatible;

/// Stands where words are left out. It is in no text (an import replaces it) and no query matches it.
pub(super) const GAP: char = '\0';

/// Which differences are folded away.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Folding {
    /// None: character for character.
    Exact,
    /// Accents, harakat and tatweel, the forms of alif and of ya; for patterns, which say the rest themselves.
    Marks,
    /// The kind of quotation mark, hyphen and space as well, and how many spaces; capitals stay.
    KeepCase,
    /// Capitals too.
    Words,
}

impl Folding {
    /// Folds words on their own: a query, or what was found.
    pub fn of(self, words: &str) -> Cow<'_, str> {
        if self == Self::Exact {
            return Cow::Borrowed(words);
        }
        let mut folded = String::with_capacity(words.len());
        for letter in words.chars() {
            self.push(letter, &mut folded);
        }
        Cow::Owned(folded)
    }

    /// Pushes what becomes of a letter; nothing where it makes no difference.
    fn push(self, letter: char, to: &mut String) {
        match self {
            Self::Exact => to.push(letter),
            Self::Marks => push_unmarked(letter, to),
            Self::KeepCase | Self::Words => {
                if is_space(letter) {
                    if !to.ends_with(' ') {
                        to.push(' ');
                    }
                    return;
                }
                if let Some(plain) = plain_mark(letter) {
                    to.push(plain);
                    return;
                }
                let start = to.len();
                push_unmarked(letter, to);
                if self == Self::Words && to[start..].chars().any(|letter| letter.is_uppercase()) {
                    let lower = to[start..].to_lowercase();
                    to.truncate(start);
                    // What is small may have a mark of its own (İ).
                    lower.chars().for_each(|letter| push_unmarked(letter, to));
                }
                // A raised or lowered mark is made of one (₋ of −).
                if to[start..].chars().any(|part| plain_mark(part).is_some()) {
                    let plain: String = to[start..].chars().map(|part| plain_mark(part).unwrap_or(part)).collect();
                    to.replace_range(start.., &plain);
                }
                if to[start..].starts_with(' ') && to[..start].ends_with(' ') {
                    to.remove(start);
                }
            }
        }
    }

    /// Whether a letter makes no difference wherever it stands.
    pub(super) fn drops(self, letter: char) -> bool {
        let mut folded = String::new();
        self.push(letter, &mut folded);
        folded.is_empty()
    }
}

/// What is laid out as a space. A line end inside one speaker's words is one too: a sentence goes on behind it.
fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

/// The plain form of a quotation mark, an apostrophe or a hyphen. The letters ʿ and ʾ of transliterated Arabic are
/// mostly typed as apostrophes.
fn plain_mark(letter: char) -> Option<char> {
    match letter {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '`' | '´' | '‹' | '›' => Some('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => Some('-'),
        _ => None,
    }
}

/// A letter without its marks: é is e, أ is ا, ﻻ is لا.
fn push_unmarked(letter: char, to: &mut String) {
    if letter.is_ascii() {
        to.push(letter);
        return;
    }
    if is_mark(letter) {
        return;
    }
    decompose_compatible(letter, |part| {
        if !is_mark(part) {
            match base(part) {
                Some(base) => to.push_str(base),
                None => to.push(part),
            }
        }
    });
}

/// Letters that are another letter's form and that Unicode takes for letters of their own.
fn base(letter: char) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let digit = |from: u32| DIGITS.get((u32::from(letter) - from) as usize).copied();
    Some(match letter {
        'ß' | 'ẞ' => "ss",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ı' => "i",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        '\u{660}'..='\u{669}' => digit(0x660)?,
        '\u{6f0}'..='\u{6f9}' => digit(0x6f0)?,
        _ => return None,
    })
}

/// What stands over, under or between letters and is not read as a letter: accents, harakat, tatweel, joiners, marks
/// of direction, shades of skin. Vowel signs of other scripts are letters and stay.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// A stretch of folded words and the letters it came from.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Its first byte in the folded words.
    folded: u32,
    /// Its first byte in the text.
    source: u32,
    /// Bytes of the one letter it came from; nothing where it is as long as what it came from, byte for byte.
    letter: Option<u8>,
}

/// A text as it is searched.
#[derive(Debug)]
pub struct Folded {
    folding: Folding,
    words: String,
    runs: Vec<Run>,
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Folded {
    /// Folds a text. `left_out` are stretches that are not searched, in order.
    pub fn new(text: &SourceText, left_out: &[CharRange], folding: Folding) -> Self {
        let source = text.as_str();
        let mut folded = Self { folding, words: String::with_capacity(source.len()), runs: Vec::new() };
        let mut from = 0;
        for bytes in left_out.iter().filter_map(|range| text.bytes_of(*range)) {
            if bytes.start >= from && !bytes.is_empty() {
                folded.push(source, from..bytes.start);
                folded.runs.push(Run {
                    folded: short(folded.words.len()),
                    source: short(bytes.start),
                    letter: Some(0),
                });
                folded.words.push(GAP);
                from = bytes.end;
            }
        }
        folded.push(source, from..source.len());
        folded
    }

    fn push(&mut self, source: &str, bytes: std::ops::Range<usize>) {
        let words = &source[bytes.clone()];
        self.runs.push(Run { folded: short(self.words.len()), source: short(bytes.start), letter: None });
        if self.folding == Folding::Exact {
            self.words.push_str(words);
            return;
        }
        let mut is_alike = true;
        for (at, letter) in words.char_indices() {
            let (start, at) = (self.words.len(), bytes.start + at);
            let is_one = match self.plain(letter) {
                Some(plain) => {
                    self.words.push(plain);
                    true
                }
                None => {
                    self.folding.push(letter, &mut self.words);
                    self.words[start..].chars().nth(1).is_none()
                }
            };
            let length = self.words.len() - start;
            if length == letter.len_utf8() && is_one {
                if !is_alike {
                    self.runs.push(Run { folded: short(start), source: short(at), letter: None });
                    is_alike = true;
                }
            } else {
                is_alike = false;
                if length > 0 {
                    let letter = u8::try_from(letter.len_utf8()).ok();
                    self.runs.push(Run { folded: short(start), source: short(at), letter });
                }
            }
        }
    }

    /// What becomes of most letters of most texts, without asking further.
    fn plain(&self, letter: char) -> Option<char> {
        let is_plain = letter.is_ascii_graphic() && letter != '`' || letter == ' ' && !self.words.ends_with(' ');
        match self.folding {
            _ if !is_plain => None,
            Folding::Words => Some(letter.to_ascii_lowercase()),
            _ => Some(letter),
        }
    }

    /// What was folded away.
    pub fn folding(&self) -> Folding {
        self.folding
    }

    /// The folded words.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    fn run_at(&self, folded: usize) -> Option<&Run> {
        let behind = self.runs.partition_point(|run| run.folded as usize <= folded);
        self.runs.get(behind.checked_sub(1)?)
    }

    /// The byte of the text where the letter begins that a folded byte came from; nothing inside what a letter became.
    pub(super) fn start(&self, folded: usize) -> Option<usize> {
        let run = self.run_at(folded)?;
        let inside = folded - run.folded as usize;
        match run.letter {
            None => Some(run.source as usize + inside),
            Some(_) => (inside == 0).then_some(run.source as usize),
        }
    }

    /// The byte of the text behind the letter that the byte before a folded byte came from; nothing inside what a
    /// letter became.
    pub(super) fn end(&self, folded: usize) -> Option<usize> {
        let run = self.run_at(folded.checked_sub(1)?)?;
        match run.letter {
            None => Some(run.source as usize + (folded - run.folded as usize)),
            Some(bytes) => {
                let next = self.runs.partition_point(|other| other.folded <= run.folded);
                let behind = self.runs.get(next).map_or(self.words.len(), |run| run.folded as usize);
                (folded == behind).then_some(run.source as usize + usize::from(bytes))
            }
        }
    }

    /// Whether none of these words makes a difference.
    pub(super) fn drops(&self, words: &str) -> bool {
        words.chars().all(|letter| self.folding.drops(letter))
    }
}
