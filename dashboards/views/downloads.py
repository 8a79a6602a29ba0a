"""数据下载: tables as workbook, CSV or Parquet, with units and definitions inside; the address holds the choice."""

from __future__ import annotations

import streamlit as st

from dashboards import components as ui
from dashboards import data, exports, filters, formatting, layout
from dashboards import text as words

ANY = "all"
PREVIEW_ROWS = 20


def render() -> None:
    st.title(words.PAGE_DOWNLOADS)
    st.caption(words.DOWNLOADS_INTRO)
    if layout.is_empty():
        return
    regions = {ANY: words.ALL} | {row["region_code"]: row["path_name"] for row in data.rows("export_regions")}
    left, middle, right = st.columns(3)
    with left:
        dataset = filters.choice("dataset", words.FILTER_DATASET, words.DATASETS, next(iter(words.DATASETS)))
    with middle:
        region = filters.choice("region", words.FILTER_REGION, regions, ANY)
    with right:
        kind = filters.choice("format", words.FILTER_FORMAT, words.FORMATS, "xlsx")
    rows = data.rows(f"export_{dataset}", region=None if region == ANY else region)
    if not rows:
        st.info(words.NO_ROWS)
        return
    _offer(rows, dataset, kind, regions[region], region)
    st.subheader(words.PREVIEW.format(limit=min(PREVIEW_ROWS, len(rows)), rows=f"{len(rows):,}"))
    fields = exports.fields_of(rows)
    columns = [ui.column(name, heading, sort=False) for name, heading, _ in fields]
    shown = [{name: ui.cell(_shown(value)) for name, value in row.items()} for row in rows[:PREVIEW_ROWS]]
    ui.table("preview", columns, shown, find=False, height="30rem")
    st.subheader(words.SHEET_FIELDS)
    ui.table(
        "fields",
        [ui.column(key, label, sort=False) for key, label in zip("abc", words.FIELD_HEADINGS, strict=True)],
        [{key: ui.cell(value or "—") for key, value in zip("abc", field, strict=True)} for field in fields],
        find=False,
    )


def _offer(rows: list[data.Row], dataset: str, kind: str, region_name: str, region: str) -> None:
    """A button that makes the file, and then one that saves it: nothing is made for somebody who only looks."""
    if kind == "xlsx" and len(rows) > exports.XLSX_ROWS:
        st.warning(words.TOO_MANY_ROWS.format(rows=f"{len(rows):,}", limit=f"{exports.XLSX_ROWS:,}"), icon="⚠️")
        return
    write, suffix = exports.WRITERS[kind]
    name = f"planledger-{dataset}-{region}.{suffix}"
    made = (data.current_version(), dataset, region, kind, words.language())
    if st.button(words.PREPARE, type="primary"):
        with st.spinner(words.PREPARING.format(name=name)):
            st.session_state["download"] = (made, write(rows, _about(words.DATASETS[dataset], region_name)))
    kept = st.session_state.get("download")
    if kept is not None and kept[0] == made:
        st.download_button(words.DOWNLOAD.format(name=name, rows=f"{len(rows):,}"), kept[1], file_name=name)


def _about(title: str, region_name: str) -> str:
    row = data.rows("publication")[0]
    told = words.ABOUT_FILE.format(
        title=title,
        region=region_name,
        version=row["version"],
        published_at=formatting.moment(row["published_at"]),
    )
    return (words.EXAMPLE_FILE if row.get("is_example") else "") + told


def _shown(value: object) -> str:
    if value is None:
        return words.MISSING
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, float):
        return formatting.number(value)
    return str(value)


if __name__ == "__main__":
    layout.show(render)
