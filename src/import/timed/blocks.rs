//! Transcripts in which a line tells who speaks and when, and the lines below it hold the words, as Otter, Zoom, Teams
//! and the transcriber of Word write them. Each becomes a turn: the name, a colon, the words.

use super::clock;
use super::cue::{ENOUGH, goes_on_line};
use super::edit::Edits;
use super::marks::FIRST;
use crate::import::header::field_of;
use crate::import::label;
use crate::import::lines::{Line, lines};
use crate::import::reading::Cues;
use std::collections::HashSet;
use std::ops::Range;

/// Longest line that may tell who speaks, in bytes.
const LONGEST: usize = 160;
/// Lines that these programs write beneath everything, in small letters.
const LAST: &[&str] = &["transcribed by https://otter.ai", "stopped transcription", "menghentikan transkripsi"];

/// How hard it is to take a line for anything but one that tells who speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Strength {
    /// A name and a time.
    Bare,
    /// A tab or more than a space between them; so stand the hours in a list of what happens when, too.
    Wide,
    /// The name is in brackets.
    Bracketed,
}

/// A line that tells who speaks and when.
#[derive(Clone, Debug)]
struct Head {
    line: Range<usize>,
    name: Range<usize>,
    ms: u64,
    /// How hard it is to take for anything else.
    strength: Strength,
    is_time_first: bool,
}

/// A head and the words below it, without the blank lines around them.
struct Block {
    head: Head,
    words: Option<Range<usize>>,
}

/// Reads such a line.
fn head(line: &Line<'_>) -> Option<Head> {
    let text = line.text.trim();
    if text.len() > LONGEST || text.is_empty() {
        return None;
    }
    let at = line.byte + (line.text.len() - line.text.trim_start().len());
    let whole = at..at + text.len();
    let found = |name: Range<usize>, ms: u64, strength: Strength, is_time_first: bool| {
        let said = &text[name.clone()];
        let is_name = label::of_cell(said) == Some(said)
            && field_of(said).is_none()
            && !said.ends_with([',', ';', '-', '–'])
            && !said.chars().all(|letter| !letter.is_alphabetic());
        let name = at + name.start..at + name.end;
        is_name.then(|| Head { line: whole.clone(), name, ms, strength, is_time_first })
    };
    if let Some(first) = clock::at_start(text, b':') {
        let rest = text[first.len..].strip_prefix(char::is_whitespace)?;
        let name = rest.trim();
        let start = text.len() - rest.trim_start().len();
        let is_short = name.split_whitespace().count() <= 4 && !name.ends_with(['.', '!', '?', '…']);
        return if is_short { found(start..start + name.len(), first.ms, Strength::Bare, true) } else { None };
    }
    let bare = text.trim_end_matches([')', ']']);
    let start = bare.rfind(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '['))?;
    let start = start + bare[start..].chars().next().map_or(1, char::len_utf8);
    let clock = clock::whole(&bare[start..], b':')?;
    let before = &text[..start];
    let kept =
        before.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '[' | '-' | '–'));
    let between = &before[kept.len()..];
    let is_wide = between.contains('\t') || between.chars().filter(|letter| letter.is_whitespace()).count() >= 2;
    let inside = kept.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    match inside {
        Some(inside) => found(1..1 + inside.len(), clock.ms, Strength::Bracketed, false),
        None => found(0..kept.len(), clock.ms, if is_wide { Strength::Wide } else { Strength::Bare }, false),
    }
}

