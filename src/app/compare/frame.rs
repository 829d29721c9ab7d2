//! What stands still on the board while the quotations scroll: head and first column, and beside them the
//! result of each row.

use super::board::Board;
use super::layout::{Columns, Rows};
use super::measures;
use crate::app::theme::{Theme, measure, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, hairline_v, label_ui, swatch_at, verdict_ui};
use crate::domain::{CodingId, Verdict};
use eframe::egui::{CornerRadius, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

/// What stays the same while one frame is drawn.
pub struct Frame<'a, 'v> {
    /// The theme in force.
    pub theme: &'static Theme,
    /// What the place may see.
    pub view: &'a View<'v>,
    /// Widths.
    pub columns: Columns,
    /// Heights.
    pub rows: &'a Rows,
    /// The whole board on the screen, scrolled.
    pub content: Rect,
    /// What of it is in sight, in its own coordinates.
    pub viewport: Rect,
}

impl Frame<'_, '_> {
    /// Where the moving part begins: right of the first column, below the head.
    pub fn corner(&self) -> eframe::egui::Pos2 {
        self.sight().min + vec2(self.columns.first, measures::HEAD)
    }

    /// The part of the screen that shows the board.
    fn sight(&self) -> Rect {
        self.viewport.translate(self.content.min.to_vec2())
    }

    pub fn row_rect(&self, row: usize) -> Rect {
        let span = self.rows.span(row);
        let top = self.content.top() + measures::HEAD;
        Rect::from_x_y_ranges(self.content.x_range(), top + span.start..=top + span.end)
    }

    pub fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let span = self.columns.span(column);
        let left = self.content.left();
        Rect::from_x_y_ranges(left + span.start..=left + span.end, self.row_rect(row).y_range())
    }

    /// The result of a row: its verdict, what the program suggests and why.
    pub fn result_ui(&self, ui: &mut Ui, board: &Board, row: usize) -> Option<CodingId> {
        let rect = self.cell_rect(row, self.columns.count);
        if !ui.is_rect_visible(rect) {
            return None;
        }
        let head = board.rows.get(row)?;
        let theme = self.theme;
        let inner = rect.shrink2(vec2(space::CELL_X, space::CELL_Y));
        let mut wish = None;
        let layout = Layout::top_down(eframe::egui::Align::Min);
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout).id_salt(("result", row)), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if !head.is_directed {
                label_ui(ui, Words::of(&self.view.text("compare-no-direction"), type_scale::SMALL, theme.text3));
                return;
            }
            verdict_ui(ui, self.view.catalog, Verdict::Unrated, "");
            if let Some(suggested) = &head.suggested {
                ui.add_space(space::XXS);
                label_ui(ui, Words::of(suggested, type_scale::SMALL.strong(), theme.text));
            }
            for reason in &head.reasons {
                label_ui(ui, Words::of(reason, type_scale::SMALL, theme.text2));
            }
            if let Some(coding) = head.undirected
                && Button::link(&self.view.text("compare-undirected-go")).small().ui(ui).clicked()
            {
                wish = Some(coding);
            }
        });
        wish
    }

    /// The head and the first column, over whatever has scrolled below them.
    pub fn sticky_ui(&self, ui: &mut Ui, board: &Board, active: (usize, usize)) {
        let theme = self.theme;
        let sight = self.sight();
        let corner = self.corner();
        let bounds = ui.clip_rect();
        let first = Rect::from_min_max(pos2(sight.left(), corner.y), pos2(corner.x, sight.bottom()));
        let painter = ui.painter().with_clip_rect(first.intersect(bounds));
        painter.rect_filled(first, CornerRadius::ZERO, theme.panel);
        for row in self.rows.visible(self.viewport.top(), self.viewport.bottom() - measures::HEAD) {
            let rect = Rect::from_x_y_ranges(first.x_range(), self.row_rect(row).y_range());
            let Some(head) = board.rows.get(row) else { continue };
            let response = ui.interact(rect.intersect(first), Id::unique(("board row", row)), Sense::hover());
            let spoken = if head.note.is_empty() || head.name.ends_with(&head.note) {
                head.name.clone()
            } else {
                format!("{}, {}", head.name, head.note)
            };
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &spoken));
            if row == active.0 {
                painter.rect_filled(rect, CornerRadius::ZERO, theme.sel);
                let bar = Rect::from_min_size(rect.min, vec2(stroke::BAR, rect.height()));
                painter.rect_filled(bar, CornerRadius::ZERO, theme.accent);
            }
            let at = rect.min + vec2(space::CELL_X, space::CELL_Y);
            let swatch = Rect::from_min_size(at, Vec2::splat(measure::SWATCH));
            swatch_at(&painter, swatch, theme.code(head.colour), head.digit, theme.text);
            let left = swatch.right() + space::XS + 2.0;
            let width = rect.right() - left - space::XS;
            let title = Words::of(&head.title, type_scale::STRONG, theme.text).within(&painter, width, 2);
            let below = at.y - 1.0 + title.size().y + space::XXS;
            painter.galley(pos2(left, at.y - 1.0), title, theme.text);
            let note = Words::of(&head.note, type_scale::CAPTION, theme.text3).within(&painter, width, 3);
            painter.galley(pos2(left, below), note, theme.text3);
            hairline_h(&painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
        }
        hairline_v(&painter, first.right() - 0.5, first.y_range(), theme.line);
        self.head_ui(ui, board, sight, corner);
    }

    fn head_ui(&self, ui: &Ui, board: &Board, sight: Rect, corner: eframe::egui::Pos2) {
        let theme = self.theme;
        let bounds = ui.clip_rect();
        let head = Rect::from_min_max(sight.min, pos2(sight.right(), corner.y));
        let painter = ui.painter().with_clip_rect(head.intersect(bounds));
        painter.rect_filled(head, CornerRadius::ZERO, theme.panel);
        let moving =
            ui.painter().with_clip_rect(Rect::from_min_max(pos2(corner.x, head.top()), head.max).intersect(bounds));
        let title = |painter: &eframe::egui::Painter, rect: Rect, name: &str, note: &str| {
            let words = Words::of(name, type_scale::STRONG, theme.text)
                .then(if note.is_empty() { "" } else { "  " }, type_scale::CAPTION, theme.text3)
                .then(note, type_scale::CAPTION, theme.text3);
            let galley = words.within(painter, rect.width() - 2.0 * space::CELL_X, 1);
            let top = (rect.center().y - galley.size().y / 2.0).round();
            painter.galley(pos2(rect.left() + space::CELL_X, top), galley, theme.text);
        };
        for (column, name) in board.heads.iter().enumerate() {
            let span = self.columns.span(column);
            let left = self.content.left();
            let rect = Rect::from_x_y_ranges(left + span.start..=left + span.end, head.y_range());
            if rect.right() < corner.x || rect.left() > head.right() {
                continue;
            }
            let visible = rect.intersect(moving.clip_rect());
            let response = ui.interact(visible, Id::unique(("board head", column)), Sense::hover());
            let spoken =
                if name.note.is_empty() { name.title.clone() } else { format!("{}, {}", name.title, name.note) };
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spoken));
            title(&moving, rect, &name.title, &name.note);
            hairline_v(&moving, rect.right() - 0.5, head.y_range(), theme.line);
        }
        let span = self.columns.span(self.columns.count);
        let left = self.content.left();
        let last = Rect::from_x_y_ranges(left + span.start..=left + span.end, head.y_range());
        title(&moving, last, &self.view.text("compare-result"), "");
        let first = Rect::from_min_max(head.min, corner);
        let rows = match board.comparison.rows_kind {
            crate::analysis::RowsKind::Roles => "compare-rows-role",
            crate::analysis::RowsKind::Codes => "compare-rows-code",
            crate::analysis::RowsKind::Findings => "compare-rows-finding",
        };
        title(&painter, first, &self.view.text(rows), "");
        hairline_v(&painter, first.right() - 0.5, head.y_range(), theme.line);
        hairline_h(&painter, head.x_range(), head.bottom() - 0.5, theme.line);
    }
}

