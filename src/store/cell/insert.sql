INSERT INTO cell_note (
    row_code, row_finding, column_group, column_informant, column_source, column_coder, column_technique, column_date,
    id, summary, empty_reason, segment, coder, changed
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
