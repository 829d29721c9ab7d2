//! Plain data and the rules that need nothing but the data. No files, no clock, no chance: what stands
//! here can be reasoned about on paper.

pub mod anchor;
pub mod attribute;
pub mod audit;
pub mod cell;
pub mod change;
pub mod citation;
pub mod code;
pub mod coding;
pub mod date;
pub mod exported;
pub mod field;
pub mod finding;
pub mod ids;
pub mod informant;
pub mod label;
pub mod line;
pub mod memo;
pub mod message;
pub mod project;
pub mod source;
pub mod text;
pub mod verdict;

pub use anchor::{Anchor, AnchorKind, Moment, moment_at, time_words};
pub use attribute::{Attribute, AttributeHost, AttributeKind, AttributeOf, AttributeValue};
pub use audit::{AuditField, AuditStep};
pub use cell::{Axis, CellKey, CellNote, ColumnKey, RowKey};
pub use change::{Carried, Edit, TextChange};
pub use citation::{PatternError, SourceCitation};
pub use code::{
    CODE_COLOURS, Code, CodeKind, Codebook, Colour, ConfusingPair, DEEPEST, LONGEST_NAME, LONGEST_SHORT, NotAColour,
};
pub use coding::{Coder, CoderKind, Coding, Direction, Segment};
pub use date::{Date, Timestamp};
pub use exported::Exported;
pub use field::{from_list_field, guarded, tidied, tidied_line, to_list_field, unguarded};
pub use finding::{Evidence, Finding, MemberCheck, MemberCheckState};
pub use ids::*;
pub use informant::{Consent, ConsentKind, Group, Informant, Scope, Standing};
pub use label::Label;
pub use line::{LineNumber, LineNumbers, lines_cited};
pub use memo::{Memo, MemoHost};
pub use message::{Arg, Message, Say};
pub use project::{Language, ProjectInfo};
pub use source::{Progress, Source, Technique, Turn, TurnKind};
pub use text::{ByteOffset, CharOffset, CharRange, Row, SourceText};
pub use verdict::{EmptyReason, Evaluation, EvaluationValue, RowVerdict, Verdict};
