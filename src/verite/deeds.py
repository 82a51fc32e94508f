"""What a text says happens to whom in the film: deeds of repression, by whom and how, and where.

From frames of arresting, sending, shooting, escaping, coming home: an act and its place make a deed (*sent to a camp* is imprisonment in a camp, *sent to
Siberia* may be several things). Whom it befalls is what the prose calls him: a name of the record's characters, else nouns. By whom and how is told only
where one answer shuts out another (*shot by the Germans*, *hanged*).
"""

from collections.abc import Iterator

from verite.clauses import NP, Frame, Sentence
from verite.clauses.attach import PEOPLE
from verite.clauses.lexicon import people, singular
from verite.model import Claim, Grade
from verite.reading import Line, Reading, sex

# act -> deed; SEND, IMPRISON and RETURN depend on the place
_DEEDS = {
    "ARREST": "arrested", "DENOUNCE": "denounced", "INTERROGATE": "interrogated", "TORTURE": "tortured", "CONFESS": "confessed",
    "TRY": "tried", "SENTENCE": "sentenced", "DEPORT": "deported", "EXILE": "exiled", "ESCAPE": "escaped", "RELEASE": "released",
    "AMNESTY": "amnestied", "CAPTURE": "captured", "EXECUTE": "executed", "KILL": "killed", "DIE": "died", "SUICIDE": "suicide",
    "SURVIVE": "survived", "REHABILITATE": "rehabilitated", "REVOLT": "revolted", "BETRAY": "betrayed", "COLLABORATE": "collaborated",
    "SEND": "sent", "IMPRISON": "imprisoned", "RETURN": "returned", "ATTACK": "attacked",
}  # fmt: skip
_HELD = ("prisoner", "inmate", "convict", "captive")
_FAMILY = frozenset("family wife husband mother father children son daughter village parents".split())
# To work or live in a camp is not always to be held there: doctors and guards do.
_THERE = ("work", "live", "dig", "fell", "sit", "land", "wake", "starve", "freeze")


def claims(reading: Reading) -> Iterator[Claim]:
    taken: set[tuple[str, int]] = set()
    for line, sentence, frame in reading.frames(*_DEEDS, "IS"):
        if line.label == "intro":
            continue
        deed, at = _deed(frame)
        patient = frame.role("patient", "source", "topic", "film") if frame.act != "IS" else frame.role("subject")
        if frame.act == "ATTACK":
            patient = frame.role("patient") if frame.role("victim") is not None else None
        if not deed or patient is None or (deed, patient.start) in taken:
            continue
        who = _who(patient, line, reading, frame.role("actor"))
        if who is None:
            continue
        taken.add((deed, patient.start))
        where = _where(at)
        if where and at is not None:
            for np in at.within():
                reading.claimed.add(id(np))
        grade = Grade.READ if _resolved(who, deed) else Grade.SEEN
        if frame.negative and frame.role("actor") is not None:
            grade = Grade.SEEN  # *Leo refuses to denounce his wife*: another may denounce her
        if (
            deed == "released"
            and (freed_by := frame.role("actor")) is not None
            and freed_by.sem in ("CHARACTER", "PERSON")
        ):
            grade = Grade.SEEN  # *she is freed by Ignat*, and so escapes
        person = reading.antecedent(patient, line, frame.role("actor")) if patient.pronoun else None
        if person is not None and sentence.start <= person.start < sentence.end:
            # the quote must hold whom the pronoun means
            frame = frame._replace(start=min(frame.start, person.start), end=max(frame.end, person.core_end))
        yield reading.claim(
            "story", "story", deed, frame, sentence, at if at is not None and where else None,
            {"who": who, "where": where, "named": patient.text, "main": _main(patient, reading), "all": patient.det in ("both", "all", "every", "each"), **_manner(frame, at, sentence)}, grade,
        )  # fmt: skip
    yield from _described(reading)


# Who may have done it, so far apart that one is not the other; the words by which the prose and the record call them.
_PARTIES = {
    "soviet": frozenset("nkvd cheka chekists ogpu gpu kgb mgb soviets soviet russians stalinists smersh".split()),
    "german": frozenset("germans german nazis nazi gestapo wehrmacht ss sd hitlerites".split()),
}
_HOW = {
    "shoot": "shoot",
    "shoot dead": "shoot",
    "gun down": "shoot",
    "hang": "hang",
    "go to the gallows": "hang",
    "end on the gallows": "hang",
}
# *dies of typhus*, *dies peacefully*, *dies in his bed*: nobody put him to death, nor he himself
_ILLS = frozenset(
    "typhus typhoid tuberculosis pneumonia illness disease sickness hunger starvation malnutrition exhaustion cold scurvy dysentery cancer age causes fever "
    "stroke cholera consumption thirst exposure diphtheria malaria pellagra frostbite".split()
)
_PEACE = frozenset("peacefully naturally".split())
_BEDS = frozenset("home bed sleep armchair".split())
_POW = frozenset("war pow stalag german nazi".split())


