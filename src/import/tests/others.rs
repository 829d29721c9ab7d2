//! Documents of other people, against the words that are known to stand in them.

use super::{folder, holds};
use crate::domain::Say;
use crate::import::{Format, Reading, read_file};
use std::path::PathBuf;

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
