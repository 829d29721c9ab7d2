//! Any bytes under any file name: read or refused, and what is read is in order.
#![no_main]

#[path = "../order.rs"]
mod order;

use emaslim::import::{Reading, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &[u8])| {
    let (name, bytes) = input;
    if let Ok(source) = read(name, bytes.to_vec(), &Reading::default()) {
        assert_eq!(source.original, bytes);
        order::holds(&source);
    }
});
