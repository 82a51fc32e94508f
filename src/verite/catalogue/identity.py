"""Which subjects of different sources are one film or person, and where their ids contradict.

Two subjects that carry one id are joined, unless what they say of themselves speaks against it: an id can be wrong in
any source (a table of 24,000 films gives *Europa, Europa* the id of von Trier's *Europa*). Films without a shared id are
joined by title and year, if the people they name agree, or if the title stands alone for that year on both sides.
Every join keeps its reason, and every refusal is a conflict that the build reports. Nothing is rewritten: a join is
a row in `member`, and can be taken away.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from verite import names, titles
from verite.catalogue.schema import AGENT, AWARD, WORK


class Join(NamedTuple):
    lead: int
    subject: int
    reason: str


class Conflict(NamedTuple):
    what: str  # shared-id, two-ids, title-year
    subject: int
    other: int
    reason: str


class Card(NamedTuple):
    """What a subject says of itself that tells it from others."""

    n: int
    id: str
    source: int
    keys: frozenset[str]
    years: tuple[int, ...]
    people: frozenset[str]  # directors, by sound
    cast: frozenset[str]
    imdb: frozenset[str]


class Settled(NamedTuple):
    joins: list[Join]
    conflicts: list[Conflict]


def settle(connection: sqlite3.Connection) -> Settled:
    """The joins and conflicts among the subjects of a catalogue that is being filled. Deterministic: subjects are
    taken in the order of their sources, the best-ranked first."""
    connection.execute("create index known_as on known (id, own)")
    clusters = _Clusters(connection)
    for first, piece in _pieces(connection):
        clusters.unite(first, piece, "told in pieces by its source")
    for id_, members in _shared(connection):
        clusters.by_id(id_, members)
    _join_namesakes(connection, clusters)
    return Settled(clusters.joins(), clusters.conflicts)


def _pieces(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """(the first, another) of the subjects under which one source tells of one film: its titles in one file, its ids in
    another, its prizes year by year."""
    rows = connection.execute(
        "select min(n), group_concat(n) from subject where what != ? group by source, id having count(*) > 1", (AWARD,)
    )
    for first, listed in rows:
        yield from ((first, int(n)) for n in listed.split(",") if int(n) != first)


def _shared(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[int, bool]]]]:
    """(id, its subjects, each with whether the id is its own) of every id that several subjects carry."""
    rows = connection.execute(
        "select id, group_concat(subject || ':' || own) from known group by id having count(*) > 1 order by min(subject)"
    )
    for id_, listed in rows:
        members = sorted({(int(n), own == "1") for n, _, own in (m.partition(":") for m in listed.split(","))})
        if len({n for n, _ in members}) > 1:
            yield id_, members


class _Clusters:
    """Subjects gathered under a lead each. State: the forest, and the reasons."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.parent: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self.reasons: dict[int, str] = {}
        self.conflicts: list[Conflict] = []
        self.card = lru_cache(maxsize=200_000)(self._card)

    def lead(self, n: int) -> int:
        while (above := self.parent.get(n, n)) != n:
            n = above
        return n

    def cluster(self, n: int) -> list[int]:
        return self.members.get(self.lead(n), [n])

    def unite(self, one: int, other: int, reason: str) -> None:
        a, b = sorted((self.lead(one), self.lead(other)))
        if a == b:
            return
        self.parent[b] = a
        self.members[a] = [*self.members.get(a, [a]), *self.members.pop(b, [b])]
        self.reasons[b] = reason

    def joins(self) -> list[Join]:
        return [
            Join(lead, n, self.reasons.get(n, "same as another member"))
            for lead, members in sorted(self.members.items())
            for n in members
            if n != lead
        ]

    def by_id(self, id_: str, members: list[tuple[int, bool]]) -> None:
        """Join the subjects of one id that agree with its owner, or with most of the others."""
        what = self._what(members[0][0])
        if what == AGENT:
            for n, _ in members[1:]:
                self.unite(members[0][0], n, f"both are {id_}")
            return
        cards = list({self.lead(n): self.whole(n) for n, _ in members}.values())
        owner = next((self.whole(n) for n, own in members if own), None)
        anchor = owner if owner is not None and owner.keys else max(cards, key=lambda c: (_support(c, cards), -c.n))
        taken: dict[int, Card] = {}  # source -> the one subject of it that is this film
        for card in sorted(cards, key=lambda c: (-_likeness(c, anchor), c.n)):
            if card.n != anchor.n and (why := unlike(card, anchor)):
                self.conflicts.append(Conflict("shared-id", card.n, anchor.n, f"{id_}: {why}"))
            elif card.source in taken and card.keys and taken[card.source].n != card.n:
                twin = taken[card.source]
                self.conflicts.append(Conflict("shared-id", card.n, twin.n, f"{id_}: one source gives it to two films"))
            else:
                taken.setdefault(card.source, card)
                self._join(anchor.n, card.n, f"both are {id_}")

    def _join(self, one: int, other: int, reason: str) -> bool:
        """Unite two clusters, unless one source would then have two different films in it."""
        a, b = self.cluster(one), self.cluster(other)
        if a is b or one == other:
            return True
        one_id, other_id = ({id_ for n in cluster for id_ in self.card(n).imdb} for cluster in (a, b))
        if one_id and other_id and not one_id & other_id:
            told = f"{reason}, but one is {min(one_id)} and the other {min(other_id)}"
            self.conflicts.append(Conflict("two-ids", other, one, told))
            return False
        sources = {c.source: c for c in map(self.card, a) if c.keys}
        for card in map(self.card, b):
            twin = sources.get(card.source)
            if card.keys and twin is not None and twin.id != card.id:
                self.conflicts.append(
                    Conflict("two-films", card.n, twin.n, f"{reason}, but their source has two films")
                )
                return False
        self.unite(one, other, reason)
        return True

    def by_title(self, lead: int, others: set[int], alone: bool) -> bool:
        """Join a film to others of its title and year, where no id tells them apart; gives whether it was. One that is not `alone`
        in its source (*Titanic* of 1996 and of 1997) is joined only by its people."""
        mine = self._whole(lead)
        clusters = {other: self._whole(other) for other in sorted({self.lead(n) for n in others} - {self.lead(lead)})}
        agreeing = [other for other, cards in clusters.items() if _any(_people_agree, mine, cards)]
        if agreeing:
            joined = [self._join(other, lead, "title, year and people agree") for other in agreeing]
            return any(joined)
        if len(clusters) != 1 or not alone:
            return False
        ((other, cards),) = clusters.items()
        if _any(_people_differ, mine, cards):
            self.conflicts.append(Conflict("title-year", lead, other, "same title and year, other people"))
        elif _any(lambda one, two: bool(set(one.years) & set(two.years)), mine, cards):
            return self._join(other, lead, "title and year agree, and no other film has them")
        return False

    def _whole(self, lead: int) -> list[Card]:
        return [self.card(n) for n in self.cluster(lead)]

    def whole(self, n: int) -> Card:
        """A film as its own source tells it, all pieces taken together."""
        card = self.card(n)
        pieces = [self.card(m) for m in self.cluster(n) if m != n]
        pieces = [one for one in pieces if (one.source, one.id) == (card.source, card.id)]
        if not pieces:
            return card
        told = [card, *pieces]
        return Card(
            min(one.n for one in told), card.id, card.source,
            frozenset().union(*(one.keys for one in told)),
            tuple(sorted({year for one in told for year in one.years})),
            frozenset().union(*(one.people for one in told)),
            frozenset().union(*(one.cast for one in told)),
            frozenset().union(*(one.imdb for one in told)),
        )  # fmt: skip

    def _what(self, n: int) -> int:
        return int(self.connection.execute("select what from subject where n = ?", (n,)).fetchone()[0])

    def _card(self, n: int) -> Card:
        id_, source, text = self.connection.execute("select id, source, data from subject where n = ?", (n,)).fetchone()
        data = json.loads(text)
        keys = frozenset(key for said in data.get("title", ()) for key in titles.keys(said[0]))
        years = tuple(sorted({said[0] for said in data.get("year", ())}))
        ids = (id_, *(said[0] for said in data.get("same_as", ())))
        return Card(
            n, id_, source, keys, years, self._sounds(data.get("director", ())), self._sounds(data.get("cast", ())),
            frozenset(one for one in ids if one.startswith("imdb:")),
        )  # fmt: skip

    def _sounds(self, said: Iterable[list[object]]) -> frozenset[str]:
        spelt = (name for row in said for name in self._spellings(str(row[0])))
        return frozenset(key for name in spelt if (key := names.key(name)))

    def _spellings(self, agent: str) -> list[str]:
        """The names of a person: the name itself where a source has no more, else those of the person's subject."""
        if " " in agent or not agent.islower():
            return [agent]
        rows = self.connection.execute(
            "select data from subject where n in (select subject from known where id = ? and own = 1)", (agent,)
        )
        return [said[0] for (text,) in rows for said in json.loads(text).get("name", ())]


