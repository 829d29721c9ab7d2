//! Odd names and odd texts, from the file to every list.

use crate::support::Bench;

const TEXT: &str = "P: Apa kabar?\nKS: Baik, terima kasih.\n";

/// A source under every name that a file can have keeps to one line of a list and is found by it.
#[test]
fn names_of_every_kind() {
    let bench = Bench::with_project();
    let long = format!("W.KS {}.txt", "panjang ".repeat(24));
    let mut names = vec![
        "W.KS 🙏🏽👨‍👩‍👧.txt",
        "W.KS ‘kutip’ ‚satu‘.txt",
        "W.KS \u{202E}kilab\u{202C}.txt",
        "وعليكم السلام.txt",
        "  W.KS jarak.txt",
        "W.KS..titik...txt",
        "CON-1.txt",
        &long,
    ];
    if cfg!(unix) {
        names.extend(["W.KS baris\nbaru.txt", "W.KS \"kutip\" 'satu'.txt", "W.KS\ttab.txt", "CON.txt", "a\\b:c*?.txt"]);
    }
    for (number, name) in names.iter().enumerate() {
        let file = bench.write(name, format!("{TEXT}KS: Nomor {number}.\n"));
        bench.run(["import".as_ref(), "p.emaslim".as_ref(), file.as_os_str()]).done();
    }
    let listed = bench.run(["sources", "p.emaslim"]).done();
    // The head of the table, and one line a source.
    assert_eq!(listed.lines().count(), names.len() + 1, "{listed}");
    assert!(!listed.contains(['\t', '\u{202E}']), "{listed}");
    let json = bench.run(["sources", "p.emaslim", "--json"]).json();
    let items = json["items"].as_array().expect("a list");
    for (item, name) in items.iter().zip(&names) {
        assert_eq!(item["original_name"].as_str(), Some(*name));
        let called = item["name"].as_str().expect("a name");
        assert!(!called.contains(['\n', '\t', '\u{202E}']) && called.trim() == called, "{called:?}");
        let text = bench.run(["text", "p.emaslim", called, "--lines", "2"]).done();
        assert_eq!(text, "KS: Baik, terima kasih.\n", "{called}");
    }
    bench.run(["check", "p.emaslim"]).done();
    let out = bench.at("semua.csv");
    let export = ["export", "p.emaslim", "--what", "excerpts", "--format", "csv", "-o"].map(std::ffi::OsStr::new);
    bench.run(export.into_iter().chain([out.as_os_str()])).done();
}

/// What was guessed and what could not be read is said, and the file comes in all the same.
#[test]
fn encodings_are_said() {
    let bench = Bench::with_project();
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, Vec<u8>, &str, &str); 3] = [
        ("W.KS.1.txt", [b"\xFF\xFE".to_vec(), utf16.clone()].concat(), "Apa kabar?", ""),
        ("W.KS.2.txt", utf16, "Apa kabar?", "UTF-16LE"),
        ("W.KS.3.txt", b"P: Apa \x93kabar\x94?\nKS: Baik.\n".to_vec(), "“kabar”", "windows-1252"),
    ];
    for (name, bytes, words, warned) in cases {
        let file = bench.write(name, bytes);
        let answer = bench.run(["import".as_ref(), "p.emaslim".as_ref(), file.as_os_str()]);
        let said = format!("{}{}", answer.out, answer.err);
        answer.done();
        assert!(said.contains(warned), "{said}");
        let text = bench.run(["text", "p.emaslim", name.strip_suffix(".txt").expect("a name")]).done();
        assert!(text.contains(words), "{text}");
    }
    bench.run(["check", "p.emaslim"]).done();
}
