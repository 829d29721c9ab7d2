//! The choices of a report as controls, and the buttons that write it.

use super::preview::Preview;
use super::wanted::{Wanted, What, typed_path};
use crate::analysis::{Axis, Naming, RowsKind};
use crate::app::commands::{Commands, Request, SaveAs};
use crate::app::icons;
use crate::app::theme::{Theme, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, choice_ui, field_ui, label_ui, segmented_ui};
use crate::domain::{Language, Message, Technique};
use crate::export::{FileFormat, Format, Grouping, PaperFormat};
use eframe::egui::{CornerRadius, Frame, Ui};
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

impl Target {
    /// Lets the ending of a typed path follow the kind of file, where it names the kind before.
    fn follow(&mut self, before: FileFormat, now: FileFormat) {
        if let Some(bare) = self.typed.strip_suffix(&format!(".{before}")) {
            let is_proposed = self.typed == self.proposed;
            self.typed = format!("{bare}.{now}");
            if is_proposed {
                self.proposed.clone_from(&self.typed);
            }
        }
    }
}

/// Draws the choices and the buttons.
pub fn options_ui(
    ui: &mut Ui,
    view: &View<'_>,
    wanted: &mut Wanted,
    target: &mut Target,
    preview: &Preview,
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let below = match wanted.what {
        What::Excerpts => {
            let codings = view.say(&Message::new("count-codings").with("n", preview.total));
            let segments = view.say(&Message::new("count-segments").with("n", preview.segments));
            view.say(&Message::new("report-codings").with("codings", codings).with("segments", segments))
        }
        What::Comparison => comparison_words(view, wanted),
        What::Transcript => view.text("report-transcript-note"),
        What::Codebook => view.text("report-codebook-note"),
    };
    let title = wanted.what.name();
    ui.spacing_mut().item_spacing.y = space::XXS;
    label_ui(ui, Words::of(&view.text(title), type_scale::HEADING, theme.text));
    label_ui(ui, Words::of(&below, type_scale::SMALL, theme.text2));
    match wanted.what {
        What::Excerpts => filters_ui(ui, view, wanted),
        What::Comparison => sides_ui(ui, view, wanted),
        What::Transcript => {
            let sources = view.study.sources.iter().map(|source| (source.id, source.name.clone()));
            choice_of_ui(ui, view, "report-source", "report-source-all", &mut wanted.source, sources);
        }
        What::Codebook => {}
    }
    named(ui, view, "report-format");
    let choices: Vec<(FileFormat, String)> =
        wanted.formats().iter().map(|format| (*format, view.text(&format!("report-format-{format}")))).collect();
    let before = wanted.format;
    if choice_ui(ui, &view.text("report-format"), &mut wanted.format, &choices) {
        target.follow(before, wanted.format);
    }
    let note = match (wanted.format, wanted.what) {
        (FileFormat::Table(Format::Csv), What::Comparison) => "report-csv-note-comparison",
        (FileFormat::Table(Format::Csv), _) => "report-csv-note",
        (FileFormat::Table(Format::Xlsx), _) => "report-xlsx-note",
        (FileFormat::Table(Format::Json), _) => "report-json-note",
        (FileFormat::Paper(PaperFormat::Docx), _) => "report-docx-note",
        (FileFormat::Paper(PaperFormat::Html), _) => "report-html-note",
        (FileFormat::Paper(PaperFormat::Md), _) => "report-md-note",
    };
    label_ui(ui, Words::of(&view.text(note), type_scale::SMALL, theme.text3));
    if wanted.format != FileFormat::Table(Format::Json) {
        named(ui, view, "report-language");
        let (id, en) = (view.text("report-language-id"), view.text("report-language-en"));
        let languages = [(Language::Indonesian, None, id.as_str()), (Language::English, None, en.as_str())];
        let chosen = wanted.language(view.study);
        if let Some(language) = segmented_ui(ui, &view.text("report-language"), chosen, &languages) {
            wanted.language = Some(language);
        }
    }
    if matches!(wanted.what, What::Excerpts | What::Transcript)
        && view.study.informants.iter().any(|informant| !informant.pseudonym.trim().is_empty())
    {
        ui.add_space(space::XS);
        let mut is_on = wanted.naming == Naming::Pseudonyms;
        checkbox_ui(ui, &mut is_on, &view.text("report-pseudonyms"));
        wanted.naming = if is_on { Naming::Pseudonyms } else { Naming::Codes };
    }
    warnings_ui(ui, view, wanted);
    ui.add_space(space::M);
    write_ui(ui, view, *wanted, target, preview, commands);
}

/// What the comparison sets against what: "Peran × Kelompok informan".
pub fn comparison_words(view: &View<'_>, wanted: &Wanted) -> String {
    let rows = view.text(&format!("compare-rows-{}", wanted.rows));
    let columns = view.text(&format!("compare-by-{}", wanted.by)).to_lowercase();
    view.say(&Message::new("report-comparison-what").with("rows", rows).with("columns", columns))
}

fn named(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(space::S);
    label_ui(ui, Words::of(&view.text(key), type_scale::SMALL, Theme::of(ui).text2));
}

