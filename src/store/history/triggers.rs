//! The triggers that record what was there before. They are temporary and made from the schema whenever a
//! project opens, so no table can be forgotten and no file can bring its own.

use crate::store::schema::Table;
use rusqlite::Connection;
use std::fmt::Write as _;

/// Sets the triggers up. Rows change only while `temp.current_step` names a step: outside one, `change.step`
/// would be NULL and SQLite refuses the write.
///
/// One kind of row has no image: a part (see [`schema::PARTS`](crate::store::schema::PARTS)) that is inserted in the
/// step that inserts its owner. Taking that step back deletes the owner, the cascade deletes the part, and the
/// trigger on the deletion keeps what a redo needs. `temp.new_owner` names the owners that the step has made.
pub fn install(db: &Connection, tables: &[Table]) -> rusqlite::Result<()> {
    let mut script = String::from(
        "CREATE TEMP TABLE current_step (number INTEGER PRIMARY KEY, first_change INTEGER NOT NULL) STRICT;\n\
         CREATE TEMP TABLE new_owner (key BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;\n",
    );
    for table in tables {
        write_triggers(&mut script, table);
    }
    db.execute_batch(&script)
}

fn write_triggers(script: &mut String, table: &Table) {
    let name = &table.name;
    let columns: Vec<(String, String)> = table
        .columns
        .iter()
        .map(|column| {
            let old = format!("OLD.\"{}\"", column.name);
            let json = if column.is_blob {
                // hex(NULL) is '', which would turn nothing into an empty blob.
                format!("CASE WHEN {old} IS NULL THEN 'null' ELSE '\"' || hex({old}) || '\"' END")
            } else {
                format!("json_quote({old})")
            };
            (column.name.clone(), json)
        })
        .collect();
    let all: Vec<String> = columns.iter().map(|(column, json)| format!("'\"{column}\":' || {json}")).collect();
    let differs: Vec<String> =
        columns.iter().map(|(column, _)| format!("OLD.\"{column}\" IS NOT NEW.\"{column}\"")).collect();
    let changed: Vec<String> = columns
        .iter()
        .map(|(column, json)| {
            format!("CASE WHEN OLD.\"{column}\" IS NOT NEW.\"{column}\" THEN ',\"{column}\":' || {json} ELSE '' END")
        })
        .collect();
    let all = format!("'{{' || {} || '}}'", all.join(" || ',' || "));
    let changed = format!("'{{' || ltrim({}, ',') || '}}'", changed.join(" || "));
    let record = |kind: &str, key: &str, before: &str| {
        format!(
            "INSERT INTO change (step, host, kind, key, before) \
             VALUES ((SELECT number FROM temp.current_step), '{name}', '{kind}', {key}, {before});"
        )
    };
    let is_alone = table.part_of.map_or_else(String::new, |owner| {
        format!("WHEN NOT EXISTS (SELECT 1 FROM temp.new_owner WHERE key = NEW.\"{owner}\") ")
    });
    let owns = if table.has_parts { " INSERT OR IGNORE INTO new_owner (key) VALUES (NEW.id);" } else { "" };
    // Writing to a String cannot fail.
    let _ = write!(
        script,
        "CREATE TEMP TRIGGER \"history_{name}_insert\" AFTER INSERT ON main.\"{name}\" {is_alone}BEGIN {insert}{owns} END;\n\
         CREATE TEMP TRIGGER \"history_{name}_update\" AFTER UPDATE ON main.\"{name}\" \
         WHEN OLD.id IS NOT NEW.id OR {differs} BEGIN \
         SELECT RAISE(ABORT, 'an id never changes') WHERE OLD.id IS NOT NEW.id; {update} END;\n\
         CREATE TEMP TRIGGER \"history_{name}_delete\" AFTER DELETE ON main.\"{name}\" BEGIN {delete} END;\n",
        insert = record("insert", "NEW.id", "NULL"),
        differs = differs.join(" OR "),
        update = record("update", "OLD.id", &changed),
        delete = record("delete", "OLD.id", &all),
    );
}
