//! What can be handed in, as a list: each entry with its icon, its name and what it comes to.

use super::options::comparison_words;
use super::wanted::{Wanted, What};
use crate::analysis::Study;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, focus_ring, follow_focus, icon_at};
use crate::domain::Message;
use crate::export::{ChartKind, TableKind};
use eframe::egui::{Color32, CornerRadius, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::HashSet;

/// A row of the list, in points.
const ROW: f32 = 46.0;

/// The entries, in order.
const ENTRIES: [(What, Icon); 15] = [
    (What::Excerpts, icons::QUOTES),
    (What::Table(TableKind::Informants), icons::TABLE),
    (What::Table(TableKind::Reduction), icons::TABLE),
    (What::Table(TableKind::Coding), icons::TABLE),
    (What::Table(TableKind::Sources), icons::TABLE),
    (What::Table(TableKind::Techniques), icons::TABLE),
    (What::Table(TableKind::Evaluation), icons::TABLE),
    (What::Tables, icons::FILES),
    (What::Chart(ChartKind::Informants), icons::TEXT_ALIGN_LEFT),
    (What::Chart(ChartKind::Coverage), icons::SQUARES_FOUR),
    (What::Comparison, icons::COLUMNS),
    (What::Transcript, icons::LIST_NUMBERS),
    (What::Codebook, icons::BOOK_OPEN),
    (What::Audit, icons::CLOCK_COUNTER_CLOCKWISE),
    (What::MemberCheck, icons::SHIELD_CHECK),
];

/// Draws the list; picking an entry makes it the one wanted.
pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    for (what, icon) in ENTRIES {
        if row_ui(ui, icon, &what.title(view.catalog), &below(view, what, wanted), wanted.what == what) {
            wanted.what = what;
        }
    }
}

/// How many segments carry a code; one may also be there because something else needs its words.
fn coded_segments(study: &Study) -> usize {
    study.codings.iter().map(|entry| entry.segment).collect::<HashSet<_>>().len()
}

/// What an entry comes to, in small words below its name.
fn below(view: &View<'_>, what: What, wanted: &Wanted) -> String {
    let count = |key: &str, n: usize| view.say(&Message::new(key).with("n", n));
    match what {
        What::Excerpts => count("count-segments", coded_segments(view.study)),
        What::Comparison => comparison_words(view, wanted),
        What::Table(kind) => view.text(&format!("report-table-{}", kind.word())),
        What::Tables => view.text("report-tables.note"),
        What::Chart(kind) => kind.name(view.catalog),
        What::Transcript => count("report-sources", view.study.sources.len()),
        What::Codebook => count("report-codes", view.study.codes.len()),
        What::Audit => view.text("report-audit-all"),
        What::MemberCheck => count("report-findings", view.study.findings.len()),
    }
}

/// A row of two lines with an icon before it; says whether it was picked.
fn row_ui(ui: &mut Ui, icon: Icon, title: &str, below: &str, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, title));
    follow_focus(&response);
    let painter = ui.painter();
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    let (ink, step) = if is_chosen { (theme.accent_text, type_scale::STRONG) } else { (theme.text, type_scale::BODY) };
    let middle = pos2(rect.left() + space::XS + measure::ICON_ALONE / 2.0, rect.center().y);
    icon_at(painter, middle, icon, measure::ICON_ALONE, if is_chosen { ink } else { theme.text2 });
    let left = rect.left() + space::XS + measure::ICON_ALONE + space::S;
    let width = rect.right() - space::XS - left;
    let words = Words::of(title, step, ink).within(painter, width, 1);
    painter.galley(pos2(left, rect.top() + 4.0), words, ink);
    let words = Words::of(below, type_scale::CAPTION, theme.text3).within(painter, width, 1);
    painter.galley(pos2(left, rect.top() + 25.0), words, theme.text3);
    focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    response.clicked()
}
