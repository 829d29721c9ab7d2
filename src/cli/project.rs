//! `project`: what the project says about itself is shown, or set in one step.

use super::args::ProjectArguments;
use super::change::what_happened;
use super::json;
use super::say::{Done, Terminal};
use super::session;
use crate::analysis::Study;
use crate::domain::Message;
use crate::export::Nothing;
use crate::project::ProjectFacts;
use serde::Serialize;

#[derive(Serialize)]
struct About<'a> {
    title: &'a str,
    school: &'a str,
    researcher: &'a str,
    student_number: &'a str,
    supervisor: &'a str,
    citation: &'a str,
    citation_example: Option<String>,
    language: &'a str,
}

impl<'a> About<'a> {
    fn of(study: &'a Study) -> Self {
        let project = &study.project;
        Self {
            title: &project.title,
            school: &project.school,
            researcher: &project.researcher,
            student_number: &project.student_number,
            supervisor: &project.supervisor,
            citation: &project.citation,
            citation_example: study.citation_example(&project.citation),
            language: project.language.key(),
        }
    }
}

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: ProjectArguments) -> Done {
    let ProjectArguments { project, title, school, researcher, student_number, supervisor, citation, json, take_over } =
        arguments;
    let facts = ProjectFacts { title, school, researcher, student_number, supervisor, citation, language: None };
    if facts.is_empty() {
        return session::ask(terminal, &project, |terminal, project| shown(terminal, &project.study(), json));
    }
    session::change(terminal, &project, take_over, |terminal, project| {
        let landed = project.set_project(&facts)?;
        if json { shown(terminal, &project.study(), json) } else { what_happened(terminal, &landed) }
    })
}

fn shown(terminal: &mut Terminal<'_>, study: &Study, json: bool) -> Done {
    let item = About::of(study);
    if json {
        return json::answer(terminal, "project", study, Nothing {}, &[item]);
    }
    let rows = [
        ("identity-title", item.title),
        ("identity-school", item.school),
        ("identity-researcher", item.researcher),
        ("identity-student-number", item.student_number),
        ("identity-supervisor", item.supervisor),
        ("identity-citation", item.citation),
        ("identity-example", item.citation_example.as_deref().unwrap_or_default()),
    ];
    for (key, value) in rows {
        let name = terminal.catalog.text(key);
        let value = if value.is_empty() { "–" } else { value };
        terminal.say(&Message::new("cli-project-fact").with("name", name).with("value", value))?;
    }
    Ok(())
}
