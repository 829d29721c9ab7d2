//! The place that answers: what do I have? Sources and informants as tables, the chosen one at the right.

mod detail;
mod people;
mod rows;
mod sources;
mod table;

use super::command::Command;
use super::commands::{Commands, PathFor, Request};
use super::icons;
use super::place::{Place, PlaceKind};
use super::theme::{Theme, measure, space, stroke, type_scale};
use super::view::View;
use super::widgets::{Button, Words, empty_place_ui, focus_ring, hairline_v, panel_frame, place_header_ui};
use crate::domain::Message;
use eframe::egui::{CentralPanel, Frame, Panel, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use people::AssignPane;
use people::PeopleTab;
pub(super) use people::{AddPane, GroupsPane, ask_exports};
use rows::Rows;
use sources::SourcesTab;
pub(super) use sources::{TypePane, date};

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Sources,
    Informants,
}

/// The state of the place.
#[derive(Default)]
pub struct DataPlace {
    tab: Tab,
    sources: SourcesTab,
    people: PeopleTab,
    rows: Rows,
}

impl Place for DataPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.rows.keep(view.study);
        self.sources.keep(ui, view, &self.rows, commands);
        self.people.keep(view, commands);
        self.header_ui(ui, view, commands);
        let is_bare = match self.tab {
            Tab::Sources => view.study.sources.is_empty(),
            Tab::Informants => view.study.informants.is_empty(),
        };
        if is_bare {
            self.empty_ui(ui, view, commands);
            return;
        }
        let width = if view.is_small { 280.0 } else { measure::DETAIL };
        let frame = panel_frame(ui.ctx());
        Panel::right("data-detail").exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(
            ui,
            |ui| {
                let rect = ui.max_rect();
                ui.expand_to_include_rect(rect);
                hairline_v(ui.painter(), rect.left() + 0.5, rect.y_range(), Theme::of(ui).line);
                match self.tab {
                    Tab::Sources => self.sources.detail_ui(ui, view, &self.rows, commands),
                    Tab::Informants => self.people.detail_ui(ui, view, &self.rows, commands),
                }
            },
        );
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| match self.tab {
            Tab::Sources => self.sources.ui(ui, view, &self.rows, commands),
            Tab::Informants => self.people.ui(ui, view, &self.rows, commands),
        });
    }

    fn facts(&self, view: &View<'_>) -> String {
        let study = view.study;
        let message = match self.tab {
            Tab::Sources => self.sources.facts(view),
            Tab::Informants => {
                let mut groups: Vec<u32> = study.informant_groups.iter().flatten().copied().collect();
                groups.sort_unstable();
                groups.dedup();
                Message::new("data-facts-informants").with("n", study.informants.len()).with("groups", groups.len())
            }
        };
        view.say(&message)
    }

    fn leave(&mut self, commands: &mut Commands) {
        self.sources.leave(commands);
        self.people.leave(None, commands);
    }
}

impl DataPlace {
    fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let import = view.text("data-import");
        let can_import = Command::Import.is_enabled(Some(view));
        let (tab, sources, people) = (&mut self.tab, &mut self.sources, &mut self.people);
        let shown = *tab;
        let mut goes_to_codebook = false;
        let is_bare = match shown {
            Tab::Sources => view.study.sources.is_empty(),
            Tab::Informants => view.study.informants.is_empty(),
        };
        place_header_ui(
            ui,
            view.is_small,
            &view.text("place-data"),
            |ui| {
                let tabs = [
                    (Tab::Sources, "data-tab-sources", view.study.sources.len()),
                    (Tab::Informants, "data-tab-informants", view.study.informants.len()),
                ];
                for (kind, key, count) in tabs {
                    if tab_ui(ui, &view.text(key), count, shown == kind) {
                        *tab = kind;
                    }
                }
                // A place of its own: its form needs the whole width.
                goes_to_codebook = tab_ui(ui, &view.text("place-codebook"), view.study.codes.len(), false);
            },
            |ui| {
                // An empty place asks for files itself, and one view has one primary button.
                if is_bare {
                    return;
                }
                if shown == Tab::Informants {
                    return people.header_ui(ui, view, commands);
                }
                let button = Button::primary(&import).icon(icons::DOWNLOAD_SIMPLE).enabled(can_import);
                if button.ui(ui).clicked() {
                    commands.run(Command::Import);
                }
                if shown == Tab::Sources {
                    sources.header_ui(ui, view, commands);
                }
            },
        );
        if goes_to_codebook {
            commands.run(Command::Go(PlaceKind::Codebook));
        }
    }

    fn empty_ui(&self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        match self.tab {
            Tab::Sources => {
                let [import, write, path] = ["data-import", "data-type", "data-path"].map(|key| view.text(key));
                let buttons = [
                    (Some(icons::DOWNLOAD_SIMPLE), import.as_str()),
                    (Some(icons::NOTE_PENCIL), write.as_str()),
                    (None, path.as_str()),
                ];
                match empty_place_ui(ui, icons::FILES, &view.text("data-empty"), &buttons) {
                    Some(0) => commands.run(Command::Import),
                    Some(1) => commands.run(Command::TypeSource),
                    Some(_) => commands.send(Request::AskPath(PathFor::Import)),
                    None => {}
                }
            }
            Tab::Informants => {
                PeopleTab::empty_ui(ui, view, commands);
            }
        }
    }
}

/// A tab of the header: its name, a count, and a bar under the chosen one. Whether it was pressed.
fn tab_ui(ui: &mut Ui, name: &str, count: usize, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let step = if is_chosen { type_scale::STRONG } else { type_scale::BODY };
    let ink = if is_chosen { theme.text } else { theme.text2 };
    let galley =
        Words::of(name, step, ink).then("  ", step, ink).then(&count.to_string(), type_scale::BODY, theme.text2);
    let galley = galley.row(ui.painter());
    let height = ui.max_rect().height();
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * space::S, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, name));
    let painter = ui.painter();
    if response.hovered() && !is_chosen {
        let strip = eframe::egui::Rect::from_min_max(pos2(rect.left(), rect.bottom() - stroke::FOCUS), rect.max);
        painter.rect_filled(strip, eframe::egui::CornerRadius::ZERO, theme.press);
    }
    if is_chosen {
        let strip = eframe::egui::Rect::from_min_max(pos2(rect.left(), rect.bottom() - stroke::FOCUS), rect.max);
        painter.rect_filled(strip, eframe::egui::CornerRadius::ZERO, theme.accent);
    }
    painter.galley(pos2(rect.left() + space::S, (rect.center().y - galley.size().y / 2.0).round()), galley, ink);
    focus_ring(ui, &response, rect.shrink(6.0), 4);
    response.clicked()
}
