//! The people a text names, each once: what is known of them, and under which words they are found again.

use super::label;
use super::parsed::ParsedSpeaker;
use super::people;
use crate::domain::Standing;

/// Most speakers of one text.
pub const MOST_PEOPLE: usize = 200;

struct Person {
    speaker: ParsedSpeaker,
    /// Whether a code was given, by the header or a label.
    is_coded: bool,
    code_key: String,
    words_key: String,
}

/// Everybody, in the order of appearance.
#[derive(Default)]
pub struct Roster {
    people: Vec<Person>,
}

impl Roster {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Forgets everybody.
    pub fn clear(&mut self) {
        self.people.clear();
    }

    /// Whether somebody has a code already.
    pub fn is_coded(&self, place: usize) -> bool {
        self.people[place].is_coded
    }

    /// Key of somebody's group.
    pub fn group(&self, place: usize) -> Option<&str> {
        self.people[place].speaker.group.as_deref()
    }

    /// Adds somebody, or finds who has this code already; gives the place.
    pub fn add(&mut self, code: Option<String>, description: String) -> usize {
        let code_key = code.as_deref().map(label::key).unwrap_or_default();
        let known = self.people.iter().position(|person| !code_key.is_empty() && person.code_key == code_key);
        if let Some(place) = known {
            let person = &mut self.people[place];
            if person.speaker.description.is_empty() && !description.is_empty() {
                person.words_key = label::key(&description);
                person.speaker = speaker(std::mem::take(&mut person.speaker.code), description);
            }
            return place;
        }
        let words_key = label::key(&description);
        let is_coded = code.is_some();
        self.people.push(Person {
            speaker: speaker(code.unwrap_or_default(), description),
            is_coded,
            code_key,
            words_key,
        });
        self.people.len() - 1
    }

    /// Gives somebody a code, unless somebody else has it.
    pub fn give_code(&mut self, place: usize, code: String) {
        let key = label::key(&code);
        if self.people.iter().all(|person| person.code_key != key) {
            let person = &mut self.people[place];
            person.speaker.code = code;
            person.code_key = key;
            person.is_coded = true;
        }
    }

    /// Puts somebody into a group who is in none yet.
    pub fn give_group(&mut self, place: usize, group: Option<&str>) {
        let speaker = &mut self.people[place].speaker;
        if speaker.group.is_none() {
            set_group(speaker, group);
        }
    }

    /// Who is named by a label: by the code or in the same words.
    pub fn named(&self, text: &str) -> Option<usize> {
        let key = label::key(text);
        let (code, words) = label::code_and_description(text);
        let code = code.map(|code| label::key(&code));
        let words = if code.is_none() { label::key(&words) } else { String::new() };
        self.people.iter().position(|person| {
            let own = &person.code_key;
            (!own.is_empty() && (*own == key || code.as_ref() == Some(own)))
                || (!person.words_key.is_empty() && (person.words_key == key || person.words_key == words))
        })
    }

    /// Everybody with a code of their own; who has none takes the file's, if alone, or the first words of the
    /// description.
    pub fn finish(mut self, file_code: Option<&str>) -> Vec<ParsedSpeaker> {
        let is_alone = self.people.len() == 1;
        for place in 0..self.people.len() {
            if !self.people[place].is_coded {
                let words =
                    label::collapse(&self.people[place].speaker.description.chars().take(24).collect::<String>());
                let code = file_code.filter(|_| is_alone).map_or(words, str::to_owned);
                self.give_code(place, code.clone());
                let mut number = 2;
                while !self.people[place].is_coded {
                    self.give_code(place, format!("{code} {number}"));
                    number += 1;
                }
            }
            let speaker = &self.people[place].speaker;
            if speaker.group.is_none() && people::role_in(&speaker.description).is_none() {
                let group = people::group_of_code(&speaker.code);
                self.give_group(place, group);
            }
        }
        self.people.into_iter().map(|person| person.speaker).collect()
    }
}

fn set_group(speaker: &mut ParsedSpeaker, group: Option<&str>) {
    speaker.standing = if group == Some(people::PRINCIPAL) { Standing::Key } else { Standing::Additional };
    speaker.is_child = group == Some(people::STUDENT);
    speaker.group = group.map(str::to_owned);
}

/// Somebody of a code and a description, in the group that they suggest.
pub fn speaker(code: String, description: String) -> ParsedSpeaker {
    let group = match people::role_in(&description) {
        Some(role) => role.group(),
        None => people::group_of_code(&code),
    };
    let mut speaker = ParsedSpeaker { code, description, group: None, standing: Standing::Additional, is_child: false };
    set_group(&mut speaker, group);
    speaker
}

/// Several people in one header value: split behind every bracket with a code, and at semicolons.
pub fn split_people(value: &str) -> Vec<&str> {
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
