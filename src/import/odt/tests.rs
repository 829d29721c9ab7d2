//! OpenDocument texts as LibreOffice writes them.

use crate::domain::{Say, SourceText};
use crate::import::tests::packed::{open_document, open_document_with, packed};
use crate::import::tests::spoken;
use crate::import::{Format, ParsedSource, Reading, read};

fn parse(body: &str) -> ParsedSource {
    let read = read("W.KS.odt", open_document(body), &Reading::default());
    read.unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn keys(source: &ParsedSource) -> Vec<&str> {
    source.warnings.iter().map(|warning| warning.key.as_str()).collect()
}

#[test]
fn spaces_tabs_and_breaks() {
    let source = parse(
        "<text:h>TRANSKRIP</text:h><text:p>P:<text:tab/>Apa<text:s text:c=\"3\"/>kabar?<text:line-break/>KS: a &amp;\n   b<text:soft-page-break/> c</text:p><text:p/><text:list><text:list-item><text:p>P: Oh.</text:p></text:list-item></text:list>",
    );
    assert_eq!(source.text, "TRANSKRIP\nP:\tApa   kabar?\nKS: a & b c\n\nP: Oh.");
    assert_eq!((source.format, spoken(&source).len()), (Format::Odt, 3));
}

#[test]
fn deleted_text_is_left_out_and_said() {
    let source = parse(
        "<text:tracked-changes><text:changed-region text:id=\"1\"><text:deletion><office:change-info><dc:creator>Ana</dc:creator></office:change-info><text:p>rahasia</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>KS: Ini<text:change text:change-id=\"1\"/> saja.</text:p><text:p>P: Oh.</text:p>",
    );
    assert_eq!(source.text, "KS: Ini saja.\nP: Oh.");
    let tracked = &source.warnings[0];
    assert_eq!((tracked.key.as_str(), keys(&source).len()), ("import-warning-tracked", 1));
}

#[test]
fn notes_and_comments_leave_the_flow() {
    let source = parse(
        "<text:p>P: Apa?</text:p><text:p>KS: Kami <office:annotation office:name=\"c1\"><dc:creator>Dr. Wahyu</dc:creator><dc:date>2025-02-12</dc:date><text:p>Bukti?</text:p></office:annotation>supervisi<office:annotation-end office:name=\"c1\"/> rutin<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Kaki: satu.</text:p></text:note-body></text:note>.</text:p>",
    );
    assert_eq!(source.text, "P: Apa?\nKS: Kami supervisi rutin[1].\n\n[1] Kaki: satu.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Kami supervisi rutin[1]."]);
    let text = SourceText::new(source.text.as_str());
    let memo = &source.memos[0];
    assert_eq!(text.slice(memo.range), Some("supervisi"));
    assert!(memo.text.starts_with("Dr. Wahyu: ") && memo.text.ends_with("Bukti?"), "{}", memo.text);
    assert_eq!(source.anchors[0].value, "1");
}

#[test]
fn tables_and_boxes() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let row = |one: &str, two: &str| format!("<table:table-row>{}{}</table:table-row>", cell(one), cell(two));
    let table = format!(
        "<table:table>{}{}{}</table:table>",
        row("P", "Apa?"),
        row("KS", "Ini.</text:p><text:p>Itu."),
        row("P", "Oh.")
    );
    let source = parse(&table);
    assert_eq!(source.text, "P\tApa?\nKS\tIni.\nItu.\nP\tOh.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Ini./Itu.", "?|Oh."]);
    let source = parse(
        "<text:p>KS: Ini<draw:frame><draw:text-box><text:p>kotak</text:p></draw:text-box><svg:desc>gambar</svg:desc></draw:frame> dan itu.</text:p><text:p>P: Oh.</text:p>",
    );
    assert_eq!(source.text, "KS: Ini dan itu.\nkotak\nP: Oh.");
}

#[test]
fn what_cannot_be_read_says_why() {
    let refused = |bytes: Vec<u8>, key: &str| {
        let error = read("W.KS.odt", bytes, &Reading::default()).expect_err("refused");
        assert_eq!(error.message().key, key, "{error}");
    };
    let whole = open_document("<text:p>a</text:p>");
    refused(whole[..whole.len() - 30].to_vec(), "import-error-damaged");
    refused(open_document("<text:p>a"), "import-error-damaged");
    refused(open_document("<text:p/>"), "import-error-empty");
    let locked =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    refused(open_document_with("<text:p>a</text:p>", locked), "import-error-locked");
    refused(packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), "import-error-archive");
}

#[test]
fn lists_have_the_numbers_that_everybody_sees() {
    let styles = "<office:document-content><office:automatic-styles><text:list-style style:name=\"L1\">\
        <text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
        <text:list-level-style-number text:level=\"2\" loext:num-list-format=\"%1%.%2%)\" style:num-format=\"a\" text:display-levels=\"2\"/>\
        <text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"–\"/></text:list-style></office:automatic-styles><office:body><office:text>";
    let item = |words: &str, inside: &str| {
        format!("<text:list-item><text:p>{words}</text:p><text:p>lagi</text:p>{inside}</text:list-item>")
    };
    let list = |more: &str, items: &str| format!("<text:list {more}>{items}</text:list>");
    let deep = list("", &item("c", ""));
    let inner = list("", &(item("a", &deep) + &item("b", "")));
    let body = list("text:style-name=\"L1\"", &(item("Apa?", &inner) + &item("Lalu?", "")))
        + "<text:p>di antaranya</text:p>"
        + &list("text:style-name=\"L1\" text:continue-numbering=\"true\"", &item("Oh?", ""))
        + &list(
            "text:style-name=\"L1\"",
            "<text:list-header><text:p>kepala</text:p></text:list-header><text:list-item text:start-value=\"7\"><text:p>Tujuh</text:p></text:list-item>",
        )
        + &list("text:style-name=\"tidak ada\"", &item("tanpa", ""));
    let content = format!("{styles}{body}</office:text></office:body></office:document-content>");
    let bytes =
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())]);
    let source = read("W.KS.odt", bytes, &Reading::default()).expect("read");
    let lines: Vec<&str> = source.text.lines().filter(|line| *line != "lagi").collect();
    assert_eq!(
        lines,
        ["1. Apa?", "1.a) a", "– c", "1.b) b", "2. Lalu?", "di antaranya", "3. Oh?", "kepala", "7. Tujuh", "tanpa"]
    );
}
