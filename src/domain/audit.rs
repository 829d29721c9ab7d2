//! The audit trail: what was done, by whom and when, and what the researcher's words and judgements were before and
//! after.

use super::{Message, Timestamp};

/// A step of the history as the audit trail tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditStep {
    /// When.
    pub at: Timestamp,
    /// Who, by name.
    pub coder: String,
    /// On which device.
    pub device: String,
    /// What was done.
    pub sentence: Message,
    /// Whether it has been taken back since.
    pub is_undone: bool,
    /// What it changed, where the history keeps it.
    pub fields: Vec<AuditField>,
}

/// A field that a step has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditField {
    /// What it belongs to, as the project file calls it (`verdict`).
    pub of: String,
    /// Its name there (`conclusion`).
    pub name: String,
    /// What stood in it before; empty where nothing.
    pub before: String,
    /// What stood in it after; empty where nothing.
    pub after: String,
}
