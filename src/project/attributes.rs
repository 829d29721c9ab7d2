//! Columns of the researcher's own, and their values: typed, so that a column can be compared by.

use super::set_informant::one_line;
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::domain::{Attribute, AttributeHost, AttributeId, AttributeKind, AttributeOf, AttributeValue, Message};

/// What an attribute shall be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttributeFacts {
    /// Its name.
    pub name: String,
    /// What values it takes.
    pub kind: AttributeKind,
    /// The list of a choice.
    pub choices: Vec<String>,
}

impl Project {
    /// Adds an attribute of informants or sources at the end.
    ///
    /// # Errors
    /// A name that is empty or another attribute's, a choice without a list, or the file refuses.
    pub fn add_attribute(&mut self, host: AttributeHost, facts: &AttributeFacts) -> Result<Landed<AttributeId>, Error> {
        self.transact(Op::SetAttribute, |work| {
            let facts = checked(work, host, None, facts)?;
            let behind = work.study.attributes.iter().filter(|other| other.host == host);
            let order = behind.map(|other| other.order + 1).max().unwrap_or(0);
            let id = AttributeId::from_uuid(clock::new_id());
            let AttributeFacts { name, kind, choices } = facts;
            work.db.put_attribute(&Attribute { id, host, name: name.clone(), kind, choices, order })?;
            work.describe(Message::new("step-attribute-new").with("name", name));
            Ok(id)
        })
    }

    /// Changes an attribute. Values that are there already have to fit.
    ///
    /// # Errors
    /// The attribute is gone, a name that is empty or another attribute's, a choice without a list, values that the
    /// new kind or list does not take, or the file refuses.
    pub fn set_attribute(&mut self, id: AttributeId, facts: &AttributeFacts) -> Result<Landed<()>, Error> {
        self.transact(Op::SetAttribute, |work| {
            let before = found(work, id)?;
            let AttributeFacts { name, kind, choices } = checked(work, before.host, Some(id), facts)?;
            let is_changed = (&before.name, before.kind, &before.choices) != (&name, kind, &choices);
            let after = Attribute { name, kind, choices, id: before.id, host: before.host, order: before.order };
            let values = || work.study.attribute_values.iter().filter(|((attribute, _), _)| *attribute == id);
            let misfits: Vec<&String> =
                values().map(|(_, value)| value).filter(|value| after.taken(value).is_none()).collect();
            if let Some(first) = misfits.iter().min() {
                return Err(Error::AttributeMisfits {
                    name: before.name,
                    kind,
                    n: misfits.len(),
                    value: (*first).clone(),
                });
            }
            for ((_, of), value) in values() {
                put_fitting(work, &after, *of, value)?;
            }
            if is_changed {
                work.db.put_attribute(&after)?;
            }
            work.describe(Message::new("step-attribute").with("name", after.name));
            Ok(())
        })
    }

    /// Moves an attribute to a place among those of its host, from 0; beyond the last is the last.
    ///
    /// # Errors
    /// The attribute is gone, or the file refuses.
    pub fn move_attribute(&mut self, id: AttributeId, to: usize) -> Result<Landed<()>, Error> {
        self.transact(Op::SetAttribute, |work| {
            let moved = found(work, id)?;
            let others = work.study.attributes.iter().filter(|other| other.host == moved.host && other.id != id);
            let mut all: Vec<Attribute> = others.cloned().collect();
            all.insert(to.min(all.len()), moved.clone());
            for (order, attribute) in (0_u32..).zip(all) {
                if attribute.order != order {
                    work.db.put_attribute(&Attribute { order, ..attribute })?;
                }
            }
            work.describe(Message::new("step-attribute-order").with("name", moved.name));
            Ok(())
        })
    }

