"""Everything that knows Word's file format: opening within limits, reading, automatic numbers, revisions, comments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planlint.model.document import Document, Reading
from planlint.model.note import Note


def read(data: bytes, reading: Reading = "final") -> Document:
    """A Word file's bytes as a Document, with tracked changes accepted (`final`) or rejected (`original`).

    Takes .docx, .docm and .dotx, transitional or strict. Raises InputError with one of the codes empty, encrypted,
    old-format, not-word, damaged and too-large for what cannot be read, and nothing else whatever the bytes are.
    """
    from planlint.word.document import read_document

    return read_document(data, reading)


def annotate(data: bytes, notes: Sequence[Note], reading: Reading, *, written: datetime, gone: str) -> bytes:
    """A copy of a Word file with notes as comments in its margin; `reading` is the one that their places are from.

    planlint's own comments from before are brought up to date: one is the note with its key, or else with its first
    line, and keeps its id, time, answers and resolved state; one whose note is gone goes, unless somebody has answered
    it, when it says its code and `gone`. Text, formatting, revisions, people's comments and all other parts stay as
    they were. `written` is the time that new comments bear, on the clock that the reader goes by. The same arguments
    give the same bytes, and annotating the copy with the same notes changes nothing. Raises InputError as `read`.
    """
    from planlint.word.annotation.annotate import annotate_document

    return annotate_document(data, notes, reading, written=written, gone=gone)


def is_annotated(data: bytes) -> bool:
    """Whether the bytes are a file as `annotate` wrote it, which nobody has saved since; False for any other bytes."""
    from planlint.word.annotation.annotate import is_annotated

    return is_annotated(data)
