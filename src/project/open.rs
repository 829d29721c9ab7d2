//! Opening, closing, and keeping up with other processes.

use super::backup::{self, Why};
use super::{Access, Changes, Error, Project, Who, data_folder, projection, texts::Texts};
use crate::analysis::{Judged, Study, StudyRows};
use crate::domain::{Message, ProjectInfo, Say};
use crate::store::{self, Database, Notice, Opening, Visit};
use crate::task::Watch;
use std::path::Path;
use std::sync::Arc;

impl Project {
    /// Opens a project file.
    ///
    /// # Errors
    /// There is no such file, it is no project, it is damaged or of a newer version, or it cannot be read.
    pub fn open(path: &Path, access: Access, who: Who) -> Result<Self, Error> {
        let mut access = access;
        let (mut saved, mut why_not) = (None, None);
        // Before the file is brought to a newer form, it is kept as it is; where that cannot be, it stays so.
        if access != Access::ReadOnly && store::is_older(path).unwrap_or(false) {
            match backup::back_up(path, Why::Migration, &Watch::new()) {
                Ok(kept) => saved = Some(kept.backup().path.display().to_string()),
                Err(error) => {
                    log::warn!("no backup before a migration: {}", error.mark());
                    access = Access::ReadOnly;
                    why_not = Some(error.message());
                }
            }
        }
        let own_folder = data_folder();
        let opening = Opening {
            is_reading_only: access == Access::ReadOnly,
            is_taking_over: access == Access::TakeOver,
            own_folder: own_folder.as_deref(),
            ..who.opening()
        };
        // What cannot be read whole is not written to either, not even who opens it.
        let seen = if access == Access::ReadOnly { None } else { Self::look_ahead(path, &opening, &who)? };
        let (db, notices) = Database::open(path, &opening)?;
        let elsewhere = notices.iter().find_map(|notice| match notice {
            Notice::OpenElsewhere(visit) => Some(visit.clone()),
            _ => None,
        });
        let mut notices: Vec<Message> = notices.iter().map(|notice| say(notice, saved.as_deref())).collect();
        notices.extend(why_not.map(|why| Message::new("notice-not-migrated").with("why", why)));
        let mut project = Self::around(db, who, notices, seen).map_err(|error| error.of(path))?;
        project.elsewhere = elsewhere.filter(|_| project.is_read_only());
        project.finish_purge();
        Ok(project)
    }

    /// What a file holds that is about to be opened for writing; nothing where only writing can tell.
    fn look_ahead(path: &Path, opening: &Opening<'_>, who: &Who) -> Result<Option<Arc<Study>>, Error> {
        let looking = Opening { is_reading_only: true, is_taking_over: false, ..*opening };
        let looked = Database::open(path, &looking).map_err(Error::from).and_then(|(db, _)| {
            let project = Self::around(db, who.clone(), Vec::new(), None)?;
            let study = Arc::clone(&project.study);
            project.close()?;
            Ok(study)
        });
        match looked.map_err(|error| error.of(path)) {
            Ok(study) => Ok(Some(study)),
            Err(error) if error.damaged_file().is_some() => Err(error),
            Err(error) => {
                log::info!("not looked at before opening: {}", error.mark());
                Ok(None)
            }
        }
    }

    /// A project around its file; `seen` is what the file held a moment ago.
    fn around(db: Database, who: Who, notices: Vec<Message>, seen: Option<Arc<Study>>) -> Result<Self, Error> {
        let revision = db.project()?.revision;
        let study = match seen.filter(|seen| seen.project.revision == revision) {
            Some(seen) => seen,
            None => Arc::new(projection::load(&db)?),
        };
        let mut project = Self::holding(db, who, notices, study);
        project.find_next_steps()?;
        Ok(project)
    }

    /// A project that is being made, without a row in its file.
    pub(super) fn empty(db: Database, who: Who, info: ProjectInfo) -> Self {
        let study = Study::new(StudyRows {
            labels: Vec::new(),
            project: info,
            groups: Vec::new(),
            informants: Vec::new(),
            sources: Vec::new(),
            turns: Vec::new(),
            codes: Vec::new(),
            confusing_pairs: Vec::new(),
            coders: Vec::new(),
            segments: Vec::new(),
            codings: Vec::new(),
            memos: Vec::new(),
            attributes: Vec::new(),
            attribute_values: Vec::new(),
            progress: Vec::new(),
            codebooks: Vec::new(),
            judged: Judged::default(),
        });
        Self::holding(db, who, Vec::new(), Arc::new(study))
    }

    fn holding(db: Database, who: Who, notices: Vec<Message>, study: Arc<Study>) -> Self {
        Self {
            db,
            who,
            notices,
            elsewhere: None,
            study,
            texts: Texts::default(),
            undoable: None,
            redoable: None,
            is_news_pending: false,
            is_stale: false,
        }
    }

    /// Checkpoints and closes, so that exactly one file lies there.
    ///
    /// # Errors
    /// The last changes could not be folded into the file; they lie in the log beside it.
    pub fn close(mut self) -> Result<(), Error> {
        // A backup may have been under way when words were removed for good.
        self.finish_purge();
        Ok(self.db.close()?)
    }

    /// Whether another file, or none, lies where this one was opened. Who writes hears of it as an error; who only
    /// reads may open the new one.
    pub fn is_moved(&self) -> bool {
        self.db.is_moved()
    }

    /// Looks whether another process has changed the file, and reads it anew if so.
    ///
    /// # Errors
    /// The file cannot be read, or another program has deleted or replaced it; what memory holds stays as it was.
    pub fn refresh(&mut self) -> Result<Option<Changes>, Error> {
        self.db.look_in_place()?;
        self.catch_up()?;
        Ok(std::mem::take(&mut self.is_news_pending).then_some(Changes::ALL))
    }

    /// Reads anew what another process has changed; the news is kept for whoever asks next.
    pub(super) fn catch_up(&mut self) -> Result<(), Error> {
        let is_changed = self.db.is_changed_by_others()?;
        self.is_news_pending |= is_changed;
        if is_changed || self.is_stale {
            // Stays stale where reading fails.
            self.is_stale = true;
            self.reload()?;
        }
        Ok(())
    }

    /// Folds the log into the file; called after 2 s without writes. Whether all of it went: somebody who is reading
    /// is not waited for.
    ///
    /// # Errors
    /// The log could not be folded in; it stays beside the file.
    pub fn checkpoint(&mut self) -> Result<bool, Error> {
        Ok(self.db.checkpoint()?)
    }
}

/// A notice in words; `saved` is where the file was kept before it was migrated.
fn say(notice: &Notice, saved: Option<&str>) -> Message {
    let of_visit = |key: &str, visit: &Visit| {
        Message::new(key)
            .with("coder", visit.coder.as_str())
            .with("device", visit.device.as_str())
            .with("at", visit.opened)
    };
    match notice {
        Notice::LogFoldedIn => Message::new("notice-log-folded-in"),
        Notice::LogLost(visit) => of_visit("notice-log-lost", visit),
        Notice::OpenHere(visit) => of_visit("notice-open-here", visit),
        Notice::OpenElsewhere(visit) => of_visit("notice-open-elsewhere", visit),
        Notice::LogSetAside(aside) => Message::new("notice-log-set-aside").with("path", aside.display().to_string()),
        Notice::NoRoom => Message::new("notice-no-room"),
        Notice::NotWritable => Message::new("notice-not-writable"),
        Notice::Migrated => Message::new("notice-migrated").with("path", saved.unwrap_or_default()),
    }
}
