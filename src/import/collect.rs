//! Files and folders as a user picks them become a list of files, and the list is read one by one.

use super::error::{ImportError, MAX_FILES};
use super::format::READ;
use super::{ParsedSource, Reading, read_file, timed};
use crate::task::Watch;
use std::cmp::Ordering;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use walkdir::{DirEntry, WalkDir};

/// A batch is handed over when it holds this many files ...
const BATCH_FILES: usize = 64;
/// ... or this many bytes ...
const BATCH_BYTES: usize = 4_000_000;
/// ... or when reading it has taken this long.
const BATCH_TIME: Duration = Duration::from_millis(200);

/// Largest file that is looked into to find out whether it is a transcript, in bytes.
const LOOKED_INTO: u64 = 32 << 20;

/// Folders deeper than this are not looked into.
const DEEPEST: usize = 32;

/// What stands at a place the user named.
#[derive(Debug)]
pub enum Found {
    /// A file to read.
    File(PathBuf),
    /// Why there is none.
    Problem(ImportError),
    /// A file of a folder that may hold anything and does not hold a transcript: it is passed over.
    Passed(PathBuf),
}

/// The files behind `paths`, in natural order (`W.G2` before `W.G10`), each once. A folder gives the text
/// files in it and below it; hidden ones are left out, and one of JSON only counts if a transcript stands in it. A file
/// that is named itself is always taken.
pub fn collect(paths: &[PathBuf]) -> Vec<Found> {
    collect_while(paths, &|| true)
}

fn collect_while(paths: &[PathBuf], goes_on: &dyn Fn() -> bool) -> Vec<Found> {
    let mut found: Vec<(PathBuf, Option<ImportError>)> = Vec::new();
    let mut passed: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            folder(path, &mut found, &mut passed, goes_on);
        } else if path.exists() {
            found.push((path.clone(), None));
        } else {
            found.push((path.clone(), Some(ImportError::Missing { file: path.display().to_string() })));
        }
    }
    found.sort_by(|(one, _), (other, _)| natural(one, other));
    found.dedup_by(|(one, problem), (other, earlier)| problem.is_none() && earlier.is_none() && one == other);
    passed.sort_by(|one, other| natural(one, other));
    passed.retain(|path| !found.iter().any(|(taken, _)| taken == path));
    passed.dedup();
    let taken = found.into_iter().map(|(path, problem)| problem.map_or(Found::File(path), Found::Problem));
    taken.chain(passed.into_iter().map(Found::Passed)).collect()
}

fn folder(
    path: &Path,
    found: &mut Vec<(PathBuf, Option<ImportError>)>,
    passed: &mut Vec<PathBuf>,
    goes_on: &dyn Fn() -> bool,
) {
    let file = || path.display().to_string();
    let mut files = 0;
    let mut problems = 0;
    let walk = WalkDir::new(path).max_depth(DEEPEST).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        if !goes_on() {
            return;
        }
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_json(entry.path()) && !holds_transcript(entry.path()) => {
                if passed.len() < MAX_FILES {
                    passed.push(entry.into_path());
                }
            }
            Ok(entry) if entry.file_type().is_file() && (is_text(entry.path()) || is_json(entry.path())) => {
                files += 1;
                if files > MAX_FILES {
                    found.push((path.to_owned(), Some(ImportError::TooManyFiles { file: file() })));
                    return;
                }
                found.push((entry.into_path(), None));
            }
            Ok(_) => {}
            Err(error) => {
                problems += 1;
                let place = error.path().unwrap_or(path).to_owned();
                let name = place.display().to_string();
                let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("a folder inside itself"));
                found.push((place, Some(ImportError::Unreadable { file: name, cause })));
            }
        }
    }
    if files + problems == 0 {
        found.push((path.to_owned(), Some(ImportError::EmptyFolder { file: file() })));
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    // `~$` is what Word leaves beside an open file.
    name.starts_with('.') || name.starts_with("~$")
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| READ.contains(&ending.to_string_lossy().to_ascii_lowercase().as_str()))
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// Whether a transcript stands in a file of JSON; one that cannot be read is left to its reader, who says why.
fn holds_transcript(path: &Path) -> bool {
    match std::fs::metadata(path).map(|about| about.len()) {
        Ok(length) if length > LOOKED_INTO => false,
        Ok(_) => std::fs::read(path).map_or(true, |bytes| timed::is_transcript(&bytes)),
        Err(_) => true,
    }
}

