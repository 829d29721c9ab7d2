# The place Koding.
