"""Opening costs time in proportion to size, whatever the file holds, and loads a library only for its own format."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from pdf_writer import PdfPage, write
from word_writer import bare

from pipelines.plans.documents import open_document

SENTENCE = "到2025年，常住人口城镇化率达到65%以上，新增城镇就业1.2万人。"


def _pdf(size: int) -> bytes:
    pages = []
    for _ in range(size // 20_000):
        page = PdfPage()
        page.paragraph(80, SENTENCE * 15)
        pages.append(page)
    return write(pages)


def _nested(opening: str) -> Callable[[int], bytes]:
    return lambda size: f"<html><body>{opening * (size // len(opening))}1".encode()


FILES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "page": ("a.html", lambda n: b"<html><body>" + f"<p><span>{SENTENCE}</span></p>".encode() * (n // 100)),
    "less-than": ("a.html", _nested("<")),
    "open tags": ("a.html", _nested("<div>")),
    "open quotes": ("a.html", _nested("<a href=\"x ' ")),
    "open elements": ("a.html", _nested("<svg></")),
    "open comments": ("a.html", _nested("<!--x")),
    "merged cells": ("a.html", _nested("<table><tr><td colspan=200 rowspan=2000>1")),
    "open tables": ("a.md", lambda n: b"<table " * (n // 7)),
    "digits": ("a.txt", lambda n: b"7" * n),
    "word": ("a.docx", lambda n: bare(f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>" * (n // 200))),
    "pdf": ("a.pdf", _pdf),
}


def _seconds(data: bytes, name: str) -> float:
    """Of this thread's processor, so that what else the machine does at the time is not counted."""
    started = time.thread_time()
    open_document(data, name)
    return time.thread_time() - started


@pytest.mark.parametrize("kind", FILES)
def test_ten_times_the_file_takes_about_ten_times_as_long(kind: str) -> None:
    name, make = FILES[kind]
    small, large = make(60_000), make(600_000)
    open_document(small, name)
    times = [min(_seconds(data, name) for _ in range(3)) for data in (small, large)]
    # Quadratic cost would be a hundred times; the shared machine is given some room.
    assert times[1] < 30 * times[0] + 0.1
    assert times[1] < 5.0


def test_no_library_is_loaded_before_its_format_comes() -> None:
    program = (
        "import sys; from pipelines.plans.documents import open_document; open_document('目标5个'.encode(), 'a.txt');"
        "print([m for m in ('lxml', 'pypdfium2', 'docx', 'email') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
