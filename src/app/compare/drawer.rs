//! The panel beside the board: every quotation of one cell, or of one reason for being left out, in full, and one of
//! them in its context. The board stays where it is; a link leads on to the place in the transcript.

use super::board::Board;
use super::fit::Laid;
use super::measures;
use super::quote::Edges;
use crate::analysis::{LeftOutReason, Marks};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::passage::Passage;
use crate::app::place::Spot;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{
    Button, CodeChip, Words, direction_key, focus_ring, hairline_h, label_ui, mark_at, swatch_at,
};
use crate::domain::{Colour, Direction, Message, SegmentId};
use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

/// What the panel shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opened {
    /// A cell: row, column.
    Cell(usize, usize),
    /// The passages left out for a reason.
    LeftOut(LeftOutReason),
}

/// The panel.
pub struct Drawer {
    opened: Opened,
    quotations: Vec<Quotation>,
    total: usize,
    limit: usize,
    is_new: bool,
    /// The quotation that is read in its context.
    read: Option<Passage>,
}

/// What the user wants of the panel.
pub enum Wish {
    /// Close it.
    Close,
    /// Show the cell this many columns further.
    Step(isize),
}

struct Quotation {
    segment: SegmentId,
    spot: Spot,
    /// What the passage says, where all its codes say the same.
    mark: Option<Option<Direction>>,
    /// Codes with, where they differ, what each says.
    chips: Vec<(u32, Option<Option<Direction>>)>,
    quote: String,
    edges: Edges,
    citation: String,
    name: String,
}

impl Drawer {
    /// The quotations of a cell or of a reason; `read` is the one that is read in its context, the first where it is
    /// not there.
    pub fn new(view: &View<'_>, board: &Board, opened: Opened, read: Option<SegmentId>) -> Self {
        let limit = measures::DRAWER_PAGE;
        let mut drawer = Self { opened, quotations: Vec::new(), total: 0, limit, is_new: true, read: None };
        drawer.fill(view, board);
        let is_there = |segment: &SegmentId| drawer.quotations.iter().any(|quotation| quotation.segment == *segment);
        let first = drawer.quotations.first().map(|quotation| quotation.segment);
        drawer.read = read.filter(is_there).or(first).map(Passage::brief);
        drawer
    }

    /// What it shows.
    pub const fn opened(&self) -> Opened {
        self.opened
    }

    /// Lists the quotations anew, after a change of the project or when more are wanted.
    pub fn fill(&mut self, view: &View<'_>, board: &Board) {
        let study = view.study;
        let places = match self.opened {
            Opened::Cell(row, column) => board.listed(study, row, column),
            Opened::LeftOut(reason) => {
                board.left_out(study, reason).into_iter().map(|place| (place, Marks::default())).collect()
            }
        };
        self.total = places.len();
        self.quotations = places.iter().take(self.limit).map(|place| self.quotation(view, board, *place)).collect();
    }

