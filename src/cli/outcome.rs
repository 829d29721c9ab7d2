//! `compare` and `export`: the comparison and the excerpts, on the screen and in files.

use super::args::{Export, Listing, Table};
use super::given;
use super::json;
use super::say::{Done, Stop, Terminal};
use super::session;
use super::table::{Plain, Side};
use crate::analysis::{self, Comparison, Filter, LeftOut, Study, Suggestion, excerpts};
use crate::domain::{Language, Message};
use crate::export::{Compared, Format, column_words, save_comparison, save_excerpts};
use crate::i18n::Catalog;
use std::path::Path;

pub(crate) fn compare(terminal: &mut Terminal<'_>, listing: &Listing, table: &Table) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let comparison = analysis::compare(&study, table.rows, given::axis(&study, &table.by)?);
        if listing.json {
            return json::answer(terminal, "compare", &study, Compared::from(&comparison), &comparison.rows);
        }
        show(terminal, &comparison)?;
        left_out(terminal, &comparison.left_out)
    })
}

/// A table of segments, with the verdict that the program would suggest behind it.
pub(crate) fn show(terminal: &mut Terminal<'_>, comparison: &Comparison) -> Done {
    let word = |key: &str| terminal.catalog.text(key);
    let mut columns = vec![(word("cli-column-code"), Side::Left), (word("cli-column-name"), Side::Left)];
    columns.extend(comparison.columns.iter().map(|column| (column_words(&terminal.catalog, column), Side::Right)));
    columns.push((word("cli-column-suggestion"), Side::Left));
    let mut table = Plain::new(&columns).uncut();
    for row in &comparison.rows {
        let mut cells = vec![row.code.clone(), row.label.clone()];
        cells.extend(row.cells.iter().map(|cell| cell.segments.to_string()));
        cells.push(suggested(terminal, comparison, &row.suggestion));
        table.row(cells);
    }
    terminal.write(&table.text())
}

/// The verdict that the program would suggest, and who says nothing; where directions are missing, how many.
fn suggested(terminal: &Terminal<'_>, comparison: &Comparison, suggestion: &Suggestion) -> String {
    let Some(verdict) = suggestion.verdict else {
        let words = suggestion.words(|_| String::new());
        return words.iter().map(|message| terminal.catalog.say(message)).collect::<Vec<_>>().join(" ");
    };
    let verdict = terminal.catalog.text(&format!("verdict-{}", verdict.key()));
    let silent: Vec<String> = suggestion
        .silent_columns
        .iter()
        .filter_map(|at| comparison.columns.get(*at as usize))
        .map(|column| column_words(&terminal.catalog, column))
        .collect();
    if silent.is_empty() {
        return verdict;
    }
    let message = Message::new("cli-suggested-silent").with("verdict", verdict);
    terminal.catalog.say(&message.with("columns", silent.join(", ")))
}

fn left_out(terminal: &mut Terminal<'_>, left_out: &LeftOut) -> Done {
    let counted = [
        ("left-out-researcher", left_out.researcher),
        ("left-out-no-informant", left_out.no_informant),
        ("left-out-context", left_out.context),
        ("left-out-withdrawn", left_out.withdrawn),
    ];
    for (key, count) in counted {
        if count > 0 {
            let reason = terminal.catalog.text(key);
            let segments = terminal.catalog.say(&Message::new("count-segments").with("n", count));
            terminal.say(&Message::new("cli-left-out").with("reason", reason).with("segments", segments))?;
        }
    }
    Ok(())
}

/// What can be exported; the parser leaves it open so that a pair that does not exist lists those that do.
const EXPORTS: [&str; 2] = ["excerpts", "comparison"];
/// The formats of a codebook that is read again.
const CODEBOOK: [Format; 2] = [Format::Csv, Format::Json];

pub(crate) fn export(terminal: &mut Terminal<'_>, arguments: &Export, lang: Option<Language>) -> Done {
    if arguments.what == "codebook"
        && let Some(format) = arguments.format.parse::<Format>().ok().filter(|format| CODEBOOK.contains(format))
    {
        return super::codebook::export(terminal, arguments, format);
    }
    let what = EXPORTS.iter().copied().find(|what| *what == arguments.what);
    let (Some(what), Ok(format)) = (what, arguments.format.parse::<Format>()) else {
        let formats = Format::ALL.map(Format::key);
        let pairs = EXPORTS.iter().flat_map(|what| formats.map(|format| format!("{what} {format}")));
        let pairs = pairs.chain(CODEBOOK.map(|format| format!("codebook {format}")));
        let message = Message::new("cli-usage-pair").with("pairs", pairs.collect::<Vec<_>>().join(", "));
        return Err(Stop::Wrong(
            message.with("what", arguments.what.as_str()).with("format", arguments.format.as_str()),
        ));
    };
    if what == "comparison" && arguments.which.is_narrow() {
        return Err(Stop::Wrong(Message::new("cli-usage-narrow")));
    }
    session::ask(terminal, &arguments.project, |terminal, project| {
        let path = arguments.output.as_path();
        if is_same_file(path, project.path()) {
            let path = path.display().to_string();
            return Err(Stop::failed(Message::new("cli-export-onto-project").with("path", path)));
        }
        let study = project.study();
        let words = lang.map(Catalog::new);
        let written = Message::new("cli-exported").with("path", path.display().to_string());
        let written = if what == "comparison" {
            let by = given::axis(&study, &arguments.table.by)?;
            let comparison = analysis::compare(&study, arguments.table.rows, by);
            save_comparison(path, format, &study, &comparison, words.as_ref())?;
            written.with("n", comparison.rows.len())
        } else {
            let excerpts = excerpts(&study, &given::filter(&study, &arguments.which)?);
            save_excerpts(path, format, &study, &excerpts, words.as_ref())?;
            written.with("n", excerpts.len())
        };
        // On standard error: the file may be standard output.
        terminal.note(&written);
        Ok(())
    })
}

pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Writes every kind of export into a folder, in the language of the terminal; returns their names.
pub(crate) fn every_export(
    terminal: &Terminal<'_>,
    study: &Study,
    comparison: &Comparison,
    folder: &Path,
) -> Result<Vec<String>, Stop> {
    let words = Some(&terminal.catalog);
    let all = excerpts(study, &Filter::default());
    let mut names = Vec::new();
    for format in Format::ALL {
        for what in EXPORTS {
            let name = format!("{what}.{format}");
            let path = folder.join(&name);
            match what {
                "comparison" => save_comparison(&path, format, study, comparison, words)?,
                _ => save_excerpts(&path, format, study, &all, words)?,
            }
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
