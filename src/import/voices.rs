//! Which labels are speakers, and who they are: decided once a text, by the shape of the label, by what the
//! header says, and by repetition.

use super::count::{Count, Tally};
use super::header::{self, Field, Header};
use super::label;
use super::layout::Layout;
use super::parsed::ParsedSpeaker;
use super::people::{self, Role};
use super::reading::{LabelRule, rules};
use super::roster::{self, MOST_PEOPLE, Roster, split_people};
use crate::domain::TurnKind;
use std::collections::HashMap;

/// Who speaks under a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// The researcher.
    Researcher,
    /// An informant, as a place in [`Voices::speakers`].
    Speaker(usize),
    /// Nobody who counts: the turn is of this kind.
    Aside(TurnKind),
}

/// The speakers of a text.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    by_label: HashMap<String, Voice>,
    /// Everybody the header and the labels name.
    pub speakers: Vec<ParsedSpeaker>,
    /// Whether the text reads like a conversation even if nothing says that it is one.
    pub is_dialogue: bool,
    /// Who speaks where an answer carries no label.
    pub answering: Option<Voice>,
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
    "oleh",
    "kategori",
    "diposkan pada",
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
    // What glosses an answer in another language.
    "arti",
    "artinya",
    "maksud",
    "maksudnya",
    "terjemah",
    "terjemahan",
    "terjemahannya",
    "bahasa indonesia",
    "bahasa indonesianya",
    "dalam bahasa indonesia",
    "translation",
    "meaning",
];

/// Codes that stand for the researcher where nothing says otherwise, the likeliest first.
const ASKING: &[&str] = &["p", "pw", "pnl", "int", "iv", "i", "t", "q"];
/// Codes that stand for whoever answers.
const ANSWERING: &[&str] = &["n", "i", "j", "a", "r", "sb"];

/// Labels that programs give to somebody they do not know.
const UNKNOWN: &[&str] = &["unknown", "unknown speaker", "speaker unknown", "pembicara tidak dikenal"];

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
    /// What the user has decided about labels.
    pub rules: &'a [LabelRule],
}

struct Casting<'a> {
    known: Known<'a>,
    count: Count,
    voices: Voices,
    roster: Roster,
    legend: HashMap<String, String>,
    asking: Vec<String>,
    rules: HashMap<String, &'a LabelRule>,
    /// People of the header whose label was decided to be somebody else's.
    replaced: Vec<usize>,
}

/// Decides who speaks in `text` behind its header.
pub fn decide(text: &str, known: Known<'_>, layout: &Layout) -> Voices {
    let mut casting = Casting {
        rules: rules(known.rules),
        replaced: Vec::new(),
        count: Count::of(text, known.header.body, layout),
        known,
        voices: Voices::default(),
        roster: Roster::default(),
        legend: HashMap::new(),
        asking: Vec::new(),
    };
    casting.read_header();
    casting.cast();
    let Casting { roster, mut voices, replaced, known, .. } = casting;
    voices.speakers = roster.finish(known.file_code);
    let mut gone: Vec<usize> = replaced
        .into_iter()
        .filter(|place| !voices.by_label.values().any(|voice| *voice == Voice::Speaker(*place)))
        .collect();
    gone.sort_unstable();
    gone.dedup();
    for place in gone.into_iter().rev() {
        voices.speakers.remove(place);
        for voice in voices.by_label.values_mut() {
            if let Voice::Speaker(at) = voice
                && *at > place
            {
                *at -= 1;
            }
        }
    }
    voices
}

