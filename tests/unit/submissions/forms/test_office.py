"""A form that goes through LibreOffice: opened and saved there, in its own formats too."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from form_examples import FORM, LINES, MONTH, codes, filled_book, line, lines, saved

from pipelines.submissions.forms.read import read_form
from pipelines.submissions.forms.write import write_form

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def converted(data: bytes, kind: str, folder: Path, suffix: str = "xlsx") -> dict[str, bytes]:
    """The files that LibreOffice makes of a workbook, by name; a profile of its own keeps it apart from others."""
    assert OFFICE is not None
    source = folder / f"form.{suffix}"
    source.write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@needs_office
@pytest.mark.parametrize(("kind", "suffix"), [("xlsx:Calc MS Excel 2007 XML", "xlsx"), ("xls:MS Excel 97", "xls")])
def test_saved_by_libreoffice_it_reads_the_same(kind: str, suffix: str, tmp_path: Path) -> None:
    data = converted(saved(filled_book()), kind, tmp_path)[f"form.{suffix}"]
    filled = read_form(data, f"form.{suffix}")
    assert codes(filled) == []
    assert lines(filled) == LINES
    assert (filled.head.department, filled.head.month, filled.head.led_by) == ("县发改局", MONTH, "王五")
    assert filled.head.phone == "0578-6120000"


@needs_office
def test_saved_as_one_csv_a_sheet_it_reads_the_same(tmp_path: Path) -> None:
    # Comma, double quote, GB18030 as Chinese systems write it, all sheets.
    kind = "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false,false,false,-1"
    found = []
    for name, data in converted(saved(filled_book()), kind, tmp_path).items():
        filled = read_form(data, name)
        if filled.rows:
            assert (filled.head.department, filled.head.month) == ("县发改局", MONTH)
            found += filled.rows
    assert sorted(map(line, found)) == sorted(LINES)


@needs_office
def test_libreoffice_keeps_the_form_a_form(tmp_path: Path) -> None:
    data = converted(write_form(FORM), "xlsx:Calc MS Excel 2007 XML", tmp_path)["form.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["_form"].sheet_state != "visible"
    sheet = book["指标"]
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert {v.type for v in sheet.data_validations.dataValidation} >= {"decimal", "list"}
