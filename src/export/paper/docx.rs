//! Paper as a Word document: real styles, A4 with the margins of a thesis, heads and page numbers, rows of headings
//! that stand on every page, Arabic from the right. The same paper gives the same bytes.
//!
//! Written with `quick-xml` and `zip` rather than with a DOCX crate: those at hand know no repeated heading rows or no
//! runs from the right, and number their paragraphs differently each time.

use super::docx_parts as parts;
use super::measure::{self, MARGIN, PAGE, WIDE_MARGIN};
use super::{Block, Grid, GridCell, Line, Paper, Section, writable};
use crate::export::{Error, Sink};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::io::{BufWriter, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Widths, in twentieths of a point, of the number and of the speaker in a numbered transcript.
const NUMBER: u32 = 680;
const SPEAKER: u32 = 1_000;

/// Writes a paper.
pub(super) fn write(out: &mut dyn Sink, paper: &Paper) -> Result<(), Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // Of the archive's own times only this one is the same tomorrow.
        .last_modified_time(DateTime::default());
    let head = |section: &Section| {
        let width = measure::words_on(section.is_wide).0;
        match (paper.is_bare, section.head.as_str()) {
            (true, _) => parts::header(&paper.study, &paper.author, width),
            (false, head) => parts::header(&paper.title, head, width),
        }
    };
    let heads: Vec<String> = paper.sections.iter().map(head).collect();
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
        zip.write_all(head.as_bytes())?;
    }
    zip.start_file("word/document.xml", options).map_err(failed)?;
    {
        let xml = Writer::new(BufWriter::new(&mut zip));
        let mut body = Body { xml, width: measure::words_on(false).0, is_wide: false };
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
        let nothing = [Section::default()];
        let sections = if paper.sections.is_empty() { &nothing[..] } else { &paper.sections };
        for (at, section) in sections.iter().enumerate() {
            self.is_wide = section.is_wide;
            self.width = measure::words_on(section.is_wide).0;
            if at == 0 && !paper.is_bare {
                self.paragraph("Title", &paper.title)?;
                self.identity(paper)?;
            }
            for (place, block) in section.blocks.iter().enumerate() {
                // Two tables in a row would run together.
                let is_behind = place > 0 && matches!(section.blocks.get(place - 1), Some(Block::Table(_)));
                if is_behind {
                    self.paragraph("TableText", "")?;
                }
                self.block(block)?;
            }
            let is_last = at + 1 == sections.len();
            let head = (!paper.sections.is_empty()).then_some(at + 1);
            // A section ends with its last paragraph, which says so; behind a table there has to be one anyway, and it
            // is so low that it never begins a page of its own.
            let ends_in_table = matches!(section.blocks.last(), Some(Block::Table(_)));
            if !is_last || ends_in_table {
                self.open("w:p", &[])?;
                self.open("w:pPr", &[])?;
                self.value("w:pStyle", "SectionEnd")?;
                if !is_last {
                    self.section(head)?;
                }
                self.close("w:pPr")?;
                self.close("w:p")?;
            }
            if is_last {
                self.section(head)?;
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
        let (wide, margin) = (WIDE_MARGIN.to_string(), MARGIN.to_string());
        self.empty(
            "w:pgMar",
            &[
                ("w:top", &wide),
                ("w:right", &margin),
                ("w:bottom", &margin),
                ("w:left", &wide),
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
                let is_long = measure::is_block_quotation(words);
                self.paragraph(if is_long { "BlockQuotation" } else { "Quote" }, words)?;
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
            self.paragraph("TableCaption", &grid.caption)?;
        }
        let widths = grid.widths(self.width);
        self.table_start("EmaslimTable", &widths)?;
        self.open("w:tr", &[])?;
        self.open("w:trPr", &[])?;
        self.empty("w:cantSplit", &[])?;
        self.empty("w:tblHeader", &[])?;
        self.close("w:trPr")?;
        for ((heading, _), width) in grid.headings.iter().zip(&widths) {
            self.cell_start(*width, true)?;
            self.paragraph("TableHeading", heading)?;
            self.close("w:tc")?;
        }
        self.close("w:tr")?;
        for row in &grid.rows {
            self.open("w:tr", &[])?;
            if !measure::is_long_row(Grid::row_height(row, &widths), self.is_wide) {
                self.open("w:trPr", &[])?;
                self.empty("w:cantSplit", &[])?;
                self.close("w:trPr")?;
            }
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let style = if grid.centred.contains(&at) { "TableCentred" } else { "TableText" };
                self.cell_start(*width, false)?;
                self.grid_cell(style, cell)?;
                self.close("w:tc")?;
            }
            self.close("w:tr")?;
        }
        self.close("w:tbl")
    }

    fn grid_cell(&mut self, style: &str, cell: &GridCell) -> Result<(), Error> {
        if cell.paragraphs.is_empty() {
            return self.paragraph(style, "");
        }
        for paragraph in &cell.paragraphs {
            let stretches: Vec<(&str, bool)> =
                paragraph.iter().map(|stretch| (stretch.words.as_str(), stretch.is_small)).collect();
            self.stretches(style, &stretches)?;
        }
        Ok(())
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
        self.cell_start(width, false)?;
        self.paragraph(style, text)?;
        self.close("w:tc")
    }

    fn cell_start(&mut self, width: u32, is_head: bool) -> Result<(), Error> {
        self.open("w:tc", &[])?;
        self.open("w:tcPr", &[])?;
        self.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        if is_head {
            self.value("w:vAlign", "center")?;
        }
        self.close("w:tcPr")
    }

    /// A paragraph; a line break in the words is one in the paragraph.
    fn paragraph(&mut self, style: &str, text: &str) -> Result<(), Error> {
        self.stretches(style, &[(text, false)])
    }

    /// A paragraph of stretches, some of them small.
    fn stretches(&mut self, style: &str, stretches: &[(&str, bool)]) -> Result<(), Error> {
        let safe: Vec<_> = stretches.iter().map(|(text, is_small)| (writable(text), *is_small)).collect();
        let cut: Vec<_> = safe.iter().map(|(text, is_small)| (runs(text), *is_small)).collect();
        self.open("w:p", &[])?;
        self.open("w:pPr", &[])?;
        self.value("w:pStyle", style)?;
        if cut.first().is_some_and(|(runs, _)| runs.is_from_right) {
            self.empty("w:bidi", &[])?;
        }
        self.close("w:pPr")?;
        for (runs, is_small) in cut {
            for (words, is_from_right) in runs.runs {
                self.run(words, is_from_right, is_small)?;
            }
        }
        self.close("w:p")
    }

    fn run(&mut self, words: &str, is_from_right: bool, is_small: bool) -> Result<(), Error> {
        self.open("w:r", &[])?;
        if is_from_right || is_small {
            self.open("w:rPr", &[])?;
            if is_small {
                self.value("w:rStyle", "CellCitation")?;
            }
            if is_from_right {
                self.empty("w:rtl", &[])?;
            }
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
