"""Curation: a theme -> a list of films, chosen as a set and written from the record, sentence by sentence.

theme  asked      what qualifies a film, from a file or from a wish in words
qualify           the films that belong to a theme, each with its reasons
standing          how a film stands: prizes, and how many independent sources tell of it
aspects  choose   what a film adds to a list; the best set, with a bound
constraints       what a list must keep to, verified afterwards
curate            all of it on one screen
prose/            from statements to sentences, each proven by the checker
why  balance      the reasons, and what the list leaves out
programme         evenings, lessons, a calendar
"""
