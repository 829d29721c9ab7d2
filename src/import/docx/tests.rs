//! Word documents as they are handed in, and as nobody should hand them in.

use crate::domain::{AnchorKind, Say, SourceText};
use crate::import::tests::packed::{packed, paragraphs, word, word_part, word_table, word_with};
use crate::import::tests::spoken;
use crate::import::{Encoding, Format, ParsedSource, Reading, read};

fn parse(bytes: Vec<u8>) -> ParsedSource {
    read("W.KS.12-02-2025.docx", bytes, &Reading::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn check(body: &str, text: &str) {
    assert_eq!(parse(word(body)).text, text, "{body}");
}

fn turns(body: &str, expected: &[&str]) {
    assert_eq!(spoken(&parse(word(body))), expected, "{body}");
}

fn keys(source: &ParsedSource) -> Vec<&str> {
    source.warnings.iter().map(|warning| warning.key.as_str()).collect()
}

#[test]
fn paragraphs_and_breaks_are_lines() {
    check(
        "<w:p><w:r><w:t>P: Apa?</w:t><w:br/><w:t>KS: Ini</w:t><w:cr/><w:t>lalu itu.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>P: Oh.</w:t></w:r></w:p><w:p/>",
        "P: Apa?\nKS: Ini\nlalu itu.\n\nP: Oh.",
    );
    check(
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>P</w:t><w:tab/><w:t xml:space=\"preserve\">: a&amp;b &lt;c&gt; </w:t><w:t>d&#8211;e</w:t></w:r></w:p>",
        "P\t: a&b <c> d–e",
    );
    check(
        "<w:p><w:r><w:t>satu</w:t><w:br w:type=\"page\"/><w:t>dua</w:t><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c </w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>",
        "satu\ndua\na\u{2011}b\u{ad}c ✓",
    );
    let source = parse(word(&paragraphs("P: Apa?\nKS: 👩‍🏫 é وعليكم")));
    assert_eq!((source.format, source.encoding, source.is_encoding_certain), (Format::Docx, Encoding::UTF_8, true));
    assert_eq!((source.name.as_str(), source.short.as_str()), ("W.KS.12-02-2025", "W.KS"));
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>P: Apa?</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">KS: satu </w:t></w:r><w:del><w:r><w:delText>dua</w:delText></w:r></w:del></w:p>\
        <w:p><w:ins><w:r><w:t>tiga</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>empat</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> lima</w:t></w:r></w:moveTo></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>enam</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let source = parse(word(body));
    assert_eq!(source.text, "P: Apa?\nKS: satu tiga lima\nenam");
    assert_eq!(keys(&source), ["import-warning-tracked"]);
    assert!(parse(word(&paragraphs("P: a\nKS: b"))).warnings.is_empty());
}

#[test]
fn an_interview_table_becomes_turns() {
    turns(
        &word_table(&[
            &["S", "ISI WAWANCARA", "KODE"],
            &["P", "Apa kabar, Bu?", "W1"],
            &["KS", "Baik./Setiap guru saya supervisi: dua kali.", "SUP"],
            &["", "Begitu.", ""],
            &["P:", "Oh.", ""],
        ]),
        &["?|Apa kabar, Bu?", "KS|Baik./Setiap guru saya supervisi: dua kali.\tSUP/\tBegitu.", "?|Oh."],
    );
}

#[test]
fn a_table_of_speakers_and_words_becomes_turns() {
    let two = [["P", "Apa?"], ["KS", "Ini."], ["P", "Lalu?"], ["KS", "Itu."]];
    let rows: Vec<&[&str]> = two.iter().map(<[&str; 2]>::as_slice).collect();
    turns(&word_table(&rows), &["?|Apa?", "KS|Ini.", "?|Lalu?", "KS|Itu."]);
    turns(
        &word_table(&[
            &["1.", "Peneliti", ":", "Apa?"],
            &["2.", "Guru 1", ":", "Ini."],
            &["3.", "Peneliti", ":", "Oh."],
        ]),
        &["?|Apa?", "Guru 1|Ini.", "?|Oh."],
    );
    // One cell that holds the whole interview, with what was coded beside it.
    turns(
        &word_table(&[&["No", "HASIL WAWANCARA", "KODE"], &["1/5", "P: Apa?/KS: Ini.", "A1/A2"]]),
        &["?|Apa?", "KS|Ini."],
    );
    // The head block in a table is a head block.
    let head = word_table(&[
        &["Hari/tanggal", ":", "Rabu, 12 Februari 2025"],
        &["Informan", ":", "Kepala Sekolah (KS)"],
        &["Tempat", ":", "Aula"],
    ]);
    let source = parse(word(&(head + &paragraphs("\nP: Apa?\nKS: Ini."))));
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Ini."]);
    assert_eq!((source.place.as_str(), source.header.len()), ("Aula", 3));
    let bare = word_table(&[&["Tanggal", "Rabu, 12 Februari 2025"], &["Tempat", "Aula"], &["Nama", "Ibu Sari"]]);
    let source = parse(word(&(bare + &paragraphs("\nP: Apa?\nKS: Ini.\nP: Oh"))));
    assert_eq!((spoken(&source).len(), source.place.as_str()), (3, "Aula"));
    // Tables of a document are nobody's words.
    let plain = word_table(&[&["Sumber dana", "BOS"], &["Kegiatan", "Lokakarya"], &["Sumber dana", "Komite"]]);
    let source = read("D.1.docx", word(&plain), &Reading::default()).expect("read");
    assert_eq!(
        (source.text.as_str(), source.turns.len()),
        ("Sumber dana\tBOS\nKegiatan\tLokakarya\nSumber dana\tKomite", 0)
    );
}

#[test]
fn conventions_of_theses() {
    let source = parse(word(&paragraphs(
        "TRANSKRIP WAWANCARA\nHari/tanggal : Rabu, 12 Februari 2025\nJam : 16.16 – 16.49 WIB\nTempat : Ruang guru\nNama : Ibu Sari\nSuasana wawancara : tenang\n\nKeterangan:\nP : Peneliti\nI2 : Guru kelas VIII\n\nP : apa kabar\nI2 : baik\nP : lalu?\nI2 : “tak jawab seonone lho mbak.” (saya jawab apa adanya.)",
    )));
    assert_eq!(
        spoken(&source),
        ["?|apa kabar", "I2|baik", "?|lalu?", "I2|“tak jawab seonone lho mbak.” (saya jawab apa adanya.)"]
    );
    assert_eq!(source.place, "Ruang guru");
    // A label whose runs are set apart, and one that changes its form.
    turns(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>K (Kiki)</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Ya.</w:t></w:r></w:p><w:p><w:r><w:t>P:</w:t></w:r><w:r><w:tab/><w:t>Apa?</w:t></w:r></w:p><w:p><w:r><w:t>K:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Ini.</w:t></w:r></w:p>",
        &["K|Ya.", "?|Apa?", "K|Ini."],
    );
}

#[test]
fn text_boxes_stand_once_behind_their_paragraph() {
    check(
        "<w:p><w:r><w:t>P: Apa</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>?</w:t></w:r></w:p><w:p><w:r><w:t>KS: Ini.</w:t></w:r></w:p>",
        "P: Apa?\nkotak\nKS: Ini.",
    );
}

#[test]
fn controls_links_and_fields_are_read() {
    check(
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>taut</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>an</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "tautan\n7y",
    );
}

#[test]
fn notes_stand_behind_the_text_and_belong_to_nobody() {
    let body = "<w:p><w:r><w:t>P: Apa?</w:t></w:r></w:p><w:p><w:r><w:t>KS: Ini</w:t></w:r><w:r><w:endnoteReference w:id=\"3\"/></w:r><w:r><w:t xml:space=\"preserve\"> dan itu</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let footnotes = "<w:footnotes xmlns:w=\"x\"><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Kaki: satu.</w:t></w:r></w:p><w:p><w:r><w:t>Dua.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let endnotes = "<w:endnotes xmlns:w=\"x\"><w:endnote w:id=\"3\"><w:p><w:r><w:t>Akhir.</w:t></w:r></w:p></w:endnote></w:endnotes>";
    let source = parse(word_with(body, &[("word/footnotes.xml", footnotes), ("word/endnotes.xml", endnotes)]));
    assert_eq!(source.text, "P: Apa?\nKS: Ini[1] dan itu[2].\n\n[1] Akhir.\n[2] Kaki: satu.\nDua.");
    assert_eq!(spoken(&source), ["?|Apa?", "KS|Ini[1] dan itu[2]."]);
    let anchors: Vec<_> =
        source.anchors.iter().map(|anchor| (anchor.position.get(), anchor.kind, anchor.value.as_str())).collect();
    assert_eq!(anchors, [(15, AnchorKind::Note, "1"), (26, AnchorKind::Note, "2")]);
    assert_eq!(keys(&source), ["import-warning-notes"]);
}

#[test]
fn comments_become_memos_at_their_places() {
    let body = "<w:p><w:r><w:t>P: Apa?</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">KS: Kami </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:r><w:t>supervisi é</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:t xml:space=\"preserve\"> dua kali.</w:t></w:r></w:p><w:p><w:r><w:t>P: Oh.</w:t></w:r><w:r><w:commentReference w:id=\"2\"/></w:r></w:p>";
    let comment = |id: u32, author: &str, words: &str| {
        format!("<w:comment w:id=\"{id}\" w:author=\"{author}\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>")
    };
    let comments = format!(
        "<w:comments xmlns:w=\"x\">{}{}{}{}</w:comments>",
        comment(0, "Dr. Wahyu &amp; Co", "Bukti?"),
        comment(1, "", "Lihat O.1."),
        comment(2, "Ana", "tanya lagi"),
        comment(9, "Ana", "di mana?")
    );
    let source = parse(word_with(body, &[("word/comments.xml", &comments)]));
    let text = SourceText::new(source.text.as_str());
    let memos: Vec<_> =
        source.memos.iter().map(|memo| (text.slice(memo.range).expect("words"), memo.text.as_str())).collect();
    assert_eq!(memos, [("supervisi é", "Dr. Wahyu & Co: Bukti?\n\nLihat O.1."), ("P: Oh.", "Ana: tanya lagi")]);
    assert_eq!(keys(&source), ["import-warning-comments"]);
}

#[test]
fn the_main_part_is_found_through_relationships() {
    let part = word_part(&paragraphs("P: Apa?\nKS: Ini.")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let relation = |target: &str| {
        format!(
            "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"{target}\"/></Relationships>"
        )
    };
    let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    for (target, name) in [
        ("/main/doc2.xml", "main/doc2.xml"),
        ("Main/Doc2.xml", "main\\doc2.xml"),
        ("../../main/doc2.xml", "main/doc2.xml"),
    ] {
        let bytes = packed(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", relation(target).as_bytes()),
            (name, part.as_bytes()),
        ]);
        assert_eq!(parse(bytes).text, "P: Apa?\nKS: Ini.", "{target}");
    }
    // UTF-16 is as good.
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(part.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bytes = packed(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", &wide)]);
    assert_eq!(parse(bytes).text, "P: Apa?\nKS: Ini.");
}

#[test]
fn what_cannot_be_read_says_why() {
    let whole = word(&paragraphs("P: Apa?\nKS: Ini."));
    let refused = |bytes: Vec<u8>, key: &str| {
        let error = read("W.KS.docx", bytes, &Reading::default()).expect_err("refused");
        assert_eq!(error.message().key, key, "{error}");
    };
    refused(whole[..whole.len() / 2].to_vec(), "import-error-damaged");
    refused(word("<w:p><w:r><w:t>a</w:t>"), "import-error-damaged");
    refused(word("<w:p/>"), "import-error-empty");
    refused(word("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"), "import-error-only-pictures");
    refused(packed(&[("[Content_Types].xml", b"<a>wordprocessingml</a>")]), "import-error-damaged");
    refused(
        packed(&[("[Content_Types].xml", b"<a>spreadsheetml</a>"), ("xl/workbook.xml", b"<a/>")]),
        "import-error-archive",
    );
    let traversal = packed(&[
        ("../../etc/passwd", b"x"),
        (
            "_rels/.rels",
            b"<Relationships><Relationship Type='x/officeDocument' Target='../../../etc/passwd'/></Relationships>",
        ),
        ("[Content_Types].xml", b"<a>wordprocessingml</a>"),
    ]);
    refused(traversal, "import-error-damaged");
}

#[test]
fn lists_have_the_numbers_that_everybody_sees() {
    let level = |at: u32, form: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering xmlns:w=\"x\"><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2.")
    );
    let item = |level: u32, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let read_with =
        |body: &str| parse(word_with(body, &[("word/numbering.xml", &numbering), ("word/styles.xml", "<a")]));
    // Questions that Word has numbered, answers in quotes.
    let list: String = ["Apa?", "Lalu?", "Oh?"].map(|ask| item(0, ask) + &paragraphs("“Ini.”")).concat();
    let source = read_with(&list);
    assert_eq!(source.text, "1. Apa?\n“Ini.”\n2. Lalu?\n“Ini.”\n3. Oh?\n“Ini.”");
    assert_eq!(spoken(&source)[..3], ["?|1. Apa?", "KS|“Ini.”", "?|2. Lalu?"]);
    // Labels behind numbers, a level below, an item of nothing but its number, one whose number stands in a cell.
    let labelled = item(0, "P: Apa?") + &item(1, "KS: Ini.") + &item(1, "P: Oh.") + &item(0, "");
    let source = read_with(
        &(labelled
            + "<w:tbl><w:tr><w:tc>"
            + &item(0, "")
            + "</w:tc><w:tc>"
            + &paragraphs("sel")
            + "</w:tc></w:tr></w:tbl>"),
    );
    assert_eq!(source.text, "1. P: Apa?\na. KS: Ini.\nb. P: Oh.\n2.\n3.\tsel");
    assert_eq!(spoken(&source)[..2], ["?|Apa?", "KS|Ini."]);
}
