//! `compare`: the comparison on the screen.

use super::args::{Listing, Table};
use super::given;
use super::json;
use super::say::{Done, Terminal};
use super::session;
use super::table::{Plain, Side};
use crate::analysis::{self, Comparison, LeftOut, Row, Suggestion};
use crate::domain::{Message, Verdict};
use crate::export::{Compared, column_words};

pub(crate) fn compare(terminal: &mut Terminal<'_>, listing: &Listing, table: &Table) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let book = super::codebook::book(&study, table.codebook.as_deref())?;
        let by = given::axis(&study, &table.by)?;
        let within = table.within.as_ref().map(|within| given::axis(&study, within)).transpose()?;
        let question = analysis::Question { rows: table.rows, by, within, book };
        let comparison = analysis::compare_with(&study, &question);
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
    let is_judged = comparison.rows.iter().any(|row| row.verdict != Verdict::Unrated);
    if is_judged {
        columns.push((word("cli-column-verdict"), Side::Left));
    }
    let mut table = Plain::new(&columns).uncut();
    for row in &comparison.rows {
        let mut cells = vec![row.code.clone(), row.label.clone()];
        cells.extend(row.cells.iter().map(|cell| cell.segments.to_string()));
        cells.push(suggested(terminal, comparison, &row.suggestion));
        if is_judged {
            cells.push(judged(terminal, row));
        }
        table.row(cells);
    }
    terminal.write(&table.text())
}

/// What the researcher decided, and whether the evidence has changed since.
fn judged(terminal: &Terminal<'_>, row: &Row) -> String {
    let verdict = terminal.catalog.text(&format!("verdict-{}", row.verdict));
    if row.look_again {
        return terminal.catalog.say(&Message::new("cli-look-again").with("verdict", verdict));
    }
    verdict
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
