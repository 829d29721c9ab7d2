//! What the window does with wishes: those of places, of keys, of dropped files.

use super::clipboard;
use super::command::Command;
use super::commands::{Commands, Request, SaveAs};
use super::data::{AddPane, GroupsPane, TypePane, ask_exports};
use super::desk::Order;
use super::dialog::{EXTENSION, Titles};
use super::drafts::DraftsPane;
use super::fault::Fault;
use super::first_steps::FirstStep;
use super::frame::Overlay;
use super::help::HelpPane;
use super::import_sheet::ImportSheet;
use super::openers::{Copies, Elsewhere};
use super::place::{InSight, PlaceKind};
use super::report::IdentityForm;
use super::session::{Link, Session};
use super::settings::{Settings, ThemeChoice, ZOOM};
use super::view::Busy;
use super::{App, clock, plain};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::project::{Access, ImportFile, Who};
use crate::task::Watch;
use crate::trace;
use eframe::egui::Context;
use std::path::PathBuf;

impl App {
    /// Carries one wish out.
    pub(super) fn carry_out(&mut self, ctx: &Context, request: Request) {
        if !matches!(request, Request::Draft(..)) {
            trace::did((&request).into());
        }
        match request {
            Request::Run(command) => self.run_command(ctx, command),
            Request::Go(place) => self.go(ctx, place),
            Request::Show(spot) => {
                self.go(ctx, PlaceKind::Coding);
                if let Some(session) = &mut self.session {
                    session.places.get(PlaceKind::Coding).show(&spot);
                }
            }
            Request::EditCode(code) => {
                self.go(ctx, PlaceKind::Codebook);
                if let Some(session) = &mut self.session {
                    session.places.get(PlaceKind::Codebook).show_code(code);
                }
            }
            Request::ShowRole(code, by) => {
                self.go(ctx, PlaceKind::Compare);
                if let Some(session) = &mut self.session {
                    session.places.get(PlaceKind::Compare).show_role(code, by);
                }
            }
            Request::Fail(fault) => self.fail(fault),
            Request::Tell(sentence) => self.tell(sentence),
            Request::Offer(sentence, words, wish) => self.tell_with(sentence, Link::Wish(words, wish)),
            Request::Code(codings) => {
                if codings.iter().any(|coding| self.is_of_the_fourth(coding.code)) {
                    self.reach(FirstStep::Code);
                }
                self.desk.send(Order::Code(codings));
            }
            Request::SetDirection(codings, direction) => {
                if direction.is_some() {
                    self.reach(FirstStep::Direct);
                }
                self.desk.send(Order::SetDirection(codings, direction));
            }
            Request::Uncode(codings) => self.desk.send(Order::Uncode(codings)),
            Request::Change(change) => self.desk.send(Order::Change(change)),
            Request::UndoTo(step) => self.desk.send(Order::UndoTo(step)),
            Request::History(limit) => {
                if let Some(session) = &mut self.session {
                    session.facts.history_limit = limit;
                    self.desk.send(Order::History(limit));
                }
            }
            Request::Ask(question) => self.desk.send(Order::Ask(question)),
            Request::WriteMemo(host, text) => self.desk.send(Order::WriteMemo(host, text)),
            Request::Draft(field, text) => {
                if let Some(session) = &self.session {
                    self.now.drafts.set(field, text, clock());
                    self.now.drafts.compare(&session.facts.snapshot.study);
                }
            }
            Request::Import(paths) => self.look_at_files(paths),
            Request::ImportFiles(files) => self.import(files),
            Request::Cancel => {
                if let Some((_, watch)) = &self.now.busy {
                    watch.cancel();
                }
            }
            Request::Job(sentence, job) => {
                if let (Some(session), None) = (&self.session, &self.now.busy) {
                    let study = session.facts.snapshot.study.clone();
                    let watch = self.begin(sentence);
                    self.desk.run(study, watch, job);
                }
            }
            Request::OpenFile(wish) => self.dialogs.open_file(ctx, wish),
            Request::SaveAs(wish) => {
                let files = wish.extension.to_uppercase();
                self.dialogs.save_as(ctx, wish, files);
            }
            Request::NewProject { path, title, codebook, language } => {
                self.settle(ctx);
                self.desk.send(Order::New { path, title, codebook, language });
            }
            Request::OpenProject(path) => {
                self.settle(ctx);
                self.desk.send(Order::Open(path, Access::ReadWrite));
            }
            Request::TakeOver(path) => {
                self.settle(ctx);
                self.desk.send(Order::Open(path, Access::TakeOver));
            }
            Request::AskTakeOver => self.ask_take_over(false),
            Request::ShowCopies => {
                if let Some(session) = &self.session {
                    self.overlay = Some(Overlay::Pane(Box::new(Copies::new(&session.facts.copies))));
                }
            }
            Request::Copy(words) => {
                ctx.copy_text(words);
                self.tell(plain("status-copied"));
            }
            Request::CopyPage { html, plain: words } => {
                let is_page = clipboard::copy_page(&html, &words);
                if !is_page {
                    ctx.copy_text(words);
                }
                self.tell(plain(if is_page { "status-copied-page" } else { "status-copied-words" }));
            }
            Request::Details => self.show_details(),
            Request::AskPath(purpose) => self.overlay = Some(Overlay::Path(purpose, String::new())),
            Request::Settings(settings) => self.set(*settings),
            Request::Weigh(backup) => self.weigh(backup),
            Request::Restore(backup) => self.restore(ctx, backup),
            Request::Lay(pane) => self.overlay = Some(Overlay::Pane(pane)),
        }
    }

