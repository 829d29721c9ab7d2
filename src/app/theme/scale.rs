//! Sizes: the type scale, the grid of four, radii, strokes and the measures of the places. All in points
//! at 100 %; the window's zoom scales them together.

use eframe::egui::{FontFamily, FontId};

/// A step of the type scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TypeStep {
    /// Size of the face, in points.
    pub size: f32,
    /// Distance of two base lines, in points.
    pub line: f32,
    family: &'static str,
}

impl TypeStep {
    const fn new(family: &'static str, size: f32, line: f32) -> Self {
        Self { size, line, family }
    }

    /// The face at this size.
    pub fn font(self) -> FontId {
        FontId::new(self.size, FontFamily::Name(self.family.into()))
    }

    /// The same step in weight 600.
    pub const fn strong(self) -> Self {
        let family = match self.family.as_bytes() {
            b"read" | b"read-italic" => "read-strong",
            _ => "ui-strong",
        };
        Self { family, ..self }
    }

    /// The same step with another distance of its base lines.
    pub const fn with_line(self, line: f32) -> Self {
        Self { line, ..self }
    }

    /// The same step at another size, the leading in proportion.
    pub fn at(self, size: f32) -> Self {
        Self { size, line: (self.line / self.size * size).round(), ..self }
    }
}

/// The steps of the type scale.
pub mod type_scale {
    use super::TypeStep;
    /// Line numbers, stripe labels, counts, rail labels; nothing is smaller.
    pub const CAPTION: TypeStep = TypeStep::new("ui", 12.0, 16.0);
    /// Secondary facts, chips, status line, segmented controls.
    pub const SMALL: TypeStep = TypeStep::new("ui", 13.0, 18.0);
    /// Everything else.
    pub const BODY: TypeStep = TypeStep::new("ui", 14.0, 20.0);
    /// Weight 600, never a larger size.
    pub const STRONG: TypeStep = TypeStep::new("ui-strong", 14.0, 20.0);
    /// Source title, form title.
    pub const HEADING: TypeStep = TypeStep::new("ui-strong", 16.0, 22.0);
    /// Name of a place, of a role.
    pub const TITLE: TypeStep = TypeStep::new("ui-strong", 20.0, 26.0);
    /// Welcome only.
    pub const DISPLAY: TypeStep = TypeStep::new("read-strong", 40.0, 48.0);
    /// Transcript at the default reading size.
    pub const READ: TypeStep = TypeStep::new("read", 17.0, 29.0);
    /// Transcript in a window narrower than 1200.
    pub const READ_NARROW: TypeStep = TypeStep::new("read", 16.0, 27.0);
    /// Quotations in a role and in the inspector.
    pub const QUOTE: TypeStep = TypeStep::new("read", 15.0, 23.0);
    /// Quotations on the board.
    pub const QUOTE_SMALL: TypeStep = TypeStep::new("read", 14.0, 20.0);
}

/// Distances on the grid of four.
pub mod space {
    /// 4.
    pub const XXS: f32 = 4.0;
    /// 8.
    pub const XS: f32 = 8.0;
    /// 12.
    pub const S: f32 = 12.0;
    /// 16, the padding of a panel.
    pub const M: f32 = 16.0;
    /// 20.
    pub const L: f32 = 20.0;
    /// 24.
    pub const XL: f32 = 24.0;
    /// 32.
    pub const XXL: f32 = 32.0;
    /// Between an icon and its words.
    pub const ICON_GAP: f32 = 7.0;
    /// Padding of a cell, across.
    pub const CELL_X: f32 = 14.0;
    /// Padding of a cell, down.
    pub const CELL_Y: f32 = 10.0;
    /// Padding of a button, across.
    pub const BUTTON_X: f32 = 12.0;
}

/// Corner radii.
pub mod radius {
    /// Bands under coded words.
    pub const BAND: u8 = 2;
    /// Swatches, chips, keys.
    pub const CHIP: u8 = 4;
    /// Fields, buttons, list rows.
    pub const CONTROL: u8 = 6;
    /// Cards, places on the rail.
    pub const CARD: u8 = 8;
    /// Popups.
    pub const POPUP: u8 = 10;
    /// Filter pills.
    pub const PILL: u8 = 14;
}

