//! Bad input is one sentence, and nothing has changed.
