//! Codebook files: a project is made of them or nothing is left behind.
#![no_main]

use emaslim_fuzz::domain::Language;
use emaslim_fuzz::project::codes_in;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| {
    for language in [Language::Indonesian, Language::English] {
        if let Ok(codes) = codes_in(json, language) {
            assert!(codes.iter().all(|code| !code.name.trim().is_empty()));
        }
    }
});
