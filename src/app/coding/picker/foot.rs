//! The foot of the picker: which keys do what, said of the row at hand.

use super::list::Row;
use super::{Deed, Picker};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, keycap_ui, label_ui};
use crate::domain::Message;
use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

pub(super) fn foot_ui(ui: &mut Ui, view: &View<'_>, picker: &Picker, deed: Option<&Deed>) {
    let theme = Theme::of(ui);
    let inner = ui.max_rect().shrink2(vec2(space::M, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut rows: Vec<(String, String)> = Vec::new();
    let is_code = matches!(picker.row(), Some(Row::Code(_)));
    if view.is_read_only {
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
            label_ui(ui, Words::of(&view.text("picker-read-only"), type_scale::SMALL, theme.text2));
        });
        return;
    }
    if let Some(deed) = deed {
        let enter = match deed {
            Deed::Apply(codes) if !picker.marked.is_empty() => Message::new("picker-apply-many").with("n", codes.len()),
            Deed::Apply(_) => Message::new("coding-picker-apply"),
            Deed::Remove(_) => Message::new("picker-remove"),
            Deed::Direct(..) => Message::new("picker-direct"),
            Deed::Make(_) => Message::new("picker-make-apply"),
            Deed::Emaslim => Message::new("codebook-take-emaslim"),
        };
        rows.push(("Enter".to_owned(), view.say(&enter)));
    }
    if is_code {
        rows.push((view.text("picker-mark-key"), view.text("picker-mark")));
    }
    let takes = |code: u32| view.study.codes.get(code as usize).is_some_and(|code| code.kind.takes_direction());
    if picker.code().is_some_and(takes) {
        rows.push(("Ctrl D".to_owned(), view.text("picker-direction")));
    }
    rows.push(("Esc".to_owned(), view.text("coding-picker-cancel")));
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        for (key, words) in rows {
            keycap_ui(ui, &key);
            label_ui(ui, Words::of(&words, type_scale::SMALL, theme.text2));
            ui.add_space(space::M);
        }
    });
}
