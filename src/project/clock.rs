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

/// A point in time as `YYYY-MM-DD HH:MM`, in the zone of this machine.
pub(super) fn in_words(at: Timestamp) -> String {
    let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
