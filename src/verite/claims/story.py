"""What happens to the people of the film: who is arrested, sent to a camp, shot, escapes, is released.

A claim has a person and a deed. Lists rarely use names, so the person is found by what he is called
(*the father*, *the projectionist's wife*); a word that fits two characters counts for both, and decides
against the claim only if it is false of both. A deed is what the act and its place make of it: *sent
to a camp* is imprisonment in a camp, *sent to Siberia* may be several things.

A deed that the record does not hold is refuted only where a character's story is declared told to the
end and nothing near to it happens there, or where it is a death and the last of several things told is that he lives. What a film only likens or implies is not recorded as shown.
"""

import re

from verite import deeds
from verite.catalogue import Catalogue
from verite.claims.kind import Kind, prose_value
from verite.clauses.lexicon import people
from verite.judge import Ground
from verite.model import Agreement, Claim, Link, Reason, Statement, Status

# A recorded deed that makes the claimed one true.
_IMPLIES = {
    "arrested": {"arrested", "captured"},
    "captured": {"captured", "arrested", "recaptured"},
    "imprisoned": {"imprisoned", "worked"},
    "present": {"imprisoned", "worked", "guarded", "settled"},
    "released": {"released", "amnestied"},
    "amnestied": {"amnestied"},
    "died": {"died", "executed", "killed", "suicide"},
    "killed": {"killed", "executed"},
    "executed": {"executed"},
    "sent": {"exiled", "deported", "transported", "settled", "imprisoned"},
    "exiled": {"exiled", "deported", "settled"},
    "deported": {"deported", "transported"},
    "tortured": {"tortured"},
    "betrayed": {"betrayed", "denounced"},
    "collaborated": {"collaborated", "informed"},
    "denounced": {"denounced", "betrayed"},
    "attacked": {"attacked", "killed"},
    "returned": {"returned", "reunited", "released"},
    "interrogated": {"interrogated", "tortured"},
}
# A recorded deed so near to the claimed one that its absence must not refute.
_NEAR = {
    "arrested": {"denounced", "interrogated", "imprisoned", "tried", "sentenced", "detained", "raped"},
    "captured": {"imprisoned", "interrogated", "separated", "raped", "attacked"},
    "imprisoned": {"transported", "deported", "exiled", "settled"},
    "sent": {"sentenced", "arrested", "separated"},
    "released": {"returned", "rehabilitated", "reunited"},
    "amnestied": {"released", "returned"},
    "escaped": {"survived"},
    "killed": {"died", "suicide"},
    "executed": {"killed", "sentenced", "died"},
    "exiled": {"transported", "released", "imprisoned"},
    "deported": {"exiled", "settled", "imprisoned"},
    "interrogated": {"arrested", "confessed", "imprisoned"},
    "tortured": {"interrogated", "attacked", "raped", "confessed"},
    "confessed": {"tortured", "interrogated"},
    "tried": {"sentenced", "executed"},
    "sentenced": {"tried", "imprisoned", "executed"},
    "survived": {"escaped", "released", "returned"},
    "returned": {"survived", "rehabilitated"},
    "died": set(),
    "suicide": {"died"},
    "rehabilitated": {"released"},
    # *accused of spying*: whoever was arrested was, and somebody may have denounced him
    "denounced": {
        "arrested",
        "captured",
        "detained",
        "tried",
        "sentenced",
        "imprisoned",
        "exiled",
        "deported",
        "executed",
    },
    "betrayed": {"confessed"},
    "collaborated": {"informed"},
    "attacked": {"resisted", "revolted"},
    "revolted": {"resisted", "escaped", "attacked"},
}
_FATES = ("executed", "killed", "died", "suicide", "survived", "released", "amnestied", "escaped")
_CAMPS = ("camp", "pow-camp", "sharashka")


def characters(claim: Claim, work: str, catalogue: Catalogue) -> tuple[list[str], bool]:
    """The characters that the claim can mean, and whether it singles them out (by name or by what they are)."""
    who = claim.qualifiers["who"]
    if who["named"]:
        return who["named"], True
    anybody, words = people()
    described: dict[str, set[str]] = {}
    for said in catalogue.statements(work, "descriptor"):
        if not said.negative:
            described.setdefault(str(said.qualifiers["character"]), set()).add(str(said.value).lower())
    specific = [
        n
        for n in who["nouns"]
        if n not in anybody
        and n not in ("man", "woman")
        and (" " not in n or any(n in known for known in words.values()))
    ]
    found: set[str] = set()
    for noun in specific:
        # *the father, a celebrated officer*: the first word that fits somebody finds him, the others narrow
        fitting = {c for c, has in described.items() if any(noun == d or noun in words.get(d, ()) for d in has)}
        found = (found & fitting or found) if found else fitting
    if specific:
        return sorted(found), bool(found)
    told = {str(s.qualifiers["character"]) for s in catalogue.statements(work, "story")}
    wanted = who["sex"][0]
    return sorted(c for c in told if not wanted or _sex(described.get(c, set())) in ("", wanted)), False


