"""Titles in running text: where the title begins that stands before a year, as in *then the telly. The First Circle (2006)*."""

import re

from verite.readers.marks import WRAPS

JOINERS = frozenset(
    "a an the of in on at to for and or nor but by with from as is o der die das des dem den und von zu im am le la les l’ l' du de d’ et en au aux un une"
    " el los las del y e i il lo gli di da della dei w z na и в на с о не по к от для у ½".split()
)
_LEAD_INS = frozenset(
    "first second third fourth fifth then next and last lastly finally also now one two of all the my number up to begin with start after that"
    " another favourite favorite least not but more film comes came tonight today".split()
)
ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Capt|Lt|Col|Gen|Prof|Jr|Sr|Vol|No|vs|[A-ZА-Я])\.)\s")


def title_begins(raw: str) -> int | None:
    """Where the title of a paragraph's first film begins: *First, Mr. Jones*, *then the telly. The First Circle*."""
    if len(raw) > 90:
        return None
    close = re.search(r"[“„«\"*_]+([^“”„»\"*_]{1,80})[”»\"*_]+\s*$", raw)
    if close:
        return close.start()
    words = [(m.start(), m[0]) for m in re.finditer(r"\S+", raw)]
    begin = len(words)
    while begin > 0:
        word = words[begin - 1][1]
        if begin < len(words) and word[-1] in ".!?:;,…" and not ABBREVIATION.match(word + " "):
            if word[-1] != "," or words[begin - 1][1].casefold().strip(",") in _LEAD_INS:
                break
        bare = word.strip("“”«»‘’\"'(*_,:!?.")
        if not (bare[:1].isupper() or bare[:1].isdigit() or bare in JOINERS or not bare):
            break
        begin -= 1
    while begin < len(words) and words[begin][1].casefold() in JOINERS and words[begin][1][0].islower():
        begin += 1  # *first of all The Way Back*: a title does not begin with a small *of*
    lead = [word.strip(".,:;!–—-").casefold() for _, word in words[:begin]]
    if begin == len(words) or not lead:
        whole = raw.strip(WRAPS)
        if not lead or (whole[:1].isupper() and len(words) <= 8 and not re.search(r"[.;:!?]\s", whole)):
            return _after_lead_in(words)
        return None
    if words[begin - 1][1][-1] in ".!?…:;" or words[begin - 1][1][-1] == "," or set(lead) <= _LEAD_INS:
        return words[begin][0] if len(words) > begin else None
    if raw[:1].islower():
        return words[begin][0] if begin <= 6 else None
    return 0 if len(words) <= 6 else None


def _after_lead_in(words: list[tuple[int, str]]) -> int:
    """*Then Ida*: the film is Ida (and *Then Ida* is kept as another name, should a film be called so)."""
    if len(words) > 1 and words[0][1] in ("Then", "And", "Next", "First", "Now", "Last") and words[1][1][:1].isupper():
        return words[1][0]
    return 0
