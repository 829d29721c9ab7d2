//! Walks through the place.
