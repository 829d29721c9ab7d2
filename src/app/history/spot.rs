//! Where in the texts a step was done, as far as its sentence says so.

use crate::analysis::Study;
use crate::domain::{Arg, CharRange, LineNumber, Message, SourceId, SourceText};

/// The source and the first line that a sentence names; nothing where it names none that is there.
pub(super) fn of(study: &Study, sentence: &Message) -> Option<(SourceId, u32)> {
    let text = |name: &str| {
        sentence.args.iter().find_map(|(known, arg)| match arg {
            Arg::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    };
    let said = || {
        sentence.args.iter().find_map(|(_, arg)| match arg {
            Arg::Said(inner) => of(study, inner),
            _ => None,
        })
    };
    let Some((label, lines)) = text("source").zip(text("lines")) else { return said() };
    let source = study.sources.iter().find(|source| source.label() == label)?;
    let first: String = lines.chars().take_while(char::is_ascii_digit).collect();
    Some((source.id, first.parse().ok()?))
}

/// The words of a line.
pub(super) fn line(text: &SourceText, number: u32) -> Option<CharRange> {
    text.line_range(LineNumber::new(number)).filter(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::Builder;

    #[test]
    fn a_sentence_leads_to_its_line_through_other_sentences() {
        let study = Builder::study().build();
        let source = &study.sources[0];
        let place = Message::new("step-place").with("source", source.label()).with("lines", "45–46");
        let step = Message::new("step-undo").with("what", Message::new("step-reduction").with("what", place));
        assert_eq!(of(&study, &step), Some((source.id, 45)));
        assert_eq!(of(&study, &Message::new("step-new").with("title", "x")), None);
        let gone = Message::new("step-place").with("source", "W.X").with("lines", "1");
        assert_eq!(of(&study, &gone), None);
    }
}
