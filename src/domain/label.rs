//! What a label before the turns of a text stands for, once it has been decided for a whole study ("Kepsek",
//! "Kepala Sekolah" → KS).

use super::{InformantId, LabelId, TurnKind};

/// A decision about a label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Its id.
    pub id: LabelId,
    /// The label as it stands in texts, without the colon.
    pub label: String,
    /// What its turns are.
    pub kind: TurnKind,
    /// Who speaks; nobody for the researcher. Speech of nobody means that it is no speaker's label at all.
    pub informant: Option<InformantId>,
}

impl Label {
    /// The label as it is compared: small letters, one space between words, none around.
    pub fn key(label: &str) -> String {
        label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }
}
