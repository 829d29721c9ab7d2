//! Damaged, cut and hostile project files: nothing falls over or hangs, the damaged file is never changed, and
//! whatever a rescue writes passes `check`. A watchdog ends the test binary where something hangs.

use super::*;
use crate::project::{RescueReport, rescue, sample};
use crate::store;
use crate::task::Watch;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::LazyLock;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// Nothing that is done with one damaged file may take longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The sample study, closed, as bytes.
static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("contoh.emaslim");
    let project = sample::build(&path, Language::Indonesian, who(), &Watch::new()).expect("the sample study");
    project.close().expect("closed");
    std::fs::read(&path).expect("the file")
});

fn fixture(version: u32) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/schema/v{version}.emaslim"));
    std::fs::read(path).expect("the fixture")
}

/// Texts by their name in the sample study.
fn texts(path: &Path) -> BTreeMap<String, String> {
    let mut project = Project::open(path, Access::ReadOnly, who()).expect("the project");
    let study = project.study();
    study
        .sources
        .iter()
        .map(|source| (source.name.clone(), project.text(source.id).expect("a text").as_str().to_owned()))
        .collect()
}

/// Ends the program where one piece of work takes too long; a hang cannot be asserted afterwards.
struct Watchdog(Sender<String>);

impl Watchdog {
    fn new() -> Self {
        let (sender, receiver) = channel::<String>();
        std::thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(move || {
                let mut what = String::new();
                loop {
                    match receiver.recv_timeout(PATIENCE) {
                        Ok(next) => what = next,
                        Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => return,
                        Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {
                            eprintln!("{what} hangs for more than {PATIENCE:?}");
                            std::process::abort();
                        }
                    }
                }
            })
            .expect("a thread");
        Self(sender)
    }

    fn now(&self, what: &str) {
        self.0.send(what.to_owned()).expect("the watchdog");
    }
}

/// What became of damaged files.
#[derive(Default, Debug)]
struct Tally {
    files: u32,
    opened: u32,
    noticed: u32,
    refused: u32,
    rescued_whole: u32,
    rescued: u32,
    nothing: u32,
    /// Texts of the original that are in no rescued file.
    texts_lost: u32,
}

struct Ward {
    folder: TempDir,
    dog: Watchdog,
    tally: Tally,
    texts: BTreeMap<String, String>,
}

impl Ward {
    fn new(whole: &[u8]) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("utuh.emaslim");
        std::fs::write(&path, whole).expect("written");
        let texts = texts(&path);
        Self { folder, dog: Watchdog::new(), tally: Tally::default(), texts }
    }

    /// Opens, checks and rescues a damaged file.
    fn treat(&mut self, what: &str, bytes: &[u8]) -> Option<RescueReport> {
        let (damaged, new) = (self.folder.path().join("rusak.emaslim"), self.folder.path().join("baru.emaslim"));
        std::fs::write(&damaged, bytes).expect("written");
        self.tally.files += 1;
        self.dog.now(&format!("opening {what}"));
        let quiet = |work: &mut dyn FnMut()| {
            std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| panic!("{what} made it panic"));
        };
        quiet(&mut || match Project::open(&damaged, Access::ReadOnly, who()) {
            Ok(mut project) => {
                self.tally.opened += 1;
                let mut is_noticed = !project.check().is_ok_and(|report| report.problems.is_empty());
                for source in project.study().sources.iter() {
                    is_noticed |= !project.text_problems(source.id).is_ok_and(|problems| problems.is_empty());
                }
                self.tally.noticed += u32::from(is_noticed);
            }
            Err(error) => {
                self.tally.refused += 1;
                let sentence = Catalog::new(Language::English).say(&crate::domain::Say::message(&error));
                assert!(sentence.contains("rusak.emaslim"), "{what}: the sentence names no file: {sentence}");
            }
        });
        let names = ["rusak.emaslim-wal", "rusak.emaslim-shm"];
        assert!(names.iter().all(|name| !self.folder.path().join(name).exists()), "{what} left files behind");
        self.dog.now(&format!("rescuing {what}"));
        let mut report = None;
        quiet(&mut || match rescue(&damaged, &new, Language::Indonesian, &who()) {
            Ok(done) => report = Some(done),
            Err(super::super::Error::Store(store::Error::NothingToRescue(_) | store::Error::Newer { .. })) => {
                self.tally.nothing += 1;
            }
            Err(error) => panic!("{what}: {error:?}"),
        });
        assert_eq!(std::fs::read(&damaged).expect("the file"), bytes, "{what} was changed");
        if let Some(report) = &report {
            if report.is_whole {
                self.tally.rescued_whole += 1;
            } else {
                self.tally.rescued += 1;
            }
            let mut project = Project::open(&new, Access::ReadWrite, who()).expect(what);
            assert_eq!(project.check().expect(what).problems, [], "{what}");
            project.close().expect(what);
            let found = texts(&new);
            let mut lost = 0;
            for (name, text) in &self.texts {
                let whole = Message::new("rescue-source-whole");
                let is_said_whole = report
                    .saved
                    .iter()
                    .any(|said| said.key == whole.key && said.args.contains(&("source", name.as_str().into())));
                match found.get(name) {
                    Some(found) if found == text => {}
                    _ if is_said_whole => panic!("{what}: {name} is said to be whole and differs"),
                    _ => lost += 1,
                }
            }
            self.tally.texts_lost += lost;
            assert!(lost == 0 || !report.is_whole, "{what}");
            std::fs::remove_file(&new).expect("removed");
        }
        report
    }
}

