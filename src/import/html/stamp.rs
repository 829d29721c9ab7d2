//! Times that transcription programs leave in a page: noScribe names its anchors by them, oTranscribe shows them in
//! elements of their own.

use html5ever::tokenizer::Tag;

/// Milliseconds of the longest recording; what is more is no time.
const MOST: f64 = 3_600_000_000.0;

fn value<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

fn milliseconds(number: f64) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds and not negative")]
    (0.0..MOST).contains(&number).then(|| number.round() as u64)
}

/// The time in the name of an anchor of noScribe (`ts_12140_22800_S01`), in milliseconds.
pub fn named(tag: &Tag) -> Option<u64> {
    let (start, _) = value(tag, "name")?.strip_prefix("ts_")?.split_once('_')?;
    milliseconds(start.parse().ok()?)
}

/// The time of an element that shows one (oTranscribe), in milliseconds.
pub fn shown(tag: &Tag) -> Option<u64> {
    let is_time = value(tag, "class")?.split_whitespace().any(|class| class == "timestamp");
    let seconds: f64 = value(tag, "data-timestamp").filter(|_| is_time)?.trim().parse().ok()?;
    milliseconds(seconds * 1000.0)
}
