"""What a guide is made from: a list file, or a folder with `guide.toml`, its lists and its editors' texts."""

import os
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from verite.catalogue import Catalogue
from verite.checking import check_texts, load
from verite.config import shipped
from verite.errors import ConfigError
from verite.guide import editorial, sections
from verite.guide.editorial import Document
from verite.guide.slug import plain
from verite.guide.strings import strings
from verite.guide.words import shortened, weblink
from verite.model import ListReport, Report, Source, Span, Status
from verite.sources.record.decode import bibliography
from verite.text import position

_TEXTS = (
    "title",
    "subtitle",
    "scope",
    "edition",
    "contact",
    "address",
    "language",
    "introduction",
    "list",
    "road",
    "films",
    "sources",
)
_KEYS = (*_TEXTS, "curators", "chapter", "events", "slugs", "redirects")
_CHAPTER = ("id", "title", "list", "about", "ours")
_NOTHING: Document = Document("", {})


class Chapter(NamedTuple):
    """A list of the guide. `ours`: written by its editors, so that all of it must be supported; else one that they
    examine, as they found it."""

    id: str
    title: str
    about: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Guide:
    """Checked lists with what their editors say of them. `checked` is the day on which they were checked; the lists
    of the report are those of the chapters, in order."""

    title: str
    subtitle: str
    scope: str
    curators: tuple[str, ...]
    edition: str
    introduction: Document
    contact: str
    checked: str
    report: Report
    catalogue: Catalogue
    chapters: tuple[Chapter, ...] = (Chapter("list", "", "", ours=False),)
    language: str = "en"
    road: Mapping[str, Document] = field(default_factory=dict)  # stage -> its opening
    films: Mapping[str, Document] = field(default_factory=dict)  # work -> the editors' text
    slugs: Mapping[str, str] = field(default_factory=dict)  # work -> its address, frozen
    redirects: Mapping[str, str] = field(default_factory=dict)  # an address given up -> the one that it became
    events: tuple[str, ...] = ()  # of history, for the timeline, the weightiest first
    bibliography: Mapping[str, Source] = field(default_factory=dict)  # what only the editors' texts cite
    address: str = ""  # where the guide stands on the web, if it does; ends in a slash

    def source(self, key: str) -> Source:
        """The source of this key: the guide's own, else the catalogue's."""
        return self.bibliography.get(key) or self.catalogue.source(key)

    @property
    def lists(self) -> list[tuple[Chapter, ListReport]]:
        return list(zip(self.chapters, self.report.lists, strict=True))


def read(source: Path, catalogue: Catalogue | None = None) -> Guide:
    """The guide made from a list file or a guide folder; the name of a shipped guide ("gulag") will do.

    Raises `ConfigError` if the folder is no guide or its editors' texts have faults (all of them, each with file and
    line), `ReadError` if a list cannot be read.
    """
    if catalogue is None:
        from verite.catalogue.open import open_record

        catalogue = open_record()
    source = lies(source)
    if source.is_dir():
        return _folder(source, catalogue)
    report = _read_in_full(check_texts([(source.name, load(source))], catalogue))
    films = report.lists[0].list
    title = shortened(films.title or source.stem.replace("-", " ").replace("_", " ")) or "A list of films"
    return Guide(title, "What a list says, and what is so", "", (), "", _NOTHING, "", _today(), report, catalogue)


def _read_in_full(report: Report) -> Report:
    """Without what was only noticed: a guide prints claims, and says of the rest that it was not read."""
    return report._replace(
        lists=tuple(
            one._replace(verdicts=tuple(v for v in one.verdicts if not v.claim.unresolved)) for one in report.lists
        )
    )


def lies(source: Path) -> Path:
    """Where a guide is: the path itself, or the shipped guide of that name."""
    ours = shipped("guides") / source.name
    return ours if not source.exists() and len(source.parts) == 1 and (ours / "guide.toml").is_file() else source


def _folder(folder: Path, catalogue: Catalogue) -> Guide:
    file = folder / "guide.toml"
    data = _decoded(file)
    chapters, lists = _chapters(data, folder, file)
    report = _read_in_full(check_texts([(path.name, load(path)) for path in lists], catalogue))

    for chapter, one in zip(chapters, report.lists, strict=True):
        if chapter.ours and (unproven := list(_unproven(one))):
            raise ConfigError("\n".join(unproven))

    def said(key: str) -> str:
        return " ".join(str(data.get(key, "")).split())

    own = bibliography(_inside(folder, data["sources"], file)) if data.get("sources") else {}

    def known(key: str) -> bool:
        return key in own or catalogue.source(key).citation != key

    opening = _documents(
        [_inside(folder, data["introduction"], file)] if data.get("introduction") else [],
        sections.INTRODUCTION,
        known,
    )
    road = _documents(_texts(folder, data.get("road"), file), sections.STAGE, known)
    films = _documents(_texts(folder, data.get("films"), file), sections.FILM, known)
    for event in data.get("events", ()):
        if event not in catalogue.events:
            near = get_close_matches(str(event), catalogue.events, 1)
            raise ConfigError(f"{file}: no event {event!r} on record{f'; did you mean {near[0]!r}?' if near else ''}")
    for work in data.get("slugs", {}):
        if catalogue.work(work) is None:
            raise ConfigError(f"{file}: slugs: no work of the record has the id {work!r}")
    for work in films:
        if catalogue.work(work) is None:
            raise ConfigError(f"{folder / str(data['films'])}/{work}.md: no work of the record has the id {work!r}")
    return Guide(
        said("title"), said("subtitle"), said("scope"), tuple(map(str, data.get("curators", []))), said("edition"),
        next(iter(opening.values()), _NOTHING), said("contact"), _today(), report, catalogue, chapters,
        said("language") or "en", road, films, data.get("slugs", {}), data.get("redirects", {}), tuple(map(str, data.get("events", ()))), own,
        said("address"),
    )  # fmt: skip


