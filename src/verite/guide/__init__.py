"""A guide: a checked list, published as pages that open from disk with no network.

source   a list file, or a folder with `guide.toml` -> a `Guide`
site     a `Guide` -> (path, text) of every page; pure, so that a server can use it as well as the disk
publish  the pages onto the disk

slug  dates  words     addresses; dates and codes in words
notes                  the sources of one page, numbered
findings  prose        a verdict as a page shows it; the list's own lines, marked
facts  story           what is on record of a film; the fates of its characters
editorial              the opening that a guide's editors write
"""

from verite.guide.publish import publish
from verite.guide.site import files, pages
from verite.guide.source import Guide, read

__all__ = ["Guide", "files", "pages", "publish", "read"]