def _sex(descriptors: set[str]) -> str:
    if descriptors & {"woman", "girl", "mother", "wife", "daughter", "sister", "actress"}:
        return "female"
    return "male" if descriptors & {"man", "boy", "father", "husband", "son", "brother"} else ""


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    work = link.work.id
    if claim.property == "descriptor":
        words = people()[1]
        said = catalogue.statements(work, "descriptor")
        return Ground(
            tuple(
                (s, Agreement.AGREES)
                for s in said
                if claim.value == s.value or claim.value in words.get(str(s.value), ())
            )
        )
    found, singled = characters(claim, work, catalogue)
    if not found:
        return Ground(otherwise=Reason.VALUE_UNRESOLVED)
    story = [s for s in catalogue.statements(work, "story") if s.qualifiers["character"] in found]
    # As evidence the very deed comes first, then how it ends: a fate says most about where the road did not lead.
    story.sort(key=lambda s: (s.value != claim.value, s.value not in _FATES, -int(s.qualifiers.get("n", 0))))
    stands = tuple((s, _stands(claim, s, story)) for s in story)
    agreeing = {s.qualifiers["character"] for s, how in stands if how is Agreement.AGREES}
    if agreeing and claim.qualifiers["all"] and agreeing != set(found):
        # *Both are killed*, and one of them is not: what is true of one does not make it so.
        stands = tuple((s, Agreement.UNCLEAR if how is Agreement.AGREES else how) for s, how in stands)
    elif agreeing:
        # A word that fits two characters is true if it is true of one of them.
        stands = tuple((s, how) for s, how in stands if s.qualifiers["character"] in agreeing)
    camps = catalogue.statements(work, "camp") if claim.qualifiers["where"] == "camp" else ()
    if any(how is Agreement.AGREES and _told_of(s) for s, how in stands):
        camps = ()  # *Meyer is sent to a camp*: told, in a film that shows none
    absent = [s for s in camps if s.value == "absent"]
    if absent and len(absent) == len(camps):
        # Where no camp is in the film at all, nobody in it is sent to one, escapes from one or survives one.
        stands = tuple(
            (s, how) for s, how in stands if how is not Agreement.AGREES or s.qualifiers.get("where") in _CAMPS
        )
        stands = (*((s, Agreement.EXCLUDES) for s in absent), *stands)
    elif absent and agreeing:
        # Sources disagree on whether there is a camp: then they disagree on who was held in it.
        stands += tuple((s, Agreement.EXCLUDES) for s in absent)
    told = all(catalogue.complete(work, f"character.{c}.story") for c in found)
    whole = bool(catalogue.complete(work, "story"))
    # Somebody unnamed may be anybody: only if the film is about him, or the whole story is told, does absence count.
    complete = (told and (singled or claim.qualifiers["main"])) or whole
    return Ground(stands, complete)


