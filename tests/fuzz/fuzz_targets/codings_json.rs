//! What `code --from` reads.
#![no_main]

use emaslim_fuzz::analysis::read_excerpts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &str| {
    if let Err(error) = read_excerpts(json) {
        assert!(!error.to_string().is_empty());
    }
});
