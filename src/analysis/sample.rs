//! The sample study as a [`Study`], built straight from its texts and gold codings: what tests of this room
//! and of `export` ask their questions of. It does without the importer and without the store.

use super::columns::place;
use super::judged::Judged;
use super::study::{Study, StudyRows};
use crate::domain::*;
use serde_json::Value;
use std::sync::Arc;
use uuid::Uuid;

macro_rules! texts {
    ($($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../assets/study/txt/", $file)))),+]
    };
}

/// The texts of the sample study by file name.
const TEXTS: &[(&str, &str)] = texts!(
    "W.KS.12-02-2025.txt",
    "W.G1.14-02-2025.txt",
    "W.G2.17-02-2025.txt",
    "W.S1.18-02-2025.txt",
    "W.S2.18-02-2025.txt",
    "W.S3.19-02-2025.txt",
    "O.1.24-02-2025.txt",
    "O.2.26-02-2025.txt",
    "D.1.06-01-2025.txt",
    "D.2.13-01-2025.txt",
);

/// `gold.json` of the sample study.
pub fn gold() -> Value {
    serde_json::from_str(include_str!("../../assets/study/gold.json")).expect("gold.json")
}

/// An id that is the same in every run.
fn uuid(kind: u8, number: usize) -> Uuid {
    Uuid::from_u128((u128::from(kind) << 100) | number as u128)
}

/// Text of a value, empty where there is none.
pub fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A number of a value.
pub fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().expect("a number")).expect("a small number")
}

/// Builds a study row by row.
#[derive(Clone)]
pub struct Builder {
    /// The rows so far.
    pub rows: StudyRows,
    /// The texts; parallel to the sources.
    pub texts: Vec<SourceText>,
}

impl Builder {
    /// The sources, informants and codes of the sample study, nothing coded.
    pub fn study() -> Self {
        let gold = gold();
        let mut builder = Self::empty();
        for (key, name) in [("principal", "Kepala sekolah"), ("teacher", "Guru"), ("student", "Siswa")] {
            builder.group(key, name);
        }
        let groups = [("kepala_sekolah", 0), ("guru", 1), ("siswa", 2)];
        for document in gold["dokumen"].as_array().expect("dokumen") {
            if let Some((_, group)) = groups.iter().find(|(name, _)| document["kelompok"] == *name) {
                builder.informant(&words(&document["informan"]), Some(*group));
            }
        }
        for document in gold["dokumen"].as_array().expect("dokumen") {
            let file = words(&document["file"]);
            let (_, text) = TEXTS.iter().find(|(name, _)| *name == file).expect("a text of the study");
            let technique = match document["teknik"].as_str() {
                Some("wawancara") => Technique::Interview,
                Some("observasi") => Technique::Observation,
                _ => Technique::Document,
            };
            let name = file.trim_end_matches(".txt");
            builder.source(name, &words(&document["key"]), technique, &words(&document["tanggal"]), text);
        }
        let codebook: Value =
            serde_json::from_str(include_str!("../../assets/codebook/emaslim-codebook.json")).expect("codebook");
        for family in codebook["families"].as_array().expect("families") {
            let kind = match family["kind"].as_str() {
                Some("peran") => CodeKind::Role,
                Some("topik") => CodeKind::Topic,
                Some("evaluasi") => CodeKind::Evaluation,
                _ => CodeKind::Other,
            };
            builder.code(&words(&family["id"]), &words(&family["name"]["id"]), kind, None);
            for indicator in family["indicators"].as_array().expect("indicators") {
                let parent = words(&family["id"]);
                builder.code(&words(&indicator["id"]), &words(&indicator["name"]["id"]), kind, Some(&parent));
            }
        }
        builder.coder("Rahma");
        builder
    }

    /// The sample study with its 201 gold codings.
    pub fn gold() -> Self {
        let mut builder = Self::study();
        for passage in gold()["koding"].as_array().expect("koding") {
            let direction = match passage["arah"].as_str() {
                Some("mendukung") => Direction::Supports,
                Some("sebagian") => Direction::Partly,
                Some("melemahkan") => Direction::Weakens,
                other => panic!("arah {other:?}"),
            };
            for code in passage["codes"].as_array().expect("codes") {
                builder.code_passage(passage, &words(code), Some(direction), 0);
            }
        }
        builder
    }

    /// No rows at all.
    pub fn empty() -> Self {
        let project = ProjectInfo {
            id: ProjectId::from_uuid(uuid(1, 1)),
            revision: 7,
            title: "Contoh".to_owned(),
            school: String::new(),
            researcher: String::new(),
            student_number: String::new(),
            supervisor: String::new(),
            citation: ProjectInfo::default_citation(Language::Indonesian).to_owned(),
            language: Language::Indonesian,
        };
        let rows = StudyRows {
            project,
            groups: Vec::new(),
            informants: Vec::new(),
            labels: Vec::new(),
            sources: Vec::new(),
            turns: Vec::new(),
            codes: Vec::new(),
            confusing_pairs: Vec::new(),
            coders: Vec::new(),
            segments: Vec::new(),
            codings: Vec::new(),
            memos: Vec::new(),
            attributes: Vec::new(),
            attribute_values: Vec::new(),
            progress: Vec::new(),
            codebooks: Vec::new(),
            judged: Judged::default(),
        };
        Self { rows, texts: Vec::new() }
    }

    /// Adds a group.
    pub fn group(&mut self, key: &str, name: &str) {
        let at = self.rows.groups.len();
        let id = GroupId::from_uuid(uuid(2, at));
        self.rows.groups.push(Group { id, key: key.to_owned(), name: name.to_owned(), order: place(at) });
    }

