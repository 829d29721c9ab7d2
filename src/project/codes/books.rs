//! Codebooks beside the first one: a second theory that the same words are read with.

use super::{Book, Deletion, Unfit, delete};
use crate::domain::{Codebook, CodebookId, Message, tidied, tidied_line};
use crate::import::ParsedCodebook;
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock, codebook};
use std::collections::BTreeSet;

fn named(work: &Work<'_>, name: &str, own: Option<CodebookId>) -> Result<String, Error> {
    let name = tidied_line(name);
    if name.is_empty() {
        return Err(Unfit::NamelessCodebook.into());
    }
    if work.study.codebooks.iter().any(|book| Some(book.id) != own && book.name == name) {
        return Err(Unfit::SameCodebook { name }.into());
    }
    Ok(name)
}

impl Project {
    /// Adds a codebook beside the first one, empty or with the codes of a file. Digits that are taken are left out.
    ///
    /// # Errors
    /// No name or one that is taken, or the file refuses.
    pub fn add_codebook(
        &mut self,
        name: &str,
        description: &str,
        from: Option<&ParsedCodebook>,
    ) -> Result<Landed<CodebookId>, Error> {
        self.transact(Op::AddCodebook, |work| {
            let id = CodebookId::from_uuid(clock::new_id());
            let name = named(work, name, None)?;
            let order = work.study.codebooks.iter().map(|book| book.order + 1).max().unwrap_or(0);
            work.db.add_codebook(&Codebook { id, name: name.clone(), description: tidied(description), order })?;
            let mut count = 0;
            if let Some(parsed) = from {
                let mut read = codebook::with_ids(parsed, Some(id));
                let taken: BTreeSet<u8> = work.study.codes.iter().filter_map(|code| code.key).collect();
                for code in &mut read.codes {
                    code.key = code.key.filter(|key| !taken.contains(key));
                    work.db.add_code(code)?;
                }
                for (order, pair) in (work.db.next_pair_place()?..).zip(&read.pairs) {
                    work.db.add_confusing_pair(clock::new_id(), pair, order)?;
                }
                count = read.codes.len();
            }
            work.describe(Message::new("step-codebook-add").with("name", name).with("n", count));
            Ok(id)
        })
    }

    /// Writes name and description of a codebook beside the first one anew.
    ///
    /// # Errors
    /// No name or one that is taken, a codebook that is gone, or the file refuses.
    pub fn change_codebook(&mut self, id: CodebookId, name: &str, description: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::ChangeCodebook, |work| {
            let old = work.study.codebooks.iter().find(|book| book.id == id).ok_or(Unfit::NoCodebook)?;
            let name = named(work, name, Some(id))?;
            let new = Codebook { name: name.clone(), description: tidied(description), ..old.clone() };
            work.db.set_codebook(&new)?;
            work.describe(Message::new("step-codebook-change").with("from", old.name.as_str()).with("to", name));
            Ok(())
        })
    }

    /// Removes a codebook beside the first one with all its codes, as [`Self::delete_codes`] does.
    ///
    /// # Errors
    /// A codebook that is gone, or the file refuses.
    pub fn delete_codebook(&mut self, id: CodebookId) -> Result<Landed<Deletion>, Error> {
        self.transact(Op::DeleteCodebook, |work| {
            let old = work.study.codebooks.iter().find(|book| book.id == id).ok_or(Unfit::NoCodebook)?;
            let book = Book::of(work.study);
            let gone = delete::branches(&book, &book.siblings(None, Some(id)))?;
            let (taken, segments) = delete::taken(work.db, work.study, &gone)?;
            work.db.remove_codebook(id)?;
            for segment in segments {
                work.db.remove_segment_if_unused(segment)?;
            }
            let message = Message::new("step-codebook-delete").with("name", old.name.as_str());
            work.describe(message.with("codes", taken.codes).with("n", taken.codings));
            Ok(taken)
        })
    }
}
