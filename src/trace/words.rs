//! What may be repeated of a panic's message and of a path: nothing that could hold the researcher's words.

use std::any::Any;

/// How the standard library begins messages that hold numbers only, or words behind a quotation mark only.
const KNOWN: &[&str] = &[
    "index out of bounds: the len is ",
    "range start index ",
    "range end index ",
    "slice index starts at ",
    "byte index ",
    "start byte index ",
    "end byte index ",
    "begin <= end (",
    "attempt to ",
    "called `Option::unwrap()` on a `None` value",
    "RefCell already ",
    "already borrowed",
    "already mutably borrowed",
    "capacity overflow",
    "assertion `left == right` failed",
    "assertion `left != right` failed",
];

/// The message of a panic as far as it is certain to be the program's own words.
pub(super) fn of_payload(payload: &dyn Any) -> String {
    // A `&'static str` stands in the program; it was there before any text was read.
    if let Some(words) = payload.downcast_ref::<&'static str>() {
        return (*words).to_owned();
    }
    let Some(words) = payload.downcast_ref::<String>() else { return "(no words)".to_owned() };
    match KNOWN.iter().find(|known| words.starts_with(**known)) {
        Some(known) => {
            let rest = &words[known.len()..];
            let end = rest.find(['"', '`', '\'', '\n', ':', ';']).unwrap_or(rest.len());
            format!("{known}{}", rest[..end].trim_end())
        }
        None => "(left out: it may hold words of the research)".to_owned(),
    }
}

/// The text with the user's own folder as `~`.
pub(super) fn without_home(text: &str) -> String {
    let home = directories::UserDirs::new().map(|folders| folders.home_dir().display().to_string());
    match home.filter(|home| home.len() > 1) {
        Some(home) => text.replace(&home, "~"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(work: impl FnOnce() + std::panic::UnwindSafe) -> String {
        of_payload(std::panic::catch_unwind(work).expect_err("a panic").as_ref())
    }

    #[test]
    fn words_of_a_text_are_left_out_and_numbers_stay() {
        let text = std::hint::black_box("rahasia é kepala sekolah");
        let cut = said(|| assert!(text[..9].is_empty()));
        assert!(cut.starts_with("end byte index 9") || cut.starts_with("byte index 9"), "{cut}");
        assert!(!cut.contains("rahasia"), "{cut}");
        let numbers = std::hint::black_box(vec![1, 2, 3]);
        let at = std::hint::black_box(7);
        assert_eq!(said(move || assert!(numbers[at] > 0)), "index out of bounds: the len is 3 but the index is 7");
        let name = text;
        assert!(!said(move || panic!("no code for {name}")).contains("rahasia"));
        let failed: Result<(), String> = std::hint::black_box(Err(text.to_owned()));
        assert!(!said(move || failed.expect("a code")).contains("rahasia"));
        assert!(!said(move || assert_eq!(text, "lain")).contains("rahasia"));
        assert_eq!(said(|| panic!("a fixed sentence")), "a fixed sentence");
    }
}
