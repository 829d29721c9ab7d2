# The place Koding.
coding-label = { $code }, baris { $line }
coding-label-directed = { $code }, { $direction }, baris { $line }
coding-overview = Peta koding
