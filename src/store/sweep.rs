//! What a creation that was killed leaves beside its place: a draft that never took its name, and its logs.

use std::path::Path;
use std::time::{Duration, SystemTime};

/// How begins the name of a draft.
pub(super) const PREFIX: &str = ".emaslim-";
/// How it ends.
pub(super) const SUFFIX: &str = ".new";
/// No creation lasts that long, on whatever drive.
const OLD: Duration = Duration::from_secs(60 * 60);

/// Removes old drafts from a folder. What cannot be removed stays; it is in nobody's way.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        let is_draft = ["", "-journal", "-wal", "-shm"]
            .iter()
            .any(|of| rest.strip_suffix(of).is_some_and(|rest| rest.ends_with(SUFFIX)));
        let changed = entry.metadata().ok().filter(std::fs::Metadata::is_file).and_then(|facts| facts.modified().ok());
        let is_old = changed.is_some_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > OLD));
        if is_draft && is_old {
            match std::fs::remove_file(entry.path()) {
                Ok(()) => log::info!("removed a left-over draft"),
                Err(error) => log::warn!("a left-over draft stays: {}", error.kind()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    #[test]
    fn old_drafts_go_and_everything_else_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let long_ago = SystemTime::now() - 2 * OLD;
        let names =
            [".emaslim-a.new", ".emaslim-a.new-journal", ".emaslim-b.new", ".emaslim-c.tmp", "x.new", "p.emaslim"];
        for name in names {
            let file = File::create(folder.path().join(name)).expect("a file");
            if name != ".emaslim-b.new" {
                file.set_modified(long_ago).expect("an old file");
            }
        }
        sweep(folder.path());
        let mut left: Vec<String> = std::fs::read_dir(folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(left, [".emaslim-b.new", ".emaslim-c.tmp", "p.emaslim", "x.new"]);
    }
}
