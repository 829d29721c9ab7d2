//! A language nobody speaks, for tests: longer than any that will be asked for, and recognised wherever it stands.

use std::borrow::Cow;

/// How a lengthened piece of a message begins.
pub const OPENS: char = '[';

/// Accents the letters of a piece of a message, lengthens it by two fifths, and puts brackets round it.
pub fn longer(piece: &str) -> Cow<'_, str> {
    let letters = piece.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters < 2 {
        return Cow::Borrowed(piece);
    }
    let core = piece.trim();
    let before = &piece[..piece.len() - piece.trim_start().len()];
    let after = &piece[piece.trim_end().len()..];
    let accented: String = core
        .chars()
        .map(|letter| match letter {
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            'A' => 'Á',
            'E' => 'É',
            'I' => 'Í',
            'O' => 'Ó',
            'U' => 'Ú',
            other => other,
        })
        .collect();
    let more: String = "óé íá uó ".chars().cycle().take((letters * 2).div_ceil(5)).collect();
    Cow::Owned(format!("{before}{OPENS}{accented}{}]{after}", more.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_grows_by_two_fifths_and_keeps_the_room_round_it() {
        assert_eq!(longer(" segmen "), " [ségménóé] ");
        assert_eq!(longer(" · "), " · ");
    }
}
