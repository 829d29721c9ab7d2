//! Fields of a rich text that lead out of it: the address of a link stands behind its words, because rich text is what
//! programs write that print documents as text, and an address that is nowhere on the page is lost.

/// Longest instruction and longest words of a field that are looked at, in bytes.
pub const LONGEST: usize = 2000;

/// A field that is open.
#[derive(Default)]
pub struct Field {
    /// What it does.
    pub instruction: String,
    /// What it shows.
    pub words: String,
}

impl Field {
    /// What is to be written behind its words: the address of a link that they do not name themselves.
    pub fn address(&self) -> Option<String> {
        let mut parts = self.instruction.trim().splitn(2, char::is_whitespace);
        let is_link = parts.next().is_some_and(|word| word.eq_ignore_ascii_case("HYPERLINK"));
        let rest = parts.next().filter(|_| is_link)?.trim();
        let address = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or_default(),
            // `\l` leads to a place of the text itself.
            None if rest.starts_with('\\') => "",
            None => rest.split_whitespace().next().unwrap_or_default(),
        };
        let bare = |text: &str| {
            let text = text.trim().trim_end_matches('/').to_lowercase();
            text.strip_prefix("mailto:").unwrap_or(&text).to_owned()
        };
        let is_named = bare(&self.words).contains(&bare(address));
        (!address.trim().is_empty() && !self.words.trim().is_empty() && !is_named)
            .then(|| format!(" ({})", address.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_where_the_words_do_not_name_it() {
        for (instruction, words, written) in [
            ("HYPERLINK \"https://sekolah.id/a\"", "situs", Some(" (https://sekolah.id/a)")),
            (" hyperlink https://sekolah.id \\t", "situs", Some(" (https://sekolah.id)")),
            ("HYPERLINK \"https://sekolah.id/\"", "sekolah.id", Some(" (https://sekolah.id/)")),
            ("HYPERLINK \"https://sekolah.id/\"", "https://Sekolah.id", None),
            ("HYPERLINK \"mailto:a@sekolah.id\"", "a@sekolah.id", None),
            ("HYPERLINK \\l \"bab2\"", "Bab 2", None),
            ("HYPERLINK \"https://sekolah.id\"", " ", None),
            ("PAGE", "7", None),
            ("", "", None),
        ] {
            let field = Field { instruction: instruction.to_owned(), words: words.to_owned() };
            assert_eq!(field.address().as_deref(), written, "{instruction}");
        }
    }
}
