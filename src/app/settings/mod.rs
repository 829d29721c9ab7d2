//! What the user has set, and the projects opened last. Kept as JSON in the configuration folder of the
//! system; a file that is missing or broken is as good as none.

mod place;
mod window;

pub use place::SettingsPlace;
pub use window::{WindowState, whole_points};

use crate::app::compare::KeptBoard;
use crate::app::first_steps::FirstSteps;
use crate::domain::Language;
use crate::i18n;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A project opened before.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Recent {
    /// Where it lies.
    pub path: PathBuf,
    /// Its title when it was last open.
    pub title: String,
    /// When it was last opened, in milliseconds since 1970.
    pub opened: i64,
    /// The place it was left at, by its key.
    #[serde(default)]
    pub place: String,
    /// Widths of its panels, in points, by their names.
    #[serde(default)]
    pub panels: BTreeMap<String, u16>,
    /// How its board was left.
    #[serde(default, deserialize_with = "sound")]
    pub board: KeptBoard,
}

/// What the user has set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface; the system's until chosen.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Zoom of the whole window, in percent; within [`ZOOM`].
    pub zoom: u16,
    /// Size of transcripts, in points; within [`READING`].
    pub reading: u8,
    /// Width of transcripts, in characters; within [`WIDTH`].
    pub width: u8,
    /// Distance of the lines of transcripts, in percent of their size; within [`LEADING`].
    pub leading: u8,
    /// Name of the coder, as steps and codings carry it.
    pub coder: String,
    /// Projects opened last, newest first.
    pub recent: Vec<Recent>,
    /// Where the window stood.
    #[serde(deserialize_with = "sound")]
    pub window: Option<WindowState>,
    /// The first steps on the sample study.
    #[serde(deserialize_with = "sound")]
    pub first_steps: FirstSteps,
}

/// Zoom of the whole window that can be set, in percent.
pub const ZOOM: RangeInclusive<u16> = 80..=200;
/// Sizes of transcripts that can be set, in points.
pub const READING: RangeInclusive<u8> = 14..=24;
/// Widths of transcripts that can be set, in characters.
pub const WIDTH: RangeInclusive<u8> = 45..=90;
/// Distances of the lines of transcripts that can be set, in percent of their size.
pub const LEADING: RangeInclusive<u8> = 140..=200;
/// How many projects the first page remembers.
const RECENT: usize = 8;

/// A part of the settings that is as good as none where it is broken; the others still hold.
fn sound<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(from: D) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::System,
            zoom: 100,
            reading: 17,
            width: 68,
            leading: 170,
            coder: String::new(),
            recent: Vec::new(),
            window: None,
            first_steps: FirstSteps::default(),
        }
    }
}

impl Settings {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_else(i18n::system_language)
    }

    /// Reads what was remembered; out of range becomes the nearest allowed, unreadable the default.
    pub fn read(path: &Path) -> Self {
        let mut settings: Self = match std::fs::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                log::warn!("settings are unreadable and start anew: {:?} error", error.classify());
                Self::default()
            }),
            Err(_) => Self::default(),
        };
        settings.zoom = settings.zoom.clamp(*ZOOM.start(), *ZOOM.end());
        settings.reading = settings.reading.clamp(*READING.start(), *READING.end());
        settings.width = settings.width.clamp(*WIDTH.start(), *WIDTH.end());
        settings.leading = settings.leading.clamp(*LEADING.start(), *LEADING.end());
        settings.window = settings.window.and_then(WindowState::checked);
        settings.recent.truncate(RECENT);
        settings
    }

    /// Remembers, beside the old file and then in its place.
    ///
    /// # Errors
    /// What the file system says; the settings stay in force for this window all the same.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&file, self)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    /// Puts a project at the head of those opened last; what is known of it besides stays.
    pub fn remember(&mut self, mut recent: Recent) {
        if let Some(known) = self.recent.iter().find(|known| known.path == recent.path) {
            recent.place.clone_from(&known.place);
            recent.panels.clone_from(&known.panels);
            recent.board.clone_from(&known.board);
        }
        self.recent.retain(|known| known.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(RECENT);
    }

    /// Where the settings are kept; nothing where the system names no such folder.
    pub fn path() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "Emaslim").map(|folders| folders.config_dir().join("settings.json"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(100))]

        /// Whatever the file holds, the window gets settings it can be drawn with.
        #[test]
        fn any_file(at in 0_usize..200, put in "[\\[\\]{}\":,0-9a-z.-]{0,12}") {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("settings.json");
            let mut json = serde_json::to_string(&Settings::default()).expect("JSON");
            let at = at.min(json.len());
            json.replace_range(at.., &put);
            std::fs::write(&path, json).expect("written");
            let settings = Settings::read(&path);
            proptest::prop_assert!(ZOOM.contains(&settings.zoom) && READING.contains(&settings.reading));
            proptest::prop_assert!(WIDTH.contains(&settings.width) && LEADING.contains(&settings.leading));
        }
    }

    #[test]
    fn settings_come_back_and_a_broken_file_is_none() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("deep/settings.json");
        assert_eq!(Settings::read(&path), Settings::default());
        let mut settings = Settings { zoom: 120, theme: ThemeChoice::Dark, ..Settings::default() };
        for number in 0..12 {
            let path = PathBuf::from(format!("{number}.emaslim"));
            settings.remember(Recent { path, ..Recent::default() });
        }
        settings.write(&path)?;
        assert_eq!(Settings::read(&path), settings);
        assert_eq!(settings.recent.len(), RECENT);
        assert_eq!(settings.recent[0].path, PathBuf::from("11.emaslim"));
        std::fs::write(&path, "{ \"zoom\": 9000, \"reading\": 2 ")?;
        assert_eq!(Settings::read(&path), Settings::default());
        std::fs::write(&path, "{ \"zoom\": 9000, \"reading\": 2, \"later\": true }")?;
        assert_eq!(Settings::read(&path).zoom, 200);
        assert_eq!(Settings::read(&path).reading, 14);
        let broken = r#"{ "zoom": 120, "window": { "size": [-5, 4000000000] }, "first_steps": { "done": ["fly"] } }"#;
        std::fs::write(&path, broken)?;
        let settings = Settings::read(&path);
        assert_eq!((settings.zoom, settings.window), (120, None), "one broken part costs only itself");
        Ok(())
    }
}