    fn quotation(&self, view: &View<'_>, board: &Board, (place, marks): (u32, Marks)) -> Quotation {
        let study = view.study;
        let entry = &study.segments[place as usize];
        let row = match self.opened {
            Opened::Cell(row, _) => board.rows.get(row).map(|head| (row, head)),
            Opened::LeftOut(_) => None,
        };
        // What bears on a finding says its own of it, whatever its codes say.
        let own = row.filter(|(_, head)| head.key.finding().is_some()).map(|(row, _)| board.directions(row, marks));
        let codings = match row {
            Some((row, head)) if head.key.code().is_some() => {
                board.row_codings(study, row, place).collect::<Vec<u32>>()
            }
            _ => board.codings_of(place).to_vec(),
        };
        let takes_direction = own.is_none() && row.is_none_or(|(_, head)| head.is_directed);
        let mut said: Vec<(u32, Option<Direction>)> = codings
            .iter()
            .map(|at| (study.codings[*at as usize].code, study.codings[*at as usize].coding.direction))
            .collect();
        said.dedup();
        let first = said.first().map(|(_, direction)| *direction);
        let is_one = said.iter().all(|(_, direction)| Some(*direction) == first);
        let mark = match own.as_deref() {
            Some(own) => own.first().copied(),
            None => first.filter(|_| is_one && takes_direction),
        };
        let chips =
            said.iter().map(|(code, direction)| (*code, (takes_direction && !is_one).then_some(*direction))).collect();
        let narrow = board.citation(study, view.catalog, place);
        let date = study.sources.get(entry.source as usize).and_then(|source| source.date);
        let citation = match date {
            Some(date) => {
                let dated = Message::new("compare-line-date").with("citation", narrow.as_str());
                view.say(&dated.with("date", view.catalog.short_date(date)))
            }
            None => narrow.clone(),
        };
        let words = &*entry.segment.quote;
        let name = match mark {
            Some(direction) => Message::new("compare-quote").with("direction", view.text(direction_key(direction))),
            None => Message::new("compare-quote-plain"),
        };
        Quotation {
            segment: entry.segment.id,
            spot: Spot {
                source: entry.segment.source,
                range: Some(entry.segment.range),
                coding: codings.first().map(|at| study.codings[*at as usize].coding.id),
            },
            mark,
            chips,
            quote: words.to_owned(),
            edges: Edges::of(words),
            citation,
            name: view.say(&name.with("citation", narrow).with("words", words)),
        }
    }

    /// Draws the panel over the room there is.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &Board, commands: &mut Commands) -> Option<Wish> {
        let theme = Theme::of(ui);
        let wish = self.head_ui(ui, view, board);
        let mut wants_more = false;
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("drawer");
        let is_new = std::mem::take(&mut self.is_new);
        if is_new {
            area = area.vertical_scroll_offset(0.0);
        }
        let mut turned = None;
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, quotation) in self.quotations.iter().enumerate() {
                let read = self.read.as_mut().filter(|passage| passage.segment() == quotation.segment);
                let is_read = read.is_some();
                let response = quotation_ui(ui, view, (at, quotation), read, commands);
                if is_new && at > 0 && is_read {
                    response.scroll_to_me(Some(Align::Center));
                }
                if response.clicked() {
                    turned = Some((!is_read).then(|| Passage::brief(quotation.segment)));
                }
            }
            if let Opened::Cell(row, column) = self.opened
                && self.quotations.is_empty()
                && let Some(words) = board.words(view.catalog, row, column)
            {
                ui.add_space(space::M);
                ui.horizontal(|ui| {
                    ui.add_space(space::M);
                    label_ui(ui, Words::of(&words.line, type_scale::BODY, theme.text2));
                });
            }
            if self.quotations.len() < self.total {
                ui.add_space(space::S);
                let rest = self.total - self.quotations.len();
                let more = view.say(&Message::new("compare-more").with("n", rest.min(measures::DRAWER_PAGE)));
                ui.vertical_centered(|ui| wants_more = Button::outlined(&more).small().ui(ui).clicked());
                ui.add_space(space::S);
            }
        });
        if let Some(read) = turned {
            self.read = read;
        }
        if wants_more {
            self.limit += measures::DRAWER_PAGE;
            self.fill(view, board);
        }
        wish
    }

    fn head_ui(&self, ui: &mut Ui, view: &View<'_>, board: &Board) -> Option<Wish> {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measures::DRAWER_HEAD), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let mut left = rect.left() + space::M;
        let (title, side, below) = match self.opened {
            Opened::Cell(row, column) => {
                let (Some(row_head), Some(column_head)) = (board.rows.get(row), board.heads.get(column)) else {
                    return Some(Wish::Close);
                };
                let at = pos2(left, rect.top() + space::S + 1.0);
                let swatch = Rect::from_min_size(at, Vec2::splat(measure::SWATCH));
                swatch_at(ui.painter(), swatch, theme.code(row_head.colour), row_head.digit, theme.text);
                left = swatch.right() + space::XS + 2.0;
                let counts = board.words(view.catalog, row, column).map(|words| words.line.clone()).unwrap_or_default();
                (row_head.name.clone(), format!(" · {}", column_head.title), counts)
            }
            Opened::LeftOut(reason) => {
                (view.text("compare-left-out-title"), String::new(), left_out_words(view, reason, self.total))
            }
        };
        let width = (rect.right() - left - 3.0 * measure::BUTTON_SMALL - space::S - space::XS).max(0.0);
        // A long name of a row gives way to the name of the column.
        let most = (width / 2.0).floor();
        let side_words = Words::of(&side, type_scale::HEADING, theme.text).within(ui.painter(), most, 1);
        let rest = width - side_words.size().x;
        let heading = Words::of(&title, type_scale::HEADING, theme.text).within(ui.painter(), rest, 1);
        let name = Rect::from_min_size(pos2(left, rect.top() + space::XS + 2.0), heading.size());
        ui.painter().galley(name.right_top(), side_words, theme.text);
        let response = ui.interact(name, ui.scope_id().with("drawer head"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}{side}")));
        ui.painter().galley(name.min, heading, theme.text);
        let width = rect.right() - left - space::M;
        let caption = Words::of(&below, type_scale::SMALL, theme.text3).within(ui.painter(), width, 1);
        ui.painter().galley(pos2(left, rect.bottom() - space::S - caption.size().y + 2.0), caption, theme.text3);
        let buttons =
            Rect::from_min_max(pos2(rect.left(), rect.top() + 4.0), pos2(rect.right() - space::XS, rect.top() + 34.0));
        let mut wish = None;
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(buttons).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let close = view.text("compare-drawer-close");
            let tip = view.text("compare-drawer-close.tip");
            if Button::icon_only(icons::X, &close).tip(&tip).small().ui(ui).clicked() {
                wish = Some(Wish::Close);
            }
            if let Opened::Cell(_, column) = self.opened {
                let next = view.text("compare-drawer-next");
                let has_next = column + 1 < board.heads.len();
                if Button::icon_only(icons::CARET_RIGHT, &next).small().enabled(has_next).ui(ui).clicked() {
                    wish = Some(Wish::Step(1));
                }
                let previous = view.text("compare-drawer-previous");
                if Button::icon_only(icons::CARET_LEFT, &previous).small().enabled(column > 0).ui(ui).clicked() {
                    wish = Some(Wish::Step(-1));
                }
            }
        });
        ui.advance_cursor_after_rect(rect);
        wish
    }
}

