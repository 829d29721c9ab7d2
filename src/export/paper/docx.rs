//! Paper as a Word document: real styles, A4 with the margins of a thesis, heads and page numbers, rows of headings
//! that stand on every page, Arabic from the right. The same paper gives the same bytes.
//!
//! Written with `quick-xml` and `zip` rather than with a DOCX crate: those at hand know no repeated heading rows or no
//! runs from the right, and number their paragraphs differently each time.

use super::docx_parts as parts;
use super::{Block, Grid, Line, Paper, Section, writable};
use crate::export::{Error, Sink};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::io::{BufWriter, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Twentieths of a point: an A4 page, its margins (left 4 cm, the others 3 cm).
pub(super) const PAGE: (u32, u32) = (11_906, 16_838);
const LEFT: u32 = 2_268;
const OTHER: u32 = 1_701;
/// Widths of the number and of the speaker in a numbered transcript.
const NUMBER: u32 = 680;
const SPEAKER: u32 = 1_000;

/// Writes a paper.
pub(super) fn write(out: &mut dyn Sink, paper: &Paper) -> Result<(), Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // Of the archive's own times only this one is the same tomorrow.
        .last_modified_time(DateTime::default());
    let heads: Vec<&str> = paper.sections.iter().map(|section| section.head.as_str()).collect();
    let mut zip = ZipWriter::new(out);
    for (name, content) in [
        ("[Content_Types].xml", parts::content_types(heads.len())),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(paper)),
        ("docProps/app.xml", parts::APP.to_owned()),
        ("word/_rels/document.xml.rels", parts::document_relations(heads.len())),
        ("word/styles.xml", parts::styles(paper.language)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/footer1.xml", parts::FOOTER.to_owned()),
    ] {
        zip.start_file(name, options).map_err(failed)?;
        zip.write_all(content.as_bytes())?;
    }
    for (number, head) in (1..).zip(&heads) {
        zip.start_file(format!("word/header{number}.xml"), options).map_err(failed)?;
        zip.write_all(parts::header(&paper.title, head, width(paper)).as_bytes())?;
    }
    zip.start_file("word/document.xml", options).map_err(failed)?;
    {
        let xml = Writer::new(BufWriter::new(&mut zip));
        let mut body = Body { xml, width: width(paper), is_wide: paper.is_wide };
        body.document(paper)?;
        body.xml.get_mut().flush()?;
    }
    zip.finish().map_err(failed)?.flush()?;
    Ok(())
}

fn failed(error: zip::result::ZipError) -> Error {
    match error {
        zip::result::ZipError::Io(error) => Error::Write(error),
        other => Error::Write(std::io::Error::other(other.to_string())),
    }
}

/// The width of the words on a page.
fn width(paper: &Paper) -> u32 {
    if paper.is_wide { PAGE.1 - LEFT - OTHER } else { PAGE.0 - LEFT - OTHER }
}

struct Body<W: Write> {
    xml: Writer<W>,
    width: u32,
    is_wide: bool,
}

