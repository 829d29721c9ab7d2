SELECT source.*, revision.length, revision.lines
FROM source
JOIN revision ON revision.id = source.revision
