# Import: warnings and errors.
