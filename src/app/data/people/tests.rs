//! Walks through the informants by keyboard only.
