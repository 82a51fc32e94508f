"""How long the film runs.

*It runs 110 minutes*, *this three-hour epic*, *at two hours and twenty minutes*, *running time: 95 min.* Any recorded
running time within two minutes or three in a hundred supports; hours told roundly are meant roundly, and *nearly*,
*over* and *about* are read as such. Films run in versions, at several speeds, on television and restored:
another running time refutes only where the record declares that it holds them all, where a feature is said to run less than half or
more than twice as long as any of them, a quarter off where enough independent sources (see `judge.enough`) agree within eight
in a hundred, or 35 in a hundred off what one says; and no version is spoken of. (Of 2,487 times that three sources of a catalogue agreed so, a fourth held one that was a
quarter off 11 times, `bench/agreement.py`: slips, and long cuts, of which a list says that they are such.)
What is said of the length is read in `lengths`.
"""

from collections.abc import Sequence

from verite import lengths
from verite.amounts import Amount
from verite.catalogue import Catalogue
from verite.claims.kind import Kind
from verite.judge import Ground, telling
from verite.model import Agreement, Claim, Link, Reason, Statement, Status


def weigh(claim: Claim, link: Link, catalogue: Catalogue) -> Ground:
    if link.work is None:
        return Ground()
    said = catalogue.statements(link.work.id, "duration")
    q = claim.qualifiers
    low, high = Amount(float(claim.value), float(q["step"]), q["bound"]).span(
        0.03, catalogue.registry["duration"].tolerance
    )
    series = link.work.form == "series"
    agreed = _agreed(said, catalogue)

    def stands(s: Statement) -> Agreement:
        if low <= s.value <= high:
            return Agreement.AGREES
        if q["versions"] or series:
            return Agreement.UNCLEAR
        off = agreed is not None and (high < agreed[0] * (1 - agreed[2]) or low > agreed[1] * (1 + agreed[2]))
        wild = off or high < min(int(o.value) for o in said) / 2 or low > 2 * max(int(o.value) for o in said)
        return Agreement.EXCLUDES if wild else Agreement.DIFFERS

    complete = bool(catalogue.complete(link.work.id, "duration"))
    why = Reason.OPEN_PROPERTY if said else Reason.NOT_RECORDED
    return Ground(tuple((s, stands(s)) for s in said), complete, any_of=True, otherwise=why)


def _agreed(said: Sequence[Statement], catalogue: Catalogue) -> tuple[int, int, float] | None:
    """The shortest and longest running time on record, where all but agree, and how far off another one cannot be so."""
    held = [int(s.value) for s in said]
    near = bool(held) and max(held) - min(held) <= max(5, 0.08 * max(held))
    # Two families that agree will do, extracts included: of 10,598 such films a further family was a quarter off 46 times.
    told_by = {(one.family or one.key) for s in telling(said) for c in s.sources for one in [catalogue.source(c.key)]}
    # Of 19,090 pairs of families 68 are more than 35 in a hundred apart: one is no more often wrong by so much.
    return (min(held), max(held), 0.25 if len(told_by) > 1 else 0.35) if near else None


def told(claim: Claim, catalogue: Catalogue) -> str:
    limit = claim.qualifiers["bound"]
    return f"runs {limit + ' ' if limit else ''}{claim.value} minutes"


def shown(said: Statement, catalogue: Catalogue) -> str:
    of = f" ({said.qualifiers['of']})" if said.qualifiers.get("of") else ""
    return f"{said.value} minutes{of}"


def correct(claim: Claim, said: Statement, catalogue: Catalogue) -> tuple[str, bool] | None:
    return f"{said.value} minutes", False


KIND = Kind(
    "duration",
    "duration",
    lengths.claims,
    weigh,
    told,
    shown,
    examples={
        "At 96 minutes, it never drags.": Status.SUPPORTED,
        "Its 96 minutes fly by.": Status.SUPPORTED,
        "Its 20 minutes of silence are long.": None,
        "It begins at 40 minutes.": None,
        "At 96 minutes it never drags.": Status.SUPPORTED,
        "At a brisk 96 minutes it never drags.": Status.SUPPORTED,
        "Clocking in at over three hours, it is long.": Status.REFUTED,
        "Three and a half hours long, it drags.": Status.REFUTED,
        "Lasting three hours, the storm ends the pier.": None,
        "At just over an hour and a half it never drags.": Status.SUPPORTED,
        "At 40 minutes it begins to rain.": None,
        "At 40 minutes, it turns to snow.": None,
        "It runs 96 minutes.": Status.SUPPORTED,
        "It runs only 96 minutes.": Status.SUPPORTED,
        "It runs only 20 minutes of it in colour.": None,
        "It goes on for three hours.": Status.REFUTED,
        "It goes on about three hours of sleep.": None,
        "The film lasts an hour and a half.": Status.SUPPORTED,
        "At ninety-five minutes, the film is short.": Status.SUPPORTED,
        "A 96-minute drama about a lamplighter.": Status.SUPPORTED,
        "Running time: 96 minutes.": Status.SUPPORTED,
        "Very nearly two hours: 96 minutes.": Status.SUPPORTED,
        "The first 96 minutes are silent.": None,
        "96 minutes.": Status.SUPPORTED,
        "A good three hours long.": Status.REFUTED,
        "The film is 140 minutes long.": Status.REFUTED,
        "This three-hour epic is about a lamplighter.": Status.REFUTED,
        "The restored version runs 140 minutes.": Status.UNVERIFIED,
        "It reportedly runs 140 minutes.": Status.UNVERIFIED,
        "The lamplighter waits for 40 minutes.": None,
        "The first twenty minutes of the film are silent.": None,
        "It was shot in 20 minutes.": None,
        "Twenty minutes of silence.": None,
        "Three hours? No.": None,
        "It takes its time: 160 minutes of it.": Status.REFUTED,
        "It needs two hours and forty minutes for this.": Status.REFUTED,
        "Clocking in at 188 minutes.": Status.REFUTED,
        "It tops three hours.": Status.REFUTED,
        "Only 48 minutes.": Status.REFUTED,
        "Nearly four hours in all.": Status.REFUTED,
        "Two hours and a bit.": Status.REFUTED,
        "A brisk 96 minutes, it never drags.": Status.SUPPORTED,
        "The running time is a compact 45 minutes.": Status.REFUTED,
        "It was a hit, and at a brisk 45 minutes it never drags.": Status.REFUTED,
        "At only 96 minutes, this drama never drags.": Status.SUPPORTED,
        "Five prizes; it clocks in at about an hour and a half.": Status.SUPPORTED,
        "Some saw it in Rome. It runs 96 minutes.": Status.SUPPORTED,
        "The strike failed. It ran for 180 minutes.": None,
        "The play was a hit. It ran for three hours.": None,
        "It takes two hours to reach the border.": None,
        "It begins with a single shot: 70 minutes.": None,
        "A tense 20 minutes, it is the best scene.": None,
        "The only 20 minutes that matter.": None,
        "He needs three hours for this.": None,
    },
    correct=correct,
)
