//! The chosen file in the middle of the sheet: what it would be called, how it was collected, in which encoding it
//! is read, and below that its speakers.

use super::{ImportSheet, State, labels, people, questions, recorded, version};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, choice_ui, field_ui, icon_at, label_ui, labelled_ui, segmented_ui};
use crate::domain::{Message, Technique};
use crate::import::Encoding;
use eframe::egui::{CornerRadius, Frame, ScrollArea, Sense, Ui, vec2};

/// Draws the facts of the chosen file.
pub(super) fn facts_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>) {
    let at = sheet.chosen;
    if at >= sheet.files.len() {
        return;
    }
    ScrollArea::vertical().id_salt(("sheet-facts", at)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add_space(space::XXS);
        ui.set_width(ui.available_width() - space::XS);
        let theme = Theme::of(ui);
        let file = &sheet.files[at];
        let head = Message::new("sheet-file").with("name", file.file.as_str()).with("kb", file.size.div_ceil(1024));
        label_ui(ui, Words::of(&view.say(&head), type_scale::SMALL, theme.text3));
        if let Some(objection) = sheet.objection(view, at) {
            box_ui(ui, &view.say(&objection), true);
        }
        version::version_ui(ui, sheet, view, at);
        encoding_ui(ui, sheet, view, at);
        if sheet.files[at].corrects().is_some() {
            // Its facts are the source's, and stay.
            ui.add_space(space::S);
            return;
        }
        let file = &mut sheet.files[at];
        if let State::Seen(seen) = &file.state {
            let warnings: Vec<String> = seen.parsed.warnings.iter().map(|warning| view.say(warning)).collect();
            for warning in warnings {
                box_ui(ui, &warning, false);
            }
            if field_ui(ui, &view.text("sheet-name"), &mut file.name.text, "").changed() {
                file.name.is_touched = true;
            }
            technique_ui(ui, sheet, view, at);
            let file = &mut sheet.files[at];
            if field_ui(ui, &view.text("sheet-date"), &mut file.date.text, &view.text("sheet-date-hint")).changed() {
                file.date.is_touched = true;
            }
            if field_ui(ui, &view.text("data-column-place"), &mut file.place.text, "").changed() {
                file.place.is_touched = true;
            }
            let (words, tip) = (view.text("sheet-for-all"), view.text("sheet-for-all.tip"));
            if sheet.files.len() > 1 && Button::link(&words).small_words().tip(&tip).ui(ui).clicked() {
                for_all(sheet, at);
            }
            recorded::recorded_ui(ui, sheet, view, at);
            questions::questions_ui(ui, sheet, view, at);
            people::people_ui(ui, sheet, view, at);
            labels::labels_ui(ui, sheet, view, at);
        }
        ui.add_space(space::S);
    });
}

/// Technique, date and place of one file for all of them.
fn for_all(sheet: &mut ImportSheet, from: usize) {
    let technique = sheet.files[from].technique();
    let (date, place) = (sheet.files[from].date.text.clone(), sheet.files[from].place.text.clone());
    for at in 0..sheet.files.len() {
        let file = &mut sheet.files[at];
        for (typed, text) in [(&mut file.date, &date), (&mut file.place, &place)] {
            if typed.text != *text {
                typed.text.clone_from(text);
                typed.is_touched = true;
            }
        }
        if file.technique() != technique {
            file.technique = technique;
            sheet.ask(at);
        }
    }
}

fn technique_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let theme = Theme::of(ui);
    let name = view.text("data-column-technique");
    label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
    let words = Technique::ALL.map(|technique| view.text(&format!("technique-{technique}")));
    let choices: Vec<_> =
        Technique::ALL.into_iter().zip(&words).map(|(technique, words)| (technique, None, words.as_str())).collect();
    let Some(chosen) = sheet.files[at].technique() else { return };
    if let Some(picked) = segmented_ui(ui, &name, chosen, &choices) {
        sheet.files[at].technique = Some(picked);
        sheet.ask(at);
    }
}

fn encoding_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let file = &sheet.files[at];
    // A document says itself how its letters are stored.
    if file.path.is_none() || !file.may_choose_encoding() {
        return;
    }
    let found = file.seen().map(|seen| (seen.parsed.encoding.name(), seen.parsed.is_encoding_certain));
    let proposed = match (file.encoding, found) {
        (None, Some((found, true))) => view.say(&Message::new("sheet-encoding-found").with("encoding", found)),
        (None, Some((found, false))) => view.say(&Message::new("sheet-encoding-guessed").with("encoding", found)),
        _ => view.text("sheet-encoding-find"),
    };
    let mut chosen = file.encoding;
    let offered = Encoding::offered().map(|encoding| (Some(encoding), view.say(&encoding.say())));
    let choices: Vec<_> = [(None, proposed)].into_iter().chain(offered).collect();
    let name = view.text("sheet-encoding");
    if labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut chosen, &choices)) {
        sheet.files[at].encoding = chosen;
        sheet.ask(at);
    }
}

/// A sentence that needs a look, on its own ground.
pub(super) fn box_ui(ui: &mut Ui, words: &str, is_refusal: bool) {
    let theme = Theme::of(ui);
    let pair = if is_refusal { theme.dissonance } else { theme.partial };
    Frame::new().fill(pair.fill).corner_radius(CornerRadius::same(radius::CONTROL)).inner_margin(space::XS).show(
        ui,
        |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let (rect, _) =
                    ui.allocate_exact_size(vec2(measure::ICON, measure::ICON + stroke::FOCUS), Sense::hover());
                icon_at(ui.painter(), rect.center(), icons::WARNING, measure::ICON, pair.text);
                ui.vertical(|ui| label_ui(ui, Words::of(words, type_scale::SMALL, pair.text)));
            });
        },
    );
}

/// A heading within the facts.
pub(super) fn part_ui(ui: &mut Ui, words: &str, note: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::S);
    label_ui(ui, Words::of(words, type_scale::STRONG, theme.text));
    if !note.is_empty() {
        ui.add_space(-space::XXS);
        label_ui(ui, Words::of(note, type_scale::CAPTION, theme.text3));
    }
}
