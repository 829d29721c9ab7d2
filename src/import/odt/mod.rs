//! OpenDocument texts (`.odt`): one part holds everything. Deleted text lies apart in it and is left out; notes and
//! comments lie within the text and are taken out of its flow. The numbers of lists are worked out.

mod lists;

#[cfg(test)]
mod tests;

use super::error::ImportError;
use super::package::Package;
use super::written::{MOST_NOTES, Met, Writing, Written};
use super::xml;
use lists::Lists;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Elements that are left out with everything in them: what was deleted, declarations, the words for pictures, and
/// the letters that gloss others.
const LEFT_OUT: &[&str] = &[
    "scripts",
    "font-face-decls",
    "automatic-styles",
    "styles",
    "master-styles",
    "forms",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "title",
    "desc",
    "ruby-text",
    "covered-table-cell",
    "event-listeners",
    "note-citation",
    "index-title-template",
    "table-of-content-source",
    "illustration-index-source",
    "bibliography-source",
    "alphabetical-index-source",
    "user-index-source",
    "table-index-source",
    "object-index-source",
    "shapes",
];

/// What was met.
#[derive(Default)]
struct Seen<'t> {
    /// The elements of the notes, in order.
    notes: Vec<&'t str>,
    /// The elements of the comments by their ids.
    comments: Vec<(String, &'t str)>,
    changes: usize,
    pictures: usize,
}

/// Reads an OpenDocument text; `file` names it in errors.
///
/// # Errors
/// It is locked, cut off or damaged, larger than what is read, or has no words.
pub fn read(file: &str, bytes: &[u8]) -> Result<Written, ImportError> {
    let mut package = Package::open(bytes).map_err(|error| error.refuse(file))?;
    let is_locked = package.text("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data"));
    if is_locked {
        return Err(ImportError::Locked { file: file.to_owned() });
    }
    let text = package.text("content.xml").map_err(|error| error.refuse(file))?;
    let damaged = |detail: String| ImportError::Damaged { file: file.to_owned(), detail };
    let mut lists = Lists::default();
    lists.learn(text.find(":body").map_or("", |body| &text[..body]));
    if let Ok(styles) = package.text("styles.xml") {
        lists.learn(&styles);
    }
    let mut writing = Writing::default();
    let seen = elements(&text, &mut writing, &mut lists).map_err(damaged)?;
    if !seen.notes.is_empty() {
        writing.begin_notes();
        for (number, note) in (1..).zip(&seen.notes) {
            if writing.is_full() {
                break;
            }
            writing.write(&format!("[{number}] "));
            elements(note, &mut writing, &mut Lists::default()).map_err(damaged)?;
            writing.end_begun_line();
        }
    }
    let mut comments = HashMap::new();
    for (id, words) in &seen.comments {
        comments.insert(id.clone(), comment(words).map_err(damaged)?);
    }
    let met = Met { changes: seen.changes, pictures: seen.pictures, notes: seen.notes.len() };
    writing.finish_document(file, &comments, met)
}

/// Reads elements one after the other into `writing`; nothing recurses, so depth costs nothing.
fn elements<'t>(text: &'t str, writing: &mut Writing, lists: &mut Lists) -> Result<Seen<'t>, String> {
    let mut reader = Reader::from_str(text);
    let mut seen = Seen::default();
    let (mut depth, mut left_out, mut paragraphs) = (0_usize, 0_usize, 0_usize);
    loop {
        if writing.is_full() {
            return Ok(seen);
        }
        if depth + left_out > xml::DEEPEST {
            return Err("elements within elements without end".to_owned());
        }
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) if left_out == 0 => {
                let name = element.local_name();
                match name.as_ref() {
                    "note" | "annotation" | "tracked-changes" => {
                        let span = reader.read_to_end(element.name()).map_err(|error| error.to_string())?;
                        let words = usize::try_from(span.start).ok().zip(usize::try_from(span.end).ok());
                        let words = words.and_then(|(start, end)| text.get(start..end)).unwrap_or_default();
                        apart(&element, words, writing, &mut seen);
                        continue;
                    }
                    name if LEFT_OUT.contains(&name) => {
                        left_out = 1;
                        continue;
                    }
                    name => begin(&element, name, writing, &mut seen, &mut paragraphs, lists),
                }
                depth += 1;
            }
            Event::Start(_) => left_out += 1,
            Event::Empty(element) if left_out == 0 => {
                let name = element.local_name();
                let name: &str = name.as_ref();
                if !LEFT_OUT.contains(&name) {
                    begin(&element, name, writing, &mut seen, &mut paragraphs, lists);
                    end(name, writing, &mut paragraphs, lists);
                }
            }
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                end(element.local_name().as_ref(), writing, &mut paragraphs, lists);
            }
            Event::Text(words) if left_out == 0 && paragraphs > 0 => writing.write_flowing(&words, true),
            Event::CData(words) if left_out == 0 && paragraphs > 0 => writing.write_flowing(&words, true),
            Event::GeneralRef(reference) if left_out == 0 && paragraphs > 0 => {
                writing.write_flowing(&xml::referred(&reference), true);
            }
            Event::Eof if depth + left_out > 0 => return Err("ends within an element".to_owned()),
            Event::Eof => return Ok(seen),
            _ => {}
        }
    }
}

