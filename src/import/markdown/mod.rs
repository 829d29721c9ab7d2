//! Markdown: the words without the signs around them. A line end stays a line end, because transcripts are typed line
//! by line; numbers of lists stay, because they may be the researcher's own; and what only looks like Markdown
//! (`<tertawa>`, `[S1]: ya`) stays as it was typed.

#[cfg(test)]
mod tests;

use super::error::ImportError;
use super::html;
use super::layout::Layout;
use super::written::{Writing, Written};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Quotations and lists within each other that are followed; signs beyond these are words.
const DEEPEST: usize = 500;

/// Reads Markdown; `file` names it in errors.
///
/// # Errors
/// More letters or lines than are read, or no words at all.
pub fn read(file: &str, text: &str) -> Result<Written, ImportError> {
    if text.lines().any(is_too_deep) {
        // Nobody writes this; as plain text nothing of it is lost.
        let layout = Layout::plain(text);
        return Ok(Written { text: text.to_owned(), layout, ..Written::default() });
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let parser = Parser::new_ext(text, options);
    let mut lost: Vec<Range<usize>> = parser
        .reference_definitions()
        .iter()
        .filter(|(_, definition)| !is_address(&definition.dest))
        .map(|(_, definition)| definition.span.clone())
        .collect();
    lost.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut page = Page { text, writing: Writing::default(), lists: Vec::new(), notes: BTreeMap::new(), ..Page::new() };
    for (event, place) in parser.into_offset_iter() {
        if page.writing.is_full() {
            break;
        }
        while let Some(span) = lost.pop_if(|span| span.start <= place.start) {
            page.put_back(span);
        }
        page.event(event, place);
    }
    while let Some(span) = lost.pop() {
        page.put_back(span);
    }
    page.finish(file)
}

/// Whether a line nests deeper than anybody writes.
fn is_too_deep(line: &str) -> bool {
    let signs = |letter: &char| matches!(letter, '>' | '-' | '*' | '+' | ' ' | '\t' | '[' | '!' | '(');
    line.chars().take_while(signs).filter(|letter| !letter.is_whitespace()).take(DEEPEST).count() == DEEPEST
}

/// Whether what stands behind `[label]:` is where a link leads to.
fn is_address(target: &str) -> bool {
    target.contains(['/', '#', '@']) || target.contains("www.") || target.starts_with('<')
}

struct Page<'t> {
    text: &'t str,
    writing: Writing,
    /// The next number of each open list; nothing where it has none.
    lists: Vec<Option<u64>>,
    /// Notes by their names: their words.
    notes: BTreeMap<String, String>,
    /// Names of notes in the order in which they are referred to.
    referred: Vec<String>,
    /// The note whose words are being read.
    note: Option<(String, Writing)>,
    is_verbatim: bool,
}

impl<'t> Page<'t> {
    fn new() -> Self {
        Self {
            text: "",
            writing: Writing::default(),
            lists: Vec::new(),
            notes: BTreeMap::new(),
            referred: Vec::new(),
            note: None,
            is_verbatim: false,
        }
    }

    /// Writes what was taken for a definition and is words.
    fn put_back(&mut self, span: Range<usize>) {
        self.writing.end_begun_line();
        self.writing.write(self.text.get(span).unwrap_or_default().trim_end());
        self.writing.end_line();
    }

    fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, place),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.is_verbatim => self.verbatim(&words),
            Event::Text(words) | Event::Code(words) => self.writing.write(&words),
            Event::Html(piece) | Event::InlineHtml(piece) => self.html(&piece),
            Event::SoftBreak | Event::HardBreak => self.writing.end_line(),
            Event::FootnoteReference(name) => self.refer(&name),
            Event::TaskListMarker(is_done) => self.writing.write(if is_done { "[x] " } else { "[ ] " }),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.writing.write(&words),
            Event::Rule => self.writing.end_begun_line(),
        }
    }

    fn verbatim(&mut self, words: &str) {
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                self.writing.end_line();
            }
            self.writing.write(line);
        }
    }

    /// A piece of HTML; what is no element of HTML is words.
    fn html(&mut self, piece: &str) {
        let name: String =
            piece.trim_start().trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_comment = piece.trim_start().starts_with("<!--");
        if is_comment || html::is_element(&name.to_ascii_lowercase()) {
            html::read_into(&mut self.writing, piece);
        } else {
            self.verbatim(piece);
        }
    }

    fn refer(&mut self, name: &str) {
        let number = self.referred.iter().position(|known| known == name).unwrap_or_else(|| {
            self.referred.push(name.to_owned());
            self.referred.len() - 1
        });
        self.writing.mark(&(number + 1).to_string());
    }

    fn begin(&mut self, tag: Tag<'_>, place: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.gap(place.start),
            Tag::CodeBlock(kind) => {
                self.gap(place.start);
                self.is_verbatim = true;
                if let CodeBlockKind::Fenced(words) = kind {
                    // What stands behind the fence may be words as well.
                    self.writing.write(words.trim());
                    self.writing.end_begun_line();
                }
            }
            Tag::HtmlBlock => self.gap(place.start),
            Tag::MetadataBlock(_) => self.is_verbatim = true,
            Tag::List(first) => {
                self.writing.end_begun_line();
                self.lists.push(first);
            }
            Tag::Item => {
                self.gap(place.start);
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        self.writing.write(&format!("{number}. "));
                        *number = number.saturating_add(1);
                    }
                    _ => self.writing.write("- "),
                }
            }
            Tag::Table(_) => {
                self.gap(place.start);
                self.writing.begin_table();
            }
            Tag::TableHead | Tag::TableRow => self.writing.begin_row(),
            Tag::TableCell => self.writing.begin_cell(1),
            Tag::FootnoteDefinition(name) => {
                self.leave_note();
                self.note = Some((name.into_string(), std::mem::take(&mut self.writing)));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::HtmlBlock => self.writing.end_begun_line(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.is_verbatim = false;
                self.writing.end_begun_line();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.writing.end_begun_line();
            }
            TagEnd::TableCell => self.writing.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.writing.end_row(),
            TagEnd::Table => self.writing.end_table(),
            TagEnd::FootnoteDefinition => self.leave_note(),
            _ => {}
        }
    }

    /// Keeps a blank line where one was typed before byte `start`, unless something has begun on this line.
    fn gap(&mut self, start: usize) {
        if self.note.is_some() || self.writing.is_empty() || !self.writing.is_at_line_start() {
            return;
        }
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\t', '>']);
        if before.ends_with("\n\n") || before.ends_with("\n>\n") {
            self.writing.end_line();
        }
    }

    fn leave_note(&mut self) {
        if let Some((name, writing)) = self.note.take() {
            let note = std::mem::replace(&mut self.writing, writing);
            let words = note.finish("", &HashMap::new()).map(|written| written.text).unwrap_or_default();
            self.notes.entry(name).or_insert(words);
        }
    }

    fn finish(mut self, file: &str) -> Result<Written, ImportError> {
        self.leave_note();
        let named: Vec<(String, String)> = self
            .referred
            .iter()
            .zip(1..)
            .filter_map(|(name, number)| Some((format!("[{number}] "), self.notes.remove(name)?)))
            .collect();
        let unnamed: Vec<(String, String)> =
            std::mem::take(&mut self.notes).into_iter().map(|(name, words)| (format!("[{name}] "), words)).collect();
        if !named.is_empty() || !unnamed.is_empty() {
            self.writing.begin_notes();
        }
        for (mark, words) in named.iter().chain(&unnamed) {
            self.writing.write(mark);
            self.writing.write(words);
            self.writing.end_line();
        }
        self.writing.finish(file, &HashMap::new())
    }
}
