//! Code pages of RTF: those that the Encoding Standard has, and the two of DOS that it has not.

use encoding_rs as standard;
use std::borrow::Cow;

/// What DOS wrote in America, from 0x80 on.
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// What DOS wrote in Western Europe, from 0x80 on.
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// How bytes are letters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CodePage {
    /// One of the Encoding Standard.
    Standard(&'static standard::Encoding),
    /// A table from 0x80 on.
    Table(&'static str),
    /// The font of symbols.
    Symbols,
}

impl CodePage {
    /// The one of Windows in Western Europe, which RTF means where it says nothing.
    pub const USUAL: Self = Self::Standard(standard::WINDOWS_1252);

    /// The code page of a number (`\ansicpg1250`).
    pub fn of_number(number: i32) -> Option<Self> {
        Some(match number {
            437 => Self::Table(DOS_437),
            850 | 858 => Self::Table(DOS_850),
            866 => Self::Standard(standard::IBM866),
            874 => Self::Standard(standard::WINDOWS_874),
            932 => Self::Standard(standard::SHIFT_JIS),
            936 => Self::Standard(standard::GBK),
            949 | 1361 => Self::Standard(standard::EUC_KR),
            950 => Self::Standard(standard::BIG5),
            1250 => Self::Standard(standard::WINDOWS_1250),
            1251 => Self::Standard(standard::WINDOWS_1251),
            1252 => Self::USUAL,
            1253 => Self::Standard(standard::WINDOWS_1253),
            1254 => Self::Standard(standard::WINDOWS_1254),
            1255 => Self::Standard(standard::WINDOWS_1255),
            1256 => Self::Standard(standard::WINDOWS_1256),
            1257 => Self::Standard(standard::WINDOWS_1257),
            1258 => Self::Standard(standard::WINDOWS_1258),
            10000 => Self::Standard(standard::MACINTOSH),
            10007 => Self::Standard(standard::X_MAC_CYRILLIC),
            54936 => Self::Standard(standard::GB18030),
            65001 => Self::Standard(standard::UTF_8),
            42 => Self::Symbols,
            _ => return None,
        })
    }

    /// The code page of a font's character set (`\fcharset238`); nothing where the document's holds.
    pub fn of_charset(charset: i32) -> Option<Self> {
        let number = match charset {
            2 => 42,
            77 => 10000,
            128 => 932,
            129 | 130 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 | 181 => 1255,
            178..=180 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            254 => 437,
            255 => 850,
            _ => return None,
        };
        Self::of_number(number)
    }

    /// Bytes as letters; what is none becomes U+FFFD.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        if bytes.is_ascii() && self != Self::Symbols {
            return String::from_utf8_lossy(bytes);
        }
        match self {
            Self::Standard(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Table(table) => {
                let letter = |byte: &u8| match byte {
                    0..=0x7F => Some(char::from(*byte)),
                    _ => table.chars().nth(usize::from(*byte) - 0x80),
                };
                bytes.iter().map(|byte| letter(byte).unwrap_or('\u{FFFD}')).collect::<String>().into()
            }
            Self::Symbols => {
                let letter = |byte: &u8| crate::import::docx::symbol("Symbol", u32::from(*byte));
                bytes.iter().map(|byte| letter(byte).unwrap_or('\u{FFFD}')).collect::<String>().into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_have_their_letters() {
        for (number, bytes, letters) in [
            (1252, b"\x93\xE9\x94".as_slice(), "“é”"),
            (1250, b"\xE8", "č"),
            (1256, b"\xC7\xE1", "ال"),
            (437, b"\x82\xE1", "éß"),
            (850, b"\x82\xF7", "é¸"),
            (932, b"\x83\x65", "テ"),
            (42, b"a\xAE", "α→"),
        ] {
            assert_eq!(CodePage::of_number(number).expect("known").decode(bytes), letters, "{number}");
        }
        assert_eq!((DOS_437.chars().count(), DOS_850.chars().count()), (128, 128));
    }
}
