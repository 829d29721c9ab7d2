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
//! | [`domain`] | plain data and rules: ids, text positions, source, informant, code, coding, memo, verdict, messages | std, serde, uuid, unicode-* | I/O, SQL, egui, clock, randomness |
//! | [`import`] | bytes → `ParsedSource`: text, turns, proposed attributes, warnings. Reads, never writes | `domain`, `task` | SQL, egui, clock |
//! | [`store`] | the project file: the only room with SQL. Schema, migrations, history, checked copies | `domain` | egui |
//! | [`project`] | the one door for writes: operations, transaction, undo and redo. One method a verb | `domain`, `store`, `import`, `analysis`, `task`, `i18n` (names of groups) | SQL, egui |
//! | [`analysis`] | questions over codings, asked of the resident [`analysis::Study`] | `domain` | SQL, egui, files |
//! | [`export`] | excerpts, comparisons, transcripts, the codebook → tables and papers (Word, HTML, Markdown) | `domain`, `analysis`, `i18n` | SQL, egui |
//! | [`i18n`] | Fluent look-up; dates and counts in words | `domain` | SQL, egui, files |
//! | [`task`] | a background job with progress and cancel | nothing | SQL, egui, files |
//! | [`trace`] | the log and the report of a crash, without a word of the researcher | nothing | SQL, egui |
//! | [`app`] | the window. The only room with egui, eframe, rfd | every room but `store` and `cli` | SQL |
//! | [`cli`] | the same operations from the command line | every room but `store` and `app` | SQL, egui |
//!
//! `tests/architecture.rs` walks `src/` and holds these walls; `tests/messages.rs` holds that every word in
//! `assets/locales` is said somewhere and that nothing is said without words.
//!
//! # How to find your way
//!
//! Start from what the user does. A command of the command line is a file in `cli`; a place of the window is a
//! folder in `app`, which draws from a read-only `View` and leaves its wishes as a `Request`
//! (`app/commands.rs`), carried out in `app/carry.rs` and, off the window's thread, in `app/desk/worker.rs`; a change
//! that needs no more than its verb is a closure in `Request::change`.
//! Both end in a method of [`project::Project`], one file a verb, inside `project/transact.rs`: one
//! transaction, one step of the history, and a patch of the resident [`analysis::Study`], which is all that
//! reading ever asks. What a row looks like on disk is in `store/schema/v1.sql` and its upgrades, its mapper in the folder of
//! its noun beside it, undo in `store/history`. A sentence is found by its key in `assets/locales` and in the
//! code that names the key; an error is an enum in its room's `error.rs` that implements [`domain::Say`].

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
pub mod trace;
