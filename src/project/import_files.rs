//! Many files enter one after the other: read, kept in batches, each its own step, with an account of what became of
//! every one. It can be stopped at any time; what is in stays in.

use super::import_source::Entered;
use super::{Correction, Error, ImportOptions, Landed, Project};
use crate::domain::{Date, Message, Say, SourceId, Technique};
use crate::import::{self, Format, ImportError, LabelRule, ParsedSource, Reading};
use crate::task::Watch;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A batch lands when it holds this many files ...
const BATCH_FILES: usize = 64;
/// ... or this many bytes ...
const BATCH_BYTES: usize = 4_000_000;
/// ... or when reading it has taken this long.
const BATCH_TIME: Duration = Duration::from_millis(200);
/// What any file costs beside its bytes, in bytes.
const OVERHEAD: u64 = 4096;

/// A file to be brought in.
#[derive(Clone, Debug)]
pub struct ImportFile {
    /// Where it lies.
    pub path: PathBuf,
    /// How it is to be read.
    pub reading: Reading,
    /// What else was decided about it.
    pub options: ImportOptions,
}

/// Why a file stayed outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What happened and what to do next.
    pub sentence: Message,
    /// Technical detail.
    pub detail: Option<String>,
}

impl Refusal {
    fn of(error: &dyn Say) -> Self {
        Self { sentence: error.message(), detail: error.detail() }
    }
}

/// A file that became a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// The source.
    pub source: SourceId,
    /// Its name.
    pub name: String,
    /// Its technique.
    pub technique: Technique,
    /// Its date.
    pub date: Option<Date>,
    /// Its place; may be empty.
    pub place: String,
    /// What kind of file it was made of.
    pub format: Format,
    /// The encoding that it was read in; nothing where the format leaves no choice.
    pub encoding: Option<&'static str>,
    /// Whether the encoding is known, not guessed.
    pub is_encoding_certain: bool,
    /// Codes of the informants who speak in it or are named by its header.
    pub informants: Vec<String>,
    /// Turns.
    pub turns: u32,
    /// Physical lines.
    pub lines: u32,
    /// Decisions of earlier imports that were used.
    pub remembered: Vec<LabelRule>,
    /// What was odd and how it was handled.
    pub warnings: Vec<Message>,
    /// What it did to the segments of the source that it corrected; nothing where it is a new source.
    pub correction: Option<Correction>,
}

/// What became of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportOutcome {
    /// It is a source now.
    Taken(Box<Taken>),
    /// It is not.
    Refused(Refusal),
    /// Its turn did not come: the import was stopped, or nothing could be written any more.
    Skipped,
}

/// A file and what became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportedFile {
    /// Its name as the user knows it.
    pub file: String,
    /// What became of it.
    pub outcome: ImportOutcome,
}

/// What became of all files, in their order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportReport {
    /// The files.
    pub files: Vec<ImportedFile>,
    /// Whether it was stopped before its end.
    pub is_stopped: bool,
}

impl ImportReport {
    /// The files that became sources.
    pub fn taken(&self) -> impl Iterator<Item = &Taken> {
        self.files.iter().filter_map(|file| match &file.outcome {
            ImportOutcome::Taken(taken) => Some(&**taken),
            _ => None,
        })
    }

    /// The files that were refused.
    pub fn refused(&self) -> impl Iterator<Item = &Refusal> {
        self.files.iter().filter_map(|file| match &file.outcome {
            ImportOutcome::Refused(refusal) => Some(refusal),
            _ => None,
        })
    }

    /// The files whose turn did not come.
    pub fn skipped(&self) -> impl Iterator<Item = &ImportedFile> {
        self.files.iter().filter(|file| file.outcome == ImportOutcome::Skipped)
    }
}

/// A file that was read, or not, and waits for its batch.
struct Read {
    file: String,
    size: u64,
    result: Result<(ParsedSource, ImportOptions, Vec<LabelRule>), ImportError>,
}

