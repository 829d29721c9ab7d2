//! Physical lines of a text with their places, one after the other, and whether they were wrapped by hand.

/// A physical line without its line end.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its letters.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub byte: usize,
    /// Where it begins, in code points.
    pub start: u32,
}

impl Line<'_> {
    /// Whether nothing can be seen on it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The code point position of byte `offset` of the line.
    pub fn position(&self, offset: usize) -> u32 {
        self.start + count(&self.text[..offset])
    }
}

/// Number of code points.
pub fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The lines of `text` from the start.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut byte = 0;
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(byte..).filter(|rest| !rest.is_empty())?;
        let (words, step) = match rest.find('\n') {
            Some(end) => (&rest[..end], end + 1),
            None => (rest, rest.len()),
        };
        let line = Line { text: words, byte, start };
        byte += step;
        start += count(words) + u32::from(step > words.len());
        Some(line)
    })
}

/// Longest line of a text that was wrapped by hand, in code points.
const WIDEST: usize = 110;

/// The width at which a text was wrapped by hand (from an e-mail, an old editor), if it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Wrap {
    width: Option<usize>,
}

impl Wrap {
    /// Looks at all lines: none is longer than the width, and many are as full as they can be.
    pub fn of(text: &str) -> Self {
        let mut width = 0;
        for line in text.lines() {
            let length = line.chars().take(WIDEST + 1).count();
            if length > WIDEST {
                return Self { width: None };
            }
            width = width.max(length);
        }
        let (mut full, mut pairs) = (0, 0);
        let candidate = Self { width: Some(width) };
        for (before, next) in text.lines().zip(text.lines().skip(1)) {
            if !before.trim().is_empty() && !next.trim().is_empty() {
                pairs += 1;
                full += usize::from(candidate.joins(before, next));
            }
        }
        let is_wrapped = width >= 50 && full >= 3 && full * 5 >= pairs;
        Self { width: is_wrapped.then_some(width) }
    }

    /// Whether the text was wrapped by hand.
    pub fn is_wrapped(self) -> bool {
        self.width.is_some()
    }

    /// Whether `next` goes on with the paragraph of `before`, because its first word had no room there.
    pub fn joins(self, before: &str, next: &str) -> bool {
        let Some(width) = self.width else { return false };
        let word = next.split_whitespace().next().unwrap_or_default();
        !before.trim().is_empty() && !word.is_empty() && before.chars().count() + 1 + word.chars().count() > width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_places() {
        let text = "a🙏\n\nb\u{2028}c\n";
        let found: Vec<_> = lines(text).map(|line| (line.text, line.byte, line.start)).collect();
        assert_eq!(found, [("a🙏", 0, 0), ("", 6, 3), ("b\u{2028}c", 7, 4)]);
        assert_eq!(lines("").count(), 0);
        assert_eq!(lines("\n").count(), 1);
    }
}
