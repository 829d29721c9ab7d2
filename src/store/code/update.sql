UPDATE code
SET parent = ?2, kind = ?3, short = ?4, name = ?5, colour = ?6, key = ?7, ordinal = ?8, definition = ?9, test = ?10,
    counts = ?11, counts_not = ?12, examples = ?13, keywords = ?14, aliases = ?15, codebook = ?16
WHERE id = ?1
