//! What can be told from the words of a quotation alone: whether they begin or end in mid-sentence. The
//! mark for it is drawn beside the words and never becomes part of them.

/// Whether a quotation was cut out of a longer sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Edges {
    /// It begins in mid-sentence.
    pub open_start: bool,
    /// It ends in mid-sentence.
    pub open_end: bool,
}

/// Signs that may close a quotation behind its last mark, or open one before its first letter.
const CLOSING: [char; 12] = ['"', '\'', '”', '’', '»', '«', '“', '‘', ')', ']', '(', '['];

impl Edges {
    /// Reads the edges off the words. A small letter at the start means mid-sentence, and so does an end
    /// without a full stop or its like; a script without capitals shows nothing at its start.
    pub fn of(quote: &str) -> Self {
        let bare = quote.trim_matches(|letter: char| letter.is_whitespace() || CLOSING.contains(&letter));
        let first = bare.chars().next();
        // Vowel marks and joiners ride on the letter before them.
        let last = bare.chars().rev().find(|letter| !is_riding(*letter));
        Self {
            open_start: first.is_some_and(|letter| letter.is_lowercase() || matches!(letter, ',' | ';' | ':')),
            open_end: last.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, ',' | ';' | ':' | '–')),
        }
    }
}

fn is_riding(letter: char) -> bool {
    matches!(letter, '\u{200C}'..='\u{200F}' | '\u{FE0E}' | '\u{FE0F}' | '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}')
}

/// The words on one line: line ends and other runs of white space become one space. For narrow places
/// that show a piece of a quotation; the full words stand in the drawer.
pub fn on_one_line(quote: &str) -> String {
    let mut line = String::with_capacity(quote.len());
    for word in quote.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(quote: &str) -> (bool, bool) {
        let edges = Edges::of(quote);
        (edges.open_start, edges.open_end)
    }

    #[test]
    fn a_cut_sentence_is_open_where_it_was_cut() {
        assert_eq!(edges("Saya disupervisi satu kali di semester ganjil."), (false, false));
        assert_eq!(edges("semester kemarin saya disupervisi satu kali, bulan September."), (true, false));
        assert_eq!(edges("Setiap guru saya supervisi dua kali dalam satu semester"), (false, true));
        assert_eq!(edges("“Tidak bayar, modulnya dikasih.”"), (false, false));
        assert_eq!(edges("(kolom tindak lanjut kosong)"), (true, true));
        assert_eq!(edges("30 unit untuk 18 rombongan belajar,"), (false, true));
    }

    #[test]
    fn other_scripts_and_emoji_are_left_in_peace() {
        assert_eq!(edges("السلام عليكم"), (false, true));
        assert_eq!(edges("هل تعلم؟"), (false, false));
        assert_eq!(edges("Seru banget 🙏🏽"), (false, false));
        assert_eq!(edges("Kaje\u{301}"), (false, true));
        assert_eq!(edges(""), (false, false));
    }

    #[test]
    fn one_line_keeps_every_letter() {
        assert_eq!(on_one_line("satu\r\n  dua\u{a0}tiga\n👨‍👩‍👧 empat"), "satu dua tiga 👨‍👩‍👧 empat");
    }
}
