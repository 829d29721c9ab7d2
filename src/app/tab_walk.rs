//! Every place by Tab alone: whatever can be used is come to, has a name, shows that it has the focus, and the focus is
//! never lost on the way.

use super::App;
use super::command::Command;
use super::commands::Request;
use super::first_steps::FirstSteps;
use super::picture::is_used;
use super::place::PlaceKind;
use super::settings::{Settings, ThemeChoice};
use super::theme::Theme;
use super::walk::{WIDE, open_sample_with, recents, settings, settle, window};
use crate::analysis::Axis;
use eframe::egui::accesskit::Action;
use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Color32, Key, Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeMap;

/// More than any place has.
const MOST: usize = 400;

/// Whether something is outlined in a colour.
fn is_outlined(shape: &Shape, colour: Color32) -> bool {
    match shape {
        Shape::Vec(shapes) => shapes.iter().any(|shape| is_outlined(shape, colour)),
        Shape::Rect(rect) => rect.stroke.width >= 1.5 && rect.stroke.color == colour,
        Shape::LineSegment { stroke, .. } => stroke.width >= 1.5 && stroke.color == colour,
        _ => false,
    }
}

/// Walks until Tab comes round; what is wrong on the way, each as a sentence.
fn walk(harness: &mut Harness<'_, App>, place: &str, is_form: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut first, mut rounds) = (None, 0);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for step in 0..MOST {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        let focused = harness.root().children_recursive().find(|node| node.is_focused());
        let Some(node) = focused.filter(|node| node.accesskit_node().id() != harness.root().accesskit_node().id())
        else {
            wrong.push(format!("{place}: nothing has the focus after {step} steps, last {:?}", seen.values().last()));
            break;
        };
        let found = node.accesskit_node();
        let name = found.label().or_else(|| found.value()).unwrap_or_default();
        if name.trim().is_empty() {
            wrong.push(format!("{place}: {:?} at {:?} has no name", found.role(), node.rect()));
        }
        let colour = Theme::get(harness.ctx.global_style().visuals.dark_mode).focus;
        let mut shapes = harness.output().shapes.iter().map(|ClippedShape { shape, .. }| shape);
        if !shapes.any(|shape| is_outlined(shape, colour)) {
            wrong.push(format!("{place}: {name:?} ({:?}) does not show its focus", found.role()));
        }
        let id = format!("{:?}", found.id());
        rounds += usize::from(first.get_or_insert_with(|| id.clone()) == &id);
        seen.insert(id, name);
        // What the focus brings to light (the details of a row) is come to in the second round.
        if rounds > 2 {
            break;
        }
    }
    if is_form {
        // What lies below a form is out of reach, as it should be.
        return wrong;
    }
    for node in harness.root().children_recursive() {
        let found = node.accesskit_node();
        // A cell of the board is come to by the arrow keys, once the board has the focus.
        let is_roving = found.role() == Role::Cell && seen.values().any(|name| name.contains(':'));
        let can_focus = found.data().supports_action(Action::Focus);
        let is_there = is_used(found.role()) && can_focus && !found.is_disabled() && !is_roving;
        if is_there && !seen.contains_key(&format!("{:?}", found.id())) {
            wrong.push(format!("{place}: {:?} {:?} is not come to", found.role(), found.label()));
        }
    }
    wrong
}

#[test]
fn every_place_is_walked_by_tab() {
    let mut harness = open_sample_with(Settings { first_steps: FirstSteps::default(), ..settings(ThemeChoice::Light) });
    let mut wrong = Vec::new();
    for place in PlaceKind::ALL {
        harness.state_mut().commands.send(Request::Go(place));
        harness.run_steps(2);
        settle(&mut harness);
        harness.state_mut().now.said = None;
        harness.run_steps(2);
        wrong.extend(walk(&mut harness, place.key(), false));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_of_a_role_is_walked_by_tab() {
    let mut harness = open_sample_with(settings(ThemeChoice::Light));
    let session = harness.state().session.as_ref().expect("an open study");
    let study = &session.facts.snapshot.study;
    let role = study.codes.iter().find(|code| code.short == "SUP").expect("a role").id;
    harness.state_mut().commands.send(Request::ShowRole(role, Axis::Group));
    harness.run_steps(2);
    settle(&mut harness);
    harness.state_mut().now.said = None;
    harness.run_steps(2);
    let mut wrong = walk(&mut harness, "role", false);
    // The findings in the place of the ladder, one of them unfolded.
    for label in ["Temuan 1", "Hasil supervisi belum dibahas bersama guru."] {
        harness.get_by_label(label).click_accesskit();
        harness.run_steps(3);
    }
    wrong.extend(walk(&mut harness, "findings of a role", false));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_page_and_the_forms_are_walked_by_tab() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(Settings { recent: recents(folder.path()), ..settings(ThemeChoice::Dark) }, WIDE);
    settle(&mut harness);
    let mut wrong = walk(&mut harness, "welcome", false);
    for command in [Command::NewProject, Command::Keys, Command::Help, Command::Notices] {
        harness.state_mut().commands.run(command);
        harness.run_steps(4);
        wrong.extend(walk(&mut harness, command.label(), true));
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        harness.key_press(Key::Escape);
        harness.run_steps(3);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_menu_of_the_project_is_opened_and_picked_from_by_keys() {
    let mut harness = open_sample_with(settings(ThemeChoice::Light));
    let title = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.project.title.clone());
    harness.get_by_label(&title.expect("an open study")).focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.get_by_label("Proyek baru…").is_focused(), "the first entry has the focus");
    harness.get_by_label("Riwayat").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::History));
}
