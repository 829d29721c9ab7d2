//! That not one of the purged words is left: not in the closed file's bytes, not in a before-image, not in a backup.

use super::*;
use crate::domain::{InformantId, MemoHost};
use crate::project::backup::{self, Why};
use crate::project::{Error, data_folder};
use crate::task::Watch;
use std::collections::BTreeSet;

const S2: &str = include_str!("../../../assets/study/txt/W.S2.18-02-2025.txt");
const KS: &str = include_str!("../../../assets/study/txt/W.KS.12-02-2025.txt");
const GROUP: &str = "Wawancara kelompok\nKS: Kami menyelia semua guru.\nS2: Sungguh Xanthippus Qwertiopa berdandan zamrud \
    kemarin pagi.\nP: Lalu?\nS1: Saya tidak tahu, mungkin begitu.\nS2: Vuvuzela!\n";

/// A transcript without its head, whose lines would be taken for turns here.
fn talk(text: &str) -> String {
    let is_turn = |line: &&str| ["KS: ", "S2: ", "P: "].iter().any(|label| line.starts_with(label));
    text.lines().filter(is_turn).collect::<Vec<_>>().join("\n")
}

/// The words of at least seven letters that S2 says in a text.
fn said(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("S2: "));
    let words = lines.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| word.chars().count() >= 7).map(str::to_owned).collect()
}

/// Whether a word stands in bytes as text, or as the digits in which before-images keep bytes.
fn holds(bytes: &[u8], word: &str) -> bool {
    let within = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    let digits: String = word.bytes().map(|byte| format!("{byte:02X}")).collect();
    within(word.as_bytes()) || within(digits.as_bytes()) || within(digits.to_lowercase().as_bytes())
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() { files_below(&entry.path(), found) } else { found.push(entry.path()) }
    }
}

/// Everything this project has on the disk.
fn bytes_of(desk: &Desk, project: crate::domain::ProjectId) -> Vec<u8> {
    let mut files = Vec::new();
    files_below(desk.folder.path(), &mut files);
    let data = data_folder().expect("a folder");
    for room in ["backups", "drafts"] {
        files_below(&data.join(room).join(project.to_string()), &mut files);
    }
    files.iter().flat_map(|file| std::fs::read(file).expect("a file")).collect()
}

fn id_of(project: &Project, code: &str) -> InformantId {
    project.study().informants.iter().find(|informant| informant.code == code).expect("an informant").id
}

/// The control: what a project holds in which S2 never spoke.
fn control() -> Vec<u8> {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KS", &talk(KS));
    let id = project.study().project.id;
    project.close().expect("closed");
    bytes_of(&desk, id)
}

