//! What a source was made of: the bytes of its file as they were; and how many words its text has.

use super::{Error, Project, clock, data_folder};
use crate::analysis::Lock;
use crate::domain::{RevisionId, SourceId, SourceText};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

/// Longest file name that is proposed, in letters.
const LONGEST: usize = 120;

/// How long a copy of an original stays where a program can open it.
const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The file that a source was made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Original {
    /// A name that every system takes: the file's own where it can be, no folder in it.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Project {
    /// The file that a source was made of, exactly as it was.
    ///
    /// # Errors
    /// The source is gone, or the file cannot be read.
    pub fn original(&self, source: SourceId) -> Result<Original, Error> {
        let found = self.study.source(source).ok_or(Error::NoSource)?;
        if self.study.lock_of(source) != Lock::Open {
            let code = self.study.withdrawn_in(source).join(", ");
            return Err(Error::Locked { code, name: found.label().to_owned() });
        }
        let bytes = self.db.original_of(source)?.ok_or(Error::NoSource)?;
        Ok(Original { file_name: file_name(&found.original_name), bytes })
    }

    /// Lays a copy of the file that a source was made of where a program can open it, and says where. It cannot be
    /// written to: what somebody changed there would not change the project. Old copies go; a purge takes all.
    ///
    /// # Errors
    /// The source is gone or locked, the file cannot be read, or no copy can be written.
    pub fn lay_out_original(&self, source: SourceId) -> Result<PathBuf, Error> {
        let original = self.original(source)?;
        let failed =
            |error: io::Error| Error::NotLaidOut { file: original.file_name.clone(), detail: error.to_string() };
        let folder = laid_out().ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
        forget_older(&folder, KEPT);
        let folder = folder.join(clock::new_id().to_string());
        write_read_only(&folder, &original).map_err(failed)
    }

    /// The number of words in each of these texts. Texts that are gone are left out.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn word_counts(&self, revisions: &[RevisionId]) -> Result<BTreeMap<RevisionId, u32>, Error> {
        let mut counts = BTreeMap::new();
        for revision in revisions {
            if let Some(text) = self.db.text(*revision)? {
                counts.insert(*revision, words_in(&text));
            }
        }
        Ok(counts)
    }

    /// The number of words of one source.
    ///
    /// # Errors
    /// The source is gone, or the file cannot be read.
    pub fn word_count(&self, source: SourceId) -> Result<u32, Error> {
        let revision = self.study.source(source).ok_or(Error::NoSource)?.revision;
        let counts = self.word_counts(&[revision])?;
        counts.get(&revision).copied().ok_or(Error::NoSource)
    }
}

/// Where copies of originals lie; nothing where the system names no place.
fn laid_out() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join("originals"))
}

fn write_read_only(folder: &Path, original: &Original) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(&original.file_name);
    fs::write(&path, &original.bytes)?;
    let mut rights = fs::metadata(&path)?.permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights)?;
    Ok(path)
}

/// Removes the copies that were laid out before so long. Whether all of them went.
fn forget_older(folder: &Path, age: Duration) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return true };
    let mut is_all = true;
    for entry in entries.flatten() {
        let is_old = entry.metadata().and_then(|about| about.modified()).ok();
        let is_old = is_old.and_then(|at| at.elapsed().ok()).is_none_or(|since| since >= age);
        if is_old && let Err(error) = fs::remove_dir_all(entry.path()) {
            log::warn!("a copy of an original stays: {}", error.kind());
            is_all = false;
        }
    }
    is_all
}

/// Removes every copy of an original that was laid out. Whether all of them went.
pub(super) fn forget_originals() -> bool {
    laid_out().is_none_or(|folder| forget_older(&folder, Duration::ZERO))
}

/// Words as a word processor counts them: what stands between spaces and holds a letter or a digit.
pub fn words_in(text: &str) -> u32 {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

/// A file name that every system takes, nearest to the one that was given.
fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .map(|letter| if letter.is_control() || "<>:\"|?*".contains(letter) { '_' } else { letter })
        .collect();
    let clean = clean.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 8 => (stem, Some(ending)),
        _ => (clean, None),
    };
    let mut stem: String = stem.chars().take(LONGEST).collect();
    let device = stem.split('.').next().unwrap_or_default().to_lowercase();
    let is_port = device.len() == 4 && (device.starts_with("com") || device.starts_with("lpt"));
    if stem.is_empty() || DEVICES.contains(&device.as_str()) || is_port {
        stem.insert(0, '_');
    }
    match ending {
        Some(ending) => format!("{stem}.{ending}"),
        None => stem,
    }
}

/// Whether a text typed by hand holds any word.
pub(super) fn has_words(text: &str) -> bool {
    !SourceText::new(text).as_str().trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_into_no_folder_and_to_no_device() {
        for (given, taken) in [
            ("W.KS.12-02-2025.txt", "W.KS.12-02-2025.txt"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Temp\\a?b.docx", "a_b.docx"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"),
            ("", "_"),
            ("...", "_"),
            ("wawancara\u{0}\n.txt", "wawancara__.txt"),
        ] {
            assert_eq!(file_name(given), taken, "{given:?}");
        }
        let long = file_name(&format!("{}.txt", "é".repeat(5000)));
        assert!(long.ends_with(".txt") && long.chars().count() == LONGEST + 4);
    }

    #[test]
    fn a_copy_is_as_it_was_cannot_be_written_to_and_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let original = Original { file_name: "W.KS.txt".to_owned(), bytes: vec![0xFF, 0xFE, 0, 13, 10] };
        let path = write_read_only(&folder.path().join("1"), &original).expect("a file");
        assert_eq!(fs::read(&path).expect("read"), original.bytes);
        assert!(fs::metadata(&path).expect("a file").permissions().readonly());
        assert!(forget_older(folder.path(), KEPT) && path.exists());
        assert!(forget_older(folder.path(), Duration::ZERO) && !path.exists());
        assert!(forget_older(&folder.path().join("none"), Duration::ZERO));
    }

    #[test]
    fn words_are_what_a_word_processor_counts() {
        assert_eq!(words_in("KS: Setiap guru saya supervisi – dua kali.\n\n  baris 2"), 9);
        assert_eq!(words_in("سلام عليكم 👩‍🏫 …"), 2);
        assert_eq!(words_in(" \n\t"), 0);
    }
}
