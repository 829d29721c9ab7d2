//! A passage is marked in the first text by `[` and `]`, and what became of it is shown the same way.

use super::*;
use proptest::prelude::*;

/// The text without its marks, and the passage between them.
fn marked(text: &str) -> (SourceText, CharRange) {
    let start = text.chars().position(|letter| letter == '[').expect("a start");
    let end = text.chars().position(|letter| letter == ']').expect("an end") - 1;
    let range = CharRange::new(u32::try_from(start).expect("short"), u32::try_from(end).expect("short"));
    (SourceText::new(text.replace(['[', ']'], "")), range)
}

fn shown(change: &TextChange, from: &SourceText, range: CharRange, to: &SourceText) -> String {
    let with_marks = |range: CharRange| {
        let letters: Vec<char> = to.as_str().chars().collect();
        let (start, end) = (range.start.get() as usize, range.end.get() as usize);
        let part = |letters: &[char]| letters.iter().collect::<String>();
        format!("{}[{}]{}", part(&letters[..start]), part(&letters[start..end]), part(&letters[end..]))
    };
    match change.carry(range, from, to) {
        Carried::Same(range) => with_marks(range),
        Carried::Changed(range) => format!("changed {}", with_marks(range)),
        Carried::Gone => "gone".to_owned(),
    }
}

#[track_caller]
fn check(before: &str, after: &str, expected: &str) {
    let (from, range) = marked(before);
    let to = SourceText::new(after);
    assert_eq!(shown(&TextChange::between(&from, &to), &from, range, &to), expected);
}

#[test]
fn a_passage_that_nothing_touches_goes_along() {
    check("satu [dua tiga] empat", "satu dua tiga empat", "satu [dua tiga] empat");
    check("satu [dua tiga] empat", "nol 🙏🏽 satu dua tiga empat", "nol 🙏🏽 satu [dua tiga] empat");
    check("satu\n[dua tiga]\nempat\n", "baru\nsatu\ndua tiga\n", "baru\nsatu\n[dua tiga]\n");
}

#[test]
fn what_is_put_in_at_its_edge_is_not_part_of_it() {
    check("satu [dua tiga] empat", "satu lalu dua tiga lagi empat", "satu lalu [dua tiga] lagi empat");
    check("[dua tiga]", "satu dua tiga empat", "satu [dua tiga] empat");
}

#[test]
fn what_is_put_in_or_taken_out_within_changes_it() {
    check("satu [dua tiga] empat", "satu dua lagi tiga empat", "changed satu [dua lagi tiga] empat");
    check("satu [dua lagi tiga] empat", "satu dua tiga empat", "changed satu [dua tiga] empat");
    check("satu [dua tiga] empat", "satu dua\ntiga empat", "changed satu [dua\ntiga] empat");
}

#[test]
fn a_word_that_is_corrected_stays_the_first_or_the_last_of_its_passage() {
    check("satu [kepla sekolah] empat", "satu kepala sekolah empat", "changed satu [kepala sekolah] empat");
    check("satu [kepala sekola] empat", "satu kepala sekolah empat", "changed satu [kepala sekolah] empat");
    check("satu [kepla] empat", "satu kepala empat", "changed satu [kepala] empat");
    check("satu [kucing] empat", "satu sapi empat", "changed satu [sapi] empat");
    // Half a word stays half a word.
    check("[sekolah]nya bersih", "sekolah-nya bersih", "[sekolah]-nya bersih");
}

#[test]
fn a_passage_goes_only_when_none_of_its_words_is_left() {
    check("satu [dua tiga] empat", "satu empat", "gone");
    check("satu [dua tiga] empat", "satu tiga empat", "changed satu [tiga] empat");
    check("satu [dua] tiga empat", "satu lima empat", "gone");
    check("A. [Ya.]\nB. Tidak.\n", "A. \nB. Tidak.\n", "gone");
}

#[test]
fn no_cluster_is_cut() {
    // The accent that is put behind the passage belongs to its last letter.
    check("satu [cafe] empat", "satu cafe\u{301} empat", "changed satu [cafe\u{301}] empat");
    check("[👩] guru", "👩‍🏫 guru", "changed [👩‍🏫] guru");
    check("a [وعليكم السلام] b", "a وعليكم السّلام b", "changed a [وعليكم السّلام] b");
}

#[test]
fn a_replacement_that_is_told_leaves_alone_what_it_does_not_touch() {
    let show = |before: &str, at: std::ops::Range<u32>, words: &str| {
        let (from, range) = marked(before);
        let letters: Vec<char> = from.as_str().chars().collect();
        let text: String = letters[..at.start as usize]
            .iter()
            .copied()
            .chain(words.chars())
            .chain(letters[at.end as usize..].iter().copied())
            .collect();
        let to = SourceText::new(text);
        shown(&TextChange::of(CharRange::new(at.start, at.end), &from, &to), &from, range, &to)
    };
    // The first of two that are alike goes, not the second.
    assert_eq!(show("Ya. [Ya.] Ya.", 0..4, ""), "[Ya.] Ya.");
    assert_eq!(show("[Ya.] Ya. Ya.", 0..4, ""), "gone");
    // A letter more at the end of a word is the word's, a word more is not the passage's.
    assert_eq!(show("kepala [sekola] itu", 13..13, "h"), "changed kepala [sekolah] itu");
    assert_eq!(show("kepala [sekolah] itu", 14..14, " kami"), "kepala [sekolah] kami itu");
    assert_eq!(show("kepala [sekolah] itu", 7..7, "satu "), "kepala satu [sekolah] itu");
}

