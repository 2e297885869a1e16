"""Files of Word and Excel that planlint makes: the same bytes every time, and a mark that tells an untouched one."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from io import BytesIO
from typing import Final

PENDING: Final = "planlint:unsealed"
"""What a file that is to be sealed has as its identifier in Word, as its status in Excel, which has none."""
_PREFIX: Final = "planlint:sha256:"
_CORE: Final = "docProps/core.xml"
_WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can state: the file says nothing of when it was made."""
_MOST: Final = 128 * 2**20
_MOST_CORE: Final = 2**16
_MOST_ENTRIES: Final = 1_000
"""Bytes unpacked, and parts, that are looked at: more than any file that planlint makes has."""
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


def seal(data: bytes) -> bytes:
    """The file with nothing in it that depends on when it was made, and with a digest of its parts in place of PENDING.

    That must stand in its core properties.
    """
    entries = _entries(data)
    mark = f"{_PREFIX}{_digest(entries)}"
    entries[_CORE] = entries[_CORE].replace(PENDING.encode(), mark.encode())
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return target.getvalue()


def is_sealed(data: bytes) -> bool:
    """Whether the bytes are a file as `seal` gave it, which nobody has saved since; False for any other bytes."""
    try:
        if not _bears_mark(data):
            return False
        entries = _entries(data)
        return f">{_PREFIX}{_digest(entries)}<".encode() in entries.get(_CORE, b"")
    except _BROKEN:
        return False


def _bears_mark(data: bytes) -> bool:
    """Whether the file says that it is sealed, which costs less to see than whether it still is."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entry = archive.NameToInfo.get(_CORE)
        return entry is not None and entry.file_size < _MOST_CORE and _PREFIX.encode() in archive.read(entry)


def _entries(data: bytes) -> dict[str, bytes]:
    """The parts by name. Raises ValueError for more than planlint's own files have."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        listed = archive.infolist()
        if len(listed) > _MOST_ENTRIES or sum(entry.file_size for entry in listed) > _MOST:
            raise ValueError(len(listed))
        return {entry.filename: archive.read(entry) for entry in listed}


def _digest(entries: dict[str, bytes]) -> str:
    """Of every part but the properties, which hold the digest."""
    digest = hashlib.sha256()
    for name in sorted(entries.keys() - {_CORE}):
        for content in (name.encode(), entries[name]):
            digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()
