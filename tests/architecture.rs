//! Holds the walls between the rooms of `src/` (the table in `src/lib.rs`): who may use whom, no SQL
//! outside `store`, no window outside `app`, no file too long to read, one word a thing.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, the rooms it may use, the crates it must not touch.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("domain", &[], &["rusqlite", "egui", "eframe", "rfd", "std::fs", "std::env", "std::time", "rand", "jiff"]),
    ("store", &["domain"], &["egui", "eframe", "rfd"]),
    ("import", &["domain", "task"], &["rusqlite", "egui", "eframe", "rfd", "std::env", "jiff"]),
    ("analysis", &["domain"], &["rusqlite", "egui", "eframe", "rfd", "std::fs", "std::env", "std::time"]),
    ("export", &["domain", "analysis", "i18n"], &["rusqlite", "egui", "eframe", "rfd", "std::env"]),
    ("project", &["domain", "store", "import", "analysis", "task", "i18n"], &["rusqlite", "egui", "eframe", "rfd"]),
    ("i18n", &["domain"], &["rusqlite", "egui", "eframe", "rfd", "std::fs"]),
    ("task", &["domain"], &["rusqlite", "egui", "eframe", "rfd", "std::fs"]),
    ("trace", &[], &["rusqlite", "egui", "eframe", "rfd"]),
    ("app", &["domain", "import", "project", "analysis", "export", "i18n", "task", "trace"], &["rusqlite"]),
    (
        "cli",
        &["domain", "import", "project", "analysis", "export", "i18n", "task", "trace"],
        &["rusqlite", "egui", "eframe"],
    ),
];
const SQL: &[&str] = &["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ", ".sql\""];
const LONGEST: usize = 600;
/// Words that name nothing here; each thing has one name, and these are other people's or nobody's.
const NO_NAMES: &[&str] = &["Tag", "Highlight", "Node", "Item", "Manager", "Helper", "Util"];

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

/// What is wrong with one line of a room; `depth` modules lie between it and the room.
fn faults(room: &str, may_use: &[&str], never: &[&str], depth: usize, line: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut say = |is_wrong: bool, what: String| faults.extend(is_wrong.then_some(what));
    for (other, _, _) in ROOMS.iter().filter(|(other, _, _)| *other != room && !may_use.contains(other)) {
        say(line.contains(&format!("crate::{other}")), format!("{room} must not use {other}"));
    }
    for outside in never {
        let is_used = line.contains(&format!("{outside}::")) || line.contains(&format!("use {outside};"));
        say(is_used, format!("{room} must not use {outside}"));
    }
    say(line.contains("crate::{"), "several rooms in one `use` hide from this test".to_owned());
    say(line.contains(&"super::".repeat(depth + 1)), "`super` leads out of the room".to_owned());
    say(room != "store" && SQL.iter().any(|word| line.contains(word)), "SQL stands outside store".to_owned());
    say(room != "app" && line.contains("egui"), "egui stands outside app".to_owned());
    let name = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| line.split_once(kind));
    let name = name.map_or("", |(_, rest)| rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or(""));
    say(NO_NAMES.iter().any(|word| name.contains(word)), format!("{name} is no name of this house"));
    faults
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
            let inside = path.strip_prefix(&src).expect("inside src");
            let name = inside.display().to_string();
            let text = fs::read_to_string(&path).expect("a readable file");
            if !text.starts_with("//!") {
                wrong.push(format!("{name} does not open with the reason it exists"));
            }
            if text.lines().count() > LONGEST {
                wrong.push(format!("{name} is longer than {LONGEST} lines"));
            }
            let depth = inside.components().count() - if name.ends_with("mod.rs") { 2 } else { 1 };
            // Tests at the foot of a file may look around freely.
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for (number, line) in text.lines().enumerate() {
                let line = line.split("//").next().unwrap_or_default();
                let faults = faults(room, may_use, never, depth, line);
                wrong.extend(faults.into_iter().map(|what| format!("{name}:{}: {what}", number + 1)));
            }
        }
    }
    assert!(seen > ROOMS.len(), "only {seen} files were looked at");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The fuzz targets are compiled by no command that runs every day, so what would break them is held here.
#[test]
fn the_fuzz_targets_have_the_rooms_and_crates_that_the_program_has() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(top.join(path)).expect("a readable file");
    let rooms = read("tests/fuzz/src/lib.rs");
    let has = |room: &str| rooms.contains(&format!("#[path = \"../../../src/{room}/mod.rs\"]\npub mod {room};"));
    for (room, may_use, _) in ROOMS.iter().filter(|(room, _, _)| has(room)) {
        for other in *may_use {
            assert!(has(other), "{room} may use {other}, which tests/fuzz/src/lib.rs does not have");
        }
    }
    let (theirs, ours) = (read("tests/fuzz/Cargo.toml"), read("Cargo.toml"));
    let (_, shared) = theirs.split_once("# The same as the program's.\n").expect("the crates of both");
    let shared: Vec<&str> = shared.lines().take_while(|line| !line.is_empty()).collect();
    assert!(has("import") && has("project") && shared.len() > 10, "nothing was compared");
    for line in &shared {
        assert!(ours.lines().any(|other| other == *line), "tests/fuzz/Cargo.toml: not as in Cargo.toml: {line}");
    }
    let (_, all) = ours.split_once("[dependencies]\n").expect("the crates of the program");
    let all = all.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_once(" = "));
    let missing = all.filter(|(name, _)| !shared.iter().any(|line| line.starts_with(&format!("{name} = "))));
    let missing: Vec<String> = missing.map(|(name, _)| name.replace('-', "_")).collect();
    for (room, _, _) in ROOMS.iter().filter(|(room, _, _)| has(room)) {
        let mut found = Vec::new();
        files(&top.join("src").join(room), &mut found);
        // A module may be called as a crate is.
        let is_module = |name: &str| {
            found.iter().any(|path| path.ends_with(format!("{name}.rs")) || path.ends_with(format!("{name}/mod.rs")))
        };
        for path in &found {
            let text = fs::read_to_string(path).expect("a readable file");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for name in &missing {
                let is_used = text.contains(&format!("use {name}::")) && !is_module(name)
                    || text.contains(&format!(" ::{name}::"))
                    || !is_module(name)
                        && text
                            .split(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter))
                            .any(|word| word.starts_with(&format!("{name}::")));
                assert!(!is_used, "{} uses {name}, which tests/fuzz/Cargo.toml does not list", path.display());
            }
        }
    }
}