/// What somebody should know before it is handed out.
fn warnings_ui(ui: &mut Ui, view: &View<'_>, wanted: &Wanted) {
    let study = view.study;
    if !matches!(wanted.what, What::Excerpts | What::Transcript) {
        return;
    }
    let children: Vec<&str> = (study.informants.iter())
        .filter(|informant| informant.lacks_guardian() && !informant.is_withdrawn())
        .map(|informant| informant.code.as_str())
        .collect();
    let mut said = Vec::new();
    if !children.is_empty() {
        said.push(Message::new("report-warn-guardian").with("names", children.join(", ")));
    }
    if !study.locked.codings.is_empty() {
        said.push(Message::new("paper-locked").with("n", study.locked.codings.len()));
    }
    if wanted.what == What::Excerpts {
        let filter = wanted.filter();
        let is_wanted = filter.matcher(study);
        let takes_one =
            |code: u32| study.codes.get(code as usize).is_some_and(|code| code.kind == crate::domain::CodeKind::Role);
        let unset = study.codings.iter().filter(|entry| entry.coding.direction.is_none() && takes_one(entry.code));
        let n = unset.filter(|entry| is_wanted(entry)).count();
        if n > 0 {
            said.push(Message::new("report-warn-direction").with("n", n));
        }
    }
    if said.is_empty() {
        return;
    }
    ui.add_space(space::S);
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.partial.fill).corner_radius(CornerRadius::same(radius::CARD));
    frame.inner_margin(space::S).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for message in &said {
            label_ui(ui, Words::of(&view.say(message), type_scale::SMALL, theme.partial.text));
        }
    });
}

fn filters_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    let study = view.study;
    if matches!(wanted.format, FileFormat::Paper(_)) {
        named(ui, view, "report-grouping");
        let words = Grouping::ALL.map(|by| view.text(&format!("report-grouping-{by}")));
        let choices: Vec<_> =
            Grouping::ALL.into_iter().zip(&words).map(|(by, words)| (by, None, words.as_str())).collect();
        if let Some(by) = segmented_ui(ui, &view.text("report-grouping"), wanted.grouping, &choices) {
            wanted.grouping = by;
        }
    }
    let codes = study.codes.iter().map(|code| (code.id, code.full_name()));
    choice_of_ui(ui, view, "report-code", "report-code-all", &mut wanted.code, codes);
    let groups = study.groups.iter().map(|group| (group.id, group.name.clone()));
    choice_of_ui(ui, view, "report-group", "report-group-all", &mut wanted.group, groups);
    let techniques = Technique::ALL.into_iter().map(|one| (one, view.text(&format!("technique-{one}"))));
    choice_of_ui(ui, view, "report-technique", "report-technique-all", &mut wanted.technique, techniques);
}

/// One of a list, or all of it.
fn choice_of_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    all: &str,
    chosen: &mut Option<T>,
    list: impl Iterator<Item = (T, String)>,
) {
    named(ui, view, name);
    let all = std::iter::once((None, view.text(all)));
    let choices: Vec<_> = all.chain(list.map(|(value, words)| (Some(value), words))).collect();
    choice_ui(ui, &view.text(name), chosen, &choices);
}

fn sides_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    named(ui, view, "compare-rows");
    let (roles, codes) = (view.text("compare-rows-roles"), view.text("compare-rows-codes"));
    let rows = [(RowsKind::Roles, None, roles.as_str()), (RowsKind::Codes, None, codes.as_str())];
    if let Some(rows) = segmented_ui(ui, &view.text("compare-rows"), wanted.rows, &rows) {
        wanted.rows = rows;
    }
    named(ui, view, "compare-by");
    let axes = [Axis::Group, Axis::Technique, Axis::Informant, Axis::Source];
    let choices = axes.map(|axis| (axis, view.text(&format!("compare-by-{axis}"))));
    choice_ui(ui, &view.text("compare-by"), &mut wanted.by, &choices);
}

fn write_ui(
    ui: &mut Ui,
    view: &View<'_>,
    wanted: Wanted,
    target: &mut Target,
    preview: &Preview,
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let hindrance = if preview.total == 0 {
        Some("report-nothing")
    } else if view.busy.is_some() {
        Some("report-waits")
    } else {
        None
    };
    let tip = hindrance.map(|key| view.text(key)).unwrap_or_default();
    let is_word = wanted.format == FileFormat::Paper(PaperFormat::Docx);
    let export = view.text(if is_word { "report-export-word" } else { "report-export" });
    let button = Button::primary(&export).icon(icons::EXPORT).large().enabled(hindrance.is_none()).tip(&tip);
    if button.ui(ui).clicked() {
        let name = format!("{}.{}", wanted.file_name(view.catalog), wanted.format);
        commands.send(Request::SaveAs(SaveAs::new(
            view.text("report-dialog"),
            name,
            wanted.format.key(),
            // The system's dialog has asked already whether the file may be replaced.
            move |path| wanted.request(path, true),
        )));
    }
    if preview.total == 0 {
        label_ui(ui, Words::of(&tip, type_scale::SMALL, theme.partial.text));
    }
    ui.add_space(space::XXS);
    let copy = view.text("report-copy");
    if wanted.what != What::Transcript
        && Button::outlined(&copy).icon(icons::COPY).enabled(preview.total > 0).ui(ui).clicked()
    {
        commands.send(wanted.copy());
    }
    ui.add_space(space::S);
    target.propose(view, &wanted);
    let field = field_ui(ui, &view.text("report-path"), &mut target.typed, "");
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    let path = typed_path(&target.typed, wanted.format);
    let tip = if path.is_none() { view.text("report-no-path") } else { tip };
    let write = view.text("report-write");
    let is_enabled = hindrance.is_none() && path.is_some();
    let is_pressed = Button::outlined(&write).enabled(is_enabled).tip(&tip).ui(ui).clicked();
    if let Some(path) = path.filter(|_| is_enabled && (is_pressed || is_entered)) {
        let may_replace = target.tried.as_ref() == Some(&path);
        target.tried = Some(path.clone());
        commands.send(wanted.request(path, may_replace));
    }
}
