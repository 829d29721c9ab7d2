//! Bounded random input for every parser of the room: damaged study files, random structure in every encoding,
//! dates and labels. A watchdog ends what would go on for ever; how fast it is, is for the benches.

use super::packed::{open_document, packed, paragraphs, word, word_part, word_table};
use super::{folder, holds};
use crate::import::{Encoding, ParsedSource, Reading, dates, label, preview, read};
use proptest::prelude::*;
use std::sync::mpsc;
use std::thread::Builder;
use std::time::Duration;

/// No file of a few kilobytes may take longer, on whatever machine.
const LIMIT: Duration = Duration::from_secs(10);

/// The file that is damaged where nothing else is said.
const NAME: &str = "W.KS.12-02-2025.txt";

/// Reads and checks on a thread of its own; fails where there is no answer in time.
fn read_in_time(name: &'static str, bytes: Vec<u8>, asked: Option<Encoding>) -> Result<Option<ParsedSource>, String> {
    let (answer, wait) = mpsc::channel();
    let work = move || {
        let reading = Reading { encoding: asked, ..Reading::default() };
        let found = read(name, bytes, &reading).ok();
        let order = found.as_ref().map_or(Ok(()), holds);
        // Nobody listens any more where it took too long.
        let _late = answer.send(order.map(|()| found));
    };
    let thread = Builder::new().name("random-import".to_owned()).spawn(work).expect("a thread");
    match wait.recv_timeout(LIMIT) {
        Ok(answer) => answer,
        Err(mpsc::RecvTimeoutError::Timeout) => Err("took too long".to_owned()),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(format!("panicked: {:?}", thread.join())),
    }
}

/// What is done to a file.
#[derive(Clone, Debug)]
enum Harm {
    Cut(usize),
    Flip(usize, u8),
    Insert(usize, Vec<u8>),
    Repeat(usize, usize),
    Drop(usize, usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = 0_usize..20_000;
    prop_oneof![
        at.clone().prop_map(Harm::Cut),
        (at.clone(), 1_u8..).prop_map(|(at, bits)| Harm::Flip(at, bits)),
        (at.clone(), proptest::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        (at.clone(), 1_usize..400).prop_map(|(at, length)| Harm::Repeat(at, length)),
        (at, 1_usize..400).prop_map(|(at, length)| Harm::Drop(at, length)),
    ]
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm]) -> Vec<u8> {
    for harm in harms {
        let (Harm::Cut(at) | Harm::Flip(at, _) | Harm::Insert(at, _) | Harm::Repeat(at, _) | Harm::Drop(at, _)) = harm;
        let at = at % (bytes.len() + 1);
        match harm {
            Harm::Cut(_) => bytes.truncate(at),
            Harm::Flip(_, bits) => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bits),
            Harm::Insert(_, more) => drop(bytes.splice(at..at, more.iter().copied())),
            Harm::Repeat(_, length) => {
                let piece = bytes[at..bytes.len().min(at + length)].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            Harm::Drop(_, length) => drop(bytes.drain(at..bytes.len().min(at + length))),
        }
    }
    bytes
}

fn variant() -> impl Strategy<Value = Vec<u8>> {
    let files: Vec<_> = walkdir::WalkDir::new(folder("fixtures/study/variants"))
        .sort_by_file_name()
        .into_iter()
        .filter_map(|entry| std::fs::read(entry.expect("an entry").path()).ok())
        .collect();
    proptest::sample::select(files)
}

fn encoding() -> impl Strategy<Value = Encoding> {
    proptest::sample::select(Encoding::offered().collect::<Vec<_>>())
}

/// Words of the study in the forms that documents give them: name, bytes.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let text = include_str!("../../../assets/study/txt/W.KS.12-02-2025.txt");
    let table = word_table(&[&["S", "ISI WAWANCARA", "KODE"], &["P", "Apa?/Ya.", "W1"], &["KS", "Ini.", ""]]);
    let elements: String = text.lines().map(|line| format!("<text:p>{line}<text:s/></text:p>")).collect();
    let page: String = text.lines().map(|line| format!("<p>{line}<br></p>\n")).collect();
    let rich: String = text.lines().map(|line| format!("{{\\b {line}}}\\par\\u233?\\'e9\n")).collect();
    vec![
        ("W.KS.docx", word(&(paragraphs(text) + &table))),
        ("W.KS.odt", open_document(&elements)),
        ("W.KS.html", format!("<!DOCTYPE html><table><tr><td>P<td>Apa?</table>{page}").into_bytes()),
        ("W.KS.md", format!("# Judul\n\n| P | Apa? |\n|---|---|\n| KS | Ini. |\n\n{text}").into_bytes()),
        ("W.KS.rtf", format!("{{\\rtf1\\ansi\\trowd\\intbl P\\cell Apa?\\cell\\row\\pard {rich}}}").into_bytes()),
    ]
}