/// Height that the head of a row needs in a column of `width`.
pub fn heading_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = width - space::CELL_X - measure::SWATCH - 2.0 * space::XS - 2.0;
    let theme = Theme::of(ui);
    let title = Words::of(&head.title, type_scale::STRONG, theme.text).within(ui.painter(), width, 2);
    let note = Words::of(&head.note, type_scale::CAPTION, theme.text3).within(ui.painter(), width, 3);
    2.0 * space::CELL_Y + title.size().y + space::XXS + note.size().y
}

/// Height that the result of a row needs in a column of `width`.
pub fn result_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = width - 2.0 * space::CELL_X;
    let theme = Theme::of(ui);
    let mut height = 2.0 * space::CELL_Y + measure::CHIP + 2.0;
    if let Some(suggested) = &head.suggested {
        let words = Words::of(suggested, type_scale::SMALL.strong(), theme.text).wrapped(ui.painter(), width);
        height += 2.0 + space::XXS + 2.0 + words.size().y;
    }
    for reason in &head.reasons {
        height += 2.0 + Words::of(reason, type_scale::SMALL, theme.text2).wrapped(ui.painter(), width).size().y;
    }
    if head.undirected.is_some() {
        height += 2.0 + measure::BUTTON_SMALL;
    }
    height
}
