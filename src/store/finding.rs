//! Findings: claims under a code in the researcher's words.

use super::key::Keyed;
use super::{Database, Error};
use crate::domain::FindingId;

impl Database {
    /// Whether there is such a finding.
    pub fn has_finding(&self, id: FindingId) -> Result<bool, Error> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM finding WHERE id = ?")?.exists([id.key()])?)
    }
}