def _stands(claim: Claim, said: Statement, story: list[Statement]) -> Agreement:
    deed, where = claim.value, claim.qualifiers["where"]
    recorded = said.value
    if _other_account(deed, said, story):
        return Agreement.EXCLUDES
    if deed == "present" and recorded not in _IMPLIES[deed]:
        return Agreement.UNCLEAR
    if recorded in _IMPLIES.get(deed, {deed}):
        held = said.qualifiers.get("where", "")
        if deed == "imprisoned" and where:
            if where == "camp" and held not in _CAMPS:
                if not held:
                    return Agreement.UNCLEAR
                return Agreement.DIFFERS
            if where == "prison" and held in _CAMPS:
                return Agreement.UNCLEAR
        if where == "camp" and deed in ("escaped", "released") and held in ("prison", "home", "front", "prison-van"):
            return Agreement.UNCLEAR
        if where == "camp" and deed == "died" and recorded != "died":
            return Agreement.DIFFERS
        if (
            where == "camp"
            and deed in ("escaped", "released")
            and held == "pow-camp"
            and not claim.qualifiers["held_by"]
        ):
            return Agreement.UNCLEAR  # *escapes from the camp*: he did from another, before
        return _in_this_manner(claim, said)
    if deed == "imprisoned" and where != "camp" and recorded in ("arrested", "captured", "interrogated"):
        return Agreement.UNCLEAR
    if recorded in _NEAR.get(deed, ()):
        # A death told afterwards settles where the road led; without one, the near deed leaves it open.
        return Agreement.UNCLEAR
    if (
        deed == "imprisoned"
        and recorded == "sentenced"
        and not any(s.value in ("executed", "died", "killed", "suicide") for s in story)
    ):
        return Agreement.UNCLEAR
    if deed in _DEATHS and recorded in _LIVES and _is_the_end(said, story):
        return Agreement.EXCLUDES
    if deed in ("executed", "killed") and recorded in _FREED and _is_the_end(said, story):
        return Agreement.EXCLUDES  # *he is hanged the next morning*, whom they let go in the end
    if deed in ("returned", "released") and recorded in _DEATHS and _ends_so(said, story):
        return Agreement.EXCLUDES
    if deed in ("survived", "escaped") and recorded in ("executed", "killed", "died", "suicide") and deed == "survived":
        return Agreement.EXCLUDES
    return Agreement.DIFFERS


def _in_this_manner(claim: Claim, said: Statement) -> Agreement:
    """Whether the deed was done by those, and in the way, that the claim says: a man is put to death once."""
    by, how = deeds.party(claim.qualifiers["by"]), claim.qualifiers["how"]
    theirs, manner = deeds.party(str(said.qualifiers.get("by", ""))), str(said.qualifiers.get("how", ""))
    fatal = said.value in ("executed", "killed")
    if by and theirs and by != theirs:
        return Agreement.EXCLUDES if fatal else Agreement.UNCLEAR
    if by == "german" and not theirs:
        return Agreement.UNCLEAR
    if how == "abed":
        return Agreement.EXCLUDES if said.value == "executed" else Agreement.AGREES
    if how == "natural":
        # put to death, or dead by his own hand: not of typhus, nor in his bed; who was killed may have been starved
        violent = said.value in ("executed", "suicide") or (said.value == "killed" and not _SLOW.search(manner))
        return Agreement.EXCLUDES if violent else Agreement.AGREES
    told = [one for one in ("shoot", "hang") if one in manner or (one == "shoot" and "shot" in manner)]
    if fatal and how and len(told) == 1 and told[0] != how:
        return Agreement.EXCLUDES
    return Agreement.AGREES


_SLOW = re.compile(r"\b(?:starv|hung|cold|freez|frozen|exhaust|overwork|illness|sick|disease|typh)", re.IGNORECASE)
_DEATHS = ("executed", "killed", "died", "suicide")
_LIVES = ("survived", "returned", "reunited")
_FREED = ("released", "amnestied")


def _is_the_end(said: Statement, story: list[Statement]) -> bool:
    """Whether this is the last that is told of its character, of whom more is told, and no death: who comes home at the end
    was not shot, though nobody declares the story whole."""
    mine = [s for s in story if s.qualifiers["character"] == said.qualifiers["character"]]
    last = max(int(s.qualifiers.get("n", 0)) for s in mine)
    return len(mine) > 2 and int(said.qualifiers.get("n", 0)) == last and not any(s.value in _DEATHS for s in mine)


def _ends_so(said: Statement, story: list[Statement]) -> bool:
    """Whether a death is the last of several things told, and no coming home among them: who was shot in the camp did not return."""
    mine = [s for s in story if s.qualifiers["character"] == said.qualifiers["character"]]
    # what is put right after a death frees nobody: *rehabilitated*
    mine = [
        s
        for s in mine
        if s.value != "rehabilitated" or int(s.qualifiers.get("n", 0)) < int(said.qualifiers.get("n", 0))
    ]
    last = max(int(s.qualifiers.get("n", 0)) for s in mine)
    freed = any(s.value in (*_LIVES, "released", "amnestied", "escaped", "rehabilitated") for s in mine)
    return len(mine) > 2 and int(said.qualifiers.get("n", 0)) == last and not freed


