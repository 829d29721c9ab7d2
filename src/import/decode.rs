//! Bytes become text: what is no text is refused, the rest is decoded, loses its byte order mark, gets LF
//! line ends and keeps every other character as it is. What could not be decoded becomes U+FFFD and is said.

use super::Encoding;
use super::detect::{self, Evidence, is_odd_control};
use super::error::{ImportError, MAX_BYTES, MAX_LINES};
use crate::domain::Message;
use encoding_rs::DecoderResult;

/// A decoded text and what was odd about it.
#[derive(Debug)]
pub struct Decoded {
    /// UTF-8, LF, no byte order mark at the start, no NUL.
    pub text: String,
    /// The encoding it was in.
    pub encoding: Encoding,
    /// Whether the encoding is more than a guess.
    pub is_certain: bool,
    /// What was odd and how it was handled.
    pub warnings: Vec<Message>,
}

/// Bytes that are decoded at a time, so that the text grows with what is there and not with what could be.
const PIECE: usize = 1 << 20;

/// Decodes `bytes`, as asked or by evidence; `file` names them in errors and warnings.
///
/// # Errors
/// Whatever is no text, has no words, or is too large.
pub fn decode(file: &str, bytes: &[u8], asked: Option<Encoding>) -> Result<Decoded, ImportError> {
    let file = || file.to_owned();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ImportError::TooLarge { file: file() });
    }
    let unmarked = bytes.strip_prefix(Encoding::UTF_8.mark()).unwrap_or(bytes);
    if unmarked.is_empty() {
        return Err(ImportError::Empty { file: file() });
    }
    let (encoding, is_certain) = match asked.map_or_else(|| detect::detect(bytes), Evidence::Certain) {
        Evidence::Certain(encoding) => (encoding, true),
        Evidence::Likely(encoding) => (encoding, false),
        Evidence::Utf32 => return Err(ImportError::Utf32 { file: file() }),
    };
    let is_wide = encoding == Encoding::UTF_16LE || encoding == Encoding::UTF_16BE;
    let is_guess = asked.is_none() && !is_certain;
    if is_guess && !is_wide && bytes.iter().filter(|byte| is_odd_control(**byte)).count() * 50 > bytes.len() {
        return Err(ImportError::Binary { file: file() });
    }
    let (raw, damage) = decoded(bytes, encoding, true);
    if asked.is_none() && damage.count >= 8 && damage.count * 4 > raw.chars().count() {
        return Err(ImportError::Binary { file: file() });
    }
    let controls = raw.bytes().filter(|byte| is_odd_control(*byte)).count();
    if asked.is_none() && controls >= 8 && controls * 10 > raw.len() * 3 {
        return Err(ImportError::Binary { file: file() });
    }
    if raw.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\0' | '\u{FEFF}')) {
        return Err(ImportError::Empty { file: file() });
    }
    let mut warnings = Vec::new();
    let mut warn = |message: Message| warnings.push(message.with("file", file()));
    if !is_certain {
        warn(Message::new("import-warning-encoding").with("encoding", encoding.name()));
    }
    if let Some(at) = damage.first {
        let line = line_behind(&raw[..at]);
        let message = Message::new("import-warning-undecoded").with("encoding", encoding.name());
        warn(message.with("n", damage.count).with("line", line));
    }
    let nuls = raw.bytes().filter(|byte| *byte == 0).count();
    if nuls > 0 {
        warn(Message::new("import-warning-nul").with("n", nuls));
    }
    let lost = raw.matches('\u{FFFD}').count() - damage.count;
    if lost > 0 {
        warn(Message::new("import-warning-damaged").with("n", lost));
    }
    let start: String = raw.trim_start().chars().take(2000).collect::<String>().to_ascii_lowercase();
    if start.starts_with("<?xml") && !start.contains("<html") {
        warn(Message::new("import-warning-markup"));
    }
    if raw.len() as u64 > MAX_BYTES {
        // A letter of one byte in an old encoding may be three in UTF-8.
        return Err(ImportError::TooLarge { file: file() });
    }
    let text = normalised(raw);
    if text.bytes().filter(|byte| *byte == b'\n').count() > MAX_LINES {
        return Err(ImportError::TooManyLines { file: file() });
    }
    Ok(Decoded { text, encoding, is_certain, warnings })
}

/// The first `letters` letters of `bytes` in an encoding, as the text would begin; cheap however long the file is.
pub fn preview(bytes: &[u8], encoding: Encoding, letters: usize) -> String {
    // No encoding takes more than four bytes a letter, ISO-2022-JP with what switches it eight; and CR LF is one.
    let enough = letters.saturating_mul(8).saturating_add(16);
    let is_whole = bytes.len() <= enough;
    let (raw, _) = decoded(&bytes[..bytes.len().min(enough)], encoding, is_whole);
    normalised(raw).chars().take(letters).collect()
}

