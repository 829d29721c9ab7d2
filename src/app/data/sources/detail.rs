//! The panel at the right: the chosen source, or what several have in common, to be read and to be written.

use super::SourcesTab;
use super::act::{self, Act};
use super::editor::{Fact, NAMES, name_ui};
use super::table::bar_at;
use crate::analysis::Stand;
use crate::app::commands::{Commands, Request};
use crate::app::data::detail::{fact_ui, hint_ui, part_ui, two_ends_ui};
use crate::app::data::rows::{Rows, SourceRow};
use crate::app::icons;
use crate::app::theme::{CodeLook, Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, choice_ui, focus_ring, label_ui, menu_ui, rule_ui, swatch_at};
use crate::domain::{Message, Source, SourceId, Technique};
use crate::project::SourceFacts;
use eframe::egui::{Align, Color32, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Below this width of the panel codes stand below each other.
const TWO_COLUMNS: f32 = 300.0;
/// A code in the panel: its swatch, and the room that takes.
const SWATCH: f32 = 14.0;
const SWATCH_ROOM: f32 = 22.0;

impl SourcesTab {
    /// Draws the chosen sources, or says how to choose one.
    pub fn detail_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        let chosen = self.selection.ids(&self.listed.ids);
        if chosen.is_empty() {
            return hint_ui(ui, view, "data-choose-source");
        }
        let base = if let [one] = chosen.as_slice() { one.to_string() } else { String::new() };
        ScrollArea::vertical().id_salt(("source-detail", base)).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            match chosen.as_slice() {
                [one] => self.one_ui(ui, view, rows, *one, commands),
                several => self.several_ui(ui, view, rows, several, commands),
            }
        });
        if std::mem::take(&mut self.editor.is_left) {
            self.focuses_row = true;
        }
    }

    fn one_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, id: SourceId, commands: &mut Commands) {
        let found = view.study.source_at(id).map(|at| at as usize);
        let (Some(source), Some(row)) =
            (found.and_then(|at| view.study.sources.get(at)), found.and_then(|at| rows.sources.get(at)))
        else {
            return;
        };
        let theme = Theme::of(ui);
        part_ui(ui, |ui| {
            self.title_ui(ui, view, source.label(), &[id], commands);
            called_ui(ui, source.called());
            let withdrawn = view.study.withdrawn_in(id);
            if !withdrawn.is_empty() {
                let words = view.say(&Message::new("data-locked-who").with("who", withdrawn.join(", ")));
                label_ui(ui, Words::of(&words, type_scale::SMALL, theme.partial.text));
            }
            ui.add_space(space::S);
            ui.horizontal_wrapped(|ui| {
                if Button::primary(&view.text("data-open")).icon(icons::HIGHLIGHTER_CIRCLE).ui(ui).clicked() {
                    self.act(Act::Open, view, commands);
                }
                if Button::outlined(&view.text("data-rename")).enabled(!view.is_read_only).ui(ui).clicked() {
                    self.act(Act::Rename, view, commands);
                }
            });
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            self.editor.ui(ui, view, Fact::Name, commands);
            self.editor.ui(ui, view, Fact::Short, commands);
            self.editor.ui(ui, view, Fact::Description, commands);
            technique_ui(ui, view, &[id], commands);
            fact_ui(ui, &view.text("data-column-informants"), &people(view, row));
            self.editor.ui(ui, view, Fact::Date, commands);
            self.editor.ui(ui, view, Fact::Place, commands);
            self.editor.ui(ui, view, Fact::Setting, commands);
            fact_ui(ui, &view.text("data-turns"), &turns(view, row));
            let words = self.counts.of(source.revision).map_or_else(|| "…".to_owned(), |words| words.to_string());
            let size = Message::new("data-size").with("lines", source.lines).with("words", words);
            fact_ui(ui, &view.text("data-length"), &view.say(&size));
            if original_ui(ui, view, source) {
                self.act(Act::Original, view, commands);
            }
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            let segments = view.say(&Message::new("count-segments").with("n", row.segments));
            two_ends_ui(ui, &view.text("data-codes"), &segments);
            ui.add_space(space::XXS);
            codes_ui(ui, view, row);
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            label_ui(ui, Words::of(&view.text("data-column-progress"), type_scale::STRONG, theme.text));
            ui.add_space(space::XXS);
            progress_ui(ui, view, &row.stand);
            self.done_ui(ui, view, &[id], commands);
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            label_ui(ui, Words::of(&view.text("data-note"), type_scale::STRONG, theme.text));
            ui.add_space(space::XXS);
            self.editor.ui(ui, view, Fact::Note, commands);
        });
    }

    fn several_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, chosen: &[SourceId], commands: &mut Commands) {
        let theme = Theme::of(ui);
        let places: Vec<usize> =
            chosen.iter().filter_map(|id| view.study.source_at(*id)).map(|at| at as usize).collect();
        part_ui(ui, |ui| {
            let title = view.say(&Message::new("data-chosen").with("n", chosen.len()));
            self.title_ui(ui, view, &title, chosen, commands);
            let lines: u64 = places.iter().map(|at| u64::from(view.study.sources[*at].lines)).sum();
            let segments: u32 = places.iter().map(|at| rows.sources[*at].segments).sum();
            let sums = Message::new("data-chosen-sums").with("lines", lines.to_string()).with("segments", segments);
            label_ui(ui, Words::of(&view.say(&sums), type_scale::BODY, theme.text2));
        });
        rule_ui(ui);
        part_ui(ui, |ui| {
            technique_ui(ui, view, chosen, commands);
            for fact in [Fact::Date, Fact::Place, Fact::Setting] {
                self.editor.ui(ui, view, fact, commands);
            }
            ui.add_space(space::XS);
            label_ui(ui, Words::of(&view.text("data-several-hint"), type_scale::SMALL, theme.text3));
        });
        rule_ui(ui);
        part_ui(ui, |ui| self.done_ui(ui, view, chosen, commands));
    }

    /// The title with the menu at its right.
    fn title_ui(&mut self, ui: &mut Ui, view: &View<'_>, title: &str, chosen: &[SourceId], commands: &mut Commands) {
        let theme = Theme::of(ui);
        let (acts, entries) = act::menu(view, chosen);
        let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
        let mut picked = None;
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            picked = menu_ui(ui, &view.text("data-more"), &entries);
            let words = Words::of(title, type_scale::STRONG, theme.text);
            let galley = words.within(ui.painter(), ui.available_width(), 1);
            let room = vec2(ui.available_width(), galley.size().y);
            let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            ui.painter().galley(rect.min, galley, theme.text);
        });
        if let Some(act) = picked.and_then(|at| acts.get(at)) {
            self.act(*act, view, commands);
        }
    }

    fn done_ui(&mut self, ui: &mut Ui, view: &View<'_>, chosen: &[SourceId], commands: &mut Commands) {
        let mut is_done = chosen.iter().all(|id| act::is_done(view, *id));
        ui.add_enabled_ui(!view.is_read_only, |ui| {
            if checkbox_ui(ui, &mut is_done, &view.text("data-done-by-me")).changed() {
                self.act(Act::Done(is_done), view, commands);
            }
        });
    }
}

