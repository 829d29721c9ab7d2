-- Schema version 4: a row has one verdict an axis and a cell one note, whoever wrote it last (the history knows who
-- wrote before); a note may stand where two columns cross; an evaluation cites several quotations; a member check
-- ends in one of three answers. What could be there twice keeps what was written last.

ALTER TABLE verdict RENAME TO verdict_before;
DROP INDEX verdict_by_coder;
-- `basis` stands for what the evidence of the row was when the verdict was chosen; another one now means that it has
-- to be looked at again.
CREATE TABLE verdict (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code BLOB REFERENCES code (id) ON DELETE CASCADE,
    finding BLOB REFERENCES finding (id) ON DELETE CASCADE,
    axis TEXT NOT NULL CHECK (axis IN ('group', 'informant', 'technique', 'source', 'date', 'coder')),
    value TEXT NOT NULL CHECK (value IN ('agreement', 'partial', 'silence', 'dissonance', 'unrated')),
    suggested TEXT CHECK (suggested IN ('agreement', 'partial', 'silence', 'dissonance', 'unrated')),
    silent TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(silent)),
    conclusion TEXT NOT NULL DEFAULT '',
    coder BLOB NOT NULL REFERENCES coder (id),
    changed INTEGER NOT NULL,
    basis TEXT NOT NULL DEFAULT '',
    CHECK ((code IS NOT NULL) + (finding IS NOT NULL) = 1),
    UNIQUE (code, axis),
    UNIQUE (finding, axis)
) STRICT, WITHOUT ROWID;
INSERT INTO verdict (id, code, finding, axis, value, suggested, silent, conclusion, coder, changed)
SELECT id, code, finding, axis, value, suggested, silent, conclusion, coder, changed
FROM verdict_before AS one
WHERE NOT EXISTS (
    SELECT 1 FROM verdict_before AS other
    WHERE other.code IS one.code AND other.finding IS one.finding AND other.axis = one.axis
      AND (other.changed, other.id) > (one.changed, one.id)
);
DROP TABLE verdict_before;
CREATE INDEX verdict_by_coder ON verdict (coder);

ALTER TABLE cell_note RENAME TO cell_note_before;
DROP INDEX cell_note_by_place;
DROP INDEX cell_note_by_code;
DROP INDEX cell_note_by_finding;
DROP INDEX cell_note_by_group;
DROP INDEX cell_note_by_informant;
DROP INDEX cell_note_by_source;
DROP INDEX cell_note_by_column_coder;
DROP INDEX cell_note_by_segment;
DROP INDEX cell_note_by_coder;
CREATE TABLE cell_note (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    row_code BLOB REFERENCES code (id) ON DELETE CASCADE,
    row_finding BLOB REFERENCES finding (id) ON DELETE CASCADE,
    column_group BLOB REFERENCES informant_group (id) ON DELETE CASCADE,
    column_informant BLOB REFERENCES informant (id) ON DELETE CASCADE,
    column_source BLOB REFERENCES source (id) ON DELETE CASCADE,
    column_coder BLOB REFERENCES coder (id) ON DELETE CASCADE,
    column_technique TEXT CHECK (column_technique IN ('interview', 'observation', 'document')),
    column_date TEXT,
    summary TEXT NOT NULL DEFAULT '',
    empty_reason TEXT CHECK (empty_reason IN ('not_asked', 'not_mentioned', 'dont_know')),
    segment BLOB REFERENCES segment (id) ON DELETE SET NULL,
    coder BLOB NOT NULL REFERENCES coder (id),
    changed INTEGER NOT NULL,
    CHECK ((row_code IS NOT NULL) + (row_finding IS NOT NULL) = 1),
    CHECK (
        (column_group IS NOT NULL) + (column_informant IS NOT NULL) + (column_source IS NOT NULL)
        + (column_coder IS NOT NULL) + (column_technique IS NOT NULL) + (column_date IS NOT NULL) BETWEEN 1 AND 2
    )
) STRICT, WITHOUT ROWID;
INSERT INTO cell_note
SELECT * FROM cell_note_before AS one
WHERE NOT EXISTS (
    SELECT 1 FROM cell_note_before AS other
    WHERE other.row_code IS one.row_code AND other.row_finding IS one.row_finding
      AND other.column_group IS one.column_group AND other.column_informant IS one.column_informant
      AND other.column_source IS one.column_source AND other.column_coder IS one.column_coder
      AND other.column_technique IS one.column_technique AND other.column_date IS one.column_date
      AND (other.changed, other.id) > (one.changed, one.id)
);
DROP TABLE cell_note_before;
CREATE UNIQUE INDEX cell_note_by_place ON cell_note (
    coalesce(row_code, row_finding),
    coalesce(column_group, x''),
    coalesce(column_informant, x''),
    coalesce(column_source, x''),
    coalesce(column_coder, x''),
    coalesce(column_technique, ''),
    coalesce(column_date, '')
);
CREATE INDEX cell_note_by_code ON cell_note (row_code);
CREATE INDEX cell_note_by_finding ON cell_note (row_finding);
CREATE INDEX cell_note_by_group ON cell_note (column_group);
CREATE INDEX cell_note_by_informant ON cell_note (column_informant);
CREATE INDEX cell_note_by_source ON cell_note (column_source);
CREATE INDEX cell_note_by_column_coder ON cell_note (column_coder);
CREATE INDEX cell_note_by_segment ON cell_note (segment);
CREATE INDEX cell_note_by_coder ON cell_note (coder);

ALTER TABLE evaluation RENAME TO evaluation_before;
DROP INDEX evaluation_by_segment;
DROP INDEX evaluation_by_coder;
CREATE TABLE evaluation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code BLOB NOT NULL UNIQUE REFERENCES code (id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (value IN ('optimal', 'adequate', 'not_yet_optimal')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    coder BLOB NOT NULL REFERENCES coder (id),
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO evaluation (id, code, value, reason, coder, changed)
SELECT id, code, value, reason, coder, changed
FROM evaluation_before AS one
WHERE NOT EXISTS (
    SELECT 1 FROM evaluation_before AS other
    WHERE other.code = one.code AND (other.changed, other.id) > (one.changed, one.id)
);
CREATE INDEX evaluation_by_coder ON evaluation (coder);

-- The quotations that an evaluation cites. Those of before get the key of their evaluation.
CREATE TABLE evaluation_evidence (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    evaluation BLOB NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
    segment BLOB NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    UNIQUE (evaluation, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO evaluation_evidence (id, evaluation, segment)
SELECT id, id, segment FROM evaluation_before
WHERE segment IS NOT NULL AND id IN (SELECT id FROM evaluation);
DROP TABLE evaluation_before;
CREATE INDEX evaluation_evidence_by_segment ON evaluation_evidence (segment);

ALTER TABLE member_check RENAME TO member_check_before;
DROP INDEX member_check_by_informant;
CREATE TABLE member_check (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    finding BLOB NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    informant BLOB NOT NULL REFERENCES informant (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not_sent', 'sent', 'confirmed', 'corrected', 'rejected')),
    date TEXT,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (finding, informant)
) STRICT, WITHOUT ROWID;
INSERT INTO member_check (id, finding, informant, state, date, note)
SELECT id, finding, informant, CASE state WHEN 'approved' THEN 'confirmed' ELSE state END, date, note
FROM member_check_before;
DROP TABLE member_check_before;
CREATE INDEX member_check_by_informant ON member_check (informant);
