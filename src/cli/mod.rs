//! The same operations from the command line: for scripts, for tables that can be made again, for tests.
//! Names and JSON keys are a contract; sentences are in the user's language.

mod args;
mod backup;
mod change;
mod codebook;
mod coding;
mod copies;
mod demo;
mod edit;
mod export;
mod findings;
mod given;
mod help;
mod history;
mod import;
mod imported;
mod json;
mod judge;
mod list;
mod memos;
mod outcome;
mod people;
mod project;
mod rescue;
mod say;
mod segments;
mod session;
mod source;
mod table;
mod text;

use crate::domain::{Language, Message, Say};
use crate::trace;
use args::{Arguments, Command};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use say::{Done, Stop, Terminal};
use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;

/// Opens the window, on a project where one is given, and returns when it is closed.
pub type OpenWindow<'a> = &'a dyn Fn(Option<PathBuf>) -> Result<(), NoWindow>;

/// Why there is no window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoWindow {
    /// This machine, or this session on it, has no display.
    NoDisplay,
    /// The system refused, in its own words.
    Refused(String),
}

impl Say for NoWindow {
    fn message(&self) -> Message {
        match self {
            Self::NoDisplay => Message::new("cli-window-none"),
            Self::Refused(why) => Message::new("cli-window-failed").with("why", why.as_str()),
        }
    }
}

/// What the command line knows of the rest of the program and of its user.
pub struct Surroundings<'a> {
    /// The way into the window.
    pub window: OpenWindow<'a>,
    /// The language set in the window, else the system's; `EMASLIM_LANG` and `--lang` overrule it.
    pub language: Language,
    /// The coder's name as set in the window, so that one person is one coder everywhere; `EMASLIM_CODER`
    /// overrules it.
    pub coder: Option<String>,
}

/// Does what the words say (the first is the program's own name) and returns the exit status: 0 done,
/// 1 failed, 2 wrong usage.
pub fn run(words: Vec<OsString>, around: &Surroundings<'_>) -> ExitCode {
    let language = language(&words, std::env::var("EMASLIM_LANG").ok().as_deref(), around.language);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let mut terminal = Terminal::new(language, &mut out, &mut err);
    terminal.coder.clone_from(&around.coder);
    answer(&mut terminal, words, around.window)
}

fn answer(terminal: &mut Terminal<'_>, words: Vec<OsString>, window: OpenWindow<'_>) -> ExitCode {
    let unknown = unknown_command(&words);
    let asked = words.clone();
    let parsed = help::parser(&terminal.catalog)
        .try_get_matches_from(words)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let done = match parsed {
        Ok(arguments) => {
            let words: Vec<_> = asked.iter().map(|word| word.to_string_lossy()).collect();
            trace::fall_if_asked("command", &words.join(" "));
            carry_out(terminal, arguments, window)
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            terminal.write(&error.to_string())
        }
        // `emaslim sourcez p.emaslim`: the parser takes the first word for a project and trips over the second.
        Err(error) if error.kind() == ErrorKind::UnknownArgument && unknown.is_some() => {
            Err(Stop::Wrong(Message::new("cli-usage-command").with("word", unknown.unwrap_or_default())))
        }
        Err(error) => Err(Stop::Wrong(help::usage(&error))),
    };
    terminal.finish(done)
}

