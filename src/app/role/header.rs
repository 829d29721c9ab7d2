//! The head of a role's page: which role it is and what it means, the way back and to its neighbours, and what of it
//! the columns show.

use super::measures;
use super::spread::Spread;
use super::{RolePage, Wish, has_times};
use crate::analysis::Axis;
use crate::app::coding::meaning_ui;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Pill, Words, hairline_h, label_ui, segmented_ui, swatch_at, verdict_ui};
use crate::domain::{CodeId, Direction, Message, Verdict};
use eframe::egui::{
    Align, CornerRadius, Layout, Popup, PopupCloseBehavior, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

/// Height of the row with the title.
const TITLE: f32 = 32.0;
/// Height of the row with the definition.
const ABOUT: f32 = 28.0;
/// Names of indicators shorter than this say nothing: the short code stands alone.
const LEAST_NAME: f32 = 36.0;

/// The codes one can turn to from a role, in the order of the codebook: those at the top of the same codebook that are
/// of the same kind.
pub(super) fn roles(view: &View<'_>, role: CodeId) -> Vec<CodeId> {
    let Some(own) = view.study.code(role) else { return Vec::new() };
    let tops = view.study.codes.iter().zip(&view.study.code_parents).filter(|(_, parent)| parent.is_none());
    let alike = tops.filter(|(code, _)| code.kind == own.kind && code.codebook == own.codebook);
    alike.map(|(code, _)| code.id).collect()
}

impl RolePage {
    /// Draws it.
    pub(super) fn header_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        commands: &mut Commands,
        wish: &mut Option<Wish>,
    ) {
        let theme = Theme::of(ui);
        let height = if view.is_small { measures::HEADER_SMALL } else { measures::HEADER };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.page);
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let inner = rect.shrink2(vec2(space::L, if view.is_small { space::XXS } else { space::S }));
        let left = inner.left() + measure::BUTTON_SMALL + space::XS;
        let row =
            |top: f32, height: f32, left: f32| Rect::from_min_max(pos2(left, top), pos2(inner.right(), top + height));
        let title = row(inner.top(), TITLE, inner.left() - space::XXS);
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(title).layout(layout).id_salt("title"), |ui| {
            self.title_ui(ui, view, spread, commands, wish);
        });
        let about = row(title.bottom(), ABOUT, left);
        ui.scope_builder(UiBuilder::new().max_rect(about).layout(layout).id_salt("about"), |ui| {
            self.about_ui(ui, view);
        });
        let filters = row(inner.bottom() - measure::BUTTON, measure::BUTTON, left);
        ui.scope_builder(UiBuilder::new().max_rect(filters).layout(layout).id_salt("filters"), |ui| {
            self.filters_ui(ui, view, spread, commands);
        });
        ui.advance_cursor_after_rect(rect);
    }

    fn title_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        commands: &mut Commands,
        wish: &mut Option<Wish>,
    ) {
        let theme = Theme::of(ui);
        let Some(code) = view.study.code(self.role) else { return };
        ui.spacing_mut().item_spacing.x = space::XS;
        let (back, tip) = (view.text("role-back"), view.text("role-back.tip"));
        if Button::icon_only(icons::CARET_LEFT, &back).tip(&tip).small().ui(ui).clicked() {
            *wish = Some(Wish::Back);
        }
        ui.add_space(space::XXS);
        let (swatch, _) = ui.allocate_exact_size(Vec2::splat(measures::SWATCH), Sense::hover());
        swatch_at(ui.painter(), swatch, theme.code(code.colour), code.digit(), theme.text);
        ui.add_space(space::XXS);
        // A long name leaves room for the result and the neighbours.
        let most = (ui.available_width() * 0.5).floor();
        let words = Words::of(&code.name, type_scale::TITLE, theme.text).within(ui.painter(), most, 1);
        let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &code.name));
        let is_cut = words.elided;
        ui.painter().galley(rect.min, words, theme.text);
        if is_cut {
            response.on_hover_text(&code.name);
        }
        if let Some(row) = spread.row().filter(|_| spread.is_directed) {
            ui.add_space(space::XXS);
            let columns = spread.comparison.columns.iter().zip(&spread.sides);
            let silent = columns.filter(|(column, _)| row.silent.contains(&column.id));
            let silent: Vec<&str> = silent.map(|(_, side)| side.title.as_str()).collect();
            let silent = if row.verdict == Verdict::Silence { silent.join(", ") } else { String::new() };
            verdict_ui(ui, view.catalog, row.verdict, &silent);
        }
        let roles = roles(view, self.role);
        let at = roles.iter().position(|role| *role == self.role).unwrap_or_default();
        let name = |at: Option<usize>| {
            let id = at.and_then(|at| roles.get(at))?;
            Some((*id, view.study.code(*id)?.name.clone()))
        };
        let (before, behind) = (name(at.checked_sub(1)), name(at.checked_add(1)));
        let mut turned = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (role, is_next) in [(behind, true), (before, false)] {
                let Some((id, name)) = role else { continue };
                let (icon, key) = match is_next {
                    true => (icons::CARET_DOWN, "role-next"),
                    false => (icons::CARET_UP, "role-previous"),
                };
                let said = view.say(&Message::new(key).with("role", name.as_str()));
                let button = if view.is_small {
                    Button::icon_only(icon, &said)
                } else if is_next {
                    Button::quiet(&name).trailing(icon).said(&said).at_most(measures::NEIGHBOUR)
                } else {
                    Button::quiet(&name).icon(icon).said(&said).at_most(measures::NEIGHBOUR)
                };
                if button.small().tip(&said).ui(ui).clicked() {
                    turned = Some(id);
                }
            }
        });
        if let Some(role) = turned {
            self.turn_to(role, commands);
        }
    }

    /// The definition in one row, and the rest of what is written about the code behind a link.
    fn about_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let theme = Theme::of(ui);
        let Some(code) = view.study.code(self.row) else { return };
        ui.spacing_mut().item_spacing.x = space::XXS;
        let more = view.text("role-meaning");
        let link = Words::of(&more, type_scale::BODY, theme.text).row(ui.painter()).size().x;
        let is_role = self.row == self.role;
        let about = match (is_role, code.definition.is_empty()) {
            (true, true) => view.text("coding-undefined"),
            (true, false) => code.definition.clone(),
            // An indicator is told apart from its role by its name.
            (false, true) => code.full_name(),
            (false, false) => format!("{}: {}", code.full_name(), code.definition),
        };
        let most = ui.available_width() - link - space::XS;
        let words = Words::of(&about, type_scale::BODY, theme.text2).within(ui.painter(), most, 1);
        let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &about));
        let is_cut = words.elided;
        ui.painter().galley(rect.min, words, theme.text2);
        if is_cut {
            response.on_hover_text(&about);
        }
        let button = Button::link(&more).ui(ui);
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.accessible_name(&more).width(measures::MEANING).show(|ui| {
            ui.set_width(measures::MEANING);
            let most = (ui.ctx().content_rect().height() * 0.6).floor();
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                ui.set_max_width(measures::MEANING - space::M);
                label_ui(ui, Words::of(&code.full_name(), type_scale::HEADING, theme.text));
                ui.add_space(space::XS);
                meaning_ui(ui, view, code, type_scale::BODY);
            });
        });
    }

    fn filters_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        ui.spacing_mut().item_spacing.x = space::XS;
        let whole = ui.max_rect();
        let mut switch = ui.new_child(UiBuilder::new().max_rect(whole).layout(Layout::right_to_left(Align::Center)));
        self.switch_ui(&mut switch, view, commands);
        let room = Rect::from_min_max(whole.min, pos2(switch.min_rect().left() - space::S, whole.bottom()));
        let mut pills = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)));
        pills.set_clip_rect(room.expand(space::XXS).intersect(ui.clip_rect()));
        self.pills_ui(&mut pills, view, spread, commands);
    }

    fn switch_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let words = ["role-by-source", "role-by-technique", "role-by-time"].map(|key| view.text(key));
        let mut choices = vec![(Axis::Group, None, words[0].as_str()), (Axis::Technique, None, words[1].as_str())];
        if has_times(view) {
            choices.push((Axis::Date, None, words[2].as_str()));
        }
        if let Some(by) = segmented_ui(ui, &view.text("role-by"), self.by, &choices) {
            self.leave(commands);
            self.by = by;
        }
    }

    /// All indicators, each of them, and the negative cases.
    fn pills_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let all = view.text(if view.is_small { "role-all-short" } else { "role-all" });
        let all_name = view.text("role-all");
        let negative = view.text("role-negative");
        let negative_tip = view.text("role-negative.tip");
        let (is_negative, row) = (self.is_negative, self.row);
        let negative_pill = || Pill {
            words: &negative,
            count: "",
            name: &negative_tip,
            marks: &[Direction::Weakens, Direction::Partly],
            is_chosen: is_negative,
            most: f32::INFINITY,
        };
        let counts: Vec<String> = spread.indicators.iter().map(|one| one.segments.to_string()).collect();
        let names = widths(ui, view, spread, &counts, &all, negative_pill().room(ui));
        let count = spread.segments.to_string();
        let pill = Pill {
            words: &all,
            count: &count,
            name: &all_name,
            marks: &[],
            is_chosen: row == self.role,
            most: f32::INFINITY,
        };
        if pill.ui(ui).clicked() {
            self.choose(self.role, commands);
        }
        for ((indicator, count), most) in spread.indicators.iter().zip(&counts).zip(names) {
            let full = format!("{} {}", indicator.short, indicator.name);
            let words = if most < LEAST_NAME { indicator.short.as_str() } else { full.trim_end() };
            let pill = Pill {
                words,
                count,
                name: full.trim_end(),
                marks: &[],
                is_chosen: row == indicator.code,
                most: if most < LEAST_NAME { f32::INFINITY } else { most },
            };
            if pill.ui(ui).clicked() {
                self.choose(indicator.code, commands);
            }
        }
        if spread.is_directed {
            ui.add_space(space::S);
            if negative_pill().ui(ui).clicked() {
                self.is_negative = !self.is_negative;
            }
        }
    }
}

