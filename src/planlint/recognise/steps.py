"""Steps of a timeline: lines with a range of days and what happens in it, and tables with columns for either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from planlint.language.date_ranges import LONGEST, DateRange, WrittenDay, days_in, leading_range
from planlint.language.phrases import find_phrases, says
from planlint.model.document import Block, Cell, Paragraph, Row, Table
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.recognise.headings import BULLET
from planlint.recognise.keys import key_of

LONGEST_NAME: Final = 90
"""Characters of what happens, where it stands before its days ('Remisstid: 1 april–15 maj'); more is a sentence."""

LONGEST_STEP: Final = 2_000
"""Characters of what happens in a step that are looked at: a page of text."""

_LEAD = re.compile(
    r"(?:(?:senast|från(?: och med)?|fr\.? ?o\.? ?m\.?|prel(?:iminärt|\.)|cirka|ca|under|kl\.?"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?,?)\s+|\(){0,3}",
    re.IGNORECASE,
)
_BETWEEN = " \t\n\xa0:;,.–—-|)"
_BREAK = re.compile(r"\n|\s(?=[•▪◦‣]\s)")
_SEPARATOR = re.compile(r"\s*(?::|\t|\(|\s[–—-]\s|\s)\s*")
_FEWEST_COLUMNS: Final = 2
_MOSTLY: Final = 2 / 3
"""The share of a column's cells that must hold days, where no heading says that it does (a judgement)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be a step: its words and their days, if it has any; `rest` is what happens then.

    `behind` is set where the days stand after what happens. `actors` are the words of a column for them.
    """

    content: Text
    start: Text | None = None
    end: Text | None = None
    days: DateRange | None = None
    rest: Text | None = None
    said: str = ""
    behind: bool = False
    actors: tuple[Text, ...] = ()
    heading: bool = False


class Reader:
    """Reads lines in order: a year that is not written is that of the dates before, or the first one that is."""

    def __init__(self, framework: Framework, year: int | None = None) -> None:
        self._framework = framework
        self._year = year

    def lines(self, blocks: Sequence[Block]) -> Iterator[Line]:
        """The lines of the blocks, those without days too; a table that is none of steps is passed over."""
        if self._year is None:
            self._year = _first_year(blocks)
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
                continue
            for piece in _pieces(block.content):
                yield replace(self._line(piece), heading=block.level is not None)
            yield from self.lines(block.boxes) if block.boxes else ()

    def _line(self, content: Text) -> Line:
        lead = _LEAD.match(content.text)
        body = content.cut(lead.end() if lead else 0)
        days = leading_range(body.text, self._year)
        if days is not None:
            self._remember(days)
            rest = _after(body.cut(days.end))
            return _dated(body, days, rest, Line(content, said=f"{lead[0] if lead else ''}{rest.text}"))
        return self._behind(content)

    def _behind(self, content: Text) -> Line:
        """A line whose days stand last: 'Remisstid: 1 april–15 maj'."""
        short = len(content.text) <= LONGEST_NAME + LONGEST
        for separator in _SEPARATOR.finditer(content.text, 1, LONGEST_NAME) if short else ():
            body = content.cut(separator.end())
            days = leading_range(body.text, self._year)
            if days is None or body.cut(days.end).strip(_BETWEEN):
                continue
            name = content.cut(0, separator.start()).strip(_BETWEEN)
            if name and key_of(name.text) not in self._labels():
                self._remember(days)
                return _dated(body, days, name, Line(content, said=name.text, behind=True))
            break
        return Line(content)

    def _labels(self) -> set[str]:
        """What states a date of the document itself, and is no step."""
        return {key_of(form) for one in self._framework.control.fields.values() for form in one.forms}

    def _remember(self, days: DateRange) -> None:
        day = days.last.day or days.first.day
        self._year = day.year if day else self._year

    def _table(self, table: Table) -> Iterator[Line]:
        columns = self._columns(table)
        if columns is None:
            return
        before: tuple[Cell, ...] = ()
        for row in table.rows:
            cells = tuple(before[i] if cell.continues and i < len(before) else cell for i, cell in enumerate(row.cells))
            before = cells
            yield from self._row(cells, columns)

    def _row(self, cells: tuple[Cell, ...], columns: Mapping[str, int]) -> Iterator[Line]:
        found = {name: _texts(cells[i]) for name, i in columns.items() if i < len(cells)}
        starts = found.get("days") or found.get("start", ())
        first = self._day_in(starts)
        if first is None:
            return
        content, days = first
        last = self._day_in(found.get("end", ()))
        activity = found.get("activity") or tuple(
            text for i, cell in enumerate(cells) if i not in columns.values() for text in _texts(cell)
        )
        if not activity:
            return
        line = Line(
            content,
            rest=activity[0],
            said=" ".join(text.text for text in activity),
            actors=found.get("responsible", ()),
        )
        line = _dated(content, days, activity[0], line)
        if last is not None:
            end, ending = last
            line = replace(
                line, end=end.cut(ending.last.start, ending.last.end), days=DateRange(days.first, ending.last)
            )
        yield line

    def _day_in(self, texts: tuple[Text, ...]) -> tuple[Text, DateRange] | None:
        """The words from where the days begin, and the days, of the first paragraph that begins with some."""
        for text in texts:
            lead = _LEAD.match(text.text)
            body = text.cut(lead.end() if lead else 0)
            days = leading_range(body.text, self._year)
            if days is not None:
                self._remember(days)
                return body, days
        return None

    def _columns(self, table: Table) -> dict[str, int] | None:
        """Which column holds what: by the first row, else by which column holds days; None for another table."""
        if not table.rows or len(table.rows[0].cells) < _FEWEST_COLUMNS:
            return None
        forms = self._framework.timeline.columns
        heads = [key_of(" ".join(text.text for text in _texts(cell))) for cell in table.rows[0].cells]
        if {key_of(form) for form in self._framework.control.columns.version} & set(heads):
            return None
        found: dict[str, int] = {}
        for name in ("start", "end", "days", "activity", "responsible"):
            keys = {key_of(form) for form in getattr(forms, name)}
            index = next((i for i, head in enumerate(heads) if head in keys and i not in found.values()), None)
            if index is not None:
                found[name] = index
        if "days" in found or "start" in found:
            return found
        by_content = _column_of_days(table.rows)
        return None if by_content is None else {**found, "days": by_content}


def step_of(line: Line, following: Line | None, framework: Framework) -> TimelineStep | None:
    """The step that a line is; where it holds only days, what happens stands in the following line."""
    if line.start is None or line.end is None or line.days is None or line.rest is None:
        return None
    rest, said = line.rest, line.said[:LONGEST_STEP]
    if not any(character.isalpha() for character in rest.text):
        if following is None or following.start is not None or not following.content:
            return None
        rest, said = following.content, following.content.text[:LONGEST_STEP]
    forms = framework.timeline
    return TimelineStep(
        place=line.content,
        start=line.start,
        end=line.end,
        first=line.days.first.day,
        last=line.days.last.day,
        text=rest,
        actors=_actors(rest.cut(0, LONGEST_STEP), line.actors, framework),
        kinds=tuple(key for key, kind in forms.kinds.items() if says(_without(said, kind.unless), kind.forms)),
    )


def _without(text: str, phrases: tuple[str, ...]) -> str:
    """The text with the phrases blotted out."""
    for start, end in find_phrases(text, phrases):
        text = text[:start] + "·" * (end - start) + text[end:]
    return text


def _actors(text: Text, column: tuple[Text, ...], framework: Framework) -> tuple[Text, ...]:
    """Who does something: those of the column, else those whom the words name, each once."""
    if column:
        return column
    phrases = (*framework.timeline.actors, *(form for actor in framework.actors.values() for form in actor.forms))
    named = [text.cut(*stretch) for stretch in find_phrases(text.text, phrases)]
    return tuple({key_of(one.text): one for one in reversed(named)}.values())[::-1]


def _after(text: Text) -> Text:
    """What stands after the days, without what parts it from them."""
    return text.cut(len(text.text) - len(text.text.lstrip(_BETWEEN))).strip()


def _dated(body: Text, days: DateRange, rest: Text, line: Line) -> Line:
    def written(day: WrittenDay) -> Text:
        return body.cut(day.start, day.end)

    return replace(line, start=written(days.first), end=written(days.last), days=days, rest=rest)


def _pieces(content: Text) -> Iterator[Text]:
    """The lines of a paragraph, without bullets and white space around them; a bullet inside it begins a line too."""
    cuts = [0, *(found.end() for found in _BREAK.finditer(content.text)), len(content.text)]
    for begin, end in pairwise(cuts):
        piece = content.cut(begin, end)
        bullet = BULLET.match(piece.text)
        piece = (piece.cut(bullet.end()) if bullet else piece).strip()
        if piece:
            yield piece


def _texts(cell: Cell) -> tuple[Text, ...]:
    """The lines of a cell's own paragraphs."""
    return tuple(piece for block in cell.blocks if isinstance(block, Paragraph) for piece in _pieces(block.content))


def _column_of_days(rows: Sequence[Row]) -> int | None:
    for index in range(len(rows[0].cells)):
        cells = [_texts(row.cells[index]) for row in rows if index < len(row.cells)]
        dated = sum(any(leading_range(text.text) for text in texts) for texts in cells)
        if dated >= _FEWEST_COLUMNS and dated >= _MOSTLY * len(cells):
            return index
    return None


def _first_year(blocks: Sequence[Block]) -> int | None:
    """The year of the first day that is written with one."""
    for block in blocks:
        texts = (
            [block.content]
            if isinstance(block, Paragraph)
            else [text for row in block.rows for cell in row.cells for text in _texts(cell)]
        )
        for text in texts:
            for days in days_in(text.text):
                day = days.first.day or days.last.day
                if day is not None:
                    return day.year
    return None
