//! What the words for people mean: who asks, who answers, and to which group somebody belongs.

/// What a word says about somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Who asks, observes and writes.
    Researcher,
    /// Who answers, whoever it is (`Narasumber`).
    Informant,
    /// Somebody of a group, named by its key.
    Member(&'static str),
    /// Somebody of none of the built-in groups (`Orang tua`).
    Person,
}

impl Role {
    /// Key of the group, where there is one.
    pub fn group(self) -> Option<&'static str> {
        match self {
            Self::Member(group) => Some(group),
            _ => None,
        }
    }
}

/// Key of the group of principals.
pub const PRINCIPAL: &str = "principal";
/// Key of the group of teachers.
pub const TEACHER: &str = "teacher";
/// Key of the group of students.
pub const STUDENT: &str = "student";

/// Words for people; where two begin at the same place the first one counts.
const WORDS: &[(&str, Role)] = &[
    ("wakil kepala sekolah", Role::Member(TEACHER)),
    ("wakil kepala madrasah", Role::Member(TEACHER)),
    ("wakasek", Role::Member(TEACHER)),
    ("wakakur", Role::Member(TEACHER)),
    ("waka", Role::Member(TEACHER)),
    ("vice principal", Role::Member(TEACHER)),
    ("deputy principal", Role::Member(TEACHER)),
    ("kepala sekolah", Role::Member(PRINCIPAL)),
    ("kepala madrasah", Role::Member(PRINCIPAL)),
    ("kepsek", Role::Member(PRINCIPAL)),
    ("principal", Role::Member(PRINCIPAL)),
    ("headmaster", Role::Member(PRINCIPAL)),
    ("headmistress", Role::Member(PRINCIPAL)),
    ("head teacher", Role::Member(PRINCIPAL)),
    ("headteacher", Role::Member(PRINCIPAL)),
    ("guru", Role::Member(TEACHER)),
    ("wali kelas", Role::Member(TEACHER)),
    ("wali murid", Role::Person),
    ("wali siswa", Role::Person),
    ("teacher", Role::Member(TEACHER)),
    ("siswa", Role::Member(STUDENT)),
    ("siswi", Role::Member(STUDENT)),
    ("peserta didik", Role::Member(STUDENT)),
    ("murid", Role::Member(STUDENT)),
    ("pengurus osis", Role::Member(STUDENT)),
    ("ketua osis", Role::Member(STUDENT)),
    ("osis", Role::Member(STUDENT)),
    ("student", Role::Member(STUDENT)),
    ("pupil", Role::Member(STUDENT)),
    ("orang tua", Role::Person),
    ("orangtua", Role::Person),
    ("parent", Role::Person),
    ("komite", Role::Person),
    ("pengawas", Role::Person),
    ("kepala dinas", Role::Person),
    ("tata usaha", Role::Person),
    ("staf", Role::Person),
    ("bendahara", Role::Person),
    ("operator sekolah", Role::Person),
    ("pustakawan", Role::Person),
    ("penjaga sekolah", Role::Person),
    ("peneliti", Role::Researcher),
    ("pewawancara", Role::Researcher),
    ("penulis", Role::Researcher),
    ("penanya", Role::Researcher),
    ("moderator", Role::Researcher),
    ("interviewer", Role::Researcher),
    ("researcher", Role::Researcher),
    ("pertanyaan", Role::Researcher),
    ("tanya", Role::Researcher),
    ("question", Role::Researcher),
    ("informan", Role::Informant),
    ("informant", Role::Informant),
    ("narasumber", Role::Informant),
    ("nara sumber", Role::Informant),
    ("responden", Role::Informant),
    ("respondent", Role::Informant),
    ("partisipan", Role::Informant),
    ("participant", Role::Informant),
    ("interviewee", Role::Informant),
    ("subjek", Role::Informant),
    ("jawaban", Role::Informant),
    ("jawab", Role::Informant),
    ("answer", Role::Informant),
];

const HONORIFICS: &[&str] = &[
    "ibu", "bu", "bapak", "bpk", "pak", "sdr", "sdri", "kak", "kakak", "mr", "mrs", "ms", "the", "adik", "dik",
    "ustaz", "ustadz", "ustadzah",
];

/// Where `word` stands in `text` as a word of its own; `text` is in small letters.
fn place(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphabetic)
    })
}

/// The first word for a person in a description (`Guru Bahasa Indonesia dan wali kelas`).
pub fn role_in(description: &str) -> Option<Role> {
    let text = description.to_lowercase();
    let mut first: Option<(usize, Role)> = None;
    for (word, role) in WORDS {
        if let Some(at) = place(&text, word)
            && first.is_none_or(|(best, _)| at < best)
        {
            first = Some((at, *role));
        }
    }
    first.map(|(_, role)| role)
}

/// What a speaker's label says of the speaker, if it begins with a word for a person (`Ibu Kepala Sekolah`).
pub fn role_of_label(label: &str) -> Option<Role> {
    let text = label.to_lowercase();
    let mut rest = text.trim();
    while let Some((word, behind)) = rest.split_once([' ', '.'])
        && (word.is_empty() || HONORIFICS.contains(&word))
    {
        rest = behind.trim_start();
    }
    WORDS.iter().find(|(word, _)| place(rest, word) == Some(0)).map(|(_, role)| *role)
}

/// Whether a label is an honorific and a name (`Bu Nurhayati`).
pub fn has_honorific(label: &str) -> bool {
    let first = label.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    HONORIFICS.contains(&first.as_str()) && label.contains([' ', '.'])
}

/// The group that the shape of a code suggests (`KS`, `G1`, `S3`).
pub fn group_of_code(code: &str) -> Option<&'static str> {
    let letters: String = code.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_uppercase).collect();
    let has_number = code.chars().any(|letter| letter.is_ascii_digit());
    match letters.as_str() {
        "KS" | "KEPSEK" | "KM" => Some(PRINCIPAL),
        "GURU" | "GR" | "WK" | "WKS" | "WAKA" => Some(TEACHER),
        "G" => Some(TEACHER),
        "SISWA" | "SW" | "PD" => Some(STUDENT),
        "S" if has_number => Some(STUDENT),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_name_a_group() {
        for (description, group) in [
            ("Kepala Sekolah", Some(PRINCIPAL)),
            ("Ibu Sari, kepala sekolah", Some(PRINCIPAL)),
            ("Guru Matematika kelas VIII", Some(TEACHER)),
            ("Wakil Kepala Sekolah bidang kurikulum", Some(TEACHER)),
            ("Wakasek kurikulum", Some(TEACHER)),
            ("Guru Bahasa Indonesia dan wali kelas VII C", Some(TEACHER)),
            ("Siswa kelas IX B, pengurus OSIS", Some(STUDENT)),
            ("Orang tua siswa", None),
            ("Wali murid kelas VII", None),
            ("Teacher of mathematics", Some(TEACHER)),
            ("Petani", None),
        ] {
            assert_eq!(role_in(description).and_then(Role::group), group, "{description}");
        }
    }

    #[test]
    fn labels_begin_with_the_person() {
        assert_eq!(role_of_label("Ibu Kepala Sekolah"), Some(Role::Member(PRINCIPAL)));
        assert_eq!(role_of_label("Guru 1"), Some(Role::Member(TEACHER)));
        assert_eq!(role_of_label("PENELITI"), Some(Role::Researcher));
        assert_eq!(role_of_label("Catatan guru"), None);
        assert_eq!(role_of_label("Sumber dana BOS"), None);
        assert!(has_honorific("Bu Nurhayati"));
        assert!(!has_honorific("Ibu"));
    }
}
