//! `codebook`: codes added, changed, moved, merged and deleted, codebooks imported and exported, and which step
//! changed what.

use super::args::Export;
use super::change::what_happened;
use super::export::is_same_file;
use super::history::StepEntry;
use super::json::{self, Inner};
use super::list::headed;
use super::say::{Done, Stop, Terminal, why};
use super::session;
use crate::analysis::{Study, lookup};
use crate::domain::{CodeId, CodeKind, CodebookId, ConfusingPair, Message};
use crate::export::{Format, Nothing, save_codebook};
use crate::project::{
    BookImport, BookPreview, CodeChange, MergePreview, MoveTo, NewCode, Project, Unfit, codebook_in, colour_in,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is wanted of a project's codebook.
#[derive(Args, Debug)]
pub(crate) struct CodebookArguments {
    pub project: PathBuf,
    #[arg(long)]
    pub take_over: bool,
    #[command(subcommand)]
    pub action: CodebookAction,
}

#[derive(Subcommand, Debug)]
pub(crate) enum CodebookAction {
    Add {
        #[arg(id = "code_name", value_name = "NAME", allow_hyphen_values = true)]
        name: String,
        #[arg(id = "parent", long, value_name = "CODE")]
        parent: Option<String>,
        #[arg(id = "short", long, value_name = "SHORT", allow_hyphen_values = true)]
        short: Option<String>,
        #[arg(id = "kind", long, value_name = "role|topic|evaluation|other")]
        kind: Option<CodeKind>,
        #[arg(id = "colour", long, value_name = "#RRGGBB")]
        colour: Option<String>,
        #[arg(id = "of_codebook", long = "codebook", value_name = "NAME")]
        codebook: Option<String>,
    },
    Rename {
        code: String,
        #[arg(id = "code_name", value_name = "NAME", allow_hyphen_values = true)]
        name: String,
    },
    Recolour {
        code: String,
        #[arg(id = "colour", value_name = "#RRGGBB")]
        colour: String,
    },
    Set(Box<NewFields>),
    Move {
        #[arg(id = "codes", required = true, value_name = "CODE")]
        codes: Vec<String>,
        #[arg(id = "under", long, value_name = "CODE", conflicts_with = "top")]
        under: Option<String>,
        #[arg(id = "top", long, required_unless_present = "under")]
        top: bool,
        #[arg(id = "place_among", long = "place", value_name = "N")]
        place: Option<usize>,
        #[arg(id = "of_codebook", long = "codebook", value_name = "NAME")]
        codebook: Option<String>,
    },
    Merge {
        #[arg(id = "codes", required = true, value_name = "CODE")]
        codes: Vec<String>,
        #[arg(id = "into_code", long = "into", value_name = "CODE")]
        into: String,
        #[arg(id = "preview_only", long = "dry-run")]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    Delete {
        #[arg(id = "codes", required = true, value_name = "CODE")]
        codes: Vec<String>,
        #[arg(id = "preview_only", long = "dry-run")]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    Confuse {
        #[arg(id = "codes", num_args = 2, required = true, value_name = "CODE")]
        codes: Vec<String>,
        #[arg(id = "rule", long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "remove")]
        rule: Option<String>,
        #[arg(id = "example", long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "remove")]
        example: Option<String>,
        #[arg(id = "remove", long)]
        remove: bool,
    },
    Import {
        #[arg(id = "codebook_file", value_name = "FILE")]
        file: PathBuf,
        #[arg(id = "beside", long, value_name = "NAME", conflicts_with = "of_codebook")]
        beside: Option<String>,
        #[arg(id = "of_codebook", long = "codebook", value_name = "NAME")]
        codebook: Option<String>,
        #[arg(id = "preview_only", long = "dry-run")]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    RenameBook {
        #[arg(id = "of_codebook", value_name = "NAME")]
        codebook: String,
        #[arg(id = "code_name", value_name = "NEW", allow_hyphen_values = true)]
        name: String,
    },
    DeleteBook {
        #[arg(id = "of_codebook", value_name = "NAME")]
        codebook: String,
    },
    Versions {
        #[arg(long)]
        json: bool,
    },
}

/// Fields of a code; what is not named stays. A list is given entry by entry, one empty entry for none.
#[derive(Args, Debug)]
pub(crate) struct NewFields {
    pub code: String,
    #[arg(id = "short", long, value_name = "SHORT", allow_hyphen_values = true)]
    pub short: Option<String>,
    #[arg(id = "kind", long, value_name = "role|topic|evaluation|other")]
    pub kind: Option<CodeKind>,
    #[arg(id = "key_digit", long = "key", value_name = "1-9|none")]
    pub key: Option<String>,
    #[arg(id = "definition", long, value_name = "TEXT", allow_hyphen_values = true)]
    pub definition: Option<String>,
    #[arg(id = "test", long, value_name = "TEXT", allow_hyphen_values = true)]
    pub test: Option<String>,
    #[arg(id = "counts", long, value_name = "TEXT", allow_hyphen_values = true)]
    pub counts: Vec<String>,
    #[arg(id = "counts_not", long, value_name = "TEXT", allow_hyphen_values = true)]
    pub counts_not: Vec<String>,
    #[arg(id = "examples", long = "example", value_name = "TEXT", allow_hyphen_values = true)]
    pub examples: Vec<String>,
    #[arg(id = "keywords", long = "keyword", value_name = "TEXT", allow_hyphen_values = true)]
    pub keywords: Vec<String>,
    #[arg(id = "aliases", long = "alias", value_name = "TEXT", allow_hyphen_values = true)]
    pub aliases: Vec<String>,
}

impl NewFields {
    fn changes(self) -> Result<Vec<CodeChange>, Stop> {
        let mut changes = Vec::new();
        changes.extend(self.short.map(CodeChange::Short));
        changes.extend(self.kind.map(CodeChange::Kind));
        if let Some(key) = self.key {
            let digit = key.parse().ok().filter(|digit| (1..=9).contains(digit));
            if digit.is_none() && key != "none" {
                return Err(Stop::from(crate::project::Error::from(Unfit::NoKey { what: key })));
            }
            changes.push(CodeChange::Key(digit));
        }
        changes.extend(self.definition.map(CodeChange::Definition));
        changes.extend(self.test.map(CodeChange::Test));
        let lists = [
            (self.counts, CodeChange::Counts as fn(Vec<String>) -> CodeChange),
            (self.counts_not, CodeChange::CountsNot),
            (self.examples, CodeChange::Examples),
            (self.keywords, CodeChange::Keywords),
            (self.aliases, CodeChange::Aliases),
        ];
        changes.extend(lists.into_iter().filter(|(list, _)| !list.is_empty()).map(|(list, make)| make(list)));
        Ok(changes)
    }
}

/// The codebook of a name; the first one where none is named.
pub(crate) fn book(study: &Study, name: Option<&str>) -> Result<Option<CodebookId>, Stop> {
    let Some(name) = name else { return Ok(None) };
    let found = study.codebooks.iter().find(|book| book.name == name || book.id.to_string() == name);
    let none = || Stop::from(crate::project::Error::from(Unfit::NoCodebook));
    found.map(|book| Some(book.id)).ok_or_else(none)
}

fn codes(study: &Study, names: &[String]) -> Result<Vec<CodeId>, Stop> {
    Ok(names.iter().map(|name| lookup::code(study, name)).collect::<Result<_, _>>()?)
}

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: CodebookArguments) -> Done {
    let CodebookArguments { project: path, take_over, action } = arguments;
    match action {
        CodebookAction::Versions { json } => versions(terminal, &path, json),
        CodebookAction::Merge { codes: from, into, dry_run: true, json } => {
            session::ask(terminal, &path, |terminal, project| {
                let study = project.study();
                let preview = project.merge_preview(&codes(&study, &from)?, lookup::code(&study, &into)?)?;
                show_merge(terminal, &study, &preview, json)
            })
        }
        CodebookAction::Delete { codes: gone, dry_run: true, json } => {
            session::ask(terminal, &path, |terminal, project| {
                let study = project.study();
                let deletion = project.deletion_of(&codes(&study, &gone)?)?;
                if json {
                    return json::answer(terminal, "codebook", &study, Nothing {}, &[deletion]);
                }
                let message = Message::new("codebook-deletion").with("codes", deletion.codes);
                let message = message.with("codings", deletion.codings).with("segments", deletion.segments);
                let message = message.with("memos", deletion.memos).with("findings", deletion.findings);
                terminal.say(&message.with("judgements", deletion.judgements))
            })
        }
        CodebookAction::Import { file, beside, codebook, dry_run: true, json } => {
            session::ask(terminal, &path, |terminal, project| {
                let study = project.study();
                let parsed = read(&file, &study)?;
                let preview = if beside.is_some() {
                    let added = parsed.codes.iter().map(|code| code.name.clone()).collect();
                    BookPreview { added, pairs: parsed.pairs.len(), ..BookPreview::default() }
                } else {
                    let codebook = book(&study, codebook.as_deref())?;
                    project.codebook_import(&BookImport { parsed: &parsed, codebook })?
                };
                show_import(terminal, &study, &preview, json)
            })
        }
        action => session::change(terminal, &path, take_over, |terminal, project| act(terminal, project, action)),
    }
}

