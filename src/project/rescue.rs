//! Rescuing what can be read of a damaged project into a new file, with a list of what was saved and what was not.

use super::{Access, Error, Project, Who, clock};
use crate::domain::{Language, Message, ProjectId, ProjectInfo, lines_cited};
use crate::i18n::Catalog;
use crate::import::{self, Encoding, Reading};
use crate::store::Draft;
use crate::store::rescue::{self, Note, Salvage, SavedSource, StandIns, TextState};
use std::path::Path;

/// What was saved and what was not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RescueReport {
    /// Whether everything was saved as it was.
    pub is_whole: bool,
    /// Number of sources that were saved.
    pub sources: u32,
    /// What was saved, each a sentence: the sources first, then the rest by kind.
    pub saved: Vec<Message>,
    /// What was not saved or had to be mended, each a sentence.
    pub lost: Vec<Message>,
}

/// Reads what is left of the project at `damaged` into the new file `new`; the damaged file stays as it is. `language`
/// is that of words that stand in for lost ones.
///
/// # Errors
/// There is nothing left of a project, or the new file exists or cannot be written. Nothing is left behind then.
pub fn rescue(damaged: &Path, new: &Path, language: Language, who: &Who) -> Result<RescueReport, Error> {
    let words = Catalog::new(language);
    let opening = who.opening();
    let stand_ins = StandIns {
        project: ProjectInfo {
            id: ProjectId::from_uuid(clock::new_id()),
            revision: 0,
            title: damaged.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            school: String::new(),
            researcher: String::new(),
            student_number: String::new(),
            supervisor: String::new(),
            citation: ProjectInfo::default_citation(language).to_owned(),
            language,
        },
        coder: words.text("rescue-stand-in-coder"),
        code: words.text("rescue-stand-in-code"),
        source: words.text("rescue-stand-in-source"),
        quotations: words.text("rescue-stand-in-quotations"),
        now: opening.now,
        reread: &|name, encoding, bytes| {
            let reading = Reading { encoding: Encoding::named(encoding), ..Reading::default() };
            let parsed = import::read(name, bytes.to_vec(), &reading).ok()?;
            Some((parsed.text, parsed.technique))
        },
    };
    if !damaged.exists() {
        // Said before a draft lies beside the place of the new file.
        return Err(crate::store::Error::Missing(damaged.to_owned()).into());
    }
    let (draft, mut db) = Draft::begin(new)?;
    let salvage = rescue::rescue(damaged, &db, &stand_ins, &opening)?;
    db.close()?;
    drop(db);
    draft.land(new)?;
    let mut project = Project::open(new, Access::ReadOnly, who.clone())?;
    let left = project.check()?.problems;
    project.close()?;
    Ok(report(&salvage, left))
}

fn report(salvage: &Salvage, left: Vec<Message>) -> RescueReport {
    let mut saved: Vec<Message> = salvage.sources.iter().map(say_source).collect();
    let mut lost: Vec<Message> = Vec::new();
    for count in salvage.counts.iter().filter(|count| count.table != "source" && count.table != "turn") {
        let kind = Message::new(kind_key(&count.table));
        let said = |key: &str, n: u32| Message::new(key).with("kind", kind.clone()).with("n", n);
        if count.saved > 0 {
            saved.push(said("rescue-saved-rows", count.saved));
        }
        if count.saved < count.known {
            lost.push(said("rescue-lost-rows", count.known - count.saved));
        }
    }
    match salvage.steps {
        Some(steps) => saved.push(Message::new("rescue-saved-history").with("n", steps)),
        None => lost.push(Message::new("rescue-lost-history")),
    }
    lost.extend(salvage.sources.iter().filter_map(say_text));
    lost.extend(salvage.notes.iter().map(say_note));
    if salvage.unreadable_pages > 0 {
        lost.push(Message::new("rescue-pages").with("n", salvage.unreadable_pages));
    }
    let is_whole = salvage.is_whole() && left.is_empty();
    lost.extend(left);
    let sources = u32::try_from(salvage.sources.len()).unwrap_or(u32::MAX);
    RescueReport { is_whole, sources, saved, lost }
}

/// The key of the word for the rows of a table.
fn kind_key(table: &str) -> &'static str {
    match table {
        "coder" => "rescue-kind-coders",
        "informant_group" => "rescue-kind-groups",
        "informant" => "rescue-kind-informants",
        "source" => "rescue-kind-sources",
        "turn" => "rescue-kind-turns",
        "code" => "rescue-kind-codes",
        "segment" => "rescue-kind-segments",
        "coding" => "rescue-kind-codings",
        "memo" => "rescue-kind-memos",
        "finding" | "evidence" => "rescue-kind-findings",
        "verdict" | "evaluation" | "evaluation_evidence" | "cell_note" => "rescue-kind-verdicts",
        _ => "rescue-kind-rest",
    }
}

fn say_source(source: &SavedSource) -> Message {
    let key = match source.text {
        TextState::Whole => "rescue-source-whole",
        TextState::Remade | TextState::Mended => "rescue-source-remade",
        TextState::Reread | TextState::Altered => "rescue-source-altered",
        TextState::Cut => "rescue-source-cut",
        TextState::Quotations => "rescue-source-quotations",
    };
    Message::new(key)
        .with("source", source.name.as_str())
        .with("lines", source.lines)
        .with("codings", source.codings)
        .with("known", source.codings_known)
}

/// What the user has to do about a text that is not what it was.
fn say_text(source: &SavedSource) -> Option<Message> {
    let key = match source.text {
        TextState::Whole | TextState::Remade | TextState::Mended => return None,
        TextState::Reread => "rescue-text-reread",
        TextState::Altered => "rescue-text-altered",
        TextState::Cut => "rescue-text-cut",
        TextState::Quotations => "rescue-text-quotations",
    };
    Some(Message::new(key).with("source", source.name.as_str()))
}

fn say_note(note: &Note) -> Message {
    let of = |key: &str, source: &str| Message::new(key).with("source", source);
    let rows =
        |key: &str, table: &str, n: u32| Message::new(key).with("kind", Message::new(kind_key(table))).with("n", n);
    match note {
        Note::Original(source) => of("rescue-original-lost", source),
        Note::OriginalAltered(source) => of("rescue-original-altered", source),
        Note::SourceLost(source) => of("rescue-source-lost", source),
        Note::Moved { source, lines, quote } => {
            let lines = lines_cited(lines.0, lines.1);
            of("rescue-moved", source).with("lines", lines).with("quote", quote.as_str())
        }
        Note::Reworded { source, quote } => of("rescue-reworded", source).with("quote", quote.as_str()),
        Note::Unplaced { source, quote } => of("rescue-unplaced", source).with("quote", quote.as_str()),
        Note::Appended { source, quotations } => of("rescue-appended", source).with("n", *quotations),
        Note::StandInCode(name) => Message::new("rescue-code").with("name", name.as_str()),
        Note::StandInCoder(name) => Message::new("rescue-coder").with("name", name.as_str()),
        Note::Detached { table, rows: n } => rows("rescue-detached", table, *n),
        Note::Partly { table, rows: n } => rows("rescue-partly", table, *n),
        Note::Replaced { table, rows: n } => rows("rescue-replaced", table, *n),
        Note::ProjectLost => Message::new("rescue-project-lost"),
    }
}
