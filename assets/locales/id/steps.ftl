# The history, a sentence a step.
