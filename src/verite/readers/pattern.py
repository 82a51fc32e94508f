"""How the text's own pattern decides which openings are entries: films mentioned in running prose are none.

Entries of one list have one form. The first form that at least two openings share leads, and whatever else stands
within its entries is theirs: a list inside a list, a title in brackets. A heading that is no film begins a new part."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from verite.readers.marks import WRAPS, Line, label
from verite.readers.openings import Opening, Trust, untitled, without_name

_NO_FILMS = re.compile(
    r"sources?|bibliograph|references|(?:further|suggested|more)\s+reading|books?\b|literature|works cited|footnotes|soundtrack|links?\b|credits"
    r"|quellen|literatur|источник|литература|bibliograf|lecturas|fuentes",
    re.IGNORECASE,
)
_MAKERS = re.compile(r"(?:directed by|director\b|starring|dir\.)", re.IGNORECASE)
_HALF, _THIRD, _MOST = 1 / 2, 1 / 3, 3 / 5


def entries(lines: Sequence[Line], bodies: Sequence[str], found: Mapping[int, Opening]) -> dict[int, Opening | None]:
    """The lines that open an entry, and (as None) those that close one: headings of parts."""
    given = dict(found)
    if given and (title := _list_title(lines, given)) is not None:
        del given[title]
    if not given:
        given = _without_years(lines, bodies)
    leading = _leading(lines, given)
    level = leading[1] if leading is not None and leading[0] == "heading" else 7
    chosen: dict[int, Opening | None] = {}
    films, within = True, False  # may there be films in this part? are we in an entry of the leading form?
    for i, line in enumerate(lines):
        opening = given.get(i)
        if line.heading and line.heading <= level and opening is None and label(line) is None:
            vouched = _vouched(lines, bodies, i, chosen, leading)
            films, within = not _NO_FILMS.match(line.body.strip(WRAPS + "#")), False
            chosen[i] = vouched
            if vouched is not None:
                films, within = True, True
            continue
        if not films:
            continue
        if opening is None:
            opening = _vouched(lines, bodies, i, chosen, leading)
            if opening is not None or _stands_as_heading(lines, bodies, i, chosen, leading):
                chosen[i] = opening
            continue
        if _accepted(opening, lines, i, leading, within, given):
            chosen[i] = opening
            within = within or _same(opening.form, leading)
    return _without_names(lines, chosen)


def _without_names(lines: Sequence[Line], chosen: dict[int, Opening | None]) -> dict[int, Opening | None]:
    """*The Lamplighter – Nora Lind (1931)*: a name after a dash is no part of the title where most headings have one."""
    ends = {
        i: end
        for i, opening in chosen.items()
        if opening is not None
        and (
            end := without_name(
                lines[i].text[opening.title.start - lines[i].start : opening.title.end - lines[i].start]
            )
        )
    }
    if len(ends) >= 2 and len(ends) >= _MOST * sum(opening is not None for opening in chosen.values()):
        for i, end in ends.items():
            opening = chosen[i]
            assert opening is not None
            chosen[i] = opening._replace(title=opening.title._replace(end=opening.title.start + end))
    return chosen


def _list_title(lines: Sequence[Line], given: Mapping[int, Opening]) -> int | None:
    """The first line, if it looks like a film (*The best of the Thaw (1956)*) but three of another form follow."""
    first = next(i for i, line in enumerate(lines) if line.kind == "text") if given else -1
    if first not in given:
        return None
    others = Counter(opening.form for i, opening in given.items() if i != first and opening.trust is Trust.SURE)
    alike = others.pop(given[first].form, 0)
    return first if not alike and others and max(others.values()) >= 3 else None


def _leading(lines: Sequence[Line], given: Mapping[int, Opening]) -> tuple[str, int] | None:
    """The form of the list's entries."""
    count = Counter(opening.form for opening in given.values())
    sure = Counter(opening.form for opening in given.values() if opening.trust is Trust.SURE)
    for opening in given.values():
        form = opening.form
        if form[0] == "para":
            least = 2 if any(o.form == form and o.trust >= Trust.FAIR for o in given.values()) else 3
            if sure[form] >= 2 or (count[form] >= least and _share(lines, given, form) >= _share_wanted(given, form)):
                return form
        elif sure[form] >= 2 or (count[form] >= 2 and _items(lines, form) <= count[form] / _HALF):
            return form
    if len(given) == 1:
        (only,) = given.values()
        return only.form if only.trust >= Trust.FAIR else None
    return next((opening.form for opening in given.values() if opening.trust is Trust.SURE), None)


