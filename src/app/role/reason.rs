//! Why a column is empty: said by the researcher or worked out, with the words that show it; and the way to say so.

use super::spread::{Side, Spread};
use super::{RolePage, columns::padded, measures};
use crate::analysis::lookup::{self, LookupError, reference};
use crate::analysis::{Cell, Study};
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, ListRow, MenuEntry, Words, field_ui, icon_at, label_ui, menu_at_ui, segmented_ui};
use crate::domain::{CellKey, CharRange, EmptyReason, Message, Say, SegmentId, SourceId, SourceText};
use eframe::egui::{Key, ScrollArea, Sense, Ui, Vec2};

/// The reasons that the researcher can give, in the order of the menu.
const REASONS: [EmptyReason; 3] = [EmptyReason::NotAsked, EmptyReason::NotMentioned, EmptyReason::DontKnow];

impl RolePage {
    /// Draws why a column is empty, with the words that show it and the menu to say why.
    pub(super) fn reason_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        (column, side, cell): (usize, &Side, &Cell),
        commands: &mut Commands,
    ) {
        let (Some(reason), Some(key)) = (cell.empty_reason, spread.cell(column)) else { return };
        let theme = Theme::of(ui);
        let note = view.study.note_of(&key).filter(|note| note.empty_reason.is_some());
        let why = match (note, reason) {
            (Some(note), _) => {
                let said = Message::new("reason-said").with("coder", note.coder.as_str());
                said.with("when", view.catalog.moment(note.changed))
            }
            (None, EmptyReason::NotCoded) => Message::new("reason-not-coded"),
            (None, EmptyReason::NotMentioned) => Message::new("reason-not-mentioned").with("n", cell.asked),
            (None, _) => Message::new("reason-not-asked"),
        };
        padded(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::ICON_GAP;
                let (icon, _) = ui.allocate_exact_size(Vec2::splat(measure::ICON), Sense::hover());
                icon_at(ui.painter(), icon.center(), icons::EMPTY, measure::ICON, theme.text3);
                label_ui(ui, Words::of(&view.text(&format!("empty-{reason}")), type_scale::STRONG, theme.text));
            });
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(measure::ICON + space::ICON_GAP);
                label_ui(ui, Words::of(&view.say(&why), type_scale::SMALL, theme.text2));
            });
        });
        if let Some(quotation) = side.reason.as_ref() {
            self.quotation_ui(ui, view, spread, quotation, measures::REASON, commands);
        }
        if !key.keeps_notes() {
            return;
        }
        padded(ui, |ui| {
            let mut entries: Vec<MenuEntry> = REASONS
                .into_iter()
                .map(|reason| {
                    let words = view.text(&format!("empty-{reason}"));
                    MenuEntry::new(if reason == EmptyReason::DontKnow { format!("{words}…") } else { words })
                })
                .collect();
            entries.push(MenuEntry::new(view.text("reason-compute")).enabled(note.is_some()).grave(true));
            let name = view.text("reason-change");
            let said = view.say(&Message::new("reason-change-of").with("column", side.title.as_str()));
            let button = Button::outlined(&name).small().trailing(icons::CARET_DOWN).said(&said);
            match menu_at_ui(button.enabled(!view.is_read_only).ui(ui), &said, &entries) {
                Some(2) => {
                    let context = side.reason.iter().chain(&side.context);
                    let context = context.map(|one| (one.segment, one.name.clone())).collect();
                    commands.send(Request::Lay(Box::new(ReasonPane::new(
                        key,
                        &side.title,
                        context,
                        note.and_then(|note| note.segment),
                    ))));
                }
                Some(at) => {
                    let reason = REASONS.get(at).copied();
                    commands.send(Request::change(move |project| project.set_empty_reason(&key, reason, None)));
                }
                None => {}
            }
        });
    }
}

/// The words that show a reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shown {
    /// None are named.
    None,
    /// A passage that is coded in the column.
    Segment(SegmentId),
}

/// The form that names the words by which an informant says not to know.
pub(in crate::app) struct ReasonPane {
    cell: CellKey,
    column: String,
    reason: EmptyReason,
    /// Passages of the column that are context, with their names.
    context: Vec<(SegmentId, String)>,
    shown: Shown,
    typed: String,
    wrong: Option<Message>,
    /// Whether what is typed is to be kept as soon as its text is there.
    is_waiting: bool,
    is_new: bool,
}

impl ReasonPane {
    /// The form for a cell; `context` are passages to choose from with their names, `known` the one named already.
    pub(in crate::app) fn new(
        cell: CellKey,
        column: &str,
        context: Vec<(SegmentId, String)>,
        known: Option<SegmentId>,
    ) -> Self {
        Self {
            cell,
            column: column.to_owned(),
            reason: EmptyReason::DontKnow,
            context,
            shown: known.map_or(Shown::None, Shown::Segment),
            typed: String::new(),
            wrong: None,
            is_waiting: false,
            is_new: true,
        }
    }

