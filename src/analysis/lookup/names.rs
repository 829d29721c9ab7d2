//! Names: which row a person means, and which ones are near where none bears the name.

use super::{LookupError, NAMED, Noun, folded};
use crate::analysis::Study;
use crate::domain::{AttributeHost, AttributeId, CodeId, CodingId, FindingId, SegmentId, SourceId, StepId};

/// Something with an id and names, for the search below.
struct Named<I> {
    id: I,
    id_text: String,
    /// The names it is found by.
    names: Vec<String>,
    /// Names it bore once: it is found by them where nothing bears them now.
    once: Vec<String>,
    /// Names that only help to find the nearest.
    also: Vec<String>,
    /// How it is shown.
    shown: String,
}

fn find<I: Copy + PartialEq>(noun: Noun, name: &str, all: &[Named<I>]) -> Result<I, LookupError> {
    if let Some(found) = all.iter().find(|named| named.id_text.eq_ignore_ascii_case(name.trim())) {
        return Ok(found.id);
    }
    let wanted = folded(name);
    let exact = |named: &&Named<I>| named.names.iter().any(|other| other == name);
    let alike = |named: &&Named<I>| named.names.iter().any(|other| folded(other) == wanted);
    let mut hits: Vec<&Named<I>> = all.iter().filter(exact).collect();
    if hits.is_empty() && !wanted.is_empty() {
        hits = all.iter().filter(alike).collect();
    }
    if hits.is_empty() && !wanted.is_empty() {
        hits = all.iter().filter(|named| named.once.iter().any(|other| folded(other) == wanted)).collect();
    }
    match hits.as_slice() {
        [only] => Ok(only.id),
        [] => Err(LookupError::Unknown { noun, name: name.to_owned(), nearest: nearest(&wanted, all) }),
        several => Err(LookupError::Ambiguous {
            noun,
            name: name.to_owned(),
            candidates: several.iter().map(|named| format!("{} ({})", named.shown, named.id_text)).collect(),
        }),
    }
}

fn nearest<I>(wanted: &str, all: &[Named<I>]) -> Vec<String> {
    let length = wanted.chars().count();
    let farthest = length.max(3) / 3 + 1;
    let mut scored: Vec<(usize, &str)> = all
        .iter()
        .filter_map(|named| {
            let best = named
                .names
                .iter()
                .chain(&named.once)
                .chain(&named.also)
                .filter(|other| !other.is_empty())
                .map(|other| {
                    let other = folded(other);
                    // A name of a million letters is not compared letter by letter.
                    let longer = other.chars().count().abs_diff(length);
                    let away = if longer > farthest { longer } else { distance(wanted, &other) };
                    // A beginning or a part counts as near, and as nearer the more of the name it is.
                    if length >= 3 && other.contains(wanted) { away.min(2) } else { away }
                })
                .min()?;
            (best <= farthest).then_some((best, named.shown.as_str()))
        })
        .collect();
    scored.sort_by_key(|(away, _)| *away);
    scored.dedup_by_key(|(_, shown)| *shown);
    scored.into_iter().take(NAMED).map(|(_, shown)| shown.to_owned()).collect()
}

/// Number of letters to change, insert, leave out or swap with their neighbour to get from one word to
/// the other.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut least = (above[j + 1] + 1).min(row[j] + 1).min(above[j] + usize::from(a != b));
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

/// The source that is named by its id, its name or its short code.
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn source(study: &Study, name: &str) -> Result<SourceId, LookupError> {
    let all: Vec<Named<SourceId>> = study
        .sources
        .iter()
        .map(|source| Named {
            id: source.id,
            id_text: source.id.to_string(),
            names: vec![source.name.clone(), source.short.clone()],
            once: Vec::new(),
            also: vec![source.original_name.clone()],
            shown: source.name.clone(),
        })
        .collect();
    find(Noun::Source, name, &all)
}

/// The code that is named by its id, its name or its short code, or by a name it bore before it was merged or renamed.
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn code(study: &Study, name: &str) -> Result<CodeId, LookupError> {
    let all: Vec<Named<CodeId>> = study
        .codes
        .iter()
        .map(|code| Named {
            id: code.id,
            id_text: code.id.to_string(),
            names: vec![code.short.clone(), code.name.clone()],
            once: code.aliases.clone(),
            also: Vec::new(),
            shown: code.full_name(),
        })
        .collect();
    find(Noun::Code, name, &all)
}

/// The informant of a code (or id), as a place in [`Study::informants`].
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn informant(study: &Study, name: &str) -> Result<u32, LookupError> {
    let all: Vec<Named<u32>> = (0_u32..)
        .zip(&study.informants)
        .map(|(at, informant)| Named {
            id: at,
            id_text: informant.id.to_string(),
            names: vec![informant.code.clone()],
            once: Vec::new(),
            also: vec![informant.description.clone()],
            shown: informant.code.clone(),
        })
        .collect();
    find(Noun::Informant, name, &all)
}

