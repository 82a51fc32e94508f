"""Whose a category is that names nobody, by what was said before it: *It won three Oscars. N was named Best Actress*."""

from collections.abc import Iterable
from itertools import pairwise

from verite.catalogue import Catalogue
from verite.clauses import NP, Frame, Sentence
from verite.prizes.named import YEAR, Named, body, festivals_of
from verite.reading import Line

_TOO = frozenset("also too another further again moreover besides".split())


def whose(read: Named, prize: NP, frame: Frame, sentence: Sentence, line: Line, catalogue: Catalogue) -> Named:
    """*It won the Oscar for best picture, and N took home Best Director*, *It won three Oscars. N was named Best Actress*: a category of
    nobody's is of the one academy named before it, in the sentence or the one before, unless the words give it to another
    (*by the critics*, *at home*; *It was entered for the Oscars. At the Magritte Awards it won four, including Best Film*). One that came *too* is of
    the only one named in the whole line before."""
    if _of_several_givers(prize, sentence):
        return read._replace(unnamed=True, misplaced=())
    read = _in_its_year(_at_its_own(read, prize, sentence, catalogue), prize, sentence)
    if same := _same_category(read, prize, sentence, line):
        return read._replace(prizes=same)
    if at := _given_there(read, prize, sentence):
        return read._replace(prizes=at)
    several = len({one.partition("/")[0] for one in read.prizes}) > 1
    by_another = any(prep in ("by", "from", "at") or (prep == "in" and np.sem != "DATE") for prep, np in frame.adjuncts)
    if not (several or read.unnamed) or read.edition or by_another:
        return read
    sure = _owners(np for np in sentence.phrases() if np.start < prize.start)
    strange = any(body(np, named=True) for np in sentence.phrases())
    if not sure and not strange and frame.role("jury") is None and sentence is not line.sentences[0]:
        this = line.sentences.index(sentence)
        since = 0 if _as_well(sentence) else this - 1
        said = [np for before in line.sentences[since:this] for np in before.phrases()]
        elsewhere = any(np.sem == "FEST" or np.entity("festival") or body(np, named=True) for np in said)
        sure = set() if elsewhere else _owners(said)
    if len(sure) != 1 or catalogue.tables.get(min(sure), {}).get("kind") != "academy":
        return read
    mine = tuple(one for one in read.prizes if one.partition("/")[0] in sure)
    return read._replace(prizes=mine, unnamed=False) if mine else read


def _at_its_own(read: Named, prize: NP, sentence: Sentence, catalogue: Catalogue) -> Named:
    """*It won the Palme d'Or and the Golden Bear (Cannes, Berlin)*: a prize is misplaced only where its own festival is not named, too."""
    own = {one.partition("/")[0] for one in read.misplaced}
    others = [np for np in sentence.phrases() if np is not prize] if own else []
    named_ = {e.id.partition("/")[0] for np in others for e in np.entities if e.type in ("festival", "prize")}
    if own.isdisjoint(named_ | festivals_of(others, catalogue)):
        return read
    return read._replace(prizes=read.misplaced, misplaced=(), edition=None, year=None)


def _of_several_givers(prize: NP, sentence: Sentence) -> bool:
    """*It won Best Director and Best Film (Cannes, Academy Awards)*: which of them gave which prize, the words do not say."""
    opens = next((t.start for t in sentence.tokens if t.text == "(" and t.start > prize.start), None)
    if opens is None:
        return False
    closes = next((t.start for t in sentence.tokens if t.text == ")" and t.start > opens), sentence.end)
    within = [np for np in sentence.phrases() if opens < np.start < closes]
    givers = [np for np in within if np.sem in ("FEST", "PLACE") or np.entity("festival", "prize")]
    told = [np for np in sentence.phrases() if np.start < opens and np.entity("prize", "category")]
    return len(givers) > 1 and len(told) > 1


def _in_its_year(read: Named, prize: NP, sentence: Sentence) -> Named:
    """*After winning the Oscar in 1997, it took the Palme d'Or*, *the Oscar in 1997 and then the Palme d'Or in 1996*: a year behind the
    prize before is that prize's."""
    said = [t for t in sentence.tokens if read.year is not None and t.low == str(read.year)]
    earlier = [np.start for np in sentence.phrases() if np.entity("prize", "category") and np.start < prize.start]
    if not said or not earlier or any(t.start > prize.start or t.start < earlier[0] for t in said):
        return read
    after = (int(t.low) for t in sentence.tokens if t.start > prize.start and YEAR.match(t.low))
    return read._replace(year=next(after, None))


def _as_well(sentence: Sentence) -> bool:
    return sentence.says(_TOO) or ("as", "well") in pairwise(sentence.low)


def _owners(said: Iterable[NP]) -> set[str]:
    """Who gives the prizes that these phrases name, of those that only one gives."""
    named_ = [np for np in said if np.entity("prize", "category")]
    owners = [{e.id.partition("/")[0] for e in np.entities if e.type in ("prize", "category")} for np in named_]
    return {table for tables in owners if len(tables) == 1 for table in tables}


def _same_category(read: Named, prize: NP, sentence: Sentence, line: Line) -> tuple[str, ...]:
    """*It won the Oscar for best foreign film and the Golden Globe in the same category.* *... Golden Globe, same category.*"""
    if not any(np.start > prize.start and says_same(np) for np in sentence.phrases()):
        return ()
    at = line.sentences.index(sentence)
    earlier = line.sentences[at - 1].phrases() if at else []
    tables = {one.partition("/")[0] for one in read.prizes}
    said = [*earlier, *(np for np in sentence.phrases() if np.start < prize.start)]
    before = [np for np in said if np.entity("category") is not None]
    named_ = [e.id for e in before[-1].entities if e.type == "category"] if before else []
    return tuple(one for one in named_ if one.partition("/")[0] in tables)


def says_same(np: NP) -> bool:
    """*in the same category*."""
    return np.head in ("category", "award", "honour", "honor") and any(t.low == "same" for t in np.tokens)


def _given_there(read: Named, prize: NP, sentence: Sentence) -> tuple[str, ...]:
    """*It won the Palme d'Or at Cannes together with the FIPRESCI Prize*; *it competed at Cannes, where it won the Grand Prix*: a prize that
    many festivals give is of the one named before it."""
    if len({one.partition("/")[0] for one in read.prizes}) == 1 and not any(
        e.type == "festival" for e in prize.entities
    ):
        return ()
    festivals = {
        e.id for np in sentence.phrases() if np.start < prize.start and np.sem == "FEST" for e in np.entities if e.type == "festival"
    }  # fmt: skip
    behind = [np for np in sentence.phrases() if np.start > prize.start]
    elsewhere = any(np.sem in ("FEST", "PLACE", "NAME") or np.entity("festival", "place", "state") for np in behind)
    if len(festivals) != 1 or elsewhere:
        return ()  # *After Cannes it won the Grand Prix in Bratislava*
    return tuple(e.id for e in prize.entities if e.type == "prize" and e.id.startswith(f"{min(festivals)}/"))
