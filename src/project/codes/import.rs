//! A codebook file comes into an open project and meets the codes that are there.

use super::{Book, CodeField, Unfit};
use crate::domain::{Code, CodeId, CodebookId, ConfusingPair, Message};
use crate::import::codebook::MOST_CODES;
use crate::import::{ParsedCode, ParsedCodebook};
use crate::project::codebook::code_of;
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project, clock};
use std::collections::HashMap;

/// What an import of a codebook would do, before it is done.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct BookPreview {
    /// Codes that are new, by their short codes or names.
    pub added: Vec<String>,
    /// Codes that would be written anew, each with the fields that change.
    pub changed: Vec<(String, Vec<&'static str>)>,
    /// Codes that are the same already.
    pub unchanged: usize,
    /// Pairs that are easily confused and new or written anew.
    pub pairs: usize,
}

/// A codebook file and where its codes go.
#[derive(Clone, Copy, Debug)]
pub struct BookImport<'a> {
    /// The file.
    pub parsed: &'a ParsedCodebook,
    /// The codebook that it is merged into; the first one where none.
    pub codebook: Option<CodebookId>,
}

impl Project {
    /// What [`Self::import_codebook`] would do.
    ///
    /// # Errors
    /// The two do not fit together.
    pub fn codebook_import(&self, import: &BookImport<'_>) -> Result<BookPreview, Error> {
        let mut book = Book::of(&self.study);
        let pairs = &self.study.confusing_pairs;
        Ok(join(&mut book, pairs, import)?.0)
    }

    /// Takes a codebook file in, in one step: a code that bears the short code (or the name, where one of them has
    /// none) of one in the file is written anew, with what the file says and no less than before; what is empty in
    /// the file stays as it is, and so does its place in the tree. Other codes of the file are added. Nothing goes.
    ///
    /// # Errors
    /// The two do not fit together, or the file refuses.
    pub fn import_codebook(&mut self, import: &BookImport<'_>) -> Result<Landed<BookPreview>, Error> {
        self.transact(Op::ImportCodebook, |work| {
            if let Some(wanted) = import.codebook
                && !work.study.codebooks.iter().any(|book| book.id == wanted)
            {
                return Err(Unfit::NoCodebook.into());
            }
            let mut book = Book::of(work.study);
            let (preview, pairs) = join(&mut book, &work.study.confusing_pairs, import)?;
            book.write(work)?;
            for pair in &pairs {
                if !work.db.set_confusing_pair(pair)? {
                    work.db.add_confusing_pair(clock::new_id(), pair, work.db.next_pair_place()?)?;
                }
            }
            let message = Message::new("step-codebook-merge").with("n", preview.added.len());
            work.describe(message.with("codes", preview.changed.len()));
            Ok(preview)
        })
    }
}

type Joined = (BookPreview, Vec<ConfusingPair>);

fn join(book: &mut Book, known_pairs: &[ConfusingPair], import: &BookImport<'_>) -> Result<Joined, Error> {
    let mut preview = BookPreview::default();
    let codes = &import.parsed.codes;
    if book.codes.len() + codes.len() > MOST_CODES {
        return Err(Unfit::TooManyCodes { most: MOST_CODES }.into());
    }
    let matches = matches(book, import)?;
    let mut keys: Vec<u8> = book.codes.iter().filter_map(|code| code.key).collect();
    let mut ids: Vec<CodeId> = Vec::with_capacity(codes.len());
    for (at, parsed) in codes.iter().enumerate() {
        let key = parsed.key.filter(|key| !keys.contains(key));
        keys.extend(key);
        if let Some(id) = matches.get(&at) {
            ids.push(*id);
            let code = book.change(*id)?;
            let mut fields = renew(code, parsed);
            if code.key.is_none() && key.is_some() {
                code.key = key;
                fields.push(CodeField::Key.key());
            }
            if fields.is_empty() {
                preview.unchanged += 1;
            } else {
                preview.changed.push((code.label().to_owned(), fields));
            }
            continue;
        }
        let parent = parsed.parent.and_then(|parent| ids.get(parent)).copied();
        let codebook = if parent.is_some() { None } else { import.codebook };
        let order = book.siblings(parent, codebook).len();
        let mut code = code_of(parsed, parent, codebook, order);
        code.key = key;
        // Behind the last of its siblings, whatever their numbers are.
        let last = book.siblings(parent, codebook).last().and_then(|last| book.get(*last).ok()).map(|code| code.order);
        code.order = last.map_or(0, |last| last.saturating_add(1));
        preview.added.push(code.label().to_owned());
        ids.push(code.id);
        book.codes.push(code);
    }
    for id in &ids {
        book.check(*id)?;
    }
    let mut pairs = Vec::new();
    for pair in &import.parsed.pairs {
        let (Some(a), Some(b)) = (ids.get(pair.a).copied(), ids.get(pair.b).copied()) else { continue };
        let is_it = |known: &&ConfusingPair| (known.a, known.b) == (a, b) || (known.a, known.b) == (b, a);
        let known = known_pairs.iter().find(is_it);
        let is_same = known.is_some_and(|known| known.rule == pair.rule && known.example == pair.example);
        if a != b && !is_same {
            pairs.push(ConfusingPair { a, b, rule: pair.rule.clone(), example: pair.example.clone() });
        }
    }
    preview.pairs = pairs.len();
    Ok((preview, pairs))
}