/// What the source is, in two rows at most: the whole of it stands among the facts.
fn called_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    let galley = Words::of(words, type_scale::BODY, theme.text2).within(ui.painter(), ui.available_width(), 2);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, theme.text2);
}

/// The technique, to be chosen; it is written at once.
fn technique_ui(ui: &mut Ui, view: &View<'_>, chosen: &[SourceId], commands: &mut Commands) {
    let theme = Theme::of(ui);
    let mut techniques: Vec<Technique> =
        chosen.iter().filter_map(|id| view.study.source(*id)).map(|source| source.technique).collect();
    techniques.dedup();
    let mut technique = if let [one] = techniques.as_slice() { Some(*one) } else { None };
    let mut choices: Vec<(Option<Technique>, String)> =
        Technique::ALL.map(|one| (Some(one), view.text(&format!("technique-{one}")))).into();
    if technique.is_none() {
        choices.insert(0, (None, view.text("data-mixed")));
    }
    let name = view.text("data-column-technique");
    let height = measure::BUTTON_SMALL + 2.0;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        name_ui(ui, &name, theme);
        // As quiet as the fields beside it until it is pointed at.
        let visuals = &mut ui.visuals_mut().widgets.inactive;
        visuals.bg_stroke = Stroke::NONE;
        visuals.weak_bg_fill = Color32::TRANSPARENT;
        ui.spacing_mut().button_padding.x = 6.0;
        ui.add_space(-6.0);
        ui.add_enabled_ui(!view.is_read_only, |ui| {
            if choice_ui(ui, &name, &mut technique, &choices) && technique.is_some() {
                let (sources, facts) = (chosen.to_vec(), SourceFacts { technique, ..SourceFacts::default() });
                commands.send(Request::change(move |project| project.describe_sources(&sources, &facts)));
            }
        });
    });
}

fn people(view: &View<'_>, row: &SourceRow) -> String {
    let people: Vec<String> = row
        .informants
        .iter()
        .filter_map(|at| view.study.informants.get(*at as usize))
        .map(|informant| match informant.description.as_str() {
            "" => informant.code.clone(),
            description => format!("{}, {description}", informant.code),
        })
        .collect();
    people.join("\n")
}

