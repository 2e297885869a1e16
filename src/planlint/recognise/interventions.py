"""Interventions: their parts, their background, their links to goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planlint.language.normalise import normalise, words
from planlint.model.framework import Framework
from planlint.model.plan import Goal, GoalLink, Heading, Intervention, LabelledPart, Landmark, LinkStatus, Unplaced
from planlint.model.text import Text
from planlint.recognise.chapters import Member, members
from planlint.recognise.framed import framed_members
from planlint.recognise.goals import goal_sections
from planlint.recognise.labels import Labels
from planlint.recognise.lines import Line, Reader
from planlint.recognise.link import links_of
from planlint.recognise.parts import Group, group_lines, items_of
from planlint.recognise.sections import Section
from planlint.recognise.texts import Notes, section_texts

LABEL_DEPTH = 20
"""A label's depth in a path; deeper than any section, whose levels are 1–9."""


@dataclass(frozen=True, slots=True)
class Means:
    """What interventions are recognised with."""

    framework: Framework
    labels: Labels
    reader: Reader
    goals: tuple[Goal, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class Found:
    """An intervention (its principles not yet filled in) with what its recognition leaves for the plan.

    `labels` are the headings that are labels of parts, not sections.
    """

    intervention: Intervention
    landmarks: tuple[Landmark, ...]
    labels: tuple[Text, ...]
    unplaced: tuple[Unplaced, ...]


def find_interventions(chapters: Mapping[str, Section], means: Means) -> tuple[Found, ...]:
    """The interventions of their chapter, or those that stand under the goals."""
    return tuple(_find(member, under, means) for member, under in _members(chapters, means))


def _members(chapters: Mapping[str, Section], means: Means) -> Iterator[tuple[Member, tuple[str, ...]]]:
    """Each intervention's sections, and the codes of the goals above it."""
    forms, goals = means.framework.interventions, means.framework.goals
    if forms.under_goals:
        for code, _, section in goal_sections(chapters[goals.chapter], goals) if goals.chapter in chapters else ():
            for member in members(section, means.labels.any_label, forms.not_interventions):
                yield member, (code,)
    elif forms.chapter in chapters:
        chapter = chapters[forms.chapter]
        is_label = means.labels.any_label
        headed = members(chapter, is_label, forms.not_interventions)
        framed = framed_members(chapter, is_label, forms.title_labels, alone=not headed)
        for member in (*framed, *headed):
            yield member, ()


def _find(member: Member, under: tuple[str, ...], means: Means) -> Found:
    groups = group_lines(_lines(member, means.reader), means.labels)
    intervention = _intervention(member, groups, under, means)
    labelled = [(group, group.label) for group in groups if group.label is not None]
    own = section_landmark(member.head.heading)
    return Found(
        intervention,
        landmarks=(own, *(_landmark(group, label, means.labels) for group, label in labelled if group.key)),
        labels=tuple(label.heading.place for group, label in labelled if label.heading and group.key),
        unplaced=tuple(Unplaced(label.content, intervention.id) for group, label in labelled if group.key == ""),
    )


def _lines(member: Member, reader: Reader) -> Iterator[Line]:
    yield from reader.section(member.head)
    for section in member.tail:
        yield Line(section.heading.place, heading=section.heading, stands_out=True)
        yield from reader.section(section)


def section_landmark(heading: Heading) -> Landmark:
    """A heading as a step of a path: its number and title."""
    return Landmark(" ".join(filter(None, (heading.number, heading.title))), heading.level, heading.place)


def _landmark(group: Group, label: Line, labels: Labels) -> Landmark:
    depth = LABEL_DEPTH + (group.key in labels.within)
    return Landmark(label.content.text, depth, label.content)


def _intervention(member: Member, groups: list[Group], under: tuple[str, ...], means: Means) -> Intervention:
    heading = member.head.heading
    drop = frozenset(normalise(word) for word in means.framework.placeholders)
    parts = tuple(
        LabelledPart(group.key, group.label.content, items_of(group, drop, numbered=group.key == "goal_links"))
        for group in groups
        if group.key and group.label
    )
    labelled = tuple(item for part in parts if part.key == "background" for item in part.items)
    background = tuple(line.content for line in groups[0].lines) + labelled
    linked = (line for group in groups if group.key == "goal_links" for line in group.lines)
    return Intervention(
        number=heading.number,
        heading=heading,
        background=background,
        parts=parts,
        links=_above(under, heading, means.goals) + links_of(linked, means.goals, means.framework.goals),
        principles=(),
        texts=section_texts((member.head, *member.tail), means.notes),
        kind=_kind(parts, (heading.title, *(text.text for text in background)), means.framework),
        under=under,
    )


def _above(under: tuple[str, ...], heading: Heading, goals: tuple[Goal, ...]) -> tuple[GoalLink, ...]:
    """The links that standing under a goal makes."""
    return tuple(
        GoalLink(goal.code, heading.place, None, LinkStatus.RESOLVED, goal) for goal in goals if goal.code in under
    )


def _kind(parts: tuple[LabelledPart, ...], rest: tuple[str, ...], framework: Framework) -> str | None:
    """The sort of intervention that its words tell: the field for it, else the roles, the activities, the rest."""
    for keys in ({"kind"}, {"council_role", "municipal_role"}, {"activities"}):
        told = _told([item.text for part in parts if part.key in keys for item in part.items], framework)
        if told:
            return told
    return _told(rest, framework)


def _told(texts: list[str] | tuple[str, ...], framework: Framework) -> str | None:
    """The sort whose words are the most frequent, if one is."""
    said = [word for text in texts for word in words(text)]
    counts = {
        kind: sum(word.startswith(stems) for word in said) for kind, stems in framework.interventions.kinds.items()
    }
    best = max(counts.values(), default=0)
    leaders = [kind for kind, count in counts.items() if count == best]
    return leaders[0] if best and len(leaders) == 1 else None
