SELECT id, coalesce(empty_reason, '') AS value, summary AS words,
    concat_ws(
        ' ', hex(column_group), hex(column_informant), hex(column_source), hex(column_coder), column_technique, column_date
    ) AS place
FROM cell_note
WHERE row_code = ?
ORDER BY id
