"""How right the checker is, on lists whose claims people have labelled (`bench/gold/`).

    python bench/score.py [--catalogue FOLDER] [--misses] [--only 01 02 ...] [--frozen]

A label is an entry, a kind, the words that carry the claim, and whether it is true, false, disputed, opinion
or nothing that can be checked. What is wanted of the checker: a true claim *supported*, a false one *refuted*,
a disputed one *conflicting*. *Unverified* is never wrong, only less. The figure that counts most is the last:
refutations of what is not false.

Under the table stand: the share of claims that were decided; what became of those that were not, a line a class; the lintscore,
T·(T/(T+F))² of right and wrong refutations; and the same for three simple checkers on the same labels (`baselines.py`).

The headings' own claims (that the film exists, its year) are counted apart from the prose. See
`bench/gold/LOOKS.md` for which lists the words and rules have been tuned on, and when.
"""

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from baselines import BASELINES

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.checking import check_texts
from verite.model import Verdict

GOLD = Path(__file__).parent / "gold"
WANTED = {"true": "supported", "false": "refuted", "disputed": "conflicting"}
# Kinds between which a labeller may choose: a camp in the story is of both; a nomination was labelled as a prize.
ALIKE = {
    "story": {"story", "topic", "person"},
    "topic": {"topic", "story"},
    "person": {"person", "story"},
    "award": {"award", "nomination", "count"},
}
HELD_OUT = (5, 6, 7, 8)  # the wordings of each fact whose misses nobody reads
NOT_DECIDED = {"not read": "not read", "unverified": "read and not known", "opinion": "taken for opinion"}
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
    catalogue = open_record(chosen.catalogue)
    frozen = {line.split()[1][:2] for line in (GOLD / "FROZEN.sha256").read_text("utf-8").splitlines()}
    if chosen.frozen and (chosen.misses or chosen.only):
        arguments.error("of frozen lists there are totals only: their misses are not read")
    by_kind: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    alarms: list[str] = []
    beside: Counter[tuple[str, str]] = Counter()  # (baseline, truth) of what each calls false
    for key in sorted(GOLD.glob("[0-9][0-9].toml")):
        if (key.stem in frozen) != chosen.frozen or (chosen.only and key.stem not in chosen.only):
            continue
        for kind, truth, got, words in _list(key, catalogue, alarms, beside):
            by_kind[kind][truth, got] += 1
            if chosen.misses and got != WANTED.get(truth, got):
                print(f"{key.stem}  {kind:<13} {truth} -> {got}: {words}")
    _table(by_kind, [] if chosen.frozen else alarms, len(alarms))
    _more(by_kind, len(alarms), beside)
    if not chosen.only and not chosen.frozen:
        for name in ("paraphrases", "wordings"):
            for held_out in (False, True):
                _reworded(catalogue, name, held_out)
        _never_refuted(catalogue, "quiet")
        _never_refuted(catalogue, "hedges")


def _list(
    key: Path, catalogue: Catalogue, alarms: list[str], beside: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str, str, str]]:
    """(kind, truth, what the checker said, the words) of every label of one list; false alarms are gathered."""
    path = next(p for p in (key.with_suffix(".md"), key.with_suffix(".txt")) if p.exists())
    text = path.read_text("utf-8")
    report = check_texts([(path.name, text)], catalogue).lists[0]
    verdicts, films = report.verdicts, {link.entry.index: link.work.id for link in report.links if link.work}
    rightly = set()
    for label in tomllib.loads(key.read_text("utf-8"))["claim"]:
        start = text.index(label["quote"])
        end = start + len(label["quote"])
        heading = label["why"].startswith("heading")
        for name, flags in () if heading else BASELINES.items():
            beside[name, label["truth"]] += flags(label["quote"], films.get(label["entry"], ""), catalogue)
        kinds = {label["kind"]} if heading else ALIKE.get(label["kind"], {label["kind"]})
        mine = [
            v
            for v in verdicts
            if v.entry == label["entry"]
            and v.claim.kind in kinds
            and v.claim.span.start < end
            and start < v.claim.span.end
        ]
        if label["truth"] == "false":
            rightly |= {id(v) for v in mine}
        yield (
            "heading" if heading else label["kind"],
            label["truth"],
            _said(mine, label),
            " ".join(label["quote"].split()),
        )
    for verdict in verdicts:
        if verdict.status == "refuted" and id(verdict) not in rightly:
            span = verdict.claim.span
            alarms.append(f"{path.name} entry {verdict.entry}: “{text[span.start : span.end]}”: {verdict.message}")


