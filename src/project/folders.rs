//! Where this machine keeps what belongs to the program and not to one project file: backups, the log, what was
//! being typed. Never in the folder of the project, which may be one that a cloud service copies.

use std::path::PathBuf;

/// The folder, as `EMASLIM_DATA` says or else where the system keeps such things; nothing where it names no place.
/// It may not be there yet.
pub fn data_folder() -> Option<PathBuf> {
    #[cfg(test)]
    {
        Some(of_tests().to_owned())
    }
    #[cfg(not(test))]
    {
        match std::env::var_os("EMASLIM_DATA").filter(|folder| !folder.is_empty()) {
            Some(folder) => Some(folder.into()),
            None => directories::ProjectDirs::from("", "", "Emaslim").map(|dirs| dirs.data_local_dir().to_owned()),
        }
    }
}

/// Tests leave nothing in the user's folder.
#[cfg(test)]
fn of_tests() -> &'static std::path::Path {
    use std::sync::LazyLock;
    static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));
    FOLDER.path()
}
