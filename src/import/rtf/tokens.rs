//! The signs of RTF, one after the other.

/// A sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word12`
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`
    Symbol(u8),
    /// `\'e9`
    Byte(u8),
    /// Letters as they stand.
    Letters(&'a [u8]),
}

/// Longest control word; the specification has 32 letters.
const LONGEST: usize = 64;

/// The signs of `bytes`.
pub struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Steps over raw bytes; no further than there are any.
    pub fn pass(&mut self, many: usize) {
        self.at = self.at.saturating_add(many).min(self.bytes.len());
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let rest = &self.bytes[self.at..];
        let first = *rest.first()?;
        if first == b'\'' {
            let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
            let value = digit(rest.get(1)).zip(digit(rest.get(2))).map(|(high, low)| high * 16 + low);
            let value = value.and_then(|value| u8::try_from(value).ok());
            self.pass(if value.is_some() { 3 } else { 1 });
            return Some(value.map_or(Token::Symbol(b'\''), Token::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.pass(1);
            return Some(Token::Symbol(first));
        }
        let letters = rest.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let word = std::str::from_utf8(&rest[..letters]).unwrap_or_default();
        let mut length = letters;
        let is_negative = rest.get(length) == Some(&b'-') && rest.get(length + 1).is_some_and(u8::is_ascii_digit);
        length += usize::from(is_negative);
        let digits = rest[length..].iter().take(18).take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&rest[length..length + digits]).ok().and_then(|text| text.parse::<i64>().ok());
        let number = number.map(|number| if is_negative { -number } else { number });
        let number = number.map(|number| i32::try_from(number).unwrap_or(i32::MAX));
        length += digits;
        length += usize::from(rest.get(length) == Some(&b' '));
        self.pass(length);
        Some(Token::Word(word, number))
    }

    /// The next sign, if there is any.
    pub fn step(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.bytes.get(self.at)?;
            match first {
                b'{' | b'}' | b'\\' => {
                    self.at += 1;
                    return match first {
                        b'{' => Some(Token::Open),
                        b'}' => Some(Token::Close),
                        _ => self.control(),
                    };
                }
                b'\r' | b'\n' | 0 => self.at += 1,
                _ => {
                    let start = self.at;
                    let rest = &self.bytes[start..];
                    let end = rest.iter().position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0));
                    self.at = start + end.unwrap_or(rest.len());
                    return Some(Token::Letters(&self.bytes[start..self.at]));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(bytes: &[u8]) -> Vec<Token<'_>> {
        let mut tokens = Tokens::new(bytes);
        std::iter::from_fn(|| tokens.step()).collect()
    }

    #[test]
    fn signs_are_told_apart() {
        use Token::{Byte, Close, Letters, Open, Symbol, Word};
        let found = signs(b"{\\rtf1\\b0 a\\'e9\\u-10179?\\~\r\nb}\\");
        let expected = [
            Open,
            Word("rtf", Some(1)),
            Word("b", Some(0)),
            Letters(b"a"),
            Byte(0xE9),
            Word("u", Some(-10179)),
            Letters(b"?"),
            Symbol(b'~'),
            Letters(b"b"),
            Close,
        ];
        assert_eq!(found, expected);
        let odd = signs(b"\\'zz\\bin99999999999 \\-\\b-x");
        assert_eq!(odd.len(), 6, "{odd:?}");
    }
}
