-- The key ?9 is that of a new one, for both statements take the same values.
UPDATE cell_note
SET summary = ?10, empty_reason = ?11, segment = ?12, coder = ?13, changed = ?14
WHERE row_code IS ?1 AND row_finding IS ?2 AND column_group IS ?3 AND column_informant IS ?4 AND column_source IS ?5
  AND column_coder IS ?6 AND column_technique IS ?7 AND column_date IS ?8