    /// Keeps the reason; whether it was sent off. A text that is still on its way is waited for.
    fn keep(&mut self, view: &View<'_>, commands: &mut Commands) -> bool {
        let (cell, reason) = (self.cell, self.reason);
        if self.typed.trim().is_empty() {
            let segment = match self.shown {
                Shown::None => None,
                Shown::Segment(segment) => Some(segment),
            };
            commands.send(Request::change(move |project| project.set_empty_reason(&cell, Some(reason), segment)));
            return true;
        }
        match passage(view, &self.typed) {
            Ok(Some(place)) => {
                commands.send(Request::change(move |project| project.set_empty_reason_quoting(&cell, reason, place)));
                true
            }
            Ok(None) => {
                self.is_waiting = true;
                false
            }
            Err(wrong) => {
                self.is_waiting = false;
                self.wrong = Some(wrong);
                false
            }
        }
    }
}

impl Pane for ReasonPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let theme = Theme::of(ui);
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.say(&Message::new("reason-heading").with("column", self.column.as_str())));
        let words =
            [EmptyReason::DontKnow, EmptyReason::NotMentioned].map(|reason| view.text(&format!("empty-{reason}")));
        let choices =
            [(EmptyReason::DontKnow, None, words[0].as_str()), (EmptyReason::NotMentioned, None, words[1].as_str())];
        if let Some(reason) = segmented_ui(ui, &view.text("reason-change"), self.reason, &choices) {
            self.reason = reason;
        }
        ui.add_space(space::XXS);
        let hint = view.text("reason-citation-hint");
        let field = field_ui(ui, &view.text("reason-citation"), &mut self.typed, &hint);
        if std::mem::take(&mut self.is_new) {
            field.request_focus();
        }
        if field.changed() {
            self.wrong = None;
            self.is_waiting = false;
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let (under, ink) = match &self.wrong {
            Some(wrong) => (view.say(wrong), theme.dissonance.text),
            None => (view.text("reason-citation-about"), theme.text3),
        };
        label_ui(ui, Words::of(&under, type_scale::SMALL, ink));
        if !self.context.is_empty() {
            ui.add_space(space::XS);
            label_ui(ui, Words::of(&view.text("reason-context"), type_scale::SMALL, theme.text2));
            let most = measure::POPUP_ROWS as f32 * measure::POPUP_ROW / 2.0;
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                for (segment, name) in &self.context {
                    let is_chosen = self.shown == Shown::Segment(*segment) && self.typed.trim().is_empty();
                    let row = ListRow { is_chosen, height: measure::POPUP_ROW, ..ListRow::new(name) };
                    if row.ui(ui).clicked() {
                        self.typed.clear();
                        self.shown = if is_chosen { Shown::None } else { Shown::Segment(*segment) };
                    }
                }
            });
        }
        let (mut is_done, mut is_kept) = (false, is_entered || self.is_waiting);
        foot_ui(ui, |ui| {
            is_kept |= Button::primary(&view.text("reason-keep")).ui(ui).clicked();
            is_done = Button::outlined(&view.text("status-cancel")).ui(ui).clicked();
        });
        if is_kept && !is_done {
            is_done = self.keep(view, commands);
        }
        is_done
    }
}

/// The passage that a citation as search understands it leads to; nothing while its text is on its way.
fn passage(view: &View<'_>, typed: &str) -> Result<Option<(SourceId, CharRange)>, Message> {
    let study = view.study;
    let read = reference(study, typed).map_err(|error| error.message())?;
    let unreadable = || Message::new("reason-unreadable");
    let source = read.source.and_then(|id| study.source(id)).ok_or_else(unreadable)?;
    let (first, last) = read.lines.ok_or_else(unreadable)?;
    if last.get() > source.lines {
        return Err(LookupError::BeyondLines { line: last.get(), count: source.lines }.message());
    }
    let Some(text) = view.texts.get(source) else { return Ok(None) };
    let range = lookup::lines(&text, first.get(), last.get()).map_err(|error| error.message())?;
    Ok(Some((source.id, spoken(study, source.id, &text, range))))
}

/// The words of a stretch of lines without the label that its first turn begins with.
fn spoken(study: &Study, source: SourceId, text: &SourceText, range: CharRange) -> CharRange {
    let turns = study.source_at(source).and_then(|at| study.turns.get(at as usize));
    let first = turns.and_then(|turns| {
        turns.iter().find(|turn| turn.range.contains(range.start) || turn.range.start == range.start)
    });
    let start = first.map_or(range.start, |turn| turn.words.start.max(range.start));
    // The end of the last line is no word.
    let (_, last) = text.lines_of(range);
    let end = text.line_range(last).map_or(range.end, |line| line.end.min(range.end));
    let words = CharRange { start: start.min(end), end };
    if words.is_empty() { range } else { text.snap(words) }
}
