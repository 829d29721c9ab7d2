//! Which labels are speakers, and who they are: decided once a text, by the shape of the label, by what the
//! header says, and by repetition.

use super::header::{self, Field, Header};
use super::label;
use super::lines::{Wrap, lines};
use super::parsed::ParsedSpeaker;
use super::people::{self, Role};
use crate::domain::Standing;
use std::collections::HashMap;

/// Most different labels that are told apart; more than that are no labels.
const MOST_LABELS: usize = 4096;

#[derive(Clone, Debug)]
struct Tally {
    label: String,
    times: u32,
    /// Times the line before had come to an end.
    clean: u32,
}

/// How often every label stands at the start of a line.
#[derive(Clone, Debug, Default)]
pub struct Count {
    places: HashMap<String, usize>,
    labels: Vec<Tally>,
    /// Lines that are not blank.
    written: u32,
}

impl Count {
    /// Counts the labels of a text.
    pub fn of(text: &str, wrap: Wrap) -> Self {
        let mut count = Self::default();
        let mut has_ended = true;
        for line in lines(text) {
            let labelled = label::split(line.text);
            // Without a space behind the colon only a code is a label.
            if let Some(labelled) = labelled.filter(|found| found.is_spaced || label::is_code(found.label)) {
                count.add(labelled.label, has_ended);
            }
            let last = line.text.trim_end().chars().next_back();
            has_ended = last.is_none_or(|letter| {
                if wrap.is_wrapped() { !letter.is_alphanumeric() && letter != ',' } else { letter != ',' }
            });
            count.written += u32::from(last.is_some());
        }
        count
    }

    fn add(&mut self, label: &str, is_clean: bool) {
        let key = label::key(label);
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None if self.labels.len() < MOST_LABELS => {
                let place = self.labels.len();
                self.labels.push(Tally { label: label::collapse(label), times: 0, clean: 0 });
                self.places.insert(key, place);
                place
            }
            None => return,
        };
        self.labels[place].times += 1;
        self.labels[place].clean += u32::from(is_clean);
    }

    /// How often a label stands at the start of a line.
    pub fn of_label(&self, label: &str) -> u32 {
        self.places.get(&label::key(label)).map_or(0, |place| self.labels[*place].times)
    }
}

/// Who speaks under a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// The researcher.
    Researcher,
    /// An informant, as a place in [`Voices::speakers`].
    Speaker(usize),
}

/// The speakers of a text.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    by_label: HashMap<String, Voice>,
    /// Everybody the header and the labels name.
    pub speakers: Vec<ParsedSpeaker>,
    /// Whether the text reads like a conversation even if nothing says that it is one.
    pub is_dialogue: bool,
}

/// Words before a colon that are no speakers though they look like names.
const NOBODY: &[&str] = &[
    "catatan",
    "contoh",
    "misalnya",
    "kesimpulan",
    "simpulan",
    "hasil",
    "tujuan",
    "kegiatan",
    "tugas",
    "sumber",
    "penutup",
    "pembukaan",
    "lampiran",
    "tabel",
    "gambar",
    "nb",
    "ps",
    "note",
    "notes",
    "example",
    "summary",
    "total",
    "jumlah",
    "rincian",
    "uraian",
    "indikator",
    "target",
    "kendala",
    "solusi",
    "saran",
    "bos",
    "sk",
    "rpp",
    "iht",
    "wa",
    "warning",
    "url",
    "http",
    "https",
    "file",
    "http status",
    "penanggung jawab",
    "koordinator",
    "anggota",
    "transkrip",
];

/// Codes that stand for the researcher where nothing says otherwise, the likeliest first.
const ASKING: &[&str] = &["p", "pw", "pnl", "int", "iv", "i", "t", "q"];
/// Codes that stand for whoever answers.
const ANSWERING: &[&str] = &["n", "i", "j", "a", "r", "sb"];

enum Shape {
    Code,
    Role,
    Name,
}

fn shape(text: &str) -> Option<Shape> {
    let (code, description) = label::code_and_description(text);
    let key = label::key(text);
    if header::field_of(text).is_some() || NOBODY.contains(&key.as_str()) {
        return None;
    }
    if people::role_of_label(text).is_some() {
        return (text.split_whitespace().count() <= 5).then_some(Shape::Role);
    }
    if code.is_some() {
        return Some(Shape::Code);
    }
    let is_name = description
        .split([' ', '_'])
        .filter(|word| !word.is_empty())
        .all(|word| word.chars().next().is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit()));
    (is_name && description.split_whitespace().count() <= 4).then_some(Shape::Name)
}