fn turns(view: &View<'_>, row: &SourceRow) -> String {
    let turns: Vec<String> = row
        .turns
        .iter()
        .map(|(label, count)| {
            let who = if label.is_empty() { view.text("data-researcher") } else { label.clone() };
            format!("{count} {who}")
        })
        .collect();
    turns.join(", ")
}

/// The original file, which opens; whether it was pressed.
fn original_ui(ui: &mut Ui, view: &View<'_>, source: &Source) -> bool {
    let theme = Theme::of(ui);
    let name = view.text("data-original");
    let width = ui.available_width() - NAMES;
    let words = Words::of(&source.original_name, type_scale::BODY, theme.accent_text);
    let galley = words.wrapped(ui.painter(), width);
    let height = galley.size().y;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height + 10.0), Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        name_ui(ui, &name, theme);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, height + 10.0), Sense::click());
        let whole = format!("{name}: {}", source.original_name);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &whole));
        let place = pos2(rect.left(), rect.top() + 5.0);
        ui.painter().galley(place, galley, theme.accent_text);
        focus_ring(ui, &response, rect.shrink2(vec2(-2.0, 3.0)), 3);
        response.on_hover_text(view.text("data-open-original")).clicked()
    })
    .inner
}

/// The families of codes, in two columns where there is room.
fn codes_ui(ui: &mut Ui, view: &View<'_>, row: &SourceRow) {
    let theme = Theme::of(ui);
    if row.families.is_empty() {
        label_ui(ui, Words::of(&view.text("data-no-codes"), type_scale::BODY, theme.text2));
        return;
    }
    let width = ui.available_width();
    let columns: u16 = if width >= TWO_COLUMNS { 2 } else { 1 };
    let cell = (width - f32::from(columns - 1) * space::M) / f32::from(columns);
    let families: Vec<(&str, CodeLook, u32)> = row
        .families
        .iter()
        .filter_map(|(family, count)| {
            let code = view.study.codes.get(*family as usize)?;
            Some((code.name.as_str(), theme.code(code.colour), *count))
        })
        .collect();
    for line in families.chunks(usize::from(columns)) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (name, look, count) in line {
                code_ui(ui, name, *look, *count, cell);
            }
        });
    }
}

fn code_ui(ui: &mut Ui, name: &str, look: CodeLook, count: u32, width: f32) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, measure::ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {count}")));
    let corner = pos2(rect.left(), rect.center().y - SWATCH / 2.0);
    swatch_at(ui.painter(), Rect::from_min_size(corner, Vec2::splat(SWATCH)), look, None, theme.text);
    let count = Words::of(&count.to_string(), type_scale::SMALL, theme.text3).row(ui.painter());
    let room = rect.width() - SWATCH_ROOM - count.size().x - space::XS;
    let words = Words::of(name, type_scale::BODY, theme.text).within(ui.painter(), room, 1);
    let is_cut = words.elided;
    let end = pos2(rect.right() - count.size().x, (rect.center().y - count.size().y / 2.0).round());
    let start = pos2(rect.left() + SWATCH_ROOM, (rect.center().y - words.size().y / 2.0).round());
    ui.painter().galley(start, words, theme.text);
    ui.painter().galley(end, count, theme.text3);
    if is_cut {
        response.on_hover_text(name);
    }
}

/// How far, in a bar and in words; of each coder where there are several.
fn progress_ui(ui: &mut Ui, view: &View<'_>, stand: &Stand) {
    let several = stand.by_coder.len() > 1;
    line_ui(ui, view, stand, "");
    for one in stand.by_coder.iter().filter(|_| several) {
        let name = view.study.coders.get(one.coder as usize).map_or("", |coder| coder.name.as_str());
        let own = Stand { stage: one.stage, coded: one.coded, by_coder: Vec::new() };
        line_ui(ui, view, &own, name);
    }
}

fn line_ui(ui: &mut Ui, view: &View<'_>, stand: &Stand, coder: &str) {
    let theme = Theme::of(ui);
    let stage = view.text(&format!("stage-{}", stand.stage.key()));
    let words = Message::new("data-progress").with("stage", stage).with("percent", stand.coded / 10);
    let mut words = view.say(&words);
    if !coder.is_empty() {
        words = format!("{coder}: {words}");
    }
    let bar = 62.0;
    let galley = Words::of(&words, type_scale::BODY, theme.text2);
    let galley = galley.within(ui.painter(), ui.available_width() - bar - space::XS, 2);
    let size = vec2(ui.available_width(), galley.size().y.max(measure::BUTTON_SMALL - 4.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let corner = pos2(rect.left(), (rect.center().y - 2.0).round());
    bar_at(ui.painter(), Rect::from_min_size(corner, vec2(bar, 4.0)), stand, theme);
    let place = pos2(rect.left() + bar + space::XS, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(place, galley, theme.text2);
}
