//! The form of a rescue: which file, into which new one; then what was saved and what was not. The work itself runs
//! on a thread of its own and ends by itself, also where the form is put away meanwhile.

use crate::app::commands::{Commands, Request};
use crate::app::dialog::EXTENSION;
use crate::app::fault::Fault;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::widgets::{Button, Words, field_ui, label_ui};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::project::{RescueReport, Who, rescue};
use eframe::egui::{Key, ScrollArea, Ui};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;
use std::time::Duration;

/// Width of the form, in points.
const WIDTH: f32 = 600.0;
/// How often the form looks whether the work is done.
const LOOK: Duration = Duration::from_millis(100);

type Outcome = Result<RescueReport, Fault>;

enum Stage {
    /// The name of the new file is being chosen.
    Asking,
    /// The work goes on.
    Working(Receiver<Outcome>),
    /// It is done, or could not be.
    Done(Outcome),
}

/// The form.
pub(super) struct RescuePane {
    damaged: PathBuf,
    new: String,
    coder: String,
    stage: Stage,
    /// Whether the field has yet to take the focus.
    is_new: bool,
}

impl RescuePane {
    /// The form for a damaged file; the new one is proposed beside it.
    pub fn new(damaged: PathBuf, catalog: &Catalog, coder: &str) -> Self {
        let new = proposed(&damaged, catalog).display().to_string();
        Self { damaged, new, coder: coder.to_owned(), stage: Stage::Asking, is_new: true }
    }

    fn start(&mut self, catalog: &Catalog) {
        let (sender, receiver) = channel();
        let (damaged, new) = (self.damaged.clone(), self.path());
        let (language, who) = (catalog.language(), Who::here(Some(&self.coder), catalog));
        let started = Builder::new().name("emaslim-rescue".to_owned()).spawn(move || {
            let outcome = rescue(&damaged, &new, language, &who).map_err(|error| Fault::of(&error));
            // A form that was put away needs no report; the new file lies there.
            let _unheard = sender.send(outcome);
        });
        self.stage = match started {
            Ok(_) => Stage::Working(receiver),
            Err(error) => Stage::Done(Err(no_thread(&error.to_string()))),
        };
    }

    fn path(&self) -> PathBuf {
        PathBuf::from(self.new.trim().trim_matches('"'))
    }

    fn asking_ui(&mut self, ui: &mut Ui, catalog: &Catalog) -> bool {
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&catalog.text("rescue-about"), type_scale::BODY, theme.text2));
        ui.add_space(space::XS);
        label_ui(ui, Words::of(&catalog.text("rescue-damaged"), type_scale::SMALL, theme.text2));
        label_ui(ui, Words::of(&self.damaged.display().to_string(), type_scale::BODY, theme.text));
        ui.add_space(space::XS);
        let field = field_ui(ui, &catalog.text("rescue-new"), &mut self.new, "");
        if std::mem::take(&mut self.is_new) {
            field.request_focus();
        }
        let is_ready = !self.new.trim().is_empty();
        let is_entered = is_ready && ui.input(|input| input.key_pressed(Key::Enter));
        let (mut is_started, mut is_done) = (is_entered, false);
        foot_ui(ui, |ui| {
            is_started |= Button::primary(&catalog.text("rescue-start")).enabled(is_ready).ui(ui).clicked();
            is_done = Button::outlined(&catalog.text("status-cancel")).ui(ui).clicked();
        });
        if is_started {
            self.start(catalog);
        }
        is_done
    }

    fn report_ui(&self, ui: &mut Ui, catalog: &Catalog, report: &RescueReport, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let sentence = catalog.say(&self.sentence(report));
        label_ui(ui, Words::of(&sentence, type_scale::BODY, theme.text));
        ui.add_space(space::XS);
        let height = ui.ctx().content_rect().height() * 0.5;
        let mut lines = vec![sentence];
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            // What is lost first: it is what the user has to act on.
            let lists = [("rescue-heading-lost", &report.lost), ("rescue-heading-saved", &report.saved)];
            for (heading, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
                let heading = catalog.text(heading);
                label_ui(ui, Words::of(&heading, type_scale::STRONG, theme.text));
                lines.push(heading);
                for message in list {
                    let words = catalog.say(message);
                    label_ui(ui, Words::of(&words, type_scale::BODY, theme.text2));
                    lines.push(words);
                }
                ui.add_space(space::XS);
            }
        });
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&catalog.text("rescue-open")).ui(ui).clicked() {
                commands.send(Request::OpenProject(self.path()));
                is_done = true;
            }
            if Button::outlined(&catalog.text("rescue-copy")).ui(ui).clicked() {
                ui.ctx().copy_text(lines.join("\n"));
            }
            is_done |= Button::outlined(&catalog.text("overlay-close")).ui(ui).clicked();
        });
        is_done
    }

    fn sentence(&self, report: &RescueReport) -> Message {
        let key = if report.is_whole { "rescue-all" } else { "rescue-some" };
        let damaged = self.damaged.display().to_string();
        Message::new(key).with("damaged", damaged).with("new", self.path().display().to_string())
    }
}

impl Pane for RescuePane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        pane_width_ui(ui, WIDTH);
        let catalog = view.catalog;
        heading_ui(ui, &catalog.text("rescue-title"));
        if let Stage::Working(work) = &self.stage {
            match work.try_recv() {
                Ok(outcome) => self.stage = Stage::Done(outcome),
                Err(TryRecvError::Empty) => ui.ctx().request_repaint_after(LOOK),
                // The thread has ended in a fault of the program, which is reported elsewhere.
                Err(TryRecvError::Disconnected) => self.stage = Stage::Done(Err(no_thread("rescue"))),
            }
        }
        match &self.stage {
            Stage::Asking => self.asking_ui(ui, catalog),
            Stage::Working(_) => {
                let theme = Theme::of(ui);
                label_ui(ui, Words::of(&catalog.text("rescue-busy"), type_scale::BODY, theme.text2));
                false
            }
            Stage::Done(Ok(report)) => self.report_ui(ui, catalog, report, commands),
            Stage::Done(Err(fault)) => {
                let theme = Theme::of(ui);
                label_ui(ui, Words::of(&catalog.say(&fault.sentence), type_scale::BODY, theme.dissonance.text));
                let (mut is_back, mut is_done) = (false, false);
                foot_ui(ui, |ui| {
                    is_done = Button::primary(&catalog.text("overlay-close")).ui(ui).clicked();
                    is_back = Button::outlined(&catalog.text("rescue-retry")).ui(ui).clicked();
                });
                if is_back {
                    self.stage = Stage::Asking;
                }
                is_done
            }
        }
    }
}

fn no_thread(detail: &str) -> Fault {
    Fault { sentence: Message::new("error-no-thread"), detail: Some(detail.to_owned()) }
}

/// A name beside the damaged file that no file has yet.
fn proposed(damaged: &Path, catalog: &Catalog) -> PathBuf {
    let stem = damaged.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = catalog.say(&Message::new("rescue-file").with("name", stem));
    let beside = |name: &str| damaged.with_file_name(name).with_added_extension(EXTENSION);
    let numbered = (2..100).map(|number| beside(&format!("{name} {number}")));
    std::iter::once(beside(&name)).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| beside(&name))
}
