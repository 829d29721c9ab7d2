//! What a gesture costs on disk: a 1 MB transcript with 10,000 codings, and with 100,000, each write one transaction
//! that has reached the disk, the window holding the study as it was. `cargo bench --bench store`.

#[path = "support/apart.rs"]
mod apart;
mod support;

use divan::Bencher;
use emaslim::analysis::Study;
use emaslim::domain::{CharRange, CodeId, Direction, Language, SourceId, Standing, Technique, Turn};
use emaslim::import::{Format, Layout, ParsedSource, ParsedSpeaker, ParsedTurn, read_in_batches};
use emaslim::project::backup::{Why, back_up, compact};
use emaslim::project::{Access, CodebookChoice, ImportOptions, NewCoding, NewProject, Project, Who};
use emaslim::task::Watch;
use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

const CODINGS: u32 = 10_000;
/// How many codings are there already when one is added, removed or taken back.
const HELD: [u32; 2] = [CODINGS, 100_000];
/// Code points to which the codings reach: the text has some more.
const REACH: u32 = 900_000;
/// Code points that each coding of a code has for itself, so that no two of a code overlap and become one.
const ROOM: u32 = 540;

fn main() {
    apart::run();
}

fn who() -> Who {
    Who { coder: "Ana".to_owned(), device: "laptop".to_owned() }
}

struct Desk {
    _folder: TempDir,
    path: PathBuf,
}

impl Desk {
    /// A project without sources.
    fn empty() -> (Self, Project) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("bench.emaslim");
        let new =
            NewProject { title: String::new(), language: Language::Indonesian, codebook: CodebookChoice::Emaslim };
        let project = Project::create(&path, &new, who()).expect("a project");
        (Self { _folder: folder, path }, project)
    }

    /// A project with one transcript of 1 MB and its codings.
    fn new(codings: u32) -> (Self, Project) {
        let (desk, mut project) = Self::empty();
        let source =
            project.import_source(transcript(support::BYTES), &ImportOptions::default()).expect("an import").value;
        let codes: Vec<CodeId> = project.study().codes.iter().map(|code| code.id).collect();
        let many: Vec<NewCoding> = (0..codings).map(|at| coding(source, &codes, at)).collect();
        project.code(&many).expect("codings");
        (desk, project)
    }
}

/// The lines of the shared transcript that fit into so many bytes.
fn transcript(bytes: usize) -> ParsedSource {
    let (whole, turns) = support::interview();
    let ends = whole.as_str().match_indices('\n').map(|(at, _)| at + 1);
    let end = ends.take_while(|end| *end <= bytes).last().filter(|_| bytes < support::BYTES);
    let text = whole.as_str()[..end.unwrap_or(whole.as_str().len())].to_owned();
    let length = u32::try_from(text.chars().count()).expect("not so long");
    let turn = |turn: &Turn| ParsedTurn {
        range: turn.range,
        words: turn.words,
        label: turn.label.clone(),
        speaker: turn.informant.map(|_| 0),
        kind: turn.kind,
    };
    ParsedSource {
        name: "W.KS".to_owned(),
        short: "W.KS".to_owned(),
        description: String::new(),
        file_name: "W.KS.txt".to_owned(),
        format: Format::Text,
        encoding: emaslim::import::Encoding::UTF_8,
        is_encoding_certain: true,
        original: text.as_bytes().to_vec(),
        technique: Technique::Interview,
        date: None,
        place: String::new(),
        setting: String::new(),
        header: Vec::new(),
        turns: turns.iter().filter(|turn| turn.range.end.get() <= length).map(turn).collect(),
        speakers: vec![ParsedSpeaker {
            code: "KS".to_owned(),
            description: String::new(),
            group: Some("principal".to_owned()),
            standing: Standing::Key,
            is_child: false,
        }],
        memos: Vec::new(),
        anchors: Vec::new(),
        recorded: emaslim::import::Recorded::default(),
        questions: emaslim::import::QuestionList::default(),
        layout: Layout::default(),
        warnings: Vec::new(),
        text,
    }
}

