-- The key ?1 is that of a new one, for both statements take the same values.
UPDATE verdict
SET value = ?5, suggested = ?6, silent = ?7, conclusion = ?8, coder = ?9, changed = ?10, basis = ?11
WHERE code IS ?2 AND finding IS ?3 AND axis = ?4
