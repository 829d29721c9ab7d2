//! The columns of the table of sources: which of them fit, what stands in them, in which order the rows come.

use super::counts::WordCounts;
use crate::analysis::Lock;
use crate::app::data::rows::Rows;
use crate::app::view::View;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    Code,
    Name,
    Technique,
    Informants,
    Groups,
    Date,
    Place,
    Words,
    Lines,
    Turns,
    Segments,
    Progress,
}

/// By which column the table is sorted; in the order of import where by none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Order {
    pub by: Option<By>,
    pub is_reversed: bool,
}

impl Order {
    /// The order after a press on the head of a column: up, down, as imported.
    pub fn after(self, pressed: By) -> Self {
        match (self.by == Some(pressed), self.is_reversed) {
            (false, _) => Self { by: Some(pressed), is_reversed: false },
            (true, false) => Self { by: Some(pressed), is_reversed: true },
            (true, true) => Self::default(),
        }
    }
}

/// A column as it is laid out.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub by: By,
    /// Key of its name.
    pub name: &'static str,
    /// Its width in points; a share of what is left where negative.
    pub width: f32,
    /// Whether it stands at the right.
    pub is_right: bool,
}

/// Below these widths of the table a column gives way, the least needed first.
const LEAST: [(By, f32); 8] = [
    (By::Turns, 1240.0),
    (By::Place, 1110.0),
    (By::Groups, 1000.0),
    (By::Words, 890.0),
    (By::Lines, 830.0),
    (By::Date, 640.0),
    (By::Informants, 560.0),
    (By::Segments, 480.0),
];

/// Below this width of the table a technique is its icon alone.
pub(super) const ICONS_ONLY: f32 = 780.0;

/// The columns that fit into `width`.
pub(super) fn columns(width: f32) -> Vec<Head> {
    let head = |by, name, width, is_right| Head { by, name, width, is_right };
    let technique = if width < ICONS_ONLY { 34.0 } else { 120.0 };
    let mut columns = vec![
        head(By::Code, "data-column-code", 66.0, false),
        head(By::Name, "data-column-name", -7.0, false),
        head(By::Technique, "data-column-technique", technique, false),
        head(By::Informants, "data-column-informants", 80.0, false),
        head(By::Groups, "data-column-groups", 116.0, false),
        head(By::Date, "data-column-date", 98.0, false),
        head(By::Place, "data-column-place", -4.0, false),
        head(By::Words, "data-column-words", 58.0, true),
        head(By::Lines, "data-column-lines", 58.0, true),
        head(By::Turns, "data-column-turns", 66.0, true),
        head(By::Segments, "data-column-segments", 78.0, true),
        head(By::Progress, "data-column-progress", 166.0, false),
    ];
    columns.retain(|column| LEAST.iter().all(|(by, least)| *by != column.by || width >= *least));
    columns
}

/// What stands in a cell.
pub(super) fn cell(view: &View<'_>, rows: &Rows, counts: &WordCounts, at: usize, by: By) -> String {
    let (source, row) = (&view.study.sources[at], &rows.sources[at]);
    let none = || "–".to_owned();
    let joined = |words: Vec<&str>| if words.is_empty() { none() } else { words.join(", ") };
    match by {
        By::Code => source.short.clone(),
        By::Name => source.called().to_owned(),
        By::Technique => view.text(&format!("technique-{}", source.technique)),
        By::Informants => {
            let codes = row.informants.iter().filter_map(|at| view.study.informants.get(*at as usize));
            joined(codes.map(|informant| informant.code.as_str()).collect())
        }
        By::Groups => {
            let names = row.groups.iter().filter_map(|at| view.study.groups.get(*at as usize));
            joined(names.map(|group| group.name.as_str()).collect())
        }
        By::Date => source.date.map_or_else(none, |date| view.catalog.short_date(date)),
        By::Place if source.place.is_empty() => none(),
        By::Place => source.place.clone(),
        By::Words => counts.of(source.revision).map_or_else(|| "…".to_owned(), |words| words.to_string()),
        By::Lines => source.lines.to_string(),
        By::Turns => turns(view, at).to_string(),
        By::Segments => row.segments.to_string(),
        By::Progress if view.study.lock_of(source.id) != Lock::Open => view.text("data-locked"),
        By::Progress => view.text(&format!("stage-{}", row.stand.stage.key())),
    }
}

fn turns(view: &View<'_>, at: usize) -> usize {
    view.study.turns.get(at).map_or(0, |turns| turns.len())
}

/// Puts places in the study into the order of the table.
pub(super) fn sort(view: &View<'_>, rows: &Rows, counts: &WordCounts, order: Order, listed: &mut [usize]) {
    let sources = &view.study.sources;
    match order.by {
        None => {}
        Some(By::Lines) => listed.sort_by_key(|at| sources[*at].lines),
        Some(By::Turns) => listed.sort_by_key(|at| turns(view, *at)),
        Some(By::Words) => listed.sort_by_key(|at| counts.of(sources[*at].revision)),
        Some(By::Segments) => listed.sort_by_key(|at| rows.sources[*at].segments),
        Some(By::Progress) => {
            listed.sort_by_key(|at| (rows.sources[*at].stand.stage, rows.sources[*at].stand.coded));
        }
        Some(By::Date) => listed.sort_by_key(|at| (sources[*at].date.is_none(), sources[*at].date)),
        Some(By::Technique) => listed.sort_by_key(|at| sources[*at].technique),
        Some(by) => listed.sort_by_cached_key(|at| {
            let words = cell(view, rows, counts, *at, by);
            (words == "–", natural(&words))
        }),
    }
    if order.is_reversed {
        listed.reverse();
    }
}

/// A piece of a name for sorting: numbers by their value, so that S2 comes before S10.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// Digits without leading zeros: the more of them the larger.
    Number(usize, String),
    Letter(char),
}

fn natural(words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut letters = words.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_ascii_digit() {
            pieces.push(Piece::Letter(letter));
            continue;
        }
        let mut digits = letter.to_string();
        while let Some(digit) = letters.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        let digits = digits.trim_start_matches('0').to_owned();
        pieces.push(Piece::Number(digits.len(), digits));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let mut names = ["W.S10", "W.S2", "w.s1", "W.KS", "W.S02b", "10", "9", "99999999999999999999999"];
        names.sort_by_cached_key(|name| natural(name));
        assert_eq!(names, ["9", "10", "99999999999999999999999", "W.KS", "w.s1", "W.S2", "W.S02b", "W.S10"]);
    }

    #[test]
    fn columns_give_way_one_by_one_and_the_name_never() {
        let mut before = usize::MAX;
        for width in [1400.0, 1176.0, 900.0, 800.0, 692.0, 560.0, 480.0, 300.0_f32] {
            let columns = columns(width);
            assert!(columns.len() <= before, "{width}");
            before = columns.len();
            let fixed: f32 = columns.iter().map(|column| column.width.max(0.0)).sum();
            assert!(width < 480.0 || width - fixed > 120.0, "{width}: {fixed}");
            assert!(columns.iter().any(|column| column.by == By::Name));
        }
        assert_eq!(before, 4);
    }

    #[test]
    fn a_head_sorts_up_then_down_then_not() {
        let up = Order::default().after(By::Date);
        assert_eq!(up, Order { by: Some(By::Date), is_reversed: false });
        assert_eq!(up.after(By::Date), Order { by: Some(By::Date), is_reversed: true });
        assert_eq!(up.after(By::Date).after(By::Date), Order::default());
        assert_eq!(up.after(By::Date).after(By::Name), Order { by: Some(By::Name), is_reversed: false });
    }
}