#[test]
fn a_sound_project_is_rescued_to_the_same() {
    for (name, bytes) in [
        ("the sample study", SAMPLE.clone()),
        ("version 1", fixture(1)),
        ("version 2", fixture(2)),
        ("version 3", fixture(3)),
        ("version 4", fixture(4)),
    ] {
        let folder = TempDir::new().expect("a folder");
        let (old, new) = (folder.path().join("lama.emaslim"), folder.path().join("baru.emaslim"));
        std::fs::write(&old, bytes).expect("written");
        let report = rescue(&old, &new, Language::Indonesian, &who()).expect(name);
        assert!(report.is_whole, "{name}: {report:#?}");
        assert_eq!(report.lost, [], "{name}");
        // Opened to be changed, so that the older one is migrated.
        Project::open(&old, Access::ReadWrite, who()).expect(name).close().expect(name);
        assert_eq!(store::dump(&new).expect(name), store::dump(&old).expect(name), "{name}");
        let history = |path: &Path| Project::open(path, Access::ReadOnly, who()).expect(name).history(100).expect(name);
        let (after, before) = (history(&new), history(&old));
        assert_eq!(after[0].sentence.key, "step-rescue", "{name}");
        assert_eq!(after.last(), before.last(), "{name}");
        assert!(matches!(
            rescue(&old, &new, Language::Indonesian, &who()),
            Err(super::super::Error::Store(store::Error::Exists(_)))
        ));
    }
}

/// A small generator, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).expect("small")
    }
}

#[test]
fn a_project_cut_anywhere_is_refused_and_rescued() {
    let whole = &*SAMPLE;
    let mut ward = Ward::new(whole);
    let path = ward.folder.path().join("potong.emaslim");
    for length in (0..whole.len()).step_by(1024) {
        ward.dog.now(&format!("opening the first {length} bytes"));
        std::fs::write(&path, &whole[..length]).expect("written");
        let refused = Project::open(&path, Access::ReadOnly, who()).err();
        assert!(refused.is_some(), "the first {length} bytes open");
    }
    for length in (0..whole.len()).step_by(48 * 1024 + 512) {
        ward.treat(&format!("the first {length} bytes"), &whole[..length]);
    }
    let tally = &ward.tally;
    eprintln!("cut: {tally:?}");
    assert_eq!((tally.opened, tally.refused), (0, tally.files), "a cut project is never opened");
    assert!(tally.rescued > tally.files * 8 / 10, "{tally:?}");
}

#[test]
fn a_project_with_flipped_bytes_is_noticed_or_sound_and_can_be_rescued() {
    let whole = &*SAMPLE;
    let mut ward = Ward::new(whole);
    let mut dice = Dice(0x0E3A_511B);
    for round in 0..24 {
        let mut bytes = whole.clone();
        let at = dice.roll(bytes.len());
        let what = match round % 4 {
            0 => {
                bytes[at] ^= 1 << dice.roll(8);
                format!("one bit at {at}")
            }
            1 => {
                let many = 1 + dice.roll(64);
                for byte in bytes.iter_mut().skip(at).take(many) {
                    *byte = u8::try_from(dice.roll(256)).expect("a byte");
                }
                format!("{many} bytes at {at}")
            }
            2 => {
                let page = at / 4096 * 4096;
                bytes[page..page + 4096].fill(0);
                format!("page {} zeroed", page / 4096 + 1)
            }
            _ => {
                // The first hundred bytes of a page rule it.
                let at = (at / 4096 * 4096 + dice.roll(100)).min(bytes.len() - 1);
                bytes[at] = bytes[at].wrapping_add(1 + u8::try_from(dice.roll(255)).expect("a byte"));
                format!("byte {at}")
            }
        };
        ward.treat(&what, &bytes);
    }
    let tally = &ward.tally;
    eprintln!("flipped: {tally:?}");
    assert_eq!(tally.opened + tally.refused, tally.files);
    assert_eq!(tally.nothing, 0, "something can always be rescued: {tally:?}");
    assert!(tally.texts_lost <= 4, "one damaged page rarely costs a text: {tally:?}");
}

#[test]
fn each_page_can_be_lost() {
    let whole = &*SAMPLE;
    let mut ward = Ward::new(whole);
    for page in (0..whole.len() / 4096).step_by(11) {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0);
        ward.treat(&format!("page {} zeroed", page + 1), &bytes);
    }
    let tally = &ward.tally;
    eprintln!("zeroed pages: {tally:?}");
    assert_eq!(tally.nothing, 0, "{tally:?}");
    // Text and original of a source never share a page, and each can be made of the other.
    assert_eq!(tally.texts_lost, 0, "{tally:?}");
}
