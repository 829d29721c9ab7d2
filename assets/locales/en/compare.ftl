# The place Triangulasi.
