"""A project card: what stands under its labels, in a table of label and value, on typed lines or under headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from planlint.model.card import CardLink, ProjectCard
from planlint.model.document import Block, Document, Paragraph, Table, paragraphs
from planlint.model.forms.card import CardForms
from planlint.model.framework import Framework, GoalForms
from planlint.model.plan import Heading, Landmark
from planlint.model.text import Text
from planlint.recognise.card_labels import CardLabels, build_card_labels
from planlint.recognise.card_lines import Gathering
from planlint.recognise.card_period import find_period
from planlint.recognise.card_title import field_number, field_title, find_title
from planlint.recognise.headings import DEEPEST
from planlint.recognise.keys import key_of
from planlint.recognise.lines import Line, Reader, cell_text
from planlint.recognise.link import Known, coded_by, coded_line, links_of, without_quotes, words_after

FEWEST_FIELDS: Final = 4
"""Fields that a document must have before it is taken for a card (a judgement: a card has thirteen)."""

FEWEST_TELLING: Final = 2
"""Those of them that hardly any other document has (a judgement)."""

MOST_OF_A_SORT: Final = 2
"""How often such a label may stand in a card; a plan has it once for every intervention (a judgement)."""

FEWEST_NAMED: Final = 2
"""Fields that are enough where the user says that the document is a card."""

_FEWEST_COLUMNS: Final = 3
"""Columns of a table that is none of label and value."""

_NO_GOALS: Final = Known.of(())


def card_score(document: Document, forms: CardForms) -> int:
    """How many of the card's fields the document has labels for; 0 where it is no card.

    A plan may have such labels in its interventions. There they recur, and so give 0; but a document with the chapters
    of a plan is a plan whatever this says. A table with columns of its own speaks of labels, and has none.
    """
    labels = build_card_labels(forms)
    beside = _outside(document.body, labels)
    found = (labels.of_line(line) for paragraph in beside for line in _typed(paragraph, labels))
    keys = Counter(one.key for one in found if one is not None)
    telling = sum(forms.fields[key].tells for key in keys)
    enough = len(keys) >= FEWEST_FIELDS and telling >= FEWEST_TELLING
    return len(keys) if enough and not _recurs(keys, forms) else 0


def _outside(blocks: tuple[Block, ...], labels: CardLabels) -> Iterator[Paragraph]:
    """Every paragraph but those of tables with columns of their own."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from paragraphs((block,))
        elif not _has_columns(block, labels):
            for cell in (cell for row in block.rows for cell in row.cells):
                yield from _outside(cell.blocks, labels)


def _has_columns(table: Table, labels: CardLabels) -> bool:
    """Whether a header row names three columns or more, each another one, and none by a label of a card."""
    head = [cell_text(cell) for cell in table.rows[0].cells] if table.rows and table.rows[0].header else []
    different = {key_of(one) for one in head if one}
    return len(different) == len(head) >= _FEWEST_COLUMNS and not any(map(labels.begins, head))


def _typed(paragraph: Paragraph, labels: CardLabels) -> Iterator[Text]:
    """The typed lines of a paragraph, be they parted by line breaks or run together."""
    content = paragraph.content
    begins = [0, *(found.end() for found in re.finditer("\n", content.text)), len(content.text) + 1]
    for begin, end in pairwise(begins):
        yield from labels.cut(content.cut(begin, end - 1))


def _recurs(keys: Mapping[str, int], forms: CardForms) -> bool:
    """Whether labels that tell a card stand in the document again and again."""
    return any(times > MOST_OF_A_SORT and forms.fields[key].tells for key, times in keys.items())


def find_card(document: Document, framework: Framework) -> ProjectCard | None:
    """The card that the document is, read by the framework's forms.

    None where it has hardly any of a card's fields, or has them again and again, as a plan has in its interventions.
    """
    labels = build_card_labels(framework.card)
    codes = coded_by(framework.goals)
    reader = Reader(labels.any_label, lambda line: codes(line) or labels.begins(line), codes)
    title = find_title(document.body, framework.titles, labels)
    gathering = Gathering(framework, labels, reader)
    gathering.take(document.body, title.paragraph if title else None)
    fields = gathering.fields()
    keys = Counter(one.key for one in fields)
    if len(keys) < FEWEST_NAMED or _recurs(keys, framework.card):
        return None
    words = field_title(fields) or (title.words if title else None)
    return ProjectCard(
        place=words or fields[0].label,
        number=field_number(fields) or (title.number if title else None),
        title=words,
        fields=fields,
        links=tuple(link for lines in gathering.lines("plan_links") for link in _links(lines, framework.goals)),
        period=find_period(fields, framework.card),
        deliverables=tuple(gathering.deliverables()),
        background=tuple(line.content for line in gathering.background),
        unplaced=gathering.unplaced(),
    )


def _links(lines: list[Line], goals: GoalForms) -> Iterator[CardLink]:
    """The references to goals in the lines of one field; a line without a code may be a goal's own words."""
    used = -1
    for index, line in enumerate(lines):
        if index == used:
            continue
        found = links_of([line], _NO_GOALS, goals)
        words = words_after(lines, index, goals) if len(found) == 1 and _is_code(line, goals) else None
        used = index + 1 if words else used
        for link in found:
            yield CardLink(link.code, link.place, link.text or words)
        if not found:
            yield CardLink("", line.content, without_quotes(line.content))


def _is_code(line: Line, goals: GoalForms) -> bool:
    """Whether a line holds a goal's code and nothing else."""
    coded = coded_line(line, goals)
    return coded is not None and not coded[2]


def card_landmarks(card: ProjectCard, headings: Sequence[Heading]) -> Iterator[Landmark]:
    """The card's name and the labels of its fields, as steps on the way to a place.

    Running text after a field does not stand under the field's label: the way to it begins anew at the card's name.
    """
    named = {heading.place.paragraph for heading in headings}
    name = " ".join(part for part in (card.number, card.title and card.title.text) if part)
    if card.title and card.title.paragraph not in named:
        yield Landmark(name, 1, card.title)
    fields = {one.label.paragraph for one in card.fields}
    yield from (Landmark(one.label.text, DEEPEST + 1, one.label) for one in card.fields)
    labels = fields - named
    marks = sorted(fields | named)
    begun = -1
    for text in card.background:
        at = bisect_left(marks, text.paragraph) - 1
        if at >= 0 and marks[at] > begun and marks[at] in labels:
            begun = text.paragraph
            yield Landmark(name, 1, text)
