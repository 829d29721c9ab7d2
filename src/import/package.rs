//! A document that is a packed folder (docx, odt): its parts by name, each no larger than it may be, whatever the
//! package says of itself. Nothing is ever written out, so a name can lead nowhere.

use super::error::ImportError;
use super::format::Format;
use encoding_rs::Encoding;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most entries of a package; documents have some dozens.
const MOST_ENTRIES: usize = 20_000;
/// Largest part that is read, in bytes when unpacked. Tests have to make one that is larger.
pub const LARGEST_PART: u64 = if cfg!(test) { 24 << 20 } else { 96 << 20 };
/// Bytes of a part that tells what a package is.
const ENOUGH: u64 = 256 * 1024;

/// An open package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in small letters with `/` between folders → entries.
    names: HashMap<String, usize>,
}

/// Why a part was not read.
#[derive(Debug)]
pub enum PartError {
    /// There is no such part.
    Missing,
    /// It is larger than [`LARGEST_PART`].
    TooLarge,
    /// It cannot be unpacked, or is no text.
    Damaged(String),
}

impl PartError {
    /// As what the file is refused.
    pub fn refuse(self, file: &str) -> ImportError {
        let file = file.to_owned();
        match self {
            Self::Missing => ImportError::Damaged { file, detail: "a part is missing".to_owned() },
            Self::TooLarge => ImportError::TooLarge { file },
            Self::Damaged(detail) => ImportError::Damaged { file, detail },
        }
    }
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

impl<'a> Package<'a> {
    /// Opens a package by the list at its end.
    ///
    /// # Errors
    /// It is cut off or damaged, or lists more than any document holds.
    pub fn open(bytes: &'a [u8]) -> Result<Self, PartError> {
        let entries = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").take(MOST_ENTRIES + 1).count();
        if entries > MOST_ENTRIES {
            return Err(PartError::TooLarge);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| PartError::Damaged(error.to_string()))?;
        let mut names = HashMap::new();
        for at in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(at) {
                names.entry(key(&name)).or_insert(at);
            }
        }
        Ok(Self { archive, names })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, PartError> {
        let at = *self.names.get(&key(name)).ok_or(PartError::Missing)?;
        let damaged = |error: &dyn std::fmt::Display| PartError::Damaged(format!("{name}: {error}"));
        let part = self.archive.by_index(at).map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        // The size that is written there may be a lie.
        part.take(most + 1).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
        if bytes.len() as u64 > most { Err(PartError::TooLarge) } else { Ok(bytes) }
    }

    /// A part of XML as text, without its byte order mark.
    ///
    /// # Errors
    /// It is missing, too large, damaged, or no text.
    pub fn text(&mut self, name: &str) -> Result<String, PartError> {
        let bytes = self.bytes(name, LARGEST_PART)?;
        let Some((encoding, mark)) = Encoding::for_bom(&bytes) else {
            return String::from_utf8(bytes).map_err(|error| PartError::Damaged(format!("{name}: {error}")));
        };
        let (text, is_damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if is_damaged {
            return Err(PartError::Damaged(format!("{name}: not {}", encoding.name())));
        }
        Ok(text.into_owned())
    }

    /// The beginning of a part, as far as it can be read.
    fn start(&mut self, name: &str) -> String {
        let Some(at) = self.names.get(&key(name)).copied() else { return String::new() };
        let mut bytes = Vec::new();
        if let Ok(part) = self.archive.by_index(at) {
            // What was read before an error tells enough.
            let _all = part.take(ENOUGH).read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// What a packed file is: by what it says of itself, and where it cannot be opened by its first bytes and its name.
pub fn format_of(bytes: &[u8], ending: &str) -> Format {
    let by_ending = || match ending {
        "docx" | "docm" | "dotx" => Format::Docx,
        "odt" | "ott" => Format::Odt,
        _ => Format::Archive,
    };
    let Ok(mut package) = Package::open(bytes) else {
        let start = &bytes[..bytes.len().min(16 * 1024)];
        let holds = |words: &[u8]| start.windows(words.len()).any(|window| window == words);
        return if holds(b"opendocument.text") {
            Format::Odt
        } else if holds(b"word/") {
            Format::Docx
        } else {
            by_ending()
        };
    };
    let kind = package.start("mimetype");
    if kind.trim_start().starts_with("application/vnd.oasis.opendocument.") {
        return if kind.contains(".text") { Format::Odt } else { Format::Archive };
    }
    let types = package.start("[Content_Types].xml");
    if types.contains("wordprocessingml") || package.has("word/document.xml") {
        return Format::Docx;
    }
    let is_other = types.contains("spreadsheetml") || types.contains("presentationml");
    if package.has("content.xml") && package.has("META-INF/manifest.xml") {
        let manifest = package.start("META-INF/manifest.xml");
        return if manifest.contains("opendocument.text") { Format::Odt } else { Format::Archive };
    }
    if is_other { Format::Archive } else { by_ending() }
}