    /// Adds an informant of a group (by place).
    pub fn informant(&mut self, code: &str, group: Option<usize>) {
        self.rows.informants.push(Informant {
            group: group.map(|group| self.rows.groups[group].id),
            ..Informant::new(InformantId::from_uuid(uuid(3, self.rows.informants.len())), code.to_owned())
        });
    }

    /// Adds a source. Lines of interviews that begin with the code of an informant or `P` are turns; what
    /// stands below "Catatan reflektif" is the researcher's.
    pub fn source(&mut self, name: &str, short: &str, technique: Technique, date: &str, text: &str) {
        let at = self.rows.sources.len();
        let text = SourceText::new(text);
        let mut turns = Vec::new();
        let mut reflects = false;
        for line in 1..=text.line_count() {
            let range = text.line_range(LineNumber::new(line)).expect("a line");
            let content = text.line(LineNumber::new(line)).expect("a line");
            let id = TurnId::from_uuid(uuid(4, at * 10_000 + line as usize));
            let labelled = content.split_once(": ").filter(|_| technique == Technique::Interview);
            let informant =
                labelled.and_then(|(label, _)| self.rows.informants.iter().find(|informant| informant.code == label));
            if let Some((label, _)) = labelled
                && (label == "P" || informant.is_some())
            {
                let behind = place(label.chars().count()) + 2;
                turns.push(Turn {
                    id,
                    range,
                    words: CharRange::new(range.start.get() + behind, range.end.get()),
                    label: label.to_owned(),
                    informant: informant.map(|informant| informant.id),
                    kind: if label == "P" { TurnKind::Question } else { TurnKind::Speech },
                });
            } else if reflects && !content.is_empty() {
                let kind = TurnKind::Reflection;
                turns.push(Turn { id, range, words: range, label: String::new(), informant: None, kind });
            }
            reflects |= content.ends_with("Catatan reflektif");
        }
        self.rows.sources.push(Source {
            id: SourceId::from_uuid(uuid(5, at)),
            name: name.to_owned(),
            short: short.to_owned(),
            description: String::new(),
            technique,
            date: date.parse().ok(),
            place: String::new(),
            setting: String::new(),
            number: place(at) + 1,
            note: String::new(),
            header: Vec::new(),
            revision: RevisionId::from_uuid(uuid(6, at)),
            original_name: format!("{name}.txt"),
            encoding: "UTF-8".to_owned(),
            length: text.len(),
            lines: text.line_count(),
            numbers: text.numbers().clone(),
        });
        self.rows.turns.push(turns.into());
        self.texts.push(text);
    }

    /// Adds a code.
    pub fn code(&mut self, short: &str, name: &str, kind: CodeKind, parent: Option<&str>) {
        let at = self.rows.codes.len();
        let parent = parent.map(|parent| self.code_id(parent));
        self.rows.codes.push(Code {
            id: CodeId::from_uuid(uuid(7, at)),
            parent,
            kind,
            short: short.to_owned(),
            name: name.to_owned(),
            colour: Colour([0, 0, 0]),
            key: None,
            order: place(at),
            definition: String::new(),
            test: String::new(),
            counts: Vec::new(),
            counts_not: Vec::new(),
            examples: Vec::new(),
            keywords: Vec::new(),
            aliases: Vec::new(),
            codebook: None,
        });
    }

    /// Adds a coder.
    pub fn coder(&mut self, name: &str) {
        let id = CoderId::from_uuid(uuid(8, self.rows.coders.len()));
        self.rows.coders.push(Coder { id, name: name.to_owned(), kind: CoderKind::Person });
    }

    /// The id of a code by its short code.
    pub fn code_id(&self, short: &str) -> CodeId {
        self.rows.codes.iter().find(|code| code.short == short).unwrap_or_else(|| panic!("no code {short}")).id
    }

    /// Codes a passage of `gold.json`.
    pub fn code_passage(&mut self, passage: &Value, code: &str, direction: Option<Direction>, coder: usize) {
        let range = CharRange::new(number(&passage["start"]), number(&passage["end"]));
        let short = words(&passage["doc"]);
        let at = self.rows.sources.iter().position(|source| source.short == short).expect("a source");
        assert_eq!(self.texts[at].slice(range), passage["quote"].as_str());
        self.code_range(at, range, code, direction, coder);
    }

    /// Codes a stretch of a source (by place); the same stretch is the same segment.
    pub fn code_range(
        &mut self,
        source: usize,
        range: CharRange,
        code: &str,
        direction: Option<Direction>,
        coder: usize,
    ) {
        let text = &self.texts[source];
        let (line, line_end) = text.lines_of(range);
        let row = &self.rows.sources[source];
        let segments = &mut self.rows.segments;
        let known = segments.iter().find(|segment| segment.source == row.id && segment.range == range);
        let segment = match known {
            Some(segment) => segment.id,
            None => {
                let id = SegmentId::from_uuid(uuid(9, segments.len()));
                let quote: Arc<str> = text.slice(range).expect("inside the text").into();
                segments.push(Segment {
                    id,
                    source: row.id,
                    revision: row.revision,
                    range,
                    line,
                    line_end,
                    quote,
                    reduction: Arc::default(),
                    is_key: false,
                });
                id
            }
        };
        let number = self.rows.codings.len();
        let code = self.code_id(code);
        self.rows.codings.push(Coding {
            id: CodingId::from_uuid(uuid(10, number)),
            segment,
            code,
            coder: self.rows.coders[coder].id,
            direction,
            created: Timestamp::from_millis(1_740_000_000_000 + i64::from(place(number))),
        });
    }

    /// The resident study.
    pub fn build(self) -> Study {
        Study::new(self.rows)
    }
}
