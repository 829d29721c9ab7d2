//! The inspector at the right: the chosen words, where they stand, who says them, their codes with the
//! sentence each completes, and the memo; or what a code means.

use super::CodingPlace;
use super::sources::section_ui;
use crate::analysis::{SegmentEntry, Study};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::transcript::{Laid, Setting, has_right_to_left};
use crate::app::view::View;
use crate::app::widgets::{
    Button, Words, card_ui, chip_ui, direction_control_ui, empty_place_ui, label_ui, rule_ui, swatch_at,
};
use crate::domain::{Code, CodingId, Message, SourceText};
use eframe::egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

impl CodingPlace {
    pub(super) fn inspector_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.draft.turn_to(view, commands, self.chosen);
        if let Some(code) = self.described.and_then(|id| view.study.code(id)) {
            section_ui(ui, &view.text("coding-code"), |_| {});
            ScrollArea::vertical().id_salt("definition").auto_shrink([false, false]).show(ui, |ui| {
                padded(ui, |ui| definition_ui(ui, view, code));
            });
            return;
        }
        let entry = self.chosen.and_then(|id| view.study.coding(id));
        let Some(segment) = entry.and_then(|entry| view.study.segments.get(entry.segment as usize)) else {
            section_ui(ui, &view.text("coding-chosen"), |_| {});
            let key = if view.study.codings.is_empty() { "coding-nothing-coded" } else { "coding-inspector-empty" };
            Frame::new().inner_margin(Margin::from(vec2(space::M, 0.0))).show(ui, |ui| {
                empty_place_ui(ui, icons::QUOTES, &view.text(key), &[]);
            });
            return;
        };
        section_ui(ui, &view.text("coding-chosen"), |_| {});
        ScrollArea::vertical().id_salt("inspector").auto_shrink([false, false]).show(ui, |ui| {
            padded(ui, |ui| quotation_ui(ui, view, segment, commands));
            rule_ui(ui);
            section_ui(ui, &view.text("coding-codes"), |ui| {
                ui.add_space(space::XS);
                let add = view.text("coding-add");
                if Button::link(&add).icon(icons::PLUS).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    self.open_picker((segment.segment.source, segment.segment.range));
                }
            });
            padded(ui, |ui| {
                let here = self.codings_here(view);
                for coding in &here {
                    self.card_ui(ui, view, *coding, here.len() == 1, commands);
                    ui.add_space(space::XS);
                }
            });
            ui.add_space(space::XS);
            rule_ui(ui);
            section_ui(ui, &view.text("coding-memo"), |ui| {
                ui.add_space(space::XS);
                label_ui(ui, Words::of("M", type_scale::CAPTION, Theme::of(ui).text3));
            });
            padded(ui, |ui| self.draft.ui(ui, view, commands));
            ui.add_space(space::M);
        });
    }

    /// A coding: its code, the sentence it completes, its direction.
    fn card_ui(&mut self, ui: &mut Ui, view: &View<'_>, id: CodingId, is_alone: bool, commands: &mut Commands) {
        let Some(entry) = view.study.coding(id) else { return };
        let Some(code) = view.study.codes.get(entry.code as usize) else { return };
        let is_chosen = self.chosen == Some(id) && !is_alone;
        let corner = ui.cursor().min;
        let mut picked = false;
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let theme = Theme::of(ui);
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), measure::BUTTON_SMALL - 4.0), Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, is_chosen, format!("{} {}", code.short, code.name))
            });
            picked = response.clicked();
            let swatch = Rect::from_center_size(
                pos2(rect.left() + measure::SWATCH / 2.0, rect.center().y),
                Vec2::splat(measure::SWATCH),
            );
            swatch_at(ui.painter(), swatch, theme.code(code.colour), None, theme.text);
            let left = swatch.right() + space::XS;
            let words = Words::of(&code.short, type_scale::STRONG, theme.text)
                .then(if code.short.is_empty() { "" } else { "  " }, type_scale::BODY, theme.text)
                .then(&code.name, type_scale::BODY, theme.text)
                .within(ui.painter(), rect.right() - left - measure::BUTTON_SMALL, 1);
            ui.painter().galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text);
            let remove = view.say(&Message::new("coding-remove-code").with("code", code.label()));
            let side = Rect::from_center_size(
                pos2(rect.right() - measure::ICON / 2.0, rect.center().y),
                Vec2::splat(measure::BUTTON_SMALL),
            );
            // A child of its own, so that the button's reach beyond the card's padding widens nothing.
            let mut corner = ui.new_child(UiBuilder::new().max_rect(side));
            if Button::icon_only(icons::X, &remove).small().enabled(!view.is_read_only).ui(&mut corner).clicked() {
                commands.send(Request::Uncode(vec![id]));
            }
            ui.add_space(6.0);
            if code.kind.takes_direction() {
                sentence_ui(
                    ui,
                    view,
                    view.study,
                    entry.code,
                    entry.coding.direction.map_or("unset", |direction| direction.key()),
                );
                ui.add_space(space::XS);
                let name = view.say(&Message::new("coding-direction").with("code", code.label()));
                let control = direction_control_ui(ui, view.catalog, &name, entry.coding.direction);
                if let Some(direction) = control.filter(|_| !view.is_read_only) {
                    commands.send(Request::SetDirection(vec![id], direction));
                    self.chosen = Some(id);
                }
            } else {
                label_ui(ui, Words::of(&view.text("coding-topic"), type_scale::SMALL, theme.text2));
            }
        });
        if is_chosen {
            let rect = Rect::from_min_max(corner, pos2(ui.min_rect().right(), ui.cursor().top()));
            let edge = Stroke::new(stroke::FIELD, Theme::of(ui).sel2);
            ui.painter().rect_stroke(rect, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
        }
        if picked {
            self.chosen = Some(id);
        }
    }
}

