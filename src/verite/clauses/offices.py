"""What somebody does for a film, named by a noun: *the screenplay*, *the camerawork*, *directing duties*.

Such a noun says by itself which credit is meant, so that any verb of doing or owing will do: *N handled the camerawork*, *the
screenplay is credited to N*, *the score fell to N*.
"""

from verite.clauses.lexicon import lexicon
from verite.clauses.phrases import NP

CREDITED = frozenset("DIRECT WRITE COMPOSE PHOTOGRAPH PRODUCE EDIT NARRATE DESIGN STAR".split())


def office_of(np: NP) -> str:
    """The act that a noun of doing names (*screenplay* -> WRITE), or "": nouns for the doer (*screenwriter*) name none."""
    if np.head == "chair" and np.poss is not None and np.poss.head == "director":
        return "DIRECT"
    return next((a.name for a in lexicon().nouns.get(np.head, ()) if a.name in CREDITED and "by" in a.roles), "")
