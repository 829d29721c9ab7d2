//! The sources at the left, grouped by technique.

use super::{CodingPlace, Tab, stage};
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, Words, label_ui, segmented_wide_ui};
use crate::domain::{Source, Technique};
use eframe::egui::{Align, Layout, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use std::borrow::Cow;

/// Height of a section's head.
pub(super) const SECTION: f32 = 38.0;
/// Height of a group's head.
const GROUP: f32 = 24.0;
/// Column of short codes.
const SHORT: f32 = 46.0;
/// Most of the panel that sources take; codes have the rest.
const SHARE: f32 = 0.46;

/// The head of a section of a side panel: its name, and what can be done at the right.
pub(super) fn section_ui(ui: &mut Ui, name: &str, right: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), SECTION), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(ui.available_width(), SECTION));
        ui.add_space(space::M);
        label_ui(ui, Words::of(name, type_scale::STRONG, theme.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::XS);
            ui.spacing_mut().item_spacing.x = 0.0;
            right(ui);
        });
    });
}

impl CodingPlace {
    pub(super) fn tabs_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let (sources, codes) = (view.text("coding-tab-sources"), view.text("coding-tab-codes"));
        let frame = eframe::egui::Frame::new().inner_margin(Margin::from(space::XS));
        frame.show(ui, |ui| {
            let choices = [(Tab::Sources, None, sources.as_str()), (Tab::Codes, None, codes.as_str())];
            if let Some(tab) = segmented_wide_ui(ui, &view.text("coding-tabs"), self.tab, &choices) {
                self.tab = tab;
            }
        });
    }

    pub(super) fn sources_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if !view.is_small {
            section_ui(ui, &view.text("coding-sources"), |ui| {
                let import = view.text("coding-import");
                if Button::icon_only(icons::PLUS, &import).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    commands.run(Command::Import);
                }
            });
        }
        let share = if view.is_small { 1.0 } else { SHARE };
        let most = ui.available_height() * share;
        let mut opened = None;
        ScrollArea::vertical().id_salt("sources").max_height(most).auto_shrink([false, !view.is_small]).show(
            ui,
            |ui| {
                eframe::egui::Frame::new().inner_margin(Margin::from(vec2(space::XS, 0.0))).show(ui, |ui| {
                    for technique in Technique::ALL {
                        let mine: Vec<usize> = (0..view.study.sources.len())
                            .filter(|at| view.study.sources[*at].technique == technique)
                            .collect();
                        if mine.is_empty() {
                            continue;
                        }
                        group_ui(ui, &view.text(&format!("technique-{}", technique.key())), mine.len());
                        for at in mine {
                            let source = &view.study.sources[at];
                            let called = called(view, source);
                            let count = self.counts.source(at).to_string();
                            let stand = self.counts.stand(at);
                            let row = ListRow {
                                cell: Cell::Short(&source.short, SHORT),
                                right: &count,
                                kept: stage::COLUMN,
                                is_chosen: self.source == Some(source.id),
                                ..ListRow::new(&called)
                            };
                            let response = row.ui(ui);
                            if response.clicked() {
                                opened = Some(source.id);
                            }
                            let said = stage::said(view, at, stand, self.counts.source(at));
                            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said.as_str()));
                            stage::mark_at(ui, view, response.rect, stand);
                            response.on_hover_text(format!("{}\n{said}", source.name));
                        }
                    }
                    ui.add_space(space::XS);
                });
            },
        );
        if let Some(source) = opened {
            self.open_source(source);
        }
    }
}

/// What a source is called; behind its date where another one would be called the same.
fn called<'a>(view: &View<'_>, source: &'a Source) -> Cow<'a, str> {
    let name = source.called();
    let is_same = |other: &Source| other.short == source.short && other.called() == name;
    match source.date.filter(|_| view.study.sources.iter().filter(|other| is_same(other)).count() > 1) {
        Some(date) => Cow::Owned(format!("{} · {name}", view.catalog.short_date(date))),
        None => Cow::Borrowed(name),
    }
}

/// The head of a group: its name and how many.
fn group_ui(ui: &mut Ui, name: &str, count: usize) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let painter = ui.painter();
    let y = |height: f32| (rect.center().y - height / 2.0).round();
    let words = Words::of(name, type_scale::SMALL, theme.text3).row(painter);
    painter.galley(pos2(rect.left() + space::XS, y(words.size().y)), words, theme.text3);
    let number = Words::of(&count.to_string(), type_scale::SMALL, theme.text3).row(painter);
    painter.galley(pos2(rect.right() - space::XS - number.size().x, y(number.size().y)), number, theme.text3);
}

/// A row of the place is never lower than this.
pub(super) const ROW: f32 = measure::ROW;
