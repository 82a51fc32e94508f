"""Data sources, one file each: a place where statements come from."""
