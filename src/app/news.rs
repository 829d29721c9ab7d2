//! What the window does with what the desk says.

use super::command::Command;
use super::commands::Request;
use super::desk::{News, Order, Reply};
use super::fault::Fault;
use super::first_steps::{self, FirstStep};
use super::frame::Overlay;
use super::import_sheet::{self, ReportPane};
use super::notices::{Detail, Kind, NoticesPane};
use super::place::PlaceKind;
use super::session::{Link, Said, Session};
use super::settings::Recent;
use super::{App, clock, plain};
use crate::domain::{Message, Timestamp};
use crate::project::ImportReport;
use crate::trace::Crash;
use eframe::egui::{Context, ViewportCommand};
use std::sync::Arc;

impl App {
    /// Takes one reply in.
    pub(super) fn hear(&mut self, ctx: &Context, reply: Reply) {
        match reply {
            Reply::Opened(snapshot, notices) => {
                self.now.busy = None;
                self.now.fault = None;
                self.overlay = None;
                self.keep_session();
                self.now.settings.remember(Recent {
                    path: snapshot.path.clone(),
                    title: snapshot.study.project.title.clone(),
                    opened: clock().millis(),
                    ..Recent::default()
                });
                self.keep_settings();
                self.now.drafts.open(snapshot.study.project.id, snapshot.path.clone());
                self.now.recents.look_again();
                let mut session = Session::new(*snapshot, self.last_place());
                session.shows_first_steps = first_steps::are_due(&session, &self.now.settings);
                self.session = Some(session);
                self.title(ctx);
                self.now.said = None;
                self.notice(notices);
                self.ask_take_over(true);
                self.desk.send(Order::Copies);
            }
            Reply::Closed => {
                self.keep_session();
                self.now.drafts.close();
                self.now.recents.look_again();
                self.session = None;
                self.title(ctx);
            }
            Reply::Changed(snapshot, news) => {
                let Some(session) = &mut self.session else { return };
                let (before, after) = (&session.facts.snapshot.study, &snapshot.study);
                if before.locked_in_all() != after.locked_in_all() {
                    session.facts.texts.forget();
                }
                session.facts.snapshot = *snapshot;
                self.now.drafts.compare(&session.facts.snapshot.study);
                if session.place == PlaceKind::History {
                    self.desk.send(Order::History(session.facts.history_limit));
                }
                self.tell_news(news);
            }
            Reply::Text(source, revision, text) => {
                if let Some(session) = &mut self.session {
                    session.facts.texts.put(source, revision, text);
                }
            }
            Reply::History(steps) => {
                if let Some(session) = &mut self.session {
                    session.facts.history = steps;
                }
            }
            Reply::Copies(path, copies) => {
                let Some(session) = self.session.as_mut().filter(|session| session.facts.snapshot.path == path) else {
                    return;
                };
                let news = copies.iter().filter(|copy| copy.has_news()).count();
                session.facts.copies = copies.into();
                if news > 0 {
                    self.tell_with(
                        plain("copies-found").with("n", news),
                        Link::Wish("copies-compare", || Request::ShowCopies),
                    );
                }
            }
            Reply::Answered(request) => self.commands.send(request),
            Reply::JobDone(result) => {
                self.now.busy = None;
                match result {
                    Ok(sentence) => {
                        if self.session.as_ref().is_some_and(|session| session.place == PlaceKind::Report) {
                            self.reach(FirstStep::Export);
                        }
                        self.tell(sentence);
                    }
                    Err(fault) => self.fail(fault),
                }
                self.look_at_backups();
            }
            Reply::Shelf(shelf) => {
                if let Some(session) = &mut self.session {
                    session.facts.backups.shelf = Some(shelf.map(|shelf| *shelf));
                }
            }
            Reply::Weighed(path, difference) => {
                if let Some(session) = &mut self.session {
                    session.facts.backups.weighed.insert(path, difference.map(|difference| *difference));
                }
            }
            Reply::Warned(fault) => self.fail(fault),
            Reply::WorkFailed(fault) => {
                self.now.busy = None;
                self.fail(fault);
            }
            Reply::Failed(fault) => {
                if let Some(Overlay::NewProject(form)) = &mut self.overlay {
                    form.is_sent = false;
                }
                self.now.recents.look_again();
                self.fail(fault);
            }
            Reply::Damaged(path) => self.now.damaged = Some(path),
            Reply::Noticed(problems) => self.notice(problems),
        }
    }

    /// Says what was noticed: the first sentence, the others behind it.
    fn notice(&mut self, sentences: Vec<Message>) {
        for sentence in sentences.iter().rev() {
            self.keep(Kind::Notice, sentence.clone(), Vec::new());
        }
        match sentences.split_first() {
            None => {}
            Some((first, [])) => self.show(first.clone(), None),
            Some((first, _)) => self.show(first.clone(), Some(Link::Details(sentences))),
        }
    }

