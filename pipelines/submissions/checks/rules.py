"""The list of checks: ``lexicon/checks.tsv`` as records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from pipelines.submissions import lexicon

Group = Literal["form", "plausibility", "completeness"]
Stops = Literal["none", "row", "file"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One code. ``stops`` says what does not go on because of it: nothing, its row, or the whole file."""

    code: str
    group: Group
    may_be_explained: bool
    stops: Stops


@cache
def rules() -> dict[str, Rule]:
    """Every check by its code, in the order of the table. Codes of reading alone are not here."""
    return {
        code: Rule(code, cast(Group, group), explained == "yes", cast(Stops, stops))
        for code, group, explained, stops in lexicon.rows("checks")
    }


@cache
def parts() -> tuple[tuple[str, str], ...]:
    """(part, whole) pairs of indicators that are certain by definition."""
    return tuple((row[0], row[1]) for row in lexicon.rows("parts"))


@cache
def _frequencies() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("frequency")}


def frequency(indicator_id: str | None) -> str:
    """How often an indicator is known: year, quarter or month."""
    return _frequencies().get(indicator_id or "", "month")
