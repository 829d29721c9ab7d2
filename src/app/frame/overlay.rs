//! What lies over the window for a moment: the palette, the list of keys, details, and two small forms.
//! Esc and a click beside it put it away.

use crate::app::commands::{Codebook, PathFor, Request};
use crate::app::dialog::EXTENSION;
use crate::app::frame::{Palette, Pane, PaneView};
use crate::app::session::Link;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::widgets::{Button, Words, field_ui, label_ui, rule_ui, segmented_ui};
use crate::app::{App, plain};
use crate::domain::Language;
use crate::i18n::Catalog;
use eframe::egui::{Align, Context, CornerRadius, Frame, Id, Key, Layout, Modal, ScrollArea, Stroke, Ui, Vec2, vec2};
use std::path::PathBuf;

/// What lies over the window.
pub(in crate::app) enum Overlay {
    /// Find any command.
    Palette(Palette),
    /// The list of keys.
    Keys,
    /// Sentences to be read at leisure and copied.
    Details(Vec<String>),
    /// The form of a new project.
    NewProject(NewProject),
    /// A path to be typed.
    Path(PathFor, String),
    /// A form of its own.
    Pane(Box<dyn Pane>),
}

/// The form of a new project.
pub(in crate::app) struct NewProject {
    title: String,
    folder: String,
    codebook: Codebook,
    language: Language,
    /// Whether the first field has yet to take the focus.
    is_new: bool,
    /// Whether the wish is on its way; the form stays until the project is open, so that a refusal costs no words.
    pub(in crate::app) is_sent: bool,
}

impl Overlay {
    /// The palette, empty.
    pub fn palette(language: Language) -> Self {
        Self::Palette(Palette::new(language))
    }

    /// The form of a new project, with the user's documents as its folder.
    pub fn new_project(language: Language) -> Self {
        let folder = directories::UserDirs::new()
            .map(|folders| folders.document_dir().unwrap_or(folders.home_dir()).to_owned())
            .unwrap_or_default();
        Self::NewProject(NewProject {
            title: String::new(),
            folder: folder.display().to_string(),
            codebook: Codebook::Emaslim,
            language,
            is_new: true,
            is_sent: false,
        })
    }
}

impl App {
    /// Draws what lies over the window, if anything.
    pub(in crate::app) fn overlay_ui(&mut self, ctx: &Context) {
        let Some(mut overlay) = self.overlay.take() else { return };
        let theme = Theme::get(ctx.global_style().visuals.dark_mode);
        let frame = Frame::new()
            .fill(theme.raised)
            .stroke(Stroke::new(stroke::HAIR, theme.line2))
            .corner_radius(CornerRadius::same(radius::POPUP))
            .shadow(ctx.global_style().visuals.popup_shadow)
            .inner_margin(space::M);
        let shown = Modal::new(Id::unique("overlay")).frame(frame).backdrop_color(theme.shadow).show(ctx, |ui| {
            match &mut overlay {
                Overlay::Palette(palette) => self.palette_ui(ui, palette),
                Overlay::Keys => self.keys_ui(ui),
                Overlay::Details(sentences) => self.details_ui(ui, sentences),
                Overlay::NewProject(form) => self.new_project_ui(ui, form),
                Overlay::Path(purpose, path) => self.path_ui(ui, *purpose, path),
                Overlay::Pane(pane) => self.pane_ui(ui, pane.as_mut()),
            }
        });
        // It is placed by its size in the frame before: another size is drawn once more before anybody sees it half
        // outside the window.
        let size = shown.response.rect.size();
        let before = ctx.data_mut(|data| {
            let kept = data.get_temp_mut_or(Id::unique("overlay-size"), Vec2::ZERO);
            std::mem::replace(kept, size)
        });
        if size != before {
            ctx.request_discard("what lies over the window has another size");
            ctx.request_repaint();
        }
        // A wish of the overlay itself may have put another one in its place.
        if !shown.inner && !shown.should_close() && self.overlay.is_none() {
            self.overlay = Some(overlay);
        }
    }

    fn pane_ui(&mut self, ui: &mut Ui, pane: &mut dyn Pane) -> bool {
        let now = &self.now;
        let view = PaneView {
            catalog: &now.catalog,
            settings: &now.settings,
            project: self.session.as_ref().map(|session| session.facts.view(now)),
            fault: now.fault.as_ref(),
            busy: now.busy.as_ref().map(|(busy, _)| busy),
            notices: &now.notices,
        };
        pane.ui(ui, &view, &mut self.commands)
    }