/// The attribute of a name or an id, of `host` or of either.
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn attribute(study: &Study, host: Option<AttributeHost>, name: &str) -> Result<AttributeId, LookupError> {
    let of_host = study.attributes.iter().filter(|attribute| host.is_none_or(|host| host == attribute.host));
    let all: Vec<Named<AttributeId>> = of_host
        .map(|attribute| Named {
            id: attribute.id,
            id_text: attribute.id.to_string(),
            names: vec![attribute.name.clone()],
            once: Vec::new(),
            also: Vec::new(),
            shown: attribute.name.clone(),
        })
        .collect();
    find(Noun::Attribute, name, &all)
}

/// The group of a key, a name or an id, as a place in [`Study::groups`].
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn group(study: &Study, name: &str) -> Result<u32, LookupError> {
    let all: Vec<Named<u32>> = (0_u32..)
        .zip(&study.groups)
        .map(|(at, group)| Named {
            id: at,
            id_text: group.id.to_string(),
            names: vec![group.key.clone(), group.name.clone()],
            once: Vec::new(),
            also: Vec::new(),
            shown: group.key.clone(),
        })
        .collect();
    // There are few groups, and their keys stand nowhere else: all of them are named.
    find(Noun::Group, name, &all).map_err(|error| match error {
        LookupError::Unknown { noun, name, .. } => {
            let nearest = all.into_iter().map(|group| group.shown).collect();
            LookupError::Unknown { noun, name, nearest }
        }
        other => other,
    })
}

/// The coder of a name or an id, as a place in [`Study::coders`].
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn coder(study: &Study, name: &str) -> Result<u32, LookupError> {
    let all: Vec<Named<u32>> = (0_u32..)
        .zip(&study.coders)
        .map(|(at, coder)| Named {
            id: at,
            id_text: coder.id.to_string(),
            names: vec![coder.name.clone()],
            once: Vec::new(),
            also: Vec::new(),
            shown: coder.name.clone(),
        })
        .collect();
    find(Noun::Coder, name, &all)
}

/// The coding of an id, or of the end of an id (at least six letters) that only one coding has.
///
/// # Errors
/// Nothing bears the name (with what is near it), or several do.
pub fn coding(study: &Study, name: &str) -> Result<CodingId, LookupError> {
    by_id(Noun::Coding, name, study.codings.iter().map(|entry| entry.coding.id), |text, end| text.ends_with(end))
}

/// The segment of an id, or of the end of an id (at least six letters) that only one segment has.
///
/// # Errors
/// Nothing bears the name, or several do.
pub fn segment(study: &Study, name: &str) -> Result<SegmentId, LookupError> {
    by_id(Noun::Segment, name, study.segments.iter().map(|entry| entry.segment.id), |text, end| text.ends_with(end))
}

/// The finding of an id, of the end of an id (at least six letters), or of its whole claim.
///
/// # Errors
/// Nothing bears the name, or several do.
pub fn finding(study: &Study, name: &str) -> Result<FindingId, LookupError> {
    let ids = study.findings.iter().map(|finding| finding.id);
    match by_id(Noun::Finding, name, ids, |text, end| text.ends_with(end)) {
        Err(LookupError::Unknown { .. }) => {}
        found => return found,
    }
    let all: Vec<Named<FindingId>> = study
        .findings
        .iter()
        .map(|finding| Named {
            id: finding.id,
            id_text: finding.id.to_string(),
            names: vec![finding.claim.clone()],
            once: Vec::new(),
            also: Vec::new(),
            shown: finding.claim.clone(),
        })
        .collect();
    find(Noun::Finding, name, &all)
}

/// The segment that a citation leads to (`W.KS.12-02-2025, baris 45`), with its source: the only one that begins on its
/// first line and ends on its last one, or the only one that begins there.
///
/// # Errors
/// It is no citation or nothing stands there, or several do: then each is named by its words and its id.
pub fn cited(study: &Study, name: &str) -> Result<(SourceId, SegmentId), LookupError> {
    let unknown = || LookupError::Unknown { noun: Noun::Segment, name: name.to_owned(), nearest: Vec::new() };
    let (source, first, last) = match super::reference(study, name) {
        Ok(super::Reference { source: Some(source), lines: Some((first, last)) }) => (source, first, last),
        _ => return Err(unknown()),
    };
    let mut begin: Vec<&crate::domain::Segment> = study
        .segments
        .iter()
        .map(|entry| &entry.segment)
        .filter(|segment| segment.source == source && segment.line == first)
        .collect();
    begin.sort_by_key(|segment| (segment.range.start, segment.range.end));
    let whole: Vec<_> = begin.iter().copied().filter(|segment| segment.line_end == last).collect();
    let chosen = if whole.is_empty() { begin } else { whole };
    match chosen.as_slice() {
        [] => Err(unknown()),
        [only] => Ok((source, only.id)),
        several => Err(LookupError::Ambiguous {
            noun: Noun::Segment,
            name: name.to_owned(),
            candidates: several.iter().map(|one| format!("“{}” ({})", super::shortened(&one.quote), one.id)).collect(),
        }),
    }
}

