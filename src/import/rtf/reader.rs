//! The groups of a rich text, and what holds in each.

use super::destinations::is_left_out;
use super::letters::CodePage;
use super::links::{self, Field};
use super::page::Page;
use super::tokens::{Token, Tokens};
use crate::domain::Message;
use crate::import::error::ImportError;
use crate::import::numbers::bullet;
use crate::import::written::{MOST_NOTES, Written};
use std::collections::{HashMap, HashSet};

/// Groups within groups that are followed; deeper ones are left out, with a warning.
const DEEPEST: usize = 20_000;
/// Notes within notes.
const DEEPEST_NOTE: usize = 4;
/// Fields within fields.
const DEEPEST_FIELD: usize = 64;
/// Most fonts.
const MOST_FONTS: usize = 10_000;

/// Where letters go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    Words,
    Fonts,
    Author,
    CommentId,
    Place,
    /// What a field does.
    Instruction,
    /// The number or bullet that stands before a paragraph of a list.
    Number,
    Nowhere,
}

/// What holds in a group.
#[derive(Clone, Copy)]
struct State {
    goal: Goal,
    /// Letters that stand behind `\u` for those who know no Unicode.
    fallback: u32,
    page: CodePage,
    is_deleted: bool,
    is_in_table: bool,
    /// What ends with the group.
    ends: Ends,
}

/// What ends when a group does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Nothing,
    Box,
    Note,
    Comment,
    /// What a comment is about begins or ends here.
    PlaceStart,
    PlaceEnd,
    Field,
    Number,
}