def _share(lines: Sequence[Line], given: Mapping[int, Opening], form: tuple[str, int]) -> float:
    """Of the paragraphs from the first to the last opening of a form, the share that open so."""
    ours = [i for i, opening in given.items() if opening.form == form]
    paragraphs = sum(line.kind == "text" and line.opens and not line.marked for line in lines[ours[0] : ours[-1] + 1])
    return len(ours) / max(paragraphs, 1)


def _share_wanted(given: Mapping[int, Opening], form: tuple[str, int]) -> float:
    """Where none but weak ones open, an essay that names films would do as well: there nearly all must."""
    ours = [opening.trust >= Trust.FAIR for opening in given.values() if opening.form == form]
    return _THIRD if sum(ours) >= 3 else _HALF if any(ours) else _MOST


def _items(lines: Sequence[Line], form: tuple[str, int]) -> int:
    """How many lines have a form, films or not."""
    kind, level = form
    if kind == "heading":
        return sum(line.heading == level for line in lines)
    if kind == "number":
        return sum(line.number is not None and line.indent == level and not line.heading for line in lines)
    if kind == "bullet":
        return sum(line.bullet and not line.number and line.indent == level and label(line) is None for line in lines)
    if kind == "bold":
        return sum(line.body.startswith(("**", "__")) and label(line) is None for line in lines)
    return sum(line.kind == "text" and not line.marked and len(line.text) < 100 for line in lines)


def _same(form: tuple[str, int], leading: tuple[str, int] | None) -> bool:
    return (
        leading is not None
        and form[0] == leading[0]
        and ((form[0] == "heading" and form[1] <= leading[1]) or form[1] <= leading[1] + 1)
    )


def _accepted(
    opening: Opening,
    lines: Sequence[Line],
    i: int,
    leading: tuple[str, int] | None,
    within: bool,
    given: Mapping[int, Opening],
) -> bool:
    form = opening.form
    if _same(form, leading):
        if form[0] == "para" and opening.trust < Trust.SURE:
            return _share(lines, given, form) >= _share_wanted(given, form)
        return opening.trust is not Trust.WEAK or _agreed(lines, given, opening)
    if leading is None or opening.trust is not Trust.SURE:
        return False
    if form[0] == "heading":
        return leading[0] != "heading" or form[1] <= leading[1]
    if form[0] == "alone" and lines[i].opens and (leading[0] != "heading" or _labelled(lines, i)):
        return lines[i].indent == 0
    if form[0] == "bold" and lines[i].opens and leading[0] in ("alone", "para"):
        return True
    # in a part without entries of the leading form, as under *Honourable mentions*, the next form opens
    started = any(given[j].form == leading for j in given if j < i)
    return not within and started and form[0] in ("number", "bullet", "bold")


def _agreed(lines: Sequence[Line], given: Mapping[int, Opening], opening: Opening) -> bool:
    """Do most lines of this form open so? Then one that looks less like it does, too."""
    count = sum(other.form == opening.form for other in given.values())
    return count >= 2 and _items(lines, opening.form) <= count / _HALF


