//! The facts of the chosen sources as they are being written in place. What is wrong stays in its field with the
//! sentence why until it is mended or given up with Esc; what is right is written when the field is left.

use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::{Date, Message, SourceId};
use crate::import::written_date;
use crate::project::SourceFacts;
use eframe::egui::{
    Align, Color32, CornerRadius, Frame, Id, Key, Layout, Margin, Modifiers, Response, RichText, Role, Sense, Stroke,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};

/// The column of names in the panel.
pub(in crate::app::data) const NAMES: f32 = 104.0;
/// Padding of a field: its words stand where those of a plain fact stand.
pub(in crate::app::data) const PAD: i8 = 6;

/// A fact that is written in a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fact {
    Name,
    Short,
    Description,
    Date,
    Place,
    Setting,
    Note,
}

impl Fact {
    const ALL: [Self; 7] =
        [Self::Name, Self::Short, Self::Description, Self::Date, Self::Place, Self::Setting, Self::Note];

    const fn label(self) -> &'static str {
        match self {
            Self::Name => "data-column-name",
            Self::Short => "data-short",
            Self::Description => "data-description",
            Self::Date => "data-column-date",
            Self::Place => "data-column-place",
            Self::Setting => "data-setting",
            Self::Note => "data-note",
        }
    }
}

/// A field.
#[derive(Default)]
struct Typed {
    text: String,
    /// What the project holds.
    saved: String,
    /// Whether the chosen sources differ in it.
    is_mixed: bool,
    wrong: Option<Message>,
}

impl Typed {
    fn is_unsaved(&self) -> bool {
        self.text.trim() != self.saved.trim()
    }
}

/// The fields of the chosen sources.
#[derive(Default)]
pub(super) struct Editor {
    of: Vec<SourceId>,
    typed: [Typed; 7],
    /// Whether the name has yet to take the focus.
    pub wants_name: bool,
    /// Whether a field was left by Enter or Esc: the table goes on from where it was.
    pub is_left: bool,
}

impl Editor {
    /// Turns to other sources; what was typed for those before is written.
    pub fn turn_to(&mut self, view: &View<'_>, sources: &[SourceId], commands: &mut Commands) {
        if self.of != sources {
            self.of.retain(|id| view.study.source(*id).is_some());
            for fact in Fact::ALL {
                self.write(view, fact, commands);
                // The field is gone with the choice; why it was not written is still said.
                if let Some(wrong) = self.typed[fact as usize].wrong.take() {
                    commands.send(Request::Tell(wrong));
                }
            }
            let wants_name = self.wants_name;
            *self = Self { of: sources.to_vec(), wants_name, ..Self::default() };
        }
        for fact in Fact::ALL {
            let (saved, is_mixed) = held(view, &self.of, fact);
            let typed = &mut self.typed[fact as usize];
            if saved != typed.saved || is_mixed != typed.is_mixed {
                // Changed elsewhere (undone, for one): what is being typed stays, what is not follows.
                if !typed.is_unsaved() {
                    typed.text.clone_from(&saved);
                }
                (typed.saved, typed.is_mixed) = (saved, is_mixed);
                if !typed.is_unsaved() {
                    typed.text.clone_from(&typed.saved);
                    typed.wrong = None;
                }
            }
        }
    }

    /// Sends off what is unsaved and right as it stands; there is no field left to say what is wrong.
    pub fn leave(&mut self, commands: &mut Commands) {
        for fact in Fact::ALL {
            let typed = &self.typed[fact as usize];
            if typed.is_unsaved()
                && typed.wrong.is_none()
                && let Ok(facts) = facts(fact, typed.text.trim())
            {
                send(&self.of, facts, commands);
            }
        }
    }

    /// Writes a field, if it differs from what the project holds and is right.
    fn write(&mut self, view: &View<'_>, fact: Fact, commands: &mut Commands) {
        let typed = &mut self.typed[fact as usize];
        typed.wrong = None;
        if !typed.is_unsaved() || self.of.is_empty() || view.is_read_only {
            return;
        }
        let text = typed.text.trim();
        let is_taken = |source: &crate::domain::Source| source.name == text && !self.of.contains(&source.id);
        if fact == Fact::Name && view.study.sources.iter().any(is_taken) {
            typed.wrong = Some(Message::new("error-name-taken").with("name", text));
            return;
        }
        match facts(fact, text) {
            Ok(facts) => send(&self.of, facts, commands),
            Err(wrong) => typed.wrong = Some(wrong),
        }
    }

    fn give_up(&mut self, fact: Fact) {
        let typed = &mut self.typed[fact as usize];
        typed.text.clone_from(&typed.saved);
        typed.wrong = None;
    }

