//! Backups of a real project: made while others write, verified, gone back to, copied, compacted.

use super::*;
use crate::domain::{CharRange, Language, Say};
use crate::import::{Encoding, ParsedSource};
use crate::project::{Access, CodebookChoice, ImportOptions, NewCoding, NewProject, Who};
use crate::store;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

fn who() -> Who {
    Who { coder: "Ana".to_owned(), device: "laptop".to_owned() }
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> (Self, Project) {
        let desk = Self { folder: TempDir::new().expect("a folder") };
        let new =
            NewProject { title: "Tesis".to_owned(), language: Language::Indonesian, codebook: CodebookChoice::Emaslim };
        let project = Project::create(&desk.path(), &new, who()).expect("a project");
        (desk, project)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("tesis.emaslim")
    }

    fn open(&self) -> Project {
        Project::open(&self.path(), Access::ReadWrite, who()).expect("opens")
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn import(project: &mut Project, name: &str, text: &str) {
    let parsed = ParsedSource {
        name: name.to_owned(),
        short: name.to_owned(),
        description: String::new(),
        file_name: format!("{name}.txt"),
        format: crate::import::Format::Text,
        encoding: Encoding::UTF_8,
        is_encoding_certain: true,
        original: text.as_bytes().to_vec(),
        text: text.to_owned(),
        technique: crate::domain::Technique::Interview,
        date: None,
        place: String::new(),
        setting: String::new(),
        header: Vec::new(),
        turns: Vec::new(),
        speakers: Vec::new(),
        memos: Vec::new(),
        anchors: Vec::new(),
        recorded: crate::import::Recorded::default(),
        questions: crate::import::QuestionList::default(),
        layout: crate::import::Layout::default(),
        warnings: Vec::new(),
    };
    project.import_source(parsed, &ImportOptions::default()).expect("an import");
}

fn code(project: &mut Project, start: u32) {
    let study = project.study();
    let (source, code) = (study.sources[0].id, study.codes[0].id);
    let range = CharRange::new(start, start + 3);
    let new = NewCoding { source, range, code, direction: None, coder: None, memo: None };
    project.code(&[new]).expect("a coding");
}

fn made(path: &Path, why: Why) -> Backup {
    match back_up(path, why, &Watch::new()).expect("a backup") {
        Kept::Made(backup) => backup,
        Kept::Already(backup) => panic!("nothing new beside {}", backup.name()),
    }
}

fn dump(path: &Path) -> String {
    store::dump(path).expect("a dump")
}

fn check(path: &Path) {
    let mut project = Project::open(path, Access::ReadOnly, who()).expect("opens");
    assert_eq!(project.check().expect("a check").problems, []);
}

#[test]
fn a_backup_of_an_open_project_is_one_whole_file_outside_its_folder() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", "Setiap guru saya supervisi dua kali.\n");
    code(&mut project, 0);
    let backup = made(&desk.path(), Why::Asked);
    assert!(!backup.path.starts_with(desk.folder.path()));
    assert_eq!(dump(&backup.path), dump(&desk.path()));
    check(&backup.path);
    let beside: Vec<String> = fs::read_dir(backup.path.parent().expect("a folder"))
        .expect("the folder of backups")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(beside.len(), 2, "the backup and where the project lay, no log, no temporary file: {beside:?}");
    assert_eq!(store::visitor_at(&backup.path, "").expect("asked"), None, "nobody has a backup open");
    // Nothing has changed since.
    let again = back_up(&desk.path(), Why::Hourly, &Watch::new()).expect("asked");
    assert_eq!(again, Kept::Already(backup));
    code(&mut project, 10);
    assert!(matches!(back_up(&desk.path(), Why::Hourly, &Watch::new()), Ok(Kept::Made(_))));
    assert_eq!(
        shelf(&desk.path()).expect("a list").backups.iter().map(|one| one.steps_since).collect::<Vec<_>>(),
        [Some(0), Some(1)]
    );
}

#[test]
fn a_backup_is_whole_while_another_connection_writes() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", &"Setiap guru saya supervisi dua kali dalam satu semester.\n".repeat(2_000));
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for start in 0..10_000 {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                code(&mut project, start * 5);
            }
        });
        for _ in 0..5 {
            let backup = made(&desk.path(), Why::Irreversible);
            check(&backup.path);
        }
        is_over.store(true, Ordering::Relaxed);
    });
}

