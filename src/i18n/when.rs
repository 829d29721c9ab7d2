//! Dates and times in words: "12 Februari 2025" in text, "12 Feb 2025" in tables, "09.12" for times.

use super::Catalog;
use crate::domain::{Date, Language, Message, Timestamp};

impl Catalog {
    /// A date for running text: "12 Februari 2025".
    pub fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.text(&format!("month-{}", date.month())), date.year())
    }

    /// A date for narrow places: "12 Feb 2025".
    pub fn short_date(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.text(&format!("month-short-{}", date.month())), date.year())
    }

    /// A date with its weekday: "Rabu, 12 Februari 2025".
    pub fn long_date(&self, date: Date) -> String {
        let month = i8::try_from(date.month()).unwrap_or(1);
        let day = i8::try_from(date.day()).unwrap_or(1);
        match jiff::civil::Date::new(date.year(), month, day) {
            Ok(civil) => {
                let weekday = civil.weekday().to_monday_one_offset();
                format!("{}, {}", self.text(&format!("weekday-{weekday}")), self.date(date))
            }
            Err(_) => self.date(date),
        }
    }

    /// The time of day of a step, in the zone of this machine: "09.12" / "09:12".
    pub fn time(&self, at: Timestamp) -> String {
        let zoned = local(at);
        let separator = match self.language() {
            Language::Indonesian => '.',
            Language::English => ':',
        };
        format!("{:02}{separator}{:02}", zoned.hour(), zoned.minute())
    }

    /// The day of a step, as seen from now: "Hari ini", "Kemarin", "12 Februari 2025".
    pub fn day(&self, at: Timestamp, now: Timestamp) -> String {
        let (day, today) = (local(at).date(), local(now).date());
        if day == today {
            self.text("day-today")
        } else if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
            self.text("day-yesterday")
        } else {
            self.date_of(at)
        }
    }

    /// The time of a step of today, the day of an older one: "09.12", "12 Feb", "12 Feb 2025".
    pub fn short(&self, at: Timestamp, now: Timestamp) -> String {
        let (day, today) = (local(at).date(), local(now).date());
        if day == today {
            return self.time(at);
        }
        let month = self.text(&format!("month-short-{}", day.month()));
        match day.year() == today.year() {
            true => format!("{} {month}", day.day()),
            false => format!("{} {month} {}", day.day(), day.year()),
        }
    }

    /// The date of a step, in the zone of this machine: "12 Februari 2025".
    pub fn date_of(&self, at: Timestamp) -> String {
        let zoned = local(at);
        let (month, day) = (u8::try_from(zoned.month()).unwrap_or(1), u8::try_from(zoned.day()).unwrap_or(1));
        Date::new(zoned.year(), month, day).map_or_else(String::new, |date| self.date(date))
    }

    /// The day and time of a step: "3 Maret 2025, 09.12".
    pub fn moment(&self, at: Timestamp) -> String {
        let zoned = local(at);
        let day =
            Date::new(zoned.year(), u8::try_from(zoned.month()).unwrap_or(1), u8::try_from(zoned.day()).unwrap_or(1));
        match day {
            Some(day) => self.say(&Message::new("moment").with("date", self.date(day)).with("time", self.time(at))),
            None => self.time(at),
        }
    }
}

fn local(at: Timestamp) -> jiff::Zoned {
    jiff::Timestamp::from_millisecond(at.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned(jiff::tz::TimeZone::system())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::citation::MONTHS;

    #[test]
    fn citations_and_tables_name_the_months_alike() {
        for (language, months) in Language::ALL.into_iter().zip(MONTHS) {
            let words = Catalog::new(language);
            for (number, month) in (1..).zip(months) {
                assert_eq!(words.text(&format!("month-{number}")), month);
            }
        }
    }

    #[test]
    fn a_day_is_named_as_seen_from_today() {
        let indonesian = Catalog::new(Language::Indonesian);
        let now = Timestamp::from_millis(1_771_000_000_000);
        let before = |days: i64| indonesian.day(Timestamp::from_millis(now.millis() - days * 86_400_000), now);
        assert_eq!([before(0), before(1)], ["Hari ini", "Kemarin"]);
        assert!(before(3).ends_with(" Februari 2026"), "{}", before(3));
    }

    #[test]
    fn dates_read_as_a_thesis_writes_them() {
        let date = Date::new(2025, 2, 12).expect("a day of the calendar");
        let indonesian = Catalog::new(Language::Indonesian);
        assert_eq!(indonesian.date(date), "12 Februari 2025");
        assert_eq!(indonesian.short_date(date), "12 Feb 2025");
        assert_eq!(indonesian.long_date(date), "Rabu, 12 Februari 2025");
        assert_eq!(Catalog::new(Language::English).long_date(date), "Wednesday, 12 February 2025");
    }
}
