//! Two processes on one project: who has it open is said, both may write on one device, only one may on two, and
//! when all have gone one file lies there. The second process is this test binary once more, or the program.

use crate::support::{Bench, command, data_folder};
use emaslim::domain::{Language, MemoHost, Message, Say};
use emaslim::i18n::Catalog;
use emaslim::project::{Access, Project, Who};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

const CODE: [&str; 8] = ["code", "p.emaslim", "--source", "W.KS", "--code", "SUP.4", "--range", "4931..4960"];

/// A window in a process of its own, with the project open.
struct Window {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Window {
    fn open(bench: &Bench, device: &str, how: &str) -> (Self, String) {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "cli::openers::the_other_process", "--nocapture"])
            .current_dir(bench.at("."))
            .env("EMASLIM_OTHER_PROCESS", device)
            .env("EMASLIM_DATA", data_folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let to = child.stdin.take().expect("its input");
        let from = BufReader::new(child.stdout.take().expect("its output"));
        let mut window = Self { child, to, from };
        let opened = window.ask(how);
        (window, opened)
    }

    /// Sends a line and waits for the answer.
    fn ask(&mut self, words: &str) -> String {
        writeln!(self.to, "{words}").expect("it listens");
        let mut line = String::new();
        while self.from.read_line(&mut line).expect("it answers") > 0 {
            if let Some(answer) = line.trim_end().strip_prefix("> ") {
                return answer.to_owned();
            }
            line.clear();
        }
        panic!("no answer to {words}");
    }

    fn close(mut self) {
        assert_eq!(self.ask("close"), "closed");
        assert!(self.child.wait().expect("it ends").success());
    }

    /// Ends it as a power cut would, as far as the program is concerned.
    fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("it ends");
    }
}

/// The other process: not a test but what the tests above start; on its own it has nothing to do.
#[test]
fn the_other_process() {
    let Ok(device) = std::env::var("EMASLIM_OTHER_PROCESS") else { return };
    let words = Catalog::new(Language::English);
    let mut project = None;
    for line in std::io::stdin().lines() {
        let line = line.expect("a line");
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let answer = match verb {
            "close" => {
                project.take().map(Project::close).expect("open").expect("closed");
                "closed".to_owned()
            }
            "write" | "take" | "read" => {
                let access = match verb {
                    "write" => Access::ReadWrite,
                    "take" => Access::TakeOver,
                    _ => Access::ReadOnly,
                };
                let who = Who { coder: "Budi".to_owned(), device: device.clone() };
                let opened = Project::open(Path::new("p.emaslim"), access, who).expect("opened");
                let notices: Vec<String> = opened.notices().iter().map(|notice| words.say(notice)).collect();
                let answer = format!("read-only={} {}", opened.is_read_only(), notices.join(" | "));
                project = Some(opened);
                answer
            }
            _ => answer(project.as_mut().expect("open"), verb, rest, &words),
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n> {answer}").and_then(|()| out.flush()).expect("said");
        if verb == "close" {
            break;
        }
    }
}

fn answer(project: &mut Project, verb: &str, rest: &str, words: &Catalog) -> String {
    let sentence = |message: &Message| words.say(message);
    match verb {
        "memo" => match project.write_memo(MemoHost::Journal, rest) {
            Ok(landed) => landed.step.map_or("nothing".to_owned(), |step| sentence(&step.sentence)),
            Err(error) => format!("error: {}", sentence(&error.message())),
        },
        "refresh" => match project.refresh() {
            Ok(changes) => format!("changed={} codings={}", changes.is_some(), project.study().codings.len()),
            Err(error) => format!("error: {}", sentence(&error.message())),
        },
        "undo" => match project.undo() {
            Ok(landed) => landed.value.map_or("nothing".to_owned(), |step| sentence(&step.sentence)),
            Err(error) => format!("error: {}", sentence(&error.message())),
        },
        "state" => format!("read-only={} codings={}", project.is_read_only(), project.study().codings.len()),
        "rest" => {
            project.checkpoint().map_or_else(|error| error.to_string(), |is_folded| format!("folded={is_folded}"))
        }
        other => panic!("{other}"),
    }
}

fn files(bench: &Bench) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(bench.at("."))
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains(".emaslim"))
        .collect();
    names.sort();
    names
}

fn codings(bench: &Bench) -> usize {
    bench.items(&["codings"]).len()
}

#[track_caller]
fn all_is_well(bench: &Bench) {
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
    assert_eq!(files(bench), ["p.emaslim"]);
}

