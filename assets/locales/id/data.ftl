# The place Data.
