"""Whether a home holds example data, and that it never meets real data. Imports nothing heavy.

The mark is a file, ``.example-data.json``, both in the folder of the inputs and in the home: the inputs are what data
comes from, the home is what readers open. Whatever works on the two asks `refuse_mixture` first.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipelines.settings import Settings

MARK_FILE = ".example-data.json"
WORDS = "示例数据"  # as it is written on every page, form, receipt and table


class MixedData(RuntimeError):
    """Example data and real data would meet; the message says in Chinese where, and what to do."""


def is_marked(folder: Path) -> bool:
    """Whether a home or a folder of inputs is marked as holding example data."""
    return (folder / MARK_FILE).is_file()


def mark(folder: Path, facts: dict[str, Any]) -> None:
    """Mark a home or a folder of inputs; ``facts`` say how its data were made."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"data_origin": WORDS, **facts}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MARK_FILE).write_text(text + "\n", encoding="utf-8")


def is_example(settings: Settings) -> bool:
    """Whether this installation holds example data. Raises `MixedData` where home and inputs disagree."""
    refuse_mixture(settings)
    return is_marked(settings.raw_dir)


def refuse_mixture(settings: Settings) -> None:
    """Raises `MixedData` where one of home and inputs holds example data and the other does not."""
    home, raw = is_marked(settings.home), is_marked(settings.raw_dir)
    if raw and not home:
        raise MixedData(
            f"输入文件夹 {settings.raw_dir} 是示例数据，{settings.home} 不是示例库，示例数据不能进入正式库。"
            "请核对环境变量 PLANLEDGER_HOME 和 PLANLEDGER_RAW"
        )
    if home and not raw:
        raise MixedData(
            f"{settings.home} 是示例库，输入文件夹 {settings.raw_dir} 不是示例数据，真实数据不能进入示例库。"
            "请核对环境变量 PLANLEDGER_HOME 和 PLANLEDGER_RAW；要重建示例库请运行 make demo"
        )
