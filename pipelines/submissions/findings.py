"""What is amiss with a workbook: stable codes with their words, kept in ``lexicon/findings.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from pipelines.plans.model import Severity
from pipelines.submissions import lexicon


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know about a workbook; message and remedy in Chinese.

    ``sheet`` and ``cell`` (A1) are empty where it is about the whole file or sheet.
    """

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    sheet: str = ""
    cell: str = ""


class Refusal(Exception):
    """A file that is not read; carries its finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@cache
def catalogue() -> dict[str, tuple[Severity, str, str]]:
    """Every code with its severity, message and remedy, the last two with places to fill in."""
    return {row[0]: (cast(Severity, row[1]), row[2], row[3]) for row in lexicon.rows("findings")}


_LONGEST = 80  # characters of a text quoted in a message


def finding(code: str, sheet: str = "", cell: str = "", **values: object) -> Finding:
    """The finding of this code, with its words filled in. KeyError for a code that is not in the catalogue."""
    severity, message, remedy = catalogue()[code]
    shown = {name: _shortened(str(value)) for name, value in values.items()}
    return Finding(code, severity, message.format(**shown), remedy.format(**shown), sheet, cell)


def refusal(code: str, **values: object) -> Refusal:
    """The exception that refuses a file for this reason."""
    return Refusal(finding(code, "", "", **values))


def _shortened(text: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
