"""Late answers taken into a compilation in Word that people have begun to fill in: nothing else of it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from planlint import word
from planlint.consult.table.counts import CountLine, find_counts
from planlint.consult.table.docx import lay_out_document
from planlint.consult.table.grid import Line, Paper
from planlint.consult.table.rows import Found, find_files, find_rows, is_plan, read_basis
from planlint.language.normalise import normalise
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import FilledTable
from planlint.report.consultation.compilation_rows import WHOLE
from planlint.report.consultation.late import Late, no_rows
from planlint.texts import say
from planlint.word.growing import Change, Control, Gone, NewRow, NewTable, NewWords, Row, Styled, grow

_AFTER_MISSING: Final = ("unread", "late", "foreign", "conflicts", "trials", "views")
"""What may follow the list of those who have not answered."""


def update_docx(data: bytes, table: FilledTable, compilation: Compilation, late: Sequence[Entry]) -> bytes:
    """The file with a row for each late entry, last in the table of its chapter, or in a new one.

    The files that are new, the counts, the list of those who have not answered and the line with the digest are brought
    up to date. Everything else stays as people have left it, in the very elements; what is said of contradictions and
    of the rules on the first pages stays as it was when the compilation was made. The very bytes where nothing is late.
    `table` is what was read from the file, `late` is `late_entries` of it. Raises InputError where the file has no
    table left that new rows can look like.
    """
    paper = lay_out_document(word.read(data))
    update = _Update(paper, tuple(find_rows(paper)), Late(table, compilation, tuple(late)))
    return grow(data, tuple(update.changes()))


@dataclass(frozen=True, slots=True)
class _Update:
    """The file's tables, its rows, and what is late."""

    paper: Paper
    rows: tuple[Found, ...]
    late: Late

    def changes(self) -> Iterator[Change]:
        """Everything that is changed."""
        yield from self._views()
        yield from self._files()
        if self.late.entries or any(index is None for index, _ in self.late.files()):
            yield from self._counts()
            yield from self._missing()
        for paragraph, words in self.paper.beside:
            if (state := self.late.state(words)) != words:
                yield NewWords(paragraph, state)

    def _views(self) -> Iterator[Change]:
        chapters = self.late.chapters(self.rows)
        ordered = sorted(self.late.entries, key=self.late.chapter)
        for chapter, group in groupby(ordered, key=self.late.chapter):
            entries = sorted(group, key=lambda entry: entry.number)
            if not self.rows:
                raise no_rows()
            at = _last(chapter, chapters, self.rows)
            if at is not None:
                yield from (NewRow(self.rows[at].line.at, self._row(entry, self._pattern(at))) for entry in entries)
            else:
                yield self._table(chapter, entries, chapters)

    def _table(self, chapter: int, entries: Iterable[Entry], chapters: Sequence[int | None]) -> NewTable:
        """A table for a chapter that has none: after the nearest one before it, else before all."""
        earlier = [at for at, each in enumerate(chapters) if each is not None and each < chapter]
        at = max(earlier, key=lambda each: (chapters[each], each), default=0)
        pattern = self._pattern(at)
        head = tuple((Styled(words),) for words in pattern.header.cells)
        title = self.late.title(chapter)
        return NewTable(
            like=pattern.header.at,
            at=self.rows[at].line.at,
            before=not earlier,
            title=title,
            about=f"{say('compilation-views', self.late.language)}: {title}",
            rows=(
                Row(pattern.header.at, head, marked=True),
                *(self._row(entry, pattern) for entry in entries),
            ),
        )

    def _pattern(self, at: int) -> Found:
        """The row that a new one looks like: the last one up to there that planlint wrote, if there is any."""
        here = self.rows[at]
        own = (row for row in reversed(self.rows[: at + 1]) if row.grid is here.grid and "\n" in row.cell("number"))
        return next(own, here)

    def _row(self, entry: Entry, pattern: Found) -> Row:
        say_ = self.late.language
        cells = self.late.cells(entry)
        columns: list[tuple[Styled, ...]] = [()] * len(pattern.line.cells)
        for column, words in cells.items():
            at = pattern.head.columns.get(column)
            if at is not None and at < len(columns) and words:
                columns[at] = (Styled(words, say("compilation-style-cell", say_)),)
        self._below(columns, pattern, "number", "id", entry.id)
        self._below(columns, pattern, "kind", "remark", cells["remark"])
        return Row(
            pattern.line.at,
            tuple(columns),
            whole=max(map(len, cells.values())) <= WHOLE,
            control=Control(
                say("standpoint-for", say_, number=entry.number),
                f"standpoint-{entry.id}",
                Styled(say("choose-standpoint", say_), say("compilation-style-choice", say_)),
            ),
        )

    def _below(self, columns: list[tuple[Styled, ...]], pattern: Found, column: str, below: str, words: str) -> None:
        """Puts what has no column of its own below another, a paragraph a line."""
        at = pattern.head.columns.get(column)
        if at is not None and below not in pattern.head.columns and words:
            style = say(f"compilation-style-{below}", self.late.language)
            columns[at] += tuple(Styled(line, style) for line in words.split("\n"))

    def _files(self) -> Iterator[Change]:
        """A row for each new file, and other numbers for one that has changed."""
        files = list(find_files(self.paper))
        answers = [found for found in files if not is_plan(read_basis(found))]
        for index, cells in self.late.files():
            if index is not None:
                yield from _rewrite(answers[index], cells)
            elif files:
                columns: list[tuple[Styled, ...]] = [()] * len(files[-1].line.cells)
                for column, at in files[-1].head.columns.items():
                    columns[at] = (Styled(cells[column]),)
                yield NewRow(files[-1].line.at, Row(files[-1].line.at, tuple(columns)))

    def _counts(self) -> Iterator[Change]:
        """Higher numbers, and a row for what was not counted before."""
        known = list(find_counts(self.paper))
        for counted, more in self.late.counts(self.rows, known).items():
            lines = [line for line in known if line.counted == counted]
            labels = {normalise(line.label): line for line in lines}
            for label, number in more.items():
                line = labels.get(normalise(label))
                if line is not None:
                    yield from _raise(line, number)
                elif lines and counted != "numbers":
                    cells = ((Styled(label),), (Styled(str(number)),))
                    yield NewRow(lines[-1].line.at, Row(lines[-1].line.at, cells))

    def _missing(self) -> Iterator[Change]:
        """Takes those who have answered now off the list of those who have not."""
        language = self.late.language
        ends = {say(f"compilation-{key}", language) for key in _AFTER_MISSING}
        listed: list[tuple[int, str]] | None = None
        for paragraph, words in self.paper.beside:
            if words.strip() == say("compilation-missing", language):
                listed = []
            elif listed is not None and (words.strip() in ends or paragraph != _next(listed, paragraph)):
                break
            elif listed is not None:
                listed.append((paragraph, words))
        gone = [paragraph for paragraph, words in listed or () if normalise(words) in self.late.answered()]
        if gone and len(gone) == len(listed or ()):
            yield NewWords(gone.pop(), say("compilation-all-answered", language))
        yield from map(Gone, gone)


