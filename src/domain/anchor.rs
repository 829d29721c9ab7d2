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
