"""The record beside a document (出处): which published file it came from, and every figure with its places."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipelines.publications.blocks import Document
from pipelines.publications.content import Content
from pipelines.publications.figures import Cell, Figure, text_of

SUFFIX = ".出处.json"


def write_record(document: Document, content: Content, files: Mapping[str, bytes]) -> bytes:
    """The record as JSON: publication, SHA-256 of each file by its name, and the figures in the order they are printed.

    A figure has its text, unrounded value, how that follows from its cells, and the cells as ``[table, key, column]``.
    """
    publication = content.publication
    told = {
        "title": text_of(document.title),
        "region_code": content.region_code,
        "month": f"{content.month:%Y-%m}",
        "cut_off": publication.cut_off.isoformat(),
        "version": publication.version,
        "run_id": publication.run_id,
        "as_of": publication.as_of.isoformat() if publication.as_of else None,
        "is_example": publication.is_example,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "figures": [
            _figure(part) for line in document.lines() for part in line if isinstance(part, Figure) and part.cells
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _figure(figure: Figure) -> dict[str, Any]:
    value = figure.value.isoformat() if isinstance(figure.value, date) else figure.value
    told = {"text": str(figure), "value": value, "how": figure.how, "cells": _places(figure.cells)}
    return {**told, "whole": _places(figure.whole)} if figure.whole else told


def _places(cells: tuple[Cell, ...]) -> list[list[str]]:
    return [[cell.table, cell.key, cell.column] for cell in cells]