/// What is left out for a reason, and how much of it.
pub fn left_out_words(view: &View<'_>, reason: LeftOutReason, n: usize) -> String {
    let key = match reason {
        LeftOutReason::Researcher => "compare-left-out-researcher",
        LeftOutReason::NoInformant => "compare-left-out-no-informant",
        LeftOutReason::Context => "compare-left-out-context",
        LeftOutReason::Withdrawn => "compare-left-out-withdrawn",
    };
    view.say(&Message::new(key).with("n", n))
}

/// Draws one quotation, in its context where it is read in it.
fn quotation_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (at, quotation): (usize, &Quotation),
    read: Option<&mut Passage>,
    commands: &mut Commands,
) -> Response {
    let theme = Theme::of(ui);
    let is_read = read.is_some();
    let width = ui.available_width();
    let inner = width - 2.0 * space::M;
    let citation = Words::of(&quotation.citation, type_scale::CAPTION, theme.text3).row(ui.painter());
    // Chips that do not fit beside the citation go into rows of their own; the height is known only after
    // they are drawn, so the fill behind them is put in afterwards.
    let top = ui.cursor().min;
    let fill = ui.painter().add(eframe::egui::Shape::Noop);
    let chips_left = top.x + space::M + quotation.mark.map_or(0.0, |_| measures::MARK_ROOM);
    let chips_top = top.y + space::S;
    let room = Rect::from_min_max(
        pos2(chips_left, chips_top),
        pos2(top.x + width - space::M - citation.size().x - space::XS, chips_top + measure::CHIP),
    );
    let head = space::S + chips_ui(ui, view, quotation, room) + space::XS;
    let words = Laid::new(ui.painter(), theme, &quotation.quote, quotation.edges, type_scale::QUOTE, inner);
    let height = if is_read { head } else { head + words.height() + space::S };
    let rect = Rect::from_min_size(top, vec2(width, height));
    let response = ui.interact(rect, ui.scope_id().with(("quotation", at)), Sense::click());
    ui.advance_cursor_after_rect(rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &quotation.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_read));
    let foot = read.map_or(rect.bottom(), |passage| context_ui(ui, view, quotation, passage, commands));
    let whole = rect.with_max_y(foot);
    if !ui.is_rect_visible(whole) {
        return response;
    }
    let painter = ui.painter();
    if is_read {
        painter.set(fill, eframe::egui::Shape::rect_filled(whole, CornerRadius::ZERO, theme.panel));
    } else if response.hovered() || response.has_focus() {
        painter.set(fill, eframe::egui::Shape::rect_filled(rect, CornerRadius::ZERO, theme.hover));
    }
    if let Some(direction) = quotation.mark {
        let middle = pos2(top.x + space::M + measure::MARK / 2.0, chips_top + measure::CHIP / 2.0);
        mark_at(painter, middle, measure::MARK, direction, theme.text);
    }
    let right =
        pos2(rect.right() - space::M - citation.size().x, chips_top + (measure::CHIP - citation.size().y) / 2.0);
    painter.galley(right, citation, theme.text3);
    if !is_read {
        let ink = if quotation.mark == Some(Some(Direction::Context)) { theme.text2 } else { theme.text };
        words.paint(painter, pos2(rect.left() + space::M, top.y + head), ink);
    }
    hairline_h(painter, rect.left() + space::M..=rect.right() - space::M, foot - 0.5, theme.line);
    focus_ring(ui, &response, rect.shrink(3.0), radius::CONTROL);
    let tip = if is_read { "compare-quote-tip-less" } else { "compare-quote-tip" };
    response.on_hover_text(view.text(tip))
}

