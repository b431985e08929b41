"""Zip archives whose bytes depend on their content alone."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TIMESTAMP = (1980, 1, 1, 0, 0, 0)
"""Any fixed time: the archive must have the same bytes whenever it is made."""
_READABLE = 0o644 << 16


def zip_of(content: Mapping[str, bytes]) -> bytes:
    """An archive of files: path → content, in this order."""
    zipped = io.BytesIO()
    with ZipFile(zipped, "w") as archive:
        for name, raw in content.items():
            entry = ZipInfo(name, _TIMESTAMP)
            entry.external_attr, entry.create_system = _READABLE, 3
            archive.writestr(entry, raw, ZIP_DEFLATED, 9)
    return zipped.getvalue()


def timeless(archive: bytes) -> bytes:
    """An archive that a library made, without the times at which it made the entries."""
    with ZipFile(io.BytesIO(archive)) as old:
        return zip_of({entry.filename: old.read(entry) for entry in old.infolist()})
