//! Why a backup was made, and the file name that says so: names sort by time and every system takes them.

use crate::domain::Timestamp;

/// Why a backup was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Why {
    /// An hour has passed and something has changed.
    Hourly,
    /// The project was opened or closed and something had changed.
    Session,
    /// Somebody asked for it.
    Asked,
    /// Before the file is brought to a newer form.
    Migration,
    /// Before something that cannot be taken back.
    Irreversible,
    /// The file as it lay there before another one was put in its place.
    Restore,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 6] =
        [Self::Hourly, Self::Session, Self::Asked, Self::Migration, Self::Irreversible, Self::Restore];

    /// The word in file names and answers.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hourly => "hourly",
            Self::Session => "session",
            Self::Asked => "asked",
            Self::Migration => "before-migration",
            Self::Irreversible => "before-irreversible",
            Self::Restore => "before-restore",
        }
    }

    /// Whether it guards something about to happen: always made, and kept by its own count.
    pub const fn is_guard(self) -> bool {
        matches!(self, Self::Migration | Self::Irreversible | Self::Restore)
    }

    /// `2026-11-22T20-31-05-123Z.hourly.emaslim`.
    pub(super) fn file_name(self, at: Timestamp) -> String {
        let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        format!("{}.{}.emaslim", at.strftime("%Y-%m-%dT%H-%M-%S-%3fZ"), self.key())
    }

    pub(super) fn of_file_name(name: &str) -> Option<(Timestamp, Self)> {
        let (stamp, why) = name.strip_suffix(".emaslim")?.split_once('.')?;
        let why = Self::ALL.into_iter().find(|known| known.key() == why)?;
        let (day, time) = stamp.strip_suffix('Z')?.split_once('T')?;
        let mut parts = time.splitn(4, '-');
        let (hour, minute, second, millis) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let at: jiff::Timestamp = format!("{day}T{hour}:{minute}:{second}.{millis}Z").parse().ok()?;
        Some((Timestamp::from_millis(at.as_millisecond()), why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_why_and_sorts_by_time() {
        let at = Timestamp::from_millis(1_795_379_465_123);
        let name = Why::Migration.file_name(at);
        assert_eq!(name, "2026-11-22T20-31-05-123Z.before-migration.emaslim");
        assert_eq!(Why::of_file_name(&name), Some((at, Why::Migration)));
        assert!(name < Why::Asked.file_name(Timestamp::from_millis(1_795_379_465_124)));
        for strange in ["tesis.emaslim", "2026-11-22T20-31-05-123Z.other.emaslim", ".emaslim-x.new", "Z.hourly.emaslim"]
        {
            assert_eq!(Why::of_file_name(strange), None, "{strange}");
        }
    }
}
