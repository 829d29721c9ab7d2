//! Backups on the command line: made and checked, listed, gone back to with what would be lost, copies, compacting.

use crate::support::Bench;
use std::fs;
use std::path::PathBuf;

fn path_in(sentence: &str) -> PathBuf {
    PathBuf::from(sentence.trim_end().rsplit(": ").next().expect("a path last"))
}

const MORE: [&str; 8] = ["code", "p.emaslim", "--source", "W.KS", "--code", "SUP.4", "--range", "4931..4960"];

#[test]
fn a_backup_is_made_listed_and_gone_back_to() {
    let bench = Bench::with_project();
    bench.write("W.KS.txt", format!("KS: {}\n", "Setiap guru saya supervisi dua kali. ".repeat(200)));
    bench.run(["import", "p.emaslim", "W.KS.txt"]).done();
    assert!(bench.run(["backup", "p.emaslim", "--list"]).done().contains("no backup"));
    let said = bench.run(["backup", "p.emaslim"]).done();
    let backup = path_in(&said);
    assert!(backup.is_file() && !backup.starts_with(bench.at(".")), "{said}");
    assert!(bench.run(["backup", "p.emaslim"]).done().contains("Nothing has changed"));
    let before = bench.everything();
    bench.run(MORE).done();
    let changed = bench.everything();
    assert_ne!(changed, before);

    let list = bench.run(["restore", "p.emaslim", "--list", "--json"]).json();
    assert_eq!(list["command"], "restore");
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    assert_eq!((&list["items"][0]["why"], &list["items"][0]["steps_since"]), (&"asked".into(), &1.into()));
    assert_eq!(list["items"][0]["path"], backup.display().to_string());
    assert_eq!(list["project"]["id"], before[0]["project"]["id"]);

    let would = bench.run(["restore", "p.emaslim", "latest", "--dry-run"]).done();
    assert!(would.contains("1 step") && would.contains("1 coding") && would.contains("Coded W.KS"), "{would}");
    assert_eq!(bench.everything(), changed, "--dry-run only says");
    let name = backup.file_name().expect("a name").to_str().expect("letters");
    let json = bench.run(["restore", "p.emaslim", &name[..20], "--dry-run", "--json"]).json();
    assert_eq!(json["items"][2]["only_present"], 1);
    assert_eq!((&json["is_restored"], &json["put_aside"]), (&false.into(), &serde_json::Value::Null));

    let said = bench.run(["restore", "p.emaslim", "latest"]).done();
    assert!(path_in(&said).is_file(), "{said}");
    assert_eq!(bench.items(&["codings"]), before[3]["items"].as_array().expect("a list").clone());
    assert!(bench.run(["history", "p.emaslim", "--limit", "1"]).done().contains("Restored the backup"));
    bench.run(["undo", "p.emaslim"]).sentence(1);
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
    // What was put aside comes back the same way.
    let aside = path_in(&said);
    bench.run(["restore", "p.emaslim", aside.to_str().expect("letters")]).done();
    assert_eq!(bench.items(&["codings"]), changed[3]["items"].as_array().expect("a list").clone());
}

