"""What a place sets for its documents: heads, names, recipients. Everything has a default; ``bulletin.yml`` changes it.

``$PLANLEDGER_BULLETIN`` names another file. In texts ``{region}``, ``{year}`` and ``{month}`` are filled in.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

FILE_NAME = "bulletin.yml"
PLACE = "PLANLEDGER_BULLETIN"


class UnclearSettings(ValueError):
    """The settings cannot be used; the message says in Chinese where and why."""


@dataclass(frozen=True, slots=True)
class Look:
    """How documents of one region are headed and signed.

    Attributes:
        head: ``brief`` 简报 head, or ``file`` 文件 head with a 文号.
        name: name of the brief, and mark of the file head (``mark``).
        office: who issues and signs; stands left under a brief's name and in the 版记.
        document_number: 文号 with 〔〕; for the file head.
        issue: number of the issue; None for the month's.
        recipients: 主送.
        copies: 抄送; empty for none.
        issue_date: the date printed; None for the day the data were cut off, never today.
        next_steps: further demands after those that follow from the figures.
        answer_days: working days within which units answer, as the bulletin asks.
        most_matters: how many matters the weekly sheet names, so that it stays one page.
    """

    head: Literal["brief", "file"] = "brief"
    name: str = "规划目标任务进度通报"
    mark: str = "{region}人民政府办公室文件"
    office: str = "{region}规划实施工作专班办公室"
    document_number: str = ""
    issue: int | None = None
    recipients: str = "各责任单位"
    copies: str = ""
    issue_date: date | None = None
    next_steps: tuple[str, ...] = ()
    answer_days: int = 5
    most_matters: int = 3

    def filled(self, region: str, month: date) -> Look:
        """With the names of a region and month in its texts."""

        def fill(text: str) -> str:
            return (
                text.replace("{region}", region).replace("{year}", str(month.year)).replace("{month}", str(month.month))
            )

        texts: dict[str, Any] = {
            one.name: fill(value) for one in fields(self) if isinstance(value := getattr(self, one.name), str)
        }
        return replace(self, **texts, next_steps=tuple(map(fill, self.next_steps)))


def settings_file(project_dir: Path) -> Path:
    """The file of settings: `$PLANLEDGER_BULLETIN`, or ``bulletin.yml`` of the project."""
    return Path(os.environ.get(PLACE) or project_dir / FILE_NAME)


def load_look(path: Path, region_code: str) -> Look:
    """The settings for a region: the defaults, what the file says for all, what it says under ``regions`` for this one.

    A file that is not there sets nothing. Raises `UnclearSettings`.
    """
    import yaml

    if not path.exists():
        return Look()
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnclearSettings(f"读不了通报设置 {path}：{error}") from error
    if not isinstance(found, dict):
        raise UnclearSettings(f"{path} 应为“名称: 内容”的列表")
    regions = found.pop("regions", None) or {}
    own = {str(code): value for code, value in regions.items()}.get(region_code) or {}
    return _look({**found, **own}, path)


def _look(told: dict[str, Any], path: Path) -> Look:
    known = {one.name for one in fields(Look)}
    unknown = sorted(set(told) - known)
    if unknown:
        raise UnclearSettings(
            f"{path} 中没有这样的设置：{'、'.join(unknown)}。可以设置的有：{'、'.join(sorted(known))}"
        )
    if told.get("head", "brief") not in ("brief", "file"):
        raise UnclearSettings(f"{path} 中 head 应为 brief（简报）或 file（文件），现为“{told['head']}”")
    for name in ("issue", "answer_days", "most_matters"):
        if name in told and not (isinstance(told[name], int) and told[name] > 0):
            raise UnclearSettings(f"{path} 中 {name} 应为正整数，现为“{told[name]}”")
    if not isinstance(told.get("issue_date", date.min), date):
        raise UnclearSettings(f"{path} 中 issue_date 应写成 2026-10-20，现为“{told['issue_date']}”")
    steps = told.get("next_steps") or ()
    if isinstance(steps, str) or not all(isinstance(step, str) for step in steps):
        raise UnclearSettings(f"{path} 中 next_steps 应为一条一行的列表")
    for name in ("name", "mark", "office", "document_number", "recipients", "copies"):
        if not isinstance(told.get(name, ""), str):
            raise UnclearSettings(f"{path} 中 {name} 应为文字，现为“{told[name]}”")
    return Look(**{**told, "next_steps": tuple(steps)})
