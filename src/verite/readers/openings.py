"""What opens an entry: shapes of a title with its year, as data, each with a line that it must and one that it must not match.

A line gives at most one `Opening`. Whether it opens an entry of this text is for `pattern` to say."""

import re
from enum import IntEnum
from typing import NamedTuple

from verite.model import Span
from verite.readers.marks import WRAPS, Line, label
from verite.readers.running import ABBREVIATION, JOINERS, title_begins

_Y = r"(?P<year>(?:18[7-9]|19\d|20\d)\d)(?!\d)"
_RANGE = r"(?:\s*[-–—/]\s*(?:(?:\d\d)?\d\d|present|today|heute|\.\.\.)?(?=\W))?"
_CREDIT = r"(?:dir(?:\.|ected)?(?:\s+by)?|d\.|r\.|by|regie:?|réal\.?|reż\.|реж\.?|director:?|dirigida por|von|de)"
_NAME = r"(?:[^\W\d_a-zа-яё][\w.’'-]*)(?:\s+(?:[^\W\d_a-zа-яё][\w.’'-]*|de|von|van|der|la|del|di|da|and|&)){1,4}"


class Pattern(NamedTuple):
    """`sure` shapes need no other line to agree, on a line that is marked or stands alone."""

    name: str
    regex: re.Pattern[str]
    sure: bool
    yes: str
    no: str


PATTERNS = (
    Pattern(
        "year in brackets",
        re.compile(
            rf"\s*[(\[（](?P<before>(?:c\.|ca\.|circa|made|released|um|около|©)?\s*|[^()\[\]]{{1,60}}?[\s,;/·:–])"
            rf"{_Y}{_RANGE}(?P<after>(?:[\s,;/·:|–-][^()\[\]]{{0,80}})?)[)\]）]"
        ),
        True,
        "The Lamplighter (Norway, 1931, 90 min)",
        "The Lamplighter (90 min)",
    ),
    Pattern(
        "fields between like signs",
        re.compile(
            rf"(?P<title>[^·|•;\t]{{1,100}}?)[*_”\"»]*\s*(?P<sep>[·|•;\t]|(?<=\s)[-–—/](?=\s))\s*(?:[^·|•;\t(\[]{{1,50}}?(?P=sep)\s*)??"
            rf"(?:[^\W\d_][\w ./-]{{1,24}}[\s,]\s*)?{_Y}{_RANGE}[*_]*(?=\s*$|\s*[·|•;,.:\t]|\s+[-–—/]\s|\s*[*_])"
        ),
        True,
        "The Lamplighter · Nora Lind · 1931",
        "The lamplighter – a man of 1931 in all he does",
    ),
    Pattern(
        "year after a comma",
        re.compile(
            rf"(?P<title>[^,].{{0,100}}?)[*_”\"»]*,\s*(?:(?:{_CREDIT}\s+[^,]{{2,40}}|[*_]?{_NAME}[*_]?|[A-Z][\w./-]{{1,20}}),?\s*)??"
            rf"{_Y}{_RANGE}[*_]*(?=\s*$|\s*[,;.:·|)]|\s+[-–—]\s)"
        ),
        True,
        "The Lamplighter, Nora Lind, 1931",
        "In Bergen, on a cold night, 1931 lamps were lit",
    ),
    Pattern(
        "year first",
        re.compile(
            rf"[*_]*[(\[]?{_Y}{_RANGE}[)\]]?[*_]*(?:\s*[:·|•.–—-]\s*[*_]*|\s*,\s*|(?<=[)\]*_])\s+|\t)(?P<title>[^\W\d_\s“„«\"*_].*?|[“„«\"*_].*?)"
            r"(?=\s*$|\s+[·|•–—-]\s|\s*[(\[:;]|\.\s|\.$|,\s(?:dir|d\.|by|reg|réal)|(?<=[*_”\"»])[\s,.:])"
        ),
        False,
        "1931: The Lamplighter",
        "1931 was a cold year",
    ),
    Pattern(
        "year after a space",
        re.compile(rf"(?P<title>\S.{{1,80}}?)[*_”\"»]*\s+{_Y}[*_]*\s*$"),
        False,
        "The Lamplighter 1931",
        "The Lamplighter of 1931 fame",
    ),
)

