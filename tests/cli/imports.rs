//! `import` as one can trust it: a dry run says all and changes nothing, labels are decided and remembered, and
//! the answer for scripts always has every key.

use crate::support::Bench;
use serde_json::Value;
use std::collections::BTreeSet;

const KEYS: &str = "file state source_id source format encoding encoding_certain technique date place informants labels \
                    remembered turns lines warnings refusal preview correction";

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
fn pieces_of_a_recording_are_joined_and_cited_by_their_time() {
    let bench = Bench::with_project();
    let cue = |at: u32, words: &str| format!("00:01:{at:02}.000 --> 00:01:{:02}.000\n<v {words}\n\n", at + 2);
    let cues = [cue(2, "Budi>Apa?"), cue(5, "Sari>Supervisi dua kali"), cue(9, "Sari>setahun.")].concat();
    bench.write("a.vtt", format!("WEBVTT\n\n{cues}"));
    bench.write("b.vtt", format!("WEBVTT\n\n{cues}00:02:00.000 --> 00:02:0x\nBaik."));
    let joined = bench.run(["import", "p.emaslim", "a.vtt", "--json"]).json();
    assert_eq!((&joined["items"][0]["format"], &joined["items"][0]["lines"]), (&"vtt".into(), &2.into()));
    let kept = bench.run(["import", "p.emaslim", "b.vtt", "--cues", "keep", "--json"]).json();
    assert_eq!(
        (&kept["items"][0]["turns"], &kept["items"][0]["warnings"][0]["key"]),
        (&4.into(), &"import-warning-cues".into())
    );
    assert_eq!(bench.run(["text", "p.emaslim", "a"]).done(), "Budi: Apa?\nSari: Supervisi dua kali setahun.");
    bench.run(["project", "p.emaslim", "--citation", "{source}, baris {line} ({time})"]).done();
    bench.run(["code", "p.emaslim", "--source", "a", "--code", "SUP", "--quote", "setahun"]).done();
    assert_eq!(bench.items(&["codings"])[0]["citation"], "a, baris 2 (1:09)");
    let answer = bench.run(["import", "p.emaslim", "a.vtt", "--times", "x"]);
    assert_eq!(answer.status, 2);
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

/// A Word document of some paragraphs, with a comment on the last one.
fn word(paragraphs: &[&str], comment: &str) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|words| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")).collect();
    let body = body.strip_suffix("</w:p>").unwrap_or(&body);
    let relation = |kind: &str, target: &str| {
        let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        format!("<Relationships><Relationship Type=\"{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let parts = [
        ("_rels/.rels", relation("officeDocument", "word/document.xml")),
        ("word/_rels/document.xml.rels", relation("comments", "comments.xml")),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"w\"><w:body>{body}<w:commentReference w:id=\"1\"/></w:p></w:body></w:document>"
            ),
        ),
        (
            "word/comments.xml",
            format!(
                "<w:comments xmlns:w=\"w\"><w:comment w:id=\"1\" w:author=\"Dr. Wahyu\"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment></w:comments>"
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
    }
    zip.finish().expect("a document").into_inner()
}

#[test]
fn a_word_document_comes_in_with_its_comments() {
    let bench = Bench::with_project();
    let bytes = word(&["P: Apa kabar?", "KS: Baik.", "P: Lalu?", "KS: Supervisi dua kali."], "Mana buktinya?");
    bench.write("W.KS.12-02-2025.docx", &bytes);
    bench.write("W.G1.docx", &bytes[..bytes.len() / 2]);
    bench.write("W.G2.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let tried = bench.run(["import", "p.emaslim", "W.KS.12-02-2025.docx", "--dry-run", "--json"]).json();
    let item = &tried["items"][0];
    assert_eq!((&item["format"], &item["turns"], &item["date"]), (&"docx".into(), &4.into(), &"2025-02-12".into()));
    assert!(item["encoding"].is_null() && item["encoding_certain"].is_null());
    bench.run(["import", "p.emaslim", "W.KS.12-02-2025.docx"]).done();
    assert!(bench.run(["import", "p.emaslim", "W.G1.docx"]).sentence(1).contains("damaged"));
    assert!(bench.run(["import", "p.emaslim", "W.G2.doc"]).sentence(1).contains("Save it as .docx in Word"));
    assert_eq!(bench.items(&["sources"]).len(), 1);
    let text = bench.run(["text", "p.emaslim", "W.KS"]).done();
    assert!(text.contains("KS: Supervisi dua kali."), "{text}");
    let memos = bench.items(&["memos"]);
    assert_eq!((&memos[0]["host"], &memos[0]["text"]), (&"segment".into(), &"Dr. Wahyu: Mana buktinya?".into()));
    bench.run(["check", "p.emaslim"]).done();
    bench.run(["undo", "p.emaslim"]).done();
    assert!(bench.items(&["memos"]).is_empty() && bench.items(&["sources"]).is_empty());
}

#[test]
fn questions_without_labels_are_read_or_asked_for() {
    let bench = Bench::with_project();
    bench.write("W.S1.txt", "Apakah sering?\nSering.\nApa yang dilakukan?\nMelihat.\nSenang?\nSenang.\n");
    let read = |more: &[&str]| {
        let arguments = ["import", "p.emaslim", "W.S1.txt", "--dry-run", "--json"];
        let item = bench.run(arguments.iter().chain(more)).json()["items"][0].clone();
        (item["turns"].clone(), item["warnings"][0]["key"].clone())
    };
    assert_eq!(read(&[]), (0.into(), "import-warning-questions-open".into()));
    assert_eq!(read(&["--questions", "split"]), (6.into(), "import-warning-questions".into()));
    assert_eq!(read(&["--questions", "keep"]), (0.into(), "import-warning-no-turns".into()));
    assert_eq!(bench.run(["import", "p.emaslim", "W.S1.txt", "--questions", "x"]).status, 2);
}

#[test]
fn json_of_a_folder_is_taken_where_a_transcript_stands_in_it() {
    let bench = Bench::with_project();
    std::fs::create_dir(bench.at("data")).expect("a folder");
    bench.write("data/a.json", r#"{"segments":[{"start":0.5,"end":2,"text":"Pagi."}]}"#);
    bench.write("data/package.json", r#"{"name":"x"}"#);
    let answer = bench.run(["import", "p.emaslim", "data", "--json"]).json();
    assert_eq!(answer["items"].as_array().expect("items").len(), 1);
    assert_eq!((&answer["items"][0]["state"], &answer["items"][0]["format"]), (&"taken".into(), &"json".into()));
    let passed = answer["passed_over"].as_array().expect("a list");
    assert!(passed.len() == 1 && passed[0].as_str().is_some_and(|name| name.ends_with("package.json")), "{passed:?}");
}
