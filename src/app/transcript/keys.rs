//! The keys of the transcript while it has the focus: the caret, the selection, the ends of a coding, copying.

use super::ground::{Edge, Grain, Ground, Way};
use super::heard::Heard;
use super::layout::{Laid, Setting};
use super::select::Select;
use super::sheet::Transcript;
use crate::domain::{CharOffset, CharRange, CodingId, SourceText};
use eframe::egui::{Event, Key, Modifiers, Ui, vec2};

/// How the words are laid out just now.
#[derive(Clone, Copy)]
pub(super) struct Eye<'a> {
    pub(super) ui: &'a Ui,
    pub(super) text: &'a SourceText,
    pub(super) setting: Setting,
    /// Height of the window onto the words, in points.
    pub(super) view: f64,
}

/// What a key means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Press {
    /// By a unit.
    Go(Grain, Way),
    /// By a row, as straight as the words allow.
    Row(Way),
    /// To an end of the row.
    RowEnd(Way),
    /// By what the window shows.
    Page(Way),
    /// Select everything.
    All,
    /// Select the next larger unit around.
    Grow,
    /// Back to the smaller one.
    Shrink,
    /// Take back.
    Escape,
    /// Keep the ends as they are now.
    Keep,
    /// Turn to the other end.
    OtherEnd,
}

/// What moves, and so which edges of units it goes to.
#[derive(Clone, Copy)]
enum Mover {
    /// A caret: to where the next unit begins.
    Caret,
    /// The head of a selection, whose other end this is.
    Head(CharOffset),
    /// An end of a coding: a start to starts, an end to ends.
    End(Edge),
}

impl Transcript {
    pub(super) fn hear_keys(&mut self, eye: Eye<'_>, chosen: Option<CodingId>, heard: &mut Heard) {
        let is_bounding = self.bounds.is_some();
        let mut presses = Vec::new();
        let (mut is_copying, mut is_citing, mut is_leaving) = (false, false, false);
        eye.ui.input_mut(|input| {
            let is_shifted = input.modifiers.shift;
            input.events.retain(|event| match event {
                // Ctrl+C comes as this; so does the key "Copy", with Shift or without.
                Event::Copy => {
                    is_citing |= is_shifted;
                    is_copying |= !is_shifted;
                    false
                }
                Event::Key { key: Key::C, pressed: true, modifiers, .. }
                    if modifiers.command && modifiers.shift && !modifiers.alt =>
                {
                    is_citing = true;
                    false
                }
                Event::Key { key, pressed: true, modifiers, .. } => match meaning(*key, *modifiers, is_bounding) {
                    Some(press) => {
                        presses.push((press, modifiers.shift));
                        false
                    }
                    None => {
                        // A key of the place: what it does is done to the coding as it stands now.
                        is_leaving |= is_bounding && modifiers.is_none() && key.name().chars().count() == 1;
                        true
                    }
                },
                _ => true,
            });
        });
        if is_copying {
            let range = self.selection().or_else(|| self.range_of(chosen?));
            heard.copied = range.and_then(|range| eye.text.slice(range)).map(str::to_owned);
        }
        heard.is_cited |= is_citing;
        for (press, is_shifted) in presses {
            if self.bounds.is_some() {
                self.press_bounds(eye, press, heard);
            } else {
                self.press(eye, press, is_shifted, heard);
            }
        }
        if is_leaving {
            heard.moved = heard.moved.or(self.keep_ends());
        }
    }

