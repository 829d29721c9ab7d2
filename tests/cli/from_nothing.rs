//! The sample study reached from nothing: `new`, `import study/txt/*` without options, one `code --quote` a
//! passage and code.

use super::demo::TABLE;
use crate::support::{Bench, gold, texts};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

/// Segments by row code and column label.
fn counts(answer: &Value) -> BTreeMap<String, BTreeMap<String, u64>> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let columns: BTreeMap<String, String> = answer["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| (text(&column["id"]), text(&column["label"])))
        .collect();
    let cells = |row: &Value| {
        row["cells"]
            .as_array()
            .expect("cells")
            .iter()
            .map(|cell| (columns[&text(&cell["column"])].clone(), cell["segments"].as_u64().expect("a number")))
            .collect()
    };
    answer["items"].as_array().expect("rows").iter().map(|row| (text(&row["code"]), cells(row))).collect()
}

fn compare(bench: &Bench, rows: &str, by: &str) -> Value {
    bench.run(["compare", "p.emaslim", "--rows", rows, "--by", by, "--json"]).json()
}

/// Holds every number of the study's own counts against the program's.
fn assert_counts(bench: &Bench) {
    let expected = &gold().hitungan;
    let by_group = compare(bench, "roles", "group");
    let keys: Vec<&str> =
        by_group["columns"].as_array().expect("columns").iter().filter_map(|column| column["id"].as_str()).collect();
    assert_eq!(keys, ["principal", "teacher", "student"]);
    for (role, groups) in &expected.peran_x_kelompok_sumber {
        let row = by_group["items"].as_array().expect("rows").iter().find(|row| row["code"] == **role);
        let cells = row.expect("a row")["cells"].as_array().expect("cells");
        for (cell, group) in cells.iter().zip(["kepala_sekolah", "guru", "siswa"]) {
            assert_eq!(cell["segments"], groups[group], "{role} {group}");
        }
    }
    for (role, numbers) in TABLE {
        let groups = &expected.peran_x_kelompok_sumber[role];
        assert_eq!([groups["kepala_sekolah"], groups["guru"], groups["siswa"]], numbers);
    }
    let by_technique = compare(bench, "roles", "technique");
    for (role, techniques) in &expected.peran_x_teknik {
        let row = by_technique["items"].as_array().expect("rows").iter().find(|row| row["code"] == **role);
        let cells = row.expect("a row")["cells"].as_array().expect("cells");
        for (key, name) in [("interview", "wawancara"), ("observation", "observasi"), ("document", "dokumentasi")] {
            let cell = cells.iter().find(|cell| cell["column"] == key).expect("a cell");
            assert_eq!(cell["segments"], techniques[name], "{role} {name}");
        }
    }
    let by_source = counts(&compare(bench, "roles", "source"));
    for (role, sources) in &expected.peran_x_dokumen {
        for (short, number) in sources {
            let found = by_source[role].iter().find(|(name, _)| name.starts_with(&format!("{short}.")));
            assert_eq!(found.map(|(_, count)| *count), Some(*number), "{role} {short}");
        }
    }
    // A code's row holds the codes below it; its own quotations are counted by `codes`.
    let by_code = counts(&compare(bench, "codes", "technique"));
    let codes = bench.items(&["codes"]);
    for code in &codes {
        let short = code["code"].as_str().expect("a short code");
        let own = expected.subkode.get(short).copied().unwrap_or(0);
        assert_eq!(code["segments"], own, "{short}");
        if short.contains('.') {
            assert_eq!(by_code[short].values().sum::<u64>(), own, "{short}");
        }
    }
    let places: BTreeSet<(String, u64, u64)> = bench
        .items(&["codings"])
        .iter()
        .map(|coding| {
            let number = |key: &str| coding[key].as_u64().expect("a number");
            (coding["source"].as_str().expect("a name").to_owned(), number("start"), number("end"))
        })
        .collect();
    assert_eq!(places.len(), expected.jumlah_segmen);
}

