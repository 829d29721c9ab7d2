//! The JSON answers: one shape for all, every key always there, absent is null, nothing translated.

use super::say::{Done, Stop, Terminal};
use crate::analysis::Study;
use crate::analysis::excerpt::written;
use crate::domain::{Arg, Message};
use crate::export::Answer;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Writes the answer to `command`, with `more` keys before the items.
pub(crate) fn answer<M: Serialize, T: Serialize>(
    terminal: &mut Terminal<'_>,
    command: &str,
    study: &Study,
    more: M,
    items: &[T],
) -> Done {
    let answer = Answer::new(&study.project, command, more, items);
    let text = serde_json::to_string_pretty(&answer)
        .map_err(|error| Stop::failed(Message::new("cli-output-failed").with("why", error.to_string())))?;
    terminal.line(&text)
}

/// A message as its key and its values, for scripts.
pub(crate) struct Bare<'a>(pub &'a Message);

impl Serialize for Bare<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.args.len()))?;
        for (name, value) in &self.0.args {
            match value {
                Arg::Text(text) => map.serialize_entry(name, text)?,
                Arg::Number(number) => map.serialize_entry(name, number)?,
                Arg::Moment(at) => map.serialize_entry(name, &written(*at))?,
                Arg::Said(message) => map.serialize_entry(name, &Inner::of(message))?,
            }
        }
        map.end()
    }
}

/// A message with its key: one inside another, or a warning.
#[derive(Serialize)]
pub(crate) struct Inner<'a> {
    key: &'a str,
    values: Bare<'a>,
}

impl<'a> Inner<'a> {
    /// A message for scripts.
    pub fn of(message: &'a Message) -> Self {
        Self { key: &message.key, values: Bare(message) }
    }
}
