//! Everything about the chosen code: its names, what it is for, its colour and key, what it means, what it is
//! confused with, its memo, and how much it is used.

use super::fields::{Fields, Typed};
use super::pairs::Pairs;
use super::{CodebookPlace, MergePane, act};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{
    Button, MenuEntry, Words, choice_ui, code_swatch_ui, field_ui, focus_ring, label_ui, labelled_ui, menu_ui,
    swatch_at, text_area_ui,
};
use crate::domain::{CODE_COLOURS, Code, CodeId, CodeKind, Colour, MemoHost, Message};
use crate::project::{CodeChange, CodeField};
use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

/// Width of a narrow field.
const NARROW: f32 = 132.0;
/// Narrower than this, what stands side by side stands one under the other.
const TWO: f32 = 520.0;

/// What is being typed.
#[derive(Default)]
pub(super) struct Form {
    fields: Fields,
    memo: Typed,
    memo_of: Option<CodeId>,
    pub(super) pairs: Pairs,
    /// Whether the first field is to take the focus.
    pub(super) wants_focus: bool,
}

impl Form {
    /// Sends all off that was typed.
    pub(super) fn send(&mut self, commands: &mut Commands) {
        self.fields.send(commands);
        self.send_memo(commands);
        self.pairs.send(commands);
    }

    fn send_memo(&mut self, commands: &mut Commands) {
        if let (Some(code), Some(text)) = (self.memo_of, self.memo.take()) {
            commands.send(Request::WriteMemo(MemoHost::Code(code), text));
        }
    }

    fn turn_to(&mut self, view: &View<'_>, code: &Code, commands: &mut Commands) {
        self.fields.turn_to(code, commands);
        let memo = view.study.memo_of(MemoHost::Code(code.id)).map_or("", |memo| memo.text.as_str());
        if self.memo_of == Some(code.id) {
            self.memo.follow(memo);
        } else {
            self.send_memo(commands);
            self.memo_of = Some(code.id);
            self.memo.turn_to(memo);
        }
        self.pairs.turn_to(view, code.id, commands);
    }

    /// A field of one line.
    fn line(&mut self, ui: &mut Ui, view: &View<'_>, field: CodeField, commands: &mut Commands) -> Response {
        let label = label_of(view, field);
        let response =
            ui.add_enabled_ui(!view.is_read_only, |ui| field_ui(ui, &label, self.fields.text(field), "")).inner;
        if response.lost_focus() {
            self.fields.send_one(field, commands);
        }
        response
    }

    /// A field of several lines.
    fn area(&mut self, ui: &mut Ui, view: &View<'_>, field: CodeField, rows: usize, commands: &mut Commands) {
        let label = label_of(view, field);
        let hint = if is_list(field) { view.text("codebook-one-a-line") } else { String::new() };
        let area = |ui: &mut Ui| text_area_ui(ui, &label, self.fields.text(field), &hint, rows);
        if ui.add_enabled_ui(!view.is_read_only, area).inner.lost_focus() {
            self.fields.send_one(field, commands);
        }
        ui.add_space(space::S);
    }
}

const fn is_list(field: CodeField) -> bool {
    matches!(
        field,
        CodeField::Counts | CodeField::CountsNot | CodeField::Examples | CodeField::Keywords | CodeField::Aliases
    )
}

/// The name of a field.
pub(super) fn label_of(view: &View<'_>, field: CodeField) -> String {
    view.say(&Message::new("codebook-field").with("what", field.key()))
}

/// Two things side by side where there is room, else one under the other.
pub(super) fn two_ui<T>(
    ui: &mut Ui,
    own: &mut T,
    first: impl FnOnce(&mut T, &mut Ui),
    second: impl FnOnce(&mut T, &mut Ui),
) {
    if ui.available_width() < TWO {
        first(own, ui);
        second(own, ui);
        return;
    }
    let width = (ui.available_width() - space::M) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let column = |ui: &mut Ui, part: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                part(ui);
            });
        };
        let (mut first, mut second) = (Some(first), Some(second));
        column(ui, &mut |ui| {
            if let Some(first) = first.take() {
                first(own, ui);
            }
        });
        column(ui, &mut |ui| {
            if let Some(second) = second.take() {
                second(own, ui);
            }
        });
    });
}

