//! Paper as one HTML file that needs nothing beside it and prints well.

use super::{Block, Grid, GridCell, Line, Paper, writable};
use crate::export::Error;
use quick_xml::escape::escape;
use std::io::Write;

const STYLE: &str = "\
:root{color-scheme:light}\
body{font:16px/1.6 'Times New Roman',Times,serif;color:#1d2023;background:#fefefd;max-width:46rem;margin:2.5rem auto;padding:0 1.5rem}\
body.wide{max-width:70rem}\
h1.title{font-size:1.5rem;margin:0 0 1rem}h1{font-size:1.3rem;margin:2.2rem 0 .6rem}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}\
h3{font-size:1rem;margin:1.2rem 0 .4rem}h1,h2,h3{break-after:avoid;line-height:1.3}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1.2rem;margin:0 0 2rem;padding-bottom:1rem;border-bottom:1px solid #cfcfc9}\
dt{color:#63686e}dd{margin:0}\
blockquote{margin:0 0 1.1rem 2rem;break-inside:avoid}blockquote p{margin:0;white-space:pre-wrap}\
blockquote footer,.note{font-size:.875rem;color:#4b5056;margin:.15rem 0 0}\
table{border-collapse:collapse;width:100%;margin:.6rem 0 1.4rem;font-size:.95rem}\
caption{text-align:center;font-weight:bold;margin-bottom:.4rem}\
th,td{border:1px solid #8a8d90;padding:.35rem .5rem;text-align:start;vertical-align:top;white-space:pre-line}\
td p{margin:0 0 .3rem}td.m{text-align:center}td span{color:#4b5056;font-size:.9em}\
th{background:#f3f3f0;text-align:center;vertical-align:middle}thead{display:table-header-group}tr{break-inside:avoid}\
table.lines{font-size:1rem}table.lines td{border:0;padding:.1rem .6rem .1rem 0;white-space:pre-wrap}\
table.lines td.n{color:#63686e;text-align:end;width:3rem;font-variant-numeric:tabular-nums}table.lines td.s{width:4rem;font-weight:bold}\
@media print{body{margin:0;padding:0;max-width:none;background:#fff;font-size:12pt}section+section{break-before:page}@page{size:A4;margin:4cm 3cm 3cm 4cm}@page wide{size:A4 landscape}section.wide{page:wide}}";

/// Writes a paper.
pub(super) fn write(out: &mut dyn crate::export::Sink, paper: &Paper) -> Result<(), Error> {
    let lang = paper.language.key();
    let title = safe(&paper.title);
    let wide = if paper.sections.iter().any(|section| section.is_wide) { " class=\"wide\"" } else { "" };
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>")?;
    if !paper.author.is_empty() {
        writeln!(out, "<meta name=\"author\" content=\"{}\">", safe(&paper.author))?;
    }
    writeln!(out, "<style>{STYLE}</style>\n</head>\n<body{wide}>")?;
    if !paper.is_bare {
        writeln!(out, "<h1 class=\"title\">{title}</h1>")?;
    }
    writeln!(out, "<dl>")?;
    for (name, value) in &paper.identity {
        writeln!(out, "<dt>{}</dt><dd dir=\"auto\">{}</dd>", safe(name), safe(value))?;
    }
    writeln!(out, "</dl>")?;
    for section in &paper.sections {
        writeln!(out, "<section{}>", if section.is_wide { " class=\"wide\"" } else { "" })?;
        for block in &section.blocks {
            block_to(out, block)?;
        }
        writeln!(out, "</section>")?;
    }
    Ok(writeln!(out, "</body>\n</html>")?)
}

fn safe(text: &str) -> String {
    escape(writable(text).as_ref()).into_owned()
}

fn block_to(out: &mut dyn Write, block: &Block) -> Result<(), Error> {
    match block {
        Block::Heading(level, text) => writeln!(out, "<h{level} dir=\"auto\">{}</h{level}>", safe(text))?,
        Block::Body(text) => writeln!(out, "<p dir=\"auto\">{}</p>", safe(text))?,
        Block::Points(points) => {
            writeln!(out, "<ul>")?;
            for point in points {
                writeln!(out, "<li dir=\"auto\">{}</li>", safe(point))?;
            }
            writeln!(out, "</ul>")?;
        }
        Block::Note(text) => writeln!(out, "<p class=\"note\" dir=\"auto\">{}</p>", safe(text))?,
        Block::Quote { words, foot } => {
            // A line break right behind the tag would be dropped in no element but `pre`; the words stand as they are.
            write!(out, "<blockquote><p dir=\"auto\">{}</p>", safe(words))?;
            writeln!(out, "<footer dir=\"auto\">{}</footer></blockquote>", safe(foot))?;
        }
        Block::Lines(lines) => lines_to(out, lines)?,
        Block::Table(grid) => grid_to(out, grid)?,
    }
    Ok(())
}

fn lines_to(out: &mut dyn Write, lines: &[Line]) -> Result<(), Error> {
    writeln!(out, "<table class=\"lines\"><tbody>")?;
    for line in lines {
        let (number, speaker, words) = (safe(&line.number), safe(&line.speaker), safe(&line.words));
        writeln!(
            out,
            "<tr><td class=\"n\">{number}</td><td class=\"s\">{speaker}</td><td dir=\"auto\">{words}</td></tr>"
        )?;
    }
    Ok(writeln!(out, "</tbody></table>")?)
}

fn grid_to(out: &mut dyn Write, grid: &Grid) -> Result<(), Error> {
    writeln!(out, "<table>")?;
    if !grid.caption.is_empty() {
        writeln!(out, "<caption>{}</caption>", safe(&grid.caption))?;
    }
    write!(out, "<colgroup>")?;
    for width in grid.widths(100) {
        write!(out, "<col style=\"width:{width}%\">")?;
    }
    writeln!(out, "</colgroup>\n<thead><tr>")?;
    for (heading, _) in &grid.headings {
        write!(out, "<th scope=\"col\">{}</th>", safe(heading))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in &grid.rows {
        write!(out, "<tr>")?;
        for (at, cell) in row.iter().enumerate() {
            let class = if grid.centred.contains(&at) { " class=\"m\"" } else { "" };
            write!(out, "<td{class} dir=\"auto\">")?;
            cell_to(out, cell)?;
            write!(out, "</td>")?;
        }
        writeln!(out, "</tr>")?;
    }
    Ok(writeln!(out, "</tbody></table>")?)
}

fn cell_to(out: &mut dyn Write, cell: &GridCell) -> Result<(), Error> {
    let is_one = cell.paragraphs.len() < 2;
    for paragraph in &cell.paragraphs {
        write!(out, "{}", if is_one { "" } else { "<p>" })?;
        for stretch in paragraph {
            match stretch.is_small {
                true => write!(out, "<span>{}</span>", safe(&stretch.words))?,
                false => write!(out, "{}", safe(&stretch.words))?,
            }
        }
        write!(out, "{}", if is_one { "" } else { "</p>" })?;
    }
    Ok(())
}
