//! Whatever a step does to whichever table, taking it back gives the same rows.

use super::*;

/// Takes the last step back, forth and back again, and compares.
fn there_and_back(db: &mut Database, before: &str, what: &str) {
    let after = db.dump().expect("a dump");
    let row = db.undoable().expect("steps").expect("a step to undo");
    undo(db, &row);
    assert_eq!(db.dump().expect("a dump"), before, "{what}");
    let undoing = db.redoable().expect("steps").expect("a step to redo");
    undo(db, &undoing);
    assert_eq!(db.dump().expect("a dump"), after, "{what}");
    let row = db.undoable().expect("steps").expect("a step to undo");
    undo(db, &row);
    assert_eq!(db.dump().expect("a dump"), before, "{what}");
    assert_eq!(db.faults().expect("a check"), [], "{what}");
}

#[test]
fn rows_of_every_table_come_and_go() {
    let desk = Desk::new();
    let mut db = desk.full();
    there_and_back(&mut db, "", "a row in every table");
}

#[test]
fn cascades_upserts_and_replacements_are_taken_back() {
    let desk = Desk::new();
    let mut db = desk.full();
    let before = db.dump().expect("a dump");
    let acts = [
        "DELETE FROM source",
        "DELETE FROM code WHERE parent IS NULL",
        "DELETE FROM informant_group; DELETE FROM informant",
        "DELETE FROM segment; DELETE FROM finding; DELETE FROM question",
        "DELETE FROM code; DELETE FROM source; DELETE FROM informant; DELETE FROM memo; DELETE FROM coder WHERE name <> 'Ana'",
        // NULL and empty, there and back.
        "UPDATE informant SET informant_group = NULL, consent_date = '', description = '', withdrawn = 0",
        "UPDATE informant SET informant_group = x'00000000000000000000000000000202', consent_date = NULL, withdrawn = NULL",
        "UPDATE memo SET text = 'x\"\\' || char(10) || char(1) || char(0x10FFFF) || '🙏🏽', changed = -9223372036854775808",
        "UPDATE coding SET direction = NULL; UPDATE coding SET direction = 'partly', created = 9223372036854775807",
        // Rows move past each other under unique names.
        "UPDATE informant SET code = 'X' WHERE code = 'KS'; UPDATE informant SET code = 'KS' WHERE code = 'S1'; UPDATE informant SET code = 'S1' WHERE code = 'X'",
        "REPLACE INTO coder (id, name, kind) VALUES (x'00000000000000000000000000000199', 'QDA', 'person')",
        "INSERT INTO coder (id, name, kind) VALUES (x'00000000000000000000000000000101', 'Ani', 'person')
         ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        "INSERT OR REPLACE INTO coding
         SELECT x'00000000000000000000000000000e09', segment, code, coder, 'context', 12 FROM coding WHERE direction IS NULL",
        "DELETE FROM memo WHERE source IS NULL; INSERT INTO memo SELECT x'00000000000000000000000000001799', source, informant, code, segment, coding, finding, kind, 'y', author, 1, 1 FROM memo",
        "UPDATE code SET parent = x'00000000000000000000000000000b03' WHERE short = 'SUP'; DELETE FROM code WHERE name = 'Lain'",
    ];
    for sql in acts {
        step(&mut db, "code", |db| db.conn.execute_batch(sql).expect(sql));
        assert_ne!(db.dump().expect("a dump"), before, "{sql}");
        there_and_back(&mut db, &before, sql);
    }
}

