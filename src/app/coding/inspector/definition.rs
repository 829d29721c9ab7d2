//! What a code means: on a page of its own where nothing is chosen, or within the card of a coding.

use crate::app::theme::{Theme, TypeStep, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::{Code, Message};
use eframe::egui::Ui;

/// A page of its own: the code's names, and all there is to know.
pub(super) fn page_ui(ui: &mut Ui, view: &View<'_>, code: &Code) {
    let theme = Theme::of(ui);
    let heading = format!("{}  {}", code.short, code.name);
    label_ui(ui, Words::of(heading.trim(), type_scale::HEADING, theme.text));
    ui.add_space(space::XS);
    body_ui(ui, view, code, type_scale::BODY);
    ui.add_space(space::M);
    label_ui(ui, Words::of(&view.text("coding-apply-hint"), type_scale::SMALL, theme.text3));
    ui.add_space(space::M);
}

/// Definition, one-line test, what counts and what does not, examples; a sentence where none of it is written.
pub(in crate::app) fn body_ui(ui: &mut Ui, view: &View<'_>, code: &Code, step: TypeStep) {
    let theme = Theme::of(ui);
    let lists =
        [("coding-counts", &code.counts), ("coding-counts-not", &code.counts_not), ("coding-examples", &code.examples)];
    if code.definition.is_empty() && code.test.is_empty() && lists.iter().all(|(_, list)| list.is_empty()) {
        label_ui(ui, Words::of(&view.text("coding-undefined"), step, theme.text3));
        return;
    }
    if !code.definition.is_empty() {
        label_ui(ui, Words::of(&code.definition, step, theme.text));
    }
    if !code.test.is_empty() {
        ui.add_space(space::XS);
        let test = view.say(&Message::new("coding-test").with("test", code.test.as_str()));
        label_ui(ui, Words::of(&test, step, theme.text2));
    }
    for (key, list) in lists {
        if list.is_empty() {
            continue;
        }
        ui.add_space(space::S);
        label_ui(ui, Words::of(&view.text(key), step.strong(), theme.text));
        for item in list {
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(item, step, theme.text2));
        }
    }
}
