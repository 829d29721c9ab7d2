//! Codebook files as people make them, and as nobody should.

use super::*;
use proptest::prelude::*;

fn table(text: &str) -> Result<ParsedCodebook, CodebookError> {
    read_codebook(text.as_bytes(), Language::Indonesian)
}

fn shorts(book: &ParsedCodebook) -> Vec<&str> {
    book.codes.iter().map(|code| code.short.as_str()).collect()
}

#[test]
fn a_table_of_excel_becomes_a_tree_wherever_its_rows_stand() {
    let text = "\u{FEFF}Induk;Kode;Nama;Jenis;Warna;Tombol;Kata kunci\r\nSUP;SUP.1;Menyusun program;;;;rencana|jadwal\r\n;SUP;Supervisor;peran;#d55e00;4;\r\n;;;;;;\r\n;KES;Kesenjangan;topik;;;\"a\nb\"\r\n";
    let book = table(text).expect("a codebook");
    assert_eq!(shorts(&book), ["SUP", "SUP.1", "KES"]);
    let [role, indicator, topic] = book.codes.as_slice() else { panic!("three codes") };
    assert_eq!((role.kind, role.key, role.colour.to_string().as_str()), (CodeKind::Role, Some(4), "#D55E00"));
    assert_eq!((indicator.parent, indicator.kind, indicator.colour), (Some(0), CodeKind::Role, role.colour));
    assert_eq!(indicator.keywords, ["rencana", "jadwal"]);
    assert_eq!((topic.kind, topic.keywords.len()), (CodeKind::Topic, 2));
    let in_windows = read_codebook(b"sep=;\nkode;nama\nA;Kep\xe9la\n", Language::English).expect("a codebook");
    assert_eq!(in_windows.codes[0].name, "Kepéla");
}

#[test]
fn what_is_wrong_in_a_table_is_named_with_its_row() {
    let value = |field, at: &str, what: &str| CodebookError::Value { at: at.into(), field, what: what.into() };
    for (text, error) in [
        ("short,name,colour\nA,a,#123456\nB,b,merah\n", value("colour", "3", "merah")),
        ("short,name,kind\nA,a,aneh\n", value("kind", "2", "aneh")),
        ("short,name,key\nA,a,10\n", value("key", "2", "10")),
        ("short,name,parent\nA,a,Z\n", value("parent", "2", "Z")),
        ("short,name,kind\n,,peran\n", value("name", "2", "")),
        ("short,name,parent\nA,a,B\nB,b,A\n", CodebookError::Ring("A".into())),
        ("short,name,parent\nA,a,A\n", CodebookError::Ring("A".into())),
        ("short,name\nA,a\nA,b\n", CodebookError::Twice("A".into())),
        ("short,name,key\nA,a,1\nB,b,1\n", CodebookError::KeyTwice { code: "B".into(), key: "1".into() }),
        ("short,name\n", CodebookError::NoCodes),
        ("umur,kelas\n1,2\n", CodebookError::NoColumn { wanted: "name", found: "umur, kelas".into() }),
        ("  \n", CodebookError::Empty),
    ] {
        assert_eq!(table(text), Err(error), "{text}");
    }
    let deep: String = (1..=DEEPEST + 1).map(|at| format!("C{at},c{at},C{}\n", at - 1)).collect();
    let deep = format!("short,name,parent\nC0,c0,\n{deep}");
    assert!(matches!(table(&deep), Err(CodebookError::TooDeep(_))));
    let long = format!("short,name\nA,{}\n", "x".repeat(LONGEST_NAME + 1));
    assert!(matches!(table(&long), Err(CodebookError::LongName(_))));
}

#[test]
fn two_thousand_codes_and_long_names_are_read() {
    let name = "n".repeat(300);
    let rows: String = (0..2_000)
        .map(|at| {
            format!("C{at},{name}{at},{}\n", if at % 50 == 0 { String::new() } else { format!("C{}", at - at % 50) })
        })
        .collect();
    let book = table(&format!("short,name,parent\n{rows}")).expect("a codebook");
    assert_eq!(book.codes.len(), 2_000);
    assert!(book.codes.iter().enumerate().all(|(at, code)| code.parent.is_none_or(|parent| parent < at)));
}

#[test]
fn the_extended_json_form_says_all_that_a_code_has() {
    let json = r##"{"schema":"emaslim-codebook/1","name":"Teori kedua","families":[
        {"id":"A","name":"a","key":null,"color":"#123456","kind":"role","aliases":["lama"],"examples":["e"],"include":["i"],
         "indicators":[{"name":"tanpa kode","color":"#654321","kind":"topic","key":3,"indicators":[{"id":"A.1.1","name":{"id":"dalam"}}]}]}],
        "confusing_pairs":[{"a":"#/0/0","b":"A","rule":"r"}]}"##;
    let book = read_codebook(json.as_bytes(), Language::Indonesian).expect("a codebook");
    assert_eq!((book.name.as_str(), shorts(&book)), ("Teori kedua", vec!["A", "", "A.1.1"]));
    assert_eq!(book.codes.iter().map(|code| code.key).collect::<Vec<_>>(), [None, Some(3), None]);
    assert_eq!((book.codes[2].parent, book.codes[2].kind), (Some(1), CodeKind::Topic));
    assert_eq!((book.pairs[0].a, book.pairs[0].b), (1, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is in a file, it is read whole or refused.
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(book) = read_codebook(&bytes, Language::English) {
            prop_assert!(book.codes.iter().all(|code| !code.name.is_empty()));
        }
    }

    #[test]
    fn any_table(rows in "(parent|short|name|key|colour)(,(parent|short|name|key|colour)){1,4}\n([A-C]?(,[A-C1]?){0,4}\n){0,8}") {
        if let Ok(book) = table(&rows) {
            prop_assert!(book.codes.iter().enumerate().all(|(at, code)| code.parent.is_none_or(|parent| parent < at)));
        }
    }
}
