"""The labelled parts of an intervention, from its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from planlint.language.normalise import normalise
from planlint.model.plan import Heading
from planlint.model.text import Text
from planlint.recognise.labels import GOALS, Labels
from planlint.recognise.lines import Line, without_number

_SEVERAL = re.compile(r";[ \t]+")
_ENDS_SENTENCE = re.compile(r"[.!,;]\s*$")
_SENTENCE = re.compile(r"[.!?][\s”\"]+[A-ZÅÄÖ]")


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label that begins a line: its part's key, itself, and the words of the part on the same line, if any."""

    key: str
    label: Text
    rest: Text | None = None


@dataclass(slots=True)
class Group:
    """Lines under one label while they are gathered; `key` is None before the first label, '' under an unknown one.

    `run_in` says that the first line stands on the label's own.
    """

    key: str | None
    label: Line | None = None
    box: bool = False
    run_in: bool = False
    lines: list[Line] = field(default_factory=list)


def group_lines(lines: Iterable[Line], labels: Labels) -> list[Group]:
    """The lines under their labels, in order; what stands before the first label is the first group.

    Lines of a text box are left out unless the box has a label of its own; after it, the part around it goes on.
    """
    groups = [Group(None)]
    home = groups[0]
    every = list(lines)
    for line, after in zip_longest(every, every[1:]):
        current = groups[-1] if line.box else home
        found = find_label(line, labels, current, over_list=after is not None and after.item)
        if _open_group(line, found, current, groups):
            home = home if groups[-1].box else groups[-1]
        elif not line.box:
            home = _home(line, groups, home, labels)
            home.lines.append(line)
        elif current.box:
            current.lines.append(line)
    return groups


def _home(line: Line, groups: list[Group], home: Group, labels: Labels) -> Group:
    """The group that a line without a label belongs to: a fact on its label's line ends there ('Ansvarig: Ada')."""
    closed = home.run_in and home.key in labels.fields and not line.item and not line.value_cell
    facts_only = all(group.key is None or group.key in labels.fields for group in groups)
    return groups[0] if closed and facts_only else home


def _open_group(line: Line, found: FoundLabel | None, current: Group, groups: list[Group]) -> bool:
    """Begin a group if the line is a label; whether the line is used up (as a label, or a heading inside a part)."""
    if found is not None:
        label = Line(found.label.strip(" .:–—-\t\n"), heading=line.heading)
        groups.append(Group(found.key, label, line.box, run_in=bool(found.rest)))
        if found.rest:
            groups[-1].lines.append(Line(found.rest, value_cell=line.value_cell, row=line.row, box=line.box))
        return True
    if line.heading is None and not line.label_cell:
        return False
    if not _divides(line.heading, current):
        groups.append(Group("", line, line.box))
    return True


def _divides(heading: Heading | None, current: Group) -> bool:
    """Whether an unknown heading only divides the part that it stands in."""
    above = current.label.heading if current.label else None
    return heading is not None and above is not None and heading.level > above.level


def find_label(line: Line, labels: Labels, current: Group, *, over_list: bool = False) -> FoundLabel | None:
    """The part whose label the line is or begins with, and the words that follow on the same line, if any.

    `over_list` says that an item of a list stands below.
    """
    content = line.content
    loud = line.stands_out or line.label_cell or content.text.endswith(":")
    key = labels.match(without_number(content).text if loud else content.text, current.key)
    if key is not None and (loud or not (line.item or _is_value(line, key, current, labels))):
        return FoundLabel(key, content)
    split = labels.split(content.text, current.key, line.set_off)
    if split is not None and _counts(line, split, current, labels):
        return FoundLabel(split[0], content.cut(0, split[1]), content.cut(split[2]).strip())
    division = labels.sentence(content.text, current.key)
    if division is not None:
        return FoundLabel(division[0], content.cut(0, division[1]), content)
    inside = (current.key == GOALS and line.heading is None) or (line.item and current.key)
    codes = None if inside else labels.with_codes(content.text)
    if codes is not None:
        return FoundLabel(GOALS, content.cut(0, codes[0]), content.cut(codes[1]))
    if line.item or line.value_cell:
        return None
    return _near(line, labels, loud=loud or (over_list and not _ENDS_SENTENCE.search(content.text)))


def _near(line: Line, labels: Labels, *, loud: bool) -> FoundLabel | None:
    """As `find_label`, for what surely is a label, though not in a form that the framework has."""
    content = line.content
    if loud:
        key = labels.near(without_number(content).text)
        return FoundLabel(key, content) if key else None
    end = labels.run_in(content.text, line.set_off)
    key = labels.near(content.text[: end[0]], sure=end[0] <= line.set_off) if end else None
    return FoundLabel(key, content.cut(0, end[0]), content.cut(end[1]).strip()) if key and end else None


def _counts(line: Line, split: tuple[str, int, int], current: Group, labels: Labels) -> bool:
    """Whether a label with words after it is one: in a list or a cell only if it is set off, or divides the part."""
    quiet = line.item or line.value_cell
    return not quiet or line.set_off >= split[1] or _within(split[0], current, labels)


def _within(key: str, current: Group, labels: Labels) -> bool:
    """Whether a part is a division of the one that is being read, or of the same whole."""
    return key in labels.within and labels.whole(key) == labels.whole(current.key)


def _is_value(line: Line, key: str, current: Group, labels: Labels) -> bool:
    """Whether a plain line that reads like a label is what another label asks for ('Ansvarig' – 'E-rådet')."""
    waiting = current.key in labels.fields and not current.lines
    return waiting or (line.value_cell and not _within(key, current, labels))


def items_of(
    group: Group, placeholders: frozenset[str], *, coded: bool = False, prose: bool = False
) -> tuple[Text, ...]:
    """What a reader sees as items: placeholders are none, nor is a line that leads into a list.

    Typed numbers are taken off unless the items are `coded`; what semicolons part in `prose` is one item.
    """
    items: list[Text] = []
    for index, line in enumerate(group.lines):
        after = group.lines[index + 1] if index + 1 < len(group.lines) else None
        leads = not line.item and line.content.text.endswith(":") and after is not None and after.item
        if not leads and normalise(line.content.text) not in placeholders:
            item = line.content if coded else without_number(line.content)
            items += [item] if coded or prose or line.item else several(item)
    return tuple(items)


def several(text: Text) -> list[Text]:
    """The items that a line holds: more than one where one sentence lists them with semicolons between."""
    if ";" not in text.text or _SENTENCE.search(text.text):
        return [text]
    ends = [found.span() for found in _SEVERAL.finditer(text.text)]
    starts = [0, *(end for _, end in ends)]
    return [text.cut(start, end).strip() for start, end in zip(starts, [*(at for at, _ in ends), None], strict=True)]
