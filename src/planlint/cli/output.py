"""What goes out: the report on standard output, trouble on standard error, both as UTF-8."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, Literal

import click

from planlint.cli.status import PIPE_CLOSED
from planlint.texts import Tongue

if TYPE_CHECKING:
    from planlint.report.page import Page

Color = Literal["auto", "always", "never"]
WIDEST: Final = 100
NARROWEST: Final = 40


def speak_utf8() -> None:
    """Make both streams UTF-8 whatever the locale says: Swedish letters must come out in C and in cp1252 alike.

    Line breaks go out as they are, so that a report is the same bytes everywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")


def write(text: str) -> None:
    """Write to standard output; where nobody reads it any more, end quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(PIPE_CLOSED) from None


def complain(message: str) -> None:
    """Say what is wrong, on one line of standard error."""
    from planlint.report.printable import printable

    sys.stderr.write(f"planlint: {printable(message)}\n")


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
