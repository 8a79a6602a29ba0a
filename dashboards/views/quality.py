"""数据质量: how fresh the data is, which checks it passed, what could not be read, what is linked to no indicator."""

from __future__ import annotations

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout
from dashboards import text as words

ANY = "all"
ROW_LIMIT = 1000


def render() -> None:
    st.title(words.PAGE_QUALITY)
    _freshness()
    st.subheader(words.CHECKS)
    _checks()
    st.subheader(words.READING)
    _reading()
    st.subheader(words.NUMBERS)
    _numbers()
    st.subheader(words.REVIEW)
    _review()
    st.subheader(words.FINDINGS)
    _findings()
    st.subheader(words.UNLINKED)
    _unlinked()
    st.subheader(words.INPUTS)
    _inputs()


def _freshness() -> None:
    publication = data.rows("publication")
    if not publication:
        return
    row = publication[0]
    ui.pairs(
        "publication",
        [
            (words.VERSION, ui.cell(str(row["version"]))),
            (words.PUBLISHED_AT, ui.cell(formatting.moment(row["published_at"]))),
            (words.RUN_ID, ui.cell(str(row["run_id"] or words.MISSING))),
            (words.CODE_VERSION, ui.cell(str(row["code_version"] or words.MISSING))),
        ],
    )


def _checks() -> None:
    checks = data.rows("check_results")
    if not checks:
        st.info(words.CHECKS_NONE)
        return
    failed = [row for row in checks if not row["passed"]]
    summary = words.CHECKS_SUMMARY.format(
        total=len(checks),
        passed=len(checks) - len(failed),
        failed=len(failed),
        critical=sum(row["severity"] in ("critical", "error") for row in failed),
    )
    st.markdown(summary)
    only_failed = filters.switch("failed", words.ONLY_FAILED)
    columns = [
        ui.column("result", words.COLUMN_RESULT),
        ui.column("check", words.COLUMN_CHECK, width="36%"),
        ui.column("table", words.COLUMN_TABLE),
        ui.column("severity", words.COLUMN_SEVERITY),
        ui.column("counts", words.COLUMN_COUNTS, align="right"),
        ui.column("sample", words.COLUMN_SAMPLE, width="26%", sort=False),
    ]
    rows = [
        {
            "result": ui.cell(
                words.PASSED if row["passed"] else words.FAILED,
                style="reached nowrap" if row["passed"] else "failed nowrap",
            ),
            "check": ui.cell(row["description_zh"] or row["check_name"], sub=f"{row['kind']} · {row['check_name']}"),
            "table": ui.cell(row["table_name"] or row["suite"] or words.MISSING, sub=row["column_name"]),
            "severity": ui.cell(words.CHECK_SEVERITIES.get(row["severity"], str(row["severity"])), style="nowrap"),
            "counts": ui.cell(_counts(row), sort=row["unexpected_count"]),
            "sample": ui.cell(_sample(row)),
        }
        for row in (failed if only_failed else checks)
    ]
    ui.table("checks", columns, rows, height="26rem")


def _severity(row: data.Row) -> str:
    return words.SEVERITIES.get(row["severity"], row["severity"] or words.MISSING)


def _counts(row: data.Row) -> str:
    unexpected, evaluated = row["unexpected_count"], row["evaluated_count"]
    shown = words.MISSING if unexpected is None else f"{unexpected:,}"
    return shown if evaluated is None else f"{shown} / {evaluated:,}"


def _sample(row: data.Row) -> str:
    sample = (row["sample"] or "").strip()
    if sample in ("", "[]", "null"):
        return "—" if row["passed"] else words.MISSING
    return sample if len(sample) <= 240 else sample[:240] + "…"


def _reading() -> None:
    counted = {
        "statement_count": words.COLUMN_STATEMENTS,
        "target_statement_count": words.COLUMN_TARGET_COUNT,
        "actual_statement_count": words.COLUMN_ACTUAL_COUNT,
        "catalogued_count": words.COLUMN_CATALOGUED,
        "no_value_count": words.COLUMN_NO_VALUE,
        "suspect_count": words.COLUMN_SUSPECT,
        "target_count": words.COLUMN_TARGETS,
        "unresolved_count": words.COLUMN_UNRESOLVED,
        "disputed_count": words.COLUMN_DISPUTED,
        "finding_count": words.COLUMN_FINDINGS,
    }
    columns = [ui.column("plan", words.COLUMN_PLAN, width="32%")]
    columns += [ui.column(key, label, align="right") for key, label in counted.items()]
    rows = [
        {
            "plan": ui.cell(
                formatting.plan_name(row["doc"], row["plan_title"]),
                href=formatting.page_link("text", plan=row["plan_id"]),
            ),
            **{key: ui.count(row[key]) for key in counted},
        }
        for row in data.rows("reading_counts")
    ]
    ui.table("reading", columns, rows)


