//! Finding: what makes no difference, what does, and that every hit is a place that can be coded.

use super::*;
use crate::domain::{InformantId, Say, SourceText, TurnId, TurnKind};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use uuid::Uuid;

fn query(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

fn regex(pattern: &str) -> Query {
    Query { is_regex: true, ..query(pattern) }
}

fn found_in(text: &SourceText, left_out: &[CharRange], query: &Query) -> Found {
    let finder = Finder::new(query).expect("a query that can be read");
    finder.find(text, &Folded::new(text, left_out, query.folding()), || true)
}

/// The words of all hits.
fn hits(text: &str, query: &Query) -> Vec<String> {
    let text = SourceText::new(text);
    let words = |hit: &CharRange| text.slice(*hit).expect("inside the text").to_owned();
    found_in(&text, &[], query).hits.iter().map(words).collect()
}

#[test]
fn what_a_reader_does_not_mean_makes_no_difference() {
    for (text, wanted, found) in [
        ("Guru-guru, GURU", "guru", vec!["Guru", "guru", "GURU"]),
        ("café cafe\u{301} CAFE", "cafe", vec!["café", "cafe\u{301}", "CAFE"]),
        ("cafe", "café", vec!["cafe"]),
        ("ḥadīṡ ‘amma", "hadis 'amma", vec!["ḥadīṡ ‘amma"]),
        ("Wa’alaikum, Wa'alaikum, Waʿalaikum", "wa'alaikum", vec!["Wa’alaikum", "Wa'alaikum", "Waʿalaikum"]),
        ("kata \"jujur\" “jujur”", "“jujur\"", vec!["\"jujur\"", "“jujur”"]),
        ("anak-anak anak\u{2011}anak anak–anak", "anak-anak", vec!["anak-anak", "anak\u{2011}anak", "anak–anak"]),
        ("kelas\u{a0}VIII  C\tsaja", "kelas viii c saja", vec!["kelas\u{a0}VIII  C\tsaja"]),
        ("di ruang\nguru", "ruang guru", vec!["ruang\nguru"]),
        ("re\u{ad}medial", "remedial", vec!["re\u{ad}medial"]),
        ("Straße", "strasse", vec!["Straße"]),
        ("🙏🏽 terima kasih", "🙏", vec!["🙏🏽"]),
        ("kelas ٨", "kelas 8", vec!["kelas ٨"]),
        ("10₋2", "10-2", vec!["10₋2"]),
    ] {
        assert_eq!(hits(text, &query(wanted)), found, "{wanted} in {text}");
    }
}

#[test]
fn arabic_is_found_without_harakat_and_whatever_the_form_of_its_letters() {
    for (text, wanted, found) in [
        ("وَعَلَيْكُمُ السَّلَامُ", "السلام", vec!["السَّلَامُ"]),
        ("السلام", "السَّلَامُ", vec!["السلام"]),
        ("الســـلام عليكم", "السلام", vec!["الســـلام"]),
        ("إنّ أحمد آمن ٱلله", "ان احمد امن الله", vec!["إنّ أحمد آمن ٱلله"]),
        ("على مصطفى", "علي مصطفي", vec!["على مصطفى"]),
        ("مدرسة", "مدرسه", vec!["مدرسة"]),
        ("ﷺ", "صلى الله عليه وسلم", vec!["ﷺ"]),
        ("ﻻ", "لا", vec!["ﻻ"]),
    ] {
        assert_eq!(hits(text, &query(wanted)), found, "{wanted} in {text}");
    }
}

#[test]
fn letters_of_indonesian_stay_what_they_are() {
    for letter in ('a'..='z').chain('0'..='9') {
        assert_eq!(Folding::Words.of(&letter.to_string()), letter.to_string());
    }
    assert_eq!(hits("ngangkang nyanyi", &query("ny")), ["ny", "ny"]);
    assert!(hits("bank", &query("ny")).is_empty());
}

#[test]
fn a_hit_never_cuts_a_cluster() {
    for (text, wanted) in [("👨‍👩‍👧", "👩"), ("ﷺ", "الله"), ("ß", "s"), ("각", "가"), ("कि", "क"), ("🇮🇩🇮🇩", "🇩🇮")]
    {
        assert!(hits(text, &query(wanted)).is_empty(), "{wanted} in {text}");
        assert_eq!(hits(text, &query(text)).concat(), text);
    }
    // Behind a place that is none, the next one is found.
    assert_eq!(hits("aa\u{327}a", &Query { is_exact: true, ..query("aa") }), Vec::<String>::new());
    assert_eq!(hits("कि क", &query("क")), ["क"]);
}

#[test]
fn capitals_whole_words_and_every_difference_can_be_asked_for() {
    let case = |words: &str| Query { is_case_kept: true, ..query(words) };
    assert_eq!(hits("Guru guru GURU", &case("guru")), ["guru"]);
    assert_eq!(hits("Café CAFE", &case("Cafe")), ["Café"]);
    let whole = |words: &str| Query { is_whole_word: true, ..query(words) };
    assert_eq!(hits("gurunya guru, guru-guru; berguru", &whole("guru")), ["guru", "guru", "guru"]);
    assert_eq!(hits("السلام والسلام", &whole("السلام")), ["السلام"]);
    assert_eq!(hits("e\u{301}s es", &whole("s")), Vec::<String>::new());
    assert_eq!(hits("(75).", &whole("(75)")), ["(75)"]);
    let exact = |words: &str| Query { is_exact: true, ..query(words) };
    assert_eq!(hits("“jujur” \"jujur\" \"Jujur\"", &exact("\"jujur\"")), ["\"jujur\""]);
    assert_eq!(hits("e\u{301} e", &exact("e")), ["e"]);
    assert_eq!(hits("a  b", &exact("  ")), ["  "]);
}

#[test]
fn a_pattern_is_matched_line_by_line() {
    assert_eq!(hits("supervisi, Supervisor\nsuper", &regex(r"supervis\w+")), ["supervisi", "Supervisor"]);
    assert_eq!(hits("satu\ndua\ntiga", &regex("^d.*$")), ["dua"]);
    assert_eq!(hits("kelas VIII A dan VIII C", &regex("VIII [AC]")), ["VIII A", "VIII C"]);
    assert_eq!(hits("Café kafe", &regex("(c|k)afé?")), ["Café", "kafe"]);
    assert_eq!(hits("السَّلَامُ", &regex("السلا.")), ["السَّلَامُ"]);
    assert_eq!(hits("Guru guru", &Query { is_case_kept: true, ..regex("g.ru") }), ["guru"]);
    assert_eq!(hits("e\u{301}e", &Query { is_exact: true, ..regex("e") }), ["e\u{301}", "e"]);
    assert_eq!(hits("guru gurunya", &Query { is_whole_word: true, ..regex("gur.|a|an") }), ["guru"]);
    assert_eq!(hits("a（b）", &regex("（b）")), ["（b）"]);
    // Places without a letter are no hits, and it is known that there were some.
    let text = SourceText::new("bab");
    let found = found_in(&text, &[], &regex("a*"));
    assert_eq!((found.hits.len(), found.has_empty), (1, true));
    assert!(found_in(&text, &[], &regex("x*")).hits.is_empty());
}

#[test]
fn a_pattern_that_cannot_be_read_says_what_is_wrong() {
    for (pattern, fault, at, part) in [
        ("(guru", Fault::GroupUnclosed, 1, "("),
        ("guru)", Fault::GroupUnopened, 5, ")"),
        ("é[a-z", Fault::ClassUnclosed, 2, "["),
        ("[z-a]", Fault::ClassRange, 2, "z-a"),
        ("*a", Fault::RepetitionMissing, 1, "*a"),
        ("a{2,1}", Fault::RepetitionCount, 2, "{2,1}"),
        (r"a\q", Fault::Escape, 2, r"\q"),
        ("a\\", Fault::Escape, 2, "\\"),
        ("(?=a)", Fault::LookAround, 1, "(?="),
        (r"(a)\1", Fault::BackReference, 4, r"\1"),
        (r"\p{Kelas}", Fault::ClassUnknown, 1, r"\p{Kelas}"),
    ] {
        let error = Finder::new(&regex(pattern)).err().unwrap_or_else(|| panic!("{pattern} was read"));
        assert_eq!(error, FindError::Pattern { fault, at, part: part.to_owned() }, "{pattern}");
        assert!(error.message().key.starts_with("find-pattern-"));
    }
    assert_eq!(Finder::new(&regex(r"(\w{900}){900}")).err(), Some(FindError::TooBig));
}

#[test]
fn a_query_without_words_finds_nothing() {
    for words in ["", "  ", "\u{301}", "\0"] {
        assert!(Finder::new(&query(words)).is_ok_and(|finder| finder.is_empty()), "{words:?}");
    }
    assert!(Finder::new(&regex("")).is_ok_and(|finder| finder.is_empty()));
    assert!(hits("pendek", &query("lebih panjang daripada naskahnya")).is_empty());
    assert!(hits("", &query("a")).is_empty());
    assert!(hits("", &regex(".*")).is_empty());
}

#[test]
fn labels_are_not_searched_and_no_hit_reaches_over_one() {
    let text = SourceText::new("P: Apa kabar?\nKS: Kabar\nbaik. KS: begitu.");
    let turn = |start: u32, words: u32, end: u32, label: &str| Turn {
        id: TurnId::from_uuid(Uuid::nil()),
        range: CharRange::new(start, end),
        words: CharRange::new(words, end),
        label: label.to_owned(),
        informant: Some(InformantId::from_uuid(Uuid::nil())),
        kind: TurnKind::Speech,
    };
    let turns = [turn(0, 3, 13, "P"), turn(14, 18, text.len(), "KS")];
    let left_out = labels(&turns);
    let found = |query: &Query| {
        let found = found_in(&text, &left_out, query);
        found.hits.iter().map(|hit| (hit.start.get(), text.slice(*hit).unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(found(&query("KS")), [(30, "KS")], "what is said is found, the label is not");
    assert_eq!(found(&query("kabar baik")), [(18, "Kabar\nbaik")]);
    assert!(found(&query("kabar? kabar")).is_empty());
    assert_eq!(found(&regex("^kabar")), [(18, "Kabar")], "a line begins with its words");
}

#[test]
fn the_search_can_be_stopped_and_has_an_end() {
    let text = SourceText::new("a ".repeat(MOST + 10));
    let folded = Folded::new(&text, &[], Folding::Words);
    let finder = Finder::new(&query("a")).expect("words");
    let all = finder.find(&text, &folded, || true);
    assert_eq!((all.hits.len(), all.end), (MOST, End::Most));
    let none = finder.find(&text, &folded, || false);
    assert_eq!(none.end, End::Stopped);
    assert!(!none.hits.is_empty() && none.hits.len() < 1000);
    let other = Finder::new(&regex("a")).expect("a pattern");
    assert!(other.find(&text, &folded, || true).hits.is_empty(), "folded for another kind of query");
}

fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-cA-C]{1,3}",
        prop::sample::select(vec![
            "é",
            "e\u{301}",
            "E",
            "e",
            "🙏🏽",
            "🙏",
            "👨‍👩‍👧",
            "🇮🇩",
            "السَّلَام",
            "السلام",
            "ـ",
            "أ",
            "ا",
            "ى",
            "ي",
            "ﷺ",
            "ß",
            "s",
            " ",
            "\u{a0}",
            "\n",
            "  ",
            "“",
            "\"",
            "’",
            "'",
            "-",
            "–",
            "\u{200d}",
            "\u{301}",
            "\u{ad}",
            "कि",
            "क",
            "각",
            "İ",
            "…",
            ".",
            "¨",
            "½",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Every hit says what was asked for, on whole clusters, in order, without overlap; and the first place that says
    /// it is the first hit.
    #[test]
    fn hits_say_what_was_asked_for(text in mixed(), at in 0_usize..40, length in 1_usize..6, exact in any::<bool>(), keep in any::<bool>()) {
        let clusters: Vec<&str> = text.graphemes(true).collect();
        let wanted: String = clusters.iter().skip(at % clusters.len().max(1)).take(length).copied().collect();
        let query = Query { is_exact: exact, is_case_kept: keep, ..query(&wanted) };
        let folding = query.folding();
        let source = SourceText::new(text.clone());
        let found = found_in(&source, &[], &query);
        let needle = folding.of(&wanted).into_owned();
        let mut behind = 0;
        for hit in &found.hits {
            prop_assert!(hit.start.get() >= behind && !hit.is_empty());
            behind = hit.end.get();
            prop_assert_eq!(source.snap(*hit), *hit);
            let said = source.slice(*hit).expect("inside the text");
            prop_assert_eq!(folding.of(said).into_owned(), needle.clone(), "{:?} for {:?}", said, wanted);
        }
        let is_something = !needle.trim().is_empty() || exact && !needle.is_empty();
        prop_assert!(!is_something || !found.hits.is_empty(), "{:?} is not found in {:?}", wanted, text);
    }

    /// Whatever the pattern, hits are whole clusters in order.
    #[test]
    fn patterns_never_leave_clusters(text in mixed(), pattern in r"[a-ce.|()*+?é\[\]^$ ]{0,8}", exact in any::<bool>(), whole in any::<bool>()) {
        let query = Query { is_exact: exact, is_whole_word: whole, ..regex(&pattern) };
        let source = SourceText::new(text);
        if Finder::new(&query).is_ok() {
            let mut behind = 0;
            for hit in found_in(&source, &[], &query).hits {
                prop_assert!(hit.start.get() >= behind && !hit.is_empty());
                behind = hit.end.get();
                prop_assert_eq!(source.snap(hit), hit);
            }
        }
    }

    /// Folding twice folds no further, and any words are a query.
    #[test]
    fn folding_is_settled(words in "\\PC{0,20}") {
        for folding in [Folding::Exact, Folding::Marks, Folding::KeepCase, Folding::Words] {
            let once = folding.of(&words).into_owned();
            prop_assert_eq!(folding.of(&once).into_owned(), once.clone(), "{:?}", folding);
        }
        prop_assert!(Finder::new(&query(&words)).is_ok());
    }
}
