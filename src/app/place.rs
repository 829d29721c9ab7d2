//! What a place of the window is: it sees a read-only [`View`] and leaves its wishes in [`Commands`].

use super::command::Command;
use super::commands::Commands;
use super::settings::Recent;
use super::view::View;
use crate::analysis::Axis;
use crate::domain::{CharRange, CodeId, CodingId, SourceId};
use eframe::egui::Ui;

/// The places, in the order of the rail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PlaceKind {
    /// What do I have?
    Data,
    /// What does this passage say?
    Coding,
    /// Do they agree?
    Compare,
    /// How do I hand it in?
    Report,
    /// What do the codes mean? Reached from Data, from the codebook in Koding and from the menu.
    Codebook,
    /// Language, theme, sizes, name. At the foot of the rail.
    Settings,
    /// Every step as a sentence. Reached from the menu and the status line, not from the rail.
    History,
}

impl PlaceKind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Data, Self::Coding, Self::Compare, Self::Report, Self::Codebook, Self::Settings, Self::History];

    /// The name in the settings file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Coding => "coding",
            Self::Compare => "compare",
            Self::Report => "report",
            Self::Settings => "settings",
            Self::Codebook => "codebook",
            Self::History => "history",
        }
    }

    /// The place of a name; nothing for a name of none.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.key() == key)
    }
}

/// What of a project a place shows just now, beside its lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InSight {
    /// The text of a source.
    Source(SourceId),
    /// The quotations of a cell of the comparison.
    Cell,
}

/// A place in a text that can be gone to from anywhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The source to open.
    pub source: SourceId,
    /// The stretch to bring into sight and to mark; the start of the text where none.
    pub range: Option<CharRange>,
    /// The coding to choose.
    pub coding: Option<CodingId>,
}

/// What a key does where the keyboard stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// The key.
    pub key: String,
    /// What it does.
    pub words: String,
}

/// A place of the window. A new one is made (`Default`) whenever another project opens, so its state may
/// hold ids of the project.
pub trait Place {
    /// Draws the whole region between rail, top bar and status line, its own header included. `ui` has no
    /// margin; its fill is `page`.
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands);

    /// The facts at the left of the status line ("10 sumber data · 468 baris").
    fn facts(&self, view: &View<'_>) -> String;

    /// What a key does where the keyboard stands, for the middle of the status line while nothing else is said there.
    fn hint(&self, _view: &View<'_>) -> Option<Hint> {
        None
    }

    /// Brings a spot into sight. The window has turned to this place already.
    fn show(&mut self, _spot: &Spot) {}

    /// What it shows just now, beside its lists.
    fn in_sight(&self) -> Option<InSight> {
        None
    }

    /// The widths of its panels that can be pulled, in points, by their names; they are remembered with the project.
    fn panels(&self) -> Vec<(&'static str, u16)> {
        Vec::new()
    }

    /// Notes with the project how it is left, beside the widths of its panels.
    fn keep(&self, _recent: &mut Recent) {}

    /// Does a command that belongs to this place. The window has turned to it already.
    fn run(&mut self, _command: Command) {}

    /// Chooses a code. The window has turned to this place already.
    fn show_code(&mut self, _code: CodeId) {}

    /// Opens the role of a code, compared by an axis. The window has turned to this place already.
    fn show_role(&mut self, _code: CodeId, _by: Axis) {}

    /// The place is left: for another place, another project, for good. What is being typed is sent off.
    fn leave(&mut self, _commands: &mut Commands) {}
}
