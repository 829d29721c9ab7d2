//! Where sentences end. The bounds of Unicode (UAX 29) are the ground; on top stands a rule of our own for what
//! people write in Indonesian transcripts, because a sentence is what is coded most:
//!
//! - A title, a name cut short or an initial ("Bpk.", "Drs.", "K.H.", "Moh.", "S.") goes on, and so does an
//!   abbreviation before a number ("hlm. 45", "No. 3"), a short word without a vowel ("kpd.", "Bpk.") and the
//!   number or letter that counts a list ("1. Kepala sekolah").
//! - "kelas VII A." and "kelas A." do end: the letter is a class and no initial.
//! - A degree ("S.Pd.", "S.H." behind a comma) and "dll.", "dkk.", "dsb.", "dst." end a sentence where a capital
//!   follows that is no further abbreviation.
//! - "…" and "..." end a sentence where they hang on a word and a capital follows ("Begini… Jadi"); standing free
//!   they are a pause ("itu … Pak Ahmad").
//! - A question or an exclamation in quotation marks goes on in small letters ("“Apa?” tanya saya").
//! - A full stop behind a whole word ends also before a small letter, as in transcripts typed in haste.
//!
//! Decimal points and times ("2.5", "06.45") have no space behind them and are never looked at.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What stands before a name, a place or a number and never ends a sentence. In small letters.
const BEFORE_NAME: &[&str] = &[
    "abd", "bdk", "bp", "bpk", "dr", "dra", "drg", "drs", "gg", "hj", "hlm", "ir", "jl", "jln", "kab", "kec", "kel",
    "kh", "lih", "moh", "muh", "mhd", "ny", "pkl", "prof", "prov", "rp", "sdr", "sdri", "tel", "telp", "tgl", "tlp",
    "tn", "ust", "ustz", "yth",
];
/// What goes on only before a number. In small letters.
const BEFORE_NUMBER: &[&str] = &["art", "ay", "bab", "cet", "ed", "fig", "gbr", "hal", "jil", "no", "ps", "tab", "vol"];
/// What has no vowel and yet may end a sentence. In small letters.
const MAY_END: &[&str] = &["dkk", "dll", "dsb", "dst", "tsb", "hm", "hmm", "mm", "mmm", "pst", "sst", "ssst"];
/// Words behind which a single letter is a class or a grade. In small letters.
const BEFORE_LETTER: &[&str] =
    &["butir", "golongan", "grup", "huruf", "kelas", "kelompok", "nilai", "paket", "poin", "rombel", "ruang", "tim"];

/// The sentences of a passage in bytes, one behind the other, each with the spaces behind it. The passage holds no
/// line end: whoever joins lines puts a space there.
pub(super) fn sentences(words: &str) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = words.split_sentence_bound_indices().map(|(at, _)| at).filter(|at| *at > 0).collect();
    cuts.extend(likely_cuts(words));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| is_end(words, *cut));
    let mut start = 0;
    let mut found = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts.into_iter().chain([words.len()]) {
        if cut > start {
            found.push(start..cut);
            start = cut;
        }
    }
    found
}

/// Where a word begins behind a full stop, an ellipsis or the like; some of these Unicode does not count.
fn likely_cuts(words: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let (mut is_behind, mut was_space) = (false, false);
    for (at, letter) in words.char_indices() {
        if letter.is_whitespace() {
            was_space = true;
            continue;
        }
        if was_space && is_behind {
            cuts.push(at);
        }
        is_behind = is_terminator(letter) || is_behind && !was_space && is_closing(letter);
        was_space = false;
    }
    cuts
}

const fn is_terminator(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | '؟' | '۔' | '‽' | '⁇' | '⁈' | '⁉')
}

const fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}')
}

const fn is_opening(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '‘' | '«' | '‹' | '(' | '[' | '{' | '–' | '—' | '-')
}

/// Whether a sentence ends at a place where it might.
fn is_end(words: &str, cut: usize) -> bool {
    let (Some(before), Some(behind)) = (words.get(..cut), words.get(cut..)) else { return false };
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let core = before.trim_end_matches(is_closing);
    let Some(next) = behind.chars().find(|letter| !is_opening(*letter)) else { return true };
    let Some(last) = core.chars().next_back().filter(|last| is_terminator(*last)) else { return true };
    if last == '…' || core.ends_with("..") {
        let hangs = core.trim_end_matches(['.', '…']).chars().next_back();
        return hangs.is_some_and(|letter| !letter.is_whitespace() && !is_opening(letter)) && begins_anew(next);
    }
    if last != '.' {
        return before.len() == core.len() || !next.is_lowercase();
    }
    let stem = core.strip_suffix('.').unwrap_or(core);
    let start =
        stem.rfind(char::is_whitespace).map_or(0, |at| at + stem[at..].chars().next().map_or(1, char::len_utf8));
    let word = stem[start..].trim_start_matches(is_opening);
    full_stop_ends(word, stem[..start].trim_end(), next, behind)
}

/// Whether a letter looks like the first of a sentence: a capital, a letter of a script without capitals, a digit.
fn begins_anew(letter: char) -> bool {
    letter.is_alphanumeric() && !letter.is_lowercase()
}

