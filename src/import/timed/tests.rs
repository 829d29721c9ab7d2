//! What transcription programs write, form by form: the files of `fixtures/import/timed`, each with what it must give.

use crate::domain::{AnchorKind, TurnKind};
use crate::import::tests::{folder, holds};
use crate::import::{Cues, Format, ParsedSource, Reading, Times, read};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What a file gives: facts, then every line with its time, who speaks on it, and the text.
fn told(source: &ParsedSource) -> String {
    let mut all = String::new();
    let date = source.date.map_or_else(String::new, |date| format!(" {date}"));
    let recorded = source.recorded;
    writeln!(all, "{} {}{date}", source.format.key(), source.technique.key()).expect("a string");
    let codes: Vec<&str> = source.speakers.iter().map(|speaker| speaker.code.as_str()).collect();
    writeln!(all, "speakers: {}", codes.join(" | ")).expect("a string");
    writeln!(all, "cues: {}, stamps: {}", recorded.cues, recorded.stamps).expect("a string");
    for warning in &source.warnings {
        let lines = warning.clone();
        let lines = format!("{lines:?}").split("\"lines\"").nth(1).map_or_else(String::new, |rest| {
            rest.chars().filter(|letter| letter.is_ascii_digit() || " ,".contains(*letter)).collect::<String>()
        });
        writeln!(all, "! {} {}", warning.key, lines.trim_matches([' ', ','])).expect("a string");
    }
    let mut start = 0_u32;
    for line in source.text.lines() {
        let end = start + u32::try_from(line.chars().count()).expect("fits");
        let times: Vec<&str> = source
            .anchors
            .iter()
            .filter(|anchor| anchor.kind == AnchorKind::Time && (start..=end).contains(&anchor.position.get()))
            .map(|anchor| anchor.value.as_str())
            .collect();
        let turn = source.turns.iter().find(|turn| turn.range.start.get() <= start && start < turn.range.end.get());
        let who = match turn.map(|turn| (turn.kind, turn.speaker)) {
            None => "-",
            Some((_, Some(speaker))) => source.speakers[speaker].code.as_str(),
            Some((TurnKind::Question, None)) => "?",
            Some(_) => "·",
        };
        writeln!(all, "[{}] {who}| {line}", times.join(" ")).expect("a string");
        start = end + 1;
    }
    all.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

pub(super) fn fixtures() -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder("fixtures/import/timed"))
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "expected"))
        .collect();
    all.sort();
    all
}

