//! Things said one after the other, and small numbers in words.

use super::Catalog;
use crate::domain::Message;

/// Numbers up to this are said in words.
const SPELLED: usize = 20;

impl Catalog {
    /// "a", "a dan b", "a, b, dan c" / "a", "a and b", "a, b and c".
    pub fn list(&self, all: &[impl AsRef<str>]) -> String {
        match all {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [one, other] => {
                let pair = Message::new("list-two").with("a", one.as_ref()).with("b", other.as_ref());
                self.say(&pair)
            }
            [before @ .., last] => {
                let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
                self.say(&Message::new("list-many").with("a", before.join(", ")).with("b", last.as_ref()))
            }
        }
    }

    /// A small number in words, as running text has it ("tujuh"); digits for others.
    pub fn spelled(&self, n: usize) -> String {
        if (1..=SPELLED).contains(&n) { self.text(&format!("spelled-{n}")) } else { n.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn lists_and_numbers_read_as_each_language_writes_them() {
        let (indonesian, english) = (Catalog::new(Language::Indonesian), Catalog::new(Language::English));
        assert_eq!(indonesian.list(&["a", "b", "c"]), "a, b, dan c");
        assert_eq!(indonesian.list(&["a", "b"]), "a dan b");
        assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(english.list(&[""; 0]), "");
        assert_eq!((indonesian.spelled(7), indonesian.spelled(12)), ("tujuh".to_owned(), "dua belas".to_owned()));
        assert_eq!((english.spelled(20), english.spelled(21)), ("twenty".to_owned(), "21".to_owned()));
        assert_eq!(english.spelled(0), "0");
    }
}
