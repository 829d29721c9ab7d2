//! The window. Places see a read-only view of the project and leave their wishes in a queue; nothing in
//! here waits for a disk.

pub mod backups;
mod carry;
mod clipboard;
pub mod codebook;
mod coding;
pub mod command;
pub mod commands;
pub mod compare;
mod data;
mod desk;
mod dialog;
mod drafts;
pub mod fault;
mod first_steps;
pub mod fonts;
mod frame;
mod help;
mod history;
pub mod icons;
mod import_sheet;
mod memory;
mod news;
mod notices;
mod openers;
mod passage;
pub mod place;
mod recents;
pub mod report;
mod rescue;
pub mod role;
mod session;
pub mod settings;
pub mod theme;
pub mod transcript;
mod typed_ahead;
pub mod view;
mod welcome;
pub mod widgets;

#[cfg(test)]
mod picture;
#[cfg(test)]
mod tab_walk;
#[cfg(test)]
mod walk;

use crate::domain::{Message, Timestamp};
use crate::i18n::Catalog;
use crate::project::{Who, data_folder};
use crate::trace;
use commands::{Commands, Request};
use desk::{Desk, Order, Reply};
use dialog::Dialogs;
use drafts::Drafts;
use eframe::egui::{self, Context, Ui, ViewportBuilder};
use frame::Overlay;
use notices::Notices;
use recents::Recents;
use session::{Now, Session};
use settings::{Settings, ThemeChoice};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use theme::{Theme, measure};
use welcome::Welcome;

