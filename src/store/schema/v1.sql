-- Schema version 1, whole: what no place of the window shows yet stands here too, because it is dear to add later.
-- Every table of user data has the key `id`; the history is generated from that. No REAL anywhere.
-- ON DELETE is never RESTRICT, which cannot be deferred while undoing.

CREATE TABLE project (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    only_row INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_row = 1),
    title TEXT NOT NULL,
    school TEXT NOT NULL DEFAULT '',
    researcher TEXT NOT NULL DEFAULT '',
    student_number TEXT NOT NULL DEFAULT '',
    supervisor TEXT NOT NULL DEFAULT '',
    citation TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('id', 'en')),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coder (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'consensus', 'import'))
) STRICT, WITHOUT ROWID;

CREATE TABLE informant_group (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name TEXT NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE informant (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    description TEXT NOT NULL DEFAULT '',
    informant_group BLOB REFERENCES informant_group (id) ON DELETE SET NULL,
    standing TEXT NOT NULL CHECK (standing IN ('key', 'additional')),
    is_child INTEGER NOT NULL DEFAULT 0 CHECK (is_child IN (0, 1)),
    consent TEXT CHECK (consent IN ('written', 'oral')),
    consent_date TEXT,
    may_record INTEGER CHECK (may_record IN (0, 1)),
    may_quote INTEGER CHECK (may_quote IN (0, 1)),
    may_show INTEGER CHECK (may_show IN (0, 1)),
    may_archive INTEGER CHECK (may_archive IN (0, 1)),
    assent INTEGER CHECK (assent IN (0, 1)),
    guardian TEXT NOT NULL DEFAULT '',
    withdrawn INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX informant_by_group ON informant (informant_group);

-- The bytes of imported files and the texts made of them: immutable, found by their SHA-256, outside the history.
CREATE TABLE original (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER original_is_immutable BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'an original is immutable'); END;

CREATE TABLE revision (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    length INTEGER NOT NULL CHECK (length >= 0),
    lines INTEGER NOT NULL CHECK (lines >= 1),
    text TEXT NOT NULL
) STRICT;
CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is immutable'); END;

CREATE TABLE source (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    technique TEXT NOT NULL CHECK (technique IN ('interview', 'observation', 'document')),
    date TEXT,
    place TEXT NOT NULL DEFAULT '',
    setting TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL CHECK (number >= 1),
    note TEXT NOT NULL DEFAULT '',
    header TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(header)),
    revision BLOB NOT NULL REFERENCES revision (id),
    original BLOB NOT NULL REFERENCES original (hash),
    original_name TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_by_number ON source (number);
CREATE INDEX source_by_revision ON source (revision);
CREATE INDEX source_by_original ON source (original);

CREATE TABLE progress (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source BLOB NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    coder BLOB NOT NULL REFERENCES coder (id) ON DELETE CASCADE,
    reached INTEGER NOT NULL DEFAULT 0 CHECK (reached >= 0),
    is_finished INTEGER NOT NULL DEFAULT 0 CHECK (is_finished IN (0, 1)),
    UNIQUE (source, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX progress_by_coder ON progress (coder);

CREATE TABLE anchor (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source BLOB NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    revision BLOB NOT NULL REFERENCES revision (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('page', 'time', 'note')),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_by_place ON anchor (source, position);
CREATE INDEX anchor_by_revision ON anchor (revision);

CREATE TABLE turn (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source BLOB NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    words_start INTEGER NOT NULL CHECK (words_start >= start),
    words_end INTEGER NOT NULL CHECK (words_end >= words_start),
    end_ INTEGER NOT NULL CHECK (end_ >= words_end),
    label TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('speech', 'question', 'reflection', 'other')),
    informant BLOB REFERENCES informant (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_by_place ON turn (source, start);
CREATE INDEX turn_by_informant ON turn (informant);

CREATE TABLE label_map (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    label TEXT NOT NULL UNIQUE CHECK (label <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('speech', 'question', 'reflection', 'other')),
    informant BLOB REFERENCES informant (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX label_map_by_informant ON label_map (informant);

CREATE TABLE attribute (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    host TEXT NOT NULL CHECK (host IN ('informant', 'source')),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
    choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    UNIQUE (host, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute_value (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    attribute BLOB NOT NULL REFERENCES attribute (id) ON DELETE CASCADE,
    informant BLOB REFERENCES informant (id) ON DELETE CASCADE,
    source BLOB REFERENCES source (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    CHECK ((informant IS NOT NULL) + (source IS NOT NULL) = 1),
    UNIQUE (attribute, informant),
    UNIQUE (attribute, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_value_by_informant ON attribute_value (informant);
CREATE INDEX attribute_value_by_source ON attribute_value (source);

CREATE TABLE code (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    parent BLOB REFERENCES code (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('role', 'topic', 'evaluation', 'other')),
    short TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL CHECK (name <> ''),
    colour TEXT NOT NULL CHECK (length(colour) = 7 AND colour GLOB '#[0-9A-F]*'),
    key INTEGER UNIQUE CHECK (key BETWEEN 1 AND 9),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    definition TEXT NOT NULL DEFAULT '',
    test TEXT NOT NULL DEFAULT '',
    counts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(counts)),
    counts_not TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(counts_not)),
    examples TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(examples)),
    keywords TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keywords)),
    aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
    CHECK (parent IS NOT id)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_by_parent ON code (parent, ordinal);
CREATE INDEX code_by_short ON code (short);
CREATE INDEX code_by_name ON code (name);

CREATE TABLE confusing_pair (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    a BLOB NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    b BLOB NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    rule TEXT NOT NULL DEFAULT '',
    example TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    CHECK (a <> b),
    UNIQUE (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX confusing_pair_by_b ON confusing_pair (b);

CREATE TABLE segment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source BLOB NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    revision BLOB NOT NULL REFERENCES revision (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end_ INTEGER NOT NULL CHECK (end_ >= start),
    line INTEGER NOT NULL CHECK (line >= 1),
    line_end INTEGER NOT NULL CHECK (line_end >= line),
    quote TEXT NOT NULL,
    reduction TEXT NOT NULL DEFAULT '',
    is_key INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),
    UNIQUE (source, revision, start, end_)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_by_place ON segment (source, start);
CREATE INDEX segment_by_revision ON segment (revision);

CREATE TABLE coding (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    segment BLOB NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    code BLOB NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    coder BLOB NOT NULL REFERENCES coder (id),
    direction TEXT CHECK (direction IN ('supports', 'partly', 'weakens', 'context')),
    created INTEGER NOT NULL,
    UNIQUE (segment, code, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_by_code ON coding (code, segment);
CREATE INDEX coding_by_coder ON coding (coder);

CREATE TABLE finding (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code BLOB NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    claim TEXT NOT NULL CHECK (claim <> ''),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_by_code ON finding (code, ordinal);

CREATE TABLE evidence (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    finding BLOB NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    segment BLOB NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    direction TEXT CHECK (direction IN ('supports', 'partly', 'weakens', 'context')),
    UNIQUE (finding, segment)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_segment ON evidence (segment);

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
    CHECK ((code IS NOT NULL) + (finding IS NOT NULL) = 1),
    UNIQUE (code, axis, coder),
    UNIQUE (finding, axis, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_by_coder ON verdict (coder);

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
        + (column_coder IS NOT NULL) + (column_technique IS NOT NULL) + (column_date IS NOT NULL) = 1
    )
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cell_note_by_place ON cell_note (
    coalesce(row_code, row_finding),
    coalesce(column_group, column_informant, column_source, column_coder, column_technique, column_date),
    coder
);
CREATE INDEX cell_note_by_code ON cell_note (row_code);
CREATE INDEX cell_note_by_finding ON cell_note (row_finding);
CREATE INDEX cell_note_by_group ON cell_note (column_group);
CREATE INDEX cell_note_by_informant ON cell_note (column_informant);
CREATE INDEX cell_note_by_source ON cell_note (column_source);
CREATE INDEX cell_note_by_column_coder ON cell_note (column_coder);
CREATE INDEX cell_note_by_segment ON cell_note (segment);
CREATE INDEX cell_note_by_coder ON cell_note (coder);

CREATE TABLE evaluation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code BLOB NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (value IN ('optimal', 'adequate', 'not_yet_optimal')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    segment BLOB REFERENCES segment (id) ON DELETE SET NULL,
    coder BLOB NOT NULL REFERENCES coder (id),
    changed INTEGER NOT NULL,
    UNIQUE (code, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_by_segment ON evaluation (segment);
CREATE INDEX evaluation_by_coder ON evaluation (coder);

CREATE TABLE member_check (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    finding BLOB NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    informant BLOB NOT NULL REFERENCES informant (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not_sent', 'sent', 'approved', 'corrected')),
    date TEXT,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (finding, informant)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_check_by_informant ON member_check (informant);

CREATE TABLE question (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code BLOB REFERENCES code (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_by_code ON question (code);

CREATE TABLE asked (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    question BLOB NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    source BLOB NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    informant BLOB REFERENCES informant (id) ON DELETE CASCADE,
    turn BLOB REFERENCES turn (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX asked_by_question ON asked (question, source, coalesce(informant, x''));
CREATE INDEX asked_by_source ON asked (source);
CREATE INDEX asked_by_informant ON asked (informant);
CREATE INDEX asked_by_turn ON asked (turn);

-- A memo hangs on one thing; one that hangs on nothing is a page of the journal.
CREATE TABLE memo (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source BLOB REFERENCES source (id) ON DELETE CASCADE,
    informant BLOB REFERENCES informant (id) ON DELETE CASCADE,
    code BLOB REFERENCES code (id) ON DELETE CASCADE,
    segment BLOB REFERENCES segment (id) ON DELETE CASCADE,
    coding BLOB REFERENCES coding (id) ON DELETE CASCADE,
    finding BLOB REFERENCES finding (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'reflective', 'methodological', 'analytic')),
    text TEXT NOT NULL CHECK (text <> ''),
    author BLOB NOT NULL REFERENCES coder (id),
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    CHECK (
        (source IS NOT NULL) + (informant IS NOT NULL) + (code IS NOT NULL) + (segment IS NOT NULL)
        + (coding IS NOT NULL) + (finding IS NOT NULL) <= 1
    )
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_by_source ON memo (source);
CREATE INDEX memo_by_informant ON memo (informant);
CREATE INDEX memo_by_code ON memo (code);
CREATE INDEX memo_by_segment ON memo (segment);
CREATE INDEX memo_by_coding ON memo (coding);
CREATE INDEX memo_by_finding ON memo (finding);
CREATE INDEX memo_by_author ON memo (author);

CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    a BLOB NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    b BLOB NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    relation TEXT NOT NULL CHECK (relation IN ('supports', 'contradicts', 'explains', 'continues', 'other')),
    reason TEXT NOT NULL DEFAULT '',
    coder BLOB NOT NULL REFERENCES coder (id),
    created INTEGER NOT NULL,
    CHECK (a <> b),
    UNIQUE (a, b, relation, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_b ON link (b);
CREATE INDEX link_by_coder ON link (coder);

CREATE TABLE saved_query (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    query TEXT NOT NULL CHECK (json_valid(query)),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The history: one step a user action, one change a changed row, holding what was there before. The changes
-- of a step follow each other, so its first and last number find them without an index, which would cost every
-- write.
CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operation TEXT NOT NULL,
    sentence TEXT NOT NULL CHECK (json_valid(sentence)),
    coder TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    first_change INTEGER NOT NULL,
    last_change INTEGER NOT NULL CHECK (last_change >= first_change - 1),
    undoes BLOB REFERENCES step (id),
    is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
    is_barrier INTEGER NOT NULL DEFAULT 0 CHECK (is_barrier IN (0, 1))
) STRICT;
CREATE INDEX step_by_undone ON step (undoes);
CREATE INDEX step_done ON step (number) WHERE undoes IS NULL AND is_undone = 0;
CREATE INDEX step_barrier ON step (number) WHERE is_barrier = 1;

CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    host TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    key BLOB NOT NULL CHECK (length(key) = 16),
    before TEXT,
    CHECK ((kind = 'insert') = (before IS NULL))
) STRICT;

-- Who has the file open; written on open and close only.
CREATE TABLE visit (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    coder TEXT NOT NULL,
    device TEXT NOT NULL,
    opened INTEGER NOT NULL,
    closed INTEGER
) STRICT;
