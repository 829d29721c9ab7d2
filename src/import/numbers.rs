//! The numbers of lists, which word processors work out and do not write down: how one is written, and what a bullet
//! looks like where its font cannot be taken over.

/// How a number of a list is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NumberForm {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    TwoDigits,
    /// a, b, … z, aa, bb.
    SmallLetter,
    /// A, B.
    CapitalLetter,
    /// i, ii.
    SmallRoman,
    /// I, II.
    CapitalRoman,
    /// Nothing at all.
    Nothing,
}

/// Largest number that is written as letters or Roman; beyond it digits are easier to read.
const LARGEST: u32 = 3999;

impl NumberForm {
    /// The number as it is written.
    pub fn write(self, number: u32) -> String {
        let is_plain = number == 0 || number > LARGEST;
        match self {
            Self::Nothing => String::new(),
            Self::TwoDigits => format!("{number:02}"),
            Self::Decimal => number.to_string(),
            _ if is_plain => number.to_string(),
            Self::SmallLetter => letters(number),
            Self::CapitalLetter => letters(number).to_ascii_uppercase(),
            Self::SmallRoman => roman(number),
            Self::CapitalRoman => roman(number).to_ascii_uppercase(),
        }
    }
}

/// The letter of a number, written twice beyond z, three times beyond zz.
fn letters(number: u32) -> String {
    let at = number - 1;
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    (0..=at / 26).map(|_| letter).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= *value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}

/// A bullet as it can be written in any font.
pub fn bullet(sign: &str) -> &str {
    let is_usual =
        ["-", "–", "—", "*", "•", "·", "▪", "■", "●", "○", "◦", "►", "➢", "✓", "✔", "→", "+"].contains(&sign);
    if is_usual { sign } else { "•" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        for (form, number, written) in [
            (NumberForm::Decimal, 12, "12"),
            (NumberForm::TwoDigits, 3, "03"),
            (NumberForm::SmallLetter, 1, "a"),
            (NumberForm::SmallLetter, 28, "bb"),
            (NumberForm::CapitalLetter, 3, "C"),
            (NumberForm::SmallRoman, 4, "iv"),
            (NumberForm::CapitalRoman, 1994, "MCMXCIV"),
            (NumberForm::CapitalRoman, 4_000_000_000, "4000000000"),
            (NumberForm::SmallLetter, 0, "0"),
            (NumberForm::Nothing, 3, ""),
        ] {
            assert_eq!(form.write(number), written, "{form:?} {number}");
        }
        assert_eq!((bullet("–"), bullet("\u{F0B7}"), bullet("o")), ("–", "•", "•"));
    }
}
