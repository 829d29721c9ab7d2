//! Tests of the one door for writes. A study here is a few lines: `KS: words` is a turn of an informant,
//! `P: words` one of the researcher.

mod bad_input;
mod batch;
mod correct;
mod facts;
mod full;
mod gestures;
mod import_files;
mod judge;
mod operations;
mod people;
mod purge;
mod random;
mod rescue;
mod sources;
mod way_back;

use super::{Access, CodebookChoice, NewCoding, NewProject, Project, Who};
use crate::domain::{
    CharRange, CodeId, Direction, Language, Message, SourceId, SourceText, Standing, Technique, TurnKind,
};
use crate::i18n::Catalog;
use crate::import::{ParsedSource, ParsedSpeaker, ParsedTurn};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with one project.
pub(super) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("tesis.emaslim")
    }

    pub(super) fn create(&self) -> Project {
        let new =
            NewProject { title: String::new(), language: Language::Indonesian, codebook: CodebookChoice::Emaslim };
        Project::create(&self.path(), &new, who()).expect("a new project")
    }

    pub(super) fn open(&self) -> Project {
        Project::open(&self.path(), Access::ReadWrite, who()).expect("the project")
    }

    /// Names of the files in the folder.
    pub(super) fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn who() -> Who {
    Who { coder: "Ana".to_owned(), device: "laptop".to_owned() }
}

pub(super) const TEXT: &str =
    "TRANSKRIP\nKS: Setiap guru saya supervisi 👩‍🏫 dua kali.\nP: Lalu?\nKS: Kami bahas ḥasilnya.\n";

/// A source of lines; every line `X: words` is a turn.
fn parsed(name: &str, text: &str) -> ParsedSource {
    let source = SourceText::new(text);
    let mut turns = Vec::new();
    let mut speakers: Vec<ParsedSpeaker> = Vec::new();
    for line in (1..=source.line_count()).map(crate::domain::LineNumber::new) {
        let (Some(range), Some(words)) = (source.line_range(line), source.line(line)) else { continue };
        let Some((label, _)) = words.split_once(": ") else { continue };
        let start = range.start.get() + u32::try_from(label.chars().count()).expect("a short label") + 2;
        let speaker = (label != "P").then(|| {
            speakers.iter().position(|speaker| speaker.code == label).unwrap_or_else(|| {
                speakers.push(ParsedSpeaker {
                    code: label.to_owned(),
                    description: String::new(),
                    group: label.starts_with("KS").then(|| "principal".to_owned()),
                    standing: Standing::Key,
                    is_child: false,
                });
                speakers.len() - 1
            })
        });
        turns.push(ParsedTurn {
            range,
            words: CharRange::new(start, range.end.get()),
            label: label.to_owned(),
            speaker,
            kind: if speaker.is_some() { TurnKind::Speech } else { TurnKind::Question },
        });
    }
    ParsedSource {
        name: name.to_owned(),
        short: name.to_owned(),
        description: String::new(),
        file_name: format!("{name}.txt"),
        format: crate::import::Format::Text,
        encoding: crate::import::Encoding::UTF_8,
        is_encoding_certain: true,
        original: text.as_bytes().to_vec(),
        text: text.to_owned(),
        technique: Technique::Interview,
        date: "2025-02-12".parse().ok(),
        place: String::new(),
        setting: String::new(),
        header: vec![("Kode dokumen".to_owned(), name.to_owned())],
        turns,
        speakers,
        memos: Vec::new(),
        anchors: Vec::new(),
        recorded: crate::import::Recorded::default(),
        questions: crate::import::QuestionList::default(),
        layout: crate::import::Layout::default(),
        warnings: Vec::new(),
    }
}

pub(super) fn import(project: &mut Project, name: &str, text: &str) -> SourceId {
    project.import_source(parsed(name, text), &super::ImportOptions::default()).expect("an import").value
}

pub(super) fn code_of(project: &Project, short: &str) -> CodeId {
    project.study().codes.iter().find(|code| code.short == short).expect("a code").id
}