    /// What stands behind the sentence of the status line.
    pub(in crate::app) fn show_details(&mut self) {
        let catalog = &self.now.catalog;
        let sentences = match (&self.now.fault, &self.now.said) {
            (Some(fault), _) => [catalog.say(&fault.sentence)].into_iter().chain(fault.detail.clone()).collect(),
            (None, Some(said)) => {
                let mut sentences = vec![catalog.say(&said.sentence)];
                if let Some(Link::Details(details)) = &said.link {
                    sentences.extend(details.iter().map(|detail| catalog.say(detail)));
                }
                sentences
            }
            (None, None) => return,
        };
        self.overlay = Some(Overlay::Details(sentences));
    }

    fn details_ui(&mut self, ui: &mut Ui, sentences: &[String]) -> bool {
        pane_width_ui(ui, 560.0);
        let theme = Theme::of(ui);
        heading_ui(ui, &self.now.catalog.text("status-details"));
        let height = ui.ctx().content_rect().height() * 0.6;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            for (at, sentence) in sentences.iter().enumerate() {
                let colour = if at == 0 { theme.text } else { theme.text2 };
                label_ui(ui, Words::of(sentence, type_scale::BODY, colour));
            }
        });
        let (copy, close) = (self.now.catalog.text("details-copy"), self.now.catalog.text("overlay-close"));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::primary(&close).ui(ui).clicked();
            if Button::outlined(&copy).ui(ui).clicked() {
                ui.ctx().copy_text(sentences.join("\n"));
            }
        });
        is_done
    }

    fn new_project_ui(&mut self, ui: &mut Ui, form: &mut NewProject) -> bool {
        pane_width_ui(ui, 440.0);
        let catalog = &self.now.catalog;
        heading_ui(ui, &catalog.text("new-title"));
        let title = field_ui(ui, &catalog.text("new-name"), &mut form.title, &catalog.text("new-name-hint"));
        if std::mem::take(&mut form.is_new) {
            title.request_focus();
        }
        field_ui(ui, &catalog.text("new-folder"), &mut form.folder, "");
        let theme = Theme::of(ui);
        let name = catalog.text("new-codebook");
        label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
        let (full, empty) = (catalog.text("new-codebook-emaslim"), catalog.text("new-codebook-empty"));
        let choices = [(0, None, full.as_str()), (1, None, empty.as_str())];
        match segmented_ui(ui, &name, usize::from(form.codebook == Codebook::Empty), &choices) {
            Some(0) => form.codebook = Codebook::Emaslim,
            Some(_) => form.codebook = Codebook::Empty,
            None => {}
        }
        let name = catalog.text("new-language");
        label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
        if let Some(language) = language_ui(ui, catalog, &name, form.language) {
            form.language = language;
        }
        let path = PathBuf::from(form.folder.trim()).join(file_name(&form.title)).with_added_extension(EXTENSION);
        let is_ready = !form.is_sent && !form.title.trim().is_empty() && !form.folder.trim().is_empty();
        if is_ready {
            let place = plain("new-place").with("path", path.display().to_string());
            label_ui(ui, Words::of(&catalog.say(&place), type_scale::SMALL, theme.text3));
        }
        if let Some(fault) = &self.now.fault {
            label_ui(ui, Words::of(&catalog.say(&fault.sentence), type_scale::SMALL, theme.dissonance.text));
        }
        let (create, cancel) = (catalog.text("new-create"), catalog.text("status-cancel"));
        let why = if is_ready { String::new() } else { catalog.text("new-why-not") };
        let mut is_done = false;
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter)) && is_ready;
        foot_ui(ui, |ui| {
            if Button::primary(&create).enabled(is_ready).tip(&why).ui(ui).clicked() || is_entered {
                self.commands.send(Request::NewProject {
                    path: path.clone(),
                    title: form.title.trim().to_owned(),
                    codebook: form.codebook.clone(),
                    language: form.language,
                });
                form.is_sent = true;
            }
            is_done |= Button::outlined(&cancel).ui(ui).clicked();
        });
        is_done
    }

    fn path_ui(&mut self, ui: &mut Ui, purpose: PathFor, path: &mut String) -> bool {
        pane_width_ui(ui, 560.0);
        let catalog = &self.now.catalog;
        let key = match purpose {
            PathFor::Import => "path-import",
            PathFor::Open => "path-open",
        };
        heading_ui(ui, &catalog.text(key));
        let field = field_ui(ui, &catalog.text(&format!("{key}.label")), path, "");
        if path.is_empty() {
            field.request_focus();
        }
        let (go, cancel) = (catalog.text(&format!("{key}.go")), catalog.text("status-cancel"));
        let wanted = path.trim().trim_matches('"').to_owned();
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter)) && !wanted.is_empty();
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let is_pressed = Button::primary(&go).enabled(!wanted.is_empty()).ui(ui).clicked();
            if is_pressed || is_entered {
                let path = PathBuf::from(&wanted);
                self.commands.send(match purpose {
                    PathFor::Import => Request::Import(vec![path]),
                    PathFor::Open => Request::OpenProject(path),
                });
                is_done = true;
            }
            is_done |= Button::outlined(&cancel).ui(ui).clicked();
        });
        is_done
    }

    pub(super) fn close_ui(&self, ui: &mut Ui) -> bool {
        let mut is_done = false;
        foot_ui(ui, |ui| is_done = Button::primary(&self.now.catalog.text("overlay-close")).ui(ui).clicked());
        is_done
    }
}