impl CodebookPlace {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(code) = self.current().and_then(|code| view.study.code(code)) else { return };
        self.form.turn_to(view, code, commands);
        self.title_ui(ui, view, code, commands);
        ui.add_space(space::M);
        let form = &mut self.form;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            narrow_ui(ui, |ui| {
                form.line(ui, view, CodeField::Short, commands);
            });
            ui.vertical(|ui| {
                let name = form.line(ui, view, CodeField::Name, commands);
                if std::mem::take(&mut form.wants_focus) {
                    name.request_focus();
                }
            });
        });
        ui.add_space(space::S);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            narrow_ui(ui, |ui| kind_ui(ui, view, code, commands));
            narrow_ui(ui, |ui| key_ui(ui, view, code, commands));
            if ui.available_width() > 2.0 * NARROW {
                ui.vertical(|ui| colour_ui(ui, view, code, form, commands));
            }
        });
        if ui.available_width() < 4.0 * NARROW + 2.0 * space::M {
            ui.add_space(space::S);
            colour_ui(ui, view, code, form, commands);
        }
        ui.add_space(space::S);
        form.area(ui, view, CodeField::Definition, 3, commands);
        form.area(ui, view, CodeField::Test, 1, commands);
        let mut both = (form, commands);
        two_ui(
            ui,
            &mut both,
            |(form, commands), ui| form.area(ui, view, CodeField::Counts, 4, commands),
            |(form, commands), ui| form.area(ui, view, CodeField::CountsNot, 4, commands),
        );
        both.0.area(ui, view, CodeField::Examples, 3, both.1);
        two_ui(
            ui,
            &mut both,
            |(form, commands), ui| form.area(ui, view, CodeField::Keywords, 3, commands),
            |(form, commands), ui| form.area(ui, view, CodeField::Aliases, 3, commands),
        );
        let (form, commands) = both;
        form.pairs.ui(ui, view, code.id, commands);
        let label = view.text("codebook-memo");
        let area = |ui: &mut Ui| text_area_ui(ui, &label, &mut form.memo.text, "", 3);
        if ui.add_enabled_ui(!view.is_read_only, area).inner.lost_focus() {
            form.send_memo(commands);
        }
        ui.add_space(space::XL);
    }

    /// Which code it is, how much it is used, and what can be done with it as a whole.
    fn title_ui(&mut self, ui: &mut Ui, view: &View<'_>, code: &Code, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let used = self.counts.of(code.id);
        ui.horizontal(|ui| {
            code_swatch_ui(ui, theme.code(code.colour), code.digit());
            let actions = 2.0 * measure::BUTTON_SMALL;
            let words = Words::of(&code.full_name(), type_scale::HEADING, theme.text);
            let galley = words.within(ui.painter(), ui.available_width() - actions, 1);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, code.full_name()));
            ui.painter().galley(rect.min, galley, theme.text);
            response.on_hover_text(code.full_name());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let is_open = !view.is_read_only;
                let entries = [
                    MenuEntry::new(view.text("codebook-merge")).enabled(is_open),
                    MenuEntry::new(view.text("codebook-code-versions")).icon(icons::CLOCK_COUNTER_CLOCKWISE),
                    MenuEntry::new(view.text("codebook-delete")).key("Del").enabled(is_open).grave(true),
                ];
                match menu_ui(ui, &view.text("codebook-code-more"), &entries) {
                    Some(0) => commands.send(Request::Lay(Box::new(MergePane::new(self.chosen.clone())))),
                    Some(1) => commands.send(super::versions::ask(Some(code.id))),
                    Some(_) => act::delete(commands, vec![code.id]),
                    None => {}
                }
            });
        });
        let message = Message::new("codebook-used").with("segments", used.segments).with("codings", used.codings);
        let words = view.say(&message.with("sources", used.sources));
        label_ui(ui, Words::of(&words, type_scale::SMALL, theme.text2));
        if self.chosen.len() > 1 {
            ui.add_space(space::XS);
            let merge = view.say(&Message::new("codebook-merge-chosen").with("n", self.chosen.len()));
            if Button::outlined(&merge).small().enabled(!view.is_read_only).ui(ui).clicked() {
                commands.send(Request::Lay(Box::new(MergePane::new(self.chosen.clone()))));
            }
        }
    }
}