/// The step of an id, or of the beginning or end of an id (at least six letters) that only one of `steps` has.
///
/// # Errors
/// Nothing bears the name, or several do.
pub fn step(steps: &[StepId], name: &str) -> Result<StepId, LookupError> {
    let is_part = |text: &str, part: &str| text.starts_with(part) || text.ends_with(part);
    by_id(Noun::Step, name, steps.iter().copied(), is_part)
}

fn by_id<I: Copy + Ord + ToString>(
    noun: Noun,
    name: &str,
    all: impl Iterator<Item = I>,
    is_part: impl Fn(&str, &str) -> bool,
) -> Result<I, LookupError> {
    let wanted = name.trim().to_lowercase();
    let is_meant = |id: &I| {
        let text = id.to_string();
        text == wanted || (wanted.len() >= 6 && is_part(&text, &wanted))
    };
    let mut hits: Vec<I> = all.filter(is_meant).collect();
    hits.sort_unstable();
    match hits.as_slice() {
        [only] => Ok(*only),
        [] => Err(LookupError::Unknown { noun, name: name.to_owned(), nearest: Vec::new() }),
        several => Err(LookupError::Ambiguous {
            noun,
            name: name.to_owned(),
            candidates: several.iter().take(NAMED).map(ToString::to_string).collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(all: &[(&str, &str)]) -> Vec<Named<usize>> {
        all.iter()
            .enumerate()
            .map(|(at, (short, name))| Named {
                id: at,
                id_text: format!("id-{at}"),
                names: vec![(*short).to_owned(), (*name).to_owned()],
                once: Vec::new(),
                also: Vec::new(),
                shown: if short == name { (*name).to_owned() } else { format!("{short} {name}").trim().to_owned() },
            })
            .collect()
    }

    #[test]
    fn a_name_a_short_code_or_an_id_leads_to_the_row() {
        let all = named(&[("SUP", "Supervisor"), ("SUP.2", "Melaksanakan supervisi"), ("LEA", "Leader (Pemimpin)")]);
        for (name, at) in [("SUP", 0), ("sup", 0), ("Supervisor", 0), (" melaksanakan  supervisi ", 1), ("ID-2", 2)] {
            assert_eq!(find(Noun::Code, name, &all), Ok(at), "{name}");
        }
    }

    #[test]
    fn an_exact_name_wins_over_one_that_differs_in_capitals() {
        let all = named(&[("", "Guru"), ("", "guru"), ("", "GURU")]);
        assert_eq!(find(Noun::Group, "guru", &all), Ok(1));
        assert_eq!(
            find(Noun::Group, "gURU", &all),
            Err(LookupError::Ambiguous {
                noun: Noun::Group,
                name: "gURU".to_owned(),
                candidates: vec!["Guru (id-0)".to_owned(), "guru (id-1)".to_owned(), "GURU (id-2)".to_owned()],
            })
        );
    }

    #[test]
    fn names_are_the_same_however_their_accents_are_written() {
        let all = named(&[("", "W.Zo\u{e9}")]);
        assert_eq!(find(Noun::Source, "W.Zoe\u{301}", &all), Ok(0));
    }

    #[test]
    fn an_unknown_name_hears_what_is_near() {
        let all = named(&[("SUP", "Supervisor"), ("SUP.2", "Melaksanakan supervisi"), ("LEA", "Leader (Pemimpin)")]);
        let near = |name: &str| match find(Noun::Code, name, &all) {
            Err(LookupError::Unknown { nearest, .. }) => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(near("SPU"), ["SUP Supervisor"]);
        assert_eq!(near("Supervsior"), ["SUP Supervisor"]);
        assert_eq!(near("SUP.9"), ["SUP.2 Melaksanakan supervisi", "SUP Supervisor"]);
        assert_eq!(near("pemimpin"), ["LEA Leader (Pemimpin)"]);
        assert!(near("kurikulum merdeka").is_empty());
        assert!(near("").is_empty());
    }

    #[test]
    fn the_distance_counts_letters() {
        for (from, to, away) in
            [("", "", 0), ("", "abc", 3), ("abc", "acb", 1), ("kitten", "sitting", 3), ("é", "e", 1)]
        {
            assert_eq!(distance(from, to), away, "{from} {to}");
        }
    }
}