fn padded(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(Margin::from(vec2(space::M, 0.0))).show(ui, inner);
}

/// "Kutipan ini mendukung bahwa peran Supervisor dijalankan.", the direction in weight 600.
pub(super) fn sentence_ui(ui: &mut Ui, view: &View<'_>, study: &Study, code: u32, direction: &str) {
    let theme = Theme::of(ui);
    let family = study.codes.get(study.family_of(code) as usize);
    let role = family.map_or("", |family| family.name.as_str());
    let sentence = view.say(&Message::new(format!("coding-sentence-{direction}")).with("role", role));
    let mut words = Words::new();
    for (at, piece) in sentence.split('*').enumerate() {
        let step = if at % 2 == 1 { type_scale::STRONG } else { type_scale::BODY };
        let ink = if at % 2 == 1 { theme.text } else { theme.text2 };
        words = words.then(piece, step, ink);
    }
    label_ui(ui, words);
}

fn quotation_ui(ui: &mut Ui, view: &View<'_>, entry: &SegmentEntry, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let segment = &entry.segment;
    let source = view.study.sources.get(entry.source as usize);
    let text = source.and_then(|source| view.texts.get(source));
    let (is_cut_before, is_cut_behind) = text.map_or((false, false), |text| mid_sentence(&text, segment.range));
    let (before, behind) = (if is_cut_before { "… " } else { "" }, if is_cut_behind { " …" } else { "" });
    if has_right_to_left(&segment.quote) {
        both_ways_ui(ui, &format!("“{before}{}{behind}”", segment.quote));
    } else {
        let words = Words::of("“", type_scale::QUOTE, theme.text)
            .then(before, type_scale::QUOTE, theme.text3)
            .then(&segment.quote, type_scale::QUOTE, theme.text)
            .then(behind, type_scale::QUOTE, theme.text3);
        label_ui(ui, words.then("”", type_scale::QUOTE, theme.text));
    }
    ui.add_space(space::XXS);
    let citation = view.study.citation(entry);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), measure::BUTTON_SMALL),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.set_min_width(ui.available_width());
            let copy = view.text("coding-copy");
            if Button::link(&copy).icon(icons::COPY).small().ui(ui).clicked() {
                commands.send(Request::Copy(format!("“{}” ({citation})", segment.quote)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(&citation, type_scale::SMALL, theme.text2));
            });
        },
    );
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for at in &entry.voice.informants {
            let Some(informant) = view.study.informants.get(*at as usize) else { continue };
            let group = view.study.informant_groups.get(*at as usize).copied().flatten();
            let words = match group.and_then(|group| view.study.groups.get(group as usize)) {
                Some(group) => format!("{} · {}", informant.code, group.name),
                None => informant.code.clone(),
            };
            chip_ui(ui, Some(icons::USER), &words);
        }
        if entry.voice.is_researcher_only() {
            chip_ui(ui, Some(icons::USER), &view.text("coding-researcher"));
        }
        if let Some(source) = source {
            let icon = icons::of_technique(source.technique);
            chip_ui(ui, Some(icon), &view.text(&format!("technique-{}", source.technique.key())));
        }
    });
    if entry.voice.is_researcher_only() {
        ui.add_space(6.0);
        label_ui(ui, Words::of(&view.text("coding-counts-nowhere"), type_scale::SMALL, theme.text3));
    }
    ui.add_space(space::M);
}

