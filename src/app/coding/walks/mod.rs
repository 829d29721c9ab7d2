//! Whole tasks in the window by keys alone, on a study of a school with a group interview, verses and answers that
//! mean nothing without their question. Every walk ends alike: each quotation is the words at its place, and undoing
//! leads back to the codings the walk began with.

mod answers;
mod find;
mod first_page;
mod notes;
mod overlaps;
mod verse;

use crate::analysis::Study;
use crate::app::App;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{WIDE, settings, settle, window};
use crate::domain::{CharOffset, CharRange, CodingId, Direction, Language, SourceText, TurnKind};
use crate::i18n::Catalog;
use crate::import::{LabelRule, Reading};
use crate::project::{Access, CodebookChoice, ImportFile, ImportOptions, NewProject, Project, Who};
use crate::task::Watch;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// More presses than any way takes.
const MOST: usize = 400;

/// A coding as a person tells it: source, first letter, letter behind the last one, short code, direction.
type Told = (String, u32, u32, String, Option<Direction>);

/// A project in the window, and how its codings were when the walk began.
struct Walk {
    harness: Harness<'static, App>,
    path: PathBuf,
    before: Vec<Told>,
    _folder: TempDir,
}

impl Walk {
    /// Opens a project of some texts in the place Koding, nothing coded.
    fn through(files: &[PathBuf]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("walk.emaslim");
        bring_in(&path, files);
        let mut harness = window(settings(ThemeChoice::Light), WIDE);
        harness.state_mut().commands.send(crate::app::commands::Request::OpenProject(path.clone()));
        harness.run_steps(2);
        settle(&mut harness);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        harness.run_steps(2);
        settle(&mut harness);
        let mut walk = Self { harness, path, before: Vec::new(), _folder: folder };
        walk.before = walk.told();
        walk
    }

