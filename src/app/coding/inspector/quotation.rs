//! The words themselves: in quotation marks, with "…" where they begin or end in mid-sentence, where they stand, and
//! who says them. Long ones are folded.

use crate::analysis::{SegmentEntry, Voice};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::transcript::{Laid, Setting, has_right_to_left};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, chip_ui, label_ui};
use crate::domain::{CharRange, SourceText};
use eframe::egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};

/// Rows of a folded quotation.
const ROWS: usize = 12;
/// Letters that are laid out of a folded quotation; more than [`ROWS`] of them hold.
const FOLDED: usize = 1200;
/// The same where words read from the right, which have no limit of rows.
const FOLDED_BOTH_WAYS: usize = 480;
/// Letters of a quotation that is on show whole; what lies behind them is read in the transcript.
const WHOLE: usize = 20_000;

/// Words to be shown as a quotation.
pub(super) struct Quoted<'a> {
    /// Place of their source in the study.
    pub(super) source: u32,
    /// Where they stand.
    pub(super) range: CharRange,
    /// The words, character for character.
    pub(super) quote: &'a str,
    /// Whose they are.
    pub(super) voice: &'a Voice,
    /// How they are cited.
    pub(super) citation: String,
    /// Whether they are a key quotation.
    pub(super) is_key: bool,
}

impl<'a> Quoted<'a> {
    /// The words of a segment.
    pub(super) fn of(view: &View<'_>, entry: &'a SegmentEntry) -> Self {
        Self {
            source: entry.source,
            range: entry.segment.range,
            quote: &entry.segment.quote,
            voice: &entry.voice,
            citation: view.study.citation(entry),
            is_key: entry.segment.is_key,
        }
    }

    /// Draws them with their citation and chips. `is_whole` is whether a long quotation is unfolded.
    pub(super) fn ui(&self, ui: &mut Ui, view: &View<'_>, is_whole: &mut bool, commands: &mut Commands) {
        self.words_ui(ui, view, is_whole);
        ui.add_space(space::XXS);
        self.citation_ui(ui, view, commands);
        ui.add_space(6.0);
        self.chips_ui(ui, view);
        ui.add_space(space::M);
    }

    fn words_ui(&self, ui: &mut Ui, view: &View<'_>, is_whole: &mut bool) {
        let theme = Theme::of(ui);
        let source = view.study.sources.get(self.source as usize);
        let text = source.and_then(|source| view.texts.get(source));
        let (is_cut_before, is_cut_behind) = text.map_or((false, false), |text| mid_sentence(&text, self.range));
        let is_both_ways = has_right_to_left(self.quote);
        let most = match (*is_whole, is_both_ways) {
            (true, _) => WHOLE,
            (false, true) => FOLDED_BOTH_WAYS,
            (false, false) => FOLDED,
        };
        let (shown, is_long) = beginning(self.quote, most);
        let before = if is_cut_before { "… " } else { "" };
        let behind = if is_cut_behind || is_long { " …" } else { "" };
        let mut is_folded = is_long;
        if is_both_ways {
            both_ways_ui(ui, &format!("“{before}{shown}{behind}”"));
        } else {
            let words = Words::of("“", type_scale::QUOTE, theme.text)
                .then(before, type_scale::QUOTE, theme.text3)
                .then(shown, type_scale::QUOTE, theme.text)
                .then(behind, type_scale::QUOTE, theme.text3)
                .then("”", type_scale::QUOTE, theme.text);
            let width = ui.available_width();
            let galley = match *is_whole {
                true => words.wrapped(ui.painter(), width),
                false => words.within(ui.painter(), width, ROWS),
            };
            is_folded |= galley.elided;
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("“{before}{shown}{behind}”")));
            ui.painter().galley(rect.min, galley, theme.text);
        }
        let key = match (*is_whole, is_folded) {
            (true, _) => "coding-quote-fold",
            (false, true) => "coding-quote-unfold",
            (false, false) => return,
        };
        if Button::link(&view.text(key)).small_words().ui(ui).clicked() {
            *is_whole = !*is_whole;
        }
    }

    /// Where the words stand, and the way to copy both.
    fn citation_ui(&self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let (copy, tip) = (view.text("coding-copy"), view.text("coding-copy-tip"));
        let button = Words::of(&copy, type_scale::BODY, theme.text).row(ui.painter()).size().x;
        let room = ui.available_width() - button - measure::ICON - space::ICON_GAP - space::XS;
        let galley = Words::of(&self.citation, type_scale::SMALL, theme.text2).wrapped(ui.painter(), room.max(40.0));
        let height = galley.size().y.max(measure::BUTTON_SMALL);
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), height), layout, |ui| {
            ui.set_min_size(vec2(ui.available_width(), height));
            if Button::link(&copy).icon(icons::COPY).small().tip(&tip).ui(ui).clicked() {
                commands.send(Request::Copy(with_citation(self.quote, &self.citation)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.citation));
                ui.painter().galley(rect.min, galley, theme.text2);
            });
        });
    }

    /// Who says them, and what kind of source they stand in.
    fn chips_ui(&self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            if self.is_key {
                chip_ui(ui, Some(icons::QUOTES), &view.text("coding-key"));
            }
            for at in &self.voice.informants {
                let Some(informant) = view.study.informants.get(*at as usize) else { continue };
                let group = view.study.informant_groups.get(*at as usize).copied().flatten();
                let words = match group.and_then(|group| view.study.groups.get(group as usize)) {
                    Some(group) => format!("{} · {}", informant.code, group.name),
                    None => informant.code.clone(),
                };
                chip_ui(ui, Some(icons::USER), &words);
            }
            if self.voice.is_researcher_only() {
                chip_ui(ui, Some(icons::USER), &view.text("coding-researcher"));
            }
            if let Some(source) = view.study.sources.get(self.source as usize) {
                let icon = icons::of_technique(source.technique);
                chip_ui(ui, Some(icon), &view.text(&format!("technique-{}", source.technique.key())));
            }
        });
        if self.voice.is_researcher_only() {
            ui.add_space(6.0);
            let words = view.text("coding-counts-nowhere");
            label_ui(ui, Words::of(&words, type_scale::SMALL, Theme::of(ui).text3));
        }
    }
}

