//! A stage for one place, in tests and where a frame is measured: a study, no rail, no thread, no disk.

use crate::analysis::Study;
#[cfg(test)]
use crate::analysis::sample;
use crate::app::backups::Backups;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::Drafts;
#[cfg(test)]
use crate::app::picture;
use crate::app::place::Place;
use crate::app::settings::Settings;
use crate::app::view::{Texts, View};
use crate::app::widgets::page_frame;
use crate::domain::{Language, Timestamp};
use crate::i18n::Catalog;
#[cfg(test)]
use eframe::egui;
use eframe::egui::{CentralPanel, Ui};
#[cfg(test)]
use egui_kittest::Harness;
use std::path::Path;
use std::sync::Arc;

/// The place on a stage of its own: no rail, no disk.
pub struct Stage<P> {
    /// The place.
    pub place: P,
    /// The project.
    pub study: Arc<Study>,
    /// The words.
    pub catalog: Catalog,
    texts: Texts,
    settings: Settings,
    /// Whether the window is small.
    pub is_small: bool,
    /// What the place has wished for.
    pub sent: Vec<Request>,
    drafts: Drafts,
    backups: Backups,
}

impl<P: Place + Default> Stage<P> {
    /// The place with a study.
    pub fn new(study: Study, language: Language) -> Self {
        Self {
            place: P::default(),
            study: Arc::new(study),
            catalog: Catalog::new(language),
            texts: Texts::default(),
            settings: Settings::default(),
            is_small: false,
            backups: Backups::default(),
            sent: Vec::new(),
            drafts: Drafts::new(None),
        }
    }

    /// What the place may see.
    pub fn view(&self) -> View<'_> {
        View {
            catalog: &self.catalog,
            study: &self.study,
            path: Path::new(""),
            texts: &self.texts,
            settings: &self.settings,
            coder: "Rahma A.",
            device: "meja",
            elsewhere: None,
            is_read_only: false,
            is_small: self.is_small,
            busy: None,
            undoable: None,
            redoable: None,
            history: &[],
            drafts: &self.drafts,
            backups: &self.backups,
        }
    }

    /// Draws the place over the room there is.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut commands = Commands::default();
        let mut place = std::mem::take(&mut self.place);
        CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| place.ui(ui, &self.view(), &mut commands));
        self.place = place;
        let sent = commands.take();
        for request in &sent {
            // What is typed is a draft by the next frame, as in the window.
            if let Request::Draft(field, words) = request {
                self.drafts.set(*field, words.clone(), Timestamp::from_millis(0));
            }
        }
        self.sent.extend(sent);
    }

    /// What the place says in the status line.
    pub fn facts(&self) -> String {
        self.place.facts(&self.view())
    }
}

#[cfg(test)]
/// A window that shows nothing but the place.
pub(in crate::app) fn harness<P: Place + Default + 'static>(
    stage: Stage<P>,
    size: [f32; 2],
    is_dark: bool,
) -> Harness<'static, Stage<P>> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(picture::dress)
        .build_ui_state(|ui, stage: &mut Stage<P>| stage.ui(ui), stage);
    harness.run_steps(3);
    harness
}

#[cfg(test)]
/// The sample study with the colours and keys of the built-in codebook.
pub(in crate::app) fn coloured() -> Study {
    const COLOURS: [(&str, &str); 9] = [
        ("EDU", "#0072B2"),
        ("MAN", "#E69F00"),
        ("ADM", "#7A7A7A"),
        ("SUP", "#D55E00"),
        ("LEA", "#009E73"),
        ("INO", "#56B4E9"),
        ("MOT", "#CC79A7"),
        ("KES", "#7F3C8D"),
        ("EVA", "#4D4D4D"),
    ];
    let mut study = sample::Builder::gold().build();
    for code in &mut study.codes {
        let family = COLOURS.iter().position(|(family, _)| code.short.starts_with(family)).expect("a family");
        code.colour = COLOURS[family].1.parse().expect("a colour");
        code.key = u8::try_from(family + 1).ok().filter(|key| code.parent.is_none() && *key <= 7);
    }
    study
}