def _numbers() -> None:
    """What became of every number, by plan; those without a use with a link to their place."""
    plans: dict[str, list[data.Row]] = {}
    for row in data.rows("number_accounting"):
        plans.setdefault(row["plan_id"], []).append(row)
    if not plans:
        return
    st.caption(words.NUMBERS_HELP)
    columns = [
        ui.column("plan", words.COLUMN_PLAN, width="32%"),
        ui.column("total", words.COLUMN_NUMBERS, align="right"),
        ui.column("statement", words.COLUMN_AS_STATEMENT, align="right"),
        ui.column("others", words.COLUMN_OTHER_USES, width="36%", sort=False),
        ui.column("unread", words.COLUMN_UNREAD, align="right"),
    ]
    ui.table("numbers", columns, [_accounting_row(uses) for uses in plans.values()])
    unread = data.rows("unread_numbers", row_limit=ROW_LIMIT + 1)
    if not unread:
        st.info(words.UNREAD_NONE)
        return
    st.markdown(f"**{words.UNREAD_NUMBERS}**")
    if len(unread) > ROW_LIMIT:
        st.caption(words.FIRST_ROWS.format(limit=ROW_LIMIT))
    columns = [
        ui.column("number", words.COLUMN_NUMBER, align="right"),
        ui.column("around", words.COLUMN_AROUND, width="50%", sort=False),
        ui.column("plan", words.COLUMN_PLAN, width="30%"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table("unread_numbers", columns, [_unread_row(row) for row in unread[:ROW_LIMIT]], height="20rem")


def _accounting_row(uses: list[data.Row]) -> dict[str, object]:
    counts = {row["number_use"]: row for row in uses}
    others = [row for row in uses if row["number_use"] not in ("statement", "unread") and row["number_count"]]
    listed = " · ".join(words.USE_COUNT.format(name=row["use_name"], count=row["number_count"]) for row in others)
    first = uses[0]
    return {
        "plan": ui.cell(
            formatting.plan_name(first["doc"], first["plan_title"]),
            href=formatting.page_link("text", plan=first["plan_id"]),
        ),
        "total": ui.count(first["plan_number_count"]),
        "statement": _share(counts["statement"]),
        "others": ui.cell(listed or "—"),
        "unread": _share(counts["unread"]),
    }


def _share(row: data.Row) -> dict[str, object]:
    shown = ui.count(row["number_count"])
    if row["share_pct"] is not None and row["number_count"]:
        shown["sub"] = words.SHARE.format(pct=f"{row['share_pct']:.1f}")
    return shown


def _unread_row(row: data.Row) -> dict[str, object]:
    around = f"…{row['text_before']}【{row['number_text']}】{row['text_after']}…"
    return {
        "number": ui.cell(row["number_text"]),
        "around": ui.cell(" ".join(around.split())),
        "plan": ui.cell(formatting.plan_name(row["doc"], row["plan_title"])),
        "open": ui.cell(
            words.TO_TEXT,
            href=formatting.page_link("text", plan=row["plan_id"], start=row["start_char"], end=row["end_char"]),
            style="nowrap",
        ),
    }


def _review() -> None:
    """Statements that someone should look at, and how many have been decided about."""
    counts = data.rows("review_counts")[0]
    st.markdown(
        words.REVIEW_COUNTS.format(
            pending=counts["pending_count"],
            accepted=counts["accepted_count"],
            corrected=counts["corrected_count"],
            rejected=counts["rejected_count"],
        )
    )
    rows = data.rows("review_list", row_limit=ROW_LIMIT + 1)
    if not rows:
        st.info(words.REVIEW_NONE)
        return
    st.caption(words.REVIEW_HELP)
    if len(rows) > ROW_LIMIT:
        st.caption(words.FIRST_ROWS.format(limit=ROW_LIMIT))
    columns = [
        ui.column("why", words.COLUMN_WHY, width="28%"),
        ui.column("reading", words.COLUMN_READING, width="26%"),
        ui.column("quote", words.FIELD_QUOTE, width="28%"),
        ui.column("confidence", words.FIELD_CONFIDENCE, align="right"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table("review", columns, [_review_row(row) for row in rows[:ROW_LIMIT]], height="26rem")


def _review_row(row: data.Row) -> dict[str, object]:
    return {
        "why": ui.cell(row["why"], sort=row["review_rank"]),
        "reading": ui.cell(row["reading"], sub=row["rule"]),
        "quote": ui.cell(row["quote"], sub=f"{row['doc']} · {row['statement_id']}"),
        "confidence": ui.cell(formatting.number(row["confidence"]), sort=row["confidence"]),
        "open": ui.cell(words.TO_TEXT, href=formatting.statement_link(row["statement_id"]), style="nowrap"),
    }


def _findings() -> None:
    counts = data.rows("finding_counts")
    if not counts:
        st.info(words.FINDINGS_NONE)
        return
    codes = {ANY: words.ALL}
    for row in counts:
        label = words.CODE_OPTION.format(code=row["code"], count=row["finding_count"])
        codes[row["code"]] = f"{words.SEVERITIES.get(row['severity'], row['severity'])} {label}"
    code = filters.choice("code", words.FILTER_CODE, codes, ANY)
    rows = data.rows("findings", code=None if code == ANY else code, row_limit=ROW_LIMIT)
    total = sum(row["finding_count"] for row in counts if code in (ANY, row["code"]))
    if total > ROW_LIMIT:
        st.caption(words.ROW_LIMIT.format(limit=ROW_LIMIT, count=total))
    columns = [
        ui.column("severity", words.COLUMN_SEVERITY),
        ui.column("message", words.COLUMN_MESSAGE, width="36%"),
        ui.column("remedy", words.COLUMN_REMEDY, width="26%"),
        ui.column("input", words.COLUMN_INPUT, width="20%"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table("findings", columns, [_finding_row(row) for row in rows], height="26rem")


def _finding_row(row: data.Row) -> dict[str, object]:
    href = None
    if row["plan_id"] and row["start_char"] is not None:
        end = max(row["end_char"] or 0, row["start_char"] + 1)
        href = formatting.page_link("text", plan=row["plan_id"], start=row["start_char"], end=end)
    return {
        "severity": ui.cell(_severity(row), style="nowrap"),
        "message": ui.cell(row["message"], sub=row["code"]),
        "remedy": ui.cell(row["remedy"] or words.NOT_STATED),
        "input": ui.cell(formatting.file_place(row["input_path"], row["line"])),
        "open": ui.cell(words.TO_TEXT, href=href, style="nowrap") if href else ui.cell("—"),
    }


def _unlinked() -> None:
    rows = data.rows("unlinked_indicators", row_limit=ROW_LIMIT + 1)
    if not rows:
        st.info(words.UNLINKED_NONE)
        return
    st.caption(words.UNLINKED_HELP)
    if len(rows) > ROW_LIMIT:
        st.caption(words.FIRST_ROWS.format(limit=ROW_LIMIT))
    columns = [
        ui.column("indicator", words.COLUMN_INDICATOR, width="44%"),
        ui.column("plan", words.COLUMN_PLAN),
        ui.column("targets", words.COLUMN_TARGET_COUNT, align="right"),
        ui.column("actuals", words.COLUMN_ACTUAL_COUNT, align="right"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table(
        "unlinked",
        columns,
        [
            {
                "indicator": ui.cell(
                    row["indicator_name"], href=formatting.page_link("indicator", indicator=row["indicator_id"])
                ),
                "plan": ui.cell(f"{row['doc']} {row['region_name']}"),
                "targets": ui.count(row["target_count"]),
                "actuals": ui.count(row["actual_count"]),
                "open": ui.cell(words.TO_TEXT, href=formatting.statement_link(row["statement_id"]), style="nowrap"),
            }
            for row in rows[:ROW_LIMIT]
        ],
        height="26rem",
    )


def _inputs() -> None:
    columns = [
        ui.column("path", words.COLUMN_INPUT, width="40%"),
        ui.column("kind", words.COLUMN_INPUT_KIND),
        ui.column("readable", words.COLUMN_READABLE),
        ui.column("received", words.COLUMN_RECEIVED),
        ui.column("size", words.COLUMN_SIZE, align="right"),
        ui.column("origin", words.COLUMN_ORIGIN, width="28%"),
    ]
    rows = [
        {
            "path": ui.cell(row["input_path"], sub=f"SHA-256 {row['sha256'][:16]}…"),
            "kind": ui.cell(words.INPUT_KINDS.get(row["input_kind"], str(row["input_kind"])), style="nowrap"),
            "readable": ui.cell(words.YES if row["is_readable"] else words.NO),
            "received": ui.cell(formatting.day(row["received_date"]), style="nowrap"),
            "size": ui.count(row["byte_count"]),
            "origin": ui.cell(row["source"] or words.MISSING, href=formatting.web_address(row["source"])),
        }
        for row in data.rows("inputs")
    ]
    ui.table("inputs", columns, rows)


if __name__ == "__main__":
    layout.show(render)
