"""What the front page, the headers, the footers and the version history say of the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, islice, takewhile

from planlint.language.dates import DATE
from planlint.language.normalise import normalise
from planlint.language.periods import Period, parse_period
from planlint.model.control import Classification, Control, StatedIn, Statement, VersionRow
from planlint.model.document import Block, Document, Paragraph, Part, Table, paragraphs
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.recognise.history import find_history, newest_row
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.sections import Section, Tree
from planlint.recognise.statements import (
    FieldLabels,
    build_field_labels,
    find_statements,
    segments,
    statements_of,
)
from planlint.recognise.texts import section_texts

LIKE_TITLE = 75
"""From what share of equal characters, 0–100, a line in a header is the document's title in other words (a judgement:
another name of the same length for the document comes to some 60)."""

_LONGEST_TITLE = 300
_FRONT_BLOCKS = 60
"""Blocks before the first heading that are looked at as the front page."""
_LEAST_WORD = 4
"""Letters: 'Plan' begins 'planen', and says what a document is."""
_PLACES: tuple[StatedIn, ...] = ("header", "front", "footer", "history")
"""Where the same is stated, the first of these counts."""


def title_paragraph(body: tuple[Block, ...]) -> Paragraph | None:
    """The document's title: the paragraph in the title style, else a first line that is no heading by style."""
    styled = next((p for p in paragraphs(body) if p.style == "title" and p.text.strip()), None)
    if styled is not None:
        return styled
    first = next((block for block in body if isinstance(block, Paragraph) and block.text.strip()), None)
    plain = first is not None and first.level is None and first.contents_level is None and not first.text[:1].isdigit()
    return first if plain else None


@dataclass(frozen=True, slots=True)
class _Front:
    """The front page: the document's title, the lines that go on from it, all else that stands there.

    `below` is what follows the title; `sure` is False where the title is only the first line.
    """

    title: Text | None
    under: tuple[Text, ...]
    blocks: tuple[Block, ...]
    below: tuple[Block, ...] = ()
    sure: bool = True


def find_control(
    document: Document, title: Paragraph | None, tree: Tree, chapters: Mapping[str, Section], framework: Framework
) -> Control:
    """All that the document says of itself; `chapters` are those of the framework that it has."""
    labels = build_field_labels(framework.control, framework.placeholders)
    table, rows = find_history(document.body, framework.control)
    newest = newest_row(rows)
    front = _front(document.body, title, tree, framework)
    sections = list(_control_sections(tree.sections, chapters, framework))
    stated = (
        *_titled(front, document.properties.title),
        *find_statements((block for block in front.blocks if block is not table), "front", labels),
        *_under_headings(sections, table, labels),
        *(one for part in document.parts for one in _in_margin(part, front.title, labels)),
        *_in_history(newest, labels),
    )
    return Control(
        title=front.title,
        subtitle=_subtitle(document.body, front, stated),
        version=_winning(stated, "version"),
        date=_winning(stated, "date") or _winning(stated, "adopted"),
        period=_period((front.title, *front.under)),
        versions=rows,
        newest=newest,
        statements=stated,
        classification=_classification(tree, chapters, stated, labels),
    )


def _control_sections(
    sections: Iterable[Section], chapters: Mapping[str, Section], framework: Framework
) -> Iterator[Section]:
    """The outermost sections on the document itself; an intervention may have such a title too."""
    titles = frozenset(map(key_of, framework.control.sections))
    others = (chapters.get(framework.goals.chapter), chapters.get(framework.interventions.chapter))
    for section in sections:
        if key_of(section.heading.title) in titles:
            yield section
        elif all(section is not other for other in others):
            yield from _control_sections(section.sections, chapters, framework)


def _front(body: tuple[Block, ...], title: Paragraph | None, tree: Tree, framework: Framework) -> _Front:
    """The front page; where nothing is set as a title, a first heading may be it."""
    blocks = tree.front[:_FRONT_BLOCKS]
    if title is not None:
        above = next((i for i, block in enumerate(blocks) if block is title), len(blocks))
        below = blocks[above + 1 :]
        sure = title.style == "title"
        return _Front(title.content.strip(), tuple(_going_on(body, title)), (*blocks[:above], *below), below, sure)
    first = tree.sections[0] if tree.sections and not any(map(_worded, blocks)) else None
    if first is not None and _names_document(first, framework):
        blocks = first.blocks[:_FRONT_BLOCKS]
        return _Front(first.heading.place, (), blocks, blocks)
    return _Front(None, (), blocks)


def _worded(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.text.strip())


def _names_document(section: Section, framework: Framework) -> bool:
    """Whether a heading says what the document is: with a period, or first a word for a document of the kind."""
    title = section.heading.title
    first = next(iter(words_of(title)), "")
    kinds = [word for form in (*framework.titles, *framework.control.itself) for word in words_of(form)]
    named = len(first) >= _LEAST_WORD and any(kind.startswith(first) for kind in kinds)
    return section.heading.number is None and (named or parse_period(title) is not None)


