SELECT id, '' AS place, value, reason AS words FROM evaluation WHERE code = ? ORDER BY id
