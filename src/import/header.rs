//! The head of a transcript: its title and the lines `Kode dokumen:`, `Informan:`, `Hari/tanggal:` before the
//! first turn or section. They look like speakers and are none.

use super::count::Count;
use super::label;
use super::layout::Layout;
use super::lines::{Line, Wrap};
use super::people::{self, Role};

/// What a header line tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// The code of the document.
    Code,
    /// Who answers.
    Informant,
    /// The person's name; not shown where something else describes the person.
    Name,
    /// The person's position.
    Position,
    /// Who asks.
    Interviewer,
    /// Who watches.
    Observer,
    /// The day.
    Date,
    /// The time of day.
    Time,
    /// The place.
    Place,
    /// Consent.
    Consent,
    /// The mood of the meeting.
    Mood,
    /// What was observed.
    Object,
    /// What kind of document it is.
    Kind,
    /// When a document came into force.
    Enacted,
    /// What a label stands for (`KS : Kepala Sekolah`).
    Legend,
    /// Anything else.
    Other,
}

/// One header line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it tells.
    pub field: Field,
    /// The label as it stands.
    pub label: String,
    /// The value as it stands; wrapped lines are joined with a space.
    pub value: String,
}

/// The head of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Header {
    /// The first line, where it is a title; otherwise empty.
    pub title: String,
    /// The header lines in order.
    pub entries: Vec<Entry>,
    /// Byte at which the body begins, behind the last header line.
    pub body: usize,
    /// Byte at which it ends, before a legend that closes the text.
    pub end: usize,
}

impl Header {
    /// The first value of a field that is not empty.
    pub fn value(&self, field: Field) -> Option<&str> {
        self.values(field).next()
    }

    /// Whether the last line told whom labels stand for, or announced it.
    fn is_in_legend(&self) -> bool {
        self.entries.last().is_some_and(|entry| entry.field == Field::Legend || announces_legend(&entry.label))
    }

    /// All values of a field that are not empty.
    pub fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(move |entry| entry.field == field && !entry.value.is_empty())
            .map(|entry| entry.value.as_str())
    }
}

/// Whether a label does nothing but say that a legend follows.
fn announces_legend(label: &str) -> bool {
    ["keterangan", "ket", "legenda", "legend"].contains(&label::key(label).trim_end_matches('.'))
}

/// Labels that are header lines wherever they stand. (label, field)
const FIELDS: &[(&str, Field)] = &[
    ("kode dokumen", Field::Code),
    ("kode", Field::Code),
    ("document code", Field::Code),
    ("code", Field::Code),
    ("nomor", Field::Other),
    ("no", Field::Other),
    ("nama", Field::Name),
    ("name", Field::Name),
    ("inisial", Field::Name),
    ("jabatan", Field::Position),
    ("position", Field::Position),
    ("role", Field::Position),
    ("pekerjaan", Field::Position),
    ("hari", Field::Date),
    ("tanggal", Field::Date),
    ("tgl", Field::Date),
    ("date", Field::Date),
    ("day", Field::Date),
    ("ditetapkan", Field::Enacted),
    ("enacted", Field::Enacted),
    ("waktu", Field::Time),
    ("jam", Field::Time),
    ("pukul", Field::Time),
    ("time", Field::Time),
    ("durasi", Field::Other),
    ("duration", Field::Other),
    ("tempat", Field::Place),
    ("lokasi", Field::Place),
    ("place", Field::Place),
    ("location", Field::Place),
    ("venue", Field::Place),
    ("izin", Field::Consent),
    ("ijin", Field::Consent),
    ("persetujuan", Field::Consent),
    ("consent", Field::Consent),
    ("suasana", Field::Mood),
    ("situasi", Field::Mood),
    ("setting", Field::Mood),
    ("objek", Field::Object),
    ("obyek", Field::Object),
    ("object", Field::Object),
    ("fokus", Field::Object),
    ("jenis", Field::Kind),
    ("type", Field::Kind),
    ("kind", Field::Kind),
    ("penyusun", Field::Other),
    ("author", Field::Other),
    ("judul", Field::Other),
    ("topik", Field::Other),
    ("topic", Field::Other),
    ("perihal", Field::Other),
    ("pimpinan rapat", Field::Other),
    ("pemimpin rapat", Field::Other),
    ("chair", Field::Other),
    ("peserta", Field::Other),
    ("attendees", Field::Other),
    ("notulis", Field::Other),
    ("sifat", Field::Other),
    ("usia", Field::Other),
    ("umur", Field::Other),
    ("age", Field::Other),
    ("jenis kelamin", Field::Other),
    ("gender", Field::Other),
    ("agama", Field::Other),
    ("pendidikan", Field::Other),
    ("masa kerja", Field::Other),
    ("lama mengajar", Field::Other),
    ("alamat", Field::Other),
    ("sekolah", Field::Other),
    ("school", Field::Other),
    ("instansi", Field::Other),
    ("kelas", Field::Other),
    ("rekaman", Field::Other),
    ("recording", Field::Other),
    ("media", Field::Other),
    ("keterangan", Field::Other),
    ("transkriptor", Field::Other),
    ("transcriber", Field::Other),
    ("pengamat", Field::Observer),
    ("observer", Field::Observer),
];

