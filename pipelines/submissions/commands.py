"""What the commands on submissions do; ``pipelines.cli`` only takes their options."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipelines.runs.progress import counted
from pipelines.submissions.forms.content import Department, departments, read_forms
from pipelines.submissions.forms.naming import UnclearDepartment, form_file_name, region_code_of, resolve_department
from pipelines.submissions.forms.write import write_form
from pipelines.submissions.model import Form
from pipelines.warehouse.query import open_published


def write_template(home: Path, name: str, region: str | None, month: date, output: Path) -> tuple[Form, Path]:
    """Write the form of one department; an existing folder takes it under its usual name. Returns it and its file.

    Raises:
        NoWarehouse: nothing is published.
        UnclearDepartment: no department or several are meant, or the plans ask nothing of it.
        OSError: the file cannot be written.
    """
    with open_published(home) as connection:
        department = resolve_department(departments(connection), name, region)
        form = read_forms(connection, month, department).get(department)
    if form is None:
        raise UnclearDepartment(f"规划没有要求{department.region_name}“{department.name}”报送的事项")
    path = output / form_file_name(department, month) if output.is_dir() else output
    _save(write_form(form), path)
    return form, path


def write_all_templates(home: Path, region: str | None, month: date, folder: Path) -> list[Path]:
    """Write every department's form into a folder, with a progress bar; returns the files.

    Raises:
        NoWarehouse: nothing is published.
        UnclearDepartment: no plan of the region names a department.
        OSError: a file cannot be written; those before it stay.
    """
    with open_published(home) as connection:
        forms = read_forms(connection, month)
    if region is not None:
        code = region_code_of(list(forms), region)
        forms = {department: form for department, form in forms.items() if department.region_code == code}
    if not forms:
        raise UnclearDepartment("已发布的规划没有写明任何责任单位，没有可以生成的报送表")
    files = [folder / name for name in _file_names(list(forms), month)]
    for path, form in counted(zip(files, forms.values(), strict=True), len(forms), "生成报送表"):
        _save(write_form(form), path)
    return files


def _file_names(known: list[Department], month: date) -> list[str]:
    """A name for each; two that would be one on a file system that ignores case get a number."""
    names: list[str] = []
    taken: set[str] = set()
    for department in known:
        name, number = form_file_name(department, month), 1
        while name.lower() in taken:
            number += 1
            name = form_file_name(department, month).replace(".xlsx", f"_{number}.xlsx")
        taken.add(name.lower())
        names.append(name)
    return names


def _save(data: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
