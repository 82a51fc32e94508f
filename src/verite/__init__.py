"""verite: film lists you can trust.

The map of the code, from the bottom up (imports point down only):

    model  errors  config  properties     the nouns, what can go wrong, where things lie, the registry
    text  names  titles                   folding and spans; comparing names; comparing titles
    english  languages                    words for dates and lists; languages, their names and where they are spoken
    clauses/                              prose -> sentences -> clauses -> frames of typed spans
    sources/  catalogue/                  records -> statements -> one immutable file, and reading it
    judge  reading  people  part_names    what evidence means; an entry as read; persons and parts held against the record
    prized  kin                           whom a prize names for the work; other films held against the record
    prizes/  amounts  sightings           which prize the prose names, and how that stands to its table; how much; what is only seen
    ages  noticed                         how old somebody was; what a clause seems to speak of that no kind has read
    casting  deeds  origins               who is said to play whom; what happens to whom; where the film comes from
    lengths  adaptations                  how long it is said to run; what it is said to be taken from
    claims/  link/  readers/              kinds of claim; entry -> work; list formats
    coverage  say  checking  report       what was read; verdicts in words; the pipeline; verdicts counted
    articles                              reference texts read by our own kinds, for a build
    writers/  fixes  explain  curation/   report -> terminal, JSON; corrections; pages of the code; theme -> list
    guide/                                checked lists -> a site
    proposer                              claims that a language model points at; it decides none; off unless asked for
    pull/                                 files and pages from the network, for a build; nothing else goes there
    server                                a guide while it is written, to this machine only
    cli                                   read arguments, call one function, hand to a writer

The public face is what this module exports.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Catalogue", "Report", "__version__", "check", "curate", "publish"]

if TYPE_CHECKING:
    from verite.catalogue import Catalogue
    from verite.checking import check
    from verite.curation.lists import curate
    from verite.guide.publish import publish
    from verite.model import Report

_HOMES = {
    "check": "verite.checking",
    "curate": "verite.curation.lists",
    "Catalogue": "verite.catalogue",
    "Report": "verite.model",
    "publish": "verite.guide",
}


def __getattr__(name: str) -> Any:
    # Imported when first asked for: `verite --version` should not load the language work.
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'verite' has no attribute {name!r}")
