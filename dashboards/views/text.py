"""计划原文: a plan's text with every value that was read from it marked, and what the chosen one was read as."""

from __future__ import annotations

import streamlit as st

from dashboards import components as ui
from dashboards import conflict_table, data, filters, formatting, layout, plan_markup
from dashboards import text as words

ANY = "all"
TOP = "top"


def render() -> None:
    st.title(words.PAGE_TEXT)
    plans = {row["plan_id"]: row for row in data.rows("plans")}
    if not plans:
        layout.say_empty()
        return
    wanted, implied = _asked_statement()
    labels = {key: formatting.plan_name(row["doc"], row["plan_title"]) for key, row in plans.items()}
    plan_id = filters.choice(
        "plan",
        words.FILTER_PLAN,
        labels,
        next(iter(labels)),
        clears=("statement", "section", "start", "end"),
        forced=implied,
    )
    plan = plans[plan_id]
    text = data.rows("plan_text", plan=plan_id)[0]
    statements = data.rows("plan_statements", plan=plan_id)
    sections = data.rows("plan_sections", document=text["document_id"])
    conflicts = data.rows("conflicts", plan=plan_id)
    chosen = next((row for row in statements if row["statement_id"] == wanted), None)
    place = None if chosen else _asked_place(len(text["text"]))

    st.caption(_facts(plan))
    side, main = st.columns([2, 5], gap="medium")
    with side:
        kind, section = _controls(sections)
        shown = [row for row in statements if kind in (ANY, row["kind"])]
        _card(chosen, shown, statements, text["text"], place)
        if chosen is not None:
            for told in conflict_table.of_statement(conflicts, chosen["statement_id"]):
                st.warning(formatting.escape_markdown(told), icon="⚠️")
    with main:
        st.caption(words.TEXT_LEGEND)
        _text(plan_id, text["text"], shown, sections, chosen, place, section)
    st.subheader(words.CONFLICTS)
    if conflicts:
        st.caption(words.CONFLICTS_HELP)
        conflict_table.show(conflicts)
    else:
        st.caption(words.NO_CONFLICTS)
    st.subheader(words.STATEMENT_TABLE)
    _table(shown)


def _asked_statement() -> tuple[str | None, str | None]:
    """The statement in the link and the plan it stands in, whatever plan the link names."""
    asked = filters.read("statement")
    if asked is None:
        return None, None
    found = data.rows("statement_plan", statement=asked)
    if not found:
        st.warning(words.BAD_STATEMENT.format(value=filters.plain(asked)), icon="⚠️")
        return None, None
    plan_id = found[0]["plan_id"]
    if filters.read("plan") not in (None, plan_id):
        st.warning(words.BAD_STATEMENT_PLAN.format(statement=filters.plain(asked)), icon="⚠️")
    return asked, plan_id


def _asked_place(length: int) -> tuple[int, int] | None:
    """A character span in the link, for what is no statement: a finding or a measure."""
    start, end = filters.read("start"), filters.read("end")
    if start is None and end is None:
        return None
    if start and end and start.isdecimal() and end.isdecimal() and 0 <= int(start) < int(end) <= length:
        return int(start), int(end)
    st.warning(words.BAD_SPAN.format(start=filters.plain(start or ""), end=filters.plain(end or "")), icon="⚠️")
    return None


def _facts(plan: data.Row) -> str:
    return formatting.escape_markdown(
        words.TEXT_FACTS.format(
            issuer=plan["issuer"] or words.NOT_STATED,
            number=plan["document_number"] or words.NO_DOCUMENT_NUMBER,
            date=formatting.day(plan["issue_date"]),
            chars=formatting.number(plan["char_count"]),
            statements=plan["statement_count"],
            measures=plan["measure_count"],
        )
    )


def _controls(sections: list[data.Row]) -> tuple[str, int | None]:
    kind = filters.choice("kind", words.FILTER_KIND, {ANY: words.ALL} | words.KINDS, ANY)
    headings = {TOP: words.SECTION_TOP}
    for row in sections:
        if row["level"] <= 3:
            headings[str(row["start_char"])] = (
                "　" * (row["level"] - 1) + f"{row['number'] or ''}{row['title'] or ''}"[:40]
            )
    section = filters.choice("section", words.FILTER_SECTION, headings, TOP, clears=("statement", "start", "end"))
    return kind, None if section == TOP else int(section)


def _card(
    chosen: data.Row | None,
    shown: list[data.Row],
    statements: list[data.Row],
    text: str,
    place: tuple[int, int] | None,
) -> None:
    if place is not None:
        st.markdown(f"**{words.PLACE_CARD}**")
        ui.pairs(
            "place", [(words.FIELD_PLACE, _place(*place)), (words.FIELD_QUOTE, ui.cell(text[slice(*place)][:200]))]
        )
    if chosen is None:
        if place is None:
            st.info(words.STATEMENT_HINT)
        return
    st.markdown(f"**{words.STATEMENT_CARD}**")
    ui.pairs("statement", _described(chosen))
    same = [row for row in statements if row["start_char"] == chosen["start_char"] and row is not chosen]
    if same:
        st.caption(words.SAME_PLACE)
        ui.pairs(
            "same",
            [("", ui.cell(row["indicator_text"], href=formatting.statement_link(row["statement_id"]))) for row in same],
        )
    ids = [row["statement_id"] for row in shown]
    if chosen["statement_id"] in ids:
        position = ids.index(chosen["statement_id"])
        with st.container(horizontal=True):
            _step(words.PREVIOUS, ids[position - 1] if position > 0 else None)
            _step(words.NEXT, ids[position + 1] if position + 1 < len(ids) else None)