def _unproven(one: ListReport) -> Iterator[str]:
    """What stands in a list of the editors' own without a source that says so: nothing of it may be read by nobody."""
    text = one.list.text

    def where(span: Span) -> str:
        return f"{one.list.path}:{position(text, span.start)[0]}: “{shortened(text[span.start : span.end], 80)}”"

    for verdict in one.verdicts:
        if verdict.entry and verdict.status not in (Status.SUPPORTED, Status.OPINION) and verdict.allowed is None:
            yield f"{where(verdict.claim.span)} is {verdict.status}: {verdict.message}"
    first = one.list.entries[1].span.start if len(one.list.entries) > 1 else 0
    yield from (f"{where(span)} is not read by the checker" for span in one.coverage.unread if span.start >= first)


def _decoded(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise ConfigError(f"{file.parent}: no guide.toml in it; give a list file, or a folder with a guide.toml")
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from error
    for key, value in data.items():
        if key not in _KEYS:
            raise ConfigError(f"{file}: unknown key {key!r}; known: {', '.join(_KEYS)}")
        if key in _TEXTS and not isinstance(value, str):
            raise ConfigError(f"{file}: {key} must be a text")
        if key in ("slugs", "redirects") and not (
            isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        ):
            raise ConfigError(f"{file}: {key} must be a table of texts")
    if faults := list(_addresses(data)):
        raise ConfigError("\n".join(f"{file}: {fault}" for fault in faults))
    if not str(data.get("title", "")).strip():
        raise ConfigError(f"{file}: a guide needs a title")
    strings(str(data.get("language") or "en"))
    if not isinstance(data.get("curators", []), list):
        raise ConfigError(f"{file}: curators must be a list of names")
    return data


def _addresses(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the addresses that a guide names: they become paths of files."""
    address = str(data.get("address", ""))
    if address and not (weblink(address) and address.endswith("/")):
        yield f"address {address!r} must begin with http:// or https:// and end in a slash"
    slugs = data.get("slugs", {})
    for work, one in slugs.items():
        if not plain(one):
            yield f"slugs: {work} = {one!r} is no address: small letters, digits and single hyphens, and no name of a device"
        elif list(slugs.values()).count(one) > 1:
            yield f"slugs: {one!r} is the address of two works"
    for old, new in data.get("redirects", {}).items():
        for one in (old, new):
            if not plain(one):
                yield f"redirects: {one!r} is no address of a film"
        if old in slugs.values():
            yield f"redirects: {old!r} is the address of a film, too"


def _chapters(data: dict[str, Any], folder: Path, file: Path) -> tuple[tuple[Chapter, ...], list[Path]]:
    given = data.get("chapter") or ([{"id": "list", "list": data["list"]}] if data.get("list") else [])
    if not given or not isinstance(given, list):
        raise ConfigError(f"{file}: a guide needs a list, or chapters with one each")
    chapters, lists = [], []
    for row in given:
        if not isinstance(row, dict) or not row.get("list"):
            raise ConfigError(f"{file}: a chapter needs a list")
        for key in row:
            if key not in _CHAPTER:
                raise ConfigError(f"{file}: unknown key {key!r} in a chapter; known: {', '.join(_CHAPTER)}")
        about = " ".join(str(row.get("about", "")).split())
        chapters.append(Chapter(str(row.get("id", "list")), str(row.get("title", "")), about, row.get("ours") is True))
        lists.append(_inside(folder, row["list"], file))
    return tuple(chapters), lists


def _texts(folder: Path, name: object, file: Path) -> list[Path]:
    return sorted(_inside(folder, name, file).glob("*.md")) if name else []


def _documents(paths: list[Path], sections_: Mapping[str, bool], known: Callable[[str], bool]) -> dict[str, Document]:
    """Each file's text by its name, without a fault."""
    sourced = [name for name, must in sections_.items() if must]
    found, faults = {}, list[str]()
    for path in paths:
        document = editorial.parse(load(path), str(path))
        for name in document.sections:
            if name not in sections_:
                near = get_close_matches(name, sections_, 1) or [k for k in sections_ if k]
                faults.append(f"{path}: unknown section {name!r}; known: {', '.join(near)}")
        faults += editorial.check(document, sourced, known)
        found[path.stem] = document
    if faults:
        raise ConfigError("\n".join(faults))
    return found


def _inside(folder: Path, name: object, file: Path) -> Path:
    """A file of the guide's own folder: a guide from elsewhere must not publish what else lies on a disk."""
    path = (folder / str(name)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ConfigError(f"{file}: {name!r} lies outside the guide's folder")
    return path


def _today() -> str:
    """The day of the check, or that of `SOURCE_DATE_EPOCH` (reproducible builds)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%d", time.gmtime(int(given) if given.isdigit() else None))
