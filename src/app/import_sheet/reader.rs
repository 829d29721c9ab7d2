//! Reads the files of an import sheet behind the window, one after the other, as often as a decision changes what
//! they hold.

use crate::analysis::Study;
use crate::app::fault::Fault;
use crate::domain::{SourceId, SourceText, TurnKind};
use crate::import::{self, Found, ParsedLabel, ParsedSource, Reading};
use crate::project::version_of;
use crate::task::Watch;
use eframe::egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// Lines of a text that the preview holds.
const LINES: usize = 400;
/// Letters of a line that the preview holds.
const LETTERS: usize = 1200;

/// A line of the preview.
pub(super) struct Line {
    /// Its letters.
    pub text: String,
    /// Code points of the label at its start, where a turn begins on it.
    pub label: usize,
    /// What the turn is that it belongs to.
    pub kind: Option<TurnKind>,
    /// Who speaks, as a place among the speakers.
    pub speaker: Option<usize>,
}

/// A file, read and understood, without its bytes.
pub(super) struct Seen {
    /// What the importer proposes; its text and bytes are gone.
    pub parsed: ParsedSource,
    /// Its labels.
    pub labels: Vec<ParsedLabel>,
    /// Its first lines.
    pub lines: Vec<Line>,
    /// Lines in all.
    pub line_count: u32,
    /// The source that it looks like a new version of, and its text.
    pub like: Option<(SourceId, Arc<str>)>,
}

/// What the reader says.
pub(super) enum Told {
    /// The files behind the paths, in order, with the size in bytes; and the names of those that hold no transcript.
    Found(Vec<(Result<PathBuf, Fault>, String, u64)>, Vec<String>),
    /// A file was read: its place, the serial number of the question, what came of it.
    Read(usize, u32, Box<Result<Seen, Fault>>),
}

/// A file to be read.
pub(super) struct Ask {
    pub at: usize,
    pub serial: u32,
    pub path: PathBuf,
    pub reading: Reading,
}

/// The thread and the way to it. Dropping it ends the thread after the piece of a file in hand.
pub(super) struct Reader {
    asks: Sender<Ask>,
    told: Receiver<Told>,
    watch: Watch,
}

impl Reader {
    /// Begins by looking what stands behind `paths`; `study` tells which sources there are.
    ///
    /// # Errors
    /// Where the system has no room for a thread.
    pub fn start(paths: Vec<PathBuf>, study: Arc<Study>, window: &Context) -> std::io::Result<Self> {
        let (asks, asked) = channel::<Ask>();
        let (tell, told) = channel();
        let (watch, window) = (Watch::new(), window.clone());
        let rope = watch.clone();
        Builder::new().name("emaslim-sheet".to_owned()).spawn(move || {
            let say = |what: Told| {
                let is_heard = tell.send(what).is_ok();
                window.request_repaint();
                is_heard
            };
            let (mut files, mut passed) = (Vec::new(), Vec::new());
            for one in import::collect(&paths) {
                match one {
                    Found::File(path) => files.push(file(path)),
                    Found::Problem(problem) => {
                        files.push((Err(Fault::of(&problem)), problem.file().to_owned(), 0));
                    }
                    Found::Passed(path) => passed.push(name(&path)),
                }
            }
            if !say(Told::Found(files, passed)) {
                return;
            }
            while let Ok(ask) = asked.recv() {
                if rope.is_cancelled() {
                    return;
                }
                let read = import::read_file_while(&ask.path, &ask.reading, &rope);
                let read = read.map(|parsed| seen(parsed, &study));
                let read = read.map_err(|error| Fault::of(&error));
                if !say(Told::Read(ask.at, ask.serial, Box::new(read))) {
                    return;
                }
            }
        })?;
        Ok(Self { asks, told, watch })
    }

    /// Asks for a file to be read.
    pub fn ask(&self, ask: Ask) {
        if self.asks.send(ask).is_err() {
            log::error!("the reader of the import sheet is gone");
        }
    }

    /// The next answer, if any.
    pub fn take(&self) -> Option<Told> {
        self.told.try_recv().ok()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.watch.cancel();
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn file(path: PathBuf) -> (Result<PathBuf, Fault>, String, u64) {
    let name = name(&path);
    let size = std::fs::metadata(&path).map_or(0, |about| about.len());
    (Ok(path), name, size)
}

fn seen(mut parsed: ParsedSource, study: &Study) -> Seen {
    let like = version_of(&study.sources, &parsed).map(|source| (source, parsed.text.as_str().into()));
    let labels = import::found_labels(&parsed);
    let text = SourceText::new(std::mem::take(&mut parsed.text));
    let mut lines = Vec::new();
    let mut at = 0_u32;
    let mut turns = parsed.turns.iter().peekable();
    for words in text.as_str().lines().take(LINES) {
        let length = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        while turns.next_if(|turn| turn.range.end.get() <= at).is_some() {}
        let turn = turns.peek().filter(|turn| turn.range.start.get() < at.saturating_add(length.max(1)));
        let begins = turn.filter(|turn| turn.range.start.get() >= at && !turn.label.is_empty());
        lines.push(Line {
            text: words.chars().take(LETTERS).collect(),
            label: begins.map_or(0, |turn| turn.words.start.get().saturating_sub(at) as usize),
            kind: turn.map(|turn| turn.kind),
            speaker: turn.and_then(|turn| turn.speaker),
        });
        at = at.saturating_add(length).saturating_add(1);
    }
    let line_count = text.line_count();
    parsed.original = Vec::new();
    parsed.turns = Vec::new();
    Seen { parsed, labels, lines, line_count, like }
}