    /// Draws a fact: its name at the left, the field beside it; the note has its name in its part's head.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, fact: Fact, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let name = view.text(fact.label());
        let is_block = fact == Fact::Note;
        let column = if is_block { 0.0 } else { NAMES };
        let id = ui.scope_id().with(("fact", fact as usize));
        let is_in = ui.memory(|memory| memory.has_focus(id));
        let key = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let is_entered =
            is_in && (key(Modifiers::COMMAND, Key::Enter) || !is_block && key(Modifiers::NONE, Key::Enter));
        let typed = &mut self.typed[fact as usize];
        let hint = if typed.is_mixed { view.text("data-mixed") } else { "–".to_owned() };
        let width = ui.available_width() - column;
        let response = ui
            .with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if is_block {
                    return quiet_field_ui(ui, id, &mut typed.text, &hint, width, !view.is_read_only);
                }
                name_ui(ui, &name, theme);
                // The words of a field begin where those of a plain fact begin.
                ui.add_space(-f32::from(PAD));
                let width = width + f32::from(PAD);
                quiet_field_ui(ui, id, &mut typed.text, &hint, width, !view.is_read_only)
            })
            .inner;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        if fact == Fact::Name && std::mem::take(&mut self.wants_name) {
            response.request_focus();
            response.scroll_to_me(None);
            select_all(ui, id, &self.typed[fact as usize].text);
        }
        // egui takes the focus away by Esc before anything is drawn.
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.give_up(fact);
            self.is_left = true;
        } else if is_entered {
            self.write(view, fact, commands);
            if self.typed[fact as usize].wrong.is_none() {
                response.surrender_focus();
                self.is_left = true;
            }
        } else if response.lost_focus() {
            self.write(view, fact, commands);
        }
        if response.changed() {
            self.typed[fact as usize].wrong = None;
        }
        if let Some(wrong) = &self.typed[fact as usize].wrong {
            let words = view.say(wrong);
            ui.horizontal(|ui| {
                ui.add_space(column);
                label_ui(ui, Words::of(&words, type_scale::SMALL, theme.dissonance.text));
            });
        }
    }
}

/// The name of a fact, at the left of its value.
pub(in crate::app::data) fn name_ui(ui: &mut Ui, name: &str, theme: &Theme) {
    let galley = Words::of(name, type_scale::BODY, theme.text3).within(ui.painter(), NAMES - space::XS, 1);
    let (rect, response) = ui.allocate_exact_size(vec2(NAMES, 30.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let is_cut = galley.elided;
    ui.painter().galley(pos2(rect.left(), rect.top() + 5.0), galley, theme.text3);
    if is_cut {
        response.on_hover_text(name);
    }
}

/// A field that looks like plain words until it is pointed at or typed in.
pub(in crate::app::data) fn quiet_field_ui(
    ui: &mut Ui,
    id: Id,
    text: &mut String,
    hint: &str,
    width: f32,
    is_open: bool,
) -> Response {
    let theme = Theme::of(ui);
    let is_in = ui.memory(|memory| memory.has_focus(id));
    let is_near = is_open && ui.ctx().read_response(id).is_some_and(|before| before.hovered());
    let (fill, edge) = match (is_in, is_near) {
        (true, _) => (theme.field, Stroke::new(stroke::FIELD, theme.focus)),
        (false, true) => (theme.hover, Stroke::new(stroke::HAIR, theme.line2)),
        _ => (Color32::TRANSPARENT, Stroke::NONE),
    };
    let frame = Frame::new()
        .fill(fill)
        .stroke(edge)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin { left: PAD, right: PAD, top: 4, bottom: 4 });
    let font = type_scale::BODY.font();
    let hint = RichText::new(hint).color(theme.text3).font(font.clone());
    ui.add(
        TextEdit::multiline(text)
            .id(id)
            .hint_text(hint)
            .font(font)
            .text_color(theme.text)
            .frame(frame)
            .margin(Margin::ZERO)
            .desired_rows(1)
            .interactive(is_open)
            .desired_width(width),
    )
}

/// Marks all words of a field, so that typing replaces them.
fn select_all(ui: &Ui, id: Id, text: &str) {
    use eframe::egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// What the project holds of a fact, and whether the sources differ in it.
fn held(view: &View<'_>, sources: &[SourceId], fact: Fact) -> (String, bool) {
    let mut held: Option<String> = None;
    for source in sources.iter().filter_map(|id| view.study.source(*id)) {
        let words = match fact {
            Fact::Name => source.name.clone(),
            Fact::Short => source.short.clone(),
            Fact::Description => source.description.clone(),
            Fact::Date => source.date.map(|date| view.catalog.long_date(date)).unwrap_or_default(),
            Fact::Place => source.place.clone(),
            Fact::Setting => source.setting.clone(),
            Fact::Note => source.note.clone(),
        };
        match &held {
            Some(other) if *other != words => return (String::new(), true),
            _ => held = Some(words),
        }
    }
    (held.unwrap_or_default(), false)
}

/// What a field means; the sentence that says why it means nothing.
fn facts(fact: Fact, text: &str) -> Result<SourceFacts, Message> {
    let words = Some(text.to_owned());
    let none = SourceFacts::default();
    Ok(match fact {
        Fact::Name if text.is_empty() => return Err(Message::new("error-nameless-source")),
        Fact::Name => SourceFacts { name: words, ..none },
        Fact::Short => SourceFacts { short: words, ..none },
        Fact::Description => SourceFacts { description: words, ..none },
        Fact::Date => SourceFacts { date: Some(date(text)?), ..none },
        Fact::Place => SourceFacts { place: words, ..none },
        Fact::Setting => SourceFacts { setting: words, ..none },
        Fact::Note => SourceFacts { note: words, ..none },
    })
}

/// A date as it was typed, nothing where the field is empty; the sentence why it is none.
pub(in crate::app) fn date(text: &str) -> Result<Option<Date>, Message> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse().ok().or_else(|| written_date(text)) {
            Some(date) => Ok(Some(date)),
            None => Err(Message::new("data-no-date").with("text", text)),
        },
    }
}

fn send(sources: &[SourceId], facts: SourceFacts, commands: &mut Commands) {
    let sources = sources.to_vec();
    commands.send(Request::change(move |project| project.describe_sources(&sources, &facts)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_write_it_or_refused() {
        let day = "2025-02-19".parse().ok();
        for text in ["2025-02-19", " 19 Februari 2025", "Rabu, 19 Februari 2025", "19/02/2025", "19 February 2025"] {
            assert_eq!(date(text), Ok(day), "{text}");
        }
        assert_eq!(date("  "), Ok(None));
        for wrong in ["kemarin", "30 Februari 2025", "2025-13-01"] {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }
}
