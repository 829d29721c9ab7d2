//! What came of a rescue: what was saved of what is known to have been there, and what had to be mended.

use crate::domain::{LineNumber, ProjectInfo, Technique, Timestamp};

/// How the text of a source was saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextState {
    /// As it was imported; its checksum says so.
    Whole,
    /// Made once more from its original; its checksum says that it is the same.
    Remade,
    /// Damaged, and mended with the stored quotations; its checksum says that it is the same again.
    Mended,
    /// Made once more from its original, with a result that differs from what it was.
    Reread,
    /// To its end, but not as it was imported: letters may be wrong.
    Altered,
    /// Its beginning, with the quotations behind it.
    Cut,
    /// Nothing but its quotations.
    Quotations,
}

/// A source that was saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SavedSource {
    /// Its name.
    pub name: String,
    /// How its text was saved.
    pub text: TextState,
    /// Lines of its text.
    pub lines: u32,
    /// Codings that were saved.
    pub codings: u32,
    /// Codings that are known to have been there.
    pub codings_known: u32,
}

/// How many rows of a table were saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Count {
    /// The table.
    pub table: String,
    /// Rows in the new file.
    pub saved: u32,
    /// Rows that are known to have been there.
    pub known: u32,
}

/// Something that had to be mended or left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// The original of a source is lost; its text stands in for it.
    Original(String),
    /// The original of a source is not what was imported.
    OriginalAltered(String),
    /// A source of which nothing but its name is left.
    SourceLost(String),
    /// A quotation was found at another place than its segment said.
    Moved {
        /// The source.
        source: String,
        /// The lines where it is now.
        lines: (LineNumber, LineNumber),
        /// The quotation.
        quote: String,
    },
    /// A stored quotation was damaged; the words of the text, whose checksum is right, took its place.
    Reworded {
        /// The source.
        source: String,
        /// The quotation as it was stored.
        quote: String,
    },
    /// A quotation has no place any more.
    Unplaced {
        /// The source.
        source: String,
        /// The quotation.
        quote: String,
    },
    /// Quotations that stand nowhere in what is left of a text were put behind it.
    Appended {
        /// The source.
        source: String,
        /// How many.
        quotations: u32,
    },
    /// The row of a code is lost; a code that stands in for it keeps its codings.
    StandInCode(String),
    /// The row of a coder is lost; a coder who stands in keeps the codings.
    StandInCoder(String),
    /// Rows that were kept, though what they refer to is lost.
    Detached {
        /// The table.
        table: String,
        /// How many.
        rows: u32,
    },
    /// Rows that were made again from what indexes know of them; the rest of them is lost.
    Partly {
        /// The table.
        table: String,
        /// How many.
        rows: u32,
    },
    /// Rows in which something was unreadable and was replaced.
    Replaced {
        /// The table.
        table: String,
        /// How many.
        rows: u32,
    },
    /// The facts of the project are lost.
    ProjectLost,
}

/// What was saved and what was not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Salvage {
    /// The sources.
    pub sources: Vec<SavedSource>,
    /// Rows by table, where there were any.
    pub counts: Vec<Count>,
    /// What had to be mended or left.
    pub notes: Vec<Note>,
    /// Steps of the history that were kept; nothing where it could not be read whole, and begins anew.
    pub steps: Option<u32>,
    /// Pages that could not be read: there may be more that is lost than anybody knows.
    pub unreadable_pages: u32,
}

impl Salvage {
    /// Whether everything was saved as it was, the history too.
    pub fn is_whole(&self) -> bool {
        let texts = [TextState::Whole, TextState::Remade, TextState::Mended];
        self.notes.is_empty()
            && self.unreadable_pages == 0
            && self.steps.is_some()
            && self.counts.iter().all(|count| count.saved == count.known)
            && self.sources.iter().all(|source| texts.contains(&source.text))
    }
}

/// A text made once more from its original: the text and its technique.
pub type Reread<'a> = &'a dyn Fn(&str, &str, &[u8]) -> Option<(String, Technique)>;

/// What takes the place of what is lost.
pub struct StandIns<'a> {
    /// The facts of the project.
    pub project: ProjectInfo,
    /// Name of a coder whose row is lost.
    pub coder: String,
    /// Name of a code whose row is lost.
    pub code: String,
    /// Name of a source whose row is lost.
    pub source: String,
    /// The line before quotations that stand nowhere in their text.
    pub quotations: String,
    /// When.
    pub now: Timestamp,
    /// Reads an original of a file name and an encoding once more.
    pub reread: Reread<'a>,
}
