-- A row in every table of user data, every host kind of what can hang on several kinds of thing, and empty
-- values beside missing ones. The text of the one source is "TRANSKRIP\nKS: Kami bahas.\n".

INSERT INTO project (id, title, citation, language, created)
VALUES (x'00000000000000000000000000000001', 'Tesis', '{source}, baris {line}', 'id', 1);

INSERT INTO coder (id, name, kind) VALUES
    (x'00000000000000000000000000000101', 'Ana', 'person'),
    (x'00000000000000000000000000000102', 'Kesepakatan', 'consensus'),
    (x'00000000000000000000000000000103', 'QDA', 'import');

INSERT INTO informant_group (id, key, name, ordinal) VALUES
    (x'00000000000000000000000000000201', 'principal', 'Kepala sekolah', 0),
    (x'00000000000000000000000000000202', 'student', 'Siswa', 1);

INSERT INTO informant (
    id, code, description, informant_group, standing, is_child, consent, consent_date,
    may_record, may_quote, may_show, may_archive, assent, guardian, withdrawn, pseudonym
) VALUES
    (x'00000000000000000000000000000301', 'KS', '', x'00000000000000000000000000000201', 'key', 0,
     'written', '2025-02-10', 1, 1, 1, 0, NULL, '', NULL, ''),
    (x'00000000000000000000000000000302', 'S1', 'Siswa VIII C', NULL, 'additional', 1,
     'oral', NULL, NULL, NULL, NULL, NULL, 1, 'Ibu S1', 1700000000000, 'Melati');

INSERT INTO source (
    id, name, short, technique, date, number, header, revision, original, original_name, created
)
SELECT x'00000000000000000000000000000401', 'W.KS.12-02-2025', 'W.KS', 'interview', '2025-02-12', 1,
       '[["Kode dokumen","W.KS.12-02-2025"]]', revision.id, original.hash, 'W.KS.txt', 1
FROM revision, original;

INSERT INTO progress (id, source, coder, reached, is_finished) VALUES
    (x'00000000000000000000000000000501', x'00000000000000000000000000000401',
     x'00000000000000000000000000000101', 20, 1);

INSERT INTO anchor (id, source, revision, position, kind, value)
SELECT x'00000000000000000000000000000601', x'00000000000000000000000000000401', id, 10, 'time', '00:01' FROM revision;

INSERT INTO turn (id, source, start, words_start, words_end, end_, label, kind, informant) VALUES
    (x'00000000000000000000000000000701', x'00000000000000000000000000000401', 10, 14, 25, 25, 'KS',
     'speech', x'00000000000000000000000000000301');

INSERT INTO label_map (id, label, kind, informant) VALUES
    (x'00000000000000000000000000000801', 'KS', 'speech', x'00000000000000000000000000000301'),
    (x'00000000000000000000000000000802', 'P', 'question', NULL);

INSERT INTO attribute (id, host, name, kind, choices, ordinal) VALUES
    (x'00000000000000000000000000000901', 'informant', 'Umur', 'number', '[]', 0),
    (x'00000000000000000000000000000902', 'source', 'Perekam', 'choice', '["HP","Zoom"]', 0);
INSERT INTO attribute_value (id, attribute, informant, source, value) VALUES
    (x'00000000000000000000000000000a01', x'00000000000000000000000000000901',
     x'00000000000000000000000000000301', NULL, '51'),
    (x'00000000000000000000000000000a02', x'00000000000000000000000000000902',
     NULL, x'00000000000000000000000000000401', '');

INSERT INTO code (id, parent, kind, short, name, colour, key, ordinal, counts, examples) VALUES
    (x'00000000000000000000000000000b01', NULL, 'role', 'SUP', 'Supervisor', '#D55E00', 4, 0, '["satu"]', '[]'),
    (x'00000000000000000000000000000b02', x'00000000000000000000000000000b01', 'role', 'SUP.3',
     'Memberi umpan balik', '#D55E00', NULL, 0, '[]', '["“🙏🏽”"]'),
    (x'00000000000000000000000000000b03', NULL, 'other', '', 'Lain', '#4D4D4D', NULL, 1, '[]', '[]');
INSERT INTO codebook (id, name, description, ordinal)
VALUES (x'00000000000000000000000000001a01', 'Permendiknas 13/2007', 'Lima dimensi kompetensi', 0);
INSERT INTO code (id, parent, kind, short, name, colour, key, ordinal, codebook) VALUES
    (x'00000000000000000000000000000b04', NULL, 'topic', 'SOS', 'Kompetensi sosial', '#0072B2', NULL, 0,
     x'00000000000000000000000000001a01');
INSERT INTO confusing_pair (id, a, b, rule, ordinal) VALUES
    (x'00000000000000000000000000000c01', x'00000000000000000000000000000b01',
     x'00000000000000000000000000000b03', 'orang → SUP', 0);

INSERT INTO segment (id, source, revision, start, end_, line, line_end, quote, reduction, is_key)
SELECT x'00000000000000000000000000000d01', x'00000000000000000000000000000401', id, 14, 24, 2, 2,
       'Kami bahas', 'Hasil dibahas', 1 FROM revision;
INSERT INTO segment (id, source, revision, start, end_, line, line_end, quote)
SELECT x'00000000000000000000000000000d02', x'00000000000000000000000000000401', id, 0, 9, 1, 1,
       'TRANSKRIP' FROM revision;

