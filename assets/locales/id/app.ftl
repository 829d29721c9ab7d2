# The frame of the window.
