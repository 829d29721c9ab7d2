//! The fields of a code are written anew.

use super::{Book, Unfit, name_of};
use crate::domain::{Code, CodeId, CodeKind, Colour, Message, tidied, tidied_line};
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project};

/// A field of a code, as sentences name it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CodeField {
    /// The name.
    Name,
    /// The short code.
    Short,
    /// What it is for.
    Kind,
    /// The digit that codes with it.
    Key,
    /// The colour.
    Colour,
    /// The definition.
    Definition,
    /// The one-line test.
    Test,
    /// What counts.
    Counts,
    /// What does not count.
    CountsNot,
    /// Examples.
    Examples,
    /// Keywords.
    Keywords,
    /// Other names.
    Aliases,
}

impl CodeField {
    /// The name in sentences, on the command line and in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Short => "short",
            Self::Kind => "kind",
            Self::Key => "key",
            Self::Colour => "colour",
            Self::Definition => "definition",
            Self::Test => "test",
            Self::Counts => "counts",
            Self::CountsNot => "counts_not",
            Self::Examples => "examples",
            Self::Keywords => "keywords",
            Self::Aliases => "aliases",
        }
    }
}

/// A field of a code with what it is to hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeChange {
    /// The name.
    Name(String),
    /// The short code; may be empty.
    Short(String),
    /// What it is for. Codes below it that were of the same kind follow.
    Kind(CodeKind),
    /// The digit that codes with it, taken from the code that has it.
    Key(Option<u8>),
    /// The colour. Codes below it that had the same colour follow: a family is one hue.
    Colour(Colour),
    /// The definition.
    Definition(String),
    /// The one-line test.
    Test(String),
    /// What counts.
    Counts(Vec<String>),
    /// What does not count.
    CountsNot(Vec<String>),
    /// Examples.
    Examples(Vec<String>),
    /// Keywords.
    Keywords(Vec<String>),
    /// Other names.
    Aliases(Vec<String>),
}

impl CodeChange {
    /// Which field it is.
    pub const fn field(&self) -> CodeField {
        match self {
            Self::Name(_) => CodeField::Name,
            Self::Short(_) => CodeField::Short,
            Self::Kind(_) => CodeField::Kind,
            Self::Key(_) => CodeField::Key,
            Self::Colour(_) => CodeField::Colour,
            Self::Definition(_) => CodeField::Definition,
            Self::Test(_) => CodeField::Test,
            Self::Counts(_) => CodeField::Counts,
            Self::CountsNot(_) => CodeField::CountsNot,
            Self::Examples(_) => CodeField::Examples,
            Self::Keywords(_) => CodeField::Keywords,
            Self::Aliases(_) => CodeField::Aliases,
        }
    }
}

/// The colour that was typed, `#RRGGBB` with or without the `#`.
///
/// # Errors
/// It is none.
pub fn colour_in(text: &str) -> Result<Colour, Error> {
    let typed = text.trim();
    let digits = typed.strip_prefix('#').unwrap_or(typed);
    // `+12345` parses as a number and is no colour.
    let is_hex = digits.chars().all(|digit| digit.is_ascii_hexdigit());
    let colour = format!("#{digits}").parse().ok().filter(|_| is_hex);
    colour.ok_or_else(|| Unfit::NoColour { what: typed.to_owned() }.into())
}

impl Project {
    /// Writes fields of a code anew, all in one step. Fields that hold the same already are left alone.
    ///
    /// # Errors
    /// No name, a name or short code that is taken, a key that is none, a code that is gone, or the file refuses.
    pub fn change_code(&mut self, id: CodeId, changes: &[CodeChange]) -> Result<Landed<()>, Error> {
        self.transact(Op::ChangeCode, |work| {
            let mut book = Book::of(work.study);
            let before = book.get(id)?.clone();
            let mut said = Vec::new();
            for change in changes {
                let sentence = apply(&mut book, &before, change)?;
                said.extend(sentence);
            }
            if said.is_empty() {
                return Ok(());
            }
            book.check(id)?;
            book.write(work)?;
            let one = if said.len() == 1 { said.pop() } else { None };
            let many = || Message::new("step-code-change-many").with("code", before.label()).with("n", said.len());
            work.describe(one.unwrap_or_else(many));
            Ok(())
        })
    }
}

/// The entries of a list as they are kept.
pub(super) fn list(entries: &[String]) -> Vec<String> {
    entries.iter().map(|entry| tidied(entry)).filter(|entry| !entry.is_empty()).collect()
}

/// Applies one change; the sentence that says it, nothing where it changes nothing.
fn apply(book: &mut Book, before: &Code, change: &CodeChange) -> Result<Option<Message>, Error> {
    let id = before.id;
    let sentence = |from: String, to: String| {
        let message = Message::new("step-code-change").with("what", change.field().key());
        Some(message.with("code", before.label()).with("from", from).with("to", to))
    };
    let plain = || sentence(String::new(), String::new());
    match change {
        CodeChange::Key(key) => return give_key(book, before, *key),
        CodeChange::Kind(kind) if *kind != before.kind => {
            for below in book.branch(id) {
                let code = book.change(below)?;
                if code.kind == before.kind {
                    code.kind = *kind;
                }
            }
            return Ok(sentence(before.kind.key().to_owned(), kind.key().to_owned()));
        }
        CodeChange::Colour(colour) if *colour != before.colour => {
            for below in book.branch(id) {
                let code = book.change(below)?;
                if code.colour == before.colour {
                    code.colour = *colour;
                }
            }
            return Ok(sentence(before.colour.to_string(), colour.to_string()));
        }
        _ => {}
    }
    let code = book.change(id)?;
    let old = code.clone();
    match change {
        CodeChange::Name(name) => code.name = name_of(name)?,
        CodeChange::Short(short) => code.short = tidied_line(short),
        CodeChange::Definition(text) => code.definition = tidied(text),
        CodeChange::Test(text) => code.test = tidied(text),
        CodeChange::Counts(entries) => code.counts = list(entries),
        CodeChange::CountsNot(entries) => code.counts_not = list(entries),
        CodeChange::Examples(entries) => code.examples = list(entries),
        CodeChange::Keywords(entries) => code.keywords = list(entries),
        CodeChange::Aliases(entries) => code.aliases = list(entries),
        CodeChange::Kind(_) | CodeChange::Key(_) | CodeChange::Colour(_) => {}
    }
    Ok(if *code == old {
        None
    } else {
        match change {
            CodeChange::Name(_) => sentence(old.name, code.name.clone()),
            CodeChange::Short(_) => sentence(old.short, code.short.clone()),
            _ => plain(),
        }
    })
}

fn give_key(book: &mut Book, before: &Code, key: Option<u8>) -> Result<Option<Message>, Error> {
    if let Some(key) = key.filter(|key| !(1..=9).contains(key)) {
        return Err(Unfit::NoKey { what: key.to_string() }.into());
    }
    if key == before.key {
        return Ok(None);
    }
    let holder = key.and_then(|key| book.codes.iter_mut().find(|code| code.key == Some(key)));
    let taken = holder.map(|holder| {
        holder.key = None;
        holder.label().to_owned()
    });
    book.change(before.id)?.key = key;
    let label = before.label();
    Ok(Some(match (key, taken) {
        (Some(key), Some(from)) => {
            Message::new("step-code-key-taken").with("code", label).with("n", u32::from(key)).with("from", from)
        }
        (Some(key), None) => Message::new("step-code-key").with("code", label).with("n", u32::from(key)),
        (None, _) => Message::new("step-code-key-none").with("code", label),
    }))
}
