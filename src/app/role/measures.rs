//! Measures of a role's page, in points at 100 %; the design's table has them.

/// The header: title, definition, filters.
pub const HEADER: f32 = 129.0;
/// The same in a small window.
pub const HEADER_SMALL: f32 = 116.0;
/// Head of a column.
pub const HEAD: f32 = 62.0;
/// A column is never narrower; more of them scroll across.
pub const LEAST: f32 = 252.0;
/// What stands at the right: the ladder, the findings, a passage in its context.
pub const BESIDE: f32 = 388.0;
/// The same in a small window.
pub const BESIDE_SMALL: f32 = 352.0;
/// Quotations that a column lists at once; more on demand.
pub const PAGE: usize = 100;
/// Room for the mark before a quotation's chips.
pub const MARK_ROOM: f32 = 16.0;
/// The swatch beside the role's name.
pub const SWATCH: f32 = 22.0;
/// Width of what a code means, as it opens.
pub const MEANING: f32 = 460.0;
/// Names of the roles before and behind are cut at this width.
pub const NEIGHBOUR: f32 = 140.0;
/// Icon of a key quotation.
pub const KEY: f32 = 14.0;
/// The field for the summary at a column's foot, with its label.
pub const FOOT: f32 = 128.0;
/// The same in a small window.
pub const FOOT_SMALL: f32 = 96.0;
/// How much higher it is where words were found after a crash.
pub const FOUND: f32 = 72.0;
/// A disc of the ladder.
pub const DISC: f32 = 22.0;
/// The check in a disc.
pub const CHECK: f32 = 13.0;
/// Head of a step.
pub const STEP: f32 = 30.0;
/// From the left side of a disc to the words of its step.
pub const GUTTER: f32 = 34.0;
/// The ladder of a small window.
pub const STRIP: f32 = 40.0;
/// The list of sides that are silent.
pub const SILENT: f32 = 220.0;
/// The list of quotations to pick from.
pub const PICK: f32 = 480.0;
/// The citation in that list.
pub const PICK_SHORT: f32 = 92.0;
/// The code of an informant in a list.
pub const CODE: f32 = 40.0;
/// The cross of a chip.
pub const CROSS: f32 = 12.0;
/// The place among the quotations of a column of the one that shows why it is empty.
pub const REASON: usize = usize::MAX;
