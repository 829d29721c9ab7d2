INSERT INTO code (
    id, parent, kind, short, name, colour, key, ordinal, definition, test,
    counts, counts_not, examples, keywords, aliases, codebook
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
