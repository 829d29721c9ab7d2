//! Pages of the web: the words that a reader sees, without scripts, styles and navigation. The tokens of HTML are
//! html5ever's; of the tree only what makes a line is followed, so that neither depth nor what is never closed costs
//! anything.

mod charset;
mod elements;
mod lists;
mod stamp;
#[cfg(test)]
mod tests;

pub use charset::charset;
pub use elements::is_element;

use super::error::ImportError;
use super::written::{Writing, Written};
use elements::{BLOCKS, UNSEEN, VOID};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use lists::Lists;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Most attributes of an element; more than that would take long to compare and mean nothing.
const MOST_ATTRIBUTES: usize = 1000;

/// Whether a text begins as a page of the web does.
pub fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\n', '\r']);
    let start: String = start.chars().take(2000).collect::<String>().to_ascii_lowercase();
    let is_xhtml = start.starts_with("<?xml") && start.contains("<html");
    start.starts_with("<!doctype html") || start.starts_with("<html") || is_xhtml
}

/// Reads a page; `file` names it in errors.
///
/// # Errors
/// More letters or lines than are read, or no words at all.
pub fn read(file: &str, text: &str) -> Result<Written, ImportError> {
    let tamed = tamed(text);
    let (writing, is_whole) = tokens(&tamed, true);
    // An element of navigation that is never closed would take the rest of the page with it.
    let writing = if is_whole { writing } else { tokens(&tamed, false).0 };
    writing.finish(file, &HashMap::new())
}

/// Writes the words of a piece of HTML that stands within another text.
pub fn read_into(writing: &mut Writing, piece: &str) {
    let page = Page::of(std::mem::take(writing), true);
    *writing = run(page, &tamed(piece)).writing;
}

/// Reads tokens; whether nothing was left open that hides the rest.
fn tokens(text: &str, hides_navigation: bool) -> (Writing, bool) {
    let page = run(Page::of(Writing::default(), hides_navigation), text);
    let is_whole = page.hidden.as_ref().is_none_or(|hidden| UNSEEN.contains(&hidden.name.as_str()));
    let mut writing = page.writing;
    for _ in page.tables {
        writing.end_cell();
        writing.end_row();
        writing.end_table();
    }
    (writing, is_whole)
}