fn act(terminal: &mut Terminal<'_>, project: &mut Project, action: CodebookAction) -> Done {
    let study = project.study();
    match action {
        CodebookAction::Add { name, parent, short, kind, colour, codebook } => {
            let parent = parent.map(|parent| lookup::code(&study, &parent)).transpose()?;
            let codebook = book(&study, codebook.as_deref())?;
            let colour = colour.map(|colour| colour_in(&colour)).transpose()?;
            let new = NewCode { parent, codebook, name, short, kind, colour, ..NewCode::default() };
            what_happened(terminal, &project.add_code(new)?)
        }
        CodebookAction::Rename { code, name } => {
            let code = lookup::code(&study, &code)?;
            what_happened(terminal, &project.change_code(code, &[CodeChange::Name(name)])?)
        }
        CodebookAction::Recolour { code, colour } => {
            let code = lookup::code(&study, &code)?;
            what_happened(terminal, &project.change_code(code, &[CodeChange::Colour(colour_in(&colour)?)])?)
        }
        CodebookAction::Set(fields) => {
            let code = lookup::code(&study, &fields.code)?;
            what_happened(terminal, &project.change_code(code, &fields.changes()?)?)
        }
        CodebookAction::Move { codes: moved, under, top: _, place, codebook } => {
            let parent = under.map(|under| lookup::code(&study, &under)).transpose()?;
            let codebook = book(&study, codebook.as_deref())?;
            let place = place.map(|place| place.saturating_sub(1));
            let to = MoveTo { parent, codebook, place };
            what_happened(terminal, &project.move_codes(&codes(&study, &moved)?, to)?)
        }
        CodebookAction::Merge { codes: from, into, json, .. } => {
            let landed = project.merge_codes(&codes(&study, &from)?, lookup::code(&study, &into)?)?;
            if json {
                return show_merge(terminal, &project.study(), &landed.value, true);
            }
            what_happened(terminal, &landed)
        }
        CodebookAction::Delete { codes: gone, json, .. } => {
            let landed = project.delete_codes(&codes(&study, &gone)?)?;
            if json {
                return json::answer(terminal, "codebook", &project.study(), Nothing {}, &[landed.value]);
            }
            what_happened(terminal, &landed)
        }
        CodebookAction::Confuse { codes: two, rule, example, remove } => {
            let (a, b) = match codes(&study, &two)?.as_slice() {
                [a, b] => (*a, *b),
                _ => return Ok(()),
            };
            if remove {
                return what_happened(terminal, &project.remove_confusing_pair(a, b)?);
            }
            let is_it = |pair: &&ConfusingPair| (pair.a, pair.b) == (a, b) || (pair.a, pair.b) == (b, a);
            let known = study.confusing_pairs.iter().find(is_it).cloned();
            let known = known.unwrap_or(ConfusingPair { a, b, rule: String::new(), example: String::new() });
            let (rule, example) = (rule.unwrap_or(known.rule), example.unwrap_or(known.example));
            what_happened(terminal, &project.set_confusing_pair(&ConfusingPair { a, b, rule, example })?)
        }
        CodebookAction::Import { file, beside, codebook, json, .. } => {
            let parsed = read(&file, &study)?;
            if let Some(name) = beside {
                return what_happened(terminal, &project.add_codebook(&name, &parsed.description, Some(&parsed))?);
            }
            let codebook = book(&study, codebook.as_deref())?;
            let landed = project.import_codebook(&BookImport { parsed: &parsed, codebook })?;
            if json {
                return show_import(terminal, &project.study(), &landed.value, true);
            }
            what_happened(terminal, &landed)
        }
        CodebookAction::RenameBook { codebook, name } => {
            let Some(id) = book(&study, Some(&codebook))? else { return Ok(()) };
            let old = study.codebooks.iter().find(|book| book.id == id);
            let description = old.map(|book| book.description.clone()).unwrap_or_default();
            what_happened(terminal, &project.change_codebook(id, &name, &description)?)
        }
        CodebookAction::DeleteBook { codebook } => {
            let Some(id) = book(&study, Some(&codebook))? else { return Ok(()) };
            what_happened(terminal, &project.delete_codebook(id)?)
        }
        CodebookAction::Versions { .. } => Ok(()),
    }
}