/// Draws the lines round a quotation and the link that leads on to them; where they end.
fn context_ui(
    ui: &mut Ui,
    view: &View<'_>,
    quotation: &Quotation,
    passage: &mut Passage,
    commands: &mut Commands,
) -> f32 {
    let theme = Theme::of(ui);
    let code = quotation.chips.first().and_then(|(code, _)| view.study.codes.get(*code as usize));
    let look = theme.code(code.map_or(Colour([0x7A; 3]), |code| code.colour));
    let is_there = passage.inline_ui(ui, view, look);
    if !is_there {
        // On its way: the words themselves are known.
        let width = ui.available_width() - 2.0 * space::M;
        let words = Laid::new(ui.painter(), theme, &quotation.quote, quotation.edges, type_scale::QUOTE, width);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), words.height()), Sense::hover());
        words.paint(ui.painter(), rect.min + vec2(space::M, 0.0), theme.text);
    }
    ui.add_space(space::XXS);
    ui.horizontal(|ui| {
        ui.add_space(space::M);
        if Button::link(&view.text("compare-quote-go")).small_words().ui(ui).clicked() {
            commands.send(Request::Show(quotation.spot.clone()));
        }
    });
    ui.add_space(space::XXS);
    ui.cursor().top()
}

/// The codes of a quotation, in as many rows as they need; their height.
fn chips_ui(ui: &mut Ui, view: &View<'_>, quotation: &Quotation, room: Rect) -> f32 {
    let theme = Theme::of(ui);
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let chips = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, space::XXS);
        for (code, direction) in &quotation.chips {
            let Some(code) = view.study.codes.get(*code as usize) else { continue };
            let look = theme.code(code.colour);
            let chip = CodeChip { look, short: code.label(), name: "", direction: *direction }.ui(ui);
            chip.on_hover_text(&code.name);
        }
        ui.min_rect().height()
    });
    chips.inner.max(measure::CHIP)
}
