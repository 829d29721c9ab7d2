//! `informant` and `assign`: one command a step, and what the listings say of it.

use crate::support::Bench;
use serde_json::Value;

fn informant<'a>(items: &'a [Value], code: &str) -> &'a Value {
    items.iter().find(|item| item["code"] == code).expect("an informant")
}

fn with<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["informant", "p.emaslim"];
    all.extend(words);
    all
}

#[test]
fn the_wrong_informant_is_corrected_with_one_command() {
    let bench = Bench::with_sample();
    let segments = |code: &str| informant(&bench.items(&["informants"]), code)["segments"].as_u64().expect("a number");
    let (g1, g2) = (segments("G1"), segments("G2"));
    assert!(g1 > 10 && g2 > 10);
    bench.run(["assign", "p.emaslim", "W.G2", "G1"]).done();
    assert_eq!((segments("G1"), segments("G2")), (g1 + g2, 0));
    let said = bench.run(["assign", "p.emaslim", "W.G2", "G2"]).done();
    assert!(said.starts_with("Assigned W.G2 to G2 (") && said.contains(&format!("{g2} segments")), "{said}");
    assert_eq!((segments("G1"), segments("G2")), (g1, g2));
    bench.run(["undo", "p.emaslim"]).done();
    assert_eq!(segments("G2"), 0);
    bench.run(["assign", "p.emaslim", "W.G2", "G9"]).sentence(1);
    bench.run(["assign", "p.emaslim", "all", "G2", "--label", "XY"]).sentence(1);
}

#[test]
fn informants_groups_and_attributes_are_set() {
    let bench = Bench::with_sample();
    bench.run(with(&["group", "add", "Orang tua"])).done();
    let facts = ["set", "OT1", "--group", "orang_tua", "--key", "--description", "Ibu S1", "--pseudonym", "Ibu Rina"];
    assert_eq!(bench.run(with(&facts)).done(), "Added informant OT1\n");
    bench.run(with(&["attribute", "add", "Kelas", "--kind", "choice", "--choices", "VIII A,VIII C"])).done();
    for (code, class) in [("S1", "Kelas=VIII A"), ("S2", "Kelas=viii c")] {
        bench.run(with(&["set", code, "--attribute", class])).done();
    }
    let refused = bench.run(with(&["set", "S3", "--attribute", "Kelas=IX"])).sentence(1);
    assert!(refused.contains("VIII A, VIII C"), "{refused}");
    let consent =
        ["set", "S1", "--child", "--consent", "written", "--consent-date", "2025-02-15", "--guardian", "Ibu S1"];
    bench.run([&with(&consent)[..], &["--assent", "yes", "--scope", "record,quote"]].concat()).done();
    let items = bench.items(&["informants"]);
    let s1 = informant(&items, "S1");
    assert_eq!((&s1["consent"], &s1["guardian"], &s1["assent"]), (&"written".into(), &"Ibu S1".into(), &true.into()));
    assert_eq!((&s1["scope"]["quote"], &s1["scope"]["archive"]), (&true.into(), &false.into()));
    assert_eq!((&s1["attributes"]["Kelas"], &s1["lacks_guardian"]), (&"VIII A".into(), &false.into()));
    assert_eq!(informant(&items, "OT1")["pseudonym"], "Ibu Rina");
    let compared = bench.run(["compare", "p.emaslim", "--by", "attribute:kelas", "--json"]).json();
    assert_eq!(compared["by"], "attribute:Kelas");
    let columns: Vec<&Value> = compared["columns"].as_array().expect("columns").iter().map(|one| &one["id"]).collect();
    assert_eq!(columns, ["VIII A", "VIII C", "none"]);
    assert!(bench.run(["compare", "p.emaslim", "--by", "attribute:Klas"]).sentence(1).contains("Kelas"));
    assert!(bench.run(["compare", "p.emaslim", "--by", "sideways"]).sentence(2).contains("attribute:NAME"));
    bench.run(with(&["set", "S1", "--code", "s2"])).sentence(1);
    for group in ["orang_tua", "principal", "student"] {
        bench.run(with(&["group", "delete", group])).done();
    }
    assert!(bench.run(with(&["group", "delete", "teacher"])).sentence(1).contains("last group"));
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn a_withdrawal_locks_and_a_purge_removes() {
    let bench = Bench::with_sample();
    let codings = bench.items(&["codings"]).len();
    bench.run(with(&["purge", "S2", "--yes-purge", "S2"])).sentence(1);
    bench.run(with(&["withdraw", "S2"])).done();
    let open = bench.items(&["codings"]);
    assert!(open.len() < codings && open.iter().all(|one| one["source"] != "W.S2.18-02-2025"));
    assert!(bench.run(["text", "p.emaslim", "W.S2"]).done().contains("S2: •"));
    let compared = bench.run(["compare", "p.emaslim", "--json"]).json();
    assert!(compared["left_out"]["withdrawn"].as_u64() > Some(5));
    let said = bench.run(["code", "p.emaslim", "--source", "W.S2", "--code", "EDU", "--range", "900..960"]).sentence(1);
    assert!(said.contains("withdrawn consent"), "{said}");
    let places = bench.run(with(&["places", "S2", "--json"])).json();
    assert!(places["items"].as_array().expect("places").iter().any(|one| one["kind"] == "source"));
    bench.run(with(&["restore", "S2"])).done();
    assert_eq!(bench.items(&["codings"]).len(), codings);
    bench.run(with(&["withdraw", "S2"])).done();
    bench.run(with(&["purge", "S2", "--yes-purge", "s2"])).sentence(1);
    let said = bench.run(with(&["purge", "S2", "--yes-purge", "S2"])).done();
    assert!(said.starts_with("Removed the words of S2 for good\n"), "{said}");
    assert!(bench.items(&["informants"]).iter().all(|one| one["code"] != "S2"));
    assert_eq!(bench.items(&["codings"]).len(), open.len());
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
    let file = std::fs::read(bench.at("p.emaslim")).expect("the file");
    assert!(!file.windows(12).any(|window| window == b"ditertawakan"), "a word that only S2 says");
}
