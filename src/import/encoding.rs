//! The encodings that a text file may be in, by the names of the WHATWG Encoding Standard.

use crate::domain::Message;
use encoding_rs as standard;
use std::fmt;

/// An encoding of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static standard::Encoding);

/// The encodings to choose from, the likeliest first, each with the key of what it is for.
static OFFERED: &[(&standard::Encoding, &str)] = &[
    (standard::UTF_8, "encoding-unicode"),
    (standard::UTF_16LE, "encoding-unicode"),
    (standard::UTF_16BE, "encoding-unicode"),
    (standard::WINDOWS_1252, "encoding-western"),
    (standard::WINDOWS_1256, "encoding-arabic"),
    (standard::MACINTOSH, "encoding-western"),
    (standard::ISO_8859_15, "encoding-western"),
    (standard::ISO_8859_6, "encoding-arabic"),
    (standard::GBK, "encoding-chinese-simplified"),
    (standard::GB18030, "encoding-chinese-simplified"),
    (standard::BIG5, "encoding-chinese-traditional"),
    (standard::SHIFT_JIS, "encoding-japanese"),
    (standard::EUC_JP, "encoding-japanese"),
    (standard::ISO_2022_JP, "encoding-japanese"),
    (standard::EUC_KR, "encoding-korean"),
    (standard::WINDOWS_874, "encoding-thai"),
    (standard::WINDOWS_1258, "encoding-vietnamese"),
    (standard::WINDOWS_1250, "encoding-central-european"),
    (standard::ISO_8859_2, "encoding-central-european"),
    (standard::ISO_8859_16, "encoding-central-european"),
    (standard::WINDOWS_1254, "encoding-turkish"),
    (standard::ISO_8859_3, "encoding-southern-european"),
    (standard::WINDOWS_1257, "encoding-baltic"),
    (standard::ISO_8859_13, "encoding-baltic"),
    (standard::ISO_8859_4, "encoding-baltic"),
    (standard::ISO_8859_10, "encoding-nordic"),
    (standard::ISO_8859_14, "encoding-celtic"),
    (standard::WINDOWS_1251, "encoding-cyrillic"),
    (standard::KOI8_R, "encoding-cyrillic"),
    (standard::KOI8_U, "encoding-cyrillic"),
    (standard::ISO_8859_5, "encoding-cyrillic"),
    (standard::IBM866, "encoding-cyrillic"),
    (standard::X_MAC_CYRILLIC, "encoding-cyrillic"),
    (standard::WINDOWS_1253, "encoding-greek"),
    (standard::ISO_8859_7, "encoding-greek"),
    (standard::WINDOWS_1255, "encoding-hebrew"),
    (standard::ISO_8859_8, "encoding-hebrew"),
    (standard::ISO_8859_8_I, "encoding-hebrew"),
];

impl Encoding {
    /// UTF-8, which everything of today is written in.
    pub const UTF_8: Self = Self(standard::UTF_8);
    /// UTF-16 with the low byte first, which Windows calls Unicode.
    pub const UTF_16LE: Self = Self(standard::UTF_16LE);
    /// UTF-16 with the high byte first.
    pub const UTF_16BE: Self = Self(standard::UTF_16BE);

    /// What Windows wrote in Western Europe and Indonesia before Unicode.
    pub const WINDOWS_1252: Self = Self(standard::WINDOWS_1252);

    /// The encoding of a name or of one of its other names (`windows-1252`, `latin1`, `utf-16le`); small and
    /// capital letters alike.
    pub fn named(name: &str) -> Option<Self> {
        Self::of(standard::Encoding::for_label(name.trim().as_bytes())?)
    }

    /// One that text can be in: the standard has names for a few that are none.
    pub(super) fn of(encoding: &'static standard::Encoding) -> Option<Self> {
        OFFERED.iter().any(|(offered, _)| *offered == encoding).then_some(Self(encoding))
    }

    /// All encodings to choose from: UTF-8, UTF-16, windows-1252 and windows-1256 first, then the rest by script.
    pub fn offered() -> impl Iterator<Item = Self> {
        OFFERED.iter().map(|(encoding, _)| Self(encoding))
    }

    /// Its name (`UTF-8`, `windows-1252`).
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What it is for and its name, for people (`Western European (windows-1252)`).
    pub fn say(self) -> Message {
        let (_, key) = OFFERED.iter().find(|(offered, _)| *offered == self.0).unwrap_or(&OFFERED[0]);
        Message::new(*key).with("name", self.name())
    }

    /// What reads it. It takes no byte order mark for one.
    pub(super) fn decoder(self) -> standard::Decoder {
        self.0.new_decoder_without_bom_handling()
    }

    /// Whether every byte is a letter.
    pub(super) fn is_single_byte(self) -> bool {
        self.0.is_single_byte()
    }

    /// The mark that a text in this encoding may begin with.
    pub(super) fn mark(self) -> &'static [u8] {
        match self.name() {
            "UTF-8" => b"\xEF\xBB\xBF",
            "UTF-16LE" => b"\xFF\xFE",
            "UTF-16BE" => b"\xFE\xFF",
            _ => b"",
        }
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_and_the_likely_come_first() {
        assert_eq!(Encoding::named(" Latin1 ").map(Encoding::name), Some("windows-1252"));
        assert_eq!(Encoding::named("utf-16"), Some(Encoding::UTF_16LE));
        assert_eq!(Encoding::named("utf-9"), None);
        assert_eq!(Encoding::named("replacement"), None);
        assert_eq!(Encoding::named("iso-2022-kr"), None);
        let first: Vec<&str> = Encoding::offered().take(5).map(Encoding::name).collect();
        assert_eq!(first, ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1256"]);
        for encoding in Encoding::offered() {
            assert_eq!(Encoding::named(encoding.name()), Some(encoding));
        }
    }
}
