//! The schema keeps its own rules, and every version of it can still be opened.

use super::*;
use crate::store::schema::{MAX, MIN, OUTSIDE_HISTORY, PARTS, START, compare, tables, upgrades};
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;

fn model() -> Connection {
    let conn = Connection::open_in_memory().expect("memory");
    crate::store::schema::create(&conn).expect("the schema");
    conn
}

fn column<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str) -> Vec<T> {
    let mut statement = conn.prepare(sql).expect(sql);
    statement.query_map([], |row| row.get(0)).expect(sql).collect::<Result<_, _>>().expect(sql)
}

/// Raising `MAX` needs an upgrade script and a fixture file. To write the file of the newest version, run
/// this test with `EMASLIM_WRITE_FIXTURES=1`; a file of an older version is never written again.
#[test]
fn every_version_has_its_upgrade_and_its_fixture() {
    let leads_to: Vec<u32> = upgrades().iter().map(|(version, _)| *version).collect();
    let expected: Vec<u32> = (MIN..=MAX).filter(|version| *version > START).collect();
    assert_eq!(leads_to, expected, "one upgrade a version, in order");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema");
    let newest = folder.join(format!("v{MAX}.emaslim"));
    if std::env::var_os("EMASLIM_WRITE_FIXTURES").is_some() {
        let desk = Desk::new();
        let mut db = desk.full();
        db.close().expect("closed");
        std::fs::copy(desk.path(), &newest).expect("the fixture");
    }
    for version in MIN..=MAX {
        let fixture = folder.join(format!("v{version}.emaslim"));
        assert!(fixture.exists(), "no file of schema version {version}: {}", fixture.display());
        let plain = Connection::open_with_flags(&fixture, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the fixture");
        assert_eq!(column::<u32>(&plain, "PRAGMA user_version"), [version]);
        compare(&plain, version, &fixture).expect("a published schema never changes: add a version instead");
        drop(plain);
        let desk = Desk::new();
        std::fs::copy(&fixture, desk.path()).expect("a copy");
        let (mut db, notices) = desk.open().expect("an older project opens");
        assert_eq!(notices.contains(&Notice::Migrated), version < MAX);
        assert_eq!(db.faults().expect("a check"), []);
        assert_eq!(db.quotation_faults().expect("a check"), (2, Vec::new()));
        let held: BTreeSet<String> =
            db.dump().expect("a dump").lines().map(|line| line.split(' ').next().unwrap_or("").to_owned()).collect();
        let expected: BTreeSet<String> =
            tables(&db.conn).expect("tables").into_iter().map(|table| table.name).collect();
        if version == MAX {
            assert_eq!(held, expected, "the fixture has a row in every table");
        }
        db.close().expect("closed");
    }
}

#[test]
fn every_table_of_user_data_is_followed() {
    let desk = Desk::new();
    let db = desk.full();
    let all: BTreeSet<String> = column(&db.conn, "SELECT name FROM main.sqlite_schema WHERE type = 'table'")
        .into_iter()
        .filter(|name: &String| !name.starts_with("sqlite_"))
        .collect();
    let followed: BTreeSet<String> = column(
        &db.conn,
        "SELECT tbl_name FROM temp.sqlite_schema WHERE type = 'trigger' GROUP BY tbl_name HAVING count(*) = 3",
    )
    .into_iter()
    .collect();
    let outside: BTreeSet<String> = OUTSIDE_HISTORY.iter().map(|name| (*name).to_owned()).collect();
    assert!(outside.is_subset(&all));
    assert_eq!(followed, all.difference(&outside).cloned().collect());
    assert_eq!(followed.len(), 28);
    for table in &followed {
        let keys: Vec<String> =
            column(&db.conn, &format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE pk > 0"));
        assert_eq!(keys, ["id"], "{table}");
    }
}

/// What [`PARTS`] rests on: the owner takes its parts along, and a part always has one.
#[test]
fn parts_have_an_owner_that_takes_them_along() {
    let conn = model();
    for (part, column, owner) in PARTS {
        let found: i64 = conn
            .query_row(
                "SELECT count(*) FROM pragma_foreign_key_list(?1) AS reference, pragma_table_xinfo(?1) AS info
                 WHERE reference.\"from\" = ?2 AND reference.\"table\" = ?3 AND reference.on_delete = 'CASCADE'
                   AND info.name = ?2 AND info.\"notnull\" = 1",
                [part, column, owner],
                |row| row.get(0),
            )
            .expect("asked");
        assert_eq!(found, 1, "{part}.{column}");
    }
}

#[test]
fn the_schema_keeps_its_own_rules() {
    let conn = model();
    for name in column::<String>(&conn, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0") {
        assert!(name.starts_with("sqlite_"), "{name} is not STRICT");
    }
    let names: Vec<String> = column(&conn, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    for table in &names {
        let types: Vec<String> = column(&conn, &format!("SELECT type FROM pragma_table_xinfo('{table}')"));
        for kind in types {
            assert!(["BLOB", "TEXT", "INTEGER"].contains(&kind.as_str()), "{table}: {kind}");
        }
        // RESTRICT cannot be deferred while undoing; a reference without an index makes every delete a scan.
        let actions: Vec<String> = column(&conn, &format!("SELECT on_delete FROM pragma_foreign_key_list('{table}')"));
        assert!(!actions.contains(&"RESTRICT".to_owned()), "{table}");
        let indexed: BTreeSet<String> = column::<Option<String>>(
            &conn,
            &format!(
                "SELECT info.name FROM pragma_index_list('{table}') AS list, pragma_index_info(list.name) AS info
                 WHERE info.seqno = 0 AND list.partial = 0"
            ),
        )
        .into_iter()
        .flatten()
        .collect();
        for reference in column::<String>(&conn, &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')")) {
            assert!(indexed.contains(&reference), "{table}.{reference} has no index");
        }
    }
}

#[test]
fn what_hangs_on_several_kinds_of_thing_hangs_on_one() {
    let desk = Desk::new();
    let mut db = desk.full();
    let wrong = [
        // A memo on two things, a value of two things or of none, a note on two columns, a direction of no kind.
        "UPDATE memo SET code = x'00000000000000000000000000000b01' WHERE source IS NOT NULL",
        "UPDATE attribute_value SET source = x'00000000000000000000000000000401'",
        "UPDATE attribute_value SET informant = NULL, source = NULL",
        "UPDATE verdict SET code = x'00000000000000000000000000000b01', finding = x'00000000000000000000000000000f01'",
        "UPDATE cell_note SET column_date = '2025-02-12', column_technique = 'interview'",
        "UPDATE cell_note SET column_group = NULL, column_technique = NULL",
        "UPDATE cell_note SET column_technique = NULL WHERE summary = 'Silang'",
        "UPDATE member_check SET state = 'approved'",
        "UPDATE coding SET direction = 'maybe'",
        "UPDATE coding SET coder = x'00000000000000000000000000000101'",
        "UPDATE code SET parent = id",
        "UPDATE code SET colour = 'red'",
        "UPDATE segment SET end_ = start - 1",
        "UPDATE revision SET text = ''",
        "UPDATE original SET bytes = x''",
        "UPDATE source SET id = x'00000000000000000000000000000409'",
        "INSERT INTO segment SELECT x'00000000000000000000000000000d09', source, revision, start, end_, line, line_end, quote, reduction, is_key FROM segment",
    ];
    let before = dump(&desk.path());
    for sql in wrong {
        db.begin_step().expect("a step");
        assert!(db.conn.execute_batch(sql).is_err(), "{sql}");
        db.abandon_step();
    }
    assert_eq!(dump(&desk.path()), before);
}

#[test]
fn the_questions_of_every_day_use_an_index() {
    let conn = model();
    let questions = [
        "SELECT segment FROM coding WHERE code = ?",
        "SELECT * FROM coding WHERE segment = ?",
        "SELECT * FROM coding WHERE coder = ?",
        "SELECT * FROM segment WHERE source = ?",
        "SELECT * FROM turn WHERE source = ?",
        "SELECT * FROM turn WHERE informant = ?",
        "SELECT * FROM code WHERE parent = ? ORDER BY ordinal",
        "SELECT * FROM code WHERE short = ?",
        "SELECT * FROM source WHERE name = ?",
        "SELECT name FROM source WHERE original = ?",
        "SELECT * FROM informant WHERE code = ?",
        "SELECT * FROM memo WHERE coding = ?",
        "SELECT * FROM change WHERE number BETWEEN ? AND ? ORDER BY number DESC",
        "SELECT * FROM step ORDER BY number DESC LIMIT 1",
        "SELECT * FROM evidence WHERE segment = ?",
        "SELECT * FROM evaluation_evidence WHERE segment = ?",
        "SELECT * FROM verdict WHERE code = ? AND axis = ?",
    ];
    for question in questions {
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {question}")).expect(question);
        let marks = statement.parameter_count();
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(vec!["x"; marks]), |row| row.get("detail"))
            .expect(question)
            .collect::<Result<_, _>>()
            .expect(question);
        assert!(plan.iter().all(|line| !line.contains("TEMP B-TREE")), "{question}: {plan:?}");
        let is_direct = plan.iter().all(|line| line.starts_with("SEARCH"));
        assert!(is_direct || question.contains("FROM step"), "{question}: {plan:?}");
    }
}
