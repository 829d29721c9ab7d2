//! A codebook file comes in: which file, what it would change, and whether it is merged into the first codebook or
//! stands beside it as a second one.

use crate::app::commands::{Commands, OpenFile, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui};
use crate::domain::Message;
use crate::import::codebook::MOST_BYTES;
use crate::import::{CodebookError, ParsedCodebook};
use crate::project::{BookImport, BookPreview, codebook_in};
use eframe::egui::{Key, Ui};
use std::path::PathBuf;

/// Width of the pane.
const WIDTH: f32 = 560.0;

/// A file that has been read, and what it would do.
struct Read {
    parsed: ParsedCodebook,
    /// Nothing where it does not fit the codes that are there; it can still stand beside them.
    preview: Option<BookPreview>,
    /// What the second codebook would be called.
    name: String,
}

/// The pane.
pub(super) struct BookPane {
    path: String,
    read: Option<Read>,
    is_fresh: bool,
}

impl BookPane {
    pub(super) const fn new() -> Self {
        Self { path: String::new(), read: None, is_fresh: true }
    }

    fn file_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&view.text("codebook-import-about"), type_scale::SMALL, theme.text2));
        let field = field_ui(ui, &view.text("codebook-import-path"), &mut self.path, "");
        if std::mem::take(&mut self.is_fresh) {
            field.request_focus();
        }
        let wanted = self.path.trim().trim_matches('"').to_owned();
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !wanted.is_empty();
        let keys = ["codebook-import-read", "codebook-import-pick", "codebook-merge-cancel"];
        let [go, pick, cancel] = keys.map(|key| view.text(key));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&go).enabled(!wanted.is_empty()).ui(ui).clicked() || is_entered {
                commands.send(read(PathBuf::from(&wanted)));
            }
            if Button::outlined(&pick).ui(ui).clicked() {
                let title = view.text("codebook-import");
                commands.send(Request::OpenFile(OpenFile::new(title, &["json", "csv", "txt"], read)));
            }
            is_done = Button::quiet(&cancel).ui(ui).clicked();
        });
        is_done
    }

    fn read_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let Some(read) = &mut self.read else { return true };
        let sentence = match &read.preview {
            Some(preview) => Message::new("codebook-import-preview")
                .with("added", preview.added.len())
                .with("changed", preview.changed.len())
                .with("unchanged", preview.unchanged),
            None => Message::new("codebook-import-unfit").with("n", read.parsed.codes.len()),
        };
        label_ui(ui, Words::of(&view.say(&sentence), type_scale::STRONG, theme.text));
        label_ui(ui, Words::of(&view.text("codebook-import-how"), type_scale::SMALL, theme.text2));
        ui.add_space(space::XS);
        field_ui(ui, &view.text("codebook-import-name"), &mut read.name, "");
        let keys = ["codebook-import-merge", "codebook-import-beside", "codebook-merge-cancel"];
        let [merge, beside, cancel] = keys.map(|key| view.text(key));
        let is_changing = read
            .preview
            .as_ref()
            .is_some_and(|preview| !preview.added.is_empty() || !preview.changed.is_empty() || preview.pairs > 0);
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let button = Button::primary(&merge).enabled(is_changing && !view.is_read_only).ui(ui);
            if std::mem::take(&mut self.is_fresh) {
                button.request_focus();
            }
            if button.clicked() {
                let parsed = read.parsed.clone();
                commands.send(Request::change(move |project| {
                    project.import_codebook(&BookImport { parsed: &parsed, codebook: None })
                }));
                is_done = true;
            }
            let is_named = !read.name.trim().is_empty();
            if Button::outlined(&beside).enabled(is_named && !view.is_read_only).ui(ui).clicked() {
                let (parsed, name) = (read.parsed.clone(), read.name.clone());
                commands.send(Request::change(move |project| {
                    project.add_codebook(&name, &parsed.description, Some(&parsed))
                }));
                is_done = true;
            }
            is_done |= Button::quiet(&cancel).ui(ui).clicked();
        });
        is_done
    }
}

/// Reads a file behind the window and comes back with what it would do.
fn read(path: PathBuf) -> Request {
    Request::Ask(Box::new(move |project| {
        let refused = |error: std::io::Error| CodebookError::Unreadable(error.to_string());
        let size = std::fs::metadata(&path).map_err(refused)?.len();
        if size > MOST_BYTES as u64 {
            return Err(CodebookError::TooLarge.into());
        }
        let bytes = std::fs::read(&path).map_err(refused)?;
        let parsed = codebook_in(&bytes, project.study().project.language)?;
        let preview = project.codebook_import(&BookImport { parsed: &parsed, codebook: None }).ok();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = if parsed.name.is_empty() { stem } else { parsed.name.clone() };
        let read = Some(Read { parsed, preview, name });
        Ok(Some(Request::Lay(Box::new(BookPane { path: path.display().to_string(), read, is_fresh: true }))))
    }))
}

impl Pane for BookPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.text("codebook-import"));
        if self.read.is_some() { self.read_ui(ui, view, commands) } else { self.file_ui(ui, view, commands) }
    }
}
