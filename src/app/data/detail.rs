//! The panel at the right: the chosen source or informant with all its facts.

use super::rows::Rows;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::place::Spot;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui, rule_ui, swatch_at};
use crate::domain::{InformantId, Message, SourceId};
use eframe::egui::{Frame, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Draws the chosen source, or says how to choose one.
pub(super) fn source_ui(ui: &mut Ui, view: &View<'_>, rows: &Rows, chosen: Option<SourceId>, commands: &mut Commands) {
    let found = chosen.and_then(|id| view.study.source_at(id)).map(|at| at as usize);
    let (Some(source), Some(row)) =
        (found.and_then(|at| view.study.sources.get(at)), found.and_then(|at| rows.sources.get(at)))
    else {
        return hint_ui(ui, view, "data-choose-source");
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let theme = Theme::of(ui);
        part_ui(ui, |ui| {
            label_ui(ui, Words::of(&source.short, type_scale::STRONG, theme.text));
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(source.called(), type_scale::BODY, theme.text2));
            ui.add_space(space::S);
            if Button::primary(&view.text("data-open")).icon(icons::HIGHLIGHTER_CIRCLE).ui(ui).clicked() {
                commands.send(Request::Show(Spot { source: source.id, range: None, coding: None }));
            }
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            let technique = view.text(&format!("technique-{}", source.technique));
            fact_ui(ui, &view.text("data-column-technique"), &technique);
            let people: Vec<String> = row
                .informants
                .iter()
                .filter_map(|at| view.study.informants.get(*at as usize))
                .map(|informant| match informant.description.as_str() {
                    "" => informant.code.clone(),
                    description => format!("{}, {description}", informant.code),
                })
                .collect();
            fact_ui(ui, &view.text("data-column-informants"), &people.join("\n"));
            let date = source.date.map(|date| view.catalog.long_date(date)).unwrap_or_default();
            fact_ui(ui, &view.text("data-column-date"), &date);
            fact_ui(ui, &view.text("data-column-place"), &source.place);
            fact_ui(ui, &view.text("data-setting"), &source.setting);
            let turns: Vec<String> = row
                .turns
                .iter()
                .map(|(label, count)| {
                    let who = if label.is_empty() { view.text("data-researcher") } else { label.clone() };
                    format!("{count} {who}")
                })
                .collect();
            fact_ui(ui, &view.text("data-turns"), &turns.join(", "));
            fact_ui(ui, &view.text("data-column-lines"), &source.lines.to_string());
            fact_ui(ui, &view.text("data-original"), &source.original_name);
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            let segments = view.say(&Message::new("count-segments").with("n", row.segments));
            two_ends_ui(ui, &view.text("data-codes"), &segments);
            ui.add_space(space::XXS);
            if row.families.is_empty() {
                label_ui(ui, Words::of(&view.text("data-no-codes"), type_scale::BODY, theme.text2));
            }
            for (family, count) in &row.families {
                if let Some(code) = view.study.codes.get(*family as usize) {
                    code_ui(ui, &code.name, theme.code(code.colour), *count);
                }
            }
        });
        if !source.note.is_empty() {
            rule_ui(ui);
            part_ui(ui, |ui| {
                label_ui(ui, Words::of(&view.text("data-note"), type_scale::STRONG, theme.text));
                label_ui(ui, Words::of(&source.note, type_scale::BODY, theme.text2));
            });
        }
    });
}

/// Draws the chosen informant, or says how to choose one.
pub(super) fn informant_ui(ui: &mut Ui, view: &View<'_>, rows: &Rows, chosen: Option<InformantId>) {
    let found = chosen.and_then(|id| view.study.informant_at(id)).map(|at| at as usize);
    let (Some(informant), Some(row)) =
        (found.and_then(|at| view.study.informants.get(at)), found.and_then(|at| rows.informants.get(at)))
    else {
        return hint_ui(ui, view, "data-choose-informant");
    };
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    part_ui(ui, |ui| {
        label_ui(ui, Words::of(&informant.code, type_scale::STRONG, theme.text));
        ui.add_space(space::XS);
        fact_ui(ui, &view.text("data-column-position"), &informant.description);
        let group = informant.group.and_then(|id| view.study.group_at(id));
        let group = group.and_then(|at| view.study.groups.get(at as usize)).map(|group| group.name.clone());
        fact_ui(ui, &view.text("data-column-groups"), &group.unwrap_or_else(|| view.text("data-no-group")));
        fact_ui(ui, &view.text("data-column-standing"), &view.text(&format!("standing-{}", informant.standing)));
        let sources: Vec<&str> = row
            .sources
            .iter()
            .filter_map(|at| view.study.sources.get(*at as usize))
            .map(|source| source.name.as_str())
            .collect();
        fact_ui(ui, &view.text("data-column-sources"), &sources.join("\n"));
        fact_ui(ui, &view.text("data-column-segments"), &row.segments.to_string());
    });
}

fn hint_ui(ui: &mut Ui, view: &View<'_>, key: &str) {
    let theme = Theme::of(ui);
    part_ui(ui, |ui| {
        label_ui(ui, Words::of(&view.text(key), type_scale::BODY, theme.text2));
    });
}

fn part_ui(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(vec2(space::M, 14.0)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        inner(ui);
    });
}

/// A fact: its name at the left, its words beside it. Nothing where there are no words.
fn fact_ui(ui: &mut Ui, name: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let column = 104.0;
    let label = Words::of(name, type_scale::BODY, theme.text3).within(ui.painter(), column - space::XS, 1);
    let galley = Words::of(words, type_scale::BODY, theme.text).wrapped(ui.painter(), ui.available_width() - column);
    let size = vec2(ui.available_width(), galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {words}")));
    ui.painter().galley(pos2(rect.left(), rect.top() + 5.0), label, theme.text3);
    ui.painter().galley(pos2(rect.left() + column, rect.top() + 5.0), galley, theme.text);
}

fn two_ends_ui(ui: &mut Ui, left: &str, right: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{left}, {right}")));
    let name = Words::of(left, type_scale::STRONG, theme.text).row(ui.painter());
    let count = Words::of(right, type_scale::SMALL, theme.text3).row(ui.painter());
    let end = pos2(rect.right() - count.size().x, rect.top() + 1.0);
    ui.painter().galley(rect.min, name, theme.text);
    ui.painter().galley(end, count, theme.text3);
}

fn code_ui(ui: &mut Ui, name: &str, look: crate::app::theme::CodeLook, count: u32) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {count}")));
    let corner = pos2(rect.left(), rect.center().y - 7.0);
    swatch_at(ui.painter(), Rect::from_min_size(corner, Vec2::splat(14.0)), look, None, theme.text);
    let count = Words::of(&count.to_string(), type_scale::SMALL, theme.text3).row(ui.painter());
    let room = rect.width() - 22.0 - count.size().x - space::XS;
    let words = Words::of(name, type_scale::BODY, theme.text).within(ui.painter(), room, 1);
    let end = pos2(rect.right() - count.size().x, (rect.center().y - count.size().y / 2.0).round());
    let start = pos2(rect.left() + 22.0, (rect.center().y - words.size().y / 2.0).round());
    ui.painter().galley(start, words, theme.text);
    ui.painter().galley(end, count, theme.text3);
}
