//! The words of the program in two languages. Every string a user sees stands in
//! `assets/locales/{id,en}`; this room finds it, fills in its values and writes dates and times.

mod list;
#[cfg(test)]
mod pseudo;
mod size;
pub mod when;

use crate::domain::{Arg, Language, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

macro_rules! locale {
    ($language:literal: $($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../assets/locales/", $language, "/", $file, ".ftl")))),+]
    };
}

macro_rules! locales {
    ($($file:literal),+ $(,)?) => {
        /// (file, content) of the Indonesian messages.
        pub const INDONESIAN: &[(&str, &str)] = locale!("id": $($file),+);
        /// (file, content) of the English messages.
        pub const ENGLISH: &[(&str, &str)] = locale!("en": $($file),+);
    };
}

locales!(
    "common",
    "app",
    "welcome",
    "data",
    "settings",
    "coding",
    "find",
    "gestures",
    "compare",
    "report",
    "errors",
    "backups",
    "steps",
    "correct",
    "import",
    "encodings",
    "importing",
    "recorded",
    "export",
    "chart",
    "cli",
    "notices",
    "faults",
    "openers",
    "rescue",
    "survival",
    "sources",
    "people",
    "codebook",
    "handin",
    "shell",
    "help",
    "inspector",
    "role",
    "tables",
    "checks",
);

/// The messages of one language.
pub struct Catalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// The messages of `language`, parsed once.
    pub fn new(language: Language) -> Self {
        let (code, files) = match language {
            Language::Indonesian => ("id", INDONESIAN),
            Language::English => ("en", ENGLISH),
        };
        let locale: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        for (_, content) in files {
            // A message that does not parse is found by the locale test; the rest of the file still speaks.
            let resource = match FluentResource::try_new((*content).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The same messages, every word of them accented, bracketed and lengthened by two fifths: what a translation
    /// into a longer language would ask of the window, and what shows a word that never went through here.
    #[cfg(test)]
    pub fn pseudo(language: Language) -> Self {
        let mut catalog = Self::new(language);
        catalog.bundle.set_transform(Some(pseudo::longer));
        catalog
    }

    /// The language of this catalog.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message without values. A key that does not exist is shown as it is, so that it is seen.
    pub fn text(&self, key: &str) -> String {
        self.say(&Message::new(key))
    }

    /// A message in words.
    pub fn say(&self, message: &Message) -> String {
        let (id, attribute) = match message.key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (message.key.as_str(), None),
        };
        let Some(found) = self.bundle.get_message(id) else { return message.key.clone() };
        let pattern = match attribute {
            None => found.value(),
            Some(name) => found.get_attribute(name).map(|attribute| attribute.value()),
        };
        let Some(pattern) = pattern else { return message.key.clone() };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(
                *name,
                match value {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Moment(at) => FluentValue::from(self.moment(*at)),
                    Arg::Said(message) => FluentValue::from(self.say(message)),
                },
            );
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            log::warn!("message {}: {} errors", message.key, errors.len());
        }
        text.into_owned()
    }
}

/// The language of the system: Indonesian where it says so (or Malay), English otherwise.
pub fn system_language() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    if ["id", "in", "ms", "jv", "su", "bjn"].iter().any(|code| locale.split(['-', '_', '.']).next() == Some(code)) {
        Language::Indonesian
    } else {
        Language::English
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Message keys with the variables each uses, over all files of a language.
    fn inventory(files: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found = BTreeMap::new();
        for (file, content) in files {
            let resource = FluentResource::try_new((*content).to_owned());
            assert!(resource.is_ok(), "{file}.ftl does not parse: {:?}", resource.err().map(|(_, errors)| errors));
            let mut key = String::new();
            for line in content.lines() {
                let starts_message = line.chars().next().is_some_and(|letter| letter.is_ascii_lowercase());
                if starts_message && let Some((name, _)) = line.split_once('=') {
                    key = name.trim().to_owned();
                    let before = found.insert(key.clone(), BTreeSet::new());
                    assert!(before.is_none(), "{key} stands twice (second time in {file}.ftl)");
                }
                for piece in line.split('$').skip(1) {
                    let name: String =
                        piece.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
                    found.entry(key.clone()).or_default().insert(name);
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_messages_and_values() {
        assert_eq!(inventory(INDONESIAN), inventory(ENGLISH));
    }

    #[test]
    fn indonesian_never_waits_for_a_plural_form_it_lacks() {
        for (file, content) in INDONESIAN {
            let lost = content.lines().find(|line| line.trim_start().starts_with("[one]"));
            assert_eq!(lost, None, "{file}.ftl: Indonesian numbers are all `other`; write [1]");
        }
    }

    #[test]
    fn values_and_plurals_are_filled_in() {
        let english = Catalog::new(Language::English);
        assert_eq!(english.say(&Message::new("count-segments").with("n", 1)), "1 segment");
        assert_eq!(english.say(&Message::new("count-segments").with("n", 7)), "7 segments");
        let indonesian = Catalog::new(Language::Indonesian);
        assert_eq!(indonesian.say(&Message::new("count-segments").with("n", 7)), "7 segmen");
        assert_eq!(indonesian.text("no-such-message"), "no-such-message");
    }
}
