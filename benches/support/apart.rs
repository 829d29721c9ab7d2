//! Runs a bench with a data folder of its own, so that no backup of a measurement lies among the user's.

use tempfile::TempDir;

/// Backups lie in the user's data folder; those of a measurement lie in one that goes away, which only a process
/// started with it knows.
pub fn run() {
    if std::env::var_os("EMASLIM_DATA").is_some() {
        return divan::main();
    }
    let data = TempDir::new().expect("a folder");
    let mut words = std::env::args_os();
    let mut again = std::process::Command::new(words.next().expect("the name of this program"));
    let ended = again.args(words).env("EMASLIM_DATA", data.path()).status().expect("started again");
    assert!(ended.success(), "{ended}");
}