/// The coding of this number: places all over the text, no two alike; codings of different codes overlap.
fn coding(source: SourceId, codes: &[CodeId], at: u32) -> NewCoding {
    let count = u32::try_from(codes.len()).expect("few codes");
    let (code, room) = (at % count, at / count);
    let start = (room * ROOM + code * 7) % REACH;
    NewCoding {
        source,
        range: CharRange::new(start, start + 20 + at % 160),
        code: codes[code as usize],
        direction: Some(Direction::Supports),
        coder: None,
        memo: None,
    }
}

/// A project whose snapshot the window holds, and the number of the next coding.
struct Bench {
    project: RefCell<Project>,
    source: SourceId,
    codes: Vec<CodeId>,
    next: Cell<u32>,
    _desk: Desk,
}

impl Bench {
    fn new(codings: u32) -> Self {
        let (desk, project) = Desk::new(codings);
        let study = project.study();
        let codes = study.codes.iter().map(|code| code.id).collect();
        let source = study.sources[0].id;
        Self { project: RefCell::new(project), source, codes, next: Cell::new(codings), _desk: desk }
    }

    fn next(&self) -> (Arc<Study>, NewCoding) {
        let at = self.next.replace(self.next.get() + 1);
        (self.project.borrow().study(), coding(self.source, &self.codes, at))
    }
}

#[divan::bench(sample_count = 50, sample_size = 1, args = HELD)]
fn code_one(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    bencher
        .with_inputs(|| bench.next())
        .bench_local_refs(|(_, new)| bench.project.borrow_mut().code(std::slice::from_ref(new)).expect("a coding"));
}

#[divan::bench(sample_count = 50, sample_size = 1, args = HELD)]
fn uncode_one(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    bencher
        .with_inputs(|| {
            let study = bench.project.borrow().study();
            let id = study.codings[study.codings.len() / 2].coding.id;
            (study, id)
        })
        .bench_local_refs(|(_, id)| bench.project.borrow_mut().uncode(&[*id]).expect("uncoded"));
}

#[divan::bench(sample_count = 50, sample_size = 1, args = HELD)]
fn undo_one(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    bencher
        .with_inputs(|| {
            let (_, new) = bench.next();
            bench.project.borrow_mut().code(&[new]).expect("a coding");
            bench.project.borrow().study()
        })
        .bench_local_refs(|_| bench.project.borrow_mut().undo().expect("undone"));
}

/// A typo near the start of a 1 MB transcript corrected and saved, every coding behind it; alternately one way and the
/// other.
#[divan::bench(sample_count = 20, sample_size = 1, args = [5_000, CODINGS])]
fn correct_a_typo(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    bencher
        .with_inputs(|| {
            let at = bench.next.replace(bench.next.get() + 1);
            let length = if at % 2 == held % 2 { 0 } else { 1 };
            // Within the words of the first turn.
            (bench.project.borrow().study(), CharRange::new(20, 20 + length), if length == 0 { "x" } else { "" })
        })
        .bench_local_refs(|(_, place, words)| {
            let landed = bench.project.borrow_mut().correct_words(bench.source, *place, words).expect("corrected");
            assert!(landed.value.kept + landed.value.touched.len() > 4_000);
        });
}

/// The same as a new version of its file: both texts are compared, and the turns found anew.
#[divan::bench(sample_count = 5, sample_size = 1, args = [5_000])]
fn correct_by_a_new_version(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    bencher
        .with_inputs(|| {
            let at = bench.next.replace(bench.next.get() + 1);
            let mut parsed = transcript(support::BYTES);
            // At the end, so that the turns found in it still fit.
            parsed.text.push_str(&format!("Sekian, {at}.\n"));
            parsed.original = parsed.text.as_bytes().to_vec();
            (bench.project.borrow().study(), Some(parsed))
        })
        .bench_local_refs(|(_, parsed)| {
            let parsed = parsed.take().expect("a new version");
            bench.project.borrow_mut().correct(bench.source, parsed).expect("corrected");
        });
}

#[divan::bench(sample_count = 20, sample_size = 1, args = HELD)]
fn open_and_close(bencher: Bencher<'_, '_>, held: u32) {
    let (desk, project) = Desk::new(held);
    project.close().expect("closed");
    bencher.bench_local(|| Project::open(&desk.path, Access::ReadWrite, who()).expect("a project").close());
}

