//! Groups of informants: the columns that are set side by side.

use super::set_informant::one_line;
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::domain::{Group, GroupId, Message};

impl Project {
    /// Adds a group at the end.
    ///
    /// # Errors
    /// A name that is empty or another group's, or the file refuses.
    pub fn add_group(&mut self, name: &str) -> Result<Landed<GroupId>, Error> {
        self.transact(Op::SetGroup, |work| {
            let name = checked(work, None, name)?;
            let groups = &work.study.groups;
            let order = groups.iter().map(|group| group.order + 1).max().unwrap_or(0);
            let taken = |key: &str| groups.iter().any(|group| group.key == key);
            let id = GroupId::from_uuid(clock::new_id());
            work.db.add_group(&Group { id, key: key_of(&name, taken), name: name.clone(), order })?;
            work.describe(Message::new("step-group-new").with("name", name));
            Ok(id)
        })
    }

    /// Gives a group another name; its key in files stays.
    ///
    /// # Errors
    /// The group is gone, a name that is empty or another group's, or the file refuses.
    pub fn rename_group(&mut self, id: GroupId, name: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::SetGroup, |work| {
            let name = checked(work, Some(id), name)?;
            let group = found(work, id)?;
            if group.name != name {
                work.db.set_group(&Group { name: name.clone(), ..group.clone() })?;
            }
            work.describe(Message::new("step-group-rename").with("from", group.name).with("to", name));
            Ok(())
        })
    }

    /// Moves a group to a place among the others, from 0; beyond the last is the last.
    ///
    /// # Errors
    /// The group is gone, or the file refuses.
    pub fn move_group(&mut self, id: GroupId, to: usize) -> Result<Landed<()>, Error> {
        self.transact(Op::SetGroup, |work| {
            let group = found(work, id)?;
            let mut groups: Vec<Group> = work.study.groups.iter().filter(|other| other.id != id).cloned().collect();
            groups.insert(to.min(groups.len()), group.clone());
            for (order, group) in (0_u32..).zip(groups) {
                if group.order != order {
                    work.db.set_group(&Group { order, ..group })?;
                }
            }
            work.describe(Message::new("step-group-order").with("name", group.name));
            Ok(())
        })
    }

    /// Removes a group; its informants have none then, and what is written in the cells of its column goes.
    ///
    /// # Errors
    /// The group is gone or the last one, or the file refuses.
    pub fn delete_group(&mut self, id: GroupId) -> Result<Landed<()>, Error> {
        self.transact(Op::SetGroup, |work| {
            let group = found(work, id)?;
            if work.study.groups.len() == 1 {
                return Err(Error::LastGroup { name: group.name });
            }
            let freed = work.study.informants.iter().filter(|informant| informant.group == Some(id)).count();
            // What is written in its column goes with it; undoing brings it back.
            let notes = work.db.notes_of_group(id)?;
            work.db.remove_group(id)?;
            let sentence = Message::new("step-group-delete").with("name", group.name);
            work.describe(sentence.with("n", freed).with("notes", notes));
            Ok(())
        })
    }
}

fn found(work: &Work<'_>, id: GroupId) -> Result<Group, Error> {
    work.study.groups.iter().find(|group| group.id == id).cloned().ok_or(Error::NoSuchGroup)
}

/// The name as it is kept; refused where it is empty or another group's.
fn checked(work: &Work<'_>, id: Option<GroupId>, name: &str) -> Result<String, Error> {
    let name = one_line(name);
    if name.is_empty() {
        return Err(Error::NamelessGroup);
    }
    let folded = name.to_lowercase();
    let taken = |group: &&Group| Some(group.id) != id && group.name.to_lowercase() == folded;
    match work.study.groups.iter().find(taken) {
        Some(group) => Err(Error::SameGroup { name: group.name.clone() }),
        None => Ok(name),
    }
}

/// The name in files: the words of the group in small letters, joined; with a number where another has them.
fn key_of(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let letters: String =
        name.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join("_");
    let key = if words.is_empty() { "group".to_owned() } else { words };
    let numbered = (2_u32..).map(|number| format!("{key}_{number}"));
    std::iter::once(key.clone()).chain(numbered).find(|key| !taken(key)).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_a_key_of_its_own() {
        assert_eq!(key_of("Orang tua / wali", |_| false), "orang_tua_wali");
        assert_eq!(key_of("Guru", |key| key == "guru"), "guru_2");
        assert_eq!(key_of("!!", |_| false), "group");
        assert_eq!(key_of("مدرسة", |_| false), "مدرسة");
    }
}
