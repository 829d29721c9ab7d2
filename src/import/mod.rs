//! Bytes become a [`ParsedSource`]: text, turns, proposed attributes, warnings. Reads, never writes.
//!
//! [`read`] is the whole way of one file: `format` (what it is) → its reader (`decode` for plain text, `docx`, `odt`,
//! `rtf`, `html`, `markdown` for what is written in them: bytes → text; `timed` for recordings that were written
//! down) → `header` (title and header lines) →
//! `propose` (technique, date, names) → `voices` (which labels are speakers) → `asked` (questions and answers that carry
//! none) → `turns`. Nothing here is decided for good: the researcher sees every proposal and can change it.

mod asked;
pub mod codebook;
mod collect;
mod count;
mod dates;
mod decode;
mod detect;
mod docx;
mod encoding;
mod error;
mod format;
mod header;
mod html;
mod label;
mod labels;
pub mod layout;
mod lines;
mod markdown;
mod numbers;
mod odt;
mod package;
pub mod parsed;
mod people;
mod propose;
mod reading;
mod roster;
mod rtf;
#[cfg(test)]
mod tests;
mod timed;
mod turns;
mod voices;
mod written;
mod xml;

pub use codebook::{CodebookError, ParsedCode, ParsedCodebook, ParsedPair, read_codebook, read_codebook_json};
pub use collect::{Found, collect, read_all, read_in_batches};
pub use decode::preview;
pub use encoding::Encoding;
pub use error::{ImportError, MAX_BYTES, MAX_FILES, MAX_LINES};
pub use format::Format;
pub use labels::{ParsedLabel, found_labels};
pub use layout::Layout;
pub use parsed::{ParsedMemo, ParsedSource, ParsedSpeaker, ParsedTurn, QuestionList, Recorded};
pub use reading::{Cues, LabelRule, NoSuchChoice, Questions, Reading, Times};
pub use turns::MAX_TURNS;

use crate::domain::{Date, Message, Technique};
use crate::task::Watch;
use count::Count;
use header::Field;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use voices::Known;
use written::Written;

/// So many bytes of a file are read between two looks at whether to stop.
const PIECE: u64 = 1 << 20;

/// A text with what its file says of it.
struct Opened {
    written: Written,
    recorded: Recorded,
    format: Format,
    encoding: Encoding,
    is_encoding_certain: bool,
}

/// Reads a file by its format; the encoding that was asked for counts where the format leaves a choice.
fn open(file_name: &str, bytes: &[u8], reading: &Reading) -> Result<Opened, ImportError> {
    let file = || file_name.to_owned();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ImportError::TooLarge { file: file() });
    }
    let format = Format::of(file_name, bytes);
    let document = |written: Written| {
        let (written, recorded) = timed::settle(written, reading);
        Ok(Opened { written, recorded, format, encoding: Encoding::UTF_8, is_encoding_certain: true })
    };
    match format {
        Format::Docx => return document(docx::read(file_name, bytes)?),
        Format::Odt => return document(odt::read(file_name, bytes)?),
        Format::Rtf => return document(rtf::read(file_name, bytes)?),
        Format::Locked => return Err(ImportError::Locked { file: file() }),
        format if format.refusal().is_some() => return Err(ImportError::Other { file: file(), format }),
        _ => {}
    }
    // A page of the web says its encoding itself, where the bytes do not prove another.
    let said = || html::charset(bytes).filter(|_| format == Format::Html && std::str::from_utf8(bytes).is_err());
    let asked = reading.encoding.or_else(said);
    let decoded = decode::decode(file_name, bytes, asked)?;
    let format = if html::is_html(&decoded.text) { Format::Html } else { format };
    let recording = if format == Format::Html { None } else { timed::read(file_name, &decoded.text, reading)? };
    let (format, (mut written, recorded)) = match (recording, format) {
        (Some(recording), _) => recording,
        (None, Format::Html) => (format, timed::settle(html::read(file_name, &decoded.text)?, reading)),
        (None, Format::Markdown) => (format, timed::settle(markdown::read(file_name, &decoded.text)?, reading)),
        (None, _) => {
            let plain = Written { layout: Layout::plain(&decoded.text), text: decoded.text, ..Written::default() };
            (format, timed::settle(plain, reading))
        }
    };
    written.warnings.splice(0..0, decoded.warnings);
    Ok(Opened { written, recorded, format, encoding: decoded.encoding, is_encoding_certain: decoded.is_certain })
}

