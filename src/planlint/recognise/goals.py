"""Focus areas and the effect goals that they define."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from planlint.language.goal_codes import GOAL_CUES, split_code
from planlint.language.normalise import normalise
from planlint.model.framework import Framework, GoalForms
from planlint.model.plan import FocusArea, Goal
from planlint.model.text import Text
from planlint.recognise.bare_areas import areas_without_headings
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.lines import Line, Reader
from planlint.recognise.link import coded_line, words_after
from planlint.recognise.members import Member, Sort, members
from planlint.recognise.sections import Section


def focus_areas(chapters: Mapping[str, Section], framework: Framework, reader: Reader) -> tuple[FocusArea, ...]:
    """The focus areas of their chapter with their goals; empty without the chapter."""
    forms = framework.goals
    if forms.chapter not in chapters:
        return ()
    areas = _areas(chapters, forms, reader) or areas_without_headings(chapters[forms.chapter], forms, reader)
    if forms.form != "headings":
        find = _goals_in_lines if forms.form == "coded-lines" else _goals_in_items
        found = [list(find(member, index, forms, reader)) for index, member in enumerate(areas)]
    else:
        others = _other_headings(chapters, forms)
        found = [
            [Goal(code, text, index) for code, text, _ in headed_goals(member.head, forms, others)]
            for index, member in enumerate(areas)
        ]
    goals = _by_number(found) if forms.code_follows_area else found
    return tuple(
        FocusArea(index + 1, member.head.heading, tuple(own))
        for index, (member, own) in enumerate(zip(areas, goals, strict=True))
    )


def _by_number(found: list[list[Goal]]) -> list[list[Goal]]:
    """The goals of all areas, gathered in one place after them, back in the areas that their codes name."""
    holders = [goals for goals in found if goals]
    numbers = [int(goal.code[:-1]) for goals in holders for goal in goals if goal.code[:-1].isdecimal()]
    gathered = len(holders) == 1 and len(set(numbers)) > 1 and max(numbers) <= len(found)
    if not gathered or len(numbers) < len(holders[0]):
        return found
    return [
        [replace(goal, area=area) for goal, number in zip(holders[0], numbers, strict=True) if number == area + 1]
        for area in range(len(found))
    ]


def _areas(chapters: Mapping[str, Section], forms: GoalForms, reader: Reader) -> tuple[Member, ...]:
    chapter = chapters[forms.chapter]
    if not forms.nested:
        return (Member(chapter),)
    is_label = goal_labels(forms)
    coded = forms.form == "coded-lines"
    return members(
        chapter,
        Sort(
            label=lambda title: is_label(title) or (coded and split_code(title, forms.code) is not None),
            marks=lambda sections: tuple(_codes(sections, forms, reader)),
            collective=frozenset(map(normalise, forms.collective)),
            chapters=frozenset(section.heading.place for section in chapters.values()),
        ),
    )


def _codes(sections: Iterable[Section], forms: GoalForms, reader: Reader) -> Iterator[str]:
    """The codes that lines in sections begin with."""
    for section in sections:
        for line in reader.section(section):
            coded = coded_line(line, forms)
            if coded is not None:
                yield coded[0]


def goal_labels(forms: GoalForms) -> Callable[[str], bool]:
    """Tells the labels that stand above goals in a focus area."""
    keys = {key_of(form) for form in forms.labels}
    return lambda text: key_of(text) in keys


def area_labels(chapter: Section | None, forms: GoalForms) -> Iterator[Text]:
    """The headings in the areas' chapter that are labels over goals, not sections."""
    is_label = goal_labels(forms)
    for section in chapter.walk() if chapter else ():
        if section is not chapter and is_label(section.heading.title):
            yield section.heading.place


def goal_sections(
    chapters: Mapping[str, Section], forms: GoalForms, reader: Reader
) -> Iterator[tuple[str, Text, Section]]:
    """The goals that are headings, in order: code, own words, and the section that holds what stands under it."""
    others = _other_headings(chapters, forms)
    for area in _areas(chapters, forms, reader) if forms.chapter in chapters else ():
        yield from headed_goals(area.head, forms, others)


