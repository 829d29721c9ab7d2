//! The numbers of a Word document's lists. Word writes down only to which list and level a paragraph belongs; what
//! stands before it on the page is worked out here as Word does: one count a level of a list, begun anew below each
//! paragraph of a higher level.

use crate::import::numbers::{NumberForm, bullet};
use crate::import::xml;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;
/// Most lists and styles of one document.
const MOST: usize = 50_000;
/// Styles based on styles that are followed.
const DEEPEST: usize = 20;

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    form: NumberForm,
    is_bullet: bool,
    /// What stands before the paragraph, `%2` for the number of the second level.
    text: String,
    /// Whether numbers of higher levels are written as digits here.
    is_legal: bool,
    /// Whether it goes on counting below another paragraph of a higher level.
    goes_on: bool,
    /// Whether nothing parts it from the words.
    is_close: bool,
    /// The style whose paragraphs are of this level.
    style: String,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            form: NumberForm::Decimal,
            is_bullet: false,
            text: String::new(),
            is_legal: false,
            goes_on: false,
            is_close: false,
            style: String::new(),
        }
    }
}

/// A list as it is described: its levels.
#[derive(Default)]
struct Shape {
    levels: [Level; LEVELS],
    /// The style that describes it instead.
    link: String,
}

/// A list as paragraphs refer to it.
#[derive(Default)]
struct List {
    shape: String,
    /// What is different in it, level by level: another start, another description.
    starts: [Option<u32>; LEVELS],
    levels: HashMap<usize, Level>,
}

/// What a style says of lists.
#[derive(Default)]
struct Style {
    parent: String,
    list: Option<String>,
    level: Option<usize>,
}

/// The lists of a document and how far each has been counted.
#[derive(Default)]
pub struct Numbering {
    shapes: HashMap<String, Shape>,
    lists: HashMap<String, List>,
    styles: HashMap<String, Style>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun where they said.
    begun: HashSet<(String, usize)>,
}

/// What a paragraph says of its place in a list.
#[derive(Clone, Default, Debug)]
pub struct Place {
    /// Its style.
    pub style: Option<String>,
    /// The list.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

impl Numbering {
    /// Takes up what the parts of a document say of lists and styles; a part that is broken says nothing.
    pub fn of(numbering: Option<&str>, styles: Option<&str>) -> Self {
        let mut found = Self::default();
        if let Some(text) = numbering {
            found.read_lists(text);
            if let Some(text) = styles {
                found.read_styles(text);
            }
        }
        found
    }

