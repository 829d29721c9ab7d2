//! The place that answers: What does this passage say? Sources and codes at the left, the transcript in
//! the middle, what is chosen at the right.

mod act;
mod bar;
mod carry;
mod cite;
mod code_menu;
mod codebook;
mod counts;
mod cycle;
mod ends;
mod filter;
mod find;
mod header;
mod inspector;
mod line;
mod marks;
mod onward;
mod picker;
mod reading;
mod search;
mod second;
mod sources;
mod speakers;
mod stage;
mod vivo;

#[cfg(test)]
mod gestures;
#[cfg(test)]
mod hand_tests;
#[cfg(test)]
mod inspected;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walks;

use super::command::Command;
use super::commands::Commands;
use super::drafts::Writing;
use super::icons;
use super::place::{InSight, Place, Spot};
use super::settings::whole_points;
use super::theme::{Theme, measure, space, type_scale};
use super::transcript::{Look, Over, Standing, Transcript};
use super::view::View;
use super::widgets::{edge_ui, empty_place_ui, hairline_h, page_frame, panel_frame};
use crate::analysis::Study;
use crate::domain::{CharRange, CodeId, CodingId, Direction, Message, ProjectId, RevisionId, Source, SourceId, Turn};
use counts::Counts;
use eframe::egui::{Key, Modifiers, Panel, Rect, Ui};
use filter::Filtered;
use inspector::Inspector;
pub(in crate::app) use inspector::meaning_ui;
use line::{GoToLine, LineWish};
use marks::{marks_of, notes_of};
use picker::Picker;
use search::Search;
use second::Second;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Width of the left panel: default, least, most.
const LEFT: (f32, f32, f32) = (288.0, 220.0, 400.0);
/// Width of the left panel in a small window.
const LEFT_SMALL: f32 = 208.0;
/// Width of the inspector: default, least, most.
const RIGHT: (f32, f32, f32) = (320.0, 280.0, 420.0);
/// The left panel in the settings.
const LEFT_NAME: &str = "left";
/// The inspector in the settings.
const RIGHT_NAME: &str = "right";
/// Height of the inspector's bar in a small window.
const BAR: f32 = 44.0;

/// What the left panel shows in a small window.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Tab {
    Sources,
    #[default]
    Codes,
}

/// A coding that has been wished for and is not there yet; it is chosen as soon as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Expected {
    source: SourceId,
    range: CharRange,
    code: CodeId,
}

/// A code that has been wished for together with its coding; both are chosen as soon as they are there.
struct ExpectedNew {
    source: SourceId,
    range: CharRange,
    family: Option<CodeId>,
    name: String,
}

/// What was put on words last, to be put on others too.
#[derive(Default)]
struct Repeat {
    codes: Vec<CodeId>,
    /// The direction that was chosen together with them.
    direction: Option<Direction>,
}

/// The state of the place.
#[derive(Default)]
pub struct CodingPlace {
    transcript: Transcript,
    source: Option<SourceId>,
    /// What the transcript holds.
    held: Option<RevisionId>,
    /// The source whose words were last on show.
    shown: Option<SourceId>,
    /// Where one stood in the sources read since the project was opened.
    standings: BTreeMap<SourceId, Standing>,
    /// Who speaks in it and what of it is locked; where that changes it is laid out anew.
    voices: Voices,
    /// What the transcript's marks were made from.
    marked: Option<(ProjectId, u64, RevisionId)>,
    counts: Counts,
    chosen: Option<CodingId>,
    expected: Option<Expected>,
    expected_new: Option<ExpectedNew>,
    /// Until when a moved coding is shown where it was put, in seconds of the window's time.
    patience: Option<f64>,
    /// A walk through codings that lie on each other.
    round: Option<cycle::Round>,
    /// What a carried code is over.
    over: Option<Over>,
    /// A closed family over which something is held.
    held_over: Option<carry::HeldOver>,
    /// A code whose definition is on show.
    described: Option<CodeId>,
    open_families: BTreeSet<CodeId>,
    picker: Option<Picker>,
    second: Option<Second>,
    last: Repeat,
    /// Below which code the passage's own words become one; at the top where none.
    vivo_family: Option<CodeId>,
    memo: Writing,
    reduction: Writing,
    inspector: Inspector,
    wish: Option<Spot>,
    /// Commands of this place that wait for the next frame.
    asked: Vec<Command>,
    search: Search,
    filtered: Filtered,
    line: Option<GoToLine>,
    line_wish: Option<LineWish>,
    tab: Tab,
    is_inspector_hidden: bool,
    is_detail_open: bool,
    /// Where the chosen words stand on the screen.
    anchor: Option<Rect>,
    /// Widths of the side panels, as they were pulled.
    panels: BTreeMap<&'static str, u16>,
}

