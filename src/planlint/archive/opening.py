"""Archives opened so that no file can exhaust time or memory: entries, sizes, ways of packing, names."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final

from planlint.archive.trouble import Trouble, empty
from planlint.errors import InputError

MEBIBYTE: Final = 2**20
MAX_FILE: Final = 64 * MEBIBYTE
MAX_ENTRIES: Final = 5_000
MAX_PART: Final = 64 * MEBIBYTE
MAX_UNPACKED: Final = 256 * MEBIBYTE
MAX_RATIO: Final = 250
RATIO_FROM: Final = 4 * MEBIBYTE
"""From this size on a part may not be packed tighter than MAX_RATIO. All of these are limits that some 3,900 real files
keep and that held against hostile ones."""

BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises on broken archives."""
_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY_MARK: Final = b"PK\x01\x02"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svg")


def open_archive(data: bytes, trouble: Trouble, refuse: Callable[[bytes], InputError]) -> zipfile.ZipFile:
    """The bytes as a zip archive with a bounded number of entries; `refuse` says what is no archive."""
    if not data:
        raise empty()
    if len(data) > MAX_FILE:
        raise trouble.too_large(f"mer än {MAX_FILE // MEBIBYTE} MB", f"more than {MAX_FILE // MEBIBYTE} MB")
    if not data.startswith(_STARTS) and _STARTS[1] not in data[-66_000:]:
        raise refuse(data)
    if data.count(_ENTRY_MARK) > MAX_ENTRIES:
        raise trouble.too_large(f"mer än {MAX_ENTRIES} delar", f"more than {MAX_ENTRIES} parts")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except BROKEN:
        raise trouble.damaged("zip-arkivet är avhugget eller trasigt", "the zip archive is cut off or broken") from None


def index_entries(archive: zipfile.ZipFile, trouble: Trouble) -> dict[str, zipfile.ZipInfo]:
    """The archive's entries by name as parts are compared: case folded, with '/'. Refuses what no such file has."""
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/").casefold()
        if entry.flag_bits & 1:
            raise trouble.encrypted()
        if name.startswith("/") or ".." in name.split("/"):
            raise trouble.bad_part(
                name, "har ett namn som pekar utanför filen", "has a name that points outside the file"
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            sv, en = (
                f"är packad på ett sätt som {trouble.program} inte använder",
                f"is packed in a way unknown to {trouble.program}",
            )
            raise trouble.bad_part(name, sv, en)
        if name in entries and not name.endswith(_PICTURES):
            raise trouble.bad_part(name, "finns två gånger", "is there twice")
        entries.setdefault(name, entry)
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        size = MAX_UNPACKED // MEBIBYTE
        raise trouble.too_large(f"mer än {size} MB uppackad", f"more than {size} MB unpacked")
    return entries


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, trouble: Trouble) -> bytes:
    """The bytes of a part. Raises InputError where the archive does not hold what it says."""
    try:
        return archive.read(entry)
    except BROKEN:
        raise trouble.broken_part(entry.filename) from None


def check_size(entry: zipfile.ZipInfo, trouble: Trouble) -> None:
    """Refuses a part that is too large to parse, or packed so tightly that it is made to be."""
    tight = entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
    if entry.file_size > MAX_PART or tight:
        size = f"{entry.file_size // MEBIBYTE} MB"
        raise trouble.large_part(entry.filename, f"blir {size} uppackad", f"unpacks to {size}")
