//! Times of a recording as programs and people write them: `00:01:23,450`, `1:23`, `0.000`, `00.12.34`.

/// Hours of the longest recording; what is more is no time.
const MOST_HOURS: u64 = 1000;

/// A time at the start of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Milliseconds from the start of the recording.
    pub ms: u64,
    /// Bytes it takes.
    pub len: usize,
    /// Its numbers: seconds alone, minutes and seconds, or hours too.
    pub parts: usize,
    /// Whether it has fractions of a second.
    pub has_fraction: bool,
}

/// The time at the start of `text` with `between` between its numbers (`:` or `.`), at least two of them.
pub fn at_start(text: &str, between: u8) -> Option<Clock> {
    let bytes = text.as_bytes();
    let (mut numbers, mut count, mut at) = ([0_u64; 3], 0, 0);
    loop {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !(1..=if count == 0 { 5 } else { 2 }).contains(&digits) {
            return None;
        }
        numbers[count] = text.get(at..at + digits)?.parse().ok()?;
        count += 1;
        at += digits;
        let goes_on = bytes.get(at) == Some(&between) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if count == 3 || !goes_on {
            break;
        }
        at += 1;
    }
    if count < 2 {
        return None;
    }
    let (first, rest) = (numbers[0], &numbers[1..count]);
    let most_first = if count == 2 { MOST_HOURS * 60 } else { MOST_HOURS };
    if first >= most_first || rest.iter().any(|number| *number >= 60) {
        return None;
    }
    let seconds = numbers[..count].iter().fold(0, |all, number| all * 60 + number);
    let (fraction, len) = if between == b':' { fraction(text, at) } else { (0, at) };
    Some(Clock { ms: seconds * 1000 + fraction, len, parts: count, has_fraction: len > at })
}

/// A time that is all of `text`.
pub fn whole(text: &str, between: u8) -> Option<Clock> {
    at_start(text, between).filter(|clock| clock.len == text.len())
}

/// Seconds with a fraction at the start of `text` (`12.480`), as some programs write them.
pub fn seconds(text: &str) -> Option<Clock> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let whole: u64 = text.get(..digits).filter(|_| (1..=7).contains(&digits))?.parse().ok()?;
    let (fraction, len) = fraction(text, digits);
    let is_time = len > digits && whole < MOST_HOURS * 3600;
    is_time.then_some(Clock { ms: whole * 1000 + fraction, len, parts: 1, has_fraction: true })
}

/// Milliseconds of a number of seconds; nothing where no recording has as many.
pub fn of_seconds(seconds: f64) -> Option<u64> {
    #[expect(clippy::cast_precision_loss, reason = "a bound of some million seconds")]
    let is_time = seconds.is_finite() && seconds >= 0.0 && seconds < (MOST_HOURS * 3600) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds and not negative")]
    is_time.then(|| (seconds * 1000.0).round() as u64)
}

/// A time that a program gives as milliseconds, if a recording can have it.
pub fn of_milliseconds(ms: u64) -> Option<u64> {
    (ms < MOST_HOURS * 3_600_000).then_some(ms)
}

/// The fraction of a second at byte `at` in milliseconds, and the byte behind it.
fn fraction(text: &str, at: usize) -> (u64, usize) {
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix([',', '.'])) else { return (0, at) };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let kept: u64 = rest[..digits.min(3)].parse().unwrap_or(0);
    match digits {
        0 => (0, at),
        1 => (kept * 100, at + 2),
        2 => (kept * 10, at + 3),
        _ => (kept, at + 1 + digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (text, between, ms) in [
            ("00:00:01,250", b':', Some(1250)),
            ("00:00:01.5", b':', Some(1500)),
            ("01:02:03", b':', Some(3_723_000)),
            ("0:0:1.910", b':', Some(1910)),
            ("75:03", b':', Some(4_503_000)),
            ("00.12.34", b'.', Some(754_000)),
            ("02.34", b'.', Some(154_000)),
            ("12:60", b':', None),
            ("00:00:00,999999999", b':', Some(999)),
            ("1:2", b':', Some(62_000)),
            ("12", b':', None),
            ("12:", b':', None),
            ("99999:00:00", b':', None),
            ("00:00:1d.890", b':', None),
            ("", b':', None),
        ] {
            assert_eq!(whole(text, between).map(|clock| clock.ms), ms, "{text}");
        }
        assert_eq!(at_start("00:17 ya", b':').map(|clock| clock.len), Some(5));
        assert_eq!(seconds("3.480 --> 4").map(|clock| (clock.ms, clock.len)), Some((3480, 5)));
        assert_eq!(seconds("3 dan").map(|clock| clock.ms), None);
    }

    #[test]
    fn numbers_that_no_recording_has_are_no_times() {
        assert_eq!(of_seconds(1.2345), Some(1235));
        for wrong in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert_eq!(of_seconds(wrong), None);
        }
        assert_eq!(of_milliseconds(u64::MAX), None);
    }
}
