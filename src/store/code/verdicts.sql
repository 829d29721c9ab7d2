SELECT id, axis AS place, value, conclusion AS words FROM verdict WHERE code = ? ORDER BY id
