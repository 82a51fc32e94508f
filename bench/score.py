"""How right the checker is, on lists whose claims people have labelled (`bench/gold/`).

    python bench/score.py [--catalogue FOLDER] [--misses] [--only 01 02 ...] [--frozen]

A label is an entry, a kind, the words that carry the claim, and whether it is true, false, disputed, opinion
or nothing that can be checked. What is wanted of the checker: a true claim *supported*, a false one *refuted*,
a disputed one *conflicting*. *Unverified* is never wrong, only less. The figure that counts most is the last:
refutations of what is not false.

Beside it stand three simpler checkers (`bench/baselines.py`) on the same labels of the prose, and the *lintscore* T·(T/(T+F))², T the
right refutations and F the false ones: what a linter is worth to somebody who stops reading it once it cries wolf. A label of the prose that is
true or false is *decided* if it is supported or refuted; else it is open (read, with a reason), an opinion, plot or unread by
where its words lie, noticed (a clause of which the checker only says what it seems to be about), or other (within a clause from which some other claim was read).

The headings' own claims (that the film exists, its year) are counted apart from the prose. See
`bench/gold/LOOKS.md` for which lists the words and rules have been tuned on, and when.
"""

import argparse
import gc
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from baselines import BASELINES

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.model import ListReport, Verdict

GOLD = Path(__file__).parent / "gold"
WANTED = {"true": "supported", "false": "refuted", "disputed": "conflicting"}
# Kinds between which a labeller may choose: a camp in the story is of both; a nomination was labelled as a prize, or a prize as a nomination, and
# a prize for the screenplay or the music as the writer's or composer's.
ALIKE = {
    "story": {"story", "topic", "person"},
    "topic": {"topic", "story"},
    "person": {"person", "story"},
    "award": {"award", "nomination", "count"},
    "nomination": {"nomination", "award", "count"},
    "writer": {"writer", "award", "nomination"},
    "composer": {"composer", "award", "nomination"},
}
HELD_OUT = (5, 6, 7, 8)  # the wordings of each fact whose misses nobody reads
POWER = 2  # of the lintscore: how much precision weighs
NOTICED = "noticed"  # a clause that seems to speak of the matter, and was not read
WORST_FIRST = ("refuted", "conflicting", "supported", "unverified", "opinion")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Precision and recall on labelled lists.")
    arguments.add_argument("--misses", action="store_true", help="print every claim that was not judged as wanted")
    arguments.add_argument("--catalogue", type=Path, help="a catalogue folder; without it, the shipped record")
    arguments.add_argument(
        "--frozen", action="store_true", help="the frozen lists: totals only; note the look in LOOKS.md"
    )
    arguments.add_argument("--only", nargs="*", default=(), metavar="NN", help="these lists alone")
    chosen = arguments.parse_args()
    gc.set_threshold(100_000)  # as the command does
    catalogue = open_record(chosen.catalogue)
    frozen = {line.split()[1][:2] for line in (GOLD / "FROZEN.sha256").read_text("utf-8").splitlines()}
    if chosen.frozen and (chosen.misses or chosen.only):
        arguments.error("of frozen lists there are totals only: their misses are not read")
    by_kind: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    grades: dict[str, Counter[str]] = defaultdict(Counter)
    alarms: list[Alarm] = []
    tally = Tally(Counter(), {name: Counter() for name in BASELINES}, [], [], Counter())
    for key in sorted(GOLD.glob("[0-9][0-9].toml")):
        if (key.stem in frozen) != chosen.frozen or (chosen.only and key.stem not in chosen.only):
            continue
        for kind, truth, got, grade, words in _list(key, catalogue, alarms, tally):
            by_kind[kind][truth, got] += 1
            grades[kind][grade] += 1
            if chosen.misses and got != WANTED.get(truth, got):
                print(f"{key.stem}  {kind:<13} {truth} -> {got}: {words}")
    _table(by_kind, grades, alarms)
    for alarm in () if chosen.frozen else alarms:
        print(f"  {alarm.text}")
    _apart(tally)
    _beside(by_kind, len(alarms), tally)
    if not chosen.only and not chosen.frozen:
        for name in ("paraphrases", "wordings"):
            for held_out in (False, True):
                _reworded(catalogue, name, held_out)
        _never_refuted(catalogue, "quiet")
        _never_refuted(catalogue, "hedges")
        _plain(catalogue)


