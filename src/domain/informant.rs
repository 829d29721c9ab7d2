//! Who gave information, and the groups that are set side by side.

use super::source::keyed;
use super::{Date, GroupId, InformantId, Timestamp};
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

/// How consent was given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentKind {
    /// Signed.
    Written,
    /// Spoken, mostly at the start of the interview.
    Oral,
}

impl ConsentKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Oral => "oral",
        }
    }
}

keyed!(ConsentKind, "written, oral", [ConsentKind::Written, ConsentKind::Oral]);

/// What consent reaches to; nothing where it was not asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    /// The conversation may be recorded.
    pub record: Option<bool>,
    /// The words may be quoted.
    pub quote: Option<bool>,
    /// The material may be shown to the supervisor.
    pub show: Option<bool>,
    /// The material may be archived.
    pub archive: Option<bool>,
}

/// What an informant, and for a child the guardian, has agreed to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Consent {
    /// How it was given; nothing while there is none. For a child it is the guardian's.
    pub kind: Option<ConsentKind>,
    /// When it was given.
    pub date: Option<Date>,
    /// What it reaches to.
    pub scope: Scope,
    /// Whether the child agreed as well; nothing where that was not noted.
    pub assent: Option<bool>,
    /// Who agreed for a child (`Ibu S1`); may be empty.
    pub guardian: String,
    /// When it was withdrawn. From then on the informant's words are locked.
    pub withdrawn: Option<Timestamp>,
}

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
    /// The name that stands for the person in what is handed out (`Ibu Rina`); may be empty.
    pub pseudonym: String,
    /// What the person has agreed to.
    pub consent: Consent,
}

impl Informant {
    /// An additional informant of whom nothing is known but the code.
    pub const fn new(id: InformantId, code: String) -> Self {
        Self {
            id,
            code,
            description: String::new(),
            group: None,
            standing: Standing::Additional,
            is_child: false,
            pseudonym: String::new(),
            consent: Consent {
                kind: None,
                date: None,
                scope: Scope { record: None, quote: None, show: None, archive: None },
                assent: None,
                guardian: String::new(),
                withdrawn: None,
            },
        }
    }

    /// Whether consent was withdrawn: the words are locked, counted nowhere and handed out nowhere.
    pub const fn is_withdrawn(&self) -> bool {
        self.consent.withdrawn.is_some()
    }

    /// Whether this is a child for whom no guardian has agreed.
    pub fn lacks_guardian(&self) -> bool {
        self.is_child && (self.consent.kind.is_none() || self.consent.guardian.trim().is_empty())
    }
}
