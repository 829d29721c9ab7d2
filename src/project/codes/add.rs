//! A code comes into the codebook, or the whole built-in codebook into an empty one.

use super::change::list;
use super::{Book, Unfit, name_of};
use crate::domain::{CODE_COLOURS, Code, CodeId, CodeKind, CodebookId, Colour, Language, Message, tidied_line};
use crate::import::codebook::MOST_CODES;
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock, codebook};

/// A code to be added.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewCode {
    /// The code above it; at the top where none.
    pub parent: Option<CodeId>,
    /// The codebook it stands at the top of; the first one where none. Without meaning below a code.
    pub codebook: Option<CodebookId>,
    /// Its place among its siblings, from 0; the last where none.
    pub place: Option<usize>,
    /// Its name.
    pub name: String,
    /// Its short code; proposed where none (`SUP.6` behind `SUP.5`).
    pub short: Option<String>,
    /// What it is for; as the code above it where none.
    pub kind: Option<CodeKind>,
    /// Its colour; as the code above it where none.
    pub colour: Option<Colour>,
    /// Examples of words that belong under it.
    pub examples: Vec<String>,
}

impl Project {
    /// Adds a code.
    ///
    /// # Errors
    /// No name, a name or short code that is taken, a parent that is gone, or the file refuses.
    pub fn add_code(&mut self, new: NewCode) -> Result<Landed<CodeId>, Error> {
        self.transact(Op::AddCode, |work| {
            let code = add(work, &new)?;
            work.describe(Message::new("step-code-add").with("code", code.full_name()));
            Ok(code.id)
        })
    }

    /// Puts the built-in EMASLIM codebook into a project without codes, in one step.
    ///
    /// # Errors
    /// The file refuses.
    pub fn add_emaslim(&mut self, language: Language) -> Result<Landed<()>, Error> {
        let read = codebook::read(codebook::EMASLIM, language)?;
        self.transact(Op::ImportCodebook, |work| {
            if !work.study.codes.is_empty() {
                return Ok(());
            }
            for code in &read.codes {
                work.db.add_code(code)?;
            }
            for (order, pair) in (0..).zip(&read.pairs) {
                work.db.add_confusing_pair(clock::new_id(), pair, order)?;
            }
            work.describe(Message::new("step-codebook-import").with("n", read.codes.len()));
            Ok(())
        })
    }
}

/// Adds a code within a step.
pub(in crate::project) fn add(work: &Work<'_>, new: &NewCode) -> Result<Code, Error> {
    let mut book = Book::of(work.study);
    let id = CodeId::from_uuid(clock::new_id());
    if book.codes.len() >= MOST_CODES {
        return Err(Unfit::TooManyCodes { most: MOST_CODES }.into());
    }
    if let Some(wanted) = new.codebook
        && !work.study.codebooks.iter().any(|codebook| codebook.id == wanted)
    {
        return Err(Unfit::NoCodebook.into());
    }
    let codebook = if new.parent.is_some() { None } else { new.codebook };
    let mut order = book.siblings(new.parent, codebook);
    let above = new.parent.map(|parent| book.get(parent).cloned()).transpose()?;
    let short = match &new.short {
        Some(short) => tidied_line(short),
        None => next_short(&book, above.as_ref(), order.len()),
    };
    let tops = book.siblings(None, codebook).len();
    let colour = above.as_ref().map_or(CODE_COLOURS[tops % CODE_COLOURS.len()], |above| above.colour);
    let code = Code {
        id,
        parent: new.parent,
        kind: new.kind.or(above.as_ref().map(|above| above.kind)).unwrap_or(CodeKind::Other),
        short,
        name: name_of(&new.name)?,
        colour: new.colour.unwrap_or(colour),
        key: None,
        order: 0,
        definition: String::new(),
        test: String::new(),
        counts: Vec::new(),
        counts_not: Vec::new(),
        examples: list(&new.examples),
        keywords: Vec::new(),
        aliases: Vec::new(),
        codebook,
    };
    book.codes.push(code.clone());
    order.insert(new.place.unwrap_or(order.len()).min(order.len()), id);
    book.put_in_order(&order)?;
    book.check(id)?;
    book.write(work)?;
    Ok(code)
}

/// The short code that comes next below a code: its own with the next number. At the top, and below a code without
/// one, none is proposed.
fn next_short(book: &Book, above: Option<&Code>, count: usize) -> String {
    let Some(above) = above.filter(|above| !above.short.is_empty()) else { return String::new() };
    let own = |number: usize| format!("{}.{number}", above.short);
    let is_free = |short: &String| !matches!(book.bearer_of(short, above.id), Ok(Some(_))) && *short != above.short;
    (count + 1..).map(own).find(is_free).unwrap_or_default()
}
