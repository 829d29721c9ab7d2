//! Paper as Markdown (CommonMark, with the tables of GitHub): for notes, wikis and other programs. Whatever means
//! something to Markdown is escaped, so that words stay words.

use super::{Block, Grid, Paper, writable};
use crate::export::Error;
use std::io::Write;

/// Writes a paper.
pub(super) fn write(out: &mut dyn crate::export::Sink, paper: &Paper) -> Result<(), Error> {
    writeln!(out, "# {}\n", plain(&paper.title))?;
    for (name, value) in &paper.identity {
        writeln!(out, "- {}: {}", plain(name), plain(value))?;
    }
    for block in paper.sections.iter().flat_map(|section| &section.blocks) {
        writeln!(out)?;
        block_to(out, block)?;
    }
    Ok(())
}

fn block_to(out: &mut dyn Write, block: &Block) -> Result<(), Error> {
    match block {
        Block::Heading(level, text) => writeln!(out, "{} {}", "#".repeat(usize::from(*level) + 1), plain(text))?,
        Block::Body(text) => writeln!(out, "{}", lines(text).join("\\\n"))?,
        Block::Points(points) => {
            for point in points {
                writeln!(out, "- {}", plain(point))?;
            }
        }
        Block::Note(text) => writeln!(out, "_{}_", plain(text).trim())?,
        Block::Quote { words, foot } => {
            writeln!(out, "> {}\n>\n> {}", lines(words).join("\\\n> "), plain(foot))?;
        }
        Block::Lines(all) => {
            for line in all {
                let speaker =
                    if line.speaker.is_empty() { String::new() } else { format!("{}: ", plain(&line.speaker)) };
                writeln!(out, "{} {speaker}{}\\", line.number, plain(&line.words))?;
            }
        }
        Block::Table(grid) => grid_to(out, grid)?,
    }
    Ok(())
}

fn grid_to(out: &mut dyn Write, grid: &Grid) -> Result<(), Error> {
    if !grid.caption.is_empty() {
        writeln!(out, "{}\n", plain(&grid.caption))?;
    }
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    writeln!(out, "{}", row(grid.headings.iter().map(|(heading, _)| plain(heading)).collect()))?;
    writeln!(out, "{}", row(vec!["---".to_owned(); grid.headings.len()]))?;
    for cells in &grid.rows {
        writeln!(out, "{}", row(cells.iter().map(|cell| lines(&cell.text()).join("<br>")).collect()))?;
    }
    Ok(())
}

/// The lines of a text, escaped.
fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(plain).collect()
}

/// A text on one line with everything escaped that Markdown might take for a sign of its own.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let text = writable(text);
    let mut is_start = true;
    for letter in text.chars() {
        let is_sign = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' | '^'
        );
        // `1.`, `1)`, `-`, `+` and `=` begin lists and headings at the start of a line only.
        let is_at_start = is_start && matches!(letter, '-' | '+' | '=' | '.' | ')');
        if is_sign || is_at_start {
            safe.push('\\');
        }
        safe.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
        is_start = is_start && (letter.is_ascii_digit() || letter == ' ');
    }
    safe
}