#[test]
fn words_added_to_a_turn_are_the_turns() {
    let (from, range) = marked("[KS: Kami bahas.]\nP: Lalu?\n");
    for (after, expected) in [
        ("KS: Kami bahas. Bersama.\nP: Lalu?\n", "KS: Kami bahas. Bersama."),
        ("KS: Kami bahas.\nG1: Ya.\nP: Lalu?\n", "KS: Kami bahas."),
        ("KS: Ya, kami bahas.\nP: Lalu?\n", "KS: Ya, kami bahas."),
        ("Pembuka\nKS: Kami bahas.\nP: Lalu?\n", "KS: Kami bahas."),
    ] {
        let to = SourceText::new(after);
        let change = TextChange::between(&from, &to);
        let grown = change.grown(range, &to);
        let start = change.start(range.start).max(grown.start);
        assert_eq!(to.slice(CharRange { start, ..grown }), Some(expected));
    }
}

#[test]
fn a_large_text_is_compared_in_bounded_time() {
    // Every line differs and every word is a common one: the worst there is.
    let text = |seed: usize| -> String {
        let words = ["saya", "guru", "itu", "dan", "kami", "yang"];
        (0..30_000_usize).map(|at| format!("{} ", words[(at * at + seed * at / 7) % words.len()])).collect()
    };
    let (from, to) = (SourceText::new(text(1)), SourceText::new(text(2)));
    let change = TextChange::between(&from, &to);
    assert_eq!(applied(&change, &from, &to), to.as_str());
}

/// The second text, put together from what was retained of the first and what was put in.
fn applied(change: &TextChange, from: &SourceText, to: &SourceText) -> String {
    let mut text = String::new();
    let (mut at, mut landed) = (CharOffset::ZERO, CharOffset::ZERO);
    for edit in change.edits() {
        assert!(at <= edit.old.start && landed <= edit.new.start && !(edit.old.is_empty() && edit.new.is_empty()));
        text.push_str(from.slice(CharRange { start: at, end: edit.old.start }).expect("inside"));
        assert_eq!(u32::try_from(text.chars().count()).expect("short"), edit.new.start.get());
        text.push_str(to.slice(edit.new).expect("inside"));
        (at, landed) = (edit.old.end, edit.new.end);
    }
    text.push_str(from.slice(CharRange { start: at, end: from.range().end }).expect("inside"));
    text
}

/// Texts of pieces that are easily cut in the wrong place.
pub(crate) fn pieces() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        Just("🙏🏽".to_owned()),
        Just("👨‍👩‍👧‍👦".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("\u{301}".to_owned()),
        Just("a\u{323}\u{302}".to_owned()),
        Just("السلام ".to_owned()),
        Just("ada ".to_owned()),
        Just("guru".to_owned()),
        Just("\n".to_owned()),
        Just(". ".to_owned()),
        Just("\u{2028}".to_owned()),
        "[a-c ]{1,8}",
    ];
    proptest::collection::vec(piece, 0..40)
}

proptest! {
    /// Whatever the two texts are: the change leads from one to the other, positions keep their order, and every passage
    /// that is said to be the same has the same words.
    #[test]
    fn a_change_leads_from_one_text_to_the_other(
        before in pieces(),
        edits in proptest::collection::vec((0..40_usize, 0..4_usize, pieces()), 0..5),
        places in proptest::collection::vec((0..200_u32, 1..40_u32), 1..8),
    ) {
        let mut after = before.clone();
        for (at, gone, with) in edits {
            let at = at.min(after.len());
            let end = (at + gone).min(after.len());
            after.splice(at..end, with.into_iter().take(5));
        }
        let (from, to) = (SourceText::new(before.concat()), SourceText::new(after.concat()));
        let change = TextChange::between(&from, &to);
        prop_assert_eq!(applied(&change, &from, &to), to.as_str());
        prop_assert_eq!(change.is_empty(), from == to);
        for edit in change.edits() {
            prop_assert_eq!(from.snap(edit.old), edit.old);
        }
        // Lines keep their order, and one that is retained with its line end keeps its number.
        let numbered = to.clone().numbered(change.numbers(&from, &to));
        let rows: Vec<_> = numbered.rows().collect();
        for pair in rows.windows(2) {
            prop_assert!(pair[0].first <= pair[0].last && pair[0].last < pair[1].first, "{:?}", pair);
        }
        for row in from.rows() {
            let (start, end) = (row.range.start, CharOffset::new((row.range.end.get() + 1).min(from.len())));
            let is_retained = change.edits().iter().all(|edit| edit.old.end < start || end < edit.old.start);
            if is_retained && !row.range.is_empty() {
                prop_assert_eq!(numbered.lines_of(CharRange { start: change.start(start), end: change.end(end) }), (row.first, row.last));
            }
        }
        let mut last = CharOffset::ZERO;
        for at in (0..=from.len()).map(CharOffset::new) {
            let (end, start) = (change.end(at), change.start(at));
            prop_assert!(last <= end && end <= start && start <= to.range().end, "{} {} {}", last, end, start);
            last = end;
        }
        for (start, length) in places {
            let range = from.snap(CharRange::new(start.min(from.len()), (start + length).min(from.len())));
            let quote = from.slice(range).expect("inside").to_owned();
            if quote.trim().is_empty() {
                continue;
            }
            let is_touched = change.edits().iter().any(|edit| {
                edit.old.start <= range.end && range.start <= edit.old.end
            });
            match change.carry(range, &from, &to) {
                Carried::Same(there) => prop_assert_eq!(to.slice(there), Some(quote.as_str())),
                Carried::Changed(there) => {
                    prop_assert!(is_touched);
                    prop_assert_eq!(to.snap(there), there);
                    let words = to.slice(there).expect("inside");
                    prop_assert!(words != quote && !words.trim().is_empty());
                }
                Carried::Gone => prop_assert!(is_touched),
            }
        }
    }
}