/// A coding of the only place where `words` stand.
pub(super) fn at_words(project: &mut Project, source: SourceId, words: &str, code: &str) -> NewCoding {
    let text = project.text(source).expect("a text");
    let places: Vec<CharRange> = text.find_all(words).collect();
    assert_eq!(places.len(), 1, "{words}");
    NewCoding {
        source,
        range: places[0],
        code: code_of(project, code),
        direction: Some(Direction::Supports),
        coder: None,
        memo: None,
    }
}

pub(super) fn dump(path: &Path) -> String {
    crate::store::dump(path).expect("a dump")
}

pub(super) fn indonesian(message: &Message) -> String {
    Catalog::new(Language::Indonesian).say(message)
}

pub(super) fn english(message: &Message) -> String {
    Catalog::new(Language::English).say(message)
}

/// That the patched study holds what a study read anew holds.
pub(super) fn assert_study_is_true(project: &Project) {
    let fresh = super::projection::load(&project.db).expect("a study");
    let patched = project.study();
    assert_eq!(patched.project, fresh.project);
    assert_eq!(patched.groups, fresh.groups);
    assert_eq!(patched.informants, fresh.informants);
    assert_eq!(patched.informant_groups, fresh.informant_groups);
    assert_eq!(patched.sources, fresh.sources);
    assert_eq!(patched.turns, fresh.turns);
    assert_eq!(patched.progress, fresh.progress);
    assert_eq!(patched.codes, fresh.codes);
    assert_eq!(patched.code_parents, fresh.code_parents);
    assert_eq!(patched.codebooks, fresh.codebooks);
    assert_eq!(patched.confusing_pairs, fresh.confusing_pairs);
    for study in [&*patched, &fresh] {
        for (at, entry) in (0..).zip(&study.segments) {
            assert_eq!(study.segment_at(entry.segment.id), Some(at));
            assert_eq!(study.sources[entry.source as usize].id, entry.segment.source);
        }
        for (at, entry) in (0..).zip(&study.codings) {
            assert_eq!(study.coding_at(entry.coding.id), Some(at));
            assert_eq!(study.segments[entry.segment as usize].segment.id, entry.coding.segment);
            assert_eq!(study.codes[entry.code as usize].id, entry.coding.code);
            assert_eq!(study.coders[entry.coder as usize].id, entry.coding.coder);
        }
        for (at, coder) in (0..).zip(&study.coders) {
            assert_eq!(study.coder_at(coder.id), Some(at));
        }
    }
    let segments = |study: &crate::analysis::Study| {
        let mut all = study.segments.clone();
        all.sort_by_key(|entry| entry.segment.id);
        all
    };
    assert_eq!(segments(&patched), segments(&fresh));
    let codings = |study: &crate::analysis::Study| {
        let mut all: Vec<_> = study.codings.iter().map(|entry| entry.coding).collect();
        all.sort_by_key(|coding| coding.id);
        all
    };
    assert_eq!(codings(&patched), codings(&fresh));
    let coders = |study: &crate::analysis::Study| {
        let mut all = study.coders.clone();
        all.sort_by_key(|coder| coder.id);
        all
    };
    assert_eq!(coders(&patched), coders(&fresh));
    let memos = |study: &crate::analysis::Study| {
        let mut all = study.memos.clone();
        all.sort_by_key(|memo| memo.id);
        all
    };
    assert_eq!(memos(&patched), memos(&fresh));
    assert_eq!(patched.findings, fresh.findings);
    assert_eq!(patched.evidence, fresh.evidence);
    assert_eq!(patched.verdicts, fresh.verdicts);
    assert_eq!(patched.cell_notes, fresh.cell_notes);
    assert_eq!(patched.evaluations, fresh.evaluations);
    assert_eq!(patched.member_checks, fresh.member_checks);
    assert_eq!(patched.locked.evidence, fresh.locked.evidence);
    for memo in &patched.memos {
        let found = patched.memo_of(memo.host).expect("a memo");
        assert!(found.host == memo.host && (found.id == memo.id || memo.host == crate::domain::MemoHost::Journal));
    }
}