class Alarm(NamedTuple):
    """A refutation of what is not false; of kind *heading* if it says that there is no such film or year."""

    kind: str
    text: str


class Tally(NamedTuple):
    """Counts over all lists: where true and false labels of the prose ended; (truth, said) by baseline; claims and seconds by list."""

    ended: Counter[str]
    baselines: dict[str, Counter[tuple[str, str]]]
    claims: list[int]
    seconds: list[float]
    noticed: Counter[bool]  # whether a label of that kind lies in the clause


def _list(
    key: Path, catalogue: Catalogue, alarms: list[Alarm], tally: Tally
) -> Iterator[tuple[str, str, str, str, str]]:
    """(kind, truth, what the checker said, the best grade, the words) of every label of one list; false alarms are gathered."""
    path = next(p for p in (key.with_suffix(".md"), key.with_suffix(".txt")) if p.exists())
    text = path.read_text("utf-8")
    start_s = process_time()
    report = check_texts([(path.name, text)], catalogue).lists[0]
    tally.seconds.append(process_time() - start_s)
    verdicts = report.verdicts
    tally.claims.append(len(verdicts))
    rightly = set()
    labelled: set[int] = set()
    for label in tomllib.loads(key.read_text("utf-8"))["claim"]:
        start = text.index(label["quote"])
        end = start + len(label["quote"])
        heading = label["why"].startswith("heading")
        kinds = {label["kind"]} if heading else ALIKE.get(label["kind"], {label["kind"]})
        mine = [
            v
            for v in verdicts
            if v.entry == label["entry"]
            and v.claim.kind in kinds
            and v.claim.span.start < end
            and start < v.claim.span.end
        ]
        labelled |= {id(v) for v in mine}
        if label["truth"] == "false":
            rightly |= {id(v) for v in mine}
        said = _said(mine, label)
        if not heading and label["truth"] in ("true", "false"):
            tally.ended[_ended(said, start, end, report)] += 1
            # by number: a reader may have missed entries
            work = next((link.work for link in report.links if link.entry.index == label["entry"]), None)
            for name, baseline in BASELINES.items():
                tally.baselines[name][label["truth"], baseline(label["quote"], work and work.id, catalogue)] += 1
        yield (
            "heading" if heading else label["kind"],
            label["truth"],
            said,
            min((str(v.claim.grade) for v in mine), default="none"),  # read, seen
            " ".join(label["quote"].split()),
        )
    tally.noticed.update(id(v) in labelled for v in verdicts if v.claim.unresolved)
    for verdict in verdicts:
        if verdict.status == "refuted" and id(verdict) not in rightly:
            span = verdict.claim.span
            kind = "heading" if verdict.claim.kind in ("existence", "year") else verdict.claim.kind
            told = f"{path.name} entry {verdict.entry}: “{text[span.start : span.end]}”: {verdict.message}"
            alarms.append(Alarm(kind, told))


def _said(mine: list[Verdict], label: dict[str, Any]) -> str:
    statuses = {str(v.status) for v in mine if not v.claim.unresolved}
    if mine and not statuses:
        return NOTICED
    wanted = WANTED.get(label["truth"])
    if wanted in statuses:
        return str(wanted)
    return min(statuses, key=WORST_FIRST.index) if statuses else "not read"


