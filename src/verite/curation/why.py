"""Why a film is in the list, or only near it: in words, each with what it rests on."""

from collections.abc import Iterator

from verite.catalogue import Catalogue
from verite.claims import BY_NAME
from verite.curation.curate import Curated, Pick
from verite.model import Statement


def lines(curated: Curated, catalogue: Catalogue) -> Iterator[str]:
    """The reasons for each film, for each that all but came in, and how good the whole is."""
    for pick in curated.picks:
        yield f"{pick.work.title} ({pick.work.year}): {belongs(pick, catalogue)}; {_stands(pick)}"
        if pick.adds:
            yield f"    alone has {', '.join(_word(one, catalogue) for one in pick.adds)}"
    if curated.near:
        yield "Near it:"
    for pick in curated.near:
        yield f"    {pick.work.title} ({pick.work.year}) would add {pick.gain:.1f}; the least of the list added {_least(curated):.1f}"
    yield quality(curated)


def quality(curated: Curated) -> str:
    choice = curated.choice
    best = "no better set exists by this measure" if choice.proven else f"no set is worth more than {choice.bound:.2f}"
    return f"{curated.considered} films belong to the theme; this set is worth {choice.worth:.2f}, and {best}."


def belongs(pick: Pick, catalogue: Catalogue) -> str:
    """By what a film belongs to the theme."""
    if not pick.candidate.reasons:
        return "asked for, though off the theme"
    said = dict.fromkeys(_said(s, catalogue) for reason in pick.candidate.reasons for s in reason.statements)
    return "; ".join(list(said)[:4])


def _said(said: Statement, catalogue: Catalogue) -> str:
    kind = catalogue.registry[said.property].kind
    if kind in BY_NAME:
        return BY_NAME[kind].shown(said, catalogue)
    return f"{said.property.replace('_', ' ')}: {_word(str(said.value), catalogue)}"


def _stands(pick: Pick) -> str:
    stands = pick.standing
    prizes = f"{stands.prizes} prize{'' if stands.prizes == 1 else 's'}, " if stands.prizes else ""
    return f"{prizes}told of by {stands.families} independent source{'' if stands.families == 1 else 's'}"


def _word(value: str, catalogue: Catalogue) -> str:
    state = catalogue.states.get(value)
    return str(state["name"]) if state else value.replace("-", " ")


def _least(curated: Curated) -> float:
    return min(pick.gain for pick in curated.picks)
