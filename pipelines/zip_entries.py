"""How many entries a zip says it has, before anything of it is unpacked."""

from __future__ import annotations


def entry_count(data: bytes) -> int:
    """Number of entries by the end record of a zip, or by the room their list takes; 0 where there is no record."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 70_000))
    if at < 0:
        return 0
    stated, room = int.from_bytes(data[at + 10 : at + 12], "little"), int.from_bytes(data[at + 12 : at + 16], "little")
    return max(stated, min(room, len(data)) // 300)
