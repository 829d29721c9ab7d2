//! What a supervisor has written beside a text in a word processor is seen before anything is coded: a mark beside the
//! words opens it, it can be changed and taken back.

use super::Walk;
use crate::app::picture;
use crate::domain::MemoHost;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

const COMMENTED: &[u8] = br"{\rtf1 P: Apa?\par KS: Kami {\*\atrfstart 7}supervisi{\*\atrfend 7}{\*\atnauthor Dr. Wahyu}\chatn{\*\annotation{\*\atnref 7}Bukti?} rutin, dua kali.}";

#[test]
fn a_comment_on_words_without_a_code_is_seen_opened_changed_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("W.KS.rtf");
    std::fs::write(&file, COMMENTED).expect("written");
    let mut walk = Walk::through(&[file]);
    let source = walk.study().sources[0].id;
    let spot = crate::app::place::Spot { source, range: None, coding: None };
    walk.harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
    walk.harness.run_steps(3);
    super::settle(&mut walk.harness);
    walk.harness.run_steps(3);
    let note = "Catatan pada baris 2";
    picture::look(&mut walk.harness, "noted-words");
    walk.harness.get_by_role_and_label(Role::Button, note).click();
    walk.harness.run_steps(4);
    assert_eq!(walk.selection(), Some(walk.range("supervisi")));
    let said = |walk: &Walk| {
        let field = walk.harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan");
        field.value().unwrap_or_default()
    };
    assert_eq!(said(&walk), "Dr. Wahyu: Bukti?");
    picture::look(&mut walk.harness, "noted-open");
    // It is written on as any memo is.
    walk.press(Key::M);
    walk.harness.run_steps(2);
    walk.harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").type_text(" Lihat O.1.");
    walk.harness.run_steps(2);
    walk.press_with(Modifiers::COMMAND, Key::Enter);
    let memo = |walk: &Walk| {
        let study = walk.study();
        let memo = study.memos.iter().find(|memo| matches!(memo.host, MemoHost::Segment(_))).expect("the comment");
        memo.text.clone()
    };
    assert!(memo(&walk).contains("Lihat O.1.") && memo(&walk).contains("Bukti?"), "{}", memo(&walk));
    walk.press(Key::Escape);
    walk.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(memo(&walk), "Dr. Wahyu: Bukti?");
    // A code on exactly these words leaves it where it is.
    walk.harness.get_by_role_and_label(Role::Button, note).click();
    walk.harness.run_steps(4);
    walk.code(Key::Num4, None);
    walk.harness.get_by_role_and_label(Role::Button, note);
    walk.finish();
}
