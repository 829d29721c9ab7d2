//! A chart on the desk: the picture that is saved, pixel for pixel, on a sheet of its own.

use crate::app::theme::{LIGHT, Theme, space, stroke};
use crate::export::Chart;
use eframe::egui::{
    Color32, ColorImage, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, WidgetInfo, pos2, vec2,
};
use std::cell::RefCell;

/// A sheet is never wider, in points, so that the picture is read at about the size it has in print.
const SHEET: f32 = 760.0;
/// It is never narrower; where there is less room the desk scrolls, in points.
const SHEET_LEAST: f32 = 380.0;

/// A chart and what the screen has of it.
pub struct Figure {
    chart: Chart,
    /// The picture in the pixels of the screen, and how many of them there are to a point of it.
    shown: RefCell<Option<(f32, TextureHandle)>>,
}

impl Figure {
    /// A chart to be shown.
    pub const fn new(chart: Chart) -> Self {
        Self { chart, shown: RefCell::new(None) }
    }

    /// Draws the sheet over the room there is.
    pub fn ui(&self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, CornerRadius::ZERO, theme.chrome);
        ScrollArea::both().auto_shrink(false).id_salt("figure").show(ui, |ui| {
            let wide = (room.width() - 2.0 * space::XL).clamp(SHEET_LEAST, SHEET).round();
            let (width, height) = self.chart.size();
            let inner = wide - 2.0 * space::XL;
            let size = vec2(inner, (inner * height / width).round());
            let left = (ui.cursor().left() + ((room.width() - wide) / 2.0).max(space::XL)).round();
            let corner = pos2(left, (ui.cursor().top() + space::XL).round());
            let sheet = Rect::from_min_size(corner, size + vec2(2.0 * space::XL, 2.0 * space::XL));
            let edge = Stroke::new(stroke::HAIR, theme.line2);
            ui.painter().rect(sheet, CornerRadius::ZERO, LIGHT.raised, edge, StrokeKind::Inside);
            let response = ui.interact(sheet, ui.scope_id().with("sheet"), Sense::hover());
            let spoken = format!("{} {}", self.chart.title(), self.chart.description());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
            let place = Rect::from_min_size(sheet.min + vec2(space::XL, space::XL), size);
            let texture = self.texture(ui, inner / width);
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), place, whole, Color32::WHITE);
            ui.advance_cursor_after_rect(sheet.expand(space::XL));
        });
    }

    /// The picture as large as it is shown, drawn anew only when that changes. A picture that is higher than the
    /// screen can hold has fewer pixels.
    fn texture(&self, ui: &Ui, scale: f32) -> TextureHandle {
        let (width, height) = self.chart.size();
        let most = ui.input(|input| input.max_texture_side) as f32 - 1.0;
        let to_a_point = (scale * ui.ctx().pixels_per_point()).min(most / width.max(height));
        let mut shown = self.shown.borrow_mut();
        if let Some((_, texture)) = shown.as_ref().filter(|(known, _)| (known - to_a_point).abs() < 1e-4) {
            return texture.clone();
        }
        let pixels = self.chart.pixels(to_a_point);
        let size = [pixels.width as usize, pixels.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
        let texture = ui.ctx().load_texture("chart", image, TextureOptions::LINEAR);
        *shown = Some((to_a_point, texture.clone()));
        texture
    }
}
