//! Keys that belong to the widget that has the focus, and not to egui's search for the next thing to focus.

use eframe::egui::{Context, EventFilter, FocusDirection, Id, Key};

/// Keeps keys for a widget that has the focus; to be said in every frame. Where the focus has only just come to it, egui
/// has taken the arrows of this frame already for a wish to lead it on: that wish is taken back, so that quick presses
/// on a slow machine stay where they belong.
pub fn keep_keys(ctx: &Context, id: Id, keys: EventFilter) {
    let leads_on = ctx.input(|input| {
        let is_pressed = |key: Key| input.key_pressed(key);
        is_pressed(Key::Tab)
            || !keys.vertical_arrows && (is_pressed(Key::ArrowUp) || is_pressed(Key::ArrowDown))
            || !keys.horizontal_arrows && (is_pressed(Key::ArrowLeft) || is_pressed(Key::ArrowRight))
    });
    ctx.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, keys);
        if !leads_on {
            memory.move_focus(FocusDirection::None);
        }
    });
}