def _ended(said: str, start: int, end: int, report: ListReport) -> str:
    """Where a label ended: decided, open, or the class of the clause in which nothing of its kind was read."""
    if said in ("supported", "refuted"):
        return "decided"
    if said == NOTICED:
        return said
    if said != "not read":
        return "open"
    over = {v.claim.kind for v in report.verdicts if v.claim.span.start < end and start < v.claim.span.end}
    if over - {"opinion", "other", "existence", "year"}:
        return "other kind"
    if any(span.start < end and start < span.end for span in report.coverage.unread):
        return "unread"
    return "opinion" if "opinion" in over else "other" if "other" in over else "plot"


def _apart(tally: Tally) -> None:
    total = tally.ended.total() or 1
    print(f"\nwhere the {tally.ended.total():,} true and false claims of the prose ended:")
    for what in ("decided", "open", NOTICED, "other kind", "plot", "opinion", "other", "unread"):
        print(f"  {what:<12}{tally.ended[what]:>6}{tally.ended[what] / total:>8.1%}")
    print(f"noticed clauses with a label of their kind: {tally.noticed[True]} of {tally.noticed.total()}")
    print(f"{sum(tally.claims) / (sum(tally.seconds) or 1):,.0f} claims a second of processor time, one core")


def _beside(by_kind: dict[str, Counter[tuple[str, str]]], wrong: int, tally: Tally) -> None:
    """The checker and the baselines on the labels of the prose. Its refutations of unlabelled words count against it too."""
    print(
        f"\n{'on the prose':<17}{'supported':>10}{'refuted':>9}{'falsely':>9}{'precision':>11}{'recall':>8}{'lintscore':>11}"
    )
    own: Counter[tuple[str, str]] = Counter()
    for kind, counts in by_kind.items():
        own += counts if kind != "heading" else Counter()
    for name, counts in {"verite": own, **tally.baselines}.items():
        caught = counts["false", "refuted"]
        falsely = wrong if name == "verite" else counts["true", "refuted"]
        false = sum(n for (truth, _), n in counts.items() if truth == "false")
        precision = caught / (caught + falsely) if caught + falsely else None
        print(
            f"{name:<17}{counts['true', 'supported']:>10}{caught:>9}{falsely:>9}{'-' if precision is None else f'{precision:.2f}':>11}"
            f"{caught / (false or 1):>8.2f}{caught * (precision or 0) ** POWER:>11.1f}"
        )


def _table(by_kind: dict[str, Counter[tuple[str, str]]], grades: dict[str, Counter[str]], alarms: list[Alarm]) -> None:
    """A row a kind. Precision and recall are those of *refuted*; *read* and *found* (read or seen) are shares of the labels."""
    print(
        f"{'kind':<14}{'true':>6}{'supported':>11}{'false':>7}{'refuted':>9}{'supported!':>12}{'alarms':>8}"
        f"{'precision':>11}{'recall':>8}{'decided':>9}{'read':>7}{'found':>7}"
    )
    wrong = Counter(alarm.kind for alarm in alarms)
    total: Counter[tuple[str, str]] = Counter()
    found: Counter[str] = Counter()
    for kind, counts in sorted(by_kind.items()):
        total += counts
        found += grades[kind]
        _row(kind, counts, grades[kind], wrong[kind])
    _row("all", total, found, len(alarms))
    frequent = sorted((k for k in grades if k != "heading"), key=lambda k: -grades[k].total())[:15]
    often = sum((grades[kind] for kind in frequent), Counter[str]())
    print(
        f"\nthe fifteen most frequent kinds: read {_share(often['read'], often.total())}, "
        f"read or seen {_share(often['read'] + often['seen'], often.total())}"
    )
    caught = total["false", "refuted"]
    true = sum(n for (truth, _), n in total.items() if truth == "true")
    print(f"precision of refuted: {caught} of {caught + len(alarms)}; refuted, and not false: {len(alarms)}")
    if true:
        print(f"false alarms per 1,000 true claims: {1000 * len(alarms) / true:.1f}")


