//! The command line: one file a promise.

mod backups;
mod bad_input;
mod codebook;
mod contract;
mod corrections;
mod demo;
mod exports;
mod from_nothing;
mod gestures;
mod history;
mod imports;
mod judging;
mod odd;
mod openers;
mod people;
mod positions;
mod project;
mod rescue;
mod second_study;
mod sources;
mod tables;
mod trace;
