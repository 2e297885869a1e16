"""What comments are written into: plans and samples with what is found in them, odd files with comments everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from planlint import engine, word
from planlint.config import Config
from planlint.errors import InputError
from planlint.intake import Source
from planlint.model.document import Reading, paragraphs
from planlint.model.note import Note
from planlint.model.outcome import Run
from planlint.model.text import Text
from planlint.report.margin import notes_on
from planlint.rulebook import load
from planlint.texts import say
from tests.office.odd import odd_files

FOLDER: Final = "PLANLINT_OFFICE_FILES"
"""The variable of the environment that names a folder of files to try instead."""
WRITTEN: Final = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
GONE: Final = say("comment-gone", "sv")

_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A Word file, and what is to stand in its margin."""

    name: str
    data: bytes
    notes: tuple[Note, ...]
    reading: Reading = "final"

    @property
    def annotated(self) -> bytes:
        """The file with the comments."""
        return annotate(self.data, self.notes, self.reading)


def annotate(data: bytes, notes: Sequence[Note], reading: Reading = "final", *, written: datetime = WRITTEN) -> bytes:
    """The file with these comments, as planlint writes them in Swedish."""
    return word.annotate(data, notes, reading, written=written, gone=GONE)


def found(paths: Sequence[Path]) -> Iterator[Case]:
    """The files with what planlint finds in them before they are published."""
    means = engine.prepare(Config(phase="publication", debug=True), load())
    for path in paths:
        outcome = engine.examine(Source(path, path.name), means)
        run = Run("publication", "final", "sv", (outcome,), rules=load().rules)
        notes = tuple(note for note in notes_on(outcome, run) if not note.answers)
        yield Case(path.name, path.read_bytes(), notes)


def odd() -> Iterator[Case]:
    """The odd files with a comment on every word, on every paragraph, and on pieces of some; tracked ones both ways."""
    for name, data in odd_files().items():
        yield Case(f"odd-{name}", data, everywhere(data, "final"))
    tracked = odd_files()["tracked.docx"]
    yield Case("odd-original.docx", tracked, everywhere(tracked, "original"), "original")


def swept(folder: Path) -> Iterator[Case]:
    """Every Word file of a folder that planlint reads, with what is found in it and comments here and there.

    Those that hold no paragraph are left out: no comment can stand there.
    """
    for case in found(sorted(folder.glob("*.do[ct]*"))):
        try:
            notes = everywhere(case.data, "final")
            paragraphs_there = word.read(case.data).paragraphs
        except InputError:
            continue
        if paragraphs_there:
            yield replace(case, notes=case.notes + notes[:: max(1, len(notes) // 60)])


def everywhere(data: bytes, reading: Reading) -> tuple[Note, ...]:
    """A note on every word of the file, on every paragraph, and on all but its first and last characters."""
    document = word.read(data, reading)
    blocks = [*document.body, *(block for part in document.parts for block in part.blocks)]
    places = [place for paragraph in paragraphs(tuple(blocks)) for place in _places(paragraph.content)]
    return tuple(note(number, place) for number, place in enumerate(places))


def note(number: int, place: Text) -> Note:
    """A note that no other is like."""
    lines = (f"PL{number:03} Fel: ”{place.text}”.", "Varför: Å, ä och ö ska läsas rätt.", "Gör så här: Läs.")
    return Note(f"{number:016x}", place, tuple(re.sub(r"\s", " ", line) for line in lines))


def _places(content: Text) -> Iterator[Text]:
    yield content
    yield from (content.cut(*match.span()) for match in _WORDS.finditer(content.text))
    if len(content.text) > 4:
        yield content.cut(2, len(content.text) - 2)


def mended(case: Case) -> Case:
    """The same file with every other note gone."""
    return replace(case, notes=case.notes[::2])
