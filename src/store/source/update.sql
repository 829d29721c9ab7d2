UPDATE source
SET name = ?2, short = ?3, description = ?4, technique = ?5, date = ?6, place = ?7, setting = ?8, note = ?9
WHERE id = ?1
