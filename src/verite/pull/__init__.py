"""Fetching what a catalogue is built from: files and pages on disk, with their licence, date and sum in `sources.lock`.

`net` touches the network, nothing else does; `imdb` and `wikidata` each know one place.
"""