def _likeness(one: Card, other: Card) -> float:
    """How much two descriptions speak of one film: title, then people, then year."""
    title = 2.0 if one.keys & other.keys else max(
        (titles.key_likeness(a, b) for a in one.keys for b in other.keys), default=0.5
    )  # fmt: skip
    people = 1.0 if one.people & other.people else -1.0 if _people_differ(one, other) else 0.0
    gap = _gap(one, other)
    return title + people - (0.0 if gap is None else min(gap, 10) * 0.1)


def _support(card: Card, cards: list[Card]) -> float:
    return sum(_likeness(card, other) for other in cards if other.n != card.n)


def unlike(one: Card, other: Card) -> str:
    """Why two descriptions under one id are surely of two films; "" if they may be of one."""
    if not one.keys or not other.keys:
        return ""  # a list of ids with prizes says nothing of the film itself
    title = bool(one.keys & other.keys)
    gap = _gap(one, other)
    if gap is None:
        return "other directors" if not title and _people_differ(one, other) else ""
    if one.people & other.people and gap <= _SHELVED:
        return ""  # another title of the film by the same hand, or one shown long after it was made
    if title:
        return f"{gap} years apart" if gap > _LATE else ""
    if _people_differ(one, other):
        return "other title, and other directors"
    if gap > 3:
        return f"{gap} years apart, and another title"
    likeness = max(titles.key_likeness(a, b) for a in one.keys for b in other.keys)
    return "titles have nothing in common" if likeness < 0.3 and gap > 1 else ""


