"""The plan's glossary and its own list of the principles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language.principles import match_title
from planlint.model.document import Cell, Paragraph, Row, Table
from planlint.model.framework import Framework, Principle, PrincipleSet
from planlint.model.plan import GlossaryEntry, ListedPrinciple
from planlint.model.text import Text
from planlint.recognise.keys import key_of
from planlint.recognise.lines import Line, Reader
from planlint.recognise.sections import Section

_TERM = re.compile(r"(?P<term>[^:–—]{2,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_PRINCIPLE = re.compile(
    r"(?:princip\s+(?:(?:nr|nummer)\.?\s*)?|p)(?P<number>\d{1,3})\s*[.:–—-]?\s*(?=\S)", re.IGNORECASE
)
_EXPLANATION = re.compile(r"\s*[.:;(]|\s+[–—-]\s")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s*[.):–—-]?\s+(?=\S)")
_NUMBER_ALONE = re.compile(r"(?:princip\s+(?:nr\.?\s*)?|p)?(?P<number>\d{1,3})[.):]?", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?:\d{1,3}\.)*(?P<number>\d{1,3})[.:) ]*")


def find_glossary(chapter: Section | None, framework: Framework, reader: Reader) -> tuple[GlossaryEntry, ...]:
    """The terms of the glossary's tables, else of its lines ('Term: definition'); empty without its chapter."""
    if chapter is None:
        return ()
    tables = [block for section in chapter.walk() for block in section.blocks if isinstance(block, Table)]
    entries = tuple(entry for table in tables for entry in _table_entries(table, framework))
    return entries or tuple(_line_entries(reader.section(chapter)))


def _table_entries(table: Table, framework: Framework) -> Iterator[GlossaryEntry]:
    columns, rows = 0, table.rows
    terms, definitions = ({key_of(form) for form in forms} for forms in framework.glossary_columns)
    heads = [key_of(_words(cell).text) for cell in rows[0].cells] if rows else []
    if any(head in terms for head in heads):
        columns = next(i for i, head in enumerate(heads) if head in terms)
        rows = rows[1:]
    meaning = next((i for i, head in enumerate(heads) if head in definitions), columns + 1)
    for row in rows:
        if max(columns, meaning) < len(row.cells) and _words(row.cells[columns]):
            yield GlossaryEntry(_words(row.cells[columns]), _words(row.cells[meaning]))


def _words(cell: Cell) -> Text:
    """The cell's first paragraph with words in it (its first at all, where none has any)."""
    own = [block.content.strip() for block in cell.blocks if isinstance(block, Paragraph)]
    return next((text for text in own if text), own[0] if own else Text("document", 0, 0, ""))


def _line_entries(lines: Iterator[Line]) -> Iterator[GlossaryEntry]:
    for line in lines:
        found = _TERM.match(line.content.text)
        if found:
            yield GlossaryEntry(line.content.cut(0, found.end("term")), line.content.cut(found.end()))


def find_principles(
    chapter: Section | None, principles: PrincipleSet | None, reader: Reader
) -> tuple[ListedPrinciple, ...]:
    """The plan's own list: 'Princip nr 5 – …' lines, else lines or rows of which half bear official names.

    Where none has a number, each has the number that its name has in the set, or else its place in the list.
    """
    if chapter is None or principles is None:
        return ()
    lines = [line for line in reader.section(chapter) if not line.box]
    named = tuple(
        listed for line in lines if (line.stands_out or line.item) and (listed := _listed(line.content, _PRINCIPLE))
    )
    if named:
        return named
    rows = [
        row for section in chapter.walk() for block in section.blocks if isinstance(block, Table) for row in block.rows
    ]
    for candidates in (
        _named_lines(lines),
        _numbered_lines(lines),
        _numbered_rows(rows),
        _bare(lines, rows, principles),
    ):
        titled = [ListedPrinciple(one.number, _title(one.title, principles)) for one in candidates]
        known = [one for one in titled if match_title(one.title.text, principles)]
        if known and 2 * len(known) >= len(titled):
            return tuple(titled)
    return ()


def _named_lines(lines: list[Line]) -> list[ListedPrinciple]:
    """Lines that begin with 'Princip 5', not set off from the rest."""
    return [listed for line in lines if (listed := _listed(line.content, _PRINCIPLE))]


def _bare(lines: list[Line], rows: list[Row], principles: PrincipleSet) -> list[ListedPrinciple]:
    """Headings, items of lists or first cells, without numbers; a few names alone are no list of the principles."""
    titles = [line.content for line in lines if line.heading is not None]
    items = [line.content for line in lines if line.item]
    cells = [_words(row.cells[0]) for row in rows if row.cells]
    for found in (titles, items, cells):
        known = [match_title(_title(text, principles).text, principles) for text in found]
        if 2 * sum(one is not None for one in known) > len(principles.principles):
            return list(_counted(list(zip(found, known, strict=True))))
    return []


def _counted(found: list[tuple[Text, Principle | None]]) -> Iterator[ListedPrinciple]:
    """The titles from the first to the last that is a principle's; an unknown one has the number that is free there."""
    places = [place for place, (_, one) in enumerate(found) if one]
    taken = {one.number for _, one in found if one}
    number = 0
    for text, one in found[places[0] : places[-1] + 1]:
        number = one.number if one else number + 1
        if one or number not in taken:
            yield ListedPrinciple(number, text)


def _title(text: Text, principles: PrincipleSet) -> Text:
    """The title without the explanation that follows it on the same line, if what stands before is an official one."""
    before = text.cut(0, len(_EXPLANATION.split(text.text, maxsplit=1)[0]))
    return before if not match_title(text.text, principles) and match_title(before.text, principles) else text


def _listed(text: Text, pattern: re.Pattern[str]) -> ListedPrinciple | None:
    found = pattern.match(text.text)
    return ListedPrinciple(int(found["number"]), text.cut(found.end()).strip()) if found else None


def _numbered_lines(lines: list[Line]) -> list[ListedPrinciple]:
    """Lines with a number, automatic or typed."""
    listed = []
    for line in lines:
        automatic = _LAST_NUMBER.fullmatch(line.number or "")
        if automatic and (line.heading or "." not in automatic[0].rstrip(".:) ")):
            listed.append(ListedPrinciple(int(automatic["number"]), line.content))
        elif typed := _listed(line.content, _NUMBERED):
            listed.append(typed)
    return listed


def _numbered_rows(rows: list[Row]) -> list[ListedPrinciple]:
    """Rows whose first cell is a number and whose second is a title."""
    return [
        ListedPrinciple(int(number["number"]), _words(row.cells[1]))
        for row in rows
        if len(row.cells) > 1 and (number := _NUMBER_ALONE.fullmatch(_words(row.cells[0]).text))
    ]
