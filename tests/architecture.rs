//! Holds the walls between the rooms of `src/` (the table in `src/lib.rs`): who may use whom, no SQL
//! outside `store`, no window outside `app`, no file too long to read.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, the rooms it may use, the crates it must not touch.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("domain", &[], &["rusqlite", "egui", "eframe", "rfd", "std::fs", "std::time", "rand", "jiff"]),
    ("store", &["domain"], &["egui", "eframe", "rfd"]),
    ("import", &["domain", "task"], &["rusqlite", "egui", "eframe", "rfd"]),
    ("analysis", &["domain"], &["rusqlite", "egui", "eframe", "rfd", "std::fs"]),
    ("export", &["domain", "analysis", "i18n"], &["rusqlite", "egui", "eframe", "rfd"]),
    ("project", &["domain", "store", "import", "analysis", "task", "i18n"], &["rusqlite", "egui", "eframe", "rfd"]),
    ("i18n", &["domain"], &["rusqlite", "egui", "eframe", "rfd", "std::fs"]),
    ("task", &["domain"], &["rusqlite", "egui", "eframe", "rfd"]),
    ("app", &["domain", "import", "project", "analysis", "export", "i18n", "task"], &["rusqlite"]),
    ("cli", &["domain", "import", "project", "analysis", "export", "i18n", "task"], &["rusqlite", "egui", "eframe"]),
];
const SQL: &[&str] = &["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA ", ".sql\""];
const LONGEST: usize = 600;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_room_keeps_to_its_walls() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (room, may_use, never) in ROOMS {
        let mut found = Vec::new();
        files(&src.join(room), &mut found);
        assert!(!found.is_empty(), "room {room} is empty");
        for path in found {
            seen += 1;
            let name = path.strip_prefix(&src).expect("inside src").display().to_string();
            let text = fs::read_to_string(&path).expect("a readable file");
            if !text.starts_with("//!") {
                wrong.push(format!("{name} does not open with the reason it exists"));
            }
            if text.lines().count() > LONGEST {
                wrong.push(format!("{name} is longer than {LONGEST} lines"));
            }
            // What only tests use may look around freely.
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            for (number, line) in text.lines().enumerate() {
                let line = line.split("//").next().unwrap_or_default();
                let mut say = |what: String| wrong.push(format!("{name}:{}: {what}", number + 1));
                for (other, _, _) in ROOMS {
                    if other != room && !may_use.contains(other) && line.contains(&format!("crate::{other}")) {
                        say(format!("{room} must not use {other}"));
                    }
                }
                for outside in *never {
                    let used = line.contains(&format!("{outside}::")) || line.contains(&format!("use {outside};"));
                    if used {
                        say(format!("{room} must not use {outside}"));
                    }
                }
                if *room != "store" && SQL.iter().any(|word| line.contains(word)) {
                    say("SQL stands outside store".to_owned());
                }
                if *room != "app" && line.contains("egui") {
                    say("egui stands outside app".to_owned());
                }
            }
        }
    }
    assert!(seen > ROOMS.len(), "only {seen} files were looked at");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