fn read(file: &Path, study: &Study) -> Result<crate::import::ParsedCodebook, Stop> {
    let bytes = std::fs::read(file).map_err(|error| {
        let message = Message::new("cli-file-unreadable").with("path", file.display().to_string());
        Stop::failed(message.with("why", why(&error)))
    })?;
    Ok(codebook_in(&bytes, study.project.language)?)
}

fn show_merge(terminal: &mut Terminal<'_>, study: &Study, preview: &MergePreview, is_json: bool) -> Done {
    if is_json {
        return json::answer(terminal, "codebook", study, Nothing {}, &[preview]);
    }
    for line in preview.words() {
        terminal.say(&line)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct ChangedEntry<'a> {
    code: &'a str,
    change: &'static str,
    fields: &'a [&'static str],
}

fn show_import(terminal: &mut Terminal<'_>, study: &Study, preview: &BookPreview, is_json: bool) -> Done {
    if is_json {
        let added = preview.added.iter().map(|code| ChangedEntry { code, change: "added", fields: &[] });
        let changed = preview.changed.iter();
        let changed = changed.map(|(code, fields)| ChangedEntry { code, change: "changed", fields });
        let items: Vec<ChangedEntry<'_>> = added.chain(changed).collect();
        return json::answer(terminal, "codebook", study, Nothing {}, &items);
    }
    let message = Message::new("codebook-import-preview").with("added", preview.added.len());
    terminal.say(&message.with("changed", preview.changed.len()).with("unchanged", preview.unchanged))
}

