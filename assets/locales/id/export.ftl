# What stands in exported files, and why a verdict is suggested.

suggestion-sides = { $sides }.
suggestion-silent = Tidak ada keterangan dari: { $columns }.
suggestion-left-out = Belum dikodekan, tidak diperhitungkan: { $columns }.
suggestion-undirected = { $missing } dari { $all } segmen belum berarah.
