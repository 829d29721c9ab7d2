//! What the window does with what the desk says.

use super::command::Command;
use super::commands::Request;
use super::desk::{News, Order, Reply};
use super::fault::Fault;
use super::frame::Overlay;
use super::notices::{Detail, Kind, NoticesPane};
use super::place::PlaceKind;
use super::session::{Link, Said, Session};
use super::settings::Recent;
use super::{App, clock, plain};
use crate::domain::{Message, Timestamp};
use crate::trace::Crash;
use eframe::egui::{Context, ViewportCommand};

impl App {
    /// Takes one reply in.
    pub(super) fn hear(&mut self, ctx: &Context, reply: Reply) {
        match reply {
            Reply::Opened(snapshot, notices) => {
                self.now.busy = None;
                self.now.fault = None;
                self.overlay = None;
                self.now.settings.remember(Recent {
                    path: snapshot.path.clone(),
                    title: snapshot.study.project.title.clone(),
                    opened: clock().millis(),
                });
                self.keep_settings();
                self.now.drafts.open(snapshot.study.project.id, snapshot.path.clone());
                self.session = Some(Session::new(*snapshot));
                self.title(ctx);
                for notice in notices.iter().rev() {
                    self.keep(Kind::Notice, notice.clone(), Vec::new());
                }
                self.now.said = match notices.split_first() {
                    None => None,
                    Some((first, [])) => Some(Said { sentence: first.clone(), link: None }),
                    Some((first, _)) => Some(Said { sentence: first.clone(), link: Some(Link::Details(notices)) }),
                };
            }
            Reply::Closed => {
                self.now.drafts.close();
                self.session = None;
                self.title(ctx);
            }
            Reply::Changed(snapshot, news) => {
                let Some(session) = &mut self.session else { return };
                session.facts.snapshot = *snapshot;
                self.now.drafts.compare(&session.facts.snapshot.study);
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
            News::Landed(None) | News::Reopened => {}
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
            News::Imported { taken, refused, warnings, is_cancelled } => {
                self.now.busy = None;
                self.tell_imported(&taken, refused, warnings, is_cancelled);
            }
        }
    }

    fn tell_imported(&mut self, taken: &[String], refused: Vec<Fault>, warnings: Vec<Message>, is_cancelled: bool) {
        let mut sentence = match taken {
            [] => plain("import-none"),
            [one] => plain("import-one").with("name", one.as_str()),
            several => plain("import-several").with("n", several.len()),
        };
        if is_cancelled {
            sentence = plain("import-cancelled").with("n", taken.len());
        }
        if let ([], [only], false) = (taken, refused.as_slice(), is_cancelled) {
            return self.fail(only.clone());
        }
        if refused.is_empty() && warnings.is_empty() {
            return self.tell_with(sentence, Link::Undo);
        }
        let kind = if refused.is_empty() { Kind::Warning } else { Kind::Error };
        if kind == Kind::Error {
            sentence = plain("import-refused").with("what", sentence).with("n", refused.len());
        }
        let behind = refused.iter().flat_map(Fault::details).chain(warnings.iter().cloned().map(Detail::Said));
        self.keep(kind, sentence.clone(), behind.collect());
        let details = refused.into_iter().map(|fault| fault.sentence).chain(warnings).collect();
        self.show(sentence, Some(Link::Details(details)));
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
            Link::Undo | Link::Redo | Link::SaveCopy | Link::Wish(..) => Vec::new(),
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
