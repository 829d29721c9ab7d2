//! Pictures of the window, compared with those in `tests/snapshots`. `UPDATE_SNAPSHOTS=1` takes them anew;
//! `EMASLIM_REQUIRE_IMAGES=1` turns a skipped picture into a failure; `EMASLIM_PICTURES=FOLDER` also writes every picture there, to be looked at.

mod flaws;
mod gallery;
mod sheet;

pub(in crate::app) use flaws::is_used;

use eframe::egui;
use egui_kittest::{Harness, SnapshotOptions};
use std::panic;
use std::sync::OnceLock;

/// Whether a renderer is there. Without one every picture test says so and passes.
pub(crate) fn can_render() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    let found = *FOUND.get_or_init(|| {
        panic::catch_unwind(|| {
            egui_kittest::wgpu::create_render_state(egui_kittest::wgpu::default_wgpu_setup(), Default::default())
        })
        .is_ok()
    });
    assert!(found || std::env::var_os("EMASLIM_REQUIRE_IMAGES").is_none(), "pictures are required and nothing renders");
    if !found {
        eprintln!("SKIPPED: no Vulkan driver; apt-get install mesa-vulkan-drivers gives the software one");
    }
    found
}

/// Compares what the harness shows with the kept picture of that name.
pub(crate) fn hold<State>(harness: &mut Harness<'_, State>, name: &str) {
    if !can_render() {
        return;
    }
    look(harness, name);
    // Software renderers differ in the last bit of a blended edge; a moved word differs in thousands.
    let options = SnapshotOptions::new().threshold(1.2_f32).max_failed_pixels(120_usize);
    harness.snapshot_options(name, &options);
}

/// Writes what the harness shows into the folder of pictures, if one is wanted.
pub(crate) fn look<State>(harness: &mut Harness<'_, State>, name: &str) {
    if let Some(folder) = std::env::var_os("EMASLIM_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        harness.render().expect("a picture").save(path).expect("a written picture");
    }
}

/// Faces and both styles, as the window sets them.
pub(crate) fn dress(ctx: &egui::Context) {
    crate::app::fonts::install(ctx);
    crate::app::theme::Theme::apply(ctx, 17.0);
}
