//! What the window does with what the desk says.

use super::desk::{News, Order, Reply};
use super::fault::Fault;
use super::frame::Overlay;
use super::import_sheet::{self, ReportPane};
use super::place::PlaceKind;
use super::session::{Link, Said, Session};
use super::settings::Recent;
use super::{App, plain};
use crate::domain::Message;
use crate::project::ImportReport;
use eframe::egui::{Context, ViewportCommand};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

impl App {
    /// Takes one reply in.
    pub(super) fn hear(&mut self, ctx: &Context, reply: Reply) {
        match reply {
            Reply::Opened(snapshot, notices) => {
                self.now.busy = None;
                self.now.fault = None;
                self.overlay = None;
                let millis = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
                self.now.settings.remember(Recent {
                    path: snapshot.path.clone(),
                    title: snapshot.study.project.title.clone(),
                    opened: i64::try_from(millis).unwrap_or(i64::MAX),
                });
                self.keep_settings();
                self.session = Some(Session::new(*snapshot));
                self.title(ctx);
                match notices.split_first() {
                    None => self.now.said = None,
                    Some((first, [])) => self.tell(first.clone()),
                    Some((first, _)) => {
                        self.now.said = Some(Said { sentence: first.clone(), link: Some(Link::Details(notices)) });
                    }
                }
            }
            Reply::Closed => {
                self.session = None;
                self.title(ctx);
            }
            Reply::Changed(snapshot, news) => {
                let Some(session) = &mut self.session else { return };
                session.facts.snapshot = *snapshot;
                if session.place == PlaceKind::History {
                    self.desk.send(Order::History);
                }
                self.tell_news(news);
            }
            Reply::Text(revision, text) => {
                if let Some(session) = &mut self.session {
                    session.facts.texts.put(revision, text);
                }
            }
            Reply::History(steps) => {
                if let Some(session) = &mut self.session {
                    session.facts.history = steps;
                }
            }
            Reply::JobDone(result) => {
                self.now.busy = None;
                match result {
                    Ok(sentence) => self.tell(sentence),
                    Err(fault) => self.fail(fault),
                }
            }
            Reply::Failed(fault) => {
                self.now.busy = None;
                if let Some(Overlay::NewProject(form)) = &mut self.overlay {
                    form.is_sent = false;
                }
                self.fail(fault);
            }
        }
    }

    fn tell_news(&mut self, news: News) {
        match news {
            News::Landed(None) => {}
            News::Landed(Some(step)) => self.tell_with(step.sentence, Link::Undo),
            News::Undone(Some(step)) => {
                self.tell_with(plain("status-undone").with("what", step.sentence), Link::Redo);
            }
            News::Redone(Some(step)) => {
                self.tell_with(plain("status-redone").with("what", step.sentence), Link::Undo);
            }
            News::Undone(None) => self.tell(plain("status-nothing-to-undo")),
            News::Redone(None) => self.tell(plain("status-nothing-to-redo")),
            News::Outside => self.tell(plain("status-changed-outside")),
            News::Imported(report) => {
                self.now.busy = None;
                self.tell_imported(report);
            }
        }
    }

    /// One clean file can be taken back right away; whatever else happened is a report.
    fn tell_imported(&mut self, report: ImportReport) {
        let sentence = import_sheet::summary(&report);
        let (taken, whole) = (report.taken().count(), report.files.len());
        let is_clean = taken == whole && report.taken().all(|taken| taken.warnings.is_empty());
        if is_clean && taken == 1 {
            return self.tell_with(sentence, Link::Undo);
        }
        let report = Arc::new(report);
        if taken < whole && self.overlay.is_none() {
            self.overlay = Some(Overlay::Pane(Box::new(ReportPane::new(report.clone()))));
        }
        self.tell_with(sentence, Link::Import(report));
    }

    /// Says something in the middle of the status line; what went wrong before is over.
    pub(super) fn tell(&mut self, sentence: Message) {
        self.now.fault = None;
        self.now.said = Some(Said { sentence, link: None });
    }

    fn tell_with(&mut self, sentence: Message, link: Link) {
        self.now.fault = None;
        self.now.said = Some(Said { sentence, link: Some(link) });
    }

    /// Says what went wrong.
    pub(super) fn fail(&mut self, fault: Fault) {
        log::warn!("{}", self.now.catalog.say(&fault.sentence));
        self.now.said = None;
        self.now.fault = Some(fault);
    }

    fn title(&self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => format!("{} – Emaslim", session.facts.snapshot.study.project.title),
            None => "Emaslim".to_owned(),
        };
        ctx.send_viewport_cmd(ViewportCommand::Title(title));
    }
}