_ACTIVE = {
    "confessed": "confesses", "worked": "works", "escaped": "escapes", "revolted": "revolts", "died": "dies", "suicide": "dies by suicide",
    "betrayed": "is betrayed", "collaborated": "collaborates", "returned": "returns", "survived": "survives", "informed": "informs",
    "guarded": "stands guard", "resisted": "resists", "attacked": "attacks", "sent": "is sent away", "imprisoned": "is held",
}  # fmt: skip
_PLACES = {"camp": "in a camp", "pow-camp": "in a camp for prisoners of war", "prison": "in prison", "exile": "in exile", "settlement": "in a settlement",
           "sharashka": "in a prison laboratory", "prison-van": "in a prison van", "home": "at home", "front": "at the front"}  # fmt: skip
_FROM = ("escaped", "released", "returned")
_TO = ("deported", "exiled", "sentenced", "transported")


def happens(deed: str, where: str) -> str:
    """A deed as a reader would say it: *is held in a camp*, *escapes from a camp*."""
    return f"{_ACTIVE.get(deed, f'is {prose_value(deed)}')} {placed(deed, where)}".strip()


def placed(deed: str, where: str) -> str:
    """Where a deed was done, in words: *in a camp*, *from a camp*; a place that is no kind of place in brackets."""
    if (deed, where) == ("returned", "home"):
        return "home"
    place = _PLACES.get(where, f"({prose_value(where)})" if where else "")
    way = "from " if deed in _FROM else "to " if deed in _TO else ""
    return way + place[3:] if way and place.startswith(("in ", "at ")) else place


def _told_of(said: Statement) -> bool:
    """Whether somebody is in a camp that the film speaks of and does not show."""
    return said.qualifiers.get("mode") in ("told", "end-title") and said.qualifiers.get("where") in _CAMPS


def _other_account(deed: str, said: Statement, story: list[Statement]) -> bool:
    """Two ways out at the same step of one character's road, told by different sources: freed or escaped,
    shot or dead by his own hand. The record gives such accounts one number; they exclude each other."""
    if (
        said.value not in _FATES
        or deed not in _FATES
        or said.value in _IMPLIES.get(deed, {deed})
        or deed in _IMPLIES.get(str(said.value), ())
    ):
        return False
    at = (said.qualifiers["character"], said.qualifiers.get("n"))
    return any(s.value == deed and (s.qualifiers["character"], s.qualifiers.get("n")) == at for s in story)


def told(claim: Claim, catalogue: Catalogue) -> str:
    if claim.property == "descriptor":
        return f"in the story: {claim.qualifiers['named']}"
    q = claim.qualifiers
    deed = {"imprisoned": "held", "sent": "sent away", "present": ""}.get(claim.value, prose_value(claim.value))
    deed = {"shoot": "shot", "hang": "hanged", "natural": "died in peace or of illness", "abed": "died at home"}.get(
        q["how"], deed
    )
    told_ = f"{q['named']}: {deed} {placed(claim.value, q['where'])}".strip()
    return f"{told_} by {q['by']}" if q["by"] else told_


def shown(said: Statement, catalogue: Catalogue) -> str:
    q = said.qualifiers
    if said.property == "camp":
        return "no camp is shown in the film"
    if said.property == "descriptor":
        return f"{prose_value(q['character'])}: {said.value}"
    rows = catalogue.statements(said.subject, "name")
    name = next(
        (str(s.value) for s in rows if s.qualifiers.get("character") == q["character"] and str(s.value).isascii()),
        str(q["character"]),
    )
    how = f": {q['how']}" if q.get("how") else ""
    mode = ", told in the end titles" if q.get("mode") == "end-title" else ""
    return f"{name} {happens(str(said.value), str(q.get('where', '')))}{how}{mode}"


KIND = Kind(
    "story",
    "story",
    deeds.claims,
    weigh,
    told,
    shown,
    examples={
        "The lamplighter is arrested by the harbour police.": Status.SUPPORTED,
        "Police arrest the lamplighter at night.": Status.SUPPORTED,
        "It follows a lamplighter whose arrest divides the town.": Status.SUPPORTED,
        "In the end the lamplighter is shot.": Status.REFUTED,
        "The lamplighter is sent to a labour camp.": Status.REFUTED,
        "The lamplighter is never sent to a labour camp.": Status.SUPPORTED,
        "The lamplighter is said to have been shot.": Status.UNVERIFIED,
        "The priest is shot.": Status.UNVERIFIED,
        "She escaped the critics' notice.": None,
        "The film captures a lost time.": None,
        "He executed the order with care.": None,
    },
)
