//! Which encoding bytes are in, by evidence: a byte order mark, then UTF-16 without one (before UTF-8, because
//! its ASCII letters are valid UTF-8 with NULs between them), then UTF-8, then the look of the letters.

use super::Encoding;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// What the bytes are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Evidence {
    /// Certainly this encoding: a byte order mark, or UTF-8 throughout.
    Certain(Encoding),
    /// Probably this encoding.
    Likely(Encoding),
    /// UTF-32, with or without a byte order mark.
    Utf32,
}

/// Bytes that are looked at where the look of the letters decides; more would not change the answer.
const SAMPLE: usize = 1 << 20;

/// Looks at bytes with their byte order mark.
pub fn detect(bytes: &[u8]) -> Evidence {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") || is_utf32(bytes) {
        return Evidence::Utf32;
    }
    for encoding in [Encoding::UTF_8, Encoding::UTF_16LE, Encoding::UTF_16BE] {
        if bytes.starts_with(encoding.mark()) {
            return Evidence::Certain(encoding);
        }
    }
    if let Some(encoding) = utf16(bytes) {
        return Evidence::Likely(encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Evidence::Certain(Encoding::UTF_8),
        Err(_) if is_damaged_utf8(bytes) => Evidence::Likely(Encoding::UTF_8),
        Err(error) => Evidence::Likely(legacy(bytes, error.valid_up_to())),
    }
}

/// Three of four bytes are NUL, as in UTF-32 without a byte order mark.
fn is_utf32(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096) / 4 * 4];
    let zeros = |place: usize| start.iter().skip(place).step_by(4).filter(|byte| **byte == 0).count();
    let quarter = start.len() / 4;
    quarter >= 2 && [[1, 2, 3], [0, 1, 2]].iter().any(|places| places.iter().all(|place| zeros(*place) == quarter))
}

/// UTF-16 without a byte order mark: NULs stand only in the high bytes of ASCII letters.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let start = &bytes[..bytes.len().min(4096) / 2 * 2];
    if start.len() < 8 {
        return None;
    }
    let half = start.len() / 2;
    let zeros = |place: usize| start.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (encoding, many, few) =
        if odd > even { (Encoding::UTF_16LE, odd, even) } else { (Encoding::UTF_16BE, even, odd) };
    if many * 10 > half * 6 && few * 10 < half {
        return Some(encoding);
    }
    // Arabic, Chinese: only spaces and digits have a NUL, and what comes out must be letters with spaces between.
    if many == 0 || few > 0 {
        return None;
    }
    let unit = if encoding == Encoding::UTF_16LE { u16::from_le_bytes } else { u16::from_be_bytes };
    let units = start.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let (mut letters, mut gaps, mut wrong) = (0, 0, 0);
    for letter in char::decode_utf16(units) {
        match letter {
            Ok(' ' | '\n' | '\r' | '\u{3000}'..='\u{3002}' | '\u{FF0C}') => gaps += 1,
            Ok('\t') => {}
            Ok(letter) if letter.is_control() || matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{FFFE}'..) => wrong += 1,
            Ok(letter) => letters += usize::from(letter.is_alphabetic()),
            // Half of a pair may stand at the end of what is looked at.
            Err(_) => wrong += 1,
        }
    }
    // A letter may be cut at the end of what is looked at.
    let is_utf8 = std::str::from_utf8(start).map_or_else(|error| error.error_len().is_none(), |_| true);
    let controls = start.iter().filter(|byte| is_odd_control(**byte)).count();
    let is_plain = is_utf8 && controls * 10 < start.len();
    (wrong <= 1 && letters * 2 > half && gaps >= 2 && gaps * 33 >= half && !is_plain).then_some(encoding)
}

/// Control characters that no text editor writes.
pub const fn is_odd_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
}

/// Whether bytes are UTF-8 but for a few: letters beyond ASCII are whole in four of five places at least. A last
/// letter that was cut off counts as damage if two bytes of it are there; one could be any letter of an old encoding.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken, mut is_cut) = (0_usize, 0_usize, false);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        let rest = chunk.invalid();
        if chunks.peek().is_none() && (rest.len() >= 2 || (whole > 0 && rest.first().is_some_and(|byte| *byte >= 0xC2)))
        {
            is_cut = true;
        } else {
            broken += usize::from(!rest.is_empty());
        }
    }
    broken * 4 <= whole && (broken > 0 || is_cut)
}

