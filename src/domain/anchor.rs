//! Places of a text that point out of it: the page of the original, the time of the recording, a note.

/// What an anchor points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnchorKind {
    /// A page of the original.
    Page,
    /// A time of the recording, in milliseconds from its start.
    Time,
    /// A footnote or endnote, whose words stand at the end of the text.
    Note,
}

impl AnchorKind {
    /// Its key, as the project file keeps it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Time => "time",
            Self::Note => "note",
        }
    }

    /// The kind of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        [Self::Page, Self::Time, Self::Note].into_iter().find(|kind| kind.key() == key)
    }
}

/// When the words at a place of a text were said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// Where the words begin, in code points.
    pub position: super::CharOffset,
    /// Milliseconds from the start of the recording.
    pub ms: u32,
}

/// When the words at a position were said: the last moment at or before it. Nothing before the first.
pub fn moment_at(moments: &[Moment], position: super::CharOffset) -> Option<Moment> {
    let behind = moments.partition_point(|moment| moment.position <= position);
    behind.checked_sub(1).and_then(|at| moments.get(at)).copied()
}

/// A time of a recording as people read it: `2:03`, `1:02:03`.
pub fn time_words(ms: u32) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A place of a text that points out of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// Where it stands, in code points.
    pub position: super::CharOffset,
    /// What it points to.
    pub kind: AnchorKind,
    /// Which one: the number of the page, the milliseconds, the mark of the note.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CharOffset;

    #[test]
    fn words_have_the_time_before_them() {
        let moments = [(0, 0), (5, 61_000), (9, 3_723_999)];
        let moments = moments.map(|(at, ms)| Moment { position: CharOffset::new(at), ms });
        let said = |at: u32| moment_at(&moments, CharOffset::new(at)).map(|moment| time_words(moment.ms));
        assert_eq!(
            [said(0), said(5), said(8), said(99)].map(Option::unwrap_or_default),
            ["0:00", "1:01", "1:01", "1:02:03"]
        );
        assert_eq!(moment_at(&moments[1..], CharOffset::new(4)), None);
    }
}
