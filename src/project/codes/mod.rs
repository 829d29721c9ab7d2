//! The codebook is changed: codes added, written anew, moved, merged and removed. A verb works on a copy of the tree
//! ([`Book`]) and lands what differs, so that every rule of the tree is held in one place.

mod add;
mod books;
mod change;
mod delete;
mod import;
mod merge;
mod merging;
mod move_codes;
mod pairs;
#[cfg(test)]
mod tests;
mod unfit;
mod versions;

pub use add::NewCode;
pub(super) use add::add;
pub use change::{CodeChange, CodeField, colour_in};
pub use delete::Deletion;
pub use import::{BookImport, BookPreview};
pub use merge::MergePreview;
pub use move_codes::MoveTo;
pub use unfit::Unfit;
pub use versions::{CodeVersion, Version};

use super::Error;
use super::transact::Work;
use crate::analysis::Study;
use crate::domain::{Code, CodeId, CodebookId, DEEPEST, LONGEST_NAME, LONGEST_SHORT, tidied_line};
use crate::store::Database;
use std::collections::{HashMap, HashSet};

/// A copy of all codes that can be changed at will and then lands.
#[derive(Clone)]
struct Book {
    codes: Vec<Code>,
}

impl Book {
    fn of(study: &Study) -> Self {
        Self { codes: study.codes.clone() }
    }

    fn at(&self, id: CodeId) -> Result<usize, Error> {
        self.codes.iter().position(|code| code.id == id).ok_or(Error::NoCode)
    }

    fn get(&self, id: CodeId) -> Result<&Code, Error> {
        self.at(id).map(|at| &self.codes[at])
    }

    fn change(&mut self, id: CodeId) -> Result<&mut Code, Error> {
        self.at(id).map(|at| &mut self.codes[at])
    }

    /// The code at the top of a branch. A ring (which a damaged file may hold) ends after one round.
    fn top(&self, id: CodeId) -> Result<&Code, Error> {
        let mut code = self.get(id)?;
        for _ in 0..self.codes.len() {
            match code.parent.and_then(|parent| self.get(parent).ok()) {
                Some(parent) => code = parent,
                None => break,
            }
        }
        Ok(code)
    }

    /// The codebook of a code; nothing for the first one.
    fn book_of(&self, id: CodeId) -> Result<Option<CodebookId>, Error> {
        self.top(id).map(|top| top.codebook)
    }

    /// Whether a code is another one or stands below it.
    fn is_within(&self, id: CodeId, above: CodeId) -> bool {
        let mut at = Some(id);
        for _ in 0..=self.codes.len() {
            match at {
                Some(id) if id == above => return true,
                Some(id) => at = self.get(id).ok().and_then(|code| code.parent),
                None => return false,
            }
        }
        false
    }

    /// The codes that stand beside each other below a code, or at the top of a codebook, in order.
    fn siblings(&self, parent: Option<CodeId>, codebook: Option<CodebookId>) -> Vec<CodeId> {
        let mut found: Vec<&Code> = self
            .codes
            .iter()
            .filter(|code| code.parent == parent && (parent.is_some() || code.codebook == codebook))
            .collect();
        found.sort_by(|a, b| (a.order, &a.short, &a.name, a.id).cmp(&(b.order, &b.short, &b.name, b.id)));
        found.into_iter().map(|code| code.id).collect()
    }

    /// A code and all below it, in no particular order.
    fn branch(&self, id: CodeId) -> Vec<CodeId> {
        let mut children: HashMap<CodeId, Vec<CodeId>> = HashMap::new();
        for code in &self.codes {
            if let Some(parent) = code.parent {
                children.entry(parent).or_default().push(code.id);
            }
        }
        let mut found = vec![id];
        let mut at = 0;
        while let Some(above) = found.get(at).copied() {
            found.extend(children.remove(&above).unwrap_or_default());
            at += 1;
        }
        found
    }

    /// How many levels lie above a code, itself included.
    fn level(&self, id: CodeId) -> usize {
        let mut level = 1;
        let mut at = self.get(id).ok().and_then(|code| code.parent);
        while let Some(parent) = at.filter(|_| level <= self.codes.len()) {
            level += 1;
            at = self.get(parent).ok().and_then(|code| code.parent);
        }
        level
    }

    /// Puts codes beside each other in this order; those that stand right already are left alone.
    fn put_in_order(&mut self, order: &[CodeId]) -> Result<(), Error> {
        for (place, id) in (0_u32..).zip(order) {
            self.change(*id)?.order = place;
        }
        Ok(())
    }

