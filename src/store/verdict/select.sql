SELECT verdict.*, coder.name AS coder_name
FROM verdict
JOIN coder ON coder.id = verdict.coder
