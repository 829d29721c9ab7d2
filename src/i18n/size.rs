//! Sizes of files in words: "1,2 MB" in Indonesian, "1.2 MB" in English.

use super::Catalog;
use crate::domain::Language;

impl Catalog {
    /// The size of a file.
    pub fn size(&self, bytes: u64) -> String {
        const UNITS: [&str; 3] = ["kB", "MB", "GB"];
        let (mut tenths, mut unit) = (bytes.div_ceil(100), 0);
        while tenths >= 10_000 && unit + 1 < UNITS.len() {
            tenths = tenths.div_ceil(1_000);
            unit += 1;
        }
        let separator = match self.language() {
            Language::Indonesian => ',',
            Language::English => '.',
        };
        if tenths >= 100 {
            format!("{} {}", tenths.div_ceil(10), UNITS[unit])
        } else {
            format!("{}{separator}{} {}", tenths / 10, tenths % 10, UNITS[unit])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_short_and_of_its_language() {
        let english = Catalog::new(Language::English);
        assert_eq!(english.size(0), "0.0 kB");
        assert_eq!(english.size(1_234), "1.3 kB");
        assert_eq!(english.size(573_440), "574 kB");
        assert_eq!(english.size(1_000_000), "1.0 MB");
        assert_eq!(english.size(48_123_904), "49 MB");
        assert_eq!(english.size(7_200_000_000), "7.2 GB");
        assert_eq!(Catalog::new(Language::Indonesian).size(1_234_567), "1,3 MB");
    }
}
