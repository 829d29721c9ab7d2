//! A folder for one test with the program in it, and the sample study with what is known of it.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// What a command answered.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    /// It was done; what it printed.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.status, 0, "stdout: {}\nstderr: {}", self.out, self.err);
        self.out
    }

    /// It was done; what it printed, read as JSON.
    #[track_caller]
    pub fn json(self) -> Value {
        let out = self.done();
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    }

    /// It failed with this exit status and one sentence; the sentence without `emaslim: `.
    #[track_caller]
    pub fn sentence(self, status: i32) -> String {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.out, self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        let sentence = self.err.trim_end().strip_prefix("emaslim: ").expect("says who speaks").to_owned();
        assert!(sentence.contains(' ') && !sentence.contains('{'), "no sentence: {sentence}");
        sentence
    }
}

/// A folder of its own, with a project in it where the test makes one.
pub struct Bench {
    folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A bench with an empty project of the EMASLIM codebook, named `p.emaslim`.
    pub fn with_project() -> Self {
        let bench = Self::new();
        bench.run(["new", "p.emaslim"]).done();
        bench
    }

    /// A bench with a copy of the sample study, named `p.emaslim`.
    pub fn with_sample() -> Self {
        let bench = Self::new();
        fs::copy(sample().join("sample.emaslim"), bench.at("p.emaslim")).expect("a copy");
        bench
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.at(name);
        fs::write(&path, content).expect("written");
        path
    }

    /// Runs the program in this folder, in English and without a display.
    pub fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Answer {
        self.run_with(words, "en", None)
    }

    /// The same in another language.
    pub fn run_in<S: AsRef<OsStr>>(&self, language: &str, words: impl IntoIterator<Item = S>) -> Answer {
        self.run_with(words, language, None)
    }

    /// The same with something on standard input.
    pub fn run_with<S: AsRef<OsStr>>(
        &self,
        words: impl IntoIterator<Item = S>,
        language: &str,
        input: Option<&str>,
    ) -> Answer {
        let mut child = command(self.folder.path())
            .args(words)
            .env("EMASLIM_LANG", language)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        if let Some(input) = input {
            child.stdin.as_mut().expect("standard input").write_all(input.as_bytes()).expect("read");
        }
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Answer {
            status: output
                .status
                .code()
                .unwrap_or_else(|| panic!("killed: {:?} {}", output.status, String::from_utf8_lossy(&output.stderr))),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Everything a reader can see of `p.emaslim`, for "nothing has changed".
    #[track_caller]
    pub fn everything(&self) -> Vec<Value> {
        ["sources", "informants", "codes", "codings", "history", "check"]
            .iter()
            .map(|command| self.run([command, "p.emaslim", "--json"]).json())
            .collect()
    }

    /// The items of a listing of `p.emaslim`.
    #[track_caller]
    pub fn items(&self, words: &[&str]) -> Vec<Value> {
        let answer = self.run([&[words[0], "p.emaslim", "--json"], &words[1..]].concat()).json();
        answer["items"].as_array().expect("a list").clone()
    }
}

/// Where the program under test keeps its own things: nothing in the user's folders, nothing beside the projects.
pub fn data_folder() -> &'static Path {
    static DATA: OnceLock<TempDir> = OnceLock::new();
    DATA.get_or_init(|| tempfile::tempdir().expect("a folder")).path()
}

/// The program, ready to start in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_emaslim"));
    command.current_dir(folder).env("EMASLIM_CODER", "Rina").env("COMPUTERNAME", "meja").env("XDG_CONFIG_HOME", folder);
    command.env("EMASLIM_DATA", data_folder());
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command
}

/// The folder that `demo` made, with the sample study and its exports; made once.
pub fn sample() -> &'static Path {
    static SAMPLE: OnceLock<(TempDir, String)> = OnceLock::new();
    SAMPLE.get_or_init(demo).0.path()
}

fn demo() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = command(folder.path())
        .args(["demo", "--no-window", "--lang", "id", "--into", "."])
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, String::from_utf8(output.stdout).expect("UTF-8"))
}

/// What is known of the sample study.
#[derive(Deserialize)]
pub struct Gold {
    pub koding: Vec<Passage>,
    pub bukan_bukti: Vec<NoEvidence>,
    pub hitungan: Counts,
    pub triangulasi: Value,
}

/// A coded passage.
#[derive(Deserialize)]
pub struct Passage {
    pub file: String,
    pub quote: String,
    pub codes: Vec<String>,
    pub arah: String,
    pub start: u64,
    pub end: u64,
    pub line: u64,
    pub line_end: u64,
    pub speaker: Option<String>,
}

impl Passage {
    pub fn source(&self) -> &str {
        self.file.strip_suffix(".txt").expect("a text file")
    }

    pub fn direction(&self) -> &'static str {
        match self.arah.as_str() {
            "mendukung" => "supports",
            "sebagian" => "partly",
            "melemahkan" => "weakens",
            other => panic!("{other}"),
        }
    }
}

/// A passage that must not count.
#[derive(Deserialize)]
pub struct NoEvidence {
    pub file: String,
    pub quote: String,
    pub must_not: Vec<String>,
    pub line: u64,
    pub speaker: Option<String>,
}

/// How often what is coded.
#[derive(Deserialize)]
pub struct Counts {
    pub peran_x_kelompok_sumber: BTreeMap<String, BTreeMap<String, u64>>,
    pub peran_x_teknik: BTreeMap<String, BTreeMap<String, u64>>,
    pub peran_x_dokumen: BTreeMap<String, BTreeMap<String, u64>>,
    pub subkode: BTreeMap<String, u64>,
    pub jumlah_segmen: usize,
}

pub fn study_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/study")
}

pub fn gold() -> &'static Gold {
    static GOLD: OnceLock<Gold> = OnceLock::new();
    GOLD.get_or_init(|| {
        let text = fs::read_to_string(study_folder().join("gold.json")).expect("the sample study");
        serde_json::from_str(&text).expect("gold.json")
    })
}

/// The texts of the study, as `study/txt/*` would name them.
pub fn texts() -> Vec<PathBuf> {
    let folder = fs::read_dir(study_folder().join("txt")).expect("the sample study");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}
