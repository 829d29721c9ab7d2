//! Bytes become text: what is no UTF-8 text is refused by name, the rest loses its byte order mark, gets
//! LF line ends and keeps every other character as it is.

use super::Encoding;
use super::error::{Format, ImportError, MAX_BYTES, MAX_LINES};
use crate::domain::Message;

/// A decoded text and what was odd about it.
#[derive(Debug)]
pub struct Decoded {
    /// UTF-8, LF, no byte order mark at the start, no NUL.
    pub text: String,
    /// The encoding it was in.
    pub encoding: Encoding,
    /// What was odd and how it was handled.
    pub warnings: Vec<Message>,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Decodes `bytes`; `file` names them in errors and warnings.
///
/// # Errors
/// Whatever is not UTF-8 text, has no words, or is too large.
pub fn decode(file: &str, bytes: &[u8], _asked: Option<Encoding>) -> Result<Decoded, ImportError> {
    let file = || file.to_owned();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ImportError::TooLarge { file: file() });
    }
    let content = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if content.is_empty() {
        return Err(ImportError::Empty { file: file() });
    }
    if let Some(format) = format_of(content) {
        return Err(ImportError::Other { file: file(), format });
    }
    if is_utf16(bytes) {
        return Err(ImportError::Utf16 { file: file() });
    }
    let controls = content.iter().filter(|byte| is_odd_control(**byte)).count();
    let text = match std::str::from_utf8(content) {
        Ok(_) if controls >= 8 && controls * 10 > content.len() * 3 => {
            return Err(ImportError::Binary { file: file() });
        }
        Ok(text) => text,
        Err(_) if controls * 50 > content.len() => return Err(ImportError::Binary { file: file() }),
        Err(error) => {
            let good = &content[..error.valid_up_to()];
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            let at = error.valid_up_to() + (bytes.len() - content.len());
            return Err(ImportError::NotUtf8 { file: file(), line, at });
        }
    };
    if text.chars().all(|letter| letter.is_whitespace() || letter == '\0' || letter == '\u{FEFF}') {
        return Err(ImportError::Empty { file: file() });
    }
    let mut warnings = Vec::new();
    let nuls = text.bytes().filter(|byte| *byte == 0).count();
    if nuls > 0 {
        warnings.push(Message::new("import-warning-nul").with("file", file()).with("n", nuls));
    }
    let damaged = text.matches('\u{FFFD}').count();
    if damaged > 0 {
        warnings.push(Message::new("import-warning-damaged").with("file", file()).with("n", damaged));
    }
    let start = text.trim_start().get(..14).unwrap_or_default().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml") {
        warnings.push(Message::new("import-warning-markup").with("file", file()));
    }
    let text = normalise(text);
    if text.bytes().filter(|byte| *byte == b'\n').count() > MAX_LINES {
        return Err(ImportError::TooManyLines { file: file() });
    }
    Ok(Decoded { text, encoding: Encoding::UTF_8, warnings })
}

/// CRLF and CR become LF, NUL becomes U+FFFD; everything else stays.
fn normalise(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\0']) {
        clean.push_str(&rest[..at]);
        let found = &rest[at..];
        if let Some(behind) = found.strip_prefix('\0') {
            clean.push('\u{FFFD}');
            rest = behind;
        } else {
            clean.push('\n');
            rest = found.strip_prefix("\r\n").unwrap_or(&found[1..]);
        }
    }
    clean.push_str(rest);
    clean
}

/// Control characters that no text editor writes.
const fn is_odd_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
}

/// UTF-16 or UTF-32, with a byte order mark or by the NUL in every other byte.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return true;
    }
    let start = &bytes[..bytes.len().min(4096)];
    if start.len() < 8 {
        return false;
    }
    let half = start.len() / 2;
    let even = start.iter().step_by(2).filter(|byte| **byte == 0).count();
    let odd = start.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    (even * 10 > half * 6 && odd * 10 < half) || (odd * 10 > half * 6 && even * 10 < half)
}

