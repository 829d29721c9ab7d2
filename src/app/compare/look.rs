//! Pictures of the place for the eye, in both themes and both sizes: the board divided, covered and by findings, one
//! role, and a member check. `EMASLIM_PICTURES=FOLDER` writes them.

use super::tests::pick;
use crate::analysis::Axis;
use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::place::PlaceKind;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::Language;
use eframe::egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn role(harness: &mut Harness<'_, App>, short: &str) {
    let session = harness.state().session.as_ref().expect("an open study");
    let codes = &session.facts.snapshot.study.codes;
    let code = codes.iter().find(|code| code.short == short).expect("a role").id;
    harness.state_mut().commands.send(Request::ShowRole(code, Axis::Group));
    harness.run_steps(3);
    settle(harness);
}

/// Chooses what the cells show; in a small window from a list.
fn show(harness: &mut Harness<'_, App>, mode: &str, is_small: bool) {
    if is_small {
        return pick(harness, "Tampilan sel", mode);
    }
    harness.get_by_label(mode).click();
    harness.run_steps(3);
}

#[test]
fn the_place_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    // The longest words of the header in the size that the window has at first.
    let english = Settings { language: Some(Language::English), ..settings(ThemeChoice::Light) };
    let mut harness = window(english, vec2(1280.0, 800.0));
    harness.get_by_label("Try the sample study").click();
    harness.run_steps(2);
    settle(&mut harness);
    harness.state_mut().commands.send(Request::Go(PlaceKind::Compare));
    harness.run_steps(3);
    picture::look(&mut harness, "look-english");
    pick(&mut harness, "Divided", "By technique");
    pick(&mut harness, "Rows", "Codes and indicators");
    picture::look(&mut harness, "look-english-divided");
    for (theme, dress) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        for (size, room) in [(WIDE, "wide"), (vec2(1024.0, 600.0), "small")] {
            let mut harness = open_sample(theme);
            harness.set_size(size);
            harness.state_mut().commands.send(Request::Go(PlaceKind::Compare));
            harness.run_steps(3);
            harness.state_mut().now.said = None;
            let is_small = size != WIDE;
            let look = |harness: &mut Harness<'_, App>, name: &str| {
                harness.remove_cursor();
                harness.run_steps(2);
                picture::look(harness, &format!("look-{name}-{dress}-{room}"));
            };
            show(&mut harness, "Cakupan", is_small);
            look(&mut harness, "coverage");
            pick(&mut harness, "Dibagi", "Per teknik");
            look(&mut harness, "coverage-divided");
            show(&mut harness, "Kutipan", is_small);
            look(&mut harness, "divided");
            pick(&mut harness, "Dibagi", "Tidak");
            show(&mut harness, "Ringkasan", is_small);
            look(&mut harness, "summaries");
            show(&mut harness, "Kutipan", is_small);
            pick(&mut harness, "Baris", "Temuan");
            look(&mut harness, "findings");
            role(&mut harness, "SUP");
            look(&mut harness, "role");
            role(&mut harness, "EDU");
            if is_small {
                continue;
            }
            harness.get_by_label("Temuan 1").click();
            harness.run_steps(3);
            harness.get_by_label("Staf TU didampingi sampai bisa memakai aplikasi sekolah.").click();
            harness.run_steps(3);
            look(&mut harness, "role-findings");
            harness.get_by_label_contains("KS Belum dikirim").click();
            harness.run_steps(3);
            look(&mut harness, "check");
        }
    }
}
