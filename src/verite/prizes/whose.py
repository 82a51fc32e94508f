"""Whose prize it is: the film's, a person's of it, or another's; and whether it is the prize that its name means.

*The film that won it was N*, *its producer later won an Oscar*, *a Polish Oscar*: what cannot be told is never refuted.
"""

from verite.clauses import NP, Frame, Sentence
from verite.prizes import crafts
from verite.prizes.spoken import of_nomination
from verite.reading import Reading

_CREW = frozenset(
    "producer producers editor writer author photographer cameraman designer crew team cast studio company country director actress actor star lead composer performance screenwriter cinematographer".split()
)
_OTHERS = frozenset("next previous later earlier other following subsequent rival".split())
_BEFORE = _OTHERS | frozenset("early late last former".split())  # of one's work: *his last part*
_BODIES = frozenset("jury festival year competition section century decade ceremony edition".split())
ANY = frozenset("another no any every some few many most such which what".split())
_CRAFTS = ("CRAFT", "WORK", "MUSIC", "ROLE", "ACT")  # what praises one's work may be: *her performance*, *the score*
_BY_ANOTHER = (
    "than",
    "like",
    "unlike",
    "from",
    "by",
    "with",
    "of",
    "to",
    "for",
    "against",
)  # *from the winner of the Palme d'Or*
_SOMEBODY = frozenset("someone somebody else others elsewhere anyone anybody everyone everybody".split())
_COPULAS = ("be", "become", "remain")
_LIKE_IT = frozenset("equivalent equivalents answer counterpart version race campaign".split())
_OWN = frozenset(
    "student students junior college technical scientific honorary honourary juvenile special".split()  # *a Student Academy Award*
)
_SETS = frozenset("first only last second third earliest sole latest".split())


def recipient(frame: Frame, sentence: Sentence, reading: Reading) -> str | None:
    """Whose prize it is: "" the film's, a name, "?" a person of it unnamed; None if another film's or a book's."""
    got = frame.role("recipient", "holder") or _named_beside(frame, sentence) or _possessor(frame)
    giver = frame.role("jury") or frame.subject
    if giver is not None and giver.sem in _CRAFTS and crafts.praising(giver) and (got is None or got.pronoun):
        got = giver  # *N's performance brought him an Oscar*
    if got is None:
        return ""
    if any(t.low in _SOMEBODY for t in got.tokens):
        return None  # *The Lantern went to somebody else*
    if got.sem == "FILM" or reading.is_film(got):
        if _another(got, frame) or (
            _SETS.intersection(t.low for t in got.tokens) and not _held_by_film(got, sentence, reading)
        ):
            return None  # *The first Soviet film to win it was N*
        return ""
    if got.sem in ("PERSON", "NAME"):
        known = reading.agents(got)
        if len(known) == 1 and " " not in got.name:
            return reading.catalogue.names(known[0])[0]  # *Peele won it*: he of the film's people
        return got.name or got.text  # a family name that begins the sentence is no more than a word with a capital
    if got.sem in _CRAFTS and crafts.praising(got):
        elsewhere = any(prep in ("in", "on", "for") and not reading.is_film(np) for prep, np in got.pps)
        if (
            elsewhere
            or _BEFORE.intersection(t.low for t in got.tokens)
            or any(reading.other_film(np) for np in got.within())
        ):
            return None  # *her part in The Pier won her an Oscar*, *a later part*
        if frame.clause is not None and any(t.low == "had" for t in frame.clause.vg.tokens):
            return "?"  # *His part had won him an Oscar*: before
        if got.poss is not None and got.poss.sem in ("PERSON", "NAME") and " " in got.poss.name:
            return got.poss.name  # *N's score won an Oscar*
        mine = got.poss is None or got.poss.sem in ("PERSON", "NAME") or reading.is_film(got.poss)
        return "" if mine and got.det not in ANY else None  # *Its costumes were nominated*
    if got.entity("state") is not None and any(prep == "with" and reading.is_film(np) for prep, np in frame.adjuncts):
        return ""  # *Hungary won with it the Oscar*
    if got.sem == "HUMAN" or got.pronoun in ("he", "she", "they", "her", "him", "his", "their") or got.head in _CREW:
        return "?"
    if got.sem in ("WORK", "WORK-NAME", "FILM-NAME") or reading.other_film(got):
        return None  # the novel won it, or another film did
    if got.sem in ("ACT", "O", "LIFE") and (got.poss is not None or got.det in ("its", "his", "her", "their")):
        return "?"  # *its publisher won an Oscar*
    return "" if got.sem in ("PRONOUN", "ACT", "O", "LIFE", "PRIZE") else None


