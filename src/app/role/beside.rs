//! What stands beside the columns at the right: the ladder or the findings, and in their place a passage in its
//! context.

use super::spread::Spread;
use super::{RolePage, measures};
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::passage::{Passage, gone_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, hairline_v, panel_frame, segmented_ui};
use eframe::egui::{Align, Layout, Panel, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// What stands beside the columns while no passage is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beside {
    /// The ladder.
    Ladder,
    /// The findings of the role.
    Findings,
}

impl RolePage {
    /// Draws it. In a small window it is there only when it is asked for.
    pub(super) fn beside_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let beside = match (self.beside, view.is_small) {
            (Some(beside), _) => beside,
            (None, false) => Beside::Ladder,
            (None, true) if self.passage.is_some() => Beside::Ladder,
            (None, true) => return,
        };
        let width = if view.is_small { measures::BESIDE_SMALL } else { measures::BESIDE };
        let panel = Panel::right("role beside").exact_size(width).resizable(false).show_separator_line(false);
        panel.frame(panel_frame(ui.ctx())).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let whole = ui.max_rect();
            if let Some(mut passage) = self.passage {
                let is_done = self.passage_ui(ui, view, spread, &mut passage, commands);
                if is_done {
                    self.wants_focus = Some(passage.segment());
                }
                self.passage = (!is_done).then_some(passage);
            } else {
                self.tabs_ui(ui, view, beside);
                match beside {
                    Beside::Ladder => self.ladder_ui(ui, view, spread, commands),
                    Beside::Findings => self.findings_ui(ui, view, spread, commands),
                }
            }
            hairline_v(ui.painter(), whole.left() + 0.5, whole.y_range(), Theme::of(ui).line);
        });
    }

    /// The head with the choice between the ladder and the findings; in a small window with the way to put it away.
    fn tabs_ui(&mut self, ui: &mut Ui, view: &View<'_>, beside: Beside) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measures::HEAD), Sense::hover());
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let inner = rect.shrink2(vec2(space::M, 0.0));
        let mut row = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
        let words = [view.text("role-ladder"), self.findings_name(view)];
        let choices = [(Beside::Ladder, None, words[0].as_str()), (Beside::Findings, None, words[1].as_str())];
        if let Some(chosen) = segmented_ui(&mut row, &view.text("role-beside"), beside, &choices) {
            self.beside = Some(chosen);
        }
        if view.is_small {
            row.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (close, tip) = (view.text("role-beside-close"), view.text("role-beside-close.tip"));
                if Button::icon_only(icons::X, &close).tip(&tip).small().ui(ui).clicked() {
                    self.beside = None;
                }
            });
        }
    }

    /// A passage with its head; whether it is put away.
    fn passage_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        passage: &mut Passage,
        commands: &mut Commands,
    ) -> bool {
        let Some(entry) = view.study.segment(passage.segment()) else {
            gone_ui(ui, view);
            return false;
        };
        let citation = view.study.citation(entry);
        let source = view.study.sources.get(entry.source as usize);
        let is_done = head_ui(ui, view, source.map_or("", |source| source.called()), &citation, || {
            Self::go_to(spread, passage.segment(), commands);
        });
        let look = view.study.code(self.role).map(|code| Theme::of(ui).code(code.colour));
        if let Some(look) = look {
            passage.ui(ui, view, look);
        }
        is_done
    }
}

/// The head of a passage: which source, where, and the ways to Koding and back.
fn head_ui(ui: &mut Ui, view: &View<'_>, title: &str, citation: &str, go: impl FnOnce()) -> bool {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measures::HEAD), Sense::hover());
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    let inner = rect.shrink2(vec2(space::M, space::XS));
    let buttons = Rect::from_min_max(inner.min, pos2(rect.right() - space::XS, inner.top() + measure::BUTTON_SMALL));
    let mut child = ui.new_child(UiBuilder::new().max_rect(buttons).layout(Layout::right_to_left(Align::Center)));
    child.spacing_mut().item_spacing.x = space::XXS;
    let (close, tip) = (view.text("role-passage-close"), view.text("role-passage-close.tip"));
    let is_done = Button::icon_only(icons::X, &close).tip(&tip).small().ui(&mut child).clicked();
    let (open, open_tip) = (view.text("role-passage-go"), view.text("role-passage-go.tip"));
    if Button::link(&open).small_words().tip(&open_tip).ui(&mut child).clicked() {
        go();
    }
    let width = child.min_rect().left() - inner.left() - space::XS;
    let top = inner.top() + space::XXS;
    let words = Words::of(title, type_scale::STRONG, theme.text).within(ui.painter(), width, 1);
    let response = ui.interact(
        Rect::from_min_size(pos2(inner.left(), top), words.size()),
        ui.scope_id().with("passage head"),
        Sense::hover(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}, {citation}")));
    ui.painter().galley(pos2(inner.left(), top), words, theme.text);
    let cited = Words::of(citation, type_scale::CAPTION, theme.text3).within(ui.painter(), inner.width(), 1);
    ui.painter().galley(pos2(inner.left(), top + type_scale::STRONG.line + 1.0), cited, theme.text3);
    is_done
}
