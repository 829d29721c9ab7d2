UPDATE evaluation_evidence
SET evaluation = ?1
WHERE evaluation = ?2 AND segment NOT IN (SELECT there.segment FROM evaluation_evidence AS there WHERE there.evaluation = ?1)
