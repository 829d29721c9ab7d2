SELECT memo.*, coder.name AS author_name
FROM memo
JOIN coder ON coder.id = memo.author
