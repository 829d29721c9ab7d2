//! What a file is, by its bytes first and by its name second, so that each is read by its own reader or refused by
//! its name.

use super::package;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, which nothing but its name tells from plain text.
    Markdown,
    /// A page of the web.
    Html,
    /// Word since 2007.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich text.
    Rtf,
    /// Subtitles of SubRip.
    Srt,
    /// Subtitles of the web.
    Vtt,
    /// Subtitles of SubViewer.
    Sbv,
    /// A transcript that a program has written as JSON.
    Json,
    /// Word before 2007 and its relatives.
    Doc,
    /// An Office document locked with a password.
    Locked,
    /// PDF.
    Pdf,
    /// A database, as an Emaslim project is one.
    Database,
    /// A picture, sound or film.
    Media,
    /// A packed archive, a spreadsheet or another program's project.
    Archive,
}

/// Endings of the names of files that are taken from a folder.
pub const READ: &[&str] = &[
    "txt", "text", "md", "markdown", "docx", "docm", "dotx", "odt", "ott", "rtf", "html", "htm", "xhtml", "srt", "vtt",
    "sbv", "otr",
];

impl Format {
    /// Its name for scripts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Srt => "srt",
            Self::Vtt => "vtt",
            Self::Sbv => "sbv",
            Self::Json => "json",
            Self::Doc => "doc",
            Self::Locked => "locked",
            Self::Pdf => "pdf",
            Self::Database => "database",
            Self::Media => "media",
            Self::Archive => "archive",
        }
    }

    /// Whether the encoding of its letters can be chosen. Documents say it themselves.
    pub const fn has_encoding(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html | Self::Srt | Self::Vtt | Self::Sbv | Self::Json)
    }

    /// Whether a file of this name could be one whose encoding can be chosen, if its bytes tell nothing else.
    pub fn may_have_encoding(file_name: &str) -> bool {
        matches!(
            ending(file_name).as_str(),
            "txt" | "text" | "md" | "markdown" | "html" | "htm" | "xhtml" | "srt" | "vtt" | "sbv" | "otr" | "json" | ""
        )
    }

    /// Key of the sentence that refuses it; nothing where it is read.
    pub(super) const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Markdown | Self::Html | Self::Docx | Self::Odt | Self::Rtf => None,
            Self::Srt | Self::Vtt | Self::Sbv | Self::Json => None,
            Self::Doc => Some("import-error-doc"),
            Self::Locked => Some("import-error-locked"),
            Self::Pdf => Some("import-error-pdf"),
            Self::Database => Some("import-error-database"),
            Self::Media => Some("import-error-media"),
            Self::Archive => Some("import-error-archive"),
        }
    }

    /// What a file is. What may be plain text is told from a page of the web only when it is decoded.
    pub(super) fn of(file_name: &str, bytes: &[u8]) -> Self {
        let ending = ending(file_name);
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        Self::of_bytes(bytes, &ending).unwrap_or(match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => Self::Text,
        })
    }

    /// What the bytes say; nothing where they may be text.
    fn of_bytes(bytes: &[u8], ending: &str) -> Option<Self> {
        const MAGIC: &[(&[u8], Format)] = &[
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
        if start.trim_ascii_start().starts_with(b"{\\rtf") {
            return Some(Self::Rtf);
        }
        if start.starts_with(b"\xD0\xCF\x11\xE0") {
            return Some(Self::of_compound(bytes));
        }
        if holds(start, b"%PDF-1.") || holds(start, b"%PDF-2.") {
            return Some(Self::Pdf);
        }
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            return Some(package::format_of(bytes, ending));
        }
        if start.get(4..8) == Some(b"ftyp")
            || (start.starts_with(b"RIFF") && start.len() > 12 && start[4..8].contains(&0))
        {
            return Some(Self::Media);
        }
        let (_, format) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic))?;
        // Words that happen to begin like a sound or picture file are still words.
        let is_words = matches!(format, Self::Media | Self::Archive) && std::str::from_utf8(bytes).is_ok();
        (!is_words).then_some(*format)
    }

    /// What an OLE compound file is: Word locks a new document by putting it into an old container.
    fn of_compound(bytes: &[u8]) -> Self {
        let named = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        if named("EncryptedPackage") { Self::Locked } else { Self::Doc }
    }
}

/// What stands behind the last dot of a file name, in small letters.
pub(super) fn ending(file_name: &str) -> String {
    file_name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
