"""The key by which a name is known again after someone has typed it anew."""

from __future__ import annotations

import re
import unicodedata

_NO_MATTER = re.compile(r"[\s\u200b\ufeff'\"‘’“”]")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")


def item_key(name: str) -> str:
    """A name without spaces and quotation marks, in half-width characters and capitals."""
    return _NO_MATTER.sub("", unicodedata.normalize("NFKC", name.translate(_DASHES))).upper()
