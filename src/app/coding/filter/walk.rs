//! Walks through the filter of codings, by the names of things.

use crate::app::coding::tests::{codings_on, open_principal, press, select};
use crate::app::picture;
use crate::app::settings::ThemeChoice;
use eframe::egui::{Key, Role, vec2};
use egui_kittest::kittest::Queryable;

/// A line of W.KS that nobody has coded.
const UNCODED: &str = "Iya, lembar persetujuannya sudah saya baca dan saya tanda tangani. Silakan dilanjutkan.";

#[test]
fn only_chosen_codes_are_shown_and_nothing_vanishes_silently() {
    let mut harness = open_principal(ThemeChoice::Light);
    assert!(harness.query_all_by_label_contains("SUP.3, mendukung, baris").next().is_none());
    harness.get_by_label("Saringan koding").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::CheckBox, "Edukator").click();
    harness.run_steps(3);
    press(&mut harness, Key::Escape);
    assert!(harness.query_all_by_label_contains(" dari 41 segmen").next().is_some(), "the header says how many");
    assert!(harness.query_all_by_label_contains("KES.1, baris").next().is_none(), "another code is not shown");
    // A code that the filter does not show is put on words, and it is said.
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    assert_eq!(codings_on(&harness, UNCODED).len(), 1);
    harness.get_by_label("SUP terpasang, tetapi saringan koding menyembunyikannya.");
    harness.get_by_label("Tampilkan semua").click();
    harness.run_steps(3);
    assert!(harness.query_all_by_label_contains(" dari 4").next().is_none(), "everything is shown again");
}

#[test]
fn the_filter_is_looked_at() {
    for (theme, size, name) in [
        (ThemeChoice::Light, crate::app::walk::WIDE, "filter"),
        (ThemeChoice::Dark, crate::app::walk::WIDE, "filter-dark"),
        (ThemeChoice::Light, vec2(1024.0, 600.0), "filter-small"),
    ] {
        let mut harness = open_principal(theme);
        harness.set_size(size);
        harness.run_steps(4);
        harness.get_by_label("Saringan koding").click();
        harness.run_steps(3);
        // The family in the codebook at the left has the same name; the popup is drawn after it.
        harness.get_all_by_label("Buka Supervisor").last().expect("in the popup").click();
        harness.run_steps(3);
        harness.get_by_label("SUP.2 Melaksanakan supervisi").click();
        harness.run_steps(3);
        picture::look(&mut harness, name);
        press(&mut harness, Key::Escape);
        picture::look(&mut harness, &format!("{name}-on"));
        assert!(harness.query_all_by_label_contains(" dari 41 segmen").next().is_some());
    }
}
