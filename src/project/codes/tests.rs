//! Every verb of the codebook: what it does, what it refuses, and that undo restores the identical dump, after
//! reopening too.

use super::*;
use crate::domain::{CodeKind, CodingId, Colour, Direction, Language, MemoHost};
use crate::import::read_codebook;
use crate::project::tests::{Desk, TEXT, at_words, code_of, dump, import, indonesian};
use crate::project::{NewCoding, Project};
use proptest::prelude::*;

fn code(project: &Project, short: &str) -> crate::domain::Code {
    let id = code_of(project, short);
    project.study().code(id).expect("a code").clone()
}

fn refused<T: std::fmt::Debug>(done: Result<T, Error>) -> Unfit {
    match done {
        Err(Error::Unfit(unfit)) => unfit,
        other => panic!("{other:?}"),
    }
}

fn shorts_below(project: &Project, short: &str) -> Vec<String> {
    let study = project.study();
    let at = study.code_at(code_of(project, short));
    (0..study.codes.len())
        .filter(|child| study.code_parents[*child] == at)
        .map(|child| study.codes[child].short.clone())
        .collect()
}

fn said(project: &Project) -> String {
    indonesian(&project.undoable().expect("a step").sentence)
}

/// Undoes the last step after reopening and holds that the dump is the one before it, then redoes it.
fn comes_back(desk: &Desk, project: Project, before: &str) -> Project {
    let after = dump(&desk.path());
    assert_ne!(after, before);
    project.close().expect("closed");
    let mut project = desk.open();
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), before);
    project.redo().expect("redone");
    assert_eq!(dump(&desk.path()), after);
    assert!(project.check().expect("checked").problems.is_empty());
    project
}

#[test]
fn an_indicator_is_added_with_the_next_short_code_and_its_parents_look() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let parent = code_of(&project, "SUP");
    let new = NewCode { parent: Some(parent), name: " Melaporkan\nhasil ".to_owned(), ..NewCode::default() };
    project.add_code(new.clone()).expect("added");
    let added = code(&project, "SUP.6");
    assert_eq!((added.name.as_str(), added.kind), ("Melaporkan hasil", CodeKind::Role));
    assert_eq!(added.colour, code(&project, "SUP").colour);
    assert_eq!(shorts_below(&project, "SUP").last().map(String::as_str), Some("SUP.6"));
    assert_eq!(said(&project), "Menambah kode SUP.6 Melaporkan hasil");
    assert_eq!(refused(project.add_code(new)), Unfit::SameName { name: "Melaporkan hasil".to_owned() });
    assert_eq!(refused(project.add_code(NewCode { name: " \n".to_owned(), ..NewCode::default() })), Unfit::NoName);
    let long = NewCode { name: "n".repeat(300), short: Some("PJG".to_owned()), place: Some(0), ..NewCode::default() };
    project.add_code(long).expect("300 letters");
    assert_eq!(project.study().codes[0].name.len(), 300);
    project.undo().expect("undone");
    comes_back(&desk, project, &before);
}

#[test]
fn fields_are_written_anew_and_a_digit_is_taken_from_another_code() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let id = code_of(&project, "MAN");
    project.change_code(id, &[CodeChange::Key(Some(4))]).expect("a key");
    assert_eq!(said(&project), "Tombol 4 kini memasang MAN, bukan lagi SUP");
    assert_eq!((code(&project, "MAN").key, code(&project, "SUP").key), (Some(4), None));
    let mut project = comes_back(&desk, project, &before);
    let changes = [
        CodeChange::Name("Manajer sekolah".to_owned()),
        CodeChange::Keywords(vec![" rencana ".to_owned(), " ".to_owned()]),
        CodeChange::Definition("Satu\r\ndua\0".to_owned()),
    ];
    project.change_code(id, &changes).expect("fields");
    let changed = code(&project, "MAN");
    assert_eq!((changed.definition.as_str(), changed.keywords.len()), ("Satu\ndua\u{FFFD}", 1));
    assert!(project.change_code(id, &changes).expect("the same").step.is_none());
    assert_eq!(refused(project.change_code(id, &[CodeChange::Key(Some(0))])), Unfit::NoKey { what: "0".to_owned() });
    let short = CodeChange::Short("SUP".to_owned());
    let taken = Unfit::SameShort { short: "SUP".to_owned(), name: "Supervisor".to_owned() };
    assert_eq!(refused(project.change_code(id, &[short])), taken);
    let name = CodeChange::Name("x".repeat(LONGEST_NAME + 1));
    assert_eq!(refused(project.change_code(id, &[name])), Unfit::LongName { most: LONGEST_NAME });
}