pub(super) fn name_of(path: &std::path::Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

#[test]
fn every_form_gives_what_it_must() {
    let mut wrong = String::new();
    for path in fixtures() {
        let name = name_of(&path);
        let source = read(&name, std::fs::read(&path).expect("read"), &Reading::default()).expect(&name);
        holds(&source).expect("in order");
        let expected = std::fs::read_to_string(path.with_file_name(format!("{name}.expected"))).unwrap_or_default();
        let found = told(&source);
        if found != expected {
            writeln!(wrong, "=== {name}\n{found}").expect("a string");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn parse(name: &str, text: &str, reading: &Reading) -> ParsedSource {
    let source = read(name, text.as_bytes().to_vec(), reading).expect(name);
    holds(&source).expect("in order");
    source
}

#[test]
fn a_setting_keeps_a_line_a_cue() {
    let text = include_str!("../../../fixtures/import/timed/zoom.vtt");
    let kept = parse("zoom.vtt", text, &Reading { cues: Cues::Keep, ..Reading::default() });
    assert_eq!((kept.text.lines().count(), kept.turns.len(), kept.anchors.len()), (5, 5, 5));
    let joined = parse("zoom.vtt", text, &Reading::default());
    assert_eq!((joined.turns.len(), joined.anchors.len()), (4, 5));
}

#[test]
fn times_stay_where_that_is_wanted() {
    let keep = Reading { times: Times::Keep, ..Reading::default() };
    for name in ["f4.txt", "noscribe.txt", "otter.txt", "qualcoder.txt", "otranscribe.txt"] {
        let text = std::fs::read_to_string(folder("fixtures/import/timed").join(name)).expect("read");
        let (kept, removed) = (parse(name, &text, &keep), parse(name, &text, &Reading::default()));
        assert_eq!(kept.text, text, "{name}");
        assert_eq!(kept.recorded, removed.recorded, "{name}");
        let values = |source: &ParsedSource| source.anchors.iter().map(|one| one.value.clone()).collect::<Vec<_>>();
        assert_eq!(values(&kept), values(&removed), "{name}");
        let codes = |source: &ParsedSource| source.speakers.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(&kept), codes(&removed), "{name}");
        assert!(!kept.warnings.iter().any(|warning| warning.key == "import-warning-times"), "{name}");
    }
}

/// A file is what stands in it, whatever its name says.
#[test]
fn what_a_file_is_stands_in_it() {
    for (name, text, format) in [
        ("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nPagi", Format::Vtt),
        ("a.vtt", "00:01.000 --> 00:02.000\nPagi", Format::Vtt),
        ("a", "1\n00:00:01,000 --> 00:00:02,000\nPagi", Format::Srt),
        ("a.md", "0:00:01.000,0:00:02.000\nPagi", Format::Sbv),
        ("a.txt", "[{\"start\":1,\"end\":2,\"text\":\"Pagi\"}]", Format::Json),
        ("a.srt", "Pagi", Format::Text),
        ("a.json", "{\"text\":\"Pagi\"}", Format::Text),
    ] {
        assert_eq!(parse(name, text, &Reading::default()).format, format, "{name}: {text}");
    }
}

/// Cut off anywhere, or with any byte changed, a file is read in order or refused.
#[test]
fn files_that_are_cut_off_or_damaged() {
    for path in fixtures() {
        let name = name_of(&path);
        let whole = std::fs::read(&path).expect("read");
        let step = if whole.len() > 900 { 11 } else { 1 };
        for at in (0..whole.len()).step_by(step) {
            let cues = if at % 2 == 0 { Cues::Join } else { Cues::Keep };
            if at % 4 < 2 {
                let mut flipped = whole.clone();
                flipped[at] ^= 1 << (at % 8);
                check(&name, flipped, cues, at);
            }
            check(&name, whole[..at].to_vec(), cues, at);
        }
    }
}

fn check(name: &str, bytes: Vec<u8>, cues: Cues, at: usize) {
    if let Ok(source) = read(name, bytes, &Reading { cues, ..Reading::default() }) {
        assert_eq!(holds(&source), Ok(()), "{name} at {at}");
    }
}

/// Much of everything ends soon and in little memory: the suite itself is the clock.
#[test]
fn much_of_everything() {
    let cues =
        |words: &str| (0..60_000).map(|_| format!("00:00:01.000 --> 00:00:02.000\n{words}\n\n")).collect::<String>();
    let vtt = |words: &str| format!("WEBVTT\n\n{}", cues(words));
    let empty = "00:01.000 --> 00:02.000\n\n".repeat(1_000_000);
    assert!(read("a.vtt", format!("WEBVTT\n\n{empty}").into_bytes(), &Reading::default()).is_err());
    let long = "n".repeat(5000);
    for (name, text) in [
        ("a.vtt", vtt("ya")),
        ("a.vtt", vtt("<v S1>ya")),
        ("a.vtt", format!("{}<v {long}>ya\n\n{}", "WEBVTT\n\n00:01.000 --> 00:02.000\n", cues("ya"))),
        ("a.vtt", format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", "<v ".repeat(30_000))),
        ("a.vtt", format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", "<v A>a".repeat(40_000))),
        ("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\n{}", "{\\an8".repeat(60_000))),
        ("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\n{}", "&".repeat(200_000))),
        ("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\na\n{}", "9\n\n".repeat(60_000))),
        ("a.txt", format!("{}[00:00:01]", "[00:00:01] ".repeat(40_000))),
        ("a.txt", format!("{}{}", " ".repeat(200_000), "[00:00:01] ".repeat(30_000))),
        ("a.txt", "[00:00:01]\n".repeat(40_000) + "a"),
        ("a.txt", "A  0:01\n".repeat(30_000) + "a"),
        ("a.txt", "A  0:01\na\n".repeat(30_000)),
        ("a.html", format!("<html><p>a{}", "<a name=\"ts_1_2_S\">a ".repeat(30_000))),
        ("a.html", format!("<html><p>a{}", "<span class=\"timestamp\" data-timestamp=\"1\">".repeat(30_000))),
        (
            "a.json",
            format!(
                "{{\"segments\":[{}{{\"start\":1,\"text\":\"a\"}}]}}",
                "{\"start\":-1e300,\"text\":\"a\"},".repeat(30_000)
            ),
        ),
    ] {
        let source = read(name, text.into_bytes(), &Reading::default()).expect(name);
        assert!(source.turns.len() <= crate::import::MAX_TURNS);
    }
    for deep in
        ["[".repeat(2_000_000), "{\"segments\":".repeat(30_000), format!("{{\"segments\":[{}", "[".repeat(30_000))]
    {
        assert_eq!(parse("a.json", &deep, &Reading::default()).format, Format::Text);
    }
}

/// Other people's subtitles: every file is read with its words or refused because it has none.
#[test]
fn subtitles_of_others() {
    let root = folder("../shared/data/others/subtitles/webvtt-py");
    if !root.is_dir() {
        eprintln!("SKIPPED: no {}", root.display());
        return;
    }
    let (mut all, mut table) = (0, String::new());
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(&root).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    names.sort();
    for path in names {
        let name = name_of(&path);
        let bytes = std::fs::read(&path).expect("read");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        all += 1;
        match read(&name, bytes, &Reading::default()) {
            Ok(source) => {
                holds(&source).expect("in order");
                assert!(!source.text.contains("-->") && !source.text.contains("<c"), "{name}: {}", source.text);
                for words in text.lines().filter(|line| line.starts_with("Caption text")) {
                    assert!(source.text.contains(words.trim()), "{name}: {words}");
                }
                let facts =
                    (source.format.key(), source.recorded.cues, source.anchors.len(), source.text.lines().count());
                writeln!(table, "{name} {facts:?}").expect("a string");
            }
            Err(error) => {
                let has_words = ["empty.vtt", "no_captions.vtt", "invalid_format1.srt"].contains(&name.as_str());
                assert!(has_words, "{name}: {error}");
                writeln!(table, "{name} refused: {error}").expect("a string");
            }
        }
    }
    assert!(all > 25, "{all}");
    eprintln!("{table}");
}
