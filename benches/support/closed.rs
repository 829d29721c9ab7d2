//! A project on the disk with 200 sources and so many codings under 49 codes, the same every time: 180 interviews with
//! 180 informants in three groups, 10 observations and 10 documents. Passages lie as close as in a study that codes
//! almost every sentence: among 100,000 there are about 450,000 pairs that overlap.

use emaslim::analysis::Study;
use emaslim::domain::{CharRange, CodeId, Direction, Language, SourceId, Standing, Technique, TurnKind};
use emaslim::import::{Encoding, Format, Layout, ParsedSource, ParsedSpeaker, ParsedTurn};
use emaslim::project::{Access, CodebookChoice, ImportOptions, NewCoding, NewProject, Project, Who};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

const SOURCES: u32 = 200;
const CODES: u32 = 49;
/// Code points of a line with its end; every other one is a question.
const LINE: u32 = 250;
/// Lines of a source for every 500 codings in it.
const LINES: u32 = 33;

/// A closed project.
pub struct Closed {
    _folder: TempDir,
    path: PathBuf,
}

impl Closed {
    /// A project with so many codings, closed.
    pub fn new(codings: u32) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("bench.emaslim");
        let new =
            NewProject { title: String::new(), language: Language::Indonesian, codebook: CodebookChoice::Emaslim };
        let mut project = Project::create(&path, &new, who()).expect("a project");
        let each = codings / SOURCES;
        let lines = LINES * each / 500;
        let mut chance = SmallRng::seed_from_u64(2025);
        let codes: Vec<CodeId> = project.study().codes.iter().take(CODES as usize).map(|code| code.id).collect();
        let mut many = Vec::with_capacity(codings as usize);
        for at in 0..SOURCES {
            let source = project.import_source(source(at, lines), &ImportOptions::default()).expect("an import").value;
            many.extend((0..each).map(|number| coding(source, &codes, number, each, lines, &mut chance)));
        }
        project.code(&many).expect("codings");
        project.close().expect("closed");
        Self { _folder: folder, path }
    }

    /// The project, opened to be read.
    pub fn open(&self) -> Project {
        Project::open(&self.path, Access::ReadOnly, who()).expect("opened")
    }

    /// What the window holds of it.
    pub fn study(&self) -> Arc<Study> {
        self.open().study()
    }
}

fn who() -> Who {
    Who { coder: "Ana".to_owned(), device: "laptop".to_owned() }
}

fn source(at: u32, lines: u32) -> ParsedSource {
    let technique = match at {
        0..180 => Technique::Interview,
        180..190 => Technique::Observation,
        _ => Technique::Document,
    };
    let is_interview = technique == Technique::Interview;
    let (code, line) = (format!("I{at}"), "kata ".repeat(LINE as usize));
    let mut text = String::new();
    let mut turns = Vec::new();
    for number in 0..lines {
        let is_question = number % 2 == 0;
        let label = if is_question { "P" } else { code.as_str() };
        // No two files are alike: one that is there already is refused.
        let head = if is_interview { format!("{label}: ") } else { format!("{at} ") };
        let (start, behind) = (number * LINE, u32::try_from(head.len()).expect("short"));
        text.push_str(&head);
        text.push_str(&line[..(LINE - 1 - behind) as usize]);
        text.push('\n');
        if is_interview {
            turns.push(ParsedTurn {
                range: CharRange::new(start, start + LINE - 1),
                words: CharRange::new(start + behind, start + LINE - 1),
                label: label.to_owned(),
                speaker: (!is_question).then_some(0),
                kind: if is_question { TurnKind::Question } else { TurnKind::Speech },
            });
        }
    }
    let speaker = ParsedSpeaker {
        code,
        description: String::new(),
        group: Some(["principal", "teacher", "student"][at as usize % 3].to_owned()),
        standing: Standing::Additional,
        is_child: false,
    };
    ParsedSource {
        name: format!("S.{at}"),
        short: format!("S.{at}"),
        description: String::new(),
        file_name: format!("S.{at}.txt"),
        format: Format::Text,
        encoding: Encoding::UTF_8,
        is_encoding_certain: true,
        original: text.as_bytes().to_vec(),
        technique,
        date: None,
        place: String::new(),
        setting: String::new(),
        header: Vec::new(),
        turns,
        speakers: if is_interview { vec![speaker] } else { Vec::new() },
        memos: Vec::new(),
        anchors: Vec::new(),
        recorded: emaslim::import::Recorded::default(),
        questions: emaslim::import::QuestionList::default(),
        layout: Layout::default(),
        warnings: Vec::new(),
        text,
    }
}

/// A coding of a source. Each of a code has a stretch of its own, since two of one code that overlap would become one.
fn coding(source: SourceId, codes: &[CodeId], number: u32, each: u32, lines: u32, chance: &mut SmallRng) -> NewCoding {
    let room = lines * LINE / (each / CODES + 1);
    let length = chance.random_range(40..110);
    let start = number / CODES * room + chance.random_range(0..room - length);
    let directions = [Some(Direction::Supports), Some(Direction::Partly), Some(Direction::Weakens), None];
    NewCoding {
        source,
        range: CharRange::new(start, start + length),
        code: codes[(number % CODES) as usize],
        direction: directions[chance.random_range(0..directions.len())],
        coder: None,
        memo: None,
    }
}