/// How wide the words of each indicator's pill may be, so that all pills stand in one row.
fn widths(ui: &Ui, view: &View<'_>, spread: &Spread, counts: &[String], all: &str, negative: f32) -> Vec<f32> {
    let theme = Theme::of(ui);
    let measured = |words: &str| Words::of(words, type_scale::SMALL.strong(), theme.text).row(ui.painter()).size().x;
    let room_of = |count: &str| {
        let pill = Pill { words: "x", count, name: "", marks: &[], is_chosen: false, most: f32::INFINITY };
        pill.room(ui)
    };
    let gap = ui.spacing().item_spacing.x;
    let fixed = measured(all)
        + room_of(&spread.segments.to_string())
        + if spread.is_directed { gap + space::S + negative + measured(&view.text("role-negative")) } else { 0.0 };
    let beside: f32 = counts.iter().map(|count| gap + room_of(count)).sum();
    let mut natural: Vec<f32> =
        spread.indicators.iter().map(|one| measured(format!("{} {}", one.short, one.name).trim_end()) + 1.0).collect();
    let room = ui.available_width() - fixed - beside;
    if natural.iter().sum::<f32>() <= room {
        return natural;
    }
    // What the short ones do not need goes to the long ones.
    let mut order: Vec<usize> = (0..natural.len()).collect();
    order.sort_by(|a, b| natural[*a].total_cmp(&natural[*b]));
    let mut left = room;
    for (done, at) in order.iter().enumerate() {
        let share = (left / (order.len() - done) as f32).floor().max(0.0);
        natural[*at] = natural[*at].min(share);
        left -= natural[*at];
    }
    // A name needs room behind its short code.
    let short = spread.indicators.iter().map(|one| measured(&one.short)).fold(0.0, f32::max);
    if natural.iter().any(|width| *width < short + LEAST_NAME) {
        natural.fill(0.0);
    }
    natural
}
