//! What the table of sources is narrowed by: words, technique, group, progress.

use crate::analysis::Stage;
use crate::app::data::rows::Rows;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, choice_ui, hairline_h, search_field_ui};
use crate::domain::{GroupId, Message, Technique};
use eframe::egui::{Align, CornerRadius, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of the bar.
const BAR: f32 = 48.0;
/// Width of the words' field and of the lists.
const FIELD: f32 = 240.0;
const LIST: (f32, f32) = (72.0, 172.0);
/// What the count and the link at the right take, and the width of the bar from which there is room for the count.
const COUNT: f32 = 230.0;
const LINK: f32 = 96.0;
const WIDE: f32 = 800.0;

/// What a source must be to be listed.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Filter {
    words: String,
    technique: Option<Technique>,
    group: Option<GroupId>,
    stage: Option<Stage>,
}

impl Filter {
    /// Whether it keeps anything out.
    pub fn is_narrow(&self) -> bool {
        *self != Self::default() && (!self.words.trim().is_empty() || !self.is_only_words())
    }

    fn is_only_words(&self) -> bool {
        self.technique.is_none() && self.group.is_none() && self.stage.is_none()
    }

    /// Places in the study that pass.
    pub fn passing(&self, view: &View<'_>, rows: &Rows) -> Vec<usize> {
        let study = view.study;
        let wanted: Vec<String> = self.words.split_whitespace().map(str::to_lowercase).collect();
        let group = self.group.map(|id| study.group_at(id));
        let is_in = |at: &usize| {
            let (Some(source), Some(row)) = (study.sources.get(*at), rows.sources.get(*at)) else { return false };
            if self.technique.is_some_and(|technique| source.technique != technique)
                || self.stage.is_some_and(|stage| row.stand.stage != stage)
                || group.is_some_and(|group| group.is_none_or(|group| !row.groups.contains(&group)))
            {
                return false;
            }
            if wanted.is_empty() {
                return true;
            }
            let people = row.informants.iter().filter_map(|at| study.informants.get(*at as usize));
            let mut words: Vec<&str> = people.map(|informant| informant.code.as_str()).collect();
            words.extend([
                source.name.as_str(),
                &source.short,
                &source.description,
                &source.place,
                &source.setting,
                &source.note,
                &source.original_name,
            ]);
            let words = words.join("\n").to_lowercase();
            wanted.iter().all(|wanted| words.contains(wanted))
        };
        (0..study.sources.len()).filter(is_in).collect()
    }

    /// Draws the bar: the words, three lists, how many are left. `wants_focus` leads to the words.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, left: usize, wants_focus: bool) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let inner = rect.shrink2(vec2(space::L, 8.0));
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let is_wide = inner.width() >= WIDE;
            let room = inner.width() - if is_wide { COUNT } else { LINK };
            let list = ((room - FIELD.min(room / 3.0)) / 3.0 - space::XS).clamp(LIST.0, LIST.1);
            let field = (room - 3.0 * (list + space::XS)).clamp(LIST.0, FIELD);
            ui.allocate_ui(vec2(field, measure::BUTTON), |ui| {
                let field = search_field_ui(ui, &mut self.words, &view.text("data-filter-words"), "");
                if wants_focus {
                    field.request_focus();
                }
            });
            // A narrow list has room for what it narrows by, not for more.
            let any = |whole: &str, short: &str| view.text(if is_wide { whole } else { short });
            let techniques: Vec<(Option<Technique>, String)> =
                [(None, any("data-filter-any-technique", "data-column-technique"))]
                    .into_iter()
                    .chain(Technique::ALL.map(|one| (Some(one), view.text(&format!("technique-{one}")))))
                    .collect();
            list_ui(ui, list, &view.text("data-column-technique"), &mut self.technique, &techniques);
            let groups: Vec<(Option<GroupId>, String)> = [(None, any("data-filter-any-group", "data-column-groups"))]
                .into_iter()
                .chain(view.study.groups.iter().map(|group| (Some(group.id), group.name.clone())))
                .collect();
            list_ui(ui, list, &view.text("data-column-groups"), &mut self.group, &groups);
            let stages: Vec<(Option<Stage>, String)> = [(None, any("data-filter-any-stage", "data-column-progress"))]
                .into_iter()
                .chain(
                    [Stage::Untouched, Stage::InProgress, Stage::Done]
                        .map(|stage| (Some(stage), view.text(&format!("stage-{}", stage.key())))),
                )
                .collect();
            list_ui(ui, list, &view.text("data-column-progress"), &mut self.stage, &stages);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if self.is_narrow() && Button::link(&view.text("data-filter-clear")).small_words().ui(ui).clicked() {
                    *self = Self::default();
                }
                if !is_wide {
                    return;
                }
                let whole = view.study.sources.len();
                let words = view.say(&Message::new("data-filter-left").with("n", left).with("whole", whole));
                let galley = Words::of(&words, type_scale::SMALL, theme.text2);
                let galley = galley.within(ui.painter(), ui.available_width(), 1);
                let (place, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
                ui.painter().galley(pos2(place.left(), place.top()), galley, theme.text2);
            });
        });
    }
}

fn list_ui<T: PartialEq + Clone>(ui: &mut Ui, width: f32, name: &str, chosen: &mut T, choices: &[(T, String)]) {
    ui.allocate_ui(vec2(width, measure::BUTTON), |ui| choice_ui(ui, name, chosen, choices));
}
