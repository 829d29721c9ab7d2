//! The command line: one file a promise.

mod bad_input;
mod contract;
mod demo;
mod exports;
mod from_nothing;
mod history;
mod odd;
mod positions;