fn format_of(bytes: &[u8]) -> Option<Format> {
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
    if start.get(4..8) == Some(b"ftyp") || (start.starts_with(b"RIFF") && start.len() > 12 && start[4..8].contains(&0))
    {
        return Some(Format::Media);
    }
    let (_, format) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic))?;
    // Words that happen to begin like a sound or picture file are still words.
    let is_words = matches!(format, Format::Media | Format::Archive) && std::str::from_utf8(bytes).is_ok();
    (!is_words).then_some(*format)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let decoded = decode("a.txt", bytes, None).expect("text");
        assert_eq!(decoded.text, expected);
    }

    fn refused(bytes: &[u8], key: &str) {
        use crate::domain::Say;
        let error = decode("a.txt", bytes, None).expect_err("refused");
        assert_eq!(error.message().key, key, "{error}");
    }

    #[test]
    fn line_ends_become_lf_and_the_rest_stays() {
        check(b"a\r\nb\rc\nd\r\r\ne\n\r", "a\nb\nc\nd\n\ne\n\n");
        check(b"\xEF\xBB\xBFhalo", "halo");
        check("a\u{2028}b\u{85}c\u{b}d\u{c}e".as_bytes(), "a\u{2028}b\u{85}c\u{b}d\u{c}e");
        check("re\u{301}sume\u{301} résumé".as_bytes(), "re\u{301}sume\u{301} résumé");
        check("ID3 adalah singkatan".as_bytes(), "ID3 adalah singkatan");
    }

    #[test]
    fn nul_is_replaced_and_said() {
        let decoded = decode("a.txt", b"P: a\0b", None).expect("text");
        assert_eq!(decoded.text, "P: a\u{FFFD}b");
        assert_eq!(decoded.warnings, [Message::new("import-warning-nul").with("file", "a.txt").with("n", 1)]);
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        refused(b"", "import-error-empty");
        refused(b"\xEF\xBB\xBF", "import-error-empty");
        refused(b" \r\n\t\n", "import-error-empty");
        refused(b"\xFF\xFEh\0a\0", "import-error-utf16");
        refused(b"\xFE\xFF\0h\0a", "import-error-utf16");
        refused(b"h\0a\0l\0o\0 \0d\0u\0", "import-error-utf16");
        refused(b"a\nsekolah \x96 guru", "import-error-not-utf8");
        refused("potong 🙏".as_bytes().split_last().expect("bytes").1, "import-error-not-utf8");
        refused(b"%PDF-1.7\n%\xE2\xE3", "import-error-pdf");
        refused(b"{\\rtf1\\ansi}", "import-error-rtf");
        refused(b"PK\x03\x04......word/document.xml", "import-error-docx");
        refused(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "import-error-odt");
        refused(b"PK\x03\x04....project.qde", "import-error-archive");
        refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import-error-doc");
        refused(b"SQLite format 3\0....", "import-error-database");
        refused(b"\x89PNG\r\n\x1A\n", "import-error-media");
        refused(&[1_u8; 200], "import-error-binary");
        refused(&[0xC0, 0, 3, 0x80, 0xFF, 0, 9], "import-error-binary");
    }

    #[test]
    fn the_wrong_byte_is_said_with_its_line() {
        let error = decode("a.txt", b"satu\ndua\nti\xE9ga", None).expect_err("refused");
        assert!(matches!(error, ImportError::NotUtf8 { line: 3, at: 11, .. }), "{error:?}");
    }

    #[test]
    fn too_much_is_refused_at_once() {
        let lines = "a\n".repeat(MAX_LINES + 1);
        refused(lines.as_bytes(), "import-error-too-many-lines");
        let size = usize::try_from(MAX_BYTES).expect("fits") + 1;
        refused(&vec![b'a'; size], "import-error-too-large");
    }
}
