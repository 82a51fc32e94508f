"""Which sentences to write: the fullest opening that is proven, what happens to whom, the most telling fact.

Variation is by rule: of the forms that the record allows and the checker proves, an entry takes the fullest that none of
the nine entries before it has; a fact is rather left for another than told in a form that was read already. Nothing is
drawn by lot.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.checking import check_texts
from verite.curation.prose.contexts import contexts, views, warnings
from verite.curation.prose.draft import Draft
from verite.curation.prose.facts import Fact, facts
from verite.curation.prose.openings import openings
from verite.curation.prose.slots import Slots
from verite.curation.prose.stories import continued, others, stories
from verite.curation.prose.wording import faults
from verite.model import Statement, Status, Work

_TEN = 10  # entries among which no form stands twice
_TELLING = {1: 3.2, 2: 2.6}  # how telling a second and a third fact must be
_FULL = 4  # sentences of a description
_ALIKE = {"topic": {"topic", "story"}, "story": {"story", "topic", "person"}}


class Subject(NamedTuple):
    """How a theme is named in a sentence, the properties that bear on it, the most telling first, and what belongs."""

    title: str
    name: str
    bearing: tuple[str, ...] = ()
    rule: str = ""


class Sentence(NamedTuple):
    """A sentence, the statements it rests on, and the form that made it ("": a person's own)."""

    text: str
    statements: tuple[Statement, ...]
    frame: str


class WrittenEntry(NamedTuple):
    work: Work
    heading: str
    description: tuple[Sentence, ...]
    fact: tuple[Sentence, ...]
    note: tuple[Sentence, ...] = ()  # what is worth knowing beforehand


class Used:
    """The forms of the entries before, as far as a reader still has them in the ear."""

    def __init__(self) -> None:
        self._entries: deque[set[str]] = deque(maxlen=_TEN)

    def begin(self) -> None:
        self._entries.append(set())

    def add(self, frame: str) -> None:
        self._entries[-1].add(frame)

    def count(self, frame: str) -> int:
        return sum(frame in entry for entry in self._entries)


class Written(NamedTuple):
    title: str
    entries: tuple[WrittenEntry, ...]
    introduction: str = ""  # which films belong: the theme's rule, in its own words


def write(
    works: Sequence[Work],
    catalogue: Catalogue,
    subject: Subject,
    *,
    ending: bool = False,
    own: Mapping[str, Mapping[str, str]] | None = None,
    heading: str = "",
) -> Written:
    """A list on these films, in their order. `own` holds a person's own sentences by work and label ("description",
    "fact"), which take the place of ours. Every sentence of ours is found again by the checker and supported."""
    used = Used()
    title = f"{_number(len(works))} {heading[:1].lower() + heading[1:]}" if heading.startswith("Films ") else heading
    title = title or f"{_number(len(works))} films about {subject.title}"
    entries = []
    for work in works:
        used.begin()
        entries.append(_entry(work, catalogue, subject, used, ending, (own or {}).get(work.id, {})))
    return Written(
        title[:1].upper() + title[1:], tuple(entries), f"What belongs here: {subject.rule}" if subject.rule else ""
    )


def _entry(
    work: Work, catalogue: Catalogue, subject: Subject, used: "Used", ending: bool, own: Mapping[str, str]
) -> WrittenEntry:
    slots = Slots(work, catalogue)
    heading = f"{work.title} ({work.year})" if work.year else work.title
    if "description" in own:
        description = [Sentence(own["description"], (), "")]
    else:
        description = _description(slots, heading, subject, used, ending)
    if "fact" in own:
        fact = [Sentence(own["fact"], (), "")]
    else:
        told = {_key(s) for s in _said(description)}
        fact = _facts(facts(slots, subject.bearing), told, heading, description, catalogue, used)
    note = _fresh(warnings(slots), heading, [*description, *fact], catalogue, used)
    return WrittenEntry(work, heading, tuple(description), tuple(fact), tuple(note))


def _description(slots: Slots, heading: str, subject: Subject, used: "Used", ending: bool) -> list[Sentence]:
    """Who made it and from what, what happens to whom, who else is in it; then, while it is short, what it is about and
    through whose eyes."""
    catalogue = slots.catalogue
    found = _first(openings(slots), heading, [], catalogue, used)
    found += _first(stories(slots, ending=ending), heading, found, catalogue, used)
    if not ending:
        found += _fresh(continued(slots, _said(found)), heading, found, catalogue, used)
    found += _fresh(others(slots, _said(found)), heading, found, catalogue, used)
    if len(found) < _FULL:
        told = {_key(s) for s in _said(found)}
        around = [
            one
            for one in contexts(slots, subject.name)
            if not used.count(one.frame)
            and not {_key(s) for s in one.statements} <= told
            and (len(found) < 2 or not any(str(s.value) == subject.name for s in one.statements))
        ]
        found += _telling(around, heading, found, catalogue, used)
    if len(found) < _FULL:
        found += _fresh(views(slots), heading, found, catalogue, used)
    return found


def _said(sentences: Sequence[Sentence]) -> list[Statement]:
    return [said for sentence in sentences for said in sentence.statements]


def _facts(
    ranked: Sequence[Fact],
    told: set[tuple[str, str, str]],
    heading: str,
    before: Sequence[Sentence],
    catalogue: Catalogue,
    used: "Used",
) -> list[Sentence]:
    """The most telling that the description has not told, and a second of another kind if that is telling, too."""
    found: list[Sentence] = []
    kinds: set[str] = set()
    fresh = [one for one in ranked if not used.count(one.draft.frame)]
    for one in fresh:
        if one.kind in kinds or {_key(s) for s in one.draft.statements} <= told:
            continue
        if found and len(before) + len(found) >= _FULL and one.telling < _TELLING[len(found)]:
            break
        same = [x.draft for x in fresh if x.kind == one.kind and x.draft.statements[0] == one.draft.statements[0]]
        if sentences := _first(same, heading, [*before, *found], catalogue, used):
            found += sentences
            kinds.add(one.kind)
            if len(found) > len(_TELLING):
                break
    return found


def _first(
    drafts: Iterable[Draft], heading: str, before: Sequence[Sentence], catalogue: Catalogue, used: "Used"
) -> list[Sentence]:
    """The first draft that is proven, in a form that the list has used least, and that does not begin like the sentence
    before it."""
    last = _opening(before[-1].text) if before else ""
    # stable: the fullest first among equals
    ordered = sorted(drafts, key=lambda draft: (used.count(draft.frame), _opening(draft.text) == last))
    return _proven(ordered, heading, before, catalogue, used)


def _opening(text: str) -> str:
    """How a sentence begins: *It*, *The film*, a name."""
    words = text.split()
    return " ".join(words[: 2 if words[0] == "The" else 1])


def _fresh(
    drafts: Iterable[Draft], heading: str, before: Sequence[Sentence], catalogue: Catalogue, used: "Used"
) -> list[Sentence]:
    """The first draft that is proven in a form that none of the entries before has."""
    return _first((one for one in drafts if not used.count(one.frame)), heading, before, catalogue, used)


def _telling(
    drafts: Sequence[Draft], heading: str, before: Sequence[Sentence], catalogue: Catalogue, used: "Used"
) -> list[Sentence]:
    """The most telling draft that is proven; of the forms that tell the same thing, the one used least."""
    groups: dict[tuple[tuple[str, str, str], ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(tuple(_key(s) for s in draft.statements), []).append(draft)
    for same in groups.values():
        if found := _first(same, heading, before, catalogue, used):
            return found
    return []


def _proven(
    drafts: Iterable[Draft], heading: str, before: Sequence[Sentence], catalogue: Catalogue, used: "Used"
) -> list[Sentence]:
    for draft in drafts:
        if not any(faults(draft.text)) and proven(draft, heading, before, catalogue):
            used.add(draft.frame)
            return [Sentence(draft.text, draft.statements, draft.frame)]
    return []


def proven(draft: Draft, heading: str, before: Sequence[Sentence], catalogue: Catalogue) -> bool:
    """Whether the checker finds in the sentence, standing where it will stand, a claim of every kind that it is meant
    to make, supports them all, and leaves no part of it unread."""
    prose = " ".join(sentence.text for sentence in before)
    text = f"One film\n\n{heading}\nDescription: {f'{prose} ' if prose else ''}{draft.text}\n"
    one = check_texts([("-", text)], catalogue).lists[0]
    start = text.rindex(draft.text)
    within = [v for v in one.verdicts if v.claim.span.start >= start and v.entry and not v.claim.unresolved]
    if any(span.end > start for span in one.coverage.unread) or any(v.status is not Status.SUPPORTED for v in within):
        return False
    kinds = {v.claim.kind for v in within}
    return all(_ALIKE.get(kind, {kind}) & kinds for kind in draft.kinds)


def _key(said: Statement) -> tuple[str, str, str]:
    return said.subject, said.property, str(said.value)


def _number(n: int) -> str:
    words = "zero one two three four five six seven eight nine ten eleven twelve".split()
    return words[n] if n < len(words) else str(n)
