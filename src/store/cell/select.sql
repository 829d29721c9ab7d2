SELECT cell_note.*, coder.name AS coder_name
FROM cell_note
JOIN coder ON coder.id = cell_note.coder
