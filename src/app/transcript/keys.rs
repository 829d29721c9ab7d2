//! The keys of the transcript while it has the focus: the caret, the selection, scrolling, copying.

use super::layout::Setting;
use super::select::{Select, Step, step};
use super::sheet::{Heard, Transcript};
use crate::domain::{CharOffset, CharRange, SourceText};
use eframe::egui::{Event, Key, Modifiers, Ui, vec2};

impl Transcript {
    pub(super) fn hear_keys(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f64, heard: &mut Heard) {
        let (presses, is_copying) = ui.input_mut(|input| {
            let mut presses = Vec::new();
            let mut is_copying = false;
            input.events.retain(|event| match event {
                Event::Copy => {
                    is_copying = true;
                    false
                }
                Event::Key { key, pressed: true, modifiers, .. } if is_mine(*key, *modifiers) => {
                    presses.push((*key, *modifiers));
                    false
                }
                _ => true,
            });
            (presses, is_copying)
        });
        if is_copying {
            heard.copied = self.selection().and_then(|range| text.slice(range)).map(str::to_owned);
        }
        for (key, modifiers) in presses {
            self.press(ui, text, setting, view, key, modifiers, heard);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a key, and what it works on")]
    fn press(
        &mut self,
        ui: &Ui,
        text: &SourceText,
        setting: Setting,
        view: f64,
        key: Key,
        modifiers: Modifiers,
        heard: &mut Heard,
    ) {
        let head = self.select.head();
        let is_far = modifiers.command || modifiers.alt;
        if !matches!(key, Key::ArrowUp | Key::ArrowDown) {
            self.wanted_x = None;
        }
        let ends = CharRange {
            start: self.blocks.list().first().map_or(CharOffset::ZERO, |block| block.words.start),
            end: self.blocks.list().last().map_or(CharOffset::ZERO, |block| block.words.end),
        };
        let target = match key {
            Key::Escape => {
                if self.selection().is_none() {
                    heard.is_escaped = true;
                }
                self.deselect();
                return;
            }
            Key::A => {
                self.select = Select::from_to(ends.start, ends.end);
                return;
            }
            Key::PageUp | Key::PageDown => {
                let page = view - f64::from(setting.step.line);
                self.scroll_by(if key == Key::PageUp { -page } else { page });
                return;
            }
            Key::ArrowLeft => step(text, &self.blocks, head, if is_far { Step::WordBack } else { Step::Back }),
            Key::ArrowRight => step(text, &self.blocks, head, if is_far { Step::WordOn } else { Step::On }),
            Key::ArrowUp => self.row_step(ui, text, setting, head, true),
            Key::ArrowDown => self.row_step(ui, text, setting, head, false),
            Key::Home if is_far => ends.start,
            Key::End if is_far => ends.end,
            Key::Home | Key::End => self.row_end(ui, text, setting, head, key == Key::End),
            _ => return,
        };
        if modifiers.shift {
            self.select = Select::from_to(self.select.fixed(), target);
        } else {
            self.select = Select::at(target);
        }
        self.keep_caret_in_sight();
    }

    /// The place one row up or down, as straight as the words allow.
    fn row_step(&mut self, ui: &Ui, text: &SourceText, setting: Setting, head: CharOffset, is_up: bool) -> CharOffset {
        let at = self.blocks.at(head);
        let Some(laid) = self.lay(ui, text, setting, at) else { return head };
        let caret = laid.caret(self.blocks.local(at, head));
        let x = *self.wanted_x.get_or_insert(caret.center().x);
        let y = if is_up { caret.top() - 1.0 } else { caret.bottom() + 1.0 };
        if y >= 0.0 && y < laid.height() {
            return self.blocks.source(at, laid.hit(vec2(x, y)));
        }
        let mut to = at;
        loop {
            let Some(next) = (if is_up { to.checked_sub(1) } else { Some(to + 1) }) else { return head };
            let Some(block) = self.blocks.list().get(next) else { return head };
            to = next;
            if !block.words.is_empty() {
                break;
            }
        }
        let Some(laid) = self.lay(ui, text, setting, to) else { return head };
        let y = if is_up { laid.height() - 1.0 } else { 1.0 };
        self.blocks.source(to, laid.hit(vec2(x, y)))
    }

    /// The beginning or the end of the row the caret stands in.
    fn row_end(&mut self, ui: &Ui, text: &SourceText, setting: Setting, head: CharOffset, is_end: bool) -> CharOffset {
        let at = self.blocks.at(head);
        let Some(laid) = self.lay(ui, text, setting, at) else { return head };
        let y = laid.caret(self.blocks.local(at, head)).center().y;
        let x = if is_end { setting.width * 2.0 } else { -setting.width };
        self.blocks.source(at, laid.hit(vec2(x, y)))
    }
}

fn is_mine(key: Key, modifiers: Modifiers) -> bool {
    match key {
        Key::Escape | Key::PageUp | Key::PageDown => modifiers.is_none(),
        Key::A => modifiers.command_only(),
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End => true,
        _ => false,
    }
}