def _step(label: str, statement_id: str | None) -> None:
    def go() -> None:
        st.query_params.pop("plan", None)
        st.query_params["statement"] = statement_id or ""

    st.button(label, disabled=statement_id is None, on_click=go)


def _place(start: int, end: int) -> dict[str, object]:
    return ui.cell(words.PLACE.format(start=start, end=end))


def _described(row: data.Row) -> list[tuple[str, dict[str, object]]]:
    read_as = formatting.target(row["value"], row["unit_text"], row["comparator"], words.NOT_NUMERIC, row["value_high"])
    items = [
        (words.FIELD_QUOTE, ui.cell(row["quote"])),
        (words.FIELD_READ_AS, ui.cell(read_as, sub=f"{words.KINDS[row['kind']]} · {words.MEASURES[row['measure']]}")),
        (words.FIELD_VALUE, ui.cell(row["value_text"])),
        (words.FIELD_PERIOD, ui.cell(formatting.period(row["period_type"], row["start_year"], row["end_year"]))),
        (
            words.FIELD_INDICATOR,
            ui.cell(
                row["indicator_text"],
                href=formatting.page_link("indicator", indicator=row["indicator_id"]) if row["indicator_id"] else None,
                sub=words.LINKS.get(row["indicator_link"], row["indicator_link"]),
            ),
        ),
        (words.FIELD_REGION, ui.cell(row["region_name"] or words.MISSING)),
        (words.FIELD_DEPARTMENTS, ui.cell(formatting.names(row["departments"]))),
        (words.FIELD_SECTION, ui.cell(row["section_path"] or words.NOT_STATED)),
        (
            words.FIELD_RULE,
            ui.cell(row["rule"], sub=f"{words.FIELD_CONFIDENCE} {formatting.number(row['confidence'])}"),
        ),
        (words.FIELD_PLACE, _place(row["start_char"], row["end_char"])),
        (words.FIELD_ID, ui.cell(row["statement_id"])),
    ]
    if row["suspect"]:
        items.insert(2, (words.FIELD_SUSPECT, ui.cell(row["suspect"], style="failed")))
    if row["is_reviewed"]:
        items.insert(2, (words.FIELD_REVIEW, _review(row)))
    return items


def _review(row: data.Row) -> dict[str, object]:
    """What a person decided about the statement, why, who and when."""
    if row["is_rejected"]:
        decision = words.REVIEW_REJECTED
    elif row["is_corrected"]:
        decision = words.REVIEW_CORRECTED.format(note=row["correction_note"] or words.NOT_STATED)
    else:
        decision = words.REVIEW_ACCEPTED
    by = words.REVIEW_BY.format(
        reason=row["correction_reason"], who=row["reviewed_by"], day=formatting.day(row["reviewed_on"])
    )
    return ui.cell(decision, sub=by)


def _text(
    plan_id: str,
    text: str,
    shown: list[data.Row],
    sections: list[data.Row],
    chosen: data.Row | None,
    place: tuple[int, int] | None,
    section: int | None,
) -> None:
    spans = [plan_markup.Span(row["start_char"], row["end_char"], row["statement_id"], row["kind"]) for row in shown]
    headings = [plan_markup.Heading(row["start_char"], row["level"]) for row in sections]
    sentence, value = place, None
    if chosen is not None:
        start = chosen["quote_start_char"]
        sentence = (start, start + len(chosen["quote"]))
        value = (chosen["start_char"], chosen["end_char"])
    anchor = section
    if chosen is None and place is None and section is not None:
        anchor = plan_markup.line_start(text, section)
    ui.plan_text(
        "plan",
        plan_markup.marked_lines(text, spans, headings, sentence, value),
        link="text?statement=",
        place=f"{plan_id} {sentence} {value} {anchor}",
        section=anchor,
        reveal=sentence is not None,
    )


def _table(statements: list[data.Row]) -> None:
    columns = [
        ui.column("indicator", words.FIELD_INDICATOR, width="26%"),
        ui.column("kind", words.FIELD_KIND),
        ui.column("value", words.FIELD_READ_AS, align="right"),
        ui.column("period", words.FIELD_PERIOD),
        ui.column("region", words.FIELD_REGION),
        ui.column("quote", words.FIELD_QUOTE, width="38%"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    rows = [
        {
            "indicator": ui.cell(
                row["indicator_text"],
                href=formatting.page_link("indicator", indicator=row["indicator_id"]) if row["indicator_id"] else None,
            ),
            "kind": ui.cell(words.KINDS[row["kind"]], style="nowrap"),
            "value": ui.cell(
                formatting.target(
                    row["value"], row["unit_text"], row["comparator"], row["value_text"], row["value_high"]
                ),
                sort=row["value"],
            ),
            "period": ui.cell(
                formatting.period(row["period_type"], row["start_year"], row["end_year"]), sort=row["end_year"]
            ),
            "region": ui.cell(row["region_name"] or words.MISSING),
            "quote": ui.cell(row["quote"]),
            "open": ui.cell(words.TO_TEXT, href=formatting.statement_link(row["statement_id"]), style="nowrap"),
        }
        for row in statements
    ]
    ui.table("statements", columns, rows)


if __name__ == "__main__":
    layout.show(render)
