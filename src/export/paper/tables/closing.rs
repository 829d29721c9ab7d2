//! The sentence that sums up how the roles are carried out: a draft for the researcher to edit, put together from the
//! evaluations and from nothing else.

use crate::analysis::Study;
use crate::domain::{Code, CodeKind, EvaluationValue, Message};
use crate::i18n::Catalog;

/// "Dari tujuh peran, tiga dinilai optimal (edukator, manajer, motivator), dua cukup (…), dan dua belum optimal (…)."
/// Roles that have not been evaluated are named as such. Empty where there is no role.
pub fn closing_sentence(study: &Study, words: &Catalog) -> String {
    let roles: Vec<&Code> = (0_u32..)
        .zip(&study.codes)
        .filter(|(at, code)| {
            code.kind == CodeKind::Role
                && study.code_parents.get(*at as usize).copied().flatten().is_none()
                && study.codebook_of(*at).is_none()
        })
        .map(|(_, code)| code)
        .collect();
    if roles.is_empty() {
        return String::new();
    }
    let valued = |value: Option<EvaluationValue>| -> Vec<String> {
        let is_so = |code: &&&Code| study.evaluation_of(code.id).map(|found| found.value) == value;
        roles.iter().filter(is_so).map(|code| lowered(&code.name)).collect()
    };
    let mut parts: Vec<String> = Vec::new();
    for value in EvaluationValue::ALL {
        let names = valued(Some(value));
        if names.is_empty() {
            continue;
        }
        // The verb stands once, in the first part.
        let key = if parts.is_empty() { "closing-first" } else { "closing-next" };
        let value = words.text(&format!("evaluation-{value}")).to_lowercase();
        parts.push(words.say(&part(key, &names, roles.len(), words).with("value", value)));
    }
    let waiting = valued(None);
    if parts.is_empty() {
        let message = Message::new("closing-none").with("names", words.list(&waiting));
        return words.say(&message.with("all", words.spelled(roles.len())));
    }
    if !waiting.is_empty() {
        parts.push(words.say(&part("closing-waiting", &waiting, roles.len(), words)));
    }
    let message = Message::new("closing-sentence").with("all", words.spelled(roles.len()));
    words.say(&message.with("parts", words.list(&parts)))
}

fn part(key: &str, names: &[String], all: usize, words: &Catalog) -> Message {
    let n = if names.len() == all { words.text("closing-all") } else { words.spelled(names.len()) };
    let number = i64::try_from(names.len()).unwrap_or(i64::MAX);
    Message::new(key).with("n", n).with("count", number).with("names", names.join(", "))
}

/// A name as it stands in brackets in a sentence: its first letter small, unless it is an abbreviation, and without
/// what it says in brackets itself.
fn lowered(name: &str) -> String {
    let name = name.split_once(" (").map_or(name, |(before, _)| before);
    let mut letters = name.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    first.to_lowercase().chain(name.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::Builder;
    use crate::domain::{Evaluation, Language, Timestamp};

    fn sentence(values: &[(&str, EvaluationValue)], language: Language) -> String {
        let mut study = Builder::gold().build();
        study.evaluations = values
            .iter()
            .map(|(short, value)| Evaluation {
                code: study.codes.iter().find(|code| code.short == *short).expect("a role").id,
                value: *value,
                reason: "Karena".to_owned(),
                segments: Vec::new(),
                coder: "Rahma".to_owned(),
                changed: Timestamp::from_millis(1),
            })
            .collect();
        closing_sentence(&study, &Catalog::new(language))
    }

    #[test]
    fn the_draft_is_a_sentence_and_names_who_waits() {
        use EvaluationValue::{Adequate, NotYetOptimal, Optimal};
        let whole = [
            ("EDU", Optimal),
            ("MAN", Optimal),
            ("ADM", Adequate),
            ("SUP", NotYetOptimal),
            ("LEA", Adequate),
            ("INO", NotYetOptimal),
            ("MOT", Optimal),
        ];
        assert_eq!(
            sentence(&whole, Language::Indonesian),
            "Dari tujuh peran, tiga dinilai optimal (edukator, manajer, motivator), dua cukup (administrator, \
             leader), dan dua belum optimal (supervisor, inovator)."
        );
        assert_eq!(
            sentence(&whole, Language::English),
            "Of the seven roles, three are judged optimal (edukator, manajer, motivator), two adequate (administrator, \
             leader) and two not yet optimal (supervisor, inovator)."
        );
        assert_eq!(
            sentence(&whole[..6], Language::Indonesian),
            "Dari tujuh peran, dua dinilai optimal (edukator, manajer), dua cukup (administrator, leader), \
             dua belum optimal (supervisor, inovator), dan satu belum dinilai (motivator)."
        );
        assert!(sentence(&[], Language::Indonesian).starts_with("Belum satu pun dari tujuh peran dinilai: edukator, "));
        let all = whole.map(|(short, _)| (short, Optimal));
        assert!(
            sentence(&all, Language::Indonesian).starts_with("Dari tujuh peran, semuanya dinilai optimal (edukator")
        );
        let one = [("EDU", Optimal)];
        assert!(
            sentence(&one, Language::English).starts_with("Of the seven roles, one is judged optimal (edukator) and")
        );
    }
}
