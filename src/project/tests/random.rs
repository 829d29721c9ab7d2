//! Random operations, undone and redone.
