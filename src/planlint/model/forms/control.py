"""How a document states what it is: labels of its control fields."""

from __future__ import annotations

from planlint.model.words import Strict


class ControlForms(Strict):
    """Labels of the front page and the headers, and column headings of the version history."""

    version: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    """The headings of the table of contents itself."""
