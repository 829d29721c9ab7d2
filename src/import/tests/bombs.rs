//! Documents that are made to harm: each is refused or read, soon and in little memory. Sizes are those that show
//! growth; how fast it is, is for the benches.

use super::packed::{open_document, packed, paragraphs, word, word_part};
use crate::domain::Say;
use crate::import::{Format, Reading, read};

fn refused(name: &str, bytes: Vec<u8>) -> String {
    read(name, bytes, &Reading::default()).map_or_else(|error| error.message().key, |source| source.text)
}

#[test]
fn a_part_that_unpacks_without_end() {
    // Nothing, in a few kilobytes.
    let most = usize::try_from(crate::import::package::LARGEST_PART).expect("fits");
    let part = vec![b' '; most + 1];
    let bytes = packed(&[("word/document.xml", &part)]);
    assert!(bytes.len() < 1_000_000);
    assert_eq!(refused("a.docx", bytes), "import-error-too-large");
    let bytes = packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &part)]);
    assert_eq!(refused("a.odt", bytes), "import-error-too-large");
}

#[test]
fn entities_are_not_filled_in() {
    let bomb = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let part = word_part("<w:p><w:r><w:t>P: &b; &x; &amp;</w:t></w:r></w:p>").replace("?>", &format!("?>{bomb}"));
    assert_eq!(refused("a.docx", packed(&[("word/document.xml", part.as_bytes())])), "P: &b; &x; &");
}

#[test]
fn a_size_that_is_a_lie() {
    let honest = word(&paragraphs("P: Apa?\nKS: Ini."));
    // The size when unpacked stands at 22 in the local header and at 24 in the list at the end.
    let mut at = 0;
    let mut bytes = honest;
    while at + 30 < bytes.len() {
        let offset = match &bytes[at..at + 4] {
            b"PK\x03\x04" => 22,
            b"PK\x01\x02" => 24,
            _ => {
                at += 1;
                continue;
            }
        };
        bytes[at + offset..at + offset + 4].copy_from_slice(&0xFFFF_FF00_u32.to_le_bytes());
        at += 4;
    }
    // What is there is read, or the file is refused; nothing is made room for.
    let said = refused("a.docx", bytes);
    assert!(said == "P: Apa?\nKS: Ini." || said == "import-error-damaged", "{said}");
}

#[test]
fn depth_and_emptiness() {
    let deep = "<w:sdt><w:sdtContent>".repeat(100_000)
        + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>"
        + &"</w:sdtContent></w:sdt>".repeat(100_000);
    assert_eq!(refused("a.docx", word(&deep)), "dalam");
    let tables = "<w:tbl><w:tr><w:tc>".repeat(30_000)
        + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>"
        + &"</w:tc></w:tr></w:tbl>".repeat(30_000);
    assert_eq!(refused("a.docx", word(&tables)).trim(), "dalam");
    let boxes = "<w:p><w:txbxContent>".repeat(30_000)
        + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>"
        + &"</w:txbxContent></w:p>".repeat(30_000);
    assert_eq!(refused("a.docx", word(&boxes)).trim(), "dalam");
    assert_eq!(refused("a.docx", word(&"<w:r/>".repeat(1_000_000))), "import-error-empty");
    let cells = format!("<w:tbl><w:tr>{}</w:tr></w:tbl><w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:tc/>".repeat(500_000));
    assert_eq!(refused("a.docx", word(&cells)).trim(), "a");
    let spans = "<text:span>".repeat(100_000) + "dalam" + &"</text:span>".repeat(100_000);
    assert_eq!(refused("a.odt", open_document(&format!("<text:p>{spans}</text:p>"))), "dalam");
    assert_eq!(refused("a.odt", open_document(&"<text:p/>".repeat(500_000))), "import-error-empty");
    let many = format!("{}<text:p>a</text:p>", "<text:p/>".repeat(2_100_000));
    assert_eq!(refused("a.odt", open_document(&many)), "import-error-too-many-lines");
    let spaces = "<text:s text:c=\"999999999\"/>".repeat(3000);
    assert_eq!(refused("a.odt", open_document(&format!("<text:p>a{spaces}</text:p>"))), "a");
}

#[test]
fn a_list_longer_than_any_document_has() {
    let mut bytes = word(&paragraphs("a"));
    bytes.extend(b"PK\x01\x02".repeat(30_000));
    assert_eq!(Format::of("a.docx", &bytes), Format::Docx);
    assert_eq!(refused("a.docx", bytes), "import-error-too-large");
}
