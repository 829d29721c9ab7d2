//! Which sources are chosen: one by a click or an arrow, several with Ctrl, Shift or Ctrl+A. One of them leads: it has
//! the focus, and where nothing else is said it is the one that is meant.

use crate::domain::SourceId;
use std::collections::BTreeSet;

/// The chosen sources.
#[derive(Default)]
pub(super) struct Selection {
    chosen: BTreeSet<SourceId>,
    /// Where a stretch begins that Shift extends.
    anchor: Option<SourceId>,
    lead: Option<SourceId>,
    /// Where the leading one stood last.
    place: usize,
}

impl Selection {
    /// Whether a source is chosen.
    pub fn holds(&self, id: SourceId) -> bool {
        self.chosen.contains(&id)
    }

    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// The leading one.
    pub const fn lead(&self) -> Option<SourceId> {
        self.lead
    }

    /// The chosen ones in the order of the table.
    pub fn ids(&self, listed: &[SourceId]) -> Vec<SourceId> {
        listed.iter().copied().filter(|id| self.holds(*id)).collect()
    }

    /// Chooses one and no other.
    pub fn only(&mut self, id: SourceId) {
        self.chosen = BTreeSet::from([id]);
        self.anchor = Some(id);
        self.lead = Some(id);
    }

    /// Chooses one beside the others, or no longer.
    pub fn toggle(&mut self, id: SourceId) {
        if !self.chosen.remove(&id) {
            self.chosen.insert(id);
        }
        self.anchor = Some(id);
        self.lead = Some(id);
    }

    /// Chooses all from where the last choice began up to this one.
    pub fn extend(&mut self, listed: &[SourceId], id: SourceId) {
        let place = |wanted: SourceId| listed.iter().position(|other| *other == wanted);
        match (self.anchor.and_then(place), place(id)) {
            (Some(from), Some(to)) => {
                self.chosen = listed[from.min(to)..=from.max(to)].iter().copied().collect();
                self.lead = Some(id);
            }
            _ => self.only(id),
        }
    }

    /// Chooses all.
    pub fn all(&mut self, listed: &[SourceId]) {
        self.chosen = listed.iter().copied().collect();
        self.lead = self.lead.or(listed.first().copied());
    }

    /// Moves the lead by so many rows; with `is_extending` what lies between is chosen too.
    pub fn step(&mut self, listed: &[SourceId], by: isize, is_extending: bool) {
        let Some(last) = listed.len().checked_sub(1) else { return };
        let at = self.lead.and_then(|lead| listed.iter().position(|id| *id == lead));
        let next = listed[at.map_or(0, |at| at.saturating_add_signed(by).min(last))];
        if is_extending { self.extend(listed, next) } else { self.only(next) }
    }

    /// Forgets what is not listed any more. Where the leading one is gone, the one that took its place leads and, if
    /// nothing else is chosen, is chosen.
    pub fn keep(&mut self, listed: &[SourceId]) {
        let there: BTreeSet<SourceId> = listed.iter().copied().collect();
        self.chosen.retain(|id| there.contains(id));
        self.anchor = self.anchor.filter(|id| there.contains(id));
        match self.lead {
            None => {}
            Some(lead) if there.contains(&lead) => {
                self.place = listed.iter().position(|id| *id == lead).unwrap_or_default();
            }
            Some(_) => {
                self.lead = listed.get(self.place.min(listed.len().saturating_sub(1))).copied();
                if let Some(lead) = self.lead.filter(|_| self.chosen.is_empty()) {
                    self.only(lead);
                }
            }
        }
    }

    /// Remembers where the leading one stands.
    pub fn stands(&mut self, listed: &[SourceId]) {
        if let Some(place) = self.lead.and_then(|lead| listed.iter().position(|id| *id == lead)) {
            self.place = place;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn ids() -> Vec<SourceId> {
        (0..5_u128).map(|at| SourceId::from_uuid(Uuid::from_u128(at))).collect()
    }

    #[test]
    fn shift_extends_ctrl_toggles_and_an_arrow_chooses_one() {
        let ids = ids();
        let mut selection = Selection::default();
        selection.step(&ids, 1, false);
        assert_eq!(selection.ids(&ids), ids[..1], "the first arrow leads to the first row");
        selection.step(&ids, 2, true);
        assert_eq!(selection.ids(&ids), ids[..3]);
        selection.step(&ids, -1, true);
        assert_eq!(selection.ids(&ids), ids[..2], "a stretch shrinks again");
        selection.toggle(ids[4]);
        selection.toggle(ids[0]);
        assert_eq!(selection.ids(&ids), [ids[1], ids[4]]);
        selection.all(&ids);
        assert_eq!(selection.len(), 5);
        selection.step(&ids, 99, false);
        assert_eq!((selection.ids(&ids), selection.lead()), (vec![ids[4]], Some(ids[4])));
    }

    #[test]
    fn what_is_gone_is_not_chosen_and_its_neighbour_leads() {
        let mut listed = ids();
        let mut selection = Selection::default();
        selection.only(listed[2]);
        selection.stands(&listed);
        let next = listed[3];
        listed.remove(2);
        selection.keep(&listed);
        assert_eq!((selection.ids(&listed), selection.lead()), (vec![next], Some(next)));
        selection.keep(&[]);
        assert_eq!((selection.len(), selection.lead()), (0, None));
        selection.step(&[], 1, false);
    }
}
