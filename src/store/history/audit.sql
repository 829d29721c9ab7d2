-- Every change of a row, newest first.
SELECT step, host, kind, key, before
FROM change
ORDER BY number DESC
