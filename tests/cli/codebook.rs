//! The codebook from the command line: changed, merged with a preview, taken out and read back without loss, and
//! every refusal a sentence that leaves all as it was.

use crate::support::Bench;
use serde_json::Value;

fn book(bench: &Bench, words: &[&str]) -> String {
    bench.run([&["codebook", "p.emaslim"], words].concat()).done()
}

fn refused(bench: &Bench, words: &[&str]) -> String {
    let before = bench.items(&["codes"]);
    let said = bench.run([&["codebook", "p.emaslim"], words].concat()).sentence(1);
    assert_eq!(bench.items(&["codes"]), before, "{words:?}");
    said
}

fn of(bench: &Bench, short: &str) -> Value {
    let codes = bench.items(&["codes"]);
    codes.into_iter().find(|code| code["code"] == short).unwrap_or_else(|| panic!("no code {short}"))
}

#[test]
fn codes_are_added_changed_moved_and_deleted() {
    let bench = Bench::with_sample();
    assert_eq!(
        book(&bench, &["add", "Melaporkan hasil", "--parent", "SUP"]),
        "Added the code SUP.6 Melaporkan hasil\n"
    );
    assert_eq!(book(&bench, &["rename", "SUP.6", "Melapor"]), "Name of SUP.6: Melaporkan hasil → Melapor\n");
    book(&bench, &["recolour", "SUP.6", "#123456"]);
    book(&bench, &["set", "SUP.6", "--definition", "Apa pun", "--keyword", "satu", "--keyword", "dua"]);
    assert_eq!(book(&bench, &["set", "MAN", "--key", "4"]), "Key 4 now applies MAN, no longer SUP\n");
    assert_eq!(book(&bench, &["move", "SUP.6", "--under", "LEA", "--place", "1"]), "Moved the code SUP.6 below LEA\n");
    let moved = of(&bench, "SUP.6");
    assert_eq!(moved["parent_id"], of(&bench, "LEA")["id"]);
    assert!(book(&bench, &["delete", "SUP", "--dry-run"]).starts_with("This takes along: 6 codes"));
    let said = book(&bench, &["delete", "SUP"]);
    assert!(said.starts_with("Deleted the code SUP with 5 codes below it and "), "{said}");
    let versions = book(&bench, &["versions"]);
    assert!(versions.contains("Name of SUP.6: “Melaporkan hasil” → “Melapor”"), "{versions}");
    for _ in 0..7 {
        bench.run(["undo", "p.emaslim"]).done();
    }
    assert_eq!(bench.items(&["codes"]).len(), 61);
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn a_merge_is_shown_first_and_the_old_name_still_leads_there() {
    let bench = Bench::with_sample();
    let merge = ["merge", "SUP.2", "--into", "SUP.3"];
    let preview = bench.run([&["codebook", "p.emaslim"], &merge[..], &["--dry-run", "--json"]].concat()).json();
    let done = bench.run([&["codebook", "p.emaslim"], &merge[..], &["--json"]].concat()).json();
    assert_eq!(preview["items"], done["items"]);
    assert!(done["items"][0]["codings"].as_u64().is_some_and(|moved| moved > 0));
    let by_old = bench.items(&["codings", "--code", "SUP.2"]);
    assert!(!by_old.is_empty() && by_old.iter().all(|coding| coding["code"] == "SUP.3"));
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
    assert_eq!(
        bench.run(["undo", "p.emaslim"]).done(),
        format!(
            "Undone: Merged SUP.2 into SUP.3 ({} codings)\n",
            by_old.len() - bench.items(&["codings", "--code", "SUP.3"]).len()
        )
    );
}

#[test]
fn a_codebook_comes_back_from_its_files_as_it_was() {
    let bench = Bench::with_sample();
    book(&bench, &["add", "Kode | dengan \"tanda\"; koma, dan = sama", "--colour", "#112233"]);
    book(&bench, &["set", "SUP.2", "--counts", "=1+1", "--counts", "satu | dua\ntiga\\", "--alias", "lama"]);
    book(&bench, &["add", "Cucu", "--parent", "SUP.2"]);
    book(&bench, &["set", "MAN", "--key", "none"]);
    for format in ["json", "csv"] {
        let (first, second) = (format!("a.{format}"), format!("b.{format}"));
        bench.run(["export", "p.emaslim", "--what", "codebook", "--format", format, "-o", &first]).done();
        let project = format!("{format}.emaslim");
        bench.run(["new", &project, "--codebook", &first]).done();
        bench.run(["export", &project, "--what", "codebook", "--format", format, "-o", &second]).done();
        let read = |name: &str| std::fs::read_to_string(bench.at(name)).expect("a file");
        assert_eq!(read(&first), read(&second), "{format}");
        let again = bench.run(["codebook", "p.emaslim", "import", &first, "--dry-run"]).done();
        assert_eq!(again, "0 new codes, 0 changed, 63 unchanged.\n");
    }
}

#[test]
fn a_second_codebook_stands_beside_the_first() {
    let bench = Bench::with_sample();
    bench.write("teori.csv", "Kode;Nama;Warna\nA;Arah;#445566\nB;Bukti;\n");
    let said = book(&bench, &["import", "teori.csv", "--beside", "Teori kedua"]);
    assert_eq!(said, "Added the codebook Teori kedua with 2 codes\n");
    book(&bench, &["add", "Cara", "--codebook", "Teori kedua"]);
    bench
        .run([
            "export",
            "p.emaslim",
            "--what",
            "codebook",
            "--format",
            "csv",
            "--codebook",
            "Teori kedua",
            "-o",
            "t.csv",
        ])
        .done();
    let table = std::fs::read_to_string(bench.at("t.csv")).expect("a file");
    assert_eq!(table.lines().count(), 4);
    let compared = |more: &[&str]| {
        let rows = bench.items(&[&["compare", "--rows", "codes"], more].concat());
        rows.iter().map(|row| row["label"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(compared(&["--codebook", "Teori kedua"]), ["Arah", "Bukti", "Cara"]);
    assert_eq!(compared(&[]).len(), 61);
    book(&bench, &["rename-book", "Teori kedua", "Teori ketiga"]);
    assert!(book(&bench, &["delete-book", "Teori ketiga"]).contains("3 codes"));
    assert_eq!(bench.items(&["codes"]).len(), 61);
}

#[test]
fn what_is_no_codebook_is_a_sentence_and_changes_nothing() {
    let bench = Bench::with_sample();
    assert!(refused(&bench, &["move", "SUP", "--under", "SUP.1"]).contains("stands below it"));
    assert!(refused(&bench, &["move", "SUP", "--under", "SUP"]).contains("SUP"));
    assert!(refused(&bench, &["recolour", "SUP", "merah"]).contains("“merah” is no colour"));
    assert!(refused(&bench, &["set", "SUP", "--key", "10"]).contains("10"));
    assert!(refused(&bench, &["merge", "SUP", "--into", "SUP.1"]).contains("other way round"));
    assert!(refused(&bench, &["delete-book", "Tidak ada"]).contains("gone"));
    for (name, table, words) in [
        ("ring.csv", "short,name,parent\nA,a,B\nB,b,A\n", "stands below itself"),
        ("colour.csv", "short,name,colour\nA,a,merah\n", "At 2, “merah” is no colour"),
        ("twice.csv", "short,name\nA,a\nA,b\n", "A stands twice"),
        ("bytes.csv", "\u{0}\u{1}\u{2}\u{3}", "no column name"),
    ] {
        bench.write(name, table);
        let said = refused(&bench, &["import", name]);
        assert!(said.contains(words), "{name}: {said}");
    }
    let rows: String = (0..2_000).map(|at| format!("C{at},{}{at}\n", "n".repeat(300))).collect();
    bench.write("many.csv", format!("short,name\n{rows}"));
    assert_eq!(book(&bench, &["import", "many.csv"]), "Imported a codebook: 2000 new codes, 0 changed\n");
    assert_eq!(bench.items(&["codes"]).len(), 2_061);
    bench.run(["undo", "p.emaslim"]).done();
    assert_eq!(bench.items(&["codes"]).len(), 61);
}