    fn run_command(&mut self, ctx: &Context, command: Command) {
        let is_enabled = {
            let view = self.session.as_ref().map(|session| session.facts.view(&self.now));
            command.is_enabled(view.as_ref())
        };
        if !is_enabled {
            return;
        }
        trace::did((&command).into());
        match command {
            Command::NewProject => {
                self.now.fault = None;
                self.overlay = Some(Overlay::new_project(self.now.settings.language()));
            }
            Command::OpenProject => self.dialogs.open_project(ctx, self.titles("dialog-open")),
            Command::OpenSample => {
                self.settle(ctx);
                self.open_sample();
            }
            Command::CloseProject => {
                self.settle(ctx);
                self.desk.send(Order::Close);
            }
            Command::Save => {
                self.settle(ctx);
                self.tell_with(plain("status-nothing-to-save"), Link::SaveCopy);
            }
            Command::SaveCopy => self.save_copy(ctx),
            Command::BackUp => self.back_up(),
            Command::Backups => self.show_backups(),
            Command::Compact => self.compact(ctx),
            Command::Import => self.dialogs.import(ctx, self.titles("dialog-import")),
            Command::TypeSource => self.overlay = Some(Overlay::Pane(Box::new(TypePane::default()))),
            Command::AddInformant => self.overlay = Some(Overlay::Pane(Box::new(AddPane::default()))),
            Command::Groups => self.overlay = Some(Overlay::Pane(Box::new(GroupsPane::default()))),
            Command::MarkDone => self.mark_done(),
            Command::Export => self.go(ctx, PlaceKind::Report),
            Command::Exported => self.carry_out(ctx, ask_exports()),
            Command::Identity => {
                if let Some(session) = &self.session {
                    let form = IdentityForm::of(&session.facts.snapshot.study.project);
                    self.overlay = Some(Overlay::Pane(Box::new(form)));
                }
            }
            Command::Find | Command::FindNext | Command::FindPrevious | Command::GoToLine | Command::FilterCodings => {
                if self.session.as_ref().is_some_and(|session| session.place != PlaceKind::Coding) {
                    self.go(ctx, PlaceKind::Coding);
                }
                if let Some(session) = &mut self.session {
                    session.places.get(PlaceKind::Coding).run(command);
                }
            }
            Command::Undo => self.desk.send(Order::Undo),
            Command::Redo => self.desk.send(Order::Redo),
            Command::Go(place) => self.go(ctx, place),
            Command::Palette => self.overlay = Some(Overlay::palette(self.now.settings.language())),
            Command::Keys => self.overlay = Some(Overlay::Keys),
            Command::Help => self.overlay = Some(Overlay::Pane(Box::new(HelpPane::default()))),
            Command::FirstSteps => self.show_first_steps(),
            Command::Notices => self.show_notices(),
            Command::Drafts => self.overlay = Some(Overlay::Pane(Box::new(DraftsPane))),
            Command::ZoomIn => self.zoom(10),
            Command::ZoomOut => self.zoom(-10),
            Command::ZoomReset => self.set(Settings { zoom: 100, ..self.now.settings.clone() }),
            Command::SwitchTheme => {
                let is_dark = ctx.global_style().visuals.dark_mode;
                let theme = if is_dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                self.set(Settings { theme, ..self.now.settings.clone() });
            }
            Command::SwitchLanguage => {
                let language = self.now.settings.language().other();
                self.set(Settings { language: Some(language), ..self.now.settings.clone() });
            }
        }
    }

    fn titles(&self, key: &str) -> Titles {
        let catalog = &self.now.catalog;
        Titles { title: catalog.text(key), files: catalog.text("dialog-files-project") }
    }

    /// Lets the place on show send off what is being typed there, before it is left.
    pub(super) fn settle(&mut self, ctx: &Context) {
        let mut last = Commands::default();
        if let Some(session) = &mut self.session {
            session.places.get(session.place).leave(&mut last);
        }
        for request in last.take() {
            self.carry_out(ctx, request);
        }
    }

    fn go(&mut self, ctx: &Context, place: PlaceKind) {
        self.settle(ctx);
        if let Some(Session { place: shown, facts, .. }) = &mut self.session {
            *shown = place;
            if place == PlaceKind::History {
                self.desk.send(Order::History(facts.history_limit));
            }
        }
    }

