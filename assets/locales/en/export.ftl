# What stands in exported files, and why a verdict is suggested.

suggestion-sides = { $sides }.
suggestion-silent = Nothing from: { $columns }.
suggestion-left-out = Not coded yet, left out: { $columns }.
suggestion-undirected = { $missing } of { $all } segments have no direction.
