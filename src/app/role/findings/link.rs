//! The small picker that links words to a finding: type to find a claim or to write a new one, choose with the arrows,
//! link with Enter. Opened by F on a chosen coding, on selected words, or on a quotation of a role's page.

use crate::analysis::Study;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{
    Button, Cell, ListRow, Words, choice_ui, direction_control_ui, label_ui, labelled_ui, search_field_ui,
};
use crate::domain::{CharRange, CodeId, Direction, FindingId, Message, SegmentId, SourceId};
use eframe::egui::{Key, Modifiers, ScrollArea, Ui, vec2};

/// Rows of the quotation on show.
const ROWS: usize = 2;

/// What is linked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::app) enum Linked {
    /// A segment.
    Segment(SegmentId),
    /// Words that need not be coded.
    Words(SourceId, CharRange),
}

/// The picker.
pub(in crate::app) struct LinkPane {
    what: Linked,
    quote: String,
    /// The code at whose role the findings are looked for and a new one is put; nothing where the words carry none.
    code: Option<CodeId>,
    direction: Option<Direction>,
    letters: String,
    /// The row at hand.
    at: usize,
    is_new: bool,
}

/// A row of the list.
enum Row {
    /// A finding, and whether the words are linked to it already.
    Finding(FindingId, String, bool),
    /// A new one of the letters.
    New(String),
}

impl LinkPane {
    /// The picker for words; `code` is what they are coded with and `direction` what they say about it.
    pub(in crate::app) fn new(what: Linked, quote: &str, code: Option<CodeId>, direction: Option<Direction>) -> Self {
        let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { what, quote, code, direction, letters: String::new(), at: 0, is_new: true }
    }

    /// The findings of the code's role (all, where there is none) whose claim holds the letters, and a new one of them.
    fn rows(&self, study: &Study) -> Vec<Row> {
        let top = self.code.and_then(|code| study.code_at(code)).map(|at| study.family_of(at));
        let wanted = self.letters.trim().to_lowercase();
        let is_here = |code: CodeId| match top {
            Some(top) => study.code_at(code).is_some_and(|at| study.is_within(at, top)),
            None => true,
        };
        let linked: Vec<FindingId> = match self.what {
            Linked::Segment(segment) => study.findings_on(segment).map(|one| one.finding).collect(),
            Linked::Words(source, range) => {
                let known =
                    study.segments.iter().find(|entry| entry.segment.source == source && entry.segment.range == range);
                known.map_or(Vec::new(), |entry| study.findings_on(entry.segment.id).map(|one| one.finding).collect())
            }
        };
        let found = study.findings.iter().filter(|one| is_here(one.code) && one.claim.to_lowercase().contains(&wanted));
        let mut rows: Vec<Row> = found
            .map(|one| {
                let code = study.code(one.code).map_or("", |code| code.label());
                Row::Finding(one.id, format!("{code}  {}", one.claim), linked.contains(&one.id))
            })
            .collect();
        if !wanted.is_empty() {
            rows.push(Row::New(self.letters.trim().to_owned()));
        }
        rows
    }

    /// Links to what a row stands for.
    fn apply(&self, row: &Row, commands: &mut Commands) {
        let (what, direction) = (self.what, self.direction);
        match (row, self.code) {
            (Row::Finding(id, ..), _) => {
                let id = *id;
                commands.send(match what {
                    Linked::Segment(segment) => {
                        Request::change(move |project| project.link_evidence(id, &[(segment, direction)]))
                    }
                    Linked::Words(source, range) => {
                        Request::change(move |project| project.link_passage(id, (source, range), direction))
                    }
                });
            }
            (Row::New(claim), Some(code)) => {
                let claim = claim.clone();
                commands.send(match what {
                    Linked::Segment(segment) => {
                        Request::change(move |project| project.add_finding(code, &claim, &[(segment, direction)]))
                    }
                    Linked::Words(source, range) => Request::change(move |project| {
                        project.add_finding_on_passage(code, &claim, (source, range), direction)
                    }),
                });
            }
            (Row::New(_), None) => {}
        }
    }
}

