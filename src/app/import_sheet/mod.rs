//! The import sheet: what every chosen file would become, before anything is written. What is certain needs no
//! look and Enter takes it in; what is not can be decided here, for one file or for all.

mod facts;
mod files;
mod labels;
mod people;
mod preview;
mod questions;
mod reader;
mod recorded;
mod report;
#[cfg(test)]
mod tests;
mod version;

pub use report::{ReportPane, summary};

use crate::app::commands::{Commands, Request};
use crate::app::fault::Fault;
use crate::app::frame::{Pane, PaneView};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_v, label_ui, rule_ui};
use crate::domain::{Date, Message, SourceId, Technique, TurnKind};
use crate::import::{Cues, Encoding, Format, LabelRule, ParsedSpeaker, Questions, Reading, Times, written_date};
use crate::project::{AsVersion, ImportFile, ImportOptions, label_rules};
use eframe::egui::{Align, Key, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use reader::{Ask, Reader, Seen, Told};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use version::Version;

/// A text field that follows the proposal until it is touched.
#[derive(Default)]
struct Typed {
    text: String,
    is_touched: bool,
}

impl Typed {
    fn propose(&mut self, text: String) {
        if !self.is_touched {
            self.text = text;
        }
    }

    fn touched(&self) -> Option<&str> {
        self.is_touched.then_some(self.text.trim())
    }
}

/// How far a file is.
enum State {
    /// It has yet to be read.
    Waiting,
    /// It was read.
    Seen(Box<Seen>),
    /// It cannot be read.
    Refused(Fault),
}

/// A file of the sheet.
struct SheetFile {
    path: Option<PathBuf>,
    file: String,
    size: u64,
    is_wanted: bool,
    encoding: Option<Encoding>,
    technique: Option<Technique>,
    name: Typed,
    date: Typed,
    place: Typed,
    state: State,
    /// The source that it looks like a new version of.
    version: Option<Version>,
    /// Serial number of the question that was asked last.
    asked: u32,
    /// Whether its answer is there.
    is_answered: bool,
}

impl SheetFile {
    fn seen(&self) -> Option<&Seen> {
        match &self.state {
            State::Seen(seen) => Some(seen),
            _ => None,
        }
    }

    /// Whether the encoding of its letters can be chosen: not of a document, whether it is read or refused.
    fn may_choose_encoding(&self) -> bool {
        match &self.state {
            State::Seen(seen) => seen.parsed.format.has_encoding(),
            State::Waiting => false,
            State::Refused(_) => Format::may_have_encoding(&self.file),
        }
    }

    /// The source that it corrects, where that was chosen.
    fn corrects(&self) -> Option<SourceId> {
        self.version.as_ref().filter(|version| version.is_correcting == Some(true)).map(|version| version.source)
    }

    fn technique(&self) -> Option<Technique> {
        self.technique.or(self.seen().map(|seen| seen.parsed.technique))
    }

    /// The date as it stands in the field; an error where it is none.
    fn date(&self) -> Result<Option<Date>, ()> {
        match self.date.text.trim() {
            "" => Ok(None),
            text => text.parse().ok().or_else(|| written_date(text)).map(Some).ok_or(()),
        }
    }
}

/// The sheet.
pub struct ImportSheet {
    paths: Vec<PathBuf>,
    reader: Option<Reader>,
    is_found: bool,
    files: Vec<SheetFile>,
    /// Names of files in a folder that hold no transcript.
    passed: Vec<String>,
    chosen: usize,
    /// What was decided about labels here.
    rules: Vec<LabelRule>,
    /// What was decided about them in earlier imports.
    remembered: Vec<LabelRule>,
    /// What becomes of the pieces of recordings, and of times within the words, in all files.
    cues: Cues,
    times: Times,
    /// What becomes of questions without labels, in all files.
    questions: Questions,
    /// What was decided about informants here, by their codes.
    people: BTreeMap<String, ParsedSpeaker>,
    /// A code being typed for a label that has none in the list.
    new_code: String,
    heights: preview::Heights,
    serial: u32,
    failure: Option<Fault>,
}

impl ImportSheet {
    /// A sheet for files and folders.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        Self {
            paths,
            reader: None,
            is_found: false,
            files: Vec::new(),
            passed: Vec::new(),
            chosen: 0,
            rules: Vec::new(),
            remembered: Vec::new(),
            cues: Cues::default(),
            times: Times::default(),
            questions: Questions::default(),
            people: BTreeMap::new(),
            new_code: String::new(),
            heights: preview::Heights::default(),
            serial: 0,
            failure: None,
        }
    }

    /// Whether everything that was asked of the reader is answered.
    pub fn is_settled(&self) -> bool {
        self.failure.is_some() || (self.is_found && self.files.iter().all(|file| file.is_answered))
    }

    fn hear(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        if self.reader.is_none() && self.failure.is_none() {
            self.remembered = label_rules(view.study);
            match Reader::start(std::mem::take(&mut self.paths), Arc::clone(view.study), ui.ctx()) {
                Ok(reader) => self.reader = Some(reader),
                Err(error) => {
                    let sentence = Message::new("error-no-thread");
                    self.failure = Some(Fault { sentence, detail: Some(error.to_string()) });
                }
            }
        }
        while let Some(told) = self.reader.as_ref().and_then(Reader::take) {
            match told {
                Told::Found(found, passed) => {
                    self.is_found = true;
                    self.passed = passed;
                    self.files = found.into_iter().map(|(path, file, size)| sheet_file(path, file, size)).collect();
                    for at in 0..self.files.len() {
                        self.ask(at);
                    }
                }
                Told::Read(at, serial, read) => self.read(at, serial, *read),
            }
        }
        for version in self.files.iter_mut().filter_map(|file| file.version.as_mut()) {
            version.ask(commands);
        }
    }

    fn read(&mut self, at: usize, serial: u32, read: Result<Seen, Fault>) {
        let Some(file) = self.files.get_mut(at).filter(|file| file.asked == serial) else { return };
        file.is_answered = true;
        self.heights.forget();
        match read {
            Ok(mut seen) => {
                let before = file.version.take();
                file.version = seen.like.take().map(|(source, text)| Version::read(source, text, before));
                file.name.propose(seen.parsed.name.clone());
                file.date.propose(seen.parsed.date.map(|date| date.to_string()).unwrap_or_default());
                file.place.propose(seen.parsed.place.clone());
                file.state = State::Seen(Box::new(seen));
            }
            Err(fault) => file.state = State::Refused(fault),
        }
    }

    /// Asks for a file to be read as things are decided now.
    fn ask(&mut self, at: usize) {
        let Some(reading) = self.files.get(at).map(|file| self.reading(file)) else { return };
        let (Some(file), Some(reader)) = (self.files.get_mut(at), &self.reader) else { return };
        let Some(path) = file.path.clone() else { return };
        self.serial += 1;
        file.asked = self.serial;
        file.is_answered = false;
        reader.ask(Ask { at, serial: self.serial, path, reading });
    }

    /// How a file is to be read as things are decided now.
    fn reading(&self, file: &SheetFile) -> Reading {
        Reading {
            encoding: file.encoding,
            technique: file.technique,
            labels: self.remembered.iter().chain(&self.rules).cloned().collect(),
            cues: self.cues,
            times: self.times,
            questions: self.questions,
        }
    }

    /// Decides a label for all files that have it.
    fn decide(&mut self, label: &str, kind: TurnKind, informant: Option<&str>) {
        self.rules.retain(|rule| !rule.is_about(label));
        let rule = LabelRule::new(label, kind, informant);
        let concerned: Vec<usize> = (0..self.files.len())
            .filter(|at| {
                let labels = self.files[*at].seen().map(|seen| seen.labels.as_slice()).unwrap_or_default();
                labels.iter().any(|found| rule.is_about(&found.label))
            })
            .collect();
        self.rules.push(rule);
        for at in concerned {
            self.ask(at);
        }
    }

    /// Why a file would be refused, as far as can be said without reading the project's originals.
    fn objection(&self, view: &View<'_>, at: usize) -> Option<Message> {
        let file = &self.files[at];
        if let State::Refused(fault) = &file.state {
            return Some(fault.sentence.clone());
        }
        let name = file.name.text.trim();
        let is_same = |other: &str| other == name;
        let mut before = self.files[..at].iter().filter(|other| other.is_wanted && other.seen().is_some());
        if file.seen().is_none() {
            None
        } else if let Some(source) = file.corrects() {
            // One new version after the other is one too many.
            let is_corrected = before.any(|other| other.corrects() == Some(source));
            let name = version::label(view, source);
            is_corrected.then(|| Message::new("sheet-version-twice").with("source", name))
        } else if name.is_empty() {
            Some(Message::new("sheet-no-name"))
        } else if view.study.sources.iter().any(|source| is_same(&source.name))
            || before.any(|other| is_same(other.name.text.trim()))
        {
            Some(Message::new("sheet-same-name").with("name", name))
        } else if file.date().is_err() {
            Some(Message::new("sheet-no-date").with("date", file.date.text.trim()))
        } else {
            None
        }
    }

    /// The files as they are to be brought in.
    fn wanted(&self, view: &View<'_>) -> Vec<ImportFile> {
        let is_fit = |at: &usize| {
            self.files[*at].is_wanted && self.files[*at].seen().is_some() && self.objection(view, *at).is_none()
        };
        (0..self.files.len())
            .filter(is_fit)
            .filter_map(|at| {
                let file = &self.files[at];
                let date = file.date().unwrap_or_default();
                Some(ImportFile {
                    path: file.path.clone()?,
                    reading: self.reading(file),
                    options: ImportOptions {
                        name: file.name.touched().map(str::to_owned),
                        technique: file.technique,
                        date: date.filter(|_| file.date.is_touched),
                        is_undated: file.date.is_touched && date.is_none(),
                        place: file.place.touched().map(str::to_owned),
                        people: self.people.values().cloned().collect(),
                        labels: self.rules.clone(),
                        corrects: file.corrects(),
                        version: AsVersion::New,
                        ..ImportOptions::default()
                    },
                })
            })
            .collect()
    }

    fn head_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let theme = Theme::of(ui);
        let count = Message::new("sheet-title").with("n", self.files.len());
        label_ui(ui, Words::of(&view.say(&count), type_scale::HEADING, theme.text));
        ui.add_space(space::XXS);
    }

    fn foot_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let wanted = self.wanted(view);
        let waiting = self.files.iter().filter(|file| !file.is_answered).count();
        let refused =
            (0..self.files.len()).filter(|at| self.files[*at].is_wanted && self.objection(view, *at).is_some()).count();
        let is_ready = self.is_settled() && !wanted.is_empty() && !view.is_read_only;
        let import = view.say(&Message::new("sheet-import").with("n", wanted.len()));
        let cancel = view.text("status-cancel");
        let said = if let Some(failure) = &self.failure {
            view.say(&failure.sentence)
        } else if !self.is_found {
            view.text("sheet-looking")
        } else if waiting > 0 {
            let name = self.files.iter().find(|file| !file.is_answered).map(|file| file.file.as_str());
            let done = self.files.len() - waiting;
            let message = Message::new("sheet-reading").with("done", done).with("total", self.files.len());
            view.say(&message.with("name", name.unwrap_or_default()))
        } else if refused > 0 {
            view.say(&Message::new("sheet-refused").with("n", refused))
        } else if !self.passed.is_empty() {
            let message = Message::new("sheet-passed").with("files", self.passed.join(", "));
            view.say(&message)
        } else {
            String::new()
        };
        let is_typing = ui.ctx().memory(|memory| memory.focused().is_some());
        let is_entered = is_ready && !is_typing && ui.input(|input| input.key_pressed(Key::Enter));
        let why = if is_ready { "" } else { said.as_str() };
        let mut is_done = false;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::primary(&import).enabled(is_ready).tip(why).ui(ui).clicked() || is_entered {
                commands.send(Request::ImportFiles(wanted));
                is_done = true;
            }
            is_done |= Button::outlined(&cancel).ui(ui).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let galley =
                    Words::of(&said, type_scale::SMALL, theme.text2).within(ui.painter(), ui.available_width(), 1);
                let (rect, response) = ui.allocate_exact_size(galley.size(), eframe::egui::Sense::hover());
                response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Status, true, &said));
                ui.painter().galley(rect.min, galley, theme.text2);
            });
        });
        is_done
    }
}

