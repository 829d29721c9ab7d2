//! Rows get a verdict and a conclusion. What the program suggests at that moment is kept beside what was chosen, so that
//! the history tells a suggestion that was accepted from one that was overruled.

use super::{check_axis, check_row, row_label};
use crate::analysis::standing;
use crate::domain::{Axis, Message, RowKey, RowVerdict, Verdict, tidied, tidied_line};
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Sets the verdict of a row on an axis. `silent` names the columns that say nothing by their ids; without it they
    /// are those that the suggestion names. *Unrated* takes the verdict back and leaves the conclusion.
    ///
    /// # Errors
    /// The row is gone, the axis is an attribute, or the file refuses. The verdict stays as it was then.
    pub fn set_verdict(
        &mut self,
        row: RowKey,
        by: Axis,
        value: Verdict,
        silent: Option<Vec<String>>,
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetVerdict, |work| rate(work, (row, by), value, silent))
    }

    /// Writes the conclusion of a row on an axis; empty removes it. The verdict stays what it is.
    ///
    /// # Errors
    /// The row is gone, the axis is an attribute, or the file refuses. The conclusion stays as it was then.
    pub fn set_conclusion(&mut self, row: RowKey, by: Axis, words: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::SetConclusion, |work| conclude(work, (row, by), words))
    }
}

/// Sets a verdict within a step.
pub(in crate::project) fn rate(
    work: &mut Work<'_>,
    (row, by): (RowKey, Axis),
    value: Verdict,
    silent: Option<Vec<String>>,
) -> Result<(), Error> {
    check_axis(by)?;
    check_row(work, row)?;
    let known = work.db.verdict(row, by)?;
    let conclusion = known.as_ref().map(|known| known.conclusion.clone()).unwrap_or_default();
    let chosen = if value == Verdict::Unrated {
        RowVerdict { conclusion, ..unrated(work, row, by) }
    } else {
        let now = standing(work.study, row, by);
        let named = || now.suggestion.silent.iter().map(|id| id.to_string()).collect();
        let silent = silent.map_or_else(named, |silent| distinct(&silent));
        let suggested = now.suggestion.verdict;
        RowVerdict { value, suggested, silent, conclusion, basis: now.basis, ..unrated(work, row, by) }
    };
    let how = match chosen.suggested {
        None => "alone",
        Some(suggested) if suggested == value => "accepted",
        Some(_) => "overruled",
    };
    let suggested = chosen.suggested.unwrap_or(Verdict::Unrated);
    keep(work, known.as_ref(), chosen)?;
    let key = if value == Verdict::Unrated { "step-verdict-remove" } else { "step-verdict" };
    let said = |verdict: Verdict| Message::new(format!("verdict-{verdict}"));
    let sentence = Message::new(key).with("row", row_label(work, row)?).with("axis", by.key());
    work.describe(sentence.with("verdict", said(value)).with("how", how).with("suggested", said(suggested)));
    Ok(())
}

/// Writes a conclusion within a step.
pub(in crate::project) fn conclude(work: &mut Work<'_>, (row, by): (RowKey, Axis), words: &str) -> Result<(), Error> {
    check_axis(by)?;
    check_row(work, row)?;
    let known = work.db.verdict(row, by)?;
    let conclusion = tidied(words);
    let key = if conclusion.is_empty() { "step-conclusion-remove" } else { "step-conclusion" };
    let base = known.clone().unwrap_or_else(|| unrated(work, row, by));
    keep(work, known.as_ref(), RowVerdict { conclusion, changed: work.now, ..base })?;
    work.describe(Message::new(key).with("row", row_label(work, row)?).with("axis", by.key()));
    Ok(())
}

fn unrated(work: &Work<'_>, row: RowKey, axis: Axis) -> RowVerdict {
    RowVerdict {
        row,
        axis,
        value: Verdict::Unrated,
        suggested: None,
        silent: Vec::new(),
        conclusion: String::new(),
        coder: String::new(),
        changed: work.now,
        basis: String::new(),
    }
}

/// Writes a verdict where anything but its time differs from the one that is known; one that says nothing goes.
fn keep(work: &Work<'_>, known: Option<&RowVerdict>, new: RowVerdict) -> Result<(), Error> {
    let (row, axis) = (new.row, new.axis);
    if new.value == Verdict::Unrated && new.conclusion.is_empty() {
        if known.is_some() {
            work.db.remove_verdict(row, axis)?;
        }
        return Ok(());
    }
    let is_same =
        |known: &RowVerdict| RowVerdict { coder: known.coder.clone(), changed: known.changed, ..new.clone() } == *known;
    if !known.is_some_and(is_same) {
        work.db.put_verdict(&new, work.coder(None)?, clock::new_id())?;
    }
    Ok(())
}

/// Ids of columns, each once, in the order they were named.
fn distinct(named: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for id in named.iter().map(|id| tidied_line(id)).filter(|id| !id.is_empty()) {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}
