//! The words of a code's fields while they are typed: each lands when its field is left, and follows the project where
//! nothing is being typed.

use crate::app::commands::{Commands, Request};
use crate::domain::{Code, CodeId};
use crate::project::{CodeChange, CodeField, colour_in};
use std::collections::BTreeMap;

/// The fields that are typed.
pub(super) const TYPED: [CodeField; 10] = [
    CodeField::Name,
    CodeField::Short,
    CodeField::Colour,
    CodeField::Definition,
    CodeField::Test,
    CodeField::Counts,
    CodeField::CountsNot,
    CodeField::Examples,
    CodeField::Keywords,
    CodeField::Aliases,
];

/// Words being typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: String,
    /// What the project holds.
    saved: String,
    /// What was sent off and has not come back yet.
    sent: Option<String>,
}

impl Typed {
    /// Follows what the project holds; what is being typed stays.
    pub(super) fn follow(&mut self, saved: &str) {
        if saved == self.saved {
            return;
        }
        if self.text == self.saved || self.sent.is_some() {
            saved.clone_into(&mut self.text);
        }
        saved.clone_into(&mut self.saved);
        self.sent = None;
    }

    /// Turns to another host.
    pub(super) fn turn_to(&mut self, saved: &str) {
        *self = Self { text: saved.to_owned(), saved: saved.to_owned(), sent: None };
    }

    /// What is to be sent off now; nothing where the project holds it or it is on its way.
    pub(super) fn take(&mut self) -> Option<String> {
        let is_new = self.text.trim_end() != self.saved.trim_end() && self.sent.as_ref() != Some(&self.text);
        is_new.then(|| {
            self.sent = Some(self.text.clone());
            self.text.clone()
        })
    }
}

/// The typed fields of one code.
#[derive(Default)]
pub(super) struct Fields {
    code: Option<CodeId>,
    fields: BTreeMap<CodeField, Typed>,
}

impl Fields {
    /// Turns to a code, or follows the one it shows; what was typed for the one before is sent off.
    pub(super) fn turn_to(&mut self, code: &Code, commands: &mut Commands) {
        let is_same = self.code == Some(code.id);
        if !is_same {
            self.send(commands);
            self.code = Some(code.id);
        }
        for field in TYPED {
            let typed = self.fields.entry(field).or_default();
            let saved = text_of(code, field);
            if is_same {
                typed.follow(&saved);
            } else {
                typed.turn_to(&saved);
            }
        }
    }

    /// The words of a field.
    pub(super) fn text(&mut self, field: CodeField) -> &mut String {
        &mut self.fields.entry(field).or_default().text
    }

    /// Sends one field off.
    pub(super) fn send_one(&mut self, field: CodeField, commands: &mut Commands) {
        let Some(code) = self.code else { return };
        if let Some(text) = self.fields.get_mut(&field).and_then(Typed::take) {
            commands.send(Request::change(move |project| project.change_code(code, &[change_of(field, &text)?])));
        }
    }

    /// Sends all off that was typed.
    pub(super) fn send(&mut self, commands: &mut Commands) {
        for field in TYPED {
            self.send_one(field, commands);
        }
    }
}

fn text_of(code: &Code, field: CodeField) -> String {
    match field {
        CodeField::Name => code.name.clone(),
        CodeField::Short => code.short.clone(),
        CodeField::Colour => code.colour.to_string(),
        CodeField::Definition => code.definition.clone(),
        CodeField::Test => code.test.clone(),
        CodeField::Counts => lines(&code.counts),
        CodeField::CountsNot => lines(&code.counts_not),
        CodeField::Examples => lines(&code.examples),
        CodeField::Keywords => lines(&code.keywords),
        CodeField::Aliases => lines(&code.aliases),
        CodeField::Kind | CodeField::Key => String::new(),
    }
}

/// A list as it is typed, one entry a line; what lies within an entry keeps to its line.
fn lines(list: &[String]) -> String {
    list.iter().map(|entry| entry.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

fn list(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn change_of(field: CodeField, text: &str) -> Result<CodeChange, crate::project::Error> {
    Ok(match field {
        CodeField::Short => CodeChange::Short(text.to_owned()),
        CodeField::Colour => CodeChange::Colour(colour_in(text)?),
        CodeField::Definition => CodeChange::Definition(text.to_owned()),
        CodeField::Test => CodeChange::Test(text.to_owned()),
        CodeField::Counts => CodeChange::Counts(list(text)),
        CodeField::CountsNot => CodeChange::CountsNot(list(text)),
        CodeField::Examples => CodeChange::Examples(list(text)),
        CodeField::Keywords => CodeChange::Keywords(list(text)),
        CodeField::Aliases => CodeChange::Aliases(list(text)),
        CodeField::Name | CodeField::Kind | CodeField::Key => CodeChange::Name(text.to_owned()),
    })
}
