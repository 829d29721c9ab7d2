//! The encodings that a text file may be in, by the names of the WHATWG Encoding Standard.

use std::fmt;

/// An encoding of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8, which everything of today is written in.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);

    /// The encoding of a name or of one of its other names (`windows-1252`, `latin1`, `utf-16le`); small and
    /// capital letters alike.
    pub fn named(name: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label(name.trim().as_bytes()).map(Self)
    }

    /// Its name (`UTF-8`, `windows-1252`).
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
