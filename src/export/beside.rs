//! Never half a file: what is exported is written beside its target, brought to the disk and renamed. Until
//! then, and whenever something fails, the target is what it was.

use super::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Cursor, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How begins the name of a file that is being written.
const PREFIX: &str = ".emaslim-";
/// How it ends.
const SUFFIX: &str = ".tmp";
/// No export lasts that long, on whatever drive.
const OLD: Duration = Duration::from_secs(60 * 60);

/// Where a file is written into.
pub trait Sink: Write + Seek + Send {}
impl<T: Write + Seek + Send> Sink for T {}

/// Lets `write` write a file and puts it at `path` when all of it is on the disk. A file that is there is
/// replaced and keeps its permissions; a link is followed. A device (`/dev/stdout`) is written to directly.
///
/// # Errors
/// What `write` returns; or the folder is missing or cannot be written to, or the disk is full. Nothing has
/// changed at `path` then, and nothing is left beside it.
pub fn write_beside(path: &Path, write: impl FnOnce(&mut dyn Sink) -> Result<(), Error>) -> Result<(), Error> {
    let shown = path.to_owned();
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(Error::IsFolder(shown));
    }
    if is_of_a_project(path) {
        return Err(Error::IsProject(shown));
    }
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return write_through(path, write).map_err(|error| error.placed(shown));
    }
    let target = match &there {
        Some(_) => fs::canonicalize(path).map_err(|error| Error::at(shown.clone(), error))?,
        None => path.to_owned(),
    };
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(Error::NoFolder(folder));
    }
    sweep(&folder);
    // Made by hand: the file shall have the permissions of any new file, not those of a secret.
    let beside = tempfile::Builder::new()
        .prefix(PREFIX)
        .suffix(SUFFIX)
        .make_in(&folder, |beside| File::options().read(true).write(true).create_new(true).open(beside))
        .map_err(|error| Error::at(shown.clone(), error))?;
    let (file, beside) = beside.into_parts();
    let mut out = BufWriter::new(file);
    write(&mut out).map_err(|error| error.placed(shown.clone()))?;
    finish(out, there).map_err(|error| Error::at(shown.clone(), error))?;
    beside.persist(&target).map_err(|error| Error::at(shown, error.error))?;
    // The name itself reaches the disk with its folder; where folders cannot be opened it does so later.
    if let Ok(folder) = File::open(&folder) {
        folder.sync_all().unwrap_or_else(|error| log::debug!("folder not synced: {}", error.kind()));
    }
    Ok(())
}

/// Removes what exports that were killed have left in a folder. What cannot be removed is in nobody's way.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let changed = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|facts| facts.modified().ok());
        let is_old = changed.is_some_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > OLD));
        if is_ours
            && is_old
            && let Err(error) = fs::remove_file(entry.path())
        {
            log::warn!("a left-over file stays: {}", error.kind());
        }
    }
}

/// Whether a project, or the log beside one, is or would be at `path`: a researcher's work is not replaced
/// by a table, whichever project it is.
fn is_of_a_project(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_named = [".emaslim", ".emaslim-wal", ".emaslim-shm", ".emaslim-journal"];
    let mut start = [0_u8; 16];
    is_named.iter().any(|end| name.ends_with(end))
        || (path.is_file()
            && File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok()
            && start == *b"SQLite format 3\0")
}

fn finish(out: BufWriter<File>, there: Option<fs::Metadata>) -> io::Result<()> {
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(there) = there {
        file.set_permissions(there.permissions())?;
    }
    file.sync_all()
}

/// Into something that cannot be renamed onto: all at once, since it may not be able to go back.
fn write_through(path: &Path, write: impl FnOnce(&mut dyn Sink) -> Result<(), Error>) -> Result<(), Error> {
    let mut all = Cursor::new(Vec::new());
    write(&mut all)?;
    let mut file = File::options().write(true).open(path)?;
    file.write_all(all.get_ref())?;
    Ok(file.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_whole_file_or_the_old_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("kutipan – 🙏.csv");
        write_beside(&path, |out| Ok(out.write_all(b"satu")?)).expect("written");
        assert_eq!(fs::read(&path).expect("there"), b"satu");
        let failed = write_beside(&path, |out| {
            out.write_all(b"setengah")?;
            Err(io::Error::from(io::ErrorKind::StorageFull).into())
        });
        assert!(matches!(failed, Err(Error::Full(..))), "{failed:?}");
        assert_eq!(fs::read(&path).expect("there"), b"satu");
        write_beside(&path, |out| Ok(out.write_all(b"dua")?)).expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"dua");
        assert_eq!(names(folder.path()), ["kutipan – 🙏.csv"]);
    }

    #[test]
    fn what_a_killed_export_left_goes_when_it_is_old() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [".emaslim-alt.tmp", ".emaslim-neu.tmp", "daten.tmp"] {
            let file = File::create(folder.path().join(name)).expect("a file");
            if name != ".emaslim-neu.tmp" {
                file.set_modified(SystemTime::now() - 2 * OLD).expect("an old file");
            }
        }
        write_beside(&folder.path().join("a.csv"), |out| Ok(out.write_all(b"satu")?)).expect("written");
        assert_eq!(names(folder.path()), [".emaslim-neu.tmp", "a.csv", "daten.tmp"]);
    }

    #[test]
    fn no_project_is_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let other = folder.path().join("lain.db");
        fs::write(&other, b"SQLite format 3\0and more").expect("written");
        for name in ["lain.db", "p.emaslim", "P.EMASLIM", "p.emaslim-wal", "p.emaslim-shm"] {
            let refused = write_beside(&folder.path().join(name), |out| Ok(out.write_all(b"x")?));
            assert!(matches!(refused, Err(Error::IsProject(_))), "{name}: {refused:?}");
        }
        assert_eq!(names(folder.path()), ["lain.db"]);
        assert!(fs::read(&other).expect("there").starts_with(b"SQLite"));
    }

    #[test]
    fn a_place_that_cannot_be_written_to_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("tidak ada").join("a.csv");
        let refused = write_beside(&missing, |out| Ok(out.write_all(b"x")?));
        assert!(matches!(&refused, Err(Error::NoFolder(path)) if path.ends_with("tidak ada")), "{refused:?}");
        let refused = write_beside(folder.path(), |out| Ok(out.write_all(b"x")?));
        assert!(matches!(refused, Err(Error::IsFolder(_))), "{refused:?}");
        assert!(names(folder.path()).is_empty());
    }
}
