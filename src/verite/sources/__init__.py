"""Data sources, one file each: a place where statements come from.

The order is that in which a path is offered to them: a mapping file before the tables it maps, the special
before the general.
"""

from verite.sources import academy, events, imdb, table, wikidata
from verite.sources.source import Reader

READERS: tuple[Reader, ...] = (imdb.READER, wikidata.READER, academy.READER, events.READER, table.READER)
