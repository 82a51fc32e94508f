"""What lines are: their marks (headings, bullets, rules), their numbers, and the labels they open with.
Every offset counts code points of the text as given; whatever is masked keeps its length."""

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

# Marks of one character for readers whose own marks are longer: a tag of three characters leaves room for no more.
HEADINGS = "\ue001\ue002\ue003\ue004\ue005\ue006"
ITEM = "\ue010"

WRAPS = '*_`~ \t\u00a0“”„"«»‹›《》「」『』'
_QUARTER = r"(?:[IVX]+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\d{1,3})"
_UNIT = (
    r"(?:week|evening|day|night|session|screening|film|movie|part|unit|lesson|class|module|lecture|meeting|month|pick|place|number|programme|program"
    r"|woche|abend|tag|platz|film|sitzung|semana|sesión|sesion|noche|día|película|puesto|semaine|séance|soirée|jour|place"
    r"|неделя|вечер|день|фильм|занятие|место|сеанс|tydzień|wieczór|settimana|serata|semana|sessão)"
)
_DAY = (
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_NUMBER = re.compile(
    rf"""(?P<sure>\#?\d{{1,3}}\s*\\?[.)\]]\s*(?=[^\W\d]|\W)(?!\d) | \d{{1,2}}\s*:\s+ | \#\d{{1,3}}\s*[-–—:.]?\s+
          | [(\[]\d{{1,3}}[)\]]\s*[.:]?\s* | \d{{1,3}}\s*[-–—]\s+(?=\S) | \d{{1,2}}\ufe0f?\u20e3\s*
          | \d{{1,3}}\s+(?=[‘'][^\n]{{1,80}}[’']\s*[(\[]|[“"«„][^\n]{{1,80}}[”"»]\s*[(\[])
          | (?:№|[Nn]o\.|[Nn]r\.|[Nn]°|[Nn]º|[Nn]um\.)\s*\d{{1,3}}\s*[-–—:.)]?\s+
          | (?i:{_UNIT})\s+(?:\#\s*)?{_QUARTER}(?:\s*\([^()\d]{{1,20}}\))?\s*[-–—:.)|,]\s+
          | (?i:{_DAY})\b[.,]?\s+[^–—|()\n]{{0,30}}?\d[^–—|()\n]{{0,25}}?(?:\s*[–—|]|\s-|:)\s+)
      | (?P<roman>(?=[IVXL])(?:XL|X{{0,3}})(?:IX|IV|V?I{{0,3}})\s?[½]?\s*[.):]\s+)
      | (?P<letter>[a-zA-Z]\)\s+)
      | (?P<bare>\d{{1,3}}\s+(?=[^\W\d]))""",
    re.VERBOSE,
)
_PICTURE = r"(?:[^\w\s!-/:-@\[-`{-~“”«»„‘’—–…¿¡《》「」『』№\ue000-\uf8ff]+\s*)"
_BEFORE = re.compile(
    rf"""^(?P<indent>[\s>]*)(?P<heading>\#{{1,6}}\s+|[{HEADINGS}]\s*)?{_PICTURE}?(?P<bullet>(?:[-*•·+–—▪►●○◦]|{ITEM})\s+(?:\[[ xX]\]\s+)?)?
        {_PICTURE}?""",
    re.VERBOSE,
)
_PICTURES = re.compile(_PICTURE)
_RULE = re.compile(r"^[\s>]*(?:([-*_=~•·–—⁂+])\s*)(?:\1\s*){2,}$")
_TABLE = re.compile(r"^\s*\|.*\|\s*$|^\s*:?-{3,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$")

# Words that label a part of an entry, by what the part is.
_WORDS = {
    "description": """description synopsis plot summary about what|it|is story overview what premise the|film the|story logline
        why why|watch why|watch|it why|see|it in|short what|it’s|about what|it's|about what|happens
        описание сюжет о|фильме о|чём|о|чем коротко
        sinopsis descripción descripcion argumento resumen trama beschreibung inhalt handlung worum|es|geht kurzinhalt
        résumé intrigue histoire l’histoire sinopse descrição enredo opis fabuła descrizione опис""",
    "fact": """fact facts fun|fact fun|facts key|fact film|fact trivia did|you|know good|to|know know|this interesting|fact interesting|facts
        background worth|knowing in|fact history historical|note historical|background behind|the|scenes bonus|fact little-known|fact
        факт факты интересный|факт интересные|факты интересно знаете|ли|вы а|вы|знали
        dato datos dato|curioso datos|curiosos curiosidad curiosidades sabías|que ¿sabías|que
        fakt fakten wissenswertes hintergrund schon|gewusst wussten|sie gut|zu|wissen
        fait faits anecdote anecdotes le|saviez-vous saviez-vous à|savoir bon|à|savoir
        fato fatos curiosidade você|sabia ciekawostka ciekawostki curiosità lo|sapevi|che цікавий|факт""",
    "note": "note notes why|it|matters for|discussion discussion hinweis anmerkung remarque nota примечание",
    "advisory": "advisory content|note content|warning trigger|warning",
    "sources": "sources source quelle quellen источник источники fuente fuentes references where|to|watch available|on streaming link links",
    "credit": """director directors directed|by dir country original|title cast starring stars written|by writer writers screenplay music language
        languages runtime running|time length genre regie land originaltitel darsteller director|a dirección direccion reparto país pais título|original
        réalisateur réalisation réalisatrice pays titre|original avec durée режиссёр режиссер страна в|ролях оригинальное|название жанр regia reżyseria
        direção""",
    "year": "year release|year released release|date jahr año ano année annee год anno rok рік",
}  # fmt: skip
LABELS = {word.replace("|", " "): role for role, words in _WORDS.items() for word in words.split()}
_LABEL = re.compile(
    r"^(?P<open>[*_]{0,3})(?P<label>¿?[^\W\d_][\w ’'-]{1,24}?)(?P<close>[*_]{0,3})\s*"
    r"(?P<colon>[?]?[*_]{0,3}\s?[:：]|\s?\?(?=[*_\s])|\s[-–—](?=\s)|[.!](?=[*_]))\s*(?P<after>[*_]{0,3})\s*"
)
# **Did you know?** It ...: emphasis does what a colon does elsewhere
_BOLD_LABEL = re.compile(r"^(?P<mark>[*_]{1,3})(?P<label>[^*_\n]{2,26}?)[:：?!.]{0,2}(?P=mark)\s*[:：–—-]?\s*")
# ... within a paragraph: after a sentence's end a label with a colon, an emphasised one, or a pointing hand
_POINTER = r"[👉💡📌🔎🔍🤓🏆→➡➔►▶ℹ❗‼✨]\ufe0f?"
_INLINE = re.compile(
    rf"""(?:(?<=[.!?…])|(?<=[.!?…][”"’)*_»]))\s*(?:[-–—|/]\s+)?(?={_POINTER}|[*_]{{1,3}}[^\W\d_¿]|[*_]{{1,3}}¿|¿|[^\W\d_a-zа-яё])""",
    re.VERBOSE,
)
_MAY_LABEL = re.compile(rf"{_POINTER}|[:：?*_]|\s[-–—]\s")
_DASHED = re.compile(r"(?P<label>[^\W\d_][\w ’'-]{1,24}?)\s[-–—]\s+")
_EMPHASIS = re.compile(r"[*_]{1,3}")
_POINTS = re.compile(rf"{_POINTER}\s*")


class Line(NamedTuple):
    """One line of the text. `lead` is where its words begin; `opens`: it is the first of a paragraph."""

    start: int
    text: str
    indent: int = 0
    heading: int = 0
    bullet: bool = False
    number: str | None = None
    lead: int = 0
    kind: str = "text"  # or blank, rule, table
    opens: bool = True

    @property
    def at(self) -> int:
        return self.start + self.lead

    @property
    def end(self) -> int:
        return max(self.at, self.start + len(self.text.rstrip()))

    @property
    def body(self) -> str:
        return self.text[self.lead :].rstrip()

    @property
    def marked(self) -> bool:
        return bool(self.heading or self.bullet or self.number)


def split(text: str) -> list[Line]:
    """The lines of a text."""
    rows, start = [], 0
    for match in re.finditer(r"\r\n|\n|\r|\u2028|\u2029", text):
        rows.append((start, text[start : match.start()]))
        start = match.end()
    rows.append((start, text[start:]))
    doubtful = _counting(row for _, row in rows)
    lines: list[Line] = []
    before: Line | None = None
    for start, row in rows:
        line = _line(start, row, before, doubtful)
        if line.kind == "rule" and "=" in row and before is not None and before.kind == "text" and not before.heading:
            lines[-1] = lines[-1]._replace(heading=1)  # a heading that is underlined
        lines.append(line)
        before = line
    return lines


def _line(start: int, row: str, before: Line | None, doubtful: set[str]) -> Line:
    """One line; `before` is the one above it."""
    if not row.strip():
        return Line(start, row, kind="blank")
    if _RULE.match(row):
        return Line(start, row, kind="rule")
    if _TABLE.match(row):
        return Line(start, row, kind="table")
    match = _BEFORE.match(row)
    assert match is not None
    heading = match["heading"].strip() if match["heading"] else ""
    level = HEADINGS.index(heading) + 1 if heading and heading in HEADINGS else len(heading)
    number, lead = _number(row, match.end(), doubtful)
    opens = before is None or before.kind != "text" or bool(before.heading)
    # a heap of long lines without blank ones between them: there each line is a paragraph
    opens = opens or (len(before.text) > 110 and before.text.rstrip()[-1:] in '.!?…”")') if before else True
    indent = len(match["indent"].expandtabs(4))
    return Line(start, row, indent, level, bool(match["bullet"]), number, lead, "text", opens)


def _number(row: str, at: int, doubtful: set[str]) -> tuple[str | None, int]:
    """The number that stands at `at`, within emphasis or not, and where the words begin."""
    wrap = _EMPHASIS.match(row, at)
    match = _NUMBER.match(row, wrap.end() if wrap else at)
    if match is None or (match.lastgroup != "sure" and match.lastgroup not in doubtful):
        return None, at
    if not row[match.end() :].strip(WRAPS):
        return None, at
    end = match.end()
    close = _EMPHASIS.match(row, end)
    if wrap and close and row[close.end() :][:1].isspace():  # **1.** Title
        end = close.end() + 1
    picture = _PICTURES.match(row, end)
    return match[0].strip(), picture.end() if picture else end


def _counting(rows: Iterable[str]) -> set[str]:
    """Which doubtful numbers (I., a), 12 Angry Men) are numbers here: those that count on from line to line."""
    seen: dict[str, list[int]] = {"roman": [], "letter": [], "bare": []}
    for row in rows:
        match = _BEFORE.match(row)
        assert match is not None
        wrap = _EMPHASIS.match(row, match.end())
        number = _NUMBER.match(row, wrap.end() if wrap else match.end())
        if number is not None and number.lastgroup in seen:
            seen[number.lastgroup].append(_value(number[0], number.lastgroup))
    return {
        kind
        for kind, values in seen.items()
        if sum(abs(b - a) == 1 for a, b in itertools.pairwise(values)) >= (2 if kind == "bare" else 1)
    }


def _value(number: str, kind: str) -> int:
    word = re.sub(r"[^\w]", "", number.replace("½", ""))
    if kind == "bare":
        return int(word)
    if kind == "letter":
        return ord(word.lower())
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def label(line: Line) -> tuple[str, int] | None:
    """The role of the label that a line opens with, and where its text begins."""
    found = label_at(line.body)
    if found is not None:
        return found[0], line.at + found[1]
    if line.heading and (role := LABELS.get(_name(line.body))):
        return role, line.end
    return None


def label_at(body: str) -> tuple[str, int] | None:
    bold = _BOLD_LABEL.match(body)
    if bold is not None and (role := LABELS.get(_name(bold["label"]))):
        return role, bold.end()
    match = _LABEL.match(body)
    if match is None or (role := LABELS.get(_name(match["label"]))) is None:
        return None
    if not match["open"] and match["colon"].strip() in ("-", "–", "—", ".", "!"):
        return None
    return role, match.end()


def _name(words: str) -> str:
    return words.strip(" ?¿:：.!*_#").casefold()


def parts(body: str) -> list[tuple[str, int, int]]:
    """A paragraph cut at the labels within it: (role or "", start, end)."""
    cuts = [("", 0, 0)]
    opening = label_at(body)
    if opening is not None:
        # a credit is read with its word: *Running time: 96 minutes*
        cuts = [(opening[0], 0, 0 if opening[0] == "credit" else opening[1])]
    for match in _INLINE.finditer(body) if _MAY_LABEL.search(body) else ():
        if match.end() <= cuts[-1][2]:
            continue
        rest = body[match.end() : match.end() + 80]
        pointed = _POINTS.match(rest)
        after = pointed.end() if pointed else 0
        named = label_at(rest[after:]) or _dashed(rest[after:])
        if (
            named is not None and named[0] == "fact"
        ):  # *Director: N. He ...* in running prose says no more of what follows
            cuts.append(("fact", match.end(), match.end() + after + named[1]))
        elif pointed:
            cuts.append(("fact", match.end(), match.end() + after))
    ends = [begin for _, begin, _ in cuts[1:]] + [len(body)]
    return [
        (role, start, start + len(body[start:end].rstrip(" -–—|")))
        for (role, _, start), end in zip(cuts, ends, strict=True)
    ]


def _dashed(rest: str) -> tuple[str, int] | None:
    """*Fact – it won*: within a paragraph, after a sentence's end, the dash labels too."""
    match = _DASHED.match(rest)
    role = LABELS.get(_name(match["label"])) if match else None
    return (role, match.end()) if match and role == "fact" else None