    /// Removes an attribute with its values.
    ///
    /// # Errors
    /// The attribute is gone, or the file refuses.
    pub fn delete_attribute(&mut self, id: AttributeId) -> Result<Landed<()>, Error> {
        self.transact(Op::SetAttribute, |work| {
            let attribute = found(work, id)?;
            let n = work.study.attribute_values.keys().filter(|(other, _)| *other == id).count();
            work.db.remove_attribute(id)?;
            work.describe(Message::new("step-attribute-delete").with("name", attribute.name).with("n", n));
            Ok(())
        })
    }

    /// Sets the value of an attribute; an empty one removes it.
    ///
    /// # Errors
    /// The attribute or its host is gone, a value of the wrong kind, or the file refuses.
    pub fn set_attribute_value(
        &mut self,
        attribute: AttributeId,
        of: AttributeOf,
        value: &str,
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetAttributeValue, |work| {
            put_value(work, attribute, of, value)?;
            let name = found(work, attribute)?.name;
            let what = match of {
                AttributeOf::Informant(id) => work.db.informant(id)?.map(|informant| informant.code),
                AttributeOf::Source(id) => work.study.source(id).map(|source| source.label().to_owned()),
            };
            let sentence = Message::new("step-attribute-value").with("name", name);
            work.describe(sentence.with("what", what.unwrap_or_default()));
            Ok(())
        })
    }
}

/// Sets a value within a step; an empty one removes it, the same again changes nothing.
pub(super) fn put_value(work: &Work<'_>, id: AttributeId, of: AttributeOf, value: &str) -> Result<(), Error> {
    let attribute = found(work, id)?;
    let (host, is_there) = match of {
        AttributeOf::Informant(id) => (AttributeHost::Informant, work.db.informant(id)?.is_some()),
        AttributeOf::Source(id) => (AttributeHost::Source, work.db.source(id)?.is_some()),
    };
    if host != attribute.host || !is_there {
        return Err(Error::NoHost);
    }
    put_fitting(work, &attribute, of, value)
}

fn put_fitting(work: &Work<'_>, attribute: &Attribute, of: AttributeOf, value: &str) -> Result<(), Error> {
    let value = one_line(value);
    if value.is_empty() {
        work.db.remove_attribute_value(attribute.id, of)?;
        return Ok(());
    }
    let Some(taken) = attribute.taken(&value) else {
        return Err(Error::WrongValue {
            name: attribute.name.clone(),
            kind: attribute.kind,
            value,
            choices: attribute.choices.join(", "),
        });
    };
    if work.study.value_of(attribute.id, of) != Some(taken.as_str()) {
        work.db.put_attribute_value(&AttributeValue { attribute: attribute.id, of, value: taken }, clock::new_id())?;
    }
    Ok(())
}

fn found(work: &Work<'_>, id: AttributeId) -> Result<Attribute, Error> {
    work.study.attributes.iter().find(|attribute| attribute.id == id).cloned().ok_or(Error::NoAttribute)
}

fn checked(
    work: &Work<'_>,
    host: AttributeHost,
    id: Option<AttributeId>,
    facts: &AttributeFacts,
) -> Result<AttributeFacts, Error> {
    let name = one_line(&facts.name);
    if name.is_empty() {
        return Err(Error::NamelessAttribute);
    }
    let folded = name.to_lowercase();
    let taken = |other: &&Attribute| other.host == host && Some(other.id) != id && other.name.to_lowercase() == folded;
    if let Some(other) = work.study.attributes.iter().find(taken) {
        return Err(Error::SameAttribute { name: other.name.clone() });
    }
    let mut choices: Vec<String> = Vec::new();
    if facts.kind == AttributeKind::Choice {
        for choice in facts.choices.iter().map(|choice| one_line(choice)).filter(|choice| !choice.is_empty()) {
            if !choices.iter().any(|other| other.to_lowercase() == choice.to_lowercase()) {
                choices.push(choice);
            }
        }
        if choices.is_empty() {
            return Err(Error::NoChoices { name });
        }
    }
    Ok(AttributeFacts { name, kind: facts.kind, choices })
}
