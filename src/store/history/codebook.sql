-- Every change of the codebook, newest first.
SELECT step, host, kind, key, before
FROM change
WHERE host IN ('code', 'codebook', 'confusing_pair')
ORDER BY number DESC
