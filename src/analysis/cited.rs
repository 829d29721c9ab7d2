//! The citation of every source, worked out once for a study: passages only add their lines.

use super::study::{SegmentEntry, Study};
use crate::domain::citation::{CitedSource, Pattern, letter, technique_letter};
use crate::domain::{
    CharOffset, InformantId, Source, SourceCitation, SourceId, Technique, TurnKind, lines_cited, moment_at, time_words,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// More informants than this in one source make its running number stand for them.
const MOST: usize = 3;

/// By what name people go in what is handed out.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Naming {
    /// By their codes (`KS`).
    #[default]
    Codes,
    /// By their pseudonyms (`Ibu Rina`); by the code where there is none.
    Pseudonyms,
}

impl Study {
    /// The name of an informant (a place in [`Study::informants`]).
    pub fn informant_name(&self, informant: u32, naming: Naming) -> &str {
        match self.informants.get(informant as usize) {
            Some(found) if naming == Naming::Pseudonyms && !found.pseudonym.trim().is_empty() => found.pseudonym.trim(),
            Some(found) => &found.code,
            None => "",
        }
    }

    /// A real passage cited by a pattern: the first coded one of the first interview that has any, else of any
    /// source; a line of the first source where nothing is coded. Nothing where there is no source, or the pattern
    /// cannot be used.
    pub fn citation_example(&self, pattern: &str) -> Option<String> {
        Pattern::read(pattern).ok()?;
        let is_interview =
            |source: u32| self.sources.get(source as usize).is_some_and(|one| one.technique == Technique::Interview);
        let place = |entry: &&Arc<SegmentEntry>| (!is_interview(entry.source), entry.source, entry.segment.range.start);
        let first = self.segments.iter().min_by_key(place);
        let (source, lines, start) = match first {
            Some(entry) => {
                let lines = lines_cited(entry.segment.line, entry.segment.line_end);
                (entry.source, lines, entry.segment.range.start)
            }
            None => (0, self.sources.first()?.lines.min(45).to_string(), CharOffset::ZERO),
        };
        let id = self.sources.get(source as usize)?.id;
        let at = |cited: &SourceCitation| self.cited_at(cited, id, start, &lines);
        let all = if pattern == self.project.citation {
            return self.source_citations(Naming::Codes).get(source as usize).map(at);
        } else {
            citations_by(self, pattern, Naming::Codes)
        };
        all.get(source as usize).map(at)
    }

    /// The citation of words of a source by their lines and, where it is cited too, the time they were said at.
    pub fn cited_at(&self, cited: &SourceCitation, source: SourceId, start: CharOffset, lines: &str) -> String {
        let moments = self.moments.get(&source).filter(|_| cited.has_time());
        let time = moments.and_then(|moments| moment_at(moments, start)).map(|moment| time_words(moment.ms));
        cited.with_lines_at(lines, time.as_deref())
    }

    /// A name of a source (`W.KS.12-02-2025`) with its informants' codes replaced as `naming` says.
    pub fn source_name(&self, name: &str, naming: Naming) -> String {
        if naming == Naming::Codes {
            return name.to_owned();
        }
        let renamed: HashMap<&str, &str> = (0_u32..)
            .zip(&self.informants)
            .map(|(at, informant)| (informant.code.as_str(), self.informant_name(at, naming)))
            .collect();
        let mut said = String::with_capacity(name.len());
        for word in name.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
            let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            said.push_str(renamed.get(bare).copied().unwrap_or(bare));
            said.push_str(&word[bare.len()..]);
        }
        said
    }
}

/// The citations of all sources, parallel to [`Study::sources`].
pub(super) fn citations(study: &Study, naming: Naming) -> Vec<SourceCitation> {
    citations_by(study, &study.project.citation, naming)
}

fn citations_by(study: &Study, pattern: &str, naming: Naming) -> Vec<SourceCitation> {
    let pattern = Pattern::read_anyway(pattern);
    let whos = whos(study, naming);
    let cited = |(source, who): (&Source, &String)| {
        let (name, short) = (study.source_name(&source.name, naming), study.source_name(source.label(), naming));
        let cited = CitedSource {
            name: &name,
            short: &short,
            technique: source.technique,
            who,
            date: source.date,
            place: &source.place,
        };
        pattern.of(&cited, study.project.language)
    };
    let mut all: Vec<SourceCitation> = study.sources.iter().zip(&whos).map(cited).collect();
    tell_apart(&mut all);
    all
}

