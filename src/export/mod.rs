//! Excerpts and comparisons to any writer.