/// The same on another device.
fn elsewhere(bench: &Bench, words: &[&str]) -> (i32, String, String) {
    let output = command(&bench.at("."))
        .args(words)
        .env("COMPUTERNAME", "KANTOR")
        .env("EMASLIM_LANG", "en")
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().expect("a status"), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_command_beside_a_window_is_said_and_seen() {
    let bench = Bench::with_sample();
    let before = codings(&bench);
    let (mut window, opened) = Window::open(&bench, "meja", "write");
    assert_eq!(opened, "read-only=false");
    let answer = bench.run(CODE);
    assert!(answer.err.contains("also open") && answer.err.contains("by Budi since"), "{}", answer.err);
    answer.done();
    assert_eq!(window.ask("refresh"), format!("changed=true codings={}", before + 1));
    assert_eq!(window.ask("refresh"), format!("changed=false codings={}", before + 1));
    // And the other way round: reading commands see what the window has written, and say nothing of it.
    window.ask("memo catatan");
    let history = bench.run(["history", "p.emaslim", "--limit", "1", "--json"]);
    assert_eq!(history.err, "");
    assert!(history.json()["items"][0]["operation"].as_str().is_some_and(|operation| operation.contains("memo")));
    window.close();
    all_is_well(&bench);
}

#[test]
fn undo_never_takes_back_what_another_process_did_without_naming_it() {
    let bench = Bench::with_sample();
    let (mut window, _) = Window::open(&bench, "meja", "write");
    let memo = window.ask("memo catatan saya");
    bench.run(CODE).done();
    let after = codings(&bench);
    let refused = window.ask("undo");
    assert!(
        refused.starts_with("error:") && refused.contains("Coded W.KS") && refused.contains("by Rina on meja"),
        "{refused}"
    );
    assert_eq!(codings(&bench), after, "nothing was taken back");
    assert!(window.ask("undo").starts_with("Coded W.KS"), "named, and asked for once more");
    assert_eq!(codings(&bench), after - 1);
    assert_eq!(bench.run(["undo", "p.emaslim"]).done(), format!("Undone: {memo} (by Budi on meja)\n"));
    assert!(window.ask("undo").starts_with("error:"), "the step it knew of is undone already");
    window.close();
    all_is_well(&bench);
}

#[test]
fn a_second_writer_waits_and_then_says_why_not() {
    let bench = Bench::with_sample();
    let first = rusqlite::Connection::open(bench.at("p.emaslim")).expect("a database");
    first.execute_batch("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE").expect("a transaction");
    let said = bench.run(CODE).sentence(1);
    assert!(said.contains("is writing"), "{said}");
    // Readers do not wait for a writer.
    assert!(codings(&bench) > 0);
    let release = move || {
        std::thread::sleep(Duration::from_millis(700));
        first.execute_batch("COMMIT").expect("committed");
        drop(first);
    };
    let releasing = std::thread::Builder::new().name("first-writer".to_owned()).spawn(release).expect("a thread");
    bench.run(CODE).done();
    releasing.join().expect("released");
    all_is_well(&bench);
}

#[test]
fn readers_during_writes_see_whole_steps() {
    let bench = Bench::with_sample();
    let (mut window, _) = Window::open(&bench, "meja", "write");
    let (mut reader, opened) = Window::open(&bench, "meja", "read");
    assert_eq!(opened, "read-only=true");
    for round in 0..5 {
        window.ask(&format!("memo putaran {round}"));
        assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
        assert!(reader.ask("refresh").starts_with("changed=true"));
    }
    assert!(reader.ask("memo x").starts_with("error:"));
    // The writer goes first; the reader still needs the log, and tidies up when it goes.
    window.close();
    reader.close();
    all_is_well(&bench);
    let (window, opened) = Window::open(&bench, "meja", "write");
    assert_eq!(opened, "read-only=false", "nobody crashed, so nothing is said of it");
    window.close();
}

#[test]
fn one_file_is_left_whoever_closes_first() {
    for first_first in [true, false] {
        let bench = Bench::with_sample();
        let (mut first, _) = Window::open(&bench, "meja", "write");
        let (mut second, opened) = Window::open(&bench, "meja", "write");
        assert!(opened.contains("by Budi since"), "{opened}");
        first.ask("memo satu");
        second.ask("memo dua");
        let (goes, stays) = if first_first { (first, second) } else { (second, first) };
        let mut stays = stays;
        goes.close();
        assert!(stays.ask("memo tiga").contains("memo") || stays.ask("state").contains("read-only=false"));
        stays.close();
        all_is_well(&bench);
        let (window, opened) = Window::open(&bench, "meja", "write");
        assert_eq!(opened, "read-only=false");
        window.close();
    }
}

#[test]
fn a_crash_beside_a_living_window_and_a_crash_of_both() {
    let bench = Bench::with_sample();
    let (mut first, _) = Window::open(&bench, "meja", "write");
    let (mut second, _) = Window::open(&bench, "meja", "write");
    let kept = first.ask("memo satu");
    first.kill();
    second.ask("memo dua");
    let (third, opened) = Window::open(&bench, "meja", "write");
    assert!(opened.contains("also open") && opened.contains("did not close properly"), "{opened}");
    third.close();
    second.close();
    all_is_well(&bench);
    assert!(bench.run(["history", "p.emaslim"]).done().contains(&kept));

    let (mut first, opened) = Window::open(&bench, "meja", "write");
    assert_eq!(opened, "read-only=false");
    let (mut second, _) = Window::open(&bench, "meja", "write");
    first.ask("memo tiga");
    second.ask("memo empat");
    let steps = bench.items(&["history"]).len();
    first.kill();
    second.kill();
    let (window, opened) = Window::open(&bench, "meja", "write");
    assert!(opened.contains("did not close properly") && !opened.contains("also open"), "{opened}");
    window.close();
    all_is_well(&bench);
    assert_eq!(bench.items(&["history"]).len(), steps, "every step that landed is there");
}

#[test]
fn another_device_reads_or_takes_over() {
    let bench = Bench::with_sample();
    let (mut laptop, _) = Window::open(&bench, "LAPTOP-2", "write");
    laptop.ask("memo di laptop");
    let before = codings(&bench);
    // Reading is allowed, and says who has it open.
    let (status, out, err) = elsewhere(&bench, &["codings", "p.emaslim", "--json"]);
    assert_eq!(status, 0);
    assert!(serde_json::from_str::<Value>(&out).is_ok());
    assert!(err.contains("LAPTOP-2") && err.contains("Budi"), "{err}");
    // Writing is refused in one sentence that says who, since when and what then.
    let (status, _, err) = elsewhere(&bench, &CODE);
    assert_eq!((status, err.lines().count()), (1, 1), "{err}");
    for word in ["LAPTOP-2", "Budi", "--take-over"] {
        assert!(err.contains(word), "{err}");
    }
    assert_eq!(codings(&bench), before);
    // A window opens for reading only.
    let (mut office, opened) = Window::open(&bench, "KANTOR", "write");
    assert!(opened.starts_with("read-only=true") && opened.contains("LAPTOP-2"), "{opened}");
    assert!(office.ask("memo x").starts_with("error:"));
    office.close();
    // Taking over works, and the laptop that was taken over from notices before it writes.
    let (mut office, opened) = Window::open(&bench, "KANTOR", "take");
    assert!(opened.starts_with("read-only=false"), "{opened}");
    let kept = office.ask("memo di kantor");
    let refused = laptop.ask("memo di laptop lagi");
    assert!(refused.contains("taken this project over") && refused.contains("KANTOR"), "{refused}");
    assert!(laptop.ask("state").starts_with("read-only=true"));
    office.close();
    laptop.close();
    all_is_well(&bench);
    assert!(bench.run(["history", "p.emaslim", "--limit", "1"]).done().contains(&kept));
    // All have gone: the laptop may go on without a question.
    let (laptop, opened) = Window::open(&bench, "LAPTOP-2", "write");
    assert_eq!(opened, "read-only=false");
    laptop.close();
}

#[test]
fn a_device_that_was_taken_over_from_notices_while_it_looks_around() {
    let bench = Bench::with_sample();
    let (mut laptop, _) = Window::open(&bench, "LAPTOP-2", "write");
    let (status, _, err) = elsewhere(&bench, &[&CODE[..], &["--take-over"]].concat());
    assert_eq!(status, 0, "{err}");
    let said = laptop.ask("refresh");
    assert!(said.contains("KANTOR") && said.starts_with("error:"), "{said}");
    assert!(laptop.ask("memo x").starts_with("error:"));
    laptop.close();
    all_is_well(&bench);
}

#[test]
fn a_synced_copy_of_an_open_project_holds_what_was_folded_in() {
    let bench = Bench::with_sample();
    let (mut laptop, _) = Window::open(&bench, "LAPTOP-2", "write");
    let folded = laptop.ask("memo terlipat");
    assert_eq!(laptop.ask("rest"), "folded=true");
    let synced = Bench::new();
    std::fs::copy(bench.at("p.emaslim"), synced.at("p.emaslim")).expect("synced");
    laptop.ask("memo belum terlipat");
    let late = Bench::new();
    std::fs::copy(bench.at("p.emaslim"), late.at("p.emaslim")).expect("synced");
    let steps = bench.items(&["history"]).len();
    for copy in [&synced, &late] {
        // The file alone: whole as of the last rest, and it says that the laptop has it open.
        let before = std::fs::read(copy.at("p.emaslim")).expect("bytes");
        let (status, out, err) = elsewhere(copy, &["history", "p.emaslim"]);
        assert!(status == 0 && out.contains(&folded) && err.contains("LAPTOP-2"), "{out}{err}");
        assert_eq!(copy.items(&["history"]).len(), steps - 1);
        let (status, _, _) = elsewhere(copy, &["check", "p.emaslim"]);
        assert_eq!(status, 0);
        assert_eq!(elsewhere(copy, &CODE).0, 1);
        assert!(std::fs::read(copy.at("p.emaslim")).expect("bytes") == before, "looking changes nothing");
        assert_eq!(files(copy), ["p.emaslim"]);
        assert_eq!(elsewhere(copy, &[&CODE[..], &["--take-over"]].concat()).0, 0);
        assert_eq!(files(copy), ["p.emaslim"]);
    }
    laptop.close();
    // Back on the laptop itself, such a copy says that its log is missing.
    let (status, _, _) = elsewhere(&late, &["check", "p.emaslim"]);
    assert_eq!(status, 0);
    all_is_well(&bench);
}

#[test]
fn a_conflicting_copy_is_found_by_what_it_holds_and_compared() {
    let bench = Bench::with_sample();
    let names = [
        "p (LAPTOP-2's conflicted copy 2025-02-12).emaslim",
        "p-LAPTOP-2.emaslim",
        "p.sync-conflict-20250212-101112-ABCDEFG.emaslim",
        "p (1).emaslim",
    ];
    assert_eq!(bench.run(["copies", "p.emaslim"]).done().lines().count(), 1, "there is none");
    for name in names {
        std::fs::copy(bench.at("p.emaslim"), bench.at(name)).expect("a copy");
    }
    bench.run(["new", "other.emaslim"]).done();
    bench.write("broken.emaslim", "no project");
    // The laptop worked in its copy, this device in the project.
    bench.write("W.G9.txt", "G9: Hanya di laptop.\n");
    let there = names[1];
    let mut on_laptop = CODE.to_vec();
    on_laptop[1] = there;
    for words in [&["import", there, "W.G9.txt"][..], &on_laptop] {
        bench.run(words).done();
    }
    let first = bench.items(&["codings"])[0].clone();
    let place = format!("{}..{}", first["start"], first["end"]);
    let source = first["source"].as_str().expect("a name");
    let code = first["code"].as_str().expect("a code");
    bench
        .run([
            "code",
            there,
            "--source",
            source,
            "--code",
            code,
            "--range",
            &place,
            "--direction",
            "weakens",
            "--coder",
            first["coder"].as_str().expect("a coder"),
        ])
        .done();
    bench.run(["code", "p.emaslim", "--source", "W.KS", "--code", "EDU", "--range", "4931..4960"]).done();

    let bytes: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(bench.at(name)).expect("bytes")).collect();
    let json = bench.run(["copies", "p.emaslim", "--json"]).json();
    let items = json["items"].as_array().expect("a list");
    assert_eq!(items.len(), names.len(), "neither the other project nor what is none: {items:?}");
    let found =
        items.iter().find(|item| item["path"].as_str().is_some_and(|path| path.ends_with(there))).expect("found");
    let count = |thing: &str, side: &str| found[thing][side].as_array().expect("a list").len();
    assert_eq!(
        (count("sources", "only_here"), count("sources", "only_there"), found["sources"]["same"].as_u64()),
        (0, 1, Some(10))
    );
    assert_eq!(
        (count("codings", "only_here"), count("codings", "only_there"), count("codings", "differing")),
        (1, 1, 1)
    );
    assert_eq!(found["codings"]["differing"][0]["fields"], serde_json::json!(["direction"]));
    assert_eq!((count("steps", "only_here"), count("steps", "only_there")), (1, 3));
    assert_eq!(found["codings"]["only_there"][0]["code"], "SUP.4");

    let text = bench.run_in("id", ["copies", "p.emaslim", there]).done();
    for words in ["hanya di sana: W.G9", "hanya di sana: SUP.4 “", "berbeda: ", "arah bukti", "Tidak ada yang digabung"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let after: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(bench.at(name)).expect("bytes")).collect();
    assert!(bytes == after, "comparing changes no copy");
    bench.run(["copies", "p.emaslim", "other.emaslim"]).sentence(1);
    bench.run(["copies", "p.emaslim", "broken.emaslim"]).sentence(1);
    // What is done here in the same way is no difference any more.
    bench.run(CODE).done();
    let json = bench.run(["copies", "p.emaslim", there, "--json"]).json();
    assert_eq!(json["items"][0]["codings"]["only_there"].as_array().expect("a list").len(), 0);
}
