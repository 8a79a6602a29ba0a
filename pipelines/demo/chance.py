"""Chance from a seed: each question has a generator of its own, so that asking one more changes no other answer."""

from __future__ import annotations

import hashlib
from random import Random


def chance(seed: int, *about: object) -> Random:
    """The generator for a question; the same on every machine and in every process."""
    text = "\x1f".join([str(seed), *map(str, about)])
    return Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))
