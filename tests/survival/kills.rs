//! A process that works on a project at random and is killed at random. It says what it takes in hand and, when the
//! call has returned, what it has done; whatever is then in the file must be what it had said, and at most what it
//! had in hand.

use super::study::{self, source, who, words};
use emaslim::analysis::{Filter, excerpts};
use emaslim::domain::{CharRange, Direction, MemoHost, StepId};
use emaslim::export::{Format, save_excerpts};
use emaslim::project::{Access, ImportOptions, Landed, NewCoding, Project};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The folder in which the child works, and the seed of what it does.
const CHILD: &str = "EMASLIM_SURVIVAL_CHILD";
const SEED: &str = "EMASLIM_SURVIVAL_SEED";
/// A project is worked on by so many children one after the other.
const LIVES: usize = 20;

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the parent listens");
}

/// Takes something in hand that becomes so many steps at most, does it, and says what has landed.
fn hand<T>(most: usize, act: impl FnOnce() -> Vec<Landed<T>>) {
    say(&format!("hand {most}"));
    for landed in act() {
        if let Some(step) = landed.step {
            say(&format!("step {}", step.id));
        }
    }
    say("done");
}

fn one<T>(landed: Result<Landed<T>, emaslim::project::Error>) -> Vec<Landed<T>> {
    vec![landed.expect("done")]
}

#[test]
#[ignore = "the child that the other test starts and kills"]
fn child() {
    let folder = PathBuf::from(std::env::var_os(CHILD).expect("started by the other test"));
    let seed: u64 = std::env::var(SEED).expect("a seed").parse().expect("a number");
    let path = folder.join("tesis.emaslim");
    let mut project = if path.exists() {
        Project::open(&path, Access::ReadWrite, who()).expect("open")
    } else {
        say("hand 1");
        let project = study::create(&path).expect("created");
        say(&format!("step {}", project.history(1).expect("steps")[0].id));
        say("done");
        project
    };
    say("open");
    let mut rng = StdRng::seed_from_u64(seed);
    loop {
        work(&mut project, &mut rng, &folder);
    }
}

fn work(project: &mut Project, rng: &mut StdRng, folder: &Path) {
    let study = project.study();
    let next = 1 + rng.random_range(0..1_000_000_000_usize);
    let coding = (!study.codings.is_empty()).then(|| study.codings[rng.random_range(0..study.codings.len())].coding.id);
    match (rng.random_range(0..100), coding) {
        (0..12, _) => hand(1, || one(project.import_source(source(next), &ImportOptions::default()))),
        (12..20, _) => hand(5, || {
            let files = (next..next + 5).map(|number| (source(number), ImportOptions::default())).collect();
            project.import_sources(files).expect("a batch").into_iter().map(|landed| landed.expect("taken")).collect()
        }),
        (20..50, _) if !study.sources.is_empty() => hand(1, || {
            let at = rng.random_range(0..study.sources.len());
            let start = rng.random_range(0..30);
            one(project.code(&[NewCoding {
                source: study.sources[at].id,
                range: CharRange::new(start, start + 20),
                code: study.codes[rng.random_range(0..study.codes.len())].id,
                direction: None,
                coder: None,
                memo: None,
            }]))
        }),
        (50..60, Some(coding)) => hand(1, || one(project.set_direction(&[coding], Some(Direction::Weakens)))),
        (60..68, Some(coding)) => hand(1, || one(project.write_memo(MemoHost::Coding(coding), &words(next)))),
        (68..72, Some(coding)) => hand(1, || one(project.uncode(&[coding]))),
        (72..80, _) => hand(1, || one(project.undo())),
        (80..86, _) => hand(1, || one(project.redo())),
        (86..93, _) => {
            let file = folder.join(format!("kutipan-{}.json", next % 3));
            let all = excerpts(&study, &Filter::default());
            save_excerpts(&file, Format::Json, &study, &all, None).expect("exported");
        }
        _ => project.checkpoint().map(drop).expect("folded in"),
    }
}

#[derive(Default, Debug)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    in_hand_kept: usize,
    in_hand_lost: usize,
    between: usize,
    logs_folded_in: usize,
    exports_whole: usize,
    temporaries_left: usize,
    killed_while_opening: usize,
}

