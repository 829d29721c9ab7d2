//! The words that go, recognised wherever the researcher has copied them: a run of five or more of them in a row is
//! theirs, fewer are anybody's.

use std::collections::HashSet;

/// How many words in a row are theirs.
const RUN: usize = 5;
/// What stands in their place.
const GAP: &str = "[…]";

/// The words of somebody, as runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    runs: HashSet<Vec<String>>,
}

/// A word of a text: small letters, and where it stands in bytes.
struct Word {
    folded: String,
    start: usize,
    end: usize,
}

fn words_in(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = std::iter::once((text.len(), ' '));
    for (at, letter) in text.char_indices().chain(ends) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { folded: text[from..at].to_lowercase(), start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    words
}

impl Words {
    /// Takes up what was said in one go.
    pub(super) fn add(&mut self, said: &str) {
        let words: Vec<String> = words_in(said).into_iter().map(|word| word.folded).collect();
        self.runs.extend(words.windows(RUN).map(<[String]>::to_vec));
    }

    /// A text without every run of them; nothing where there is none.
    pub(super) fn without(&self, text: &str) -> Option<String> {
        let words = words_in(text);
        let mut theirs = vec![false; words.len()];
        let mut run: Vec<String> = Vec::with_capacity(RUN);
        for (at, window) in words.windows(RUN).enumerate() {
            run.clear();
            run.extend(window.iter().map(|word| word.folded.clone()));
            if self.runs.contains(&run) {
                theirs[at..at + RUN].fill(true);
            }
        }
        if !theirs.contains(&true) {
            return None;
        }
        let mut rest = String::with_capacity(text.len());
        let (mut kept, mut at) = (0, 0);
        while at < words.len() {
            if !theirs[at] {
                at += 1;
                continue;
            }
            let from = at;
            while at < words.len() && theirs[at] {
                at += 1;
            }
            rest.push_str(&text[kept..words[from].start]);
            rest.push_str(GAP);
            kept = words[at - 1].end;
        }
        rest.push_str(&text[kept..]);
        Some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_words_in_a_row_go_and_fewer_stay() {
        let mut words = Words::default();
        words.add("Bapak jarang sekali masuk ke kelas kami, Bu.");
        assert_eq!(
            words.without("S2: \u{201c}bapak JARANG sekali masuk, ke kelas\u{201d} (b. 12) – ini penting").as_deref(),
            Some("S2: \u{201c}[…]\u{201d} (b. 12) – ini penting")
        );
        assert_eq!(words.without("Bapak jarang sekali masuk, katanya"), None);
        assert_eq!(words.without(""), None);
        words.add("ya");
        assert_eq!(words.without("ya ya ya ya ya ya"), None);
    }
}