/// Words as a thesis quotes them: `“…” (W.KS.12-02-2025, baris 45)`.
pub(super) fn with_citation(words: &str, citation: &str) -> String {
    format!("“{words}” ({citation})")
}

/// The first `most` letters, up to the end of a word; whether there are more.
fn beginning(words: &str, most: usize) -> (&str, bool) {
    let Some((end, _)) = words.char_indices().nth(most) else { return (words, false) };
    let start = &words[..end];
    let end = start.rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
    (words[..end].trim_end(), true)
}

/// Words of which some read from the right; a plain label would put them in the wrong order.
fn both_ways_ui(ui: &mut Ui, words: &str) {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let width = ui.available_width();
    let laid = Laid::new(ui.ctx(), &line, Setting { step: type_scale::QUOTE, width });
    let (rect, response) = ui.allocate_exact_size(vec2(width, laid.height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    laid.paint(ui.painter(), rect.min, Theme::of(ui).text);
}

/// Whether a stretch begins and whether it ends in the middle of a sentence.
fn mid_sentence(text: &SourceText, range: CharRange) -> (bool, bool) {
    let Some(bytes) = text.bytes_of(range) else { return (false, false) };
    let all = text.as_str();
    let line_start = all[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
    let before = all[line_start..bytes.start].trim_end();
    let is_closing = |letter: char| matches!(letter, '.' | '!' | '?' | '…' | ':' | '؟' | '”' | '"' | ']');
    let is_cut_before = before.chars().next_back().is_some_and(|letter| !is_closing(letter));
    let line_end = all[bytes.end..].find('\n').map_or(all.len(), |at| bytes.end + at);
    let behind = all[bytes.end..line_end].trim();
    let ends_closed = all[bytes].trim_end().chars().next_back().is_some_and(is_closing);
    let is_cut_behind = behind.chars().any(char::is_alphanumeric) && !ends_closed;
    (is_cut_before, is_cut_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quotation_is_cut_behind_a_word() {
        assert_eq!(beginning("satu dua tiga", 40), ("satu dua tiga", false));
        assert_eq!(beginning("satu dua tiga", 7), ("satu", true));
        assert_eq!(beginning("satuduatiga", 4), ("satu", true));
        assert_eq!(beginning("🙏🙏🙏", 2), ("🙏🙏", true));
    }

    #[test]
    fn a_stretch_in_mid_sentence_is_known_at_both_ends() {
        let text = SourceText::new("KS: Baik. Setiap guru saya supervisi dua kali, jadwalnya ditempel.");
        let cut = |words: &str| mid_sentence(&text, text.find_all(words).next().expect("these words"));
        assert_eq!(cut("Setiap guru saya supervisi dua kali"), (false, true));
        assert_eq!(cut("saya supervisi"), (true, true));
        assert_eq!(cut("jadwalnya ditempel."), (true, false));
        assert_eq!(cut("Baik."), (false, false));
    }
}
