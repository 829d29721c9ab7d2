//! The bar under the header: the words, how they are meant, how many places there are and the way through them.

use super::Search;
use crate::analysis::find::End;
use crate::app::coding::CodingPlace;
use crate::app::coding::header::INSET;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, search_field_ui};
use crate::domain::{Message, Say};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Area, CornerRadius, Frame, Key, Layout, Margin, Modifiers, Order, Response, Role, Sense, Stroke, TextEdit,
    Ui, UiBuilder, WidgetInfo, vec2,
};
use std::time::Duration;

/// Width of the field: most and least.
const FIELD: (f32, f32) = (300.0, 150.0);
/// Width of the bar from which the choices are said in words.
const WORDY: f32 = 820.0;
/// Room for the choices in words, and as signs.
const CHOICES: (f32, f32) = (330.0, 132.0);
/// Room for the count.
const COUNT: f32 = 116.0;
/// Room for the three buttons at the right.
const BUTTONS: f32 = 96.0;
/// How long a search lasts before the bar says that it goes on.
const SAID_AFTER: Duration = Duration::from_millis(300);
/// Width of the sentence about a pattern.
const SENTENCE: f32 = 360.0;

/// What was asked of the bar in a frame.
#[derive(Default)]
struct Asked {
    /// To the next hit, or back.
    step: Option<bool>,
    is_closed: bool,
}

impl CodingPlace {
    pub(super) fn search_bar_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let mut asked = Asked::default();
        if self.search.has_focus {
            ui.input_mut(|input| {
                asked.is_closed = input.consume_key(Modifiers::NONE, Key::Escape);
            });
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measure::HEADER_SMALL), Sense::hover());
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let mut inner = rect.shrink2(vec2(space::M, space::XXS));
        if !view.is_small {
            inner.min.x = rect.left() + INSET;
        }
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            self.search.row_ui(ui, view, &mut asked);
        });
        // The scope ends above the hairline; the page begins below it.
        ui.advance_cursor_after_rect(rect);
        if asked.is_closed {
            self.close_search();
        } else if let Some(is_back) = asked.step {
            self.next_hit(view, commands, is_back);
        }
    }
}

impl Search {
    fn row_ui(&mut self, ui: &mut Ui, view: &View<'_>, asked: &mut Asked) {
        let width = ui.available_width();
        let is_wordy = width >= WORDY;
        let choices = if is_wordy { CHOICES.0 } else { CHOICES.1 };
        let room = (width - choices - COUNT - BUTTONS - 2.0 * space::XS).clamp(FIELD.1, FIELD.0);
        let mut responses = Vec::new();
        let field = ui.allocate_ui(vec2(room, measure::BUTTON), |ui| self.field_ui(ui, view, asked)).inner;
        if let Some(error) = &self.error {
            sentence_ui(ui, &field, &view.say(&error.message()));
        }
        responses.push(field);
        ui.add_space(space::XXS);
        for (is_on, sign, key) in [
            (&mut self.query.is_case_kept, "Aa", "find-case"),
            (&mut self.query.is_whole_word, "|ab|", "find-whole"),
            (&mut self.query.is_regex, ".*", "find-regex"),
            (&mut self.query.is_exact, "é", "find-exact"),
        ] {
            let (name, tip) = (view.text(key), view.text(&format!("{key}.tip")));
            let button = Button::quiet(if is_wordy { &name } else { sign });
            let button = button.said(&name).tip(&tip).small().chosen(*is_on).ui(ui);
            if button.clicked() {
                *is_on = !*is_on;
            }
            responses.push(button);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let names = ["find-close", "find-next", "find-previous"].map(|key| view.text(key));
            let signs = [icons::X, icons::CARET_DOWN, icons::CARET_UP];
            let has_hits = !self.hits.is_empty();
            for (at, (icon, name)) in signs.into_iter().zip(&names).enumerate() {
                let button = Button::icon_only(icon, name).small().enabled(at == 0 || has_hits).ui(ui);
                if button.clicked() {
                    match at {
                        0 => asked.is_closed = true,
                        _ => asked.step = Some(at == 2),
                    }
                }
                responses.push(button);
            }
            self.count_ui(ui, view);
        });
        self.has_focus = responses.iter().any(Response::has_focus);
    }

    fn field_ui(&mut self, ui: &mut Ui, view: &View<'_>, asked: &mut Asked) -> Response {
        if self.field.is_some_and(|id| ui.memory(|memory| memory.has_focus(id))) {
            // Taken before the field sees it, which would let the keyboard go.
            ui.input_mut(|input| {
                if input.consume_key(Modifiers::SHIFT, Key::Enter) {
                    asked.step = Some(true);
                } else if input.consume_key(Modifiers::NONE, Key::Enter) {
                    asked.step = Some(false);
                }
            });
        }
        let field = search_field_ui(ui, &mut self.query.words, &view.text("find-hint"), "");
        self.field = Some(field.id);
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
            let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
            let whole = CCursorRange::two(CCursor::new(0), CCursor::new(self.query.words.chars().count()));
            state.cursor.set_char_range(Some(whole));
            state.store(ui.ctx(), field.id);
        }
        field
    }

    /// "3 dari 41", or why there is nothing to count.
    fn count_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let theme = Theme::of(ui);
        let is_waiting = self.job.lasts().is_some_and(|lasts| lasts > SAID_AFTER);
        let message = match (self.current, self.hits.len()) {
            _ if self.query.words.is_empty() => return,
            _ if self.error.is_some() => Message::new("find-unreadable"),
            (_, 0) if is_waiting => Message::new("find-searching"),
            (_, 0) if self.job.lasts().is_some() || self.asked.is_none() => return,
            (_, 0) if self.is_late => Message::new("find-late"),
            (_, 0) if self.has_empty => Message::new("find-only-empty"),
            (_, 0) => Message::new("find-none"),
            (at, n) => {
                let key = if self.end == End::Whole { "find-count" } else { "find-count-least" };
                Message::new(key).with("at", at.map_or(0, |at| at + 1)).with("n", n)
            }
        };
        let words = view.say(&message);
        let ink = if self.error.is_some() { theme.dissonance.text } else { theme.text2 };
        let galley = Words::of(&words, type_scale::SMALL, ink).within(ui.painter(), COUNT, 1);
        let is_cut = galley.elided;
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
        ui.painter().galley(rect.min, galley, ink);
        if is_cut {
            response.on_hover_text(&words);
        }
        ui.add_space(space::XXS);
    }
}

/// What is wrong with a pattern, under the field; the text below does not move for it.
fn sentence_ui(ui: &Ui, field: &Response, sentence: &str) {
    let theme = Theme::of(ui);
    let corner = field.rect.left_bottom() + vec2(0.0, space::XXS);
    Area::new(ui.scope_id().with("sentence")).order(Order::Foreground).fixed_pos(corner).interactable(false).show(
        ui.ctx(),
        |ui| {
            let frame = Frame::new()
                .fill(theme.raised)
                .stroke(Stroke::new(stroke::HAIR, theme.line2))
                .corner_radius(CornerRadius::same(radius::CONTROL))
                .inner_margin(Margin::symmetric(10, 6));
            frame.show(ui, |ui| {
                let galley = Words::of(sentence, type_scale::SMALL, theme.text).wrapped(ui.painter(), SENTENCE);
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, sentence));
                ui.painter().galley(rect.min, galley, theme.text);
            });
        },
    );
}
