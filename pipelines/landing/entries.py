"""YAML files that people write entry by entry (corrections, supervision), read strictly. Pure functions.

A file is a list of entries. Every scalar stays the text that was written, so that a date or a number is read by the one
who knows what it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

MAX_DEPTH = 10


class BrokenEntry(ValueError):
    """An entry cannot be used; the message says why, in Chinese."""


class BrokenFile(ValueError):
    """A file cannot be read as a list of entries: the message says why in Chinese, ``line`` where it is known."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


def entry_nodes(text: str, first_field: str) -> list[tuple[int, Any]]:
    """The entries with the lines they begin in, not yet read (`plain`). An empty text has none. Raises `BrokenFile`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_tricks(yaml.scan(text, Loader=loader))
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, BrokenEntry) as error:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or error
        raise BrokenFile(
            f"不合 YAML 的写法，全部未读入（{told}）", mark.line + 1 if mark is not None else None
        ) from None
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise BrokenFile(f"应是一个列表，每条以“- {first_field}:”开头", root.start_mark.line + 1)
    return [(node.start_mark.line + 1, node) for node in root.value]


def plain_entry(node: Any, fields: Iterable[str]) -> dict[str, Any]:
    """An entry of `entry_nodes` as texts by field. Raises `BrokenEntry` for what is no entry or a field unknown."""
    entry = _plain(node)
    if not isinstance(entry, dict):
        raise BrokenEntry("每条应是“名称: 内容”的几行")
    unknown = sorted(entry.keys() - set(fields))
    if unknown:
        raise BrokenEntry(f"不认识的字段 {'、'.join(unknown)}")
    return entry


def text_of(entry: Mapping[str, Any], name: str) -> str:
    """The text of a field that must be there. Raises `BrokenEntry`."""
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BrokenEntry(f"缺少 {name}")
    return value.strip()


def day_of(text: str, name: str) -> date:
    """A day written as 2026-11-22. Raises `BrokenEntry`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BrokenEntry(f"{name} 应写成 2026-11-22，现为“{text}”") from None


def _refuse_tricks(tokens: Iterable[Any]) -> None:
    """References and deep nesting, which no entry needs and which could cost any amount of time."""
    import yaml

    opening = (
        yaml.FlowSequenceStartToken,
        yaml.FlowMappingStartToken,
        yaml.BlockSequenceStartToken,
        yaml.BlockMappingStartToken,
    )
    closing = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
    depth = 0
    for token in tokens:
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
            raise BrokenEntry("不能用 & 和 * 引用")
        depth += isinstance(token, opening) - isinstance(token, closing)
        if depth > MAX_DEPTH:
            raise BrokenEntry("层次过深")


def _plain(node: Any) -> Any:
    """Every scalar as it is written (a date stays a text), a repeated key told of."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise BrokenEntry("字段名应是文字")
        if key.value in found:
            raise BrokenEntry(f"字段 {key.value} 写了两遍")
        found[key.value] = _plain(value)
    return found