def _said(mine: list[Verdict], label: dict[str, Any]) -> str:
    statuses = {str(v.status) for v in mine}
    wanted = WANTED.get(label["truth"])
    if wanted in statuses:
        return str(wanted)
    return min(statuses, key=WORST_FIRST.index) if statuses else "not read"


def _table(by_kind: dict[str, Counter[tuple[str, str]]], alarms: list[str], wrong: int) -> None:
    print(f"{'kind':<14}{'true':>6}{'supported':>11}{'false':>7}{'refuted':>9}{'supported!':>12}")
    total: Counter[tuple[str, str]] = Counter()
    for kind, counts in sorted(by_kind.items()):
        total += counts
        _row(kind, counts)
    _row("all", total)
    caught = total["false", "refuted"]
    true = sum(n for (truth, _), n in total.items() if truth == "true")
    print(f"\nprecision of refuted: {caught} of {caught + wrong}; refuted, and not false: {wrong}")
    if true:
        print(f"false alarms per 1,000 true claims: {1000 * wrong / true:.1f}")
    for alarm in alarms:
        print(f"  {alarm}")


def _more(by_kind: dict[str, Counter[tuple[str, str]]], wrong: int, beside: Counter[tuple[str, str]]) -> None:
    """Of the claims in prose: how many were decided, what became of the others; and the simple checkers."""
    prose: Counter[tuple[str, str]] = Counter()
    for kind, counts in by_kind.items():
        if kind != "heading":
            prose += counts
    asked = {key: n for key, n in prose.items() if key[0] in WANTED}
    all_ = sum(asked.values()) or 1
    decided = sum(n for (_, got), n in asked.items() if got in ("supported", "refuted", "conflicting"))
    print(f"\nof {all_} checkable claims in prose {decided / all_:.0%} decided; the others: ", end="")
    classes = Counter(got for (_, got), n in asked.items() for _ in range(n))
    print(", ".join(f"{classes[got] / all_:.0%} {words}" for got, words in NOT_DECIDED.items()))
    false = sum(n for (truth, _), n in prose.items() if truth == "false") or 1
    right = prose["false", "refuted"]
    print(f"{'':<18}{'refuted':>9}{'right':>7}{'precision':>11}{'recall':>8}{'lintscore':>11}")
    rows = [("verite", right, wrong)]
    rows += [
        (name, beside[name, "false"], sum(n for (who, truth), n in beside.items() if who == name and truth != "false"))
        for name in BASELINES
    ]
    for name, hits, misses in rows:
        flagged = hits + misses
        precision = hits / flagged if flagged else 1.0
        print(f"{name:<18}{flagged:>9}{hits:>7}{precision:>11.3f}{hits / false:>8.2f}{hits * precision**2:>11.1f}")


def _row(kind: str, counts: Counter[tuple[str, str]]) -> None:
    true = sum(n for (truth, _), n in counts.items() if truth == "true")
    false = sum(n for (truth, _), n in counts.items() if truth == "false")
    print(
        f"{kind:<14}{true:>6}{counts['true', 'supported']:>11}{false:>7}"
        f"{counts['false', 'refuted']:>9}{counts['false', 'supported']:>12}"
    )


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


if __name__ == "__main__":
    main()
