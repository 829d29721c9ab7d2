//! The numbers of an OpenDocument text's lists, which are worked out from what its styles say of each level: one count
//! a level, begun anew below each item of a higher level and in each list that does not say that it goes on.

use crate::import::numbers::{NumberForm, bullet};
use crate::import::xml;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Levels of a list.
const LEVELS: usize = 10;
/// Most styles of lists, and most lists whose end is remembered.
const MOST: usize = 20_000;
/// Lists within lists that are told apart.
const DEEPEST: usize = 64;

/// A level of a list.
#[derive(Clone, Default)]
struct Level {
    start: u32,
    form: NumberForm,
    /// What stands before the words instead of a number.
    bullet: Option<String>,
    before: String,
    behind: String,
    /// Levels that are shown, this one the last.
    shown: usize,
    /// The whole as a pattern (`%1%.%2%`), which newer programs write and which holds over the rest.
    pattern: String,
}

type Levels = [Option<Level>; LEVELS];
type Counts = [Option<u32>; LEVELS];

/// A list that is open.
struct Open {
    style: String,
    id: String,
    /// Whether the next paragraph is the first of an item, and where the item says it begins.
    item: Option<Option<u32>>,
}

/// The styles of lists of a text, and how far its lists have been counted.
#[derive(Default)]
pub struct Lists {
    styles: HashMap<String, Levels>,
    open: Vec<Open>,
    counts: Counts,
    /// The counts with which a list ended, by its id and by its style.
    ended: HashMap<String, Counts>,
}

fn id_key(id: &str) -> String {
    format!("#{id}")
}

impl Lists {
    /// Takes up the styles of lists in a part of the text; what is broken says nothing.
    pub fn learn(&mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        let mut style = None::<(String, Levels)>;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let name = element.local_name();
                    let said = |name: &str| xml::attribute(&element, name).unwrap_or_default().into_owned();
                    match (name.as_ref(), &mut style) {
                        ("list-style", _) => style = Some((said("name"), Levels::default())),
                        (
                            "list-level-style-number" | "list-level-style-bullet" | "list-level-style-image",
                            Some((_, levels)),
                        ) => {
                            let level = xml::number(&element, "level").unwrap_or(1).clamp(1, LEVELS) - 1;
                            levels[level] = Some(Level::of(&element, name.as_ref()));
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "list-style" => {
                    if let Some((name, levels)) = style.take().filter(|_| self.styles.len() < MOST) {
                        self.styles.entry(name).or_insert(levels);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }

    /// Begins a list.
    pub fn begin(&mut self, element: &BytesStart<'_>) {
        let said = |name: &str| xml::attribute(element, name).map(std::borrow::Cow::into_owned);
        let outer = self.open.last().map(|outer| outer.style.clone());
        let style = said("style-name").or(outer).unwrap_or_default();
        let at = self.open.len();
        if at == 0 {
            let goes_on = said("continue-numbering").is_some_and(|goes_on| goes_on == "true");
            let before = said("continue-list").map(|id| id_key(&id)).or(goes_on.then(|| style.clone()));
            self.counts = before.and_then(|key| self.ended.get(&key).copied()).unwrap_or_default();
        }
        if at < DEEPEST {
            self.open.push(Open { style, id: said("id").unwrap_or_default(), item: None });
        }
    }

    /// Ends a list.
    pub fn end(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if self.open.is_empty() && self.ended.len() < MOST {
            self.ended.insert(id_key(&list.id), self.counts);
            self.ended.insert(list.style, self.counts);
        }
    }

    /// Begins an item.
    pub fn begin_item(&mut self, element: &BytesStart<'_>) {
        let start = xml::number(element, "start-value").and_then(|start| u32::try_from(start).ok());
        if let Some(list) = self.open.last_mut() {
            list.item = Some(start);
        }
    }

    /// What stands before the paragraph that begins, with the space behind it; nothing where it is not the first of an
    /// item.
    pub fn next(&mut self) -> Option<String> {
        let at = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let list = self.open.last_mut()?;
        let said = list.item.take()?;
        let levels = self.styles.get(&list.style)?;
        let level = levels[at].as_ref()?;
        let number = said.or(self.counts[at].map(|count| count.saturating_add(1))).unwrap_or(level.start);
        self.counts[at] = Some(number);
        self.counts[at + 1..].fill(None);
        if let Some(sign) = &level.bullet {
            // A blank one sets a paragraph in below its item.
            return (!sign.trim().is_empty()).then(|| format!("{} ", bullet(sign)));
        }
        let of = |other: usize| {
            let style = levels[other].as_ref()?;
            Some(style.form.write(self.counts[other].unwrap_or(style.start)))
        };
        let written = match level.pattern.as_str() {
            "" if level.form == NumberForm::Nothing => String::new(),
            "" => {
                let first = (at + 1).saturating_sub(level.shown.max(1));
                let numbers: Vec<String> = (first..=at).filter_map(of).filter(|number| !number.is_empty()).collect();
                format!("{}{}{}", level.before, numbers.join("."), level.behind)
            }
            pattern => {
                let filled = |text: String, other: usize| {
                    text.replace(&format!("%{}%", other + 1), &of(other).unwrap_or_default())
                };
                (0..LEVELS).fold(pattern.to_owned(), filled)
            }
        };
        let written = written.trim();
        (!written.is_empty()).then(|| format!("{written} "))
    }
}

impl Level {
    fn of(element: &BytesStart<'_>, name: &str) -> Self {
        let said =
            |name: &str| -> String { xml::attribute(element, name).unwrap_or_default().chars().take(64).collect() };
        let form = match said("num-format").as_str() {
            "a" => NumberForm::SmallLetter,
            "A" => NumberForm::CapitalLetter,
            "i" => NumberForm::SmallRoman,
            "I" => NumberForm::CapitalRoman,
            "" => NumberForm::Nothing,
            _ => NumberForm::Decimal,
        };
        Self {
            start: xml::number(element, "start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1),
            form,
            bullet: match name {
                "list-level-style-number" => None,
                "list-level-style-image" => Some("•".to_owned()),
                _ => Some(said("bullet-char")),
            },
            before: said("num-prefix"),
            behind: said("num-suffix"),
            shown: xml::number(element, "display-levels").unwrap_or(1),
            pattern: said("num-list-format"),
        }
    }
}
