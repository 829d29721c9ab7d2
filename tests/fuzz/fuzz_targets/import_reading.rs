//! Any bytes in a chosen encoding: decoded as asked, and the preview begins as the text does.
#![no_main]

use emaslim_fuzz::import::{Encoding, Format, Reading, Recorded, preview, read};
use emaslim_fuzz::order;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let offered: Vec<Encoding> = Encoding::offered().collect();
    let encoding = offered[usize::from(choice) % offered.len()];
    let shown = preview(bytes, encoding, 100);
    assert!(shown.chars().count() <= 100);
    let reading = Reading { encoding: Some(encoding), ..Reading::default() };
    if let Ok(source) = read("W.KS.12-02-2025.txt", bytes.to_vec(), &reading) {
        assert_eq!(source.encoding, encoding);
        // A recording that was written down is put together anew.
        if source.recorded == Recorded::default() && source.format == Format::Text {
            assert!(source.text.starts_with(&shown), "{shown:?} {:?}", source.text);
        }
        assert_eq!(source.original, bytes);
        order::holds(&source);
    }
});