_MADE_BY = re.compile(rf"\b(?i:{_CREDIT})\s+(?=[^\W\d_a-zа-яё])")
_BY = re.compile(rf"[*_”\"»]*,?\s+(?P<credit>(?:directed by|dir\.|by)\s+{_NAME})$")
_NAME_BEFORE = re.compile(rf"{_NAME}(?:,|:|\s[-–—])\s+(?=[*_“„«\"][^*_“”„«»\"]+[*_”»\"]+\s*$)")  # N, *Title* (1931)
_DASHED_NAME = re.compile(rf"[*_”\"»]*\s+[-–—]\s+{_NAME}$")
_ABOUT = ("", "c.", "ca.", "circa", "made", "released", "um", "около", "©")
_TALK = re.compile(
    r"^(?:(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Tt]his|[Tt]here|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]ee|[Aa]lso)\s+[a-z]"
    r"|(?:[Bb]ased|[Dd]irected|[Ff]ilmed|[Ss]hot|[Ww]on|[Rr]eleased|[Bb]orn|[Ww]inner|[Nn]ominated)\s+(?:on|by|in|at|the|of|for|a|an)\s"
    r"|(?:[Aa]\s+)?(?:[Ss]till|[Ss]creenshot|[Pp]oster|[Pp]hoto|[Ii]mage)\s+(?:from|of|for)\s|[Aa]\s+[Ss]cene\s+from\s"  # under a picture
    r"|(?:[Aa]|[Tt]he)\s+(?:film|movie|book|novel|play|sequel|remake|director|same|first|best|original)\s)"
)


class Trust(IntEnum):
    WEAK = 0  # needs the text's pattern
    FAIR = 1  # a full stop after it: a smaller share of the paragraphs will do
    SURE = 2


class Opening(NamedTuple):
    form: tuple[str, int]  # heading, number, bullet, bold, alone, para; and its level
    trust: Trust
    title: Span
    year: int | None
    year_span: Span | None
    rest: int  # where what follows begins
    pattern: str
    also: tuple[str, ...] = ()
    credit: Span | None = None  # words in the heading that say who made it


def find(line: Line, body: str) -> Opening | None:
    """The opening that a line may be. `body` is its words, with ids masked."""
    if line.kind != "text" or label(line) is not None:
        return None
    for pattern in PATTERNS:
        found = _bracket(line, body) if pattern is PATTERNS[0] else _other(line, body, pattern)
        if found is not None:
            return found
    return None


def untitled(line: Line, body: str) -> Opening | None:
    """A title that has no year: the whole of a short line, or what stands before its first dash or colon."""
    if line.kind != "text" or label(line) is not None:
        return None
    whole = body.rstrip(WRAPS)
    cut = re.search(r"(?<=\w)[*_”\"»]*(?:\s+[-–—·|]\s|[:：][*_]*\s)|(?<=\S)[*_]{2,}\.?\s|[*_]{2}$", body[2:])
    title = body[: cut.start() + 2] if cut and not line.heading else whole
    words = title.strip(WRAPS)
    if (
        not words
        or len(words) > 90
        or len(words.split()) > 12
        or words.endswith((".", ":", ",", ";"))
        or not words[:1].isalnum()
    ):
        return None
    if words[0].islower() or _TALK.match(words + " ") or re.search(r"[.?!]\s+\S+\s+\S+\s", words):
        return None
    rest = line.at + (cut.end() + 2 if cut and not line.heading else len(body))
    return Opening(
        _form(line, body, rest >= line.end), Trust.WEAK, _span(line, body, 0, len(title)), None, None, rest, "no year"
    )


def _bracket(line: Line, body: str) -> Opening | None:
    for match in PATTERNS[0].regex.finditer(body):
        raw = body[: match.start()]
        plain = match["before"].strip() in _ABOUT
        if not _title_before(raw) and (line.marked or len(raw) > 90):
            continue
        tail = body[match.end() :]
        bare = tail.strip(WRAPS)
        while bare and not bare[0].isalnum() and ord(bare[0]) > 0x2100:
            bare = bare[1:].strip(WRAPS + "\ufe0f\u200d")
        alone = not bare or bool(re.fullmatch(r"[(\[][^()\[\]]{2,80}[)\]]\W*", bare))
        form = _form(line, body, alone)
        wrapped = body[:1] in '*_“”"«„《「' and (raw.rstrip()[-1:] in '*_”"»》」' or tail[:1] in "*_")
        trust = _trust(line, form, raw, bare, alone, wrapped, plain)
        if trust is None:
            return None
        begin = 0
        if form[0] == "para" and not wrapped:
            found = title_begins(raw)
            if found is None:
                return None
            begin = found
            trust = min(trust, Trust.WEAK) if begin else trust
        also = (
            (raw.strip(WRAPS),)
            if begin and re.fullmatch(r"(?:Then|And|Next|First|Now|Last)\s+", raw[:begin].lstrip(WRAPS))
            else ()
        )
        named = _NAME_BEFORE.match(raw)
        if named:
            begin = named.end()
        by = _BY.search(body[: match.start()].rstrip(), begin)
        title = _span(line, body, begin, by.start() if by else match.start())
        if title.end <= title.start:
            return None
        credit = Span(line.at + by.start("credit"), line.at + by.end()) if by else _credit(line, body, *_around(match))
        at = line.at + match.start("year")
        return Opening(
            form,
            trust,
            title,
            int(match["year"]),
            Span(at, at + 4),
            line.at + match.end(),
            PATTERNS[0].name,
            also,
            credit,
        )
    return None


