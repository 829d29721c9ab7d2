//! The rows of the tree: which codes stand in sight, how deep, and where a new name is typed.

use super::Named;
use crate::analysis::Study;
use crate::domain::{CodeId, CodebookId};
use std::collections::BTreeSet;

/// A row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The head of a codebook; nothing for the first one.
    Book(Option<CodebookId>),
    /// A code, as a place in the study's codes, and how many codes stand above it.
    Code(u32, usize),
    /// The field in which a name is typed, as deep as the code it will name.
    Naming(usize),
}

/// The rows in order. Where letters are given, the codes they find and those above them.
pub(super) fn rows(study: &Study, filter: &str, closed: &BTreeSet<CodeId>, naming: Option<Named>) -> Vec<Row> {
    let wanted = filter.trim().to_lowercase();
    let count = study.codes.len();
    let mut is_in_sight = vec![wanted.is_empty(); count];
    if !wanted.is_empty() {
        for (at, code) in study.codes.iter().enumerate() {
            let names = [&code.short, &code.name].into_iter().chain(&code.aliases);
            if !names.into_iter().any(|name| name.to_lowercase().contains(&wanted)) {
                continue;
            }
            let mut above = Some(at);
            while let Some(place) = above {
                is_in_sight[place] = true;
                above = study.code_parents[place].map(|parent| parent as usize);
            }
        }
    }
    let mut found = Vec::with_capacity(count + 1);
    let mut depths = vec![0; count];
    let mut is_hidden = vec![false; count];
    let has_books = !study.codebooks.is_empty() || naming == Some(Named::NewBook);
    let naming_new = match naming {
        Some(Named::New { parent, codebook }) => Some((parent, codebook)),
        _ => None,
    };
    // Where the code being typed will stand: behind everything that is below its parent, or at the end of its book.
    let mut typed_below: Option<(u32, usize)> = None;
    let books = [None].into_iter().chain(study.codebooks.iter().map(|book| Some(book.id)));
    for book in books {
        match (book, naming) {
            (Some(id), Some(Named::Book(named))) if id == named => found.push(Row::Naming(0)),
            _ if has_books => found.push(Row::Book(book)),
            _ => {}
        }
        for (at, code) in (0_u32..).zip(&study.codes) {
            let place = at as usize;
            if study.codebook_of(at).map(|book| book.id) != book {
                continue;
            }
            if let Some((top, depth)) = typed_below
                && !study.is_within(at, top)
            {
                found.push(Row::Naming(depth));
                typed_below = None;
            }
            if let Some(parent) = study.code_parents[place] {
                depths[place] = depths[parent as usize] + 1;
                let above = &study.codes[parent as usize];
                is_hidden[place] = is_hidden[parent as usize] || wanted.is_empty() && closed.contains(&above.id);
            }
            if is_in_sight[place] && !is_hidden[place] {
                let is_named = naming == Some(Named::Code(code.id));
                found.push(if is_named { Row::Naming(depths[place]) } else { Row::Code(at, depths[place]) });
            }
            if naming_new.is_some_and(|(parent, _)| parent == Some(code.id)) {
                typed_below = Some((at, depths[place] + 1));
            }
        }
        if let Some((_, depth)) = typed_below.take() {
            found.push(Row::Naming(depth));
        }
        if naming_new == Some((None, book)) {
            found.push(Row::Naming(0));
        }
    }
    if naming == Some(Named::NewBook) {
        found.push(Row::Naming(0));
    }
    found
}

/// The codes that stand beside a code, itself included, as places in the study's codes.
pub(super) fn siblings(study: &Study, at: u32) -> Vec<u32> {
    let (parent, book) = (study.code_parents.get(at as usize).copied().flatten(), study.codebook_of(at));
    (0_u32..)
        .zip(&study.code_parents)
        .filter(|(other, above)| **above == parent && (parent.is_some() || study.codebook_of(*other) == book))
        .map(|(other, _)| other)
        .collect()
}

/// Whether a code has codes below it.
pub(super) fn has_children(study: &Study, at: u32) -> bool {
    // Children stand directly behind their parent.
    study.code_parents.get(at as usize + 1).copied().flatten() == Some(at)
}
