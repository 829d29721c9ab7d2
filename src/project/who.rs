//! Who acts from this machine. The window and the command line ask here, so that one person is one coder
//! everywhere.

use super::{Who, clock};
use crate::domain::StepId;
use crate::i18n::Catalog;
use crate::store::Opening;
use std::env;

impl Who {
    /// The coder: as `EMASLIM_CODER` says, as `set` in the window, as the system calls its user. The device:
    /// as the system calls it. What has no name is called nameless in the language of `words`.
    pub fn here(set: Option<&str>, words: &Catalog) -> Self {
        Self::from_environment(set, words, |variable| env::var(variable).ok())
    }

    fn from_environment(set: Option<&str>, words: &Catalog, read: impl Fn(&str) -> Option<String>) -> Self {
        let first =
            |variables: &[&str]| variables.iter().find_map(|variable| read(variable).as_deref().and_then(named));
        let host = || std::fs::read_to_string("/etc/hostname").ok().as_deref().and_then(named);
        Self {
            coder: first(&["EMASLIM_CODER"])
                .or_else(|| set.and_then(named))
                .or_else(|| first(&["USERNAME", "USER", "LOGNAME"]))
                .unwrap_or_else(|| words.text("coder-unnamed")),
            device: first(&["COMPUTERNAME", "HOSTNAME"]).or_else(host).unwrap_or_else(|| words.text("device-unnamed")),
        }
    }
}

impl Who {
    /// Opens for writing, now.
    pub(super) fn opening(&self) -> Opening<'_> {
        Opening {
            coder: &self.coder,
            device: &self.device,
            now: clock::now(),
            migration: StepId::from_uuid(clock::new_id()),
            visit: clock::new_id(),
            is_reading_only: false,
            is_taking_over: false,
            own_folder: None,
        }
    }
}

/// Nobody in particular opens, to read.
pub(super) fn glance() -> Opening<'static> {
    Opening {
        coder: "",
        device: "",
        now: clock::now(),
        migration: StepId::from_uuid(clock::new_id()),
        visit: clock::new_id(),
        is_reading_only: true,
        is_taking_over: false,
        own_folder: None,
    }
}

fn named(name: &str) -> Option<String> {
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn the_environment_overrules_the_window_and_the_window_the_system() {
        let words = Catalog::new(Language::English);
        let coder = |asked: &str, set: Option<&str>, system: &str| {
            let read = |variable: &str| match variable {
                "EMASLIM_CODER" => Some(asked.to_owned()),
                "USER" => Some(system.to_owned()),
                "HOSTNAME" => Some("meja".to_owned()),
                _ => None,
            };
            let who = Who::from_environment(set, &words, read);
            assert_eq!(who.device, "meja");
            who.coder
        };
        assert_eq!(coder(" Rina ", Some("Budi"), "user"), "Rina");
        assert_eq!(coder(" ", Some(" Budi"), "user"), "Budi");
        assert_eq!(coder("", Some(" "), "user"), "user");
        assert_eq!(coder("", None, ""), words.text("coder-unnamed"));
    }
}
