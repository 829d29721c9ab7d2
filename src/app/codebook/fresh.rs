//! Counts of the tree and the form, made anew when the project changes.

use crate::analysis::Study;
use crate::domain::CodeId;
use std::collections::{BTreeSet, HashMap};

/// How much a code is used, with the codes below it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Used {
    /// Segments, each once.
    pub(super) segments: usize,
    /// Codings.
    pub(super) codings: usize,
    /// Sources.
    pub(super) sources: usize,
}

/// The counts.
#[derive(Default)]
pub(super) struct Counts {
    used: HashMap<CodeId, Used>,
}

impl Counts {
    /// Counts anew.
    pub(super) fn refresh(&mut self, study: &Study) {
        let mut found: Vec<(BTreeSet<u32>, usize)> = vec![(BTreeSet::new(), 0); study.codes.len()];
        for entry in &study.codings {
            let mut at = Some(entry.code);
            while let Some(code) = at {
                if let Some((segments, codings)) = found.get_mut(code as usize) {
                    segments.insert(entry.segment);
                    *codings += 1;
                }
                at = study.code_parents.get(code as usize).copied().flatten();
            }
        }
        let source_of = |segment: &u32| study.segments.get(*segment as usize).map(|entry| entry.source);
        self.used = study
            .codes
            .iter()
            .zip(found)
            .map(|(code, (segments, codings))| {
                let sources: BTreeSet<u32> = segments.iter().filter_map(source_of).collect();
                (code.id, Used { segments: segments.len(), codings, sources: sources.len() })
            })
            .collect();
    }

    /// How much a code is used.
    pub(super) fn of(&self, code: CodeId) -> Used {
        self.used.get(&code).copied().unwrap_or_default()
    }
}
