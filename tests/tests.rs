//! The program from outside: the real binary, real files, and what a script would see of them.

mod cli;
mod support;
