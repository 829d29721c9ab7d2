//! The transcript: a text with line numbers, speakers and codings, selected by mouse and keys.

mod blocks;
mod layout;
mod marks;
mod scroll;
mod words;