#[test]
fn a_family_keeps_one_hue() {
    let desk = Desk::new();
    let mut project = desk.create();
    let own = Colour([1, 2, 3]);
    project.change_code(code_of(&project, "SUP.2"), &[CodeChange::Colour(own)]).expect("its own");
    let new = colour_in(" 336699 ").expect("a colour");
    project.change_code(code_of(&project, "SUP"), &[CodeChange::Colour(new)]).expect("recoloured");
    assert_eq!(code(&project, "SUP.1").colour, new);
    assert_eq!(code(&project, "SUP.2").colour, own);
    for none in ["merah", "#12345", "#+12345", "", "#ééé", "#1234567"] {
        assert_eq!(refused(colour_in(none)), Unfit::NoColour { what: none.to_owned() }, "{none}");
    }
}

#[test]
fn codes_move_and_never_under_themselves() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let (sup, sup2, lea) = (code_of(&project, "SUP"), code_of(&project, "SUP.2"), code_of(&project, "LEA"));
    project.move_codes(&[sup2], MoveTo { parent: Some(lea), place: Some(0), ..MoveTo::default() }).expect("moved");
    assert_eq!(shorts_below(&project, "LEA")[..2], ["SUP.2", "LEA.1"]);
    assert_eq!(code(&project, "SUP.2").colour, code(&project, "LEA").colour);
    assert_eq!(said(&project), "Memindahkan kode SUP.2 ke bawah LEA");
    let mut project = comes_back(&desk, project, &before);
    for (id, parent) in [(sup, sup), (sup, code_of(&project, "SUP.1")), (lea, sup2)] {
        let to = MoveTo { parent: Some(parent), ..MoveTo::default() };
        let before = dump(&desk.path());
        assert!(matches!(refused(project.move_codes(&[id], to)), Unfit::UnderItself { .. }));
        assert_eq!(dump(&desk.path()), before);
    }
    // A family with its indicators, and one of them by name, is one move.
    let to = MoveTo { parent: Some(lea), ..MoveTo::default() };
    project.move_codes(&[code_of(&project, "SUP.1"), sup], to).expect("moved");
    assert_eq!(shorts_below(&project, "SUP").len(), 4);
    project.move_codes(&[sup], MoveTo { place: Some(0), ..MoveTo::default() }).expect("to the top");
    assert_eq!(project.study().codes[0].short, "SUP");
    // In its own place nothing changes.
    let same = MoveTo { place: Some(0), ..MoveTo::default() };
    assert!(project.move_codes(&[sup], same).expect("nothing").step.is_none());
}

/// A study in which EDU.1 and EDU.2 share a passage, each with what can hang on a code.
fn merging(desk: &Desk) -> (Project, CodingId, CodingId) {
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let shared = |project: &mut Project, code: &str, direction, memo: &str, coder: Option<&str>| {
        let base = at_words(project, source, "supervisi 👩‍🏫 dua kali", code);
        let new = NewCoding { direction, memo: Some(memo.to_owned()), coder: coder.map(str::to_owned), ..base };
        project.code(&[new]).expect("coded").value[0]
    };
    let supports = Some(Direction::Supports);
    let one = shared(&mut project, "EDU.1", Some(Direction::Weakens), "dari satu", None);
    let two = shared(&mut project, "EDU.2", supports, "dari dua", None);
    shared(&mut project, "EDU.1", None, "dari Budi", Some("Budi"));
    let base = at_words(&mut project, source, "ḥasilnya", "EDU.1");
    project.code(&[base]).expect("coded");
    project.write_memo(MemoHost::Code(code_of(&project, "EDU.1")), "catatan satu").expect("a memo");
    project.write_memo(MemoHost::Code(code_of(&project, "EDU.2")), "catatan dua").expect("a memo");
    let parent = Some(code_of(&project, "EDU.1"));
    project.add_code(NewCode { parent, name: "Anak".to_owned(), ..NewCode::default() }).expect("added");
    let pair = crate::domain::ConfusingPair {
        a: code_of(&project, "EDU.1"),
        b: code_of(&project, "SUP"),
        rule: "uji".to_owned(),
        example: "mis".to_owned(),
    };
    project.set_confusing_pair(&pair).expect("a pair");
    (project, one, two)
}

