//! The choices of a report as controls.

use super::preview::Preview;
use super::wanted::{Wanted, What};
use super::write::{Target, write_ui};
use crate::analysis::{Axis, Naming, Row, RowsKind, compare};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::place::PlaceKind;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, choice_ui, icon_at, label_ui, segmented_wide_ui};
use crate::domain::{CodeKind, Language, Message, Technique, Verdict};
use crate::export::{CellWords, CitationForm, Grouping, TableKind, is_handed_in};
use eframe::egui::{CornerRadius, Frame, Sense, Ui, vec2};

/// What can stand in the rows of a triangulation, in the order of the control.
const ROWS: [RowsKind; 3] = [RowsKind::Roles, RowsKind::Codes, RowsKind::Findings];
/// What columns can be divided by, with the message that names each.
const CROSSING: [(Axis, &str); 2] =
    [(Axis::Technique, "compare-within-technique"), (Axis::Group, "compare-within-group")];
/// Names that a warning lists at most.
const NAMED: usize = 3;

/// Draws the choices and the buttons.
pub(super) fn options_ui(
    ui: &mut Ui,
    view: &View<'_>,
    wanted: &mut Wanted,
    target: &mut Target,
    preview: &Preview,
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::XXS;
    label_ui(ui, Words::of(&wanted.what.title(view.catalog), type_scale::HEADING, theme.text));
    label_ui(ui, Words::of(&below(view, wanted, preview), type_scale::SMALL, theme.text2));
    match wanted.what {
        What::Excerpts => filters_ui(ui, view, wanted),
        What::Comparison => sides_ui(ui, view, wanted),
        What::Transcript => {
            let sources = view.study.sources.iter().map(|source| (source.id, source.name.clone()));
            choice_of_ui(ui, view, "report-source", "report-source-all", &mut wanted.source, sources);
        }
        What::Table(_) | What::Tables => table_ui(ui, view, wanted),
        What::MemberCheck => {
            let all = view.study.informants.iter().filter(|informant| !informant.is_withdrawn());
            let all = all.map(|informant| (informant.id, informant.code.clone()));
            choice_of_ui(ui, view, "report-informant", "report-informant-all", &mut wanted.informant, all);
        }
        What::Chart(_) | What::Codebook | What::Audit => {}
    }
    named(ui, view, "report-language");
    let (id, en) = (view.text("report-language-id"), view.text("report-language-en"));
    let languages = [(Language::Indonesian, None, id.as_str()), (Language::English, None, en.as_str())];
    let chosen = wanted.language(view.study);
    if let Some(language) = segmented_wide_ui(ui, &view.text("report-language"), chosen, &languages) {
        wanted.language = Some(language);
    }
    ui.add_space(space::XS);
    if !matches!(wanted.what, What::Comparison | What::Chart(_) | What::Codebook)
        && view.study.informants.iter().any(|informant| !informant.pseudonym.trim().is_empty())
    {
        let mut is_on = wanted.naming == Naming::Pseudonyms;
        checkbox_ui(ui, &mut is_on, &view.text("report-pseudonyms"));
        wanted.naming = if is_on { Naming::Pseudonyms } else { Naming::Codes };
    }
    if let What::Table(kind) = wanted.what {
        let mut is_wide = wanted.table.is_wide.unwrap_or(kind.is_wide());
        if checkbox_ui(ui, &mut is_wide, &view.text("report-landscape")).changed() {
            wanted.table.is_wide = Some(is_wide);
        }
    }
    if wanted.what.tables().iter().any(|kind| kind.axis().is_some()) {
        checkbox_ui(ui, &mut wanted.table.has_counts, &view.text("report-counts"));
    }
    warnings_ui(ui, view, wanted);
    unrated_ui(ui, view, wanted, commands);
    ui.add_space(space::M);
    write_ui(ui, view, *wanted, target, preview, commands);
}

/// What stands below the name of what is wanted.
fn below(view: &View<'_>, wanted: &Wanted, preview: &Preview) -> String {
    match wanted.what {
        What::Excerpts => {
            let codings = view.say(&Message::new("count-codings").with("n", preview.total));
            let segments = view.say(&Message::new("count-segments").with("n", preview.segments));
            view.say(&Message::new("report-codings").with("codings", codings).with("segments", segments))
        }
        What::Comparison => comparison_words(view, wanted),
        What::Table(kind) => kind.name(view.catalog),
        What::Tables => view.text("report-tables.note"),
        What::Chart(kind) => kind.name(view.catalog),
        What::Transcript => view.text("report-transcript-note"),
        What::Codebook => view.text("report-codebook-note"),
        What::Audit => view.text("report-audit-note"),
        What::MemberCheck => view.text("report-membercheck-note"),
    }
}

