//! Pages as browsers, word processors and transcription programs save them.

use super::{Page, tokens};
use crate::import::tests::spoken;
use crate::import::{Encoding, Format, ParsedSource, Reading, read};

fn parse(page: &str) -> ParsedSource {
    let read = read("wawancara.html", page.as_bytes().to_vec(), &Reading::default());
    read.unwrap_or_else(|error| panic!("{page}: {error}"))
}

fn check(page: &str, text: &str) {
    assert_eq!(parse(page).text, text, "{page}");
}

#[test]
fn words_are_what_a_reader_sees() {
    check(
        "<!DOCTYPE html><html><head><title>Judul</title><style>p{}</style><script>var a='<p>x</p>';</script></head><body><nav><a>Beranda</a></nav><h1>Transkrip</h1>\n<p>P: Apa\n kabar?<br>KS:&nbsp;a &amp; b &lt;c&gt; &ndash; d</p><p hidden>x</p><div style='display: none'>y</div><p>P: <b>O</b>h.</body></html>",
        "Transkrip\nP: Apa kabar?\nKS:\u{a0}a & b <c> – d\nP: Oh.",
    );
    check(
        "<p>satu<p>dua<div>tiga<div>empat</div></div><ul><li>lima<li>enam</ul>tujuh",
        "satu\ndua\ntiga\nempat\nlima\nenam\ntujuh",
    );
    check("<pre>P: Apa?\n  KS: Ini.\n</pre>", "P: Apa?\n  KS: Ini.");
    check("<p>a<!-- <p>b --><br><br>c</p>", "a\n\nc");
    // What is never closed hides nothing but itself.
    check("<nav><a>Beranda</a><p>P: Apa?</p>", "Beranda\nP: Apa?");
}

#[test]
fn ordered_lists_have_the_numbers_that_everybody_sees() {
    check(
        "<ol start=3>\n<li><p>Apa?</p><p>lagi</p><li>Lalu?<ol type=a><li>satu</li> <li value=4>dua</ol><li> <ul><li>titik</ul></li></ol><li>sendiri",
        "3. Apa?\nlagi\n4. Lalu?\na. satu\nd. dua\ntitik\nsendiri",
    );
}

#[test]
fn tables_of_speakers_are_turns() {
    let source = parse(
        "<table>\n<tr><td>P</td>\n<td>Apa?</td></tr>\n<tr><td>KS<td><p>Ini.</p><p>Itu.</p>\n<tr><td>P<td>Oh.</table>",
    );
    assert_eq!(source.text, "P\tApa?\nKS\tIni.\nItu.\nP\tOh.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Ini./Itu.", "?|Oh."]);
}

#[test]
fn a_page_is_known_by_its_first_letters_and_read_in_its_encoding() {
    let of = |name: &str, bytes: &[u8]| read(name, bytes.to_vec(), &Reading::default()).expect("read");
    let page = of("x.txt", b"\n<!DOCTYPE HTML><p>P: Apa?<p>KS: Ini.");
    assert_eq!((page.format, page.text.as_str()), (Format::Html, "P: Apa?\nKS: Ini."));
    let page = of("x.html", b"<meta charset=windows-1256><p>\xC7\xE1");
    assert_eq!((page.encoding.name(), page.text.as_str()), ("windows-1256", "ال"));
    let wide: Vec<u8> = "\u{feff}<html><p>é</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!((of("x", &wide).encoding, of("x", &wide).text.as_str()), (Encoding::UTF_16LE, "é"));
    assert_eq!(of("x.txt", b"<tertawa> ya").text, "<tertawa> ya");
}

#[test]
fn what_nobody_writes_costs_little() {
    let many: String = (0..60_000).map(|number| format!(" a{number}=1")).collect();
    check(&format!("<p>satu<b{many}>dua</b>"), "satudua");
    let deep = "<div><b><i><table><tr><td>".repeat(20_000) + "dalam";
    assert_eq!(parse(&deep).text.trim(), "dalam");
    let page = "<p>".repeat(300_000);
    assert!(tokens(&page, true).1);
    assert!(Page::of(crate::import::written::Writing::default(), true).tables.is_empty());
}
