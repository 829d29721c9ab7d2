//! The informants of the chosen file: description, group, standing, and whether it is a child.

use super::ImportSheet;
use super::facts::part_ui;
use crate::app::theme::space;
use crate::app::view::View;
use crate::app::widgets::{checkbox_ui, choice_ui, field_ui, labelled_ui};
use crate::domain::{Message, Standing};
use crate::import::ParsedSpeaker;
use eframe::egui::Ui;

/// Draws them; a change holds for all files of the sheet.
pub(super) fn people_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let Some(seen) = sheet.files[at].seen() else { return };
    let speakers: Vec<ParsedSpeaker> = seen.parsed.speakers.iter().map(|speaker| known(view, speaker)).collect();
    if speakers.is_empty() {
        return;
    }
    part_ui(ui, &view.text("sheet-informants"), "");
    for proposed in speakers {
        let before = sheet.people.get(&proposed.code).cloned().unwrap_or(proposed);
        let mut person = before.clone();
        ui.push_id(("sheet-person", &before.code), |ui| person_ui(ui, view, &mut person));
        if person != before {
            sheet.people.insert(person.code.clone(), person);
        }
        ui.add_space(space::XXS);
    }
}

/// What is known already of a speaker stands before what the file proposes.
fn known(view: &View<'_>, speaker: &ParsedSpeaker) -> ParsedSpeaker {
    let Some(place) = view.study.informants.iter().position(|informant| informant.code == speaker.code) else {
        return speaker.clone();
    };
    let informant = &view.study.informants[place];
    let group = view.study.informant_groups[place].and_then(|group| view.study.groups.get(group as usize));
    ParsedSpeaker {
        code: speaker.code.clone(),
        description: match informant.description.as_str() {
            "" => speaker.description.clone(),
            description => description.to_owned(),
        },
        group: group.map(|group| group.key.clone()).or_else(|| speaker.group.clone()),
        standing: informant.standing,
        is_child: informant.is_child,
    }
}

fn person_ui(ui: &mut Ui, view: &View<'_>, person: &mut ParsedSpeaker) {
    let name = Message::new("sheet-person").with("code", person.code.as_str());
    field_ui(ui, &view.say(&name), &mut person.description, &view.text("sheet-person-hint"));
    let groups = &view.study.groups;
    let none = view.text("sheet-no-group");
    let named = groups.iter().map(|group| (Some(group.key.clone()), group.name.clone()));
    let choices: Vec<_> = [(None, none)].into_iter().chain(named).collect();
    let name = view.text("data-column-groups");
    labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut person.group, &choices));
    ui.horizontal(|ui| {
        let mut is_key = person.standing == Standing::Key;
        if checkbox_ui(ui, &mut is_key, &view.text("sheet-key")).changed() {
            person.standing = if is_key { Standing::Key } else { Standing::Additional };
        }
        ui.add_space(space::S);
        checkbox_ui(ui, &mut person.is_child, &view.text("sheet-child"));
    });
}