/// Who speaks in a source, and which words are locked.
#[derive(Default)]
struct Voices {
    turns: Option<Arc<[Turn]>>,
    locked: Vec<CharRange>,
}

impl Voices {
    fn of(study: &Study, source: SourceId) -> Self {
        let at = study.source_at(source);
        Self {
            turns: at.and_then(|at| study.turns.get(at as usize)).cloned(),
            locked: at.map(|at| study.locked_words(at)).unwrap_or_default(),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        let is_one = match (&self.turns, &other.turns) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one == other,
            (None, None) => true,
            _ => false,
        };
        is_one && self.locked == other.locked
    }
}

impl CodingPlace {
    fn open_source(&mut self, source: SourceId) {
        if self.source != Some(source) {
            self.source = Some(source);
            self.held = None;
            self.choose(None);
        }
    }

    fn choose(&mut self, coding: Option<CodingId>) {
        self.chosen = coding;
        self.described = None;
        self.picker = None;
        self.second = None;
        let range = coding.and_then(|coding| self.transcript.range_of(coding));
        if let (Some(range), Some(selection)) = (range, self.transcript.selection())
            && !find::covers(range, selection)
        {
            // Else what is selected elsewhere would let it go again at once.
            self.transcript.deselect();
        }
    }

    /// Sends off what is being typed in the inspector.
    fn write_drafts(&mut self, commands: &mut Commands) {
        self.reduction.write(commands);
        self.memo.write(commands);
    }