#[test]
fn a_project_that_is_gone_or_damaged_finds_its_backups() {
    let bench = Bench::with_project();
    let before = bench.everything();
    bench.run(["backup", "p.emaslim"]).done();
    fs::remove_file(bench.at("p.emaslim")).expect("gone");
    let json = bench.run(["restore", "p.emaslim", "--list", "--json"]).json();
    assert_eq!(json["project"]["revision"], serde_json::Value::Null);
    assert!(bench.run(["restore", "p.emaslim", "latest"]).done().contains("gone or cannot be read"));
    assert_eq!(bench.items(&["codes"]), before[2]["items"].as_array().expect("a list").clone());
    fs::write(bench.at("p.emaslim"), vec![7; 5_000]).expect("damaged");
    let said = bench.run(["restore", "p.emaslim", "latest"]).done();
    assert_eq!(fs::read(path_in(&said)).expect("the damage"), vec![7; 5_000]);
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn what_cannot_be_done_is_one_sentence() {
    let bench = Bench::with_project();
    bench.run(["restore", "p.emaslim", "latest"]).sentence(1);
    bench.run(["backup", "p.emaslim"]).done();
    assert!(bench.run(["restore", "p.emaslim", "1999"]).sentence(1).contains("1999"));
    bench.run(["restore", "tidak ada.emaslim", "--list"]).sentence(1);
    bench.run(["backup", "tidak ada.emaslim"]).sentence(1);
    bench.run(["compact", "tidak ada.emaslim"]).sentence(1);
    bench.run(["backup", "p.emaslim", "--list", "-o", "x.emaslim"]).sentence(2);
    bench.run(["backup", "p.emaslim", "-o", "p.emaslim"]).sentence(1);
    let strange = bench.write("catatan.txt", "bukan proyek");
    bench.run(["backup", "p.emaslim", "-o", "catatan.txt"]).sentence(1);
    assert_eq!(fs::read_to_string(strange).expect("untouched"), "bukan proyek");
    bench.run(["restore", "p.emaslim", "catatan.txt"]).sentence(1);
    let other = Bench::with_project();
    let backup = path_in(&other.run(["backup", "p.emaslim"]).done());
    let said = bench.run(["restore", "p.emaslim", backup.to_str().expect("letters")]).sentence(1);
    assert!(said.contains("another project"), "{said}");
}

#[test]
fn a_project_that_is_open_is_not_replaced_and_who_has_it_is_said() {
    use emaslim::project::{Access, Project, Who};
    let bench = Bench::with_project();
    bench.run(["backup", "p.emaslim"]).done();
    let who = Who { coder: "Budi".to_owned(), device: "meja".to_owned() };
    let window = Project::open(&bench.at("p.emaslim"), Access::ReadWrite, who).expect("opened");
    for words in [&["restore", "p.emaslim", "latest"][..], &["compact", "p.emaslim"]] {
        let said = bench.run(words).sentence(1);
        assert!(said.contains("Budi") && said.contains("meja"), "{said}");
    }
    window.close().expect("closed");
    bench.run(["restore", "p.emaslim", "latest"]).done();
}

#[test]
fn a_copy_is_saved_and_the_file_compacted() {
    let bench = Bench::with_sample();
    let before = bench.everything();
    bench.run(["backup", "p.emaslim", "-o", "salinan.emaslim"]).done();
    let copied = bench.run(["codings", "salinan.emaslim", "--json"]).json();
    assert_eq!(copied, before[3]);
    let said = bench.run(["compact", "p.emaslim"]).done();
    assert!(said.contains("kB") || said.contains("MB"), "{said}");
    assert_eq!(bench.everything(), before);
    let mut left: Vec<_> =
        fs::read_dir(bench.at(".")).expect("a folder").flatten().map(|file| file.file_name()).collect();
    left.sort();
    assert_eq!(left, ["p.emaslim", "salinan.emaslim"]);
}

/// Who keeps the project elsewhere and a link to it here works on one file, not on two, and nobody else may read it.
#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_private_file_private() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let bench = Bench::with_sample();
    fs::create_dir(bench.at("jauh")).expect("a folder");
    fs::rename(bench.at("p.emaslim"), bench.at("jauh/asli.emaslim")).expect("moved");
    fs::set_permissions(bench.at("jauh/asli.emaslim"), fs::Permissions::from_mode(0o600)).expect("private");
    symlink("jauh/asli.emaslim", bench.at("p.emaslim")).expect("a link");
    bench.run(["backup", "p.emaslim"]).done();
    bench.run(["undo", "p.emaslim"]).done();
    for words in [&["compact", "p.emaslim"][..], &["restore", "p.emaslim", "latest"]] {
        bench.run(words).done();
        assert!(fs::symlink_metadata(bench.at("p.emaslim")).expect("there").is_symlink(), "{words:?}");
        let mode = fs::metadata(bench.at("jauh/asli.emaslim")).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{words:?}");
        assert_eq!(fs::read_dir(bench.at(".")).expect("a folder").count(), 2, "{words:?}");
    }
    assert_eq!(bench.items(&["codings"]).len(), 201);
}

/// A project of the first version is kept as it was before it is brought up, and comes back.
#[test]
fn a_project_of_the_first_version_is_kept_before_it_is_brought_up() {
    let bench = Bench::new();
    let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema/v1.emaslim");
    fs::copy(old, bench.at("p.emaslim")).expect("a copy");
    let sources = bench.items(&["sources"]);
    bench.write("W.G9.txt", "G9: Kata.\n");
    let answer = bench.run(["import", "p.emaslim", "W.G9.txt"]);
    assert!(answer.err.contains(".emaslim"), "where the old form is kept is said: {}", answer.err);
    answer.done();
    let list = bench.run(["backup", "p.emaslim", "--list", "--json"]).json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "{list}");
    bench.run(["restore", "p.emaslim", "latest"]).done();
    assert_eq!(bench.items(&["sources"]), sources);
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