/// Starts a child, kills it, and gives its whole lines.
pub(super) fn kill_one(folder: &Path, seed: u64, rng: &mut StdRng) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "kills::child", "--ignored", "--nocapture"])
        .env(CHILD, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut heard = String::new();
    if rng.random_bool(0.85) {
        // At work; else already while it starts, creates or opens.
        while !heard.ends_with("open\n") {
            assert!(out.read_line(&mut heard).expect("lines") > 0, "the child ended by itself: {heard}");
        }
    }
    std::thread::sleep(Duration::from_millis(rng.random_range(1..=60)));
    child.kill().expect("killed");
    let status = child.wait().expect("ended");
    out.read_to_string(&mut heard).expect("the rest");
    assert!(status.code().is_none_or(|code| code != 101), "the child panicked: {heard}");
    let whole = heard.rfind('\n').map_or("", |end| &heard[..end]);
    whole.lines().map(str::to_owned).collect()
}

#[test]
fn a_process_killed_at_any_instant_loses_at_most_what_it_had_in_hand() {
    let kills = std::env::var("EMASLIM_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(200);
    let mut rng = StdRng::seed_from_u64(31);
    let mut tally = Tally::default();
    let mut folder = study::folder();
    let mut known: Vec<StepId> = Vec::new();
    for kill in 0..kills {
        if kill % LIVES == 0 {
            folder = study::folder();
            known.clear();
        }
        let path = folder.path().join("tesis.emaslim");
        let lines = kill_one(folder.path(), rng.random(), &mut rng);
        tally.kills += 1;
        tally.killed_while_opening += usize::from(!lines.iter().any(|line| line == "open"));
        let mut in_hand = 0;
        for line in &lines {
            if let Some(most) = line.strip_prefix("hand ") {
                in_hand = most.parse().expect("a number");
            } else if let Some(step) = line.strip_prefix("step ") {
                known.push(step.parse().expect("an id"));
                tally.acknowledged += 1;
                in_hand = 0;
            } else if line == "done" {
                in_hand = 0;
            }
        }
        let about = format!("kill {kill}");
        if path.exists() {
            let mut project = study::sound(&path, &about);
            tally.logs_folded_in += usize::from(!project.notices().is_empty());
            let mut steps: Vec<StepId> = project.history(u32::MAX).expect("steps").iter().map(|step| step.id).collect();
            steps.reverse();
            assert!(steps.starts_with(&known), "{about}: an acknowledged step is gone: {lines:?}");
            let more = steps.len() - known.len();
            match (in_hand, more) {
                (0, 0) => tally.between += 1,
                (0, _) => {
                    // The last step of several had been said, the next line was on its way.
                    let is_within = lines.last().is_some_and(|line| line.starts_with("step "));
                    assert!(is_within && more < 5, "{about}: {more} steps nobody took in hand: {lines:?}");
                    tally.in_hand_kept += 1;
                }
                (_, 0) => tally.in_hand_lost += 1,
                (most, more) => {
                    assert_eq!(more, most, "{about}: what was in hand landed in part");
                    tally.in_hand_kept += 1;
                }
            }
            known = steps;
            let study = project.study();
            for source in &study.sources {
                let number = source.name.trim_start_matches("W.").split('.').next().expect("a number");
                let number = number.parse().unwrap_or_else(|error| panic!("{}: {error}", source.name));
                assert_eq!(project.text(source.id).expect("a text").as_str(), words(number), "{about}");
            }
            project.close().expect("closed");
        } else {
            assert!(known.is_empty(), "{about}: an acknowledged project is gone");
        }
        for name in study::names(folder.path()) {
            if name.starts_with(".emaslim-") {
                tally.temporaries_left += 1;
                std::fs::remove_file(folder.path().join(name)).expect("removed");
            } else if name.ends_with(".json") {
                let bytes = std::fs::read(folder.path().join(&name)).expect("an export");
                let _whole: serde_json::Value =
                    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{about}: {name}: {error}"));
                tally.exports_whole += 1;
            } else {
                assert_eq!(name, "tesis.emaslim", "{about}");
            }
        }
    }
    eprintln!("{tally:?}");
    assert!(tally.acknowledged > kills && tally.logs_folded_in > kills / 4, "{tally:?}");
}
