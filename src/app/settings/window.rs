//! Where the window stood when it was last closed. What is broken, absurd or off every screen is as good as nothing.

use crate::app::theme::measure;
use eframe::egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};
use serde::{Deserialize, Serialize};

/// Wider or higher than any screen, in points.
const MOST: f32 = 16_000.0;
/// How much of the window has to be in reach on the screen, in points.
const REACH: f32 = 120.0;
/// How far a window may stand out of its screen: some systems count its invisible frame.
const OUT: f32 = 16.0;

/// Size and place of the window, in points at 100 %.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WindowState {
    /// Left and top on the screen; nothing where the system does not say, or on a second screen, which may be gone the
    /// next time.
    #[serde(default)]
    pub at: Option<(i16, i16)>,
    /// Width and height of what is inside.
    pub size: (u16, u16),
    /// Whether it filled the screen.
    #[serde(default)]
    pub is_maximised: bool,
}

impl WindowState {
    /// What can be asked of a screen; nothing where it makes no sense.
    pub fn checked(self) -> Option<Self> {
        let size = self.size();
        let is_sound = size.x >= measure::LEAST_WIDTH / 2.0 && size.y >= measure::LEAST_HEIGHT / 2.0;
        (is_sound && size.x <= MOST && size.y <= MOST).then_some(Self {
            at: self
                .at
                .filter(|(x, y)| f32::from(*x) >= -OUT && f32::from(*x) < MOST && (0.0..MOST).contains(&f32::from(*y))),
            ..self
        })
    }

    /// Asks for a window like this one.
    pub fn ask(self, viewport: ViewportBuilder) -> ViewportBuilder {
        let viewport = viewport.with_inner_size(self.size()).with_maximized(self.is_maximised);
        match self.at {
            Some((x, y)) => viewport.with_position(pos2(f32::from(x), f32::from(y))),
            None => viewport,
        }
    }

    /// The window as it stands now; nothing while the system does not say, and while it is only an icon. A window that
    /// fills the screen keeps the size it would have without.
    pub fn now(ctx: &Context, before: Option<Self>) -> Option<Self> {
        let zoom = ctx.zoom_factor();
        let (inner, outer, screen, is_maximised) = ctx.input(|input| {
            let seen = input.viewport();
            let inner = seen.inner_rect.filter(|_| seen.minimized != Some(true));
            (inner, seen.outer_rect, seen.monitor_size, seen.maximized == Some(true) || seen.fullscreen == Some(true))
        });
        let inner = inner? * zoom;
        if is_maximised && let Some(before) = before {
            return Some(Self { is_maximised, ..before });
        }
        let (width, height) = (whole_points(inner.width()), whole_points(inner.height()));
        let at = outer.zip(screen).and_then(|(outer, screen)| place(outer.min * zoom, screen * zoom));
        Self { at, size: (width, height), is_maximised }.checked()
    }

    /// Brings a window back that stands where no screen is any more.
    pub fn fetch(self, ctx: &Context) {
        let Some(screen) = ctx.input(|input| input.viewport().monitor_size) else { return };
        if let Some((x, y)) = self.at.filter(|_| !self.is_maximised)
            && place(pos2(f32::from(x), f32::from(y)), screen * ctx.zoom_factor()).is_none()
        {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(OUT, OUT)));
        }
    }

    fn size(self) -> Vec2 {
        vec2(f32::from(self.size.0), f32::from(self.size.1))
    }
}

/// A corner that is on the first screen, the one that is always there.
fn place(corner: Pos2, screen: Vec2) -> Option<(i16, i16)> {
    let reach = Rect::from_min_max(pos2(-OUT, 0.0), pos2(screen.x - REACH, screen.y - REACH));
    let whole = |points: f32| {
        let size = i16::try_from(whole_points(points.abs())).unwrap_or(i16::MAX);
        if points < 0.0 { -size } else { size }
    };
    reach.contains(corner).then(|| (whole(corner.x), whole(corner.y)))
}

/// A length in whole points; nothing below none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and the most there is")]
pub fn whole_points(points: f32) -> u16 {
    points.round().clamp(0.0, f32::from(u16::MAX)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_sense_is_ignored() {
        let sound = WindowState { at: Some((40, 60)), size: (1280, 800), is_maximised: false };
        assert_eq!(sound.checked(), Some(sound));
        assert_eq!(WindowState { size: (0, 800), ..sound }.checked(), None);
        assert_eq!(WindowState { size: (1280, 60_000), ..sound }.checked(), None);
        let far = WindowState { at: Some((-2000, 60)), ..sound };
        assert_eq!(far.checked(), Some(WindowState { at: None, ..sound }), "the size still holds");
    }

    #[test]
    fn a_corner_off_the_screen_is_none() {
        let screen = vec2(1366.0, 768.0);
        assert_eq!(place(pos2(100.0, 50.0), screen), Some((100, 50)));
        assert_eq!(place(pos2(-8.0, 0.0), screen), Some((-8, 0)));
        assert_eq!(place(pos2(1900.0, 50.0), screen), None, "a second screen that may be gone");
        assert_eq!(place(pos2(100.0, 760.0), screen), None);
    }
}