impl Pane for ImportSheet {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        self.hear(ui, view, commands);
        let room = ui.ctx().content_rect().size() - vec2(2.0, 2.0) * (measure::SHEET_AROUND + space::M);
        ui.set_min_size(room);
        ui.set_max_size(room);
        self.head_ui(ui, view);
        rule_ui(ui);
        let foot = measure::BUTTON + space::XS;
        let top = ui.cursor().top();
        let whole = Rect::from_min_max(
            pos2(ui.min_rect().left(), top),
            pos2(ui.min_rect().left() + room.x, ui.min_rect().top() + room.y),
        );
        let body = Rect::from_min_max(whole.min, pos2(whole.right(), whole.bottom() - foot));
        let is_small = room.x < measure::SMALL_WINDOW;
        let (list, middle) = if is_small {
            (measure::SHEET_LIST_SMALL, measure::SHEET_FACTS_SMALL)
        } else {
            (measure::SHEET_LIST, measure::SHEET_FACTS)
        };
        let column = |left: f32, width: f32| Rect::from_min_size(pos2(left, body.top()), vec2(width, body.height()));
        let columns = [
            column(body.left(), list),
            column(body.left() + list, middle),
            column(body.left() + list + middle, body.width() - list - middle),
        ];
        let theme = Theme::of(ui);
        for rect in &columns[1..] {
            hairline_v(ui.painter(), rect.left(), body.y_range(), theme.line);
        }
        let inner = |rect: Rect| rect.shrink2(vec2(space::S, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(columns[0].with_max_x(columns[0].right() - space::XS)), |ui| {
            files::list_ui(ui, self, view);
        });
        ui.scope_builder(UiBuilder::new().max_rect(inner(columns[1])), |ui| facts::facts_ui(ui, self, view));
        ui.scope_builder(UiBuilder::new().max_rect(inner(columns[2]).with_max_x(columns[2].right())), |ui| {
            preview::preview_ui(ui, self, view);
        });
        let bottom = Rect::from_min_max(pos2(whole.left(), body.bottom()), whole.max);
        ui.scope_builder(UiBuilder::new().max_rect(bottom), |ui| {
            rule_ui(ui);
            self.foot_ui(ui, view, commands)
        })
        .inner
    }
}

fn sheet_file(path: Result<PathBuf, Fault>, file: String, size: u64) -> SheetFile {
    let (path, state) = match path {
        Ok(path) => (Some(path), State::Waiting),
        Err(fault) => (None, State::Refused(fault)),
    };
    SheetFile {
        is_answered: path.is_none(),
        is_wanted: true,
        path,
        file,
        size,
        encoding: None,
        technique: None,
        name: Typed::default(),
        date: Typed::default(),
        place: Typed::default(),
        state,
        version: None,
        asked: 0,
    }
}