#[test]
fn two_codes_become_one_and_nothing_written_is_lost() {
    let desk = Desk::new();
    let (project, one, two) = merging(&desk);
    let (from, into) = (code_of(&project, "EDU.1"), code_of(&project, "EDU.2"));
    project.db.fill_judgements(from, into);
    let before = dump(&desk.path());
    project.close().expect("closed");
    let mut project = desk.open();
    let preview = project.merge_preview(&[from], into).expect("a preview");
    assert_eq!(dump(&desk.path()), before, "a preview writes nothing");
    assert_eq!((preview.segments, preview.same_segments), (2, 1));
    assert_eq!((preview.codings, preview.codings_joined, preview.directions), (2, 1, 1));
    assert_eq!((preview.memos, preview.memos_joined, preview.children, preview.pairs), (0, 2, 1, 1));
    assert_eq!((preview.findings, preview.judgements, preview.judgements_joined), (1, 1, 1));
    assert_eq!(preview.aliases, ["EDU.1", "Membimbing guru"]);
    let landed = project.merge_codes(&[from], into).expect("merged");
    assert_eq!(landed.value, preview);
    let study = project.study();
    assert!(study.code(from).is_none() && study.coding(one).is_none());
    assert_eq!(study.coding(two).expect("kept").coding.direction, Some(Direction::Supports));
    let memo = study.memo_of(MemoHost::Coding(two)).expect("a memo").text.clone();
    assert_eq!(memo, "dari dua\n\ndari satu\n\nArah bukti di EDU.1 sebelum digabung: melemahkan");
    assert_eq!(study.memo_of(MemoHost::Code(into)).expect("a memo").text, "catatan dua\n\ncatatan satu");
    assert_eq!(shorts_below(&project, "EDU.2"), ["EDU.1.1"]);
    let kept = code(&project, "EDU.2");
    assert!(kept.aliases.contains(&"EDU.1".to_owned()));
    assert!(kept.definition.contains("pustakawan") && kept.definition.contains("menilai pembelajaran"));
    for name in ["EDU.1", "membimbing GURU"] {
        assert_eq!(crate::analysis::lookup::code(&study, name), Ok(into), "{name}");
    }
    assert!(study.confusing_pairs.iter().any(|pair| pair.a == into && pair.rule == "uji"));
    let text = dump(&desk.path());
    for words in ["klaim satu", "simpulan dua\\n\\nsimpulan satu\\n\\nDi EDU.1 sebelum digabung: bertentangan"] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(said(&project), "Menggabungkan EDU.1 ke dalam EDU.2 (3 koding)");
    comes_back(&desk, project, &before);
}

#[test]
fn what_cannot_be_merged_is_said() {
    let desk = Desk::new();
    let (mut project, ..) = merging(&desk);
    let before = dump(&desk.path());
    let (edu, edu1) = (code_of(&project, "EDU"), code_of(&project, "EDU.1"));
    assert!(matches!(refused(project.merge_codes(&[edu], edu1)), Unfit::IntoOwn { .. }));
    assert!(matches!(refused(project.merge_codes(&[edu1], edu1)), Unfit::IntoItself { .. }));
    assert_eq!(dump(&desk.path()), before);
    // An indicator and its parent can go together, and like-named children stand beside each other.
    let man = code_of(&project, "MAN");
    let twin = NewCode { parent: Some(man), name: "Membimbing guru".to_owned(), ..NewCode::default() };
    project.add_code(twin).expect("added");
    let preview = project.merge_codes(&[code_of(&project, "EDU.2"), edu], man).expect("merged").value;
    assert_eq!((preview.children, preview.renamed), (5, 1));
    assert!(project.study().codes.iter().any(|code| code.name == "Membimbing guru (2)"));
    assert_eq!(code(&project, "MAN").key, Some(2));
}

#[test]
fn deleting_says_what_it_takes_along_and_takes_no_more() {
    let desk = Desk::new();
    let (project, ..) = merging(&desk);
    let before = dump(&desk.path());
    project.close().expect("closed");
    let mut project = desk.open();
    let edu1 = code_of(&project, "EDU.1");
    let wanted = Deletion { codes: 2, codings: 3, segments: 1, memos: 3, ..Deletion::default() };
    assert_eq!(project.deletion_of(&[edu1]).expect("a preview"), wanted);
    assert_eq!(project.delete_codes(&[edu1]).expect("deleted").value, wanted);
    assert_eq!(project.study().segments.len(), 1);
    assert_eq!(said(&project), "Menghapus kode EDU.1 beserta 1 kode di bawahnya dan 3 koding");
    comes_back(&desk, project, &before);
}