/// Whether the full stop behind `word` ends a sentence. `before` are the words before it, `behind` those that follow,
/// the first letter of which is `next`.
fn full_stop_ends(word: &str, before: &str, next: char, behind: &str) -> bool {
    let letters = word.chars().count();
    let is_number = !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    let is_alone = letters == 1 && word.chars().all(char::is_alphabetic);
    if before.is_empty() && (is_alone && word.is_ascii() || is_number && letters <= 3) {
        return false;
    }
    if is_alone && word.is_ascii() {
        return word.chars().all(char::is_uppercase) && is_class(before) && !next.is_lowercase();
    }
    if is_number {
        return !next.is_lowercase();
    }
    let small = word.to_lowercase();
    if word.contains('.') && word.chars().any(char::is_alphabetic) {
        let is_capitals = !word.chars().any(char::is_lowercase);
        let is_degree = word.chars().next().is_some_and(char::is_uppercase) && (!is_capitals || before.ends_with(','));
        return is_degree && begins_anew(next) && !is_abbreviated(behind);
    }
    if BEFORE_NAME.contains(&small.as_str()) {
        return false;
    }
    if BEFORE_NUMBER.contains(&small.as_str()) && next.is_numeric() {
        return false;
    }
    if MAY_END.contains(&small.as_str()) {
        return !next.is_lowercase();
    }
    let is_acronym = letters > 1 && !word.chars().any(char::is_lowercase);
    is_acronym || letters > 5 || !is_without_vowel(&small)
}

/// Whether a single capital behind these words is a class or a grade and no initial.
fn is_class(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_numeral = !word.is_empty()
        && (word.chars().all(|letter| letter.is_ascii_digit())
            || word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')));
    is_numeral || BEFORE_LETTER.contains(&word.to_lowercase().as_str())
}

/// Whether the first word is itself cut short: "M.Pd." behind "S.Pd.".
fn is_abbreviated(words: &str) -> bool {
    let word = words.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ')']);
    let stem = word.strip_suffix('.').unwrap_or(word);
    stem.contains('.') || word.ends_with('.') && stem.chars().count() == 1
}

fn is_without_vowel(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|letter| letter.is_ascii_alphabetic() && !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` marks where one sentence ends and the next begins.
    fn check(marked: &str) {
        let words = marked.replace('|', "");
        let found: Vec<&str> = sentences(&words).into_iter().map(|range| words[range].trim()).collect();
        let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn titles_names_and_initials_go_on() {
        check("Saya menemui Bpk. Hasan dan Drs. H. Sutrisno di sana. |Beliau menerima kami.");
        check("Dulu K.H. Ahmad Dahlan. |Lalu R.A. Kartini dan Moh. Hatta. |Sekarang Ahmad S. Wijaya.");
        check("Kepada Yth. Bapak Kepala Sekolah. |Dengan hormat.");
        check("Prof. Dr. Siti Aminah, M.Pd. memberi contoh. |Bagus.");
    }

    #[test]
    fn degrees_and_lists_end_before_a_capital() {
        check("Gurunya Rahma, S.Pd. |Beliau mengajar Matematika.");
        check("Gurunya Rahma, S.Pd. M.Pd. sejak 2019. |Ya.");
        check("Ketuanya Budi, S.H. |Kami akrab.");
        check("Buku, pensil, dll. |Kami siapkan semua.");
        check("Buku, pensil, dll. yang kami siapkan. |Sudah.");
    }

    #[test]
    fn numbers_pages_and_times_go_on() {
        check("Lihat hlm. 45. |Nilainya 2.5 sampai 3.75. |Masuk pukul 06.45 tepat.");
        check("Pukul 06.45. |Bel berbunyi.");
        check("Menurut Sugiyono (2019, hal. 7) begitu. |Itu satu hal. |Lain lagi No. 3 tadi.");
        check("Tahun 2024. |Lalu tahun 2025.");
        check("1. Kepala sekolah membuka rapat. |Semua hadir.");
        check("Kegiatannya: a. menyapu b. menyiram. |Selesai.");
        check("Saya di kelas VII A. |Lalu pindah ke kelas B. |Sekarang di sini.");
    }

    #[test]
    fn pauses_are_no_ends() {
        check("Begini… |Jadi kami rapat.");
        check("Menurut saya … Pak Ahmad itu sabar. |Ya.");
        check("Jadi... |Kami rapat lagi ... eh, tidak jadi. |Maaf.");
        check("Kami […] Semua setuju. |Sudah.");
        check("Hmm. |Begini, Bu.");
    }

    #[test]
    fn quotation_marks_close_with_their_sentence() {
        check("“Boleh, Ka.” |Lalu dia pergi.");
        check("“Boleh?” tanya saya. |“Boleh!” |Dia tersenyum.");
        check("Dia bilang, \"Masuk.\" |Kami masuk. |(Tertawa.) |Ya.");
        check("Ya! |Betul? |Iya.");
    }

    #[test]
    fn small_letters_and_acronyms_begin_and_end_too() {
        check("iya bu. |saya mau. |sudah dkk. saya tunggu.");
        check("Kami pakai RPP. |Sekarang modul ajar.");
        check("Surat kpd. Orang tua sudah dikirim. |Ya.");
    }

    #[test]
    fn arabic_has_its_own_marks() {
        check("كيف حالكم؟ |الحمد لله. |قال تعالى");
        check("Saya jawab وعليكم السلام. |Silakan, santai saja.");
    }

    proptest! {
        /// Whatever the words, the sentences laid end to end are the words again.
        #[test]
        fn sentences_make_up_the_passage(
            words in "([A-Za-z]{1,5}|[0-9]{1,2}|Bpk|S.Pd|🙏🏽|e\u{301}|السلام|[.!?…؟ ”“)(]){0,60}",
        ) {
            let found = sentences(&words);
            let mut at = 0;
            for range in &found {
                prop_assert_eq!(range.start, at);
                prop_assert!(range.end > range.start);
                at = range.end;
            }
            prop_assert_eq!(at, words.len());
        }
    }
}
