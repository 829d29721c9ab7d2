//! What an importer hands over: a text and proposals, nothing decided, nothing written.

use super::layout::Layout;
use super::{Encoding, Format};
use crate::domain::{Anchor, CharRange, Date, Message, Standing, Technique, TurnKind};

/// One file, read and understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedSource {
    /// Proposed name: the file name without extension.
    pub name: String,
    /// Proposed short code (`W.KS`).
    pub short: String,
    /// What it is in a few words, from the header; may be empty.
    pub description: String,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// The bytes of the file as they were.
    pub original: Vec<u8>,
    /// The text: UTF-8, line ends LF, no byte order mark, no NUL.
    pub text: String,
    /// What kind of file it is.
    pub format: Format,
    /// The encoding that the file was read in; UTF-8 where the format leaves no choice.
    pub encoding: Encoding,
    /// Whether the encoding is known, from a byte order mark, because only UTF-8 fits, or because it was asked for; a
    /// guess is worth a look at the preview.
    pub is_encoding_certain: bool,
    /// Proposed technique.
    pub technique: Technique,
    /// Proposed date.
    pub date: Option<Date>,
    /// Proposed place; may be empty.
    pub place: String,
    /// Proposed setting (time of day, consent, who was present); may be empty.
    pub setting: String,
    /// Header lines as they stood: (label, value), in order.
    pub header: Vec<(String, String)>,
    /// The turns in order; they do not overlap.
    pub turns: Vec<ParsedTurn>,
    /// The informants that the header and the turns name; turns point into this list.
    pub speakers: Vec<ParsedSpeaker>,
    /// Comments that somebody has written beside the text, in the order of their places.
    pub memos: Vec<ParsedMemo>,
    /// Places that point out of the text, in order.
    pub anchors: Vec<Anchor>,
    /// What it holds of the recording it was written down from.
    pub recorded: Recorded,
    /// What it holds of questions without labels.
    pub questions: QuestionList,
    /// How the text is laid out beyond its letters.
    pub layout: Layout,
    /// What was odd and how it was handled.
    pub warnings: Vec<Message>,
}

/// What a file holds of the recording it was written down from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Recorded {
    /// Pieces with a time of their own that can be joined into turns.
    pub cues: u32,
    /// Times that stood within the words.
    pub stamps: u32,
}

/// Questions without labels and the answers below them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct QuestionList {
    /// Lines that look like a question of the researcher.
    pub questions: u32,
    /// Whether the shape of the text leaves no doubt.
    pub is_certain: bool,
    /// Whether they were read as turns.
    pub is_taken: bool,
}

/// A comment on a stretch of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedMemo {
    /// What it is about; never empty, never blanks alone.
    pub range: CharRange,
    /// What it says, with its author's name in front where there is one.
    pub text: String,
}

/// A stretch spoken by one speaker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedTurn {
    /// The whole stretch with its label, without the line end behind it.
    pub range: CharRange,
    /// The words alone, within `range`.
    pub words: CharRange,
    /// The label as it stands (`KS`); empty where there is none.
    pub label: String,
    /// Who speaks, as a place in `speakers`; nobody for the researcher.
    pub speaker: Option<usize>,
    /// What it is.
    pub kind: TurnKind,
}

/// An informant as the file names one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedSpeaker {
    /// The code (`KS`).
    pub code: String,
    /// What the person is (`Kepala Sekolah`); may be empty.
    pub description: String,
    /// Key of the proposed group (`principal`, `teacher`, `student`).
    pub group: Option<String>,
    /// Proposed standing.
    pub standing: Standing,
    /// Whether the person is a child.
    pub is_child: bool,
}
