"""The words: closed classes, verb forms and the act table, decoded strictly from the files beside this one."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Act(NamedTuple):
    """One way to say an act: its name, the words after the first (a particle, an object), and
    which grammatical place fills which role (`S`, `O`, `poss` or a preposition -> role)."""

    name: str
    rest: tuple[str, ...]
    roles: dict[str, str]


class Lexicon:
    """The tables, decoded: see the files of these names."""

    def __init__(self) -> None:
        self.classes: dict[str, set[str]] = {}  # word -> its closed classes
        # first word -> second word -> runs and their classes, the longest first
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        self.forms = Forms()
        self.verbs: dict[str, list[Act]] = {}  # lemma -> acts, longest phrase first
        self.nouns: dict[str, list[Act]] = {}  # noun -> acts
        self.forms_of_work: dict[str, str] = {}  # "stage play" -> play
        self.openers: dict[str, set[str]] = {}  # class -> the first words of what belongs to it

    def has(self, word: str, class_: str) -> bool:
        return class_ in self.classes.get(word, ())

    def runs(self, low: Sequence[str], i: int) -> list[tuple[int, str]]:
        """Length and class of every phrase of several words that begins at a place, the longest first."""
        return [(len(run), class_) for run, class_ in self._beginning(low, i) if run == tuple(low[i : i + len(run)])]

    def _beginning(self, low: Sequence[str], i: int) -> Sequence[tuple[tuple[str, ...], str]]:
        """The phrases that begin with the two words at a place."""
        seconds = self.phrases.get(low[i])
        return seconds.get(low[i + 1], ()) if seconds is not None and i + 1 < len(low) else ()

    def begins(self, low: Sequence[str], i: int, class_: str) -> int:
        """How many words and phrases of a class begin at a place (*nobody but* turns round twice)."""
        if low[i] not in self.openers[class_]:
            return 0
        runs = self.runs(low, i)
        return self.has(low[i], class_) + any(c == class_ for _, c in runs)

    def longest(self, low: Sequence[str], i: int, class_: str) -> int:
        """How many tokens the longest word or phrase of a class takes that begins at a place; 0 if none does."""
        if low[i] not in self.openers[class_]:
            return 0
        return next((length for length, c in self.runs(low, i) if c == class_), int(self.has(low[i], class_)))


def table(name: str) -> list[tuple[int, str]]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if line.strip() and line.lstrip()[0] != "#"]


@cache
def lexicon() -> Lexicon:
    """The words of English that carry no name. Raises `ValueError` with file and line on a malformed table."""
    found = Lexicon()
    _words(found)
    _verbs(found)
    _acts(found)
    for seconds in found.phrases.values():
        for runs in seconds.values():
            runs.sort(key=lambda run: -len(run[0]))
    for acts in found.verbs.values():
        acts.sort(key=lambda act: -len(act.rest))
    return found


def _words(found: Lexicon) -> None:
    class_ = ""
    for line_number, line in table("words.txt"):
        if line.startswith("["):
            class_ = line.strip("[]")
            continue
        if not class_:
            raise ValueError(f"words.txt:{line_number}: words before the first [class]")
        for word in (part.strip() for part in line.split(",")):
            if class_ == "form":
                word, _, form = word.partition("=")
                found.forms_of_work[word] = form
                found.forms_of_work[word + "s"] = form
                _class(found, word + "s", class_)
            _class(found, word, class_)


def _class(found: Lexicon, word: str, class_: str) -> None:
    first, *rest = word.split(" ")
    found.openers.setdefault(class_, set()).add(first)
    if rest:
        found.phrases.setdefault(first, {}).setdefault(rest[0], []).append(((first, *rest), class_))
    found.classes.setdefault(word, set()).add(class_)


def _verbs(found: Lexicon) -> None:
    for line_number, line in table("verbs.txt"):
        forms = line.split()
        if len(forms) != 5:
            raise ValueError(f"verbs.txt:{line_number}: five forms are needed, not {len(forms)}")
        for form, tag in zip(forms, _TAGS, strict=True):
            found.forms.add(form, forms[0], tag)
    found.forms.regular = {word for _, line in table("plain_verbs.txt") for word in line.split()}


_TAGS = ("base", "z", "d", "n", "g")


class Forms:
    """What verb a form can be of: {(lemma, base | z | d | n | g)}. Irregular forms stand in a table; regular
    ones are worked out when they are met, since a list uses a hundred of the four thousand."""

    def __init__(self) -> None:
        self.regular: set[str] = set()  # lemmas
        self.tags = _Tags(self)
        self._irregular: dict[str, set[tuple[str, str]]] = {}
        self._met: dict[str, set[tuple[str, str]]] = {}
        self._lemmas: set[str] = set()

    def add(self, form: str, lemma: str, tag: str) -> None:
        self._irregular.setdefault(form, set()).add((lemma, tag))
        self._lemmas.add(lemma)

    def get(self, form: str, otherwise: object = frozenset()) -> set[tuple[str, str]]:
        if form not in self._met:
            self._met[form] = self._irregular.get(form, set()) | self._derived(form)
        return self._met[form]

    def __getitem__(self, form: str) -> set[tuple[str, str]]:
        return self.get(form)

    def __contains__(self, form: str) -> bool:
        return bool(self.get(form))

    def _derived(self, form: str) -> set[tuple[str, str]]:
        stems = {form}
        for ending, others in _ENDINGS:
            if form.endswith(ending):
                stems |= {form[: -len(ending)] + other for other in others}
        return {
            (lemma, tag)
            for lemma in stems
            if lemma in self.regular and lemma not in self._lemmas
            for made, tag in zip((lemma, *regular(lemma)), _TAGS, strict=True)
            if made == form
        }


class _Tags(dict[str, frozenset[str]]):
    """The forms alone, of whatever verb: word -> base, z, d, n, g."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms

    def __missing__(self, form: str) -> frozenset[str]:
        self[form] = found = frozenset(tag for _, tag in self._forms.get(form))
        return found


