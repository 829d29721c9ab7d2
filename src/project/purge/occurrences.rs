//! Everywhere the words of an informant occur: what a withdrawal locks and a purge removes, and what lies where the
//! program does not reach.

use super::super::backup;
use super::super::copies::neighbours;
use super::super::{Error, Project, data_folder};
use super::words::Words;
use super::{is_theirs_alone, sources_of};
use crate::domain::{InformantId, MemoHost, SourceText};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A place where words of an informant occur.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Occurrence {
    /// What it is: `source` (nobody else speaks in it), `part` (others do), `segment`, `coding`, `memo`, `quoted` (the
    /// researcher's writing that holds a run of the words), `export`, `backup`, `copy`; never translated.
    pub kind: &'static str,
    /// Its name: a source, a citation, what was written, a file; may be empty.
    pub what: String,
    /// How many turns, codings or memos; 1 for what is counted one by one.
    pub n: usize,
}

impl Project {
    /// Everywhere the words of an informant occur.
    ///
    /// # Errors
    /// The informant is gone, or the file cannot be read.
    pub fn occurrences(&self, id: InformantId) -> Result<Vec<Occurrence>, Error> {
        let study = &self.study;
        let at = study.informant_at(id).ok_or(Error::NoInformant)?;
        let mut found = Vec::new();
        let mut add = |kind, what: String, n| {
            if n > 0 {
                found.push(Occurrence { kind, what, n });
            }
        };
        let mut words = Words::default();
        let sources = sources_of(study, id);
        for (source, turns) in &sources {
            let name = study.source(*source).map(|source| source.name.clone()).unwrap_or_default();
            let theirs = turns.iter().filter(|turn| turn.informant == Some(id));
            add(if is_theirs_alone(turns, id) { "source" } else { "part" }, name, theirs.clone().count());
            let text = SourceText::new(self.db.text_of(*source)?.ok_or(Error::NoSource)?);
            for turn in theirs {
                words.add(text.slice(turn.words).unwrap_or_default());
            }
        }
        let entries = study.segments.iter().chain(study.locked.segments.values());
        let mut segments: Vec<_> = entries.filter(|entry| entry.voice.informants.contains(&at)).collect();
        segments.sort_by_key(|entry| (entry.source, entry.segment.range.start, entry.segment.range.end));
        for entry in &segments {
            add("segment", study.citation(entry), 1);
        }
        let ids: BTreeSet<_> = segments.iter().map(|entry| entry.segment.id).collect();
        let codings = study.codings.iter().map(|entry| entry.coding).chain(study.locked.codings.values().copied());
        let codings: BTreeSet<_> = codings.filter(|coding| ids.contains(&coding.segment)).map(|one| one.id).collect();
        add("coding", String::new(), codings.len());
        let memos = study.memos.iter().chain(&study.locked.memos).filter(|memo| match memo.host {
            MemoHost::Informant(host) => host == id,
            MemoHost::Segment(host) => ids.contains(&host),
            MemoHost::Coding(host) => codings.contains(&host),
            MemoHost::Source(host) => {
                sources.iter().any(|(source, turns)| *source == host && is_theirs_alone(turns, id))
            }
            MemoHost::Journal | MemoHost::Code(_) | MemoHost::Finding(_) => false,
        });
        add("memo", String::new(), memos.count());
        let mut quoted: BTreeMap<String, usize> = BTreeMap::new();
        for (place, _) in self.db.written_with(&|text| words.without(text))? {
            *quoted.entry(format!("{}.{}", place.table, place.column)).or_default() += 1;
        }
        for (what, n) in quoted {
            add("quoted", what, n);
        }
        for export in self.exports()? {
            if export.sources.iter().any(|source| sources.iter().any(|(id, _)| id == source)) {
                add("export", export.file, 1);
            }
        }
        for backup in backup::list(self.path()).unwrap_or_default() {
            add("backup", backup.name(), 1);
        }
        for copy in copies(self) {
            add("copy", copy.display().to_string(), 1);
        }
        Ok(found)
    }
}

/// Copies of this project that lie beside it or among what was rescued: named, never touched.
pub(super) fn copies(project: &Project) -> Vec<PathBuf> {
    let rescued = data_folder().map(|folder| folder.join("rescued"));
    let rescued = rescued.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let rescued = rescued.map(|entry| entry.path());
    let is_copy = |path: &PathBuf| backup::mark(path).is_ok_and(|mark| mark.project == project.study.project.id);
    neighbours(project.path()).into_iter().chain(rescued).filter(is_copy).collect()
}
