"""What a file that is no zip archive is, told from its first bytes."""

from __future__ import annotations

from typing import Final

from planlint.archive.sniff import STREAMS, has_stream, is_container, name_file
from planlint.errors import InputError
from planlint.word import trouble

_OWN: Final = "WordDocument"
_OLD_WORD: Final = (b"\xdb\xa5", b"\x31\xbe\x00\x00", b"\xfe\x37\x00", b"\x9b\xa5")
"""Word 6 and 95 without a container, Write, and Word for DOS and the first Word for Windows."""


def refuse(data: bytes) -> InputError:
    """The trouble that tells what the bytes, which are no zip archive, are. `data` must not be empty."""
    if is_container(data):
        return _refuse_container(data)
    if data.startswith(_OLD_WORD):
        return trouble.old_format()
    return trouble.not_word(*name_file(data))


def _refuse_container(data: bytes) -> InputError:
    """An OLE container holds an encrypted document, an old one, or another program's file."""
    if has_stream(data, "EncryptedPackage"):
        return trouble.encrypted()
    if not has_stream(data, _OWN):
        for stream, (sv, en) in STREAMS.items():
            if has_stream(data, stream):
                return trouble.not_word(sv, en)
    return trouble.old_format()
