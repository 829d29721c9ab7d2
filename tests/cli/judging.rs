//! What the researcher concludes, from the command line: findings, verdicts, cells, evaluations.

use crate::support::{Bench, gold};
use serde_json::{Value, json};

fn row<'a>(answer: &'a Value, code: &str) -> &'a Value {
    let rows = answer["items"].as_array().expect("rows");
    rows.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("no row {code}"))
}

fn cell<'a>(row: &'a Value, column: &str) -> &'a Value {
    let cells = row["cells"].as_array().expect("cells");
    cells.iter().find(|cell| cell["column"] == column).unwrap_or_else(|| panic!("no column {column}"))
}

#[test]
fn a_verdict_is_chosen_accepted_and_looked_at_again() {
    let bench = Bench::with_sample();
    let said = bench.run_in("id", ["verdict", "p.emaslim", "SUP", "partial", "--silent", "student"]).done();
    assert_eq!(said, "Hasil triangulasi sumber SUP: Sesuai sebagian (saran: Bertentangan)\n");
    let said = bench.run_in("id", ["verdict", "p.emaslim", "SUP", "--accept", "--conclusion", "Belum sesuai."]).done();
    assert_eq!(
        said,
        "Hasil triangulasi sumber SUP: Bertentangan (menerima saran)\nMenulis simpulan triangulasi sumber SUP\n"
    );
    let answer = bench.run(["compare", "p.emaslim", "--json"]).json();
    let sup = row(&answer, "SUP");
    assert_eq!((&sup["verdict"], &sup["conclusion"]), (&json!("dissonance"), &json!("Belum sesuai.")));
    assert_eq!(sup["silent"], json!(["student"]));
    assert!(!bench.run(["compare", "p.emaslim"]).done().contains("look again"));
    let codings = bench.items(&["codings", "--code", "SUP"]);
    let is_alone = |one: &&Value| codings.iter().filter(|other| other["segment"] == one["segment"]).count() == 1;
    let of_speaker = |one: &&Value| one["informants"].as_array().is_some_and(|list| !list.is_empty());
    let coding = codings.iter().filter(of_speaker).find(is_alone).expect("a coding");
    let coding = coding["id"].as_str().expect("an id").to_owned();
    bench.run(["uncode", "p.emaslim", &coding]).done();
    assert!(bench.run(["compare", "p.emaslim"]).done().contains("Dissonance (look again)"));
    bench.run(["undo", "p.emaslim"]).done();
    assert!(!bench.run(["compare", "p.emaslim"]).done().contains("look again"));
    for wrong in [
        &["verdict", "p.emaslim", "SUP"][..],
        &["verdict", "p.emaslim", "SUP", "maybe"],
        &["verdict", "p.emaslim", "SUP", "partial", "--accept"],
        &["verdict", "p.emaslim"],
    ] {
        bench.run(wrong.iter().copied()).sentence(2);
    }
    let sentence = bench.run(["verdict", "p.emaslim", "SUPP", "partial"]).sentence(1);
    assert!(sentence.contains("SUP"), "{sentence}");
}

