# Identity, citations, and what is handed in.
