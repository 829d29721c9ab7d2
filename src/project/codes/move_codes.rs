//! Codes go to another place of the tree: under another code, to the top, among their siblings, into another
//! codebook. Codings stay on their codes.

use super::{Book, Unfit, labels};
use crate::domain::{CodeId, CodebookId, DEEPEST, Message};
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project};

/// Where codes go.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MoveTo {
    /// Under this code; to the top where none.
    pub parent: Option<CodeId>,
    /// To the top of this codebook; of the first one where none. Without meaning below a code.
    pub codebook: Option<CodebookId>,
    /// Before what now stands at this place there, from 0, the moved ones left out; behind the last where none.
    pub place: Option<usize>,
}

impl Project {
    /// Moves codes with all below them, in one step. A code that has the colour or kind of the code above it takes on
    /// those of the new one.
    ///
    /// # Errors
    /// A code under itself or what stands below it, a name or short code that is taken there, too many levels, a code
    /// or codebook that is gone, or the file refuses.
    pub fn move_codes(&mut self, ids: &[CodeId], to: MoveTo) -> Result<Landed<()>, Error> {
        self.transact(Op::MoveCodes, |work| {
            let to = MoveTo { codebook: if to.parent.is_some() { None } else { to.codebook }, ..to };
            if let Some(wanted) = to.codebook
                && !work.study.codebooks.iter().any(|book| book.id == wanted)
            {
                return Err(Unfit::NoCodebook.into());
            }
            let mut book = Book::of(work.study);
            let moved = tops_of(&book, ids)?;
            let is_there = |id: &CodeId| {
                let code = work.study.code(*id);
                code.is_some_and(|code| (code.parent, code.codebook) == (to.parent, to.codebook))
            };
            let is_order_only = moved.iter().all(is_there);
            place(&mut book, &moved, to)?;
            book.write(work)?;
            let what = labels(&book, &moved);
            let message = match to.parent {
                _ if is_order_only => Message::new("step-code-order"),
                Some(parent) => Message::new("step-code-move").with("to", book.get(parent)?.label()),
                None => Message::new("step-code-move-top"),
            };
            work.describe(message.with("code", what).with("codes", moved.len()));
            Ok(())
        })
    }
}

/// The codes that were named without those that go along anyway, each once, in their order.
fn tops_of(book: &Book, ids: &[CodeId]) -> Result<Vec<CodeId>, Error> {
    let mut found: Vec<CodeId> = Vec::new();
    for id in ids {
        book.get(*id)?;
        let goes_along = ids.iter().any(|other| other != id && book.is_within(*id, *other));
        if !goes_along && !found.contains(id) {
            found.push(*id);
        }
    }
    Ok(found)
}

/// Puts branches in their new place and holds that they fit there.
pub(super) fn place(book: &mut Book, moved: &[CodeId], to: MoveTo) -> Result<(), Error> {
    if let Some(parent) = to.parent {
        let above = book.get(parent)?.label().to_owned();
        if let Some(id) = moved.iter().find(|id| book.is_within(parent, **id)) {
            return Err(Unfit::UnderItself { code: book.get(*id)?.label().to_owned(), parent: above }.into());
        }
    }
    let mut order: Vec<CodeId> =
        book.siblings(to.parent, to.codebook).into_iter().filter(|id| !moved.contains(id)).collect();
    let at = to.place.unwrap_or(order.len()).min(order.len());
    order.splice(at..at, moved.iter().copied());
    for id in moved {
        take_after(book, *id, to.parent)?;
        let code = book.change(*id)?;
        (code.parent, code.codebook) = (to.parent, to.codebook);
    }
    book.put_in_order(&order)?;
    for id in moved {
        for below in book.branch(*id) {
            if book.level(below) > DEEPEST {
                return Err(Unfit::TooDeep { code: book.get(*id)?.label().to_owned() }.into());
            }
            book.check(below)?;
        }
    }
    Ok(())
}

/// A branch takes on colour and kind of its new place where it had those of the old one.
fn take_after(book: &mut Book, id: CodeId, parent: Option<CodeId>) -> Result<(), Error> {
    let code = book.get(id)?.clone();
    let (Some(old), Some(new)) = (code.parent, parent) else { return Ok(()) };
    let (old, new) = (book.get(old)?.clone(), book.get(new)?.clone());
    for below in book.branch(id) {
        let below = book.change(below)?;
        if code.colour == old.colour && below.colour == old.colour {
            below.colour = new.colour;
        }
        if code.kind == old.kind && below.kind == old.kind {
            below.kind = new.kind;
        }
    }
    Ok(())
}
