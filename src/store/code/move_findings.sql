UPDATE finding
SET code = ?2, ordinal = ordinal + (SELECT coalesce(max(there.ordinal) + 1, 0) FROM finding AS there WHERE there.code = ?2)
WHERE code = ?1