/// Everything that is known before the first turn.
pub struct Known<'a> {
    /// The header of the text.
    pub header: &'a Header,
    /// The code that the file name holds (`W.KS` → `KS`).
    pub file_code: Option<&'a str>,
    /// Whether the text is an interview for certain.
    pub is_interview: bool,
}

struct Casting<'a> {
    known: Known<'a>,
    count: Count,
    voices: Voices,
    /// Whether the header gave this speaker a code.
    coded: Vec<bool>,
    legend: HashMap<String, String>,
    asking: Vec<String>,
}

/// Decides who speaks in `body`, the text behind the header.
pub fn decide(body: &str, known: Known<'_>, wrap: Wrap) -> Voices {
    let mut casting = Casting {
        known,
        count: Count::of(body, wrap),
        voices: Voices::default(),
        coded: Vec::new(),
        legend: HashMap::new(),
        asking: Vec::new(),
    };
    casting.read_header();
    casting.cast();
    casting.finish()
}

impl Casting<'_> {
    fn read_header(&mut self) {
        let header = self.known.header;
        for entry in &header.entries {
            match entry.field {
                Field::Interviewer => {
                    let (code, description) = label::code_and_description(&entry.value);
                    self.asking.extend(code.map(|code| label::key(&code)));
                    self.asking.push(label::key(&description));
                    self.asking.extend(description.split_whitespace().next().map(label::key));
                }
                Field::Legend => {
                    let key = label::key(&entry.label);
                    if people::role_of_label(&entry.value) == Some(Role::Researcher) {
                        self.asking.push(key);
                    } else {
                        self.legend.insert(key, label::collapse(&entry.value));
                    }
                }
                Field::Informant => {
                    for part in split_people(&entry.value) {
                        let (code, description) = label::code_and_description(part);
                        if code.is_some() || !description.is_empty() {
                            self.add(code, description);
                        }
                    }
                }
                _ => {}
            }
        }
        if self.voices.speakers.is_empty()
            && let Some(person) = header.value(Field::Position).or_else(|| header.value(Field::Name))
        {
            let (code, description) = label::code_and_description(person);
            self.add(code, description);
        }
    }

    /// Adds somebody, once; gives the place.
    fn add(&mut self, code: Option<String>, description: String) -> usize {
        let speakers = &mut self.voices.speakers;
        if let Some(code) = &code
            && let Some(place) = speakers.iter().position(|speaker| label::key(&speaker.code) == label::key(code))
        {
            if speakers[place].description.is_empty() && !description.is_empty() {
                speakers[place] = speaker(code.clone(), description);
            }
            return place;
        }
        self.coded.push(code.is_some());
        speakers.push(speaker(code.unwrap_or_default(), description));
        speakers.len() - 1
    }

    fn cast(&mut self) {
        let tallies = self.count.labels.clone();
        let mut accepted: Vec<&Tally> = Vec::new();
        let mut strong = 0;
        let mut dialogue = 0;
        for tally in &tallies {
            let key = label::key(&tally.label);
            let is_known = self.asking.contains(&key) || self.legend.contains_key(&key) || self.is_named(&tally.label);
            let has_number = tally.label.chars().any(|letter| letter.is_ascii_digit());
            let is_single = tally.label.chars().count() == 1;
            let (is_speaker, weight) = match shape(&tally.label) {
                _ if is_known => (true, 1),
                Some(Shape::Role) => (tally.times >= 2 || tally.clean >= 1, 1),
                Some(Shape::Code) => {
                    let plausible = has_number || is_single || people::group_of_code(&tally.label).is_some();
                    (tally.times >= 2 || (plausible && tally.clean >= 1), 1)
                }
                Some(Shape::Name) if people::has_honorific(&tally.label) => (tally.times >= 2, 1),
                Some(Shape::Name) => (tally.times >= 3 || (tally.times == 2 && strong > 0), 0),
                None => (false, 0),
            };
            if is_speaker {
                accepted.push(tally);
                strong += weight;
                let has_two_names = tally.label.contains([' ', '_']) && tally.times >= 3;
                dialogue += u32::from((weight > 0 || has_two_names) && tally.times >= 2);
            }
        }
        let turns: u32 = accepted.iter().map(|tally| tally.times).sum();
        let asks = accepted.iter().any(|tally| {
            let key = label::key(&tally.label);
            ASKING.contains(&key.as_str()) || people::role_of_label(&tally.label) == Some(Role::Researcher)
        });
        // A short exchange is nothing but turns; in a long one labels come back.
        let is_exchange = asks && strong >= 2 && turns * 2 >= self.count.written;
        self.voices.is_dialogue = is_exchange || (dialogue >= 2 && turns >= 4);
        if !self.known.is_interview && !self.voices.is_dialogue {
            return;
        }
        // Those who are known for sure come first: the others may be the same people under another word.
        let keys: Vec<String> = accepted.iter().map(|tally| label::key(&tally.label)).collect();
        self.cast_researcher(&keys, &accepted);
        for exactly in [true, false] {
            for tally in &accepted {
                let key = label::key(&tally.label);
                if self.voices.by_label.contains_key(&key) || (exactly && !self.is_named(&tally.label)) {
                    continue;
                }
                let place = self.person(&tally.label);
                self.voices.by_label.insert(key, Voice::Speaker(place));
            }
        }
    }

    fn cast_researcher(&mut self, keys: &[String], accepted: &[&Tally]) {
        let mut found = false;
        for (key, tally) in keys.iter().zip(accepted) {
            let (code, _) = label::code_and_description(&tally.label);
            let is_asking = self.asking.contains(key)
                || code.is_some_and(|code| self.asking.contains(&label::key(&code)))
                || people::role_of_label(&tally.label) == Some(Role::Researcher);
            if is_asking && !self.is_named(&tally.label) {
                self.voices.by_label.insert(key.clone(), Voice::Researcher);
                found = true;
            }
        }
        let is_free = |key: &str| keys.iter().any(|other| other == key) && !self.legend.contains_key(key);
        let has = |key: &str| keys.iter().any(|other| other == key);
        let answers = has("j") || has("a") || has("jawab") || has("answer");
        for code in ASKING {
            let fits = match *code {
                "t" | "q" => answers,
                _ => true,
            };
            // `P` asks even beside `Peneliti`; `I` asks only where nobody else does.
            if fits && is_free(code) && !self.is_named(code) && (!found || *code == "p") {
                self.voices.by_label.insert((*code).to_owned(), Voice::Researcher);
                found = true;
            }
        }
        if !found && keys.iter().any(|key| !is_numbered(key)) {
            for key in keys.iter().filter(|key| is_numbered(key)) {
                if !self.is_named(key) {
                    self.voices.by_label.insert(key.clone(), Voice::Researcher);
                }
            }
        }
    }

    /// Whether the header names this label: by its code or in the same words.
    fn is_named(&self, text: &str) -> bool {
        self.named(text).is_some()
    }

    fn named(&self, text: &str) -> Option<usize> {
        let (code, description) = label::code_and_description(text);
        let key = label::key(text);
        self.voices.speakers.iter().position(|speaker| {
            let own = label::key(&speaker.code);
            let same_code =
                !own.is_empty() && (own == key || code.as_ref().is_some_and(|code| label::key(code) == own));
            let words = label::key(&speaker.description);
            same_code || (!words.is_empty() && (words == key || (code.is_none() && words == label::key(&description))))
        })
    }

    /// The person behind a label that is not the researcher's.
    fn person(&mut self, text: &str) -> usize {
        let key = label::key(text);
        if let Some(place) = self.named(text) {
            return self.give_code(place, text);
        }
        let (code, mut description) = label::code_and_description(text);
        if let Some(words) = self.legend.get(&key) {
            description.clone_from(words);
        }
        let role = people::role_of_label(if description.is_empty() { text } else { &description });
        let group = role.and_then(Role::group).or_else(|| code.as_deref().and_then(people::group_of_code));
        let has_number = text.chars().any(|letter| letter.is_ascii_digit());
        let taken: Vec<usize> = self
            .voices
            .by_label
            .values()
            .filter_map(|voice| match voice {
                Voice::Speaker(place) => Some(*place),
                Voice::Researcher => None,
            })
            .collect();
        let same_group: Vec<usize> = (0..self.voices.speakers.len())
            .filter(|place| group.is_some() && self.voices.speakers[*place].group.as_deref() == group)
            .collect();
        // `Kepala Sekolah: …` where the header says `Ibu Sari, kepala sekolah (KS)`.
        if let [place] = same_group.as_slice()
            && !has_number
            && (code.is_none() || !self.coded[*place])
        {
            return self.give_code(*place, text);
        }
        let is_generic = role == Some(Role::Informant) || ANSWERING.contains(&key.as_str());
        let headed: Vec<usize> = (0..self.coded.len()).filter(|place| !taken.contains(place)).collect();
        if let [place] = headed.as_slice()
            && self.voices.speakers.len() == 1
            && !has_number
            && (is_generic || group.is_none() || self.voices.speakers[*place].group.is_none())
        {
            return self.give_code(*place, text);
        }
        if is_generic && self.voices.speakers.is_empty() && !has_number {
            let code = self.known.file_code.map(str::to_owned).or(code).unwrap_or_else(|| label::collapse(text));
            return self.add(Some(code), description);
        }
        let code = match (code, self.known.file_code) {
            (Some(code), _) => code,
            // `Guru: …` in W.G1 is G1.
            (None, Some(code)) if group.is_some() && people::group_of_code(code) == group && !has_number => {
                code.to_owned()
            }
            (None, _) => label::collapse(text),
        };
        let description = if description == code { String::new() } else { description };
        let place = self.add(Some(code), description);
        if self.voices.speakers[place].group.is_none() {
            let found = group.map(str::to_owned);
            self.voices.speakers[place].is_child = found.as_deref() == Some(people::STUDENT);
            self.voices.speakers[place].group = found;
        }
        place
    }

    /// A speaker of the header without a code takes the label's, or that of the file name.
    fn give_code(&mut self, place: usize, text: &str) -> usize {
        if !self.coded[place] {
            let (code, _) = label::code_and_description(text);
            let code = code.filter(|code| !ANSWERING.contains(&label::key(code).as_str()));
            let code = code.or_else(|| self.known.file_code.map(str::to_owned));
            self.voices.speakers[place].code = code.unwrap_or_else(|| label::collapse(text));
            self.coded[place] = true;
        }
        place
    }

    fn finish(mut self) -> Voices {
        let alone = self.voices.speakers.len() == 1;
        for (speaker, is_coded) in self.voices.speakers.iter_mut().zip(&self.coded) {
            if !is_coded {
                let from_file = self.known.file_code.filter(|_| alone).map(str::to_owned);
                speaker.code = from_file.unwrap_or_else(|| speaker.description.chars().take(24).collect());
            }
            if speaker.group.is_none() && people::role_in(&speaker.description).is_none() {
                *speaker = ParsedSpeaker {
                    description: std::mem::take(&mut speaker.description),
                    ..self::speaker(std::mem::take(&mut speaker.code), String::new())
                };
            }
        }
        self.voices
    }
}

