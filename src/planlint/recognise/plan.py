"""The whole plan from a document: its parts are recognised one by one, and what is left is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from planlint.language.principles import find_mentions
from planlint.model.card import ProjectCard
from planlint.model.document import Document, Paragraph
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.plan import Heading, Intervention, Landmark, ListedPrinciple, Plan, PrincipleMention
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.recognise.appendices import find_glossary, find_principles
from planlint.recognise.card import card_landmarks, find_card
from planlint.recognise.chapters import chapter_in, chapter_titles, chapters_of, find_chapters, form_words
from planlint.recognise.contents import contents_heading, contents_rows
from planlint.recognise.control import find_control, title_paragraph
from planlint.recognise.goals import area_labels, focus_areas, goal_labels
from planlint.recognise.headings import Hints
from planlint.recognise.interventions import Found, Means, find_interventions, section_landmark
from planlint.recognise.keys import key_of
from planlint.recognise.labels import Labels, build_labels
from planlint.recognise.lines import Reader
from planlint.recognise.link import Known, coded_by, goal_named_by
from planlint.recognise.papers import is_paper
from planlint.recognise.process import find_stages, process_labels
from planlint.recognise.sections import Section, Tree, build_tree
from planlint.recognise.texts import notes_of, whole_text
from planlint.recognise.timeline import find_own_timeline, find_timeline


def recognise(document: Document, framework: Framework, principles: PrincipleSet | None) -> Plan:
    """The plan that the document is, read as the framework's kind; `kind` is 'unknown' where nothing identifies it."""
    title = title_paragraph(document.body)
    codes = coded_by(framework.goals)
    labels = build_labels(framework, codes)
    tree = build_tree(document.body, title, _hints(framework, labels))
    chapters = find_chapters(tree, framework)
    reader = Reader(labels.any_label, lambda line: _starts(line, labels, codes), codes)
    members = chapters if framework.kind == "plan" else {}
    areas = focus_areas(members, framework, reader)
    goals = Known.of(goal for area in areas for goal in area.goals)
    found = find_interventions(members, Means(framework, labels, reader, goals, notes_of(document)))
    timeline = _timeline(document, tree, chapters, title, framework)
    listed = find_principles(chapters.get("principles"), principles, reader)
    card = find_card(document, framework) if framework.kind == "card" else None
    texts = whole_text(document)
    mentions = _mentions(texts, listed, principles, _cued(found))
    inside = _by_spot(mentions)
    headings = _headings(tree, chapters, framework, found, card)
    contents = contents_heading(document.body, framework.control)
    return Plan(
        framework=framework.name,
        kind=framework.kind if _of_its_kind(framework, chapters, card, timeline) and not is_paper(title) else "unknown",
        paragraphs=document.paragraphs,
        control=find_control(document, title, tree, chapters, framework),
        headings=headings,
        landmarks=tuple(_landmarks(headings, found, contents, card)),
        contents=contents_rows(document.body),
        chapters=chapters_of(chapters),
        focus_areas=areas,
        interventions=tuple(_with_principles(one.intervention, inside) for one in found),
        process=find_stages(chapters.get(framework.process.chapter), framework, reader),
        glossary=find_glossary(chapters.get("glossary"), framework, reader),
        principles=listed,
        mentions=mentions,
        texts=texts,
        card=card,
        timeline=timeline,
        unread=document.unread,
        unplaced=tuple(one for each in found for one in each.unplaced),
    )


def _of_its_kind(
    framework: Framework, chapters: Collection[str], card: ProjectCard | None, timeline: tuple[TimelineStep, ...]
) -> bool:
    """Whether the document is what the framework describes; a roadmap is told by its title, or by who names it one."""
    if framework.kind == "plan":
        return any(framework.chapters[key].identifies for key in chapters)
    return framework.kind == "roadmap" or (card is not None if framework.kind == "card" else bool(timeline))


def _timeline(
    document: Document, tree: Tree, chapters: Mapping[str, Section], title: Paragraph | None, framework: Framework
) -> tuple[TimelineStep, ...]:
    """The consultation's timeline: the document itself, or a chapter of it beside those for goals and interventions."""
    if framework.kind == "timeline":
        return find_timeline(document, tree, title.content if title else None, framework)
    own = [chapters[key] for key in (framework.goals.chapter, framework.interventions.chapter) if key in chapters]
    return find_own_timeline(document, tree, framework, own)


