INSERT INTO source (
    id, name, short, description, technique, date, place, setting, number, note, header,
    revision, original, original_name, encoding, created
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
