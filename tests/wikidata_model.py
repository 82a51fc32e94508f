"""Invented films in Wikidata's two real forms: a JSON dump, and triples in its RDF model.

Each form is written here from its own documentation, not with the code under test. What differs between the two for
one and the same statement is written out: a Julian day stays Julian in JSON and is Gregorian in RDF.
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pyoxigraph as ox

ENTITY = "http://www.wikidata.org/entity/"
PROP = "http://www.wikidata.org/prop/"
ONTOLOGY = "http://wikiba.se/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
CALENDARS = {False: "Q1985727", True: "Q1985786"}


class Text(NamedTuple):
    text: str
    lang: str


class Time(NamedTuple):
    json: str
    precision: int
    rdf: str
    julian: bool = False


class Amount(NamedTuple):
    amount: str
    unit: str


SOME, NONE = object(), object()


class Says(NamedTuple):
    property: str
    value: Any  # "Q1" is an item, any other str a string
    rank: str = "normal"
    qualifiers: tuple[tuple[str, Any], ...] = ()
    references: tuple[tuple[str, Any], ...] = ()


class Item(NamedTuple):
    id: str
    labels: dict[str, str]
    says: tuple[Says, ...] = ()
    aliases: Mapping[str, list[str]] = MappingProxyType({})


def year(n: int) -> Time:
    return Time(f"+{n}-00-00T00:00:00Z", 9, f"{n}-01-01T00:00:00Z")


def month(n: int, m: int) -> Time:
    return Time(f"+{n}-{m:02}-00T00:00:00Z", 10, f"{n}-{m:02}-01T00:00:00Z")


def day(n: int, m: int, d: int) -> Time:
    return Time(f"+{n}-{m:02}-{d:02}T00:00:00Z", 11, f"{n}-{m:02}-{d:02}T00:00:00Z")


URL = (("P854", "https://example.org/programme"),)
COPIED = (("P143", "Q328"),)


def film(id_: str, labels: dict[str, str], *says: Says, kind: str = "Q11424", **aliases: list[str]) -> Item:
    return Item(id_, labels, (Says("P31", kind), *says), aliases)


FILMS = (
    film("Q9000001", {"en": "The Ninth Wagon", "ru": "Девятый вагон", "de": "Der neunte Waggon", "en-gb": "The Ninth Waggon"},
        Says("P1476", Text("Девятый вагон", "ru")), Says("P57", "Q9100001", references=URL),
        Says("P58", "Q9100001"), Says("P58", "Q9100002"), Says("P86", "Q9100003"), Says("P344", "Q9100004"),
        Says("P1040", "Q9100005"), Says("P161", "Q9100006", qualifiers=(("P453", "Q9300001"), ("P1545", "2"))),
        Says("P161", "Q9100007", qualifiers=(("P4633", "the guard"), ("P1545", "1"))),
        Says("P144", "Q9200001"), Says("P495", "Q15180", references=COPIED), Says("P364", "Q7737"),
        Says("P577", day(1966, 4, 2), qualifiers=(("P291", "Q15180"),)), Says("P577", month(1968, 11), qualifiers=(("P291", "Q183"),)),
        Says("P2047", Amount("+98", "Q7727")), Says("P840", "Q9400001"), Says("P2408", "Q362"), Says("P915", "Q9400002"),
        Says("P921", "Q8432"), Says("P921", "Q9500001"),
        Says("P166", "Q9600001", qualifiers=(("P585", year(1967)), ("P1346", "Q9100006"))),
        Says("P1411", "Q102427", qualifiers=(("P585", day(1968, 4, 8)), ("P1346", "Q9100001"))),
        Says("P345", "tt9000001"), Says("P4947", "900001"),
        en=["Wagon Nine", "The 9th Wagon"], ru=["9-й вагон"]),
    film("Q9000002", {"ka": "თოვლის გზა", "en": "Road of Snow", "mul": "Tovlis gza"},
        Says("P1476", Text("თოვლის გზა", "ka")), Says("P57", "Q9100002", rank="deprecated"), Says("P57", "Q9100008"),
        Says("P57", "Q9100001", rank="preferred"), Says("P577", year(1971)), Says("P577", year(1972), rank="preferred"),
        Says("P495", "Q230"), Says("P364", "Q8108"), Says("P2047", Amount("+1.5", "Q25235")),
        en=["Road of Snow"], kind="Q24869"),
    film("Q9000003", {"pl": "Zeznanie", "en": "Testimony"}, Says("P57", SOME), Says("P57", NONE), Says("P57", "Q9100009"),
        Says("P495", "Q211274"), Says("P577", SOME), Says("P577", year(1982)), Says("P364", "Q809"), kind="Q506240"),
    film("Q9000004", {"en": "Salt Mine 41"}, Says("P31", "Q24862"), Says("P577", Time("+1990-00-00T00:00:00Z", 8, "1990-01-01T00:00:00Z")),
        Says("P495", "Q9700001"), Says("P2047", Amount("+1980", "Q11574")), kind="Q93204"),
    film("Q9000005", {"en": "The Long Thaw"}, Says("P31", "Q506240"), Says("P57", "Q9100002"), Says("P2408", "Q9800001"),
        Says("P2408", "Q9800002"), Says("P577", year(2003)), kind="Q93204"),
    film("Q9000006", {"de": "Das Lager am Fluss"}, Says("P577", year(1959)), Says("P495", "Q713750"), Says("P495", "Q16957"),
        Says("P364", "Q188"), Says("P57", "Q9199999"), Says("P144", "Q9000001"), kind="Q5398426"),
    film("Q9000007", {"zh-hans": "雪路", "zh-hant": "雪路", "en": "Snow Road"}, Says("P57", "Q9100010"), Says("P495", "Q148"), kind="Q202866"),
    film("Q9000008", {"fr": "L'Étape"}, Says("P57", "Q9100011", references=(("P248", "Q37312"),)), Says("P57", "Q9100011"),
        Says("P495", "Q142"), Says("P2047", Amount("+90", "1"))),
    film("Q9000009", {"en": 'The "Quiet" Barrack \\ No. 3'}, Says("P1476", Text('The "Quiet" Barrack \\ No. 3', "en")), Says("P345", "tt9000009")),
    film("Q9000010", {"en": "Untitled 1913"}, Says("P577", Time("+1913-02-16T00:00:00Z", 11, "1913-03-01T00:00:00Z", julian=True)),
        Says("P495", "Q34266"), kind="Q226730"),
    film("Q9000011", {"en": "Second Sentence"}, Says("P144", "Q9200002"), Says("P144", "Q9200003"), Says("P57", "Q9100002"), kind="Q29168811"),
    film("Q9000012", {"en": "Letters Home"}, Says("P166", "Q154590", qualifiers=(("P585", year(1977)),)), Says("P161", "Q9100001"),
        Says("P144", "Q9200004")),
    film("Q9000013", {"en": "Four Stories of Snow"}, Says("P4947", "900013"), Says("P577", year(1969)), kind="Q9990002"),
)  # fmt: skip


def human(id_: str, name: str, *says: Says, **aliases: list[str]) -> Item:
    return Item(id_, {"en": name}, (Says("P31", "Q5"), *says), aliases)


OTHERS = (
    human("Q9100001", "Irina Vasnetsova", Says("P569", Time("+1898-01-05T00:00:00Z", 11, "1898-01-17T00:00:00Z", julian=True)),
        Says("P570", year(1980)), Says("P21", "Q6581072"), Says("P1559", Text("Ирина Васнецова", "ru")), Says("P345", "nm9000001"),
        ru=["И. Васнецова"]),
    human("Q9100002", "Otar Beridze", Says("P21", "Q6581097"), Says("P569", month(1921, 3)), Says("P570", SOME)),
    *(human(f"Q91000{n:02}", f"Person {n}", Says("P569", year(1900 + n))) for n in range(3, 12)),
    human("Q9100020", "Lev Ardov", Says("P569", Time("+0980-01-01T00:00:00Z", 7, "0980-01-01T00:00:00Z"))),
    human("Q9100021", "Anna Ardova", Says("P21", "Q9990001")),
    Item("Q9200001", {"en": "Nine Wagons", "ru": "Девять вагонов"}, (Says("P31", "Q7725634"), Says("P7937", "Q8261"),
        Says("P50", "Q9100020"), Says("P50", "Q9100021"), Says("P1476", Text("Девять вагонов", "ru")))),
    Item("Q9200002", {"en": "Sentence"}, (Says("P31", "Q25379"), Says("P50", "Q9100002"))),
    Item("Q9200003", {}, (Says("P31", "Q8261"),)),
    Item("Q9200004", {"en": "Letters"}, (Says("P31", "Q112983"), Says("P50", SOME))),
    Item("Q9300001", {"en": "Colonel Orlov"}), Item("Q9400001", {"en": "Vorkuta"}), Item("Q9400002", {"ru": "Муром", "mul": "Murom"}),
    Item("Q9500001", {"en": "winter"}), Item("Q8432", {"en": "Gulag"}),
    Item("Q9600001", {"en": "Prize of the Northern Festival"}), Item("Q154590", {"en": "Golden Bear"}),
    Item("Q102427", {"en": "Academy Award for Best Picture"}),
    Item("Q15180", {"en": "Soviet Union"}, (Says("P298", "SUN"),)), Item("Q183", {"en": "Germany"}, (Says("P298", "DEU"),)),
    Item("Q230", {"en": "Georgia"}, (Says("P298", "GEO"),)), Item("Q148", {"en": "People's Republic of China"}, (Says("P298", "CHN"),)),
    Item("Q142", {"en": "France"}, (Says("P298", "FRA"),)), Item("Q211274", {"en": "Polish People's Republic"}),
    Item("Q713750", {"en": "West Germany"}, (Says("P298", "DEU"),)), Item("Q16957", {"en": "East Germany"}, (Says("P298", "DDR"),)),
    Item("Q9700001", {"en": "Atlantis"}), Item("Q34266", {"en": "Russian Empire"}),
    Item("Q7737", {"en": "Russian"}, (Says("P218", "ru"),)), Item("Q8108", {"en": "Georgian"}, (Says("P218", "ka"),)),
    Item("Q809", {"en": "Polish"}, (Says("P218", "pl"),)), Item("Q188", {"en": "German"}, (Says("P218", "de"),)),
    Item("Q362", {"en": "World War II"}, (Says("P580", day(1939, 9, 1)), Says("P582", day(1945, 9, 2)))),
    Item("Q9800001", {"en": "1950s"}), Item("Q9800002", {"en": "the long winter"}),
)  # fmt: skip
# What a dump is mostly made of, and what must not be read: a paper with an author, a property, a town nobody names,
# a person nobody names, an episode.
BYSTANDERS = (
    Item("Q9900001", {"en": "On Wagons"}, (Says("P31", "Q13442814"), Says("P50", "Q9900002"))),
    human("Q9900002", "Nobody Named"),
    Item("Q9900003", {"en": "A town"}),
    Item("Q9900004", {"en": "An episode"}, (Says("P31", "Q21191270"), Says("P57", "Q9900002"))),
)
WORLD = (*OTHERS[:9], *FILMS, *OTHERS[9:], *BYSTANDERS)


def dump_lines(items: tuple[Item, ...] = WORLD, *, spaced: bool = False) -> Iterator[str]:
    """Without spaces, as Wikidata writes it; a tool that filters dumps may put them back."""
    separators = (", ", ": ") if spaced else (",", ":")
    yield json.dumps(
        {"type": "property", "datatype": "wikibase-item", "id": "P57", "labels": {}, "claims": []},
        separators=separators,
    )
    for item in items:
        claims: dict[str, Any] = {}
        for n, says in enumerate(item.says):
            row: dict[str, Any] = {
                "mainsnak": _snak(says.property, says.value), "type": "statement", "id": f"{item.id}$S{n}", "rank": says.rank,
            }  # fmt: skip
            if says.qualifiers:
                row["qualifiers"] = _snaks(says.qualifiers)
            if says.references:
                row["references"] = [{"hash": "0", "snaks": _snaks(says.references)}]
            claims.setdefault(says.property, []).append(row)
        yield json.dumps(
            {
                "type": "item", "id": item.id,
                "labels": {lang: {"language": lang, "value": text} for lang, text in item.labels.items()} or [],
                "descriptions": {}, "aliases": {lang: [{"language": lang, "value": t} for t in texts] for lang, texts in item.aliases.items()} or [],
                "claims": claims or [], "sitelinks": {}, "lastrevid": 1, "modified": "2026-03-04T05:06:07Z",
            },
            ensure_ascii=False, separators=separators,
        )  # fmt: skip


def _snaks(pairs: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for property_, value in pairs:
        found.setdefault(property_, []).append(_snak(property_, value))
    return found


def _snak(property_: str, value: Any) -> dict[str, Any]:
    if value is SOME or value is NONE:
        return {
            "snaktype": "somevalue" if value is SOME else "novalue",
            "property": property_,
            "datatype": "wikibase-item",
        }
    data: Any = {"value": value, "type": "string"}
    if isinstance(value, Text):
        data = {"value": {"text": value.text, "language": value.lang}, "type": "monolingualtext"}
    elif isinstance(value, Time):
        calendar = ENTITY + CALENDARS[value.julian]
        data = {"value": {"time": value.json, "timezone": 0, "before": 0, "after": 0, "precision": value.precision,
                          "calendarmodel": calendar}, "type": "time"}  # fmt: skip
    elif isinstance(value, Amount):
        unit = value.unit if value.unit == "1" else ENTITY + value.unit
        data = {"value": {"amount": value.amount, "unit": unit}, "type": "quantity"}
    elif _is_item(value):
        data = {
            "value": {"entity-type": "item", "numeric-id": int(value[1:]), "id": value},
            "type": "wikibase-entityid",
        }
    return {"snaktype": "value", "property": property_, "datavalue": data, "datatype": "x"}


def _is_item(value: Any) -> bool:
    return isinstance(value, str) and value[:1] == "Q" and value[1:].isdigit()


def store(items: tuple[Item, ...] = WORLD) -> ox.Store:
    found = ox.Store()
    found.extend(ox.Quad(*triple) for triple in _triples(items))
    return found


def _node(*parts: str) -> ox.NamedNode:
    return ox.NamedNode("".join(parts))


def _triples(items: tuple[Item, ...]) -> Iterator[tuple[Any, Any, Any]]:
    for item in items:
        subject = _node(ENTITY, item.id)
        for lang, text in item.labels.items():
            for name in (RDFS + "label", SKOS + "prefLabel", "http://schema.org/name"):
                yield subject, _node(name), ox.Literal(text, language=lang)
        for lang, texts in item.aliases.items():
            for text in texts:
                yield subject, _node(SKOS, "altLabel"), ox.Literal(text, language=lang)
        best = {says.property for says in item.says if says.rank == "preferred"}
        for n, says in enumerate(item.says):
            statement = _node(ENTITY, f"statement/{item.id}-S{n}")
            yield subject, _node(PROP, says.property), statement
            yield statement, _node(ONTOLOGY, "rank"), _node(ONTOLOGY, f"{says.rank.title()}Rank")
            yield from _valued(statement, "statement/", says.property, says.value)
            if says.rank == ("preferred" if says.property in best else "normal") and says.value not in (SOME, NONE):
                yield subject, _node(PROP, "direct/", says.property), _term(says.value)
            for name, value in says.qualifiers:
                yield from _valued(statement, "qualifier/", name, value)
            if says.references:
                reference = _node("http://www.wikidata.org/reference/", f"{item.id}-{n}")
                yield statement, _node("http://www.w3.org/ns/prov#wasDerivedFrom"), reference
                for name, value in says.references:
                    yield reference, _node(PROP, "reference/", name), _term(value)


def _valued(at: ox.NamedNode, kind: str, property_: str, value: Any) -> Iterator[tuple[Any, Any, Any]]:
    if value is NONE:
        yield at, _node("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), _node(PROP, "novalue/", property_)
        return
    yield at, _node(PROP, kind, property_), _term(value)
    if isinstance(value, Time | Amount):
        full = _node("http://www.wikidata.org/value/", str(abs(hash(value))))
        yield at, _node(PROP, kind, "value/", property_), full
        if isinstance(value, Time):
            yield full, _node(ONTOLOGY, "timeValue"), _term(value)
            yield (
                full,
                _node(ONTOLOGY, "timePrecision"),
                ox.Literal(str(value.precision), datatype=_node(XSD, "integer")),
            )
            yield full, _node(ONTOLOGY, "timeCalendarModel"), _node(ENTITY, CALENDARS[value.julian])
        else:
            yield full, _node(ONTOLOGY, "quantityAmount"), _term(value)
            unit = "Q199" if value.unit == "1" else value.unit  # a bare number: RDF names the item "1"
            yield full, _node(ONTOLOGY, "quantityUnit"), _node(ENTITY, unit)


def _term(value: Any) -> Any:
    if value is SOME:
        return ox.BlankNode()
    if isinstance(value, Text):
        return ox.Literal(value.text, language=value.lang)
    if isinstance(value, Time):
        return ox.Literal(value.rdf, datatype=_node(XSD, "dateTime"))
    if isinstance(value, Amount):
        return ox.Literal(value.amount, datatype=_node(XSD, "decimal"))
    if _is_item(value):
        return _node(ENTITY, value)
    return _node(value) if value.startswith("https://") else ox.Literal(value)
