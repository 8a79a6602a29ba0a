"""Precision and recall of projects and deliverables against the labels in ``tests/gold/items``.

A reading *agrees* with a label when their places overlap (or, for a project named several times, their names are the
same) and one text holds the other; it agrees *strictly* when the names are the same but for brackets and 工程/项目.
Borderline labels count neither way.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipelines.plans.model import PlanReading
from pipelines.plans.project_names import key_of

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold" / "items"

Row = dict[str, Any]


def labels(doc: str) -> list[Row]:
    return [json.loads(line) for line in (GOLD / f"{doc}.jsonl").read_text(encoding="utf-8").splitlines()]


def ranges(doc: str) -> list[tuple[int, int]]:
    return [tuple(span) for span in json.loads((GOLD / "ranges.json").read_text())[doc]]


def readings(reading: PlanReading, item: str) -> list[Row]:
    if item == "project":
        return [{"text": p.name, "start": p.start, "end": p.end} for p in reading.projects]
    return [{"text": d.text, "start": d.start, "end": d.end} for d in reading.deliverables]


def _bare(text: str) -> str:
    return key_of(text.replace("•", "").replace("(", "（").replace(")", "）"))


def _agree(found: Row, label: Row) -> bool:
    mine = _bare(found["text"])
    for text in [label["text"], *label.get("also", [])]:
        theirs = _bare(text)
        overlaps = found["start"] < label["end"] and label["start"] < found["end"]
        if mine == theirs and (overlaps or label["item"] == "project"):
            return True
        if overlaps and (mine in theirs or theirs in mine):
            return True
    return False


def _open(found: Row, label: Row) -> bool:
    """Whether it stands in the words of a borderline label."""
    return bool(label.get("borderline")) and found["start"] < label["end"] and label["start"] < found["end"]


def _strict(found: Row, label: Row) -> bool:
    texts = [_bare(text) for text in [label["text"], *label.get("also", [])]]
    mine = _bare(found["text"])
    return any(mine == text or (label["item"] == "deliverable" and mine.endswith(text)) for text in texts)


def score(reading: PlanReading, doc: str, item: str) -> Row:
    """Counts, precision and recall of one kind of item in the labelled ranges, with what was missed and made up."""
    wanted = [label for label in labels(doc) if label["item"] == item]
    every_label = labels(doc)
    inside = [
        row
        for row in readings(reading, item)
        if any(a <= row["start"] < b for a, b in ranges(doc)) or any(_agree(row, label) for label in wanted)
    ]
    sure = [label for label in wanted if not label.get("borderline")]
    missed = [label["text"] for label in sure if not any(_agree(row, label) for row in inside)]
    inexact = [
        label["text"]
        for label in sure
        if label["text"] not in missed and not any(_agree(row, label) and _strict(row, label) for row in inside)
    ]
    wrong = [row["text"] for row in inside if not any(_agree(row, label) or _open(row, label) for label in every_label)]
    right = [row for row in inside if any(_agree(row, label) for label in sure)]
    return {
        "labels": len(sure),
        "found": len(inside),
        "precision": len(right) / max(1, len(right) + len(wrong)),
        "recall": 1 - len(missed) / max(1, len(sure)),
        "inexact": inexact,
        "missed": missed,
        "wrong": wrong,
    }