    fn read_lists(&mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        let (mut shape, mut list) = (None::<(String, Shape)>, None::<(String, List)>);
        let mut level = None::<(usize, Level)>;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let name = element.local_name();
                    let value = || xml::attribute(&element, "val").unwrap_or_default().into_owned();
                    let named = |name: &str| xml::attribute(&element, name).unwrap_or_default().into_owned();
                    match name.as_ref() {
                        "abstractNum" => shape = Some((named("abstractNumId"), Shape::default())),
                        "num" => list = Some((named("numId"), List::default())),
                        "abstractNumId" => {
                            if let Some((_, list)) = &mut list {
                                list.shape = value();
                            }
                        }
                        "numStyleLink" => {
                            if let Some((_, shape)) = &mut shape {
                                shape.link = value();
                            }
                        }
                        "lvl" | "lvlOverride" => {
                            let at = xml::number(&element, "ilvl").unwrap_or(0).min(LEVELS - 1);
                            level = Some((at, Level::default()));
                        }
                        "startOverride" => {
                            let start = xml::number(&element, "val").and_then(|start| u32::try_from(start).ok());
                            if let (Some((_, list)), Some((at, _))) = (&mut list, &level) {
                                list.starts[*at] = start;
                            }
                        }
                        name => {
                            if let Some((_, level)) = &mut level {
                                level.read(&element, name);
                            }
                        }
                    }
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "lvl" => match (&mut shape, &mut list, level.take()) {
                        (Some((_, shape)), _, Some((at, made))) => shape.levels[at] = made,
                        (None, Some((_, list)), Some((at, made))) => {
                            list.levels.insert(at, made);
                            // What follows in the same place still speaks of this level.
                            level = Some((at, Level::default()));
                        }
                        _ => {}
                    },
                    "abstractNum" => {
                        if let Some((id, made)) = shape.take().filter(|_| self.shapes.len() < MOST) {
                            self.shapes.insert(id, made);
                        }
                    }
                    "num" => {
                        if let Some((id, made)) = list.take().filter(|_| self.lists.len() < MOST) {
                            self.lists.insert(id, made);
                        }
                    }
                    _ => {}
                },
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn read_styles(&mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        let mut style = None::<(String, Style)>;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let value = || xml::attribute(&element, "val").unwrap_or_default().into_owned();
                    match (element.local_name().as_ref(), &mut style) {
                        ("style", _) => {
                            let id = xml::attribute(&element, "styleId").unwrap_or_default().into_owned();
                            style = Some((id, Style::default()));
                        }
                        ("basedOn", Some((_, style))) => style.parent = value(),
                        ("numId", Some((_, style))) => style.list = Some(value()),
                        ("ilvl", Some((_, style))) => style.level = xml::number(&element, "val"),
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "style" => {
                    if let Some((id, made)) = style.take().filter(|_| self.styles.len() < MOST) {
                        self.styles.insert(id, made);
                    }
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    /// What stands before the next paragraph, with what parts it from the words; nothing where it is in no list.
    pub fn next(&mut self, place: &Place) -> Option<String> {
        let (id, at) = self.place(place)?;
        let list = self.lists.get(&id)?;
        let shape_id = self.described(&list.shape)?;
        let shape = self.shapes.get(&shape_id)?;
        let level_at = |at: usize| list.levels.get(&at).unwrap_or(&shape.levels[at]);
        let level = level_at(at);
        let counts = self.counts.entry(shape_id.clone()).or_default();
        let forced = list.starts[at].filter(|_| self.begun.insert((id.clone(), at)));
        let number = match (forced, counts[at]) {
            (Some(start), _) => start,
            (None, Some(number)) => number.saturating_add(1),
            (None, None) => level.start,
        };
        counts[at] = Some(number);
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            if !level_at(deeper).goes_on {
                *count = None;
            }
        }
        let gap = if level.is_close { "" } else { " " };
        if level.is_bullet {
            // A blank one sets a paragraph in below its item.
            let sign = level.text.trim();
            return (!sign.is_empty()).then(|| format!("{}{gap}", bullet(sign)));
        }
        let mut written = String::new();
        let mut letters = level.text.chars();
        while let Some(letter) = letters.next() {
            let of = if letter == '%' { letters.clone().next().and_then(|digit| digit.to_digit(10)) } else { None };
            match of.and_then(|of| usize::try_from(of).ok()?.checked_sub(1)).filter(|of| *of < LEVELS) {
                Some(of) => {
                    letters.next();
                    let other = level_at(of);
                    let number = if of == at { number } else { counts[of].unwrap_or(other.start) };
                    let form = if level.is_legal { NumberForm::Decimal } else { other.form };
                    written.push_str(&form.write(number));
                }
                None => written.push(letter),
            }
        }
        let is_seen = !written.trim().is_empty();
        is_seen.then(|| format!("{}{gap}", written.trim()))
    }

    /// The list and level of a paragraph: its own, else those of its style.
    fn place(&self, place: &Place) -> Option<(String, usize)> {
        let mut style = place.style.clone();
        let (mut list, mut level) = (place.list.clone(), place.level);
        for _ in 0..DEEPEST {
            let Some(found) = style.as_ref().and_then(|id| self.styles.get(id)).filter(|_| list.is_none()) else {
                break;
            };
            if found.list.is_some() {
                list.clone_from(&found.list);
                level = level.or(found.level).or_else(|| self.level_of(found.list.as_deref()?, style.as_deref()?));
            }
            style = Some(found.parent.clone());
        }
        let list = list.filter(|list| list != "0")?;
        Some((list, level.unwrap_or(0).min(LEVELS - 1)))
    }

    /// The level of a list that is that of a style.
    fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let shape = self.shapes.get(&self.described(&self.lists.get(list)?.shape)?)?;
        shape.levels.iter().position(|level| level.style == style)
    }

    /// The shape that a shape stands for: itself, or that of the list of the style to which it leads.
    fn described(&self, shape: &str) -> Option<String> {
        let mut id = shape.to_owned();
        for _ in 0..DEEPEST {
            let found = self.shapes.get(&id)?;
            if found.link.is_empty() {
                return Some(id);
            }
            let list = self.styles.get(&found.link)?.list.as_ref()?;
            id.clone_from(&self.lists.get(list)?.shape);
        }
        None
    }
}

impl Level {
    fn read(&mut self, element: &BytesStart<'_>, name: &str) {
        let value = || xml::attribute(element, "val").unwrap_or_default().into_owned();
        let is_on = || !matches!(value().as_str(), "0" | "false" | "off");
        match name {
            "start" => {
                self.start = xml::number(element, "val").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
            }
            "numFmt" => {
                let form = value();
                self.is_bullet = form == "bullet";
                self.form = match form.as_str() {
                    "decimalZero" => NumberForm::TwoDigits,
                    "lowerLetter" => NumberForm::SmallLetter,
                    "upperLetter" => NumberForm::CapitalLetter,
                    "lowerRoman" => NumberForm::SmallRoman,
                    "upperRoman" => NumberForm::CapitalRoman,
                    "none" => NumberForm::Nothing,
                    _ => NumberForm::Decimal,
                };
            }
            "lvlText" => self.text = value().chars().take(64).collect(),
            "isLgl" => self.is_legal = is_on(),
            "lvlRestart" => self.goes_on = value() == "0",
            "suff" => self.is_close = value() == "nothing",
            "pStyle" => self.style = value(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: usize, form: &str, text: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    }

    fn numbering() -> Numbering {
        let lists = format!(
            "<w:numbering xmlns:w=\"x\"><w:abstractNum w:abstractNumId=\"7\">{}{}{}</w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"8\">{}</w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"9\"><w:numStyleLink w:val=\"Daftar\"/></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
             <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\
             <w:num w:numId=\"3\"><w:abstractNumId w:val=\"8\"/></w:num>\
             <w:num w:numId=\"4\"><w:abstractNumId w:val=\"9\"/></w:num>\
             <w:abstractNum w:abstractNumId=\"10\">{}</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"10\"/></w:num></w:numbering>",
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "%2)"),
            level(2, "lowerRoman", "%1.%3"),
            level(0, "bullet", "\u{F0B7}"),
            level(0, "bullet", " ")
        );
        let styles = "<w:styles xmlns:w=\"x\"><w:style w:styleId=\"Daftar\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
            <w:style w:styleId=\"Anak\"><w:basedOn w:val=\"Daftar\"/></w:style></w:styles>";
        Numbering::of(Some(&lists), Some(styles))
    }

    fn at(list: &str, level: usize) -> Place {
        Place { list: Some(list.to_owned()), level: Some(level), style: None }
    }

    #[test]
    fn a_list_is_counted_level_by_level() {
        let mut numbering = numbering();
        let mut next = |list: &str, level: usize| numbering.next(&at(list, level)).unwrap_or_default();
        let found = [next("1", 0), next("1", 1), next("1", 1), next("1", 2), next("1", 0), next("1", 1)];
        assert_eq!(found, ["1. ", "a) ", "b) ", "1.i ", "2. ", "a) "]);
        // Another list of the same shape goes on, unless it says where it begins.
        assert_eq!([next("4", 0), next("2", 0), next("2", 0)], ["3. ", "1. ", "2. "]);
        assert_eq!([next("3", 0), next("5", 0), next("0", 0), next("99", 0)], ["• ", "", "", ""]);
    }

    #[test]
    fn a_style_puts_its_paragraphs_into_a_list() {
        let mut numbering = numbering();
        let styled = |style: &str| Place { style: Some(style.to_owned()), ..Place::default() };
        assert_eq!(numbering.next(&styled("Anak")).as_deref(), Some("1. "));
        assert_eq!(numbering.next(&styled("Daftar")).as_deref(), Some("2. "));
        assert_eq!(numbering.next(&Place { list: Some("0".to_owned()), ..styled("Daftar") }), None);
        assert_eq!(numbering.next(&styled("Lain")), None);
    }
}
