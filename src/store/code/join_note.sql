UPDATE cell_note
SET segment = coalesce(segment, (SELECT other.segment FROM cell_note AS other WHERE other.id = ?2))
WHERE id = ?1
