//! Keys that arrive behind a key that opens a field, in the same slow frame or, behind a command, in those until the
//! field is there. They are meant for the field; heard at once by the transcript, a letter of a word would code, or
//! take a code away.

use super::command::Command;
use eframe::egui::{Context, Event, Key};

/// Frames after which keys are let go, whether a field has opened or not.
const PATIENCE: u8 = 4;

/// Keys that wait for a field.
#[derive(Default)]
pub(super) struct TypedAhead {
    waiting: Vec<Event>,
    /// Whether a field is on its way.
    is_expecting: bool,
    frames: u8,
}

impl TypedAhead {
    /// Holds back what comes behind a key that opens a field, and hands it on once a field has the keyboard.
    pub(super) fn sort(&mut self, ctx: &Context) {
        let is_typing = ctx.text_edit_focused();
        if self.is_expecting || !self.waiting.is_empty() {
            self.frames += 1;
            let is_over = is_typing || self.frames > PATIENCE;
            self.is_expecting &= !is_over;
            ctx.input_mut(|input| {
                if is_over {
                    input.events.splice(0..0, self.waiting.drain(..));
                } else {
                    self.waiting.extend(input.events.extract_if(.., |event| is_of_keyboard(event)));
                }
            });
            ctx.request_repaint();
            return;
        }
        if is_typing {
            return;
        }
        ctx.input_mut(|input| {
            let Some(at) = input.events.iter().position(opens_field) else { return };
            self.is_expecting = input.events.get(at).is_some_and(is_of_command);
            // The letter of the key itself is no part of what is typed behind it.
            let own = input.events.get(at).and_then(letter_of);
            if let (Some(Event::Text(text)), Some(own)) = (input.events.get(at + 1), own)
                && text.eq_ignore_ascii_case(own)
            {
                input.events.remove(at + 1);
            }
            self.waiting.extend(input.events.extract_if(at + 1.., |event| is_of_keyboard(event)));
        });
        self.frames = 0;
        // The key's own release is nothing to wait with.
        if self.waiting.iter().all(|event| matches!(event, Event::Key { pressed: false, .. })) {
            self.waiting.clear();
        }
        if self.is_expecting || !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

fn is_of_keyboard(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_))
}

/// The letter that a key writes where it is heard by a field.
fn letter_of(event: &Event) -> Option<&'static str> {
    let Event::Key { key, .. } = event else { return None };
    Some(key.name())
}

/// Whether a field opens at a key: the picker, the memo, the reduction, finding, going to a line, the list of commands.
fn opens_field(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    matches!(key, Key::Enter | Key::M | Key::R) && modifiers.is_none() || is_of_command(event)
}

/// Whether a command with a field of its own is run by a key.
fn is_of_command(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    [Command::Find, Command::GoToLine, Command::Palette]
        .into_iter()
        .flat_map(Command::shortcuts)
        .any(|shortcut| shortcut.logical_key == *key && modifiers.matches_exact(shortcut.modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Modifiers, RawInput, TextEdit};

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    /// What a field and whoever else listens hear of events that come in one frame.
    fn heard(events: Vec<Event>, has_field: bool) -> (String, Vec<Key>) {
        heard_over(&[events], has_field)
    }

    /// The same of events that come in frames that follow each other; a field opens in the fourth.
    fn heard_over(frames: &[Vec<Event>], has_field: bool) -> (String, Vec<Key>) {
        let ctx = Context::default();
        let (mut ahead, mut words, mut others) = (TypedAhead::default(), String::new(), Vec::new());
        for frame in 0..10_u8 {
            let at = usize::from(frame).checked_sub(1);
            let events = at.and_then(|at| frames.get(at)).cloned().unwrap_or_default();
            let mut output = ctx.run_ui(RawInput { events, ..RawInput::default() }, |ui| {
                ahead.sort(ui.ctx());
                if frame >= 3 && has_field {
                    ui.add(TextEdit::singleline(&mut words)).request_focus();
                } else {
                    others.extend(ui.input(|input| {
                        let pressed = |event: &Event| match event {
                            Event::Key { key, pressed: true, .. } => Some(*key),
                            _ => None,
                        };
                        input.events.iter().filter_map(pressed).collect::<Vec<_>>()
                    }));
                }
            });
            output.textures_delta.clear();
        }
        (words, others)
    }

    fn typed(letter: &str, key: Key) -> [Event; 2] {
        [press(key, Modifiers::NONE), Event::Text(letter.to_owned())]
    }

    #[test]
    fn what_is_typed_behind_a_key_that_opens_a_field_is_the_fields() {
        let events = |first: Event| [vec![first], typed("d", Key::D).to_vec(), typed("u", Key::U).to_vec()].concat();
        for first in [press(Key::F, Modifiers::COMMAND | Modifiers::CTRL), press(Key::Enter, Modifiers::NONE)] {
            let key = match first {
                Event::Key { key, .. } => key,
                _ => unreachable!("a key"),
            };
            assert_eq!(heard(events(first), true), ("du".to_owned(), vec![key]));
        }
    }

    #[test]
    fn the_letter_of_the_key_itself_is_not_typed() {
        let events = [typed("m", Key::M), typed("m", Key::M), typed("u", Key::U)].concat();
        assert_eq!(heard(events, true), ("mu".to_owned(), vec![Key::M]));
    }

    #[test]
    fn behind_a_command_the_next_frames_wait_too() {
        let find = vec![press(Key::F, Modifiers::COMMAND | Modifiers::CTRL)];
        let (d, u) = (typed("d", Key::D).to_vec(), typed("u", Key::U).to_vec());
        assert_eq!(heard_over(&[find.clone(), d.clone(), u.clone()], true), ("du".to_owned(), vec![Key::F]));
        let (words, others) = heard_over(&[find, d, u], false);
        assert_eq!((words.as_str(), others), ("", vec![Key::F, Key::D, Key::U]));
    }

    #[test]
    fn where_no_field_opens_nothing_is_lost() {
        let events = [vec![press(Key::Enter, Modifiers::NONE)], typed("d", Key::D).to_vec()].concat();
        assert_eq!(heard(events, false), (String::new(), vec![Key::Enter, Key::D]));
        let plain = [typed("d", Key::D).to_vec(), typed("u", Key::U).to_vec()].concat();
        assert_eq!(heard(plain, false), (String::new(), vec![Key::D, Key::U]));
    }
}
