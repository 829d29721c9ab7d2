//! Rows of older versions whose tables have been built anew since, so that a row lies otherwise in them. A column that
//! was only put behind the others is no matter of this: [`super::model::Table::may_end_after`] knows of it.

use rusqlite::types::Value;
use std::borrow::Cow;

/// What evaluations held up to version 3: id, code, value, reason, the one segment that was cited, coder, changed.
const EVALUATION: usize = 7;
const CITED: usize = 4;
const STATE: usize = 3;

/// The values as the newest version has them.
pub(super) fn brought_up<'a>(table: &str, values: &'a [Value]) -> Cow<'a, [Value]> {
    let is_approved = |values: &[Value]| matches!(values.get(STATE), Some(Value::Text(state)) if state == "approved");
    match table {
        "evaluation" if values.len() == EVALUATION => {
            let kept = values.iter().enumerate().filter(|(at, _)| *at != CITED);
            Cow::Owned(kept.map(|(_, value)| value.clone()).collect())
        }
        "member_check" if is_approved(values) => {
            let mut values = values.to_vec();
            values[STATE] = Value::Text("confirmed".to_owned());
            Cow::Owned(values)
        }
        _ => Cow::Borrowed(values),
    }
}

/// The row that says what an evaluation of an older version cited, under the key of the evaluation.
pub(super) fn cited(table: &str, values: &[Value]) -> Option<Vec<Value>> {
    let (id, segment) = match (table, values) {
        ("evaluation", [id, _, _, _, segment @ Value::Blob(_), _, _]) => (id, segment),
        _ => return None,
    };
    Some(vec![id.clone(), id.clone(), segment.clone()])
}
