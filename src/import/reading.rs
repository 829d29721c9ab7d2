//! How a file is to be read where the user has decided what the importer would only propose.

use super::{Encoding, ParsedSource, label};
use crate::domain::{Technique, TurnKind};
use std::str::FromStr;

/// What becomes of the pieces into which a recording was divided (cues of subtitles, segments of Whisper).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Cues {
    /// Those of one speaker are joined into turns.
    #[default]
    Join,
    /// Each stays a line.
    Keep,
}

impl FromStr for Cues {
    type Err = NoSuchChoice;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "join" => Ok(Self::Join),
            "keep" => Ok(Self::Keep),
            _ => Err(NoSuchChoice),
        }
    }
}

/// A word that names none of the choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no such choice")]
pub struct NoSuchChoice;

/// What becomes of times that stand within the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Times {
    /// They stand beside the text and no longer in it.
    #[default]
    Remove,
    /// They stand beside the text and stay in it too.
    Keep,
}

impl FromStr for Times {
    type Err = NoSuchChoice;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "remove" => Ok(Self::Remove),
            "keep" => Ok(Self::Keep),
            _ => Err(NoSuchChoice),
        }
    }
}

/// What becomes of lines that look like questions of the researcher and carry no label.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Questions {
    /// They and the answers below them are turns where the shape of the text leaves no doubt.
    #[default]
    Find,
    /// They and the answers below them are turns.
    Split,
    /// They are text like any other.
    Keep,
}

impl FromStr for Questions {
    type Err = NoSuchChoice;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "find" => Ok(Self::Find),
            "split" => Ok(Self::Split),
            "keep" => Ok(Self::Keep),
            _ => Err(NoSuchChoice),
        }
    }
}

/// Decisions that overrule what is found in the file. The default decides nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    /// The encoding; found out where none is set.
    pub encoding: Option<Encoding>,
    /// The technique. In an interview speakers are looked for even where nothing says that it is one.
    pub technique: Option<Technique>,
    /// Who stands behind a label, whatever the file itself suggests. Where two speak of the same label, the last
    /// one holds.
    pub labels: Vec<LabelRule>,
    /// What becomes of the pieces of a recording.
    pub cues: Cues,
    /// What becomes of times within the words.
    pub times: Times,
    /// What becomes of questions without labels.
    pub questions: Questions,
}

impl Reading {
    /// The decisions about labels that bore upon this file.
    pub fn obeyed<'a>(&'a self, parsed: &ParsedSource) -> Vec<&'a LabelRule> {
        let rules = rules(&self.labels);
        let mut found: Vec<&LabelRule> = Vec::new();
        for turn in &parsed.turns {
            if let Some(rule) = rules.get(&label::key(&turn.label))
                && !found.contains(rule)
            {
                found.push(rule);
            }
        }
        found
    }
}

/// Who stands behind a label of a turn ("Kepsek", "Kepala Sekolah" → KS).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LabelRule {
    /// The label as it stands in texts, without the colon; small and capital letters alike.
    pub label: String,
    /// What its turns are.
    pub kind: TurnKind,
    /// Code of the informant who speaks; nobody for the researcher.
    pub informant: Option<String>,
    /// Whether it was decided in an earlier import and nobody has said it again.
    pub is_remembered: bool,
}

impl LabelRule {
    /// A decision of this moment. Speech of nobody means that the label is no speaker's: its line is text like any
    /// other.
    pub fn new(label: &str, kind: TurnKind, informant: Option<&str>) -> Self {
        let informant = informant.map(str::to_owned);
        Self { label: label::collapse(label), kind, informant, is_remembered: false }
    }

    /// Whether it says that the label is no speaker's.
    pub fn is_of_nobody(&self) -> bool {
        self.kind == TurnKind::Speech && self.informant.is_none()
    }

    /// Whether it speaks of this label.
    pub fn is_about(&self, other: &str) -> bool {
        label::key(&self.label) == label::key(other)
    }
}

/// The rules by the keys of their labels.
pub(super) fn rules(rules: &[LabelRule]) -> std::collections::HashMap<String, &LabelRule> {
    rules.iter().map(|rule| (label::key(&rule.label), rule)).filter(|(key, _)| !key.is_empty()).collect()
}
