//! Opening what lies there, closing to one file, and finding what is wrong with it.

use super::*;
use crate::store::Fault;

fn write_memo(db: &mut Database, text: &str) {
    step(db, "memo", |db| {
        db.conn.execute("UPDATE memo SET text = ?", [text]).expect("a memo");
    });
}

/// What lies on the disk at this instant, as after a power cut.
fn crash(desk: &Desk) -> Desk {
    let after = Desk::new();
    for name in desk.files() {
        if !name.ends_with("-shm") {
            std::fs::copy(desk.folder.path().join(&name), after.folder.path().join(&name)).expect("a copy");
        }
    }
    after
}

#[test]
fn exactly_one_file_lies_there_after_closing() {
    let desk = Desk::new();
    let mut db = desk.full();
    assert!(desk.files().len() > 1, "a log while it is open");
    write_memo(&mut db, "satu");
    db.checkpoint().expect("folded in");
    write_memo(&mut db, "dua");
    db.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    drop(db);
    // Dropped without closing is as good.
    let (mut db, notices) = desk.open().expect("open");
    assert_eq!(notices, []);
    write_memo(&mut db, "tiga");
    drop(db);
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    assert!(dump(&desk.path()).contains("tiga"));
    // The middle of a step is none.
    let (mut db, _) = desk.open().expect("open");
    db.begin_step().expect("a step");
    db.conn.execute_batch("DELETE FROM memo").expect("deleted");
    drop(db);
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    assert!(dump(&desk.path()).contains("tiga"));
}

#[test]
fn a_left_over_log_is_folded_in_and_said() {
    let desk = Desk::new();
    let mut db = desk.full();
    write_memo(&mut db, "tersimpan");
    db.begin_step().expect("a step");
    db.conn.execute_batch("DELETE FROM memo").expect("deleted");
    let after = crash(&desk);
    assert!(after.files().contains(&"tesis.emaslim-wal".to_owned()));
    let (mut reopened, notices) = after.open().expect("opens without repair");
    assert_eq!(notices, [Notice::LogFoldedIn]);
    assert!(reopened.dump().expect("a dump").contains("tersimpan"));
    assert_eq!(reopened.faults().expect("a check"), []);
    reopened.close().expect("closed");
    assert_eq!(after.files(), ["tesis.emaslim"]);
}

#[test]
fn a_second_window_is_no_left_over() {
    let desk = Desk::new();
    let mut window = desk.full();
    write_memo(&mut window, "satu");
    let (mut command, notices) = desk.open().expect("open");
    assert!(matches!(notices.as_slice(), [Notice::OpenHere(first)] if first.coder == "Ana"), "{notices:?}");
    write_memo(&mut command, "dua");
    command.close().expect("closed");
    drop(command);
    assert!(window.is_changed_by_others().expect("asked"));
    assert!(!window.is_changed_by_others().expect("asked"));
    write_memo(&mut window, "tiga");
    window.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
}

#[test]
fn two_writers_wait_for_each_other() {
    let desk = Desk::new();
    let mut window = desk.full();
    let (mut command, _) = desk.open().expect("open");
    command.conn.busy_timeout(std::time::Duration::ZERO).expect("no patience");
    window.begin_step().expect("a step");
    assert!(matches!(command.begin_step(), Err(Error::Busy)));
    window.abandon_step();
    command.begin_step().expect("a step");
    command.abandon_step();
}

#[test]
fn foreign_newer_and_meddled_files_are_refused_untouched() {
    type Expected = fn(&Error) -> bool;
    let cases: [(&str, Expected); 8] = [
        ("PRAGMA user_version = 99", |error| matches!(error, Error::Newer { version: 99, .. })),
        ("PRAGMA user_version = 0", |error| matches!(error, Error::Damaged(_))),
        ("PRAGMA application_id = 7", |error| matches!(error, Error::Damaged(_))),
        (
            "CREATE TRIGGER evil AFTER UPDATE ON coding BEGIN DELETE FROM memo; END",
            |error| matches!(error, Error::Foreign { object, .. } if object == "trigger evil"),
        ),
        ("CREATE VIEW evil AS SELECT 1", |error| matches!(error, Error::Foreign { .. })),
        ("CREATE TABLE evil (x)", |error| matches!(error, Error::Foreign { .. })),
        ("DROP INDEX coding_by_code", |error| matches!(error, Error::Foreign { .. })),
        ("ALTER TABLE memo ADD COLUMN x TEXT", |error| matches!(error, Error::Foreign { .. })),
    ];
    for (sql, is_expected) in cases {
        let desk = Desk::new();
        drop(desk.full());
        desk.meddle(sql);
        let bytes = std::fs::read(desk.path()).expect("the file");
        let error = desk.open().err().unwrap_or_else(|| panic!("{sql} was not noticed"));
        assert!(is_expected(&error), "{sql}: {error}");
        assert_eq!(std::fs::read(desk.path()).expect("the file"), bytes, "{sql}");
        assert_eq!(desk.files(), ["tesis.emaslim"], "{sql}");
    }
}

#[test]
fn a_check_finds_what_is_wrong() {
    type Expected = fn(&Fault) -> bool;
    let cases: [(&str, Expected); 8] = [
        ("UPDATE change SET step = 7", |fault| matches!(fault, Fault::History(_))),
        ("UPDATE segment SET quote = 'Kami bahas' WHERE line = 1", |fault| matches!(fault, Fault::Quotation(_))),
        ("UPDATE segment SET line_end = 7", |fault| matches!(fault, Fault::Lines(_))),
        ("UPDATE segment SET start = 900, end_ = 999 WHERE line = 1", |fault| matches!(fault, Fault::Quotation(_))),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM coder WHERE name = 'Ana'",
            |fault| matches!(fault, Fault::Reference { to, .. } if to == "coder"),
        ),
        ("UPDATE code SET parent = x'00000000000000000000000000000b02' WHERE short = 'SUP'", |fault| {
            matches!(fault, Fault::Ring(_))
        }),
        ("UPDATE step SET sentence = '{}'", |fault| matches!(fault, Fault::History(_))),
        ("DELETE FROM source; INSERT INTO original (hash, bytes) VALUES (zeroblob(32), x'00')", |fault| {
            matches!(fault, Fault::Text(_))
        }),
    ];
    for (sql, is_expected) in cases {
        let desk = Desk::new();
        drop(desk.full());
        desk.meddle(sql);
        let (db, _) = desk.open().expect("open");
        let mut faults = db.faults().expect("a check");
        faults.extend(db.quotation_faults().expect("a check").1);
        assert!(faults.iter().any(is_expected), "{sql}: {faults:?}");
    }
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let desk = Desk::new();
    let mut db = desk.full();
    let before = db.dump().expect("a dump");
    let pages: i64 = db.conn.pragma_query_value(None, "page_count", |row| row.get(0)).expect("pages");
    db.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).expect("a limit");
    db.begin_step().expect("a step");
    let full = db.conn.execute("UPDATE memo SET text = ?", ["x".repeat(1_000_000)]).map_err(Error::from);
    assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
    db.abandon_step();
    assert_eq!(db.dump().expect("a dump"), before);
    db.conn.query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(())).expect("room again");
    write_memo(&mut db, "lega");
    assert_eq!(db.faults().expect("a check"), []);
    assert_eq!(db.step_count().expect("steps"), 2);
}
