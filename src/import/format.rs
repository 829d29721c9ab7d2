//! Formats that are no plain text and are known by their first bytes, so that each is refused by its name.

/// A format that is known by its first bytes and is not plain text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Word since 2007.
    Docx,
    /// Word before 2007 and its relatives.
    Doc,
    /// Rich text.
    Rtf,
    /// OpenDocument.
    Odt,
    /// PDF.
    Pdf,
    /// A database, as an Emaslim project is one.
    Database,
    /// A picture, sound or film.
    Media,
    /// A packed archive, a spreadsheet or another program's project.
    Archive,
}

impl Format {
    /// Key of the sentence that refuses it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Docx => "import-error-docx",
            Self::Doc => "import-error-doc",
            Self::Rtf => "import-error-rtf",
            Self::Odt => "import-error-odt",
            Self::Pdf => "import-error-pdf",
            Self::Database => "import-error-database",
            Self::Media => "import-error-media",
            Self::Archive => "import-error-archive",
        }
    }
}

impl Format {
    /// What the first bytes say; nothing where they may be text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const MAGIC: &[(&[u8], Format)] = &[
            (b"{\\rtf", Format::Rtf),
            (b"\xD0\xCF\x11\xE0", Format::Doc),
            (b"SQLite format 3\0", Format::Database),
            (b"\x89PNG", Format::Media),
            (b"\xFF\xD8\xFF", Format::Media),
            (b"GIF8", Format::Media),
            (b"ID3", Format::Media),
            (b"\xFF\xFB", Format::Media),
            (b"OggS", Format::Media),
            (b"fLaC", Format::Media),
            (b"\x1A\x45\xDF\xA3", Format::Media),
            (b"\x1F\x8B", Format::Archive),
            (b"7z\xBC\xAF", Format::Archive),
            (b"Rar!", Format::Archive),
        ];
        let start = &bytes[..bytes.len().min(1024)];
        let holds = |start: &[u8], words: &[u8]| start.windows(words.len()).any(|window| window == words);
        if holds(start, b"%PDF-1.") || holds(start, b"%PDF-2.") {
            return Some(Format::Pdf);
        }
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            let more = &bytes[..bytes.len().min(16 * 1024)];
            return Some(if holds(more, b"opendocument.text") {
                Format::Odt
            } else if holds(more, b"word/") {
                Format::Docx
            } else {
                Format::Archive
            });
        }
        if start.get(4..8) == Some(b"ftyp")
            || (start.starts_with(b"RIFF") && start.len() > 12 && start[4..8].contains(&0))
        {
            return Some(Format::Media);
        }
        let (_, format) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic))?;
        // Words that happen to begin like a sound or picture file are still words.
        let is_words = matches!(format, Format::Media | Format::Archive) && std::str::from_utf8(bytes).is_ok();
        (!is_words).then_some(*format)
    }
}
