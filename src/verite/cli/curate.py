"""`verite curate`: a theme, or a wish in words, becomes a list written from the record."""

from pathlib import Path
from typing import Any

import click

from verite.cli.chosen import chosen, open_catalogue


def _span(_: Any, __: Any, value: str | None) -> tuple[int, int] | None:
    """ "1970-1990", "1970-", "-100" or "1988" as first and last."""
    if value is None:
        return None
    first, dash, last = value.partition("-")
    if not (first + last).isdecimal():
        raise click.BadParameter('write "1970-1990", "1970-", "-1990" or "1988"')
    return int(first or 0), int(last or 9999) if dash else int(first)


@click.command()
@click.argument("theme", metavar="THEME")
@click.option("-n", "n", type=int, default=10, show_default=True, help="How many films.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; .md has footnotes. Else printed.")
@click.option("--made", callback=_span, metavar="YEARS", help="Made in these years: 1960-1990.")
@click.option("--minutes", callback=_span, metavar="SPAN", help="Each film so long: 0-100.")
@click.option("--language", multiple=True, metavar="LANGUAGE", help="Spoken in one of these languages (Polish, or pl).")
@click.option("--country", multiple=True, metavar="STATE", help="Of one of these states (Poland, or POL).")
@click.option("--form", multiple=True, metavar="FORM", help="feature, documentary, series ...")
@click.option("--from-list", "available", type=click.Path(path_type=Path), help="Only films that this list names.")
@click.option("--must", multiple=True, metavar="FILM", help="A film that must be in it: its id, or Title (year).")
@click.option("--never", multiple=True, metavar="FILM", help="A film that must not.")
@click.option("--age", type=int, help="Thought suitable from this age, by what is recorded of the content.")
@click.option("--total", type=int, metavar="MINUTES", help="All films together at most so long.")
@click.option("--ending", is_flag=True, help="Tell how the stories end.")
@click.option(
    "--with", "own", type=click.Path(path_type=Path), help="A list whose own sentences take the place of ours."
)
@click.option("--why", is_flag=True, help="Say why each film is in it, and what all but came in.")
@click.option("--balance", is_flag=True, help="Say what the list holds and what it leaves out.")
@click.option("--series", metavar='"4 evenings, 120 min"', help="Order the films into evenings.")
@click.option("--lesson", type=int, metavar="MINUTES", help="A plan for one lesson.")
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    help="First evening; the series is written as a calendar (.ics).",
)
@chosen
def curate(theme: str, catalogue: Path | None, **asked: Any) -> None:
    """Write a list of films on a THEME: a name (gulag), a theme file, or a wish ("Palme d'Or winners of the 1970s").

    Every sentence is written from sourced statements, and found again and supported by the checker.
    """
    from verite.curation import lists, prose
    from verite.curation.constraints import Limits

    held = open_catalogue(catalogue)
    limits = Limits(
        asked["made"], asked["minutes"], _languages(asked["language"]), _states(asked["country"], held), asked["form"],
        _named(asked["available"], held), _films(asked["must"], held), _films(asked["never"], held), asked["age"], asked["total"],
    )  # fmt: skip
    own = _own(asked["own"], held)
    found, written = lists.curate(theme, n=asked["n"], catalogue=held, limits=limits, ending=asked["ending"], own=own)
    output: Path | None = asked["output"]
    text = prose.as_markdown(written, held) if output and output.suffix == ".md" else prose.as_text(written)
    if output is None and not asked["start"]:
        click.echo(text, nl=False)
    elif output is not None:
        from verite import fixes

        fixes.write(output, text)
    for line in _said(found, held, asked):
        click.echo(line, err=True)
    if asked["series"] or asked["lesson"]:
        _programme(found, held, asked)


def _said(found: Any, held: Any, asked: dict[str, Any]) -> Any:
    """What is said beside the list, on standard error: the constraints as they were kept, reasons, balance."""
    from verite.curation import balance, why

    if len(found.picks) < asked["n"]:
        yield f"{len(found.picks)} films, not {asked['n']}: no more belong to it on record."
    for kept in found.kept:
        yield f"{'kept' if kept.kept else 'BROKEN'}: {kept.words}"
    for words, n in found.left_out.items():
        yield f"left out: {n} films that are not {words}"
    if asked["why"]:
        yield from why.lines(found, held)
    if asked["balance"]:
        yield from balance.lines(found.works, found.all_works, held)


def _programme(found: Any, held: Any, asked: dict[str, Any]) -> None:
    from verite.curation import programme

    if asked["lesson"]:
        for line in programme.lesson(found.works, asked["lesson"], held):
            click.echo(line)
    if not asked["series"]:
        return
    n, most = programme.plan(asked["series"])
    evenings = programme.evenings(found.works, n, most, held)
    if asked["start"]:
        text = programme.calendar(evenings, asked["start"], 7, found.theme.heading)
        if asked["output"] is None:
            click.echo(text, nl=False)
        else:
            from verite import fixes

            fixes.write(asked["output"].with_suffix(".ics"), text)
        return
    for one in evenings:
        films = " + ".join(f"{work.title} ({work.year})" for work in one.works)
        click.echo(
            f"Evening {one.number}: {films}: {one.films} minutes of film, {one.whole} with words, breaks and talk"
        )


def _languages(given: Any) -> tuple[str, ...]:
    from verite.languages import languages

    names = languages().codes
    return tuple(_known(one, {**names, **{code: code for code in names.values()}}, "language") for one in given)


def _states(given: Any, held: Any) -> tuple[str, ...]:
    from verite.text import fold

    names = {
        fold(str(name)).removeprefix("the "): code
        for code, row in held.states.items()
        for name in (row["name"], *row.get("also", ()), code)
    }
    return tuple(_known(one, names, "state") for one in given)


def _known(given: str, codes: dict[str, str], what: str) -> str:
    """The code for a code or name. Raises for one that is neither, with the nearest."""
    from difflib import get_close_matches

    from verite.text import fold

    wanted = fold(given).removeprefix("the ")
    if wanted in codes:
        return codes[wanted]
    near = get_close_matches(wanted, list(codes), 1)
    raise click.BadParameter(f"no {what} {given!r} is known" + (f"; did you mean {near[0]!r}?" if near else ""))


def _films(given: Any, held: Any) -> tuple[str, ...]:
    """The ids of films given by id or as "Title (year)". What is neither stays as it is, and is refused by name later."""
    from verite.checking import check_texts

    found = []
    for one in given:
        link = None
        if held.work(one) is None:
            link = next(iter(check_texts([("-", f"1. {one}\n")], held).lists[0].links), None)
        found.append(link.work.id if link is not None and link.work is not None else one)
    return tuple(found)


def _named(path: Path | None, held: Any) -> frozenset[str] | None:
    """The works that a list names."""
    if path is None:
        return None
    from verite.checking import check_texts, load

    report = check_texts([(path.name, load(path))], held)
    return frozenset(link.work.id for link in report.lists[0].links if link.work is not None)


def _own(path: Path | None, held: Any) -> dict[str, dict[str, str]]:
    """The sentences of a person's own list, by work and label."""
    if path is None:
        return {}
    from verite.checking import check_texts, load

    found: dict[str, dict[str, str]] = {}
    for link in check_texts([(path.name, load(path))], held).lists[0].links:
        if link.work is not None:
            said = found.setdefault(link.work.id, {})
            for prose in link.entry.prose:
                said[prose.label if prose.label == "fact" else "description"] = " ".join(prose.text.split())
    return found


COMMANDS = (curate,)
