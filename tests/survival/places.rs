//! A file deleted or replaced while it is open, a disk without room, a place that may not be written to.

use super::study::{self, Act, Shape, WORK};
use emaslim::domain::Say as _;
use emaslim::project::{Error, ImportOptions, Project};
use std::path::{Path, PathBuf};

/// An open project in which the whole work has been done, its last act still in the log.
fn at_work(path: &Path) -> (Project, Shape) {
    let mut project = study::create(path).expect("a project");
    for act in WORK {
        study::act(&mut project, *act).expect("done");
    }
    let shape = study::shape(&mut project);
    (project, shape)
}

#[track_caller]
fn says(error: &Error, key: &str) {
    assert_eq!(error.message().key, key, "{error}");
}

/// How the loss comes to light.
#[cfg(unix)]
#[derive(Clone, Copy, Debug)]
enum Noticed {
    Writing,
    Looking,
    FoldingIn,
    Closing,
}

#[cfg(unix)]
#[test]
fn a_file_replaced_while_it_is_open_stays_whole_and_so_does_what_was_open() {
    use Noticed::{Closing, FoldingIn, Looking, Writing};
    for noticed in [Writing, Looking, FoldingIn, Closing] {
        let desk = study::folder();
        let (path, other) = (desk.path().join("tesis.emaslim"), desk.path().join("lain.emaslim"));
        let mut theirs = study::create(&other).expect("another project");
        study::act(&mut theirs, Act::Import(7)).expect("imported");
        let their_shape = study::shape(&mut theirs);
        theirs.close().expect("closed");
        let (mut project, shape) = at_work(&path);
        std::fs::rename(&other, &path).expect("replaced");
        let refused = match noticed {
            Writing => study::act(&mut project, Act::Import(8)).expect_err("nothing may be written"),
            Looking => project.refresh().expect_err("it is gone"),
            FoldingIn => project.checkpoint().expect_err("it is gone"),
            Closing => {
                says(&project.close().expect_err("it is gone"), "error-replaced");
                check_both(desk.path(), &shape, &their_shape);
                continue;
            }
        };
        says(&refused, "error-replaced");
        // What was open can be read on.
        assert!(project.is_read_only());
        assert_eq!(study::shape(&mut project), shape, "{noticed:?}");
        project.close().expect("closed");
        check_both(desk.path(), &shape, &their_shape);
    }
}

/// Their file is theirs and the copy is ours.
#[cfg(unix)]
#[track_caller]
fn check_both(folder: &Path, ours: &Shape, theirs: &Shape) {
    for (name, shape) in [("tesis.emaslim", theirs), ("tesis (2).emaslim", ours)] {
        let mut project = study::sound(&folder.join(name), name);
        assert_eq!(project.notices(), [], "{name}");
        assert_eq!(study::shape(&mut project), *shape, "{name}");
        project.close().expect("closed");
    }
    assert_eq!(study::names(folder), ["tesis (2).emaslim", "tesis.emaslim"]);
}

#[cfg(unix)]
#[test]
fn a_file_deleted_while_it_is_open_is_kept_as_a_copy_and_read_on() {
    let desk = study::folder();
    let path = desk.path().join("tesis.emaslim");
    let (mut project, shape) = at_work(&path);
    std::fs::remove_file(&path).expect("deleted");
    let refused = study::act(&mut project, Act::Import(8)).expect_err("nothing may be written");
    says(&refused, "error-deleted");
    assert!(project.is_read_only());
    assert_eq!(study::shape(&mut project), shape, "memory and texts");
    assert_eq!(project.history(999).expect("steps").len() as u64, shape.steps);
    says(&study::act(&mut project, Act::Undo).expect_err("still gone"), "error-deleted");
    project.refresh().expect("said once");
    project.close().expect("closed");
    assert_eq!(study::names(desk.path()), ["tesis (2).emaslim"]);
    let mut copy = study::sound(&desk.path().join("tesis (2).emaslim"), "the copy");
    assert_eq!(study::shape(&mut copy), shape);
}