    fn press(&mut self, eye: Eye<'_>, press: Press, is_shifted: bool, heard: &mut Heard) {
        if !matches!(press, Press::Row(_) | Press::Page(_)) {
            self.wanted_x = None;
        }
        match press {
            Press::Escape => {
                if self.selection().is_none() {
                    heard.is_escaped = true;
                }
                self.deselect();
            }
            Press::All => {
                let ground = self.ground(eye.text);
                self.select = Select::from_to(ground.first(), ground.last());
            }
            Press::Grow => self.grow(eye.text),
            Press::Shrink => self.shrink(),
            Press::Keep | Press::OtherEnd => {}
            Press::Go(Grain::Letter, way) if !is_shifted && self.selection().is_some() => {
                // As everywhere: without Shift the caret goes to that side of what was selected.
                let head = self.select.head();
                let range = self.selection().unwrap_or(CharRange { start: head, end: head });
                self.select = Select::at(if way == Way::Back { range.start } else { range.end });
                self.keep_caret_in_sight();
            }
            Press::Go(..) | Press::Row(_) | Press::RowEnd(_) | Press::Page(_) => {
                let (head, fixed) = (self.select.head(), self.select.fixed());
                let mover = if is_shifted { Mover::Head(fixed) } else { Mover::Caret };
                let target = self.reach(eye, press, head, mover);
                self.select = if is_shifted { Select::from_to(fixed, target) } else { Select::at(target) };
                self.keep_caret_in_sight();
            }
        }
    }

    fn press_bounds(&mut self, eye: Eye<'_>, press: Press, heard: &mut Heard) {
        if !matches!(press, Press::Row(_) | Press::Page(_)) {
            self.wanted_x = None;
        }
        match press {
            Press::Keep => heard.moved = heard.moved.or(self.keep_ends()),
            Press::Escape => self.restore_ends(),
            Press::OtherEnd => self.turn_ends(),
            Press::Go(..) | Press::Row(_) | Press::RowEnd(_) | Press::Page(_) => {
                let Some((from, edge)) = self.active_end() else { return };
                let target = self.reach(eye, press, from, Mover::End(edge));
                self.move_end(eye.text, target);
            }
            Press::All | Press::Grow | Press::Shrink => {}
        }
        self.keep_end_in_sight();
    }

    /// Selects the next larger unit, and remembers the way.
    fn grow(&mut self, text: &SourceText) {
        let head = self.select.head();
        let range = self.selection().unwrap_or(CharRange { start: head, end: head });
        let Some(grown) = self.ground(text).grown(range) else { return };
        if self.ladder.last() != Some(&self.select) {
            self.ladder = vec![self.select];
        }
        self.select = Select::stretch(grown);
        self.ladder.push(self.select);
    }

    /// Goes back the way the selection grew; where it did not grow nothing happens.
    fn shrink(&mut self) {
        if self.ladder.len() > 1 && self.ladder.last() == Some(&self.select) {
            self.ladder.pop();
            self.select = self.ladder.last().copied().unwrap_or(self.select);
        }
    }

    /// Where a key leads from a place.
    fn reach(&mut self, eye: Eye<'_>, press: Press, from: CharOffset, mover: Mover) -> CharOffset {
        match press {
            Press::Go(grain, way) => {
                let ground = self.ground(eye.text);
                match mover {
                    Mover::Caret => ground.go(grain, from, way, Edge::Start),
                    Mover::Head(fixed) => ground.extend(grain, fixed, from, way),
                    Mover::End(edge) => ground.go(grain, from, way, edge),
                }
            }
            Press::Row(way) => self.row_step(eye, from, way),
            Press::RowEnd(way) => self.row_end(eye, from, way),
            Press::Page(way) => self.page(eye, from, way),
            _ => from,
        }
    }

