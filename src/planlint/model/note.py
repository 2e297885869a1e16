"""A comment that planlint writes in the margin of a Word file."""

from __future__ import annotations

from dataclasses import dataclass

from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin about some words.

    `place` is the words, in the reading that was checked (or in the final one, where `final` says so, whichever was);
    without words, the spot or the paragraph. `key` names the
    note from one version of the file to the next (16 hex digits). The first of its `lines` begins with the rule's
    code: a reply to the note is about that rule. One that is kept for its `answers` only is not written anew: it stays
    where it stands already and somebody has answered it.
    """

    key: str
    place: Text
    lines: tuple[str, ...]
    answers: bool = False
    final: bool = False
