//! What may be typed. The words that explain it stand in `cli.ftl` and are put in by [`super::help`], so that
//! `--help` speaks the user's language; a test holds that none is missing.

use crate::analysis::{Axis, RowsKind};
use crate::domain::{CharRange, Date, Direction, Language, Technique, TurnKind};
use crate::export::{CellWords, ChartKind, TableKind};
use crate::import::{Cues, Encoding, LabelRule, Questions, Times};
use crate::project::AsVersion;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::str::FromStr;

#[derive(Parser, Debug)]
#[command(name = "emaslim", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[arg(value_name = "PROJECT")]
    pub project: Option<PathBuf>,
    #[arg(long, global = true, value_name = "id|en", value_parser = one_of::<Language>(&["id", "en"]))]
    pub lang: Option<Language>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand, strum::IntoStaticStr, Debug)]
pub(crate) enum Command {
    Demo {
        #[arg(long, value_name = "DIR")]
        into: Option<PathBuf>,
        #[arg(long, hide = true)]
        no_window: bool,
    },
    New {
        project: PathBuf,
        #[arg(long, default_value = "emaslim", value_name = "emaslim|empty|FILE.json")]
        codebook: PathBuf,
    },
    Import(Import),
    Edit(super::edit::Edit),
    Sources(Listing),
    Source(super::source::Source),
    Memos(Listing),
    Memo(super::memos::NewMemo),
    Informants(Listing),
    Informant(super::people::InformantArguments),
    Assign(super::people::AssignArguments),
    Codes(Listing),
    Codings {
        #[command(flatten)]
        listing: Listing,
        #[command(flatten)]
        which: Which,
    },
    Text {
        #[command(flatten)]
        listing: Listing,
        source: String,
        #[arg(long, value_name = "45-48", value_parser = lines)]
        lines: Option<(u32, u32)>,
    },
    Code(Box<CodeArguments>),
    Uncode {
        project: PathBuf,
        coding: String,
        #[arg(long)]
        take_over: bool,
    },
    Coding(super::coding::CodingArguments),
    Segments(Listing),
    Segment(super::segments::SegmentArguments),
    Compare {
        #[command(flatten)]
        listing: Listing,
        #[command(flatten)]
        table: Table,
    },
    Findings(Listing),
    Finding(super::findings::FindingArguments),
    Verdict(super::judge::VerdictArguments),
    Cell(super::judge::CellArguments),
    Evaluate(super::judge::EvaluateArguments),
    Export(Box<Export>),
    Codebook(super::codebook::CodebookArguments),
    Project(Box<ProjectArguments>),
    Undo {
        project: PathBuf,
        #[arg(long, value_name = "STEP")]
        to: Option<String>,
        #[arg(id = "undo_dry_run", long = "dry-run", requires = "to")]
        undo_dry_run: bool,
        #[arg(long)]
        take_over: bool,
    },
    Redo {
        project: PathBuf,
        #[arg(long)]
        take_over: bool,
    },
    History {
        #[command(flatten)]
        listing: Listing,
        #[arg(long, value_name = "N", default_value_t = u32::MAX, hide_default_value = true)]
        limit: u32,
        #[arg(id = "of_coding", long = "coding", value_name = "CODING")]
        of_coding: Option<String>,
    },
    Check(Listing),
    Copies {
        #[command(flatten)]
        listing: Listing,
        #[arg(value_name = "OTHER")]
        other: Option<PathBuf>,
    },
    Backup(Backup),
    Restore(Restore),
    Compact {
        project: PathBuf,
    },
    Rescue {
        damaged: PathBuf,
        new: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Backup {
    pub project: PathBuf,
    /// A copy of its own instead of a backup.
    #[arg(id = "copy", short = 'o', long = "output", value_name = "FILE", conflicts_with_all = ["list", "json"])]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub list: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Restore {
    pub project: PathBuf,
    #[arg(value_name = "BACKUP|latest", conflicts_with = "list")]
    pub backup: Option<String>,
    #[arg(long)]
    pub list: bool,
    #[arg(id = "restore_dry_run", long = "dry-run", conflicts_with = "list")]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

/// What a project says about itself: shown where nothing is to be set.
#[derive(Args, Debug)]
pub(crate) struct ProjectArguments {
    pub project: PathBuf,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub title: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub school: Option<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub researcher: Option<String>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub student_number: Option<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub supervisor: Option<String>,
    #[arg(long, value_name = "PATTERN", allow_hyphen_values = true)]
    pub citation: Option<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub take_over: bool,
}

/// A question to a project.
#[derive(Args, Debug)]
pub(crate) struct Listing {
    pub project: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Import {
    pub project: PathBuf,
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_parser = technique())]
    pub technique: Option<Technique>,
    #[arg(long, value_name = "CODE")]
    pub informant: Option<String>,
    #[arg(long)]
    pub group: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    #[arg(long)]
    pub place: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Encoding>,
    #[arg(long, value_name = "LABEL=CODE|question|other|none", value_parser = label)]
    pub label: Vec<LabelRule>,
    #[arg(id = "as_version", long = "as", value_name = "new|correction", value_parser = as_version())]
    pub version: Option<AsVersion>,
    #[arg(long, default_value = "join", hide_default_value = true, value_parser = one_of::<Cues>(&["join", "keep"]))]
    pub cues: Cues,
    #[arg(long, default_value = "remove", hide_default_value = true, value_parser = one_of::<Times>(&["remove", "keep"]))]
    pub times: Times,
    #[arg(long, default_value = "find", hide_default_value = true, value_parser = one_of::<Questions>(&["find", "split", "keep"]))]
    pub questions: Questions,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub take_over: bool,
    #[arg(long)]
    pub json: bool,
}

/// Which codings are meant.
#[derive(Args, Debug, Default)]
pub(crate) struct Which {
    #[arg(long)]
    pub code: Option<String>,
    #[arg(long)]
    pub group: Option<String>,
    #[arg(long, value_parser = technique())]
    pub technique: Option<Technique>,
    #[arg(long)]
    pub source: Option<String>,
    #[arg(long)]
    pub informant: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub coder: Option<String>,
    #[arg(long, value_parser = one_of::<MaybeDirection>(&["supports", "partly", "weakens", "context", "null"]))]
    pub direction: Option<MaybeDirection>,
}

impl Which {
    /// Whether anything is asked for at all.
    pub fn is_narrow(&self) -> bool {
        let Self { code, group, technique, source, informant, coder, direction } = self;
        let names = [code, group, source, informant, coder];
        names.iter().any(|name| name.is_some()) || technique.is_some() || direction.is_some()
    }
}

/// A direction, or none yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MaybeDirection(pub Option<Direction>);

impl FromStr for MaybeDirection {
    type Err = <Direction as FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if matches!(text, "null" | "none") {
            Ok(Self(None))
        } else {
            text.parse().map(|direction| Self(Some(direction)))
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct CodeArguments {
    pub project: PathBuf,
    #[arg(long, required_unless_present = "from", conflicts_with = "from")]
    pub source: Option<String>,
    #[arg(long, required_unless_present = "from", conflicts_with = "from")]
    pub code: Option<String>,
    #[command(flatten)]
    pub place: PlaceArguments,
    #[arg(long, value_name = "N", conflicts_with_all = ["range", "from"])]
    pub nth: Option<u32>,
    #[arg(long, value_parser = direction(), conflicts_with = "from")]
    pub direction: Option<Direction>,
    #[arg(long, value_name = "NAME", conflicts_with = "from")]
    pub coder: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "from")]
    pub memo: Option<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub take_over: bool,
}

/// Where to code: exactly one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct PlaceArguments {
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub quote: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub quote_file: Option<PathBuf>,
    #[arg(long, value_name = "120..180", value_parser = range)]
    pub range: Option<CharRange>,
    #[arg(long, value_name = "FILE|-")]
    pub from: Option<PathBuf>,
}

/// Which comparison.
#[derive(Args, Debug)]
pub(crate) struct Table {
    #[arg(long, default_value = "roles", value_parser = one_of::<RowsKind>(&["roles", "codes", "findings"]))]
    pub rows: RowsKind,
    #[arg(long, default_value = "group", value_name = "BY", value_parser = By::parser())]
    pub by: By,
    #[arg(long, value_name = "BY", value_parser = By::parser())]
    pub within: Option<By>,
    #[arg(id = "of_codebook", long = "codebook", value_name = "NAME")]
    pub codebook: Option<String>,
}

/// What stands in the columns: an axis that every project has, or an attribute by its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum By {
    Axis(Axis),
    Attribute(String),
}

