"""The labelled parts of an intervention, from its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planlint.language.normalise import normalise
from planlint.model.plan import Heading
from planlint.model.text import Text
from planlint.recognise.labels import Labels
from planlint.recognise.lines import Line, without_number


@dataclass(slots=True)
class Group:
    """Lines under one label while they are gathered; `key` is None before the first label, '' under an unknown one."""

    key: str | None
    label: Line | None = None
    box: bool = False
    lines: list[Line] = field(default_factory=list)


def group_lines(lines: Iterable[Line], labels: Labels) -> list[Group]:
    """The lines under their labels, in order; what stands before the first label is the first group.

    Lines of a text box are left out unless the box has a label of its own; after it, the part around it goes on.
    """
    groups = [Group(None)]
    home = groups[0]
    for line in lines:
        current = groups[-1] if line.box else home
        if not _open_group(line, labels, current, groups) and (not line.box or current.box):
            current.lines.append(line)
        home = home if groups[-1].box else groups[-1]
    return groups


def _open_group(line: Line, labels: Labels, current: Group, groups: list[Group]) -> bool:
    """Begin a group if the line is a label; whether the line is used up (as a label, or a heading inside a part)."""
    found = _label(line, labels, current)
    if found is not None:
        key, rest = found
        groups.append(Group(key, _label_line(line, rest), line.box))
        if rest:
            groups[-1].lines.append(Line(rest, value_cell=line.value_cell, box=line.box))
        return True
    if line.heading is None and not line.label_cell:
        return False
    if not _divides(line.heading, current):
        groups.append(Group("", line, line.box))
    return True


def _label_line(line: Line, rest: Text | None) -> Line:
    """The line's label alone, without its colon and what follows it."""
    label = line.content if rest is None else line.content.cut(0, rest.start - line.content.start)
    return Line(label.strip(" :\t"), heading=line.heading)


def _divides(heading: Heading | None, current: Group) -> bool:
    """Whether an unknown heading only divides the part that it stands in."""
    above = current.label.heading if current.label else None
    return heading is not None and above is not None and heading.level > above.level


def _label(line: Line, labels: Labels, current: Group) -> tuple[str, Text | None] | None:
    """The part whose label the line is or begins with, and the words that follow on the same line, if any."""
    text = line.content.text
    loud = line.stands_out or line.label_cell or text.endswith(":")
    key = labels.match(text, current.key)
    if key is not None and (loud or not (line.item or _is_value(line, key, current, labels))):
        return key, None
    split = labels.split(text, current.key)
    if split is None or ((line.item or line.value_cell) and line.bold < split[1] - 1):
        return None
    return split[0], line.content.cut(split[1]).strip()


def _is_value(line: Line, key: str, current: Group, labels: Labels) -> bool:
    """Whether a plain line that reads like a label is what another label asks for ('Ansvarig' – 'E-rådet')."""
    waiting = current.key in labels.fields and not current.lines
    return waiting or (line.value_cell and labels.within.get(key) != current.key)


def items_of(group: Group, placeholders: frozenset[str], *, numbered: bool = False) -> tuple[Text, ...]:
    """What a reader sees as items: placeholders are none, nor is a line that leads into a list.

    Typed numbers are taken off unless the items are `numbered` by nature.
    """
    items = []
    for index, line in enumerate(group.lines):
        after = group.lines[index + 1] if index + 1 < len(group.lines) else None
        leads = not line.item and line.content.text.endswith(":") and after is not None and after.item
        if not leads and normalise(line.content.text) not in placeholders:
            items.append(line.content if numbered else without_number(line.content))
    return tuple(items)
