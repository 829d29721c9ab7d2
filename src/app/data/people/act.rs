//! What can be done with the chosen informant: the same from the menu of its row and of its panel.

use super::assigning::AssignPane;
use super::{PeopleTab, places};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::MenuEntry;
use crate::domain::{Informant, InformantId};

/// Something to be done with an informant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Act {
    Assign,
    Places,
    Withdraw,
    Restore,
    Purge,
    Delete,
}

/// The acts with their entries of a menu.
pub(super) fn menu(view: &View<'_>, informant: &Informant) -> (Vec<Act>, Vec<MenuEntry>) {
    let can_write = !view.is_read_only;
    let entry = |key: &str| MenuEntry::new(view.text(key));
    let mut all = vec![
        (Act::Assign, entry("people-assign-here").icon(icons::LINK).enabled(can_write)),
        (Act::Places, entry("people-places").icon(icons::LIST_NUMBERS)),
    ];
    if informant.is_withdrawn() {
        all.push((Act::Restore, entry("people-restore").icon(icons::ARROW_COUNTER_CLOCKWISE).enabled(can_write)));
        all.push((Act::Purge, entry("people-purge-menu").icon(icons::WARNING).enabled(can_write).grave(true)));
    } else {
        all.push((Act::Withdraw, entry("people-withdraw").icon(icons::WARNING).enabled(can_write).grave(true)));
        all.push((Act::Delete, entry("people-delete").icon(icons::X).enabled(can_write).grave(true)));
    }
    all.into_iter().unzip()
}

impl PeopleTab {
    /// Does something with an informant.
    pub(super) fn act(&mut self, act: Act, id: InformantId, view: &View<'_>, commands: &mut Commands) {
        let found = view.study.informant_at(id).and_then(|at| view.study.informants.get(at as usize));
        let Some(informant) = found else { return };
        commands.send(match act {
            Act::Assign => Request::Lay(Box::new(AssignPane::new(None, Some(id)))),
            Act::Places => places::ask(id, &informant.code, false),
            Act::Purge => places::ask(id, &informant.code, true),
            Act::Withdraw => Request::change(move |project| project.withdraw(id)),
            Act::Restore => Request::change(move |project| project.restore_consent(id)),
            Act::Delete => Request::change(move |project| project.delete_informant(id)),
        });
    }
}
