//! The codes that the chosen one is easily confused with, each with the rule and an example that tell them apart.

use super::fields::Typed;
use crate::analysis::lookup;
use crate::app::commands::{Commands, Request};
use crate::app::fault::Fault;
use crate::app::icons;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui, text_area_ui};
use crate::domain::{CodeId, ConfusingPair, Message};
use eframe::egui::{Align, Layout, Ui};

/// A pair being written.
struct Written {
    other: CodeId,
    rule: Typed,
    example: Typed,
}

/// The pairs of the chosen code.
#[derive(Default)]
pub(super) struct Pairs {
    code: Option<CodeId>,
    written: Vec<Written>,
    /// The name of a code that is to be added.
    name: String,
}

impl Pairs {
    pub(super) fn turn_to(&mut self, view: &View<'_>, code: CodeId, commands: &mut Commands) {
        if self.code != Some(code) {
            self.send(commands);
            *self = Self { code: Some(code), ..Self::default() };
        }
        let there: Vec<(CodeId, &ConfusingPair)> = view
            .study
            .confusing_pairs
            .iter()
            .filter_map(|pair| match pair {
                pair if pair.a == code => Some((pair.b, pair)),
                pair if pair.b == code => Some((pair.a, pair)),
                _ => None,
            })
            .collect();
        self.written.retain(|written| there.iter().any(|(other, _)| *other == written.other));
        for (other, pair) in there {
            match self.written.iter_mut().find(|written| written.other == other) {
                Some(written) => {
                    written.rule.follow(&pair.rule);
                    written.example.follow(&pair.example);
                }
                None => {
                    let mut written = Written { other, rule: Typed::default(), example: Typed::default() };
                    written.rule.turn_to(&pair.rule);
                    written.example.turn_to(&pair.example);
                    self.written.push(written);
                }
            }
        }
    }

    pub(super) fn send(&mut self, commands: &mut Commands) {
        let Some(a) = self.code else { return };
        for written in &mut self.written {
            if written.rule.take().is_some() | written.example.take().is_some() {
                let (rule, example) = (written.rule.text.clone(), written.example.text.clone());
                let pair = ConfusingPair { a, b: written.other, rule, example };
                commands.send(Request::change(move |project| project.set_confusing_pair(&pair)));
            }
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, code: CodeId, commands: &mut Commands) {
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&view.text("codebook-pairs"), type_scale::STRONG, theme.text));
        let mut is_left = false;
        for written in &mut self.written {
            let Some(other) = view.study.code(written.other) else { continue };
            ui.push_id(other.id, |ui| {
                ui.horizontal(|ui| {
                    label_ui(ui, Words::of(&other.full_name(), type_scale::BODY, theme.text));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let message = Message::new("codebook-pair-remove").with("code", other.label());
                        let remove = view.say(&message);
                        let button = Button::icon_only(icons::X, &remove).small().enabled(!view.is_read_only);
                        if button.ui(ui).clicked() {
                            let b = other.id;
                            commands.send(Request::change(move |project| project.remove_confusing_pair(code, b)));
                        }
                    });
                });
                let labels = ["codebook-pair-rule", "codebook-pair-example"];
                let [rule, example] = labels.map(|key| view.say(&Message::new(key).with("code", other.label())));
                ui.add_enabled_ui(!view.is_read_only, |ui| {
                    is_left |= text_area_ui(ui, &rule, &mut written.rule.text, "", 2).lost_focus();
                    is_left |= text_area_ui(ui, &example, &mut written.example.text, "", 2).lost_focus();
                });
            });
            ui.add_space(space::S);
        }
        if is_left {
            self.send(commands);
        }
        if !view.is_read_only {
            self.add_ui(ui, view, code, commands);
        }
        ui.add_space(space::M);
    }

    fn add_ui(&mut self, ui: &mut Ui, view: &View<'_>, code: CodeId, commands: &mut Commands) {
        let label = view.text("codebook-pair-add");
        let response = field_ui(ui, &label, &mut self.name, &view.text("codebook-pair-hint"));
        if !response.lost_focus() || self.name.trim().is_empty() {
            return;
        }
        match lookup::code(view.study, self.name.trim()) {
            Ok(other) => {
                self.name.clear();
                let pair = ConfusingPair { a: code, b: other, rule: String::new(), example: String::new() };
                if !self.written.iter().any(|written| written.other == other) {
                    commands.send(Request::change(move |project| project.set_confusing_pair(&pair)));
                }
            }
            Err(error) => commands.send(Request::Fail(Fault::of(&error))),
        }
    }
}