/// Reads one file that lies in memory. `file_name` is its name without folders.
///
/// # Errors
/// Whatever is no text, has no words, is damaged or locked, or is larger than [`MAX_BYTES`] or [`MAX_LINES`].
pub fn read(file_name: &str, bytes: Vec<u8>, reading: &Reading) -> Result<ParsedSource, ImportError> {
    let Opened { written, recorded, format, encoding, is_encoding_certain } = open(file_name, &bytes, reading)?;
    let Written { text, layout, memos, anchors, warnings, .. } = written;
    let mut warnings: Vec<Message> = warnings.into_iter().map(|message| message.with("file", file_name)).collect();
    let mut warn = |message: Message| warnings.push(message.with("file", file_name));
    let name = propose::name(file_name);
    let header = header::read(&text, &Count::of(&text, 0, &layout), &layout);
    let short = propose::short(&name, &header);
    let told = propose::technique(&name, &header);
    let known = Known {
        header: &header,
        file_code: propose::informant_code(&short).or_else(|| propose::informant_code(&name)),
        is_interview: told == Some(Technique::Interview)
            || reading.technique == Some(Technique::Interview)
            || (told.is_none() && reading.technique.is_none() && reading.questions == Questions::Split)
            || (told.is_none() && recorded != Recorded::default()),
        rules: &reading.labels,
    };
    let (file_code, is_interview) = (known.file_code, known.is_interview);
    let mut voices = match told {
        _ if reading.technique == Some(Technique::Interview) => voices::decide(&text, known, &layout),
        None | Some(Technique::Interview) => voices::decide(&text, known, &layout),
        Some(Technique::Observation | Technique::Document) => voices::Voices::default(),
    };
    let body = header.body..header.end;
    let asked = match reading.technique.or(told) {
        None | Some(Technique::Interview) => {
            asked::find(&text, body.clone(), &voices, &layout, is_interview, reading.questions)
        }
        Some(Technique::Observation | Technique::Document) => asked::Asked::default(),
    };
    if asked.has_answers() {
        voices.find_answering(file_code, &short);
    }
    let guess =
        if voices.is_dialogue || recorded != Recorded::default() { Technique::Interview } else { Technique::Document };
    let technique = reading.technique.or(told).unwrap_or(guess);
    let found = turns::find(&text, body, &voices, &asked, &layout);
    if told.is_none() && reading.technique.is_none() {
        warn(Message::new("import-warning-technique"));
    }
    let questions = asked.list;
    if questions.questions > 0 && (questions.is_taken || reading.questions == Questions::Find) {
        let key = if questions.is_taken { "import-warning-questions" } else { "import-warning-questions-open" };
        warn(Message::new(key).with("n", questions.questions));
    } else if technique == Technique::Interview && !found.turns.iter().any(|turn| turn.speaker.is_some()) {
        warn(Message::new("import-warning-no-turns"));
    }
    if found.is_cut {
        warn(Message::new("import-warning-too-many-turns").with("n", MAX_TURNS));
    }
    let day = propose::day(&name, &header);
    if let (Some(date), Some(other)) = (day.date, day.other) {
        let dates = Message::new("import-warning-dates").with("date", date.to_string());
        warn(dates.with("other", other.to_string()));
    }
    if let Some(value) = day.unread {
        warn(Message::new("import-warning-date").with("value", value));
    }
    if !memos.is_empty() {
        warn(Message::new("import-warning-comments").with("n", memos.len()));
    }
    Ok(ParsedSource {
        description: propose::description(&header),
        place: header.value(Field::Place).unwrap_or_default().to_owned(),
        setting: propose::setting(&header),
        header: header.entries.into_iter().map(|entry| (entry.label, entry.value)).collect(),
        date: day.date,
        file_name: file_name.to_owned(),
        original: bytes,
        turns: found.turns,
        speakers: voices.speakers,
        name,
        short,
        text,
        format,
        encoding,
        is_encoding_certain,
        memos,
        anchors,
        recorded,
        questions,
        layout,
        technique,
        warnings,
    })
}

/// The first date in what somebody wrote (`12 Februari 2025`, `12/02/2025`), if the calendar has it.
pub fn written_date(text: &str) -> Option<Date> {
    dates::find(text).map(|(date, _)| date)
}

/// Code points up to the end of the label at the start of a line, colon included, whoever it may be; nothing where the
/// line has not the shape of one with a label.
pub fn label_length(line: &str) -> Option<u32> {
    let labelled = label::split(line)?;
    line.get(..labelled.end).map(lines::count)
}

/// The name of a file without its folder, as the user knows it.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Reads one file from the disk.
///
/// # Errors
/// As [`read`]; and where there is no such file, it is a folder, or the system refuses.
pub fn read_file(path: &Path, reading: &Reading) -> Result<ParsedSource, ImportError> {
    read_file_while(path, reading, &Watch::new())
}

/// Reads one file as [`read_file`] does, stops when `watch` is pulled, and advances it by every byte read.
///
/// # Errors
/// As [`read_file`]; and where it was stopped.
pub fn read_file_while(path: &Path, reading: &Reading, watch: &Watch) -> Result<ParsedSource, ImportError> {
    let file = || path.display().to_string();
    let unreadable = |cause: std::io::Error| match cause.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => ImportError::Missing { file: file() },
        ErrorKind::IsADirectory => ImportError::IsFolder { file: file() },
        _ => ImportError::Unreadable { file: file(), cause },
    };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(ImportError::IsFolder { file: file() });
    }
    if !about.is_file() {
        // A device or a pipe may never end.
        return Err(ImportError::Binary { file: file() });
    }
    if about.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { file: file_name(path) });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
    // The file may grow while it is read; it is refused then, not followed.
    let mut rest = File::open(path).map_err(unreadable)?.take(MAX_BYTES + 1);
    loop {
        let read = rest.by_ref().take(PIECE).read_to_end(&mut bytes).map_err(unreadable)?;
        watch.advance(read as u64);
        if watch.is_cancelled() {
            return Err(ImportError::Stopped { file: file_name(path) });
        }
        if read == 0 {
            break;
        }
    }
    let parsed = read(&file_name(path), bytes, reading)?;
    if watch.is_cancelled() {
        return Err(ImportError::Stopped { file: file_name(path) });
    }
    Ok(parsed)
}