#[test]
fn cells_take_a_summary_or_a_reason_and_a_line_that_no_code_touches() {
    let bench = Bench::with_sample();
    let cell_of = |by: &[&str], code: &str, column: &str| {
        let words = [&["compare", "p.emaslim", "--json", "--rows", "codes"], by].concat();
        cell(row(&bench.run(words).json(), code), column).clone()
    };
    assert_eq!(cell_of(&[], "EDU.4", "student")["empty_reason"], "not_asked");
    let codings = bench.items(&["codings"]).len();
    let words = ["cell", "p.emaslim", "EDU.4", "--column", "student", "--reason", "dont_know"];
    let words = [&words[..], &["--segment", "W.S3.19-02-2025, baris 28"]].concat();
    let said = bench.run_in("id", words).done();
    assert_eq!(said, "Sel kosong EDU.4 (Siswa): Menyatakan tidak tahu\n");
    assert_eq!(cell_of(&[], "EDU.4", "student")["empty_reason"], "dont_know");
    assert_eq!(bench.items(&["codings"]).len(), codings, "the words that show it are no coding");
    bench.run(["cell", "p.emaslim", "EDU.4", "--column", "Siswa", "--reason", "null"]).done();
    assert_eq!(cell_of(&[], "EDU.4", "student")["empty_reason"], "not_asked");
    let crossed = ["cell", "p.emaslim", "SUP", "--within", "technique", "--column", "interview/teacher"];
    let said = bench.run_in("en", [&crossed[..], &["--summary", "Sekali."]].concat()).done();
    assert_eq!(said, "Wrote the summary of SUP (Guru, Interview)\n");
    let sentence = bench.run(["cell", "p.emaslim", "SUP", "--column", "nobody", "--summary", "x"]).sentence(1);
    assert!(sentence.contains("principal, teacher, student"), "{sentence}");
    for wrong in [
        &["cell", "p.emaslim", "SUP", "--column", "student"][..],
        &["cell", "p.emaslim", "SUP", "--summary", "x"],
        &["cell", "p.emaslim", "SUP", "--column", "student", "--reason", "not_coded"],
        &["cell", "p.emaslim", "SUP", "--column", "student", "--segment", "W.S3 28"],
    ] {
        bench.run(wrong.iter().copied()).sentence(2);
    }
}

#[test]
fn an_evaluation_cites_by_line_and_asks_where_several_begin() {
    let bench = Bench::with_sample();
    let evaluate = ["evaluate", "p.emaslim", "SUP", "adequate", "--reason", "Sedang diperbaiki."];
    let said = bench.run_in("id", [&evaluate[..], &["--segment", "W.KS.12-02-2025, baris 45"]].concat()).done();
    assert_eq!(said, "Evaluasi SUP: Cukup, dengan 1 kutipan\n");
    let segments = bench.items(&["segments"]);
    let lines: Vec<(&str, u64)> = segments
        .iter()
        .map(|one| (one["source"].as_str().expect("a source"), one["line"].as_u64().expect("a line")))
        .collect();
    let (source, line) = lines
        .iter()
        .find(|place| lines.iter().filter(|other| other == place).count() > 1)
        .expect("a line where two segments begin");
    let sentence = bench.run([&evaluate[..], &["--segment", &format!("{source} {line}")]].concat()).sentence(1);
    let of_line = segments.iter().filter(|one| one["source"] == *source && one["line"] == *line);
    assert!(of_line.clone().all(|one| sentence.contains(one["id"].as_str().expect("an id"))), "{sentence}");
    bench.run([&evaluate[..], &["--segment", "W.KS 1"]].concat()).sentence(1);
    bench.run(["evaluate", "p.emaslim", "SUP", "adequate", "--reason", "x"]).sentence(2);
    bench.run(["evaluate", "p.emaslim", "SUP", "perfect", "--reason", "x", "--segment", "W.KS 45"]).sentence(2);
    assert_eq!(bench.run_in("id", ["evaluate", "p.emaslim", "SUP", "--remove"]).done(), "Menghapus evaluasi SUP\n");
}

#[test]
fn findings_are_listed_with_their_evidence_and_what_to_beware_of() {
    let bench = Bench::with_sample();
    let items = bench.items(&["findings"]);
    assert_eq!(items.len(), 3);
    let by_code = |code: &str| items.iter().find(|item| item["code"] == code).expect("a finding");
    assert_eq!(by_code("EDU.2")["warnings"], json!(["one_informant", "one_technique", "only_principal"]));
    assert_eq!(by_code("INO.1")["warnings"], json!([]));
    let sup = by_code("SUP.3");
    assert_eq!(sup["warnings"], json!(["unresolved"]));
    assert_eq!(sup["evidence"].as_array().map(Vec::len), Some(4));
    assert_eq!(sup["checks"][0]["state"], "confirmed");
    let answer = bench.run(["compare", "p.emaslim", "--rows", "findings", "--json"]).json();
    assert_eq!(answer["rows_kind"], "findings");
    let compared = row(&answer, "SUP.3");
    assert_eq!((&compared["kind"], &compared["id"]), (&json!("finding"), &sup["id"]));
    assert_eq!(cell(compared, "principal")["weakens"], 1);
    assert_eq!(cell(compared, "teacher")["supports"], 2);
    assert_eq!(compared["suggestion"]["verdict"], "dissonance");

    let id = sup["id"].as_str().expect("an id");
    let said = bench.run_in("id", ["verdict", "p.emaslim", id, "--accept"]).done();
    assert!(said.starts_with("Hasil triangulasi sumber “Hasil supervisi belum dibahas bersama guru.”"), "{said}");
    bench.run(["verdict", "p.emaslim", id, "--conclusion", "Guru lebih kuat."]).done();
    let listed = bench.items(&["findings"]);
    let sup = listed.iter().find(|item| item["id"] == id).expect("the finding");
    assert_eq!(sup["warnings"], json!([]), "the conclusion resolves the contradiction");
    assert_eq!(sup["verdicts"][0]["verdict"], "dissonance");
}

