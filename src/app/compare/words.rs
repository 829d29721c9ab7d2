//! The words of a cell: what it counts, or why it is empty.

use crate::analysis::{Axis, Cell};
use crate::domain::Message;
use crate::i18n::Catalog;

/// The words of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellWords {
    /// "2 informan · 7 segmen", or why there is none.
    pub line: String,
    /// The same where there is little room: "2 inf. · 7 seg."
    pub short: String,
    /// How many speak, for the coverage: "2 informan", or the sources where the words are nobody's.
    pub speaking: String,
    /// "7 segmen".
    pub segments: String,
    /// The accessible name.
    pub name: String,
}

impl CellWords {
    /// The words of a cell of a row in a column of an axis.
    pub fn new(catalog: &Catalog, by: Axis, cell: &Cell, row: &str, column: &str) -> Self {
        if let Some(reason) = cell.empty_reason {
            let reason = catalog.text(&format!("empty-{reason}"));
            let name = Message::new("compare-cell-empty").with("row", row).with("column", column);
            let name = catalog.say(&name.with("reason", reason.as_str()));
            return Self {
                short: reason.clone(),
                line: reason,
                speaking: String::new(),
                segments: String::new(),
                name,
            };
        }
        let segments = catalog.say(&Message::new("count-segments").with("n", cell.segments));
        let who = match by {
            Axis::Group if cell.informants > 0 => Some(Message::new("count-informants").with("n", cell.informants)),
            Axis::Source => None,
            Axis::Group | Axis::Informant | Axis::Technique | Axis::Date | Axis::Coder | Axis::Attribute(_) => {
                Some(Message::new("count-sources").with("n", cell.sources))
            }
        };
        let who = who.map(|who| catalog.say(&who)).unwrap_or_default();
        let line = if who.is_empty() {
            segments.clone()
        } else {
            let counts = Message::new("compare-counts").with("who", who.as_str());
            catalog.say(&counts.with("segments", segments.as_str()))
        };
        let short = match speaking(by, cell) {
            _ if who.is_empty() => None,
            (n, true) if by == Axis::Group => Some(Message::new("compare-counts-informants").with("n", n)),
            _ => Some(Message::new("compare-counts-sources").with("n", cell.sources)),
        };
        let short = short.map_or_else(|| segments.clone(), |short| catalog.say(&short.with("segments", cell.segments)));
        let spoken = line.replace(" · ", ", ");
        let name = Message::new("compare-cell").with("row", row).with("column", column).with("counts", spoken);
        let speaking = match speaking(by, cell) {
            (n, true) => Message::new("count-informants").with("n", n),
            (n, false) => Message::new("count-sources").with("n", n),
        };
        Self { line, short, speaking: catalog.say(&speaking), segments, name: catalog.say(&name) }
    }
}

/// How many speak in a cell, and whether they are informants: sources where the words are nobody's, or where the column
/// is one informant anyway.
pub const fn speaking(by: Axis, cell: &Cell) -> (u32, bool) {
    match by {
        Axis::Informant => (cell.sources, false),
        _ if cell.informants > 0 => (cell.informants, true),
        _ => (cell.sources, false),
    }
}
