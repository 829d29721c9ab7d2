//! Findings: claims under a code in the researcher's words, the segments that bear on them, and what informants say
//! when they are shown them.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{Direction, Evidence, Finding, FindingId, InformantId, MemberCheck, SegmentId, Timestamp};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

fn read(row: &Row<'_>) -> rusqlite::Result<Finding> {
    Ok(Finding {
        id: key::id(row, "id")?,
        code: key::id(row, "code")?,
        claim: row.get("claim")?,
        order: row.get("ordinal")?,
        created: Timestamp::from_millis(row.get("created")?),
    })
}

fn read_evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        finding: key::id(row, "finding")?,
        segment: key::id(row, "segment")?,
        direction: key::word_or_none(row, "direction")?,
    })
}

fn read_check(row: &Row<'_>) -> rusqlite::Result<MemberCheck> {
    Ok(MemberCheck {
        finding: key::id(row, "finding")?,
        informant: key::id(row, "informant")?,
        state: key::word(row, "state")?,
        date: key::date_or_none(row, "date")?,
        note: row.get("note")?,
    })
}

impl Database {
    /// All findings, those of one code in their order.
    pub fn findings(&self) -> Result<Vec<Finding>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM finding ORDER BY ordinal, created, id")?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The finding of an id.
    pub fn finding(&self, id: FindingId) -> Result<Option<Finding>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM finding WHERE id = ?")?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// Whether there is such a finding.
    pub fn has_finding(&self, id: FindingId) -> Result<bool, Error> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM finding WHERE id = ?")?.exists([id.key()])?)
    }

    /// Adds a finding.
    pub fn add_finding(&self, finding: &Finding) -> Result<(), Error> {
        self.conn
            .prepare_cached("INSERT INTO finding (id, code, claim, ordinal, created) VALUES (?, ?, ?, ?, ?)")?
            .execute(params![
                finding.id.key(),
                finding.code.key(),
                finding.claim,
                finding.order,
                finding.created.millis()
            ])?;
        Ok(())
    }

    /// Sets code, claim and place of a finding.
    pub fn set_finding(&self, finding: &Finding) -> Result<(), Error> {
        self.conn
            .prepare_cached("UPDATE finding SET code = ?2, claim = ?3, ordinal = ?4 WHERE id = ?1")?
            .execute(params![finding.id.key(), finding.code.key(), finding.claim, finding.order])?;
        Ok(())
    }

    /// Removes a finding with its evidence, its member checks, its memo and what was judged of it.
    pub fn remove_finding(&self, id: FindingId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM finding WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// All evidence, in no order that means anything.
    pub fn evidence(&self) -> Result<Vec<Evidence>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM evidence ORDER BY id")?;
        let rows = statement.query_map([], read_evidence)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Links a segment to a finding, or sets the direction of the link; `new` is the key of a new one.
    pub fn put_evidence(&self, evidence: &Evidence, new: Uuid) -> Result<(), Error> {
        let (finding, segment) = (evidence.finding.key(), evidence.segment.key());
        let direction = evidence.direction.map(Direction::key);
        let changed = self
            .conn
            .prepare_cached("UPDATE evidence SET direction = ?3 WHERE finding = ?1 AND segment = ?2")?
            .execute(params![finding, segment, direction])?;
        if changed == 0 {
            let id: Key = new.into_bytes();
            self.conn
                .prepare_cached("INSERT INTO evidence (id, finding, segment, direction) VALUES (?, ?, ?, ?)")?
                .execute(params![id, finding, segment, direction])?;
        }
        Ok(())
    }

    /// The evidence of a finding.
    pub fn evidence_of(&self, finding: FindingId) -> Result<Vec<Evidence>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM evidence WHERE finding = ? ORDER BY id")?;
        let rows = statement.query_map([finding.key()], read_evidence)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Removes the link of a segment to a finding.
    pub fn remove_evidence(&self, finding: FindingId, segment: SegmentId) -> Result<(), Error> {
        self.conn
            .prepare_cached("DELETE FROM evidence WHERE finding = ? AND segment = ?")?
            .execute([finding.key(), segment.key()])?;
        Ok(())
    }

    /// All member checks, in no order that means anything.
    pub fn member_checks(&self) -> Result<Vec<MemberCheck>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM member_check ORDER BY id")?;
        let rows = statement.query_map([], read_check)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The member check of a finding with an informant.
    pub fn member_check(&self, finding: FindingId, informant: InformantId) -> Result<Option<MemberCheck>, Error> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM member_check WHERE finding = ? AND informant = ?")?;
        Ok(statement.query_row([finding.key(), informant.key()], read_check).optional()?)
    }

    /// Writes a member check; `new` is the key of a new one.
    pub fn put_member_check(&self, check: &MemberCheck, new: Uuid) -> Result<(), Error> {
        let id: Key = new.into_bytes();
        self.conn
            .prepare_cached(
                "INSERT INTO member_check (id, finding, informant, state, date, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (finding, informant) DO UPDATE SET state = ?4, date = ?5, note = ?6",
            )?
            .execute(params![
                id,
                check.finding.key(),
                check.informant.key(),
                check.state.key(),
                check.date.map(|date| date.to_string()),
                check.note
            ])?;
        Ok(())
    }

    /// Removes a member check.
    pub fn remove_member_check(&self, finding: FindingId, informant: InformantId) -> Result<(), Error> {
        self.conn
            .prepare_cached("DELETE FROM member_check WHERE finding = ? AND informant = ?")?
            .execute([finding.key(), informant.key()])?;
        Ok(())
    }
}
