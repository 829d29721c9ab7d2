-- Schema version 3: an informant may have a pseudonym, the codes of a second theory stand in a codebook of their
-- own, and a project knows what has been exported from it.

ALTER TABLE informant ADD COLUMN pseudonym TEXT NOT NULL DEFAULT '';

-- A codebook beside the first one. Codes of the first belong to none of these; an indicator belongs to the codebook
-- of the code at the top of its branch, which alone names it.
CREATE TABLE codebook (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0)
) STRICT, WITHOUT ROWID;

ALTER TABLE code ADD COLUMN codebook BLOB REFERENCES codebook (id) ON DELETE CASCADE;
CREATE INDEX code_by_codebook ON code (codebook);

-- What was handed out, so that what has changed since can be told. It happened and is no step that could be undone.
-- `sources` lists the ids of the sources whose words are in it, as hexadecimal digits.
CREATE TABLE export (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    coder TEXT NOT NULL,
    what TEXT NOT NULL,
    format TEXT NOT NULL,
    file TEXT NOT NULL,
    step INTEGER NOT NULL,
    sources TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sources))
) STRICT, WITHOUT ROWID;
