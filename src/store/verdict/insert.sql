INSERT INTO verdict (id, code, finding, axis, value, suggested, silent, conclusion, coder, changed, basis)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