#[test]
fn going_back_brings_the_backup_and_keeps_what_was_there() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", "Setiap guru saya supervisi dua kali.\n");
    code(&mut project, 0);
    let backup = made(&desk.path(), Why::Asked);
    let then = dump(&desk.path());
    code(&mut project, 10);
    import(&mut project, "W.G1", "Ya, dua kali.\n");
    let refused = restore(&desk.path(), &backup.path, &who(), &Watch::new()).expect_err("it is open");
    assert!(
        matches!(&refused, Error::InUse { coder, device, .. } if coder == "Ana" && device == "laptop"),
        "{refused}"
    );
    project.close().expect("closed");
    let now = dump(&desk.path());

    let difference = difference(&desk.path(), &backup.path).expect("compared");
    assert_eq!(difference.steps, Sides { only_present: 2, only_backup: 0, both: 3 });
    assert_eq!(difference.sources, Sides { only_present: 1, only_backup: 0, both: 1 });
    assert_eq!(difference.codings, Sides { only_present: 1, only_backup: 0, both: 1 });
    assert_eq!(difference.lost_sources, ["W.G1"]);
    assert_eq!(difference.lost_steps.len(), 2);

    let restored = restore(&desk.path(), &backup.path, &who(), &Watch::new()).expect("restored");
    assert_eq!(dump(&desk.path()), then);
    assert_eq!(dump(&restored.put_aside.clone().expect("kept")), now);
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    let mut project = desk.open();
    assert_eq!(project.check().expect("a check").problems, []);
    assert_eq!(project.history(1).expect("steps")[0].sentence.key, "step-restore");
    assert_eq!(project.undoable(), None, "undo does not pass it");
    project.close().expect("closed");
    // And back again.
    restore(&desk.path(), &restored.put_aside.expect("kept"), &who(), &Watch::new()).expect("restored");
    assert_eq!(dump(&desk.path()), now);
}

#[test]
fn a_missing_or_damaged_file_is_brought_back_and_the_damage_kept() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", "Setiap guru saya supervisi dua kali.\n");
    project.close().expect("closed");
    let backup = made(&desk.path(), Why::Session);
    let whole = dump(&desk.path());
    for damaged in [None, Some(b"not a database at all".to_vec()), Some(truncated(&desk.path()))] {
        match &damaged {
            None => fs::remove_file(desk.path()).expect("gone"),
            Some(bytes) => fs::write(desk.path(), bytes).expect("damaged"),
        }
        let latest = find(&desk.path(), "latest").expect("found by where the project lay");
        assert_eq!(latest, backup.path);
        assert!(!difference(&desk.path(), &latest).expect("compared").is_present_readable || damaged.is_some());
        let restored = restore(&desk.path(), &latest, &who(), &Watch::new()).expect("restored");
        assert_eq!(dump(&desk.path()), whole);
        match damaged {
            None => assert_eq!(restored.put_aside, None),
            Some(bytes) => {
                assert_eq!(fs::read(restored.put_aside.expect("kept")).expect("the damage"), bytes, "byte for byte");
            }
        }
        assert_eq!(desk.files(), ["tesis.emaslim"]);
    }
}

fn truncated(path: &Path) -> Vec<u8> {
    let mut bytes = fs::read(path).expect("the file");
    bytes.truncate(bytes.len() / 2);
    bytes
}

#[test]
fn a_backup_that_is_not_sound_is_none_and_pushes_no_other_out() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", "Setiap guru saya supervisi dua kali.\n");
    code(&mut project, 0);
    project.close().expect("closed");
    let good = made(&desk.path(), Why::Hourly);
    // The pages of the middle of the file, as a dying disk leaves them.
    let mut bytes = fs::read(desk.path()).expect("the file");
    let half = bytes.len() / 2;
    bytes[half..half + 8_192].fill(0xAA);
    fs::write(desk.path(), &bytes).expect("damaged");
    let refused = back_up(&desk.path(), Why::Asked, &Watch::new());
    assert!(refused.is_err() || matches!(refused, Ok(Kept::Already(_))), "{refused:?}");
    let refused = back_up(&desk.path(), Why::Irreversible, &Watch::new()).expect_err("not sound");
    assert!(matches!(refused, Error::Store(store::Error::Unsound { .. } | store::Error::Damaged(_))), "{refused:?}");
    assert_eq!(list(&desk.path()).expect("a list"), [good]);
}

