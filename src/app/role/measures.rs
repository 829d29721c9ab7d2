//! Measures of a role's page, in points at 100 %; the design's table has them.

/// The header: title, definition, filters.
pub const HEADER: f32 = 129.0;
/// The same in a small window.
pub const HEADER_SMALL: f32 = 112.0;
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
