//! The way back to what the project was before a step: first the list of all that is undone by it, then all of it in
//! one go.

use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, label_ui, scroll_by_keys};
use crate::domain::{Message, StepId};
use crate::project::Step;
use eframe::egui::{Color32, Key, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;

/// Of the window's height, what the form takes beside its list.
const REST: f32 = 260.0;
/// Height of the list, at least and at most.
const LIST: (f32, f32) = (108.0, 432.0);
/// Column of names and moments.
const RIGHT: f32 = 260.0;

/// The form.
struct BackPane {
    step: StepId,
    /// What is undone, newest first.
    undone: Vec<Step>,
    /// Whether the button has yet to take the focus.
    is_new: bool,
}

/// Asks what going back before a step would undo, and shows it.
pub(super) fn ask(step: StepId) -> Request {
    Request::Ask(Box::new(move |project| {
        let undone = project.undo_preview(step)?;
        Ok(Some(match undone.is_empty() {
            true => Request::Tell(Message::new("history-nothing-back")),
            false => Request::Lay(Box::new(BackPane { step, undone, is_new: true })),
        }))
    }))
}

impl BackPane {
    /// "Rahma A. 3, Budi 2"; nothing where all of it was done by whoever acts.
    fn who(&self, me: &str) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for step in &self.undone {
            *counts.entry(step.coder.as_str()).or_default() += 1;
        }
        let is_mine = counts.keys().all(|coder| *coder == me);
        let names: Vec<String> = counts.into_iter().map(|(coder, count)| format!("{coder} {count}")).collect();
        (!is_mine).then(|| names.join(", "))
    }
}

impl Pane for BackPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let theme = Theme::of(ui);
        pane_width_ui(ui, measure::PANE_WIDE);
        heading_ui(ui, &view.text("history-back-title"));
        let n = self.undone.len();
        let about = view.say(&Message::new("history-back-about").with("n", n));
        label_ui(ui, Words::of(&about, type_scale::BODY, theme.text2));
        if let Some(who) = self.who(view.coder) {
            let words = view.say(&Message::new("history-back-who").with("names", who));
            label_ui(ui, Words::of(&words, type_scale::BODY, theme.partial.text));
        }
        ui.add_space(space::XS);
        let height = (ui.ctx().content_rect().height() - REST).clamp(LIST.0, LIST.1);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show_rows(
            ui,
            measure::TABLE_HEAD,
            n,
            |ui, range| {
                scroll_by_keys(ui, height);
                ui.spacing_mut().item_spacing.y = 0.0;
                for step in self.undone.get(range).unwrap_or_default() {
                    row_ui(ui, view, step);
                }
            },
        );
        let (mut is_done, mut is_wanted) = (false, false);
        let is_open = !view.is_read_only;
        foot_ui(ui, |ui| {
            let go = view.say(&Message::new("history-back-go").with("n", n));
            let button = Button::primary(&go).enabled(is_open).ui(ui);
            if std::mem::take(&mut self.is_new) {
                button.request_focus();
            }
            is_wanted = button.clicked();
            is_done = Button::outlined(&view.text("status-cancel")).ui(ui).clicked();
        });
        if is_wanted {
            commands.send(Request::UndoTo(self.step));
        }
        is_done || is_wanted || ui.input(|input| input.key_pressed(Key::Escape))
    }
}

/// A step that is undone: its sentence, who did it and when.
fn row_ui(ui: &mut Ui, view: &View<'_>, step: &Step) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_HEAD), Sense::hover());
    let sentence = view.say(&step.sentence);
    let facts = format!("{} · {}", step.coder, view.catalog.moment(step.at));
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{sentence}, {facts}")));
    let painter = ui.painter();
    hairline_h(painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
    let right = Words::of(&facts, type_scale::SMALL, theme.text3).within(painter, RIGHT, 1);
    let end = rect.right() - space::XS - right.size().x;
    let words = Words::of(&sentence, type_scale::BODY, theme.text).within(painter, end - space::M - rect.left(), 1);
    let is_cut = words.elided || right.elided;
    let middle = rect.center().y;
    for (x, galley) in [(rect.left(), words), (end, right)] {
        painter.galley(pos2(x, (middle - galley.size().y / 2.0).round()), galley, Color32::PLACEHOLDER);
    }
    if is_cut {
        response.on_hover_text(format!("{sentence}\n{facts}"));
    }
}
