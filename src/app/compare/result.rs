//! The result of a row: its verdict, who is silent, what the program suggests and why, and what has changed since. A
//! verdict is only ever chosen by the researcher.

use super::active::{Active, At};
use super::board::Board;
use super::frame::Frame;
use super::measures;
use super::table::Wish;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Theme, TypeStep, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, Words, checkbox_ui, label_ui, rule_ui, verdict_ui};
use crate::domain::{CodingId, Message, Verdict};
use crate::i18n::Catalog;
use eframe::egui::{
    Align, Color32, Layout, Popup, PopupCloseBehavior, Rect, Response, Role, Ui, UiBuilder, WidgetInfo, vec2,
};

/// Distance of the parts of a result, in points.
const GAP: f32 = 2.0;
/// Width of the list of verdicts, in points.
const LIST: f32 = 240.0;

/// One part of a result, from top to bottom.
#[derive(Clone, PartialEq, Debug)]
pub enum Part {
    /// The verdict.
    Chip,
    /// Words of a kind.
    Words(String, Kind),
    /// Something to be pressed.
    Button(String, Deed),
}

/// What words say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What is suggested.
    Lead,
    /// A fact.
    Fact,
    /// That nothing can be said.
    Nothing,
    /// That something is to be looked at.
    Warning,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Takes the suggestion.
    Accept(Verdict),
    /// Lets the verdict stand for the evidence as it is now.
    Confirm(Verdict),
    /// Leads to a coding without a direction.
    Direct(CodingId),
}

impl Kind {
    const fn step(self) -> TypeStep {
        match self {
            Self::Lead | Self::Warning => type_scale::SMALL.strong(),
            Self::Fact | Self::Nothing => type_scale::SMALL,
        }
    }

    const fn ink(self, theme: &Theme) -> Color32 {
        match self {
            Self::Lead => theme.text,
            Self::Fact => theme.text2,
            Self::Nothing => theme.text3,
            Self::Warning => theme.partial.text,
        }
    }
}

/// What the result of a row is made of.
pub fn parts(catalog: &Catalog, board: &Board, row: usize) -> Vec<Part> {
    let (Some(head), Some(found)) = (board.rows.get(row), board.comparison.rows.get(row)) else { return Vec::new() };
    if !head.is_directed {
        return vec![Part::Words(catalog.text("compare-no-direction"), Kind::Nothing)];
    }
    let mut parts = vec![Part::Chip];
    let is_rated = found.verdict != Verdict::Unrated;
    if is_rated && found.verdict != Verdict::Silence && !head.silent.is_empty() {
        let silent = Message::new("compare-silent").with("columns", head.silent.as_str());
        parts.push(Part::Words(catalog.say(&silent), Kind::Fact));
    }
    if found.look_again {
        parts.push(Part::Words(catalog.text("compare-look-again"), Kind::Warning));
    }
    if (!is_rated || found.look_again) && board.comparison.within.is_none() {
        let suggested = found.suggestion.verdict.filter(|_| head.suggested.is_some());
        parts.extend(head.suggested.iter().map(|words| Part::Words(words.clone(), Kind::Lead)));
        parts.extend(head.reasons.iter().map(|words| Part::Words(words.clone(), Kind::Fact)));
        if let Some(verdict) = suggested.filter(|verdict| *verdict != found.verdict) {
            parts.push(Part::Button(catalog.text("compare-accept"), Deed::Accept(verdict)));
        }
    }
    if found.look_again {
        parts.push(Part::Button(catalog.text("compare-confirm"), Deed::Confirm(found.verdict)));
    }
    if let Some(coding) = head.undirected {
        parts.push(Part::Button(catalog.text("compare-undirected-go"), Deed::Direct(coding)));
    }
    parts
}

/// Height that the result of a row needs in a column of `width`.
pub fn result_height(ui: &Ui, parts: &[Part], width: f32) -> f32 {
    let theme = Theme::of(ui);
    let width = width - 2.0 * space::CELL_X;
    let heights = parts.iter().map(|part| match part {
        Part::Chip => measure::CHIP + 2.0 + space::XXS,
        Part::Words(words, kind) => {
            Words::of(words, kind.step(), kind.ink(theme)).wrapped(ui.painter(), width).size().y
        }
        Part::Button(..) => space::XXS + measure::BUTTON_SMALL,
    });
    2.0 * space::CELL_Y + heights.map(|height| height + GAP).sum::<f32>()
}

