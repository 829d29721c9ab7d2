//! Several openers of one file: who is said to have it open, who may write, and what is left when they go.

use super::*;
use crate::store::Visit;

fn write_memo(db: &mut Database, text: &str) {
    step(db, "memo", |db| {
        db.conn.execute("UPDATE memo SET text = ?", [text]).expect("a memo");
    });
}

fn visits(db: &Database) -> Vec<Visit> {
    crate::store::visit::all(&db.conn, super::super::schema::MAX).expect("visits")
}

/// A copy of the files with these endings, as a syncing program or a crash leaves them.
fn copied(desk: &Desk, endings: &[&str]) -> Desk {
    let copy = Desk::new();
    for name in desk.files() {
        if endings.iter().any(|ending| name.ends_with(ending)) {
            std::fs::copy(desk.folder.path().join(&name), copy.folder.path().join(&name)).expect("a copy");
        }
    }
    copy
}

fn bytes(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let read = |name: String| {
        let bytes = std::fs::read(desk.folder.path().join(&name)).expect("a file");
        (name, bytes)
    };
    desk.files().into_iter().map(read).collect()
}

fn reading() -> Opening<'static> {
    Opening { is_reading_only: true, ..opening("laptop") }
}

#[test]
fn openers_on_this_device_are_told_apart_by_their_locks() {
    let desk = Desk::new();
    drop(desk.full());
    let locks = tempfile::TempDir::new().expect("a folder");
    let at = |coder: &'static str, now: i64| Opening {
        coder,
        now: Timestamp::from_millis(now),
        own_folder: Some(locks.path()),
        ..opening("laptop")
    };
    let (mut first, notices) = Database::open(&desk.path(), &at("Ana", 1)).expect("open");
    assert_eq!(notices, []);
    let (mut second, notices) = Database::open(&desk.path(), &at("Budi", 2)).expect("open");
    assert!(matches!(notices.as_slice(), [Notice::OpenHere(one)] if one.coder == "Ana"), "{notices:?}");
    assert_eq!(visits(&first).len(), 2);
    // The first one's program ends without closing: its lock goes, its row stays.
    first.visit.take().expect("signed in").die();
    let (mut third, notices) = Database::open(&desk.path(), &at("Citra", 3)).expect("open");
    assert!(
        matches!(notices.as_slice(), [Notice::LogFoldedIn, Notice::OpenHere(one)] if one.coder == "Budi"),
        "{notices:?}"
    );
    assert_eq!(visits(&third).iter().map(|visit| visit.coder.as_str()).collect::<Vec<_>>(), ["Budi", "Citra"]);
    first.conn = rusqlite::Connection::open_in_memory().expect("nothing");
    write_memo(&mut second, "dua");
    write_memo(&mut third, "tiga");
    second.close().expect("closed");
    drop(second);
    assert_eq!(visits(&third).len(), 1);
    third.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    let left = walkdir::WalkDir::new(locks.path()).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    assert_eq!(left.count(), 0, "neither a lock nor a note is left");
    let (db, notices) = Database::open(&desk.path(), &at("Ana", 4)).expect("open");
    assert_eq!((notices, visits(&db).len()), (vec![], 1));
}

#[test]
fn another_device_reads_until_it_takes_over() {
    let desk = Desk::new();
    let open = desk.full();
    let copy = copied(&desk, &[".emaslim", "-wal"]);
    drop(open);
    let before = bytes(&copy);
    let (mut reader, notices) = Database::open(&copy.path(), &opening("kantor")).expect("open");
    let is_elsewhere =
        |notice: &Notice| matches!(notice, Notice::OpenElsewhere(one) if one.device == "laptop" && one.coder == "Ana");
    assert!(notices.len() == 1 && is_elsewhere(&notices[0]), "{notices:?}");
    assert!(reader.is_read_only() && matches!(reader.begin_step(), Err(Error::ReadOnly)));
    reader.close().expect("closed");
    drop(reader);
    assert!(bytes(&copy) == before, "whoever only looks leaves everything as it was");
    let over = Opening { is_taking_over: true, ..opening("kantor") };
    let (mut writer, notices) = Database::open(&copy.path(), &over).expect("open");
    assert!(notices.iter().any(is_elsewhere) && !writer.is_read_only(), "{notices:?}");
    write_memo(&mut writer, "kantor");
    drop(writer);
    // Closed properly, the next device is not asked.
    let (db, notices) = Database::open(&copy.path(), &opening("rumah")).expect("open");
    assert_eq!((notices, db.is_read_only()), (vec![], false));
}

