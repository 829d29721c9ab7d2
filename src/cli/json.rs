//! The JSON answers: one shape for all, every key always there, absent is null, nothing translated.

use super::say::{Done, Stop, Terminal};
use crate::analysis::Study;
use crate::domain::{Arg, Message, Timestamp};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

#[derive(Serialize)]
struct Head {
    id: String,
    revision: u64,
}

#[derive(Serialize)]
struct Answer<'a, M: Serialize, T: Serialize> {
    emaslim: u32,
    command: &'a str,
    project: Head,
    #[serde(flatten)]
    more: M,
    items: &'a [T],
}

/// No keys beside the usual ones.
#[derive(Serialize)]
pub(crate) struct Nothing {}

/// Writes the answer to `command`, with `more` keys before the items.
pub(crate) fn answer<M: Serialize, T: Serialize>(
    terminal: &mut Terminal<'_>,
    command: &str,
    study: &Study,
    more: M,
    items: &[T],
) -> Done {
    let project = Head { id: study.project.id.to_string(), revision: study.project.revision };
    let answer = Answer { emaslim: 1, command, project, more, items };
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
                Arg::Said(message) => map.serialize_entry(name, &Inner { key: &message.key, values: Bare(message) })?,
            }
        }
        map.end()
    }
}

/// A message inside another.
#[derive(Serialize)]
struct Inner<'a> {
    key: &'a str,
    values: Bare<'a>,
}

/// A point in time as `2025-02-12T09:12:45.123Z`.
pub(crate) fn instant(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}
