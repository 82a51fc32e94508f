"""What is asked of a SPARQL endpoint in Wikidata's model. Every question but the first names the items it is about,
so that each answer is small and can be asked for again."""

from collections.abc import Iterable
from typing import NamedTuple

from verite.sources.wikidata.describe import closed
from verite.sources.wikidata.entity import FILM, FILM_ID, OTHER, QUALIFIERS

ENTITY = "http://www.wikidata.org/entity/"
_PREFIXES = f"""\
PREFIX wd: <{ENTITY}>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX pr: <http://www.wikidata.org/prop/reference/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


class Asked(NamedTuple):
    """What one stage reads of its items."""

    properties: tuple[str, ...]
    full: bool  # with qualifiers and references; of people and places they are not used


STAGES = {"films": Asked(FILM, True), "others": Asked(OTHER, False), "authors": Asked(OTHER, False)}


def all_films() -> str:
    """Every instance of a class of ours, and whatever has the number of a film."""
    classes = " ".join(f"wd:{kind}" for kind in closed()["form"])
    return f"{{ VALUES ?class {{ {classes} }} ?film wdt:P31 ?class }} UNION {{ ?film wdt:{FILM_ID} ?number }}"


def films_about(topic: str) -> str:
    """Films whose main subject is this item."""
    return f"?film wdt:P921 wd:{topic} . {all_films()}"


def listing(films: str, after: str, limit: int) -> str:
    """One page of the films, by key: the page after the last one seen. `films` is a pattern, or a SELECT of ?film."""
    return f"""{_PREFIXES}
SELECT DISTINCT ?film WHERE {{
  {{ {films} }}
  FILTER(STR(?film) > "{after}")
}} ORDER BY STR(?film) LIMIT {limit}"""


def of_items(ids: Iterable[str], asked: Asked) -> dict[str, str]:
    """The questions about a batch of items, by the name under which their answers are kept."""
    items = "VALUES ?item { " + " ".join(f"wd:{id_}" for id_ in ids) + " }"
    found = {"terms": _terms(items), "statements": _statements(items, asked.properties)}
    if asked.full:
        claims = "VALUES ?claim { " + " ".join(f"p:{name}" for name in asked.properties) + " }"
        found |= {"qualifiers": _qualifiers(items, claims), "references": _references(items, claims)}
    return {name: _PREFIXES + text for name, text in found.items()}


def _terms(items: str) -> str:
    return f"""
SELECT ?item ?kind ?text WHERE {{
  {items}
  VALUES (?term ?kind) {{ (rdfs:label "label") (skos:altLabel "alias") }}
  ?item ?term ?text .
}}"""


def _statements(items: str, properties: tuple[str, ...]) -> str:
    rows = " ".join(f'("{name}" p:{name} ps:{name} psv:{name})' for name in properties)
    return f"""
SELECT ?item ?property ?statement ?rank ?value ?precision ?unit WHERE {{
  {items}
  VALUES (?property ?claim ?simple ?full) {{ {rows} }}
  ?item ?claim ?statement .
  ?statement ?simple ?value ; wikibase:rank ?rank .
  OPTIONAL {{ ?statement ?full ?node . ?node wikibase:timePrecision ?precision }}
  OPTIONAL {{ ?statement ?full ?node2 . ?node2 wikibase:quantityUnit ?unit }}
}}"""


def _qualifiers(items: str, claims: str) -> str:
    rows = " ".join(f'("{name}" pq:{name} pqv:{name})' for name in QUALIFIERS)
    return f"""
SELECT ?statement ?property ?value ?precision WHERE {{
  {items}
  {claims}
  VALUES (?property ?simple ?full) {{ {rows} }}
  ?item ?claim ?statement .
  ?statement ?simple ?value .
  OPTIONAL {{ ?statement ?full ?node . ?node wikibase:timePrecision ?precision }}
}}"""


def _references(items: str, claims: str) -> str:
    return f"""
SELECT DISTINCT ?statement ?kind WHERE {{
  {items}
  {claims}
  VALUES (?kind ?part) {{ ("url" pr:P854) ("stated" pr:P248) ("imported" pr:P143) }}
  ?item ?claim ?statement .
  ?statement prov:wasDerivedFrom ?reference .
  ?reference ?part ?any .
}}"""
