"""``python -m benchmarks.confidence``: how often each rule of the reader is strictly right on labelled plans.

A statement counts as right where a label stands at its place and every field agrees (`tests/golden/scoring.py`); one at
a borderline label counts neither way; one without a label is wrong. Printed for each rule and each band of confidence:
how many statements, the share that is right with its 95 % interval (Wilson), the mean confidence stated, and how many
standard errors the two lie apart. The labels are those of ``tests/gold`` and, where it lies beside the project, of
``../shared/gold``. Plans that the reader was tuned on flatter it: a new plan is read less well.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from pipelines.settings import PROJECT_DIR

GOLD = (PROJECT_DIR / "tests" / "gold", PROJECT_DIR.parent / "shared" / "gold")
TEXTS = (PROJECT_DIR / "tests" / "gold" / "texts", PROJECT_DIR / "raw" / "plans")
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
Z = 1.96

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that was read, and whether it is strictly right; ``wrong`` names the fields, or says ``extra``."""

    doc: str
    read: Record
    wrong: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return not self.wrong


def scoring() -> ModuleType:
    """The scorer that the tests use, from its file: tests are no package."""
    spec = importlib.util.spec_from_file_location("scoring", PROJECT_DIR / "tests" / "golden" / "scoring.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["scoring"] = module
    spec.loader.exec_module(module)
    return module


def judge(doc: str, labels: list[Record], reads: list[Record], scorer: ModuleType) -> list[Judged]:
    """Every statement that was read, with what is wrong about it."""
    label_of = {j: labels[i] for i, j in scorer._pairs(labels, reads)}
    judged = []
    for j, read in enumerate(reads):
        label = label_of.get(j)
        if label is not None and label.get("borderline"):
            continue
        wrong = scorer.wrong_fields(label, read) if label is not None else ["extra"]
        judged.append(Judged(doc, read, tuple(wrong)))
    return judged


def judge_all() -> list[Judged]:
    """Statements of every labelled plan whose text is at hand, within the stretches that are labelled."""
    from pipelines.plans.export import statement_records
    from pipelines.plans.gazetteer import load_default
    from pipelines.plans.reader import read_plan

    scorer, gazetteer = scoring(), load_default()
    judged: list[Judged] = []
    seen: set[str] = set()
    for folder in GOLD:
        for path in sorted(folder.glob("*.jsonl")):
            text = next((one for place in TEXTS for one in sorted(place.glob(f"{path.stem}_*.*"))), None)
            if text is None or text.name.endswith(".origin.json") or path.stem in seen:
                continue
            seen.add(path.stem)
            labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            reads = statement_records(read_plan(text.read_bytes(), text.name, gazetteer))
            ranges = path.with_name(f"{path.stem}.ranges.json")
            if ranges.exists():
                spans = json.loads(ranges.read_text(encoding="utf-8"))["ranges"]
                labels, reads = (
                    [one for one in records if any(start <= one["start"] < end for start, end in spans)]
                    for records in (labels, reads)
                )
            judged += judge(path.stem, labels, reads, scorer)
    return judged


def wilson(right: int, count: int) -> tuple[float, float]:
    """95 % interval of a share."""
    share, spread = right / count, Z * Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def calibration_error(judged: Iterable[Judged]) -> float:
    """Mean distance between stated confidence and share of right ones over the bands, weighted by their size."""
    bands: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        bands[band(one)].append(one)
    total = sum(len(group) for group in bands.values())
    return sum(abs(sum(one.read["confidence"] - one.is_right for one in group)) for group in bands.values()) / total


def band(one: Judged) -> str:
    confidence = one.read["confidence"]
    last = max(i for i, lower in enumerate(BANDS) if confidence >= lower or i == 0)
    return f"{BANDS[last]:.2f}" + (f"-{BANDS[last + 1]:.2f}" if last + 1 < len(BANDS) else "")


def context(one: Judged) -> list[str]:
    """What may make a reading weaker beside its rule."""
    read = one.read
    period = read["period"]
    years = [period.get(name) for name in ("year", "start", "end") if name in period]
    return [
        f"kind {read['kind']}",
        f"period {period['type']}" + (" without year" if None in years else ""),
        f"measure {read['measure']}",
        f"bound {read['comparator']}",
        "range" if read.get("value_high") is not None else "",
        "in words" if not any(sign.isdigit() for sign in read["value_text"]) else "",
        "no unit" if not read["unit"] and read["value"] is not None else "",
        "name of two characters" if len(read["indicator"]) <= 2 else "",
        "name over 20 characters" if len(read["indicator"]) > 20 else "",
        "suspect" if read.get("suspect") else "",
    ]


def table(judged: list[Judged], keys: Callable[[Judged], Iterable[str]], least: int) -> list[str]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for key in keys(one):
            if key:
                groups[key].append(one)
    lines = [f"  {'':<28}{'n':>6}{'right':>8}{'95 %':>16}{'stated':>9}{'apart':>8}  wrong most often"]
    for key, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        count, right = len(group), sum(one.is_right for one in group)
        if count < least:
            continue
        stated = sum(one.read["confidence"] for one in group) / count
        low, high = wilson(right, count)
        error = math.sqrt(max(stated * (1 - stated), 1e-4) / count)
        faults: dict[str, int] = defaultdict(int)
        for one in group:
            for name in one.wrong:
                faults[name] += 1
        most = ", ".join(f"{name} {n}" for name, n in sorted(faults.items(), key=lambda item: -item[1])[:3])
        lines.append(
            f"  {key:<28}{count:>6}{right / count:>8.3f}{f'{low:.3f}-{high:.3f}':>16}{stated:>9.3f}"
            f"{(right / count - stated) / error:>+8.1f}  {most}"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--least", type=int, default=5, help="leave out groups of fewer statements (5)")
    parser.add_argument("--plans", action="store_true", help="also each plan")
    parser.add_argument("--wrong", metavar="RULE", help="list what is wrong among the statements of one rule")
    options = parser.parse_args()
    judged = judge_all()
    if options.wrong:
        for one in judged:
            if one.read["rule"] == options.wrong and one.wrong:
                quote = " ".join(one.read["quote"].split())
                print(f"{one.doc} {one.read['start']} {one.read['value_text']} {'/'.join(one.wrong)} | {quote}")
        return
    right = sum(one.is_right for one in judged)
    brier = sum((one.read["confidence"] - one.is_right) ** 2 for one in judged) / len(judged)
    print(
        f"{len(judged)} statements of {len({one.doc for one in judged})} labelled plans, "
        f"{right / len(judged):.3f} right; "
        f"Brier score {brier:.4f}, calibration error {calibration_error(judged):.4f}"
    )
    print("by rule")
    print("\n".join(table(judged, lambda one: [one.read["rule"]], options.least)))
    print("by confidence")
    print("\n".join(sorted(table(judged, lambda one: [band(one)], 1), key=lambda line: line[:20])))
    print("by context")
    print("\n".join(table(judged, context, options.least)))
    if options.plans:
        print("by plan")
        print("\n".join(table(judged, lambda one: [one.doc], 1)))


if __name__ == "__main__":
    main()
