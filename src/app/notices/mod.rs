//! Everything the window has said since it was opened, so that an error does not vanish because the next
//! sentence is said. Held in memory only: it names sources and people.

mod pane;
#[cfg(test)]
mod walk;

pub(super) use pane::NoticesPane;

use crate::domain::{Message, Timestamp};
use crate::i18n::Catalog;
use std::collections::VecDeque;

/// How many sentences are kept; the oldest go first.
const MOST: usize = 500;

/// How much a sentence matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// What was done.
    Said,
    /// Worth knowing.
    Notice,
    /// Done, but something about it is odd.
    Warning,
    /// Not done.
    Error,
}

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Self::Said => "notice-kind-said",
            Self::Notice => "notice-kind-notice",
            Self::Warning => "notice-kind-warning",
            Self::Error => "notice-kind-error",
        }
    }
}

/// What stands behind a sentence.
#[derive(Clone, Debug)]
pub(super) enum Detail {
    /// Another sentence: a refused file, an odd line.
    Said(Message),
    /// What the system or the program says of it.
    Technical(String),
}

impl Detail {
    fn words(&self, catalog: &Catalog) -> String {
        match self {
            Self::Said(message) => catalog.say(message),
            Self::Technical(words) => words.clone(),
        }
    }
}

/// A sentence that was said.
pub(super) struct Entry {
    number: u64,
    /// When.
    pub at: Timestamp,
    /// How much it matters.
    pub kind: Kind,
    /// Title of the project that was open; empty where none was.
    pub project: String,
    /// The sentence.
    pub sentence: Message,
    /// What stands behind it.
    pub details: Vec<Detail>,
}

impl Entry {
    /// Kind, moment and project in one line.
    fn heading(&self, catalog: &Catalog) -> String {
        let mut heading = format!("{} · {}", catalog.text(self.kind.key()), catalog.moment(self.at));
        if !self.project.is_empty() {
            heading.push_str(" · ");
            heading.push_str(&self.project);
        }
        heading
    }

    /// All of it, as it is copied.
    fn whole(&self, catalog: &Catalog) -> String {
        let mut lines = vec![self.heading(catalog), catalog.say(&self.sentence)];
        lines.extend(self.details.iter().map(|detail| detail.words(catalog)));
        lines.join("\n")
    }
}

/// The sentences, newest first.
#[derive(Default)]
pub(super) struct Notices {
    entries: VecDeque<Entry>,
    kept: u64,
    unread: usize,
}

impl Notices {
    /// Keeps a sentence.
    pub fn keep(&mut self, at: Timestamp, kind: Kind, project: String, sentence: Message, details: Vec<Detail>) {
        self.kept += 1;
        self.unread += usize::from(kind != Kind::Said);
        self.entries.push_front(Entry { number: self.kept, at, kind, project, sentence, details });
        self.entries.truncate(MOST);
    }

    /// The sentences, newest first.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// How many notices, warnings and errors have come since the list was read.
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// The list has been read.
    pub const fn read(&mut self) {
        self.unread = 0;
    }

    /// All of them, as they are copied.
    fn whole(&self, catalog: &Catalog) -> String {
        let entries: Vec<String> = self.entries().map(|entry| entry.whole(catalog)).collect();
        entries.join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn the_newest_stands_first_and_the_oldest_go() {
        let mut notices = Notices::default();
        for number in 0..MOST + 20 {
            let kind = if number % 2 == 0 { Kind::Said } else { Kind::Error };
            let sentence = Message::new("import-several").with("n", number);
            let at = Timestamp::from_millis(1_740_000_000_000);
            notices.keep(at, kind, "Studi".to_owned(), sentence, vec![Detail::Technical(format!("kode {number}"))]);
        }
        assert_eq!(notices.entries().len(), MOST);
        assert_eq!(notices.unread(), (MOST + 20) / 2);
        let catalog = Catalog::new(Language::Indonesian);
        let whole = notices.whole(&catalog);
        let newest = whole.find("519 sumber data diimpor.").expect("the newest");
        assert!(newest < whole.find("518 sumber data diimpor.").expect("the one before"));
        assert!(whole.contains("kode 519") && whole.contains("Kesalahan") && whole.contains("Studi"));
        assert!(!whole.contains("kode 19\n"), "the oldest are gone");
        notices.read();
        assert_eq!((notices.unread(), notices.entries().len()), (0, MOST));
    }
}
