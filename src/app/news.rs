//! What the window does with what the desk says.

use super::desk::{News, Order, Reply};
use super::fault::Fault;
use super::frame::Overlay;
use super::place::PlaceKind;
use super::session::{Link, Said, Session};
use super::settings::Recent;
use super::{App, plain};
use crate::domain::Message;
use eframe::egui::{Context, ViewportCommand};
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
            Reply::Told(sentence) => self.tell(sentence),
            Reply::WorkFailed(fault) => {
                self.now.busy = None;
                self.fail(fault);
            }
            Reply::Failed(fault) => {
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
        let details: Vec<Message> = refused.iter().map(|fault| fault.sentence.clone()).chain(warnings).collect();
        if let ([], [only], false) = (taken, refused.as_slice(), is_cancelled) {
            self.fail(only.clone());
        } else if details.is_empty() {
            self.tell_with(sentence, Link::Undo);
        } else {
            if !refused.is_empty() {
                sentence = plain("import-refused").with("what", sentence).with("n", refused.len());
            }
            self.tell_with(sentence, Link::Details(details));
        }
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