#[test]
fn not_one_of_the_purged_words_is_left_anywhere() {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KS", &talk(KS));
    let alone = import(&mut project, "W.S2", &talk(S2));
    let group = import(&mut project, "W.KEL", GROUP);
    let spoken = S2.lines().find_map(|line| line.strip_prefix("S2: ")).expect("words of S2").to_owned();
    for (source, words) in [
        (alone, spoken.as_str()),
        (group, "Xanthippus Qwertiopa"),
        (group, "Kami menyelia"),
        (group, "pagi.\nP: Lalu?\nS1: Saya tidak"),
    ] {
        let new = NewCoding { memo: Some(format!("lihat {words}")), ..at_words(&mut project, source, words, "SUP.2") };
        project.code(&[new]).expect("a coding");
    }
    let code = code_of(&project, "SUP");
    let quoting = "S2 berkata: “sungguh xanthippus qwertiopa berdandan zamrud kemarin” – menarik.";
    project.write_memo(MemoHost::Code(code), quoting).expect("a memo");
    project.write_memo(MemoHost::Journal, quoting).expect("a page");
    // What was taken back lies in the history and among the texts.
    import(&mut project, "W.S2b", &talk(S2).replace("S2: ", "S2: Krisantemum "));
    project.undo().expect("undone");
    project.note_export("excerpts", "docx", "bab4.docx", &[group]).expect("noted");
    backup::back_up(project.path(), Why::Asked, &Watch::new()).expect("a backup");
    let drafts = data_folder().expect("a folder").join("drafts").join(project.study().project.id.to_string());
    std::fs::create_dir_all(&drafts).expect("a folder");
    std::fs::write(drafts.join("x.json"), format!("{{\"text\":\"{quoting}\"}}")).expect("a draft");
    let id = project.study().project.id;
    let control = control();
    let mut words = said(S2);
    words.extend(said(GROUP));
    words.insert("Krisantemum".to_owned());
    words.retain(|word| !holds(&control, word));
    assert!(words.len() > 30, "{words:?}");
    let s2 = id_of(&project, "S2");
    assert!(matches!(project.purge(s2, "S2"), Err(Error::NotWithdrawn { .. })));
    project.withdraw(s2).expect("withdrawn");
    assert!(matches!(project.purge(s2, "S1"), Err(Error::NotConfirmed { .. })));
    let found = project.occurrences(s2).expect("places");
    let count = |kind: &str| found.iter().filter(|one| one.kind == kind).map(|one| one.n).sum::<usize>();
    assert_eq!((count("part"), count("segment"), count("coding")), (2, 3, 3));
    assert!(count("source") > 10 && count("quoted") >= 2 && count("export") == 1 && count("backup") == 1, "{found:?}");
    project.checkpoint().expect("folded in");
    let before = bytes_of(&desk, id);
    let missing: Vec<&String> = words.iter().filter(|word| !holds(&before, word)).collect();
    assert!(missing.is_empty(), "the test looks for what was never there: {missing:?}");

    let landed = project.purge(s2, "S2").expect("purged");
    assert_eq!((landed.value.sources, landed.value.painted, landed.value.segments), (1, 1, 1));
    assert!(!landed.value.is_unfinished);
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Menghapus keterangan S2 untuk selamanya");
    assert!(project.undoable().is_none() && project.redoable().is_none());
    assert_study_is_true(&project);
    let report = project.check().expect("a report");
    assert!(report.problems.is_empty(), "{:?}", report.problems.iter().map(english).collect::<Vec<_>>());
    let text = project.text(group).expect("a text");
    assert_eq!(
        text.as_str(),
        "Wawancara kelompok\nKS: Kami menyelia semua guru.\nS2: ••••••• •••••••••• ••••••••• ••••••••• •••••• ••••••• \
         •••••\nP: Lalu?\nS1: Saya tidak tahu, mungkin begitu.\nS2: •••••••••\n"
    );
    let study = project.study();
    let mut quotes: Vec<&str> = study.segments.iter().map(|entry| &*entry.segment.quote).collect();
    quotes.sort_unstable();
    assert_eq!(quotes, ["Kami menyelia", "•••••\nP: Lalu?\nS1: Saya tidak"]);
    assert!(study.informants.iter().all(|informant| informant.code != "S2"));
    let page = study.memos.iter().find(|memo| memo.host == MemoHost::Journal).expect("the page");
    assert_eq!(page.text, "S2 berkata: “[…]” – menarik.");
    assert!(project.exports().expect("a list")[0].is_outdated);
    // The project goes on, and what is done now can be taken back.
    let new = at_words(&mut project, group, "mungkin begitu", "SUP.2");
    project.code(&[new]).expect("a coding");
    project.undo().expect("undone");
    project.redo().expect("redone");
    project.close().expect("closed");
    let after = bytes_of(&desk, id);
    let left: Vec<&String> = words.iter().filter(|word| holds(&after, word)).collect();
    assert!(left.is_empty(), "still there: {left:?}");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    let mut again = desk.open();
    assert!(again.check().expect("a report").problems.is_empty());
    assert_eq!(backup::list(&desk.path()).expect("backups").len(), 1);
}

#[test]
fn a_purge_that_was_cut_short_is_finished_on_opening() {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KEL", GROUP);
    let old = backup::back_up(project.path(), Why::Asked, &Watch::new()).expect("a backup").backup().path.clone();
    let kept = desk.folder.path().join("kept");
    std::fs::copy(&old, &kept).expect("a copy");
    let s2 = id_of(&project, "S2");
    project.withdraw(s2).expect("withdrawn");
    project.purge(s2, "S2").expect("purged");
    assert!(!old.exists());
    // As if the program had been ended before it came to the backups.
    std::fs::copy(&kept, &old).expect("a copy");
    project.close().expect("closed");
    desk.open().close().expect("closed");
    assert!(!old.exists());
    assert_eq!(backup::list(&desk.path()).expect("backups").len(), 1, "the one made after it stays");
}
