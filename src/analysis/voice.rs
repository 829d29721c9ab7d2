//! Whose words a stretch of text holds: found out from its turns, once a segment.

use crate::domain::{CharRange, InformantId, Turn, TurnKind};

/// Whose words a segment covers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Voice {
    /// Places in [`Study::informants`], ascending, each once.
    pub informants: Vec<u32>,
    /// Labels of the turns it covers, in order, each once; the researcher's too.
    pub speakers: Vec<String>,
    /// Whether it covers words of the researcher (a question or a reflective note).
    pub has_researcher: bool,
    /// Whether it covers words that belong to no informant and not to the researcher: text without turns,
    /// or a turn of another kind.
    pub has_others: bool,
}

impl Voice {
    /// Whether only the researcher's words lie inside. Such a segment counts nowhere.
    pub fn is_researcher_only(&self) -> bool {
        self.has_researcher && !self.has_others && self.informants.is_empty()
    }

    /// Finds out whose words lie in `range`; `quote` is the text of that range and `turns` are in order.
    pub fn of(
        range: CharRange,
        quote: &str,
        turns: &[Turn],
        informant_at: impl Fn(InformantId) -> Option<u32>,
    ) -> Self {
        let mut voice = Self::default();
        let first = turns.partition_point(|turn| turn.range.end <= range.start);
        let covered: Vec<&Turn> = turns[first..].iter().take_while(|turn| turn.range.start < range.end).collect();
        for turn in &covered {
            if !turn.words.overlaps(range) {
                continue;
            }
            if !turn.label.is_empty() && !voice.speakers.contains(&turn.label) {
                voice.speakers.push(turn.label.clone());
            }
            match (turn.informant.and_then(&informant_at), turn.kind) {
                (Some(informant), TurnKind::Speech) => voice.informants.push(informant),
                (_, TurnKind::Question | TurnKind::Reflection) => voice.has_researcher = true,
                _ => voice.has_others = true,
            }
        }
        voice.informants.sort_unstable();
        voice.informants.dedup();
        if covered.is_empty() {
            voice.has_others = true;
        } else if !voice.has_others {
            let mut turn = 0;
            for (position, letter) in (range.start.get()..).zip(quote.chars()) {
                while turn < covered.len() && covered[turn].range.end.get() <= position {
                    turn += 1;
                }
                let outside = turn >= covered.len() || position < covered[turn].range.start.get();
                if outside && !letter.is_whitespace() {
                    voice.has_others = true;
                    break;
                }
            }
        }
        voice
    }
}
