"""Interventions: their parts, their background, their links to goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from planlint.language.normalise import normalise, words
from planlint.model.document import Table
from planlint.model.framework import Framework
from planlint.model.plan import GoalLink, Heading, Intervention, LabelledPart, Landmark, LinkStatus, Unplaced
from planlint.model.text import Text
from planlint.recognise.contained import listed_members
from planlint.recognise.framed import framed_members, is_overview
from planlint.recognise.goals import goal_sections
from planlint.recognise.keys import key_of
from planlint.recognise.labels import GOALS, Labels
from planlint.recognise.lines import Line, Reader
from planlint.recognise.link import Known, links_of
from planlint.recognise.members import Member, Sort, members
from planlint.recognise.parts import Group, find_label, group_lines, items_of
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
    goals: Known
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
    sort = _sort(chapters, means)
    if forms.under_goals:
        for code, _, section in goal_sections(chapters, goals, means.reader):
            for member in (
                members(section, sort)
                or framed_members(section, means.labels.any_label, forms, alone=True)
                or listed_members(section, code, means.labels, means.reader)
            ):
                yield member, (code,)
    elif forms.chapter in chapters:
        chapter = chapters[forms.chapter]
        headed = members(chapter, sort)
        framed = partial(framed_members, is_label=means.labels.any_label, forms=forms)
        yield from ((member, ()) for member in framed(chapter, alone=not headed))
        for member in headed:
            inside = framed(member.head, alone=False) if _several_tables(member.head) else ()
            yield from ((one, ()) for one in (inside if len(inside) > 1 else (member,)))


def _several_tables(section: Section) -> bool:
    """Whether a section has several tables, which may be an intervention each."""
    return sum(isinstance(block, Table) for block in section.blocks) > 1


def _sort(chapters: Mapping[str, Section], means: Means) -> Sort:
    """What tells an intervention from the other sections of the chapter."""
    forms = means.framework.interventions
    return Sort(
        label=lambda title: means.labels.any_label(title) or means.labels.with_codes(title) is not None,
        marks=lambda sections: tuple(_marks(sections, means)),
        near=lambda title: means.labels.near(title) is not None,
        repeat=True,
        excluded=frozenset(map(key_of, forms.not_interventions)),
        collective=frozenset(map(normalise, forms.collective)),
        chapters=frozenset(section.heading.place for section in chapters.values()),
    )


def _marks(sections: Iterable[Section], means: Means) -> Iterator[str]:
    """The keys of the labels in sections, their headings included, overviews of all interventions left out."""
    for section in sections:
        for line in means.reader.with_heading(_without_overviews(section, means)):
            found = find_label(line, means.labels, Group(None))
            if found is not None:
                yield found.key


def _without_overviews(section: Section, means: Means) -> Section:
    is_label, forms = means.labels.any_label, means.framework.interventions
    blocks = (b for b in section.blocks if not (isinstance(b, Table) and is_overview(b, is_label, forms)))
    return replace(section, blocks=tuple(blocks))


def _find(member: Member, under: tuple[str, ...], means: Means) -> Found:
    groups = group_lines(_lines(member, means.reader), means.labels)
    intervention = _intervention(member, groups, under, means)
    labelled = [(group, group.label) for group in groups if group.label is not None]
    own = section_landmark(member.head.heading)
    naming = {key_of(title) for title in _naming_labels(means.framework)}
    return Found(
        intervention,
        landmarks=(own, *(_landmark(group, label, means.labels) for group, label in labelled if group.key)),
        labels=tuple(label.heading.place for group, label in labelled if label.heading and group.key),
        unplaced=tuple(
            Unplaced(label.content, intervention.id)
            for group, label in labelled
            if group.key == "" and key_of(label.content.text) not in naming
        ),
    )


def _naming_labels(framework: Framework) -> tuple[str, ...]:
    """Labels of a table's rows that only repeat what the intervention is called."""
    return framework.interventions.title_labels + framework.interventions.number_labels


def _lines(member: Member, reader: Reader) -> list[Line]:
    """The lines of an intervention; where all stand in text boxes, as if they stood beside them."""
    lines = list(reader.section(member.head))
    for section in member.tail:
        lines += reader.with_heading(section)
    return [replace(line, box=False) for line in lines] if all(line.box for line in lines) else lines


def section_landmark(heading: Heading) -> Landmark:
    """A heading as a step of a path: its number and title."""
    return Landmark(" ".join(filter(None, (heading.number, heading.title))), heading.level, heading.place)


def _landmark(group: Group, label: Line, labels: Labels) -> Landmark:
    depth = LABEL_DEPTH + (group.key in labels.within)
    return Landmark(label.content.text, depth, label.content)


def _intervention(member: Member, groups: list[Group], under: tuple[str, ...], means: Means) -> Intervention:
    heading = member.head.heading
    framework = means.framework
    drop = frozenset(map(normalise, (*framework.placeholders, *framework.interventions.column_names)))
    parts = tuple(
        LabelledPart(group.key, group.label.content, _items(group, drop, means.labels))
        for group in groups
        if group.key and group.label
    )
    labelled = tuple(item for part in parts if part.key == "background" for item in part.items)
    background = tuple(line.content for line in groups[0].lines) + labelled
    linked = [line for group in groups if group.key == GOALS for line in group.lines]
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


def _items(group: Group, drop: frozenset[str], labels: Labels) -> tuple[Text, ...]:
    prose = group.key == "background" or group.key in labels.fields
    return items_of(group, drop, coded=group.key == GOALS, prose=prose)


def _above(under: tuple[str, ...], heading: Heading, goals: Known) -> tuple[GoalLink, ...]:
    """The links that standing under a goal makes."""
    return tuple(
        GoalLink(goal.code, heading.place, None, LinkStatus.RESOLVED, goal)
        for code in under
        for goal in goals.named.get(code, ())
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
