"""Whether a yearly report speaks of the year past or the year ahead, where no heading tells: by how paragraphs open."""

from __future__ import annotations

import re

from pipelines.plans.model import Kind
from pipelines.plans.scope import Scope

_BACK = re.compile(r"^(?:各位代表[！，])?(?:过去|刚刚过去|一年来|去年|上年|回顾)")
_AHEAD = re.compile(
    r"^(?:各位代表[！，])?(?:今年(?:是|，|工作|政府|要|我们|怎么|全[县市省区])|新的一年|明年)"
    r"|目标(?:任务)?(?:建议)?(?:是|为)?：|目标建议为|目标(?:任务)?是|做好今年|围绕(?:上述|上面|以上)目标|今年怎么干"
)


class Phase:
    """The phase at each paragraph of a document, asked in reading order.

    A yearly report begins with the year past, if it comes to the year ahead at all. None for other documents.
    """

    def __init__(self, scope: Scope, lines: list[str]) -> None:
        self._year = scope.start if scope.yearly and scope.is_report else None
        self._now: Kind | None = "actual" if self._year and any(self._ahead(line) for line in lines) else None

    def tell(self, mode: Kind) -> None:
        """A heading tells what its section is about; what follows it goes on from there."""
        if self._now is not None:
            self._now = mode

    def at(self, text: str) -> Kind | None:
        """The phase of a paragraph."""
        if self._now is None:
            return None
        if self._ahead(text):
            self._now = "target"
        elif _BACK.search(text) or text.startswith(f"{(self._year or 0) - 1}年"):
            self._now = "actual"
        return self._now

    def _ahead(self, text: str) -> bool:
        return bool(_AHEAD.search(text)) or bool(
            re.match(rf"{self._year}年(?:，|是|要|工作|政府|我们|全[县市省区])", text)
        )
