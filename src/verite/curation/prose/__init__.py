"""From statements to sentences: what a list says of a film, each sentence with what it rests on, and proven.

slots      what is on record of a film, in words
openings   who made it, from what, set when and where      stories    what happens to its people, without the ending
facts      the one thing most worth telling
plan       which sentence to write: relevance, variation, and proof by the checker
form       as text in the form of a list, as Markdown with footnotes
wording    what no sentence of ours may say

A draft that the checker does not read, or does not support, is not written: the generator and the checker hold each
other honest. `docs/explanation/how-prose-is-written.md` tells more.
"""

from verite.curation.prose.form import as_markdown, as_text
from verite.curation.prose.plan import Sentence, Subject, Written, WrittenEntry, write

__all__ = ["Sentence", "Subject", "Written", "WrittenEntry", "as_markdown", "as_text", "write"]