impl Voices {
    /// Who speaks under a label; nobody where it is no speaker.
    pub fn of(&self, text: &str) -> Option<Voice> {
        self.by_label.get(&label::key(text)).copied()
    }

    /// Whether any label is a speaker.
    pub fn is_silent(&self) -> bool {
        self.by_label.is_empty()
    }
}

/// `p1`, `p2`: a participant or one of several interviewers.
fn is_numbered(key: &str) -> bool {
    key.strip_prefix('p').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Several people in one header value: split behind every bracket with a code, and at semicolons.
fn split_people(value: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in value.split(';') {
        let mut rest = part;
        while let Some(close) = rest.find(')') {
            let (head, tail) = rest.split_at(close + 1);
            if !label::brackets(head).is_some_and(|(_, inside)| label::is_code(inside)) || tail.trim().is_empty() {
                break;
            }
            parts.push(head.trim());
            let tail = tail.trim_start().trim_start_matches([',', '&', '/']).trim_start();
            rest = ["dan ", "and ", "serta "].iter().find_map(|word| tail.strip_prefix(word)).unwrap_or(tail);
        }
        parts.push(rest.trim());
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn speaker(code: String, description: String) -> ParsedSpeaker {
    let group = match people::role_in(&description) {
        Some(role) => role.group(),
        None => people::group_of_code(&code),
    };
    ParsedSpeaker {
        standing: if group == Some(people::PRINCIPAL) { Standing::Key } else { Standing::Additional },
        is_child: group == Some(people::STUDENT),
        group: group.map(str::to_owned),
        code,
        description,
    }
}