def _vouched(
    lines: Sequence[Line],
    bodies: Sequence[str],
    i: int,
    chosen: Mapping[int, Opening | None],
    leading: tuple[str, int] | None,
) -> Opening | None:
    """A title without a year: a label below it, or its number among the others', vouches for it."""
    line = lines[i]
    if line.kind != "text" or not line.body or line.body.lstrip(WRAPS)[:1].islower():
        return None
    numbered = line.number is not None and leading is not None
    if not numbered and not _labelled(lines, i):
        return None
    opening = untitled(line, bodies[i])
    if opening is None:
        return None
    if numbered and _same(opening.form, leading):
        return opening
    if not _labelled(lines, i):
        return None
    if line.bullet and not line.number and _same(opening.form, leading) is False and leading is not None:
        return None
    whole = bodies[i].rstrip(WRAPS)
    if whole.endswith((".", ":")) or (whole.endswith(("!", "?")) and len(whole.split()) > 6):
        return None
    before = next((j for j in range(i - 1, -1, -1) if lines[j].kind != "blank"), None)
    if before is not None and chosen.get(before) is not None and not line.marked:
        return None  # under a title that has no prose yet stand its credits, not the next film
    return (
        opening._replace(rest=line.end, title=opening.title) if leading is None or line.marked or line.opens else None
    )


def _stands_as_heading(
    lines: Sequence[Line],
    bodies: Sequence[str],
    i: int,
    chosen: Mapping[int, Opening | None],
    leading: tuple[str, int] | None,
) -> bool:
    """Whether a line stands like the headings of the list, and has no year: another film, perhaps, whose prose is not of the one before.
    (*Escape From a Nazi Death Camp*, under *The Diary of Anne Frank (1959)* and its text.) What stands so in several entries is a
    heading within them."""
    line = lines[i]
    if (
        leading is None
        or leading[0] != "alone"
        or line.marked
        or not line.opens
        or label(line) is not None
        or not any(chosen.values())
    ):
        return False
    words = bodies[i].rstrip(WRAPS).split()
    capital = sum(word[:1].isupper() or not word[:1].isalpha() for word in words if len(word) > 3)
    following = next((line.body for line in lines[i + 1 : i + 4] if line.kind != "blank"), "")
    least = 1 if _MAKERS.match(following) else 2  # *Papillon*, and under it *Directed by ...*
    if not least <= len(words) < 11 or capital < sum(len(word) > 3 for word in words) or words[-1][-1] in ".!?:,;…":
        return False
    before = next((j for j in range(i - 1, -1, -1) if lines[j].kind != "blank"), None)
    after = next((j for j in range(i + 1, len(lines)) if lines[j].kind != "blank"), None)
    if before is None or after is None or before in chosen or after == i + 1 or after in chosen:
        return False  # right under a title stand its credits; a heading stands apart from its prose
    prose = lines[before].text.rstrip(), lines[after].text.rstrip()
    alone = sum(other.body == line.body for other in lines) == 1
    return (
        alone
        and all(len(text) > 80 or text[-1:] in '.!?…”"' for text in prose)
        and untitled(line, bodies[i]) is not None
    )


def _labelled(lines: Sequence[Line], i: int) -> bool:
    following = next((line for line in lines[i + 1 : i + 4] if line.kind != "blank"), None)
    role = label(following) if following is not None else None
    return role is not None and role[0] not in ("note", "sources", "advisory")


def _without_years(lines: Sequence[Line], bodies: Sequence[str]) -> dict[int, Opening]:
    """A list that gives no years: its numbered lines, bullets or headings, if nearly all read as titles."""
    titles = {
        i: opening for i, line in enumerate(lines) if line.marked and (opening := untitled(line, bodies[i])) is not None
    }
    count = Counter(opening.form for opening in titles.values())
    for form in dict.fromkeys(opening.form for opening in titles.values()):
        least, share = (2, 0.7) if form[0] == "number" else (3, 0.8)
        if form[0] == "heading":
            numbered = all(lines[i].number for i, opening in titles.items() if opening.form == form)
            if not numbered:
                continue
        if count[form] >= least and count[form] >= share * _items(lines, form):
            return {i: opening._replace(trust=Trust.SURE) for i, opening in titles.items() if opening.form == form}
    return {}