fn narrow_ui(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(NARROW, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(NARROW);
        inner(ui);
    });
}

fn kind_ui(ui: &mut Ui, view: &View<'_>, code: &Code, commands: &mut Commands) {
    let label = label_of(view, CodeField::Kind);
    let kinds = [CodeKind::Role, CodeKind::Topic, CodeKind::Evaluation, CodeKind::Other];
    let words = |kind: CodeKind| view.say(&Message::new("codebook-kind").with("kind", kind.key()));
    let choices = kinds.map(|kind| (kind, words(kind)));
    let (id, mut kind) = (code.id, code.kind);
    let choice = |ui: &mut Ui| labelled_ui(ui, &label, |ui| choice_ui(ui, &label, &mut kind, &choices));
    if ui.add_enabled_ui(!view.is_read_only, choice).inner {
        commands.send(Request::change(move |project| project.change_code(id, &[CodeChange::Kind(kind)])));
    }
}

fn key_ui(ui: &mut Ui, view: &View<'_>, code: &Code, commands: &mut Commands) {
    let label = label_of(view, CodeField::Key);
    let mut choices = vec![(None, view.text("codebook-no-key"))];
    for digit in 1..=9_u8 {
        let holder = view.study.codes.iter().find(|other| other.key == Some(digit) && other.id != code.id);
        let words = holder.map_or_else(|| digit.to_string(), |holder| format!("{digit} · {}", holder.label()));
        choices.push((Some(digit), words));
    }
    let (id, mut key) = (code.id, code.key);
    let choice = |ui: &mut Ui| labelled_ui(ui, &label, |ui| choice_ui(ui, &label, &mut key, &choices));
    if ui.add_enabled_ui(!view.is_read_only, choice).inner {
        commands.send(Request::change(move |project| project.change_code(id, &[CodeChange::Key(key)])));
    }
}

/// The palette, and a field for a colour of one's own.
fn colour_ui(ui: &mut Ui, view: &View<'_>, code: &Code, form: &mut Form, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let label = label_of(view, CodeField::Colour);
    ui.add_enabled_ui(!view.is_read_only, |ui| {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(104.0, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(104.0);
                let response = field_ui(ui, &label, form.fields.text(CodeField::Colour), "#D55E00");
                if response.lost_focus() {
                    form.fields.send_one(CodeField::Colour, commands);
                }
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(0.0);
                // Beside the field, below its label.
                ui.add_space(type_scale::SMALL.line + space::XXS + 2.0);
                ui.horizontal_wrapped(|ui| {
                    for colour in CODE_COLOURS {
                        if palette_ui(ui, view, theme, colour, colour == code.colour).clicked() && colour != code.colour
                        {
                            let id = code.id;
                            commands.send(Request::change(move |project| {
                                project.change_code(id, &[CodeChange::Colour(colour)])
                            }));
                        }
                    }
                });
            });
        });
    });
}

/// A colour of the palette, to be chosen.
pub(in crate::app) fn palette_ui(
    ui: &mut Ui,
    view: &View<'_>,
    theme: &Theme,
    colour: Colour,
    is_chosen: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(measure::BUTTON_SMALL), Sense::click());
    let name = view.say(&Message::new("codebook-colour").with("colour", colour.to_string()));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, &name));
    let swatch = Rect::from_center_size(rect.center(), Vec2::splat(measure::SWATCH));
    swatch_at(ui.painter(), swatch, theme.code(colour), None, theme.text);
    if is_chosen {
        let edge = Stroke::new(stroke::FIELD, theme.accent);
        ui.painter().rect_stroke(swatch.expand(3.0), CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
    }
    focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    response.on_hover_text(name)
}
