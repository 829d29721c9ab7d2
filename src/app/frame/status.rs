//! The status line: the facts of the place at the left, what was done last in the middle, or what a key does where the
//! keyboard stands, at the right whether all is saved or what went wrong.

use crate::app::UNSAID;
use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::import_sheet::ReportPane;
use crate::app::place::Hint;
use crate::app::rescue;
use crate::app::session::{Link, Now, Said};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, icon_at, keycap_ui};
use crate::domain::Message;
use eframe::egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// What a key has round its letters, in points.
const KEYCAP: f32 = 10.0;

/// Draws the line.
pub(super) fn status_ui(
    ui: &mut Ui,
    view: &View<'_>,
    now: &Now,
    (facts, hint): (&str, Option<&Hint>),
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let rect = ui.max_rect();
    hairline_h(ui.painter(), rect.x_range(), rect.top() + 0.5, theme.line);
    let inner = rect.shrink2(vec2(space::M, 0.0));
    let third = inner.width() / 3.0;
    let part = |left: f32, width: f32| Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
    let (left, right) = if now.fault.is_some() {
        (part(inner.left(), third), part(inner.left() + third, 2.0 * third))
    } else {
        // Where nothing stands in the middle, the facts may have its room.
        let is_quiet = now.busy.is_none() && now.said.is_none() && hint.is_none();
        let left = if is_quiet { inner.width() - third - space::M } else { third - 60.0 - space::XS };
        (part(inner.left(), left), part(inner.right() - third, third))
    };
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)), |ui| {
        line_ui(ui, facts, theme.text3);
    });
    if now.fault.is_none() {
        let middle = part(inner.left() + third - 60.0, third + 120.0);
        match hint.filter(|_| now.busy.is_none() && now.said.is_none()) {
            Some(hint) => hint_ui(ui, hint, middle),
            None => middle_ui(ui, view, now, middle, commands),
        }
    }
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::right_to_left(Align::Center)), |ui| {
        saved_ui(ui, view, now, commands);
    });
}

/// One line of small words, cut at the width there is.
fn line_ui(ui: &mut Ui, words: &str, colour: Color32) {
    if words.is_empty() {
        return;
    }
    let galley = Words::of(words, type_scale::SMALL, colour).within(ui.painter(), ui.available_width(), 1);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    let is_cut = galley.elided;
    ui.painter().galley(rect.min, galley, colour);
    if is_cut {
        response.on_hover_text(words);
    }
}

fn middle_ui(ui: &mut Ui, view: &View<'_>, now: &Now, room: Rect, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let (sentence, link) = match (&now.busy, &now.said) {
        (Some((busy, _)), _) if busy.total > 0 => {
            let far = busy.sentence.clone().with("done", busy.done).with("total", busy.total);
            let far = far.with("what", busy.what.as_str()).with("percent", busy.thousandths.unwrap_or(0) / 10);
            (view.say(&far), Some("status-cancel"))
        }
        (Some((busy, _)), _) => (
            view.say(&busy.sentence.clone().with("done", 0).with("total", 0).with("what", "").with("percent", 0)),
            Some("status-cancel"),
        ),
        (None, Some(said)) => (view.say(&said.sentence), link_key(said, view)),
        (None, None) => return,
    };
    let link_words = link.map(|key| view.text(key));
    // Measured first: the sentence and its link stand in the middle together.
    let link_width = link_words
        .as_ref()
        .map_or(0.0, |words| Words::of(words, type_scale::SMALL, theme.text).row(ui.painter()).size().x + space::XS);
    let galley =
        Words::of(&sentence, type_scale::SMALL, theme.text2).within(ui.painter(), room.width() - link_width, 1);
    let start = room.center().x - (galley.size().x + link_width) / 2.0;
    let rect = Rect::from_min_size(pos2(start.round(), room.top()), vec2(room.right() - start, room.height()));
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (place, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &sentence));
        ui.painter().galley(place.min, galley, theme.text2);
        response.on_hover_text(&sentence);
        if let Some(words) = link_words
            && Button::link(&words).small_words().ui(ui).clicked()
        {
            follow(now, commands);
        }
    });
}

