//! The table of sources. Arrow keys move through it, Enter opens the chosen one.

use super::rows::Rows;
use super::table::{head_ui, lay_out, row_ui, words_at};
use crate::app::command::Command;
use crate::app::commands::{Commands, PathFor, Request};
use crate::app::icons;
use crate::app::place::Spot;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, dashed_outline, focus_ring, icon_at};
use crate::domain::SourceId;
use eframe::egui::{
    Align, CornerRadius, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// Columns of the table, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum By {
    #[default]
    Code,
    Name,
    Technique,
    Informants,
    Groups,
    Date,
    Place,
    Lines,
    Segments,
}

/// By which column the table is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Order {
    by: By,
    is_reversed: bool,
}

/// Draws the table and, below it, where files can be dropped.
pub(super) fn sources_ui(
    ui: &mut Ui,
    view: &View<'_>,
    rows: &Rows,
    chosen: &mut Option<SourceId>,
    order: &mut Order,
    commands: &mut Commands,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let columns = columns(width);
    let wanted: Vec<(f32, bool)> = columns.iter().map(|(_, _, width, is_right)| (*width, *is_right)).collect();
    let head = head_ui(ui);
    let places = lay_out(head.left() + space::L, width - space::L - 6.0, &wanted);
    for ((key, name, _, _), column) in columns.iter().zip(&places) {
        if sort_ui(ui, &view.text(name), column.within(head), column.is_right, order.by == *key, order.is_reversed) {
            let is_reversed = order.by == *key && !order.is_reversed;
            *order = Order { by: *key, is_reversed };
        }
    }
    let listed = listed(view, rows, *order);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let theme = Theme::of(ui);
        let mut focused = None;
        let mut responses = Vec::with_capacity(listed.len());
        for (line, at) in listed.iter().enumerate() {
            let source = &view.study.sources[*at];
            let is_chosen = *chosen == Some(source.id);
            let (rect, response) = row_ui(ui, &format!("{} {}", source.short, source.called()), is_chosen);
            if ui.is_rect_visible(rect) {
                for ((key, _, _, _), column) in columns.iter().zip(&places) {
                    if *key == By::Technique {
                        let middle = pos2(column.left + 8.0, rect.center().y);
                        icon_at(
                            ui.painter(),
                            middle,
                            icons::of_technique(source.technique),
                            measure::ICON,
                            theme.text2,
                        );
                        let mut beside = *column;
                        beside.left += 23.0;
                        beside.width -= 23.0;
                        let words = view.text(&format!("technique-{}", source.technique));
                        words_at(ui.painter(), rect, beside, &words, type_scale::BODY, theme.text2);
                        continue;
                    }
                    let words = cell(view, rows, *at, *key);
                    let (step, ink) = match key {
                        _ if words == "–" => (type_scale::BODY, theme.text3),
                        By::Code => (type_scale::STRONG, theme.text),
                        By::Name | By::Informants | By::Segments => (type_scale::BODY, theme.text),
                        _ => (type_scale::BODY, theme.text2),
                    };
                    words_at(ui.painter(), rect, *column, &words, step, ink);
                }
            }
            if response.clicked() || response.has_focus() && !is_chosen {
                *chosen = Some(source.id);
            }
            if response.clicked() {
                response.request_focus();
            }
            if response.has_focus() {
                focused = Some(line);
            }
            if response.double_clicked() {
                commands.send(Request::Show(Spot { source: source.id, range: None, coding: None }));
            }
            responses.push(response);
        }
        if let Some(line) = focused {
            let (down, up, enter) = ui.input_mut(|input| {
                (
                    input.consume_key(Modifiers::NONE, Key::ArrowDown),
                    input.consume_key(Modifiers::NONE, Key::ArrowUp),
                    input.consume_key(Modifiers::NONE, Key::Enter),
                )
            });
            let next = if down {
                line + 1
            } else if up {
                line.saturating_sub(1)
            } else {
                line
            };
            if let Some(response) = responses.get(next).filter(|_| next != line) {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if enter {
                let source = view.study.sources[listed[line]].id;
                commands.send(Request::Show(Spot { source, range: None, coding: None }));
            }
        }
        if !view.is_read_only {
            drop_ui(ui, view, commands);
        }
    });
}

/// (column, its message, width or share, whether it stands at the right). Narrow tables leave some out.
fn columns(width: f32) -> Vec<(By, &'static str, f32, bool)> {
    let mut columns = vec![
        (By::Code, "data-column-code", 76.0, false),
        (By::Name, "data-column-name", -5.0, false),
        (By::Technique, "data-column-technique", 132.0, false),
        (By::Informants, "data-column-informants", 96.0, false),
        (By::Groups, "data-column-groups", 132.0, false),
        (By::Date, "data-column-date", 108.0, false),
        (By::Place, "data-column-place", -4.0, false),
        (By::Lines, "data-column-lines", 68.0, true),
        (By::Segments, "data-column-segments", 84.0, true),
    ];
    let least =
        [(By::Place, 1000.0), (By::Groups, 880.0), (By::Lines, 740.0), (By::Date, 620.0), (By::Informants, 560.0)];
    columns.retain(|column| least.iter().all(|(key, least)| *key != column.0 || width >= *least));
    columns
}

