//! The codebook on paper: each family with its definition and test, its indicators as a table, what counts and what
//! does not, examples, and the codes it is easily taken for.

use super::{Block, Grid, GridCell, HandIn, Paper, Section};
use crate::analysis::Study;
use crate::domain::{Code, Message};
use crate::i18n::Catalog;

/// The codebook on paper; where `most` says so only so many families.
pub fn codebook_paper(study: &Study, hand_in: HandIn, words: &Catalog, most: Option<usize>) -> Paper {
    let mut paper = Paper::new(study, words.text("paper-codebook"), words, hand_in.today);
    paper.total = study.codes.len();
    let tops = (0_u32..).zip(&study.code_parents).filter(|(_, parent)| parent.is_none()).map(|(at, _)| at);
    let mut section = Section::default();
    let mut book = None;
    for top in tops.take(most.unwrap_or(usize::MAX)) {
        let of = study.codebook_of(top).map(|book| book.id);
        if book != of {
            if !section.blocks.is_empty() {
                paper.sections.push(std::mem::take(&mut section));
            }
            if let Some(named) = study.codebook_of(top) {
                section.head.clone_from(&named.name);
                section.blocks.push(Block::Heading(1, named.name.clone()));
                section.blocks.extend((!named.description.is_empty()).then(|| Block::Body(named.description.clone())));
            }
            book = of;
        }
        family(study, top, words, &mut section.blocks);
    }
    paper.sections.push(section);
    paper
}

fn family(study: &Study, top: u32, words: &Catalog, blocks: &mut Vec<Block>) {
    let code = &study.codes[top as usize];
    blocks.push(Block::Heading(1, code.full_name()));
    said(words, "paper-definition", &code.definition, blocks);
    said(words, "paper-test", &code.test, blocks);
    let below: Vec<&Code> = (0_u32..)
        .zip(&study.codes)
        .filter(|(at, _)| *at != top && study.is_within(*at, top))
        .map(|(_, code)| code)
        .collect();
    if !below.is_empty() {
        let heading = |key: &str, share: u32| (words.text(key), share);
        let row = |code: &&Code| {
            let mut what = code.definition.clone();
            if !code.test.is_empty() {
                let separator = if what.is_empty() { "" } else { "\n" };
                what = format!("{what}{separator}{}", code.test);
            }
            let listed = listed(&code.counts, &code.counts_not, &code.examples, words);
            [code.short.clone(), code.name.clone(), what, listed].into_iter().map(GridCell::from).collect()
        };
        let mut grid = Grid {
            caption: words.say(&Message::new("paper-indicators").with("code", code.full_name())),
            headings: vec![
                heading("paper-short", 12),
                heading("paper-indicator", 28),
                heading("paper-definition", 36),
                heading("paper-counts-and-not", 36),
            ],
            rows: below.iter().map(row).collect(),
            ..Grid::default()
        };
        // A column without a word in it says nothing.
        for column in (2..grid.headings.len()).rev() {
            if grid.rows.iter().all(|row| row[column].is_empty()) {
                grid.headings.remove(column);
                grid.rows.iter_mut().for_each(|row| {
                    row.remove(column);
                });
            }
        }
        blocks.push(Block::Table(grid));
    }
    list(words, "paper-counts-as", &code.counts, blocks);
    list(words, "paper-counts-not", &code.counts_not, blocks);
    list(words, "paper-examples", &code.examples, blocks);
    if !code.keywords.is_empty() {
        said(words, "paper-keywords", &code.keywords.join(", "), blocks);
    }
    let pairs: Vec<Vec<GridCell>> = (study.confusing_pairs.iter())
        .filter_map(|pair| {
            let (a, b) = (study.code_at(pair.a)?, study.code_at(pair.b)?);
            let is_ours = study.is_within(a, top) || study.is_within(b, top);
            let name = |at: u32| study.codes[at as usize].full_name();
            is_ours.then(|| {
                let cells = [format!("{} – {}", name(a), name(b)), pair.rule.clone(), pair.example.clone()];
                cells.into_iter().map(GridCell::from).collect()
            })
        })
        .collect();
    if !pairs.is_empty() {
        blocks.push(Block::Table(Grid {
            caption: words.text("paper-pairs"),
            headings: vec![
                (words.text("paper-pair"), 30),
                (words.text("paper-rule"), 40),
                (words.text("paper-example"), 30),
            ],
            rows: pairs,
            ..Grid::default()
        }));
    }
}

fn said(words: &Catalog, key: &str, text: &str, blocks: &mut Vec<Block>) {
    if !text.is_empty() {
        let message = Message::new("paper-said").with("what", words.text(key)).with("text", text);
        blocks.push(Block::Body(words.say(&message)));
    }
}

fn list(words: &Catalog, key: &str, all: &[String], blocks: &mut Vec<Block>) {
    if !all.is_empty() {
        blocks.push(Block::Heading(3, words.text(key)));
        blocks.push(Block::Points(all.to_vec()));
    }
}

fn listed(counts: &[String], counts_not: &[String], examples: &[String], words: &Catalog) -> String {
    let all = [("paper-counts-as", counts), ("paper-counts-not", counts_not), ("paper-examples", examples)];
    let said = all.into_iter().filter(|(_, list)| !list.is_empty()).map(|(key, list)| {
        let message = Message::new("paper-said").with("what", words.text(key)).with("text", list.join("; "));
        words.say(&message)
    });
    said.collect::<Vec<_>>().join("\n")
}
