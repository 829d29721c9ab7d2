//! Columns of the researcher's own about informants and sources (class, years of service, recorder).

use super::source::keyed;
use super::{AttributeId, InformantId, SourceId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What an attribute says something about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeHost {
    /// Informants.
    Informant,
    /// Sources.
    Source,
}

impl AttributeHost {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Informant => "informant",
            Self::Source => "source",
        }
    }
}

keyed!(AttributeHost, "informant, source", [AttributeHost::Informant, AttributeHost::Source]);

/// What values an attribute takes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// Any words.
    Text,
    /// A number.
    Number,
    /// A day (`2025-02-12`).
    Date,
    /// One of a list.
    Choice,
}

impl AttributeKind {
    /// All kinds in the order of menus.
    pub const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Date, Self::Choice];

    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }
}

keyed!(
    AttributeKind,
    "text, number, date, choice",
    [AttributeKind::Text, AttributeKind::Number, AttributeKind::Date, AttributeKind::Choice]
);

/// A column of the researcher's own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// What it says something about.
    pub host: AttributeHost,
    /// Its name (`Kelas`); unique among the attributes of its host.
    pub name: String,
    /// What values it takes.
    pub kind: AttributeKind,
    /// The list of a choice, in order; empty for the other kinds.
    pub choices: Vec<String>,
    /// Place in tables, from 0.
    pub order: u32,
}

/// What an attribute is a value of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AttributeOf {
    /// An informant.
    Informant(InformantId),
    /// A source.
    Source(SourceId),
}

/// The value of an attribute, as it was written. An empty value is no row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttributeValue {
    /// The attribute.
    pub attribute: AttributeId,
    /// Whose.
    pub of: AttributeOf,
    /// The value: words, a number with a point, a day (`2025-02-12`) or one of the choices.
    pub value: String,
}
