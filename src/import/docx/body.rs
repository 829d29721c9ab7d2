//! The elements of a Word document, one after the other. Elements go by their names without prefix, so strict and
//! transitional documents are read alike; nothing recurses, so depth costs nothing.

use super::numbering::{Numbering, Place};
use super::symbol;
use crate::import::written::{MOST_NOTES, Writing};
use crate::import::xml;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// Elements that are left out with everything in them: what was deleted, instructions, properties, what stands there
/// for older programs, and the letters that gloss others.
const LEFT_OUT: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "Fallback",
    "rPr",
    "sdtPr",
    "sdtEndPr",
    "tblPr",
    "tblGrid",
    "sectPr",
    "rt",
    "ffData",
    "binData",
    "fldData",
    "txPr",
];

/// What was met.
#[derive(Default)]
pub struct Seen {
    /// The notes that are referred to, in order: (kind, id).
    pub notes: Vec<(String, String)>,
    /// Tracked changes.
    pub changes: usize,
    /// Pictures.
    pub pictures: usize,
}

/// The notes or comments of a part: where each lies in its text.
#[derive(Default)]
pub struct Notes<'a> {
    places: HashMap<(String, String), &'a str>,
}

impl<'a> Notes<'a> {
    /// Takes up the notes of a part; gives their ids and authors in order.
    ///
    /// # Errors
    /// The part is no XML.
    pub fn find(&mut self, kind: &str, text: &'a str) -> Result<Vec<(String, String)>, String> {
        let mut reader = Reader::from_str(text);
        let mut found = Vec::new();
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(element) if element.local_name().as_ref() == kind => {
                    let id = xml::attribute(&element, "id").unwrap_or_default().into_owned();
                    let author = xml::attribute(&element, "author").unwrap_or_default().into_owned();
                    let is_line = xml::attribute(&element, "type").is_some_and(|kind| kind != "normal");
                    let span = reader.read_to_end(element.name()).map_err(|error| error.to_string())?;
                    let words = usize::try_from(span.start).ok().zip(usize::try_from(span.end).ok());
                    if let Some(words) = words.and_then(|(start, end)| text.get(start..end))
                        && !is_line
                        && found.len() < MOST_NOTES
                    {
                        self.places.insert((kind.to_owned(), id.clone()), words);
                        found.push((id, author));
                    }
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    /// The elements of a note.
    pub fn of(&self, note: &(String, String)) -> Option<&'a str> {
        self.places.get(note).copied()
    }
}

/// A document being read.
pub struct Body<'w> {
    writing: &'w mut Writing,
    seen: Seen,
    /// Open elements that are left out with everything in them.
    left_out: usize,
    /// Open elements of a paragraph's or row's properties, in which only what was tracked is looked for.
    properties: usize,
    /// Whether letters that come are the document's.
    is_text: bool,
    /// Whether the end of the paragraph in hand was deleted.
    joins_next: bool,
    /// Whether the row in hand was deleted; the depth of rows within it.
    deleted_rows: usize,
    /// Rows and cells that are open: whether the row has been begun.
    rows: Vec<bool>,
    span: usize,
    is_cell_pending: bool,
    /// Comments whose place has ended.
    ended: HashSet<String>,
    /// The lists of the document.
    numbering: Numbering,
    /// What the paragraph in hand says of its place in a list.
    place: Place,
    /// Whether a number stands before it.
    is_numbered: bool,
}

impl<'w> Body<'w> {
    pub fn new(writing: &'w mut Writing) -> Self {
        Self {
            writing,
            seen: Seen::default(),
            left_out: 0,
            properties: 0,
            is_text: false,
            joins_next: false,
            deleted_rows: 0,
            rows: Vec::new(),
            span: 1,
            is_cell_pending: false,
            ended: HashSet::new(),
            numbering: Numbering::default(),
            place: Place::default(),
            is_numbered: false,
        }
    }

    /// The same, with the lists of the document.
    pub fn numbered(self, numbering: Numbering) -> Self {
        Self { numbering, ..self }
    }

    /// What was met.
    pub fn seen(self) -> Seen {
        self.seen
    }

