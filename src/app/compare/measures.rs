//! Measures of the board and its panel, in points at 100 %; the design's table has them.

/// The column of the rows' names.
pub const FIRST: f32 = 158.0;
/// A column of quotations is never narrower.
pub const LEAST: f32 = 220.0;
/// The column of the result.
pub const RESULT: f32 = 198.0;
/// The column of the result in a small window: three columns fit beside it without scrolling.
pub const RESULT_SMALL: f32 = 154.0;
/// Head of the board.
pub const HEAD: f32 = 40.0;
/// From the counts of a cell to its first quotation.
pub const QUOTES_TOP: f32 = 6.0;
/// Rows of a quotation on the board.
pub const QUOTE_ROWS: usize = 2;
/// Room for the mark before a quotation.
pub const MARK_ROOM: f32 = 16.0;
/// The panel with the quotations of a cell.
pub const DRAWER: f32 = 400.0;
/// The same in a small window.
pub const DRAWER_SMALL: f32 = 360.0;
/// Head of the panel.
pub const DRAWER_HEAD: f32 = 62.0;
/// Quotations that the panel lists at once; more on demand.
pub const DRAWER_PAGE: usize = 100;
/// The line that names what is left out.
pub const FOOT: f32 = 36.0;
