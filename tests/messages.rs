//! Holds that the words in `assets/locales` and the code that says them fit: every message is said
//! somewhere, and every key that is said exists. (That both languages have the same messages is held in
//! `i18n`.)

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Keys that are put together while the program runs: how they begin, and the file that does it.
const BUILT: &[(&str, &str)] = &[
    ("attribute-kind-", "cli/people.rs"),
    ("audit-field-", "export/paper/audit.rs"),
    ("backup-why-", "app/backups/form.rs"),
    ("membercheck-box-", "export/paper/checked.rs"),
    ("cli-arg-", "cli/help.rs"),
    ("cli-beware-", "cli/findings.rs"),
    ("cli-column-", "cli/list.rs"),
    ("cli-help-", "cli/help.rs"),
    ("cli-standing-", "cli/list.rs"),
    ("coding-sentence-", "app/coding/inspector/card.rs"),
    ("coding-statement-", "app/coding/inspector/card.rs"),
    ("compare-by-", "app/report/options.rs"),
    ("compare-rows-", "app/report/options.rs"),
    ("compare-suggested-", "app/compare/heads.rs"),
    ("comparison-", "export/comparison.rs"),
    ("copies-field-", "app/openers/copies.rs"),
    ("direction-", "export/paper/mod.rs"),
    ("empty-", "export/comparison.rs"),
    ("evaluation-", "project/judging/evaluations.rs"),
    ("excerpt-", "export/excerpts.rs"),
    ("finding-warning-", "app/role/findings/mod.rs"),
    ("group-", "project/create.rs"),
    ("language-", "app/frame/overlay.rs"),
    ("spelled-", "i18n/list.rs"),
    ("lookup-ambiguous-", "analysis/lookup/mod.rs"),
    ("lookup-nearest-", "analysis/lookup/mod.rs"),
    ("lookup-unknown-", "analysis/lookup/mod.rs"),
    ("member-check-", "project/judging/member_checks.rs"),
    ("memo-host-", "cli/memos.rs"),
    ("month-", "i18n/when.rs"),
    ("report-file-", "app/report/wanted.rs"),
    ("occurrence-", "cli/people.rs"),
    ("row-", "export/comparison.rs"),
    ("stage-", "cli/list.rs"),
    ("standing-", "app/data/people/table.rs"),
    ("tables-axis-", "export/paper/tables/recap.rs"),
    ("tables-cells-", "app/report/options.rs"),
    ("tables-consent-", "export/paper/tables/informants.rs"),
    ("tables-name-", "export/paper/tables/mod.rs"),
    ("tables-rows-", "export/paper/tables/matrix.rs"),
    ("technique-", "export/columns.rs"),
    ("verdict-", "export/comparison.rs"),
    ("report-format-", "app/report/write.rs"),
    ("report-table-", "app/report/list.rs"),
    ("report-grouping-", "app/report/options.rs"),
    ("weekday-", "i18n/when.rs"),
];

/// Names of parts of the window, of faces and of operations, which look like keys and are none.
const NO_KEYS: &[&str] = &[
    "codebook-dragged",
    "codebook-form",
    "codebook-naming",
    "codebook-row",
    "codebook-rows",
    "codebook-tree",
    "coding-bar",
    "coding-carried",
    "coding-left",
    "coding-right",
    "data-detail",
    "data-timestamp",
    "finding-add",
    "finding-link",
    "finding-move",
    "finding-unlink",
    "list-item",
    "list-level-style-bullet",
    "list-level-style-image",
    "list-level-style-number",
    "list-style",
    "overlay-size",
    "sheet-facts",
    "sheet-label",
    "status-line",
    "welcome-example",
    "read-italic",
    "read-strong",
];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

/// Messages of one language, each with its attributes as `key.attribute`.
fn messages() -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/id"), "ftl", &mut found);
    let mut keys = BTreeSet::new();
    for path in found {
        let mut message = String::new();
        for line in fs::read_to_string(path).expect("a readable file").lines() {
            let Some((name, _)) = line.split_once('=') else { continue };
            let is_message = line.starts_with(|letter: char| letter.is_ascii_lowercase());
            if is_message {
                name.trim().clone_into(&mut message);
                keys.insert(message.clone());
            } else if let Some(attribute) = name.trim().strip_prefix('.') {
                keys.insert(format!("{message}.{}", attribute.trim()));
            }
        }
    }
    keys
}

/// The code without its tests: (name below `src`, text).
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, "rs", &mut found);
    let name = |path: &Path| path.strip_prefix(&src).expect("inside src").to_string_lossy().replace('\\', "/");
    let is_test = |name: &str| name.contains("/tests") || name.contains("/picture/") || name.ends_with("walk.rs");
    found
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).expect("a readable file")))
        .filter(|(name, _)| !is_test(name))
        .map(|(name, text)| (name, text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()))
        .collect()
}

/// Every literal of the code that could be a key: words of small letters joined by hyphens.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|literal| {
            let is_of_key =
                |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_.".contains(letter);
            literal.contains('-')
                && literal.chars().all(is_of_key)
                && !literal.starts_with('-')
                && !literal.ends_with('-')
        })
}

#[test]
fn every_message_is_said_somewhere() {
    let sources = sources();
    let keys = messages();
    assert!(keys.len() > 500, "only {} messages were found", keys.len());
    // Whatever stands between two quotation marks: a search for each key in all of the code takes a minute.
    let quoted: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| text.split('"')).collect();
    let is_said = |key: &str| {
        // An attribute belongs to its message; whoever shows it puts `.tip` or `.note` behind the key.
        let message = key.split('.').next().unwrap_or(key);
        quoted.contains(message) || BUILT.iter().any(|(beginning, _)| message.starts_with(beginning))
    };
    let unsaid: Vec<&String> = keys.iter().filter(|key| !is_said(key)).collect();
    assert!(unsaid.is_empty(), "said nowhere: {unsaid:#?}");
    for (beginning, place) in BUILT {
        let is_built = sources.iter().any(|(name, text)| name == place && text.contains(&format!("\"{beginning}{{")));
        assert!(is_built, "{beginning}… is not put together in {place}");
        assert!(keys.iter().any(|key| key.starts_with(beginning)), "no message begins with {beginning}");
    }
}

#[test]
fn every_key_that_is_said_has_words() {
    let keys = messages();
    let beginnings: BTreeSet<&str> =
        keys.iter().filter_map(|key| key.split_once('-')).map(|(first, _)| first).collect();
    let mut said = 0;
    let mut mute = Vec::new();
    for (name, text) in &sources() {
        for literal in literals(text) {
            let is_key = literal.split_once('-').is_some_and(|(first, _)| beginnings.contains(first));
            if !is_key || NO_KEYS.contains(&literal) {
                continue;
            }
            said += 1;
            if !keys.contains(literal) {
                mute.push(format!("{name}: {literal}"));
            }
        }
    }
    assert!(said > 500, "only {said} keys were looked at");
    assert!(mute.is_empty(), "no words for {mute:#?}");
}