    fn tell_news(&mut self, news: News) {
        match news {
            News::Landed(None) | News::Reopened => {}
            News::Landed(Some(step)) => self.tell_with(step.sentence, Link::Undo),
            News::Undone(Some(step)) => {
                let what = step.named_to(&self.now.coder, &self.now.device);
                self.tell_with(plain("status-undone").with("what", what), Link::Redo);
            }
            News::Redone(Some(step)) => {
                let what = step.named_to(&self.now.coder, &self.now.device);
                self.tell_with(plain("status-redone").with("what", what), Link::Undo);
            }
            News::Back(n) => self.tell_with(plain("history-back-done").with("n", n), Link::Redo),
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
        let refused = report.refused().map(|refusal| Detail::Said(refusal.sentence.clone()));
        let warned = report.taken().flat_map(|taken| taken.warnings.iter().cloned().map(Detail::Said));
        let behind: Vec<Detail> = refused.chain(warned).collect();
        let kind = match (report.refused().next(), behind.is_empty()) {
            (Some(_), _) => Kind::Error,
            (None, false) => Kind::Warning,
            (None, true) => Kind::Said,
        };
        self.keep(kind, sentence.clone(), behind);
        let report = Arc::new(report);
        if taken < whole && self.overlay.is_none() {
            self.overlay = Some(Overlay::Pane(Box::new(ReportPane::new(report.clone()))));
        }
        self.show(sentence, Some(Link::Import(report)));
    }

    /// Says something in the middle of the status line; what went wrong before is over.
    pub(super) fn tell(&mut self, sentence: Message) {
        self.keep(Kind::Said, sentence.clone(), Vec::new());
        self.show(sentence, None);
    }

    /// The same with something to be done about it.
    pub(super) fn tell_with(&mut self, sentence: Message, link: Link) {
        let details = match &link {
            Link::Details(details) => details.iter().cloned().map(Detail::Said).collect(),
            Link::Undo | Link::Redo | Link::SaveCopy | Link::Import(_) | Link::Wish(..) => Vec::new(),
        };
        self.keep(Kind::Said, sentence.clone(), details);
        self.show(sentence, Some(link));
    }

    fn show(&mut self, sentence: Message, link: Option<Link>) {
        self.now.fault = None;
        self.now.said = Some(Said { sentence, link });
    }

    /// Keeps a sentence in the list of notices.
    pub(super) fn keep(&mut self, kind: Kind, sentence: Message, details: Vec<Detail>) {
        let project = self.session.as_ref().map(|session| session.facts.snapshot.study.project.title.clone());
        self.now.notices.keep(clock(), kind, project.unwrap_or_default(), sentence, details);
    }

    /// Lays the list of notices over the window; from now on it is read.
    pub(super) fn show_notices(&mut self) {
        self.now.notices.read();
        self.overlay = Some(Overlay::Pane(Box::new(NoticesPane::default())));
    }

    /// Says what went wrong.
    pub(super) fn fail(&mut self, fault: Fault) {
        // The key alone: the sentence names files and people.
        log::warn!("said: {}", fault.sentence.key);
        self.keep(Kind::Error, fault.sentence.clone(), fault.details().skip(1).collect());
        self.now.said = None;
        self.now.damaged = None;
        self.now.fault = Some(fault);
    }

    /// Says once, at the next start, that the program stopped of itself.
    pub(super) fn tell_crash(&mut self, crash: Crash) {
        let at = self.now.catalog.moment(Timestamp::from_millis(crash.at));
        let sentence = plain("crash-last-time").with("at", at);
        let place = plain("crash-report-at").with("path", crash.path.display().to_string());
        self.keep(Kind::Notice, sentence.clone(), vec![Detail::Said(place), Detail::Technical(crash.text)]);
        self.show(sentence, Some(Link::Wish("crash-show", || Request::Run(Command::Notices))));
    }

    /// Takes in what was being typed when the program last stopped.
    pub(super) fn take_drafts(&mut self) {
        if !self.now.drafts.take_found() {
            return;
        }
        let Some(session) = &self.session else { return };
        self.now.drafts.compare(&session.facts.snapshot.study);
        let found = self.now.drafts.iter().filter(|draft| draft.is_recovered).count();
        if found > 0 {
            let sentence = plain("drafts-found").with("n", found);
            self.keep(Kind::Notice, sentence.clone(), Vec::new());
            self.show(sentence, Some(Link::Wish("drafts-show", || Request::Run(Command::Drafts))));
        }
    }

    fn title(&self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => format!("{} – Emaslim", session.facts.snapshot.study.project.title),
            None => "Emaslim".to_owned(),
        };
        ctx.send_viewport_cmd(ViewportCommand::Title(title));
    }
}