impl<W: Write> Body<W> {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), Error> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.xml.write_event(Event::Start(start))?)
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        Ok(self.xml.write_event(Event::End(BytesEnd::new(name)))?)
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), Error> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.xml.write_event(Event::Empty(start))?)
    }

    fn value(&mut self, name: &str, value: &str) -> Result<(), Error> {
        self.empty(name, &[("w:val", value)])
    }

    fn document(&mut self, paper: &Paper) -> Result<(), Error> {
        self.xml.get_mut().write_all(parts::DECLARATION.as_bytes())?;
        self.open("w:document", &[("xmlns:w", parts::WORD), ("xmlns:r", parts::OFFICE)])?;
        self.open("w:body", &[])?;
        self.paragraph("Title", &paper.title)?;
        self.identity(paper)?;
        let nothing = [Section::default()];
        let sections = if paper.sections.is_empty() { &nothing[..] } else { &paper.sections };
        for (at, section) in sections.iter().enumerate() {
            for block in &section.blocks {
                self.block(block)?;
            }
            let is_last = at + 1 == sections.len();
            let head = (!paper.sections.is_empty()).then_some(at + 1);
            if is_last {
                self.section(head)?;
            } else {
                // A section ends with its last paragraph, which says so.
                self.open("w:p", &[])?;
                self.open("w:pPr", &[])?;
                self.value("w:pStyle", "Note")?;
                self.section(head)?;
                self.close("w:pPr")?;
                self.close("w:p")?;
            }
        }
        self.close("w:body")?;
        self.close("w:document")
    }

    fn section(&mut self, head: Option<usize>) -> Result<(), Error> {
        self.open("w:sectPr", &[])?;
        if let Some(number) = head {
            let id = format!("header{number}");
            self.empty("w:headerReference", &[("w:type", "default"), ("r:id", &id)])?;
        }
        self.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer1")])?;
        self.value("w:type", "nextPage")?;
        let (width, height) = if self.is_wide { (PAGE.1, PAGE.0) } else { PAGE };
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if self.is_wide {
            size.push(("w:orient", "landscape"));
        }
        self.empty("w:pgSz", &size)?;
        let (left, other) = (LEFT.to_string(), OTHER.to_string());
        self.empty(
            "w:pgMar",
            &[
                ("w:top", &other),
                ("w:right", &other),
                ("w:bottom", &other),
                ("w:left", &left),
                ("w:header", "850"),
                ("w:footer", "850"),
                ("w:gutter", "0"),
            ],
        )?;
        self.close("w:sectPr")
    }

    fn identity(&mut self, paper: &Paper) -> Result<(), Error> {
        if paper.identity.is_empty() {
            return Ok(());
        }
        let name = 2_400;
        self.table_start("TableNormal", &[name, self.width - name])?;
        for (key, value) in &paper.identity {
            self.open("w:tr", &[])?;
            for (text, width) in [(key, name), (value, self.width - name)] {
                self.cell("Identity", text, width)?;
            }
            self.close("w:tr")?;
        }
        self.close("w:tbl")?;
        self.paragraph("Identity", "")
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading(level, text) => self.paragraph(&format!("Heading{level}"), text),
            Block::Body(text) => self.paragraph("Normal", text),
            Block::Points(points) => {
                points.iter().try_for_each(|text| self.paragraph("ListText", &format!("•\t{text}")))
            }
            Block::Note(text) => self.paragraph("Note", text),
            Block::Quote { words, foot } => {
                self.paragraph("Quote", words)?;
                self.paragraph("Citation", foot)
            }
            Block::Lines(lines) => self.lines(lines),
            Block::Table(grid) => self.grid(grid),
        }
    }

    fn lines(&mut self, lines: &[Line]) -> Result<(), Error> {
        let words = self.width - NUMBER - SPEAKER;
        self.table_start("NumberedLines", &[NUMBER, SPEAKER, words])?;
        for line in lines {
            self.open("w:tr", &[])?;
            self.cell("LineNumber", &line.number, NUMBER)?;
            self.cell("Speaker", &line.speaker, SPEAKER)?;
            self.cell("TranscriptLine", &line.words, words)?;
            self.close("w:tr")?;
        }
        self.close("w:tbl")
    }

    fn grid(&mut self, grid: &Grid) -> Result<(), Error> {
        if !grid.caption.is_empty() {
            self.paragraph("Caption", &grid.caption)?;
        }
        let all: u32 = grid.headings.iter().map(|(_, share)| *share).sum::<u32>().max(1);
        let widths: Vec<u32> = grid.headings.iter().map(|(_, share)| self.width * share / all).collect();
        self.table_start("TableGrid", &widths)?;
        self.open("w:tr", &[])?;
        self.open("w:trPr", &[])?;
        self.empty("w:cantSplit", &[])?;
        self.empty("w:tblHeader", &[])?;
        self.close("w:trPr")?;
        for ((heading, _), width) in grid.headings.iter().zip(&widths) {
            self.cell("TableHeading", heading, *width)?;
        }
        self.close("w:tr")?;
        for row in &grid.rows {
            self.open("w:tr", &[])?;
            for (text, width) in row.iter().zip(&widths) {
                self.cell("TableText", text, *width)?;
            }
            self.close("w:tr")?;
        }
        self.close("w:tbl")?;
        // Two tables in a row would run together.
        self.paragraph("TableText", "")
    }

    fn table_start(&mut self, style: &str, widths: &[u32]) -> Result<(), Error> {
        self.open("w:tbl", &[])?;
        self.open("w:tblPr", &[])?;
        self.value("w:tblStyle", style)?;
        let all = widths.iter().sum::<u32>().to_string();
        self.empty("w:tblW", &[("w:w", &all), ("w:type", "dxa")])?;
        self.empty("w:tblLayout", &[("w:type", "fixed")])?;
        self.empty("w:tblLook", &[("w:val", "0420"), ("w:firstRow", "1"), ("w:noVBand", "1")])?;
        self.close("w:tblPr")?;
        self.open("w:tblGrid", &[])?;
        for width in widths {
            self.empty("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        self.close("w:tblGrid")
    }

    fn cell(&mut self, style: &str, text: &str, width: u32) -> Result<(), Error> {
        self.open("w:tc", &[])?;
        self.open("w:tcPr", &[])?;
        self.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        self.close("w:tcPr")?;
        self.paragraph(style, text)?;
        self.close("w:tc")
    }

    /// A paragraph; a line break in the words is one in the paragraph.
    fn paragraph(&mut self, style: &str, text: &str) -> Result<(), Error> {
        let text = writable(text);
        let runs = runs(&text);
        self.open("w:p", &[])?;
        self.open("w:pPr", &[])?;
        self.value("w:pStyle", style)?;
        if runs.is_from_right {
            self.empty("w:bidi", &[])?;
        }
        self.close("w:pPr")?;
        for (words, is_from_right) in runs.runs {
            self.run(words, is_from_right)?;
        }
        self.close("w:p")
    }

    fn run(&mut self, words: &str, is_from_right: bool) -> Result<(), Error> {
        self.open("w:r", &[])?;
        if is_from_right {
            self.open("w:rPr", &[])?;
            self.empty("w:rtl", &[])?;
            self.close("w:rPr")?;
        }
        for piece in words.split_inclusive(['\n', '\t', '\r']) {
            let bare = piece.strip_suffix(['\n', '\t', '\r']).unwrap_or(piece);
            if !bare.is_empty() {
                self.open("w:t", &[("xml:space", "preserve")])?;
                self.xml.write_event(Event::Text(BytesText::new(bare)))?;
                self.close("w:t")?;
            }
            match &piece[bare.len()..] {
                "\n" | "\r" => self.empty("w:br", &[])?,
                "\t" => self.empty("w:tab", &[])?,
                _ => {}
            }
        }
        self.close("w:r")
    }
}

struct Runs<'a> {
    runs: Vec<(&'a str, bool)>,
    /// Whether the paragraph as a whole reads from the right.
    is_from_right: bool,
}

/// Cuts words where the direction of reading changes.
fn runs(text: &str) -> Runs<'_> {
    if !text.chars().any(may_read_from_right) {
        let runs = if text.is_empty() { Vec::new() } else { vec![(text, false)] };
        return Runs { runs, is_from_right: false };
    }
    let order = unicode_bidi::BidiInfo::new(text, None);
    let mut runs: Vec<(&str, bool)> = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices().skip(1).chain([(text.len(), ' ')]) {
        let is_end = order.levels.get(at).is_none_or(|level| level.is_rtl() != order.levels[start].is_rtl());
        if is_end {
            runs.push((&text[start..at], order.levels[start].is_rtl()));
            start = at;
        }
    }
    let is_from_right = order.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    Runs { runs, is_from_right }
}

/// Whether a character lies in a block of scripts from the right, or steers their direction.
const fn may_read_from_right(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
