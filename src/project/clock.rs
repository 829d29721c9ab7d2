//! The only place of this room that asks for the time and for chance.

use crate::domain::Timestamp;
use uuid::Uuid;

/// Now.
pub(super) fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}

/// A new id, later than every id made before on this machine.
pub(super) fn new_id() -> Uuid {
    Uuid::now_v7()
}
