//! The head of the transcript: which source, when and where, how much of it is coded.

use super::reading::reading_ui;
use super::{CodingPlace, header_height, stage};
use crate::analysis::Lock;
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, key_words, label_ui};
use crate::domain::{Message, Source};
use eframe::egui::{Align, Layout, Popup, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Before the name, so that it stands over the words and not over the edge.
pub(super) const INSET: f32 = 48.0;
/// Room for the way back from the filter, or for how much it shows.
const SHOWN: f32 = 128.0;
/// Most buttons at the right.
const BUTTONS: f32 = 5.0;
/// Width and most height of the note.
const NOTE: f32 = 320.0;

impl CodingPlace {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, source: &Source, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let height = header_height(view.is_small);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let left = rect.left() + if view.is_small { space::M } else { INSET };
        let buttons = BUTTONS * 36.0 + space::S;
        let all = view.study.source_at(source.id).map_or(0, |at| self.counts.source(at as usize));
        let shown = self.shown_words(view, all);
        let clear = view.text("filter-clear");
        let buttons = buttons + if view.is_small && shown.is_some() { SHOWN } else { 0.0 };
        let width = (rect.right() - buttons - left).max(40.0);
        let title = format!("{}  {}", source.short, source.description);
        let facts = self.header_facts(view, source);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}, {facts}")));
        if view.is_small {
            let words = Words::of(&source.short, type_scale::STRONG, theme.text)
                .then("  ", type_scale::BODY, theme.text)
                .then(&source.description, type_scale::BODY, theme.text)
                .within(ui.painter(), width, 1);
            ui.painter().galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text);
        } else {
            let words = Words::of(&title, type_scale::HEADING, theme.text).within(ui.painter(), width, 1);
            ui.painter().galley(pos2(left, rect.top() + 8.0), words, theme.text);
            let room = if shown.is_some() { width - SHOWN } else { width };
            let words = Words::of(&facts, type_scale::SMALL, theme.text2).within(ui.painter(), room, 1);
            let middle = rect.top() + 30.0 + words.size().y / 2.0;
            let corner = pos2(left + words.size().x + space::XS, middle - measure::BUTTON_SMALL / 2.0);
            let link = Rect::from_min_size(corner, vec2(SHOWN, measure::BUTTON_SMALL));
            ui.painter().galley(pos2(left, rect.top() + 30.0), words, theme.text2);
            // Always there, empty or not, so that what is drawn behind it stays what it is.
            let middle = UiBuilder::new().max_rect(link).layout(Layout::left_to_right(Align::Center));
            let link =
                ui.scope_builder(middle, |ui| shown.is_some() && Button::link(&clear).small_words().ui(ui).clicked());
            if link.inner {
                self.show_all();
            }
        }
        let inner = Rect::from_min_max(pos2(left + width, rect.top()), pos2(rect.right() - space::M, rect.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)), |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            let panel = view.text("coding-inspector-toggle");
            let is_open = if view.is_small { self.is_detail_open } else { !self.is_inspector_hidden };
            if Button::icon_only(icons::SIDEBAR_SIMPLE, &panel).chosen(is_open).ui(ui).clicked() {
                if view.is_small {
                    self.is_detail_open = !self.is_detail_open;
                } else {
                    self.is_inspector_hidden = !self.is_inspector_hidden;
                }
            }
            self.filter_ui(ui, view);
            reading_ui(ui, view, commands);
            if !source.note.is_empty() {
                note_ui(ui, view, source);
            }
            self.done_ui(ui, view, source, commands);
            if let Some(shown) = shown.filter(|_| view.is_small) {
                let name = format!("{shown}. {clear}");
                if Button::link(&shown).said(&name).tip(&clear).small_words().ui(ui).clicked() {
                    self.show_all();
                }
            }
        });
    }

    /// Whether whoever acts is done with the source, and the way to say so.
    fn done_ui(&self, ui: &mut Ui, view: &View<'_>, source: &Source, commands: &mut Commands) {
        let is_done = view.acting().is_some_and(|coder| view.study.is_done_by(source.id, coder));
        let name = view.text("coding-done");
        let at = view.study.source_at(source.id).map_or(0, |at| at as usize);
        let said = stage::said(view, at, self.counts.stand(at), self.counts.source(at));
        let keys = Command::MarkDone.shortcuts().next().map(|keys| key_words(ui.ctx(), &keys)).unwrap_or_default();
        let tip = format!("{name} ({keys})\n{said}");
        let button = Button::icon_only(icons::CHECK, &name).chosen(is_done).tip(&tip).enabled(!view.is_read_only);
        if button.ui(ui).clicked() {
            commands.run(Command::MarkDone);
        }
    }

    fn header_facts(&self, view: &View<'_>, source: &Source) -> String {
        let mut facts = Vec::new();
        if let Some(date) = source.date {
            facts.push(view.catalog.long_date(date));
        }
        if !source.place.is_empty() {
            facts.push(source.place.clone());
        }
        facts.push(view.say(&Message::new("count-lines").with("n", source.lines)));
        if let Some(at) = view.study.source_at(source.id) {
            let all = self.counts.source(at as usize);
            let whole = || view.say(&Message::new("count-segments").with("n", all));
            facts.push(self.shown_words(view, all).unwrap_or_else(whole));
        }
        facts.join(" · ")
    }
}

/// The researcher's note of the source, behind its button.
fn note_ui(ui: &mut Ui, view: &View<'_>, source: &Source) {
    let name = view.text("coding-source-note");
    let button = Button::icon_only(icons::NOTE_PENCIL, &name).ui(ui);
    Popup::menu(&button).accessible_name(&name).width(NOTE).show(|ui| {
        ui.set_width(NOTE);
        ScrollArea::vertical().max_height(NOTE).show(ui, |ui| {
            label_ui(ui, Words::of(&source.note, type_scale::BODY, Theme::of(ui).text));
        });
    });
}

/// Says whose words are locked in a source, over its transcript.
pub(super) fn locked_ui(ui: &mut Ui, view: &View<'_>, source: &Source) {
    let lock = view.study.lock_of(source.id);
    let key = match lock {
        Lock::Open => return,
        Lock::Part => "coding-locked-part",
        Lock::Whole => "coding-locked",
    };
    let theme = Theme::of(ui);
    let who = view.study.withdrawn_in(source.id).join(", ");
    let words = view.say(&Message::new(key).with("name", who));
    let left = if view.is_small { space::M } else { INSET };
    let galley = Words::of(&words, type_scale::SMALL, theme.dissonance.text)
        .wrapped(ui.painter(), (ui.available_width() - left - space::M).max(80.0));
    let size = vec2(ui.available_width(), galley.size().y + 2.0 * space::XS);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().rect_filled(rect, eframe::egui::CornerRadius::ZERO, theme.dissonance.fill);
    ui.painter().galley(pos2(rect.left() + left, rect.top() + space::XS), galley, theme.dissonance.text);
}
