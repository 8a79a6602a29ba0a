"""Office packages as bytes that are the same for the same content: fixed times, fixed order, no random ids."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

EARLIEST = datetime(1980, 1, 1)  # of what a zip can hold
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def fixed_package(data: bytes, when: datetime, replaced: dict[str, bytes] | None = None) -> bytes:
    """The package written anew: entries in order of their names, all of them of the time ``when``.

    ``replaced`` gives the content of entries by name where it is not to be the one that was written.
    """
    moment = max(when, EARLIEST)
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as written, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(written.namelist(), key=lambda one: (one not in _FIRST, one)):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            package.writestr(entry, (replaced or {}).get(name, written.read(name)))
    return fixed.getvalue()
