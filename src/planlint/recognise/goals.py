"""Focus areas and the effect goals that they define."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planlint.language.goal_codes import split_code
from planlint.language.normalise import label_key
from planlint.model.framework import Framework, GoalForms
from planlint.model.plan import FocusArea, Goal
from planlint.model.text import Text
from planlint.recognise.chapters import Member, members
from planlint.recognise.lines import Line, Reader
from planlint.recognise.link import coded_line
from planlint.recognise.sections import Section


def focus_areas(chapter: Section | None, framework: Framework, reader: Reader) -> tuple[FocusArea, ...]:
    """The focus areas of their chapter with their goals; empty without the chapter."""
    if chapter is None:
        return ()
    forms = framework.goals
    find = _goals_in_lines if forms.form == "coded-lines" else _goals_in_headings
    return tuple(
        FocusArea(index + 1, member.head.heading, tuple(find(member, index, forms, reader)))
        for index, member in enumerate(_areas(chapter, forms))
    )


def _areas(chapter: Section, forms: GoalForms) -> tuple[Member, ...]:
    return members(chapter, goal_labels(forms)) if forms.nested else (Member(chapter, ()),)


def goal_labels(forms: GoalForms) -> Callable[[str], bool]:
    """Tells the labels that stand above goals in a focus area."""
    keys = {label_key(form) for form in forms.labels}
    return lambda text: label_key(text) in keys


def area_labels(chapter: Section | None, forms: GoalForms) -> Iterator[Text]:
    """The headings in the areas' chapter that are labels over goals, not sections."""
    is_label = goal_labels(forms)
    for section in chapter.walk() if chapter else ():
        if section is not chapter and is_label(section.heading.title):
            yield section.heading.place


def goal_sections(chapter: Section, forms: GoalForms) -> Iterator[tuple[str, Text, Section]]:
    """The goals that are headings, in order: code, own words, and the section that holds what stands under it."""
    for area in _areas(chapter, forms):
        for section in area.head.sections:
            found = _heading_code(section, forms)
            if found is not None:
                yield *found, section


def _heading_code(section: Section, forms: GoalForms) -> tuple[str, Text] | None:
    """A goal's code and words from its heading: 'Mål 2 Trygg vård', '2 Trygg vård', or an automatic number."""
    place = section.heading.place
    typed = split_code(place.text, forms.code)
    if typed is not None:
        return typed[0], place.cut(typed[1]).strip()
    numbered = split_code(section.heading.number or "", forms.code)
    return (numbered[0], place) if numbered else None


def _goals_in_headings(member: Member, area: int, forms: GoalForms, reader: Reader) -> Iterator[Goal]:
    del reader  # a heading is one line
    for section in member.head.sections:
        found = _heading_code(section, forms)
        if found is not None:
            yield Goal(*found, area)


def _goals_in_lines(member: Member, area: int, forms: GoalForms, reader: Reader) -> Iterator[Goal]:
    lines = [line for section in (member.head, *member.tail) for line in reader.section(section) if not line.box]
    for index, line in enumerate(lines):
        coded = coded_line(line, forms) if line.heading is None or line.heading.fake else None
        if coded is None:
            continue
        code, _, words = coded
        text = words or _next_cell(lines, index, forms)
        if text is not None:
            yield Goal(code, text, area)


def _next_cell(lines: list[Line], index: int, forms: GoalForms) -> Text | None:
    """The words of a goal whose code stands alone in its cell or on its line."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after.content if after and not after.heading and coded_line(after, forms) is None else None