/// Every document is read or refused where it is cut off.
#[test]
fn documents_that_are_cut_off() {
    for (name, bytes) in documents() {
        assert!(read_in_time(name, bytes.clone(), None).expect("in order").is_some(), "{name}");
        for at in (0..bytes.len()).step_by(1024) {
            let found = read_in_time(name, bytes[..at].to_vec(), None);
            assert!(found.is_ok(), "{name} cut at {at}: {found:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// A damaged document is read in order or refused.
    #[test]
    fn damaged_documents(
        (name, bytes) in proptest::sample::select(documents()),
        harms in proptest::collection::vec(harm(), 1..6),
    ) {
        let found = read_in_time(name, harmed(bytes, &harms), None);
        prop_assert!(found.is_ok(), "{}: {:?}", name, found);
    }

    /// The same where the package is whole and what lies in it is not.
    #[test]
    fn damaged_parts(
        harms in proptest::collection::vec(harm(), 1..6),
        is_word in any::<bool>(),
    ) {
        let text = include_str!("../../../assets/study/txt/W.KS.12-02-2025.txt");
        let table = word_table(&[&["P", "Apa?/Ya."], &["KS", "Ini."], &["P", "Oh."]]);
        let bytes = if is_word {
            let part = harmed(word_part(&(table + &paragraphs(text))).into_bytes(), &harms);
            packed(&[("word/document.xml", &part)])
        } else {
            let elements: String = text.lines().map(|line| format!("<text:p>{line}</text:p>")).collect();
            let part = harmed(format!("<a><table:table><table:table-row/></table:table>{elements}</a>").into_bytes(), &harms);
            packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &part)])
        };
        let found = read_in_time("x", bytes, None);
        prop_assert!(found.is_ok(), "{:?}", found);
    }

    /// Anything between signs of HTML, Markdown and RTF is read in order or refused.
    #[test]
    fn random_signs(
        signs in proptest::collection::vec(
            prop_oneof![
                Just("<p>"), Just("</p>"), Just("<table>"), Just("<tr>"), Just("<td>"), Just("</td>"), Just("</table>"),
                Just("<br>"), Just("<nav>"), Just("</nav>"), Just("<script>"), Just("<pre>"), Just("&amp;"), Just("&#0;"),
                Just("# "), Just("- "), Just("1. "), Just("> "), Just("\n"), Just("\n\n"), Just("|"), Just("|---|\n"),
                Just("[^1]"), Just("[^1]: "), Just("`"), Just("**"), Just("    "), Just("{"), Just("}"), Just("\\par "),
                Just("\\trowd "), Just("\\intbl "), Just("\\cell "), Just("\\row "), Just("\\pard "), Just("\\u-10179?"),
                Just("\\'e9"), Just("{\\footnote "), Just("{\\*\\annotation "), Just("{\\*\\shpinst{\\shptxt "), Just("\\bin9 "),
                Just("P: apa"), Just("KS: é👩‍🏫"), Just(" "), Just("\t"),
            ],
            0..60,
        ),
        name in prop_oneof![Just("a.html"), Just("a.md"), Just("a.rtf")],
    ) {
        let start = if name == "a.rtf" { "{\\rtf1 " } else { "" };
        let found = read_in_time(name, format!("{start}{}", signs.concat()).into_bytes(), None);
        prop_assert!(found.is_ok(), "{:?}", found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A damaged file of the study, in whichever encoding, is read in order or refused.
    #[test]
    fn damaged_files(bytes in variant(), harms in proptest::collection::vec(harm(), 0..6)) {
        let bytes = harmed(bytes, &harms);
        let found = read_in_time(NAME, bytes.clone(), None);
        prop_assert!(found.is_ok(), "{:?}", found);
        if let Some(source) = found.unwrap_or_default() {
            prop_assert_eq!(source.original, bytes);
        }
    }

    /// Any bytes in any encoding are decoded as asked; the preview begins as the text does.
    #[test]
    fn any_bytes_in_any_encoding(
        bytes in prop_oneof![variant(), proptest::collection::vec(any::<u8>(), 0..900)],
        asked in encoding(),
        letters in 0_usize..300,
    ) {
        let shown = preview(&bytes, asked, letters);
        prop_assert!(shown.chars().count() <= letters);
        let found = read_in_time(NAME, bytes, Some(asked));
        prop_assert!(found.is_ok(), "{:?}", found);
        if let Some(source) = found.unwrap_or_default() {
            prop_assert_eq!((source.encoding, source.is_encoding_certain), (asked, true));
            prop_assert!(source.text.starts_with(&shown), "{:?}", shown);
        }
    }

    /// What is written in UTF-16, marked or not, comes back letter for letter.
    #[test]
    fn utf16_comes_back(
        // Without a mark there is evidence only where most units are ASCII letters.
        words in "([A-Za-z]{7,12}[.,“”–é🙏]?[ \\n]){8,40}",
        is_big in any::<bool>(),
        is_marked in any::<bool>(),
    ) {
        let mark = if is_marked { "\u{feff}" } else { "" };
        let unit = if is_big { u16::to_be_bytes } else { u16::to_le_bytes };
        let bytes: Vec<u8> = format!("{mark}{words}").encode_utf16().flat_map(unit).collect();
        let source = read("x.txt", bytes, &Reading::default()).expect("text");
        prop_assert_eq!(&source.text, &words);
        prop_assert_eq!(source.encoding, if is_big { Encoding::UTF_16BE } else { Encoding::UTF_16LE });
        prop_assert_eq!(source.is_encoding_certain, is_marked);
    }

    /// Dates and labels are found inside the line or not at all.
    #[test]
    fn lines_of_anything(line in "\\PC{0,60}|[0-9/. -]{0,20}(Februari|Feb|februari|2025|99999999999)?[0-9 :]{0,9}") {
        for (_, place) in dates::find(&line).into_iter().chain(dates::find_in_name(&line)) {
            prop_assert!(line.get(place).is_some());
        }
        if let Some(found) = label::split(&line) {
            prop_assert!(line.get(found.start..found.end).is_some() && line.get(found.words..).is_some());
        }
        let _ = label::code_and_description(&line);
    }
}