_SHELVED = 25  # years: *Andrei Rublev* was made in 1966 and shown in 1971, *Asya's Happiness* in 1987
_LATE = 10


def _gap(one: Card, other: Card) -> int | None:
    return min((abs(a - b) for a in one.years for b in other.years), default=None)


def _any(holds: Callable[[Card, Card], bool], some: Iterable[Card], others: list[Card]) -> bool:
    return any(holds(one, other) for one in some for other in others)


def _people_agree(one: Card, other: Card) -> bool:
    return bool(one.people & other.people) or len(one.cast & other.cast) >= 2 or bool(one.people & other.cast)


def _people_differ(one: Card, other: Card) -> bool:
    """Both name directors, and no two of them can be one person."""
    if not one.people or not other.people or one.people & other.people:
        return False
    return all(names.unlike(a, b) or names.unlike(b, a) for a in one.people for b in other.people)


def _join_namesakes(connection: sqlite3.Connection, clusters: _Clusters) -> None:
    """Join what has one title and about one year and stands alone by them in its sources. The largest source is only
    looked into: a pair is met from its smaller side."""
    films = connection.execute(
        "select source, count(*) from subject where what = ? group by source order by 2", (WORK,)
    )
    sources = films.fetchall()
    if len(sources) > 1:  # a tenth of a build: not for one source, whose films are what they are
        connection.executescript("create index named on name (key); create index names_of on name (subject);")
    seen: set[int] = set()
    for source, _ in sources[:-1]:
        rows = connection.execute("select n from subject where what = ? and source = ? order by n", (WORK, source))
        for (n,) in rows.fetchall():
            joined = clusters.lead(n) not in seen
            while joined:  # what is joined brings other titles and people, by which more may be
                near, alone = _near(connection, clusters.cluster(n))
                joined = bool(near) and clusters.by_title(clusters.lead(n), near, alone)
            seen.add(clusters.lead(n))


def _near(connection: sqlite3.Connection, cluster: list[int]) -> tuple[set[int], bool]:
    """Films of other sources with one of a film's titles and about its year; and whether none of its own has another such."""
    mine, found, alone = set(cluster), set[int](), True
    titled = {row for n in cluster for row in connection.execute("select key, years from name where subject = ?", (n,))}
    own = {connection.execute("select source from subject where n = ?", (n,)).fetchone()[0] for n in cluster}
    for key, listed in titled:
        years = _years(listed)
        rows = connection.execute(
            "select name.subject, years, source from name join subject on n = name.subject where key = ?", (key,)
        )
        for other, theirs, their_source in rows:
            if other in mine or not any(abs(a - b) <= 1 for a in years for b in _years(theirs)):
                continue
            if their_source in own:
                alone = False
            else:
                found.add(other)
    return found, alone


def _years(listed: str) -> tuple[int, ...]:
    return tuple(int(year) for year in listed.split(",") if year)
