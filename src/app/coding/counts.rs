//! Small counts for the left panel and how far each source is, kept until the project changes.

use crate::analysis::{Stand, Study};
use crate::domain::ProjectId;
use std::sync::Arc;

/// Segments by source and by code; a code counts what lies under its sub-codes too, each passage once.
#[derive(Default)]
pub(super) struct Counts {
    key: Option<(ProjectId, u64)>,
    by_source: Vec<u32>,
    by_code: Vec<u32>,
    stands: Vec<Stand>,
}

impl Counts {
    /// Counts anew where the project has changed. Says whether it has.
    pub(super) fn refresh(&mut self, study: &Arc<Study>) -> bool {
        let key = (study.project.id, study.project.revision);
        if self.key == Some(key) {
            return false;
        }
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(study.codings.len() * 2);
        let mut coded: Vec<u32> = Vec::with_capacity(study.codings.len());
        for entry in &study.codings {
            let mut code = entry.code;
            pairs.push((code, entry.segment));
            while let Some(Some(parent)) = study.code_parents.get(code as usize) {
                code = *parent;
                pairs.push((code, entry.segment));
            }
            coded.push(entry.segment);
        }
        pairs.sort_unstable();
        pairs.dedup();
        coded.sort_unstable();
        coded.dedup();
        self.by_code = vec![0; study.codes.len()];
        for (code, _) in pairs {
            if let Some(count) = self.by_code.get_mut(code as usize) {
                *count += 1;
            }
        }
        self.by_source = vec![0; study.sources.len()];
        for segment in coded {
            let source = study.segments.get(segment as usize).map(|entry| entry.source);
            if let Some(count) = source.and_then(|source| self.by_source.get_mut(source as usize)) {
                *count += 1;
            }
        }
        self.stands = study.stands();
        self.key = Some(key);
        true
    }

    /// Coded segments in a source (a place in the study's list).
    pub(super) fn source(&self, at: usize) -> u32 {
        self.by_source.get(at).copied().unwrap_or(0)
    }

    /// How far the coding of a source is (a place in the study's list).
    pub(super) fn stand(&self, at: usize) -> Option<&Stand> {
        self.stands.get(at)
    }

    /// Segments under a code (a place in the study's list) and the codes below it.
    pub(super) fn code(&self, at: usize) -> u32 {
        self.by_code.get(at).copied().unwrap_or(0)
    }
}