#[cfg(unix)]
#[test]
fn a_file_renamed_while_it_is_open_keeps_every_word() {
    let desk = study::folder();
    let path = desk.path().join("tesis.emaslim");
    let (project, shape) = at_work(&path);
    std::fs::rename(&path, desk.path().join("skripsi.emaslim")).expect("renamed");
    says(&project.close().expect_err("not where it was"), "error-deleted");
    for name in ["skripsi.emaslim", "tesis (2).emaslim"] {
        let mut project = study::sound(&desk.path().join(name), name);
        assert_eq!(study::shape(&mut project), shape, "{name}");
        project.close().expect("closed");
    }
    assert_eq!(study::names(desk.path()), ["skripsi.emaslim", "tesis (2).emaslim"]);
}

#[cfg(unix)]
#[test]
fn the_log_of_a_killed_process_is_not_folded_into_another_file() {
    use rand::SeedableRng as _;
    let mut rng = rand::rngs::StdRng::seed_from_u64(5);
    let mut seen = 0;
    for life in 0..12 {
        let desk = study::folder();
        let (path, other) = (desk.path().join("tesis.emaslim"), desk.path().join("lain.emaslim"));
        let mut theirs = study::create(&other).expect("another project");
        study::act(&mut theirs, Act::Import(7)).expect("imported");
        let their_shape = study::shape(&mut theirs);
        theirs.close().expect("closed");
        super::kills::kill_one(desk.path(), life, &mut rng);
        let log = desk.path().join("tesis.emaslim-wal");
        if !std::fs::metadata(&log).is_ok_and(|facts| facts.len() > 0) {
            continue;
        }
        seen += 1;
        let log = std::fs::read(&log).expect("the log");
        std::fs::rename(&other, &path).expect("replaced");
        let mut project = study::open(&path).expect("open");
        let keys: Vec<&str> = project.notices().iter().map(|notice| notice.key.as_str()).collect();
        assert_eq!(keys, ["notice-log-set-aside"]);
        assert_eq!(study::shape(&mut project), their_shape);
        assert_eq!(project.check().expect("a check").problems, []);
        project.close().expect("closed");
        assert_eq!(std::fs::read(desk.path().join("tesis.emaslim-wal-1")).expect("kept"), log);
    }
    assert!(seen > 2, "only {seen} logs were left over");
}

#[test]
fn a_second_look_at_an_open_file_costs_no_lock() {
    let desk = study::folder();
    let path = desk.path().join("tesis.emaslim");
    let (mut window, _) = at_work(&path);
    drop(study::open(&path).expect("open twice"));
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_emaslim"))
        .args(["undo".as_ref(), path.as_os_str()])
        .env("COMPUTERNAME", study::who().device)
        .env("EMASLIM_DATA", desk.path().join("own"))
        .output()
        .expect("the program starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(desk.path().join("tesis.emaslim-wal").exists(), "the command took the log from under the window");
    study::act(&mut window, Act::Import(8)).expect("imported");
    let shape = study::shape(&mut window);
    window.close().expect("closed");
    assert_eq!(study::shape(&mut study::sound(&path, "both")), shape);
}

/// A little disk of its own, where this process may make one.
#[cfg(target_os = "linux")]
struct Disk(PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn new(folder: &Path, size: &str) -> Option<Self> {
        let at = folder.join("disk");
        std::fs::create_dir(&at).expect("a folder");
        let options = format!("size={size}");
        let mounted = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "tmpfs"])
            .arg(&at)
            .stderr(std::process::Stdio::null())
            .status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self(at));
        }
        eprintln!("SKIPPED: this user may not mount a file system");
        None
    }

    fn remount(&self, option: &str) {
        let options = format!("remount,{option}");
        let done = std::process::Command::new("mount").args(["-o", &options]).arg(&self.0).status().expect("mount");
        assert!(done.success(), "{option}");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = std::process::Command::new("umount").arg(&self.0).status();
    }
}

