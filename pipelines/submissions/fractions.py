"""Percentages written as fractions: 0.69 under a head of % means 69.

Only names of which 1 % cannot be meant (城镇化率, 合格率 …, ``high_rate`` in the word list) are looked at: a rate of
unemployment or growth may well be below 1.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipelines.submissions import lexicon
from pipelines.submissions.figures import times_hundred
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.records import FigureRecord


def read_fractions(
    records: Sequence[FigureRecord], percent_cells: Collection[str]
) -> tuple[list[FigureRecord], list[Finding]]:
    """Records of one sheet with fractions read as percentages, and findings about those that are refused.

    Where all figures of an indicator are at most 1 they are fractions. Where others are above, the few at most 1 may be
    either, and are not read.

    Args:
        percent_cells: addresses of cells whose own format or text says %: these are percentages as they are.
    """
    doubtful = {r.indicator_text for r in records if _is_doubtful(r, percent_cells)}
    whole = {r.indicator_text for r in records if r.unit == "%" and abs(r.value) > 1}
    kept: list[FigureRecord] = []
    refused: list[Finding] = []
    for record in records:
        name = record.indicator_text
        if name not in doubtful or not _is_doubtful(record, percent_cells):
            kept.append(record)
        elif name in whole:
            refused.append(finding("percent_unclear", record.sheet, record.cell, text=name, value=f"{record.value:g}"))
        else:
            told = finding("percent_as_fraction", record.sheet, record.cell, text=name, value=f"{record.value:g}")
            kept.append(replace(record, value=times_hundred(record.value), findings=[*record.findings, told]))
    return kept, refused


def _is_doubtful(record: FigureRecord, percent_cells: Collection[str]) -> bool:
    return (
        record.unit == "%"
        and 0 < record.value <= 1
        and record.cell not in percent_cells
        and record.indicator_text.endswith(tuple(lexicon.words("high_rate")))
    )