/// What to change, and how many times the text holds; nothing where it is no such transcript.
///
/// Where times are kept the text stays as it is, and the changes only say which lines tell who speaks.
pub fn find(text: &str, cues: Cues, keeps_times: bool) -> Option<(Edits, usize)> {
    let (blocks, last) = blocks(text)?;
    let mut edits = Edits { silent: last.into_iter().collect(), ..Edits::default() };
    if keeps_times {
        for Block { head, .. } in &blocks {
            edits.times.push((head.line.start, head.ms));
            edits.told.push((head.name.clone(), head.line.end..head.line.end));
        }
        return Some((edits, blocks.len()));
    }
    let mut before: Option<&Block> = None;
    let mut letters = 0;
    for block in &blocks {
        let name = &text[block.head.name.clone()];
        let is_same = before.is_some_and(|before| text[before.head.name.clone()] == *name);
        let end = before.map(|before| before.words.as_ref().map_or(before.head.line.end, |words| words.end));
        let own = block.words.as_ref().map_or(0, |words| text[words.clone()].chars().count());
        let own = u32::try_from(own).unwrap_or(u32::MAX);
        let (Some(words), true, Some(end)) = (&block.words, is_same && cues == Cues::Join, end) else {
            let start = end.unwrap_or(block.head.line.start);
            if end.is_some() || start < block.head.name.start {
                edits.pieces.push((start..block.head.name.start, if end.is_some() { "\n" } else { "" }));
            }
            let (behind, spoken) = match &block.words {
                Some(words) => (words.start, words.start..line_end(text, words)),
                None => (block.head.line.end, block.head.line.end..block.head.line.end),
            };
            edits.pieces.push((block.head.name.end..behind, if block.words.is_some() { ": " } else { ":" }));
            edits.told.push((block.head.name.clone(), spoken));
            edits.times.push((block.head.name.start, block.head.ms));
            letters = own;
            before = Some(block);
            continue;
        };
        let goes_on = letters < ENOUGH || goes_on_line(&text[..end], letters);
        edits.pieces.push((end..words.start, if goes_on { " " } else { "\n" }));
        edits.times.push((words.start, block.head.ms));
        letters = if goes_on { letters.saturating_add(own) } else { own };
        before = Some(block);
    }
    Some((edits, blocks.len()))
}

/// The end of the first line of some words.
fn line_end(text: &str, words: &Range<usize>) -> usize {
    text[words.clone()].find('\n').map_or(words.end, |end| words.start + end)
}

/// The blocks, if the text is made of them, and the line that the program has written beneath the last of them.
fn blocks(text: &str) -> Option<(Vec<Block>, Option<Range<usize>>)> {
    let (mut all, mut time_first) = (0, 0);
    let mut last = None;
    for line in lines(text).filter(|line| !line.is_blank()) {
        let head = head(&line);
        all += usize::from(head.is_some());
        time_first += usize::from(head.is_some_and(|head| head.is_time_first));
        last = Some(line);
    }
    let last = last.filter(|line| all > 0 && is_last(line.text));
    let is_otter = last.is_some_and(|line| line.text.to_lowercase().contains("otter.ai"));
    // A time before a name and one behind it are not written by one program.
    let is_time_first = time_first * 2 > all;
    let mut found: Vec<Block> = Vec::new();
    for line in lines(text).filter(|line| !line.is_blank() && last.is_none_or(|last| last.byte != line.byte)) {
        if let Some(head) = head(&line).filter(|head| head.is_time_first == is_time_first) {
            found.push(Block { head, words: None });
            continue;
        }
        let Some(block) = found.last_mut() else { continue };
        let start = line.byte + line.text.len() - line.text.trim_start().len();
        let end = line.byte + line.text.trim_end().len();
        match &mut block.words {
            Some(words) => words.end = end,
            None => block.words = Some(start..end),
        }
    }
    let count = found.len();
    let spoken = found.iter().filter(|block| block.words.is_some()).count();
    let are_of = |least: Strength| found.iter().filter(|block| block.head.strength >= least).count() * 5 >= count * 4;
    // Whoever is named once speaks at the start of a recording; `Upacara  07:00` happens at seven.
    let has_just_begun = found.first().is_some_and(|block| block.head.ms <= FIRST);
    let backwards = found.windows(2).filter(|pair| pair[1].head.ms < pair[0].head.ms).count();
    let names: HashSet<&str> = found.iter().map(|block| &text[block.head.name.clone()]).collect();
    let is_certain = are_of(Strength::Bracketed) || (are_of(Strength::Wide) && has_just_begun);
    let comes_back = names.len() * 2 <= count;
    let is_transcript = count >= if is_otter { 1 } else { 2 }
        && spoken * 5 >= count * 4
        && backwards * 10 <= count
        && (is_otter || is_certain || comes_back);
    is_transcript.then_some((found, last.map(|line| line.byte..line.byte + line.text.len())))
}

