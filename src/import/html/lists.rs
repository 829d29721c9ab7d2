//! The numbers of ordered lists, which browsers show and pages do not hold.

use crate::import::numbers::NumberForm;
use html5ever::tokenizer::Tag;

/// Lists within lists that are told apart.
const DEEPEST: usize = 100;

/// A list that is open; nothing is counted in one without an order.
#[derive(Clone, Copy)]
struct Open {
    form: Option<NumberForm>,
    next: u32,
}

/// The lists that are open.
#[derive(Default)]
pub struct Lists {
    open: Vec<Open>,
    /// What stands before the next letter.
    waiting: String,
}

impl Lists {
    /// Begins a list or an item.
    pub fn begin(&mut self, tag: &Tag, name: &str) {
        let said = |name: &str| tag.attrs.iter().find(|one| &*one.name.local == name).map(|one| one.value.trim());
        match name {
            "ol" | "ul" | "menu" | "dir" if self.open.len() < DEEPEST => {
                let form = match said("type") {
                    Some("a") => NumberForm::SmallLetter,
                    Some("A") => NumberForm::CapitalLetter,
                    Some("i") => NumberForm::SmallRoman,
                    Some("I") => NumberForm::CapitalRoman,
                    _ => NumberForm::Decimal,
                };
                let next = said("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.open.push(Open { form: (name == "ol").then_some(form), next });
            }
            "li" => {
                self.waiting.clear();
                let Some(list) = self.open.last_mut() else { return };
                let Some(form) = list.form else { return };
                let number = said("value").and_then(|value| value.parse().ok()).unwrap_or(list.next);
                list.next = number.saturating_add(1);
                self.waiting = format!("{}. ", form.write(number));
            }
            _ => {}
        }
    }

    /// Ends a list or an item.
    pub fn end(&mut self, name: &str) {
        match name {
            "ol" | "ul" | "menu" | "dir" => {
                self.waiting.clear();
                self.open.pop();
            }
            "li" => self.waiting.clear(),
            _ => {}
        }
    }

    /// What stands before the letters that come now.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.waiting)
    }
}