fn run(page: Page, text: &str) -> Page {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(page)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(text.into());
    // Only a sink that runs scripts or changes the encoding stops it before the end.
    let _done = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// The text without tags of more attributes than anybody writes: comparing them would take for ever.
fn tamed(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut cut: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(open) = bytes[at..].iter().position(|byte| *byte == b'<').map(|found| at + found) {
        at = open + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (mut quote, mut parts) = (None, 0);
        while let Some(byte) = bytes.get(at) {
            match (quote, byte) {
                (None, b'>') => break,
                (None, b'"' | b'\'') => quote = Some(*byte),
                (None, b'=' | b'/') => parts += 1,
                (None, byte) if byte.is_ascii_whitespace() => parts += 1,
                (Some(open), byte) if open == *byte => quote = None,
                _ => {}
            }
            at += 1;
        }
        if parts > MOST_ATTRIBUTES * 2 {
            cut.push((open, (at + 1).min(bytes.len())));
        }
    }
    if cut.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in cut {
        kept.push_str(text.get(from..start).unwrap_or_default());
        from = end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

/// An element whose words are not shown, and how many of its name are open within it.
struct Hidden {
    name: String,
    depth: usize,
}

/// A table that is open.
#[derive(Default)]
struct OpenTable {
    has_row: bool,
    has_cell: bool,
}

/// A page being read.
struct Page {
    writing: Writing,
    hides_navigation: bool,
    hidden: Option<Hidden>,
    /// Open elements in which white space counts.
    kept: usize,
    /// Elements that are open within one whose words are a time, and that one.
    stamped: usize,
    tables: Vec<OpenTable>,
    lists: Lists,
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        if page.writing.is_full() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::TagToken(tag) => return page.tag(&tag),
            Token::CharacterTokens(letters) => page.letters(&letters),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    fn of(writing: Writing, hides_navigation: bool) -> Self {
        Self {
            writing,
            hides_navigation,
            hidden: None,
            kept: 0,
            stamped: 0,
            tables: Vec::new(),
            lists: Lists::default(),
        }
    }

    fn letters(&mut self, letters: &str) {
        if self.hidden.is_some() {
            return;
        }
        // White space between rows and cells is nobody's.
        if self.tables.last().is_some_and(|table| !table.has_cell) && letters.trim().is_empty() {
            return;
        }
        if !letters.trim().is_empty() {
            let number = self.lists.take();
            if !number.is_empty() && self.writing.is_at_line_start() {
                self.writing.write(&number);
            }
        }
        if self.kept == 0 {
            self.writing.write_flowing(letters, true);
            return;
        }
        for (number, line) in letters.split('\n').enumerate() {
            if number > 0 {
                self.writing.end_line();
            }
            self.writing.write(line.trim_end_matches('\r'));
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let is_start = tag.kind == TagKind::StartTag;
        if let Some(hidden) = &mut self.hidden {
            if hidden.name == name {
                if is_start {
                    hidden.depth += usize::from(!tag.self_closing);
                } else {
                    hidden.depth -= 1;
                }
                if hidden.depth == 0 {
                    self.hidden = None;
                }
            }
            return raw(name, is_start);
        }
        if is_start {
            if self.hides(tag) {
                if BLOCKS.contains(&name) || name == "nav" {
                    self.end_block();
                }
                self.hidden = Some(Hidden { name: name.to_owned(), depth: 1 });
                return raw(name, is_start);
            }
            self.begin(tag, name);
        } else {
            self.end(name);
        }
        TokenSinkResult::Continue
    }

    /// Whether an element and everything in it is left out.
    fn hides(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        if VOID.contains(&name) || tag.self_closing && name == "svg" {
            return false;
        }
        let is_navigation = |value: &str| value.eq_ignore_ascii_case("navigation");
        let is_unseen = tag.attrs.iter().any(|attribute| {
            let (name, value): (&str, &str) = (&attribute.name.local, &attribute.value);
            match name {
                "hidden" => !value.eq_ignore_ascii_case("until-found"),
                "role" => is_navigation(value),
                "style" => {
                    let style: String = value.chars().filter(|letter| !letter.is_whitespace()).take(4000).collect();
                    let style = style.to_ascii_lowercase();
                    style.contains("display:none") || style.contains("mso-hide:all")
                }
                _ => false,
            }
        });
        UNSEEN.contains(&name) || (self.hides_navigation && (name == "nav" || (is_unseen && name != "body")))
    }

    fn end_block(&mut self) {
        self.writing.trim_space();
        self.writing.end_begun_line();
    }

    fn begin(&mut self, tag: &Tag, name: &str) {
        self.lists.begin(tag, name);
        match name {
            "span" if self.stamped > 0 => self.stamped += 1,
            "span" => {
                if let Some(ms) = stamp::shown(tag) {
                    self.writing.stamp(ms);
                    self.stamped = 1;
                }
            }
            "a" => {
                if let Some(ms) = stamp::named(tag) {
                    self.writing.stamp(ms);
                }
            }
            "br" => {
                self.writing.trim_space();
                self.writing.end_line();
            }
            "pre" => {
                self.end_block();
                self.kept += 1;
            }
            "table" => {
                self.writing.trim_space();
                self.writing.begin_table();
                self.tables.push(OpenTable::default());
            }
            "tr" => {
                self.end_cell();
                self.end_row();
                self.begin_row();
            }
            "td" | "th" if self.tables.is_empty() => self.end_block(),
            "td" | "th" => {
                self.end_cell();
                self.begin_row();
                let span = tag.attrs.iter().find(|attribute| &*attribute.name.local == "colspan");
                let span = span.and_then(|span| span.value.trim().parse().ok()).unwrap_or(1);
                self.writing.begin_cell(span);
                if let Some(table) = self.tables.last_mut() {
                    table.has_cell = true;
                }
            }
            name if BLOCKS.contains(&name) => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.lists.end(name);
        match name {
            "span" if self.stamped > 0 => {
                self.stamped -= 1;
                if self.stamped == 0 {
                    self.writing.end_stamp();
                }
            }
            "pre" => {
                self.kept = self.kept.saturating_sub(1);
                self.writing.end_begun_line();
            }
            "td" | "th" => self.end_cell(),
            "tr" => {
                self.end_cell();
                self.end_row();
            }
            "table" if !self.tables.is_empty() => {
                self.end_cell();
                self.end_row();
                self.tables.pop();
                self.writing.end_table();
            }
            // An end without a beginning is a line of its own.
            "p" | "br" => self.end_block(),
            name if BLOCKS.contains(&name) => self.end_block(),
            _ => {}
        }
    }

    fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut()
            && !std::mem::replace(&mut table.has_row, true)
        {
            self.writing.begin_row();
        }
    }

    fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut()
            && std::mem::take(&mut table.has_cell)
        {
            self.writing.trim_space();
            self.writing.end_cell();
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.tables.last_mut()
            && std::mem::take(&mut table.has_row)
        {
            self.writing.end_row();
        }
    }
}

/// What the tokenizer has to know of an element whose letters are no tags.
fn raw(name: &str, is_start: bool) -> TokenSinkResult<()> {
    match name {
        _ if !is_start => TokenSinkResult::Continue,
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}