    /// Holds that a code may bear its names where it stands.
    fn check(&self, id: CodeId) -> Result<(), Error> {
        let code = self.get(id)?;
        if code.name.is_empty() {
            return Err(Unfit::NoName.into());
        }
        if code.name.chars().count() > LONGEST_NAME {
            return Err(Unfit::LongName { most: LONGEST_NAME }.into());
        }
        if code.short.chars().count() > LONGEST_SHORT {
            return Err(Unfit::LongName { most: LONGEST_SHORT }.into());
        }
        let is_beside =
            |other: &&Code| other.parent == code.parent && (code.parent.is_some() || other.codebook == code.codebook);
        let others = || self.codes.iter().filter(|other| other.id != id);
        if others().filter(is_beside).any(|other| other.name == code.name) {
            return Err(Unfit::SameName { name: code.name.clone() }.into());
        }
        if let Some(other) = self.bearer_of(&code.short, id)? {
            return Err(Unfit::SameShort { short: code.short.clone(), name: other.name.clone() }.into());
        }
        if self.level(id) > DEEPEST {
            return Err(Unfit::TooDeep { code: code.label().to_owned() }.into());
        }
        Ok(())
    }

    /// The other code of the same codebook that bears a short code.
    fn bearer_of(&self, short: &str, id: CodeId) -> Result<Option<&Code>, Error> {
        let mut bearers = self.codes.iter().filter(|other| other.id != id && !short.is_empty() && other.short == short);
        let book = self.book_of(id)?;
        for other in bearers.by_ref() {
            if self.book_of(other.id)? == book {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    /// Writes what differs from the project as it stands. What is no longer here stays until
    /// [`Self::remove_missing`], so that what hangs on it can be moved before.
    fn write(&self, work: &Work<'_>) -> Result<(), Error> {
        let before: HashMap<CodeId, &Code> = work.study.codes.iter().map(|code| (code.id, code)).collect();
        for code in &self.codes {
            // A digit belongs to one code at a time, so it is taken before it is given.
            let held = before.get(&code.id).filter(|old| old.key.is_some() && old.key != code.key);
            if held.is_some() {
                work.db.clear_key(code.id)?;
            }
        }
        let here: HashSet<CodeId> = self.codes.iter().map(|code| code.id).collect();
        for gone in work.study.codes.iter().filter(|code| code.key.is_some() && !here.contains(&code.id)) {
            work.db.clear_key(gone.id)?;
        }
        let mut waiting: Vec<&Code> = self.codes.iter().filter(|code| !before.contains_key(&code.id)).collect();
        let mut known: HashSet<CodeId> = before.keys().copied().collect();
        while !waiting.is_empty() {
            let count = waiting.len();
            let mut later = Vec::new();
            for code in waiting {
                if code.parent.is_none_or(|parent| known.contains(&parent)) {
                    known.insert(code.id);
                    work.db.add_code(code)?;
                } else {
                    later.push(code);
                }
            }
            if later.len() == count {
                return Err(Error::NoCode);
            }
            waiting = later;
        }
        for code in &self.codes {
            if before.get(&code.id).is_some_and(|old| *old != code) {
                work.db.set_code(code)?;
            }
        }
        Ok(())
    }

    /// Removes the codes that are no longer here.
    fn remove_missing(&self, db: &Database, study: &Study) -> Result<(), Error> {
        let here: HashSet<CodeId> = self.codes.iter().map(|code| code.id).collect();
        for gone in study.codes.iter().filter(|code| !here.contains(&code.id)) {
            db.remove_code(gone.id)?;
        }
        Ok(())
    }
}

/// A name as it is kept: on one line, without spaces around it.
fn name_of(text: &str) -> Result<String, Error> {
    let name = tidied_line(text);
    if name.is_empty() { Err(Unfit::NoName.into()) } else { Ok(name) }
}

/// How a sentence names several codes: one by its label, more by a few labels and "…".
fn labels(book: &Book, ids: &[CodeId]) -> String {
    let mut names: Vec<&str> = ids.iter().filter_map(|id| book.get(*id).ok()).map(Code::label).take(4).collect();
    if ids.len() > 4 {
        names[3] = "…";
    }
    names.join(", ")
}

/// All that a project holds, as text, for tests of other rooms.
#[cfg(test)]
pub(crate) fn codebook_dump(path: &std::path::Path) -> String {
    crate::store::dump(path).unwrap_or_default()
}