/// A disk that takes no more: the system refuses every byte behind the first 200 kB of a file.
#[cfg(unix)]
#[test]
fn a_full_disk_costs_no_backup_and_no_project() {
    use std::os::unix::process::ExitStatusExt as _;
    let bench = Bench::with_project();
    bench.write("W.KS.txt", "KS: Setiap guru saya supervisi dua kali.\n".repeat(20_000));
    bench.run(["backup", "p.emaslim"]).done();
    bench.run(["import", "p.emaslim", "W.KS.txt"]).done();
    let before = bench.everything();
    let program = env!("CARGO_BIN_EXE_emaslim");
    for words in
        ["backup p.emaslim", "backup p.emaslim -o salinan.emaslim", "compact p.emaslim", "restore p.emaslim latest"]
    {
        let limited = crate::support::command(&bench.at("."))
            .get_envs()
            .map(|(name, value)| (name.to_owned(), value.map(ToOwned::to_owned)))
            .collect::<Vec<_>>();
        let mut shell = std::process::Command::new("sh");
        shell
            .current_dir(bench.at("."))
            .args(["-c", &format!("trap '' XFSZ; ulimit -f 200; exec '{program}' {words}")]);
        for (name, value) in limited {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        let output = shell.output().expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.status.signal()), (Some(1), None), "{words}: {said}");
        assert_eq!(said.lines().count(), 1, "{words}: {said}");
    }
    assert_eq!(bench.everything(), before);
    assert_eq!(
        bench.run(["backup", "p.emaslim", "--list", "--json"]).json()["items"].as_array().map(Vec::len),
        Some(1)
    );
    let left = fs::read_dir(bench.at(".")).expect("a folder").count();
    assert_eq!(left, 2, "the project and the transcript, nothing half-written");
}

#[test]
fn killed_at_any_moment_the_project_is_whole_and_so_is_every_backup() {
    let bench = Bench::with_project();
    bench.write("W.KS.txt", "KS: Setiap guru saya supervisi dua kali.\n".repeat(20_000));
    bench.run(["backup", "p.emaslim"]).done();
    bench.run(["import", "p.emaslim", "W.KS.txt"]).done();
    let sources = bench.items(&["sources"]);
    let mut killed = 0;
    for round in 0..24_u64 {
        let words = [&["backup", "p.emaslim"][..], &["compact", "p.emaslim"], &["restore", "p.emaslim", "latest"]];
        let mut child = crate::support::command(&bench.at("."))
            .args(words[(round % 3) as usize])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(5 + 11 * round));
        killed += u32::from(child.try_wait().expect("asked").is_none());
        child.kill().expect("killed");
        child.wait().expect("gone");
        assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"), "round {round}");
        let now = bench.items(&["sources"]);
        assert!(now == sources || now.is_empty(), "the file or the backup, whole: round {round}");
        let list = bench.run(["backup", "p.emaslim", "--list", "--json"]).json();
        for backup in list["items"].as_array().expect("a list") {
            assert!(backup["revision"].is_number(), "{backup}");
        }
    }
    if killed == 0 {
        eprintln!("SKIPPED: every command was over before it could be killed");
    }
}

#[test]
fn a_quotation_that_no_longer_matches_does_not_stop_the_backups() {
    let bench = Bench::with_project();
    bench.write("W.KS.txt", format!("KS: {}\n", "Setiap guru saya supervisi dua kali. ".repeat(200)));
    bench.run(["import", "p.emaslim", "W.KS.txt"]).done();
    bench.run(MORE).done();
    let file = rusqlite::Connection::open(bench.at("p.emaslim")).expect("a database");
    file.execute_batch("UPDATE segment SET quote = 'lain'").expect("altered");
    drop(file);
    assert_eq!(bench.run(["check", "p.emaslim"]).status, 1, "check says so");
    let backup = path_in(&bench.run(["backup", "p.emaslim"]).done());
    assert!(backup.is_file(), "{}", backup.display());
}
