SELECT evaluation.*, coder.name AS coder_name
FROM evaluation
JOIN coder ON coder.id = evaluation.coder
