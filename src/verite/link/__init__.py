"""An entry identified: candidates with named reasons, and a verdict on which work it is, if any.

    candidates   which works its title can mean
    features     what speaks for each: title, year, people and sources named in the prose
    decide       matched | ambiguous | unknown | nonexistent

In doubt no work is matched: a wrong match makes every later verdict wrong.
"""

from verite.link.decide import link

__all__ = ["link"]
