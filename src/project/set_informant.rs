//! Informants are added, described, renamed and removed. What cites them is derived and follows by itself.

use super::attributes::put_value;
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::domain::{AttributeId, AttributeOf, Informant, InformantId, Message};

impl Project {
    /// Adds an informant, or changes one: `set` is given what is known (of a new one: nothing) and leaves what shall
    /// be. Withdrawn consent is neither given nor taken here. `values` are values of attributes, an empty one removes.
    ///
    /// # Errors
    /// A code that is empty or another informant's, a group or attribute that is gone, a value of the wrong kind, an
    /// informant that is gone, or the file refuses. Nothing is changed then.
    pub fn set_informant(
        &mut self,
        which: Option<InformantId>,
        set: impl FnOnce(&mut Informant),
        values: &[(AttributeId, String)],
    ) -> Result<Landed<InformantId>, Error> {
        self.transact(Op::SetInformant, |work| {
            let before = which.map(|id| work.db.informant(id)?.ok_or(Error::NoInformant)).transpose()?;
            let new = || Informant::new(InformantId::from_uuid(clock::new_id()), String::new());
            let mut after = before.clone().unwrap_or_else(new);
            set(&mut after);
            tidy(&mut after);
            let known_code = before.as_ref().map(|before| before.code.as_str());
            check_code(work, &after, known_code)?;
            // Who somebody is and what was withdrawn are not for this door.
            after.id = before.as_ref().map_or(after.id, |before| before.id);
            after.consent.withdrawn = before.as_ref().and_then(|before| before.consent.withdrawn);
            if let Some(group) = after.group
                && work.study.group_at(group).is_none()
            {
                return Err(Error::NoSuchGroup);
            }
            if before.as_ref() != Some(&after) {
                work.db.put_informant(&after)?;
            }
            for (attribute, value) in values {
                put_value(work, *attribute, AttributeOf::Informant(after.id), value)?;
            }
            let sentence = match known_code {
                None => Message::new("step-informant-new").with("name", after.code.as_str()),
                Some(code) if code != after.code => Message::new("step-informant-rename")
                    .with("from", code)
                    .with("to", after.code.as_str())
                    .with("exports", exports_with(work, after.id)?),
                Some(code) => Message::new("step-informant").with("name", code),
            };
            work.describe(sentence);
            Ok(after.id)
        })
    }

    /// Removes an informant with its memo, its values, its member checks and the notes in its column; its turns become nobody's.
    ///
    /// # Errors
    /// The informant is gone or has withdrawn (whose words would be open again), or the file refuses.
    pub fn delete_informant(&mut self, id: InformantId) -> Result<Landed<()>, Error> {
        self.transact(Op::DeleteInformant, |work| {
            let informant = work.db.informant(id)?.ok_or(Error::NoInformant)?;
            if informant.is_withdrawn() {
                return Err(Error::Withdrawn { code: informant.code });
            }
            let turns = work.study.turns.iter().flat_map(|turns| turns.iter());
            let freed = turns.filter(|turn| turn.informant == Some(id)).count();
            let exports = exports_with(work, id)?;
            // What is written in its column, and what was asked of it, goes with it; undoing brings it back.
            let (notes, checks) = (work.db.notes_of_informant(id)?, work.db.checks_with(id)?);
            work.db.remove_informant(id)?;
            let sentence = Message::new("step-informant-delete").with("name", informant.code).with("n", freed);
            work.describe(sentence.with("notes", notes).with("checks", checks).with("exports", exports));
            Ok(())
        })
    }
}

/// How many past exports hold words of an informant.
pub(super) fn exports_with(work: &Work<'_>, informant: InformantId) -> Result<usize, Error> {
    let speaks = |turns: &[crate::domain::Turn]| turns.iter().any(|turn| turn.informant == Some(informant));
    let sources = work.study.sources.iter().zip(&work.study.turns);
    let sources: Vec<_> = sources.filter(|(_, turns)| speaks(turns)).map(|(source, _)| source.id).collect();
    super::exports::exports_of(work, &sources)
}

/// One line each, nothing around it.
fn tidy(informant: &mut Informant) {
    for words in
        [&mut informant.code, &mut informant.description, &mut informant.pseudonym, &mut informant.consent.guardian]
    {
        *words = one_line(words);
    }
}

/// Words of one line, nothing around them. SQLite's text functions stop at U+0000.
pub(super) fn one_line(words: &str) -> String {
    words.replace('\0', "\u{FFFD}").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check_code(work: &Work<'_>, informant: &Informant, before: Option<&str>) -> Result<(), Error> {
    if informant.code.is_empty() {
        return Err(Error::NamelessInformant);
    }
    if before == Some(informant.code.as_str()) {
        return Ok(());
    }
    let folded = informant.code.to_lowercase();
    let taken =
        work.study.informants.iter().find(|other| other.id != informant.id && other.code.to_lowercase() == folded);
    taken.map_or(Ok(()), |other| Err(Error::SameInformant { code: other.code.clone() }))
}
