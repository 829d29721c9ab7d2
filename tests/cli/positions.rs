//! Positions are code points, lines are physical lines, and a quotation is the words that were selected,
//! whatever letters they are written in.

use crate::support::Bench;

const TALK: &str = "\u{feff}P: Apa kabar? 🙏🏽\r\nG1: Baik 👨‍👩‍👧‍👦, e\u{301}tude a\u{323}\u{302} — السلام عليكم.\r\n\rG1: “Boleh, Ka 🙏” \u{2028}terus.\n";
/// The same as the program keeps it: no mark at the start, every line end LF.
const KEPT: &str =
    "P: Apa kabar? 🙏🏽\nG1: Baik 👨‍👩‍👧‍👦, e\u{301}tude a\u{323}\u{302} — السلام عليكم.\n\nG1: “Boleh, Ka 🙏” \u{2028}terus.\n";

fn bench() -> Bench {
    let bench = Bench::with_project();
    bench.write("talk.txt", TALK);
    bench.run(["import", "p.emaslim", "talk.txt", "--technique", "interview"]).done();
    bench
}

#[test]
fn a_text_comes_back_as_it_is() {
    let bench = bench();
    assert_eq!(bench.run(["text", "p.emaslim", "talk"]).done(), KEPT);
    let lines: Vec<&str> = KEPT.split_inclusive('\n').collect();
    assert_eq!(bench.run(["text", "p.emaslim", "talk", "--lines", "2-3"]).done(), lines[1..3].concat());
    assert_eq!(bench.run(["text", "p.emaslim", "talk", "--lines", "4"]).done(), lines[3]);
    let letters: Vec<char> = KEPT.chars().collect();
    let items = bench.items(&["text", "talk"]);
    assert_eq!(items.len(), 4);
    for item in items {
        let place = |key: &str| usize::try_from(item[key].as_u64().expect("a number")).expect("small");
        assert_eq!(item["text"], letters[place("start")..place("end")].iter().collect::<String>());
    }
}

#[test]
fn every_range_is_its_slice_and_stands_on_its_line() {
    let bench = bench();
    let letters: Vec<char> = KEPT.chars().collect();
    for words in ["🙏🏽", "👨‍👩‍👧‍👦, e\u{301}tude", "a\u{323}\u{302} — السلام", "عليكم.\n\nG1: “Boleh", "Ka 🙏” \u{2028}terus"]
    {
        let start = KEPT[..KEPT.find(words).expect("stands there")].chars().count();
        let end = start + words.chars().count();
        assert_eq!(letters[start..end].iter().collect::<String>(), words);
        let range = format!("{start}..{end}");
        let by_range = ["code", "p.emaslim", "--source", "talk", "--code", "EDU", "--range", &range, "--json"];
        let item = bench.run(by_range).json()["items"][0].clone();
        assert_eq!(item["quote"], words);
        assert_eq!((&item["start"], &item["end"]), (&start.into(), &end.into()));
        let line = |at: usize| letters[..at].iter().filter(|letter| **letter == '\n').count() + 1;
        assert_eq!((&item["line"], &item["line_end"]), (&line(start).into(), &line(end - 1).into()));
        let by_words =
            bench.run(["code", "p.emaslim", "--source", "talk", "--code", "MAN", "--quote", words, "--json"]).json();
        assert_eq!(by_words["items"][0]["segment"], item["segment"], "the same place is the same segment");
        bench.write("words.txt", format!("{}\r\n", words.replace('\n', "\r\n")));
        let by_file = bench
            .run(["code", "p.emaslim", "--source", "talk", "--code", "LEA", "--quote-file", "words.txt", "--json"])
            .json();
        assert_eq!(by_file["items"][0]["segment"], item["segment"], "the same place is the same segment");
    }
    assert!(bench.run(["check", "p.emaslim"]).done().contains('5'));
}

#[test]
fn a_range_that_cuts_a_cluster_is_widened() {
    let bench = bench();
    let family = KEPT[..KEPT.find("👨‍👩‍👧‍👦").expect("stands there")].chars().count();
    let range = format!("{}..{}", family + 1, family + 2);
    let item = bench
        .run(["code", "p.emaslim", "--source", "talk", "--code", "EDU", "--range", &range, "--json"])
        .json()["items"][0]
        .clone();
    assert_eq!(item["quote"], "👨‍👩‍👧‍👦");
    assert_eq!(item["start"], family);
}