impl Frame<'_, '_> {
    /// The result of a line, over the stop of the keyboard that it is.
    pub fn result_ui(&self, ui: &mut Ui, board: &Board, line: usize, response: &Response) -> Option<Wish> {
        let row = board.row_of(line)?;
        let (head, found) = (board.rows.get(row)?, board.comparison.rows.get(row)?);
        let view = self.view;
        let silent = if found.verdict == Verdict::Silence { head.silent.as_str() } else { "" };
        let said = format!("{} {silent}", view.text(verdict_key(found.verdict)));
        let name = Message::new("compare-cell").with("row", head.name.as_str());
        let name = view.say(&name.with("column", view.text("compare-result")).with("counts", said.trim()));
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        let can_choose = head.is_directed && !view.is_read_only;
        let is_listing = response.clicked() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(response));
        if !is_listing && !ui.is_rect_visible(response.rect) {
            return None;
        }
        let inner = response.rect.shrink2(vec2(space::CELL_X, space::CELL_Y));
        let mut wish = None;
        let mut chip = inner.with_max_y(inner.top() + measure::CHIP);
        let layout = Layout::top_down(Align::Min);
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout).id_salt(("result", head.key)), |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            for part in board.result(view.catalog, row).iter() {
                match part {
                    Part::Chip => {
                        chip = verdict_ui(ui, view.catalog, found.verdict, silent).rect;
                        ui.add_space(space::XXS);
                    }
                    Part::Words(words, kind) => {
                        label_ui(ui, Words::of(words, kind.step(), kind.ink(self.theme)));
                    }
                    Part::Button(words, deed) => {
                        ui.add_space(space::XXS);
                        wish = self.button_ui(ui, row, words, *deed, &head.name).or(wish.take());
                    }
                }
            }
        });
        if can_choose {
            wish = self.verdicts_ui(board, row, response, chip).or(wish);
        }
        wish
    }

    fn button_ui(&self, ui: &mut Ui, row: usize, words: &str, deed: Deed, name: &str) -> Option<Wish> {
        let said = format!("{words}: {name}");
        let is_open = !self.view.is_read_only;
        let button = match deed {
            // In a narrow column only the words have room.
            Deed::Accept(_) if self.columns.result < measures::RESULT => {
                Button::link(words).small().said(&said).enabled(is_open)
            }
            Deed::Accept(_) => Button::outlined(words).icon(icons::CHECK).small().said(&said).enabled(is_open),
            Deed::Confirm(_) => Button::link(words).small().said(&said).enabled(is_open),
            Deed::Direct(_) => Button::link(words).small(),
        };
        let is_pressed = button.ui(ui).clicked();
        is_pressed.then_some(match deed {
            Deed::Accept(verdict) => Wish::Judge(row, verdict, None),
            Deed::Confirm(verdict) => Wish::Confirm(row, verdict),
            Deed::Direct(coding) => Wish::Direct(coding),
        })
    }

    /// The list of verdicts, and below it who is silent.
    fn verdicts_ui(&self, board: &Board, row: usize, response: &Response, chip: Rect) -> Option<Wish> {
        let found = board.comparison.rows.get(row)?;
        let view = self.view;
        let name = view.text("compare-result");
        let is_opening = response.clicked() && !Popup::is_id_open(&response.ctx, Popup::default_response_id(response));
        let menu = Popup::menu(response)
            .anchor(chip)
            .accessible_name(name)
            .width(LIST)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = menu.show(|ui| {
            ui.set_max_width(LIST);
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut wish = None;
            let suggestion = found.suggestion.verdict.filter(|_| board.comparison.within.is_none());
            let suggested = view.text("compare-is-suggested");
            for verdict in Verdict::ALL {
                let words = view.text(verdict_key(verdict));
                let entry = ListRow {
                    cell: verdict_icon(verdict).map_or(Cell::None, Cell::Icon),
                    right: if suggestion == Some(verdict) { &suggested } else { "" },
                    is_chosen: verdict == found.verdict,
                    height: measure::POPUP_ROW,
                    ..ListRow::new(&words)
                };
                let entry = entry.ui(ui);
                if is_opening && verdict == found.verdict {
                    entry.request_focus();
                }
                if entry.clicked() {
                    wish = (verdict != found.verdict).then_some(Wish::Judge(row, verdict, None));
                    response.request_focus();
                    ui.close();
                }
            }
            if found.verdict != Verdict::Unrated && board.comparison.within.is_none() {
                wish = silent_ui(ui, view, board, row).or(wish);
            }
            wish
        });
        shown.and_then(|shown| shown.inner)
    }
}

/// Who is silent in a row: each column can be named.
fn silent_ui(ui: &mut Ui, view: &View<'_>, board: &Board, row: usize) -> Option<Wish> {
    let theme = Theme::of(ui);
    let found = board.comparison.rows.get(row)?;
    ui.add_space(space::XXS);
    rule_ui(ui);
    ui.add_space(space::XXS);
    label_ui(ui, Words::of(&view.text("compare-silent-sides"), type_scale::SMALL, theme.text3));
    let mut wish = None;
    for (column, head) in board.comparison.columns.iter().zip(&board.heads) {
        let was = found.silent.contains(&column.id);
        let mut is_silent = was;
        checkbox_ui(ui, &mut is_silent, &head.title);
        if is_silent != was {
            let mut silent: Vec<String> = found.silent.iter().map(|id| id.to_string()).collect();
            silent.retain(|id| **id != *column.id);
            silent.extend(is_silent.then(|| column.id.to_string()));
            wish = Some(Wish::Judge(row, found.verdict, Some(silent)));
        }
    }
    wish
}

/// The message that names a verdict.
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreement => "verdict-agreement",
        Verdict::Partial => "verdict-partial",
        Verdict::Silence => "verdict-silence",
        Verdict::Dissonance => "verdict-dissonance",
        Verdict::Unrated => "verdict-unrated",
    }
}

const fn verdict_icon(verdict: Verdict) -> Option<Icon> {
    match verdict {
        Verdict::Agreement => Some(icons::EQUALS),
        Verdict::Partial => Some(icons::APPROXIMATE_EQUALS),
        Verdict::Silence => Some(icons::EMPTY),
        Verdict::Dissonance => Some(icons::NOT_EQUALS),
        Verdict::Unrated => Some(icons::CIRCLE_DASHED),
    }
}

impl Active {
    /// The result of a line.
    pub const fn result(line: usize) -> Self {
        Self { line, at: At::Result }
    }
}
