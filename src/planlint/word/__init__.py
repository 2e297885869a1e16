"""Everything that knows Word's file format: opening within limits, reading, automatic numbers, revisions, comments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planlint.model.document import Document, Reading
from planlint.model.edit import Edit
from planlint.model.note import Note
from planlint.model.returned import Returned


def read(data: bytes, reading: Reading = "final") -> Document:
    """A Word file's bytes as a Document, with tracked changes accepted (`final`) or rejected (`original`).

    Takes .docx, .docm and .dotx, transitional or strict. Raises InputError with one of the codes empty, encrypted,
    old-format, not-word, damaged and too-large for what cannot be read, and nothing else whatever the bytes are.
    """
    from planlint.word.document import read_document

    return read_document(data, reading)


def read_returned(data: bytes) -> Returned:
    """A Word file's bytes as a file that came back: both readings of it, and every tracked change in the original's.

    Its `document` and `final` equal what `read` gives. Raises InputError as `read`.
    """
    from planlint.word.tracked.returned import read_returned_document

    return read_returned_document(data)


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


def apply_edits(data: bytes, edits: Sequence[Edit], reading: Reading = "final") -> bytes:
    """A plan's Word file with changes made in it, as if an editor had accepted them; `reading` is that of their places.

    Edits may come in any order; those at one spot of a paragraph are made in the order given. Words are made first,
    then what goes is taken away, and then paragraphs are joined: so a paragraph is joined with the next that is left,
    and one that no other follows in its cell or text stays. New words look like those that they replace, or else those
    before; new blocks like the plan's own nearest ones that read alike, and they follow the table or the content
    control that the paragraph before them closes. What several edits add at one place comes in the order that it has in
    the file that it is from. What hangs in a paragraph and is no words, such as the marks of
    notes, stays as long as the paragraph does; comments stay in any case. A formula stays in one piece: a
    paragraph that is to end in it ends after it. Nothing is tracked. Parts that nothing is
    changed in stay as they were, and the same arguments give the same bytes.

    Raises InputError as `read`, and ValueError for edits that overlap, contradict one another, or stand where the
    reading has other words.
    """
    from planlint.word.editing.apply import apply_to_document

    return apply_to_document(data, edits, reading)