/// What an encoding could not read.
#[derive(Default, Debug)]
struct Damage {
    /// Places that became U+FFFD.
    count: usize,
    /// Byte of the text where the first of them stands.
    first: Option<usize>,
}

/// The letters of `bytes` without their byte order mark, line ends as they are. `is_whole` tells that nothing
/// comes behind.
fn decoded(bytes: &[u8], encoding: Encoding, is_whole: bool) -> (String, Damage) {
    let mut rest = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
    let mut damage = Damage::default();
    if encoding == Encoding::UTF_8
        && let Ok(text) = std::str::from_utf8(rest)
    {
        return (text.to_owned(), damage);
    }
    let mut decoder = encoding.decoder();
    let mut text = String::new();
    loop {
        let piece = &rest[..rest.len().min(PIECE)];
        let is_last = is_whole && piece.len() == rest.len();
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(piece.len()).unwrap_or(PIECE));
        let (result, read) = decoder.decode_to_string_without_replacement(piece, &mut text, is_last);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty if rest.is_empty() => break,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(_, _) => {
                damage.first.get_or_insert(text.len());
                damage.count += 1;
                text.push('\u{FFFD}');
            }
        }
    }
    (text, damage)
}

/// CRLF and CR become LF, NUL becomes U+FFFD; everything else stays.
fn normalised(text: String) -> String {
    if !text.contains(['\r', '\0']) {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.as_str();
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

/// The physical line behind `before`, from 1.
fn line_behind(before: &str) -> usize {
    let ends = before.bytes().filter(|byte| matches!(byte, b'\r' | b'\n')).count();
    ends - before.matches("\r\n").count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Reading;

    fn check(bytes: &[u8], expected: &str) {
        let decoded = decode("a.txt", bytes, None).expect("text");
        assert_eq!(decoded.text, expected);
    }

    fn refused(bytes: &[u8], key: &str) {
        use crate::domain::Say;
        let error = crate::import::read("a.txt", bytes.to_vec(), &Reading::default()).expect_err("refused");
        assert_eq!(error.message().key, key, "{error}");
    }

    /// Encoding, whether it is certain, text, and (key, n, line) of the warnings.
    fn read(bytes: &[u8], asked: Option<&str>, expected: (&str, bool, &str), warnings: &[Message]) {
        let asked = asked.map(|name| Encoding::named(name).expect("an encoding"));
        let found = decode("a.txt", bytes, asked).expect("text");
        assert_eq!((found.encoding.name(), found.is_certain, found.text.as_str()), expected);
        let with_file: Vec<Message> = warnings.iter().map(|message| message.clone().with("file", "a.txt")).collect();
        assert_eq!(found.warnings, with_file, "{expected:?}");
    }

    fn guessed(encoding: &str) -> Message {
        Message::new("import-warning-encoding").with("encoding", encoding)
    }

    fn undecoded(encoding: &str, n: usize, line: usize) -> Message {
        Message::new("import-warning-undecoded").with("encoding", encoding).with("n", n).with("line", line)
    }

    #[test]
    fn line_ends_become_lf_and_the_rest_stays() {
        check(b"a\r\nb\rc\nd\r\r\ne\n\r", "a\nb\nc\nd\n\ne\n\n");
        check(b"\xEF\xBB\xBFhalo", "halo");
        check("a\u{2028}b\u{85}c\u{b}d\u{c}e".as_bytes(), "a\u{2028}b\u{85}c\u{b}d\u{c}e");
        check("re\u{301}sume\u{301} résumé".as_bytes(), "re\u{301}sume\u{301} résumé");
        check("a\u{a0}b\u{ad}c\u{200b}d\u{200d}e\u{feff}f".as_bytes(), "a\u{a0}b\u{ad}c\u{200b}d\u{200d}e\u{feff}f");
        check("ID3 adalah singkatan".as_bytes(), "ID3 adalah singkatan");
    }

    #[test]
    fn nul_is_replaced_and_said() {
        let nul = Message::new("import-warning-nul").with("n", 1);
        read(b"P: a\0b", None, ("UTF-8", true, "P: a\u{FFFD}b"), &[nul]);
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let nothing = ("UTF-16LE", true, "halo\n");
        read(b"\xFF\xFEh\0a\0l\0o\0\r\0\n\0", None, nothing, &[]);
        read(b"\xFE\xFF\0h\0a\0l\0o\0\r\0\n", None, ("UTF-16BE", true, "halo\n"), &[]);
        read(b"h\0a\0l\0o\0 \0d\0u\0", None, ("UTF-16LE", false, "halo du"), &[guessed("UTF-16LE")]);
        // Half a pair, and half a unit at the end.
        let lone = b"\xFF\xFEh\0\n\0\x3D\xD8a\0\x00\xDCb";
        let said = undecoded("UTF-16LE", 3, 2);
        read(lone, None, ("UTF-16LE", true, "h\n\u{FFFD}a\u{FFFD}\u{FFFD}"), &[said]);
    }

    #[test]
    fn old_encodings_are_guessed_and_damage_is_said() {
        let old = [guessed("windows-1252")];
        read(b"sekolah \x96 guru", None, ("windows-1252", false, "sekolah – guru"), &old);
        let cut = "potong 🙏".as_bytes().split_last().expect("bytes").1;
        let said = [guessed("UTF-8"), undecoded("UTF-8", 1, 1)];
        read(cut, None, ("UTF-8", false, "potong \u{FFFD}"), &said);
        let bytes = b"\xE2\x80\x9Ca\xE2\x80\x9D\r\n\xE2\x80\x9Cb\xE2\x80\x9D\r\nti\x96ga";
        let said = [guessed("UTF-8"), undecoded("UTF-8", 1, 3)];
        read(bytes, None, ("UTF-8", false, "“a”\n“b”\nti\u{FFFD}ga"), &said);
        // A letter that was lost before is told from one that is lost now.
        let bytes = b"\xEF\xBB\xBF\xEF\xBF\xBD \x96 a";
        let said = [undecoded("UTF-8", 1, 1), Message::new("import-warning-damaged").with("n", 1)];
        read(bytes, None, ("UTF-8", true, "\u{FFFD} \u{FFFD} a"), &said);
    }

    #[test]
    fn what_is_asked_for_is_done() {
        read("“a”".as_bytes(), Some("windows-1252"), ("windows-1252", true, "â€œaâ€\u{9d}"), &[]);
        read(b"a\xC7", Some("windows-1256"), ("windows-1256", true, "aا"), &[]);
        read(b"a\n\x96", Some("utf-8"), ("UTF-8", true, "a\n\u{FFFD}"), &[undecoded("UTF-8", 1, 2)]);
        read(b"halo", Some("utf-16le"), ("UTF-16LE", true, "慨潬"), &[]);
        read(b"\xEF\xBB\xBFhalo", Some("utf-8"), ("UTF-8", true, "halo"), &[]);
    }

    #[test]
    fn a_preview_begins_as_the_text_does() {
        let text = "P: “Apa kabar?”\r\nKS: Baik 🙏 وعليكم\r\n".repeat(50);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, encoding) in [(text.as_bytes(), Encoding::UTF_8), (&utf16, Encoding::UTF_16LE)] {
            let whole = decode("a.txt", bytes, Some(encoding)).expect("text").text;
            for letters in [0, 1, 7, 16, 17, 35, 100, 10_000] {
                let expected: String = whole.chars().take(letters).collect();
                assert_eq!(preview(bytes, encoding, letters), expected);
            }
        }
        assert_eq!(preview(b"", Encoding::UTF_8, 9), "");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        refused(b"", "import-error-empty");
        refused(b"\xEF\xBB\xBF", "import-error-empty");
        refused(b"\xFF\xFE", "import-error-empty");
        refused(b"\xFF\xFE \0\n\0", "import-error-empty");
        refused(b" \r\n\t\n", "import-error-empty");
        refused(b"\xFF\xFE\0\0h\0\0\0", "import-error-utf32");
        refused(b"\0\0\xFE\xFF\0\0\0h", "import-error-utf32");
        refused(b"%PDF-1.7\n%\xE2\xE3", "import-error-pdf");
        refused(b"{\\rtf1\\ansi}", "import-error-empty");
        refused(b"PK\x03\x04......word/document.xml", "import-error-damaged");
        refused(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "import-error-damaged");
        refused(b"PK\x03\x04....project.qde", "import-error-archive");
        refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import-error-doc");
        refused(b"\xD0\xCF\x11\xE0\xA1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "import-error-locked");
        refused(b"SQLite format 3\0....", "import-error-database");
        refused(b"\x89PNG\r\n\x1A\n", "import-error-media");
        refused(&[1_u8; 200], "import-error-binary");
        refused(&[0xC0, 0, 3, 0x80, 0xFF, 0, 9], "import-error-binary");
    }

    #[test]
    fn too_much_is_refused_at_once() {
        let lines = "a\n".repeat(MAX_LINES + 1);
        refused(lines.as_bytes(), "import-error-too-many-lines");
        let size = usize::try_from(MAX_BYTES).expect("fits") + 1;
        refused(&vec![b'a'; size], "import-error-too-large");
    }
}
