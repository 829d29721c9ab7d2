//! What stands round every place: the rail, the top bar, the status line, and what lies over the window.

mod keys;
mod overlay;
mod palette;
mod pane;
mod rail;
mod status;
mod top_bar;

pub(super) use overlay::{Overlay, foot_ui, heading_ui, language_ui, pane_width_ui};
use palette::Palette;
pub use pane::{Pane, PaneView};
pub(super) use top_bar::initials;

use super::commands::Commands;
use super::first_steps;
use super::session::{Now, Session};
use super::theme::{Theme, measure, stroke};
use super::view::Busy;
use super::widgets::page_frame;
use eframe::egui::{CentralPanel, CornerRadius, Frame, Panel, Rect, Ui, pos2, vec2};

/// Draws the thin bar under the header of a place while there is work behind the window: how far it is, or, while that
/// is unknown, the whole width in a lighter colour. The words and the way to stop it stand in the status line.
fn busy_ui(ui: &Ui, busy: &Busy, place: Rect, is_small: bool) {
    let theme = Theme::of(ui);
    let header = if is_small { measure::HEADER_SMALL } else { measure::HEADER };
    let corner = pos2(place.left(), place.top() + header - stroke::FOCUS);
    let whole = Rect::from_min_size(corner, vec2(place.width(), stroke::FOCUS));
    ui.painter().rect_filled(whole, CornerRadius::ZERO, theme.sel2);
    if let Some(thousandths) = busy.thousandths {
        let done = vec2(whole.width() * thousandths as f32 / 1000.0, whole.height());
        ui.painter().rect_filled(Rect::from_min_size(corner, done), CornerRadius::ZERO, theme.accent);
    }
}

/// Draws the window of an open project.
pub(super) fn window_ui(ui: &mut Ui, session: &mut Session, now: &Now, commands: &mut Commands) {
    let chrome = Frame::new().fill(Theme::of(ui).chrome);
    let view = session.facts.view(now);
    let rail = if now.is_small { measure::RAIL_SMALL } else { measure::RAIL };
    Panel::left("rail").exact_size(rail).resizable(false).show_separator_line(false).frame(chrome).show(ui, |ui| {
        rail::rail_ui(ui, &view, session.place, commands);
    });
    Panel::top("top-bar").exact_size(measure::TOP_BAR).resizable(false).show_separator_line(false).frame(chrome).show(
        ui,
        |ui| {
            top_bar::top_bar_ui(ui, &view, now, commands);
        },
    );
    let place = session.places.get(session.place);
    let (facts, hint) = (place.facts(&view), place.hint(&view));
    Panel::bottom("status-line")
        .exact_size(measure::STATUS_LINE)
        .resizable(false)
        .show_separator_line(false)
        .frame(chrome)
        .show(ui, |ui| {
            status::status_ui(ui, &view, now, (&facts, hint.as_ref()), commands);
        });
    first_steps::strip_ui(ui, &mut session.shows_first_steps, now, commands);
    CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| {
        let top = ui.max_rect();
        session.places.get(session.place).ui(ui, &view, commands);
        if let Some(busy) = view.busy {
            busy_ui(ui, busy, top, now.is_small);
        }
    });
}
