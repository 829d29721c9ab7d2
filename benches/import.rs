//! How long reading a file takes: speeches of 1 MB, a line of 100 MB, a million lines.

use divan::{Bencher, black_box};
use emaslim::import::{Reading, read};
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