INSERT INTO coding (id, segment, code, coder, direction, created) VALUES
    (x'00000000000000000000000000000e01', x'00000000000000000000000000000d01',
     x'00000000000000000000000000000b02', x'00000000000000000000000000000101', 'supports', 2),
    (x'00000000000000000000000000000e02', x'00000000000000000000000000000d01',
     x'00000000000000000000000000000b02', x'00000000000000000000000000000102', NULL, 3);

INSERT INTO finding (id, code, claim, ordinal, created) VALUES
    (x'00000000000000000000000000000f01', x'00000000000000000000000000000b01', 'Supervisi dibahas', 0, 4);
INSERT INTO evidence (id, finding, segment, direction) VALUES
    (x'00000000000000000000000000001001', x'00000000000000000000000000000f01',
     x'00000000000000000000000000000d01', 'weakens');

INSERT INTO verdict (id, code, finding, axis, value, suggested, silent, conclusion, coder, changed, basis) VALUES
    (x'00000000000000000000000000001101', x'00000000000000000000000000000b01', NULL, 'group', 'dissonance',
     'partial', '["student"]', 'Belum sesuai.', x'00000000000000000000000000000101', 5, 'a1b2'),
    (x'00000000000000000000000000001102', NULL, x'00000000000000000000000000000f01', 'technique', 'unrated',
     NULL, '[]', '', x'00000000000000000000000000000101', 5, '');

INSERT INTO cell_note (
    id, row_code, row_finding, column_group, column_informant, column_source, column_coder, column_technique,
    column_date, summary, empty_reason, segment, coder, changed
) VALUES
    (x'00000000000000000000000000001201', x'00000000000000000000000000000b01', NULL,
     x'00000000000000000000000000000202', NULL, NULL, NULL, NULL, NULL, '', 'dont_know',
     x'00000000000000000000000000000d02', x'00000000000000000000000000000101', 6),
    (x'00000000000000000000000000001202', NULL, x'00000000000000000000000000000f01',
     NULL, NULL, NULL, NULL, 'interview', NULL, 'Ringkas', NULL, NULL,
     x'00000000000000000000000000000101', 6),
    (x'00000000000000000000000000001203', x'00000000000000000000000000000b01', NULL,
     x'00000000000000000000000000000202', NULL, NULL, NULL, 'interview', NULL, 'Silang', NULL, NULL,
     x'00000000000000000000000000000101', 6);

INSERT INTO evaluation (id, code, value, reason, coder, changed) VALUES
    (x'00000000000000000000000000001301', x'00000000000000000000000000000b01', 'not_yet_optimal', 'Jarang',
     x'00000000000000000000000000000101', 7);
INSERT INTO evaluation_evidence (id, evaluation, segment) VALUES
    (x'00000000000000000000000000001b01', x'00000000000000000000000000001301', x'00000000000000000000000000000d01');
INSERT INTO member_check (id, finding, informant, state, date, note) VALUES
    (x'00000000000000000000000000001401', x'00000000000000000000000000000f01',
     x'00000000000000000000000000000301', 'corrected', '2025-03-01', '');
INSERT INTO question (id, code, text, ordinal) VALUES
    (x'00000000000000000000000000001501', x'00000000000000000000000000000b01', 'Bagaimana supervisi?', 0);
INSERT INTO asked (id, question, source, informant, turn) VALUES
    (x'00000000000000000000000000001601', x'00000000000000000000000000001501',
     x'00000000000000000000000000000401', NULL, x'00000000000000000000000000000701');

INSERT INTO memo (id, source, informant, code, segment, coding, finding, kind, text, author, created, changed) VALUES
    (x'00000000000000000000000000001701', NULL, NULL, NULL, NULL, NULL, NULL, 'reflective', 'Jurnal "1"',
     x'00000000000000000000000000000101', 8, 9),
    (x'00000000000000000000000000001702', x'00000000000000000000000000000401', NULL, NULL, NULL, NULL, NULL,
     'note', 'e', x'00000000000000000000000000000101', 8, 8),
    (x'00000000000000000000000000001703', NULL, x'00000000000000000000000000000301', NULL, NULL, NULL, NULL,
     'note', 'e' || char(769), x'00000000000000000000000000000101', 8, 8),
    (x'00000000000000000000000000001704', NULL, NULL, x'00000000000000000000000000000b02', NULL, NULL, NULL,
     'analytic', 'a\b' || char(10) || char(8232), x'00000000000000000000000000000101', 8, 8),
    (x'00000000000000000000000000001705', NULL, NULL, NULL, x'00000000000000000000000000000d01', NULL, NULL,
     'methodological', 'السلام', x'00000000000000000000000000000101', 8, 8),
    (x'00000000000000000000000000001706', NULL, NULL, NULL, NULL, x'00000000000000000000000000000e02', NULL,
     'note', '🙏🏽', x'00000000000000000000000000000101', 8, 8),
    (x'00000000000000000000000000001707', NULL, NULL, NULL, NULL, NULL, x'00000000000000000000000000000f01',
     'note', 'n', x'00000000000000000000000000000101', 8, 8);

INSERT INTO link (id, a, b, relation, reason, coder, created) VALUES
    (x'00000000000000000000000000001801', x'00000000000000000000000000000d01',
     x'00000000000000000000000000000d02', 'explains', '', x'00000000000000000000000000000101', 10);
INSERT INTO saved_query (id, name, query, created) VALUES
    (x'00000000000000000000000000001901', 'Melemahkan', '{"direction":"weakens"}', 11);
