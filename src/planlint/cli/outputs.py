"""The files that a run is asked to write: held against what is there before anything is read, then written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from planlint.cli.files import hold_writable, replace_file
from planlint.cli.values import suggest_value
from planlint.errors import InputError, UsageError
from planlint.intake import WORD_ENDINGS, Source, read_bytes

if TYPE_CHECKING:
    from planlint.model.outcome import Run
    from planlint.report.formats import Form

WORD: Final = "word"


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write, and the form of the report in it; `word` is a copy of the one document, with comments."""

    path: Path
    form: Form | Literal["word"]


def plan_outputs(
    paths: Sequence[Path], sources: Sequence[Source], others: Iterable[Path], *, force: bool
) -> tuple[Output, ...]:
    """What the files that the user named will hold, by their endings. Raises UsageError for one that may not be made.

    No document of the run is written over, nor one of the other files that it reads, nor (without `force`) a Word file
    that is not as planlint once wrote it.
    """
    read = [*(source.path for source in sources), *others]
    outputs = tuple(Output(path, _form_of(path)) for path in paths)
    for output in outputs:
        spare_documents(output.path, read)
        hold_writable(output.path)
        if output.form == WORD:
            _hold_word(output.path, sources, force=force)
    return outputs


def without_own(sources: Sequence[Source], outputs: Sequence[Path]) -> tuple[Source, ...]:
    """The sources but for those that an earlier run wrote, in a folder that is read, and that this one writes anew."""
    return tuple(
        source
        for source in sources
        if source.named or not any(_same_file(path, source.path) for path in outputs) or not _is_own(source.path)
    )


def write_outputs(outputs: Sequence[Output], run: Run, sources: Sequence[Source], written: datetime) -> list[Path]:
    """Write them, and tell which. A Word copy of a document that could not be read is not made."""
    done: list[Path] = []
    for output in outputs:
        content = _content(output, run, sources, written)
        if content is not None:
            replace_file(output.path, content)
            done.append(output.path)
    return done


def _form_of(path: Path) -> Form | Literal["word"]:
    from planlint.report.formats import ENDINGS

    ending = path.suffix.lower()
    if ending in WORD_ENDINGS:
        return "word"
    if ending not in ENDINGS:
        sv, en = suggest_value(ending, (*ENDINGS, ".docx"))
        raise UsageError(
            f"”{path}” har ingen ändelse som säger vad rapporten ska vara{sv}",
            f"“{path}” has no ending that tells what the report should be{en}",
        )
    return ENDINGS[ending]


def spare_documents(path: Path, documents: Iterable[Path]) -> None:
    """Raises UsageError where the path, by whatever name it goes, is one of the documents that are read."""
    if any(_same_file(path, document) for document in documents):
        raise UsageError(
            f"”{path}” är en fil som läses i körningen och skrivs aldrig över; ange ett annat namn.",
            f"“{path}” is a file that the run reads, and never written over; give another name.",
        )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100 - Path.resolve fails where links go round


def _hold_word(path: Path, sources: Sequence[Source], *, force: bool) -> None:
    """A Word copy is of one Word document, of the same sort, and takes no other Word file's place."""
    if len(sources) != 1:
        raise UsageError(
            f"”{path}” kan bara få kommentarer från ett dokument, inte {len(sources)}; granska ett i taget.",
            f"“{path}” can have the comments of one document only, not of {len(sources)}; check one at a time.",
        )
    ending = sources[0].path.suffix.lower()
    if ending not in WORD_ENDINGS:
        raise UsageError(
            f"kommentarer kan bara skrivas i ett Worddokument, och det är inte ”{sources[0].path}”.",
            f"comments can be written in a Word document only, and “{sources[0].path}” is none.",
        )
    if path.suffix.lower() != ending:
        raise UsageError(
            f"”{path}” ska ha samma ändelse som dokumentet, {ending}; annars öppnar Word det inte.",
            f"“{path}” must have the document’s own ending, {ending}; else Word does not open it.",
        )
    spare_word_file(path, force=force)


def spare_word_file(path: Path, *, force: bool) -> None:
    """Raises UsageError where a Word file stands at the path that is not as planlint wrote it, unless `force`."""
    if not force and os.path.lexists(path) and not _is_own(path):
        raise UsageError(
            f"”{path}” finns redan och är inte som planlint skrev det; ange ett annat namn, eller --force.",
            f"“{path}” exists already and is not as planlint wrote it; give another name, or --force.",
        )


def _is_own(path: Path) -> bool:
    """Whether the file is a report or a copy that planlint made; a Word file, only if nobody has saved it since."""
    from planlint import word
    from planlint.archive.seal import is_sealed
    from planlint.markdown import MARKER

    try:
        data = read_bytes(Source(path, str(path)))
    except InputError:
        return False
    if path.suffix.lower() in WORD_ENDINGS:
        return is_sealed(data) or word.is_annotated(data)
    return data.startswith(MARKER.encode())


def _content(output: Output, run: Run, sources: Sequence[Source], written: datetime) -> str | bytes | None:
    if output.form != "word":
        from planlint.report.formats import render

        return render(run, output.form)
    outcome = next(iter(run.outcomes))
    if outcome.error:
        return None
    from planlint.report.margin import annotate

    return annotate(_unchanged(sources[0], outcome.sha256), outcome, run, written)


def _unchanged(source: Source, sha256: str) -> bytes:
    """The document's bytes, which must be those that were checked. Raises InputError."""
    import hashlib

    data = read_bytes(source)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InputError(
            "unreadable",
            f"”{source.shown}” ändrades medan den granskades; kör igen.",
            f"“{source.shown}” was changed while it was checked; run again.",
        )
    return data
