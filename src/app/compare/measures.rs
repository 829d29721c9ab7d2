//! Measures of the board and its panel, in points at 100 %; the design's table has them.

/// The column of the rows' names.
pub const FIRST: f32 = 158.0;
/// The same where findings are the rows.
pub const FIRST_FINDINGS: f32 = 264.0;
/// Rows of a claim.
pub const CLAIM_ROWS: usize = 6;
/// A column of quotations is not narrower unless it was pulled.
pub const LEAST: f32 = 220.0;
/// The column of the result.
pub const RESULT: f32 = 178.0;
/// The column of the result in a small window: three columns fit beside it without scrolling.
pub const RESULT_SMALL: f32 = 154.0;
/// The column of the conclusion; in a small window it stands under the result.
pub const CONCLUSION: f32 = 236.0;
/// How narrow it may be where that saves the board from scrolling.
pub const CONCLUSION_LEAST: f32 = 196.0;
/// How narrow and how wide a column can be pulled.
pub const PULLED: std::ops::RangeInclusive<f32> = 72.0..=720.0;
/// Room in which the edge of a column can be taken hold of.
pub const GRIP: f32 = 8.0;
/// By how much a press of an arrow key pulls an edge.
pub const PULL: f32 = 16.0;
/// Head of the board.
pub const HEAD: f32 = 40.0;
/// The row above the heads that says what they are divided by.
pub const BAND: f32 = 28.0;
/// From the counts of a cell to its first quotation.
pub const QUOTES_TOP: f32 = 6.0;
/// Rows of a quotation on the board.
pub const QUOTE_ROWS: usize = 2;
/// Room for the mark before a quotation.
pub const MARK_ROOM: f32 = 16.0;
/// Room before the row of an indicator.
pub const INDENT: f32 = 12.0;
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
/// A row of the coverage.
pub const COVERAGE_ROW: f32 = 46.0;
/// A column of the coverage is not narrower unless it was pulled.
pub const COVERAGE_LEAST: f32 = 128.0;
/// What is to be asked yet, below the coverage.
pub const COVERAGE_FOOT: f32 = 176.0;
/// The same in a small window.
pub const COVERAGE_FOOT_SMALL: f32 = 132.0;
