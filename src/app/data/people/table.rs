//! The table of informants, by group.

use super::{PeopleTab, act};
use crate::app::commands::Commands;
use crate::app::data::rows::Rows;
use crate::app::data::table::{Column, head_ui, lay_out, row_ui, words_at};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, context_menu_ui, hairline_h, icon_at};
use crate::domain::{AttributeHost, AttributeId, AttributeOf, ConsentKind, Informant, Message};
use eframe::egui::{CornerRadius, Key, Modifiers, Painter, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// Columns of the table, in their order.
#[derive(Clone, PartialEq)]
enum Of {
    Code,
    Position,
    Standing,
    Sources,
    Turns,
    Segments,
    Consent,
    Attribute(AttributeId),
}

/// Width of a column of the researcher's own.
const OWN: f32 = 108.0;

/// (column, its name, width or share, whether it stands at the right). Narrow tables leave some out.
fn columns(view: &View<'_>, width: f32) -> Vec<(Of, String, f32, bool)> {
    let mut columns: Vec<(Of, String, f32, bool)> = vec![
        (Of::Code, view.text("data-column-code"), 76.0, false),
        (Of::Position, view.text("data-column-position"), -5.0, false),
        (Of::Standing, view.text("data-column-standing"), 104.0, false),
        (Of::Sources, view.text("data-column-sources"), -2.0, false),
        (Of::Turns, view.text("data-turns"), 110.0, true),
        (Of::Segments, view.text("data-column-segments"), 84.0, true),
        (Of::Consent, view.text("people-consent"), 172.0, false),
    ];
    if width < 960.0 {
        columns.retain(|column| column.0 != Of::Turns);
    }
    if width < 780.0 {
        columns.retain(|column| column.0 != Of::Standing);
    }
    let fixed: f32 = columns.iter().map(|(_, _, width, _)| width.max(0.0)).sum();
    let mut room = width - fixed - 260.0;
    for attribute in view.study.attributes.iter().filter(|one| one.host == AttributeHost::Informant) {
        if room >= OWN {
            columns.push((Of::Attribute(attribute.id), attribute.name.clone(), OWN, false));
            room -= OWN;
        }
    }
    columns
}

/// The message that says how consent was given.
pub(super) const fn consent_key(kind: Option<ConsentKind>) -> &'static str {
    match kind {
        Some(ConsentKind::Written) => "people-consent-written",
        Some(ConsentKind::Oral) => "people-consent-oral",
        None => "people-consent-none",
    }
}

impl PeopleTab {
    /// Draws the table.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        let study = view.study;
        ui.spacing_mut().item_spacing.y = 0.0;
        let theme = Theme::of(ui);
        let columns = columns(view, ui.available_width());
        let head = head_ui(ui);
        let wanted: Vec<(f32, bool)> = columns.iter().map(|(_, _, width, is_right)| (*width, *is_right)).collect();
        let places = lay_out(head.left() + space::L, head.width() - space::L - 6.0, &wanted);
        for ((_, name, _, _), column) in columns.iter().zip(&places) {
            words_at(ui.painter(), head, *column, name, type_scale::SMALL.strong(), theme.text2);
        }
        let groups = (0..study.groups.len()).map(|at| u32::try_from(at).ok()).chain([None]);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let mut focused = None;
            let mut responses = Vec::new();
            let mut picked = None;
            for group in groups {
                let members: Vec<usize> =
                    (0..study.informants.len()).filter(|at| study.informant_groups[*at] == group).collect();
                if members.is_empty() {
                    continue;
                }
                let name = group.and_then(|at| study.groups.get(at as usize)).map(|group| group.name.clone());
                group_ui(ui, view, &name.unwrap_or_else(|| view.text("data-no-group")), members.len());
                for at in members {
                    let informant = &study.informants[at];
                    let is_chosen = self.chosen == Some(informant.id);
                    let name = format!("{} {}", informant.code, informant.description);
                    let (rect, response) = row_ui(ui, &name, is_chosen);
                    for ((of, ..), place) in columns.iter().zip(&places) {
                        cell_ui(ui, view, rows, at, of, *place, rect);
                    }
                    let (acts, entries) = act::menu(view, informant);
                    if let Some(act) = context_menu_ui(&response, &entries).and_then(|at| acts.get(at).copied()) {
                        picked = Some((act, informant.id));
                    }
                    if response.clicked() || response.secondary_clicked() {
                        response.request_focus();
                    }
                    if response.clicked() || response.has_focus() && !is_chosen {
                        self.chosen = Some(informant.id);
                    }
                    if response.has_focus() {
                        focused = Some(responses.len());
                    }
                    responses.push(response);
                }
            }
            if let Some(line) = focused {
                let (down, up) = ui.input_mut(|input| {
                    let mut key = |key| input.consume_key(Modifiers::NONE, key);
                    (key(Key::ArrowDown), key(Key::ArrowUp))
                });
                let next = match (down, up) {
                    (true, _) => line + 1,
                    (false, true) => line.saturating_sub(1),
                    (false, false) => line,
                };
                if let Some(response) = responses.get(next).filter(|_| next != line) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
            }
            if let Some((act, id)) = picked {
                self.act(act, id, view, commands);
            }
        });
    }
}