/// Widths of lines.
pub mod stroke {
    /// Between regions, round controls.
    pub const HAIR: f32 = 1.0;
    /// Round the active field.
    pub const FIELD: f32 = 1.5;
    /// Focus ring, active cell.
    pub const FOCUS: f32 = 2.0;
    /// Bar at the left of a chosen board row; stripe at the left of a swatch.
    pub const BAR: f32 = 3.0;
}

/// Measures of the window and its places.
pub mod measure {
    /// A form over the window that is read in a moment.
    pub const PANE: f32 = 480.0;
    /// A form over the window that lists things.
    pub const PANE_WIDE: f32 = 720.0;
    /// Below this width the window is small: narrow rail, smaller reading face.
    pub const SMALL_WINDOW: f32 = 1200.0;
    /// Least width of the window.
    pub const LEAST_WIDTH: f32 = 1024.0;
    /// Least height of the window.
    pub const LEAST_HEIGHT: f32 = 600.0;
    /// Rail.
    pub const RAIL: f32 = 84.0;
    /// Rail of a small window.
    pub const RAIL_SMALL: f32 = 52.0;
    /// A place on the rail, across.
    pub const RAIL_PLACE_WIDTH: f32 = 72.0;
    /// A place on the rail, down.
    pub const RAIL_PLACE_HEIGHT: f32 = 56.0;
    /// Icon on the rail.
    pub const RAIL_ICON: f32 = 22.0;
    /// Icon in a control.
    pub const ICON: f32 = 16.0;
    /// Icon that stands alone in a control.
    pub const ICON_ALONE: f32 = 18.0;
    /// Top bar.
    pub const TOP_BAR: f32 = 48.0;
    /// Status line.
    pub const STATUS_LINE: f32 = 28.0;
    /// Header of a place.
    pub const HEADER: f32 = 56.0;
    /// Header of a place in a small window.
    pub const HEADER_SMALL: f32 = 44.0;
    /// A button.
    pub const BUTTON: f32 = 32.0;
    /// A small button; the least hit area.
    pub const BUTTON_SMALL: f32 = 28.0;
    /// The main export button.
    pub const BUTTON_LARGE: f32 = 36.0;
    /// A chip or a verdict badge, down.
    pub const CHIP: f32 = 22.0;
    /// A code's swatch.
    pub const SWATCH: f32 = 18.0;
    /// A row of a list.
    pub const ROW: f32 = 28.0;
    /// A row of a popup list.
    pub const POPUP_ROW: f32 = 30.0;
    /// Rows of a popup list before it scrolls.
    pub const POPUP_ROWS: usize = 9;
    /// A row of the table of sources.
    pub const TABLE_ROW: f32 = 44.0;
    /// Head of a table.
    pub const TABLE_HEAD: f32 = 36.0;
    /// A group row of a table.
    pub const TABLE_GROUP: f32 = 34.0;
    /// Detail panel of the Data place.
    pub const DETAIL: f32 = 340.0;
    /// Left half of the welcome.
    pub const WELCOME_LEFT: f32 = 620.0;
    /// The column of actions on the welcome.
    pub const WELCOME_COLUMN: f32 = 440.0;
    /// An action on the welcome, down.
    pub const WELCOME_ACTION: f32 = 64.0;
    /// Below this width the welcome shows no example.
    pub const WELCOME_EXAMPLE_FROM: f32 = 1100.0;
    /// Room left around the import sheet.
    pub const SHEET_AROUND: f32 = 48.0;
    /// Files of the import sheet.
    pub const SHEET_LIST: f32 = 288.0;
    /// The same in a small window.
    pub const SHEET_LIST_SMALL: f32 = 232.0;
    /// Facts of the chosen file in the import sheet.
    pub const SHEET_FACTS: f32 = 380.0;
    /// The same in a small window.
    pub const SHEET_FACTS_SMALL: f32 = 304.0;
    /// Line numbers of the import sheet's preview.
    pub const SHEET_NUMBER: f32 = 48.0;
    /// The column of the import sheet that says whose a label is.
    pub const SHEET_WHO: f32 = 148.0;
    /// The report of an import.
    pub const SHEET_REPORT: f32 = 640.0;
    /// Direction mark in a list.
    pub const MARK: f32 = 9.0;
    /// Direction mark in a control.
    pub const MARK_CONTROL: f32 = 10.0;
}