impl By {
    pub(super) fn parser() -> impl TypedValueParser<Value = Self> {
        ByParser(PossibleValuesParser::new([
            "group",
            "informant",
            "technique",
            "source",
            "date",
            "coder",
            "attribute:NAME",
        ]))
    }
}

/// A closed list but for the name of an attribute.
#[derive(Clone)]
struct ByParser(PossibleValuesParser);

impl TypedValueParser for ByParser {
    type Value = By;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<By, clap::Error> {
        let typed = value.to_string_lossy();
        match (typed.parse::<Axis>(), typed.strip_prefix("attribute:")) {
            (Ok(axis), _) => Ok(By::Axis(axis)),
            (Err(_), Some(name)) if !name.trim().is_empty() => Ok(By::Attribute(name.to_owned())),
            // Whatever else is none of the list, which the list itself says best.
            _ => self.0.parse_ref(command, arg, value).map(By::Attribute),
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct Export {
    pub project: PathBuf,
    /// Not a closed list for the parser: what does not exist lists what does.
    #[arg(long)]
    pub what: String,
    #[arg(long)]
    pub format: String,
    #[command(flatten)]
    pub which: Which,
    #[arg(long, default_value = "roles", value_parser = one_of::<RowsKind>(&["roles", "codes", "findings"]))]
    pub rows: RowsKind,
    /// Only one of the tables.
    #[arg(long, value_parser = one_of::<TableKind>(&["4.1", "4.2", "4.3", "4.4", "4.5", "4.6"]))]
    pub table: Option<TableKind>,
    #[arg(long, default_value = "summaries", value_parser = one_of::<CellWords>(&["summaries", "citations", "quotes"]))]
    pub cells: CellWords,
    #[arg(long, conflicts_with = "portrait")]
    pub landscape: bool,
    #[arg(long)]
    pub portrait: bool,
    #[arg(id = "counted", long = "counts")]
    pub counts: bool,
    /// Columns of a comparison or headings of excerpts, so no closed list either.
    #[arg(long)]
    pub by: Option<String>,
    #[arg(long, value_name = "BY", value_parser = By::parser())]
    pub within: Option<By>,
    #[arg(long, default_value = "informants", value_parser = one_of::<ChartKind>(&["informants", "coverage"]))]
    pub chart: ChartKind,
    #[arg(long)]
    pub pseudonyms: bool,
    #[arg(id = "of_codebook", long = "codebook", value_name = "NAME")]
    pub codebook: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

pub(crate) fn one_of<T>(keys: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(keys).try_map(|text| text.parse::<T>())
}

pub(super) fn technique() -> impl TypedValueParser<Value = Technique> {
    one_of::<Technique>(&["interview", "observation", "document"])
}

pub(super) fn direction() -> impl TypedValueParser<Value = Direction> {
    one_of::<Direction>(&["supports", "partly", "weakens", "context"])
}

fn as_version() -> impl TypedValueParser<Value = AsVersion> {
    PossibleValuesParser::new(["new", "correction"]).map(|word| match word.as_str() {
        "correction" => AsVersion::Correction,
        _ => AsVersion::New,
    })
}

fn encoding(name: &str) -> Result<Encoding, &'static str> {
    Encoding::named(name).ok_or("UTF-8, UTF-16LE, windows-1252")
}

/// `Kepsek=KS`, or a word of its own for who is no informant: `question` for the researcher, `other` for somebody
/// whose words count nowhere, `none` where the label is no speaker's.
fn label(text: &str) -> Result<LabelRule, &'static str> {
    let (label, who) = text.rsplit_once('=').map(|(label, who)| (label.trim(), who.trim())).unwrap_or_default();
    if label.is_empty() || who.is_empty() {
        return Err("Kepsek=KS");
    }
    Ok(match who {
        "question" => LabelRule::new(label, TurnKind::Question, None),
        "other" => LabelRule::new(label, TurnKind::Other, None),
        "none" => LabelRule::new(label, TurnKind::Speech, None),
        code => LabelRule::new(label, TurnKind::Speech, Some(code)),
    })
}

/// `45-48` or `45`: line numbers from 1, both ends included.
fn lines(text: &str) -> Result<(u32, u32), &'static str> {
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if 1 <= first && first <= last => Ok((first, last)),
        _ => Err("45-48"),
    }
}

