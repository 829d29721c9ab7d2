//! What the window remembers from one time to the next without being asked: where it stood, the place each project was
//! left at, and how wide its panels were.

use super::App;
use super::place::PlaceKind;
use super::settings::WindowState;
use eframe::egui::Context;

impl App {
    /// Follows the window about the screen; it is written down when it closes.
    pub(super) fn follow_window(&mut self, ctx: &Context) {
        if !self.is_found {
            // The system has placed it: now it says how large the screen is.
            let Some(state) = WindowState::now(ctx, None) else { return };
            self.is_found = true;
            self.now.settings.window.unwrap_or(state).fetch(ctx);
            return;
        }
        if let Some(state) = WindowState::now(ctx, self.now.settings.window) {
            self.now.settings.window = Some(state);
        }
    }

    /// The place that the project at the head of the list was left at.
    pub(super) fn last_place(&self) -> PlaceKind {
        let recent = self.now.settings.recent.first();
        recent.and_then(|recent| PlaceKind::of_key(&recent.place)).unwrap_or(PlaceKind::Data)
    }

    /// Notes where the open project is left, and how wide its panels are.
    pub(super) fn keep_session(&mut self) {
        let Some(session) = &mut self.session else { return };
        let path = &session.facts.snapshot.path;
        let Some(recent) = self.now.settings.recent.iter_mut().find(|recent| recent.path == *path) else { return };
        session.place.key().clone_into(&mut recent.place);
        for kind in PlaceKind::ALL {
            for (name, width) in session.places.get(kind).panels() {
                recent.panels.insert(name.to_owned(), width);
            }
            session.places.get(kind).keep(recent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::commands::Request;
    use crate::app::settings::{Recent, Settings, ThemeChoice};
    use crate::app::walk::{WIDE, open_sample, settings, settle, window};
    use eframe::egui::{Key, Modifiers};

    #[test]
    fn a_project_opens_at_the_place_it_was_left_at() {
        let mut harness = open_sample(ThemeChoice::Light);
        let path =
            harness.state().session.as_ref().map(|session| session.facts.snapshot.path.clone()).expect("a study");
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
        harness.run_steps(3);
        harness.state_mut().commands.run(crate::app::command::Command::CloseProject);
        harness.run_steps(2);
        settle(&mut harness);
        assert!(harness.state().session.is_none());
        harness.state_mut().commands.send(Request::OpenProject(path));
        harness.run_steps(2);
        settle(&mut harness);
        assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Compare));
    }

    #[test]
    fn panels_keep_their_widths_in_the_project() {
        let mut harness = open_sample(ThemeChoice::Light);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        harness.run_steps(3);
        harness.state_mut().keep_session();
        let recent = harness.state().now.settings.recent[0].clone();
        assert_eq!(recent.panels.get("left"), Some(&288), "{recent:?}");
        let panels = std::collections::BTreeMap::from([("left".to_owned(), 360)]);
        let pulled = Recent { panels, ..recent.clone() };
        drop(harness);
        let mut harness = window(Settings { recent: vec![pulled], ..settings(ThemeChoice::Light) }, WIDE);
        harness.state_mut().commands.send(Request::OpenProject(recent.path));
        harness.run_steps(2);
        settle(&mut harness);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        harness.run_steps(3);
        harness.state_mut().keep_session();
        assert_eq!(harness.state().now.settings.recent[0].panels.get("left"), Some(&360));
    }
}
