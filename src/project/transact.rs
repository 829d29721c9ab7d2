//! The only commit: every change of a project is one step of the history and one report, and lands whole or not
//! at all. A step never spans transactions; a batch of imports may put several steps into one.

use super::projection::{self, Patch};
use super::{Changes, Error, Landed, Project, Step, Who, clock, texts::Texts};
use crate::analysis::Study;
use crate::domain::{Coder, CoderId, CoderKind, Message, Say, StepId, Timestamp};
use crate::store::{Database, StepRow};

/// The operations, by the names that the history keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Op {
    /// A new project; undo does not pass it.
    Create,
    Import,
    Correct,
    Code,
    CodeWithNew,
    MoveCoding,
    Recode,
    SetReduction,
    SetKey,
    SetDirection,
    Uncode,
    WriteMemo,
    SetInformant,
    DeleteInformant,
    SetGroup,
    SetAttribute,
    SetAttributeValue,
    Assign,
    Withdraw,
    /// Words are removed for good; undo does not pass it.
    Purge,
    DescribeSource,
    DeleteSource,
    MarkDone,
    SetProject,
    AddCode,
    ChangeCode,
    MoveCodes,
    MergeCodes,
    DeleteCodes,
    ConfusingPair,
    AddCodebook,
    ChangeCodebook,
    DeleteCodebook,
    ImportCodebook,
    AddFinding,
    ChangeFinding,
    MoveFinding,
    DeleteFinding,
    LinkEvidence,
    UnlinkEvidence,
    SetVerdict,
    SetConclusion,
    SetSummary,
    SetEmptyReason,
    SetEvaluation,
    SetMemberCheck,
    Undo,
    Redo,
}

impl Op {
    const fn key(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Import => "import",
            Self::Correct => "correct",
            Self::Code => "code",
            Self::CodeWithNew => "code-with-new",
            Self::MoveCoding => "move",
            Self::Recode => "recode",
            Self::SetReduction => "reduction",
            Self::SetKey => "key",
            Self::SetDirection => "direction",
            Self::Uncode => "uncode",
            Self::WriteMemo => "memo",
            Self::SetInformant => "informant",
            Self::DeleteInformant => "delete-informant",
            Self::SetGroup => "group",
            Self::SetAttribute => "attribute",
            Self::SetAttributeValue => "set-attribute",
            Self::Assign => "assign",
            Self::Withdraw => "withdraw",
            Self::Purge => "purge",
            Self::DescribeSource => "source",
            Self::DeleteSource => "source-delete",
            Self::MarkDone => "done",
            Self::SetProject => "project",
            Self::AddCode => "code-add",
            Self::ChangeCode => "code-change",
            Self::MoveCodes => "code-move",
            Self::MergeCodes => "code-merge",
            Self::DeleteCodes => "code-delete",
            Self::ConfusingPair => "code-pair",
            Self::AddCodebook => "book-add",
            Self::ChangeCodebook => "book-change",
            Self::DeleteCodebook => "book-delete",
            Self::ImportCodebook => "book-import",
            Self::AddFinding => "finding-add",
            Self::ChangeFinding => "finding-change",
            Self::MoveFinding => "finding-move",
            Self::DeleteFinding => "finding-delete",
            Self::LinkEvidence => "finding-link",
            Self::UnlinkEvidence => "finding-unlink",
            Self::SetVerdict => "verdict",
            Self::SetConclusion => "conclusion",
            Self::SetSummary => "summary",
            Self::SetEmptyReason => "reason",
            Self::SetEvaluation => "evaluation",
            Self::SetMemberCheck => "check",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// What an operation may use while it runs.
pub(super) struct Work<'a> {
    /// The file.
    pub(super) db: &'a Database,
    /// The project as it was before the operation.
    pub(super) study: &'a Study,
    /// Texts.
    pub(super) texts: &'a mut Texts,
    /// The time of the step.
    pub(super) now: Timestamp,
    who: &'a Who,
    sentence: Option<Message>,
    undoes: Option<StepId>,
}

impl Work<'_> {
    /// Says what was done, for the history.
    pub(super) fn describe(&mut self, sentence: Message) {
        self.sentence = Some(sentence);
    }

