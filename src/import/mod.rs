//! Bytes become a [`ParsedSource`]: text, turns, proposed attributes, warnings. Reads, never writes.

pub mod parsed;

pub use parsed::{ParsedSource, ParsedSpeaker, ParsedTurn};
