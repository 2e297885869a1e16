"""The whole plan from a document: its parts are recognised one by one, and what is left is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planlint.language.goal_codes import split_code
from planlint.language.normalise import label_key
from planlint.language.principles import find_mentions
from planlint.model.document import Document
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.plan import Heading, Intervention, Landmark, ListedPrinciple, Plan, PrincipleMention
from planlint.model.text import Text
from planlint.recognise.appendices import find_glossary, find_principles
from planlint.recognise.chapters import chapters_of, find_chapters
from planlint.recognise.control import contents_rows, find_control, title_paragraph
from planlint.recognise.goals import area_labels, focus_areas
from planlint.recognise.interventions import Found, Means, find_interventions, section_landmark
from planlint.recognise.labels import Labels, build_labels
from planlint.recognise.lines import Reader
from planlint.recognise.process import find_stages, process_labels
from planlint.recognise.sections import Section, Tree, build_tree
from planlint.recognise.texts import notes_of, whole_text


def recognise(document: Document, framework: Framework, principles: PrincipleSet | None) -> Plan:
    """The plan that the document is, read as the framework's kind; `kind` is 'unknown' where nothing identifies it."""
    title = title_paragraph(document.body)
    tree = build_tree(document.body, title)
    chapters = find_chapters(tree, framework)
    labels = build_labels(framework)
    reader = Reader(labels.any_label, lambda line: _starts(line, framework, labels))
    areas = focus_areas(chapters.get(framework.goals.chapter), framework, reader)
    goals = tuple(goal for area in areas for goal in area.goals)
    found = find_interventions(chapters, Means(framework, labels, reader, goals, notes_of(document)))
    listed = find_principles(chapters.get("principles"), principles, reader)
    texts = whole_text(document)
    mentions = _mentions(texts, listed, principles, _cued(found))
    headings = _headings(tree, chapters, framework, found)
    return Plan(
        framework=framework.name,
        kind="plan" if any(framework.chapters[key].identifies for key in chapters) else "unknown",
        paragraphs=document.paragraphs,
        control=find_control(document, title, tree.front, framework.control),
        headings=headings,
        landmarks=_landmarks(headings, found),
        contents=contents_rows(document.body),
        chapters=chapters_of(chapters),
        focus_areas=areas,
        interventions=tuple(_with_principles(one.intervention, mentions) for one in found),
        process=find_stages(chapters.get(framework.process.chapter), framework, reader),
        glossary=find_glossary(chapters.get("glossary"), framework, reader),
        principles=listed,
        mentions=mentions,
        texts=texts,
        unread=document.unread,
        unplaced=tuple(one for each in found for one in each.unplaced),
    )


def _starts(line: str, framework: Framework, labels: Labels) -> bool:
    """Whether a line after a soft break begins something of its own: a label or a goal's code."""
    coded = framework.goals.form == "coded-lines" and split_code(line, framework.goals.code) is not None
    return coded or labels.any_label(line) or labels.split(line) is not None


def _headings(
    tree: Tree, chapters: Mapping[str, Section], framework: Framework, found: tuple[Found, ...]
) -> tuple[Heading, ...]:
    """The section headings: not the labels of parts and goals, the lines of the process, the contents' own heading."""
    contents = {label_key(form) for form in framework.control.contents}
    labels = {
        *(label for one in found for label in one.labels),
        *area_labels(chapters.get(framework.goals.chapter), framework.goals),
        *process_labels(chapters.get(framework.process.chapter), framework),
    }
    return tuple(
        section.heading
        for section in tree.walk()
        if section.heading.place not in labels and label_key(section.heading.title) not in contents
    )


def _landmarks(headings: tuple[Heading, ...], found: tuple[Found, ...]) -> tuple[Landmark, ...]:
    marks = {section_landmark(heading) for heading in headings}
    marks.update(mark for one in found for mark in one.landmarks)
    return tuple(sorted(marks, key=lambda mark: (mark.place.paragraph, mark.place.start)))


Spot = tuple[str, int]
"""A paragraph: the part of the file, and the paragraph's index in it."""


def _spot(text: Text) -> Spot:
    return text.part, text.paragraph


def _cued(found: tuple[Found, ...]) -> frozenset[Spot]:
    """The paragraphs under a label for principles, where "5" alone is a reference."""
    parts = (part for one in found for part in one.intervention.parts if part.key == "principles")
    return frozenset(_spot(item) for part in parts for item in part.items)


def _mentions(
    texts: tuple[Text, ...],
    listed: tuple[ListedPrinciple, ...],
    principles: PrincipleSet | None,
    cued: frozenset[Spot],
) -> tuple[PrincipleMention, ...]:
    """The references to principles in the texts; the plan's own list defines them and refers to none."""
    if principles is None:
        return ()
    defined = {_spot(one.title) for one in listed}
    return tuple(
        mention
        for text in texts
        if _spot(text) not in defined
        for mention in find_mentions(text, principles, cued=_spot(text) in cued)
    )


def _with_principles(intervention: Intervention, mentions: tuple[PrincipleMention, ...]) -> Intervention:
    own = {_spot(text) for text in intervention.texts}
    inside = tuple(mention for mention in mentions if _spot(mention.place) in own)
    return replace(intervention, principles=inside)