/// Orders paths folder by folder, numbers by their size.
fn natural(one: &Path, other: &Path) -> Ordering {
    let mut ones = one.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let mut others = other.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    loop {
        let order = match (ones.next(), others.next()) {
            (None, None) => return one.cmp(other),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => natural_names(&one, &other),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Orders names as people do: numbers by their size, small and capital letters alike.
fn natural_names(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one, other);
    while !one.is_empty() && !other.is_empty() {
        let (first, one_rest) = chunk(one);
        let (second, other_rest) = chunk(other);
        let (number, second_number) = (first.trim_start_matches('0'), second.trim_start_matches('0'));
        let are_numbers = first.starts_with(is_digit) && second.starts_with(is_digit);
        let order = if are_numbers {
            number.len().cmp(&second_number.len()).then_with(|| number.cmp(second_number))
        } else {
            first.to_lowercase().cmp(&second.to_lowercase())
        };
        if order != Ordering::Equal {
            return order;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.len().cmp(&other.len())
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The digits at the start, or one letter.
fn chunk(text: &str) -> (&str, &str) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = if digits > 0 { digits } else { text.chars().next().map_or(0, char::len_utf8) };
    text.split_at(end)
}

/// Reads everything behind `paths`, one file after the other, and hands each to `take` as soon as it is
/// read. Says on `watch` how far it is. Breaks when cancelled or when `take` breaks; what was handed over
/// stays with the caller.
pub fn read_all(
    paths: &[PathBuf],
    reading: &Reading,
    watch: &Watch,
    mut take: impl FnMut(Result<ParsedSource, ImportError>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut found = collect_while(paths, &|| !watch.is_cancelled());
    found.retain(|found| !matches!(found, Found::Passed(_)));
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    for (done, found) in (0_u32..).zip(found) {
        if watch.is_cancelled() {
            return ControlFlow::Break(());
        }
        let result = match found {
            Found::File(path) => {
                watch.report(done, total, &super::file_name(&path));
                read_file(&path, reading)
            }
            Found::Problem(problem) => {
                watch.report(done, total, problem.file());
                Err(problem)
            }
            Found::Passed(_) => continue,
        };
        take(result)?;
    }
    if watch.is_cancelled() {
        return ControlFlow::Break(());
    }
    watch.report(total, total, "");
    ControlFlow::Continue(())
}

/// Reads everything behind `paths` as [`read_all`] does, and hands over some files at a time, in order, so that they
/// can be kept together: what is read when the work is cancelled too.
pub fn read_in_batches(
    paths: &[PathBuf],
    reading: &Reading,
    watch: &Watch,
    mut take: impl FnMut(Vec<Result<ParsedSource, ImportError>>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    let mut begun = Instant::now();
    let read = read_all(paths, reading, watch, |file| {
        if batch.is_empty() {
            begun = Instant::now();
            bytes = 0;
        }
        bytes += file.as_ref().map_or(0, |parsed| parsed.original.len());
        batch.push(file);
        if batch.len() >= BATCH_FILES || bytes >= BATCH_BYTES || begun.elapsed() >= BATCH_TIME {
            return take(std::mem::take(&mut batch));
        }
        ControlFlow::Continue(())
    });
    if !batch.is_empty() {
        take(batch)?;
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(found: &[Found], root: &Path) -> Vec<String> {
        let name = |found: &Found| match found {
            Found::File(path) => path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/"),
            Found::Problem(problem) => {
                let kind = crate::domain::Say::message(problem).key;
                let file = Path::new(problem.file()).file_name().map(|name| name.to_string_lossy().into_owned());
                format!("{kind} {}", file.unwrap_or_default())
            }
            Found::Passed(path) => {
                format!("- {}", path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/"))
            }
        };
        found.iter().map(name).collect()
    }

    #[test]
    fn folders_are_read_in_natural_order() {
        let root = tempfile::tempdir().expect("a folder");
        let at = |name: &str| root.path().join(name);
        for folder in ["sub", "empty", ".git"] {
            fs::create_dir(at(folder)).expect("made");
        }
        for file in [
            "W.G10.txt",
            "W.G2.txt",
            "w.g3.TXT",
            "sub/O.1.md",
            ".hidden.txt",
            "~$a.docx",
            "a.docx",
            "a.doc",
            ".git/b.txt",
        ] {
            fs::write(at(file), "P: ya").expect("written");
        }
        let whole = [root.path().to_owned()];
        assert_eq!(names(&collect(&whole), root.path()), ["a.docx", "sub/O.1.md", "W.G2.txt", "w.g3.TXT", "W.G10.txt"]);
        let named = [at("a.docx"), at("W.G2.txt"), at("W.G2.txt"), at("none.txt"), at("empty")];
        assert_eq!(
            names(&collect(&named), root.path()),
            ["a.docx", "import-error-empty-folder empty", "import-error-missing none.txt", "W.G2.txt"]
        );
    }

    #[test]
    fn json_of_a_folder_counts_where_a_transcript_stands_in_it() {
        let root = tempfile::tempdir().expect("a folder");
        let at = |name: &str| root.path().join(name);
        for (name, text) in [
            ("a.json", r#"{"text":"Pagi","segments":[{"start":0.5,"end":2,"text":"Pagi."}]}"#),
            ("b.JSON", r#"{"transcription":[{"offsets":{"from":0,"to":900},"text":" Pagi"}]}"#),
            ("package.json", r#"{"name":"x","version":"1"}"#),
            ("broken.json", "{"),
        ] {
            fs::write(at(name), text).expect("written");
        }
        let whole = [root.path().to_owned()];
        let expected = ["a.json", "b.JSON", "- broken.json", "- package.json"];
        assert_eq!(names(&collect(&whole), root.path()), expected);
        // One that is named is taken, whatever it is.
        let named = [root.path().to_owned(), at("package.json")];
        assert_eq!(names(&collect(&named), root.path()), ["a.json", "b.JSON", "package.json", "- broken.json"]);
        let mut read = 0;
        let end = read_all(&whole, &Reading::default(), &Watch::new(), |file| {
            read += u32::from(file.is_ok());
            ControlFlow::Continue(())
        });
        assert_eq!((end, read), (ControlFlow::Continue(()), 2));
    }

    #[test]
    fn progress_and_cancel() {
        let root = tempfile::tempdir().expect("a folder");
        for number in 1..=5 {
            fs::write(root.path().join(format!("W.S{number}.txt")), "P: Apa?\nS1: Ya.").expect("written");
        }
        let watch = Watch::new();
        let mut seen = Vec::new();
        let end = read_all(&[root.path().to_owned()], &Reading::default(), &watch, |result| {
            seen.push(result.expect("read").name);
            assert_eq!(watch.progress().total, 5);
            if seen.len() == 3 {
                watch.cancel();
            }
            ControlFlow::Continue(())
        });
        assert_eq!(
            (end, seen.as_slice()),
            (ControlFlow::Break(()), ["W.S1", "W.S2", "W.S3"].map(String::from).as_slice())
        );
        let watch = Watch::new();
        let mut count = 0;
        let end = read_all(&[root.path().to_owned()], &Reading::default(), &watch, |_| {
            count += 1;
            ControlFlow::Continue(())
        });
        assert_eq!((end, count, watch.progress().done), (ControlFlow::Continue(()), 5, 5));
        let end = read_all(&[root.path().to_owned()], &Reading::default(), &Watch::new(), |_| ControlFlow::Break(()));
        assert_eq!(end, ControlFlow::Break(()));
    }

    #[test]
    fn batches_hold_every_file_once_and_in_order() {
        let root = tempfile::tempdir().expect("a folder");
        for number in 1..=150 {
            fs::write(root.path().join(format!("W.S{number}.txt")), "P: Apa?\nS1: Ya.").expect("written");
        }
        let paths = [root.path().to_owned(), root.path().join("none.txt")];
        let (mut names, mut most) = (Vec::new(), 0);
        let end = read_in_batches(&paths, &Reading::default(), &Watch::new(), |batch| {
            most = most.max(batch.len());
            names.extend(
                batch.into_iter().map(|file| file.map_or_else(|error| error.file().to_owned(), |file| file.name)),
            );
            ControlFlow::Continue(())
        });
        assert_eq!(end, ControlFlow::Continue(()));
        assert!(most <= BATCH_FILES);
        let mut expected: Vec<String> = (1..=150).map(|number| format!("W.S{number}")).collect();
        let missing = names.iter().position(|name| name.ends_with("none.txt")).expect("refused");
        expected.insert(missing, names[missing].clone());
        assert_eq!(names, expected);
        // Cancelled between batches: no file is read any more. Broken off: nothing is handed over any more.
        for stop in [true, false] {
            let watch = Watch::new();
            let mut handed = 0;
            let end = read_in_batches(&paths, &Reading::default(), &watch, |batch| {
                handed += batch.len();
                watch.cancel();
                if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert_eq!(end, ControlFlow::Break(()));
            assert!((1..=BATCH_FILES).contains(&handed));
        }
    }

    #[test]
    fn numbers_go_by_their_size() {
        let mut names = ["W.G10", "W.G2", "W.G02", "w.g1", "W.G", "O.1", "99999999999999999999999", "5"];
        names.sort_by(|one, other| natural(Path::new(one), Path::new(other)));
        assert_eq!(names, ["5", "99999999999999999999999", "O.1", "W.G", "w.g1", "W.G02", "W.G2", "W.G10"]);
    }
}
