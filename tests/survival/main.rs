//! What a project survives: a disk that fails at every single call, power that goes off there, a process killed at
//! any instant, a disk without room, a file taken away while it is open.
#![expect(unsafe_code, reason = "a file system for SQLite is a table of C functions; it exists in this test alone")]

mod faults;
mod kills;
mod places;
mod study;
mod vfs;
