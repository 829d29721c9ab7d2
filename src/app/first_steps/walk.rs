//! The strip of the first steps by keys: steps tick themselves off, and it goes when it is put away.

use super::{FirstStep, FirstSteps};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{open_sample_with, settings, settle};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn steps_tick_themselves_off_and_the_strip_goes_when_it_is_put_away() {
    let mut harness = open_sample_with(Settings { first_steps: FirstSteps::default(), ..settings(ThemeChoice::Light) });
    harness.get_by_label("Langkah pertama");
    harness.get_by_label("0 dari 6");
    harness.get_by_label("Buka satu wawancara di Koding").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.get_by_label("W.KS Kepala Sekolah").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().now.settings.first_steps.done.contains(&FirstStep::Open));
    // A statement: the first line of words, then the key of the supervisor.
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    harness.run_steps(2);
    harness.key_press(Key::Num4);
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().now.settings.first_steps.done.contains(&FirstStep::Code));
    harness.key_press(Key::D);
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().now.settings.first_steps.done.contains(&FirstStep::Direct));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    harness.get_by_label("4 dari 6");
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen").click();
    harness.run_steps(3);
    harness.get_by_label("5 dari 6");
    harness.get_by_label("Singkirkan langkah pertama").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Langkah pertama").is_none());
    harness.state_mut().commands.run(crate::app::command::Command::FirstSteps);
    harness.run_steps(3);
    harness.get_by_label("5 dari 6");
}
