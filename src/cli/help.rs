//! Puts the user's language into the parser: what each command and option is for, and what was wrong with
//! what was typed.

use super::args::Arguments;
use crate::domain::Message;
use crate::i18n::Catalog;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

/// The parser, speaking the catalog's language.
pub(crate) fn parser(catalog: &Catalog) -> Command {
    // Built first, so that the options every command has are there to be explained.
    let mut command = Arguments::command();
    command.build();
    explained(command, catalog, "")
}

/// The command with its explanations; `within` is the path to it, without the program's own name.
fn explained(command: Command, catalog: &Catalog, within: &str) -> Command {
    let path = path_of(&command, within);
    let about = catalog.text(&command_key(&path));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let has_options = command.get_opts().next().is_some();
    let mut command = command.about(about).help_template(template(catalog, !names.is_empty(), has_options));
    command = command.mut_args(|arg| {
        let help = catalog.text(&arg_key(&arg));
        arg.help(help).hide_possible_values(true)
    });
    for name in names {
        command = command.mut_subcommand(name, |sub| explained(sub, catalog, &path));
    }
    command
}

/// The names that lead to a command (`source-rename`); nothing for the program itself.
fn path_of(command: &Command, within: &str) -> String {
    match (command.get_name(), within) {
        ("emaslim", _) => String::new(),
        (name, "") => name.to_owned(),
        (name, within) => format!("{within}-{name}"),
    }
}

/// The key of the sentence that says what the command at the end of a path does.
fn command_key(path: &str) -> String {
    match path {
        "" => "cli-about".to_owned(),
        path => format!("cli-help-{path}"),
    }
}

/// The key of the words that explain an argument; the same argument means the same everywhere.
fn arg_key(arg: &Arg) -> String {
    format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"))
}

fn template(catalog: &Catalog, has_commands: bool, has_options: bool) -> String {
    let mut text = format!("{{about}}\n\n{}: {{usage}}\n", catalog.text("cli-heading-usage"));
    if has_commands {
        text.push_str(&format!("\n{}:\n{{subcommands}}\n", catalog.text("cli-heading-commands")));
    }
    text.push_str(&format!("\n{}:\n{{positionals}}\n", catalog.text("cli-heading-arguments")));
    if has_options {
        text.push_str(&format!("\n{}:\n{{options}}\n", catalog.text("cli-heading-options")));
    }
    text
}

/// What was wrong with what was typed, as one sentence.
pub(crate) fn usage(error: &clap::Error) -> Message {
    let words = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(word)) => word.to_string(),
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let argument = words(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = [words(ContextKind::SuggestedArg), words(ContextKind::SuggestedSubcommand)].concat();
            if near.is_empty() {
                Message::new("cli-usage-unknown").with("word", argument)
            } else {
                Message::new("cli-usage-unknown-near").with("word", argument).with("near", near)
            }
        }
        ErrorKind::InvalidSubcommand => {
            Message::new("cli-usage-command").with("word", words(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => Message::new("cli-usage-missing").with("what", argument),
        ErrorKind::ArgumentConflict => {
            Message::new("cli-usage-conflict").with("word", argument).with("other", words(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if !words(ContextKind::ValidValue).is_empty() => {
            let value = words(ContextKind::InvalidValue);
            let choices = words(ContextKind::ValidValue);
            let key = if value.is_empty() { "cli-usage-value-missing" } else { "cli-usage-choice" };
            Message::new(key).with("value", value).with("argument", argument).with("choices", choices)
        }
        ErrorKind::InvalidValue if words(ContextKind::InvalidValue).is_empty() => {
            Message::new("cli-usage-value-missing").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::new("cli-usage-value").with("value", words(ContextKind::InvalidValue)).with("argument", argument)
        }
        ErrorKind::InvalidUtf8 => Message::new("cli-usage-letters"),
        _ => Message::new("cli-usage-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn every_key(command: &Command, within: &str, keys: &mut Vec<String>) {
        let path = path_of(command, within);
        keys.push(command_key(&path));
        keys.extend(command.get_arguments().map(arg_key));
        for sub in command.get_subcommands() {
            every_key(sub, &path, keys);
        }
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages() {
        let mut command = Arguments::command();
        command.build();
        let mut keys = Vec::new();
        every_key(&command, "", &mut keys);
        assert!(keys.len() > 40, "{keys:?}");
        for language in Language::ALL {
            let catalog = Catalog::new(language);
            let missing: Vec<&String> = keys.iter().filter(|key| catalog.text(key) == **key).collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }

    fn said(words: &[&str]) -> String {
        let catalog = Catalog::new(Language::English);
        let error = parser(&catalog).try_get_matches_from(words).expect_err("wrong usage");
        catalog.say(&usage(&error))
    }

    #[test]
    fn wrong_usage_is_one_sentence() {
        for (words, holds) in [
            (&["emaslim", "codings"][..], "<PROJECT>"),
            (&["emaslim", "codings", "p", "--directon", "x"], "--direction"),
            (&["emaslim", "codings", "p", "--direction", "sideways"], "supports"),
            (&["emaslim", "compare", "p", "--by"], "--by"),
            (&["emaslim", "code", "p", "--source", "s", "--code", "c", "--range", "9..3"], "9..3"),
            (&["emaslim", "code", "p", "--source", "s", "--code", "c"], "--quote"),
            (&["emaslim", "code", "p", "--source", "s", "--from", "-"], "--from"),
            (&["emaslim", "agreement", "p"], "p"),
            (&["emaslim", "import", "p", "f", "--date", "12-02-2025"], "12-02-2025"),
            (&["emaslim", "import", "p"], "PATH"),
        ] {
            let sentence = said(words);
            assert!(sentence.contains(holds), "{words:?}: {sentence}");
            assert!(!sentence.contains('{') && !sentence.contains('\n'), "{words:?}: {sentence}");
        }
    }
}
