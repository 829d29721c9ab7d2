//! The panel at the right: the chosen informant with attributes, consent and memo, to be read and to be written.

use super::act;
use super::attributes::AttributePane;
use super::form::{Fact, is_typed};
use super::{PeopleTab, table};
use crate::app::commands::{Commands, Request};
use crate::app::data::detail::{choice_row_ui, fact_ui, hint_ui, part_ui};
use crate::app::data::rows::Rows;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, label_ui, menu_ui, rule_ui};
use crate::domain::{
    Attribute, AttributeHost, AttributeOf, ConsentKind, GroupId, Informant, InformantId, Message, Standing,
};
use eframe::egui::{Align, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// Room for the pencil behind an attribute.
const PENCIL: f32 = 36.0;

/// A part of what consent reaches to: its words, and where it is kept.
type ScopePart = (&'static str, fn(&mut Informant) -> &mut Option<bool>);

const SCOPE: [ScopePart; 4] = [
    ("people-scope-record", |informant| &mut informant.consent.scope.record),
    ("people-scope-quote", |informant| &mut informant.consent.scope.quote),
    ("people-scope-show", |informant| &mut informant.consent.scope.show),
    ("people-scope-archive", |informant| &mut informant.consent.scope.archive),
];

fn change(commands: &mut Commands, id: InformantId, set: impl FnOnce(&mut Informant) + Send + 'static) {
    commands.send(Request::change(move |project| project.set_informant(Some(id), set, &[])));
}

impl PeopleTab {
    /// Draws the chosen informant, or says how to choose one.
    pub fn detail_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        let found = self.chosen.and_then(|id| view.study.informant_at(id)).map(|at| at as usize);
        let Some((at, informant)) = found.and_then(|at| Some((at, view.study.informants.get(at)?))) else {
            return hint_ui(ui, view, "data-choose-informant");
        };
        ScrollArea::vertical().id_salt(("informant", informant.id)).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            part_ui(ui, |ui| {
                self.title_ui(ui, view, informant, commands);
                warnings_ui(ui, view, informant);
                self.form.ui(ui, view, Fact::Code, &view.text("data-column-code"), commands);
                self.form.ui(ui, view, Fact::Description, &view.text("data-column-position"), commands);
                group_ui(ui, view, informant, commands);
                standing_ui(ui, view, informant, commands);
                self.form.ui(ui, view, Fact::Pseudonym, &view.text("people-pseudonym"), commands);
                child_ui(ui, view, informant, commands);
                if let Some(row) = rows.informants.get(at) {
                    let sources = row.sources.iter().filter_map(|at| view.study.sources.get(*at as usize));
                    let sources: Vec<&str> = sources.map(|source| source.name.as_str()).collect();
                    fact_ui(ui, &view.text("data-column-sources"), &sources.join("\n"));
                    fact_ui(ui, &view.text("data-turns"), &row.turns.to_string());
                    fact_ui(ui, &view.text("data-column-segments"), &row.segments.to_string());
                }
                ui.add_space(space::XS);
                let assign = view.text("people-assign-here");
                if Button::outlined(&assign).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    self.act(act::Act::Assign, informant.id, view, commands);
                }
            });
            rule_ui(ui);
            part_ui(ui, |ui| self.attributes_ui(ui, view, informant, commands));
            rule_ui(ui);
            part_ui(ui, |ui| self.consent_ui(ui, view, informant, commands));
            rule_ui(ui);
            // A memo may quote; it is locked with the words.
            if !informant.is_withdrawn() {
                part_ui(ui, |ui| {
                    let theme = Theme::of(ui);
                    let name = view.text("data-note");
                    label_ui(ui, Words::of(&name, type_scale::STRONG, theme.text));
                    self.form.ui(ui, view, Fact::Memo, &name, commands);
                });
            }
        });
    }

    fn title_ui(&mut self, ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let (acts, entries) = act::menu(view, informant);
        let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
        let mut picked = None;
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            picked = menu_ui(ui, &view.text("data-more"), &entries);
            let words = Words::of(&informant.code, type_scale::STRONG, theme.text);
            let galley = words.within(ui.painter(), ui.available_width(), 1);
            let room = vec2(ui.available_width(), galley.size().y);
            let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &informant.code));
            ui.painter().galley(rect.min, galley, theme.text);
        });
        if let Some(act) = picked.and_then(|at| acts.get(at)) {
            self.act(*act, informant.id, view, commands);
        }
    }

    fn attributes_ui(&mut self, ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let (add, tip) = (view.text("people-attribute-new"), view.text("people-attribute-new-title"));
            let button = Button::link(&add).icon(icons::PLUS).tip(&tip).enabled(!view.is_read_only);
            if button.ui(ui).clicked() {
                commands.send(Request::Lay(Box::new(AttributePane::new())));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(&view.text("people-attributes"), type_scale::STRONG, theme.text));
            });
        });
        let own: Vec<&Attribute> =
            view.study.attributes.iter().filter(|one| one.host == AttributeHost::Informant).collect();
        if own.is_empty() {
            label_ui(ui, Words::of(&view.text("people-attributes-none"), type_scale::BODY, theme.text2));
        }
        for attribute in own {
            let edit = view.say(&Message::new("people-attribute-edit").with("name", attribute.name.as_str()));
            ui.push_id(attribute.id, |ui| {
                let width = ui.available_width();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.allocate_ui_with_layout(vec2(width - PENCIL, 30.0), Layout::top_down(Align::Min), |ui| {
                        if is_typed(attribute.kind) {
                            self.form.ui(ui, view, Fact::Attribute(attribute.id), &attribute.name, commands);
                        } else {
                            value_ui(ui, view, informant, attribute, commands);
                        }
                    });
                    let button = Button::icon_only(icons::PENCIL_SIMPLE, &edit).small();
                    if button.enabled(!view.is_read_only).ui(ui).clicked() {
                        commands.send(Request::Lay(Box::new(AttributePane::of(attribute))));
                    }
                });
            });
        }
    }

    fn consent_ui(&mut self, ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let id = informant.id;
        label_ui(ui, Words::of(&view.text("people-consent"), type_scale::STRONG, theme.text));
        ui.add_space(space::XXS);
        let mut kind = informant.consent.kind;
        let choices: Vec<(Option<ConsentKind>, String)> = [None, Some(ConsentKind::Written), Some(ConsentKind::Oral)]
            .map(|kind| (kind, view.text(table::consent_key(kind))))
            .into();
        if choice_row_ui(ui, view, &view.text("people-consent-kind"), &mut kind, &choices) {
            change(commands, id, move |informant| informant.consent.kind = kind);
        }
        self.form.ui(ui, view, Fact::ConsentDate, &view.text("data-column-date"), commands);
        if informant.is_child || !informant.consent.guardian.is_empty() {
            self.form.ui(ui, view, Fact::Guardian, &view.text("people-guardian"), commands);
            let mut assent = informant.consent.assent;
            let choices: Vec<(Option<bool>, String)> =
                [(None, "people-assent-unknown"), (Some(true), "people-assent-yes"), (Some(false), "people-assent-no")]
                    .map(|(value, key)| (value, view.text(key)))
                    .into();
            if choice_row_ui(ui, view, &view.text("people-assent"), &mut assent, &choices) {
                change(commands, id, move |informant| informant.consent.assent = assent);
            }
        }
        ui.add_space(space::XS);
        label_ui(ui, Words::of(&view.text("people-scope"), type_scale::SMALL, theme.text2));
        for (key, of) in SCOPE {
            let mut known = informant.clone();
            let mut may = of(&mut known).unwrap_or(false);
            ui.add_enabled_ui(!view.is_read_only, |ui| {
                if checkbox_ui(ui, &mut may, &view.text(key)).changed() {
                    change(commands, id, move |informant| *of(informant) = Some(may));
                }
            });
        }
    }
}

/// What has to be said of consent before anything else.
fn warnings_ui(ui: &mut Ui, view: &View<'_>, informant: &Informant) {
    let theme = Theme::of(ui);
    let said = match (informant.consent.withdrawn, informant.lacks_guardian()) {
        (Some(at), _) => Message::new("people-withdrawn-since").with("at", at),
        (None, true) => Message::new("informant-lacks-guardian").with("name", informant.code.as_str()),
        (None, false) => return,
    };
    let look = if informant.is_withdrawn() { theme.dissonance.text } else { theme.partial.text };
    ui.add_space(space::XXS);
    label_ui(ui, Words::of(&view.say(&said), type_scale::SMALL, look));
    ui.add_space(space::XS);
}

fn group_ui(ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
    let mut group = informant.group;
    let mut choices: Vec<(Option<GroupId>, String)> = vec![(None, view.text("data-no-group"))];
    choices.extend(view.study.groups.iter().map(|group| (Some(group.id), group.name.clone())));
    if choice_row_ui(ui, view, &view.text("people-group"), &mut group, &choices) {
        change(commands, informant.id, move |informant| informant.group = group);
    }
}

fn standing_ui(ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
    let mut standing = informant.standing;
    let choices: Vec<(Standing, String)> =
        [Standing::Key, Standing::Additional].map(|one| (one, view.text(&format!("standing-{one}")))).into();
    if choice_row_ui(ui, view, &view.text("data-column-standing"), &mut standing, &choices) {
        change(commands, informant.id, move |informant| informant.standing = standing);
    }
}

fn child_ui(ui: &mut Ui, view: &View<'_>, informant: &Informant, commands: &mut Commands) {
    let mut is_child = informant.is_child;
    ui.add_enabled_ui(!view.is_read_only, |ui| {
        if checkbox_ui(ui, &mut is_child, &view.text("people-child")).changed() {
            change(commands, informant.id, move |informant| informant.is_child = is_child);
        }
    });
}

/// The value of a choice, picked from its list; it is written at once.
fn value_ui(ui: &mut Ui, view: &View<'_>, informant: &Informant, attribute: &Attribute, commands: &mut Commands) {
    let of = AttributeOf::Informant(informant.id);
    let mut value = view.study.value_of(attribute.id, of).unwrap_or_default().to_owned();
    let mut choices = vec![(String::new(), "–".to_owned())];
    choices.extend(attribute.choices.iter().map(|choice| (choice.clone(), choice.clone())));
    if choice_row_ui(ui, view, &attribute.name, &mut value, &choices) {
        let id = attribute.id;
        commands.send(Request::change(move |project| project.set_attribute_value(id, of, &value)));
    }
}
