"""The sections that editors may write, by file: whether each must name its sources, sentence by sentence.

A section that is not sourced is printed as the editors' view.
"""

SOURCED, EDITORIAL = True, False

FILM = {
    "Why it is here": EDITORIAL,
    "Premise": SOURCED,
    "Content note": SOURCED,
    "Background": SOURCED,
    "Film and record": SOURCED,
    "Makers": SOURCED,
    "Reception": SOURCED,
    "Scenes": SOURCED,
    "Before": EDITORIAL,
    "After": EDITORIAL,
    "Time plan": EDITORIAL,
    "Read next": SOURCED,
    "Related": EDITORIAL,
    "Open questions": EDITORIAL,
    "Corrections": EDITORIAL,
}
STAGE = {"": SOURCED, "Terms": EDITORIAL, "Films": EDITORIAL}
INTRODUCTION = {"": EDITORIAL}
# How a film stands to history: the editors' judgement, apart from the checker's verdicts.
STANDINGS = ("as recorded", "changed", "invented", "disputed", "not established")
