"""What the film is based on: a work, its author, its form.

*Based on*, *an adaptation of*, *N's novel*, *the source is a play by N*, *inspired by the memoir*.
Each part is held against the record: the title of the source, its author, its form (novel, novella,
memoir ...). Forms that critics use for one another (novel, novella, book, story) never refute. A true
story as the source is another kind (`true_story`).
"""

from verite import adaptations, names, titles
from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Said, Statement, Status
from verite.properties import registry

# Forms that one source work is called by turns; across these groups two forms exclude each other.
_GROUPS = (
    frozenset("novel novella short-story story book epic".split()),
    frozenset("memoir autobiography diary testimony account book non-fiction biography".split()),
    frozenset("play".split()),
    frozenset("poem".split()),
    frozenset("opera".split()),
    frozenset("comic".split()),
    frozenset("article non-fiction".split()),
)


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "based_on")
    complete = bool(catalogue.complete(link.work.id, "based_on"))
    stands = tuple((s, _stands(claim, s, catalogue)) for s in said)
    # of several sources of one film each speaks for itself
    meant = {s.value for s, how in stands if how is Agreement.AGREES and not s.negative}
    # *the memoir A Soldier's Story by N*, whose title reads as a form of its own: still of the work by N
    meant = meant or {s.value for s in said if not s.negative and _his(claim, s, catalogue)}
    stands = tuple((s, how if not meant or s.value in meant else Agreement.NEITHER) for s, how in stands)
    # One source work known, and another one claimed with another author: films rarely have two sources,
    # and where they do, the record names both.
    return Ground(stands, complete or bool(stands))


def _his(claim: Claim, said: Statement, catalogue: Catalogue) -> bool:
    """Whether the recorded work is by the author who is claimed."""
    by, named = said.qualifiers.get("by"), str(claim.value["by"])
    if not by or not named:
        return False
    return by in claim.value["agents"] or any(names.same(named, spelling) for spelling in catalogue.names(by))


def _stands(claim: Claim, said: Statement, catalogue: Catalogue) -> Agreement:
    value = claim.value
    parts = []
    if value["title"]:
        known = {titles.key(t) for t in (str(said.value), *said.qualifiers.get("also", ()))}
        near = any(
            titles.likeness(value["title"], t) > 0.6 for t in (str(said.value), *said.qualifiers.get("also", ()))
        )
        parts.append(
            Agreement.AGREES
            if titles.key(value["title"]) in known
            else Agreement.UNCLEAR
            if near
            else Agreement.DIFFERS
        )
    if value["by"] and (by := said.qualifiers.get("by")):
        spellings = catalogue.names(by)
        if _his(claim, said, catalogue):
            parts.append(Agreement.AGREES)
        else:
            # a co-author, whom the record names in a remark
            beside = names.family(str(value["by"])) in said.remark
            sure = not beside and (value["agents"] or all(names.unlike(value["by"], s) for s in spellings))
            parts.append(Agreement.EXCLUDES if sure else Agreement.UNCLEAR)
    if value["form"] and (form := said.qualifiers.get("form")):
        parts.append(_same_form(value["form"], form))
    if not parts:
        return Agreement.UNCLEAR
    if Agreement.EXCLUDES in parts:
        return Agreement.EXCLUDES
    if Agreement.DIFFERS in parts:
        # A title that is not known, of an author who is: a translation we have not seen, perhaps.
        return Agreement.UNCLEAR if Agreement.AGREES in parts else Agreement.DIFFERS
    return Agreement.UNCLEAR if Agreement.UNCLEAR in parts else Agreement.AGREES


def _same_form(claimed: str, recorded: str) -> Agreement:
    if "book" in (claimed, recorded) and not {"play", "opera", "ballet", "musical", "song"}.isdisjoint(
        (claimed, recorded)
    ):
        return Agreement.UNCLEAR  # *a stage play by N*, where sources call it a book
    if claimed == recorded or claimed == "script" or recorded == "book" or claimed == "book":
        return Agreement.AGREES
    if any(claimed in group and recorded in group for group in _GROUPS):
        return Agreement.AGREES
    strong = {"novel", "novella", "memoir", "play", "poem", "opera", "comic", "autobiography"}
    return (
        Agreement.EXCLUDES
        if claimed in strong and recorded in strong | {"short-story", "non-fiction"}
        else Agreement.UNCLEAR
    )


def told(claim: Claim, catalogue: Catalogue) -> str:
    value = claim.value
    by = f" by {value['by']}" if value["by"] else ""
    form = f"the {prose_value(value['form'])} " if value["form"] else ""
    return f"based on {form}{value['title'] or ('' if form else 'a work')}{by}".replace("  ", " ").rstrip()


def shown(said: Statement, catalogue: Catalogue) -> str:
    if said.value == "original-screenplay":
        return "an original screenplay"
    by = said.qualifiers.get("by")
    author = f" by {catalogue.names(by)[0]}" if by else ""
    form = prose_value(said.qualifiers.get("form", "work")).replace("non fiction", "non-fiction book")
    english = next((t for t in said.qualifiers.get("also", ()) if t.isascii()), "")
    return f"based on the {form} {said.value}{f' ({english})' if english else ''}{author}"


def stated(claim: Claim) -> Said | None:
    """Only a source with its title: *a novel by N* names none."""
    title, by, form = (claim.value.get(key) for key in ("title", "by", "form"))
    if not title:
        return None
    told = {"by": by} if by else {}
    return "based_on", title, {**told, "form": form} if form in registry()["based_on"].qualifiers["form"] else told


KIND = Kind(
    "based_on",
    "based_on",
    adaptations.claims,
    weigh,
    told,
    shown,
    examples={
        "It takes its plot from a novel by Otto Brandt.": Status.REFUTED,
        "The source novel is by Ida Moe.": Status.SUPPORTED,
        "The novel was adapted for the screen by Otto Brandt.": Status.SUPPORTED,
        "An adaptation of the Clara Benn novel.": Status.UNVERIFIED,
        "From a script by Otto Brandt.": None,
        "It is based on the novel Lamps by Ida Moe.": Status.SUPPORTED,
        "An adaptation of Ida Moe's novel.": Status.SUPPORTED,
        "From the novella by Ida Moe.": Status.SUPPORTED,
        "Adapted from a play by Ida Moe, it runs long.": Status.REFUTED,
        "The film is based on a novel by Otto Brandt.": Status.REFUTED,
        "It is loosely based on a novel by Otto Brandt.": Status.UNVERIFIED,
        "Unlike the novel, it ends badly.": None,
        "It is based on true events.": None,
    },
    stated=stated,
)