/// `120..180`: code points from 0, half-open.
pub(super) fn range(text: &str) -> Result<CharRange, &'static str> {
    let ends = text.split_once("..").map(|(start, end)| (start.trim().parse(), end.trim().parse()));
    match ends {
        Some((Ok(start), Ok(end))) if start <= end => Ok(CharRange::new(start, end)),
        _ => Err("120..180"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Whatever is typed for a range, lines or a date is read or refused.
        #[test]
        fn anything_typed(text in "\\PC{0,12}|[0-9.-]{0,24}") {
            if let Ok(range) = range(&text) {
                proptest::prop_assert!(range.start <= range.end);
            }
            if let Ok((first, last)) = lines(&text) {
                proptest::prop_assert!(1 <= first && first <= last);
            }
            if let Ok(date) = text.parse::<crate::domain::Date>() {
                proptest::prop_assert_eq!(date.to_string(), text);
            }
        }
    }

    #[test]
    fn ranges_and_lines_are_read_or_refused() {
        assert_eq!(range("120..180"), Ok(CharRange::new(120, 180)));
        assert_eq!(lines("45-48"), Ok((45, 48)));
        assert_eq!(lines("45"), Ok((45, 45)));
        for wrong in ["180..120", "1-2", "..", "a..b", "-1..2", "1..99999999999", ""] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
        for (text, about, who) in [("Kepala Sekolah = KS", "Kepala Sekolah", Some("KS")), ("P=question", "P", None)] {
            let rule = label(text).expect("a rule");
            assert_eq!((rule.label.as_str(), rule.informant.as_deref()), (about, who));
        }
        assert!(label("Jadi=none").is_ok_and(|rule| rule.is_of_nobody()));
        for wrong in ["Kepsek", "=KS", "Kepsek=", "", " = "] {
            assert!(label(wrong).is_err(), "{wrong}");
        }
        for wrong in ["0", "0-3", "48-45", "x", "", "1-", "-1"] {
            assert!(lines(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_arguments_hang_together() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }
}
