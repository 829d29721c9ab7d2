-- Of one segment: whether nothing but codings uses it.
SELECT 1 FROM segment
WHERE id = ?1
  AND is_key = 0
  AND reduction = ''
  AND NOT EXISTS (SELECT 1 FROM memo WHERE segment = ?1)
  AND NOT EXISTS (SELECT 1 FROM evidence WHERE segment = ?1)
  AND NOT EXISTS (SELECT 1 FROM evaluation_evidence WHERE segment = ?1)
  AND NOT EXISTS (SELECT 1 FROM cell_note WHERE segment = ?1)
  AND NOT EXISTS (SELECT 1 FROM link WHERE a = ?1 OR b = ?1)
