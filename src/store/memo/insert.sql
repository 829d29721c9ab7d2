INSERT INTO memo (
    id, source, informant, code, segment, coding, finding, text, author, created, changed
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)
