-- Codes that no top code leads to. UNION (not UNION ALL) ends even where the tree is none.
WITH RECURSIVE reached (id) AS (
    SELECT id FROM code WHERE parent IS NULL
    UNION
    SELECT code.id FROM reached JOIN code ON code.parent = reached.id
)
SELECT id FROM code WHERE id NOT IN (SELECT id FROM reached) ORDER BY id
