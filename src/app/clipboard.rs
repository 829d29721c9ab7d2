//! A page on the clipboard. egui copies words only, so this goes to the system's clipboard itself, by the library that
//! egui uses for words.

use std::sync::Mutex;

/// On some systems what was copied is there only as long as whoever copied it.
static HELD: Mutex<Option<arboard::Clipboard>> = Mutex::new(None);

/// Copies a page as HTML with its words beside it. Whether the system took it; where not, the words are to be copied as
/// any others.
pub fn copy_page(html: &str, words: &str) -> bool {
    let Ok(mut held) = HELD.lock() else { return false };
    let copied = match held.take().map_or_else(arboard::Clipboard::new, Ok) {
        Ok(mut clipboard) => clipboard.set_html(html, Some(words)).map(|()| *held = Some(clipboard)),
        Err(error) => Err(error),
    };
    if copied.is_err() {
        log::info!("the clipboard takes no page");
    }
    copied.is_ok()
}
