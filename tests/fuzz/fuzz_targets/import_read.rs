//! Any bytes under any file name: read or refused, and what is read is in order.
//! The first line of the input is the name.
#![no_main]

use emaslim_fuzz::import::{Reading, read};
use emaslim_fuzz::order;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (name, bytes) = (String::from_utf8_lossy(&input[..end]), input.get(end + 1..).unwrap_or_default());
    if let Ok(source) = read(&name, bytes.to_vec(), &Reading::default()) {
        assert_eq!(source.original, bytes);
        order::holds(&source);
    }
});
