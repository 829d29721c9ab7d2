//! Who gave information, and the groups that are set side by side.

use super::source::keyed;
use super::{GroupId, InformantId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A group of informants: a column of the comparison. Groups can be renamed and added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The name in files and on the command line (`principal`, `teacher`, `student`, …); never translated.
    pub key: String,
    /// The name as shown, in the project's language.
    pub name: String,
    /// Place in tables, from 0.
    pub order: u32,
}

/// How much rests on an informant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Informan kunci.
    Key,
    /// Informan tambahan.
    Additional,
}

impl Standing {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Additional => "additional",
        }
    }
}

keyed!(Standing, "key, additional", [Standing::Key, Standing::Additional]);

/// Somebody whose words count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Informant {
    /// Its id.
    pub id: InformantId,
    /// The code that stands for the person (`KS`, `G1`, `S3`); unique in a project.
    pub code: String,
    /// What the person is (`Guru Matematika kelas VIII`); may be empty.
    pub description: String,
    /// The group the person belongs to.
    pub group: Option<GroupId>,
    /// Key or additional informant.
    pub standing: Standing,
    /// Whether the person is a child.
    pub is_child: bool,
}