/// A rich text being read.
pub struct Reader<'a> {
    tokens: Tokens<'a>,
    /// Whether bytes beyond ASCII that stand as they are are UTF-8, as some programs write against the rules.
    is_utf8: bool,
    states: Vec<State>,
    state: State,
    /// Groups that are open and too deep to be followed.
    too_deep: usize,
    is_starred: bool,
    /// Whether the next sign is the first of its group.
    is_first: bool,
    pages: Vec<Page>,
    notes: Vec<String>,
    comments: HashMap<String, String>,
    comment_id: String,
    author: String,
    /// The number of a place that a comment is about, and those whose end is known.
    place: String,
    placed: HashSet<String>,
    /// Bytes whose letters are not known yet.
    bytes: Vec<u8>,
    /// First half of a letter beyond the BMP.
    half: Option<u16>,
    /// Letters of the fallback that are still to be left out.
    skipping: u32,
    usual: CodePage,
    fonts: HashMap<i32, CodePage>,
    font: i32,
    /// Fields that are open.
    fields: Vec<Field>,
    number: String,
    changes: usize,
    pictures: usize,
    was_too_deep: bool,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        let state = State {
            goal: Goal::Words,
            fallback: 1,
            page: CodePage::USUAL,
            is_deleted: false,
            is_in_table: false,
            ends: Ends::Nothing,
        };
        Self {
            tokens: Tokens::new(bytes),
            is_utf8: !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok(),
            states: Vec::new(),
            state,
            too_deep: 0,
            is_starred: false,
            is_first: false,
            pages: vec![Page::default()],
            notes: Vec::new(),
            comments: HashMap::new(),
            comment_id: String::new(),
            author: String::new(),
            place: String::new(),
            placed: HashSet::new(),
            bytes: Vec::new(),
            half: None,
            skipping: 0,
            usual: CodePage::USUAL,
            fonts: HashMap::new(),
            font: 0,
            fields: Vec::new(),
            number: String::new(),
            changes: 0,
            pictures: 0,
            was_too_deep: false,
        }
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// More letters or lines than are read, or no words at all.
    pub fn read(mut self, file: &str) -> Result<Written, ImportError> {
        let mut is_whole = false;
        while let Some(token) = self.tokens.step() {
            self.token(token);
            if self.pages.iter().any(|page| page.writing.is_full()) {
                break;
            }
            // Braces that do not balance end the text too early: what comes behind is read as well.
            is_whole |= matches!(token, Token::Close) && self.states.is_empty() && self.too_deep == 0;
        }
        self.flush();
        while self.pages.len() > 1 {
            self.end_note();
        }
        let Some(mut page) = self.pages.pop() else { return Err(ImportError::Empty { file: file.to_owned() }) };
        page.end_table();
        let mut writing = page.writing;
        if !self.notes.is_empty() {
            writing.begin_notes();
            for (number, note) in (1..).zip(&self.notes) {
                writing.write(&format!("[{number}] "));
                writing.write(note);
                writing.end_line();
            }
            writing.warnings.push(Message::new("import-warning-notes").with("n", self.notes.len()));
        }
        if !is_whole || self.was_too_deep {
            writing.warnings.push(Message::new("import-warning-incomplete"));
        }
        if self.changes > 0 {
            writing.warnings.push(Message::new("import-warning-tracked").with("n", self.changes));
        }
        if self.pictures > 0 {
            writing.warnings.push(Message::new("import-warning-pictures").with("n", self.pictures));
        }
        writing.finish(file, &self.comments).map_err(|error| match error {
            ImportError::Empty { file } if self.pictures > 0 => ImportError::OnlyPictures { file },
            error => error,
        })
    }

    fn token(&mut self, token: Token<'_>) {
        if self.too_deep > 0 {
            match token {
                Token::Open => self.too_deep += 1,
                Token::Close => self.too_deep -= 1,
                _ => {}
            }
            return;
        }
        let is_star = std::mem::take(&mut self.is_starred);
        let is_first = std::mem::take(&mut self.is_first);
        match token {
            Token::Open => {
                self.flush();
                self.skipping = 0;
                if self.states.len() >= DEEPEST {
                    self.too_deep = 1;
                    self.was_too_deep = true;
                    return;
                }
                self.states.push(self.state);
                self.state.ends = Ends::Nothing;
                self.is_first = true;
            }
            Token::Close => self.close(),
            Token::Word("bin", many) => self.tokens.pass(usize::try_from(many.unwrap_or(0)).unwrap_or(0)),
            // A sign of the fallback counts as one letter.
            _ if self.skipping > 0 && !matches!(token, Token::Letters(_)) => {
                self.skipping -= 1;
            }
            Token::Word(word, number) => {
                if word != "u" {
                    self.flush();
                }
                self.word(word, number, is_star, is_first);
            }
            Token::Symbol(b'*') => self.is_starred = true,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Byte(byte) => self.bytes.push(byte),
            Token::Letters(letters) => self.letters(letters),
        }
    }

    fn letters(&mut self, letters: &[u8]) {
        let skipped = usize::try_from(self.skipping).unwrap_or(usize::MAX).min(letters.len());
        self.skipping -= u32::try_from(skipped).unwrap_or(self.skipping);
        let letters = &letters[skipped..];
        if !self.is_utf8 || letters.is_ascii() {
            self.bytes.extend_from_slice(letters);
            return;
        }
        self.flush();
        let words = String::from_utf8_lossy(letters).into_owned();
        self.write(&words);
    }

    /// Turns the bytes in hand into letters.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let words = self.state.page.decode(&bytes);
            self.write(&words);
        }
        if self.half.take().is_some() {
            self.put("\u{FFFD}");
        }
    }

    /// Writes letters behind what waits for its second half.
    fn write(&mut self, words: &str) {
        if self.half.take().is_some() {
            self.put("\u{FFFD}");
        }
        self.put(words);
    }

    fn put(&mut self, words: &str) {
        match self.state.goal {
            Goal::Words if !self.state.is_deleted => {
                let is_in_table = self.state.is_in_table;
                if let Some(page) = self.pages.last_mut() {
                    page.place(is_in_table);
                    // It was written before the paragraph said where it lies.
                    let number = std::mem::take(&mut self.number);
                    if !number.is_empty() && page.writing.is_at_line_start() {
                        page.writing.write(&number);
                    }
                    page.writing.write(words);
                }
                if let Some(field) = self.fields.last_mut().filter(|field| field.words.len() < links::LONGEST) {
                    field.words.push_str(words);
                }
            }
            Goal::Instruction => {
                if let Some(field) = self.fields.last_mut().filter(|field| field.instruction.len() < links::LONGEST) {
                    field.instruction.push_str(words);
                }
            }
            Goal::Number if self.number.len() < 100 => self.number.push_str(words),
            Goal::Author if self.author.len() < 1000 => self.author.push_str(words),
            Goal::CommentId if self.comment_id.len() < 100 => self.comment_id.push_str(words.trim()),
            Goal::Place if self.place.len() < 100 => self.place.push_str(words.trim()),
            _ => {}
        }
    }

    fn unicode(&mut self, code: i32) {
        let bytes = std::mem::take(&mut self.bytes);
        if !bytes.is_empty() {
            let words = self.state.page.decode(&bytes);
            self.write(&words);
        }
        self.skipping = self.state.fallback;
        // Beyond 32,767 it is written as a negative number.
        let Ok(unit) = u16::try_from(code & 0xFFFF) else { return };
        if code > 0xFFFF {
            let letter = u32::try_from(code).ok().and_then(char::from_u32).unwrap_or('\u{FFFD}');
            return self.write(letter.encode_utf8(&mut [0; 4]));
        }
        match (self.half.take(), unit) {
            (None, 0xD800..=0xDBFF) => self.half = Some(unit),
            (half, unit) => {
                let units = half.into_iter().chain([unit]);
                let words: String = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')).collect();
                // Letters of fonts that draw pictures lie here.
                let symbol = |letter: char| match letter {
                    '\u{F020}'..='\u{F0FF}' if self.state.page == CodePage::Symbols => {
                        crate::import::docx::symbol("Symbol", u32::from(letter)).unwrap_or(letter)
                    }
                    letter => letter,
                };
                let words: String = words.chars().map(symbol).collect();
                self.put(&words);
            }
        }
    }

    fn close(&mut self) {
        self.flush();
        self.skipping = 0;
        let ends = self.state.ends;
        let Some(before) = self.states.pop() else { return };
        match ends {
            Ends::Nothing => {}
            Ends::Box => {
                if let Some(page) = self.pages.last_mut() {
                    page.end_table();
                    page.writing.end_box();
                }
            }
            Ends::Note => self.end_note(),
            Ends::Comment => self.end_comment(),
            Ends::Field => {
                let address = self.fields.pop().and_then(|field| field.address());
                self.state = before;
                if let Some(address) = address {
                    self.put(&address);
                }
            }
            Ends::Number => {
                let number = self.number.trim();
                let is_sign = number.chars().count() == 1 && !number.chars().any(char::is_alphanumeric);
                let number = if is_sign { bullet(number) } else { number };
                self.number = if number.is_empty() { String::new() } else { format!("{number} ") };
            }
            Ends::PlaceStart | Ends::PlaceEnd => {
                let id = std::mem::take(&mut self.place);
                match self.pages.last_mut() {
                    Some(page) if ends == Ends::PlaceStart => page.writing.begin_comment(&id),
                    Some(page) if self.placed.len() < MOST_NOTES => {
                        page.writing.end_comment(&id);
                        self.placed.insert(id);
                    }
                    _ => {}
                }
            }
        }
        self.state = before;
    }

    /// Takes the words of a note out of the flow; what was cut off in it is kept all the same.
    fn end_note(&mut self) {
        if self.pages.len() < 2 {
            return;
        }
        let Some(mut page) = self.pages.pop() else { return };
        page.end_table();
        let words = page.writing.finish("", &HashMap::new()).map(|written| written.text).unwrap_or_default();
        self.notes.push(words.trim().to_owned());
    }

    fn end_comment(&mut self) {
        if self.pages.len() < 2 {
            return;
        }
        let Some(mut page) = self.pages.pop() else { return };
        page.end_table();
        let words = page.writing.finish("", &HashMap::new()).map(|written| written.text).unwrap_or_default();
        let author = std::mem::take(&mut self.author);
        let (author, words) = (author.trim(), words.trim());
        let said = if author.is_empty() { words.to_owned() } else { format!("{author}: {words}") };
        let named = std::mem::take(&mut self.comment_id);
        let id = if named.is_empty() { format!("\u{0}{}", self.comments.len()) } else { named };
        if self.comments.len() < MOST_NOTES && !words.is_empty() {
            if !self.placed.contains(&id)
                && let Some(page) = self.pages.last_mut()
            {
                page.writing.end_comment(&id);
            }
            self.comments.insert(id, said);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\\' | b'{' | b'}' => self.bytes.push(symbol),
            b'~' => self.flush_and_write("\u{a0}"),
            b'-' => self.flush_and_write("\u{ad}"),
            b'_' => self.flush_and_write("\u{2011}"),
            b'\r' | b'\n' => self.paragraph(),
            b'\t' => self.flush_and_write("\t"),
            _ => {}
        }
    }

    fn flush_and_write(&mut self, words: &str) {
        self.flush();
        self.put(words);
    }

    fn paragraph(&mut self) {
        self.flush();
        self.number.clear();
        let is_in_table = self.state.is_in_table;
        if self.state.goal == Goal::Words
            && !self.state.is_deleted
            && let Some(page) = self.pages.last_mut()
        {
            page.place(is_in_table);
            page.writing.end_paragraph();
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, is_star: bool, is_first: bool) {
        let is_on = number != Some(0);
        match word {
            "ansicpg" => {
                self.usual = number.and_then(CodePage::of_number).unwrap_or(self.usual);
                self.state.page = self.usual;
            }
            "mac" => self.set_usual(10000),
            "pc" => self.set_usual(437),
            "pca" => self.set_usual(850),
            "uc" => self.state.fallback = u32::try_from(number.unwrap_or(1)).unwrap_or(1).min(64),
            "u" => self.unicode(number.unwrap_or(0)),
            "fonttbl" => self.state.goal = Goal::Fonts,
            "f" if self.state.goal == Goal::Fonts => self.font = number.unwrap_or(0),
            "fcharset" | "cpg" if self.state.goal == Goal::Fonts => {
                let of = if word == "cpg" { CodePage::of_number } else { CodePage::of_charset };
                if let Some(page) = number.and_then(of)
                    && self.fonts.len() < MOST_FONTS
                {
                    self.fonts.insert(self.font, page);
                }
            }
            "f" => self.state.page = self.fonts.get(&number.unwrap_or(0)).copied().unwrap_or(self.usual),
            "plain" => {
                self.state.page = self.usual;
                self.state.is_deleted = false;
            }
            "deleted" => {
                self.changes += usize::from(is_on && !self.state.is_deleted);
                self.state.is_deleted = is_on;
            }
            "revised" => self.changes += usize::from(is_on),
            "pict" => {
                self.pictures += usize::from(self.state.goal == Goal::Words);
                self.state.goal = Goal::Nowhere;
            }
            "ud" if is_star => self.state.goal = Goal::Words,
            _ if self.state.goal == Goal::Nowhere => {}
            "field" if is_first && self.fields.len() < DEEPEST_FIELD => {
                self.fields.push(Field::default());
                self.state.ends = Ends::Field;
            }
            "fldinst" if is_first || is_star => self.state.goal = Goal::Instruction,
            "listtext" | "pntext" if is_first || is_star => {
                // Some programs write it twice, for readers of their time and before.
                self.number.clear();
                self.state.goal = Goal::Number;
                self.state.ends = Ends::Number;
            }
            "atnauthor" => self.state.goal = Goal::Author,
            "atnref" => self.state.goal = Goal::CommentId,
            "atrfstart" | "atrfend" => {
                self.state.goal = Goal::Place;
                self.state.ends = if word == "atrfstart" { Ends::PlaceStart } else { Ends::PlaceEnd };
            }
            "annotation" => self.begin_apart(Ends::Comment),
            "footnote" => self.begin_apart(Ends::Note),
            "shptxt" | "dptxbxtext" => {
                self.state.goal = Goal::Words;
                self.state.ends = Ends::Box;
                if let Some(page) = self.pages.last_mut() {
                    page.writing.begin_box();
                }
            }
            _ if (is_star || is_first) && is_left_out(word, is_star) => self.state.goal = Goal::Nowhere,
            _ => self.layout(word),
        }
    }

    fn set_usual(&mut self, number: i32) {
        self.usual = CodePage::of_number(number).unwrap_or(self.usual);
        self.state.page = self.usual;
    }

    /// Begins what stands apart from the flow; a note leaves its mark there.
    fn begin_apart(&mut self, ends: Ends) {
        if self.pages.len() > DEEPEST_NOTE || self.notes.len() >= MOST_NOTES {
            self.state.goal = Goal::Nowhere;
            return;
        }
        let within = self.pages.len() - 1;
        let number = self.notes.len() + 1 + within;
        if ends == Ends::Note
            && let Some(page) = self.pages.last_mut()
        {
            page.writing.mark(&number.to_string());
        }
        self.state.goal = Goal::Words;
        self.state.ends = ends;
        self.state.is_in_table = false;
        self.pages.push(Page::default());
    }

    /// Words that end lines, cells and rows, and those that are letters.
    fn layout(&mut self, word: &str) {
        let letter = match word {
            "tab" => "\t",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" => "\u{2003}",
            "enspace" => "\u{2002}",
            "qmspace" => "\u{2005}",
            "zwj" => "\u{200D}",
            "zwnj" => "\u{200C}",
            "ltrmark" => "\u{200E}",
            "rtlmark" => "\u{200F}",
            _ => "",
        };
        if !letter.is_empty() {
            return self.put(letter);
        }
        match word {
            "par" | "sect" => return self.paragraph(),
            "pard" => self.state.is_in_table = false,
            "intbl" => self.state.is_in_table = true,
            _ => {}
        }
        if self.state.goal != Goal::Words || self.state.is_deleted {
            return;
        }
        let Some(page) = self.pages.last_mut() else { return };
        match word {
            "line" | "softline" | "lbr" => page.writing.end_line(),
            "page" | "column" => page.writing.break_page(),
            "trowd" => page.is_described = true,
            "cell" => {
                page.place(true);
                page.end_cell();
            }
            "row" => page.end_row(),
            "nestcell" => page.writing.write("\t"),
            "nestrow" => page.writing.end_line(),
            _ => {}
        }
    }
}
