//! Something to be said to the user, before it is put into a language. Rooms below the window name the
//! message and its values; `i18n` finds the words.

use super::Timestamp;

/// A value inside a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// Words that are shown as they are.
    Text(String),
    /// A number; the language may choose a plural form by it.
    Number(i64),
    /// A point in time, said as day and time of day in the zone of this machine.
    Moment(Timestamp),
    /// Another message, said in the same language (`Undo: Coded …`).
    Said(Box<Message>),
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Said(Box::new(message))
    }
}

impl From<Timestamp> for Arg {
    fn from(at: Timestamp) -> Self {
        Self::Moment(at)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl From<$type> for Arg {
            fn from(number: $type) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
numbers!(i32, i64, u8, u16, u32, u64, usize);

/// A message of `assets/locales` with its values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// The key of the message.
    pub key: String,
    /// Its values by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The message `key` without values.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same message with one value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What can be said to the user: every error and every warning of this program.
pub trait Say {
    /// The sentence: what happened, to which thing, what to do next.
    fn message(&self) -> Message;

    /// Technical detail that can be copied; nothing where the sentence says it all.
    fn detail(&self) -> Option<String> {
        None
    }

    /// What may stand in the log: no value, only names and numbers of the program's own.
    fn mark(&self) -> String {
        self.message().key
    }
}
