//! Places in a text: where words stand, whether a range lies inside, what a line number covers.

use super::{LINES, LookupError, NAMED, folded};
use crate::domain::{CharRange, LineNumber, SourceText};
use std::cmp::Reverse;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Where the words stand, character for character: their only place, or the `nth` one from 1.
///
/// # Errors
/// The words are empty, stand nowhere (with lines that say nearly the same), or in several places.
pub fn quote(text: &SourceText, words: &str, nth: Option<u32>) -> Result<CharRange, LookupError> {
    if words.is_empty() {
        return Err(LookupError::EmptyQuote);
    }
    // Counted, not kept: the words may stand in as many places as the text has letters.
    let (mut count, mut lines, mut first, mut wanted) = (0, Vec::new(), None, None);
    for place in text.find_all(words) {
        count += 1;
        first.get_or_insert(place);
        if nth == Some(count) {
            wanted = Some(place);
        }
        if lines.len() <= LINES {
            lines.push(text.line_of(place.start));
        }
    }
    match (first, nth) {
        (None, _) => Err(LookupError::QuoteMissing { near: nearly(text, words) }),
        (Some(only), None) if count == 1 => Ok(only),
        (_, None) => Err(LookupError::QuoteRepeated { count, lines }),
        (_, Some(nth)) => wanted.ok_or(LookupError::QuoteNth { nth, count, lines }),
    }
}

/// A range that lies within the text and holds something.
///
/// # Errors
/// The range is empty or reaches beyond the text.
pub fn range(text: &SourceText, range: CharRange) -> Result<CharRange, LookupError> {
    if range.end.get() > text.len() {
        return Err(LookupError::BeyondText { range, length: text.len() });
    }
    if range.is_empty() {
        return Err(LookupError::EmptyRange { range });
    }
    Ok(range)
}

/// The stretch from the start of `first` to the end of `last`, line ends included.
///
/// # Errors
/// There is no such line.
pub fn lines(text: &SourceText, first: u32, last: u32) -> Result<CharRange, LookupError> {
    if first == 0 {
        return Err(LookupError::BeyondLines { line: 0, count: text.line_count() });
    }
    cited_lines(text, LineNumber::new(first), LineNumber::new(last))
}

/// The same as lines are cited: those of the first text, of which a corrected one may lack some.
///
/// # Errors
/// There is no such line.
pub fn cited_lines(text: &SourceText, first: LineNumber, last: LineNumber) -> Result<CharRange, LookupError> {
    let count = || text.rows().last().map_or(0, |row| row.last.get());
    let at = |line: LineNumber| {
        text.line_range(line).ok_or_else(|| LookupError::BeyondLines { line: line.get(), count: count() })
    };
    let (start, end) = (at(first)?, at(last)?);
    // The line end too, where there is one.
    Ok(CharRange::new(start.start.get(), (end.end.get() + 1).min(text.len())))
}

/// Letters for a forgiving comparison: straight quotes, plain dashes, one space, lower case.
fn forgiving(words: &str) -> String {
    let straight = words.nfc().map(|letter| match letter {
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '″' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        '…' => '.',
        other => other,
    });
    folded(&straight.collect::<String>())
}

/// The words without the commas and quotes that stand at them.
fn words_of(said: &str) -> impl Iterator<Item = &str> {
    said.split(' ').map(|word| word.trim_matches(|letter: char| letter.is_ascii_punctuation()))
}

