# What can go wrong with a project file.