/// Takes all the room there is; removing it gives it back.
#[cfg(target_os = "linux")]
fn fill(disk: &Disk) -> PathBuf {
    use std::io::Write as _;
    let path = disk.0.join("penuh");
    let mut file = std::fs::File::create(&path).expect("a file");
    let mut size = 1 << 16;
    while size > 0 {
        if file.write_all(&vec![7; size]).is_err() {
            size /= 2;
        }
    }
    path
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_room_refuses_in_words_and_takes_nothing_away() {
    use emaslim::analysis::{Filter, excerpts};
    use emaslim::app::settings::Settings;
    use emaslim::export::{Format, save_excerpts};
    let desk = study::folder();
    let Some(disk) = Disk::new(desk.path(), "6m") else { return };
    let path = disk.0.join("tesis.emaslim");
    let (mut project, shape) = at_work(&path);
    let all = excerpts(&project.study(), &Filter::default());
    let (table, kept) = (disk.0.join("kutipan.csv"), disk.0.join("settings.json"));
    save_excerpts(&table, Format::Csv, &project.study(), &all, None).expect("exported");
    Settings::default().write(&kept).expect("remembered");
    let (before, settings) = (std::fs::read(&table).expect("a table"), std::fs::read(&kept).expect("settings"));
    let filler = fill(&disk);
    let long = "KS: Kami bahas ḥasilnya. ".repeat(8_000);
    let big = emaslim::import::read("W.9.txt", long.into_bytes(), &emaslim::import::Reading::default()).expect("read");
    for _ in 0..3 {
        let refused = project.import_source(big.clone(), &ImportOptions::default()).expect_err("no room");
        says(&refused, "error-disk-full");
        let files = vec![(study::source(20), ImportOptions::default()), (big.clone(), ImportOptions::default())];
        says(&project.import_sources(files).expect_err("no room"), "error-disk-full");
        assert_eq!(study::shape(&mut project), shape);
    }
    let refused = study::create(&disk.0.join("baru.emaslim")).map(drop).expect_err("no room");
    says(&refused, "error-disk-full");
    let refused = save_excerpts(&table, Format::Csv, &project.study(), &all, None).expect_err("no room");
    assert_eq!(refused.message().key, "export-full");
    assert!(Settings::default().write(&kept).is_err());
    assert_eq!((std::fs::read(&table).expect("a table"), std::fs::read(&kept).expect("settings")), (before, settings));
    assert_eq!(project.check().expect("a check").problems, []);
    let closed = project.close().map_err(|error| error.message().key);
    eprintln!("closed on a full disk: {closed:?}");
    // Opened on a full disk it can at least be read.
    let mut project = study::open(&path).expect("open");
    eprintln!("opened on a full disk: read-only {} {:?}", project.is_read_only(), project.notices());
    assert_eq!(study::shape(&mut project).texts, shape.texts);
    drop(project);
    std::fs::remove_file(filler).expect("room again");
    let mut project = study::sound(&path, "with room again");
    assert_eq!(study::shape(&mut project), shape);
    project.import_source(big, &ImportOptions::default()).expect("room again");
    project.close().expect("closed");
    assert_eq!(study::names(&disk.0), ["kutipan.csv", "settings.json", "tesis.emaslim"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_may_not_be_written_to_can_be_read() {
    let desk = study::folder();
    let Some(disk) = Disk::new(desk.path(), "6m") else { return };
    let path = disk.0.join("tesis.emaslim");
    let (project, shape) = at_work(&path);
    project.close().expect("closed");
    disk.remount("ro");
    let mut project = study::open(&path).expect("open");
    let keys: Vec<&str> = project.notices().iter().map(|notice| notice.key.as_str()).collect();
    assert_eq!((project.is_read_only(), keys), (true, vec!["notice-not-writable"]));
    assert_eq!(study::shape(&mut project), shape);
    says(&study::act(&mut project, Act::Undo).expect_err("read-only"), "error-read-only");
    project.close().expect("closed");
    says(&study::create(&disk.0.join("baru.emaslim")).map(drop).expect_err("read-only"), "error-folder-denied");
    disk.remount("rw");
    let mut project = study::sound(&path, "writable again");
    study::act(&mut project, Act::Undo).expect("undone");
    project.close().expect("closed");
    // While it is open: the disk is made read-only under it.
    let mut project = study::open(&path).expect("open");
    let shape = study::shape(&mut project);
    let held = std::process::Command::new("mount").args(["-o", "remount,ro"]).arg(&disk.0).output().expect("mount");
    if held.status.success() {
        let refused = study::act(&mut project, Act::Import(8)).expect_err("read-only");
        study::speaks(&refused, "read-only while open");
        disk.remount("rw");
    } else {
        eprintln!("a file system with an open file is not made read-only here");
    }
    assert_eq!(study::shape(&mut project), shape);
    study::act(&mut project, Act::Import(8)).expect("writable again");
    project.close().expect("closed");
}