    fn open<'a>(&self, study: &'a Study) -> Option<&'a Source> {
        self.source.and_then(|id| study.source(id))
    }

    /// Keeps where one stands, before another text comes on show.
    fn keep_standing(&mut self) {
        if let Some((source, standing)) = self.shown.zip(self.transcript.standing()) {
            self.standings.insert(source, standing);
        }
    }

    /// Follows the project: the text that has arrived, codings that have come and gone, wishes.
    fn follow(&mut self, view: &View<'_>) {
        self.counts.refresh(view.study);
        if self.chosen.is_some_and(|chosen| view.study.coding(chosen).is_none()) {
            self.chosen = None;
        }
        if self.source.is_some_and(|source| view.study.source(source).is_none()) {
            self.source = None;
        }
        if let Some(spot) = &self.wish {
            let source = spot.source;
            self.open_source(source);
        }
        let Some(source) = self.open(view.study) else {
            self.keep_standing();
            self.transcript.close();
            self.held = None;
            return;
        };
        let voices = Voices::of(view.study, source.id);
        if !self.voices.is_same(&voices) {
            self.voices = voices;
            self.held = None;
        }
        if self.held != Some(source.revision) {
            let Some(text) = view.texts.get(source) else {
                // Never one source's words under another's name, where a selection would code the wrong text.
                self.keep_standing();
                self.transcript.close();
                self.held = None;
                return;
            };
            let turns = view.study.source_at(source.id).and_then(|at| view.study.turns.get(at as usize));
            let turns = speakers::shown(view.study, turns.cloned().unwrap_or_default());
            self.keep_standing();
            match self.standings.get(&source.id) {
                Some(standing) => self.transcript.open_again(text, turns, standing),
                None => self.transcript.open(text, turns),
            }
            self.transcript.set_moments(view.study.moments.get(&source.id).cloned().unwrap_or_default());
            if self.shown != Some(source.id) {
                self.transcript.focus();
            }
            self.shown = Some(source.id);
            self.held = Some(source.revision);
            self.marked = None;
            // What was found belongs to what was on show before.
            self.search.forget();
            self.search.from = self.transcript.caret();
        }
        let key = (view.study.project.id, view.study.project.revision, source.revision);
        if self.marked != Some(key) {
            self.filtered.take_in(view.study, source.id, view.coder);
            let filter = &self.filtered.filter;
            let (marks, inks, coders) = marks_of(view, source.id, |entry| filter.passes(view.study, entry, view.coder));
            self.transcript.set_marks(marks, inks, coders);
            self.transcript.set_notes(notes_of(view, source.id));
            self.marked = Some(key);
            self.patience = None;
        }
        self.choose_expected(view);
        if let Some(spot) = self.wish.take() {
            self.arrive(view.study, &spot);
        }
        if self.line_wish.is_some()
            && let Some(text) = view.texts.get(source)
        {
            self.arrive_at_line(&text);
        }
    }

    /// Chooses what has been wished for and is there by now.
    fn choose_expected(&mut self, view: &View<'_>) {
        if let Some(new) = &self.expected_new
            && let Some(code) = view.study.codes.iter().find(|code| code.parent == new.family && code.name == new.name)
        {
            self.expected = Some(Expected { source: new.source, range: new.range, code: code.id });
            self.last = Repeat { codes: vec![code.id], direction: None };
            self.expected_new = None;
        }
        if let Some(expected) = self.expected
            && let Some(coding) = coding_at(view, expected)
        {
            self.expected = None;
            self.chosen = Some(coding);
        }
    }

    /// Lets go of the chosen coding where words are selected that it does not cover: what is pressed next is meant for
    /// the selection.
    fn let_go(&mut self, study: &Study) {
        let Some(selection) = self.transcript.selection() else { return };
        let covers = |coding: CodingId| {
            let segment = study.coding(coding).and_then(|entry| study.segments.get(entry.segment as usize));
            segment.is_some_and(|entry| {
                Some(entry.segment.source) == self.source && find::covers(entry.segment.range, selection)
            })
        };
        if self.chosen.is_some_and(|chosen| !covers(chosen)) {
            self.chosen = None;
        }
    }

    fn arrive(&mut self, study: &Study, spot: &Spot) {
        let coding = spot.coding.and_then(|id| study.coding(id)).and_then(|entry| {
            study.segments.get(entry.segment as usize).map(|segment| (entry.coding.id, segment.segment.range))
        });
        match (coding, spot.range) {
            (Some((coding, range)), _) => {
                self.choose(Some(coding));
                self.transcript.deselect();
                self.transcript.reveal(range);
            }
            (None, Some(range)) => {
                let here = study.codings.iter().find(|entry| {
                    let segment = study.segments.get(entry.segment as usize);
                    segment.is_some_and(|entry| entry.segment.source == spot.source && entry.segment.range == range)
                });
                self.choose(here.map(|entry| entry.coding.id));
                if here.is_none() {
                    self.transcript.select(range);
                } else {
                    self.transcript.deselect();
                }
                self.transcript.reveal(range);
            }
            (None, None) => {}
        }
        self.transcript.focus();
    }

    fn middle_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(source) = self.open(view.study) else {
            if view.study.sources.is_empty() {
                let button = view.text("coding-empty-import");
                let pressed =
                    empty_place_ui(ui, icons::FILES, &view.text("coding-empty"), &[(Some(icons::FILE_PLUS), &button)]);
                if pressed.is_some() {
                    commands.run(Command::Import);
                }
            } else {
                empty_place_ui(ui, icons::BOOK_OPEN, &view.text("coding-no-source"), &[]);
            }
            return;
        };
        self.header_ui(ui, view, source, commands);
        header::locked_ui(ui, view, source);
        let under_header =
            ui.cursor().min + eframe::egui::vec2(if view.is_small { space::M } else { header::INSET }, space::XS);
        self.line_ui(ui, view, under_header);
        self.follow_search(ui.ctx(), view);
        self.search_ui(ui, view, commands);
        let step = if view.is_small { type_scale::READ_NARROW } else { type_scale::READ };
        let default = f32::from(super::settings::Settings::default().reading);
        let step = step.at(step.size + f32::from(view.settings.reading) - default);
        let name = view.say(&Message::new("coding-transcript").with("source", source.short.as_str()));
        let step = step.with_line((step.size * f32::from(view.settings.leading) / 100.0).round());
        let look = Look {
            catalog: view.catalog,
            step,
            characters: view.settings.width,
            is_small: view.is_small,
            chosen: self.chosen,
            is_offered: carry::is_code_carried(ui.ctx()) && !view.is_read_only,
            name: &name,
        };
        if self.picker.is_none() && self.line.is_none() && is_nothing_focused(ui) {
            // After Esc in the memo or a click on a button, the keys of the place go on working. An Esc that has just
            // left a field has done its work.
            if !self.search.is_open {
                ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            }
            self.transcript.focus();
        }
        self.end_second(ui);
        let before = self.transcript.selection();
        let heard = self.transcript.ui(ui, &look);
        self.anchor = heard.selection.or(heard.chosen);
        self.hear_drop(ui, view, &heard, commands);
        if let Some(words) = heard.copied {
            commands.send(super::commands::Request::Copy(words));
        }
        if heard.is_cited {
            self.copy_cited(view, commands);
        }
        if let Some(moved) = heard.moved {
            self.land(ui, view, moved, commands);
        }
        self.lose_patience(ui);
        let selected = self.transcript.selection().filter(|range| Some(*range) != before);
        let is_moving = heard.moved.is_some() || self.transcript.ends().is_some();
        let shown = self.chosen.and_then(|coding| self.transcript.range_of(coding));
        if selected.is_some_and(|range| shown != Some(range)) && !is_moving {
            // What was done last is what the inspector tells of.
            self.choose(None);
        }
        if let Some(range) = heard.noted {
            self.show_note(range);
        } else if let Some(coding) = heard.picked {
            self.choose(Some(coding));
        } else if heard.is_escaped && self.search.is_open {
            self.close_search();
        } else if heard.is_unpicked || heard.is_escaped {
            self.choose(None);
        }
        self.let_go(view.study);
        if heard.has_focus && self.picker.is_none() {
            self.hear_keys(ui, view, commands);
            self.hear_facts(ui, view, commands);
            self.hear_onward(ui, view, commands);
        }
    }

    /// Does what was asked for by name since the last frame.
    fn run_asked(&mut self, view: &View<'_>, commands: &mut Commands) {
        for command in std::mem::take(&mut self.asked) {
            match command {
                Command::Find => self.open_search(view),
                Command::FindNext => self.next_hit(view, commands, false),
                Command::FindPrevious => self.next_hit(view, commands, true),
                Command::GoToLine => self.open_line(),
                Command::FilterCodings => self.filtered.is_asked = true,
                _ => {}
            }
        }
    }

    fn left_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if view.is_small {
            self.tabs_ui(ui, view);
            match self.tab {
                Tab::Sources => self.sources_ui(ui, view, commands),
                Tab::Codes => self.codebook_ui(ui, view, commands),
            }
        } else {
            self.sources_ui(ui, view, commands);
            let theme = Theme::of(ui);
            let top = ui.cursor().top();
            hairline_h(ui.painter(), ui.max_rect().x_range(), top, theme.line);
            self.codebook_ui(ui, view, commands);
        }
    }
}

