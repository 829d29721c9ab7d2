//! The words first: each text as it was imported where its checksum says so, else made again from its original,
//! else mended with the quotations that were stored beside it, else as much of it as there is.

use super::found::{Content, Id, Row, read_again};
use super::pages::Pages;
use super::report::TextState;
use crate::domain::{CharRange, SourceText};
use crate::store::key::Keyed;
use crate::store::text::{self, revision_id};
use rusqlite::types::Value;

/// A text that was saved.
pub(super) struct Saved {
    pub id: Id,
    pub text: SourceText,
    pub state: TextState,
    /// Quotations that were put behind it.
    pub appended: u32,
}

/// A quotation of a text, as stored.
pub(super) struct Quote<'a> {
    pub start: u32,
    pub end: u32,
    pub words: &'a str,
}

/// What came of the place of a quotation.
pub(super) enum Placed {
    /// Where it was.
    There(CharRange),
    /// Found at another place.
    Moved(CharRange),
    /// The place holds; its words were damaged and are those of the text.
    Reworded(CharRange),
    /// Nowhere.
    Nowhere,
}

pub(super) fn id_of(words: &str) -> Id {
    revision_id(words).key().to_vec()
}

/// The text that a file names `id`.
pub(super) fn save(
    pages: &mut Pages,
    id: &Id,
    texts: &[Content],
    reread: impl FnOnce(&mut Pages) -> Option<String>,
    quotes: &[Quote<'_>],
    heading: &str,
) -> Option<Saved> {
    // A text may be found by what it is, too, where its own row names it wrongly.
    let is_it = |content: &&Content| content.named == *id;
    let proven = texts.iter().find(|content| content.is_whole && text::named_by(&content.hash).key() == id[..]);
    let words = |pages: &mut Pages, content: &Content| match read_again(pages, content.spot)?.values.pop() {
        Some(Value::Text(words)) => Some(words),
        _ => None,
    };
    let saved = |words: String, state| Saved { id: id_of(&words), text: SourceText::new(words), state, appended: 0 };
    if let Some(words) = proven.and_then(|content| words(pages, content)) {
        return Some(saved(words, TextState::Whole));
    }
    let again = reread(pages);
    if let Some(again) = again.as_ref().filter(|again| id_of(again) == *id) {
        return Some(saved(again.clone(), TextState::Remade));
    }
    let kept = texts.iter().find(is_it).and_then(|content| Some((words(pages, content)?, content.is_whole)));
    if let Some((kept, _)) = &kept {
        let mended = mend(kept, quotes);
        if id_of(&mended) == *id {
            return Some(saved(mended, TextState::Mended));
        }
    }
    let (base, state) = match (again, kept) {
        (Some(again), _) => (again, TextState::Reread),
        (None, Some((kept, true))) => (kept, TextState::Altered),
        (None, Some((kept, false))) if !kept.trim().is_empty() => (kept, TextState::Cut),
        _ => (String::new(), TextState::Quotations),
    };
    let (words, appended) = with_quotes(base, quotes, heading);
    (!words.is_empty()).then(|| Saved { appended, ..saved(words, state) })
}

/// The text with each stored quotation put at its place, where it has the length of the place.
fn mend(words: &str, quotes: &[Quote<'_>]) -> String {
    let mut letters: Vec<char> = words.chars().collect();
    for quote in quotes {
        let place = letters.get_mut(quote.start as usize..quote.end as usize);
        if let Some(place) = place.filter(|place| quote.words.chars().count() == place.len()) {
            place.iter_mut().zip(quote.words.chars()).for_each(|(letter, said)| *letter = said);
        }
    }
    letters.into_iter().collect()
}

/// The text with every quotation that stands nowhere in it behind its end.
fn with_quotes(base: String, quotes: &[Quote<'_>], heading: &str) -> (String, u32) {
    let mut lost: Vec<&Quote<'_>> =
        quotes.iter().filter(|quote| !quote.words.is_empty() && !base.contains(quote.words)).collect();
    lost.sort_by_key(|quote| (quote.start, quote.end));
    lost.dedup_by(|a, b| a.words == b.words);
    let mut whole = base;
    for (at, quote) in lost.iter().enumerate() {
        if !whole.is_empty() && !whole.ends_with('\n') {
            whole.push('\n');
        }
        if at == 0 {
            whole.push_str(heading);
            whole.push('\n');
        }
        whole.push_str(quote.words);
        whole.push('\n');
    }
    (whole, u32::try_from(lost.len()).unwrap_or(u32::MAX))
}

/// Where a quotation belongs in a text. `is_proven` says that the text is what it was when it was coded.
pub(super) fn place(text: &SourceText, quote: &Quote<'_>, is_proven: bool) -> Placed {
    let place = (quote.start <= quote.end).then(|| CharRange::new(quote.start, quote.end));
    let there = place.and_then(|place| Some((place, text.slice(place)?)));
    if let Some((place, words)) = there
        && words == quote.words
    {
        return Placed::There(place);
    }
    let nearest = text.find_all(quote.words).min_by_key(|found| found.start.get().abs_diff(quote.start));
    if let Some(found) = nearest.filter(|_| !quote.words.is_empty()) {
        return Placed::Moved(found);
    }
    match there {
        Some((place, _)) if is_proven && place.len() as usize == quote.words.chars().count() => Placed::Reworded(place),
        _ => Placed::Nowhere,
    }
}

/// A whole number of a row that a position can be.
pub(super) fn position(row: &Row, at: usize) -> Option<u32> {
    match row.values.get(at) {
        Some(Value::Integer(number)) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// The words of a row.
pub(super) fn words(row: &Row, at: usize) -> Option<&str> {
    match row.values.get(at) {
        Some(Value::Text(words)) => Some(words),
        _ => None,
    }
}

/// The key in a row.
pub(super) fn id(row: &Row, at: usize) -> Option<&Id> {
    match row.values.get(at) {
        Some(Value::Blob(id)) => Some(id),
        _ => None,
    }
}