/// What the comparison sets against what: "Peran × kelompok informan, per teknik".
pub(super) fn comparison_words(view: &View<'_>, wanted: &Wanted) -> String {
    let rows = view.text(&format!("compare-rows-{}", wanted.rows));
    let columns = axis_words(view, wanted.by);
    // What the researcher has named keeps its letters.
    let columns = if matches!(wanted.by, Axis::Attribute(_)) { columns } else { columns.to_lowercase() };
    let what = view.say(&Message::new("report-comparison-what").with("rows", rows).with("columns", columns));
    match CROSSING.iter().find(|(axis, _)| Some(*axis) == wanted.within) {
        None => what,
        Some((_, key)) => {
            let divided = Message::new("report-comparison-divided").with("what", what);
            view.say(&divided.with("within", view.text(key).to_lowercase()))
        }
    }
}

/// What an axis is called, by the name that the researcher gave it where it is one of the project's own.
fn axis_words(view: &View<'_>, axis: Axis) -> String {
    match axis {
        Axis::Attribute(id) => {
            let own = view.study.attributes.iter().find(|attribute| attribute.id == id);
            own.map(|attribute| attribute.name.clone()).unwrap_or_default()
        }
        _ => view.text(&format!("compare-by-{axis}")),
    }
}

fn named(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(space::S);
    label_ui(ui, Words::of(&view.text(key), type_scale::SMALL, Theme::of(ui).text2));
}

/// Rows, what cells hold and how passages are cited.
fn table_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    let tables = wanted.what.tables();
    let is_matrix = tables.iter().any(|kind| kind.axis().is_some());
    let is_cited = is_matrix || tables.contains(&TableKind::Coding);
    let table = &mut wanted.table;
    if is_matrix {
        named(ui, view, "tables-option-rows");
        let words = ROWS.map(|rows| view.text(&format!("tables-rows-{rows}")));
        let rows: Vec<_> = ROWS.into_iter().zip(&words).map(|(rows, name)| (rows, None, name.as_str())).collect();
        if let Some(rows) = segmented_wide_ui(ui, &view.text("tables-option-rows"), table.rows, &rows) {
            table.rows = rows;
        }
        named(ui, view, "tables-option-cells");
        let cells = CellWords::ALL.map(|cells| (cells, view.text(&format!("tables-cells-{cells}"))));
        choice_ui(ui, &view.text("tables-option-cells"), &mut table.cells, &cells);
    }
    if is_cited {
        named(ui, view, "tables-option-citation");
        let full = view.study.citation_example(&view.study.project.citation);
        let full = full.unwrap_or_else(|| view.text("tables-citation-full"));
        let forms = [(CitationForm::Short, view.text("tables-citation-short")), (CitationForm::Full, full)];
        choice_ui(ui, &view.text("tables-option-citation"), &mut table.citation, &forms);
    }
}

/// What somebody should know before it is handed out.
fn warnings_ui(ui: &mut Ui, view: &View<'_>, wanted: &Wanted) {
    let study = view.study;
    let has_quotations = match wanted.what {
        What::Excerpts | What::Transcript => true,
        What::Table(kind) => kind != TableKind::Informants && kind != TableKind::Coding,
        What::Tables | What::MemberCheck => true,
        What::Comparison | What::Chart(_) | What::Codebook | What::Audit => false,
    };
    if !has_quotations {
        return;
    }
    let children: Vec<&str> = (study.informants.iter())
        .filter(|informant| informant.lacks_guardian() && !informant.is_withdrawn())
        .map(|informant| informant.code.as_str())
        .collect();
    let mut said = Vec::new();
    if !children.is_empty() {
        said.push(Message::new("report-warn-guardian").with("names", children.join(", ")));
    }
    if !study.locked.codings.is_empty() {
        said.push(Message::new("paper-locked").with("n", study.locked.codings.len()));
    }
    if wanted.what == What::Excerpts {
        let filter = wanted.filter();
        let is_wanted = filter.matcher(study);
        let takes_one = |code: u32| study.codes.get(code as usize).is_some_and(|code| code.kind == CodeKind::Role);
        let unset = study.codings.iter().filter(|entry| entry.coding.direction.is_none() && takes_one(entry.code));
        let n = unset.filter(|entry| is_wanted(entry)).count();
        if n > 0 {
            said.push(Message::new("report-warn-direction").with("n", n));
        }
    }
    for message in &said {
        warning_ui(ui, &view.say(message), None);
    }
}