/// Whether a label has the look of a speaker's, whoever it may be.
pub fn looks_like_a_speaker(text: &str) -> bool {
    shape(text).is_some()
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
                        if (code.is_some() || !description.is_empty()) && self.roster.len() < MOST_PEOPLE {
                            self.roster.add(code, description);
                        }
                    }
                }
                _ => {}
            }
        }
        if self.roster.is_empty()
            && let Some(person) = header.value(Field::Position).or_else(|| header.value(Field::Name))
        {
            let (code, description) = label::code_and_description(person);
            self.roster.add(code, description);
        }
    }

    fn cast(&mut self) {
        let tallies = self.count.labels.clone();
        let mut accepted: Vec<&Tally> = Vec::new();
        let mut strong = 0;
        let mut dialogue = 0;
        let often = |is: fn(&Shape) -> bool| {
            tallies.iter().any(|tally| tally.times >= 2 && shape(&tally.label).is_some_and(|shape| is(&shape)))
        };
        let by_code = often(|shape| matches!(shape, Shape::Code));
        let by_role = often(|shape| matches!(shape, Shape::Role));
        let by_honorific = tallies.iter().any(|tally| tally.times >= 2 && people::has_honorific(&tally.label));
        for tally in &tallies {
            let key = label::key(&tally.label);
            let is_known = self.asking.contains(&key) || self.legend.contains_key(&key) || self.is_named(&tally.label);
            let has_number = tally.label.chars().any(|letter| letter.is_ascii_digit());
            let is_single = tally.label.chars().count() == 1;
            let rule = self.rules.get(&key);
            let (is_speaker, weight) = match shape(&tally.label) {
                _ if rule.is_some() => (rule.is_some_and(|rule| !rule.is_of_nobody()), 1),
                _ if is_known || tally.is_told => (true, 1),
                // Who speaks once is named as the others are: `Guru: 34 orang` is no speaker beside `P` and `KS`.
                Some(Shape::Role) => (tally.times >= 2 || (tally.clean >= 1 && (by_role || !by_code)), 1),
                Some(Shape::Code) => {
                    let is_usual = is_single || people::group_of_code(&tally.label).is_some();
                    let plausible = has_number || (is_usual && (by_code || !by_role));
                    let comes_back = self.count.comes_back(&tally.label);
                    (tally.times >= 2 || ((plausible || comes_back) && tally.clean >= 1), 1)
                }
                // `Pak Budi` speaks once beside `Bu Sri`: else his words would be taken for hers.
                Some(Shape::Name) if people::has_honorific(&tally.label) => {
                    (tally.times >= 2 || (tally.clean >= 1 && by_honorific), 1)
                }
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
        if accepted.len() > MOST_PEOPLE {
            let mut times: Vec<u32> = accepted.iter().map(|tally| tally.times).collect();
            times.sort_unstable_by(|one, other| other.cmp(one));
            let least = times[MOST_PEOPLE - 1];
            accepted.retain(|tally| tally.times >= least);
            accepted.truncate(MOST_PEOPLE);
        }
        let turns: u32 = accepted.iter().map(|tally| tally.times).sum();
        let asks = accepted.iter().any(|tally| {
            let key = label::key(&tally.label);
            if let Some(rule) = self.rules.get(&key) {
                return rule.kind == TurnKind::Question;
            }
            ASKING.contains(&key.as_str()) || people::role_of_label(&tally.label) == Some(Role::Researcher)
        });
        // A short exchange is nothing but turns; in a long one labels come back.
        let share = |part: u32| turns.saturating_mul(part) >= self.count.written;
        let is_exchange = asks && strong >= 2 && share(2);
        // What was decided of this file makes it a conversation; what was decided of another has to come back.
        let decided = |tally: &&&Tally| self.rules.get(&label::key(&tally.label));
        let is_decided = accepted.iter().any(|tally| decided(&tally).is_some_and(|rule| !rule.is_remembered))
            || accepted.iter().filter(|tally| decided(tally).is_some()).map(|tally| tally.times).sum::<u32>() >= 2;
        let is_told = accepted.iter().any(|tally| tally.is_told);
        self.voices.is_dialogue = is_told || is_decided || is_exchange || (dialogue >= 2 && turns >= 4 && share(10));
        if !self.known.is_interview && !self.voices.is_dialogue {
            // A letter names people in its head too; they are no informants.
            self.roster.clear();
            return;
        }
        // Those who are known for sure come first: the others may be the same people under another word.
        let keys: Vec<String> = accepted.iter().map(|tally| label::key(&tally.label)).collect();
        self.obey(&accepted);
        for tally in accepted.iter().filter(|tally| tally.is_told) {
            let key = label::key(&tally.label);
            // The program has heard somebody and does not know whom.
            if UNKNOWN.contains(&key.as_str()) {
                self.voices.by_label.entry(key).or_insert(Voice::Aside(TurnKind::Other));
            }
        }
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

    /// Casts those whose labels the user has decided.
    fn obey(&mut self, accepted: &[&Tally]) {
        let codes: Vec<String> = accepted
            .iter()
            .filter_map(|tally| self.rules.get(&label::key(&tally.label))?.informant.as_deref())
            .map(label::key)
            .collect();
        // Whoever is decided is the only one who answers.
        let is_only = codes.iter().all(|code| Some(code) == codes.first())
            && accepted.iter().map(|tally| label::key(&tally.label)).all(|key| {
                self.rules.contains_key(&key)
                    || self.asking.contains(&key)
                    || ASKING.contains(&key.as_str())
                    || people::role_of_label(&key) == Some(Role::Researcher)
            });
        for tally in accepted {
            let key = label::key(&tally.label);
            let Some(rule) = self.rules.get(&key).copied() else { continue };
            let voice = match (&rule.informant, rule.kind) {
                (Some(code), _) => Voice::Speaker(self.decided_person(&tally.label, code, is_only)),
                (None, TurnKind::Question) => Voice::Researcher,
                (None, kind) => Voice::Aside(kind),
            };
            self.voices.by_label.insert(key, voice);
        }
    }

    /// The person of a code that was decided for a label: the one who has the code, else the one whom the header
    /// names by the label, else the only one it names without a code, else somebody new.
    fn decided_person(&mut self, text: &str, code: &str, is_only: bool) -> usize {
        let code = label::collapse(code);
        let named = self.roster.named(text);
        if let Some(place) = self.roster.named(&code) {
            self.replaced.extend(named.filter(|other| *other != place));
            self.roster.give_code(place, code);
            return place;
        }
        let role = people::role_of_label(text);
        let group = role.and_then(Role::group).or_else(|| people::group_of_code(&code));
        if let Some(place) = named {
            self.roster.give_code(place, code);
            return place;
        }
        let is_alone = self.roster.len() == 1;
        let is_alike = is_alone && !self.roster.is_coded(0) && group.is_some() && self.roster.group(0) == group;
        if is_alike || (is_alone && is_only) {
            self.roster.give_code(0, code);
            return 0;
        }
        let (_, words) = label::code_and_description(text);
        let description = if role.is_some() && words != code { words } else { String::new() };
        let place = self.roster.add(Some(code), description);
        self.roster.give_group(place, group);
        place
    }

    fn cast_researcher(&mut self, keys: &[String], accepted: &[&Tally]) {
        let mut found = self.voices.by_label.values().any(|voice| *voice == Voice::Researcher);
        for (key, tally) in keys.iter().zip(accepted) {
            if self.voices.by_label.contains_key(key) {
                found |= self.voices.by_label.get(key) == Some(&Voice::Researcher);
                continue;
            }
            let (code, _) = label::code_and_description(&tally.label);
            let is_asking = self.asking.contains(key)
                || code.is_some_and(|code| self.asking.contains(&label::key(&code)))
                || people::role_of_label(&tally.label) == Some(Role::Researcher);
            if is_asking && !self.is_named(&tally.label) {
                self.voices.by_label.insert(key.clone(), Voice::Researcher);
                found = true;
            }
        }
        let is_free = |key: &str| {
            keys.iter().any(|other| other == key) && !self.legend.contains_key(key) && !self.rules.contains_key(key)
        };
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
        // `P (Ana)` is whoever asks as `P`.
        for (key, tally) in keys.iter().zip(accepted) {
            let (code, _) = label::code_and_description(&tally.label);
            let voice = code.and_then(|code| self.voices.by_label.get(&label::key(&code)));
            if voice == Some(&Voice::Researcher)
                && !self.voices.by_label.contains_key(key)
                && !self.rules.contains_key(key)
                && !self.is_named(&tally.label)
            {
                self.voices.by_label.insert(key.clone(), Voice::Researcher);
            }
        }
        if !found && keys.iter().any(|key| !is_numbered(key)) {
            for key in keys.iter().filter(|key| is_numbered(key)) {
                if !self.is_named(key) && !self.rules.contains_key(key) {
                    self.voices.by_label.insert(key.clone(), Voice::Researcher);
                }
            }
        }
    }

    /// Whether the header names this label: by its code or in the same words.
    fn is_named(&self, text: &str) -> bool {
        self.roster.named(text).is_some()
    }

    /// The person behind a label that is not the researcher's.
    fn person(&mut self, text: &str) -> usize {
        let key = label::key(text);
        if let Some(place) = self.roster.named(text) {
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
                Voice::Researcher | Voice::Aside(_) => None,
            })
            .collect();
        let same_group: Vec<usize> =
            (0..self.roster.len()).filter(|place| group.is_some() && self.roster.group(*place) == group).collect();
        // `Kepala Sekolah: …` where the header says `Ibu Sari, kepala sekolah (KS)`.
        if let [place] = same_group.as_slice()
            && !has_number
            && (code.is_none() || !self.roster.is_coded(*place))
        {
            return self.give_code(*place, text);
        }
        let is_generic = role == Some(Role::Informant) || ANSWERING.contains(&key.as_str());
        let headed: Vec<usize> = (0..self.roster.len()).filter(|place| !taken.contains(place)).collect();
        if let [place] = headed.as_slice()
            && self.roster.len() == 1
            && !has_number
            && (is_generic || group.is_none() || self.roster.group(*place).is_none())
        {
            return self.give_code(*place, text);
        }
        if is_generic && self.roster.is_empty() && !has_number {
            let code = self.known.file_code.map(str::to_owned).or(code).unwrap_or_else(|| label::collapse(text));
            return self.roster.add(Some(code), description);
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
        let place = self.roster.add(Some(code), description);
        self.roster.give_group(place, group);
        place
    }

    /// A speaker of the header without a code takes the label's, or that of the file name.
    fn give_code(&mut self, place: usize, text: &str) -> usize {
        if !self.roster.is_coded(place) {
            let (code, _) = label::code_and_description(text);
            let code = code.filter(|code| !ANSWERING.contains(&label::key(code).as_str()));
            let of_file = self.known.file_code.filter(|_| self.roster.len() == 1).map(str::to_owned);
            let code = code.or(of_file).unwrap_or_else(|| label::collapse(text));
            self.roster.give_code(place, code);
        }
        place
    }
}

impl Voices {
    /// Who speaks under a label; nobody where it is no speaker.
    pub fn of(&self, text: &str) -> Option<Voice> {
        self.by_label.get(&label::key(text)).copied()
    }

    /// Whether a label is the researcher's.
    pub fn has_researcher(&self) -> bool {
        self.by_label.values().any(|voice| *voice == Voice::Researcher)
    }

    /// Decides whose answers without a label are: the informant whom the file code names, else the only one there is;
    /// where nobody is known, somebody who is called like the file. Of several it could be any: then nobody's.
    pub fn find_answering(&mut self, file_code: Option<&str>, file: &str) {
        let named = |code: &str| self.speakers.iter().position(|speaker| label::key(&speaker.code) == label::key(code));
        let voice = match (file_code.and_then(named), self.speakers.len()) {
            (Some(place), _) => Voice::Speaker(place),
            (None, 1) => Voice::Speaker(0),
            (None, 0) => {
                let code = file_code
                    .map_or_else(|| label::collapse(&file.chars().take(24).collect::<String>()), str::to_owned);
                self.speakers.push(roster::speaker(code, String::new()));
                Voice::Speaker(0)
            }
            (None, _) => Voice::Aside(TurnKind::Other),
        };
        self.answering = Some(voice);
        self.is_dialogue = true;
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