fn cell_ui(ui: &Ui, view: &View<'_>, rows: &Rows, at: usize, of: &Of, place: Column, rect: Rect) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let (study, row) = (view.study, &rows.informants[at]);
    let informant = &study.informants[at];
    let body = |words: &str, ink| words_at(painter, rect, place, words, type_scale::BODY, ink);
    match of {
        Of::Code => words_at(painter, rect, place, &informant.code, type_scale::STRONG, theme.text),
        Of::Position => body(&informant.description, theme.text),
        Of::Standing => chip_at(ui, rect, place.left, &view.text(&format!("standing-{}", informant.standing))),
        Of::Sources => {
            let sources = row.sources.iter().filter_map(|at| study.sources.get(*at as usize));
            let sources: Vec<&str> = sources.map(|source| source.label()).collect();
            body(&sources.join(", "), theme.text2);
        }
        Of::Turns => body(&row.turns.to_string(), theme.text2),
        Of::Segments => body(&row.segments.to_string(), theme.text),
        Of::Consent => consent_at(painter, theme, view, informant, place, rect),
        Of::Attribute(id) => {
            let value = study.value_of(*id, AttributeOf::Informant(informant.id));
            body(value.unwrap_or("–"), if value.is_some() { theme.text2 } else { theme.text3 });
        }
    }
}

/// How consent stands, with a sign that does not rest on colour alone.
fn consent_at(painter: &Painter, theme: &Theme, view: &View<'_>, informant: &Informant, place: Column, rect: Rect) {
    let (icon, ink, words) = if informant.is_withdrawn() {
        (icons::WARNING, theme.dissonance.text, view.text("people-consent-withdrawn"))
    } else if informant.lacks_guardian() {
        (icons::WARNING, theme.partial.text, view.text("people-consent-no-guardian"))
    } else {
        let words = match (informant.is_child, informant.consent.assent, informant.consent.kind) {
            (true, Some(true), Some(_)) => view.text("people-consent-both"),
            (true, _, Some(_)) => view.text("people-consent-guardian"),
            (_, _, kind) => view.text(consent_key(kind)),
        };
        match informant.consent.kind {
            Some(_) => (icons::SHIELD_CHECK, theme.text2, words),
            None => (icons::CIRCLE_DASHED, theme.text3, words),
        }
    };
    icon_at(painter, pos2(place.left + 8.0, rect.center().y), icon, measure::ICON, ink);
    let mut beside = place;
    beside.left += 23.0;
    beside.width -= 23.0;
    words_at(painter, rect, beside, &words, type_scale::BODY, ink);
}

fn group_ui(ui: &mut Ui, view: &View<'_>, name: &str, count: usize) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_GROUP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    let count = view.say(&Message::new("count-informants").with("n", count));
    let galley = Words::of(name, type_scale::SMALL.strong(), theme.text)
        .then("   ", type_scale::SMALL, theme.text2)
        .then(&count, type_scale::SMALL, theme.text2)
        .row(ui.painter());
    let place = pos2(rect.left() + space::L, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(place, galley, theme.text);
}

/// A neutral chip inside a table cell.
fn chip_at(ui: &Ui, row: Rect, left: f32, words: &str) {
    let theme = Theme::of(ui);
    let galley = Words::of(words, type_scale::CAPTION, theme.text2).row(ui.painter());
    let rect = Rect::from_min_size(pos2(left, row.center().y - 10.0), vec2(galley.size().x + 12.0, 20.0));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::CHIP), theme.press);
    ui.painter().galley(pos2(left + 6.0, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text2);
}
