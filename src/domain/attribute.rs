//! Columns of the researcher's own about informants and sources (class, years of service, recorder).

use super::source::keyed;
use super::{AttributeId, Date, InformantId, SourceId};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
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

impl Attribute {
    /// A value as it is kept: a number with a point, a choice as the list writes it; nothing where it is not one of
    /// this attribute's.
    pub fn taken(&self, value: &str) -> Option<String> {
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        match self.kind {
            AttributeKind::Text => Some(value.to_owned()),
            AttributeKind::Number => number(value),
            AttributeKind::Date => value.parse::<Date>().ok().map(|date| date.to_string()),
            AttributeKind::Choice => {
                let folded = value.to_lowercase();
                self.choices.iter().find(|choice| choice.to_lowercase() == folded).cloned()
            }
        }
    }

    /// The order of two values: numbers by size, choices as in the list, days by day, words by letters.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let place = |value: &str| self.choices.iter().position(|choice| choice == value).unwrap_or(usize::MAX);
        let size = |value: &str| value.parse::<f64>().unwrap_or(f64::NAN);
        let by_kind = match self.kind {
            AttributeKind::Number => size(one).total_cmp(&size(other)),
            AttributeKind::Choice => place(one).cmp(&place(other)),
            AttributeKind::Text | AttributeKind::Date => Ordering::Equal,
        };
        by_kind.then_with(|| one.to_lowercase().cmp(&other.to_lowercase())).then_with(|| one.cmp(other))
    }
}

/// Digits with at most one point, which may be typed as a comma, and a sign. Nothing that could be two numbers.
fn number(value: &str) -> Option<String> {
    let written = value.replace(',', ".").replace('\u{2212}', "-");
    let digits = written.strip_prefix('-').unwrap_or(&written);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole) && is_digits(part) && digits.len() <= 30).then_some(written)
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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn attribute(kind: AttributeKind) -> Attribute {
        Attribute {
            id: AttributeId::from_uuid(Uuid::nil()),
            host: AttributeHost::Informant,
            name: "Kelas".to_owned(),
            kind,
            choices: ["VIII A", "VIII C"].map(str::to_owned).to_vec(),
            order: 0,
        }
    }

    #[test]
    fn values_are_of_their_kind() {
        let taken = |kind, value: &str| attribute(kind).taken(value);
        for (kind, value, kept) in [
            (AttributeKind::Text, " dua belas ", "dua belas"),
            (AttributeKind::Number, "12", "12"),
            (AttributeKind::Number, "3,5", "3.5"),
            (AttributeKind::Number, "\u{2212}4", "-4"),
            (AttributeKind::Date, "2025-02-12", "2025-02-12"),
            (AttributeKind::Choice, "viii c", "VIII C"),
        ] {
            assert_eq!(taken(kind, value).as_deref(), Some(kept), "{value}");
        }
        for (kind, value) in [
            (AttributeKind::Number, "dua"),
            (AttributeKind::Number, "1.000,5"),
            (AttributeKind::Number, "1."),
            (AttributeKind::Number, "inf"),
            (AttributeKind::Number, "1e9"),
            (AttributeKind::Date, "12-02-2025"),
            (AttributeKind::Date, "2025-02-30"),
            (AttributeKind::Choice, "IX"),
            (AttributeKind::Text, "  "),
        ] {
            assert_eq!(taken(kind, value), None, "{value}");
        }
    }

    #[test]
    fn values_stand_in_the_order_of_their_kind() {
        assert_eq!(attribute(AttributeKind::Number).compare("9", "10"), Ordering::Less);
        assert_eq!(attribute(AttributeKind::Text).compare("9", "10"), Ordering::Greater);
        assert_eq!(attribute(AttributeKind::Choice).compare("VIII C", "VIII A"), Ordering::Greater);
    }
}