impl Pane for LinkPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let theme = Theme::of(ui);
        let width = pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.text("link-heading"));
        let words = Words::of("“", type_scale::QUOTE_SMALL, theme.text2)
            .then(&self.quote, type_scale::QUOTE_SMALL, theme.text2)
            .then("”", type_scale::QUOTE_SMALL, theme.text2)
            .within(ui.painter(), width, ROWS);
        let (rect, response) = ui.allocate_exact_size(words.size(), eframe::egui::Sense::hover());
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &self.quote));
        ui.painter().galley(rect.min, words, theme.text2);
        ui.add_space(space::XXS);
        label_ui(ui, Words::of(&view.text("link-direction"), type_scale::SMALL, theme.text2));
        if let Some(direction) = direction_control_ui(ui, view.catalog, &view.text("link-direction"), self.direction) {
            self.direction = direction;
        }
        let (by, is_entered) = keys(ui, self.is_new);
        let hint = view.text("link-hint");
        let field =
            ui.allocate_ui(vec2(width, measure::BUTTON), |ui| search_field_ui(ui, &mut self.letters, &hint, ""));
        if std::mem::take(&mut self.is_new) {
            field.inner.request_focus();
        }
        if field.inner.changed() {
            self.at = 0;
        }
        let rows = self.rows(view.study);
        self.at = self.at.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let picked = self.list_ui(ui, view, &rows, by != 0);
        if self.letters.trim().is_empty() && rows.is_empty() {
            label_ui(ui, Words::of(&view.text("link-empty"), type_scale::SMALL, theme.text3));
        }
        if rows.iter().any(|row| matches!(row, Row::New(_))) {
            self.under_ui(ui, view);
        }
        let is_open = !view.is_read_only;
        let mut is_done = false;
        let wanted = picked.or_else(|| is_entered.then_some(self.at));
        let mut row = wanted.and_then(|at| rows.get(at));
        foot_ui(ui, |ui| {
            let can =
                is_open && !rows.is_empty() && (self.code.is_some() || !matches!(rows.get(self.at), Some(Row::New(_))));
            let tip = view.text(if is_open { "link-tip" } else { "why-read-only" });
            if Button::primary(&view.text("link-go")).enabled(can).tip(&tip).ui(ui).clicked() {
                row = rows.get(self.at);
            }
            is_done = Button::outlined(&view.text("status-cancel")).ui(ui).clicked();
        });
        if let Some(row) = row.filter(|row| is_open && (self.code.is_some() || !matches!(row, Row::New(_)))) {
            self.apply(row, commands);
            return true;
        }
        is_done
    }
}

impl LinkPane {
    /// The rows; which was clicked just now.
    fn list_ui(&self, ui: &mut Ui, view: &View<'_>, rows: &[Row], has_moved: bool) -> Option<usize> {
        let mut picked = None;
        let most = measure::POPUP_ROWS as f32 * measure::POPUP_ROW;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, row) in rows.iter().enumerate() {
                let new;
                let (words, icon, is_linked) = match row {
                    Row::Finding(_, claim, is_linked) => (claim.as_str(), icons::LINK, *is_linked),
                    Row::New(claim) => {
                        new = view.say(&Message::new("link-new").with("claim", claim.as_str()));
                        (new.as_str(), icons::PLUS, false)
                    }
                };
                let linked = if is_linked { view.text("link-linked") } else { String::new() };
                let row = ListRow {
                    cell: Cell::Icon(icon),
                    right: &linked,
                    is_chosen: at == self.at,
                    height: measure::POPUP_ROW,
                    ..ListRow::new(words)
                };
                let response = row.ui(ui);
                if has_moved && at == self.at {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    picked = Some(at);
                }
            }
        });
        picked
    }

    /// The code that a new finding stands under.
    fn under_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let study = view.study;
        let top = self.code.and_then(|code| study.code_at(code)).map(|at| study.family_of(at));
        let codes = (0_u32..).zip(&study.codes).filter(|(at, _)| match top {
            Some(top) => study.is_within(*at, top),
            None => study.code_parents.get(*at as usize).is_some_and(Option::is_none),
        });
        let mut choices: Vec<(Option<CodeId>, String)> =
            codes.map(|(_, code)| (Some(code.id), code.full_name())).collect();
        if self.code.is_none() {
            choices.insert(0, (None, view.text("link-under-none")));
        }
        let name = view.text("finding-under");
        labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.code, &choices));
    }
}

/// The arrows and Enter; the Enter that opened the picker links nothing.
fn keys(ui: &Ui, is_new: bool) -> (isize, bool) {
    ui.input_mut(|input| {
        let down = isize::from(input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let up = isize::from(input.consume_key(Modifiers::NONE, Key::ArrowUp));
        // A list that is open takes Enter itself.
        (down - up, !is_new && input.key_pressed(Key::Enter))
    })
}
