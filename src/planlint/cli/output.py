"""What goes out: the report on standard output, trouble on standard error, both as UTF-8."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TextIO

import click

from planlint.cli.status import PIPE_CLOSED
from planlint.errors import UsageError
from planlint.texts import Tongue, say

if TYPE_CHECKING:
    from planlint.model.outcome import Run
    from planlint.report.page import Page

Color = Literal["auto", "always", "never"]
WIDEST: Final = 100
NARROWEST: Final = 40


def speak_utf8() -> None:
    """Make both streams UTF-8 whatever the locale says: Swedish letters must come out in C and in cp1252 alike.

    Line breaks go out as they are, so that a report is the same bytes everywhere. What goes to a stream that was
    closed before planlint began goes nowhere.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def write(content: str | bytes) -> None:
    """Write to standard output; where nobody reads it any more, end quietly.

    Raises UsageError for a full disk, and for bytes that are no text where a person would see them.
    """
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise UsageError(
            "detta är en fil och ingen text; ange med --output var den ska sparas.",
            "this is a file and no text; give --output to say where it should be saved.",
        )
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left must not fail again at the end
        if isinstance(error, BrokenPipeError):
            raise click.exceptions.Exit(PIPE_CLOSED) from None
        raise UsageError(
            f"det går inte att skriva ut rapporten ({error.strerror}).",
            f"the report cannot be written ({error.strerror}).",
        ) from None


def complain(message: str) -> None:
    """Say what is wrong, on one line of standard error; where that fails too, the exit status must do."""
    from planlint.report.printable import printable

    with suppress(OSError):
        sys.stderr.write(f"planlint: {printable(message)}\n")
        sys.stderr.flush()


def complain_of_unread(run: Run) -> None:
    """Say on standard error what could not be read, and which rules broke."""
    for outcome in run.outcomes:
        if outcome.error:
            complain(f"{outcome.path}: {outcome.error.message}")
        for fault in outcome.faults:
            complain(f"{outcome.path}: {say('fault', run.language, rule=fault.rule, message=fault.message)}")


def tell_written(paths: Iterable[Path], language: Tongue) -> None:
    """Say on standard error which files were written."""
    for path in paths:
        complain(say("written", language, path=str(path)))


def page(language: Tongue, color: Color) -> Page:
    """What a text is written on: as wide as the terminal within what reads well, else the standard width."""
    import shutil

    from planlint.report.page import WIDTH, Page

    wide = min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns)) if sys.stdout.isatty() else WIDTH
    return Page(language, wide, wants_color(color))


def wants_color(color: Color) -> bool:
    """Whether to colour standard output: as told, else on a terminal that can, unless NO_COLOR is set."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