#[derive(Serialize)]
struct VersionEntry<'a> {
    step: StepEntry<'a>,
    changes: Vec<ChangeEntry<'a>>,
}

#[derive(Serialize)]
struct ChangeEntry<'a> {
    code: Option<String>,
    change: Inner<'a>,
}

fn versions(terminal: &mut Terminal<'_>, path: &Path, is_json: bool) -> Done {
    session::ask(terminal, path, |terminal, project| {
        let versions = project.codebook_versions()?;
        if is_json {
            let items: Vec<VersionEntry<'_>> = versions
                .iter()
                .map(|version| {
                    let changes = version.changes.iter().map(|change| ChangeEntry {
                        code: change.code.map(|code| code.to_string()),
                        change: Inner::of(&change.sentence),
                    });
                    VersionEntry { step: StepEntry::from(&version.step), changes: changes.collect() }
                })
                .collect();
            return json::answer(terminal, "codebook", &project.study(), Nothing {}, &items);
        }
        let mut table = headed(terminal, &["when", "coder", "what"]).uncut();
        for version in &versions {
            for change in &version.changes {
                let when = terminal.catalog.moment(version.step.at);
                table.row(vec![when, version.step.coder.clone(), terminal.catalog.say(&change.sentence)]);
            }
        }
        terminal.write(&table.text())
    })
}

pub(crate) fn export(terminal: &mut Terminal<'_>, arguments: &Export, format: Format) -> Done {
    session::ask(terminal, &arguments.project, |terminal, project| {
        let path = arguments.output.as_path();
        if is_same_file(path, project.path()) {
            let path = path.display().to_string();
            return Err(Stop::failed(Message::new("cli-export-onto-project").with("path", path)));
        }
        let study = project.study();
        let book = book(&study, arguments.codebook.as_deref())?;
        save_codebook(path, format, &study, book)?;
        let count = (0_u32..).zip(&study.codes).filter(|(at, _)| study.codebook_of(*at).map(|book| book.id) == book);
        let written = Message::new("cli-exported").with("path", path.display().to_string());
        // On standard error: the file may be standard output.
        terminal.note(&written.with("n", count.count()));
        Ok(())
    })
}
