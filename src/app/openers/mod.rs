//! Several openers of one project: what the window says when another laptop has it open, and when a copy of it
//! lies beside it.

mod copies;
mod elsewhere;

pub(super) use copies::Copies;
pub(super) use elsewhere::Elsewhere;

#[cfg(test)]
mod tests;
