"""What no sentence of ours may say: marketing words, the administration's euphemisms, comparisons of suffering.

Each rule is a pattern with why; `faults` names what it finds. Quotations are a person's own words and are not asked.
"""

import re
from collections.abc import Iterator

_RULES = (
    (r"gripping|stunning|masterful|masterpiece|must[- ]see|unforgettable|haunting|breathtaking|powerful(?:ly)?|acclaimed"
     r"|iconic|epic|riveting|harrowing|heart-?(?:breaking|rending|wrenching)|poignant|unflinching|searing|tour de force"
     r"|cinematic gem|critically|moving(?:ly)?|chilling|spellbinding|brilliant(?:ly)?", "praise or advertising: say what is in the film"),
    (r"journey|rollercoaster|testament to|triumph of the human spirit|indomitable|resilience of|against all odds"
     r"|dark chapter|shed(?:s)? light on|lost to history", "a phrase that says nothing of what was done, or by whom"),
    (r"re-?education|corrected|liquidated|repressed elements?|resettled|evacuated|special contingent|dekulaki[sz]ed|cleansed"
     r"|enem(?:y|ies) of the people", "the administration’s own word: name the deed, or put it in quotation marks"),
    (r"(?:worse|harder|more (?:terrible|cruel|brutal|horrific)) than|(?:the )?(?:worst|most (?:horrific|brutal|terrible|cruel)) (?:of|camp|crime|ordeal)"
     r"|as bad as|not as bad|only \d+ (?:died|deaths)", "a comparison of suffering"),
    (r"the victims|countless|innumerable|millions of victims|nameless", "people as a mass: a number with its source, or a name"),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), why) for pattern, why in _RULES)
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")


def faults(text: str) -> Iterator[tuple[str, str]]:
    """(the words, why not) of everything in a text that a rule is against, quotations left out."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    for pattern, why in _COMPILED:
        for match in pattern.finditer(plain):
            yield match[0], why
