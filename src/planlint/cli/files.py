"""Files that planlint writes: whole or not at all."""

from __future__ import annotations

import os
from errno import EACCES, EISDIR, ENOENT
from pathlib import Path

from planlint.errors import UsageError


def replace_file(path: Path, content: str | bytes) -> None:
    """Put the content in the file at a path, in place of what is there. Raises UsageError where that fails.

    Whoever reads the file meanwhile has the old content or the new one, never a part; a link leads to the new one.
    Text goes in as UTF-8.
    """
    whole = path.resolve()
    part = _part_of(whole)
    try:
        try:
            _fill(part, content)
            part.replace(whole)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def create_file(path: Path, text: str) -> None:
    """Put the text in a new file at a path, as UTF-8. Raises UsageError where that fails, or something is there."""
    part = _part_of(path)
    try:
        if os.path.lexists(path):
            raise FileExistsError(path)  # noqa: TRY301 - told like the one that a link raises
        try:
            _fill(part, text)
            _name(part, path)
        finally:
            part.unlink(missing_ok=True)
    except FileExistsError:
        raise UsageError(
            f"”{path}” finns redan; ändra i den, eller flytta den först.",
            f"“{path}” exists already; change it, or move it first.",
        ) from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def hold_writable(path: Path) -> None:
    """Raises UsageError where a file at the path could not be written: no such folder, or no right to write in it."""
    folder = path.resolve().parent
    if path.is_dir():
        raise _unwritable(path, IsADirectoryError(EISDIR, os.strerror(EISDIR)))
    if not folder.is_dir():
        raise _unwritable(path, FileNotFoundError(ENOENT, os.strerror(ENOENT)))
    if not os.access(folder, os.W_OK):
        raise _unwritable(path, PermissionError(EACCES, os.strerror(EACCES)))


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}-{os.getpid()}")


def _fill(part: Path, content: str | bytes) -> None:
    with part.open("xb") as file:
        file.write(content.encode() if isinstance(content, str) else content)


def _name(part: Path, path: Path) -> None:
    """Give the file its name by a link, which never takes another file's place; moved, where the disk has no links."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        part.rename(path)


def _unwritable(path: Path, error: OSError | ValueError) -> UsageError:
    en = getattr(error, "strerror", None) or str(error)
    sv = en
    if isinstance(error, FileNotFoundError):
        sv = "mappen finns inte"
    elif isinstance(error, IsADirectoryError):
        sv = "det är en mapp"
    elif isinstance(error, PermissionError):
        sv = "behörighet saknas"
    return UsageError(f"”{path}” kan inte skrivas ({sv}).", f"“{path}” cannot be written ({en}).")
