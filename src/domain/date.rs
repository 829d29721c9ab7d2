//! Calendar dates of sources and points in time of the history, as plain numbers. What needs a calendar
//! (today, weekdays, month names) is done where a calendar library may be used.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A calendar date without a time zone, as a header says it. Ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or nothing where the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The first day that a calendar here has.
    const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The year, 1 to 9999.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl Default for Date {
    /// The first day of the year 1, where no other is to be had.
    fn default() -> Self {
        Self::FIRST
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`, as files and the command line have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is no date in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a date in the form YYYY-MM-DD")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADate);
        };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(NotADate);
        }
        let number = |digits: &str| digits.parse::<i16>().map_err(|_| NotADate);
        let small = |digits: &str| digits.parse::<u8>().map_err(|_| NotADate);
        Self::new(number(year)?, small(month)?, small(day)?).ok_or(NotADate)
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The point `milliseconds` after the start of 1970, UTC.
    pub const fn from_millis(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since the start of 1970, UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!("2025-02-12".parse::<Date>().map(|date| date.to_string()), Ok("2025-02-12".to_owned()));
        for wrong in ["2025-02-30", "2025-13-01", "2025-2-1", "12-02-2025", "2025-02-12x", "", "2023-02-29"] {
            assert_eq!(wrong.parse::<Date>(), Err(NotADate), "{wrong}");
        }
        assert!(Date::new(2024, 2, 29).is_some());
    }
}