#[divan::bench(sample_count = 20, sample_size = 1, args = HELD)]
fn open(bencher: Bencher<'_, '_>, held: u32) {
    let (desk, project) = Desk::new(held);
    project.close().expect("closed");
    // Dropped, and so closed, outside the measured time.
    bencher.bench_local(|| {
        let mut project = Project::open(&desk.path, Access::ReadWrite, who()).expect("a project");
        let source = project.study().sources[0].id;
        project.text(source).expect("a text");
        project
    });
}

/// A backup, copied, closed, brought to the disk, read back and checked, of a project that is open meanwhile.
#[divan::bench(sample_count = 5, sample_size = 1, args = HELD)]
fn back_up_an_open_project(bencher: Bencher<'_, '_>, held: u32) {
    let (desk, _project) = Desk::new(held);
    bencher.bench_local(|| back_up(&desk.path, Why::Irreversible, &Watch::new()).expect("a backup"));
}

/// One coding while backups of the same project are made one after the other on another thread.
#[divan::bench(sample_count = 50, sample_size = 1, args = [100_000])]
fn code_one_while_a_backup_runs(bencher: Bencher<'_, '_>, held: u32) {
    let bench = Bench::new(held);
    let path = bench.project.borrow().path().to_owned();
    let watch = Watch::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !watch.is_cancelled() {
                // The last one is stopped when the measuring is over.
                let _made_or_stopped = back_up(&path, Why::Irreversible, &watch);
            }
        });
        bencher
            .with_inputs(|| bench.next())
            .bench_local_refs(|(_, new)| bench.project.borrow_mut().code(std::slice::from_ref(new)).expect("a coding"));
        watch.cancel();
    });
}

/// The file written anew, checked and put into its place.
#[divan::bench(sample_count = 3, sample_size = 1, args = [100_000])]
fn compact_a_closed_project(bencher: Bencher<'_, '_>, held: u32) {
    let (desk, project) = Desk::new(held);
    project.close().expect("closed");
    bencher.bench_local(|| compact(&desk.path, "laptop", &Watch::new()).expect("compacted"));
}

/// The history's own price: 1,000 codings in one step.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn thousand_codings_in_one_step(bencher: Bencher<'_, '_>) {
    let bench = Bench::new(CODINGS);
    bencher
        .with_inputs(|| (0..1_000).map(|_| bench.next().1).collect::<Vec<_>>())
        .bench_local_refs(|many| bench.project.borrow_mut().code(many).expect("codings"));
}

/// 200 files of 20 kB from bytes to turns in the file on disk, each its own step, as the command line and the window
/// bring them in.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn import_200_files(bencher: Bencher<'_, '_>) {
    // As many turns as a real transcript has: one in a hundred bytes.
    let turn = "KS: Jadwalnya kami tempel di ruang guru, dan setiap wali kelas menerima salinannya di awal semester, \
                lalu kami bahas bersama.\n\
                P: Lalu bagaimana tindak lanjut dari supervisi itu?\n";
    let folder = TempDir::new().expect("a folder");
    for at in 0..200 {
        let text = format!("{}KS: Sekian, {at}.\n", turn.repeat(20_000 / turn.len()));
        std::fs::write(folder.path().join(format!("W.KS.{at}.txt")), text).expect("a file");
    }
    let paths = [folder.path().to_owned()];
    bencher.with_inputs(Desk::empty).bench_local_refs(|(_, project)| {
        let end = read_in_batches(&paths, &emaslim::import::Reading::default(), &Watch::new(), |files| {
            let files = files.into_iter().map(|file| (file.expect("a file"), ImportOptions::default())).collect();
            let landed = project.import_sources(files).expect("a batch");
            assert!(landed.iter().all(Result::is_ok));
            ControlFlow::Continue(())
        });
        assert!(end.is_continue() && project.study().sources.len() == 200);
    });
}

/// The same where each file is a transaction of its own.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn import_200_files_one_by_one(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| {
            let files: Vec<ParsedSource> = (0..200)
                .map(|at| {
                    let mut parsed = transcript(20_000);
                    parsed.name = format!("W.{at}");
                    parsed.text = format!("{}{at}\n", parsed.text);
                    parsed.original = parsed.text.as_bytes().to_vec();
                    parsed
                })
                .collect();
            (Desk::empty(), files)
        })
        .bench_local_refs(|((_, project), files)| {
            for file in files.drain(..) {
                project.import_source(file, &ImportOptions::default()).expect("an import");
            }
        });
}
