"""Pictures of how much each intervention carries: a row of words and two bars, side by side or back to back.

Geometry only, in pixels from the upper left corner, as for the picture of links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planlint.report.coverage import Column
from planlint.report.html.matrix_links import GAP, HEAD, MOST_CODE, ROW, WORDS, code_width, height_of, name_of
from planlint.report.html.matrix_type import fit

BAR: Final = 110
"""Width of the longest bar."""
THICK: Final = 14
FIGURE: Final = 110
"""Width for what stands at a bar's end, a number or the word for what is missing; and for most of what is over it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and its number, whose words begin (or end, where `leftward`) at `figure_x`. A bar of 0 has no width."""

    x: int
    y: int
    width: int
    count: int
    figure_x: int
    leftward: bool

    @property
    def root(self) -> int:
        """Where the bar begins: the side that does not move with its length."""
        return self.x + self.width if self.leftward else self.x


@dataclass(frozen=True, slots=True)
class BarRow:
    """An intervention, the middle of its row, and its bars in the order of the series."""

    y: int
    code: str
    words: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class BarPicture:
    """All rows; `roots` are where each series' bars begin, from the left. Bars are THICK."""

    width: int
    height: int
    words_x: int
    roots: tuple[int, ...]
    rows: tuple[BarRow, ...]
    thick: int = THICK


def draw_bars(columns: Sequence[Column], series: Sequence[Sequence[int]]) -> BarPicture:
    """Each series of numbers as bars to the right from a line of its own, all to one scale."""
    start = _first_root(columns)
    roots = tuple(start + index * (BAR + FIGURE) for index in range(len(series)))
    return _draw(columns, series, roots, [False] * len(series))


def draw_balance(columns: Sequence[Column], left: Sequence[int], right: Sequence[int]) -> BarPicture:
    """Two series back to back: one to the left and one to the right, to one scale."""
    middle = _first_root(columns) + FIGURE + BAR
    return _draw(columns, (left, right), (middle - 1, middle + 1), (True, False))


def _first_root(columns: Sequence[Column]) -> int:
    return _words_x(columns) + WORDS + GAP


def _words_x(columns: Sequence[Column]) -> int:
    return code_width([fit(name_of(column)[0], MOST_CODE) for column in columns])


def _draw(
    columns: Sequence[Column], series: Sequence[Sequence[int]], roots: tuple[int, ...], leftward: Sequence[bool]
) -> BarPicture:
    tall = len(columns) * ROW
    most = max((count for counts in series for count in counts), default=0)
    rows = []
    for index, column in enumerate(columns):
        number, title = name_of(column)
        y = height_of(index, len(columns), tall)
        bars = tuple(
            _bar(counts[index], most, root, y, leftward=left)
            for counts, root, left in zip(series, roots, leftward, strict=True)
        )
        rows.append(BarRow(y, fit(number, MOST_CODE), fit(title, WORDS), bars))
    width = max(roots, default=0) + BAR + FIGURE
    return BarPicture(width, HEAD + tall, _words_x(columns), roots, tuple(rows))


def _bar(count: int, most: int, root: int, y: int, *, leftward: bool) -> Bar:
    """A bar; the longest is BAR wide, and one that counts anything can be seen."""
    width = max(2, count * BAR // most) if count else 0
    x = root - width if leftward else root
    figure = x - GAP // 2 if leftward else x + width + GAP // 2
    return Bar(x, y - THICK // 2, width, count, figure, leftward)