def headed_goals(
    area: Section, forms: GoalForms, others: frozenset[Text] = frozenset()
) -> list[tuple[str, Text, Section]]:
    """The sections of an area that are goals: code, own words, and the section.

    `others` are headings that are no goals, nor is one with a word for all goals. Where some codes have more figures
    than others ('Mål 1' beside '3.4 Uppföljning'), those of the sort that is more common are goals.
    """
    collective = frozenset(map(normalise, forms.collective))
    found = [
        (*coded, section)
        for section in area.sections
        if section.heading.place not in others
        and collective.isdisjoint(words_of(section.heading.title))
        and (coded := _heading_code(section, forms)) is not None
    ]
    sorts = Counter(code.count(".") for code, _, _ in found)
    common = max(sorts, key=lambda dots: (sorts[dots], -dots), default=0)
    return [one for one in found if one[0].count(".") == common]


def _other_headings(chapters: Mapping[str, Section], forms: GoalForms) -> frozenset[Text]:
    """The headings of the other chapters, which may stand among the goals."""
    return frozenset(section.heading.place for key, section in chapters.items() if key != forms.chapter)


def _heading_code(section: Section, forms: GoalForms) -> tuple[str, Text] | None:
    """A goal's code and words from its heading: 'Mål 2 Trygg vård', '2 Trygg vård', or an automatic number."""
    place = section.heading.place
    typed = split_code(place.text, forms.code, forms.cues or GOAL_CUES)
    if typed is not None:
        return typed[0], place.cut(typed[1]).strip()
    numbered = split_code(section.heading.number or "", forms.code)
    return (numbered[0], _without_cue(place, forms)) if numbered else None


def _without_cue(title: Text, forms: GoalForms) -> Text:
    """A goal's words without the word for goals in front ('Mål: Trygg vård')."""
    cue, colon, _ = title.text.partition(":")
    return title.cut(len(cue) + 1).strip() if colon and normalise(cue) in forms.cues else title


def _goals_in_lines(member: Member, area: int, forms: GoalForms, reader: Reader) -> Iterator[Goal]:
    """The goals in an area's lines; those in text boxes only where no others are, as they may be copies."""
    lines = [line for section in (member.head, *member.tail) for line in _with_coded_heading(section, member, reader)]
    for boxed in (False, True):
        goals = tuple(_coded_goals([line for line in lines if line.box is boxed], area, forms, reader))
        yield from goals
        if goals:
            return


def _goals_in_items(member: Member, area: int, forms: GoalForms, reader: Reader) -> Iterator[Goal]:
    """What stands under an area's label for goals, where goals have no codes: each is called by its place ('2.1')."""
    is_goal_label = goal_labels(forms)
    below = False
    number = 0
    for section in member.sections:
        for line in reader.section(section) if section is member.head else reader.with_heading(section):
            if is_goal_label(line.content.text):
                below = True
            elif line.heading or (line.row is None and not line.item and reader.labels(line.content.text)):
                below = False
            elif below and not line.box and not line.content.text.endswith(":"):
                number += 1
                yield Goal(f"{area + 1}.{number}", line.content, area)


def _with_coded_heading(section: Section, member: Member, reader: Reader) -> Iterator[Line]:
    """A section's lines; the heading of one that only follows the area may be a goal."""
    return reader.section(section) if section is member.head else reader.with_heading(section)


def _coded_goals(lines: list[Line], area: int, forms: GoalForms, reader: Reader) -> Iterator[Goal]:
    """The goals that lines define. What is said of a goal's code later ('Indikatorer': '1A: Andel …') defines none."""
    is_goal_label = goal_labels(forms)
    tabled: dict[str, bool] = {}
    beside = False
    for index, line in enumerate(lines):
        if line.heading or (line.row is None and reader.labels(line.content.text)):
            beside = reader.labels(line.content.text) and not is_goal_label(line.content.text)
        coded = coded_line(line, forms)
        text = (coded[2] or words_after(lines, index, forms)) if coded else None
        if coded is None or text is None:
            continue
        in_table = line.row is not None
        told_before = coded[0] in tabled and (beside or (in_table and not tabled[coded[0]]))
        if not told_before:
            tabled.setdefault(coded[0], in_table)
            yield Goal(coded[0], text, area)
