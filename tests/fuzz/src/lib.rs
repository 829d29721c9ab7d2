//! The rooms that read what others have written, taken from the program's own source without its window: the fuzz
//! targets build in a minute then, and nothing of egui is instrumented.
#![allow(dead_code, reason = "what only the window and the command line use")]

#[path = "../../../src/analysis/mod.rs"]
pub mod analysis;
#[path = "../../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../../src/i18n/mod.rs"]
pub mod i18n;
#[path = "../../../src/import/mod.rs"]
pub mod import;
#[path = "../../../src/project/mod.rs"]
pub mod project;
#[path = "../../../src/store/mod.rs"]
pub mod store;
#[path = "../../../src/task/mod.rs"]
pub mod task;

pub mod order;
