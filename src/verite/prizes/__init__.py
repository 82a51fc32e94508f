"""Prizes: what the prose names (`named`, in adjectives `compounds`), and how that stands to the tables of the record (`tables`).

The kinds `award`, `nomination`, `count` and `ordinal` share them.
"""
