"""New paragraphs, tables and rows: those that stand together are one view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planlint.consult.answers.markup.blocks import Blocks
from planlint.consult.answers.markup.drafts import LONGEST_HINT, Draft, shorten
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.lines import Line
from planlint.consult.answers.markup.rows import NewRows
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.streams import LAST
from planlint.consult.answers.markup.wishes import Fresh
from planlint.model.document import Block
from planlint.model.edit import Add, AddRow, Edit, Replace, Split


class Additions:
    """Makes views of what is new."""

    def __init__(self, ground: Ground, standing: Standing, blocks: Blocks) -> None:
        self._ground, self._standing, self._blocks = ground, standing, blocks

    def drafts(self, fresh: Sequence[Fresh]) -> Iterator[Draft]:
        """The views, in order: one for all that stands after one line."""
        ordered = sorted(NewRows(self._ground, self._blocks).gather(fresh), key=lambda each: (each.after, each.at))
        for _, members in groupby(ordered, key=self._home):
            yield self._draft(list(members))

    def _home(self, fresh: Fresh) -> tuple[int, str, int | None, bool]:
        """What those that stand together share."""
        cell = 0 if fresh.table or fresh.row else self._blocks.cell(fresh.at)
        return fresh.after, fresh.at[0], cell, fresh.row is not None

    def _draft(self, members: Sequence[Fresh]) -> Draft:
        written = [each for each in members if each.words.strip()]
        after = members[0].after
        words = "\n".join(each.words.strip() for each in written)
        level = self._blocks.level(written[0].at) if written and not written[0].row else None
        return Draft(
            kind="insertion" if written else "formatting",
            line=after,
            start=LAST,
            spot=self._standing.under(after, level),
            place=members[0].place,
            proposal=words,
            moved=words,
            edits=tuple(self._edits(members)),
            changes=tuple(change for each in members for change in each.changes),
            after=shorten(self._words_before(after), LONGEST_HINT),
        )

    def _words_before(self, line: int) -> str:
        """What stands before new paragraphs, as a reader sees it."""
        while line >= 0 and not self._ground.lines[line]:
            line -= 1
        return self._ground.lines[line].text.text.strip() if line >= 0 else ""

    def _edits(self, members: Sequence[Fresh]) -> Iterator[Edit]:
        """How they are made in the plan: beside the plan's paragraphs, or in a cell of one of its tables."""
        first = members[0]
        known = self._standing.known(first.after)
        if any(each.apart for each in members):
            return
        if first.row:
            rows = [each.row for each in members if each.row]
            if known >= 0 and self._ground.lines[known].row:
                yield from (AddRow(self._ground.lines[known].text.paragraph, row) for row in rows)
        elif first.table or self._blocks.cell(first.at) in {0, None}:
            yield Add(self._body_before(known), tuple(map(self._block, members)))
        else:
            yield from self._in_cell(members, known)

    def _block(self, fresh: Fresh) -> Block:
        """What is new, in the words of its author; what nothing marks as new, as it was left."""
        left = None if fresh.changes else self._blocks.paragraph(fresh.at)
        return fresh.table or left or self._blocks.written(fresh.at, fresh.words)

    def _body_before(self, line: int) -> int:
        """The plan's own paragraph after which new ones can stand: of the body, or the last of a table."""
        lines = self._ground.lines
        while line >= 0 and (lines[line].story not in {"document", "contents"} or lines[line].foreign):
            line -= 1
        while line >= 0 and lines[line].row and line + 1 < len(lines) and lines[line + 1].row:
            line += 1
        return lines[line].text.paragraph if line >= 0 else -1

    def _in_cell(self, members: Sequence[Fresh], line: int) -> Iterator[Edit]:
        """A paragraph of the cell goes on as several; what stands before its first is put before that one's words."""
        place = members[0].place
        before = self._ground.previous(place)
        same = before is not None and self._blocks.cell(self._ground.answer[before].at) == self._blocks.cell(
            members[0].at
        )
        if same and line >= 0:
            end = self._ground.lines[line].text.cut(len(self._ground.lines[line].text.text))
            for each in members:
                yield Split(end)
                yield Replace(end, each.words)
            return
        following = self._following(line)
        if following:
            for each in members:
                yield Replace(following.text.cut(0, 0), each.words)
                yield Split(following.text.cut(0, 0))

    def _following(self, line: int) -> Line | None:
        return next((each for each in self._ground.lines[line + 1 :] if not each.foreign), None)
