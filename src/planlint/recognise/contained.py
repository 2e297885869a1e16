"""Interventions that are only lines under a goal: the items of a list, or lines that are numbered by the goal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from planlint.language.folding import fold
from planlint.model.plan import Heading
from planlint.model.text import Text
from planlint.recognise.labels import Labels
from planlint.recognise.lines import Line, Reader, without_number
from planlint.recognise.members import Member
from planlint.recognise.parts import group_lines
from planlint.recognise.sections import Section

LISTS = "activities"
"""The key of the part whose items are the interventions, where a goal has no other: 'Åtgärder' over a list."""

_SHORTEST = 2
"""Words of an item that is an intervention and no mark of something."""


def listed_members(goal: Section, code: str, labels: Labels, reader: Reader) -> Iterator[Member]:
    """The interventions in the section of the goal with that code.

    They are the items under a label for actions, else the lines that begin with the code and a number of their own.
    """
    lines = [line for line in reader.section(goal) if not line.box]
    numbered = _numbered_by(code)
    listed = [line for group in group_lines(lines, labels) if group.key == LISTS for line in group.lines]
    for line in listed or [line for line in lines if numbered(line)]:
        member = _member(line, goal, numbered(line))
        if member is not None:
            yield member


def _member(line: Line, goal: Section, numbered: re.Match[str] | None) -> Member | None:
    """The intervention that one line is, if it says something and does not only lead into a list."""
    words = line.content
    number = None
    if numbered is not None:
        folded = fold(words.text)
        number = numbered["number"]
        words = words if line.number else words.cut(folded.origin(numbered.end()))
    title = _first_sentence(without_number(words)).strip(" .:–—-\t\n")
    if len(title.text.split()) < _SHORTEST or line.content.text.endswith(":"):
        return None
    return Member(Section(Heading(title.text, goal.heading.level + 1, title, number, fake=True), (), ()))


def _numbered_by(code: str) -> Callable[[Line], re.Match[str] | None]:
    """Tells lines with a number that goes on from a goal's code, typed or automatic: '1.2 Prova …' under goal 1."""
    pattern = re.compile(rf"\s*(?P<number>{re.escape(code)}\.\d{{1,2}})(?![\w.]\d|\w)[.:)]?\s*")
    return lambda line: pattern.match(line.number or fold(line.content.text).text)


def _first_sentence(words: Text) -> Text:
    found = re.search(r"[.!?](?=\s+[A-ZÅÄÖ])", words.text)
    return words.cut(0, found.start()) if found else words