    /// Reads the elements of a part.
    ///
    /// # Errors
    /// It is no XML; what it is instead.
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(text);
        let mut depth = 0_usize;
        loop {
            if self.writing.is_full() {
                return Ok(());
            }
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(element) => {
                    depth += 1;
                    if depth > xml::DEEPEST {
                        return Err("elements within elements without end".to_owned());
                    }
                    self.begin(&element);
                }
                Event::Empty(element) => {
                    self.begin(&element);
                    self.end(element.local_name().as_ref());
                }
                Event::End(element) => {
                    depth = depth.saturating_sub(1);
                    self.end(element.local_name().as_ref());
                }
                Event::Text(words) if self.takes_text() => self.writing.write_flowing(&words, false),
                Event::CData(words) if self.takes_text() => self.writing.write_flowing(&words, false),
                Event::GeneralRef(reference) if self.takes_text() => {
                    self.writing.write_flowing(&xml::referred(&reference), false);
                }
                Event::Eof if depth > 0 => return Err("ends within an element".to_owned()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn takes_text(&self) -> bool {
        self.is_text && self.left_out == 0 && self.properties == 0 && self.deleted_rows == 0
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name: &str = name.as_ref();
        if self.left_out > 0 {
            self.left_out += 1;
            return;
        }
        if self.properties > 0 {
            self.properties += 1;
            self.property(element, name);
            return;
        }
        if LEFT_OUT.contains(&name) {
            if matches!(name, "del" | "moveFrom") {
                self.seen.changes += 1;
            }
            self.left_out = 1;
            return;
        }
        if self.deleted_rows > 0 {
            self.deleted_rows += usize::from(name == "tr");
            return;
        }
        match name {
            "pPr" | "trPr" | "tcPr" => self.properties = 1,
            "t" => self.is_text = true,
            "tab" | "ptab" => self.writing.write("\t"),
            "br" => match xml::attribute(element, "type").as_deref() {
                Some("page" | "column") => self.writing.break_page(),
                _ => self.writing.end_line(),
            },
            "cr" => self.writing.end_line(),
            "noBreakHyphen" => self.writing.write("\u{2011}"),
            "softHyphen" => self.writing.write("\u{AD}"),
            "sym" => self.symbol(element),
            "ins" | "moveTo" => self.seen.changes += 1,
            "tbl" => {
                self.begin_cell();
                self.writing.begin_table();
            }
            "tr" => self.rows.push(false),
            "tc" => {
                self.begin_row();
                self.span = 1;
                self.is_cell_pending = true;
            }
            "p" => self.begin_cell(),
            "txbxContent" => self.writing.begin_box(),
            "footnoteReference" | "endnoteReference" => self.note(element, name),
            "commentRangeStart" => {
                self.begin_cell();
                if let Some(id) = xml::attribute(element, "id") {
                    self.writing.begin_comment(&id);
                }
            }
            "commentRangeEnd" => self.comment(element, true),
            "commentReference" => self.comment(element, false),
            "blip" | "imagedata" => self.seen.pictures += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        if self.properties > 0 {
            self.properties -= 1;
            if self.properties == 0 && name == "pPr" {
                self.number();
            }
            return;
        }
        if self.deleted_rows > 0 {
            self.deleted_rows -= usize::from(name == "tr");
            if self.deleted_rows == 0 {
                self.rows.pop();
            }
            return;
        }
        match name {
            "t" => self.is_text = false,
            "p" => self.end_paragraph(),
            "tc" => {
                self.begin_cell();
                self.writing.end_cell();
            }
            "tr" => self.end_row(),
            "tbl" => self.writing.end_table(),
            "txbxContent" => self.writing.end_box(),
            _ => {}
        }
    }

    /// What matters among the properties of a paragraph, a row or a cell.
    fn property(&mut self, element: &BytesStart<'_>, name: &str) {
        match name {
            "gridSpan" => self.span = xml::number(element, "val").unwrap_or(1).clamp(1, 64),
            // The mark at the end of a paragraph, or a whole row; not a style that was changed.
            "del" | "moveFrom" if self.properties <= 3 => {
                self.seen.changes += 1;
                if self.rows.last() == Some(&false) && !self.is_cell_pending {
                    self.deleted_rows = 1;
                } else {
                    self.joins_next = true;
                }
            }
            "ins" | "moveTo" => self.seen.changes += 1,
            // Deeper is what they were before a change.
            "pStyle" if self.properties == 2 => self.place.style = said(element),
            "numId" if self.properties == 3 => self.place.list = said(element),
            "ilvl" if self.properties == 3 => self.place.level = xml::number(element, "val"),
            _ => {}
        }
    }

    /// Writes the number that stands before the paragraph in hand, if it begins a line.
    fn number(&mut self) {
        let place = std::mem::take(&mut self.place);
        if self.deleted_rows > 0 || self.joins_next || !self.writing.is_at_line_start() {
            return;
        }
        if let Some(number) = self.numbering.next(&place) {
            self.writing.write(&number);
            self.is_numbered = true;
        }
    }

    fn end_paragraph(&mut self) {
        if std::mem::take(&mut self.is_numbered) {
            // Where nothing but the number stands on the line.
            self.writing.trim_space();
        }
        if !std::mem::take(&mut self.joins_next) {
            self.writing.end_paragraph();
        }
    }

    fn end_row(&mut self) {
        if self.rows.pop() == Some(true) {
            self.writing.end_row();
        }
    }

    fn begin_row(&mut self) {
        if let Some(has_begun) = self.rows.last_mut()
            && !std::mem::replace(has_begun, true)
        {
            self.writing.begin_row();
        }
    }

    /// Begins the cell whose properties are known by now.
    fn begin_cell(&mut self) {
        if std::mem::take(&mut self.is_cell_pending) {
            self.writing.begin_cell(self.span);
        }
    }

    fn symbol(&mut self, element: &BytesStart<'_>) {
        let font = xml::attribute(element, "font").unwrap_or_default();
        let code = xml::attribute(element, "char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        if let Some(letter) = code.and_then(|code| symbol(&font, code)) {
            self.writing.write(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn note(&mut self, element: &BytesStart<'_>, name: &str) {
        let kind = name.trim_end_matches("Reference").to_owned();
        let id = xml::attribute(element, "id").unwrap_or_default().into_owned();
        if self.seen.notes.len() < MOST_NOTES {
            self.seen.notes.push((kind, id));
            self.writing.mark(&self.seen.notes.len().to_string());
        }
    }

    fn comment(&mut self, element: &BytesStart<'_>, is_end: bool) {
        let Some(id) = xml::attribute(element, "id") else { return };
        if is_end {
            self.ended.insert(id.clone().into_owned());
        } else if self.ended.contains(id.as_ref()) {
            return;
        }
        self.writing.end_comment(&id);
    }
}

fn said(element: &BytesStart<'_>) -> Option<String> {
    xml::attribute(element, "val").map(std::borrow::Cow::into_owned)
}
