//! The look as values: every colour, size and measure a view may use has its name here, once for light
//! and once for dark. Views hold no literal colour or size of their own.

mod codes;
mod contrast;
mod oklch;
mod palette;
mod scale;
mod style;

pub use codes::CodeLook;
pub use contrast::contrast_ratio;
pub use palette::{DARK, LIGHT};
pub use scale::{TypeStep, measure, radius, space, stroke, type_scale};

use crate::domain::Verdict;
use eframe::egui::{Color32, Context, Ui};

/// Text on a fill, with the edge where the fill is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// Colour of the words and the icon.
    pub text: Color32,
    /// What they stand on; transparent where only an edge is drawn.
    pub fill: Color32,
}

/// The colours of one theme. The names are those of the design's tables.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Theme {
    /// Whether this is the dark one.
    pub dark: bool,
    /// Rail, top bar, status line, round the paper.
    pub chrome: Color32,
    /// Side panels, table heads.
    pub panel: Color32,
    /// Transcript, board, tables.
    pub page: Color32,
    /// Popups, cards, buttons.
    pub raised: Color32,
    /// Inputs.
    pub field: Color32,
    /// Rows and quiet buttons under the pointer; fill of neutral chips.
    pub hover: Color32,
    /// The same while pressed.
    pub press: Color32,
    /// Chosen row, place, segment of a control.
    pub sel: Color32,
    /// Border of what is chosen.
    pub sel2: Color32,
    /// Hairline between regions.
    pub line: Color32,
    /// Edge of a control.
    pub line2: Color32,
    /// Checkbox, dashes: at least 3:1 on the page.
    pub line3: Color32,
    /// Informants' words, names.
    pub text: Color32,
    /// Researcher's words, secondary facts; readable on every tint.
    pub text2: Color32,
    /// Captions; never on a tint.
    pub text3: Color32,
    /// Disabled controls only.
    pub disabled: Color32,
    /// The one primary button of a view, check marks, handles.
    pub accent: Color32,
    /// The same under the pointer.
    pub accent_hover: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Links, chosen names.
    pub accent_text: Color32,
    /// Focus ring.
    pub focus: Color32,
    /// Selected text.
    pub selection: Color32,
    /// Search hits.
    pub search: Color32,
    /// The search hit one stands at.
    pub search_current: Color32,
    /// Shadow of popups and drag chips.
    pub shadow: Color32,
    /// Agreement.
    pub agreement: Pair,
    /// Partial agreement; also warnings.
    pub partial: Pair,
    /// Dissonance; also errors.
    pub dissonance: Pair,
    /// Silence.
    pub silence: Pair,
    /// Cells of the coverage: one speaks, two, three or four, more. The number stands in them as well.
    pub coverage: [Color32; 4],
}

impl Theme {
    /// The theme in force in this `Ui`.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::get(ui.visuals().dark_mode)
    }

    /// The light or the dark theme.
    pub const fn get(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// Sets both styles of the window and `reading` as the size of transcripts in points (14 to 24).
    /// Which of the two shows is the context's theme preference.
    pub fn apply(ctx: &Context, reading: f32) {
        for theme in [&LIGHT, &DARK] {
            let which = if theme.dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light };
            ctx.set_style_of(which, style::style_of(theme, reading));
        }
    }

    /// The fill of a cell of the coverage in which so many speak; `text` and `text2` are readable on it.
    pub const fn coverage(&self, speaking: u32) -> Color32 {
        let [one, two, few, many] = self.coverage;
        match speaking {
            0 => self.page,
            1 => one,
            2 => two,
            3 | 4 => few,
            _ => many,
        }
    }

    /// Words and fill of a verdict; the unrated one has no fill, only an edge in `line2`.
    pub const fn verdict(&self, verdict: Verdict) -> Pair {
        match verdict {
            Verdict::Agreement => self.agreement,
            Verdict::Partial => self.partial,
            Verdict::Dissonance => self.dissonance,
            Verdict::Silence => self.silence,
            Verdict::Unrated => Pair { text: self.text2, fill: Color32::TRANSPARENT },
        }
    }
}