def _next(listed: Sequence[tuple[int, str]], paragraph: int) -> int:
    """The paragraph that goes on with a list: any for the first item."""
    return listed[-1][0] + 1 if listed else paragraph


def _last(chapter: int, chapters: Sequence[int | None], rows: Sequence[Found]) -> int | None:
    """The row that a chapter's new rows come after; None where no row is of the chapter.

    Rows of no chapter that follow in its table are taken for its own. Where people have put several chapters into one
    table, a chapter without rows comes after those before it.
    """
    here = [at for at, each in enumerate(chapters) if each == chapter]
    if not here:
        grids: dict[int, set[int]] = {}
        for row, each in zip(rows, chapters, strict=True):
            if each is not None:
                grids.setdefault(id(row.grid), set()).add(each)
        shared = [
            at
            for at, each in enumerate(chapters)
            if each is not None and each < chapter < max(grids[id(rows[at].grid)], default=0)
        ]
        here = shared
    if not here:
        return None
    at = here[-1]
    while at + 1 < len(rows) and rows[at + 1].grid is rows[at].grid and chapters[at + 1] is None:
        at += 1
    return at


def _rewrite(found: Found, cells: Mapping[str, str]) -> Iterator[NewWords]:
    """Other words for the cells of a line that say something else; who and which file stay as they are."""
    for column, words in cells.items():
        at = found.head.columns.get(column, -1)
        if column not in {"respondent", "file"} and at >= 0 and found.cell(column) != words:
            yield NewWords(_start(found.line, at), words)


def _raise(line: CountLine, more: int) -> Iterator[NewWords]:
    if more and line.number is not None:
        yield NewWords(_start(line.line, 1), str(line.number + more))


def _start(line: Line, column: int) -> int:
    return line.starts[column]