#[test]
fn no_backup_means_no_migration() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("lama.emaslim");
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/schema/v1.emaslim");
    fs::copy(fixture, &path).expect("a copy");
    let bytes = fs::read(&path).expect("the file");
    // A file stands where the folder of backups would be.
    let kept = folder_of(mark(&path).expect("a mark").project).expect("a folder");
    fs::create_dir_all(kept.parent().expect("a parent")).expect("a folder");
    // Another test may have been here: it is the same fixture.
    fs::remove_dir_all(&kept).ok();
    fs::write(&kept, b"in the way").expect("a file");
    let project = Project::open(&path, Access::ReadWrite, who()).expect("opens for reading");
    assert!(project.is_read_only());
    assert_eq!(project.notices().last().expect("said").key, "notice-not-migrated");
    assert!(!project.study().sources.is_empty(), "read as it would be");
    project.close().expect("closed");
    assert_eq!(fs::read(&path).expect("the file"), bytes, "untouched");

    fs::remove_file(&kept).expect("out of the way");
    let mut project = Project::open(&path, Access::ReadWrite, who()).expect("opens");
    assert!(!project.is_read_only());
    let notice = project.notices().iter().find(|notice| notice.key == "notice-migrated").expect("said").clone();
    let [backup] = &list(&path).expect("a list")[..] else { panic!("one backup") };
    assert_eq!(backup.why, Why::Migration);
    assert!(format!("{notice:?}").contains(&backup.name()), "{notice:?}");
    assert_eq!(project.check().expect("a check").problems, []);
    project.close().expect("closed");
    assert!(store::is_older(&backup.path).expect("a version"), "kept in its old form");
    // The old form comes back, and is migrated again when it is opened.
    restore(&path, &backup.path, &who(), &Watch::new()).expect("restored");
    assert!(store::is_older(&path).expect("a version"));
    let project = Project::open(&path, Access::ReadWrite, who()).expect("opens");
    assert!(!project.is_read_only());
}

#[test]
fn a_folder_in_the_way_is_said_and_another_project_is_not_taken_for_this_one() {
    let (desk, project) = Desk::new();
    let (other, others) = Desk::new();
    let kept = folder_of(project.study().project.id).expect("a folder");
    fs::create_dir_all(kept.parent().expect("a parent")).expect("a folder");
    fs::write(&kept, b"in the way").expect("a file");
    let refused = back_up(&desk.path(), Why::Asked, &Watch::new()).expect_err("no folder");
    assert_eq!(refused.message().key, "error-backup-folder");
    fs::remove_file(&kept).expect("out of the way");
    let backup = made(&other.path(), Why::Asked);
    project.close().expect("closed");
    others.close().expect("closed");
    let refused = restore(&desk.path(), &backup.path, &who(), &Watch::new()).expect_err("another project");
    assert!(matches!(refused, Error::OtherProject { .. }), "{refused}");
    assert!(matches!(difference(&desk.path(), &backup.path), Err(Error::OtherProject { .. })));
}

#[test]
fn a_stopped_backup_leaves_nothing() {
    let (desk, project) = Desk::new();
    let watch = Watch::new();
    watch.cancel();
    let refused = back_up(&desk.path(), Why::Asked, &watch).expect_err("stopped");
    assert!(refused.is_stop(), "{refused:?}");
    let kept = folder_of(project.study().project.id).expect("a folder");
    assert_eq!(fs::read_dir(kept).expect("the folder").count(), 0);
}

#[test]
fn a_copy_is_the_same_project_and_never_lies_over_an_open_one() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", "Setiap guru saya supervisi dua kali.\n");
    let to = desk.folder.path().join("salinan.emaslim");
    let bytes = save_copy(&desk.path(), &to, false, &Watch::new()).expect("saved");
    assert_eq!(bytes, fs::metadata(&to).expect("a file").len());
    assert_eq!(dump(&to), dump(&desk.path()));
    let copy = Project::open(&to, Access::ReadWrite, who()).expect("opens");
    assert_eq!(copy.study().project.id, project.study().project.id);
    let asked = |is_replacing| save_copy(&desk.path(), &to, is_replacing, &Watch::new());
    assert!(matches!(asked(false), Err(Error::Store(store::Error::Exists(_)))));
    assert!(matches!(asked(true), Err(Error::InUse { .. })), "it is open");
    copy.close().expect("closed");
    asked(true).expect("replaced");
    let onto_itself = save_copy(&desk.path(), &desk.path(), true, &Watch::new());
    assert!(matches!(onto_itself, Err(Error::Store(store::Error::Exists(_)))));
    project.close().expect("closed");
    assert_eq!(desk.files(), ["salinan.emaslim", "tesis.emaslim"]);
}

#[test]
fn compacting_gives_room_back_and_keeps_everything() {
    let (desk, mut project) = Desk::new();
    import(&mut project, "W.KS", &"Setiap guru saya supervisi dua kali dalam satu semester.\n".repeat(200));
    for start in 0..200 {
        code(&mut project, start * 5);
    }
    assert!(matches!(compact(&desk.path(), "laptop", &Watch::new()), Err(Error::InUse { .. })), "it is open");
    let all: Vec<_> = project.study().codings.iter().map(|entry| entry.coding.id).collect();
    project.uncode(&all).expect("removed");
    project.close().expect("closed");
    let before = dump(&desk.path());
    let done = compact(&desk.path(), "laptop", &Watch::new()).expect("compacted");
    assert!(done.after <= done.before);
    assert_eq!(fs::metadata(desk.path()).expect("a file").len(), done.after);
    assert_eq!(dump(&desk.path()), before);
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    let mut project = desk.open();
    assert_eq!(project.check().expect("a check").problems, []);
    assert!(project.undo().expect("undone").value.is_some(), "the history is still there");
}
