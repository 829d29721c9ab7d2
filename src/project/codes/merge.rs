//! Codes become one: what they say is joined, what hangs on them moves, their names stay as other names. Nothing
//! that anybody has written is lost.

use super::merging::{Act, Plan, plan};
use crate::domain::{CodeId, Message};
use crate::project::transact::{Op, Work};
use crate::project::write_memo::put_memo;
use crate::project::{Error, Landed, Project};

/// What merging does, before it is done and after.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct MergePreview {
    /// The codes that go, by their labels.
    pub from: Vec<String>,
    /// The code that stays.
    pub into: String,
    /// Segments of the codes that go.
    pub segments: usize,
    /// Those of them that the code that stays has too: each becomes one.
    pub same_segments: usize,
    /// Codings that move.
    pub codings: usize,
    /// Codings of the same segment and coder that become one.
    pub codings_joined: usize,
    /// Those of them whose directions differ: that of the code that stays holds, the other is written into the memo.
    pub directions: usize,
    /// Memos that move.
    pub memos: usize,
    /// Memos that are joined, a blank line between.
    pub memos_joined: usize,
    /// Findings that move.
    pub findings: usize,
    /// Verdicts, notes in cells and evaluations that move.
    pub judgements: usize,
    /// Those that are joined, because the code that stays has its own; its choice holds, the words are joined.
    pub judgements_joined: usize,
    /// Codes below those that go; they move below the one that stays.
    pub children: usize,
    /// Those of them that get another name or short code, because theirs is taken there.
    pub renamed: usize,
    /// Pairs that are easily confused and move.
    pub pairs: usize,
    /// Names that the code that stays is found by from now on.
    pub aliases: Vec<String>,
}

impl MergePreview {
    /// What it does in sentences, those that say nothing left out.
    pub fn words(&self) -> Vec<Message> {
        let (from, into) = (self.from.join(", "), self.into.as_str());
        let mut words = vec![Message::new("codebook-merge-what").with("from", from).with("into", into)];
        let counted = [
            ("codebook-merge-codings", self.codings),
            ("codebook-merge-same", self.same_segments),
            ("codebook-merge-joined", self.codings_joined),
            ("codebook-merge-directions", self.directions),
            ("codebook-merge-memos", self.memos),
            ("codebook-merge-memos-joined", self.memos_joined),
            ("codebook-merge-findings", self.findings),
            ("codebook-merge-judgements", self.judgements),
            ("codebook-merge-judgements-joined", self.judgements_joined),
            ("codebook-merge-children", self.children),
            ("codebook-merge-renamed", self.renamed),
            ("codebook-merge-pairs", self.pairs),
        ];
        let said = counted.into_iter().filter(|(_, n)| *n > 0);
        words.extend(said.map(|(key, n)| Message::new(key).with("n", n).with("into", into)));
        if !self.aliases.is_empty() {
            words
                .push(Message::new("codebook-merge-aliases").with("names", self.aliases.join(", ")).with("into", into));
        }
        words
    }
}

impl Project {
    /// What [`Self::merge_codes`] would do.
    ///
    /// # Errors
    /// As [`Self::merge_codes`]; nothing is written.
    pub fn merge_preview(&self, from: &[CodeId], into: CodeId) -> Result<MergePreview, Error> {
        Ok(plan(&self.db, &self.study, from, into)?.preview)
    }

    /// Merges codes into another one, in one step. Codings, memos, findings, verdicts, notes and evaluations move or
    /// are joined, codes below move along, names and short codes become other names of the code that stays.
    ///
    /// # Errors
    /// A code into itself or into one below it, a code that is gone, or the file refuses. Nothing is merged then.
    pub fn merge_codes(&mut self, from: &[CodeId], into: CodeId) -> Result<Landed<MergePreview>, Error> {
        self.transact(Op::MergeCodes, |work| {
            let plan = plan(work.db, work.study, from, into)?;
            plan.book.write(work)?;
            for act in &plan.acts {
                carry_out(work, act)?;
            }
            plan.book.remove_missing(work.db, work.study)?;
            let Plan { preview, .. } = plan;
            let message = Message::new("step-code-merge").with("from", preview.from.join(", "));
            work.describe(
                message.with("to", preview.into.as_str()).with("n", preview.codings + preview.codings_joined),
            );
            Ok(preview)
        })
    }
}

fn carry_out(work: &Work<'_>, act: &Act) -> Result<(), Error> {
    match act {
        Act::MoveCoding(coding, code) => work.db.set_coding_code(*coding, *code)?,
        Act::Direct(coding, direction) => work.db.set_direction(*coding, Some(*direction))?,
        Act::MoveMemo(memo, host) => work.db.move_memo(*memo, *host)?,
        Act::WriteMemo(host, text) => {
            put_memo(work, *host, text)?;
        }
        Act::MoveFindings(from, to) => work.db.move_findings(*from, *to)?,
        Act::MoveHung(kind, id, to) => work.db.move_hung(*kind, *id, *to)?,
        Act::JoinHung(kind, joined, with) => work.db.join_hung(*kind, joined, *with)?,
        Act::RemovePair(a, b) => {
            work.db.remove_confusing_pair(*a, *b)?;
        }
        Act::AddPair(pair) => {
            if !work.db.set_confusing_pair(pair)? {
                let place = work.db.next_pair_place()?;
                work.db.add_confusing_pair(crate::project::clock::new_id(), pair, place)?;
            }
        }
    }
    Ok(())
}
