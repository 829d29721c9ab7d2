# The place Koding.
coding-label = { $code }, line { $line }
coding-label-directed = { $code }, { $direction }, line { $line }
coding-overview = Coding overview