/// Words of which some read from the right; a plain label would put them in the wrong order.
fn both_ways_ui(ui: &mut Ui, words: &str) {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let width = ui.available_width();
    let laid = Laid::new(ui.ctx(), &line, Setting { step: type_scale::QUOTE, width });
    let (rect, response) = ui.allocate_exact_size(vec2(width, laid.height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    laid.paint(ui.painter(), rect.min, Theme::of(ui).text);
}

/// Whether a stretch begins and whether it ends in the middle of a sentence.
pub(super) fn mid_sentence(text: &SourceText, range: crate::domain::CharRange) -> (bool, bool) {
    let Some(bytes) = text.bytes_of(range) else { return (false, false) };
    let all = text.as_str();
    let line_start = all[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
    let before = all[line_start..bytes.start].trim_end();
    let is_closing = |letter: char| matches!(letter, '.' | '!' | '?' | '…' | ':' | '؟' | '”' | '"' | ']');
    let is_cut_before = before.chars().next_back().is_some_and(|letter| !is_closing(letter));
    let line_end = all[bytes.end..].find('\n').map_or(all.len(), |at| bytes.end + at);
    let behind = all[bytes.end..line_end].trim();
    let ends_closed = all[bytes].trim_end().chars().next_back().is_some_and(is_closing);
    let is_cut_behind = behind.chars().any(char::is_alphanumeric) && !ends_closed;
    (is_cut_before, is_cut_behind)
}

fn definition_ui(ui: &mut Ui, view: &View<'_>, code: &Code) {
    let theme = Theme::of(ui);
    let heading = format!("{}  {}", code.short, code.name);
    label_ui(ui, Words::of(heading.trim(), type_scale::HEADING, theme.text));
    ui.add_space(space::XS);
    if !code.definition.is_empty() {
        label_ui(ui, Words::of(&code.definition, type_scale::BODY, theme.text));
        ui.add_space(space::XS);
    }
    if !code.test.is_empty() {
        let test = view.say(&Message::new("coding-test").with("test", code.test.as_str()));
        label_ui(ui, Words::of(&test, type_scale::BODY, theme.text2));
        ui.add_space(space::XS);
    }
    for (key, list) in
        [("coding-counts", &code.counts), ("coding-counts-not", &code.counts_not), ("coding-examples", &code.examples)]
    {
        if list.is_empty() {
            continue;
        }
        ui.add_space(space::XS);
        label_ui(ui, Words::of(&view.text(key), type_scale::STRONG, theme.text));
        ui.add_space(space::XXS);
        for item in list {
            label_ui(ui, Words::of(item, type_scale::BODY, theme.text2));
            ui.add_space(space::XXS);
        }
    }
    ui.add_space(space::M);
    label_ui(ui, Words::of(&view.text("coding-apply-hint"), type_scale::SMALL, theme.text3));
    ui.add_space(space::M);
}