/// Lines that hold nearly the words: the same but for quotes, spaces and capitals, or else most of them.
fn nearly(text: &SourceText, words: &str) -> Vec<LineNumber> {
    let wanted = forgiving(words);
    let wanted_words: Vec<&str> = words_of(&wanted).filter(|word| word.chars().count() > 2).collect();
    let mut same = Vec::new();
    let mut shared = Vec::new();
    for row in text.rows() {
        let line = row.first;
        let said = forgiving(text.as_str().get(row.bytes).unwrap_or_default());
        if !wanted.is_empty() && said.contains(&wanted) {
            same.push(line);
        }
        let said: HashSet<&str> = words_of(&said).collect();
        let count = wanted_words.iter().filter(|word| said.contains(**word)).count();
        // Three of four words in one line are no chance.
        if count >= 2 && count * 4 >= wanted_words.len() * 3 {
            shared.push((Reverse(count), line));
        }
    }
    if same.is_empty() {
        shared.sort_unstable();
        same = shared.into_iter().take(NAMED).map(|(_, line)| line).collect();
        same.sort_unstable();
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "KS: Sabtu saya datang.\nG1: Saya datang hari Sabtu 👨‍👩‍👧, “Boleh, Ka 🙏”.\nKS: السلام عليكم, saya datang.\n";

    fn numbers(lines: &[LineNumber]) -> Vec<u32> {
        lines.iter().map(|line| line.get()).collect()
    }

    #[test]
    fn words_that_stand_once_are_found_and_cut_out_again() {
        let text = SourceText::new(TEXT);
        for words in ["“Boleh, Ka 🙏”", "السلام", "hari Sabtu 👨‍👩‍👧", "KS: Sabtu", "datang.\nG1:"]
        {
            let place = quote(&text, words, None).expect("stands once");
            assert_eq!(text.slice(place), Some(words));
        }
    }

    #[test]
    fn words_that_stand_twice_need_a_number() {
        let text = SourceText::new(TEXT);
        match quote(&text, "saya datang.", None) {
            Err(LookupError::QuoteRepeated { count, lines }) => assert_eq!((count, numbers(&lines)), (2, vec![1, 3])),
            other => panic!("{other:?}"),
        }
        let second = quote(&text, "saya datang.", Some(2)).expect("stands twice");
        assert_eq!(text.line_of(second.start).get(), 3);
        for wrong in [0, 3, u32::MAX] {
            match quote(&text, "saya datang.", Some(wrong)) {
                Err(LookupError::QuoteNth { nth, count, lines }) => {
                    assert_eq!((nth, count, numbers(&lines)), (wrong, 2, vec![1, 3]));
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(quote(&text, "", None), Err(LookupError::EmptyQuote));
    }

    #[test]
    fn words_that_are_nearly_there_name_the_line() {
        let text = SourceText::new(TEXT);
        for (words, near) in [
            ("\"boleh, ka 🙏\"", vec![2]),
            ("Saya  datang\u{a0}hari sabtu", vec![2]),
            ("SAYA DATANG", vec![1, 2, 3]),
            ("saya datang pada hari Sabtu", vec![2]),
            ("hari Sabtu boleh Ka", vec![2]),
            ("kurikulum merdeka", vec![]),
        ] {
            match quote(&text, words, None) {
                Err(LookupError::QuoteMissing { near: found }) => assert_eq!(numbers(&found), near, "{words}"),
                other => panic!("{words}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_range_must_lie_inside_and_hold_something() {
        let text = SourceText::new("abc");
        assert_eq!(range(&text, CharRange::new(0, 3)), Ok(CharRange::new(0, 3)));
        assert_eq!(
            range(&text, CharRange::new(1, 4)),
            Err(LookupError::BeyondText { range: CharRange::new(1, 4), length: 3 })
        );
        assert_eq!(range(&text, CharRange::new(2, 2)), Err(LookupError::EmptyRange { range: CharRange::new(2, 2) }));
    }

    #[test]
    fn lines_are_cut_whole() {
        let text = SourceText::new("satu\ndua\n\nempat");
        let cut = |first, last| lines(&text, first, last).map(|range| text.slice(range).unwrap_or_default().to_owned());
        assert_eq!(cut(1, 1), Ok("satu\n".to_owned()));
        assert_eq!(cut(2, 3), Ok("dua\n\n".to_owned()));
        assert_eq!(cut(4, 4), Ok("empat".to_owned()));
        assert_eq!(cut(1, 4), Ok("satu\ndua\n\nempat".to_owned()));
        for (first, last, wrong) in [(0, 2, 0), (3, 5, 5), (9, 9, 9)] {
            assert_eq!(cut(first, last), Err(LookupError::BeyondLines { line: wrong, count: 4 }));
        }
    }
}
