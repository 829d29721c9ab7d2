//! The edge by which a side panel is pulled, for the keyboard: egui lets Tab come to it, but neither shows it nor
//! listens to it there, and names it in English.

use super::super::theme::{Theme, stroke};
use eframe::egui::containers::PanelState;
use eframe::egui::{AsIdSalt, Event, EventFilter, IdSalt, Key, Rangef, Rect, Response, Stroke, Ui, vec2};

/// By how much a press of an arrow key pulls, in points.
const PULL: f32 = 16.0;

/// Follows a panel that was just shown in `ui` under a salt: arrows pull its edge within `range` while it has the focus,
/// a bar shows that it has, and `name` is its accessible name. `is_left` says at which side of the window it stands.
pub fn edge_ui(ui: &Ui, salt: impl AsIdSalt, shown: &Response, is_left: bool, range: impl Into<Rangef>, name: &str) {
    let panel = ui.scope_id().with_salt(IdSalt::new(salt));
    let edge = panel.with("__resize");
    let ctx = ui.ctx();
    if ctx.read_response(edge).is_none() {
        return;
    }
    ctx.accesskit_node_builder(edge, |node| node.set_label(name));
    if ctx.memory(|memory| memory.focused()) != Some(edge) {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(edge, filter));
    let pressed = ctx.input(|input| {
        let presses = input.events.iter().map(|event| match event {
            Event::Key { key: Key::ArrowLeft, pressed: true, .. } => -1.0,
            Event::Key { key: Key::ArrowRight, pressed: true, .. } => 1.0,
            _ => 0.0,
        });
        presses.sum::<f32>()
    });
    let rect = shown.rect;
    if pressed != 0.0 {
        let wider = if is_left { pressed } else { -pressed };
        let width = range.into().clamp(rect.width() + wider * PULL);
        let outer_rect = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        ctx.data_mut(|data| data.insert_persisted(panel, PanelState { outer_rect }));
        ctx.request_repaint();
    }
    let x = if is_left { rect.right() - stroke::FOCUS / 2.0 } else { rect.left() + stroke::FOCUS / 2.0 };
    ui.painter().vline(x, rect.y_range(), Stroke::new(stroke::FOCUS, Theme::of(ui).focus));
}