#[test]
fn whoever_was_taken_over_from_writes_no_more() {
    let desk = Desk::new();
    let mut laptop = desk.full();
    let over = Opening { is_taking_over: true, ..opening("kantor") };
    let (mut office, _) = Database::open(&desk.path(), &over).expect("open");
    write_memo(&mut office, "kantor");
    // At its next write …
    assert!(matches!(laptop.begin_step(), Err(Error::TakenOver(by)) if by.device == "kantor"));
    assert!(laptop.is_read_only() && matches!(laptop.begin_batch(), Err(Error::ReadOnly)));
    write_memo(&mut office, "lagi");
    office.close().expect("closed");
    laptop.close().expect("closed");
    drop((office, laptop));
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    // … or at its next look, and also where the other one has written and gone.
    let mut laptop = desk.open().expect("open").0;
    assert!(!laptop.is_changed_by_others().expect("asked"));
    let (mut office, _) = Database::open(&desk.path(), &over).expect("open");
    let row = StepRow { device: "kantor".to_owned(), ..office.steps(1).expect("steps").remove(0) };
    let number = office.begin_step().expect("a step");
    office.conn.execute_batch("UPDATE memo SET text = 'pulang'").expect("a memo");
    office.end_step(&StepRow { number, id: StepId::from_uuid(Uuid::now_v7()), ..row }).expect("ended");
    office.close().expect("closed");
    assert!(matches!(laptop.is_changed_by_others(), Err(Error::TakenOver(by)) if by.device == "kantor"));
    assert!(laptop.is_read_only());
}

#[test]
fn a_row_that_was_swept_away_comes_back_with_the_next_step() {
    let desk = Desk::new();
    let mut db = desk.full();
    desk.meddle("DELETE FROM visit");
    assert!(db.is_changed_by_others().expect("asked"));
    write_memo(&mut db, "tetap");
    assert_eq!(visits(&db).len(), 1);
}

#[test]
fn a_copy_without_its_log_opens_and_says_so() {
    let desk = Desk::new();
    let mut db = desk.full();
    write_memo(&mut db, "terlipat");
    db.checkpoint().expect("folded in");
    write_memo(&mut db, "masih di log");
    let copy = copied(&desk, &[".emaslim"]);
    assert_eq!(copy.files(), ["tesis.emaslim"]);
    let before = bytes(&copy);
    // Reading leaves no trace, and shows what was folded in.
    let (mut reader, _) = Database::open(&copy.path(), &reading()).expect("open");
    assert!(reader.dump().expect("a dump").contains("terlipat"));
    assert_eq!(reader.faults().expect("a check"), []);
    reader.close().expect("closed");
    assert!(bytes(&copy) == before);
    let (mut db, notices) = copy.open().expect("open");
    assert!(matches!(notices.as_slice(), [Notice::LogLost(one)] if one.device == "laptop"), "{notices:?}");
    db.close().expect("closed");
    assert_eq!(copy.files(), ["tesis.emaslim"]);
}

#[test]
fn a_copy_with_its_log_is_read_without_touching_either() {
    let desk = Desk::new();
    let mut db = desk.full();
    write_memo(&mut db, "masih di log");
    let copy = copied(&desk, &[".emaslim", "-wal"]);
    let before = bytes(&copy);
    let (mut reader, _) = Database::open(&copy.path(), &reading()).expect("open");
    assert!(reader.dump().expect("a dump").contains("masih di log"));
    reader.close().expect("closed");
    drop(reader);
    assert!(bytes(&copy) == before);
}

#[test]
fn a_reader_beside_a_writer_sees_what_lands_and_leaves_nothing_when_it_goes_last() {
    let desk = Desk::new();
    let mut writer = desk.full();
    let (mut reader, notices) = Database::open(&desk.path(), &reading()).expect("open");
    assert_eq!(notices, []);
    write_memo(&mut writer, "baru");
    assert!(reader.is_changed_by_others().expect("asked"));
    assert!(reader.dump().expect("a dump").contains("baru"));
    writer.close().expect("closed");
    drop(writer);
    assert!(desk.files().len() > 1, "the reader still needs the log");
    assert!(reader.dump().expect("a dump").contains("baru"));
    reader.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    let (_, notices) = desk.open().expect("open");
    assert_eq!(notices, [], "nothing was closed improperly");
}

#[test]
fn a_file_is_read_by_its_name_whatever_it_is_called() {
    let desk = Desk::new();
    let db = desk.full();
    let folder = TempDir::new().expect("a folder");
    let name = if cfg!(windows) { "a #%20 é 🙏&x=1.emaslim" } else { "a #%20? é 🙏&x=1.emaslim" };
    let odd = folder.path().join(name);
    std::fs::copy(desk.path(), &odd).expect("a copy");
    drop(db);
    let (reader, _) = Database::open(&odd, &reading()).expect("open");
    assert!(reader.dump().expect("a dump").contains("Ana"));
}
