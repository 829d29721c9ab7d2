//! The parts of a Word document that hold no words of the project: styles, settings, heads and feet.

use super::{Paper, writable};
use crate::domain::Language;
use quick_xml::escape::escape;
use std::fmt::Write;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"document\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"app\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>"
);

pub(super) const APP: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
    "<Application>Emaslim</Application></Properties>"
);

pub(super) const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:defaultTabStop w:val=\"720\"/><w:compat>",
    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>",
    "</w:compat></w:settings>"
);

pub(super) const FOOTER: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    "</w:p></w:ftr>"
);

fn safe(text: &str) -> String {
    escape(writable(text).as_ref()).into_owned()
}

pub(super) fn content_types(headers: usize) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut text = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{word}.styles+xml\"/>\
         <Override PartName=\"/word/settings.xml\" ContentType=\"{word}.settings+xml\"/>\
         <Override PartName=\"/word/footer1.xml\" ContentType=\"{word}.footer+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    for number in 1..=headers {
        let _infallible =
            write!(text, "<Override PartName=\"/word/header{number}.xml\" ContentType=\"{word}.header+xml\"/>");
    }
    text + "</Types>"
}

pub(super) fn document_relations(headers: usize) -> String {
    let mut text = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"settings\" Type=\"{OFFICE}/settings\" Target=\"settings.xml\"/>\
         <Relationship Id=\"footer1\" Type=\"{OFFICE}/footer\" Target=\"footer1.xml\"/>"
    );
    for number in 1..=headers {
        let _infallible = write!(
            text,
            "<Relationship Id=\"header{number}\" Type=\"{OFFICE}/header\" Target=\"header{number}.xml\"/>"
        );
    }
    text + "</Relationships>"
}

/// Title, author and day among the properties of the file.
pub(super) fn core(paper: &Paper) -> String {
    let (title, author, day) = (safe(&paper.title), safe(&paper.author), paper.today);
    let subject = safe(paper.identity.first().map_or("", |(_, value)| value));
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>\
         <dc:creator>{author}</dc:creator><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created></cp:coreProperties>",
        locale(paper.language)
    )
}

const fn locale(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "id-ID",
        Language::English => "en-GB",
    }
}

/// The head of the pages of a section: the title, and at the right what the section is.
pub(super) fn header(title: &str, head: &str, width: u32) -> String {
    let right = if head.is_empty() {
        String::new()
    } else {
        format!("<w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", safe(head))
    };
    format!(
        "{DECLARATION}<w:hdr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/>\
         <w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>{right}</w:p></w:hdr>",
        safe(title)
    )
}

/// A paragraph style: id, name, base, what follows it, paragraph and run properties.
struct Style(&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const PARAGRAPHS: [Style; 21] = [
    Style(
        "Title",
        "Title",
        "Normal",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ),
    Style(
        "Heading1",
        "heading 1",
        "Normal",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    Style(
        "Heading2",
        "heading 2",
        "Normal",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"100\" w:line=\"276\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "Heading3",
        "heading 3",
        "Normal",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"80\" w:line=\"276\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:i/><w:iCs/>",
    ),
    Style(
        "Quote",
        "Quote",
        "Normal",
        "Citation",
        "<w:spacing w:before=\"60\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"720\" w:right=\"284\"/>",
        "",
    ),
    Style(
        "BlockQuotation",
        "Emaslim Kutipan Blok",
        "Quote",
        "Citation",
        "<w:spacing w:before=\"100\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"720\" w:right=\"567\"/><w:jc w:val=\"both\"/>",
        "",
    ),
    Style(
        "Citation",
        "Emaslim Rujukan",
        "Normal",
        "Normal",
        "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"180\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"720\" w:right=\"284\"/>",
        "<w:color w:val=\"4B5056\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    Style(
        "Caption",
        "caption",
        "Normal",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "TableCaption",
        "Emaslim Judul Tabel",
        "Caption",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "Note",
        "Emaslim Keterangan",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4B5056\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style(
        "Identity",
        "Identitas",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    Style(
        "TableHeading",
        "Emaslim Kepala Tabel",
        "Normal",
        "TableText",
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style(
        "TableText",
        "Emaslim Isi Tabel",
        "Normal",
        "TableText",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style("TableCentred", "Emaslim Isi Tabel Tengah", "TableText", "TableCentred", "<w:jc w:val=\"center\"/>", ""),
    Style(
        "SectionEnd",
        "Emaslim Akhir Bagian",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>",
    ),
    Style(
        "LineNumber",
        "Nomor baris",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"40\" w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
        "<w:color w:val=\"63686E\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style(
        "Speaker",
        "Penutur",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"40\" w:line=\"264\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/>",
    ),
    Style(
        "TranscriptLine",
        "Baris transkrip",
        "Normal",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"40\" w:line=\"264\" w:lineRule=\"auto\"/>",
        "",
    ),
    Style(
        "Header",
        "header",
        "Normal",
        "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"CFCFC9\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4B5056\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    Style(
        "Footer",
        "footer",
        "Normal",
        "Footer",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    Style(
        "ListText",
        "Butir",
        "Normal",
        "ListText",
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"360\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"40\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:left=\"360\" w:hanging=\"240\"/>",
        "",
    ),
];

/// The styles: Times New Roman 12 throughout.
pub(super) fn styles(language: Language) -> String {
    let font = "Times New Roman";
    let mut text = format!(
        "{DECLARATION}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
         <w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        locale(language)
    );
    for Style(id, name, base, next, paragraph, run) in PARAGRAPHS {
        let _infallible = write!(
            text,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>\
             <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    text.push_str(
        "<w:style w:type=\"character\" w:styleId=\"CellCitation\"><w:name w:val=\"Emaslim Rujukan Sel\"/><w:qFormat/>\
         <w:rPr><w:color w:val=\"4B5056\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _infallible = write!(text, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8D90\"/>");
    }
    text.push_str(
        "</w:tblBorders></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"EmaslimTable\"><w:name w:val=\"Emaslim Tabel\"/><w:basedOn w:val=\"TableGrid\"/><w:qFormat/><w:tblPr>\
         <w:tblCellMar><w:left w:w=\"90\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F3F0\"/></w:tcPr></w:tblStylePr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"NumberedLines\"><w:name w:val=\"Baris bernomor\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"160\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
    );
    text
}
