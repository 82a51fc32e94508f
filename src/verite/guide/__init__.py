"""A guide: a checked list, published as pages that open from disk with no network.

source   a list file, or a folder with `guide.toml` -> a `Guide`
film     one entry of it made ready for its page
site     a `Guide` -> (path, text) of every file; pure, so that a server can use it as well as the disk
publish  the files onto the disk
single   all of it as one HTML file; paper prints that

pages/ outputs/        one file a kind of page, or of output for machines, listed in `site.PAGES` and `site.OUTPUTS`
pictures/              one file a picture, static SVG with its table
page                   a page from its template
editorial  sections    what the guide's editors write, each sentence of fact with its source
slug  dates  words     addresses; dates and codes in words
notes                  the sources of one page, numbered
findings  prose        a verdict as a page shows it; the list's own lines, marked
facts  story           what is on record of a film; the fates of its characters
"""

from verite.guide.publish import publish
from verite.guide.site import files, pages
from verite.guide.source import Guide, lies, read

__all__ = ["Guide", "files", "lies", "pages", "publish", "read"]