fn cell(view: &View<'_>, rows: &Rows, at: usize, key: By) -> String {
    let source = &view.study.sources[at];
    let row = &rows.sources[at];
    let none = || "–".to_owned();
    let joined = |words: Vec<&str>| if words.is_empty() { none() } else { words.join(", ") };
    match key {
        By::Code => source.short.clone(),
        By::Name => source.called().to_owned(),
        By::Technique => view.text(&format!("technique-{}", source.technique)),
        By::Informants => {
            let codes = row.informants.iter().filter_map(|at| view.study.informants.get(*at as usize));
            joined(codes.map(|informant| informant.code.as_str()).collect())
        }
        By::Groups => {
            let names = row.groups.iter().filter_map(|at| view.study.groups.get(*at as usize));
            joined(names.map(|group| group.name.as_str()).collect())
        }
        By::Date => source.date.map_or_else(none, |date| view.catalog.short_date(date)),
        By::Place if source.place.is_empty() => none(),
        By::Place => source.place.clone(),
        By::Lines => source.lines.to_string(),
        By::Segments => row.segments.to_string(),
    }
}

/// Places in the study in the order of the table.
fn listed(view: &View<'_>, rows: &Rows, order: Order) -> Vec<usize> {
    let mut listed: Vec<usize> = (0..view.study.sources.len().min(rows.sources.len())).collect();
    match order.by {
        By::Code => {}
        By::Lines => listed.sort_by_key(|at| view.study.sources[*at].lines),
        By::Segments => listed.sort_by_key(|at| rows.sources[*at].segments),
        By::Date => listed.sort_by_key(|at| view.study.sources[*at].date),
        By::Technique => listed.sort_by_key(|at| view.study.sources[*at].technique),
        by => listed.sort_by_cached_key(|at| cell(view, rows, *at, by).to_lowercase()),
    }
    if order.is_reversed {
        listed.reverse();
    }
    listed
}

/// A head of a column that sorts by it; whether it was pressed.
fn sort_ui(ui: &mut Ui, name: &str, rect: Rect, is_right: bool, is_on: bool, is_reversed: bool) -> bool {
    let theme = Theme::of(ui);
    let galley = Words::of(name, type_scale::SMALL.strong(), theme.text2).within(ui.painter(), rect.width(), 1);
    let response = ui.interact(rect, ui.scope_id().with(("sort", name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_on, name));
    let left = if is_right { rect.right() - galley.size().x } else { rect.left() };
    let end = left + galley.size().x;
    ui.painter().galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text2);
    if is_on || response.hovered() {
        let icon = if is_on && is_reversed { icons::CARET_DOWN } else { icons::CARET_UP };
        let x = if is_right { left - 8.0 } else { end + 9.0 };
        icon_at(ui.painter(), pos2(x, rect.center().y), icon, 11.0, theme.text3);
    }
    focus_ring(ui, &response, rect.shrink2(vec2(-2.0, 8.0)), 3);
    response.clicked()
}

/// Where files can be dropped; also says how else they come in.
fn drop_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let theme = Theme::of(ui);
    ui.add_space(space::L);
    let width = ui.available_width() - 2.0 * space::L;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 76.0), Sense::hover());
    let rect = Rect::from_min_size(pos2(row.left() + space::L, row.top()), vec2(width, row.height()));
    let is_over = ui.ctx().input(|input| !input.raw.hovered_files.is_empty());
    if is_over {
        let corner = CornerRadius::same(radius::CONTROL);
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        ui.painter().rect(rect, corner, theme.sel, edge, StrokeKind::Inside);
    } else {
        dashed_outline(ui.painter(), rect, theme.line3);
    }
    let words = view.text("data-drop");
    let link = view.text("data-path");
    let galley = Words::of(&words, type_scale::BODY, theme.text2).within(ui.painter(), width - 200.0, 1);
    let link_width = Words::of(&link, type_scale::BODY, theme.text2).row(ui.painter()).size().x;
    let whole = 24.0 + galley.size().x + space::S + link_width;
    let start = rect.center().x - whole / 2.0;
    let inner = Rect::from_min_max(pos2(start.max(rect.left() + space::S), rect.top()), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        icon_at(ui.painter(), icon.center(), icons::FILE_PLUS, measure::ICON, theme.text2);
        let (place, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        ui.painter().galley(place.min, galley, theme.text2);
        if Button::link(&link).enabled(Command::Import.is_enabled(Some(view))).ui(ui).clicked() {
            commands.send(Request::AskPath(PathFor::Import));
        }
    });
    ui.add_space(space::L);
}
