# The place Data, its sources.