    /// Whoever acts is done with the source in sight, or is not after all.
    fn mark_done(&mut self) {
        let Some(session) = &mut self.session else { return };
        let in_sight = match session.place {
            PlaceKind::Coding => session.places.get(PlaceKind::Coding).in_sight(),
            _ => None,
        };
        let Some(InSight::Source(source)) = in_sight else { return self.tell(plain("coding-done-where")) };
        let view = session.facts.view(&self.now);
        let is_done = view.acting().is_some_and(|coder| view.study.is_done_by(source, coder));
        self.commands.send(Request::change(move |project| project.mark_done(&[source], !is_done)));
    }

    fn zoom(&mut self, by: i16) {
        let zoom = self.now.settings.zoom.saturating_add_signed(by).clamp(*ZOOM.start(), *ZOOM.end());
        self.set(Settings { zoom, ..self.now.settings.clone() });
    }

    fn set(&mut self, settings: Settings) {
        if settings.language() != self.now.catalog.language() {
            self.now.catalog = Catalog::new(settings.language());
        }
        self.now.settings = settings;
        let who = Who::here(Some(&self.now.settings.coder), &self.now.catalog);
        if who.coder != self.now.coder {
            self.now.coder.clone_from(&who.coder);
            self.desk.send(Order::Who(who));
        }
        self.keep_settings();
    }

    /// Writes the settings to the disk; a small file, and where it fails they still hold for this window.
    pub(super) fn keep_settings(&self) {
        if let Some(path) = &self.settings_path
            && let Err(error) = self.now.settings.write(path)
        {
            log::warn!("settings are not remembered: {}", error.kind());
        }
    }

    /// Another device has the project open: asks whether to take over.
    pub(super) fn ask_take_over(&mut self, is_opening: bool) {
        let snapshot = self.session.as_ref().map(|session| &session.facts.snapshot);
        if let Some((path, visit)) = snapshot.and_then(|found| Some((found.path.clone(), found.elsewhere.clone()?))) {
            self.overlay = Some(Overlay::Pane(Box::new(Elsewhere::new(path, visit, is_opening))));
        }
    }

    /// Marks work behind the window as begun.
    pub(super) fn begin(&mut self, sentence: Message) -> Watch {
        let watch = Watch::new();
        self.now.said = None;
        self.now.fault = None;
        self.now.busy =
            Some((Busy { sentence, done: 0, total: 0, what: String::new(), thousandths: None }, watch.clone()));
        watch
    }

    fn look_at_files(&mut self, paths: Vec<PathBuf>) {
        if self.session.is_some() && self.now.busy.is_none() && !paths.is_empty() {
            self.overlay = Some(Overlay::Pane(Box::new(ImportSheet::new(paths))));
        }
    }

    fn import(&mut self, files: Vec<ImportFile>) {
        if self.session.is_none() || self.now.busy.is_some() || files.is_empty() {
            return;
        }
        let watch = self.begin(plain("busy-import"));
        self.desk.send(Order::Import(files, watch));
    }

    /// The sample study lies in a new folder of its own, so that what is tried out stays until it is
    /// thrown away.
    fn open_sample(&mut self) {
        let folder = match tempfile::Builder::new().prefix("emaslim-").tempdir() {
            Ok(folder) => folder.keep(),
            Err(error) => {
                let sentence = plain("error-no-folder");
                return self.fail(Fault { sentence, detail: Some(error.to_string()) });
            }
        };
        let path = folder.join(self.now.catalog.text("sample-file")).with_extension(EXTENSION);
        let language = self.now.settings.language();
        let watch = self.begin(plain("busy-sample"));
        self.desk.send(Order::Sample { path, language, watch });
    }

    /// Files dropped on the window: a project is opened, everything else is brought in.
    pub(super) fn take_drops(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let (projects, files): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| path.extension().is_some_and(|found| found == EXTENSION));
        if let Some(project) = projects.into_iter().next() {
            self.commands.send(Request::OpenProject(project));
        }
        if !files.is_empty() {
            if self.session.is_some() {
                self.commands.send(Request::Import(files));
            } else {
                self.tell(plain("welcome-drop"));
            }
        }
    }

    /// Shortcuts. Inside a text field undo and redo are the field's own.
    pub(super) fn take_keys(&mut self, ctx: &Context) {
        let is_typing = ctx.text_edit_focused();
        // egui lets Ctrl+Shift+Z pass for Ctrl+Z, so what is pressed with Shift is asked for first.
        for with_shift in [true, false] {
            for command in Command::ALL {
                if is_typing && matches!(command, Command::Undo | Command::Redo) {
                    continue;
                }
                for shortcut in command.shortcuts().filter(|shortcut| shortcut.modifiers.shift == with_shift) {
                    let (modifiers, key) = (shortcut.modifiers, shortcut.logical_key);
                    // Pressed twice within one slow frame means twice.
                    for _ in 0..ctx.input_mut(|input| input.count_and_consume_key(modifiers, key)) {
                        self.commands.run(command);
                    }
                }
            }
        }
    }
}

impl SaveAs {
    /// A wish for a file name that leads to another wish.
    pub fn new(
        title: String,
        name: String,
        extension: &'static str,
        then: impl FnOnce(PathBuf) -> Request + Send + 'static,
    ) -> Self {
        Self { title, name, extension, then: Box::new(then) }
    }
}