def _trust(
    line: Line, form: tuple[str, int], raw: str, tail: str, alone: bool, wrapped: bool, plain: bool
) -> Trust | None:
    titled = wrapped or _titled(raw)
    if _TALK.match(raw.strip(WRAPS) + " "):
        return None
    if form[0] == "alone":
        return Trust.SURE if titled or (plain and len(raw.split()) <= 10) else Trust.WEAK
    if form[0] in ("heading", "number", "bullet", "bold"):
        if alone or wrapped:
            return Trust.SURE
        if tail[:1].islower() and not re.match(r"(?:dir\.|d\.|by|directed by|or|aka|regie)\b", tail):
            return Trust.WEAK
        return Trust.SURE if titled or len(raw.split()) <= 7 else Trust.WEAK
    if not plain:
        return None
    if re.match(r"[:–—|·]|-\s", tail) and len(raw.split()) <= 10:
        return Trust.SURE
    if not line.opens:
        return None
    return Trust.FAIR if tail[:1] in ".[(" else Trust.WEAK


def _other(line: Line, body: str, pattern: Pattern) -> Opening | None:
    match = pattern.regex.match(body)
    if match is None or not _title_before(match["title"]) or _TALK.match(match["title"].strip(WRAPS) + " "):
        return None
    alone = len(body) <= 100 and not body.rstrip(WRAPS).endswith((".", "!", "?")) if not line.marked else False
    form = _form(line, body, alone)
    if form[0] == "para" and pattern.name != "year first":
        return None
    if not (_titled(match["title"]) or body[:1] in '*_“"«„'):
        return None
    sure = pattern.sure and form[0] not in ("alone", "para") and len(match["title"].split()) <= 10
    at = line.at + match.start("year")
    start, end = match.end("title"), match.start("year")
    return Opening(
        form, Trust.SURE if sure else Trust.WEAK, _span(line, body, match.start("title"), start),
        int(match["year"]), Span(at, at + 4), line.at + match.end(), pattern.name, (), _credit(line, body, start, end) if end > start else None,
    )  # fmt: skip


def _around(bracket: re.Match[str]) -> tuple[int, int]:
    """What a bracket says besides the year."""
    return bracket.span("before" if len(bracket["before"]) > len(bracket["after"]) else "after")


def _credit(line: Line, body: str, start: int, end: int) -> Span | None:
    """Who made it, if the words between title and year say so: *dir. Nora Lind*."""
    match = _MADE_BY.search(body, start, end)
    return Span(line.at + match.start(), line.at + len(body[:end].rstrip(WRAPS + ",;·|-–—/"))) if match else None


def without_name(title: str) -> int | None:
    """Where the title proper ends, if a dash and a name follow it."""
    match = _DASHED_NAME.search(title)
    return match.start() if match else None


def _form(line: Line, body: str, alone: bool) -> tuple[str, int]:
    if line.heading:
        return "heading", line.heading
    if line.number:
        return "number", line.indent
    if line.bullet:
        return "bullet", line.indent
    if alone:
        return "alone", 0
    if body[:2] in ("**", "__"):
        return "bold", 0
    return "para", 0


def _title_before(text: str) -> bool:
    words = text.strip(WRAPS)
    return (
        any(letter.isalnum() for letter in words)
        and len(words) <= 160
        and len(words.split()) <= 16
        and not re.search(r"[.;]\s+[A-Z]\w+\s+\w+\s+\w+", ABBREVIATION.sub("", words))
    )


def _titled(raw: str) -> bool:
    """Written as titles are: most words that weigh are capitals, or there are few of them."""
    words = [word for word in re.findall(r"[^\W_][\w’'½]*", raw) if word.casefold() not in JOINERS]
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return len(words) <= 2 or sum(not word[0].islower() for word in words) >= 0.6 * len(words)


def _span(line: Line, body: str, start: int, end: int) -> Span:
    """The span of a title without what wraps it."""
    inner = body[start:end].strip(WRAPS + ",")
    # ‘Parasite’ (2019); *'night, Mother* opens with a mark of its own
    if len(inner) > 2 and inner[0] in "‘'" and inner[-1] in "’'":
        inner = inner[1:-1]
    if not inner:
        return Span(line.at, line.at)
    at = line.at + body.index(inner, start)
    return Span(at, at + len(inner))