#[test]
fn a_finding_is_written_linked_checked_and_deleted() {
    let bench = Bench::with_sample();
    let add = ["finding", "p.emaslim", "add", "LEA", "Pengumuman sering mendadak", "--direction", "supports"];
    let line = bench.items(&["codings", "--code", "LEA"])[0]["segment"].as_str().expect("an id").to_owned();
    let said = bench.run_in("id", [&add[..], &["--segment", &line]].concat()).done();
    assert_eq!(said, "Menulis temuan “Pengumuman sering mendadak” di bawah LEA dengan 1 bukti\n");
    let claim = "Pengumuman sering mendadak";
    let said = bench.run_in("id", ["finding", "p.emaslim", "link", claim, "W.S3 28", "--direction", "context"]).done();
    assert_eq!(said, "Mengaitkan W.S3 baris 28 ke temuan “Pengumuman sering mendadak” (konteks)\n");
    bench.run(["finding", "p.emaslim", "unlink", claim, "W.S3 28"]).done();
    bench
        .run(["finding", "p.emaslim", "check", claim, "G2", "rejected", "--date", "2025-03-12", "--note", "Tidak"])
        .done();
    bench.run(["finding", "p.emaslim", "change", claim, "--code", "LEA.5"]).done();
    bench.run(["finding", "p.emaslim", "move", claim]).done();
    let all = bench.items(&["findings"]);
    let own = all.iter().find(|item| item["claim"] == claim).expect("the finding");
    assert_eq!((&own["code"], &own["checks"][0]["state"]), (&json!("LEA.5"), &json!("rejected")));
    bench.run(["finding", "p.emaslim", "delete", claim]).done();
    assert_eq!(bench.items(&["findings"]).len(), 3);
    bench.run(["finding", "p.emaslim", "delete", claim]).sentence(1);
    bench.run(["finding", "p.emaslim", "check", claim, "G2", "perhaps"]).sentence(2);
    bench.run(["finding", "p.emaslim", "change", claim]).sentence(2);
}

#[test]
fn columns_cross_so_that_nothing_is_left_out() {
    let bench = Bench::with_sample();
    let answer = bench.run(["compare", "p.emaslim", "--within", "technique", "--json"]).json();
    assert_eq!((&answer["by"], &answer["within"]), (&json!("group"), &json!("technique")));
    let ids: Vec<&str> = answer["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| column["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(
        ids,
        ["interview/principal", "interview/teacher", "interview/student", "observation/none", "document/none"]
    );
    assert_eq!(answer["left_out"]["no_informant"], 0);
    let plain = bench.run(["compare", "p.emaslim", "--by", "technique", "--json"]).json();
    for role in ["EDU", "MAN", "ADM", "SUP", "LEA", "INO", "MOT"] {
        let (crossed, plain) = (row(&answer, role), row(&plain, role));
        assert_eq!(cell(crossed, "observation/none")["segments"], cell(plain, "observation")["segments"]);
        assert_eq!(cell(crossed, "document/none")["segments"], cell(plain, "document")["segments"]);
        assert_eq!(&crossed["verdict"], &gold().triangulasi["sumber"][role]["verdict"]);
    }
}