/// A part has no image of its own in the step that brings its owner, and has one in every other.
#[test]
fn parts_come_and_go_with_their_owner() {
    let source = "INSERT INTO source SELECT x'00000000000000000000000000000499', 'Baru', short, description, technique, date, place,
                  setting, 99, note, header, revision, original, original_name, created, encoding, line_numbers FROM source LIMIT 1";
    let turn = "INSERT INTO turn SELECT x'00000000000000000000000000000599', x'00000000000000000000000000000499', start, words_start,
                words_end, end_, label, kind, informant FROM turn WHERE informant IS NOT NULL LIMIT 1";
    let other = "INSERT INTO turn SELECT x'00000000000000000000000000000598', source, start, words_start, words_end, end_, label, kind,
                 informant FROM turn WHERE source <> x'00000000000000000000000000000499' LIMIT 1";
    let images = |db: &Database, sql: &str| {
        db.conn.query_row("SELECT count(*) FROM change", [], |row| row.get::<_, i64>(0)).expect(sql)
    };
    let acts: [(&[&str], i64); 8] = [
        (&[source, turn], 1),
        (&[source, turn, other], 2),
        (&[source, turn, "UPDATE turn SET label = 'lain' WHERE id = x'00000000000000000000000000000599'"], 2),
        (&[source, turn, "DELETE FROM turn WHERE id = x'00000000000000000000000000000599'"], 2),
        (&[source, turn, "DELETE FROM informant"], -1),
        (&[source, turn, "UPDATE turn SET source = (SELECT id FROM source WHERE name <> 'Baru')"], -1),
        (
            &[
                source,
                turn,
                "UPDATE source SET name = 'Lain' WHERE name = 'Baru'",
                "REPLACE INTO source SELECT * FROM source",
                turn,
            ],
            -1,
        ),
        (&["REPLACE INTO source SELECT * FROM source", other], -1),
    ];
    for (sql, expected) in acts {
        let desk = Desk::new();
        let mut db = desk.full();
        let before = db.dump().expect("a dump");
        let count = images(&db, "before");
        let all = sql.join(";\n");
        step(&mut db, "import", |db| db.conn.execute_batch(&all).expect(&all));
        assert!(expected < 0 || images(&db, &all) - count == expected, "{all}: {}", images(&db, &all) - count);
        there_and_back(&mut db, &before, &all);
    }
}

#[test]
fn nothing_is_written_outside_a_step() {
    let desk = Desk::new();
    let mut db = desk.full();
    let before = db.dump().expect("a dump");
    for sql in ["DELETE FROM memo", "UPDATE code SET name = 'x'", "DELETE FROM source"] {
        assert!(db.conn.execute_batch(sql).is_err(), "{sql}");
    }
    let turn = "INSERT INTO turn SELECT randomblob(16), source, start, words_start, words_end, end_, label, kind, informant FROM turn";
    assert!(db.conn.execute_batch(turn).is_err(), "a part of a source that was there before");
    assert_eq!(db.dump().expect("a dump"), before);
    // A step that fails on the way leaves nothing either, and the next one starts clean.
    db.begin_step().expect("a step");
    db.conn.execute_batch("DELETE FROM source").expect("deleted");
    db.abandon_step();
    assert_eq!(db.dump().expect("a dump"), before);
    step(&mut db, "memo", |db| db.conn.execute_batch("DELETE FROM memo").expect("deleted"));
    assert_eq!(db.touched(2, 2).expect("rows").len(), 7);
}

#[test]
fn a_reference_that_leads_nowhere_does_not_land() {
    let desk = Desk::new();
    let mut db = desk.full();
    let before = db.dump().expect("a dump");
    let number = db.begin_step().expect("a step");
    db.conn.pragma_update(None, "defer_foreign_keys", true).expect("deferred");
    db.conn
        .execute_batch("UPDATE coding SET coder = x'00000000000000000000000000000777' WHERE direction IS NULL")
        .expect("updated");
    let row = StepRow { number, id: StepId::from_uuid(Uuid::now_v7()), ..db.steps(1).expect("steps").remove(0) };
    assert!(db.end_step(&row).is_err());
    assert_eq!(db.dump().expect("a dump"), before);
    assert_eq!(db.step_count().expect("steps"), 1);
}

#[test]
fn a_history_that_does_not_fit_is_refused() {
    let forgeries = [
        "UPDATE change SET host = 'coding\"; DROP TABLE memo; --' WHERE host = 'coding'",
        "UPDATE change SET host = 'step' WHERE host = 'coding'",
        "UPDATE change SET kind = 'delete', before = 'nonsense' WHERE host = 'coding'",
        "UPDATE change SET kind = 'delete', before = '{\"id\":1}' WHERE host = 'coding'",
        "UPDATE change SET kind = 'update', before = '{\"direction\":[1]}' WHERE host = 'coding'",
        "UPDATE change SET kind = 'update', before = '{\"segment\":\"zz\"}' WHERE host = 'coding'",
        "UPDATE change SET kind = 'update', before = '{\"segment\":\"é1\"}' WHERE host = 'coding'",
    ];
    for sql in forgeries {
        let desk = Desk::new();
        drop(desk.full());
        desk.meddle(sql);
        let (mut db, _) = desk.open().expect("open");
        let before = db.dump().expect("a dump");
        let row = db.undoable().expect("steps").expect("a step");
        db.begin_step().expect("a step");
        assert!(matches!(db.take_back(row.number), Err(Error::History(_))), "{sql}");
        db.abandon_step();
        assert_eq!(db.dump().expect("a dump"), before);
        assert!(!db.faults().expect("a check").is_empty(), "{sql}");
    }
}