    /// The second study, one of its sources open.
    fn second_study(source: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/second-study/txt");
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).expect("the second study").flatten().map(|file| file.path()).collect();
        files.sort();
        let mut walk = Self::through(&files);
        walk.open(source);
        walk
    }

    /// Comes to a source by Tab and opens it.
    fn open(&mut self, source: &str) {
        for _ in 0..MOST {
            self.harness.key_press(Key::Tab);
            self.harness.run_steps(1);
            let focused = self.harness.root().children_recursive().find(|node| node.is_focused());
            let name = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
            if name == source {
                self.press(Key::Enter);
                let open = self.harness.state().session.as_ref().and_then(|session| session.places.coding().source);
                let study = self.study();
                let at = study.sources.iter().find(|one| Some(one.id) == open).expect("an open source");
                assert!(source.starts_with(&at.short), "{} is open", at.name);
                return;
            }
        }
        panic!("{source} is not come to");
    }

    fn study(&self) -> Arc<Study> {
        let session = self.harness.state().session.as_ref().expect("a project");
        Arc::clone(&session.facts.snapshot.study)
    }

    /// All codings, in order.
    fn told(&self) -> Vec<Told> {
        let study = self.study();
        let mut told: Vec<Told> = study
            .codings
            .iter()
            .map(|entry| {
                let segment = &study.segments[entry.segment as usize];
                let (source, range) = (&study.sources[segment.source as usize], segment.segment.range);
                let code = study.codes[entry.code as usize].short.clone();
                (source.name.clone(), range.start.get(), range.end.get(), code, entry.coding.direction)
            })
            .collect();
        told.sort();
        told
    }

    /// The words and the code of every coding, in the order of the text.
    fn coded(&self) -> Vec<(String, String)> {
        let text = self.text();
        let slice = |start, end| text.slice(CharRange::new(start, end)).expect("inside").to_owned();
        self.told().into_iter().map(|(_, start, end, code, _)| (slice(start, end), code)).collect()
    }

    /// The words of the open source.
    fn text(&self) -> Arc<SourceText> {
        let session = self.harness.state().session.as_ref().expect("a project");
        let source = session.places.coding().source.expect("an open source");
        let study = self.study();
        session.facts.texts.get(study.source(source).expect("a source")).expect("its text")
    }

    /// Where words stand in the open source, once.
    #[track_caller]
    fn range(&self, words: &str) -> CharRange {
        let text = self.text();
        assert_eq!(text.as_str().matches(words).count(), 1, "{words}");
        let at = text.as_str().find(words).expect("there");
        let letters = |part: &str| u32::try_from(part.chars().count()).expect("short");
        let start = letters(&text.as_str()[..at]);
        CharRange::new(start, start + letters(words))
    }

    fn caret(&self) -> CharOffset {
        self.harness.state().session.as_ref().expect("a project").places.coding().transcript.caret()
    }

    fn selection(&self) -> Option<CharRange> {
        self.harness.state().session.as_ref().expect("a project").places.coding().transcript.selection()
    }

    fn chosen(&self) -> Option<CodingId> {
        self.harness.state().session.as_ref().expect("a project").places.coding().chosen
    }

    /// The short code of the chosen coding.
    fn chosen_code(&self) -> Option<String> {
        let study = self.study();
        let entry = study.coding(self.chosen()?)?;
        Some(study.codes[entry.code as usize].short.clone())
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(2);
        settle(&mut self.harness);
    }

    /// A digit, and a second one while the chip is shown.
    fn code(&mut self, first: Key, second: Option<Key>) {
        self.harness.key_press(first);
        self.harness.step();
        if let Some(second) = second {
            self.harness.key_press(second);
            self.harness.step();
        }
        settle(&mut self.harness);
        // Until the chip has gone: a step is a quarter of a second.
        self.harness.run_steps(12);
        settle(&mut self.harness);
    }

    /// Moves the caret to a place as a hand does that looks at it: by turns while that does not lead past, then by
    /// sentences, words and letters.
    fn go(&mut self, to: CharOffset, shift: Modifiers) {
        let grains = [
            (Modifiers::COMMAND, Key::ArrowDown, Key::ArrowUp),
            (Modifiers::ALT, Key::ArrowRight, Key::ArrowLeft),
            (Modifiers::COMMAND, Key::ArrowRight, Key::ArrowLeft),
            (Modifiers::NONE, Key::ArrowRight, Key::ArrowLeft),
        ];
        let mut presses = 0;
        for (modifiers, on, back) in grains {
            let mut step = |walk: &mut Self, key: Key| {
                let from = walk.caret();
                walk.harness.key_press_modifiers(modifiers | shift, key);
                walk.harness.step();
                presses += 1;
                assert!(presses < MOST, "{from:?} does not lead to {to:?}");
                walk.caret() != from
            };
            while self.caret() < to && step(self, on) {}
            if self.caret() > to {
                step(self, back);
            }
            if self.caret() == to {
                break;
            }
        }
        assert_eq!(self.caret(), to);
    }

    /// Selects words by keys, from where the caret is if it stands before them, else from the top of the text.
    #[track_caller]
    fn select(&mut self, words: &str) {
        let range = self.range(words);
        if self.caret() > range.start {
            self.press_with(Modifiers::COMMAND, Key::Home);
        }
        self.go(range.start, Modifiers::NONE);
        self.go(range.end, Modifiers::SHIFT);
        self.harness.run_steps(2);
        assert_eq!(self.selection(), Some(range), "{words}");
    }

    /// Whose words a coded quotation is, as codes of informants.
    fn belongs_to(&self, words: &str) -> Vec<String> {
        let study = self.study();
        let entry = study.segments.iter().find(|entry| &*entry.segment.quote == words).expect("a segment");
        entry.voice.informants.iter().map(|at| study.informants[*at as usize].code.clone()).collect()
    }

    /// Holds every quotation against the file.
    fn check(&self) {
        let mut project = Project::open(&self.path, Access::ReadOnly, who()).expect("open");
        let report = project.check().expect("a report");
        assert_eq!(report.problems, []);
        let study = self.study();
        for source in &study.sources {
            let text = project.text(source.id).expect("a text");
            for entry in study.segments.iter().filter(|entry| entry.segment.source == source.id) {
                assert_eq!(text.slice(entry.segment.range), Some(&*entry.segment.quote), "{}", source.name);
            }
        }
    }

    /// Holds the study, takes everything back, and holds it again.
    fn finish(mut self) {
        self.check();
        for _ in 0..MOST {
            if self.told() == self.before {
                break;
            }
            self.press_with(Modifiers::COMMAND, Key::Z);
        }
        assert_eq!(self.told(), self.before, "undone to the codings of the beginning");
        self.check();
    }
}

fn who() -> Who {
    Who::here(Some("Rahma A."), &Catalog::new(Language::Indonesian))
}

/// Makes a project of some texts with the EMASLIM codebook.
fn bring_in(path: &Path, files: &[PathBuf]) {
    let new = NewProject {
        title: "Sekolah seberang".to_owned(),
        language: Language::Indonesian,
        codebook: CodebookChoice::Emaslim,
    };
    let mut project = Project::create(path, &new, who()).expect("a project");
    let labels = [("guru 1", "G1"), ("Bu Rina", "G2"), ("waka kur", "WK")];
    let labels: Vec<LabelRule> =
        labels.into_iter().map(|(label, code)| LabelRule::new(label, TurnKind::Speech, Some(code))).collect();
    let files = files
        .iter()
        .map(|path| {
            let reading = Reading { labels: labels.clone(), ..Reading::default() };
            let options = ImportOptions { labels: labels.clone(), ..ImportOptions::default() };
            Ok(ImportFile { path: path.clone(), reading, options })
        })
        .collect();
    let report = project.import_files(files, &Watch::new(), |_, _| ControlFlow::Continue(()));
    assert_eq!(report.refused().count(), 0);
    project.close().expect("closed");
}