#[test]
fn a_second_codebook_stands_beside_the_first() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let parsed = read_codebook(crate::project::codebook::EMASLIM, Language::English).expect("a codebook");
    let book = project.add_codebook("Teori kedua", "Mulyasa", Some(&parsed)).expect("added").value;
    let study = project.study();
    assert_eq!((study.codes.len(), study.codebooks.len()), (122, 1));
    assert_eq!(study.codebook_of(100).map(|book| book.name.as_str()), Some("Teori kedua"));
    assert!(study.codes[61..].iter().all(|code| code.key.is_none()), "the digits stay with the first codebook");
    let mut project = comes_back(&desk, project, &before);
    let same = Unfit::SameCodebook { name: "Teori kedua".to_owned() };
    assert_eq!(refused(project.add_codebook(" Teori kedua", "", None)), same);
    project.change_codebook(book, "Teori ketiga", "").expect("renamed");
    let top = project.study().codes.iter().find(|code| code.codebook == Some(book)).expect("a code").id;
    let taken = refused(project.move_codes(&[top], MoveTo::default()));
    assert!(matches!(taken, Unfit::SameName { .. } | Unfit::SameShort { .. }), "{taken:?}");
    assert_eq!(project.delete_codebook(book).expect("deleted").value.codes, 61);
    assert_eq!(project.study().codes.len(), 61);
    assert_eq!(refused(project.delete_codebook(book)), Unfit::NoCodebook);
}

#[test]
fn a_file_meets_the_codes_that_are_there() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let table = "short,name,definition,parent\nSUP,Supervisor,Baru,\nSUP.9,Sembilan,,SUP\nLEA,Leader (Pemimpin),,\n";
    let parsed = read_codebook(table.as_bytes(), Language::Indonesian).expect("a table");
    let import = BookImport { parsed: &parsed, codebook: None };
    let preview = project.codebook_import(&import).expect("a preview");
    assert_eq!(preview.added, ["SUP.9"]);
    assert_eq!(preview.changed, [("SUP".to_owned(), vec!["definition"])]);
    assert_eq!(preview.unchanged, 1);
    assert_eq!(project.import_codebook(&import).expect("imported").value, preview);
    assert_eq!(code(&project, "SUP").definition, "Baru");
    assert_eq!(shorts_below(&project, "SUP").last().map(String::as_str), Some("SUP.9"));
    let mut project = comes_back(&desk, project, &before);
    assert!(project.import_codebook(&import).expect("again").step.is_none());
    let own = read_codebook(crate::project::codebook::EMASLIM, Language::Indonesian).expect("a codebook");
    project.undo().expect("undone");
    let import = BookImport { parsed: &own, codebook: None };
    assert_eq!(project.codebook_import(&import).expect("the same").unchanged, 61);
}

#[test]
fn versions_say_what_was_before_and_after() {
    let desk = Desk::new();
    let mut project = desk.create();
    let id = code_of(&project, "SUP.2");
    project.change_code(id, &[CodeChange::Name("Menyupervisi".to_owned())]).expect("renamed");
    project.move_codes(&[id], MoveTo { parent: Some(code_of(&project, "LEA")), ..MoveTo::default() }).expect("moved");
    project.change_code(id, &[CodeChange::Keywords(vec!["a".to_owned(), "b".to_owned()])]).expect("keywords");
    project.delete_codes(&[id]).expect("deleted");
    project.undo().expect("undone");
    let said: Vec<Vec<String>> = project
        .codebook_versions()
        .expect("versions")
        .iter()
        .map(|version| version.changes.iter().map(|change| indonesian(&change.sentence)).collect())
        .collect();
    assert_eq!(said[0], ["SUP.2 ditambahkan"]);
    assert_eq!(said[1], ["SUP.2 dihapus"]);
    assert!(said[2][0].starts_with("Kata kunci SUP.2: “") && said[2][0].ends_with("→ “a · b”"), "{said:?}");
    assert!(said[3].contains(&"SUP.2 dipindahkan dari SUP ke LEA".to_owned()), "{said:?}");
    assert_eq!(said[4], ["Nama SUP.2: “Melaksanakan supervisi” → “Menyupervisi”"]);
    assert!(said[5].iter().any(|line| line == "61 kode ditambahkan"), "{said:?}");
}

#[derive(Clone, Debug)]
enum Act {
    Add { parent: usize, name: String, place: usize },
    Change { code: usize, field: usize, text: String },
    Move { code: usize, several: usize, parent: usize, place: usize },
    Merge { from: usize, several: usize, into: usize },
    Delete { code: usize },
    Pair { a: usize, b: usize },
    Import { table: String },
}