impl Place for CodingPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.follow(view);
        self.run_asked(view, commands);
        self.say_unseen(commands);
        ui.spacing_mut().item_spacing.y = 0.0;
        // Each project has widths of its own.
        let project = view.study.project.id;
        let left = Panel::left(("coding-left", project, view.is_small)).frame(panel_frame(ui.ctx()));
        let left = if view.is_small {
            left.exact_size(LEFT_SMALL).resizable(false)
        } else {
            left.default_size(view.panel(LEFT_NAME).unwrap_or(LEFT.0)).size_range(LEFT.1..=LEFT.2)
        };
        let shown = left.show(ui, |ui| self.left_ui(ui, view, commands));
        if !view.is_small {
            let name = view.text("coding-edge-left");
            edge_ui(ui, ("coding-left", project, view.is_small), &shown.response, true, LEFT.1..=LEFT.2, &name);
            self.panels.insert(LEFT_NAME, whole_points(shown.response.rect.width()));
        }
        if view.is_small {
            Panel::bottom("coding-bar").frame(panel_frame(ui.ctx())).exact_size(BAR).resizable(false).show(ui, |ui| {
                self.bar_ui(ui, view, commands);
            });
        } else if !self.is_inspector_hidden {
            let shown = Panel::right(("coding-right", project))
                .frame(panel_frame(ui.ctx()))
                .default_size(view.panel(RIGHT_NAME).unwrap_or(RIGHT.0))
                .size_range(RIGHT.1..=RIGHT.2)
                .show(ui, |ui| self.inspector_ui(ui, view, commands));
            let name = view.text("coding-edge-right");
            edge_ui(ui, ("coding-right", project), &shown.response, false, RIGHT.1..=RIGHT.2, &name);
            self.panels.insert(RIGHT_NAME, whole_points(shown.response.rect.width()));
        }
        let middle = page_frame(ui.ctx());
        eframe::egui::CentralPanel::default().frame(middle).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.middle_ui(ui, view, commands);
        });
        if view.is_small && self.is_detail_open {
            self.detail_ui(ui, view, commands);
        }
        self.picker_ui(ui, view, commands);
        self.second_ui(ui, view, commands);
        self.carried_ui(ui, view);
    }

    fn facts(&self, view: &View<'_>) -> String {
        self.facts_of(view)
    }

    fn show(&mut self, spot: &Spot) {
        self.wish = Some(spot.clone());
    }

    fn run(&mut self, command: Command) {
        self.asked.push(command);
    }

    fn in_sight(&self) -> Option<InSight> {
        self.source.map(InSight::Source)
    }

    fn panels(&self) -> Vec<(&'static str, u16)> {
        self.panels.iter().map(|(name, width)| (*name, *width)).collect()
    }

    fn leave(&mut self, commands: &mut Commands) {
        self.write_drafts(commands);
        if let Some(moved) = self.transcript.keep_ends() {
            commands
                .send(super::commands::Request::change(move |project| project.move_coding(moved.coding, moved.range)));
        }
    }
}

/// The coder's own coding under a code that stands on these words, or that covers them because it was joined with one
/// beside; else another coder's on exactly these words.
fn coding_at(view: &View<'_>, expected: Expected) -> Option<CodingId> {
    let here = view.study.codings.iter().filter(|entry| entry.coding.code == expected.code).filter_map(|entry| {
        let segment = &view.study.segments.get(entry.segment as usize)?.segment;
        let (is_own, is_exact) = (find::is_own(view.study, entry, view.coder), segment.range == expected.range);
        let is_here = segment.source == expected.source && find::covers(segment.range, expected.range);
        (is_here && (is_own || is_exact)).then_some((!is_own, !is_exact, entry.coding.id))
    });
    here.min().map(|(.., coding)| coding)
}

/// Whether the keyboard belongs to nobody: no field, no button, nothing lying over the window.
fn is_nothing_focused(ui: &Ui) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    is_free && !eframe::egui::Popup::is_any_open(ui.ctx())
}

/// Height of a header of this place.
const fn header_height(is_small: bool) -> f32 {
    if is_small { measure::HEADER_SMALL } else { measure::HEADER }
}
