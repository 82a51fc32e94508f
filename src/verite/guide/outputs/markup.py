"""Words in XML: escaped, and without what no XML may hold, however it is written (a list may hold anything)."""

import re
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 allows is everything but these (production 2, Char).
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """
    >>> text("a\\x0b < b")
    'a &lt; b'
    """
    return escape(_FORBIDDEN.sub("", words))


def attribute(words: str) -> str:
    """With its quotation marks."""
    return quoteattr(_FORBIDDEN.sub("", words))
