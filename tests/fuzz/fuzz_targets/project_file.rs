//! Any bytes as a project file: opened for reading, checked, or refused.
#![no_main]

use emaslim_fuzz::project::{Access, Project, Who};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| {
    let path = FOLDER.path().join("p.emaslim");
    std::fs::write(&path, bytes).expect("written");
    let who = Who { coder: "A".to_owned(), device: "B".to_owned() };
    if let Ok(mut project) = Project::open(&path, Access::ReadOnly, who) {
        let study = project.study();
        for source in &study.sources {
            let _ = project.text(source.id);
        }
        let _ = project.check();
        let _ = project.close();
    }
});
