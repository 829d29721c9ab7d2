//! `informant` and `assign`: who gave information, what is known of them and agreed with them, and whose words stand
//! where.

use super::args::one_of;
use super::change::what_happened;
use super::json;
use super::list::headed;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::excerpt::written;
use crate::analysis::{Study, lookup};
use crate::domain::{
    AttributeHost, AttributeId, AttributeKind, AttributeOf, ConsentKind, Date, GroupId, Informant, InformantId,
    Message, Standing, TurnId,
};
use crate::export::Nothing;
use crate::project::{Assignment, AttributeFacts, Project, Speaker};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is wanted of a project's informants.
#[derive(Args, Debug)]
pub(crate) struct InformantArguments {
    pub project: PathBuf,
    #[command(subcommand)]
    pub action: Action,
    #[arg(long, global = true)]
    pub take_over: bool,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Action {
    Set(Box<Facts>),
    Withdraw {
        informant: String,
    },
    Restore {
        informant: String,
    },
    Purge {
        informant: String,
        #[arg(long, value_name = "CODE")]
        yes_purge: String,
    },
    Delete {
        informant: String,
    },
    Places {
        informant: String,
        #[arg(long)]
        json: bool,
    },
    Group {
        #[command(subcommand)]
        action: GroupAction,
    },
    Attribute {
        #[command(subcommand)]
        action: AttributeAction,
    },
}

/// New facts; what is not named stays.
#[derive(Args, Debug)]
pub(crate) struct Facts {
    pub informant: String,
    #[arg(id = "informant_code", long = "code", value_name = "NEW")]
    pub code: Option<String>,
    #[arg(id = "informant_group", long = "group", value_name = "GROUP|none")]
    pub group: Option<String>,
    #[arg(long, conflicts_with = "additional")]
    pub key: bool,
    #[arg(long)]
    pub additional: bool,
    #[arg(id = "informant_description", long = "description", value_name = "TEXT", allow_hyphen_values = true)]
    pub description: Option<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub pseudonym: Option<String>,
    #[arg(long, conflicts_with = "adult")]
    pub child: bool,
    #[arg(long)]
    pub adult: bool,
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(["written", "oral", "none"]))]
    pub consent: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub consent_date: Option<Date>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub guardian: Option<String>,
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(["yes", "no", "none"]))]
    pub assent: Option<String>,
    #[arg(long, value_name = "record,quote,show,archive", value_delimiter = ',',
          value_parser = clap::builder::PossibleValuesParser::new(["record", "quote", "show", "archive", "none"]))]
    pub scope: Option<Vec<String>>,
    #[arg(id = "informant_attribute", long = "attribute", value_name = "NAME=VALUE", allow_hyphen_values = true)]
    pub attributes: Vec<String>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum GroupAction {
    Add {
        #[arg(id = "group_name", value_name = "NAME")]
        name: String,
    },
    Rename {
        #[arg(id = "group", value_name = "GROUP")]
        group: String,
        #[arg(id = "group_name", value_name = "NAME")]
        name: String,
    },
    Move {
        #[arg(id = "group", value_name = "GROUP")]
        group: String,
        #[arg(id = "position", value_name = "N")]
        to: usize,
    },
    Delete {
        #[arg(id = "group", value_name = "GROUP")]
        group: String,
    },
    List {
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum AttributeAction {
    Add {
        #[arg(id = "attribute_name", value_name = "NAME")]
        name: String,
        #[arg(id = "attribute_kind", long = "kind", default_value = "text", value_parser = kind())]
        kind: AttributeKind,
        #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
        choices: Vec<String>,
    },
    Set {
        #[arg(id = "attribute", value_name = "NAME")]
        attribute: String,
        #[arg(id = "attribute_new_name", long = "name", value_name = "NEW")]
        name: Option<String>,
        #[arg(id = "attribute_kind", long = "kind", value_parser = kind())]
        kind: Option<AttributeKind>,
        #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
        choices: Option<Vec<String>>,
    },
    Move {
        #[arg(id = "attribute", value_name = "NAME")]
        attribute: String,
        #[arg(id = "position", value_name = "N")]
        to: usize,
    },
    Delete {
        #[arg(id = "attribute", value_name = "NAME")]
        attribute: String,
    },
    List {
        #[arg(long)]
        json: bool,
    },
}

fn kind() -> impl clap::builder::TypedValueParser<Value = AttributeKind> {
    one_of::<AttributeKind>(&["text", "number", "date", "choice"])
}

/// Whose words they are.
#[derive(Args, Debug)]
pub(crate) struct AssignArguments {
    pub project: PathBuf,
    #[arg(id = "words_of", value_name = "SOURCE|TURN|all")]
    pub what: String,
    #[arg(id = "speaker", value_name = "INFORMANT|researcher|other")]
    pub to: String,
    #[arg(id = "speaker_label", long = "label", value_name = "LABEL")]
    pub label: Option<String>,
    #[arg(long)]
    pub take_over: bool,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: InformantArguments) -> Done {
    let InformantArguments { project: path, action, take_over } = arguments;
    match action {
        Action::Places { informant, json } => {
            session::ask(terminal, &path, |terminal, project| places(terminal, project, &informant, json))
        }
        Action::Group { action: GroupAction::List { json } } => {
            session::ask(terminal, &path, |terminal, project| groups(terminal, project, json))
        }
        Action::Attribute { action: AttributeAction::List { json } } => {
            session::ask(terminal, &path, |terminal, project| attributes(terminal, project, json))
        }
        action => session::change(terminal, &path, take_over, |terminal, project| change(terminal, project, action)),
    }
}

fn named(study: &Study, name: &str) -> Result<InformantId, Stop> {
    let at = lookup::informant(study, name)?;
    study.informants.get(at as usize).map(|informant| informant.id).ok_or(Stop::Said)
}

fn group_named(study: &Study, name: &str) -> Result<GroupId, Stop> {
    let at = lookup::group(study, name)?;
    study.groups.get(at as usize).map(|group| group.id).ok_or(Stop::Said)
}

fn attribute_named(study: &Study, name: &str) -> Result<AttributeId, Stop> {
    Ok(lookup::attribute(study, Some(AttributeHost::Informant), name)?)
}

fn change(terminal: &mut Terminal<'_>, project: &mut Project, action: Action) -> Done {
    let study = project.study();
    match action {
        Action::Set(facts) => set(terminal, project, &facts),
        Action::Withdraw { informant } => {
            let landed = project.withdraw(named(&study, &informant)?)?;
            what_happened(terminal, &landed)
        }
        Action::Restore { informant } => {
            let landed = project.restore_consent(named(&study, &informant)?)?;
            what_happened(terminal, &landed)
        }
        Action::Purge { informant, yes_purge } => {
            let landed = project.purge(named(&study, &informant)?, &yes_purge)?;
            what_happened(terminal, &landed)?;
            let purged = landed.value;
            terminal.say(
                &Message::new("purged-counts")
                    .with("sources", purged.sources)
                    .with("painted", purged.painted)
                    .with("texts", purged.texts)
                    .with("backups", purged.backups),
            )?;
            for copy in &purged.copies {
                terminal.say(&Message::new("purged-copy").with("path", copy.display().to_string()))?;
            }
            if purged.is_unfinished {
                terminal.note(&Message::new("purged-unfinished"));
            }
            terminal.say(&Message::new("purged-elsewhere"))
        }
        Action::Delete { informant } => {
            let landed = project.delete_informant(named(&study, &informant)?)?;
            what_happened(terminal, &landed)
        }
        Action::Group { action } => change_group(terminal, project, action),
        Action::Attribute { action } => change_attribute(terminal, project, action),
        Action::Places { .. } => Ok(()),
    }
}

fn change_group(terminal: &mut Terminal<'_>, project: &mut Project, action: GroupAction) -> Done {
    let study = project.study();
    let landed = match action {
        GroupAction::Add { name } => return what_happened(terminal, &project.add_group(&name)?),
        GroupAction::Rename { group, name } => project.rename_group(group_named(&study, &group)?, &name)?,
        GroupAction::Move { group, to } => project.move_group(group_named(&study, &group)?, to.saturating_sub(1))?,
        GroupAction::Delete { group } => project.delete_group(group_named(&study, &group)?)?,
        GroupAction::List { .. } => return Ok(()),
    };
    what_happened(terminal, &landed)
}

fn change_attribute(terminal: &mut Terminal<'_>, project: &mut Project, action: AttributeAction) -> Done {
    let study = project.study();
    let landed = match action {
        AttributeAction::Add { name, kind, choices } => {
            let facts = AttributeFacts { name, kind, choices };
            return what_happened(terminal, &project.add_attribute(AttributeHost::Informant, &facts)?);
        }
        AttributeAction::Set { attribute, name, kind, choices } => {
            let id = attribute_named(&study, &attribute)?;
            let Some(known) = study.attributes.iter().find(|known| known.id == id) else { return Err(Stop::Said) };
            let facts = AttributeFacts {
                name: name.unwrap_or_else(|| known.name.clone()),
                kind: kind.unwrap_or(known.kind),
                choices: choices.unwrap_or_else(|| known.choices.clone()),
            };
            project.set_attribute(id, &facts)?
        }
        AttributeAction::Move { attribute, to } => {
            project.move_attribute(attribute_named(&study, &attribute)?, to.saturating_sub(1))?
        }
        AttributeAction::Delete { attribute } => project.delete_attribute(attribute_named(&study, &attribute)?)?,
        AttributeAction::List { .. } => return Ok(()),
    };
    what_happened(terminal, &landed)
}

/// An informant that is not there yet is added.
fn set(terminal: &mut Terminal<'_>, project: &mut Project, facts: &Facts) -> Done {
    let study = project.study();
    let known = match lookup::informant(&study, &facts.informant) {
        Ok(at) => study.informants.get(at as usize).map(|informant| informant.id),
        Err(lookup::LookupError::Unknown { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let group = match facts.group.as_deref() {
        Some("none") => Some(None),
        Some(name) => Some(Some(group_named(&study, name)?)),
        None => None,
    };
    let mut values = Vec::new();
    for given in &facts.attributes {
        let Some((name, value)) = given.split_once('=') else {
            return Err(Stop::Wrong(Message::new("cli-usage-attribute").with("value", given.as_str())));
        };
        values.push((attribute_named(&study, name.trim())?, value.to_owned()));
    }
    let fill = |informant: &mut Informant| {
        if known.is_none() {
            informant.code.clone_from(&facts.informant);
        }
        apply(informant, facts, group);
    };
    let landed = project.set_informant(known, fill, &values)?;
    what_happened(terminal, &landed)?;
    let study = project.study();
    let found = study.informants.iter().find(|informant| informant.id == landed.value);
    if let Some(child) = found.filter(|informant| informant.lacks_guardian()) {
        terminal.note(&Message::new("informant-lacks-guardian").with("name", child.code.as_str()));
    }
    Ok(())
}

fn apply(informant: &mut Informant, facts: &Facts, group: Option<Option<GroupId>>) {
    let give = |to: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            to.clone_from(given);
        }
    };
    give(&mut informant.code, &facts.code);
    give(&mut informant.description, &facts.description);
    give(&mut informant.pseudonym, &facts.pseudonym);
    give(&mut informant.consent.guardian, &facts.guardian);
    informant.group = group.unwrap_or(informant.group);
    if facts.key || facts.additional {
        informant.standing = if facts.key { Standing::Key } else { Standing::Additional };
    }
    if facts.child || facts.adult {
        informant.is_child = facts.child;
    }
    let consent = &mut informant.consent;
    if let Some(kind) = &facts.consent {
        consent.kind = kind.parse::<ConsentKind>().ok();
    }
    consent.date = facts.consent_date.or(consent.date);
    if let Some(assent) = facts.assent.as_deref() {
        consent.assent = (assent != "none").then_some(assent == "yes");
    }
    if let Some(scope) = &facts.scope {
        let may = |what: &str| Some(scope.iter().any(|given| given == what));
        consent.scope.record = may("record");
        consent.scope.quote = may("quote");
        consent.scope.show = may("show");
        consent.scope.archive = may("archive");
    }
}

fn places(terminal: &mut Terminal<'_>, project: &mut Project, name: &str, json: bool) -> Done {
    let study = project.study();
    let found = project.occurrences(named(&study, name)?)?;
    if json {
        return json::answer(terminal, "places", &study, Nothing {}, &found);
    }
    for one in &found {
        let message = Message::new(format!("occurrence-{}", one.kind)).with("what", one.what.as_str());
        terminal.say(&message.with("n", one.n))?;
    }
    if found.is_empty() { terminal.say(&Message::new("occurrences-none")) } else { Ok(()) }
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    id: String,
    key: &'a str,
    name: &'a str,
    informants: usize,
}

fn groups(terminal: &mut Terminal<'_>, project: &mut Project, json: bool) -> Done {
    let study = project.study();
    let members = |at: u32| study.informant_groups.iter().filter(|group| **group == Some(at)).count();
    let items: Vec<GroupEntry<'_>> = (0_u32..)
        .zip(&study.groups)
        .map(|(at, group)| GroupEntry {
            id: group.id.to_string(),
            key: &group.key,
            name: &group.name,
            informants: members(at),
        })
        .collect();
    if json {
        return json::answer(terminal, "groups", &study, Nothing {}, &items);
    }
    let mut table = headed(terminal, &["group", "name", "informants>"]);
    for item in &items {
        table.row(vec![item.key.to_owned(), item.name.to_owned(), item.informants.to_string()]);
    }
    terminal.write(&table.text())
}

#[derive(Serialize)]
struct AttributeEntry<'a> {
    id: String,
    host: &'static str,
    name: &'a str,
    kind: &'static str,
    choices: &'a [String],
    values: usize,
}

fn attributes(terminal: &mut Terminal<'_>, project: &mut Project, json: bool) -> Done {
    let study = project.study();
    let items: Vec<AttributeEntry<'_>> = study
        .attributes
        .iter()
        .map(|attribute| AttributeEntry {
            id: attribute.id.to_string(),
            host: attribute.host.key(),
            name: &attribute.name,
            kind: attribute.kind.key(),
            choices: &attribute.choices,
            values: study.attribute_values.keys().filter(|(id, _)| *id == attribute.id).count(),
        })
        .collect();
    if json {
        return json::answer(terminal, "attributes", &study, Nothing {}, &items);
    }
    let mut table = headed(terminal, &["name", "kind", "choices"]);
    for item in &items {
        let kind = terminal.catalog.text(&format!("attribute-kind-{}", item.kind));
        table.row(vec![item.name.to_owned(), kind, item.choices.join(", ")]);
    }
    terminal.write(&table.text())
}

pub(crate) fn assign(terminal: &mut Terminal<'_>, arguments: &AssignArguments) -> Done {
    session::change(terminal, &arguments.project, arguments.take_over, |terminal, project| {
        let study = project.study();
        let to = match arguments.to.as_str() {
            "researcher" => Speaker::Researcher,
            "other" => Speaker::Other,
            name => Speaker::Informant(named(&study, name)?),
        };
        let landed = project.assign(&words_of(&study, arguments)?, to)?;
        what_happened(terminal, &landed)
    })
}

/// A source, a label in it or everywhere, or a turn by its id.
fn words_of(study: &Study, arguments: &AssignArguments) -> Result<Assignment, Stop> {
    let what = arguments.what.as_str();
    if let Some(label) = &arguments.label {
        let source = (what != "all").then(|| lookup::source(study, what)).transpose()?;
        return Ok(Assignment::Label { source, label: label.clone() });
    }
    let known = |id: &TurnId| study.turns.iter().any(|turns| turns.iter().any(|turn| turn.id == *id));
    if let Some(turn) = what.parse::<TurnId>().ok().filter(known) {
        return Ok(Assignment::Turns(vec![turn]));
    }
    Ok(Assignment::Source(lookup::source(study, what)?))
}

/// What a listing says of an informant beside the usual.
#[derive(Serialize)]
pub(crate) struct More<'a> {
    pseudonym: &'a str,
    consent: Option<&'static str>,
    consent_date: Option<String>,
    scope: Scope,
    assent: Option<bool>,
    guardian: &'a str,
    lacks_guardian: bool,
    withdrawn: Option<String>,
    turns: usize,
    locked_segments: usize,
    attributes: BTreeMap<&'a str, Option<&'a str>>,
}

#[derive(Serialize)]
struct Scope {
    record: Option<bool>,
    quote: Option<bool>,
    show: Option<bool>,
    archive: Option<bool>,
}

impl<'a> More<'a> {
    /// Of an informant, as a place in the study.
    pub fn of(study: &'a Study, at: u32, informant: &'a Informant) -> Self {
        let consent = &informant.consent;
        let crate::domain::Scope { record, quote, show, archive } = consent.scope;
        let own = study.attributes.iter().filter(|attribute| attribute.host == AttributeHost::Informant);
        let value = |id| study.value_of(id, AttributeOf::Informant(informant.id));
        Self {
            pseudonym: &informant.pseudonym,
            consent: consent.kind.map(ConsentKind::key),
            consent_date: consent.date.map(|date| date.to_string()),
            scope: Scope { record, quote, show, archive },
            assent: consent.assent,
            guardian: &consent.guardian,
            lacks_guardian: informant.lacks_guardian(),
            withdrawn: consent.withdrawn.map(written),
            turns: study.turns_of(informant.id).count(),
            locked_segments: study
                .locked
                .segments
                .values()
                .filter(|entry| entry.voice.informants.contains(&at))
                .count(),
            attributes: own.map(|attribute| (attribute.name.as_str(), value(attribute.id))).collect(),
        }
    }
}
