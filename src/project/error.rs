//! What can go wrong with a project, each with a sentence that says what to do next.

use super::Step;
use super::codes::Unfit;
use super::judging::Misjudged;
use crate::domain::citation::{DATE_PARTS, PatternError, TOKENS};
use crate::domain::{AttributeKind, Message, Say, Timestamp};
use crate::import::CodebookError;
use crate::store;
use std::path::{Path, PathBuf};

/// An error of a project. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The system names no folder where backups could lie.
    #[error("no data folder")]
    NoBackupPlace,
    /// The folder of backups cannot be written.
    #[error("{detail}: {}", .folder.display())]
    BackupFolder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// No backup of this project is known.
    #[error("no backups of {}", .path.display())]
    NoBackups {
        /// The project file.
        path: PathBuf,
    },
    /// There is no backup of this name.
    #[error("no backup {name}")]
    NoBackup {
        /// What was asked for.
        name: String,
    },
    /// Several backups begin with this name.
    #[error("several backups begin with {name}: {known}")]
    ManyBackups {
        /// What was asked for.
        name: String,
        /// Their names.
        known: String,
    },
    /// The backup is of another project.
    #[error("the backup is of another project, {title}")]
    OtherProject {
        /// The title in the backup.
        title: String,
    },
    /// Somebody has the project open.
    #[error("open on {device} by {coder} since {since:?}")]
    InUse {
        /// Who; may be empty.
        coder: String,
        /// Where; may be empty.
        device: String,
        /// Since when, where it is known.
        since: Option<Timestamp>,
    },
    /// A codebook file that cannot be read.
    #[error("codebook: {0}")]
    Codebook(#[from] CodebookError),
    /// A change that would not leave a codebook behind.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A judgement that cannot be kept.
    #[error(transparent)]
    Misjudged(#[from] Misjudged),
    /// The step to be taken back or brought back is not the one that was named: another process has made, undone or
    /// redone one meanwhile.
    #[error("the step in question is now {} by {} on {}", step.id, step.coder, step.device)]
    OtherStep {
        /// The step that it would be now.
        step: Box<Step>,
        /// Whether it was to be brought back.
        is_redo: bool,
    },
    /// A file beside the project that holds another one.
    #[error("another project: {}", .0.display())]
    NotACopy(PathBuf),
    /// Another source has this name.
    #[error("another source is named {name}")]
    SameName {
        /// The name.
        name: String,
    },
    /// A source cannot be called what another source is called.
    #[error("another source is named {name} already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// A source without a name.
    #[error("a source needs a name")]
    NamelessSource,
    /// One name for several sources.
    #[error("one name for {count} sources")]
    OneName {
        /// How many.
        count: usize,
    },
    /// A copy of an original cannot be written where a program could open it.
    #[error("{detail}: {file}")]
    NotLaidOut {
        /// Name of the file.
        file: String,
        /// What the system says.
        detail: String,
    },
    /// Nothing was typed.
    #[error("a source needs words")]
    NoWords,
    /// A text that cannot be read.
    #[error(transparent)]
    Import(#[from] crate::import::ImportError),
    /// The same bytes have been imported before.
    #[error("{file} is already in the project as {name}")]
    SameBytes {
        /// The file.
        file: String,
        /// The source that holds them.
        name: String,
    },
    /// A file without words.
    #[error("{file} holds no text")]
    NoText {
        /// The file.
        file: String,
    },
    /// An importer found turns that do not lie in the text.
    #[error("{file}: turn {turn} does not lie in the text")]
    Turn {
        /// The file.
        file: String,
        /// Which, from 1.
        turn: usize,
    },
    /// There is no such group.
    #[error("no group {group}; there are {known}")]
    NoGroup {
        /// What was asked for.
        group: String,
        /// The keys of those that exist.
        known: String,
    },
    /// The group is gone.
    #[error("no such group")]
    NoSuchGroup,
    /// A group without a name.
    #[error("a group needs a name")]
    NamelessGroup,
    /// Another group has this name.
    #[error("another group is named {name}")]
    SameGroup {
        /// The name.
        name: String,
    },
    /// The only group that is left.
    #[error("{name} is the last group")]
    LastGroup {
        /// Its name.
        name: String,
    },
    /// The informant is gone.
    #[error("no such informant")]
    NoInformant,
    /// An informant without a code.
    #[error("an informant needs a code")]
    NamelessInformant,
    /// Another informant has this code.
    #[error("another informant is {code}")]
    SameInformant {
        /// The code.
        code: String,
    },
    /// The informant's words are locked.
    #[error("{code} has withdrawn consent")]
    Withdrawn {
        /// The informant's code.
        code: String,
    },
    /// A passage that covers locked words.
    #[error("{name} covers words of {code}, who has withdrawn")]
    Locked {
        /// Who has withdrawn.
        code: String,
        /// The source.
        name: String,
    },
    /// The informant's words are not locked.
    #[error("{code} has not withdrawn consent")]
    NotWithdrawn {
        /// The informant's code.
        code: String,
    },
    /// What was typed to confirm a purge is not the informant's code.
    #[error("{typed} is not {code}")]
    NotConfirmed {
        /// The informant's code.
        code: String,
        /// What was typed.
        typed: String,
    },
    /// No turn stands behind this label.
    #[error("no turn of {label}")]
    NoLabel {
        /// The label.
        label: String,
    },
    /// The turn is gone.
    #[error("no such turn")]
    NoTurn,
    /// A source in which only the researcher speaks.
    #[error("nobody but the researcher speaks in {name}")]
    NobodySpeaks {
        /// Its name.
        name: String,
    },
    /// The attribute is gone.
    #[error("no such attribute")]
    NoAttribute,
    /// An attribute without a name.
    #[error("an attribute needs a name")]
    NamelessAttribute,
    /// Another attribute has this name.
    #[error("another attribute is named {name}")]
    SameAttribute {
        /// The name.
        name: String,
    },
    /// A choice without a list.
    #[error("{name} has no choices")]
    NoChoices {
        /// The attribute.
        name: String,
    },
    /// A value that the attribute does not take.
    #[error("{value} is no {kind} ({name})")]
    WrongValue {
        /// The attribute.
        name: String,
        /// Its kind.
        kind: AttributeKind,
        /// The value.
        value: String,
        /// The list of a choice.
        choices: String,
    },
    /// Values that an attribute would no longer take.
    #[error("{n} values of {name} are no {kind}, among them {value}")]
    AttributeMisfits {
        /// The attribute.
        name: String,
        /// The kind it was to be.
        kind: AttributeKind,
        /// How many.
        n: usize,
        /// One of them.
        value: String,
    },
    /// The source is gone.
    #[error("no such source")]
    NoSource,
    /// The code is gone.
    #[error("no such code")]
    NoCode,
    /// The coding is gone.
    #[error("no such coding")]
    NoCoding,
    /// The segment is gone.
    #[error("no such segment")]
    NoSegment,
    /// There is no such step in the history.
    #[error("no such step")]
    NoStep,
    /// A point of the history that cannot be gone back to: a step that nothing takes back stands in the way.
    #[error("nothing takes back {}", step.id)]
    NoWayBack {
        /// That step.
        step: Box<Step>,
    },
    /// What a memo hangs on is gone.
    #[error("no such host of a memo")]
    NoHost,
    /// A range without a single character.
    #[error("the range {start}..{start} of {name} is empty")]
    EmptyRange {
        /// The source.
        name: String,
        /// Where, in code points.
        start: u32,
    },
    /// A range that reaches beyond its text.
    #[error("the range {start}..{end} reaches beyond {name}, which has {length} code points")]
    BeyondText {
        /// The source.
        name: String,
        /// Its start in code points.
        start: u32,
        /// Its end in code points.
        end: u32,
        /// Length of the text in code points.
        length: u32,
    },
    /// A project without a title.
    #[error("a project needs a title")]
    NoTitle,
    /// A citation pattern that cannot be used.
    #[error("citation pattern: {0}")]
    Citation(PatternError),
    /// A coder without a name.
    #[error("a coder needs a name")]
    NamelessCoder,
    /// The import was stopped before this file was in.
    #[error("the import was stopped before {file} was in")]
    ImportStopped {
        /// The file.
        file: String,
    },
    /// Building the sample study was stopped.
    #[error("building the sample study was stopped")]
    SampleStopped,
    /// The sample study inside the program does not fit it.
    #[error("sample study: {0}")]
    SampleDamaged(String),
}

impl Error {
    /// Whether another device has taken the project over.
    pub const fn is_taken_over(&self) -> bool {
        matches!(self, Self::Store(store::Error::TakenOver(_)))
    }

    /// Whether it is only that somebody has stopped the work.
    pub const fn is_stop(&self) -> bool {
        matches!(self, Self::Store(store::Error::Stopped))
    }

    /// The same error, naming the file where it names none yet.
    #[must_use]
    pub(super) fn of(self, path: &Path) -> Self {
        match self {
            Self::Store(error) => Self::Store(error.of(path)),
            other => other,
        }
    }

    /// The damaged file whose words may still be rescued into a new one.
    pub fn damaged_file(&self) -> Option<&Path> {
        match self {
            Self::Store(error) => error.damaged_file(),
            _ => None,
        }
    }

    /// Whether the file is no longer at its place, and what was open lies in a copy.
    pub const fn is_displaced(&self) -> bool {
        matches!(self, Self::Store(store::Error::Displaced(_)))
    }
}

impl Say for Error {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::NoBackupPlace => Message::new("error-backup-no-place"),
            Self::BackupFolder { folder, .. } => {
                Message::new("error-backup-folder").with("path", folder.display().to_string())
            }
            Self::NoBackups { path } => Message::new("error-backup-none").with("path", path.display().to_string()),
            Self::NoBackup { name } => Message::new("error-backup-unknown").with("name", name.as_str()),
            Self::ManyBackups { name, known } => {
                Message::new("error-backup-several").with("name", name.as_str()).with("known", known.as_str())
            }
            Self::OtherProject { title } => Message::new("error-backup-other").with("name", title.as_str()),
            Self::InUse { coder, device, since: Some(since) } if !coder.is_empty() && !device.is_empty() => {
                Message::new("error-in-use-by")
                    .with("coder", coder.as_str())
                    .with("device", device.as_str())
                    .with("at", *since)
            }
            Self::InUse { .. } => Message::new("error-in-use"),
            Self::Codebook(error) => error.message(),
            Self::Unfit(unfit) => unfit.message(),
            Self::Misjudged(error) => error.message(),
            Self::OtherStep { step, is_redo } => {
                Message::new(if *is_redo { "error-redo-other" } else { "error-undo-other" })
                    .with("what", step.sentence.clone())
                    .with("coder", step.coder.as_str())
                    .with("device", step.device.as_str())
            }
            Self::NotACopy(path) => Message::new("error-not-a-copy").with("path", path.display().to_string()),
            Self::SameName { name } => Message::new("error-same-name").with("name", name.as_str()),
            Self::NameTaken { name } => Message::new("error-name-taken").with("name", name.as_str()),
            Self::NamelessSource => Message::new("error-nameless-source"),
            Self::OneName { count } => Message::new("error-one-name").with("n", *count),
            Self::NotLaidOut { file, .. } => Message::new("error-not-laid-out").with("file", file.as_str()),
            Self::NoWords => Message::new("error-no-words"),
            Self::Import(error) => error.message(),
            Self::SameBytes { file, name } => {
                Message::new("error-same-bytes").with("file", file.as_str()).with("name", name.as_str())
            }
            Self::NoText { file } => Message::new("error-no-text").with("file", file.as_str()),
            Self::Turn { file, .. } => Message::new("error-turn").with("file", file.as_str()),
            Self::NoGroup { group, known } => {
                Message::new("error-no-group").with("group", group.as_str()).with("known", known.as_str())
            }
            Self::NoSuchGroup => Message::new("error-group-gone"),
            Self::NamelessGroup => Message::new("error-group-nameless"),
            Self::SameGroup { name } => Message::new("error-group-same").with("name", name.as_str()),
            Self::LastGroup { name } => Message::new("error-group-last").with("name", name.as_str()),
            Self::NoInformant => Message::new("error-informant-gone"),
            Self::NamelessInformant => Message::new("error-informant-nameless"),
            Self::SameInformant { code } => Message::new("error-informant-same").with("name", code.as_str()),
            Self::Withdrawn { code } => Message::new("error-withdrawn").with("name", code.as_str()),
            Self::Locked { code, name } => {
                Message::new("error-locked").with("name", code.as_str()).with("source", name.as_str())
            }
            Self::NotWithdrawn { code } => Message::new("error-not-withdrawn").with("name", code.as_str()),
            Self::NotConfirmed { code, .. } => Message::new("error-purge-code").with("name", code.as_str()),
            Self::NoLabel { label } => Message::new("error-no-label").with("name", label.as_str()),
            Self::NoTurn => Message::new("error-no-turn"),
            Self::NobodySpeaks { name } => Message::new("error-nobody-speaks").with("name", name.as_str()),
            Self::NoAttribute => Message::new("error-attribute-gone"),
            Self::NamelessAttribute => Message::new("error-attribute-nameless"),
            Self::SameAttribute { name } => Message::new("error-attribute-same").with("name", name.as_str()),
            Self::NoChoices { name } => Message::new("error-attribute-choices").with("name", name.as_str()),
            Self::WrongValue { name, kind, value, choices } => Message::new("error-attribute-value")
                .with("name", name.as_str())
                .with("kind", kind.key())
                .with("value", value.as_str())
                .with("choices", choices.as_str()),
            Self::AttributeMisfits { name, kind, n, value } => Message::new("error-attribute-misfits")
                .with("name", name.as_str())
                .with("kind", kind.key())
                .with("n", *n)
                .with("value", value.as_str()),
            Self::NoSource => Message::new("error-no-source"),
            Self::NoCode => Message::new("error-no-code"),
            Self::NoCoding => Message::new("error-no-coding"),
            Self::NoSegment => Message::new("error-no-segment"),
            Self::NoStep => Message::new("error-no-step"),
            Self::NoWayBack { step } => Message::new("error-no-way-back").with("what", step.sentence.clone()),
            Self::NoHost => Message::new("error-no-host"),
            Self::EmptyRange { name, .. } => Message::new("error-empty-range").with("name", name.as_str()),
            Self::BeyondText { name, start, end, length } => Message::new("error-beyond-text")
                .with("name", name.as_str())
                .with("range", format!("{start}..{end}"))
                .with("length", length.to_string()),
            Self::NoTitle => Message::new("error-no-title"),
            Self::Citation(error) => pattern_message(error),
            Self::NamelessCoder => Message::new("error-nameless-coder"),
            Self::ImportStopped { file } => Message::new("import-error-stopped").with("file", file.as_str()),
            Self::SampleStopped => Message::new("sample-stopped"),
            Self::SampleDamaged(_) => Message::new("sample-damaged"),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Store(error) => error.detail(),
            Self::Import(error) => error.detail(),
            Self::BackupFolder { .. }
            | Self::Codebook(_)
            | Self::NotLaidOut { .. }
            | Self::Turn { .. }
            | Self::SampleDamaged(_) => Some(self.to_string()),
            _ => None,
        }
    }

    fn mark(&self) -> String {
        match self {
            Self::Store(error) => error.mark(),
            _ => self.message().key,
        }
    }
}

/// Why a citation pattern cannot be used, and what can.
pub fn pattern_message(error: &PatternError) -> Message {
    match error {
        PatternError::Empty => Message::new("error-citation-empty").with("tokens", TOKENS),
        PatternError::Unknown(token) => {
            Message::new("error-citation-token").with("token", format!("{{{token}}}")).with("tokens", TOKENS)
        }
        PatternError::Unclosed(rest) => Message::new("error-citation-brace").with("rest", format!("{{{rest}")),
        PatternError::Date(form) => {
            Message::new("error-citation-date").with("form", form.as_str()).with("parts", DATE_PARTS)
        }
    }
}