    /// The place one row up or down; from the first and the last row to the ends of the text.
    fn row_step(&mut self, eye: Eye<'_>, head: CharOffset, way: Way) -> CharOffset {
        let at = self.blocks.at(head);
        let Some(laid) = self.lay(eye.ui, eye.text, eye.setting, at) else { return head };
        let caret = laid.caret(self.blocks.local(at, head));
        let x = *self.wanted_x.get_or_insert(caret.center().x);
        let y = if way == Way::Back { caret.top() - 1.0 } else { caret.bottom() + 1.0 };
        if y >= 0.0 && y < laid.height() {
            let found = self.in_row(eye.text, at, &laid, x, y);
            return self.led_on(eye.text, head, found, way);
        }
        let is_filled = |at: &usize| self.blocks.list().get(*at).is_some_and(|block| !block.words.is_empty());
        let to = match way {
            Way::Back => (0..at).rev().find(is_filled),
            Way::On => (at + 1..self.blocks.len()).find(is_filled),
        };
        let Some(to) = to else { return self.end_of_text(eye.text, way) };
        let Some(laid) = self.lay(eye.ui, eye.text, eye.setting, to) else { return head };
        let y = if way == Way::Back { laid.height() - 1.0 } else { 1.0 };
        let found = self.in_row(eye.text, to, &laid, x, y);
        self.led_on(eye.text, head, found, way)
    }

    /// The place of a row that is nearest to `x`, where the caret also shows in that row.
    fn in_row(&self, text: &SourceText, at: usize, laid: &Laid, x: f32, y: f32) -> CharOffset {
        let local = laid.hit(vec2(x, y));
        let found = self.blocks.source(at, local);
        let ground = self.ground(text);
        // Behind the last letter of a row that was cut inside a word the caret shows in the next row.
        if laid.caret(local).top() > y {
            ground.go(Grain::Letter, found, Way::Back, Edge::Start)
        } else {
            ground.place(found)
        }
    }

    /// What was found, if it leads on; else the next letter, so that a key never stays where it is.
    fn led_on(&self, text: &SourceText, from: CharOffset, found: CharOffset, way: Way) -> CharOffset {
        let leads = if way == Way::Back { found < from } else { found > from };
        if leads { found } else { self.ground(text).go(Grain::Letter, from, way, Edge::Start) }
    }

    fn end_of_text(&self, text: &SourceText, way: Way) -> CharOffset {
        let ground = self.ground(text);
        if way == Way::Back { ground.first() } else { ground.last() }
    }

    /// The beginning or the end, in the order of reading, of the row the caret stands in.
    fn row_end(&mut self, eye: Eye<'_>, head: CharOffset, way: Way) -> CharOffset {
        let at = self.blocks.at(head);
        let Some(laid) = self.lay(eye.ui, eye.text, eye.setting, at) else { return head };
        let row = laid.row_at(self.blocks.local(at, head)).0;
        let is_here = |place: &u32| (laid.row_at(*place).0 - row).abs() < 1.0;
        let letters = self.blocks.list().get(at).map_or(0, |block| block.words.len());
        let here = self.blocks.local(at, head);
        // A row holds a few hundred letters; its ends are not far.
        let found = match way {
            Way::Back => (0..=here).rev().take_while(is_here).last(),
            Way::On => (here..=letters).take_while(is_here).last(),
        };
        let found = found.unwrap_or(here);
        self.ground(eye.text).place(self.blocks.source(at, found))
    }

    /// A window further: the words move, the caret goes along and stays at its height.
    fn page(&mut self, eye: Eye<'_>, head: CharOffset, way: Way) -> CharOffset {
        let line = f64::from(eye.setting.step.line);
        let at = self.blocks.at(head);
        let Some(laid) = self.lay(eye.ui, eye.text, eye.setting, at) else { return head };
        let caret = laid.caret(self.blocks.local(at, head));
        let x = *self.wanted_x.get_or_insert(caret.center().x);
        let y = self.drop_to(eye, at) + f64::from(self.gap(at) + caret.center().y);
        let page = (eye.view - line).max(line);
        let by = if way == Way::Back { -page } else { page };
        let before = self.spot;
        self.scroll_by(by);
        self.follow_pull(eye.ui, eye.text, eye.setting, eye.view);
        let moved = self.drop_to(eye, before.block) + before.inside;
        let y = y.clamp(line / 2.0, (eye.view - line / 2.0).max(line / 2.0)) + by + moved;
        let found = self.at_height(eye, x, y);
        self.led_on(eye.text, head, found, way)
    }

