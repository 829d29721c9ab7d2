//! What a page says of its own encoding in its first bytes.

use crate::import::Encoding;

/// Bytes in which a page has to say it.
const START: usize = 4096;

/// The encoding that a page names (`<meta charset="…">`, `<?xml encoding="…"?>`), if it is one that text can be in.
/// UTF-16 is not believed: were it so, this could not be read.
pub fn charset(bytes: &[u8]) -> Option<Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|word| {
        start.match_indices(word).find_map(|(at, _)| {
            let rest = start[at + word.len()..].trim_start().strip_prefix('=')?.trim_start();
            let rest = rest.trim_start_matches(['"', '\'']);
            let name = rest.split(|letter: char| !(letter.is_ascii_alphanumeric() || "-_:".contains(letter))).next()?;
            Encoding::named(name).filter(|found| !found.name().starts_with("UTF-16"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_encoding() {
        for (page, name) in [
            ("<meta charset=windows-1256>", Some("windows-1256")),
            ("<META http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">", Some("windows-1252")),
            ("<?xml version='1.0' encoding='utf-8'?>", Some("UTF-8")),
            ("<meta charset='utf-16'>", None),
            ("<meta charset=''>", None),
            ("<p>charset</p>", None),
        ] {
            assert_eq!(charset(page.as_bytes()).map(Encoding::name), name, "{page}");
        }
    }
}