def party(words: str) -> str:
    said = {word for token in words.lower().split() for word in token.strip(".,").split("-")}
    return next((name for name, called in _PARTIES.items() if said & called), "")


def _death(frame: Frame, sentence: Sentence) -> str:
    """Whether somebody is said to have died of an illness, of hunger or in peace (`natural`), or at home, in his bed (`abed`)."""
    if frame.act != "DIE" or frame.by != "verb":
        return ""
    stop = next((t.start for t in sentence.tokens if t.start > frame.act_start and t.text in ",;:.—–"), sentence.end)
    words = {t.low for t in sentence.tokens if frame.act_start <= t.start < stop}
    of = [np for prep, np in frame.adjuncts if prep in ("of", "from")]
    if words & _PEACE or any(np.head in _ILLS or "heart" in np.mods for np in of):
        return "natural"
    at = [np.head for prep, np in frame.adjuncts if prep in ("at", "in")]
    return "abed" if not _BEDS.isdisjoint(at) else ""


def _manner(frame: Frame, at: NP | None, sentence: Sentence) -> dict[str, str]:
    """By whom and how it is done: told only where one answer shuts out another (*shot by the Germans*, *hanged*)."""
    actor = frame.role("actor")
    captive = at is not None and at.sem == "CAMP" and not _POW.isdisjoint(t.low for t in at.tokens)
    return {
        "by": actor.text if actor is not None and party(actor.text) else "",
        "how": _death(frame, sentence) or _HOW.get(frame.word, ""),
        "held_by": "enemy" if captive else "",
    }


def _described(reading: Reading) -> Iterator[Claim]:
    """*It tells of a projectionist*: that the film has such a person. Open: supported or not recorded."""
    anybody, words = people()
    taken = set()
    for line, sentence, frame in reading.frames("TELL", "DRAW"):
        topic = frame.role("topic", "source")
        if line.label not in ("description", "", "fact") or topic is None or frame.negative:
            continue
        if frame.role("film") is not None and not reading.is_film(frame.role("film")):
            continue
        for np in topic.within():
            noun = singular(np.head)
            if (
                np.sem != "HUMAN"
                or noun in anybody
                or noun not in words
                or np.start in taken
                or noun in ("man", "woman")
            ):
                continue
            taken.add(np.start)
            yield reading.claim("story", "descriptor", noun, frame, sentence, np, {"named": np.text}, Grade.SEEN)


def _deed(frame: Frame) -> tuple[str, NP | None]:
    """The deed that a frame tells, and the phrase that says where."""
    to = frame.role("to", "from", "place") or next(
        (np for prep, np in frame.adjuncts if prep in ("to", "into", "in", "at", "from", "behind", "inside", "out of")),
        None,
    )
    places = [np for np in [to, *(np for _, np in frame.adjuncts)] if np is not None for np in np.within()]
    at = next((np for np in places if np.sem in ("CAMP", "PRISON", "EXILE")), to)
    if frame.act == "SEND":
        if frame.by == "verb" and any(_cattle_car(np) for _, np in frame.adjuncts):
            return "deported", None
        if frame.by != "verb" or at is None:
            return "", None
        if at.sem in ("CAMP", "PRISON"):
            return "imprisoned", at
        if at.sem == "EXILE" or (at.entity("place") is not None and at.entity("place").id == "siberia"):  # type: ignore[union-attr]
            return ("exiled" if at.head in ("exile", "internal exile", "banishment") else "sent"), at
        return "", None
    if frame.act in ("DEPORT", "EXILE") and at is not None and at.sem in ("CAMP", "PRISON"):
        return "imprisoned", at
    if frame.act == "IMPRISON":
        place = at if at is not None and at.sem in ("CAMP", "PRISON", "EXILE") else None
        plain = frame.word.split(" ")[0] in (
            "imprison",
            "jail",
            "incarcerate",
            "intern",
            "lock",
            "imprisonment",
            "incarceration",
            "internment",
            "detain",
        )
        if place is None and not plain:
            return "", None
        if place is not None and place.sem == "CAMP" and frame.word.split(" ")[0] in _THERE:
            return "present", place
        return (
            "exiled"
            if place is not None and place.sem == "EXILE" and place.head in ("exile", "internal exile")
            else "imprisoned"
        ), place
    if frame.act == "RETURN":
        # back from the war is not back from a camp
        came = frame.role("from")
        if came is not None:
            return ("returned", came) if came.sem in ("CAMP", "PRISON", "EXILE") else ("", None)
        to_people = at is not None and (at.sem in ("FREEDOM", "KIN") or at.head in _FAMILY)
        return ("returned", None) if "home" in frame.word or to_people else ("", None)
    if frame.act == "IS":
        # *N is a prisoner in a labour camp*
        held = frame.role("complement")
        kept = held is not None and held.head in _HELD and at is not None and at.sem in ("CAMP", "PRISON")
        return ("imprisoned", at) if kept else ("", None)
    if frame.act in ("RELEASE", "ESCAPE"):
        return _DEEDS[frame.act], at if at is not None and at.sem in ("CAMP", "PRISON", "EXILE") else None
    if frame.act == "DIE":
        return "died", at if at is not None and at.sem in ("CAMP", "PRISON", "EXILE") else None
    if frame.act == "SENTENCE" and at is not None and at.head == "death":
        return "", None  # a sentence of death is another thing than a sentence
    if frame.act == "SURVIVE" and frame.by == "verb":
        through = frame.role("place")
        return "survived", through if through is not None and through.sem in ("CAMP", "PRISON", "EXILE") else None
    return _DEEDS[frame.act], None


