"""What the engine says, in the language of the guide: names as they are written there, sentences by their forms.

The checker and the record speak English. What they say is put together from few forms ("won the {name}, {name2} {number}"), which
a language's file has (`strings`); what is in no form stays English and is marked so, that it be read aloud rightly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from verite.catalogue import Catalogue
from verite.guide.strings import Form, Strings, strings
from verite.guide.words import foreign
from verite.model import Statement

Runs = list[tuple[str, str]]  # words, and their language where it is not the guide's

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_PARTS = re.compile(r"(, |: |; | \(|\)| (?=\d{4}\b))")
_AND = re.compile(r"( and )(?=[^\W\d_a-zа-я])")
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th) (.+)")
# how a name begins, and what stands in none
_NAMED = re.compile(r"[\W\d_]*(?:[^\W\d_a-zа-я]|(?:de|von|van|al)\b)")
_NO_NAME = re.compile(
    r" \((?:\d+ )?[a-z]|\([^)]*(?: [a-z]\w+){3}|, \d{4} \(| (?:in|on|from|to) .*\d{4}$|: [a-z]| (?:by|until|as printed) |, (?:in|with|who|which) |(?:^|\d |, )(?:January|February|March|April|May|June|July|August|September|October|November|December) "
)
# a name and nothing else, whoever it belongs to
_CALLED = re.compile(r"(?:(?:[^\W\d_a-zа-я][\w.’'-]*|de|von|van|of|and|the)(?: |, |$))+")
_WHO = ("director", "writer", "composer", "camera", "producer", "narrator", "cast", "person")


class Tongue:
    """A guide's language with the names that its record has in it."""

    def __init__(self, language: str, catalogue: Catalogue, works: Iterable[str] = ()) -> None:
        self.language = language
        self._catalogue = catalogue
        self._works = list(works)
        self._held: dict[str, Runs] = {}
        self._tried: dict[str, Runs] = {}

    @cached_property
    def _strings(self) -> Strings:
        return strings(self.language)

    @cached_property
    def _cyrillic(self) -> bool:
        return bool(_CYRILLIC.search(self._strings.say("Films")))

    @cached_property
    def _names(self) -> dict[str, str]:
        """By its English form, every name of the guide's films that the record has in the language."""
        found = dict(self._strings.names)
        for work in self._works:
            for said in self._named(work):
                if its := self.of_agent(said):
                    found.setdefault(self._catalogue.names(said)[0], its)
            for one in self._catalogue.statements(work, "name"):
                if one.qualifiers.get("lang") == self.language and (called := self._called(one)):
                    found.setdefault(called, str(one.value))
            held = self._catalogue.work(work)
            if held is not None and (title := self.title(work)):
                found.setdefault(held.title, title)
        for camp in self._catalogue.camps.values():
            if its := next((one for one in camp["also"] if not self.written(one) and " " not in one), ""):
                found.setdefault(str(camp["name"]), its)
        return found

    def _named(self, work: str) -> Iterator[str]:
        for property_ in _WHO:
            yield from (str(s.value) for s in self._catalogue.statements(work, property_))
        yield from (
            str(s.qualifiers["by"]) for s in self._catalogue.statements(work, "based_on") if s.qualifiers.get("by")
        )

    def _called(self, said: Statement) -> str:
        """What English calls the character of whom this is a name."""
        rows = self._catalogue.statements(said.subject, "name")
        mine = [s for s in rows if s.qualifiers.get("character") == said.qualifiers.get("character")]
        return next((str(s.value) for s in mine if not _CYRILLIC.search(str(s.value))), "")

    def of_agent(self, agent: str) -> str:
        """An agent's name in the language, the shortest that the record has, or nothing."""
        rows = self._catalogue.statements(agent, "name")
        names = [str(s.value) for s in rows if s.qualifiers.get("lang") == self.language]
        return min(names, key=lambda name: len(name.split()), default="")

    def title(self, work: str) -> str:
        """A work's title in the language, as it was given there or, failing that, as it is also called; else nothing."""
        if self.language == "en":
            return ""
        rows = [s for s in self._catalogue.statements(work, "title") if s.qualifiers.get("lang") == self.language]
        order = ("original", "release", "alternative")
        ranked = sorted(
            (s for s in rows if s.qualifiers.get("of") in order and not self.written(str(s.value))),
            key=lambda s: order.index(s.qualifiers["of"]),
        )
        return str(ranked[0].value) if ranked else ""

    def name(self, words: object) -> str:
        """A name, or several with what stands between them, each as the language writes it."""
        said = str(words)
        if self.language == "en":
            return said
        if its := self._named_so(said):
            return its
        if nth := _NTH.fullmatch(said):
            return self._strings.say("{n}th {what}").format(n=nth[1], what=self.name(nth[2]))
        for parts in (_PARTS.split(said), _AND.split(said)):
            if len(parts) > 1:
                return "".join(self.name(part) if i % 2 == 0 else self._between(part) for i, part in enumerate(parts))
        return said

    def _named_so(self, said: str) -> str:
        lower = said[:1].lower() + said[1:]
        tried = (said, said.removeprefix("the "), lower, lower.removeprefix("the "), said[:1].upper() + said[1:])
        return next((self._names[words] for words in tried if words in self._names), "")

    def _between(self, part: str) -> str:
        return f" {self._strings.say('and (between names)')} " if part == " and " else part

    def names(self, all_: Sequence[str]) -> str:
        """Several names: "A and B"."""
        each = [self.name(one) for one in all_]
        both = " and " if self.language == "en" else self._between(" and ")
        return both.join([", ".join(each[:-1]), each[-1]]) if len(each) > 1 else "".join(each)

    def runs(self, text: object) -> Runs:
        """What the engine says, in runs: each with its language where that is not the guide's."""
        said = str(text)
        if self.language == "en":
            return foreign(said)
        if said not in self._held:
            self._held[said] = _joined([part for run, lang in self._said(said) for part in self._spelled(run, lang)])
        return self._held[said]

    def held(self, text: object) -> Runs:
        """What the record says in words of its own: in the language only where it is a word, a name or a date."""
        said = str(text)
        if self.language == "en":
            return foreign(said)
        told = self._looked_up(said) or [(said, "en" if self.written(said) else "")]
        return [part for words, lang in told for part in self._spelled(words, lang)]

    def said(self, text: object) -> str:
        """The same without marks, for a picture, a title or a list of search."""
        return "".join(run for run, _ in self.runs(text))

    def written(self, words: str) -> str:
        """The language of a passage by its script, where it is not the guide's: what editors write stays as they wrote it."""
        return "en" if self._cyrillic and len(_LATIN.findall(words)) > len(_CYRILLIC.findall(words)) else ""

    def _spelled(self, run: str, lang: str) -> Runs:
        return (
            [(part, tongue if tongue != self.language else "") for part, tongue in foreign(run)]
            if not lang
            else [(run, lang)]
        )

    def _said(self, text: str) -> Runs:
        if text not in self._tried:
            self._tried[text] = self._put(text)
        return self._tried[text]

    def _put(self, text: str) -> Runs:
        """The text by the form that leaves the least of it English; else as it is, marked."""
        if found := self._looked_up(text):
            return found
        if text.endswith(".") and not text.endswith(".."):
            return [*self._said(text[:-1]), (".", "")]
        lower = text[:1].lower() + text[1:]
        tried = [
            found
            for words in dict.fromkeys((lower, text))
            for form in self._strings.sentences
            if (found := self._by(form, words))
        ]
        best = min(
            tried, key=_english, default=[(text, "" if _CALLED.fullmatch(text) or not self.written(text) else "en")]
        )
        return _capital(best) if text[:1].isupper() else best

    def _looked_up(self, text: str) -> Runs:
        """What is a word, a name or a date by itself."""
        if not _LATIN.search(text):
            return [(text, "")]
        for words in dict.fromkeys((text, text[:1].lower() + text[1:])):
            if its := self._names.get(words) or self._strings.words.get(words):
                return [(its, "")] if words == text else _capital([(its, "")])
            dated = self._strings.date(words)
            if dated != words and not _LATIN.search(dated):
                return [(dated, "")] if words == text else _capital([(dated, "")])
        if its := self._strings.words.get(text[:1].upper() + text[1:]):
            return [(its[:1].lower() + its[1:], "")]
        return []

    def _by(self, form: Form, text: str) -> Runs:
        match = form.english.fullmatch(text) if all(part in text for part in form.fixed) else None
        if match is None:
            return []
        found: Runs = []
        for i, part in enumerate(form.said):
            held = [(part, "")] if i % 2 == 0 else self._slot(part, match[part], within=match.start(part) > 0)
            if held is None:
                return []
            found += held
        return found

    def _slot(self, slot: str, held: str, *, within: bool) -> Runs | None:
        """What stands in a slot, in the language; none if it is nothing that may stand there."""
        kind = slot.rstrip("0123456789")
        if kind == "name":
            named, held = self.name(held), held.removeprefix("the ")
            proper = _NAMED.match(held) and not _NO_NAME.search(held)
            named = named.removeprefix("the ") if within else named  # at the beginning it may be a title's
            return [(named, "")] if proper or not _LATIN.search(named) else None
        if kind == "date":
            dated = self._strings.date(held)
            return None if _LATIN.search(dated) or not re.search(r"\d", dated) else [(dated, "")]
        if kind == "words":  # all of it in the language, or none
            if held.endswith(("(told, not shown)", "(told in the end titles)")):
                return None
            said = self._said(held) if held[:1].isupper() else self._looked_up(held) or [(held, "en")]
            if all(lang != "en" for _, lang in said):
                return said
            named = self.name(held)
            return (
                [(named.removeprefix("the "), "")]
                if _CALLED.fullmatch(held) or not _LATIN.search(named)
                else [(held, "en")]
            )
        if kind == "text":
            said = self._said(held)
            return said if said != [(held, "en")] else None
        return [(held, "")]


def _english(runs: Runs) -> int:
    return sum(len(words) for words, lang in runs if lang == "en")


def _capital(runs: Runs) -> Runs:
    """With a capital at the beginning."""
    first = next((i for i, (words, _) in enumerate(runs) if words.strip()), 0)
    return [
        (words[:1].upper() + words[1:], lang) if i == first else (words, lang) for i, (words, lang) in enumerate(runs)
    ]


def _joined(runs: Runs) -> Runs:
    """Neighbours of one language together."""
    found: Runs = []
    for words, lang in runs:
        if found and found[-1][1] == lang:
            found[-1] = (found[-1][0] + words, lang)
        elif words:
            found.append((words, lang))
    return found
