//! The list of what was typed and is not saved, laid over the window: for drafts whose place is gone, and for
//! seeing all of them at once.

use super::{Draft, Field};
use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::place::{PlaceKind, Spot};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, card_ui, empty_place_ui, label_ui};
use crate::domain::{Axis, CodeId, MemoHost, Message, Timestamp};
use eframe::egui::{ScrollArea, Ui};

/// Width of the list.
const WIDTH: f32 = 600.0;

/// The list.
pub(in crate::app) struct DraftsPane;

impl Pane for DraftsPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let room = ui.ctx().content_rect();
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.text("command-drafts"));
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&view.text("drafts-about"), type_scale::SMALL, theme.text2));
        let height = (room.height() * 0.55).min(480.0);
        let mut is_done = false;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(
            ui,
            |ui| {
                if view.drafts.iter().len() == 0 {
                    empty_place_ui(ui, icons::CHECK, &view.text("drafts-empty"), &[]);
                }
                for draft in view.drafts.iter() {
                    is_done |= draft_ui(ui, view, draft, commands);
                    ui.add_space(space::XS);
                }
            },
        );
        let close = view.text("overlay-close");
        foot_ui(ui, |ui| is_done |= Button::primary(&close).ui(ui).clicked());
        is_done
    }
}

/// One draft; whether the window is to turn to its place.
fn draft_ui(ui: &mut Ui, view: &View<'_>, draft: &Draft, commands: &mut Commands) -> bool {
    let theme = Theme::of(ui);
    let place = place_of(view, draft.field);
    let mut is_shown = false;
    card_ui(ui, |ui| {
        ui.set_width(ui.available_width());
        let heading = match &place {
            Some((words, _)) => words.clone(),
            None => view.text("drafts-place-gone"),
        };
        label_ui(ui, Words::of(&heading, type_scale::STRONG, theme.text));
        let when = view.catalog.moment(Timestamp::from_millis(draft.at));
        label_ui(ui, Words::of(&when, type_scale::CAPTION, theme.text3));
        label_ui(ui, Words::of(&draft.text, type_scale::BODY, theme.text));
        ui.horizontal(|ui| {
            let compared = view.text("drafts-open-compare");
            let names = ["drafts-save", "drafts-open", "drafts-copy", "drafts-discard"].map(|key| view.text(key));
            if let Some((_, shows)) = place {
                if let Some(write) = draft.field.write(draft.text.trim_end())
                    && Button::outlined(&names[0]).small().enabled(!view.is_read_only).ui(ui).clicked()
                {
                    commands.send(write);
                }
                if draft.field == Field::NewSource
                    && Button::outlined(&view.text("type-go-on")).small().ui(ui).clicked()
                {
                    commands.run(Command::TypeSource);
                    is_shown = true;
                }
                if let Some(place) = shows {
                    let (name, wish) = match place {
                        Place::Coding(spot) => (&names[1], Request::Show(spot)),
                        Place::Role(code, by) => (&compared, Request::ShowRole(code, by)),
                        Place::Board => (&compared, Request::Go(PlaceKind::Compare)),
                    };
                    if Button::outlined(name).small().ui(ui).clicked() {
                        commands.send(wish);
                        is_shown = true;
                    }
                }
            }
            if Button::outlined(&names[2]).small().ui(ui).clicked() {
                commands.send(Request::Copy(draft.text.clone()));
            }
            if Button::quiet(&names[3]).small().ui(ui).clicked() {
                commands.send(Request::Draft(draft.field, None));
            }
        });
    });
    is_shown
}

/// What shows the place of a draft.
enum Place {
    /// The place Koding, at a spot.
    Coding(Spot),
    /// The page of a role, compared by an axis.
    Role(CodeId, Axis),
    /// The board.
    Board,
}

/// Where a draft belongs, in words, and what shows it; nothing where its place is gone.
fn place_of(view: &View<'_>, field: Field) -> Option<(String, Option<Place>)> {
    let study = view.study;
    let host = match field {
        Field::Memo(host) => host,
        Field::Reduction(segment) => MemoHost::Segment(segment),
        Field::NewSource => return Some((view.text(Command::TypeSource.label()), None)),
        Field::CheckNote(finding, informant) => {
            let code = study.finding(finding).and_then(|finding| study.code(finding.code))?;
            let person = study.informants.iter().find(|person| person.id == informant)?;
            let words = Message::new("drafts-check").with("informant", person.code.as_str());
            let words = view.say(&words.with("row", code.full_name()));
            return Some((words, Some(Place::Role(code.id, Axis::Group))));
        }
        Field::Summary(_) | Field::Conclusion(..) | Field::Reason(_) | Field::Claim(_) | Field::NewClaim(_) => {
            let (code, by) = field.role(study)?;
            let code = study.code(code)?;
            let place = if field.is_on_board() { Place::Board } else { Place::Role(code.id, by) };
            let key = match field {
                Field::Summary(_) => "drafts-summary",
                Field::Conclusion(..) => "drafts-conclusion",
                Field::Reason(_) => "drafts-reason",
                _ => "drafts-claim",
            };
            let words = view.say(&Message::new(key).with("row", code.full_name()));
            return Some((words, Some(place)));
        }
    };
    let spot_at = |segment: &crate::analysis::SegmentEntry| Spot {
        source: segment.segment.source,
        range: Some(segment.segment.range),
        coding: None,
    };
    match host {
        MemoHost::Coding(id) => {
            let entry = study.coding(id)?;
            let segment = study.segments.get(entry.segment as usize)?;
            let code = study.codes.get(entry.code as usize)?;
            let words = format!("{} · {}", code.label(), study.citation(segment));
            Some((words, Some(Place::Coding(Spot { coding: Some(id), ..spot_at(segment) }))))
        }
        MemoHost::Segment(id) => {
            let segment = study.segment(id)?;
            Some((study.citation(segment), Some(Place::Coding(spot_at(segment)))))
        }
        MemoHost::Source(id) => {
            let source = study.source(id)?;
            Some((source.name.clone(), Some(Place::Coding(Spot { source: id, range: None, coding: None }))))
        }
        MemoHost::Code(id) => Some((study.code(id)?.full_name(), None)),
        MemoHost::Informant(id) => {
            let informant = study.informants.iter().find(|informant| informant.id == id)?;
            Some((informant.code.clone(), None))
        }
        MemoHost::Journal | MemoHost::Finding(_) => Some((view.text("drafts-journal"), None)),
    }
}