def unread(frame: Frame, sentence: Sentence) -> bool:
    """*its rival won it*, *the film that won it was N*, *the trilogy won seven*: what the winner is was not understood;
    *the winner of an Oscar praised it*, *louder than an Oscar winner*: another one; *the Soviet equivalent of the Oscar*."""
    got = frame.role("recipient", "holder")
    if frame.by == "modifier" or any(np.head in _LIKE_IT for np in frame.phrases()):
        return True
    if got is not None and got.sem == "O":
        return True
    said_of = [np for clause in sentence.clauses if clause.vg.lemma in _COPULAS for np in clause.objects]
    if got is not None and frame.relative and (got.det == "the" or (got.det in ("a", "an") and got not in said_of)):
        return True
    head = frame.head
    if frame.by != "noun" or head is None:
        return False
    does = any(
        c.vg.finite
        and c.vg.lemma not in _COPULAS
        and (c.subject is head or (c.vg.start > head.start and any(np.pronoun == "it" for np in c.objects)))
        for c in sentence.clauses
    )
    return sentence.before(head) in _BY_ANOTHER or (does and not of_nomination(head))


def of_a_series(np: NP) -> bool:
    """*the Oscar for the first film*: another one, in an entry on its sequel."""
    return not _BEFORE.isdisjoint(t.low for t in np.tokens) or not _SETS.isdisjoint(t.low for t in np.tokens)


def of_another_body(prize: NP) -> bool:
    """*the Lantern of the Swedish Academy*, *the Golden Bear of the booksellers*: a name that others use too; and what
    is somebody's own, *in the year of Chicago's Best Picture*."""
    of, own = prize.of, prize.poss
    if (
        own is not None
        and own.sem in ("NAME", "FILM-NAME", "WORK-NAME")
        and not own.entity("festival", "prize", "this")
    ):
        return True
    if any(t.low in _OWN or any(e.type in ("nationality", "state") for e in t.entities) for t in prize.tokens):
        return True  # *a Polish Oscar*, *the Japan Academy Award*
    if own is not None and own.entity("state") is not None and prize.plural:
        return True  # *Poland's Oscars*
    if of is not None and of.entity("state") is not None and not of.entity("festival"):
        return True
    return of is not None and of.sem in ("O", "NAME", "HUMAN") and of.head not in _BODIES and not of.entity("festival")


def _possessor(frame: Frame) -> NP | None:
    """*N's Oscar nomination*, *his Oscar win*."""
    head = frame.head if frame.by == "noun" else None
    if head is None:
        return None
    if head.poss is not None:
        return head.poss if head.poss.sem in ("PERSON", "NAME") and not head.poss.entity("festival", "prize") else None
    return NP(head.tokens[:1], head.det, "PRONOUN", pronoun=head.det) if head.det in ("his", "her", "their") else None


def owner(prize: NP, reading: Reading) -> str:
    """*N's Oscar nomination*: N, by the name of the film's people; "" if nobody's."""
    own = prize.poss
    if (
        own is None
        or own.sem not in ("PERSON", "NAME")
        or own.entity("festival", "prize", "this")
        or reading.is_film(own)
    ):
        return "?" if prize.det in ("his", "her", "their") else ""
    known = reading.agents(own)
    return reading.catalogue.names(known[0])[0] if len(known) == 1 else own.name or own.text


def _named_beside(frame: Frame, sentence: Sentence) -> NP | None:
    """*N, a winner of the prize,* and *the winner of the prize, N,*: the person beside the noun."""
    if frame.by != "noun":
        return None
    beside = frame.role("named")
    if beside is None:
        hosts = (np for np in sentence.phrases() if any(a.start == frame.act_start for a in np.appos))
        beside = next(hosts, None)
    return beside if beside is not None and beside.sem in ("PERSON", "NAME", "HUMAN") else None


def _another(np: NP, frame: Frame) -> bool:
    """*another film won it*, *her next film*, *the prize went to lesser films*, *to a comedy*."""
    if np.sem != "FILM":
        return False
    many = np.plural and not np.head.endswith("series")
    if many or np.det in ANY or _OTHERS.intersection(t.low for t in np.tokens):
        return True
    if frame.act in ("GO-TO", "GIVE"):
        return np.det in ("a", "an")
    return np.det in ("a", "an") and frame.by == "verb" and not frame.relative


def _held_by_film(np: NP, sentence: Sentence, reading: Reading) -> bool:
    """*It was the first film to win*, *The first film to win.* against *The first film to win was N*."""
    for clause in sentence.clauses:
        if clause.vg.lemma in ("be", "become", "remain") and clause.vg.finite:
            if np in clause.objects:
                return reading.is_film(clause.subject)
            if clause.subject is np:
                return any(reading.is_film(other) and other.det not in ("a", "an") for other in clause.objects)
    return not any(c.vg.finite and c.vg.lemma == "be" and c.vg.start > np.start for c in sentence.clauses)
