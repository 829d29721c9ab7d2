//! Copying words with where they stand: `“…” (W.KS.12-02-2025, baris 45)`.

use super::CodingPlace;
use crate::analysis::Naming;
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{Message, lines_cited};

impl CodingPlace {
    /// Copies the selected words, or those of the chosen coding, with their citation.
    pub(super) fn copy_cited(&self, view: &View<'_>, commands: &mut Commands) {
        let cited = self.target(view).and_then(|(source, range)| {
            let at = view.study.source_at(source)?;
            let text = view.texts.get(view.study.sources.get(at as usize)?)?;
            let (line, line_end) = text.lines_of(range);
            let cited = view.study.source_citations(Naming::Codes).get(at as usize)?;
            let citation = view.study.cited_at(cited, source, range.start, &lines_cited(line, line_end));
            let words = text.slice(range)?;
            Some(format!("“{words}” ({citation})"))
        });
        match cited {
            Some(words) => commands.send(Request::Copy(words)),
            None => commands.send(Request::Tell(Message::new("coding-select-first"))),
        }
    }
}