/// An encoding from before Unicode, by the look of the letters; the first `plain` bytes are UTF-8.
fn legacy(bytes: &[u8], plain: usize) -> Encoding {
    let from =
        bytes[..plain].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1).max(plain.saturating_sub(1024));
    let sample = &bytes[from..bytes.len().min(from + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, from + sample.len() == bytes.len());
    let guess = Encoding::of(detector.guess(None, Utf8Detection::Deny)).unwrap_or(Encoding::WINDOWS_1252);
    if guess.is_single_byte() && sample.iter().all(|byte| byte.is_ascii() || is_common(*byte)) {
        return Encoding::WINDOWS_1252;
    }
    guess
}

/// What Indonesian and English texts in windows-1252 hold beyond ASCII: quotation marks, dashes, dots, signs, é
/// and è. Nothing but these says nothing about the language, and the guess would be a throw of dice.
const fn is_common(byte: u8) -> bool {
    matches!(
        byte,
        0x80 | 0x82 | 0x84 | 0x85 | 0x8B | 0x91
            ..=0x97
                | 0x99
                | 0x9B
                | 0xA0
                | 0xA7
                | 0xA9
                | 0xAB
                | 0xAE
                | 0xB0
                | 0xB1
                | 0xB2
                | 0xB4
                | 0xB7
                | 0xBB
                | 0xBC
                | 0xBD
                | 0xBE
                | 0xD7
                | 0xE8
                | 0xE9
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Evidence) {
        assert_eq!(detect(bytes), expected, "{bytes:02x?}");
    }

    fn utf16_of(text: &str, encoding: Encoding) -> Vec<u8> {
        let bytes = |unit: u16| if encoding == Encoding::UTF_16LE { unit.to_le_bytes() } else { unit.to_be_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        let texts = [
            "P: Apa kabar?\r\nKS: Baik.",
            "وعليكم السلام ورحمة الله وبركاته\nكيف حالك يا صديقي",
            "В гимназии он не был в числе первых учеников",
            "第二章。 我们的学校有很多老师，也有很多学生。\n他们都很好。",
            "a🙏 b🙏 c🙏 selesai sudah",
        ];
        for text in texts {
            for encoding in [Encoding::UTF_16LE, Encoding::UTF_16BE] {
                check(&utf16_of(text, encoding), Evidence::Likely(encoding));
            }
            check(text.as_bytes(), Evidence::Certain(Encoding::UTF_8));
        }
        check(b"P: a\0b\0", Evidence::Certain(Encoding::UTF_8));
        check(b"P: a\0b dan seterusnya", Evidence::Certain(Encoding::UTF_8));
        check(b"\xFF\xFEh\0", Evidence::Certain(Encoding::UTF_16LE));
        check(b"\xFF\xFE\0\0h\0\0\0", Evidence::Utf32);
        check(b"h\0\0\0a\0\0\0", Evidence::Utf32);
        check(b"\0\0\0h\0\0\0a", Evidence::Utf32);
    }

    #[test]
    fn damage_is_no_encoding() {
        let damaged = Evidence::Likely(Encoding::UTF_8);
        let old = Evidence::Likely(Encoding::WINDOWS_1252);
        let whole = "“Ya,” kata beliau – begitulah. “Baik.”";
        for at in 1..whole.len() {
            let cut = &whole.as_bytes()[..at];
            if std::str::from_utf8(cut).is_err() {
                let is_one_byte = at == 1;
                check(cut, if is_one_byte { detect(cut) } else { damaged });
            }
        }
        check("potong 🙏".as_bytes().split_last().expect("bytes").1, damaged);
        check(b"caf\xE9", old);
        check(b"sekolah \x96 guru", old);
        check(b"\x93Ya,\x94 kata beliau \x96 begitulah.", old);
        check("“a” – “b” \u{e9}\n".repeat(3).replace('\u{e9}', "x").as_bytes(), Evidence::Certain(Encoding::UTF_8));
        let mut mixed = "“a” – “b” x\n".repeat(3).into_bytes();
        mixed.extend(b"\x96");
        mixed.extend(b" akhir");
        check(&mixed, damaged);
    }
}
