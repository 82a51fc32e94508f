"""An entry identified: candidates with named reasons, and a verdict on which work it is, if any.

    mentions     whom and what its prose names
    candidates   which works its title can mean (`search`, `likeness`: in a large catalogue)
    odds         how likely a like title or another year is a slip (`calibrate` sets the weights)
    features     what speaks for each: title, year, people and sources named in the prose
    nonexistent  what a complete set rules out
    decide       matched | ambiguous | unknown | nonexistent

In doubt no work is matched: a wrong match makes every later verdict wrong.
"""

from verite.link.decide import link

__all__ = ["link"]