/// A key and what it does, in the middle together.
fn hint_ui(ui: &mut Ui, hint: &Hint, room: Rect) {
    let theme = Theme::of(ui);
    let width = |words: &str, step| Words::of(words, step, theme.text2).row(ui.painter()).size().x;
    let whole = width(&hint.key, type_scale::CAPTION) + KEYCAP + space::XS + width(&hint.words, type_scale::SMALL);
    let left = (room.center().x - whole / 2.0).max(room.left()).round();
    let rect = Rect::from_min_max(pos2(left, room.top()), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        keycap_ui(ui, &hint.key);
        line_ui(ui, &hint.words, theme.text2);
    });
}

fn link_key(said: &Said, view: &View<'_>) -> Option<&'static str> {
    match &said.link {
        Some(Link::Undo) if Command::Undo.is_enabled(Some(view)) => Some("command-undo"),
        Some(Link::Redo) if Command::Redo.is_enabled(Some(view)) => Some("command-redo"),
        Some(Link::SaveCopy) if Command::SaveCopy.is_enabled(Some(view)) => Some(Command::SaveCopy.label()),
        Some(Link::Details(_) | Link::Import(_)) => Some("status-details"),
        Some(Link::Wish(words, _)) => Some(words),
        _ => None,
    }
}

fn follow(now: &Now, commands: &mut Commands) {
    if now.busy.is_some() {
        return commands.send(Request::Cancel);
    }
    match now.said.as_ref().and_then(|said| said.link.as_ref()) {
        Some(Link::Undo) => commands.run(Command::Undo),
        Some(Link::Redo) => commands.run(Command::Redo),
        Some(Link::SaveCopy) => commands.run(Command::SaveCopy),
        Some(Link::Details(_)) => commands.send(Request::Details),
        Some(Link::Import(report)) => commands.send(Request::Lay(Box::new(ReportPane::new(report.clone())))),
        Some(Link::Wish(_, wish)) => commands.send(wish()),
        None => {}
    }
}

fn saved_ui(ui: &mut Ui, view: &View<'_>, now: &Now, commands: &mut Commands) {
    let theme = Theme::of(ui);
    notices_ui(ui, view, now, commands);
    if let Some(fault) = &now.fault {
        rescue::offer_ui(ui, now, commands);
        if Button::link(&view.text("status-details")).small_words().ui(ui).clicked() {
            commands.send(Request::Details);
        }
        let sentence = view.say(&fault.sentence);
        line_ui(ui, &sentence, theme.dissonance.text);
        let (rect, _) = ui.allocate_exact_size(vec2(measure::ICON, measure::ICON), Sense::hover());
        icon_at(ui.painter(), rect.center(), icons::WARNING, 14.0, theme.dissonance.text);
    } else {
        let is_saving = now.unsaved_since.is_some_and(|since| since.elapsed() > UNSAID);
        let key = match (view.is_read_only, is_saving) {
            (true, _) => "status-read-only",
            (false, true) => "status-saving",
            (false, false) => "status-saved",
        };
        let words = view.text(key);
        line_ui(ui, &words, theme.text3);
        if !view.is_read_only && !is_saving {
            ui.spacing_mut().item_spacing.x = space::XXS;
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            icon_at(ui.painter(), rect.center(), icons::CHECK, 13.0, theme.text3);
        }
    }
}

/// Leads to the list of notices, with how many are unread.
fn notices_ui(ui: &mut Ui, view: &View<'_>, now: &Now, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let unread = now.notices.unread();
    let name = match unread {
        0 => view.text(Command::Notices.label()),
        n => view.say(&Message::new("notices-unread").with("n", n)),
    };
    if Button::icon_only(icons::TEXT_ALIGN_LEFT, &name).small().ui(ui).clicked() {
        commands.run(Command::Notices);
    }
    if unread > 0 {
        ui.spacing_mut().item_spacing.x = space::XXS;
        let count = Words::of(&unread.to_string(), type_scale::SMALL.strong(), theme.text).row(ui.painter());
        let (rect, _) = ui.allocate_exact_size(count.size(), Sense::hover());
        ui.painter().galley(rect.min, count, theme.text);
        ui.spacing_mut().item_spacing.x = space::XS;
    }
    ui.add_space(space::XS);
}