/// How long a write may last before the status line says that it is under way.
const UNSAID: Duration = Duration::from_millis(300);

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// The system has no display or no way to draw on it.
    #[error(transparent)]
    Display(#[from] eframe::Error),
    /// The system has no room for the project's thread.
    #[error(transparent)]
    Thread(#[from] desk::NoThread),
}

/// The window.
pub struct App {
    desk: Desk,
    dialogs: Dialogs,
    settings_path: Option<PathBuf>,
    now: Now,
    session: Option<Session>,
    welcome: Welcome,
    overlay: Option<Overlay>,
    commands: Commands,
    dressed: Option<(u8, u16, ThemeChoice)>,
    typed_ahead: typed_ahead::TypedAhead,
    /// Whether the window has been looked at since it opened.
    is_found: bool,
    /// When the window was asked for, until its first frame is said in the log.
    asked_for: Option<Instant>,
}

/// Opens the window, with a project where a path is given, and stays until it is closed.
///
/// # Errors
/// Where the system has no display, or no way to draw on it.
pub fn run(path: Option<PathBuf>) -> Result<(), NoWindow> {
    let settings_path = Settings::path();
    let settings = settings_path.as_deref().map(Settings::read).unwrap_or_default();
    let mut viewport = ViewportBuilder::default()
        .with_app_id("emaslim")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([measure::LEAST_WIDTH, measure::LEAST_HEIGHT])
        .with_drag_and_drop(true);
    if let Some(state) = settings.window {
        viewport = state.ask(viewport);
    }
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/emaslim.png")) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let mut app = App::new(settings, settings_path)?;
    if let Some(crash) = trace::news() {
        app.tell_crash(crash);
    }
    if let Some(path) = path {
        app.commands.send(Request::OpenProject(path));
    }
    eframe::run_native(
        "Emaslim",
        options,
        Box::new(|creation| {
            app.dress(&creation.egui_ctx);
            Ok(Box::new(app))
        }),
    )?;
    Ok(())
}

impl App {
    /// A window without a project. The settings are remembered where a path is given.
    ///
    /// # Errors
    /// Where the system has no room for the project's thread.
    pub fn new(settings: Settings, settings_path: Option<PathBuf>) -> Result<Self, desk::NoThread> {
        let catalog = Catalog::new(settings.language());
        let who = Who::here(Some(&settings.coder), &catalog);
        let (coder, device) = (who.coder.clone(), who.device.clone());
        Ok(Self {
            desk: Desk::new(who)?,
            dialogs: Dialogs::new(),
            settings_path,
            now: Now {
                settings,
                catalog,
                coder,
                device,
                is_small: false,
                unsaved_since: None,
                busy: None,
                said: None,
                fault: None,
                notices: Notices::default(),
                recents: Recents::default(),
                drafts: Drafts::new(data_folder().map(|folder| folder.join("drafts"))),
                damaged: None,
            },
            session: None,
            welcome: Welcome::default(),
            overlay: None,
            commands: Commands::default(),
            dressed: None,
            typed_ahead: typed_ahead::TypedAhead::default(),
            is_found: false,
            asked_for: Some(Instant::now()),
        })
    }

    /// Sets faces, styles and zoom; later only what has changed.
    pub fn dress(&mut self, ctx: &Context) {
        let settings = &self.now.settings;
        let wanted = (settings.reading, settings.zoom, settings.theme);
        if self.dressed == Some(wanted) {
            return;
        }
        if self.dressed.is_none() {
            fonts::install(ctx);
            ctx.options_mut(|options| {
                options.zoom_with_keyboard = false;
                // Where the system says neither, the program is paper.
                options.fallback_theme = egui::Theme::Light;
            });
            self.desk.wakes(ctx);
            self.now.drafts.wakes(ctx);
        }
        Theme::apply(ctx, f32::from(settings.reading));
        ctx.set_zoom_factor(f32::from(settings.zoom) / 100.0);
        ctx.set_theme(match settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        self.dressed = Some(wanted);
    }

    /// Whether nothing is on its way: no order, no news, no dialog's answer.
    pub fn is_idle(&self) -> bool {
        let is_known = self.now.recents.is_idle();
        is_known && self.desk.is_idle() && self.now.busy.is_none() && self.now.drafts.is_idle()
    }
}

impl Drop for App {
    /// What the desk has written on the way out is no draft any more, and the window comes back as it was left.
    fn drop(&mut self) {
        self.keep_session();
        self.keep_settings();
        self.desk.finish();
        while let Some(reply) = self.desk.take() {
            if let Reply::Changed(snapshot, _) = reply {
                self.now.drafts.compare(&snapshot.study);
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.dress(ctx);
        self.follow_window(ctx);
        while let Some(request) = self.dialogs.take() {
            self.commands.send(request);
        }
        while let Some(reply) = self.desk.take() {
            self.hear(ctx, reply);
        }
        self.take_drafts();
        self.now.recents.follow(ctx, &self.now.settings.recent);
        self.now.unsaved_since =
            if self.desk.is_idle() { None } else { self.now.unsaved_since.or(Some(Instant::now())) };
        if self.now.unsaved_since.is_some() {
            ctx.request_repaint_after(UNSAID);
        }
        if let Some((busy, watch)) = &mut self.now.busy {
            let progress = watch.progress();
            busy.thousandths = progress.thousandths();
            (busy.done, busy.total, busy.what) = (progress.done, progress.total, progress.what);
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // Made before `logic` ran: a theme chosen just now would dress half of the frame only.
        ui.set_style(ui.ctx().global_style());
        self.now.is_small = ui.available_width() < measure::SMALL_WINDOW;
        self.take_drops(ui.ctx());
        self.typed_ahead.sort(ui.ctx());
        self.take_keys(ui.ctx());
        match &mut self.session {
            None => self.welcome.ui(ui, &self.now, &mut self.commands),
            Some(session) => frame::window_ui(ui, session, &self.now, &mut self.commands),
        }
        self.follow_first_steps();
        self.overlay_ui(ui.ctx());
        if ui.input(|input| input.viewport().close_requested()) {
            self.settle(ui.ctx());
        }
        for request in self.commands.take() {
            self.carry_out(ui.ctx(), request);
        }
        if let Some(session) = &mut self.session {
            for source in session.facts.texts.take_wanted() {
                self.desk.send(Order::Text(source));
            }
        }
        if let Some(asked_for) = self.asked_for.take() {
            log::info!("first frame {} ms after the window was asked for", asked_for.elapsed().as_millis());
        }
    }
}

/// A message that is only a key.
fn plain(key: &str) -> Message {
    Message::new(key)
}

/// Now.
fn clock() -> Timestamp {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Timestamp::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}
