//! Documents of other people, against the words that are known to stand in them.

use super::{folder, holds};
use crate::domain::Say;
use crate::import::{Format, Reading, read_file};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The files of a kind among other people's; none, loudly, where they are not here.
fn files(kind: &str) -> Vec<PathBuf> {
    let root = folder("../shared/data/others").join(kind);
    if !root.is_dir() {
        eprintln!("SKIPPED: no {}", root.display());
        return Vec::new();
    }
    let all = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = all.filter(|entry| entry.path().extension().is_some_and(|ending| ending == kind));
    files.map(walkdir::DirEntry::into_path).collect()
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *found.entry(word.to_lowercase()).or_default() += 1;
    }
    found
}

/// The share of the words of `of` that stand in `among` too.
fn share(of: &HashMap<String, usize>, among: &HashMap<String, usize>) -> f64 {
    let all: usize = of.values().sum();
    let both: usize = of.iter().map(|(word, times)| *times.min(among.get(word).unwrap_or(&0))).sum();
    #[expect(clippy::cast_precision_loss, reason = "a share of some thousand words")]
    if all == 0 { 1.0 } else { both as f64 / all as f64 }
}

/// Reads every file of a kind: how many were refused, all for a true reason.
fn refused(kind: &str, format: Format) -> (usize, usize) {
    let all = files(kind);
    let mut refused = 0;
    for path in &all {
        match read_file(path, &Reading::default()) {
            Ok(source) => {
                assert_eq!(source.format, format, "{}", path.display());
                holds(&source).expect("in order");
            }
            Err(error) => {
                refused += 1;
                let key = error.message().key;
                let is_true = ["import-error-empty", "import-error-only-pictures"].contains(&key.as_str());
                assert!(is_true, "{}: {error}", path.display());
            }
        }
    }
    (all.len(), refused)
}

#[test]
fn documents_of_word_and_libreoffice_are_read() {
    // What is refused are empty documents and pictures.
    for (kind, format, expected) in [("docx", Format::Docx, 9), ("odt", Format::Odt, 0)] {
        let (all, refused) = refused(kind, format);
        assert!(all == 0 || (all > 20 && refused == expected), "{kind}: {refused} of {all} refused");
    }
}

/// Words of the expected text beside a file.
fn expected(path: &Path) -> Option<HashMap<String, usize>> {
    let bytes = std::fs::read(path.with_extension("txt")).ok()?;
    Some(words(&String::from_utf8_lossy(&bytes)))
}

#[test]
fn rich_texts_hold_the_words_that_are_expected() {
    let (mut recall, mut precision, mut measured) = (0.0, 0.0, 0_u32);
    for path in files("rtf") {
        let source = read_file(&path, &Reading::default()).expect("read");
        assert_eq!(source.format, Format::Rtf);
        holds(&source).expect("in order");
        let Some(expected) = expected(&path) else { continue };
        let found = words(&source.text);
        let (one, other) = (share(&expected, &found), share(&found, &expected));
        assert!(one > 0.95, "{}: {one:.3} of the words", path.display());
        recall += one;
        precision += other;
        measured += 1;
    }
    if measured > 0 {
        let (recall, precision) = (recall / f64::from(measured), precision / f64::from(measured));
        assert!(recall >= 0.97 && precision >= 0.97, "recall {recall:.3}, precision {precision:.3}");
    }
}
