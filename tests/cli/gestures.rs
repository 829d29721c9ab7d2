//! What is done to one coding and its place, and going back to a point: each a step, said as a sentence, and refused in
//! one sentence where it cannot be.

use crate::support::Bench;

const CODE: [&str; 5] = ["code", "p.emaslim", "--source", "W.G1", "--code"];

fn bench() -> Bench {
    let bench = Bench::with_project();
    bench.write("W.G1.txt", "G1: Satu, dua, tiga 🙏🏽 empat.\n");
    bench.run(["import", "p.emaslim", "W.G1.txt"]).done();
    bench
}

fn coded(bench: &Bench, code: &str, quote: &str) -> String {
    let answer = bench.run([&CODE[..], &[code, "--quote", quote, "--json"]].concat()).json();
    answer["items"][0]["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_coding_changes_its_boundary_its_code_and_its_direction() {
    let bench = bench();
    let coding = coded(&bench, "SUP", "dua");
    let end = &coding[coding.len() - 8..];
    let run = |words: &[&str]| bench.run([&["coding", "p.emaslim", end][..], words].concat());
    assert_eq!(run(&["--range", "4..17"]).done(), "Moved the boundary of SUP in W.G1 within line 1\n");
    // Half an emoji is all of it.
    run(&["--range", "10..21"]).done();
    let said = run(&["--code", "SUP.2", "--direction", "weakens"]).done();
    assert_eq!(said, "Code at W.G1 line 1 replaced: SUP → SUP.2\nDirection of SUP.2 at W.G1 line 1: weakens\n");
    let item = &bench.items(&["codings"])[0];
    assert_eq!((&item["id"], &item["quote"]), (&coding.as_str().into(), &"dua, tiga 🙏🏽".into()));
    assert_eq!((&item["code"], &item["direction"]), (&"SUP.2".into(), &"weakens".into()));
    run(&["--direction", "none"]).done();
    assert!(bench.items(&["codings"])[0]["direction"].is_null());
    let nothing = run(&["--direction", "none"]).done();
    assert_eq!(run(&["--range", "10..21"]).done(), nothing, "there is nothing to change");
    // The same code again on words that overlap is the same coding.
    let joined = bench.run([&CODE[..], &["SUP.2", "--quote", "Satu, dua"]].concat()).done();
    assert_eq!(joined, "Coded W.G1 line 1 with SUP.2; one with an overlapping coding\n");
    let steps = bench.items(&["history"]).len();
    for (wrong, status) in [
        (&["--range", "4..400"][..], 1),
        (&["--range", "8..8"], 1),
        (&["--code", "NIHIL"], 1),
        (&["--direction", "up"], 2),
        (&["--range", "9..4"], 2),
        (&[], 2),
    ] {
        run(wrong).sentence(status);
    }
    bench.run(["coding", "p.emaslim", "00000000", "--range", "4..8"]).sentence(1);
    assert_eq!(bench.items(&["history"]).len(), steps);
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn a_place_has_a_reduction_and_a_key_mark() {
    let bench = bench();
    let coding = coded(&bench, "SUP", "dua");
    let run = |words: &[&str]| bench.run([&["segment", "p.emaslim", &coding][..], words].concat());
    let said = run(&["--key", "--reduction", "Dua kali"]).done();
    assert_eq!(said, "Marked W.G1 line 1 as a key quotation\nWrote the reduction of W.G1 line 1\n");
    let items = bench.items(&["segments"]);
    assert_eq!(items.len(), 1);
    assert_eq!(
        (&items[0]["reduction"], &items[0]["key"], &items[0]["codings"]),
        (&"Dua kali".into(), &true.into(), &1.into())
    );
    bench.write("inti.txt", "Dua kali,\r\ntiap semester\n");
    run(&["--reduction-file", "inti.txt"]).done();
    assert_eq!(bench.items(&["segments"])[0]["reduction"], "Dua kali,\ntiap semester");
    bench.run(["uncode", "p.emaslim", &coding]).done();
    let id = items[0]["id"].as_str().expect("an id");
    let said = bench.run(["segment", "p.emaslim", id, "--no-key", "--no-reduction"]).done();
    assert_eq!(said.lines().count(), 2);
    assert!(bench.items(&["segments"]).is_empty(), "nothing is known of it any more");
    bench.run(["segment", "p.emaslim", id, "--key"]).sentence(1);
    bench.run(["segment", "p.emaslim", id]).sentence(2);
    bench.run(["segment", "p.emaslim", id, "--key", "--no-key"]).sentence(2);
    bench.run(["segment", "p.emaslim", id, "--reduction", "x", "--no-reduction"]).sentence(2);
}

#[test]
fn the_history_leads_back_to_a_point_and_tells_of_one_coding() {
    let bench = bench();
    let before = bench.items(&["codings"]);
    let coding = coded(&bench, "SUP", "dua");
    coded(&bench, "EDU", "empat");
    bench.run(["coding", "p.emaslim", &coding, "--range", "4..13"]).done();
    let of_coding = bench.items(&["history", "--coding", &coding]);
    let operations: Vec<&str> = of_coding.iter().filter_map(|step| step["operation"].as_str()).collect();
    assert_eq!(operations, ["step-move-within", "step-code"], "newest first");
    let point = of_coding[1]["id"].as_str().expect("an id");
    let dry = bench.run(["undo", "p.emaslim", "--to", point, "--dry-run"]).done();
    let lines: Vec<&str> = dry.lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "Would be undone: Moved the boundary of SUP in W.G1 within line 1"));
    assert_eq!(bench.items(&["codings"]).len(), 2);
    let shown = bench.run(["history", "p.emaslim", "--coding", &coding]).done();
    let end = shown.lines().nth(2).and_then(|line| line.split_whitespace().next()).expect("a step");
    assert!(point.ends_with(end), "{shown}");
    assert_eq!(bench.run(["undo", "p.emaslim", "--to", end]).done().lines().count(), 3);
    assert_eq!(bench.items(&["codings"]), before);
    bench.run(["undo", "p.emaslim", "--to", point]).done();
    for _ in 0..3 {
        bench.run(["redo", "p.emaslim"]).done();
    }
    assert_eq!(bench.items(&["codings"]).len(), 2);
    let history = bench.items(&["history"]);
    let made = history.last().and_then(|step| step["id"].as_str()).expect("the first step");
    bench.run(["undo", "p.emaslim", "--to", made]).sentence(1);
    for wrong in ["00000000", "abc", ""] {
        bench.run(["undo", "p.emaslim", "--to", wrong]).sentence(1);
    }
    // Ids begin with the time: steps of one minute begin alike.
    bench.run(["undo", "p.emaslim", "--to", &point[..6]]).sentence(1);
    bench.run(["undo", "p.emaslim", "--dry-run"]).sentence(2);
    bench.run(["history", "p.emaslim", "--coding", "00000000-0000-0000-0000-000000000000"]).sentence(1);
    assert_eq!(bench.items(&["history"]).len(), history.len());
}