/// Labels that name a header line as often as a speaker.
const EITHER: &[(&str, Field)] = &[
    ("informan", Field::Informant),
    ("informant", Field::Informant),
    ("narasumber", Field::Informant),
    ("nara sumber", Field::Informant),
    ("responden", Field::Informant),
    ("respondent", Field::Informant),
    ("partisipan", Field::Informant),
    ("participant", Field::Informant),
    ("interviewee", Field::Informant),
    ("subjek", Field::Informant),
    ("pewawancara", Field::Interviewer),
    ("peneliti", Field::Interviewer),
    ("interviewer", Field::Interviewer),
    ("researcher", Field::Interviewer),
];

/// The field of a label that is never a speaker (`Hari/tanggal`, `Tempat wawancara`).
pub fn field_of(label: &str) -> Option<Field> {
    let key = label::key(label);
    let exact = |word: &str| FIELDS.iter().find(|(name, _)| *name == word).map(|(_, field)| *field);
    if let Some(field) = exact(&key) {
        return Some(field);
    }
    let first = key.split(['/', ',', '&', '(']).next().unwrap_or_default().trim();
    let words: Vec<&str> = first.split_whitespace().collect();
    let has_parts = first.len() < key.len();
    let is_compound = match words.as_slice() {
        [_] => has_parts,
        // Tanggal wawancara, hari dan tanggal, nama informan 1.
        [_, second, ..] => {
            words.len() <= 4 && (COMPOUNDS.contains(second) || words.len() == 2 && exact(second).is_some())
        }
        [] => false,
    };
    if is_compound { words.first().and_then(|word| exact(word)) } else { None }
}

/// Second words of header labels.
const COMPOUNDS: &[&str] = &[
    "dan",
    "and",
    "of",
    "wawancara",
    "observasi",
    "pengamatan",
    "dokumen",
    "dokumentasi",
    "kegiatan",
    "pelaksanaan",
    "penelitian",
    "informan",
    "narasumber",
    "responden",
    "sekolah",
    "rapat",
    "interview",
    "observation",
    "rekaman",
];

fn either(label: &str) -> Option<Field> {
    let key = label::key(label);
    let first = key.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    EITHER.iter().find(|(name, _)| *name == first).map(|(_, field)| *field)
}

/// Most lines that are looked at.
const DEEPEST: usize = 80;
/// Longest header line in bytes; what is longer is text.
const LONGEST: usize = 2000;

/// Reads the head of `text`; `counts` tells how often a label stands in it, `layout` how it is laid out.
pub fn read(text: &str, counts: &Count, layout: &Layout) -> Header {
    if layout.is_spoken() {
        return Header { end: text.len(), ..Header::default() };
    }
    let mut header = top(text, counts, layout);
    header.end = text.len();
    if let Some((end, told)) = closing_legend(text, header.body, layout) {
        header.end = end;
        header.entries.extend(told);
    }
    header
}

/// A legend that closes a text, and the byte at which it begins: `Keterangan:` and nothing behind it but whom labels
/// stand for.
fn closing_legend(text: &str, body: usize, layout: &Layout) -> Option<(usize, Vec<Entry>)> {
    let end = layout.end(text);
    let from = text.floor_char_boundary(end.saturating_sub(LONGEST)).max(body);
    let tail = text.get(from..end)?;
    let starts = std::iter::once(0).chain(tail.match_indices('\n').map(|(at, _)| at + 1));
    let announced = |at: usize| {
        let line = tail[at..].lines().next().unwrap_or_default();
        let (label, rest) = line.split_once(':').unwrap_or((line, ""));
        announces_legend(label.trim_matches(['*', '_', ' '])).then_some((at, rest))
    };
    let (at, rest) = starts.filter_map(announced).next_back()?;
    let lines = std::iter::once(rest).chain(tail[at..].lines().skip(1));
    let mut told = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let entries = legend(line);
        if entries.is_empty() {
            return None;
        }
        told.extend(entries);
    }
    (!told.is_empty()).then_some((from + at, told))
}

