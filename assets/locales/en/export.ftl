# What stands in exported files.