def _cattle_car(np: NP) -> bool:
    """*carried off in cattle trucks*: whole peoples were."""
    words = {t.low for t in np.tokens}
    return "cattle" in words and not words.isdisjoint(
        ("car", "cars", "truck", "trucks", "wagon", "wagons", "train", "trains")
    )


def _where(at: NP | None) -> str:
    if at is None:
        return ""
    return {"CAMP": "camp", "PRISON": "prison", "EXILE": "exile"}.get(at.sem, "")


_COLLECTIVE = frozenset(
    "group band handful party gang pair number trio duo bunch pack crowd couple thousands hundreds dozens scores millions most many some both all life story remnant".split()
)  # fmt: skip


def _who(patient: NP, line: Line, reading: Reading, actor: NP | None = None) -> dict[str, list[str]] | None:
    """What the prose calls the person: characters by name, else nouns; nothing if it is no person."""
    np: NP | None = patient
    if patient.pronoun:
        np = reading.antecedent(patient, line, actor)
    elif patient.of is not None and patient.head in _COLLECTIVE:
        np = patient.of
    if np is None or np.sem not in PEOPLE or np.pronoun:
        return None
    if (
        np.sem != "CHARACTER"
        and np.poss is not None
        and np.poss.sem in ("PERSON", "NAME")
        and not np.poss.entity("character")
    ):
        return None  # *Wajda's own father*: the life of a maker
    named = [e.id for inner in (np, *np.appos) for e in inner.entities if e.type == "character"]
    persons = {e.id for inner in (np, *np.appos) for e in inner.entities if e.type == "agent"}
    nouns = [singular(inner.head) for inner in (np, *np.appos) if inner.sem == "HUMAN"]
    nouns += [mod for mod in np.mods if mod in people()[1]]
    # *the military hero* is more than the hero of the film
    if np.mods and np.sem == "HUMAN":
        nouns.append(f"{np.mods[-1]} {singular(np.head)}")
    if not named and not nouns:
        shown = reading.on_record("person")
        named = [
            str(s.qualifiers["character"])
            for s in reading.catalogue.statements(reading.work, "name")
            if persons & shown
            and "character" in s.qualifiers
            and any(_family(a, str(s.value), reading) for a in persons)
        ]
        if not named:
            return None  # a maker's own life is no story of the film
    if np.sem == "NAME" and not named:
        return None
    return {"named": sorted(set(named)), "nouns": nouns, "sex": [sex(np)]}


def _family(agent: str, name: str, reading: Reading) -> bool:
    return any(spelling.split(" ")[-1] in name for spelling in reading.catalogue.names(agent))


def _resolved(who: dict[str, list[str]], deed: str) -> bool:
    return bool(who["named"] or who["nouns"])


def _main(patient: NP, reading: Reading) -> bool:
    """Whether the prose says that the film is about this person."""
    for _, _, frame in reading.frames("TELL", "DRAW"):
        topic = frame.role("topic", "source")
        if topic is not None and any(np is patient or np.of is patient for np in topic.within()):
            return True
    return False
