# The codebook editor.