fn act() -> impl Strategy<Value = Act> {
    let at = 0..200_usize;
    prop_oneof![
        (at.clone(), "[ab🙏]{0,2}", 0..4_usize).prop_map(|(parent, name, place)| Act::Add { parent, name, place }),
        (at.clone(), 0..7_usize, "[abSUP.1-3]{0,5}").prop_map(|(code, field, text)| Act::Change { code, field, text }),
        (at.clone(), 1..4_usize, at.clone(), 0..9_usize).prop_map(|(code, several, parent, place)| Act::Move {
            code,
            several,
            parent,
            place
        }),
        (at.clone(), 1..3_usize, at.clone()).prop_map(|(from, several, into)| Act::Merge { from, several, into }),
        at.clone().prop_map(|code| Act::Delete { code }),
        (at.clone(), at).prop_map(|(a, b)| Act::Pair { a, b }),
        "(A|SUP|EDU),[a-c],(SUP|A|)\n".prop_map(|row| Act::Import { table: format!("short,name,parent\n{row}") }),
    ]
}

fn run(project: &mut Project, act: &Act) -> bool {
    let ids: Vec<CodeId> = project.study().codes.iter().map(|code| code.id).collect();
    let pick = |at: usize| (!ids.is_empty()).then(|| ids[at % ids.len()]);
    let some = |at: usize, several: usize| (0..several).filter_map(|more| pick(at + 3 * more)).collect::<Vec<_>>();
    let step = match act {
        Act::Add { parent, name, place } => {
            let new = NewCode { parent: pick(*parent), name: name.clone(), place: Some(*place), ..NewCode::default() };
            project.add_code(new).map(|landed| landed.step)
        }
        Act::Change { code, field, text } => {
            let Some(id) = pick(*code) else { return false };
            let change = match field {
                0 => CodeChange::Name(text.clone()),
                1 => CodeChange::Short(text.clone()),
                2 => CodeChange::Key(text.len().try_into().ok()),
                3 => CodeChange::Kind(CodeKind::Topic),
                4 => CodeChange::Colour(Colour([9, 9, 9])),
                5 => CodeChange::Aliases(vec![text.clone()]),
                _ => CodeChange::Definition(text.clone()),
            };
            project.change_code(id, &[change]).map(|landed| landed.step)
        }
        Act::Move { code, several, parent, place } => {
            let parent = if parent % 5 == 0 { None } else { pick(*parent) };
            let to = MoveTo { parent, place: Some(*place), ..MoveTo::default() };
            project.move_codes(&some(*code, *several), to).map(|landed| landed.step)
        }
        Act::Merge { from, several, into } => {
            let Some(into) = pick(*into) else { return false };
            project.merge_codes(&some(*from, *several), into).map(|landed| landed.step)
        }
        Act::Delete { code } => {
            let Some(id) = pick(*code) else { return false };
            project.delete_codes(&[id]).map(|landed| landed.step)
        }
        Act::Pair { a, b } => {
            let (Some(a), Some(b)) = (pick(*a), pick(*b)) else { return false };
            let pair = crate::domain::ConfusingPair { a, b, rule: "r".to_owned(), example: String::new() };
            project.set_confusing_pair(&pair).map(|landed| landed.step)
        }
        Act::Import { table } => {
            let parsed = read_codebook(table.as_bytes(), Language::Indonesian);
            let Ok(parsed) = parsed else { return false };
            let import = BookImport { parsed: &parsed, codebook: None };
            project.import_codebook(&import).map(|landed| landed.step)
        }
    };
    match step {
        Ok(step) => step.is_some(),
        Err(Error::Unfit(_)) => false,
        Err(error) => panic!("{act:?}: {error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever is done to the codebook, it stays one, and every step can be taken back and brought again.
    #[test]
    fn random_changes_undo_to_identical_dumps(acts in proptest::collection::vec(act(), 1..25)) {
        let desk = Desk::new();
        let (mut project, ..) = merging(&desk);
        let mut dumps = vec![dump(&desk.path())];
        for act in &acts {
            if run(&mut project, act) {
                dumps.push(dump(&desk.path()));
            }
            let study = project.study();
            let book = Book::of(&study);
            prop_assert!(study.codes.iter().all(|code| book.check(code.id).is_ok()), "{act:?}");
        }
        prop_assert!(project.check().expect("checked").problems.is_empty());
        for before in dumps.iter().rev().skip(1) {
            project.undo().expect("undone");
            prop_assert_eq!(&dump(&desk.path()), before);
        }
        for after in dumps.iter().skip(1) {
            project.redo().expect("redone");
            prop_assert_eq!(&dump(&desk.path()), after);
        }
    }
}
