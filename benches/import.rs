//! How long reading a file takes: speeches of 1 MB, a line of 100 MB, a million lines; Word documents, many and large;
//! subtitles.

use divan::{Bencher, black_box};
use emaslim::import::{Reading, read};
use std::io::{Cursor, Write};
use std::path::Path;

fn main() {
    divan::main();
}

fn reads(bencher: Bencher<'_, '_>, name: &str, bytes: &[u8]) {
    bencher
        .with_inputs(|| bytes.to_vec())
        .bench_values(|bytes| black_box(read(name, bytes, &Reading::default()).expect("text")));
}

#[divan::bench(sample_count = 10)]
fn speeches_1_mb(bencher: Bencher<'_, '_>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/others/text/pidato-jokowi-2017.txt");
    match std::fs::read(&path) {
        Ok(bytes) => reads(bencher, "pidato-jokowi-2017.txt", &bytes),
        Err(error) => eprintln!("SKIPPED: {error}: {}", path.display()),
    }
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn one_line_of_100_mb(bencher: Bencher<'_, '_>) {
    reads(bencher, "W.KS.txt", "Kami membuat jadwal supervisi. ".repeat(100_000_000 / 31).as_bytes());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_million_lines(bencher: Bencher<'_, '_>) {
    reads(bencher, "W.KS.txt", "P: Apa yang dilakukan?\nKS: Jadwal supervisi.\n".repeat(500_000).as_bytes());
}

/// A Word document of so many turns, each in the runs that Word writes.
fn word(turns: usize) -> Vec<u8> {
    let turn = |number: usize| {
        let (label, words) =
            if number.is_multiple_of(2) { ("P", "Apa yang dilakukan?") } else { ("KS", "Jadwal supervisi.") };
        format!(
            "<w:p w:rsidR=\"{number:08X}\"><w:pPr><w:spacing w:line=\"360\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{label}:\
             </w:t></w:r><w:r><w:t xml:space=\"preserve\"> {words} Baris {number} dari {turns}, {}.</w:t></w:r></w:p>",
            number.wrapping_mul(2_654_435_761) % 1_000_003
        )
    };
    let body: String = (0..turns).map(turn).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    write!(zip, "<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").expect("written");
    zip.finish().expect("a document").into_inner()
}

/// Subtitles of so many cues, as Teams writes them: four of one speaker, then the other.
fn subtitles(cues: usize) -> String {
    let cue = |number: usize| {
        let time = |at: usize| format!("{:02}:{:02}:{:02}.250", at / 3600, at / 60 % 60, at % 60);
        let who = if (number / 4).is_multiple_of(2) { "Rahmawati, Siti" } else { "Sari (Kepala Sekolah)" };
        let (start, end) = (time(number * 3), time(number * 3 + 2));
        format!("{number}/0\n{start} --> {end}\n<v {who}>Kami membuat jadwal supervisi\nbersama para guru.</v>\n\n")
    };
    format!("WEBVTT\n\n{}", (0..cues).map(cue).collect::<String>())
}

#[divan::bench(sample_count = 20)]
fn subtitles_of_1500_cues(bencher: Bencher<'_, '_>) {
    reads(bencher, "W.KS.vtt", subtitles(1_500).as_bytes());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn subtitles_of_300_000_cues(bencher: Bencher<'_, '_>) {
    reads(bencher, "W.KS.vtt", subtitles(300_000).as_bytes());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn word_documents_200_of_20_kb(bencher: Bencher<'_, '_>) {
    let document = word(1_900);
    bencher.bench_local(|| {
        for _ in 0..200 {
            black_box(read("W.KS.docx", document.clone(), &Reading::default()).expect("text"));
        }
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_word_document_of_5_mb(bencher: Bencher<'_, '_>) {
    reads(bencher, "W.KS.docx", &word(430_000));
}