    /// Marks the step as one that takes another back.
    pub(super) fn takes_back(&mut self, step: StepId) {
        self.undoes = Some(step);
    }

    /// Whoever acts, where the project knows that coder already.
    pub(super) fn acting(&self) -> Result<Option<CoderId>, Error> {
        Ok(self.db.coder_named(self.who.coder.trim())?.map(|coder| coder.id))
    }

    /// The coder of a name, made where there is none; whoever acts where no name is given.
    pub(super) fn coder(&self, name: Option<&str>) -> Result<CoderId, Error> {
        let name = name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or_else(|| self.who.coder.trim());
        if name.is_empty() {
            return Err(Error::NamelessCoder);
        }
        if let Some(coder) = self.db.coder_named(name)? {
            return Ok(coder.id);
        }
        let coder = Coder { id: CoderId::from_uuid(clock::new_id()), name: name.to_owned(), kind: CoderKind::Person };
        self.db.add_coder(&coder)?;
        Ok(coder.id)
    }
}

impl Project {
    /// Runs an operation: all of it lands as one step, or nothing. An operation that changes nothing makes no
    /// step.
    pub(super) fn transact<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Error>,
    ) -> Result<Landed<T>, Error> {
        let number = self.db.begin_step()?;
        let worked = self.work_on(op, number, work);
        let (value, row) = match worked {
            Ok((value, Some(row))) => (value, row),
            Ok((value, None)) => {
                self.db.abandon_step();
                return Ok(Landed { value, step: None, changes: Changes::default() });
            }
            Err(error) => {
                self.db.abandon_step();
                return Err(error);
            }
        };
        self.db.end_step(&row)?;
        let changes = self.follow(number, number);
        Ok(Landed { value, step: Some(Step::from(row)), changes })
    }

    /// Runs an operation once for each of `items`: each lands as a step of its own or not at all, and all of them
    /// are one transaction. While one runs, the study is as it was before the first.
    ///
    /// # Errors
    /// Where the transaction fails as a whole: then none of them has landed.
    pub(super) fn transact_each<I, T>(
        &mut self,
        op: Op,
        items: Vec<I>,
        mut work: impl FnMut(&mut Work<'_>, I) -> Result<T, Error>,
    ) -> Result<Vec<Result<Landed<T>, Error>>, Error> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        self.db.begin_batch()?;
        let mut worked = Vec::with_capacity(items.len());
        for item in items {
            match self.work_on_part(op, |within| work(within, item)) {
                Ok(one) => worked.push(one),
                Err(error) => {
                    self.db.abandon_step();
                    return Err(error);
                }
            }
        }
        self.db.end_batch()?;
        let mut numbers = worked.iter().flatten().filter_map(|(_, row)| Some(row.as_ref()?.number));
        let changes = match (numbers.next(), numbers.last()) {
            (None, _) => Changes::default(),
            (Some(first), last) => self.follow(first, last.unwrap_or(first)),
        };
        let landed = |(value, row): (T, Option<StepRow>)| {
            let changes = if row.is_some() { changes } else { Changes::default() };
            Landed { value, step: row.map(Step::from), changes }
        };
        Ok(worked.into_iter().map(|one| one.map(landed)).collect())
    }

    /// Runs an operation once for each of what `items` finds in the file: each lands as a step of its own, and all of
    /// them are one transaction that lands whole or not at all. While one runs, the study is as it was before the first.
    pub(super) fn transact_all<I, T>(
        &mut self,
        op: Op,
        items: impl FnOnce(&Database) -> Result<Vec<I>, Error>,
        work: impl FnMut(&mut Work<'_>, I) -> Result<T, Error>,
    ) -> Result<Vec<Landed<T>>, Error> {
        self.db.begin_batch()?;
        let worked = match self.work_on_all(op, items, work) {
            Ok(worked) => worked,
            Err(error) => {
                self.db.abandon_step();
                return Err(error);
            }
        };
        self.db.end_batch()?;
        let mut numbers = worked.iter().filter_map(|(_, row)| Some(row.as_ref()?.number));
        let changes = match (numbers.next(), numbers.next_back()) {
            (None, _) => Changes::default(),
            (Some(first), last) => self.follow(first, last.unwrap_or(first)),
        };
        let landed = |(value, row): (T, Option<StepRow>)| Landed { value, step: row.map(Step::from), changes };
        Ok(worked.into_iter().map(landed).collect())
    }

    fn work_on_all<I, T>(
        &mut self,
        op: Op,
        items: impl FnOnce(&Database) -> Result<Vec<I>, Error>,
        mut work: impl FnMut(&mut Work<'_>, I) -> Result<T, Error>,
    ) -> Result<Vec<(T, Option<StepRow>)>, Error> {
        self.catch_up()?;
        let items = items(&self.db)?;
        let mut worked = Vec::with_capacity(items.len());
        for item in items {
            worked.push(self.work_on_part(op, |within| work(within, item))??);
        }
        Ok(worked)
    }

    /// One step of a batch. The inner error is the step's own, and the steps before it are still there; the outer
    /// one is the batch's.
    fn work_on_part<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Error>,
    ) -> Result<Result<(T, Option<StepRow>), Error>, Error> {
        let number = self.db.begin_part()?;
        match self.work_on(op, number, work) {
            Ok((value, Some(row))) => {
                self.db.end_part(&row)?;
                Ok(Ok((value, Some(row))))
            }
            Ok((value, None)) => {
                self.db.abandon_part()?;
                Ok(Ok((value, None)))
            }
            Err(error) => {
                if self.db.abandon_part()? {
                    Ok(Err(error))
                } else {
                    Err(error)
                }
            }
        }
    }

    /// The operation itself and the step it becomes; no step where nothing has changed.
    fn work_on<T>(
        &mut self,
        op: Op,
        number: i64,
        operation: impl FnOnce(&mut Work<'_>) -> Result<T, Error>,
    ) -> Result<(T, Option<StepRow>), Error> {
        self.catch_up()?;
        let mut work = Work {
            db: &self.db,
            study: &self.study,
            texts: &mut self.texts,
            now: clock::now(),
            who: &self.who,
            sentence: None,
            undoes: None,
        };
        let value = operation(&mut work)?;
        if work.db.is_step_empty(number)? {
            return Ok((value, None));
        }
        let row = StepRow {
            number,
            id: StepId::from_uuid(clock::new_id()),
            operation: op.key().to_owned(),
            sentence: work.sentence.unwrap_or_else(|| Message::new("step-unreadable").with("operation", op.key())),
            coder: self.who.coder.clone(),
            device: self.who.device.clone(),
            at: work.now,
            undoes: work.undoes,
            is_undone: false,
            is_barrier: matches!(op, Op::Create | Op::Purge),
        };
        Ok((value, Some(row)))
    }

    /// Takes steps that have landed together into the resident study. Where that fails the steps have landed all the
    /// same: what memory holds is only older than the file, is read anew next time, and a notice says so.
    fn follow(&mut self, first: i64, last: i64) -> Changes {
        match self.read_back(first, last) {
            Ok(_) if std::mem::take(&mut self.is_news_pending) => Changes::ALL,
            Ok(changes) => changes,
            Err(error) => {
                log::warn!("steps {first} to {last} have landed and are not read back: {}", error.mark());
                self.is_stale = true;
                self.notices.push(Message::new("notice-not-read-back"));
                Changes::ALL
            }
        }
    }

    fn read_back(&mut self, first: i64, last: i64) -> Result<Changes, Error> {
        let touched = self.db.touched(first, last)?;
        let changes = projection::changes(&touched);
        match projection::patch(&self.db, &mut self.study, &touched)? {
            Patch::Done => self.find_next_steps()?,
            Patch::Impossible => self.reload()?,
        }
        Ok(changes)
    }

    /// Reads everything anew.
    pub(super) fn reload(&mut self) -> Result<(), Error> {
        self.study = projection::load(&self.db)?.into();
        self.find_next_steps()?;
        self.is_stale = false;
        Ok(())
    }

    pub(super) fn find_next_steps(&mut self) -> Result<(), Error> {
        self.undoable = self.db.undoable()?.map(Step::from);
        self.redoable = match self.db.redoable()? {
            None => None,
            Some(undoing) => match undoing.undoes {
                None => None,
                Some(undone) => self.db.step(undone)?.map(Step::from),
            },
        };
        Ok(())
    }
}
