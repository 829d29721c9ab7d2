-- Schema version 2: who has the file open is one row an opener, so that one window's closing does not hide
-- another; and a source knows the encoding that its original was read in.

DROP TABLE visit;
-- Who has the file open; written on open, removed on close. A row whose opener has crashed stays until the next
-- opener on that device finds nobody there.
CREATE TABLE visit (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    coder TEXT NOT NULL,
    device TEXT NOT NULL,
    process INTEGER NOT NULL,
    opened INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- As the WHATWG Encoding Standard names it.
ALTER TABLE source ADD COLUMN encoding TEXT NOT NULL DEFAULT 'UTF-8';
