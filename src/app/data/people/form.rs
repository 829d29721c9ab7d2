//! What is typed about the chosen informant. A field is written when it is left; what landed meanwhile does not
//! disturb the one that is being typed in.

use crate::app::commands::{Commands, Request};
use crate::app::data::detail::NAMES;
use crate::app::data::sources::{PAD, date, name_ui, quiet_field_ui};
use crate::app::theme::{Theme, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::{
    AttributeHost, AttributeId, AttributeKind, AttributeOf, Informant, InformantId, MemoHost, Message,
};
use eframe::egui::{Align, Key, Layout, Modifiers, Ui};
use std::collections::BTreeMap;

/// A fact that is typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Fact {
    Code,
    Description,
    Pseudonym,
    Guardian,
    ConsentDate,
    Memo,
    Attribute(AttributeId),
}

/// What is typed into a field, what the project held when it was taken up, and why it was refused.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    held: String,
    wrong: Option<Message>,
}

/// The fields.
#[derive(Default)]
pub(super) struct Form {
    of: Option<InformantId>,
    typed: BTreeMap<Fact, Typed>,
}

/// What the project holds of a fact.
fn held(view: &View<'_>, informant: &Informant, fact: Fact) -> String {
    match fact {
        Fact::Code => informant.code.clone(),
        Fact::Description => informant.description.clone(),
        Fact::Pseudonym => informant.pseudonym.clone(),
        Fact::Guardian => informant.consent.guardian.clone(),
        Fact::ConsentDate => informant.consent.date.map(|date| view.catalog.long_date(date)).unwrap_or_default(),
        Fact::Memo => {
            let memo = view.study.memo_of(MemoHost::Informant(informant.id));
            memo.map(|memo| memo.text.clone()).unwrap_or_default()
        }
        Fact::Attribute(id) => {
            view.study.value_of(id, AttributeOf::Informant(informant.id)).unwrap_or_default().to_owned()
        }
    }
}

fn facts(view: &View<'_>) -> Vec<Fact> {
    let own = view.study.attributes.iter().filter(|one| one.host == AttributeHost::Informant);
    let own = own.map(|attribute| Fact::Attribute(attribute.id));
    let fixed = [Fact::Code, Fact::Description, Fact::Pseudonym, Fact::Guardian, Fact::ConsentDate, Fact::Memo];
    fixed.into_iter().chain(own).collect()
}

impl Form {
    /// Turns to an informant; what was typed about another is written first.
    pub fn turn_to(&mut self, view: &View<'_>, chosen: Option<InformantId>, commands: &mut Commands) {
        if self.of != chosen {
            self.leave(Some(view), commands);
            self.typed.clear();
            self.of = chosen;
        }
        let found = chosen.and_then(|id| view.study.informant_at(id));
        let Some(informant) = found.and_then(|at| view.study.informants.get(at as usize)) else { return };
        for fact in facts(view) {
            let held = held(view, informant, fact);
            let typed = self.typed.entry(fact).or_default();
            if typed.held != held {
                if typed.text == typed.held {
                    typed.text.clone_from(&held);
                }
                typed.held = held;
            }
        }
    }

    /// Writes whatever is typed and not written.
    pub fn leave(&mut self, view: Option<&View<'_>>, commands: &mut Commands) {
        for fact in self.typed.keys().copied().collect::<Vec<_>>() {
            self.write(view, fact, commands);
        }
    }

    fn write(&mut self, view: Option<&View<'_>>, fact: Fact, commands: &mut Commands) {
        let (Some(id), Some(typed)) = (self.of, self.typed.get_mut(&fact)) else { return };
        if typed.text == typed.held || view.is_some_and(|view| view.is_read_only) {
            return;
        }
        let text = typed.text.clone();
        let mut set = |fill: Box<dyn FnOnce(&mut Informant) + Send>| {
            commands.send(Request::change(move |project| project.set_informant(Some(id), fill, &[])));
        };
        match fact {
            Fact::Code if text.trim().is_empty() => typed.wrong = Some(Message::new("error-informant-nameless")),
            Fact::Code if view.is_some_and(|view| is_taken(view, id, &text)) => {
                typed.wrong = Some(Message::new("error-informant-same").with("name", text.trim()));
            }
            Fact::Code => set(Box::new(move |informant| informant.code = text)),
            Fact::Description => set(Box::new(move |informant| informant.description = text)),
            Fact::Pseudonym => set(Box::new(move |informant| informant.pseudonym = text)),
            Fact::Guardian => set(Box::new(move |informant| informant.consent.guardian = text)),
            Fact::ConsentDate => match date(&text) {
                Ok(date) => set(Box::new(move |informant| informant.consent.date = date)),
                Err(wrong) => typed.wrong = Some(wrong),
            },
            Fact::Memo => commands.send(Request::WriteMemo(MemoHost::Informant(id), text)),
            Fact::Attribute(attribute) => {
                let known = view.and_then(|view| view.study.attributes.iter().find(|one| one.id == attribute));
                let known = known.filter(|known| !text.trim().is_empty() && known.taken(&text).is_none());
                if let Some(known) = known {
                    typed.wrong = Some(
                        Message::new("error-attribute-value")
                            .with("name", known.name.as_str())
                            .with("kind", known.kind.key())
                            .with("value", text.trim())
                            .with("choices", known.choices.join(", ")),
                    );
                } else {
                    let of = AttributeOf::Informant(id);
                    commands.send(Request::change(move |project| project.set_attribute_value(attribute, of, &text)));
                }
            }
        }
        if typed.wrong.is_none() {
            // On its way; what lands is what is held then.
            typed.held.clone_from(&typed.text);
        }
    }

    /// Draws the field of a fact with its name at the left, or over the whole width where it has none.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, fact: Fact, name: &str, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let is_block = fact == Fact::Memo;
        let column = if is_block { 0.0 } else { NAMES };
        let id = ui.scope_id().with(("informant", fact));
        let is_in = ui.memory(|memory| memory.has_focus(id));
        let key = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let is_entered =
            is_in && (key(Modifiers::COMMAND, Key::Enter) || !is_block && key(Modifiers::NONE, Key::Enter));
        let width = ui.available_width() - column;
        let typed = self.typed.entry(fact).or_default();
        let response = ui
            .with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if is_block {
                    return quiet_field_ui(ui, id, &mut typed.text, "–", width, !view.is_read_only);
                }
                name_ui(ui, name, theme);
                // The words of a field begin where those of a plain fact begin.
                ui.add_space(-f32::from(PAD));
                let width = width + f32::from(PAD);
                quiet_field_ui(ui, id, &mut typed.text, "–", width, !view.is_read_only)
            })
            .inner;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.changed() {
            typed.wrong = None;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            typed.text.clone_from(&typed.held);
            typed.wrong = None;
        } else if is_entered || response.lost_focus() {
            self.write(Some(view), fact, commands);
        }
        if let Some(wrong) = self.typed.get(&fact).and_then(|typed| typed.wrong.as_ref()) {
            let words = view.say(wrong);
            ui.horizontal(|ui| {
                ui.add_space(column);
                label_ui(ui, Words::of(&words, type_scale::SMALL, theme.dissonance.text));
            });
        }
    }
}

fn is_taken(view: &View<'_>, id: InformantId, code: &str) -> bool {
    let code = code.trim().to_lowercase();
    view.study.informants.iter().any(|other| other.id != id && other.code.to_lowercase() == code)
}

/// Whether an attribute is typed, and not chosen from a list.
pub(super) const fn is_typed(kind: AttributeKind) -> bool {
    !matches!(kind, AttributeKind::Choice)
}
