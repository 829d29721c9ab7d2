//! The file that a source was made of, opened by the system's own program.

use crate::app::commands::Request;
use crate::app::fault::Fault;
use crate::domain::{Message, SourceId};
use crate::project::Original;
use std::io;
use std::path::{Path, PathBuf};

/// Kinds of files that are read and do nothing when they are opened; whatever else lies in a project somebody sent
/// is written down and left alone.
const READ: [&str; 12] = ["txt", "md", "docx", "doc", "odt", "rtf", "pdf", "srt", "vtt", "csv", "text", "log"];

/// Opens the file of a source; where no program takes it, says where it lies.
pub(super) fn open(source: SourceId) -> Request {
    Request::Ask(Box::new(move |project| {
        let original = project.original(source)?;
        Ok(Some(match written(&original) {
            Ok(path) => {
                let key = if is_read(&path) && hand_over(&path) { "data-original-opened" } else { "data-original-at" };
                Request::Tell(Message::new(key).with("path", path.display().to_string()))
            }
            Err(error) => Request::Fail(Fault {
                sentence: Message::new("data-original-failed").with("file", original.file_name),
                detail: Some(error.to_string()),
            }),
        }))
    }))
}

/// Writes the bytes under the file's own name into a new folder. It cannot be written to: what somebody changed there
/// would not change the project.
fn written(original: &Original) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix("emaslim-").tempdir()?;
    let path = folder.path().join(&original.file_name);
    std::fs::write(&path, &original.bytes)?;
    let mut rights = std::fs::metadata(&path)?.permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights)?;
    let _kept = folder.keep();
    Ok(path)
}

fn is_read(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| READ.contains(&ending.as_str()))
}

/// Whether a program was found. A test opens nothing on the machine it runs on.
fn hand_over(path: &Path) -> bool {
    if cfg!(test) {
        return false;
    }
    match open::that_detached(path) {
        Ok(()) => true,
        Err(error) => {
            log::info!("nothing opens an original: {}", error.kind());
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_written_as_it_was_and_a_program_is_never_started() {
        let original = Original { file_name: "W.KS.txt".to_owned(), bytes: vec![0xFF, 0xFE, 0, 13, 10] };
        let path = written(&original).expect("a file");
        assert_eq!(std::fs::read(&path).expect("read"), original.bytes);
        assert!(std::fs::metadata(&path).expect("a file").permissions().readonly());
        std::fs::remove_dir_all(path.parent().expect("a folder")).expect("removed");
        for (name, is_harmless) in
            [("a.TXT", true), ("a.pdf", true), ("a.exe", false), ("a.desktop", false), ("a.html", false), ("a", false)]
        {
            assert_eq!(is_read(Path::new(name)), is_harmless, "{name}");
        }
    }
}
