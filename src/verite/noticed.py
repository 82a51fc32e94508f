"""What a clause seems to speak of that no kind has read: a cue of the kind, with a name, place or number of its type beside it;
in the description of a film whose story is on record, anything that people do.

Such a claim has no value: it is never held against the record, and stands in the report as *not known, not read in full*,
under the code of its kind, so that whoever checks by hand knows where to look (*Moscow put it forward for the Oscars*: a
nomination, in words that no frame takes up). A kind that reads a clause, even in part, keeps it for itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verite.clauses import Sentence
from verite.clauses.parts import cued, parts, tells_of_people
from verite.model import Claim, Grade, Span
from verite.reading import Reading

PERSON = ("PERSON", "NAME", "agent")
PLACE = ("PLACE", "place", "state")
NATION = ("state", "nationality")
BOOK = ("WORK", "WORK-NAME", "work")
ALL = ("PERSON", "NAME", "agent", "WORK", "WORK-NAME", "work", "FILM-NAME", "film")
NUMBER = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|both|single|dozen)\b"


class Cue(NamedTuple):
    """`words`: a pattern of whole words; `beside`: types of entities or senses of phrases, one of which must stand in
    the same clause (none: the words are enough); `number`: a figure must stand there; `label`: only in a line of this label."""

    kind: str
    words: str
    beside: tuple[str, ...] = ()
    number: bool = False
    label: str = ""


CUES: tuple[Cue, ...] = (
    Cue("count", r"oscars|awards|prizes|nominations|nods|statuettes|césars|baftas|globes|nikas|wins|trophies", number=True),
    Cue("nomination", r"nominat(?:ed|ion|ions)|nominees?|short-?listed|contenders?|competed|submission|submitted|put (?:\S+ )?forward|in (?:the )?competition|in the running|up for|final five|nods?|oscar-nominated|entered for|selected for"),
    Cue("award", r"prizes?|awards?|oscars?|palme(?: d.or)?|grand prix|golden (?:lion|bear|globes?|eagle|leopard)|silver (?:lion|bear)|césars?|cesars?|nikas?|baftas?|fipresci|statuettes?|honou?red (?:it|him|her|them|at|by|with)|jury|troph(?:y|ies)|laurels|award-winning|winners?|won(?=\s*(?:[.,;:!)]|$|too|as well|at |in |for |it |both|neither|the (?:top|main|grand|first|golden|silver)))|took home|carried off|came away|ex aequo"),
    Cue("director", r"direct(?:s|ed|ing|orial)|(?<!best )direct(?:or|ors|ion)|co-directed|helm(?:s|ed|er)?|filmmaker|film-maker|behind the camera|auteur|at the helm", PERSON),
    Cue("writer", r"screenplay|script(?:ed|s|writer)?|screenwriters?|writ(?:ten|er|ers|ing)|wrote|penned|words|dialogues?|adapted (?:it|for the screen)", PERSON),
    Cue("composer", r"music(?:al)?|score[sd]?|compos(?:ed|er|ers|es)|soundtrack|songs?|theme|melod(?:y|ies)|orchestra", PERSON),
    Cue("crew", r"photograph(?:ed|y|er)|cinematograph(?:y|er)|camera(?:man|work)?|director of photography|lens(?:ed)?|edit(?:ed|or|ing)|produc(?:ed|er|ers)|costumes?|sets?|production design(?:er)?|art direct(?:or|ion)", PERSON),
    Cue("cast", r"star(?:s|red|ring)?|play(?:s|ed|ing)?|roles?|parts?|actors?|actress(?:es)?|cast|leads?|portray(?:s|ed|al|ing)?|performances?|performers?|voices?d?|embod(?:y|ies|ied)|screen debut|cameo", PERSON),
    Cue("based_on", r"novels?|novellas?|books?|stor(?:y|ies)|stage play|plays? (?:by|of)|memoirs?|autobiograph(?:y|ies)|comics?|graphic novel|adapt(?:ed|s|ation|ing)|bestseller|poem|diar(?:y|ies)|author|source|pages", ALL),
    Cue("remake", r"remakes?|remade|remaking|retell(?:s|ing)|retold|reboot|(?:earlier|first|original|later) (?:film|version|adaptation)s?|versions?|transplant(?:s|ed)|turned it into"),
    Cue("sequel", r"sequels?|prequels?|trilogy|follow-up|second (?:part|instalment|installment)|instal?lments?"),
    Cue("true_story", r"true (?:story|stories|events|tale)|real(?:ly)? (?:happened|existed|events?|life|stor(?:y|ies)|person|people|man|woman|figure)|actual events|fact-based|based on (?:facts?|reality)|real-life|happened|documented|invented|fiction(?:al)?"),
    Cue("colour", r"colou?rs?|black[- ]and[- ]white|monochrome|technicolor|eastmancolor|sepia|silent|widescreen|cinemascope"),
    Cue("language", r"languages?|spoken|speaks?|subtitles?|subtitled|dialogues?|tongue|dubbed|-language", ("language", "nationality")),
    Cue("duration", r"minutes?|mins?|hours?|running time|runtime|runs", number=True),
    Cue("country", r"produc(?:ed|tion|tions|er|ers)|co-productions?|coproductions?|money|partners?|financ(?:ed|ing|iers)|fund(?:ed|ing)|paid|film|films|movie|picture|drama|comedy|studios?|broadcasters?|backing", NATION),
    Cue("ban", r"ban(?:s|ned|ning)?|censor(?:s|ed|ship|ing)?|shel(?:f|ved)|forbid(?:den|s)?|forbade|suppress(?:ed|ion)|withheld|vaults?|prohibit(?:ed|ion)?|outlawed|unseen|confiscated|lock and key|licen[cs]e"),
    Cue("premiere", r"premi[eè]re[sd]?|first (?:shown|screened|seen|showing|screening)|opening night|unveiled|bowed|debuted|released?|cinemas|theat(?:er|re)s|aired|broadcast", ("DATE", "FEST", "festival", "PLACE", "place", "state", "event")),
    Cue("year", r"made|completed|finished|shot|filmed|released?|dates? from|came out|production", ("DATE",)),
    Cue("filming_place", r"shot|film(?:ed|ing)|shoot(?:ing)?|locations?|on location|doubl(?:e|es|ed)|stand(?:s|ing)? in|stood in|locales?|backlot|exteriors|built in", PLACE),
    Cue("set_time", r"set|takes? place|took place|unfold(?:s|ing)?|era|war|wartime|winter|summer|spring|autumn|century|decade|during|action|period|in|of|from", ("DATE", "event", "EVENT"), label="description"),
    Cue("set_place", r"set|takes? place|took place|unfold(?:s|ing)?|action|plays? (?:in|out|on)|backdrop|streets?|happens?|scene|home|live[sd]?|living|life|stor(?:y|ies)", PLACE, label="description"),
    Cue("money", r"budgets?|cost|gross(?:ed|es|ing)?|earn(?:ed|ings)|box[- ]office|million|billion|takings", number=True),
    Cue("ordinal", r"(?:first|second|third|only|last|earliest|youngest|oldest|longest|shortest)(?: \S+)? (?:film|films|feature|movie|picture|woman|man|person|director|actor|actress|time|winner|african|asian|arab|soviet|russian|american|animated|documentary|non-english)"),
    Cue("career", r"debut|first (?:film|feature)|last (?:film|feature|role|part)|final (?:film|feature|role)|swan ?song|breakthrough|comeback", ()),
    Cue("story", r"arrest(?:s|ed|ing)?|deport(?:s|ed|ation)?|exile[sd]?|execut(?:ed|ion)|denounce[sd]?|denunciation|interrogat\w+|tortur\w+|sentence[sd]?|imprison\w*|prison(?:s|er|ers)?|releas(?:e|es|ed)|amnest\w+|rehabilitat\w+|escap(?:e|es|ed|ing)|flees?|fled|on the run|shoots?|shot|hang(?:s|ed)|camps?|gulag|betray\w*|confess\w*|informs?|informer|labou?r|starv\w+|surviv\w+|commits? suicide|kills? (?:him|her)self|dies|murder\w*", label="description"),
    Cue("topic", r"gulag|camps?|purges?|terror|repressions?|famine|holodomor|deportations?|stalinis[mt]|stalin|dissidents?|censorship|collectivi[sz]ation|katyn|massacre|show trials?|secret police|nkvd|kgb|stasi|exile|totalitarian\w*|dictatorship", label="description"),
)  # fmt: skip

# What each kind is about, in a reader's words.
TOLD = {
    "count": "how many prizes it had", "nomination": "a nomination", "award": "a prize", "director": "who directed it", "writer": "who wrote it",
    "composer": "its music", "crew": "one of its makers", "cast": "who plays in it", "based_on": "what it is based on", "remake": "another film of the same matter",
    "sequel": "the films it belongs with", "true_story": "whether it is true", "colour": "colour or technique", "language": "its language",
    "duration": "its length", "country": "where it was produced", "ban": "a ban or the censors", "premiere": "where and when it was shown", "year": "its year",
    "filming_place": "where it was shot", "set_time": "when it is set", "set_place": "where it is set", "money": "money", "ordinal": "a place in an order",
    "career": "somebody's career", "story": "what happens to somebody in it", "topic": "its subject",
}  # fmt: skip

_PATTERNS = tuple((cue, re.compile(rf"(?<![\w-])(?:{cue.words})(?![\w-])", re.IGNORECASE)) for cue in CUES)
_FIGURE = re.compile(NUMBER, re.IGNORECASE)
_REMNANT = 3  # words: less than that is what a claim left of its own clause
_MOST = 2  # kinds to a clause: what speaks of everything speaks of nothing


def find(reading: Reading, taken: Sequence[Span], property_of: Mapping[str, str]) -> Iterator[Claim]:
    """The claims of what no kind has read. `taken`: the spans of claims that were read or seen; `property_of`: the property of
    each kind."""
    for line in reading.lines:
        if line.label in ("intro", "advisory", "note"):
            continue
        told = line.label in ("description", "") and bool(reading.work and reading.catalogue.characters(reading.work))
        for sentence in line.sentences:
            claimed = [span for span in taken if span.start < sentence.end and sentence.start < span.end]
            for start, end in parts(sentence):
                if not claimed and cued(sentence, "opinion", start, end):
                    continue
                for left in _left(start, end, claimed):
                    words = [t for t in sentence.tokens if left.start <= t.start < left.end and t.text not in ",;:—–-"]
                    if len(words) < (1 if left == (start, end) else _REMNANT):
                        continue
                    span = Span(words[0].start, words[-1].end)
                    text = line.prose.text[span.start - line.prose.span.start : span.end - line.prose.span.start]
                    kinds = [cue.kind for cue in _spoken_of(text, line.label, sentence, span)]
                    if not kinds and told and left == (start, end) and tells_of_people(sentence, start, end):
                        kinds = ["story"]
                    for kind in list(dict.fromkeys(kinds))[:_MOST]:
                        yield Claim(kind, property_of[kind], "", span, span, grade=Grade.SEEN)


def _left(start: int, end: int, claimed: list[Span]) -> Iterator[Span]:
    """What the claims of a part leave over."""
    at = start
    for span in sorted(claimed):
        if span.start >= end or span.end <= at:
            continue
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)


def _spoken_of(text: str, label: str, sentence: Sentence, left: Span) -> Iterator[Cue]:
    for cue, pattern in _PATTERNS:
        if cue.label and label not in (cue.label, ""):
            continue
        if pattern.search(text) is None or (cue.number and _FIGURE.search(text) is None):
            continue
        if cue.beside and not any(
            left.start <= np.tokens[0].start < left.end and (np.sem in cue.beside or np.entity(*cue.beside) is not None)
            for np in sentence.phrases()
        ):
            continue
        yield cue
