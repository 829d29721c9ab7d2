//! Who speaks in a source: the one answer that tables, comparisons and the command line share.

use super::study::Study;
use crate::domain::TurnKind;

impl Study {
    /// Informants whose words a source holds, as places in [`Study::informants`], ascending, each once.
    pub fn speakers(&self, source: usize) -> Vec<u32> {
        let turns = self.turns.get(source).map_or(&[][..], |turns| turns);
        // A few people speak in turns, so the last one is nearly always among the few that are known.
        let mut seen = Vec::new();
        for turn in turns.iter().filter(|turn| turn.kind == TurnKind::Speech) {
            if let Some(id) = turn.informant
                && !seen.contains(&id)
            {
                seen.push(id);
            }
        }
        let mut found: Vec<u32> = seen.into_iter().filter_map(|id| self.informant_at(id)).collect();
        found.sort_unstable();
        found
    }

    /// Groups of informants (places in [`Study::informants`]), as places in [`Study::groups`], ascending, each once.
    pub fn groups_of(&self, informants: &[u32]) -> Vec<u32> {
        let mut found: Vec<u32> =
            informants.iter().filter_map(|at| self.informant_groups.get(*at as usize).copied().flatten()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::sample::Builder;
    use crate::domain::TurnKind;
    use std::sync::Arc;

    #[test]
    fn those_speak_whose_speech_it_is_and_nobody_else() {
        let mut builder = Builder::study();
        let turns: Vec<_> = builder.rows.turns[0].to_vec();
        let speaker = turns.iter().find_map(|turn| turn.informant).expect("an informant");
        let study = crate::analysis::Study::new(builder.rows.clone());
        let place = study.informant_at(speaker).expect("a place");
        assert_eq!(study.speakers(0), [place]);
        assert_eq!(study.groups_of(&[place, place]).len(), 1);
        assert_eq!(study.speakers(usize::MAX), [0_u32; 0]);
        // What stands under an informant's label as somebody else's words makes nobody a speaker.
        let others: Vec<_> =
            turns.into_iter().map(|turn| crate::domain::Turn { kind: TurnKind::Other, ..turn }).collect();
        builder.rows.turns[0] = Arc::from(others);
        assert_eq!(crate::analysis::Study::new(builder.rows).speakers(0), [0_u32; 0]);
    }
}
