//! What stands on paper, in each of its formats: every quotation character for character, everything escaped, the
//! same bytes for the same paper.

use super::*;
use crate::analysis::sample::Builder;
use crate::domain::{LineNumber, Technique};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};

fn hand_in() -> HandIn {
    HandIn { naming: Naming::Codes, today: "2025-06-01".parse().expect("a day") }
}

fn indonesian() -> Catalog {
    Catalog::new(Language::Indonesian)
}

fn bytes(paper: &Paper, format: PaperFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    paper.write(&mut out, format).expect("written");
    out.into_inner()
}

fn part(docx: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// Style and words of every paragraph of a document.
fn paragraphs(docx: &[u8]) -> Vec<(String, String)> {
    let xml = part(docx, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut found, mut style, mut words, mut is_text) = (Vec::new(), String::new(), String::new(), false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) if tag.name().as_ref() == "w:t" => is_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => is_text = false,
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => words.push('\n'),
            Event::Empty(tag) if tag.name().as_ref() == "w:tab" => words.push('\t'),
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                let value = tag.attributes().flatten().next().expect("a value").value;
                style = value.into_owned();
            }
            Event::Text(text) if is_text => words.push_str(&text),
            Event::GeneralRef(entity) if is_text => words.push(match &*entity {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("entity {other}"),
            }),
            Event::End(tag) if tag.name().as_ref() == "w:p" => {
                found.push((std::mem::take(&mut style), std::mem::take(&mut words)));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn quotes(docx: &[u8]) -> Vec<String> {
    paragraphs(docx)
        .into_iter()
        .filter(|(style, _)| style == "Quote" || style == "BlockQuotation")
        .map(|(_, words)| words)
        .collect()
}

#[test]
fn every_quotation_of_the_study_is_a_paragraph_of_its_own_under_every_heading() {
    let study = Builder::gold().build();
    for by in Grouping::ALL {
        let choice = ExcerptChoice { by, ..ExcerptChoice::default() };
        let paper = excerpts_paper(&study, &choice, hand_in(), &indonesian(), None);
        let docx = bytes(&paper, PaperFormat::Docx);
        let found = quotes(&docx);
        assert_eq!(found.len(), paper.total, "{by}");
        for entry in &study.segments {
            assert!(found.iter().any(|words| **words == *entry.segment.quote), "{by}: {}", entry.segment.quote);
        }
        let citations: Vec<String> =
            paragraphs(&docx).into_iter().filter(|(style, _)| style == "Citation").map(|(_, words)| words).collect();
        assert_eq!(citations.len(), found.len());
        let cited = study.segments.iter().map(|entry| format!("({})", study.citation(entry)));
        for citation in cited {
            assert!(citations.iter().any(|words| words.starts_with(&citation)), "{citation}");
        }
    }
    // A passage under several codes stands under each.
    let paper = excerpts_paper(&study, &ExcerptChoice::default(), hand_in(), &indonesian(), None);
    assert_eq!(paper.total, 201);
}

/// Words that mean something to every format they are written in, and some that no XML can hold.
const HOSTILE: &str =
    "<b>*tebal* _miring_ `kode` | [x](y) & \"z\" \\ #1 ~ $ </w:t>\n1. satu\n- dua\tتقول المديرة 👩‍🏫 \u{1}\u{fffe}";

fn hostile() -> Study {
    let mut builder = Builder::study();
    builder.rows.project.title = "Judul <&> ".to_owned() + &"Ḥ".repeat(300);
    builder.rows.project.researcher = "\u{2}R | *".to_owned();
    let long = "kata ".repeat(20_000);
    let text = format!("{HOSTILE}\nالسلام عليكم يا أستاذ 123 abc\n{long}");
    builder.source("X.<1>", "X.<1>", Technique::Document, "", &text);
    let source = builder.rows.sources.len() - 1;
    for quote in [HOSTILE, "السلام عليكم يا أستاذ 123 abc", long.trim()] {
        let place = builder.texts[source].find_all(quote).next().expect("stands there");
        builder.code_range(source, place, "SUP.1", None, 0);
    }
    builder.build()
}

#[test]
fn hostile_words_stay_words_in_every_format() {
    let study = hostile();
    let paper = excerpts_paper(&study, &ExcerptChoice::default(), hand_in(), &indonesian(), None);
    let mut out = Cursor::new(Vec::new());
    assert_eq!(paper.write(&mut out, PaperFormat::Docx).expect("written"), 2);
    let safe = HOSTILE.replace(['\u{1}', '\u{fffe}'], "\u{fffd}");
    let found = quotes(&out.into_inner());
    assert!(found.contains(&safe), "{found:?}");
    assert!(found.iter().any(|words| words.chars().count() == 99_999));
    let html = String::from_utf8(bytes(&paper, PaperFormat::Html)).expect("text");
    assert!(!html.contains("<b>") && !html.contains("</w:t>") && html.contains("&lt;b&gt;*tebal*"));
    // It is well-formed XML too, but for the tags of HTML that are never closed.
    assert!(!html.contains('\u{1}'));
    let markdown = String::from_utf8(bytes(&paper, PaperFormat::Md)).expect("text");
    let at = markdown.find("> \\<b\\>\\*tebal\\* \\_miring\\_ \\`kode\\` \\|").expect("escaped");
    let lines: Vec<&str> = markdown[at..].lines().take(3).map(|line| line.trim_start_matches("> ")).collect();
    assert_eq!(lines[1], "1\\. satu\\", "{lines:?}");
    assert_eq!(unescaped(&lines.join("\n")), safe);
}

/// The words of Markdown: escapes and hard breaks taken off.
fn unescaped(text: &str) -> String {
    let mut words = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        words.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    words
}

#[test]
fn arabic_reads_from_the_right() {
    let docx = bytes(
        &excerpts_paper(&hostile(), &ExcerptChoice::default(), hand_in(), &indonesian(), None),
        PaperFormat::Docx,
    );
    let xml = part(&docx, "word/document.xml");
    let at = xml.find("السلام").expect("there");
    let start = xml[..at].rfind("<w:p>").expect("a paragraph");
    assert!(xml[start..at].contains("<w:bidi/>") && xml[start..at].contains("<w:rtl/>"), "{}", &xml[start..at]);
    let end = at + xml[at..].find("</w:p>").expect("its end");
    assert_eq!(xml[start..end].matches("<w:r>").count(), 4, "Arabic, a number, a blank, Latin");
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let study = Builder::gold().build();
    for format in PaperFormat::ALL {
        let make = || bytes(&excerpts_paper(&study, &ExcerptChoice::default(), hand_in(), &indonesian(), None), format);
        assert_eq!(make(), make(), "{format}");
    }
}

#[test]
fn a_transcript_numbers_every_line_as_it_is_cited() {
    let builder = Builder::gold();
    let texts: Vec<Transcribed> = (builder.rows.sources.iter().zip(&builder.texts))
        .map(|(source, text)| Transcribed { source: source.id, text: text.clone().into() })
        .collect();
    let study = builder.build();
    let paper = transcript_paper(&study, &texts, hand_in(), &indonesian(), None);
    assert_eq!(paper.sections.len(), 10);
    let mut spoken = 0;
    for (section, one) in paper.sections.iter().zip(&texts) {
        let Some(Block::Lines(lines)) = section.blocks.last() else { panic!("no lines") };
        assert_eq!(lines.len(), one.text.line_count() as usize);
        for (number, line) in (1..).zip(lines) {
            assert_eq!(line.number, number.to_string());
            let whole = one.text.line(LineNumber::new(number)).expect("a line");
            let said =
                if line.speaker.is_empty() { line.words.clone() } else { format!("{}: {}", line.speaker, line.words) };
            assert_eq!(said, whole, "{} {number}", section.head);
            spoken += usize::from(!line.speaker.is_empty());
        }
    }
    assert!(spoken > 100, "{spoken}");
    let docx = bytes(&paper, PaperFormat::Docx);
    let xml = part(&docx, "word/document.xml");
    assert_eq!(xml.matches("<w:sectPr>").count(), 10);
    assert!(part(&docx, "word/header1.xml").contains("W.KS") && part(&docx, "word/header10.xml").contains("D.2"));
    assert!(part(&docx, "word/footer1.xml").contains(" PAGE "));
    // A first look takes only so many lines.
    let few = transcript_paper(&study, &texts, hand_in(), &indonesian(), Some(30));
    assert_eq!((few.sections.len(), few.total), (1, 10));
}

#[test]
fn withdrawn_words_are_in_no_transcript_and_no_excerpt() {
    let mut builder = Builder::gold();
    for informant in builder.rows.informants.iter_mut().filter(|informant| informant.code == "G1") {
        informant.consent.withdrawn = Some(crate::domain::Timestamp::from_millis(1));
    }
    let texts: Vec<Transcribed> = (builder.rows.sources.iter().zip(&builder.texts))
        .map(|(source, text)| Transcribed { source: source.id, text: text.clone().into() })
        .collect();
    let study = builder.build();
    let words = "beliau betul-betul membimbing";
    let paper = transcript_paper(&study, &texts, hand_in(), &indonesian(), None);
    let html = |paper: &Paper| String::from_utf8(bytes(paper, PaperFormat::Html)).expect("text");
    assert!(!html(&paper).contains(words) && html(&paper).contains("[kata-kata informan yang mencabut"));
    let paper = excerpts_paper(&study, &ExcerptChoice::default(), hand_in(), &indonesian(), None);
    assert!(!html(&paper).contains(words) && html(&paper).contains("koding tidak disertakan"));
}

#[test]
fn pseudonyms_stand_everywhere_but_in_the_words() {
    let mut builder = Builder::gold();
    for informant in builder.rows.informants.iter_mut().filter(|informant| informant.code == "G1") {
        informant.pseudonym = "Ibu Rina".to_owned();
    }
    let study = builder.build();
    let choice = ExcerptChoice { by: Grouping::Informant, ..ExcerptChoice::default() };
    let hand_in = HandIn { naming: Naming::Pseudonyms, ..hand_in() };
    let html =
        String::from_utf8(bytes(&excerpts_paper(&study, &choice, hand_in, &indonesian(), None), PaperFormat::Html))
            .expect("text");
    assert!(html.contains(">Ibu Rina</h1>") && html.contains("(W.Ibu Rina.14-02-2025, baris "));
    assert!(!html.contains("W.G1.") && html.contains("W.KS.12-02-2025"));
}

#[test]
fn codebook_and_comparison_repeat_their_headings_on_every_page() {
    let study = Builder::gold().build();
    let codebook = codebook_paper(&study, hand_in(), &indonesian(), None);
    let docx = bytes(&codebook, PaperFormat::Docx);
    let said = paragraphs(&docx);
    for code in &study.codes {
        assert!(said.iter().any(|(_, words)| words.contains(&code.name)), "{}", code.name);
    }
    assert!(part(&docx, "word/document.xml").contains("<w:tblHeader/>"));
    let comparison = crate::analysis::compare(&study, crate::analysis::RowsKind::Roles, crate::analysis::Axis::Group);
    let paper = comparison_paper(&study, &comparison, hand_in(), &indonesian());
    let xml = part(&bytes(&paper, PaperFormat::Docx), "word/document.xml");
    assert!(xml.contains("w:orient=\"landscape\"") && xml.contains("Kepala sekolah"));
}

#[test]
fn an_empty_project_is_a_file_too() {
    let study = Builder::empty().build();
    for format in PaperFormat::ALL {
        let papers = [
            excerpts_paper(&study, &ExcerptChoice::default(), hand_in(), &indonesian(), None),
            transcript_paper(&study, &[], hand_in(), &indonesian(), None),
            codebook_paper(&study, hand_in(), &indonesian(), None),
        ];
        for paper in papers {
            assert!(bytes(&paper, format).len() > 20);
        }
    }
}

#[test]
fn a_sheet_of_the_member_check_holds_the_informants_own_words_and_nobody_elses() {
    use crate::domain::{CodeId, Evidence, Finding, FindingId, Timestamp};
    let mut study = Builder::gold().build();
    let supervision: CodeId = study.codes.iter().find(|code| code.short == "SUP.2").expect("a code").id;
    let id = FindingId::from_uuid(uuid::Uuid::from_u128(7));
    let claim = "Supervisi berlangsung satu kali.".to_owned();
    study.findings.push(Finding { id, code: supervision, claim, order: 0, created: Timestamp::from_millis(1) });
    let coded: Vec<_> = (study.codings.iter())
        .filter(|entry| entry.coding.code == supervision)
        .map(|entry| Evidence { finding: id, segment: entry.coding.segment, direction: None })
        .collect();
    study.evidence.extend(coded);
    let paper = member_check_paper(&study, None, hand_in(), &indonesian());
    let heads: Vec<&str> = paper.sections.iter().map(|section| section.head.as_str()).collect();
    assert_eq!(heads, ["KS", "G1", "G2"]);
    let row = |at: usize| {
        let Some(Block::Table(grid)) = paper.sections[at].blocks.iter().find(|block| matches!(block, Block::Table(_)))
        else {
            panic!("no table")
        };
        grid.rows[0].iter().map(GridCell::text).collect::<Vec<_>>()
    };
    assert!(row(1)[2].contains("W.G1.14-02-2025, baris 30") && !row(1)[2].contains("W.G2."), "{:?}", row(1));
    assert_eq!(row(2)[3], "☐ Setuju\n☐ Perlu dikoreksi\n☐ Tidak setuju");
    let alone = member_check_paper(&study, Some(study.informants[0].id), hand_in(), &indonesian());
    assert_eq!(alone.sections.len(), 1);
}