/// Gives sources whose citations would be equal a letter each, in their order.
fn tell_apart(all: &mut [SourceCitation]) {
    let bare: Vec<String> = all.iter().map(SourceCitation::without_lines).collect();
    let mut taken: HashSet<String> = bare.iter().cloned().collect();
    let mut equal: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, bare) in bare.iter().enumerate() {
        equal.entry(bare).or_default().push(at);
    }
    let mut several: Vec<Vec<usize>> = equal.into_values().filter(|places| places.len() > 1).collect();
    several.sort();
    for places in several {
        let mut next = 0;
        for at in places {
            loop {
                let mut lettered = all[at].clone();
                lettered.tell_apart(&letter(next));
                next += 1;
                let bare = lettered.without_lines();
                // A pattern that says nothing of the source cannot tell anything apart.
                if taken.insert(bare.clone()) || bare == all[at].without_lines() {
                    all[at] = lettered;
                    break;
                }
            }
        }
    }
}

/// What stands for who gave each source: in interviews the informants while they are few, else the word or the number
/// that the source's short code bears (`W.FGD`, `O.1`), else the few informants, else the next number that is free
/// among the sources of its technique.
fn whos(study: &Study, naming: Naming) -> Vec<String> {
    let mut found: Vec<Option<String>> = Vec::with_capacity(study.sources.len());
    for (at, source) in study.sources.iter().enumerate() {
        let speakers = speakers(study, at);
        let joined = (1..=MOST).contains(&speakers.len()).then(|| {
            let names: Vec<&str> = speakers.iter().map(|at| study.informant_name(*at, naming)).collect();
            names.join("-")
        });
        found.push(match source.technique {
            Technique::Interview => joined
                .or_else(|| called(&source.short).map(|word| study.source_name(word, naming)))
                .or_else(|| numbered(&source.short)),
            Technique::Observation | Technique::Document => numbered(&source.short).or(joined),
        });
    }
    let mut taken: HashSet<(Technique, String)> =
        (study.sources.iter().zip(&found)).filter_map(|(source, who)| Some((source.technique, who.clone()?))).collect();
    let mut next: HashMap<Technique, usize> = HashMap::new();
    let mut number = |technique: Technique| {
        let next = next.entry(technique).or_default();
        loop {
            *next += 1;
            if taken.insert((technique, next.to_string())) {
                return next.to_string();
            }
        }
    };
    study.sources.iter().zip(found).map(|(source, who)| who.unwrap_or_else(|| number(source.technique))).collect()
}

/// The informants who speak in a source, in the order in which they begin.
fn speakers(study: &Study, source: usize) -> Vec<u32> {
    let turns = study.turns.get(source).map_or(&[][..], |turns| turns);
    let mut seen: HashSet<InformantId> = HashSet::new();
    let spoken = turns.iter().filter(|turn| turn.kind == TurnKind::Speech).filter_map(|turn| turn.informant);
    spoken.filter(|informant| seen.insert(*informant)).filter_map(|informant| study.informant_at(informant)).collect()
}

/// The word that a short code such as `W.FGD` or `W.FGD2` calls a meeting of many by.
fn called(short: &str) -> Option<&str> {
    let (first, word) = short.split_once(['.', '-', ' ', '_'])?;
    let is_word = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric);
    (first == technique_letter(Technique::Interview).to_string() && is_word).then_some(word)
}

/// The number of a short code such as `O.1` or `D-12`.
fn numbered(short: &str) -> Option<String> {
    let digits = short.trim_start_matches(|letter: char| letter.is_alphabetic());
    let digits = digits.strip_prefix(['.', '-', ' ', '_']).unwrap_or(digits);
    let is_number = !digits.is_empty() && digits.len() <= 4 && digits.chars().all(|digit| digit.is_ascii_digit());
    (is_number && digits.len() < short.len()).then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::{Builder, gold, number, words};
    use crate::domain::{Language, LineNumber};

    #[test]
    fn the_sample_study_is_cited_as_its_gold_has_it() {
        let builder = Builder::gold();
        let study = builder.build();
        let passages = gold()["koding"].as_array().expect("koding").clone();
        assert_eq!(passages.len(), 167);
        for passage in passages {
            let lines =
                lines_cited(LineNumber::new(number(&passage["line"])), LineNumber::new(number(&passage["line_end"])));
            let wanted = format!("{}, baris {lines}", words(&passage["file"]).trim_end_matches(".txt"));
            let quote = words(&passage["quote"]);
            let found: Vec<String> = (study.segments.iter())
                .filter(|entry| *entry.segment.quote == *quote)
                .map(|entry| study.citation(entry))
                .collect();
            assert!(found.contains(&wanted), "{wanted}: {found:?}");
        }
    }

    fn three(pattern: &str) -> Vec<String> {
        let mut builder = Builder::empty();
        builder.rows.project.citation = pattern.to_owned();
        builder.rows.project.language = Language::English;
        builder.informant("G1", None);
        builder.informant("S1", None);
        builder.rows.informants[0].pseudonym = "Ibu Rina".to_owned();
        for (name, short, technique, date, text) in [
            ("Satu", "W.G1", Technique::Interview, "2025-02-18", "G1: ya\nG1: lagi"),
            ("Dua", "W.G1", Technique::Interview, "2025-02-18", "G1: tidak"),
            ("Tiga", "FGD", Technique::Interview, "", "S1: ya\nG1: ya"),
            ("Empat", "papan", Technique::Observation, "2025-02-19", "Papan jadwal."),
            ("Lima", "O.1", Technique::Observation, "2025-02-19", "Papan jadwal."),
        ] {
            builder.source(name, short, technique, date, text);
        }
        let study = builder.build();
        citations(&study, Naming::Codes).iter().map(|cited| cited.with_lines("3–4")).collect()
    }

    #[test]
    fn equal_citations_get_a_letter_and_numbers_stay_apart() {
        assert_eq!(
            three("{technique}.{who}.{date:dd-MM-yyyy}, line {line}"),
            [
                "W.G1.18-02-2025a, lines 3–4",
                "W.G1.18-02-2025b, lines 3–4",
                "W.S1-G1, lines 3–4",
                "O.2.19-02-2025, lines 3–4",
                "O.1.19-02-2025, lines 3–4",
            ]
        );
        assert_eq!(three("{source}: {line}")[..2], ["Satu: 3–4", "Dua: 3–4"]);
        assert_eq!(three("line {line}")[..2], ["lines 3–4", "lines 3–4"]);
    }

    #[test]
    fn a_meeting_of_many_goes_by_its_own_word() {
        for (short, word) in [
            ("W.FGD", Some("FGD")),
            ("W FGD2", Some("FGD2")),
            ("W.1", None),
            ("FGD", None),
            ("W.fgd", None),
            ("Rapat Guru", None),
            ("W.FGD.guru", None),
        ] {
            assert_eq!(called(short), word, "{short}");
        }
    }

    #[test]
    fn pseudonyms_stand_in_citations_and_names() {
        let mut builder = Builder::gold();
        builder.rows.informants.iter_mut().filter(|one| one.code == "G1").for_each(|one| {
            one.pseudonym = "Ibu Rina".to_owned();
        });
        let study = builder.build();
        let entry = study.segments.iter().find(|entry| study.sources[entry.source as usize].short == "W.G1");
        let entry = entry.expect("words of G1");
        let line = entry.segment.line;
        assert!(
            study.citation_as(entry, Naming::Pseudonyms).starts_with(&format!("W.Ibu Rina.14-02-2025, baris {line}"))
        );
        assert!(study.citation(entry).starts_with(&format!("W.G1.14-02-2025, baris {line}")));
        assert_eq!(study.source_name("W.G1.14-02-2025", Naming::Pseudonyms), "W.Ibu Rina.14-02-2025");
        assert_eq!(study.source_name("W.G10 (KS)", Naming::Pseudonyms), "W.G10 (KS)");
    }
}
