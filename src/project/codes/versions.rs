//! The versions of the codebook: which step changed what in it, field by field, before and after.

use crate::domain::{CodeId, Message};
use crate::project::{Error, Project, Step};
use crate::store::{Fields, Keyed, RowChange, digits};
use serde_json::Value;
use std::collections::HashMap;

/// Most letters of a field that a sentence shows.
const SHOWN: usize = 240;
/// Codes that came or went in one step are named one by one up to this many.
const NAMED: usize = 6;
/// Columns that are fields of a code, in the order of sentences.
const FIELDS: [&str; 12] = [
    "name",
    "short",
    "kind",
    "key",
    "colour",
    "definition",
    "test",
    "counts",
    "counts_not",
    "examples",
    "keywords",
    "aliases",
];

/// A step that changed the codebook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The step.
    pub step: Step,
    /// What it changed, a sentence each.
    pub changes: Vec<CodeVersion>,
}

/// One change of one code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeVersion {
    /// The code; nothing where the change is of a whole codebook or of several codes at once.
    pub code: Option<CodeId>,
    /// What changed.
    pub sentence: Message,
}

impl Project {
    /// The steps that changed the codebook, newest first, with what they changed.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn codebook_versions(&self) -> Result<Vec<Version>, Error> {
        let found = self.db.codebook_changes()?;
        let mut names: HashMap<String, String> = HashMap::new();
        // From the oldest to the newest, so that a name is the one that held last.
        for (_, changes) in found.iter().rev() {
            for change in changes.iter().filter(|change| change.table == "code") {
                if let Some(row) = change.after.as_ref().or(change.before.as_ref()) {
                    names.insert(hex(&change.key), label(row));
                }
            }
        }
        for code in &self.study.codes {
            names.insert(digits(code.id), code.label().to_owned());
        }
        let versions = found.into_iter().map(|(row, changes)| {
            let changes = sentences(&changes, &names);
            Version { step: Step::from(row), changes }
        });
        Ok(versions.filter(|version| !version.changes.is_empty()).collect())
    }
}

fn hex(key: &[u8]) -> String {
    key.iter().map(|byte| format!("{byte:02X}")).collect()
}

fn text(row: &Fields, field: &str) -> String {
    match row.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// How a sentence names the code of a row.
fn label(row: &Fields) -> String {
    let short = text(row, "short");
    if short.is_empty() { text(row, "name") } else { short }
}

/// A field as a sentence shows it: lists with a sign between, nothing too long.
fn shown(row: &Fields, field: &str) -> String {
    let raw = text(row, field);
    let is_list = matches!(field, "counts" | "counts_not" | "examples" | "keywords" | "aliases");
    let whole = match serde_json::from_str::<Vec<String>>(&raw) {
        Ok(list) if is_list => list.join(" · "),
        _ => raw,
    };
    if whole.chars().count() <= SHOWN {
        return whole;
    }
    whole.chars().take(SHOWN).chain(['…']).collect()
}

fn sentences(changes: &[RowChange], names: &HashMap<String, String>) -> Vec<CodeVersion> {
    let mut said = Vec::new();
    let (mut came, mut went, mut is_ordered) = (Vec::new(), Vec::new(), false);
    for change in changes {
        let code = (change.table == "code").then(|| CodeId::of(change.key));
        let mut say = |sentence: Message| said.push(CodeVersion { code, sentence });
        match (change.table.as_str(), &change.before, &change.after) {
            ("code", None, Some(after)) => came.push((code, label(after))),
            ("code", Some(before), None) => went.push((code, label(before))),
            ("code", Some(before), Some(after)) => {
                let code = label(after);
                for field in FIELDS.iter().filter(|field| before.get(**field) != after.get(**field)) {
                    let name = Message::new("codebook-field").with("what", *field);
                    let message = Message::new("codebook-version-field").with("field", name);
                    let message = message.with("code", code.as_str()).with("from", shown(before, field));
                    say(message.with("to", shown(after, field)));
                }
                if before.get("parent") != after.get("parent") {
                    let name = |row: &Fields| names.get(&text(row, "parent")).cloned().unwrap_or_default();
                    let message = Message::new("codebook-version-moved").with("code", code);
                    say(message.with("from", name(before)).with("to", name(after)));
                } else if before.get("ordinal") != after.get("ordinal") {
                    is_ordered = true;
                }
            }
            ("confusing_pair", before, after) => {
                let Some(row) = after.as_ref().or(before.as_ref()) else { continue };
                let name = |field: &str| names.get(&text(row, field)).cloned().unwrap_or_default();
                let key = match (before, after) {
                    (None, _) => "codebook-version-pair",
                    (_, None) => "codebook-version-pair-gone",
                    _ => "codebook-version-pair-changed",
                };
                let message = Message::new(key).with("from", name("a")).with("to", name("b"));
                say(message.with("rule", shown(row, "rule")));
            }
            ("codebook", before, after) => {
                let name = |row: &Option<Fields>| row.as_ref().map(|row| text(row, "name")).unwrap_or_default();
                say(Message::new("codebook-version-book").with("from", name(before)).with("to", name(after)));
            }
            _ => {}
        }
    }
    for (key, many, codes) in [
        ("codebook-version-added", "codebook-version-added-many", came),
        ("codebook-version-removed", "codebook-version-removed-many", went),
    ] {
        if codes.len() > NAMED {
            said.push(CodeVersion { code: None, sentence: Message::new(many).with("n", codes.len()) });
        } else {
            let one = |(code, label): (Option<CodeId>, String)| CodeVersion {
                code,
                sentence: Message::new(key).with("code", label),
            };
            said.extend(codes.into_iter().map(one));
        }
    }
    if said.is_empty() && is_ordered {
        said.push(CodeVersion { code: None, sentence: Message::new("codebook-version-order") });
    }
    said
}
