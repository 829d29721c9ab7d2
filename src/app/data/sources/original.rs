//! The file that a source was made of, opened by the system's own program.

use crate::app::commands::Request;
use crate::domain::{Message, SourceId};
use std::path::Path;

/// Kinds of files that are read and do nothing when they are opened; whatever else lies in a project somebody sent
/// is written down and left alone.
const READ: [&str; 14] =
    ["txt", "md", "markdown", "docx", "doc", "odt", "ott", "rtf", "pdf", "srt", "vtt", "csv", "text", "log"];

/// Opens the file of a source; where no program takes it, says where it lies.
pub(super) fn open(source: SourceId) -> Request {
    Request::Ask(Box::new(move |project| {
        let path = project.lay_out_original(source)?;
        let key = if is_read(&path) && hand_over(&path) { "data-original-opened" } else { "data-original-at" };
        Ok(Some(Request::Tell(Message::new(key).with("path", path.display().to_string()))))
    }))
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
    fn only_what_is_read_is_handed_to_a_program() {
        for (name, is_harmless) in
            [("a.TXT", true), ("a.pdf", true), ("a.exe", false), ("a.desktop", false), ("a.html", false), ("a", false)]
        {
            assert_eq!(is_read(Path::new(name)), is_harmless, "{name}");
        }
    }
}