/// The head of a text.
fn top(text: &str, counts: &Count, layout: &Layout) -> Header {
    let wrap = layout.wrap();
    let top: Vec<Line<'_>> = layout.lines(text, 0).take(DEEPEST).collect();
    let mut header = Header::default();
    let mut is_fresh = true; // nothing blank since the last header line
    let mut waiting = 0; // lines without a label before the first header line
    for (index, line) in top.iter().enumerate() {
        if line.is_blank() {
            is_fresh = false;
            continue;
        }
        if line.text.len() > LONGEST || layout.is_told(line) {
            break;
        }
        let end = top.get(index + 1).map_or(text.len(), |next| next.byte);
        let next = top[index + 1..].iter().find(|line| !line.is_blank());
        let is_first = header.title.is_empty() && header.entries.is_empty() && waiting == 0;
        let before = index.checked_sub(1).map_or("", |before| top[before].text);
        // `… (dikirim lewat / WhatsApp: “Boleh”)`: a wrapped line may look labelled.
        let is_rest = is_fresh && !header.entries.is_empty() && wrap.joins(before, line.text);
        let labelled = layout.labelled(line).filter(|found| !is_rest || field_of(found.label).is_some());
        let Some(labelled) = labelled else {
            if is_fresh && header.is_in_legend() {
                // `P = Peneliti`
                let told = legend(line.text);
                if !told.is_empty() {
                    header.entries.extend(told);
                    header.body = end;
                    continue;
                }
            }
            if header.entries.is_empty() && waiting < 5 && line.text.chars().count() <= 160 {
                waiting += 1;
                if is_first && is_title(line.text) {
                    header.title = plain(line.text);
                }
                continue;
            }
            match header.entries.last_mut() {
                Some(entry) if is_fresh && goes_on(wrap, before, line.text) => {
                    entry.value.push(' ');
                    entry.value.push_str(line.text.trim());
                    header.body = end;
                    continue;
                }
                _ => break,
            }
        };
        let value = layout.said(line, &labelled).trim();
        if is_fresh && header.is_in_legend() {
            let told = legend(line.text);
            if !told.is_empty() {
                header.entries.extend(told);
                header.body = end;
                continue;
            }
        }
        let is_start = header.entries.is_empty();
        let known = field_of(labelled.label);
        let repeated = counts.of_label(labelled.label) >= 2;
        let short = value.chars().count() <= 160;
        let field = if let Some(field) = known {
            Some(field)
        } else if let Some(field) = either(labelled.label) {
            let before_header = next
                .is_some_and(|next| layout.labelled(next).is_some_and(|labelled| field_of(labelled.label).is_some()));
            let is_header = before_header
                || ((is_fresh || is_start) && names_somebody(value))
                || (is_fresh && !is_start && !repeated && !value.ends_with(['?', '!']));
            is_header.then_some(field)
        } else if label::is_code(labelled.label)
            || people::role_of_label(labelled.label).is_some()
            || counts.comes_back(labelled.label)
        {
            (names_role(value) && !is_start).then_some(Field::Legend)
        } else if is_first && !repeated {
            // `DOKUMEN 1: KUTIPAN NOTULEN RAPAT` is a title, not a header line.
            header.title = plain(line.text);
            waiting += 1;
            continue;
        } else {
            (is_fresh && !is_start && !repeated && short).then_some(Field::Other)
        };
        let Some(field) = field else { break };
        header.entries.push(Entry { field, label: label::collapse(labelled.label), value: value.to_owned() });
        header.body = end;
        is_fresh = true;
        if header.is_in_legend() {
            // `Keterangan: P : Peneliti, N : Narasumber`
            header.entries.extend(legend(value));
        }
    }
    header
}

/// What a line says of whom labels stand for: `P : Peneliti`, `P: Pewawancara N: Narasumber`; nothing where it says
/// something else.
fn legend(line: &str) -> Vec<Entry> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut rest = line.trim();
    while let Some((label, behind)) = rest.split_once([':', '=']) {
        let label = label.trim();
        if !label::is_code(label) || found.len() >= 20 {
            return Vec::new();
        }
        // The words go on to the next code that has a colon behind it.
        let next = behind.match_indices([':', '=']).find_map(|(colon, _)| {
            let before = behind[..colon].trim_end();
            let start = before.rfind(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';')?;
            let letter = before[start..].chars().next().map_or(1, char::len_utf8);
            label::is_code(&before[start + letter..]).then_some(start + letter)
        });
        let (words, others) = behind.split_at(next.unwrap_or(behind.len()));
        found.push((label, words.trim().trim_end_matches([',', ';', '.']).trim_end()));
        rest = others;
    }
    let is_short =
        |words: &str| (1..=6).contains(&words.split_whitespace().count()) && !words.ends_with(['?', '!', '…']);
    let names_people = found.iter().any(|(_, words)| people::role_in(words).is_some());
    if !names_people || !found.iter().all(|(_, words)| is_short(words)) || !rest.is_empty() {
        return Vec::new();
    }
    let entry = |(label, words): (&str, &str)| Entry {
        field: Field::Legend,
        label: label.to_owned(),
        value: label::collapse(words),
    };
    found.into_iter().map(entry).collect()
}

