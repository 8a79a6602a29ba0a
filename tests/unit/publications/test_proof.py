"""No claim that the marts do not bear out: every number of a finished document, and that the proof itself can fail."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import planted
import pytest

from pipelines.publications.blocks import Document, Text
from pipelines.publications.build import KINDS, Kind, compose, docx_paragraphs, prove, render
from pipelines.publications.content import Content
from pipelines.publications.figures import Cell, Figure, Quoted, line
from pipelines.publications.proof import NotBorneOut, figures_amiss, numbers_amiss, numbers_of
from pipelines.publications.settings import Look


@pytest.fixture(params=KINDS)
def document(request: pytest.FixtureRequest, content: Content) -> Document:
    kind: Kind = request.param
    return compose(content, Look(), kind)


def test_every_number_printed_is_recorded_and_every_record_is_in_the_marts(
    document: Document, content: Content, connection: duckdb.DuckDBPyConnection
) -> None:
    printed = docx_paragraphs(render(document, content)[".docx"])
    assert sum(len(numbers_of(text)) for text in printed) > 20
    assert numbers_amiss(printed, document.lines()) == []
    assert figures_amiss(connection, document.lines()) == []


def test_a_changed_sentence_is_found(document: Document, content: Content) -> None:
    """One digit of one sentence, wherever it stands."""
    printed = docx_paragraphs(render(document, content)[".docx"])
    for place, text in enumerate(printed):
        if numbers_of(text):
            digit = next(one for one in text if one.isdigit())
            changed = text.replace(digit, str((int(digit) + 1) % 10), 1)
            assert numbers_amiss([*printed[:place], changed, *printed[place + 1 :]], document.lines())


def test_a_sentence_too_many_or_too_few_is_found(document: Document, content: Content) -> None:
    printed = docx_paragraphs(render(document, content)[".docx"])
    place = next(place for place, text in enumerate(printed) if numbers_of(text))
    assert numbers_amiss(printed[:place] + printed[place + 1 :], document.lines())
    assert numbers_amiss([*printed, "另有7项。"], document.lines())


def test_words_with_a_number_of_nowhere_are_found() -> None:
    assert numbers_amiss(["共12项"], [("共12项",)]) == ["没有出处的数：共12项"]


def test_a_figure_that_the_marts_do_not_have_is_found(connection: duckdb.DuckDBPyConnection, content: Content) -> None:
    cell = Cell("mart_region_scorecard", "m-约束性", "behind_count")
    judged = (Cell("mart_region_scorecard", "m-约束性", "judged_count"),)
    good = [Figure(1, (cell,)), Figure(1, (cell,), "sum"), Figure(50.0, (cell,), "share", judged)]
    assert figures_amiss(connection, [(figure,) for figure in good]) == []
    for figure in good:
        assert isinstance(figure.value, int | float)
        assert figures_amiss(connection, [(replace(figure, value=figure.value + 1),)])
    assert figures_amiss(connection, [(replace(good[0], cells=(replace(cell, key="nowhere"),)),)])
    assert figures_amiss(connection, [(Quoted("县水利局", Cell("mart_submission_status", "q0", "department_name")),)])
    changed = replace(compose(content, Look(), "通报"), blocks=(Text("body", line(replace(good[0], value=9))),))
    with pytest.raises(NotBorneOut, match="没有生成"):
        prove(connection, changed)


def test_the_marts_moving_under_a_document_is_found(content: Content, warehouse: object) -> None:
    """The same lines held against a warehouse that says otherwise."""
    lines = compose(content, Look(), "通报").lines()
    with duckdb.connect(":memory:") as other:
        other.execute(f"attach '{warehouse}/published/planledger-1.duckdb' as published (read_only)")
        other.execute("create schema marts")
        for table in planted.rows():
            other.execute(f"create table marts.{table} as from published.marts.{table}")
        assert figures_amiss(other, lines) == []
        other.execute("update marts.fct_indicator_progress set actual_value = 24 where progress_id = 'p0-06'")
        assert any("23.25" in words for words in figures_amiss(other, lines))
