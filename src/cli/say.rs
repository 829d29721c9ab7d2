//! What the command line says and where: answers on standard output through one writer, what went wrong as
//! one line on standard error, and the exit status that goes with it.

use crate::domain::{Language, Message, Say};
use crate::i18n::Catalog;
use crate::trace::TERMINAL;
use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command ended early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It could not be done; exit status 1.
    Failed {
        /// What happened and what to do next.
        message: Message,
        /// Technical detail for the log.
        detail: Option<String>,
    },
    /// It could not be done and has been said already; exit status 1.
    Said,
    /// It was asked for wrongly; exit status 2.
    Wrong(Message),
    /// Whoever read the answer has gone (`| head`); no error.
    NobodyReads,
}

/// How a command ends.
pub(crate) type Done = Result<(), Stop>;

impl Stop {
    /// A failure that says it all.
    pub fn failed(message: Message) -> Self {
        Self::Failed { message, detail: None }
    }
}

impl<E: Say> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed { message: error.message(), detail: error.detail() }
    }
}

/// The two streams and the language.
pub(crate) struct Terminal<'a> {
    /// The words.
    pub catalog: Catalog,
    /// The coder's name as set in the window, if it is.
    pub coder: Option<String>,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Terminal<'a> {
    /// Speaks `language` to the two writers.
    pub fn new(language: Language, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { catalog: Catalog::new(language), coder: None, out, err }
    }

    /// Writes text as it is.
    pub fn write(&mut self, text: &str) -> Done {
        self.out.write_all(text.as_bytes()).map_err(|error| gone(&error))
    }

    /// Writes a line.
    pub fn line(&mut self, text: &str) -> Done {
        self.write(text)?;
        self.write("\n")
    }

    /// Writes a message as a line.
    pub fn say(&mut self, message: &Message) -> Done {
        let text = one_line(&self.catalog.say(message));
        self.line(&text)
    }

    /// Writes what is still held back.
    pub fn flush(&mut self) -> Done {
        self.out.flush().map_err(|error| gone(&error))
    }

    /// Something worth knowing that is no answer and no failure, on standard error.
    pub fn note(&mut self, message: &Message) {
        self.complain(message);
    }

    /// One line on standard error: `emaslim: …`.
    pub fn complain(&mut self, message: &Message) {
        let text = shortened(&one_line(&self.catalog.say(message)));
        // Where standard error is gone as well there is nobody left to tell.
        let _unheard = self.out.flush().and_then(|()| writeln!(self.err, "emaslim: {text}"));
    }

    /// Says how a command ended, and turns it into the exit status.
    pub fn finish(&mut self, done: Done) -> ExitCode {
        match done.and_then(|()| self.flush()) {
            Ok(()) | Err(Stop::NobodyReads) => ExitCode::SUCCESS,
            Err(Stop::Said) => {
                let _unheard = self.flush();
                ExitCode::FAILURE
            }
            Err(Stop::Failed { message, detail }) => {
                if let Some(detail) = detail {
                    log::info!(target: TERMINAL, "{}: {detail}", message.key);
                }
                log::warn!("said: {}", message.key);
                self.complain(&message);
                ExitCode::FAILURE
            }
            Err(Stop::Wrong(message)) => {
                self.complain(&message);
                ExitCode::from(2)
            }
        }
    }
}

/// Why the system refuses, in the user's language; its own words go to the log.
pub(crate) fn why(error: &io::Error) -> Message {
    log::info!(target: TERMINAL, "{error}");
    Message::new(match error.kind() {
        io::ErrorKind::NotFound => "cli-why-missing",
        io::ErrorKind::IsADirectory => "cli-why-folder",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "cli-why-no-folder",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "cli-why-denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cli-why-full",
        _ => "cli-why-other",
    })
}

fn gone(error: &io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::NobodyReads,
        _ => Stop::failed(Message::new("cli-output-failed").with("why", why(error))),
    }
}

/// The beginning and the end of what is no sentence any more, because a name in it is as long as a book.
fn shortened(text: &str) -> String {
    const MOST: usize = 4_000;
    if text.len() <= MOST {
        return text.to_owned();
    }
    let (start, end) = (text.floor_char_boundary(MOST / 2), text.ceil_char_boundary(text.len() - MOST / 4));
    format!("{} … {}", &text[..start], &text[end..])
}

/// A sentence without line breaks, and without what would move or colour the terminal: a name in a file that came
/// from elsewhere may hold anything. Spaces stay as they are, for a path may hold several.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' if line.ends_with(' ') => {}
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            letter if letter.is_control() => line.push(char::REPLACEMENT_CHARACTER),
            letter => line.push(letter),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn a_reader_who_leaves_is_no_error() {
        let mut err = Vec::new();
        let (mut closed, mut out) = (Closed, io::BufWriter::new(Closed));
        for gone in [&mut closed as &mut dyn Write, &mut out] {
            let mut terminal = Terminal::new(Language::English, gone, &mut err);
            let done = terminal.line("many words");
            assert_eq!(terminal.finish(done), ExitCode::SUCCESS);
        }
        assert!(err.is_empty());
    }

    #[test]
    fn a_failure_is_one_line() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut terminal = Terminal::new(Language::English, &mut out, &mut err);
        let message = Message::new("cli-output-failed").with("why", "first\nsecond");
        assert_eq!(terminal.finish(Err(Stop::failed(message))), ExitCode::FAILURE);
        let said = String::from_utf8(err).expect("words");
        assert!(said.starts_with("emaslim: ") && said.contains("first second"), "{said}");
        assert_eq!(said.lines().count(), 1);
    }

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        let long = shortened(&"é".repeat(1_000_000));
        assert!(long.len() < 4_000 && long.contains('…'));
        assert_eq!(one_line("a\u{1b}[2Jb\r\nc\u{9b}d\0 \te  f "), "a\u{FFFD}[2Jb c\u{FFFD}d\u{FFFD} e  f");
    }
}