/// What stays the same from one building of the study to the next.
fn comparable(bench: &Bench) -> BTreeSet<String> {
    let keep = |mut coding: Value| {
        let object = coding.as_object_mut().expect("an object");
        for key in ["id", "segment", "source_id", "revision", "code_id", "coder", "created"] {
            object.remove(key);
        }
        coding.to_string()
    };
    bench.items(&["codings"]).into_iter().map(keep).collect()
}

#[test]
fn the_sample_study_is_reached_one_quotation_at_a_time() {
    let bench = Bench::new();
    bench.run(["new", "p.emaslim", "--lang", "id"]).done();
    let mut words: Vec<OsString> = vec!["import".into(), "p.emaslim".into()];
    words.extend(texts().into_iter().map(OsString::from));
    let answer = bench.run(words);
    assert_eq!(answer.err, "", "no warning for a well-formed study");
    assert_eq!(answer.done().lines().count(), 10);
    let started = std::time::Instant::now();
    let mut codings = 0;
    for passage in &gold().koding {
        for code in &passage.codes {
            let words = ["code", "p.emaslim", "--source", passage.source(), "--code", code];
            let more = ["--quote", &passage.quote, "--direction", passage.direction()];
            bench.run(words.iter().chain(&more)).done();
            codings += 1;
        }
    }
    eprintln!("{codings} codings in {:?}", started.elapsed());
    assert_eq!(codings, 201);
    assert_counts(&bench);
    assert_eq!(bench.items(&["history"]).len(), 1 + 10 + 201);
    assert!(bench.run(["check", "p.emaslim"]).done().contains("167"));
    assert_eq!(comparable(&bench), comparable(&Bench::with_sample()));
}

#[test]
fn every_number_of_the_study_comes_out_of_the_demo() {
    assert_counts(&Bench::with_sample());
}

#[test]
fn every_informant_is_found_without_being_told() {
    let bench = Bench::with_sample();
    let found: Vec<(String, String)> = bench
        .items(&["informants"])
        .iter()
        .map(|informant| {
            let text = |key: &str| informant[key].as_str().expect("text").to_owned();
            (text("code"), text("group"))
        })
        .collect();
    let expected = [
        ("G1", "teacher"),
        ("G2", "teacher"),
        ("KS", "principal"),
        ("S1", "student"),
        ("S2", "student"),
        ("S3", "student"),
    ];
    assert_eq!(found, expected.map(|(code, group)| (code.to_owned(), group.to_owned())));
}

#[test]
fn what_must_not_count_does_not() {
    let bench = Bench::with_sample();
    let before = compare(&bench, "codes", "group");
    let mut asked = 0;
    for passage in &gold().bukan_bukti {
        let source = passage.file.strip_suffix(".txt").expect("a text file");
        let is_question = passage.speaker.as_deref() == Some("P");
        asked += u32::from(is_question);
        assert_eq!(is_question, source.starts_with("W.KS") && [18, 29].contains(&passage.line));
        for code in &passage.must_not {
            let mut words = vec!["code", "p.emaslim", "--source", source, "--code", code, "--quote", &passage.quote];
            if !is_question {
                words.extend(["--direction", "context"]);
            }
            bench.run(words).done();
        }
    }
    assert_eq!((asked, gold().bukan_bukti.len()), (2, 9));
    let after = compare(&bench, "codes", "group");
    let evidence = |answer: &Value| {
        let mut rows = answer["items"].clone();
        for row in rows.as_array_mut().expect("rows") {
            for cell in row["cells"].as_array_mut().expect("cells") {
                // A question that carries a code asks about it, which is why a cell may be empty, and no evidence.
                cell["asked"] = json!(null);
                cell["empty_reason"] = json!(null);
            }
            row["suggestion"] = row["suggestion"]["verdict"].clone();
        }
        rows
    };
    assert_eq!(evidence(&after), evidence(&before));
    assert_eq!(after["left_out"]["researcher"], 2);
    assert_eq!(after["left_out"]["context"], 7);
    assert_eq!(before["left_out"]["context"], 0);
}
