-- Changes that do not lie within the numbers of the step they name.
SELECT change.number
FROM change
LEFT JOIN step ON step.number = change.step
WHERE step.number IS NULL OR change.number NOT BETWEEN step.first_change AND step.last_change
ORDER BY change.number
LIMIT 100
