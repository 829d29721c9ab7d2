-- The rows that steps ?1 to ?2 have changed. Changes of steps follow each other, so their first and last number
-- find them; `change` has no other index.
SELECT host, key
FROM change
WHERE number BETWEEN (SELECT first_change FROM step WHERE number = ?1) AND (SELECT last_change FROM step WHERE number = ?2)
GROUP BY host, key
ORDER BY min(number)