# What an ending may have replaced: -ies <- y, -ed <- e or nothing.
_ENDINGS = (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")))


def regular(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing of a regular verb.

    >>> regular("deport"), regular("rely"), regular("stage")
    (('deports', 'deported', 'deported', 'deporting'), ('relies', 'relied', 'relied', 'relying'), ('stages', 'staged', 'staged', 'staging'))
    """
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


def _acts(found: Lexicon) -> None:
    for line_number, line in table("acts.txt"):
        name, part, words, places = (cell.strip() for cell in line.split("|"))
        roles = {}
        for place in places.split():
            at, _, role = place.partition("=")
            if not role:
                raise ValueError(f"acts.txt:{line_number}: role {place!r} is not place=role")
            roles[at] = role
        for word in words.split(","):
            first, *rest = word.strip().replace("'s", " 's").split(" ")
            # articles are passed over on both sides: "serve as the basis", "as a basis"
            rest = [w for w in rest if w not in ("a", "an", "the", "'s")]
            if part == "verb":
                found.forms.regular.add(first)
                found.verbs.setdefault(first, []).append(Act(name, tuple(rest), roles))
            else:
                for noun in (word.strip(), word.strip() + "s"):
                    found.nouns.setdefault(noun, []).append(Act(name, (), roles))
                    _class(found, noun, "act-noun")


@cache
def people() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Words for anybody, and for each descriptor of the record the words a list may use for it."""
    anybody: frozenset[str] = frozenset()
    named: dict[str, frozenset[str]] = {}
    for _, line in table("people.txt"):
        # the descriptor is what stands before the run of spaces, or the first word
        head, _, words = line.partition("  ") if "  " in line else line.partition(" ")
        found = frozenset(word.strip() for word in words.split(",") if word.strip())
        if head == "*":
            anybody = found
        else:
            named[head] = found
    return anybody, named


def singular(noun: str) -> str:
    """The singular of a noun that means people: *men* -> man, *wives* -> wife, *families* -> family."""
    odd = {
        "men": "man",
        "women": "woman",
        "children": "child",
        "wives": "wife",
        "policemen": "policeman",
        "people": "people",
    }
    if noun in odd:
        return odd[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun
