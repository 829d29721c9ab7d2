//! Rich texts as Word, LibreOffice and old programs write them.

use crate::domain::SourceText;
use crate::import::tests::spoken;
use crate::import::{Format, ParsedSource, Reading, read};

fn parse(rtf: &str) -> ParsedSource {
    let read = read("W.KS.rtf", rtf.as_bytes().to_vec(), &Reading::default());
    read.unwrap_or_else(|error| panic!("{rtf}: {error}"))
}

fn check(body: &str, text: &str) {
    let source = parse(&format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}{{\\f1\\fcharset204 Arial Cyr;}}{{\\f2\\fcharset2 Symbol;}}{{\\f3\\fcharset128 MS;}}}}{{\\stylesheet{{\\s0 Normal;}}}}{{\\*\\generator x;}}{{\\info{{\\title y}}}}\\pard {body}}}"
    ));
    assert_eq!((source.format, source.text.as_str()), (Format::Rtf, text), "{body}");
}

#[test]
fn paragraphs_breaks_and_signs() {
    check(
        "P: Apa?\\par KS: Ini\\line lalu\\tab itu.\\par\\par\nP\\~: \\ldblquote a\\rdblquote\\emdash\\{b\\}\\\\ \\'e9",
        "P: Apa?\nKS: Ini\nlalu\titu.\n\nP\u{a0}: “a”—{b}\\ é",
    );
    check("a{\\b b}{\\v0 c}\\\nd", "abc\nd");
}

#[test]
fn letters_by_code_page_and_unicode() {
    check("\\f1\\'cf\\f0\\'e9 {\\f2 a\\'b7} \\f3\\'83e\\f0 .", "Пé α• テ.");
    check("\\u233?\\u8211\\'96\\uc2\\u1575??\\uc0\\u1604  x", "é–ال x");
    check("\\uc1\\u-10179?\\u-8704?!\\u-10179? \\u233{}?", "😀!\u{fffd} é?");
    check("{\\upr{lama}{\\*\\ud{baru \\u233?}}}", "baru é");
    // Bytes beyond ASCII as they stand, and where all of them are UTF-8.
    check("é “a”", "é “a”");
    let source = read("a.rtf", b"{\\rtf1\\ansi\\ansicpg1250 \xe8a}".to_vec(), &Reading::default()).expect("read");
    assert_eq!(source.text, "ča");
}

#[test]
fn fields_pictures_and_what_was_deleted() {
    check(
        "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt taut}} {\\pict\\pngblip 89504e47}{\\*\\tidakada z}{\\deleted lama }\\revised baru{\\header kop}",
        "taut (x) baru",
    );
    check(
        "{\\listtext\\pard\\plain 1.\\tab}\\pard Apa?\\par {\\listtext\\f2 \\'b7\\tab}Ini.\\par{\\pntext a)\\tab}{\\*\\pn\\pnlvl1{\\pntxta )}}Itu.\\par {\\listtext 2.\\tab}\\par Oh.",
        "1. Apa?\n• Ini.\na) Itu.\n\nOh.",
    );
    let bytes = b"{\\rtf1 a{\\pict\\bin4 {}}\\}b}".to_vec();
    assert_eq!(read("a.rtf", bytes, &Reading::default()).expect("read").text, "ab");
}

#[test]
fn tables_are_rows() {
    let row = |one: &str, two: &str| format!("\\trowd\\cellx100\\cellx200\\pard\\intbl {one}\\cell {two}\\cell\\row ");
    let table = row("P", "Apa?") + &row("KS", "Ini.\\par Itu.") + &row("P", "Oh.") + "\\pard selesai";
    check(&table, "P\tApa?\nKS\tIni.\nItu.\nP\tOh.\nselesai");
    let source = parse(&format!("{{\\rtf1 {table}}}"));
    assert_eq!(spoken(&source)[..2], ["?|Apa?", "KS|Ini./Itu."]);
}

#[test]
fn notes_and_comments() {
    let source = parse(
        "{\\rtf1 P: Apa?\\par KS: Kami {\\*\\atrfstart 7}supervisi{\\*\\atrfend 7}{\\*\\atnid DW}{\\*\\atnauthor Dr. Wahyu}\\chatn{\\*\\annotation{\\*\\atnref 7}\\pard Bukti?} rutin{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Kaki: satu.}.}",
    );
    assert_eq!(source.text, "P: Apa?\nKS: Kami supervisi rutin[1].\n\n[1] Kaki: satu.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Kami supervisi rutin[1]."]);
    let text = SourceText::new(source.text.as_str());
    let memo = &source.memos[0];
    assert_eq!((text.slice(memo.range), memo.text.as_str()), (Some("supervisi"), "Dr. Wahyu: Bukti?"));
}

#[test]
fn what_is_cut_off_is_read_and_said() {
    let source = parse("{\\rtf1 P: Apa?\\par {\\b KS: Ini");
    assert_eq!(source.text, "P: Apa?\nKS: Ini");
    assert_eq!(source.warnings[0].key, "import-warning-incomplete");
    let deep = "{".repeat(200_000);
    assert_eq!(parse(&format!("{{\\rtf1 a{deep}b")).text, "a");
    // A brace too many in the middle takes nothing away.
    assert_eq!(parse("{\\rtf1 a}b}").text, "ab");
}
