//! Every command of the window. Menus, key map, palette and help are made from this list and nothing else.

use super::place::PlaceKind;
use super::view::View;
use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// Something the user can ask for by name. What needs data beside the name is a
/// [`super::commands::Request`].
#[derive(strum::IntoStaticStr, Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Command {
    /// A new project.
    NewProject,
    /// A project from a file.
    OpenProject,
    /// The sample study, in a new folder of its own.
    OpenSample,
    /// Back to the first page.
    CloseProject,
    /// Ctrl+S: there is nothing to save, and it says so.
    Save,
    /// A copy of the project wherever the user says.
    SaveCopy,
    /// A backup now.
    BackUp,
    /// The list of backups.
    Backups,
    /// The file without gaps.
    Compact,
    /// Bring files in.
    Import,
    /// Type or paste a source.
    TypeSource,
    /// Add an informant.
    AddInformant,
    /// Arrange the groups of informants.
    Groups,
    /// The source that is open in Koding is done, or is not after all.
    MarkDone,
    /// To the place Laporan.
    Export,
    /// What was exported so far, and what of it is outdated.
    Exported,
    /// What the project says about itself.
    Identity,
    /// Find words in the source on show.
    Find,
    /// To the next place that was found.
    FindNext,
    /// To the place before.
    FindPrevious,
    /// To a line of the source on show, or to a citation.
    GoToLine,
    /// Which codings are shown.
    FilterCodings,
    /// Take the last step back.
    Undo,
    /// Bring it back again.
    Redo,
    /// Turn to a place.
    Go(PlaceKind),
    /// Find any command.
    Palette,
    /// The list of keys.
    Keys,
    /// How the work goes, and what the words mean.
    Help,
    /// The first steps on the sample study, as a strip.
    FirstSteps,
    /// Everything said so far.
    Notices,
    /// What was typed and is not saved.
    Drafts,
    /// Everything a little larger.
    ZoomIn,
    /// Everything a little smaller.
    ZoomOut,
    /// Back to 100 %.
    ZoomReset,
    /// Light becomes dark, dark becomes light.
    SwitchTheme,
    /// Indonesian becomes English, English becomes Indonesian.
    SwitchLanguage,
}

const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

impl Command {
    /// All of them, in the order of the palette and the list of keys.
    pub const ALL: [Self; 42] = [
        Self::NewProject,
        Self::OpenProject,
        Self::OpenSample,
        Self::CloseProject,
        Self::Save,
        Self::SaveCopy,
        Self::BackUp,
        Self::Backups,
        Self::Import,
        Self::TypeSource,
        Self::AddInformant,
        Self::Groups,
        Self::MarkDone,
        Self::Export,
        Self::Exported,
        Self::Identity,
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::GoToLine,
        Self::FilterCodings,
        Self::Undo,
        Self::Redo,
        Self::Go(PlaceKind::Data),
        Self::Go(PlaceKind::Coding),
        Self::Go(PlaceKind::Compare),
        Self::Go(PlaceKind::Report),
        Self::Go(PlaceKind::Codebook),
        Self::Go(PlaceKind::Settings),
        Self::Go(PlaceKind::History),
        Self::Palette,
        Self::Keys,
        Self::Help,
        Self::FirstSteps,
        Self::Notices,
        Self::Drafts,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::SwitchTheme,
        Self::SwitchLanguage,
        Self::Compact,
    ];

