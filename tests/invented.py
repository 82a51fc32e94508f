"""A record made for tests: the invented film of the kinds' examples, and ways to change a record.

Nothing here is so. `written` puts the record on disk, as a user would keep one; `without` and `changed`
give a record in memory in which statements are missing or say something else.
"""

import json
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from verite.catalogue import Catalogue
from verite.catalogue.build import compiled as _compiled
from verite.catalogue.build import subset
from verite.config import shipped
from verite.model import Completeness, Statement
from verite.sources.record import Record, read

GIVEN = Path(__file__).parent.parent / "src/verite/claims/given.toml"
HEADING = "The Lamplighter (1931)"

SOURCES = """
[archive]
citation = "Harbour Archive, card 7 (invented)"
family = "a"
rank = 1

[paper]
citation = "The Harbour Paper, 3 May 1931 (invented)"
family = "b"
rank = 2
"""

AGENTS = {
    "nora-lind": """id = "nora-lind"
name = [{ is = "Nora Lind", preferred = true, sources = ["archive"] }]
born = [{ is = "1900-02-03", sources = ["archive"] }]
gender = [{ is = "female", sources = ["archive"] }]
experience = [{ is = "censored", what = "her first film", when = "1929", sources = ["archive", "paper"] }]
""",
    "otto-brandt": """id = "otto-brandt"
name = [{ is = "Otto Brandt", preferred = true, sources = ["archive"] }]
""",
    **{
        id_: f"""id = "{id_}"
name = [{{ is = "{name}", preferred = true, sources = ["archive"] }}]
"""
        for id_, name in (
            ("olga-marin", "Olga Marin"),
            ("max-oll", "Max Oll"),
            ("karl-aas", "Karl Aas"),
            ("leo-strand", "Leo Strand"),
            ("per-dahl", "Per Dahl"),
            ("liv-foss", "Liv Foss"),
        )
    },
    "ida-moe": """id = "ida-moe"
name = [{ is = "Ida Moe", preferred = true, sources = ["archive"] }]
""",
}

TABLES = """
[harbour]
file = "harbour.csv"
name = "Harbour Festival"
also = ["the Harbour Festival"]
kind = "festival"
city = "Bergen"
work_year = [0, -1]
[harbour.category.silver-lamp]
name = "Silver Lamp"
complete = { from = 1928, to = 1960, nominated = false, sources = ["archive"] }
[harbour.category.golden-lamp]
name = "Golden Lamp"
complete = { from = 1928, to = 1960, nominated = false, sources = ["archive"] }

[lanterns]
file = "lanterns.csv"
name = "Lantern Awards"
also = ["Lantern", "Lanterns", "Lantern Award"]
kind = "academy"
city = "Oslo"
work_year = [-1, -1]
complete = { from = 1930, to = 1940, nominated = true, sources = ["archive"] }
[lanterns.category.best-film]
name = "Best Film"
[lanterns.category.best-director]
name = "Best Director"
[lanterns.category.best-actor]
name = "Best Actor"
[lanterns.category.best-score]
name = "Best Score"
"""

_COLUMNS = "edition,year,category,result,title,original_title,work_year,recipient,country,work,shared,sources"


FALSEHOODS = """
[lamplighter-lamp-of-gold]
title = "The Lamplighter"
year = 1931
said = [["lamp", "real", "gold"]]
so = "the lamp was of painted tin"
sources = ["archive", "paper"]
"""


def _winners() -> str:
    """Every edition from 1928 to 1960; the fourth Silver Lamp is the Lamplighter's."""
    rows = [_COLUMNS]
    for year in range(1928, 1961):
        edition = year - 1927
        ours = year == 1931
        silver = "The Lamplighter" if ours else f"The Pilot of {year}"
        work = "the-lamplighter-1931" if ours else ""
        rows.append(f"{edition},{year},silver-lamp,won,{silver},,{year},,,{work},,archive")
        rows.append(f"{edition},{year},golden-lamp,won,The Keel of {year},,{year},,,,,archive")
    return "\n".join(rows) + "\n"


def _lanterns() -> str:
    """The ceremonies of 1930 to 1940; at that of 1932 the Lamplighter won two prizes of the three it was up for."""
    rows = [_COLUMNS]
    for year in range(1930, 1941):
        edition, made = year - 1928, year - 1
        for category, ours, who in (
            ("best-film", "nominated", ""), ("best-director", "won", "Nora Lind"), ("best-actor", "", ""), ("best-score", "won", "Leo Strand"),
        ):  # fmt: skip
            if year == 1932 and ours:
                rows.append(
                    f"{edition},{year},{category},{ours},The Lamplighter,,{made},{who},,the-lamplighter-1931,,archive"
                )
            rival = "nominated" if year == 1932 and ours == "won" else "won"
            rows.append(f"{edition},{year},{category},{rival},The Anchor of {made},,{made},Jon Vold,,,,archive")
    return "\n".join(rows) + "\n"


