//! Markdown as transcripts are typed in it.

use crate::import::tests::spoken;
use crate::import::{Format, ParsedSource, Reading, read};

fn parse(text: &str) -> ParsedSource {
    let read = read("wawancara.md", text.as_bytes().to_vec(), &Reading::default());
    read.unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn check(markdown: &str, text: &str) {
    let source = parse(markdown);
    assert_eq!((source.format, source.text.as_str()), (Format::Markdown, text), "{markdown}");
}

#[test]
fn signs_go_and_lines_stay() {
    check(
        "# Transkrip\n\n**P (Ana):** Apa *kabar*?\nKS: Baik\\*, ya.\n\n> kutipan\n\n[taut](https://a.id) dan `kode` &amp; ~~lama~~",
        "Transkrip\n\nP (Ana): Apa kabar?\nKS: Baik*, ya.\n\nkutipan\n\ntaut dan kode & lama",
    );
    check("1. P: Apa?\n2. KS: Ini.\n\n- satu\n- dua\n  lagi", "1. P: Apa?\n2. KS: Ini.\n\n- satu\n- dua\nlagi");
    check("---\ntanggal: 12-02-2025\n---\n\nisi", "tanggal: 12-02-2025\n\nisi");
    check("```\nP: Apa?\n  KS: Ini.\n```", "P: Apa?\n  KS: Ini.");
}

#[test]
fn what_only_looks_like_markdown_is_words() {
    check("KS: Ya <tertawa> begitu.\nP: Oh <br>ya", "KS: Ya <tertawa> begitu.\nP: Oh\nya");
    check("[S1]: ya\n\nS1: baik", "[S1]: ya\n\nS1: baik");
    check("[a]: https://a.id\n\nbaik [a]", "baik a");
}

#[test]
fn tables_and_notes() {
    let source = parse(
        "| S | ISI WAWANCARA | KODE |\n|---|---|---|\n| P | Apa? | |\n| KS | Ini[^1]. | W1 |\n| P | Oh. | |\n\n[^1]: Kaki.\n",
    );
    assert_eq!(source.text, "S\tISI WAWANCARA\tKODE\nP\tApa?\nKS\tIni[1].\tW1\nP\tOh.\n\n[1] Kaki.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Ini[1].", "?|Oh."]);
}

#[test]
fn depth_costs_nothing() {
    for sign in ["> ", "- ", "*", "[", "![", "<a>", "**a ", "`", "(", "|", "_a_ *"] {
        let source = parse(&format!("a\n\n{}b", sign.repeat(20_000)));
        assert!(source.text.ends_with('b'), "{sign}");
    }
}
