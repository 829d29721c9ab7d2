//! The same operations from the command line, `--json` on every read.