/// Which codes of the file are there already, each at most once: by short code, else by a name that only one bears.
fn matches(book: &Book, import: &BookImport<'_>) -> Result<HashMap<usize, CodeId>, Error> {
    let mut there: Vec<&Code> = Vec::new();
    for code in &book.codes {
        if book.book_of(code.id)? == import.codebook {
            there.push(code);
        }
    }
    let shorts: HashMap<&str, CodeId> =
        there.iter().filter(|code| !code.short.is_empty()).map(|code| (code.short.as_str(), code.id)).collect();
    let mut names: HashMap<&str, Vec<&Code>> = HashMap::new();
    for code in &there {
        names.entry(&code.name).or_default().push(code);
    }
    let mut found = HashMap::new();
    let mut taken = Vec::new();
    for (at, parsed) in import.parsed.codes.iter().enumerate() {
        let by_name = || match names.get(parsed.name.as_str()).map(Vec::as_slice) {
            Some([only]) if only.short.is_empty() || parsed.short.is_empty() => Some(only.id),
            _ => None,
        };
        let hit = shorts.get(parsed.short.as_str()).copied().filter(|_| !parsed.short.is_empty()).or_else(by_name);
        if let Some(id) = hit.filter(|id| !taken.contains(id)) {
            taken.push(id);
            found.insert(at, id);
        }
    }
    Ok(found)
}

/// Takes over what the file says; the fields that changed.
fn renew(code: &mut Code, parsed: &ParsedCode) -> Vec<&'static str> {
    let mut fields = Vec::new();
    let mut changed = |is_changed: bool, field: CodeField| {
        if is_changed {
            fields.push(field.key());
        }
        is_changed
    };
    let texts = [
        (&mut code.name, &parsed.name, CodeField::Name),
        (&mut code.short, &parsed.short, CodeField::Short),
        (&mut code.definition, &parsed.definition, CodeField::Definition),
        (&mut code.test, &parsed.test, CodeField::Test),
    ];
    for (own, new, field) in texts {
        if changed(!new.is_empty() && own != new, field) {
            own.clone_from(new);
        }
    }
    let lists = [
        (&mut code.counts, &parsed.counts, CodeField::Counts),
        (&mut code.counts_not, &parsed.counts_not, CodeField::CountsNot),
        (&mut code.examples, &parsed.examples, CodeField::Examples),
        (&mut code.keywords, &parsed.keywords, CodeField::Keywords),
        (&mut code.aliases, &parsed.aliases, CodeField::Aliases),
    ];
    for (own, new, field) in lists {
        if changed(!new.is_empty() && own != new, field) {
            own.clone_from(new);
        }
    }
    if changed(parsed.is_kind_given && code.kind != parsed.kind, CodeField::Kind) {
        code.kind = parsed.kind;
    }
    if changed(parsed.is_colour_given && code.colour != parsed.colour, CodeField::Colour) {
        code.colour = parsed.colour;
    }
    fields
}
