//! The sentence of a step as JSON, so that it is said in whichever language is asked for, later too.

use crate::domain::{Arg, Message, Timestamp};
use serde_json::{Map, Value, json};

/// The names of values that sentences of `steps.ftl` use; a [`Message`] holds them as constants.
#[rustfmt::skip] // One a line: whoever adds a sentence adds its values here.
const NAMES: &[&str] = &[
    "source",
    "lines",
    "code",
    "direction",
    "n",
    "host",
    "name",
    "what",
    "title",
    "from",
    "to",
    "operation",
    "codes",
    "exports",
    "label",
    "before",
    "after",
    "field",
    "segments",
    "codings",
    "memos",
    "pattern",
    "claim",
    "checks",
    "verdicts",
    "row",
    "axis",
    "verdict",
    "how",
    "suggested",
    "column",
    "within",
    "reason",
    "value",
    "state",
    "notes",
    "cited",
];

/// Numbers that came to a sentence after it was first written; one that is read without them counted nothing.
const LATER: [(&str, &[&str]); 3] = [
    ("step-group-delete", &["notes"]),
    ("step-informant-delete", &["notes", "checks"]),
    ("step-source-delete", &["cited", "notes"]),
];

/// How the keys of words begin that a sentence may name beside sentences: members of closed lists, in either language.
const WORDS: [&str; 5] = ["technique-", "verdict-", "empty-", "evaluation-", "member-check-"];
/// How deep sentences stand in each other: an undoing, what it undoes, its cell, one of two columns that cross.
const DEEPEST: u32 = 3;

/// A sentence as it is stored.
pub(super) fn to_json(message: &Message) -> Value {
    let mut values = Map::new();
    for (name, value) in &message.args {
        values.insert(
            (*name).to_owned(),
            match value {
                Arg::Text(text) => json!(text),
                Arg::Number(number) => json!(number),
                Arg::Moment(at) => json!({ "moment": at.millis() }),
                Arg::Said(message) => to_json(message),
            },
        );
    }
    json!({ "key": message.key, "values": values })
}

/// A stored sentence; nothing where it is none.
pub(super) fn from_json(value: &Value) -> Option<Message> {
    read(value, DEEPEST).filter(|message| message.key.starts_with("step-"))
}

fn read(value: &Value, depth: u32) -> Option<Message> {
    let key = value.get("key")?.as_str()?;
    let mut message = Message::new(key);
    for (name, value) in value.get("values")?.as_object()? {
        let name = NAMES.iter().find(|known| *known == name)?;
        message = match value {
            Value::String(text) => message.with(name, text.as_str()),
            Value::Number(number) => message.with(name, number.as_i64()?),
            Value::Object(moment) if moment.contains_key("moment") => {
                message.with(name, Timestamp::from_millis(moment.get("moment")?.as_i64()?))
            }
            Value::Object(_) if depth > 0 => message.with(name, read(value, depth - 1)?),
            _ => return None,
        };
    }
    for name in LATER.iter().filter(|(later, _)| *later == key).flat_map(|(_, names)| *names) {
        if message.args.iter().all(|(known, _)| known != name) {
            message = message.with(name, 0);
        }
    }
    let is_known = key.starts_with("step-") || WORDS.iter().any(|beginning| key.starts_with(beginning));
    is_known.then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_survives_the_file() {
        let coded = Message::new("step-code").with("code", "SUP.2").with("lines", "45").with("source", "W.KS");
        let undone = Message::new("step-undo").with("what", coded);
        assert_eq!(from_json(&to_json(&undone)), Some(undone));
        let restored = Message::new("step-restore").with("from", Timestamp::from_millis(1_740_000_000_000));
        assert_eq!(from_json(&to_json(&restored)), Some(restored));
        let crossed = Message::new("step-column-crossed")
            .with("column", Message::new("step-column").with("column", "Guru"))
            .with("within", Message::new("technique-interview"));
        let undone = Message::new("step-undo").with("what", Message::new("step-summary").with("column", crossed));
        assert_eq!(from_json(&to_json(&undone)), Some(undone));
        let early = json!({ "key": "step-group-delete", "values": { "n": 2, "name": "Guru" } });
        let now = Message::new("step-group-delete").with("n", 2).with("name", "Guru").with("notes", 0);
        assert_eq!(from_json(&early), Some(now), "what was not counted then is nothing");
        let many = Message::new("step-code-many").with("n", 7);
        assert_eq!(from_json(&to_json(&many)), Some(many));
    }

    #[test]
    fn every_value_of_a_sentence_is_known() {
        for words in
            [include_str!("../../../assets/locales/en/steps.ftl"), include_str!("../../../assets/locales/id/steps.ftl")]
        {
            for piece in words.split('$').skip(1) {
                let name = piece.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
                assert!(NAMES.contains(&name), "NAMES lacks ${name}: such a sentence could not be read again");
            }
        }
    }

    #[test]
    fn what_is_no_sentence_is_refused() {
        for wrong in [
            json!(null),
            json!({ "key": "error-busy", "values": {} }),
            json!({ "key": "verdict-agreement", "values": {} }),
            json!({ "key": "step-undo", "values": { "what": { "key": "error-busy", "values": {} } } }),
            json!({ "key": "step-code", "values": { "unknown": "x" } }),
            json!({ "key": "step-code", "values": { "n": 1.5 } }),
            json!({ "key": "step-undo" }),
        ] {
            assert_eq!(from_json(&wrong), None, "{wrong}");
        }
    }
}
