"""Words struck and written in the plan's own paragraphs, a view for each sentence; whole paragraphs that go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from planlint.consult.answers.markup.drafts import Draft
from planlint.consult.answers.markup.going import resolve
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.lines import Line
from planlint.consult.answers.markup.region import Joint, Region, Touch, Unit, draft_region, gather
from planlint.consult.answers.markup.rows import BETWEEN_CELLS
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.units import cut_units, units_of
from planlint.consult.answers.markup.wishes import Changes, GoneRow, Stroke, Wishes, is_struck
from planlint.model.edit import Edit, Remove, RemoveRow, Replace
from planlint.model.text import Text


class Stretches:
    """What one actor wants of lines that are there. `whole` are those that are read as one unit, by their place."""

    def __init__(self, wishes: Wishes, ground: Ground, standing: Standing, whole: Collection[tuple[str, int]]) -> None:
        self._wishes, self._ground, self._standing, self._whole = wishes, ground, standing, whole
        self._strokes: dict[int, list[Stroke]] = defaultdict(list)
        for stroke in wishes.strokes:
            self._strokes[stroke.line].append(stroke)
        self._rows = {line: row for row in wishes.rows for line in row.lines}
        self._struck = {line for line, own in self._strokes.items() if is_struck(self._line(line).text.text, own)}
        self._struck |= self._rows.keys()
        self._struck |= {line for line in wishes.absent if self._line(line)}
        self._going = resolve(wishes.joins, self._struck, ground.lines)

    def drafts(self) -> Iterator[Draft]:
        """The views: lines that go, neighbours together; then what changes in those that are left."""
        for lines in self._stretches():
            yield self._draft_stretch(lines)
        for region in gather(self._touches(), self._is_whole):
            yield draft_region(region, self._ground.lines, self._standing)

    def _line(self, line: int) -> Line:
        return self._ground.lines[line]

    def _stretches(self) -> Iterator[list[int]]:
        """Lines that go, those together that nothing stands between."""
        stretch: list[int] = []
        for line in sorted(self._struck | self._going.removed):
            if stretch and not self._are_neighbours(stretch[-1], line):
                yield stretch
                stretch = []
            stretch.append(line)
        if stretch:
            yield stretch

    def _are_neighbours(self, one: int, other: int) -> bool:
        lines = self._line(one), self._line(other)
        if any(self._ground.lines[one + 1 : other]) or lines[0].story != lines[1].story:
            return False
        free = all(line in self._rows or not self._line(line).cell for line in (one, other))
        return free or lines[0].cell == lines[1].cell

    def _draft_stretch(self, lines: Sequence[int]) -> Draft:
        written = [line for line in lines if self._line(line)]
        first = written[0] if written else lines[0]
        rows = list(dict.fromkeys(self._rows[line] for line in lines if line in self._rows))
        changes = [*(row.changes for row in rows)]
        for line in lines:
            changes += [stroke.changes for stroke in self._strokes.get(line, ())]
            changes += [each.changes for each in self._wishes.breaks if each.line == line]
            changes.append(self._going.changes[line])
        every = tuple(change for each in changes for change in each)
        quote = self._tell(written)
        return Draft(
            kind="deletion" if written else "formatting",
            line=first,
            start=0,
            spot=self._standing.of_stretch(written or lines),
            place=every[0].place if every else None,
            quote=quote,
            moved=quote,
            edits=tuple(self._edits(lines)),
            changes=every,
        )

    def _tell(self, lines: Sequence[int]) -> str:
        """The words of lines, each on its own, but the cells of a row in one."""
        told: list[str] = []
        for row, members in groupby(lines, key=lambda line: self._line(line).row):
            words = [self._line(line).text.text.strip() for line in members]
            told.append((BETWEEN_CELLS if row else "\n").join(words))
        return "\n".join(told)

    def _edits(self, lines: Iterable[int]) -> Iterator[Edit]:
        seen: set[GoneRow] = set()
        for line in lines:
            text, row = self._line(line).text, self._rows.get(line)
            if self._line(line).foreign or row in seen:
                continue
            if row:
                seen.add(row)
                yield RemoveRow(text)
            elif line in self._going.removed or (line in self._wishes.absent and not self._line(line).cell):
                yield Remove(text)
            else:
                yield Replace(text, "")

    def _touches(self) -> Iterator[Touch]:
        """What is changed in lines that are left, each with the units that it is about."""
        gone = self._struck | self._going.removed
        for line, strokes in self._strokes.items():
            if line not in gone:
                units = self._units(line)
                for stroke in strokes:
                    first, last = units_of(units, stroke.start, stroke.end, stroke.words)
                    yield Touch(self._unit(line, first), self._unit(line, last), stroke)
        for each in self._wishes.breaks:
            if each.line in gone:
                continue
            units = self._units(each.line)
            first = max((at for at, (begin, _) in enumerate(units) if begin < each.offset), default=0)
            last = next((at for at, (_, end) in enumerate(units) if end > each.offset), len(units) - 1)
            yield Touch(self._unit(each.line, first), self._unit(each.line, max(first, last)), each)
        for line, other in self._going.joins.items():
            first, last = len(self._units(line)) - 1, 0 if other != line else len(self._units(line)) - 1
            changes = self._going.changes[line]
            joint = Joint(line, other, changes, _place_of(changes, self._line(line).text))
            yield Touch(self._unit(line, first), self._unit(other, last), joint)

    def _units(self, line: int) -> tuple[tuple[int, int], ...]:
        return cut_units(self._line(line), self._whole)

    def _unit(self, line: int, number: int) -> Unit:
        return Unit(line, number, *self._units(line)[number])

    def _is_whole(self, region: Region) -> bool:
        """Whether a region goes altogether, so that the next that does so too is of the same view."""
        return region.first.line == region.last.line and region.is_struck(self._line(region.first.line).text.text)


def _place_of(changes: Changes, other: Text) -> Text:
    return changes[0].place if changes else other