def _going_on(body: tuple[Block, ...], title: Paragraph) -> Iterator[Text]:
    """The lines right below the title that are set as titles or subtitles too."""
    lines = (paragraph for paragraph in paragraphs(body) if paragraph.text.strip())
    below = islice(dropwhile(lambda line: line is not title, lines), 1, None)
    yield from (line.content.strip() for line in takewhile(lambda line: line.style in {"title", "subtitle"}, below))


def _subtitle(body: tuple[Block, ...], front: _Front, stated: Iterable[Statement]) -> Text | None:
    """The paragraph in the subtitle style, else a labelled one, else the line under the title if it states nothing."""
    styled = next((p for p in body if isinstance(p, Paragraph) and p.style == "subtitle" and p.text.strip()), None)
    if styled is not None:
        return styled.content.strip()
    labelled = next((one.text for one in stated if one.key == "subtitle"), None)
    lines = (block.content.strip() for block in front.below if isinstance(block, Paragraph))
    below = next((line for line in lines if line), None)
    states = below and (DATE.search(below.text) or ":" in below.text or any(_same_line(below, s.text) for s in stated))
    return labelled or (None if states else below)


def _same_line(one: Text, other: Text) -> bool:
    return (one.part, one.paragraph) == (other.part, other.paragraph)


def _titled(front: _Front, known: str) -> Iterator[Statement]:
    """The title and what goes on from it, as statements; a first line that is unlike the `known` title is none."""
    if front.title is not None and (front.sure or not known or _alike(known, front.title.text)):
        yield Statement("title", "front", front.title)
    yield from (Statement("subtitle", "front", text) for text in front.under)


def _under_headings(sections: Iterable[Section], table: Table | None, labels: FieldLabels) -> Iterator[Statement]:
    """What sections such as 'Dokumentstyrning' state: in lines and tables, or under a heading that is a label."""
    for section in (inner for outer in sections for inner in outer.walk()):
        blocks = [block for block in section.blocks if block is not table]
        key = labels.key(section.heading.title)
        first = next((block for block in blocks if isinstance(block, Paragraph) and block.text.strip()), None)
        if key is not None and first is not None:
            blocks.remove(first)
            yield from statements_of(key, "front", first.content.strip(), labels)
        yield from find_statements(blocks, "front", labels)


def _in_margin(part: Part, title: Text | None, labels: FieldLabels) -> Iterator[Statement]:
    """What a header or a footer states: fields with labels, and the title where a line is much like it."""
    if part.kind not in {"header", "footer"}:
        return
    where: StatedIn = "header" if part.kind == "header" else "footer"
    stated = tuple(find_statements(part.blocks, where, labels))
    yield from stated
    if title is None:
        return
    told = [one.text for one in stated if one.key == "title"]
    for segment in (segment for paragraph in paragraphs(part.blocks) for segment in segments(paragraph.content)):
        if _alike(segment.text, title.text) and not any(_same_line(segment, text) for text in told):
            yield Statement("title", where, segment)


def _alike(one: str, other: str) -> bool:
    """Whether two lines may be one title in different words."""
    from rapidfuzz import fuzz

    return fuzz.ratio(normalise(one[:_LONGEST_TITLE]), normalise(other[:_LONGEST_TITLE])) >= LIKE_TITLE


def _in_history(newest: VersionRow | None, labels: FieldLabels) -> Iterator[Statement]:
    """The version and the date of the newest row."""
    for key, cell in (("version", newest.version), ("date", newest.date)) if newest else ():
        yield from statements_of(key, "history", cell, labels)


def _winning(stated: Iterable[Statement], key: str) -> Text | None:
    """The statement of a field in the place that counts most, the first one there."""
    found = [one for one in stated if one.key == key]
    return min(found, key=lambda one: _PLACES.index(one.where)).text if found else None


def _period(lines: Iterable[Text | None]) -> Period | None:
    """The period in the title, or in a line that goes on from it."""
    return next((period for line in lines if line and (period := parse_period(line.text))), None)


def _classification(
    tree: Tree, chapters: Mapping[str, Section], stated: Iterable[Statement], labels: FieldLabels
) -> Classification | None:
    """What stands under a heading on the information class, else beside such a label; not a section of a chapter."""
    inside = {section.heading.place for chapter in chapters.values() for section in chapter.walk()}
    for section in tree.walk():
        if labels.key(section.heading.title) == "classification" and section.heading.place not in inside:
            _, *texts = section_texts([section], {})
            return Classification(section.heading.place, tuple(text.strip() for text in texts))
    labelled = tuple(one.text for one in stated if one.key == "classification")
    return Classification(labelled[0], labelled) if labelled else None