/// The two languages, each by its own name.
pub(in crate::app) fn language_ui(ui: &mut Ui, catalog: &Catalog, name: &str, chosen: Language) -> Option<Language> {
    let names = Language::ALL.map(|language| catalog.text(&format!("language-{}", language.key())));
    let choices: Vec<_> =
        Language::ALL.into_iter().zip(&names).map(|(language, name)| (language, None, name.as_str())).collect();
    segmented_ui(ui, name, chosen, &choices)
}

/// Makes a form so wide, or as wide as a small or much enlarged window has room for.
pub(in crate::app) fn pane_width_ui(ui: &mut Ui, wide: f32) -> f32 {
    let width = wide.min(ui.ctx().content_rect().width() - 2.0 * space::XXL);
    ui.set_width(width);
    width
}

pub(in crate::app) fn heading_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    label_ui(ui, Words::of(words, type_scale::HEADING, theme.text));
    ui.add_space(space::XXS);
}

pub(in crate::app) fn foot_ui(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    ui.add_space(space::XXS);
    rule_ui(ui);
    ui.add_space(space::XXS);
    let size = vec2(ui.available_width(), measure::BUTTON);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), buttons);
}

/// A title as a file name that every system takes.
fn file_name(title: &str) -> String {
    let clean: String = title
        .trim()
        .chars()
        .map(|letter| if letter.is_control() || r#"<>:"/\|?*"#.contains(letter) { '-' } else { letter })
        .collect();
    let clean = shortened(&clean, 80).trim_matches(['.', ' ']).to_owned();
    let stem = clean.split('.').next().unwrap_or_default().to_uppercase();
    let is_reserved = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT"));
    if is_reserved { format!("{clean}-") } else { clean }
}

/// The first letters of a name, ended after a whole word where one ends late enough.
fn shortened(name: &str, most: usize) -> &str {
    let Some((end, _)) = name.char_indices().nth(most) else { return name };
    let head = &name[..end];
    match head.rfind(' ') {
        Some(at) if !name[end..].starts_with(' ') && head[..at].chars().count() > most / 2 => &head[..at],
        _ => head,
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_windows_takes() {
        assert_eq!(file_name("Supervisi: kelas VIII/IX?"), "Supervisi- kelas VIII-IX-");
        assert_eq!(file_name(" Studi 1. "), "Studi 1");
        let long = "Supervisi dan kesenjangan prestasi belajar di SMP Negeri 31 Banjarmasin tahun ajaran 2025";
        let short = "Supervisi dan kesenjangan prestasi belajar di SMP Negeri 31 Banjarmasin tahun";
        assert_eq!(file_name(long), short);
        assert_eq!(file_name(&"ا".repeat(100)), "ا".repeat(80));
        assert_eq!(file_name("con"), "con-");
        assert_eq!(file_name("Com1"), "Com1-");
        assert_eq!(file_name("الإشراف 🙏"), "الإشراف 🙏");
    }
}