fn is_last(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    line.len() <= LONGEST && LAST.iter().any(|last| line.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::timed::edit::apply;
    use crate::import::written::Written;

    fn check(text: &str, cues: Cues, expected: &str, times: &[&str]) {
        let (edits, count) = find(text, cues, false).unwrap_or_else(|| panic!("no blocks: {text}"));
        assert_eq!(count, times.len());
        let written = apply(Written { text: text.to_owned(), ..Written::default() }, edits);
        assert_eq!(written.text, expected);
        let found: Vec<&str> = written.anchors.iter().map(|anchor| anchor.value.as_str()).collect();
        assert_eq!(found, times);
    }

    #[test]
    fn names_and_times_become_labels() {
        let otter = "Emma  0:00  \nPagi, Bu.\n\nUnknown Speaker  0:35  \nPagi.\n\nUnknown Speaker  1:01  \nSilakan.\n\nTranscribed by https://otter.ai";
        check(
            otter,
            Cues::Join,
            "Emma: Pagi, Bu.\nUnknown Speaker: Pagi. Silakan.\n\nTranscribed by https://otter.ai",
            &["0", "35000", "61000"],
        );
        check(
            otter,
            Cues::Keep,
            "Emma: Pagi, Bu.\nUnknown Speaker: Pagi.\nUnknown Speaker: Silakan.\n\nTranscribed by https://otter.ai",
            &["0", "35000", "61000"],
        );
        check(
            "Rapat\n\nRahma, Siti   0:03\nPagi.\nBu.\nBudi   0:09\nYa.",
            Cues::Join,
            "Rapat\n\nRahma, Siti: Pagi.\nBu.\nBudi: Ya.",
            &["3000", "9000"],
        );
        check(
            "[Budi] 10:03:12\nPagi.\n\n[Siti] 10:03:15\nYa.",
            Cues::Join,
            "Budi: Pagi.\nSiti: Ya.",
            &["36192000", "36195000"],
        );
        check(
            "00:00:01 Speaker 1\nPagi.\n00:00:04 Speaker 2\nYa.\n00:00:09 Speaker 1\nBaik.\n00:00:12 Speaker 2\nSudah.",
            Cues::Join,
            "Speaker 1: Pagi.\nSpeaker 2: Ya.\nSpeaker 1: Baik.\nSpeaker 2: Sudah.",
            &["1000", "4000", "9000", "12000"],
        );
    }

    #[test]
    fn times_of_the_day_and_other_lines_are_none() {
        for text in [
            "Upacara  07:00\nMasuk kelas  07:30\nIstirahat  09:30",
            "Upacara  07:00\nSemua guru hadir.\nMasuk kelas  07:30\nKepala sekolah berkeliling.",
            "Jam 17:30\nDatang.\nJam 18:00\nPulang.",
            "P: Apa?\nKS: Pukul 07:00",
            "02:03 Ya, begitu.\n02:10 Lalu apa lagi yang ada di sana, Bu",
            "",
        ] {
            assert!(find(text, Cues::Join, false).is_none(), "{text}");
        }
    }

    #[test]
    fn where_times_stay_the_text_does() {
        let text = "Emma  0:00\nPagi.\nBudi  0:35\nYa.";
        let (edits, _) = find(text, Cues::Join, true).expect("blocks");
        assert_eq!((edits.pieces.len(), edits.times.len(), edits.told.len()), (0, 2, 2));
        assert_eq!(apply(Written { text: text.to_owned(), ..Written::default() }, edits).text, text);
    }
}