    /// From the top of the window down to the top of a block; what is more than some windows away is far enough.
    fn drop_to(&mut self, eye: Eye<'_>, block: usize) -> f64 {
        let mut distance = -self.spot.inside;
        let (from, to) = (self.spot.block.min(block), self.spot.block.max(block));
        for at in from..to {
            let height = self.learn(eye.ui, eye.text, eye.setting, at);
            distance += if block > self.spot.block { height } else { -height };
            if distance.abs() > 4.0 * eye.view {
                break;
            }
        }
        distance
    }

    /// The place at a height from the top of the window, also outside of it.
    fn at_height(&mut self, eye: Eye<'_>, x: f32, y: f64) -> CharOffset {
        let (mut at, mut top) = (self.spot.block, -self.spot.inside);
        while y < top {
            let Some(before) = at.checked_sub(1) else { return self.end_of_text(eye.text, Way::Back) };
            at = before;
            top -= self.learn(eye.ui, eye.text, eye.setting, at);
        }
        loop {
            let height = self.learn(eye.ui, eye.text, eye.setting, at);
            if y < top + height {
                break;
            }
            if at + 1 >= self.blocks.len() {
                return self.end_of_text(eye.text, Way::On);
            }
            top += height;
            at += 1;
        }
        let Some(laid) = self.lay(eye.ui, eye.text, eye.setting, at) else { return self.select.head() };
        #[expect(clippy::cast_possible_truncation, reason = "a distance within one block")]
        let inside = ((y - top) as f32 - self.gap(at)).clamp(0.0, (laid.height() - 1.0).max(0.0));
        self.in_row(eye.text, at, &laid, x, inside)
    }

    /// What the caret stands on.
    pub(super) fn ground<'a>(&'a self, text: &'a SourceText) -> Ground<'a> {
        Ground { text, blocks: &self.blocks, turns: &self.turns }
    }
}

/// What a key means here; nothing where it is not for the transcript. Shift extends and changes no meaning.
fn meaning(key: Key, modifiers: Modifiers, is_bounding: bool) -> Option<Press> {
    let (is_far, is_wide) = (modifiers.command && !modifiers.alt, modifiers.alt && !modifiers.command);
    let is_plain = !modifiers.command && !modifiers.alt;
    let way = match key {
        Key::ArrowLeft | Key::ArrowUp | Key::Home | Key::PageUp => Way::Back,
        _ => Way::On,
    };
    Some(match key {
        Key::Escape if modifiers.is_none() => Press::Escape,
        Key::Enter | Key::Space if is_bounding && modifiers.is_none() => Press::Keep,
        Key::Tab if is_bounding && is_plain => Press::OtherEnd,
        Key::B if is_bounding && modifiers.is_none() => Press::OtherEnd,
        Key::A if modifiers.command_only() => Press::All,
        Key::ArrowLeft | Key::ArrowRight if is_plain => Press::Go(Grain::Letter, way),
        Key::ArrowLeft | Key::ArrowRight if is_far => Press::Go(Grain::Word, way),
        Key::ArrowLeft | Key::ArrowRight if is_wide => Press::Go(Grain::Sentence, way),
        Key::ArrowUp | Key::ArrowDown if is_plain => Press::Row(way),
        Key::ArrowUp | Key::ArrowDown if is_far => Press::Go(Grain::Turn, way),
        Key::ArrowUp if is_wide => Press::Grow,
        Key::ArrowDown if is_wide => Press::Shrink,
        Key::Home | Key::End if is_plain => Press::RowEnd(way),
        Key::Home | Key::End if is_far => Press::Go(Grain::Document, way),
        Key::PageUp | Key::PageDown if is_plain => Press::Page(way),
        _ => return None,
    })
}