fn plain(line: &str) -> String {
    label::collapse(line.trim().trim_matches(['#', '*', '_', ' ']))
}

/// A line that may stand above a text: short, no sentence.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    !line.ends_with(['.', '?', '!', ',', ';']) && line.chars().count() <= 120
}

/// Whether a line without a label belongs to the header line before it.
fn goes_on(wrap: Wrap, before: &str, line: &str) -> bool {
    let is_small = line.trim_start().chars().next().is_some_and(char::is_lowercase);
    wrap.joins(before, line) || (is_small && before.chars().count() >= 60) || line.starts_with(['\t', ' '])
}

/// Whether a value names a person, as `Guru IPA (G1)`, `Kepala Sekolah` or `Budi Santoso` do.
fn names_somebody(value: &str) -> bool {
    if matches!(label::code_and_description(value), (Some(_), description) if !description.is_empty()) {
        return true;
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    let is_short = (1..=8).contains(&words.len()) && !value.ends_with(['.', '?', '!']);
    let are_names = words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    is_short && (people::role_of_label(value).is_some() || (are_names && words.len() >= 2))
}

/// Whether a value does nothing but say who a label stands for.
fn names_role(value: &str) -> bool {
    let words = value.split_whitespace().count();
    let role = people::role_of_label(value);
    (1..=5).contains(&words)
        && !value.ends_with(['?', '!', '…'])
        && !value.contains(',')
        && (matches!(role, Some(Role::Researcher | Role::Informant)) || role.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: &str, expected: &[(&str, &str)], body: &str) {
        let layout = Layout::plain(text);
        let header = read(text, &Count::of(text, 0, &layout), &layout);
        let entries: Vec<(&str, &str)> =
            header.entries.iter().map(|entry| (entry.label.as_str(), entry.value.as_str())).collect();
        assert_eq!(entries, expected, "{text}");
        assert_eq!(header.title, title, "{text}");
        assert_eq!(text[header.body..].trim(), body, "{text}");
    }

    #[test]
    fn header_lines_are_no_speakers() {
        check(
            "TRANSKRIP WAWANCARA\nHari/tanggal : Rabu, 12 Februari 2025\nJam : 16.16 – 16.49 WIB\n\nP : Apa?\nKS : Ya.",
            "TRANSKRIP WAWANCARA",
            &[("Hari/tanggal", "Rabu, 12 Februari 2025"), ("Jam", "16.16 – 16.49 WIB")],
            "P : Apa?\nKS : Ya.",
        );
        // Without a blank line, and with labels that are both.
        check(
            "Informan: Kepala Sekolah\nPewawancara: Budi Santoso\nTempat: Ruang guru\nPewawancara: Selamat pagi, Bu.\nInforman: Pagi.\nPewawancara: Apa?",
            "",
            &[("Informan", "Kepala Sekolah"), ("Pewawancara", "Budi Santoso"), ("Tempat", "Ruang guru")],
            "Pewawancara: Selamat pagi, Bu.\nInforman: Pagi.\nPewawancara: Apa?",
        );
        check(
            "Interview transcript\n\nDate: Feb 12, 2025\nAsal sekolah: SMPN 31\n\nKeterangan:\nP : Peneliti\nN : Narasumber\n\nP : Halo\nN : Ya",
            "Interview transcript",
            &[
                ("Date", "Feb 12, 2025"),
                ("Asal sekolah", "SMPN 31"),
                ("Keterangan", ""),
                ("P", "Peneliti"),
                ("N", "Narasumber"),
            ],
            "P : Halo\nN : Ya",
        );
        check("P: Halo\nKS: Ya", "", &[], "P: Halo\nKS: Ya");
        check("Peneliti: Halo\nGuru: Ya", "", &[], "Peneliti: Halo\nGuru: Ya");
        check("DOKUMEN 1: KUTIPAN\n\nIsi.", "DOKUMEN 1: KUTIPAN", &[], "DOKUMEN 1: KUTIPAN\n\nIsi.");
        check("", "", &[], "");
    }

    #[test]
    fn compound_labels_keep_their_field() {
        for (label, field) in [
            ("Hari/tanggal", Some(Field::Date)),
            ("Hari, Tanggal", Some(Field::Date)),
            ("Tanggal wawancara", Some(Field::Date)),
            ("Nama/Inisial", Some(Field::Name)),
            ("TEMPAT", Some(Field::Place)),
            ("Sumber dana BOS", None),
            ("Waktu itu saya", None),
            ("KS", None),
        ] {
            assert_eq!(field_of(label), field, "{label}");
        }
    }
}
