"""Which files a run is about, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from planlint.archive.trouble import empty
from planlint.errors import InputError
from planlint.model.document import Document, Reading

WORD_ENDINGS = frozenset({".docx", ".docm", ".dotx"})
MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; beyond it nothing is read (the limit that held in measurements of some 3,900 real files)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `shown` is its path as reports write it; `folder` the folder argument that it was found in.

    `content` is what is read in place of the file, for a document that exists only while planlint runs.
    """

    path: Path
    shown: str
    folder: str | None = None
    content: bytes | None = None

    @property
    def named(self) -> bool:
        """Whether the user named the file itself."""
        return self.folder is None


def find_sources(
    paths: Sequence[Path], folder: Path, endings: Container[str] = WORD_ENDINGS | MARKDOWN_ENDINGS
) -> tuple[Source, ...]:
    """The files that the arguments stand for, folders opened; each file once. `folder` is the current one.

    In a folder, hidden files and folders, Word's '~$' files and those with other endings are passed over.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        inside = tuple(_walk(path, endings)) if is_folder(path) else ()
        origin = shown_path(path, folder) if inside else None
        for file in inside or (path,):
            source = Source(file, shown_path(file, folder), origin)
            known = found.setdefault(absolute_path(file), source)
            if source.named and not known.named:
                found[absolute_path(file)] = source
    return tuple(found.values())


def _walk(folder: Path, endings: Container[str]) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            if not name.startswith((".", "~$")) and ending in endings:
                yield Path(root) / name


def shown_path(path: Path, folder: Path) -> str:
    """The path relative to the current folder with '/'; the base name for a file outside it."""
    absolute = absolute_path(path)
    try:
        shown = absolute.relative_to(absolute_path(folder)).as_posix()
    except ValueError:
        shown = absolute.name
    return os.fsencode(shown).decode("utf-8", "replace")  # a locale without UTF-8 hands over å as half characters


def absolute_path(path: Path) -> Path:
    """The path from the root without '..', links left as they are: a linked file keeps the name that the user gave."""
    return Path(os.path.normpath(path.absolute()))


def read_bytes(source: Source) -> bytes:
    """The file's bytes. Raises InputError where there is no such file or it cannot be read."""
    if source.content is not None:
        return source.content
    try:
        status = source.path.stat()
        if S_ISDIR(status.st_mode):
            raise no_plan()
        if not S_ISREG(status.st_mode):
            raise _no_file()
        if status.st_size > LARGEST_FILE:
            raise _too_large()
        return source.path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise _missing() from None
    except OSError as error:
        raise _unreadable(error) from None


def is_folder(path: Path) -> bool:
    """Whether there is a folder at the path; a path that cannot even be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _missing() -> InputError:
    return InputError(
        "missing",
        "Filen finns inte. Kontrollera namnet och mappen.",
        "There is no such file. Check the name and the folder.",
    )


def _no_file() -> InputError:
    return InputError(
        "unreadable",
        "Detta är ingen vanlig fil. Ange planen som en fil (.docx eller .md).",
        "This is no ordinary file. Name the plan as a file (.docx or .md).",
    )


def _unreadable(error: OSError) -> InputError:
    sv = "behörighet saknas" if isinstance(error, PermissionError) else error.strerror
    return InputError(
        "unreadable",
        f"Filen går inte att läsa ({sv}). Stäng den i andra program och kontrollera rättigheterna.",
        f"The file cannot be read ({error.strerror}). Close it elsewhere and check the permissions.",
    )


def no_plan() -> InputError:
    """For a folder in which no document is a plan."""
    return InputError(
        "no-plan",
        "Mappen innehåller ingen plan. Ange mappen där planen ligger, eller själva filen (.docx eller .md).",
        "The folder holds no plan. Name the folder that has it, or the file itself (.docx or .md).",
    )


def _too_large() -> InputError:
    megabytes = LARGEST_FILE // 2**20
    return InputError(
        "too-large",
        f"Filen är större än {megabytes} MB. Ta bort eller komprimera bilder i Word och försök igen.",
        f"The file is larger than {megabytes} MB. Remove or compress its pictures in Word and try again.",
    )


def read_document(source: Source, data: bytes, reading: Reading) -> Document:
    """The document in the bytes, by the file's ending; what is no Markdown is taken for Word. Raises InputError."""
    if not data:
        raise empty()
    if source.path.suffix.lower() in MARKDOWN_ENDINGS:
        from planlint import markdown

        return markdown.read(_decoded(data), reading)
    from planlint import word

    return word.read(data, reading)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            "damaged",
            "Texten är inte i UTF-8. Spara om filen med den teckenkodningen.",
            "The text is not UTF-8. Save the file in that encoding.",
        ) from None