    /// Key of the label; `{key}.tip` is the tooltip.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NewProject => "command-new",
            Self::OpenProject => "command-open",
            Self::OpenSample => "command-sample",
            Self::CloseProject => "command-close",
            Self::Save => "command-save",
            Self::SaveCopy => "command-save-copy",
            Self::BackUp => "command-back-up",
            Self::Backups => "command-backups",
            Self::Compact => "command-compact",
            Self::Import => "command-import",
            Self::TypeSource => "command-type-source",
            Self::AddInformant => "command-add-informant",
            Self::Groups => "command-groups",
            Self::MarkDone => "command-mark-done",
            Self::Export => "command-export",
            Self::Exported => "command-exported",
            Self::Identity => "identity-heading",
            Self::Find => "command-find",
            Self::FindNext => "command-find-next",
            Self::FindPrevious => "command-find-previous",
            Self::GoToLine => "command-go-to-line",
            Self::FilterCodings => "command-filter",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Go(PlaceKind::Data) => "place-data",
            Self::Go(PlaceKind::Coding) => "place-coding",
            Self::Go(PlaceKind::Compare) => "place-compare",
            Self::Go(PlaceKind::Report) => "place-report",
            Self::Go(PlaceKind::Settings) => "place-settings",
            Self::Go(PlaceKind::Codebook) => "place-codebook",
            Self::Go(PlaceKind::History) => "place-history",
            Self::Palette => "command-palette",
            Self::Keys => "command-keys",
            Self::Help => "command-help",
            Self::FirstSteps => "command-first-steps",
            Self::Notices => "command-notices",
            Self::Drafts => "command-drafts",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::SwitchTheme => "command-theme",
            Self::SwitchLanguage => "command-language",
        }
    }

    /// The keys that run it from anywhere, the first one shown. More modifiers stand before fewer.
    pub fn shortcuts(self) -> impl Iterator<Item = KeyboardShortcut> {
        let shifted = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        let (first, second) = match self {
            Self::NewProject => (ctrl(Key::N), None),
            Self::OpenProject => (ctrl(Key::O), None),
            Self::Save => (ctrl(Key::S), None),
            Self::Import => (ctrl(Key::I), None),
            Self::Export => (ctrl(Key::E), None),
            Self::MarkDone => (Some(KeyboardShortcut::new(shifted, Key::D)), None),
            Self::Find => (ctrl(Key::F), None),
            Self::FindNext => (Some(KeyboardShortcut::new(Modifiers::NONE, Key::F3)), ctrl(Key::G)),
            Self::FindPrevious => {
                let shift_f3 = KeyboardShortcut::new(Modifiers::SHIFT, Key::F3);
                (Some(shift_f3), Some(KeyboardShortcut::new(shifted, Key::G)))
            }
            Self::GoToLine => (ctrl(Key::L), None),
            Self::Undo => (ctrl(Key::Z), None),
            Self::Redo => (Some(KeyboardShortcut::new(shifted, Key::Z)), ctrl(Key::Y)),
            Self::Go(PlaceKind::Data) => (ctrl(Key::Num1), None),
            Self::Go(PlaceKind::Coding) => (ctrl(Key::Num2), None),
            Self::Go(PlaceKind::Compare) => (ctrl(Key::Num3), None),
            Self::Go(PlaceKind::Report) => (ctrl(Key::Num4), None),
            Self::Go(PlaceKind::Settings) => (ctrl(Key::Comma), None),
            Self::Go(PlaceKind::Codebook) => (ctrl(Key::B), None),
            Self::Go(PlaceKind::History) => (ctrl(Key::H), None),
            Self::Palette => (Some(KeyboardShortcut::new(shifted, Key::P)), None),
            Self::Keys => (Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)), None),
            Self::Help => (Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::F1)), None),
            Self::Notices => (Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)), None),
            Self::ZoomIn => (ctrl(Key::Plus), ctrl(Key::Equals)),
            Self::ZoomOut => (ctrl(Key::Minus), None),
            Self::ZoomReset => (ctrl(Key::Num0), None),
            Self::Drafts
            | Self::TypeSource
            | Self::AddInformant
            | Self::Groups
            | Self::FilterCodings
            | Self::Exported
            | Self::FirstSteps
            | Self::Identity
            | Self::OpenSample
            | Self::CloseProject
            | Self::SaveCopy
            | Self::BackUp
            | Self::Backups
            | Self::Compact
            | Self::SwitchTheme
            | Self::SwitchLanguage => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Whether it makes sense now; `view` is nothing while no project is open.
    pub fn is_enabled(self, view: Option<&View<'_>>) -> bool {
        self.why_not(view).is_none()
    }

    /// Why it makes no sense now, as the key of a sentence; nothing where it does.
    pub fn why_not(self, view: Option<&View<'_>>) -> Option<&'static str> {
        let view = match self {
            Self::NewProject
            | Self::OpenProject
            | Self::OpenSample
            | Self::Palette
            | Self::Keys
            | Self::Help
            | Self::Notices
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::SwitchTheme
            | Self::SwitchLanguage => return None,
            _ => view,
        };
        let Some(view) = view else { return Some("why-no-project") };
        let is_busy = view.busy.is_some().then_some("why-busy");
        let is_read_only = view.is_read_only.then_some("why-read-only");
        match self {
            Self::Drafts if view.drafts.iter().len() == 0 => Some("why-no-drafts"),
            Self::SaveCopy | Self::BackUp => is_busy,
            Self::TypeSource | Self::AddInformant | Self::Groups | Self::MarkDone => is_read_only,
            Self::Import | Self::Compact => is_read_only.or(is_busy),
            Self::Undo => is_read_only.or(view.undoable.is_none().then_some("status-nothing-to-undo")),
            Self::Redo => is_read_only.or(view.redoable.is_none().then_some("status-nothing-to-redo")),
            _ => None,
        }
    }
}
