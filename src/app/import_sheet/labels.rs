//! The labels of the chosen file and whose they are; what is decided holds for all files of the sheet and is
//! remembered for the next import.

use super::ImportSheet;
use super::facts::part_ui;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, caret, field_ui, focus_ring};
use crate::domain::{Message, TurnKind};
use crate::import::ParsedLabel;
use eframe::egui::{Align, ComboBox, Key, Layout, PopupCloseBehavior, Ui, vec2};

/// What a label may stand for.
#[derive(Clone, PartialEq, Eq)]
enum Who {
    Undecided,
    Informant(String),
    Kind(TurnKind),
    Nobody,
}

impl Who {
    fn words(&self, view: &View<'_>) -> String {
        match self {
            Self::Undecided => view.text("sheet-undecided"),
            Self::Informant(code) => code.clone(),
            Self::Kind(TurnKind::Question) => view.text("sheet-researcher"),
            Self::Kind(_) => view.text("sheet-other"),
            Self::Nobody => view.text("sheet-nobody"),
        }
    }
}

/// Draws the table.
pub(super) fn labels_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let Some(seen) = sheet.files[at].seen() else { return };
    if seen.labels.is_empty() {
        return;
    }
    part_ui(ui, &view.text("sheet-labels"), &view.text("sheet-labels-note"));
    let mut codes: Vec<String> = sheet
        .files
        .iter()
        .filter_map(|file| file.seen())
        .flat_map(|seen| seen.parsed.speakers.iter().map(|speaker| speaker.code.clone()))
        .chain(view.study.informants.iter().map(|informant| informant.code.clone()))
        .collect();
    codes.sort();
    codes.dedup();
    let rows: Vec<(String, String, Who)> = seen
        .labels
        .iter()
        .map(|label| {
            let count = Message::new("sheet-label-count").with("turns", label.turns).with("words", label.words);
            let facts = format!("{}: {}", view.say(&count), label.example);
            (label.label.clone(), facts, who(sheet, label))
        })
        .collect();
    let mut decided = None;
    for (label, facts, who) in &rows {
        if let Some(new) = label_row_ui(ui, view, (label, facts), who, &codes, &mut sheet.new_code) {
            decided = Some((label.clone(), new));
        }
    }
    if let Some((label, who)) = decided {
        match who {
            Who::Undecided => {}
            Who::Informant(code) => sheet.decide(&label, TurnKind::Speech, Some(&code)),
            Who::Kind(kind) => sheet.decide(&label, kind, None),
            Who::Nobody => sheet.decide(&label, TurnKind::Speech, None),
        }
    }
}

/// What a label stands for as things are: what was decided, else what was found.
fn who(sheet: &ImportSheet, label: &ParsedLabel) -> Who {
    let rule = sheet.remembered.iter().chain(&sheet.rules).rev().find(|rule| rule.is_about(&label.label));
    match (rule, label.kind) {
        (Some(rule), _) if rule.is_of_nobody() => Who::Nobody,
        (Some(rule), _) => rule.informant.clone().map_or(Who::Kind(rule.kind), Who::Informant),
        (None, None) => Who::Undecided,
        (None, Some(kind)) => label.informant.clone().map_or(Who::Kind(kind), Who::Informant),
    }
}

fn label_row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (label, facts): (&str, &str),
    who: &Who,
    codes: &[String],
    new_code: &mut String,
) -> Option<Who> {
    let theme = Theme::of(ui);
    let mut chosen = who.clone();
    let wide = ui.available_width();
    ui.allocate_ui_with_layout(vec2(wide, measure::BUTTON_SMALL), Layout::left_to_right(Align::Center), |ui| {
        let words = Words::of(label, type_scale::STRONG, theme.text);
        let room = wide - measure::SHEET_WHO - space::XS;
        let galley = words.within(ui.painter(), room, 1);
        let (rect, response) = ui.allocate_exact_size(vec2(room, galley.size().y), eframe::egui::Sense::hover());
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, label));
        ui.painter().galley(rect.min, galley, theme.text);
        let combo = ComboBox::from_id_salt(("sheet-label", label))
            .width(measure::SHEET_WHO - space::XS)
            .truncate()
            .icon(caret)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = combo.selected_text(who.words(view)).show_ui(ui, |ui| {
            let others = [Who::Kind(TurnKind::Question), Who::Kind(TurnKind::Other), Who::Nobody];
            for one in codes.iter().cloned().map(Who::Informant).chain(others) {
                let words = one.words(view);
                if ui.selectable_value(&mut chosen, one, words).clicked() {
                    ui.close();
                }
            }
            let field = field_ui(ui, &view.text("sheet-new-code"), new_code, "");
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if is_entered && !new_code.trim().is_empty() {
                chosen = Who::Informant(std::mem::take(new_code).trim().to_owned());
                ui.close();
            }
        });
        focus_ring(ui, &shown.response, shown.response.rect, radius::CONTROL);
        shown.response.labelled_by(response.id);
    });
    let galley = Words::of(facts, type_scale::CAPTION, theme.text3).within(ui.painter(), wide, 1);
    ui.add_space(-space::XS);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, galley.size().y), eframe::egui::Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, facts));
    ui.painter().galley(rect.min, galley, theme.text3);
    (chosen != *who).then_some(chosen)
}