/// Which rows of a triangulation nobody has judged yet, and the way to do it.
fn unrated_ui(ui: &mut Ui, view: &View<'_>, wanted: &Wanted, commands: &mut Commands) {
    let What::Table(kind) = wanted.what else { return };
    let (rows, axis) = match kind.axis() {
        Some(axis) => (wanted.table.rows, axis),
        None if kind == TableKind::Evaluation => (RowsKind::Roles, Axis::Group),
        None => return,
    };
    let is_open = |row: &Row| match kind {
        TableKind::Evaluation => row.evaluation.is_none(),
        _ => row.verdict == Verdict::Unrated && is_handed_in(view.study, row),
    };
    let compared = compare(view.study, rows, axis);
    let names: Vec<String> = compared.rows.into_iter().filter(is_open).map(|row| row.label).collect();
    if names.is_empty() {
        return;
    }
    let warning = Message::new("report-warn-unrated").with("names", some_of(view, &names));
    if warning_ui(ui, &view.say(&warning), Some(&view.text("report-rate-now"))) {
        commands.send(Request::Go(PlaceKind::Compare));
    }
}

/// The first of some names, and how many more there are.
fn some_of(view: &View<'_>, names: &[String]) -> String {
    if names.len() <= NAMED + 1 {
        return view.catalog.list(names);
    }
    let more = view.say(&Message::new("report-more-names").with("n", names.len() - NAMED));
    let mut some = names[..NAMED].to_vec();
    some.push(more);
    view.catalog.list(&some)
}

/// A warning on its ground, with a link below it; whether that was followed.
fn warning_ui(ui: &mut Ui, words: &str, link: Option<&str>) -> bool {
    ui.add_space(space::XS);
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.partial.fill).corner_radius(CornerRadius::same(radius::CARD));
    let shown = frame.inner_margin(space::S).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let size = vec2(measure::ICON, type_scale::SMALL.line);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            icon_at(ui.painter(), rect.center(), icons::WARNING, measure::ICON, theme.partial.text);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                label_ui(ui, Words::of(words, type_scale::SMALL, theme.partial.text));
                link.is_some_and(|link| Button::link(link).small_words().ui(ui).clicked())
            })
            .inner
        })
        .inner
    });
    shown.inner
}

fn filters_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    let study = view.study;
    named(ui, view, "report-grouping");
    let words = Grouping::ALL.map(|by| view.text(&format!("report-grouping-{by}")));
    let choices: Vec<_> = Grouping::ALL.into_iter().zip(&words).map(|(by, words)| (by, None, words.as_str())).collect();
    if let Some(by) = segmented_wide_ui(ui, &view.text("report-grouping"), wanted.grouping, &choices) {
        wanted.grouping = by;
    }
    let codes = study.codes.iter().map(|code| (code.id, code.full_name()));
    choice_of_ui(ui, view, "report-code", "report-code-all", &mut wanted.code, codes);
    let groups = study.groups.iter().map(|group| (group.id, group.name.clone()));
    choice_of_ui(ui, view, "report-group", "report-group-all", &mut wanted.group, groups);
    let techniques = Technique::ALL.into_iter().map(|one| (one, view.text(&format!("technique-{one}"))));
    choice_of_ui(ui, view, "report-technique", "report-technique-all", &mut wanted.technique, techniques);
}

/// One of a list, or all of it.
fn choice_of_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    all: &str,
    chosen: &mut Option<T>,
    list: impl Iterator<Item = (T, String)>,
) {
    named(ui, view, name);
    let all = std::iter::once((None, view.text(all)));
    let choices: Vec<_> = all.chain(list.map(|(value, words)| (Some(value), words))).collect();
    choice_ui(ui, &view.text(name), chosen, &choices);
}

/// What the board compares: its rows, its columns and what these are divided by.
fn sides_ui(ui: &mut Ui, view: &View<'_>, wanted: &mut Wanted) {
    named(ui, view, "compare-rows");
    let rows = ROWS.map(|rows| (rows, view.text(&format!("compare-rows-{rows}"))));
    choice_ui(ui, &view.text("compare-rows"), &mut wanted.rows, &rows);
    named(ui, view, "compare-by");
    let own = view.study.attributes.iter().map(|attribute| Axis::Attribute(attribute.id));
    let axes: Vec<_> = Axis::ALL.into_iter().chain(own).map(|axis| (axis, axis_words(view, axis))).collect();
    choice_ui(ui, &view.text("compare-by"), &mut wanted.by, &axes);
    let crossing = CROSSING.into_iter().filter(|(axis, _)| *axis != wanted.by);
    let crossing = crossing.map(|(axis, key)| (axis, view.text(key)));
    choice_of_ui(ui, view, "compare-within", "compare-within-none", &mut wanted.within, crossing);
}
