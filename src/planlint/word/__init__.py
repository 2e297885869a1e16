"""Everything that knows Word's file format: opening within limits, reading, automatic numbers, revisions, comments."""

from __future__ import annotations

from planlint.model.document import Document, Reading


def read(data: bytes, reading: Reading = "final") -> Document:
    """A Word file's bytes as a Document, with tracked changes accepted (`final`) or rejected (`original`).

    Takes .docx, .docm and .dotx, transitional or strict. Raises InputError with one of the codes empty, encrypted,
    old-format, not-word, damaged and too-large for what cannot be read, and nothing else whatever the bytes are.
    """
    from planlint.word.document import read_document

    return read_document(data, reading)
