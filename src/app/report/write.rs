//! The buttons that write the file: to Word, as another format, to the clipboard, or straight to a path.

use super::preview::Preview;
use super::wanted::{Wanted, What, typed_path};
use crate::app::commands::{Commands, Request, SaveAs};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, MenuEntry, Words, field_ui, label_ui, menu_at_ui};
use crate::domain::Message;
use crate::export::{FileFormat, PaperFormat, PictureFormat};
use eframe::egui::{Key, Ui, vec2};
use std::path::PathBuf;

/// Where the file goes, as typed.
#[derive(Default)]
pub struct Target {
    typed: String,
    /// The path that was proposed last; while it stands there, proposals follow the choices.
    proposed: String,
    /// The path that was tried last: trying it once more replaces what is there.
    tried: Option<PathBuf>,
}

impl Target {
    /// A path as if it had been typed.
    #[cfg(test)]
    pub fn of(typed: &str) -> Self {
        Self { typed: typed.to_owned(), ..Self::default() }
    }

    /// Proposes a place in the user's documents while nothing else has been typed.
    fn propose(&mut self, view: &View<'_>, wanted: &Wanted) {
        if self.typed != self.proposed {
            return;
        }
        let name = format!("{}.{}", wanted.file_name(view.catalog), wanted.format);
        let wanted_name = self.proposed.ends_with(&format!("{}{name}", std::path::MAIN_SEPARATOR));
        if wanted_name && !self.proposed.is_empty() {
            return;
        }
        let folders = directories::UserDirs::new();
        let folder = folders.as_ref().and_then(|folders| folders.document_dir().or(Some(folders.home_dir())));
        let path = folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name));
        self.proposed = path.display().to_string();
        self.typed.clone_from(&self.proposed);
    }
}

/// Draws the buttons and the field of the path.
pub(super) fn write_ui(
    ui: &mut Ui,
    view: &View<'_>,
    wanted: Wanted,
    target: &mut Target,
    preview: &Preview,
    commands: &mut Commands,
) {
    let hindrance = if preview.total == 0 {
        Some(if wanted.what == What::MemberCheck { "report-no-findings" } else { "report-nothing" })
    } else if view.busy.is_some() {
        Some("report-waits")
    } else {
        None
    };
    let tip = hindrance.map(|key| view.text(key)).unwrap_or_default();
    let is_enabled = hindrance.is_none();
    let is_chart = matches!(wanted.what, What::Chart(_));
    let (first, key, icon) = match is_chart {
        true => (FileFormat::Picture(PictureFormat::Png), "chart-save-png", icons::EXPORT),
        false => (FileFormat::Paper(PaperFormat::Docx), "report-export-word", icons::FILE_DOC),
    };
    let export = view.text(key);
    let button = Button::primary(&export).icon(icon).large().filling().enabled(is_enabled).tip(&tip);
    if button.ui(ui).clicked() {
        commands.send(save_as(view, wanted, first));
    }
    if preview.total == 0 {
        label_ui(ui, Words::of(&tip, type_scale::SMALL, Theme::of(ui).partial.text));
    }
    ui.add_space(space::XXS);
    if is_chart {
        let svg = view.text("chart-save-svg");
        if Button::outlined(&svg).icon(icons::EXPORT).filling().enabled(is_enabled).tip(&tip).ui(ui).clicked() {
            commands.send(save_as(view, wanted, FileFormat::Picture(PictureFormat::Svg)));
        }
        label_ui(ui, Words::of(&view.text("chart-picture-note"), type_scale::SMALL, Theme::of(ui).text3));
    } else {
        others_ui(ui, view, wanted, is_enabled, &tip, commands);
    }
    ui.add_space(space::M);
    path_ui(ui, view, wanted, target, hindrance.is_none(), tip, commands);
}

/// Copying, and the other formats in a menu, side by side.
fn others_ui(ui: &mut Ui, view: &View<'_>, wanted: Wanted, is_enabled: bool, tip: &str, commands: &mut Commands) {
    let (copy, other) = (view.text("report-copy"), view.text("report-other-format"));
    let can_copy = is_enabled && !matches!(wanted.what, What::Transcript | What::Audit);
    let half = ((ui.available_width() - space::XS) / 2.0).floor();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let copied = ui.allocate_ui(vec2(half, measure::BUTTON), |ui| {
            let why = if is_enabled { view.text("report-no-copy") } else { tip.to_owned() };
            Button::outlined(&copy)
                .icon(icons::COPY)
                .filling()
                .enabled(can_copy)
                .tip(if can_copy { "" } else { &why })
                .ui(ui)
        });
        if copied.inner.clicked() {
            commands.send(wanted.copy());
        }
        let formats: Vec<FileFormat> =
            wanted.formats().iter().copied().filter(|format| *format != FileFormat::Paper(PaperFormat::Docx)).collect();
        let entries: Vec<MenuEntry> =
            formats.iter().map(|format| MenuEntry::new(view.text(&format!("report-format-{format}")))).collect();
        let opened = ui.allocate_ui(vec2(half, measure::BUTTON), |ui| {
            let button = Button::outlined(&other).trailing(icons::CARET_DOWN).filling().enabled(is_enabled).tip(tip);
            menu_at_ui(button.ui(ui), &other, &entries)
        });
        if let Some(format) = opened.inner.and_then(|at| formats.get(at)) {
            commands.send(save_as(view, wanted, *format));
        }
    });
}

fn save_as(view: &View<'_>, wanted: Wanted, format: FileFormat) -> Request {
    let wanted = Wanted { format, ..wanted };
    let name = format!("{}.{format}", wanted.file_name(view.catalog));
    // The system's dialog has asked already whether the file may be replaced.
    Request::SaveAs(SaveAs::new(view.text("report-dialog"), name, format.key(), move |path| wanted.request(path, true)))
}

/// The road for when the system's dialog does not show: a path typed, whose ending says which format.
fn path_ui(
    ui: &mut Ui,
    view: &View<'_>,
    wanted: Wanted,
    target: &mut Target,
    is_ready: bool,
    tip: String,
    commands: &mut Commands,
) {
    target.propose(view, &wanted);
    let field = field_ui(ui, &view.text("report-path"), &mut target.typed, "");
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let endings: Vec<String> = wanted.formats().iter().map(|format| format!(".{format}")).collect();
    let note = view.say(&Message::new("report-endings").with("endings", endings.join(", ")));
    label_ui(ui, Words::of(&note, type_scale::SMALL, Theme::of(ui).text3));
    let path = typed_path(&target.typed, wanted.format);
    let tip = if path.is_none() { view.text("report-no-path") } else { tip };
    let write = view.text("report-write");
    let is_enabled = is_ready && path.is_some();
    let is_pressed = Button::outlined(&write).enabled(is_enabled).tip(&tip).ui(ui).clicked();
    if let Some(path) = path.filter(|_| is_enabled && (is_pressed || is_entered)) {
        let may_replace = target.tried.as_ref() == Some(&path);
        target.tried = Some(path.clone());
        commands.send(wanted.request(path, may_replace));
    }
}
