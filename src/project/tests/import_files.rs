//! Importing many files: labels remembered in the step that used them, undone to the same dump, and stopped in
//! the middle with an exact account.

use super::*;
use crate::domain::TurnKind;
use crate::import::{LabelRule, Reading};
use crate::project::{Error, ImportFile, ImportOptions, ImportOutcome, ImportReport};
use crate::task::Watch;
use std::ops::ControlFlow;

fn files(
    folder: &Path,
    texts: &[(&str, &str)],
    rules: &[LabelRule],
) -> Vec<Result<ImportFile, crate::import::ImportError>> {
    texts
        .iter()
        .map(|(name, text)| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("written");
            Ok(ImportFile {
                path,
                reading: Reading { labels: rules.to_vec(), ..Reading::default() },
                options: ImportOptions { labels: rules.to_vec(), ..ImportOptions::default() },
            })
        })
        .collect()
}

fn go_on(_: &Project, _: &[crate::project::ImportedFile]) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn import(project: &mut Project, texts: &[(&str, &str)], rules: &[LabelRule]) -> ImportReport {
    let folder = TempDir::new().expect("a folder");
    project.import_files(files(folder.path(), texts, rules), &Watch::new(), go_on)
}

#[test]
fn labels_are_remembered_with_the_file_that_used_them() {
    let desk = Desk::new();
    let mut project = desk.create();
    let empty = dump(&desk.path());
    let rules = [
        LabelRule::new("Kepsek", TurnKind::Speech, Some("KS")),
        LabelRule::new("Jadwal", TurnKind::Speech, None),
        LabelRule::new("Bukan di sini", TurnKind::Speech, Some("X")),
    ];
    let one = ("a.txt", "Peneliti: Apa?\nKepsek: Ya.\nJadwal: besok\nPeneliti: Lalu?\nKepsek: Sudah.\n");
    let report = import(&mut project, &[one], &rules);
    assert_eq!(report.taken().map(|taken| taken.informants.join(" ")).collect::<Vec<_>>(), ["KS"]);
    let after = dump(&desk.path());
    let remembered = project.label_rules();
    let names: Vec<(&str, Option<&str>)> =
        remembered.iter().map(|rule| (rule.label.as_str(), rule.informant.as_deref())).collect();
    assert_eq!(names, [("Jadwal", None), ("Kepsek", Some("KS"))]);
    assert!(remembered.iter().all(|rule| rule.is_remembered));
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), empty);
    assert!(project.label_rules().is_empty());
    project.redo().expect("redone");
    assert_eq!(dump(&desk.path()), after);
    assert_eq!(project.label_rules(), remembered);
    // Used again without being decided again: nothing new is kept, and the report says it.
    let report = import(&mut project, &[("b.txt", "P: Apa?\nKEPSEK: Tentu.\nP: Lalu?\nKepsek: Ya.\n")], &remembered);
    let taken = report.taken().next().expect("taken");
    assert_eq!((taken.informants.join(" "), taken.remembered.len()), ("KS".to_owned(), 1));
    assert_eq!(project.label_rules().len(), 2);
    // Decided anew: the old decision comes back with undo.
    let anew = [LabelRule::new("kepsek", TurnKind::Speech, Some("KS2"))];
    let before = dump(&desk.path());
    import(&mut project, &[("c.txt", "P: Apa?\nKepsek: Lain.\nP: Lalu?\nKepsek: Ya.\n")], &anew);
    assert!(project.label_rules().iter().any(|rule| rule.informant.as_deref() == Some("KS2")));
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), before);
    assert_eq!(project.check().expect("a check").problems, vec![]);
}

#[test]
fn a_stopped_import_says_exactly_what_is_in() {
    let desk = Desk::new();
    let mut project = desk.create();
    let folder = TempDir::new().expect("a folder");
    let texts: Vec<(String, String)> =
        (1..=150).map(|at| (format!("W.S{at}.txt"), format!("P: Apa?\nS{at}: Ya.\n"))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let watch = Watch::new();
    let report = project.import_files(files(folder.path(), &texts, &[]), &watch, |_, _| {
        watch.cancel();
        ControlFlow::Continue(())
    });
    let (taken, skipped) = (report.taken().count(), report.skipped().count());
    assert!(report.is_stopped && (1..150).contains(&taken), "{taken}");
    assert_eq!((taken + skipped, report.files.len(), report.refused().count()), (150, 150, 0));
    assert_eq!(project.study().sources.len(), taken);
    assert_eq!(project.history(999).expect("steps").len(), taken + 1, "each its own step");
    // The rest comes in later.
    let rest: Vec<(&str, &str)> = texts[taken..].to_vec();
    let report = import(&mut project, &rest, &[]);
    assert_eq!((report.taken().count(), project.study().sources.len()), (skipped, 150));
    assert_eq!(project.check().expect("a check").problems, vec![]);
}

#[test]
fn a_stop_within_a_batch_or_a_file_leaves_no_half_source() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let folder = TempDir::new().expect("a folder");
    let watch = Watch::new();
    watch.cancel();
    let report = project.import_files(files(folder.path(), &[("a.txt", "P: Apa?\nKS: Ya.\n")], &[]), &watch, go_on);
    assert!(report.files.iter().all(|file| file.outcome == ImportOutcome::Skipped));
    // What was read before the stop does not land after it.
    let landed = project
        .import_sources_while(vec![(parsed("W.KS", "KS: Ya."), ImportOptions::default())], &watch)
        .expect("a batch");
    assert!(matches!(landed.as_slice(), [Err(Error::ImportStopped { .. })]));
    assert_eq!(dump(&desk.path()), before);
}

#[test]
fn refused_files_do_not_keep_the_others_out_and_progress_adds_up() {
    let desk = Desk::new();
    let mut project = desk.create();
    let folder = TempDir::new().expect("a folder");
    let mut wanted = files(folder.path(), &[("a.txt", "P: Apa?\nKS: Ya.\n"), ("b.txt", "P: Apa?\nKS: Ya.\n")], &[]);
    let missing = folder.path().join("tidak ada.txt");
    wanted.insert(1, Ok(ImportFile { path: missing, reading: Reading::default(), options: ImportOptions::default() }));
    let watch = Watch::new();
    let report = project.import_files(wanted, &watch, go_on);
    let keys: Vec<&str> = report.refused().map(|refusal| refusal.sentence.key.as_str()).collect();
    assert_eq!(keys, ["import-error-missing", "error-same-bytes"]);
    assert_eq!((report.taken().count(), report.is_stopped), (1, false));
    let progress = watch.progress();
    assert_eq!((progress.done, progress.total), (3, 3));
    assert!(progress.weight_done <= progress.weight_total);
}
