//! How a file is to be read where the user has decided what the importer would only propose.

use super::Encoding;
use crate::domain::TurnKind;

/// Decisions that overrule what is found in the file. The default decides nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    /// The encoding; found out where none is set.
    pub encoding: Option<Encoding>,
    /// Who stands behind a label, whatever the file itself suggests.
    pub labels: Vec<LabelRule>,
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
}