/// What stands within the text and is not part of its flow.
fn apart<'t>(element: &BytesStart<'_>, words: &'t str, writing: &mut Writing, seen: &mut Seen<'t>) {
    match element.local_name().as_ref() {
        "note" if seen.notes.len() < MOST_NOTES => {
            seen.notes.push(body_of(words, "note-body"));
            writing.mark(&seen.notes.len().to_string());
        }
        "annotation" if seen.comments.len() < MOST_NOTES => {
            let name = xml::attribute(element, "name").map(std::borrow::Cow::into_owned);
            let id = name.clone().unwrap_or_else(|| format!("\u{0}{}", seen.comments.len()));
            seen.comments.push((id.clone(), words));
            if name.is_some() {
                writing.begin_comment(&id);
            } else {
                writing.end_comment(&id);
            }
        }
        "tracked-changes" => seen.changes += words.matches(":changed-region").count().div_ceil(2),
        _ => {}
    }
}

/// What an element of a name holds, without looking into it.
fn body_of<'t>(words: &'t str, name: &str) -> &'t str {
    let start = words.find(name).and_then(|at| Some(at + words[at..].find('>')? + 1));
    let end = words.rfind(name).and_then(|at| words[..at].rfind("</"));
    match (start, end) {
        (Some(start), Some(end)) if start <= end => &words[start..end],
        _ => "",
    }
}

fn begin(
    element: &BytesStart<'_>,
    name: &str,
    writing: &mut Writing,
    seen: &mut Seen<'_>,
    paragraphs: &mut usize,
    lists: &mut Lists,
) {
    match name {
        "p" | "h" => {
            *paragraphs += 1;
            if let Some(number) = lists.next().filter(|_| writing.is_at_line_start()) {
                writing.write(&number);
            }
        }
        "list" => lists.begin(element),
        "list-item" => lists.begin_item(element),
        "line-break" => writing.end_line(),
        "tab" => writing.write("\t"),
        "s" => writing.write(&" ".repeat(xml::number(element, "c").unwrap_or(1).clamp(1, 1000))),
        "table" => writing.begin_table(),
        "table-row" => writing.begin_row(),
        "table-cell" => writing.begin_cell(xml::number(element, "number-columns-spanned").unwrap_or(1)),
        "text-box" => writing.begin_box(),
        "annotation-end" => {
            if let Some(id) = xml::attribute(element, "name") {
                writing.end_comment(&id);
            }
        }
        "image" => seen.pictures += 1,
        _ => {}
    }
}

fn end(name: &str, writing: &mut Writing, paragraphs: &mut usize, lists: &mut Lists) {
    match name {
        "list" => lists.end(),
        "p" | "h" => {
            *paragraphs = paragraphs.saturating_sub(1);
            writing.trim_space();
            writing.end_paragraph();
        }
        "table-cell" => writing.end_cell(),
        "table-row" => writing.end_row(),
        "table" => writing.end_table(),
        "text-box" => writing.end_box(),
        _ => {}
    }
}

/// What a comment says, its author in front.
fn comment(words: &str) -> Result<String, String> {
    let author = body_of(words, "dc:creator");
    let mut writing = Writing::default();
    elements(words, &mut writing, &mut Lists::default())?;
    let said = writing.finish("", &HashMap::new()).map(|written| written.text).unwrap_or_default();
    let author = quick_xml::escape::unescape(author).unwrap_or_default();
    let (author, said) = (author.trim(), said.trim());
    Ok(if author.is_empty() || said.is_empty() { said.to_owned() } else { format!("{author}: {said}") })
}
