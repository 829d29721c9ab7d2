-- Changes that may concern the coding ?1, newest first: its own, those of segments and of memos.
SELECT step, host, kind, key, before
FROM change
WHERE host = 'segment' OR host = 'memo' OR (host = 'coding' AND key = ?1)
ORDER BY number DESC