def _row(kind: str, counts: Counter[tuple[str, str]], found: Counter[str], wrong: int) -> None:
    true = sum(n for (truth, _), n in counts.items() if truth == "true")
    false = sum(n for (truth, _), n in counts.items() if truth == "false")
    caught = counts["false", "refuted"]
    decided = sum(counts[t, s] for t in ("true", "false") for s in ("supported", "refuted"))
    print(
        f"{kind:<14}{true:>6}{counts['true', 'supported']:>11}{false:>7}{caught:>9}{counts['false', 'supported']:>12}{wrong:>8}"
        f"{_share(caught, caught + wrong):>11}{_share(caught, false):>8}{_share(decided, true + false):>9}"
        f"{_share(found['read'], found.total()):>7}{_share(found['read'] + found['seen'], found.total()):>7}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _reworded(catalogue: Catalogue, name: str, held_out: bool) -> None:
    """One fact in eight wordings: how many wordings are judged as the fact is. Of held-out wordings, totals alone."""
    table = tomllib.loads((GOLD / f"{name}.toml").read_text("utf-8"))
    counts: Counter[str] = Counter()
    for base in table["base"]:
        kinds = ALIKE.get(base["kind"], {base["kind"]})
        for n, wording in enumerate(base["wordings"], start=1):
            if (n in HELD_OUT) != held_out:
                continue
            text = f"One film\n\n{base['work']}\n{base['label']}: {wording}\n"
            verdicts = check_texts([("-", text)], catalogue).lists[0].verdicts
            said = {str(v.status) for v in verdicts if v.claim.kind in kinds}
            if WANTED[base["truth"]] in said:
                counts["as wanted"] += 1
            elif base["truth"] != "false" and "refuted" in said:
                counts["refuted, and not false"] += 1
            else:
                counts["not judged" if said <= {"unverified", "opinion"} else "otherwise"] += 1
    print(
        f"\n{name}, {'held out' if held_out else 'development'}: {counts.total()} wordings of "
        f"{len(table['base'])} facts: " + ", ".join(f"{n} {what}" for what, n in counts.most_common())
    )


def _never_refuted(catalogue: Catalogue, name: str) -> None:
    """Sentences that are true but awkward, or that state nothing outright: every refutation is a false alarm."""
    sentences = tomllib.loads((GOLD / f"{name}.toml").read_text("utf-8"))["sentence"]
    alarms = []
    for sentence in sentences:
        text = f"One film\n\n{sentence['work']}\nFact: {sentence['text']}\n"
        verdicts = check_texts([("-", text)], catalogue).lists[0].verdicts
        alarms += [f"  {sentence['n']} “{sentence['text']}”: {v.message}" for v in verdicts if v.status == "refuted"]
    print(f"\n{name}: {len(alarms)} refutations in {len(sentences)} sentences")
    for alarm in alarms:
        print(alarm)


def _plain(catalogue: Catalogue) -> None:
    """Single statements in even prose: how many true ones are supported, how many false ones refuted, and what is the wrong way round."""
    sentences = tomllib.loads((GOLD / "plain.toml").read_text("utf-8"))["sentence"]
    counts: Counter[tuple[bool, str]] = Counter()
    for sentence in sentences:
        text = f"One film\n\n{sentence['work']}\nFact: {sentence['text']}\n"
        at = text.index("Fact:")
        said = {
            str(v.status) for v in check_texts([("-", text)], catalogue).lists[0].verdicts if v.claim.span.start > at
        }
        counts[sentence["so"], next((s for s in ("refuted", "supported") if s in said), "open")] += 1
    true, false = (sum(n for (so, _), n in counts.items() if so is one) for one in (True, False))
    print(
        f"\nplain: of {true} true statements {counts[True, 'supported']} supported, {counts[True, 'refuted']} refuted;"
        f" of {false} false ones {counts[False, 'refuted']} refuted"
    )


if __name__ == "__main__":
    main()
