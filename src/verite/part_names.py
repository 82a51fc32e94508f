"""What a list calls a part, and whether a part on record can be meant: *the crusty old hunter Quint*, *Mrs Robinson*.

A part is compared by the name that it has of its own; words about it (*the widow*, *Kelvin's father*) name nobody. Families
share a name: *Mrs Robinson* is not Elaine, nor *Jane Banks* Mr Banks, and George V is not George VI.
"""

from verite import names
from verite.clauses.lexicon import lexicon
from verite.text import fold

# Titles that tell the members of a family apart. A rank (*Sheriff Bell*, *Dr Walter*) goes with one of them, whoever he is.
_OF_FAMILY = frozenset(
    "mr mrs miss ms madame madam mme mlle monsieur lady lord king queen prince princess tsar tsarina count countess baron baroness duke "
    "duchess sir dame mother father mama papa ma pa mum mom dad aunt auntie uncle granny grandma grandpa grandmother grandfather brother "
    "sister frau fraulein herr pan pani panna senora senor senorita signora signor signorina senior junior elder younger".split()
)
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())


def own(words: str) -> str:
    """The name of its own that a part has in these words, with the titles before it.

    >>> own("the crusty old hunter Quint"), own("Dr. Anton Walter"), own("Kelvin's father"), own("a boy")
    ('Quint', 'Dr. Anton Walter', '', '')
    """
    _, _, last = words.replace("’", "'").rpartition("'s ")
    named = last.split(" ")
    while named and not named[0][:1].isupper():
        del named[0]
    return " ".join(named) if named and all(_held(word) for word in named) else ""


_PARTICLES = frozenset("de di da del la le van von der den of the".split())


def _held(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isalpha() or word in _PARTICLES


def may_be(words: str, recorded: str) -> bool:
    """Whether the words of a list can mean the part that the record calls so.

    >>> may_be("Sheriff Bell", "Ed Tom Bell"), may_be("Mrs Robinson", "Elaine Robinson"), may_be("King George V", "George VI")
    (True, False, False)
    """
    one, other = own(words), own(recorded)
    if not one or not other or not names.same(_unranked(one), _unranked(other)):
        return False
    mine, theirs = (fold(name).replace(".", "").split(" ") for name in (one, other))
    if _NUMERALS.intersection(mine) != _NUMERALS.intersection(theirs) and {*mine, *theirs} & _NUMERALS:
        return False
    titles = _OF_FAMILY.intersection(mine), _OF_FAMILY.intersection(theirs)
    bare = min(len(names.parts(_unranked(name))) for name in (one, other)) < 2
    return titles[0] == titles[1] or not bare


def _unranked(name: str) -> str:
    """*Chief Brody* -> *Brody*, *Mrs Robinson* -> *Robinson*; not *Rose*, nor a part called *the General*."""
    words = name.split(" ")
    while len(words) > 1 and (fold(words[0]).strip(".") in _OF_FAMILY or lexicon().has(words[0].lower(), "human")):
        del words[0]
    return " ".join(words)
