//! The first page of W.KS, coded as its gold says, without a mouse.

use super::Walk;
use eframe::egui::Key;
use std::path::Path;

const DIGITS: [Key; 7] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
const ROLES: [&str; 7] = ["EDU", "MAN", "ADM", "SUP", "LEA", "INO", "MOT"];

/// Everything of the gold down to this line.
const LAST_LINE: u64 = 30;

#[test]
fn the_first_page_is_coded_by_keys_alone() {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/study");
    let gold = std::fs::read_to_string(study.join("gold.json")).expect("the sample study");
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("gold.json");
    let passages = gold["koding"].as_array().expect("passages").iter();
    let page = passages.filter(|one| one["doc"] == "W.KS" && one["line"].as_u64() <= Some(LAST_LINE));
    let mut walk = Walk::through(&[study.join("txt/W.KS.12-02-2025.txt")]);
    walk.open("W.KS Kepala Sekolah");
    let mut expected = Vec::new();
    for passage in page {
        let quote = passage["quote"].as_str().expect("words");
        for code in passage["codes"].as_array().expect("codes") {
            let code = code.as_str().expect("a code");
            expected.push((quote.to_owned(), code.to_owned()));
            walk.select(quote);
            let (family, number) = code.split_once('.').unwrap_or((code, ""));
            if let Some(role) = ROLES.iter().position(|role| *role == family) {
                let second = number.parse::<usize>().ok().map(|number| DIGITS[number - 1]);
                walk.code(DIGITS[role], second);
            } else {
                // What has no digit is found by its letters.
                walk.press(Key::Enter);
                walk.harness.event(eframe::egui::Event::Text(code.to_lowercase()));
                walk.harness.run_steps(2);
                walk.press(Key::Enter);
            }
        }
    }
    assert!(expected.len() > 10, "a page is more than {}", expected.len());
    let mut coded = walk.coded();
    coded.sort();
    expected.sort();
    assert_eq!(coded, expected);
    walk.finish();
}
