//! Letters of the fonts that have pictures and Greek in the places of letters, as Word writes them with `w:sym` and
//! RTF with the character set of symbols.

/// The font Symbol from 0x20 on, up to 0x7E and from 0xA1 on; a space where it has nothing that text has.
const LOW: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const HIGH: &str = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

/// What Wingdings draws in the places that texts use.
const WINGDINGS: &[(u32, char)] = &[
    (0x4A, '☺'),
    (0x4B, '😐'),
    (0x4C, '☹'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// The letter that a code stands for in a font. What is not known stays the letter that the font draws over.
pub fn symbol(font: &str, code: u32) -> Option<char> {
    // Codes of such fonts lie in the area for private use.
    let place = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.to_ascii_lowercase();
    if font.starts_with("symbol") && place <= 0xFF {
        let letter = match place {
            0x20..=0x7E => LOW.chars().nth(place as usize - 0x20),
            0xA1..=0xE5 => HIGH.chars().nth(place as usize - 0xA1),
            _ => None,
        };
        return letter.or_else(|| char::from_u32(code));
    }
    if font.starts_with("wingdings") || font.starts_with("webdings") {
        let found = WINGDINGS.iter().find(|(known, _)| *known == place && !font.ends_with(['2', '3']));
        return Some(found.map_or('▪', |(_, letter)| *letter));
    }
    char::from_u32(code).filter(|letter| *letter != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_letters() {
        for (font, code, letter) in [
            ("Symbol", 0xF061, 'α'),
            ("Symbol", 0xF0B7, '•'),
            ("Symbol", 0xF0AE, '→'),
            ("Symbol", 0xB3, '≥'),
            ("Symbol", 0xF0D6, '√'),
            ("Wingdings", 0xF0FC, '✓'),
            ("Wingdings", 0xFC, '✓'),
            ("Arial", 0x41, 'A'),
        ] {
            assert_eq!(symbol(font, code), Some(letter), "{font} {code:x}");
        }
        assert_eq!((LOW.chars().count(), HIGH.chars().count()), (0x7F - 0x20, 0xE6 - 0xA1));
    }
}