impl Project {
    /// Brings files in, each its own step. `heard` is told of some files at a time, in order, when they are in or
    /// refused, and may break the work off. Stops when `watch` is pulled, inside a file too; says on it how far the
    /// work is: files whose fate is known, and bytes read and written.
    pub fn import_files(
        &mut self,
        files: Vec<Result<ImportFile, ImportError>>,
        watch: &Watch,
        mut heard: impl FnMut(&Self, &[ImportedFile]) -> ControlFlow<()>,
    ) -> ImportReport {
        let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let size = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |about| about.len()) + OVERHEAD;
        let sizes: Vec<u64> = files.iter().map(|file| file.as_ref().map_or(0, |file| size(&file.path))).collect();
        watch.weigh(2 * sizes.iter().sum::<u64>());
        let mut report = ImportReport::default();
        let mut batch: Vec<Read> = Vec::new();
        let (mut bytes, mut begun, mut is_broken) = (0, Instant::now(), false);
        let mut files = files.into_iter().zip(sizes);
        for (file, size) in files.by_ref() {
            let name = file.as_ref().map_or_else(|problem| problem.file().to_owned(), ImportFile::name);
            if is_broken || watch.is_cancelled() {
                batch.push(Read { result: Err(ImportError::Stopped { file: name.clone() }), file: name, size });
                break;
            }
            let done = u32::try_from(report.files.len()).unwrap_or(u32::MAX);
            watch.report(done, total, &name);
            if batch.is_empty() {
                (bytes, begun) = (0, Instant::now());
            }
            let result = file.and_then(|file| {
                let parsed = import::read_file_while(&file.path, &file.reading, watch)?;
                let used = file.reading.obeyed(&parsed).into_iter().filter(|rule| rule.is_remembered);
                Ok((parsed, file.options, used.cloned().collect()))
            });
            bytes += result.as_ref().map_or(0, |(parsed, ..)| parsed.original.len());
            batch.push(Read { file: name, size, result });
            if batch.len() >= BATCH_FILES || bytes >= BATCH_BYTES || begun.elapsed() >= BATCH_TIME {
                is_broken = self.land(std::mem::take(&mut batch), watch, &mut report, &mut heard).is_break();
            }
        }
        if !batch.is_empty() && !is_broken {
            is_broken = self.land(std::mem::take(&mut batch), watch, &mut report, &mut heard).is_break();
        }
        let rest = batch
            .into_iter()
            .map(|read| read.file)
            .chain(files.map(|(file, _)| file.map_or_else(|problem| problem.file().to_owned(), |file| file.name())));
        report.files.extend(rest.map(|file| ImportedFile { file, outcome: ImportOutcome::Skipped }));
        report.is_stopped = is_broken || watch.is_cancelled();
        watch.report(total, total, "");
        report
    }

    /// Keeps a batch; breaks where nothing can be written or nobody wants to hear more.
    fn land(
        &mut self,
        batch: Vec<Read>,
        watch: &Watch,
        report: &mut ImportReport,
        heard: &mut impl FnMut(&Self, &[ImportedFile]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let from = report.files.len();
        let (mut parsed, mut about, mut size) = (Vec::new(), Vec::new(), 0);
        for read in batch {
            size += read.size;
            about.push((
                read.file,
                read.result.map(|(file, options, used)| {
                    let encoding = file.format.has_encoding().then(|| file.encoding.name());
                    let about = (file.format, encoding, file.is_encoding_certain);
                    let told = (file.warnings.clone(), about, used);
                    parsed.push((file, options));
                    told
                }),
            ));
        }
        let (mut landed, broken) = match self.enter_sources_while(parsed, watch) {
            Ok(landed) => (landed.into_iter(), None),
            // Nothing can be written (disk full, file gone): the next files would fare no better.
            Err(error) => (Vec::new().into_iter(), Some(Refusal::of(&error))),
        };
        for (file, read) in about {
            let outcome = match (read, &broken) {
                (Err(ImportError::Stopped { .. }), _) => ImportOutcome::Skipped,
                (Err(error), _) => ImportOutcome::Refused(Refusal::of(&error)),
                (Ok(_), Some(refusal)) => ImportOutcome::Refused(refusal.clone()),
                (Ok((warnings, about, remembered)), None) => match landed.next() {
                    Some(Ok(landed)) => self.taken(landed, warnings, about, remembered),
                    Some(Err(Error::ImportStopped { .. })) | None => ImportOutcome::Skipped,
                    Some(Err(error)) => ImportOutcome::Refused(Refusal::of(&error)),
                },
            };
            report.files.push(ImportedFile { file, outcome });
        }
        watch.advance(size);
        heard(self, &report.files[from..])?;
        if broken.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn taken(
        &self,
        landed: Landed<Entered>,
        mut warnings: Vec<Message>,
        (format, encoding, is_encoding_certain): (Format, Option<&'static str>, bool),
        remembered: Vec<LabelRule>,
    ) -> ImportOutcome {
        let study = &self.study;
        let place = study.source_at(landed.value.source).map(|at| at as usize);
        let Some((at, source)) = place.and_then(|at| Some((at, study.sources.get(at)?))) else {
            // Taken back by another process in the same breath.
            return ImportOutcome::Skipped;
        };
        let turns = study.turns.get(at).map_or(&[][..], |turns| turns);
        if let Some(like) = landed.value.like {
            let warning = Message::new("import-warning-version").with("file", source.original_name.as_str());
            warnings.push(warning.with("source", like));
        }
        let speakers = study.speakers(at);
        let informants = speakers.iter().filter_map(|at| study.informants.get(*at as usize));
        let mut informants: Vec<String> = informants.map(|informant| informant.code.clone()).collect();
        informants.sort();
        ImportOutcome::Taken(Box::new(Taken {
            source: source.id,
            name: source.name.clone(),
            technique: source.technique,
            date: source.date,
            place: source.place.clone(),
            format,
            encoding,
            is_encoding_certain,
            informants,
            turns: u32::try_from(turns.len()).unwrap_or(u32::MAX),
            lines: source.lines,
            remembered,
            warnings,
            correction: landed.value.correction,
        }))
    }
}

impl ImportFile {
    /// The name of the file without its folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }
}
