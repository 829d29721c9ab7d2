//! Any bytes under any file name: read or refused, and what is read is in order.
#![no_main]

use emaslim_fuzz::import::{Reading, read};
use emaslim_fuzz::order;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &[u8])| {
    let (name, bytes) = input;
    if let Ok(source) = read(name, bytes.to_vec(), &Reading::default()) {
        assert_eq!(source.original, bytes);
        order::holds(&source);
    }
});
