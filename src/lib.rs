//! Emaslim: a workbench for qualitative research. Read this page from top to bottom and you have read
//! the way the data goes; nothing flows back up.
//!
//! ```text
//! file on disk ─▶ ParsedSource ─▶ Source ─▶ Segment ─▶ Coding ─▶ Cell ─▶ Excerpt ─▶ file on disk
//!                 import          store     app        project    analysis  export
//! ```
//!
//! | room | holds | may use | never |
//! | --- | --- | --- | --- |
//! | [`domain`] | plain data and rules: ids, text positions, source, informant, code, coding, memo, verdict | std, serde, uuid, unicode-* | I/O, SQL, egui, clock, randomness |
//! | [`import`] | bytes → `ParsedSource`: text, turns, proposed attributes, warnings. Reads, never writes | domain, parsers | store, egui |
//! | [`store`] | the project file: the only room with SQL. Schema, migrations, history | domain | egui, import, export |
//! | [`project`] | the one door for writes: operations, transaction, undo and redo. One method a verb | domain, store, import, analysis, i18n (names of groups) | egui |
//! | [`analysis`] | questions over codings, asked of the resident [`analysis::Study`] | domain | rusqlite, egui |
//! | [`export`] | excerpts and comparisons → any `io::Write` | domain, analysis results, writers | rusqlite, egui |
//! | [`i18n`] | Fluent look-up; dates and counts in words | domain | store, egui |
//! | [`task`] | a background job with progress and cancel | domain | store, egui |
//! | [`app`] | the window. Only room with egui, eframe, rfd | everything but `store` | SQL |
//! | [`cli`] | the same operations from the command line | everything but `store`, `app` | SQL, egui |
//!
//! `tests/architecture.rs` walks `src/` and holds these walls.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod import;
pub mod project;
pub mod store;
pub mod task;
