"""The work that a prize is for: *the Oscar for its costumes*, *its costumes were nominated*."""

import re
from collections.abc import Sequence

from verite.catalogue import Catalogue
from verite.clauses import NP, Token

# What the work is called -> the slugs of the categories that praise it, of whatever academy.
_CRAFTS = (
    (
        r"art direction|production design|(?:set|sets|décor|set decoration)$",
        r"art-direction|production-design|set-decor",
    ),
    (r"screenplay|script|writing|(?<!score )(?<!song )(?<!music )adaptation|dialogue", r"writ|screenplay"),
    (r"sound(?: effects)?(?: editing| mixing| recording)?", r"sound"),
    (r"editing|cutting", r"^(?:best-)?(?:film-)?editing"),
    (r"costumes?|costume design|wardrobe", r"costume"),
    (r"photography|camera|camerawork|camera[ -]work|cinematography", r"cinematograph"),
    (r"songs?", r"song"),
    (r"music|score|soundtrack", r"score|music(?!-original-song)"),
    (r"(?<!dance )(?<!assistant )(?<!musical )(?<!music )(?:direction|directing)", r"^(?:best-)?direct"),
    (r"make-?up|hairstyling", r"makeup"),
    (r"(?:visual |special )?effects", r"effects"),
    (
        r"foreign[- ]language (?:film|picture|feature)|foreign (?:film|picture)|international (?:feature )?film",
        r"foreign-(?:language-)?film|international-(?:feature-)?film|not-in-the-english",
    ),
    (r"performance|role|part|portrayal|acting", r"act(?:or|ress)"),
)


# What may stand before the name of a prize: *the supporting-actress Oscar*.
_BEFORE = (
    (r"supporting[- ]actress", r"supporting.*actress|actress.*supporting"),
    (r"supporting[- ]actor", r"supporting.*actor(?!.*actress)|actor.*supporting"),
    (r"actress", r"^(?!.*supporting).*actress"),
    (r"actor", r"^(?!.*supporting).*actor"),
    (r"directors?|directorial", r"^(?:best-)?direct"),
    (r"best[- ](?:picture|film)", r"^best-(?:picture|film)$"),
    *_CRAFTS,
)


def before(np: NP, table: str, catalogue: Catalogue) -> set[str]:
    """The categories that the words before the name of a table's prize mean: *the directing Oscar*; nothing if they mean none."""
    words: list[str] = []
    for token in np.tokens:
        if any(e.type == "prize" for e in token.entities):
            break
        words.append(token.low)
    said = " ".join(words)
    meant = next((of for like, of in _BEFORE if re.search(rf"\b(?:{like})$", said)), "")
    held = catalogue.tables.get(table, {}).get("category", {})
    return {f"{table}/{slug}" for slug in held if meant and re.search(meant, slug)}


def praising(np: NP) -> str:
    """Which categories praise what a phrase means, as a pattern of their slugs; "" if it means no craft."""
    if np.head == "adaptation" and np.of is not None:
        return praising(np.of)  # *the adaptation of its Rodgers and Hart score*
    return _of(" ".join(t.low for t in np.tokens if t.end <= np.core_end))


def _of(words: str) -> str:
    return next((of for said, of in _CRAFTS if re.search(rf"\b(?:{said})$", words)), "")


def meant(words: Sequence[Token], table: str, catalogue: Catalogue) -> set[str]:
    """The categories of a table that the words of a list mean: *makeup*, *supporting actor*, *John Williams's score*."""
    said = " ".join(t.low for t in words).removeprefix("best ")
    of = next((of for like, of in _BEFORE if re.fullmatch(like, said)), "") or _of(said)
    held = catalogue.tables.get(table, {}).get("category", {})
    return {f"{table}/{slug}" for slug in held if of and held[slug] and re.search(of, slug)}


def within(praised: Sequence[NP], table: str, catalogue: Catalogue) -> set[str]:
    """The categories of a table for the works that are praised; `table/?` if it has none for them."""
    meant = [of for np in praised if (of := praising(np))]
    held = catalogue.tables.get(table, {}).get("category", {})
    found = {f"{table}/{slug}" for slug in held for of in meant if held[slug] and re.search(of, slug)}
    return found or ({f"{table}/?"} if meant else set())
