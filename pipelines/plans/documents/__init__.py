"""Plan files as they come (text, saved web page, Word, PDF) -> the text that is shown and read.

What belongs here: telling formats apart, getting their text out in reading order with tables as pipe rows, refusing
what holds no text with a finding that says what to do. What a plan means is read elsewhere. Libraries for a format
are imported only when a file of that format is opened.
"""

from __future__ import annotations

from pipelines.plans.documents.opened import OpenedDocument, SourceOffsets
from pipelines.plans.documents.opening import open_document

__all__ = ["OpenedDocument", "SourceOffsets", "open_document"]