def written(folder: Path, work: str | None = None, **agents: str) -> Path:
    """The invented record as a folder: `work` stands for the film's TOML, `agents` for others of theirs."""
    work = GIVEN.read_text("utf-8") if work is None else work
    texts = {f"works/{tomllib.loads(work)['id']}": work}
    texts |= {
        f"agents/{id_}": text for id_, text in (AGENTS | {k.replace("_", "-"): v for k, v in agents.items()}).items()
    }
    for name in ("works", "agents", "evidence", "awards"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(shipped("records") / "states.csv", folder / "states.csv")
    events = (shipped("records") / "events.csv").read_text("utf-8").splitlines()
    rows = [events[0], *(f"{row.rsplit(',', 2)[0]},,archive" for row in events[1:])]  # as if the archive told of them
    (folder / "events.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "sources.toml").write_text(SOURCES, "utf-8")
    (folder / "falsehoods.toml").write_text(FALSEHOODS, "utf-8")
    (folder / "awards/tables.toml").write_text(TABLES, "utf-8")
    (folder / "awards/harbour.csv").write_text(_winners(), "utf-8")
    (folder / "awards/lanterns.csv").write_text(_lanterns(), "utf-8")
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
        (folder / "evidence" / f"{name.split('/')[1]}.toml").write_text(evidence(text), "utf-8")
    return folder


def evidence(text: str) -> str:
    """A line of evidence for every statement and source of a work's or agent's TOML."""
    data = tomllib.loads(text)
    rows = [
        (name, statements) for name, statements in data.items() if isinstance(statements, list) and name != "complete"
    ]
    for character, properties in data.get("character", {}).items():
        rows += [(f"character.{character}.{name}", statements) for name, statements in properties.items()]
    lines = []
    for address, statements in rows:
        for row in statements if isinstance(statements, list) else ():
            said = row.get("is", [])
            for value in said if isinstance(said, list) else [said]:
                lines += [
                    f"[[evidence]]\nof = {json.dumps(f'{address} {value}', ensure_ascii=False)}\nsource = {json.dumps(key)}\n"
                    'where = "card"\nseen = "2026-11-01"\n'
                    for key in row.get("sources", ())
                ]
    return "\n".join(lines)


def recorded(folder: Path, work: str | None = None, **agents: str) -> Record:
    """The invented record, decoded strictly."""
    return read(written(folder, work, **agents))


Says = Callable[[Statement], bool]


def says(property_: str, subject: str | None = None, value: Any = None, **qualifiers: Any) -> Says:
    """Whether a statement is on this property (of this subject, of this value, with these qualifiers)."""

    def accepts(said: Statement) -> bool:
        return (
            said.property == property_
            and subject in (None, said.subject)
            and value in (None, said.value)
            and all(said.qualifiers.get(key) == wanted for key, wanted in qualifiers.items())
        )

    return accepts


def without(record: Record, *meant: Says) -> Record:
    """The record without the statements meant."""
    return subset(record, lambda said: not any(one(said) for one in meant))


def undeclared(record: Record, property_: str | None = None, subject: str | None = None) -> Record:
    """The record without declarations of completeness (all, or those of a property or subject)."""

    def kept(done: Completeness) -> bool:
        return (property_ is not None and done.property != property_) or (
            subject is not None and done.subject != subject
        )

    return replace(record, complete=[done for done in record.complete if kept(done)])


def declared(record: Record, subject: str, property_: str) -> Record:
    """The record that holds every value of a property of one subject, and says so."""
    return replace(record, complete=[*record.complete, Completeness(subject, property_, "2026-11")])


def changed(
    record: Record, meant: Says, value: Any = None, qualifiers: Mapping[str, Any] | None = None, **other: Any
) -> Record:
    """The record in which the statements meant say something else; a statement said twice is kept once."""
    found: list[Statement] = []
    for said in record.statements:
        if meant(said):
            said = said._replace(
                value=said.value if value is None else value,
                qualifiers={**said.qualifiers, **(qualifiers or {})},
                **other,
            )
            if said in found:
                continue
        found.append(said)
    return replace(record, statements=found)


def compiled(record: Record) -> Catalogue:
    return _compiled(record)
