//! Going back to a backup. Nothing is destroyed: what lies there now, even damaged, is put aside first.

use super::super::{Error, Who, clock, data_folder};
use super::{Backup, Why, behind_link, folder_of, list_in, mark_of, pace, readable, remember_place};
use crate::domain::{Message, Say, Timestamp};
use crate::store::{self, Copy, Database, Making};
use crate::task::Watch;
use std::fs;
use std::path::{Path, PathBuf};

/// What came of restoring.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restored {
    /// When the state that lies there now was saved; of the last step in it.
    pub state_of: Option<Timestamp>,
    /// Where the file that lay there before was put; nothing where none lay there.
    pub put_aside: Option<PathBuf>,
}

/// Puts a backup into the place of the project file at `path`, which may be damaged or gone, as a step of the
/// history that undo does not pass.
///
/// # Errors
/// Somebody has the project open, the backup is of another project or not sound, or what lies there cannot be put
/// aside or replaced. What lies there is unchanged then.
pub fn restore(path: &Path, backup: &Path, who: &Who, watch: &Watch) -> Result<Restored, Error> {
    let held = Database::inspect(backup)?.mark()?;
    let is_missing = !path.exists();
    if !is_missing {
        refuse_visitors(path, &who.device)?;
        if let Ok(present) = Database::inspect(path).and_then(|database| database.mark())
            && present.project != held.project
        {
            return Err(Error::OtherProject { title: held.title });
        }
    }
    let at = held.last.map(|(_, at)| at);
    let opening = who.opening();
    let sentence = Message::new("step-restore").with("from", at.unwrap_or(Timestamp::from_millis(0)));
    let making = Making { is_compact: false, barrier: Some((&opening, "restore", &sentence)), pace: pace(watch) };
    let place = behind_link(path);
    let copy = readable(backup, store::folder_of(&place), &making)?;
    let folder = folder_of(held.project)?;
    let last = || mark_of(path).and_then(|mark| mark.last);
    let before = last();
    let put_aside = if is_missing { None } else { Some(put_aside(path, &folder, watch)?) };
    if !is_missing {
        // Whoever has come and gone while it was copied must not lose a step.
        refuse_visitors(path, &who.device)?;
        if last() != before {
            return Err(Error::InUse { coder: String::new(), device: String::new(), since: None });
        }
    }
    copy.replace(&place)?;
    remember_place(&folder, path);
    Ok(Restored { state_of: at, put_aside })
}

/// That nobody else has the project open. A file too damaged to say is nobody's.
pub(super) fn refuse_visitors(path: &Path, device: &str) -> Result<(), Error> {
    store::set_foreign_log_aside(path, data_folder().as_deref())?;
    match store::visitor_at(path, device) {
        Ok(Some(visitor)) => Err(Error::InUse { coder: visitor.coder, device: visitor.device, since: visitor.since }),
        Ok(None) => Ok(()),
        Err(error @ (store::Error::Busy | store::Error::Folder(_) | store::Error::Newer { .. })) => Err(error.into()),
        Err(error) => {
            log::info!("who has the project open: {}", error.mark());
            Ok(())
        }
    }
}

/// Keeps the file that goes: as a backup where it is sound, byte for byte where it is not.
fn put_aside(path: &Path, folder: &Path, watch: &Watch) -> Result<PathBuf, Error> {
    let refused = |error: std::io::Error| Error::BackupFolder { folder: folder.to_owned(), detail: error.to_string() };
    fs::create_dir_all(folder).map_err(refused)?;
    let aside = folder.join(Why::Restore.file_name(clock::now()));
    match Copy::of(path, folder, &Making { is_compact: false, barrier: None, pace: pace(watch) }) {
        Ok(copy) => copy.land(&aside)?,
        Err(error @ (store::Error::Stopped | store::Error::DiskFull | store::Error::FolderDenied(_))) => {
            return Err(error.into());
        }
        Err(error) => {
            log::warn!("put aside byte for byte: {}", error.mark());
            store::put_aside_raw(path, &aside)?;
        }
    }
    for old in super::kept::surplus(&list_in(folder)) {
        let Backup { path, why: Why::Restore, .. } = old else { continue };
        if let Err(error) = fs::remove_file(path) {
            log::warn!("letting a backup go: {}", error.kind());
        }
    }
    Ok(aside)
}
