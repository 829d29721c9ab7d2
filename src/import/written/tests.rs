//! What is written down stands where it should.

use super::{Writing, visible};
use std::collections::HashMap;

fn written(write: impl FnOnce(&mut Writing)) -> String {
    let mut writing = Writing::default();
    write(&mut writing);
    writing.finish("a", &HashMap::new()).expect("words").text
}

#[test]
fn white_space_flows() {
    let flowing = |parts: &[&str]| written(|writing| parts.iter().for_each(|part| writing.write_flowing(part, true)));
    assert_eq!(flowing(&["  a\n b", " ", " c  ", "d"]), "a b c d");
    assert_eq!(flowing(&["a", "b\u{a0} ", "c"]), "ab\u{a0} c");
}

#[test]
fn cells_have_no_blank_lines_at_their_ends() {
    let text = written(|writing| {
        writing.write("a");
        writing.begin_table();
        for words in ["b", "c"] {
            writing.begin_row();
            for cell in [words, "", "x"] {
                writing.begin_cell(1);
                writing.end_paragraph();
                writing.write(cell);
                writing.end_paragraph();
                writing.end_paragraph();
                writing.end_cell();
            }
            writing.begin_cell(1);
            writing.end_cell();
            writing.end_row();
        }
        writing.end_table();
        writing.write("d");
    });
    assert_eq!(text, "a\nb\t\tx\nc\t\tx\nd");
}

#[test]
fn a_comment_on_nothing_stands_on_its_line() {
    let check = |at: usize, words: Option<&str>| {
        let text = "satu dua\n\n  tiga\n";
        assert_eq!(visible(text, at..at).map(|place| &text[place]), words, "{at}");
    };
    check(0, Some("satu dua"));
    check(4, Some("satu dua"));
    check(8, Some("satu dua"));
    check(10, Some("tiga"));
    check(14, Some("tiga"));
    check(17, Some("tiga"));
    assert_eq!(visible(" \n", 1..1), None);
    assert_eq!(visible("a b c", 1..4).map(|place| &"a b c"[place]), Some("b"));
}
