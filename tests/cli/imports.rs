//! `import` as one can trust it: a dry run says all and changes nothing, labels are decided and remembered, and
//! the answer for scripts always has every key.

use crate::support::Bench;
use serde_json::Value;
use std::collections::BTreeSet;

const KEYS: &str = "file state source_id source encoding encoding_certain technique date place informants labels \
                    remembered turns lines warnings refusal preview";

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn talk(label: &str) -> String {
    format!("Peneliti: Apa kabar?\n{label}: Baik.\nPeneliti: Lalu?\n{label}: Supervisi dua kali.\n")
}

#[test]
fn a_dry_run_says_everything_and_changes_nothing() {
    let bench = Bench::with_project();
    bench.write("W.KS.txt", talk("KS"));
    bench.write("W.KS lagi.txt", talk("KS"));
    let before = bench.items(&["history"]);
    let answer = bench.run(["import", "p.emaslim", "W.KS.txt", "--dry-run", "--json"]).json();
    assert_eq!(answer["dry_run"], true);
    let item = &answer["items"][0];
    assert_eq!(keys(item), KEYS.split_whitespace().collect());
    assert_eq!(
        (&item["state"], &item["encoding"], &item["encoding_certain"]),
        (&"would_take".into(), &"UTF-8".into(), &true.into())
    );
    assert_eq!((&item["labels"][1]["label"], &item["labels"][1]["informant"]), (&"KS".into(), &"KS".into()));
    assert_eq!(keys(&item["labels"][0]), "label kind informant turns words example".split(' ').collect());
    assert_eq!(keys(&item["informants"][0]), "code description group standing child known".split(' ').collect());
    assert_eq!(item["preview"][0], "Peneliti: Apa kabar?");
    let out = bench.run(["import", "p.emaslim", "W.KS.txt", "--dry-run"]).done();
    for words in ["Encoding UTF-8", "Label “KS” → KS", "Supervisi", "Nothing was changed"] {
        assert!(out.contains(words), "{words}: {out}");
    }
    // The same words twice: the second would be refused, and is in the dry run too.
    let both = bench.run(["import", "p.emaslim", "W.KS.txt", "W.KS lagi.txt", "--dry-run"]);
    assert!(both.sentence(1).contains("W.KS"));
    assert_eq!(bench.items(&["history"]), before);
    assert!(bench.items(&["sources"]).is_empty());
}

#[test]
fn labels_are_decided_once_and_remembered() {
    let bench = Bench::with_project();
    bench.write("a.txt", talk("Kepsek"));
    bench.write("b.txt", format!("{} Lagi.\n", talk("kepsek")));
    let first = bench.run(["import", "p.emaslim", "a.txt", "--label", "Kepsek=KS", "--json"]).json();
    let item = &first["items"][0];
    assert_eq!(keys(item), KEYS.split_whitespace().collect());
    assert_eq!((&item["state"], &item["informants"][0]["code"]), (&"taken".into(), &"KS".into()));
    assert!(item["labels"].is_null() && item["preview"].is_null() && item["refusal"].is_null());
    let second = bench.run(["import", "p.emaslim", "b.txt", "--json"]).json();
    assert_eq!(second["items"][0]["remembered"][0]["informant"], "KS");
    let codes: Vec<Value> = bench.items(&["informants"]).into_iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["KS"]);
    for wrong in ["Kepsek", "=KS", "Kepsek="] {
        bench.run(["import", "p.emaslim", "a.txt", "--label", wrong]).sentence(2);
    }
    bench.run(["import", "p.emaslim", "a.txt", "--encoding", "utf-9"]).sentence(2);
}
