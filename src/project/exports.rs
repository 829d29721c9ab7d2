//! What was handed out, and what of it no longer says who speaks as the project does.

use super::transact::Work;
use super::{Error, Project, clock};
use crate::analysis::Study;
use crate::domain::{ExportId, Exported, GroupId, InformantId, SourceId, TurnId};
use crate::store::{ExportRow, Keyed, Since};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Columns that a citation, a code form or a column of a table is made of.
const SAID: [&str; 11] = [
    "code",
    "informant_group",
    "pseudonym",
    "withdrawn",
    "informant",
    "kind",
    "name",
    "short",
    "technique",
    "date",
    "revision",
];

impl Project {
    /// Writes down that something was exported: what (`excerpts`), in which format (`docx`), under which file name
    /// (a folder before it is dropped), with whose words. It is no step. A project that is read only notes nothing.
    ///
    /// # Errors
    /// The file cannot be written; the export itself lies there all the same.
    pub fn note_export(&mut self, what: &str, format: &str, file: &str, sources: &[SourceId]) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        // Both separators, because a path may come from another system.
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let name = Path::new(name).file_name().map(|name| name.to_string_lossy().into_owned());
        self.db.add_export(&Exported {
            id: ExportId::from_uuid(clock::new_id()),
            at: clock::now(),
            coder: self.who.coder.clone(),
            what: what.to_owned(),
            format: format.to_owned(),
            file: name.unwrap_or_default(),
            sources: sources.to_vec(),
            is_outdated: false,
        })?;
        Ok(())
    }

    /// What was exported, the newest first, and what of it is outdated.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn exports(&self) -> Result<Vec<Exported>, Error> {
        let rows = self.db.exports()?;
        let Some(first) = rows.iter().map(|row| row.step).min() else { return Ok(Vec::new()) };
        let since = self.db.changed_speakers(first)?;
        let concerned = Concerned::of(&self.study);
        let outdated = |row: &ExportRow| {
            let is_gone = |source: &SourceId| self.study.source(*source).is_none();
            row.exported.sources.iter().any(is_gone)
                || row.step < 0
                || since
                    .iter()
                    .filter(|change| change.step > row.step && change.undoes.is_none_or(|undone| undone <= row.step))
                    .any(|change| concerned.touches(change, &row.exported.sources))
        };
        let is_outdated: Vec<bool> = rows.iter().map(outdated).collect();
        let exports = rows.into_iter().zip(is_outdated);
        Ok(exports.map(|(row, is_outdated)| Exported { is_outdated, ..row.exported }).collect())
    }
}

/// How many past exports hold words of these sources: they will be outdated when the step in hand lands.
pub(super) fn exports_of(work: &Work<'_>, sources: &[SourceId]) -> Result<usize, Error> {
    let holds = |row: &ExportRow| row.exported.sources.iter().any(|source| sources.contains(source));
    Ok(work.db.exports()?.iter().filter(|row| holds(row)).count())
}

/// Which sources a change of a turn, an informant or a group bears upon.
struct Concerned {
    of_turn: HashMap<TurnId, SourceId>,
    of_informant: HashMap<InformantId, HashSet<SourceId>>,
    of_group: HashMap<GroupId, HashSet<SourceId>>,
}

impl Concerned {
    fn of(study: &Study) -> Self {
        let mut concerned = Self { of_turn: HashMap::new(), of_informant: HashMap::new(), of_group: HashMap::new() };
        let groups: HashMap<InformantId, GroupId> =
            study.informants.iter().filter_map(|informant| Some((informant.id, informant.group?))).collect();
        for (source, turns) in study.sources.iter().zip(&study.turns) {
            for turn in turns.iter() {
                concerned.of_turn.insert(turn.id, source.id);
                let Some(informant) = turn.informant else { continue };
                concerned.of_informant.entry(informant).or_default().insert(source.id);
                if let Some(group) = groups.get(&informant) {
                    concerned.of_group.entry(*group).or_default().insert(source.id);
                }
            }
        }
        concerned
    }

    fn touches(&self, change: &Since, sources: &[SourceId]) -> bool {
        if !change.columns.iter().any(|column| SAID.contains(&column.as_str())) {
            return false;
        }
        let among =
            |held: Option<&HashSet<SourceId>>| held.is_some_and(|held| sources.iter().any(|id| held.contains(id)));
        match change.table.as_str() {
            "turn" => self.of_turn.get(&Keyed::of(change.key)).is_some_and(|source| sources.contains(source)),
            "informant" => among(self.of_informant.get(&Keyed::of(change.key))),
            "informant_group" => among(self.of_group.get(&Keyed::of(change.key))),
            "source" => sources.contains(&Keyed::of(change.key)),
            _ => false,
        }
    }
}
