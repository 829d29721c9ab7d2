//! Any bytes as a damaged project file: what is left of it is saved into a project without a fault, or nothing is
//! left behind.
#![no_main]

use emaslim_fuzz::domain::Language;
use emaslim_fuzz::project::{Access, Project, Who, rescue};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| {
    let (damaged, new) = (FOLDER.path().join("p.emaslim"), FOLDER.path().join("new.emaslim"));
    std::fs::write(&damaged, bytes).expect("written");
    let who = Who { coder: "A".to_owned(), device: "B".to_owned() };
    match rescue(&damaged, &new, Language::English, &who) {
        Ok(_) => {
            let mut project = Project::open(&new, Access::ReadWrite, who).expect("a project");
            let faults = project.check().expect("checked").problems;
            assert!(faults.is_empty(), "{faults:?}");
            project.close().expect("closed");
            std::fs::remove_file(&new).expect("removed");
        }
        Err(_) => assert!(!new.exists()),
    }
    assert_eq!(std::fs::read(&damaged).expect("there"), bytes);
});