fn carry_out(terminal: &mut Terminal<'_>, arguments: Arguments, window: OpenWindow<'_>) -> Done {
    let lang = arguments.lang;
    let Some(command) = arguments.command else {
        return open(terminal, arguments.project, window);
    };
    if let Some(project) = arguments.project {
        let word = project.display().to_string();
        return Err(Stop::Wrong(Message::new("cli-usage-unknown").with("word", word)));
    }
    trace::did((&command).into());
    match command {
        Command::Demo { into, no_window } => demo::run(terminal, into, lang, (!no_window).then_some(window)),
        Command::New { project, codebook } => change::new(terminal, &project, &codebook, lang),
        Command::Import(arguments) => import::run(terminal, &arguments),
        Command::Edit(arguments) => edit::run(terminal, &arguments),
        Command::Sources(listing) => list::sources(terminal, &listing),
        Command::Source(arguments) => source::run(terminal, arguments),
        Command::Memos(listing) => memos::run(terminal, &listing),
        Command::Memo(arguments) => memos::write(terminal, &arguments),
        Command::Informants(listing) => list::informants(terminal, &listing),
        Command::Informant(arguments) => people::run(terminal, arguments),
        Command::Assign(arguments) => people::assign(terminal, &arguments),
        Command::Codes(listing) => list::codes(terminal, &listing),
        Command::Codings { listing, which } => list::codings(terminal, &listing, &which),
        Command::Text { listing, source, lines } => text::run(terminal, &listing, &source, lines),
        Command::Code(arguments) => change::code(terminal, *arguments),
        Command::Uncode { project, coding, take_over } => change::uncode(terminal, &project, &coding, take_over),
        Command::Coding(arguments) => coding::run(terminal, &arguments),
        Command::Segments(listing) => segments::list(terminal, &listing),
        Command::Segment(arguments) => segments::change(terminal, &arguments),
        Command::Compare { listing, table } => outcome::compare(terminal, &listing, &table),
        Command::Findings(listing) => findings::list(terminal, &listing),
        Command::Finding(arguments) => findings::run(terminal, arguments),
        Command::Verdict(arguments) => judge::verdict(terminal, &arguments),
        Command::Cell(arguments) => judge::write_cell(terminal, &arguments),
        Command::Evaluate(arguments) => judge::evaluate(terminal, &arguments),
        Command::Codebook(arguments) => codebook::run(terminal, arguments),
        Command::Export(arguments) => export::export(terminal, &arguments, lang),
        Command::Project(arguments) => project::run(terminal, *arguments),
        Command::Undo { project, to: Some(to), undo_dry_run, take_over } => {
            history::undo_to(terminal, &project, &to, undo_dry_run, take_over)
        }
        Command::Undo { project, take_over, .. } => history::undo(terminal, &project, take_over),
        Command::Redo { project, take_over } => history::redo(terminal, &project, take_over),
        Command::History { listing, limit, of_coding } => {
            history::list(terminal, &listing, limit, of_coding.as_deref())
        }
        Command::Check(listing) => history::check(terminal, &listing),
        Command::Copies { listing, other } => copies::run(terminal, &listing, other.as_deref()),
        Command::Backup(arguments) => backup::backup(terminal, &arguments),
        Command::Restore(arguments) => backup::restore(terminal, &arguments),
        Command::Compact { project } => backup::compact(terminal, &project),
        Command::Rescue { damaged, new, json } => rescue::run(terminal, &damaged, &new, json),
    }
}

/// The first word where it is neither an option, nor a command, nor a file, and another word follows it.
fn unknown_command(words: &[OsString]) -> Option<String> {
    let (first, next) = (words.get(1)?, words.get(2)?);
    let word = first.to_str().filter(|word| !word.starts_with('-'))?;
    let is_command = Arguments::command().get_subcommands().any(|command| command.get_name() == word);
    let follows = !next.to_string_lossy().starts_with('-');
    (follows && !is_command && !std::path::Path::new(first).exists()).then(|| word.to_owned())
}

fn open(terminal: &mut Terminal<'_>, project: Option<PathBuf>, window: OpenWindow<'_>) -> Done {
    if let Some(path) = project.as_ref().filter(|path| !path.exists()) {
        return Err(Stop::failed(Message::new("cli-project-missing").with("path", path.display().to_string())));
    }
    terminal.flush()?;
    Ok(window(project)?)
}

/// The language to speak: what `--lang` says, else what the environment says, else the usual one. Looked up
/// before anything is parsed, because the parser speaks it too.
fn language(words: &[OsString], environment: Option<&str>, usual: Language) -> Language {
    let mut asked = None;
    let mut words = words.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--" {
            break;
        }
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|value| value.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        asked = value.and_then(|value| value.parse().ok()).or(asked);
    }
    asked.or_else(|| environment.and_then(|value| value.parse().ok())).unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_language_is_what_was_asked_for() {
        let asked = |line: &str, environment| language(&words(line), environment, Language::English);
        assert_eq!(asked("emaslim codes p --lang id", Some("en")), Language::Indonesian);
        assert_eq!(asked("emaslim --lang=en codes p", Some("id")), Language::English);
        assert_eq!(asked("emaslim codes p", Some("id")), Language::Indonesian);
        assert_eq!(asked("emaslim codes -- --lang id", None), Language::English);
    }

    fn told(line: &str) -> (ExitCode, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut terminal = Terminal::new(Language::English, &mut out, &mut err);
        let window = |_: Option<PathBuf>| Err(NoWindow::Refused("the screen is\nbroken".to_owned()));
        let code = answer(&mut terminal, words(line), &window);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (code, text(out), text(err))
    }

    #[test]
    fn help_is_an_answer_and_wrong_usage_is_not() {
        let (code, out, err) = told("emaslim --help");
        assert_eq!((code, err.as_str()), (ExitCode::SUCCESS, ""));
        for command in ["demo", "import", "codings", "check"] {
            assert!(out.contains(command), "{out}");
        }
        let (code, out, err) = told("emaslim codings");
        assert_eq!((code, out.as_str(), err.lines().count()), (ExitCode::from(2), "", 1));
        let (code, _, err) = told("emaslim sourcez p.emaslim");
        assert_eq!((code, err.lines().count()), (ExitCode::from(2), 1));
        assert!(err.contains("sourcez") && !err.contains("p.emaslim"), "{err}");
        let (code, _, err) = told("emaslim agreement");
        assert_eq!((code, err.lines().count()), (ExitCode::FAILURE, 1));
        let (code, _, err) = told("emaslim");
        assert_eq!((code, err.lines().count()), (ExitCode::FAILURE, 1));
        assert!(err.contains("the screen is broken"), "{err}");
    }
}