def _hints(framework: Framework, labels: Labels) -> Hints:
    """What the framework knows of headings that only look like ones."""
    is_goal_label = goal_labels(framework.goals)
    titles, forms = chapter_titles(framework), form_words(framework)
    return Hints(
        label=lambda text: labels.any_label(text) or is_goal_label(text),
        chapter=lambda text: key_of(text) in titles,
        near=lambda text: chapter_in(text, forms),
        goal=goal_named_by(framework.goals),
        designations=framework.interventions.designations + framework.goals.designations,
    )


def _starts(line: str, labels: Labels, codes: Callable[[str], bool]) -> bool:
    """Whether a line after a soft break begins something of its own: a label or a goal's code."""
    return codes(line) or labels.any_label(line) or labels.split(line) is not None


def _headings(
    tree: Tree,
    chapters: Mapping[str, Section],
    framework: Framework,
    found: tuple[Found, ...],
    card: ProjectCard | None,
) -> tuple[Heading, ...]:
    """The section headings: not the labels of parts and goals, the lines of the process, the contents' own heading."""
    contents = {key_of(form) for form in framework.control.contents}
    labels = {
        *(label for one in found for label in one.labels),
        *area_labels(chapters.get(framework.goals.chapter), framework.goals),
        *process_labels(chapters.get(framework.process.chapter), framework),
    }
    fields = {_spot(one.label) for one in card.fields} if card else frozenset()
    return tuple(
        section.heading
        for section in tree.walk()
        if section.heading.place not in labels
        and _spot(section.heading.place) not in fields
        and key_of(section.heading.title) not in contents
    )


def _landmarks(
    headings: tuple[Heading, ...], found: tuple[Found, ...], contents: Text | None, card: ProjectCard | None
) -> Iterator[Landmark]:
    """Headings and labels in reading order, each with the way to it; the contents' own heading is one too."""
    marks = {section_landmark(heading) for heading in headings}
    marks.update(mark for one in found for mark in one.landmarks)
    marks.update(card_landmarks(card, headings) if card else ())
    if contents is not None:
        marks.add(Landmark(contents.text, 1, contents))
    way: list[Landmark] = []
    for mark in sorted(marks, key=lambda mark: (mark.place.paragraph, mark.place.start)):
        while way and way[-1].depth >= mark.depth:
            way.pop()
        way.append(mark)
        yield replace(mark, path=tuple(step.words for step in way))


Spot = tuple[str, int]
"""A paragraph: the part of the file, and the paragraph's index in it."""


def _spot(text: Text) -> Spot:
    return text.part, text.paragraph


def _cued(found: tuple[Found, ...]) -> dict[Spot, Text]:
    """What stands under a label for principles, where "5" alone is a reference: in each paragraph, its first words."""
    cued: dict[Spot, Text] = {}
    for one in found:
        for part in one.intervention.parts:
            if part.key == "principles":
                for item in part.items:
                    cued.setdefault(_spot(item), item)
    return cued


def _mentions(
    texts: tuple[Text, ...],
    listed: tuple[ListedPrinciple, ...],
    principles: PrincipleSet | None,
    cued: Mapping[Spot, Text],
) -> tuple[PrincipleMention, ...]:
    """The references to principles in the texts; the plan's own list defines them and refers to none."""
    if principles is None:
        return ()
    defined = {_spot(one.title) for one in listed}
    return tuple(
        mention
        for text in texts
        if _spot(text) not in defined
        for piece, under in _pieces(text, cued.get(_spot(text)))
        for mention in find_mentions(piece, principles, cued=under)
    )


def _pieces(text: Text, item: Text | None) -> Iterator[tuple[Text, bool]]:
    """A paragraph, cut where what stands under a label for principles begins on the label's own line."""
    begin = item.start - text.start if item else 0
    if begin:
        yield text.cut(0, begin), False
    yield text.cut(begin), item is not None


def _by_spot(mentions: tuple[PrincipleMention, ...]) -> dict[Spot, list[tuple[int, PrincipleMention]]]:
    """The references with their place in the order, by the paragraph that they stand in."""
    found: dict[Spot, list[tuple[int, PrincipleMention]]] = {}
    for order, mention in enumerate(mentions):
        found.setdefault(_spot(mention.place), []).append((order, mention))
    return found


def _with_principles(
    intervention: Intervention, mentions: Mapping[Spot, list[tuple[int, PrincipleMention]]]
) -> Intervention:
    own = {_spot(text) for text in intervention.texts}
    inside = sorted((one for spot in own for one in mentions.get(spot, ())), key=lambda one: one[0])
    return replace(intervention, principles=tuple(mention for _, mention in inside))
