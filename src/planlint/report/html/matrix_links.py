"""The picture of who serves what: goals or principles on the left, interventions on the right, a line for each link.

Geometry only: numbers and words, in pixels from the upper left corner. How it looks is the template's and the style
sheet's affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planlint.report.coverage import Column, Line
from planlint.report.html.matrix_type import fit, width_of
from planlint.report.printable import printable

ROW: Final = 24
"""Height of a line of words with air around it."""
HEAD: Final = 28
"""Height of what stands over the two sides."""
WORDS: Final = 280
"""Width for a title or a goal's words."""
MOST_CODE: Final = 90
SPAN: Final = 120
"""Width between the two sides, where the lines run; many lines get up to as much as MOST_SPAN, a pixel each."""
MOST_SPAN: Final = 200
GAP: Final = 12


@dataclass(frozen=True, slots=True)
class End:
    """A goal, a principle or an intervention: the middle of its dot, and its words, which stand on that height.

    `bare` is True where no line ends: the dot is another shape then, and a badge with words stands at `badge_x`.
    """

    x: int
    y: int
    code: str
    code_x: int
    words: str
    words_x: int
    bare: bool
    badge_x: int


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """Both sides and the lines between them, each as the data of an SVG path."""

    width: int
    height: int
    left: tuple[End, ...]
    right: tuple[End, ...]
    curves: tuple[str, ...]


def draw_links(lines: Sequence[Line], columns: Sequence[Column], badges: tuple[int, int]) -> LinkPicture:
    """The picture of lines that columns serve, at least one of each.

    `badges` are the widths that the words on a badge take, to the left and to the right.
    """
    tall = max(len(lines), len(columns)) * ROW
    left = _left(lines, tall, badges[0])
    links = sum(len(line.served) for line in lines)
    start = left[0].x + min(SPAN + links, MOST_SPAN)
    right = _right(lines, columns, start, tall, badges[1])
    curves = tuple(
        _curve(left[row], right[column])
        for row, line in enumerate(lines)
        for column in line.served
        if column < len(right)
    )
    return LinkPicture(right[0].words_x + WORDS, HEAD + tall, left, right, curves)


def name_of(column: Column) -> tuple[str, str]:
    """An intervention's number, '' where it has none, and its title."""
    number, title = printable(column.id), printable(column.title)
    return ("" if number == title else number), title


def height_of(index: int, count: int, tall: int) -> int:
    """The middle of one of `count` rows that share a height under the head."""
    return HEAD + (2 * index + 1) * tall // (2 * count)


def code_width(codes: Sequence[str]) -> int:
    """The room for a column of codes and what parts it from the words; none where nothing has a code."""
    widest = max(map(width_of, codes), default=0)
    return min(MOST_CODE, widest) + GAP if widest else 0


def _left(lines: Sequence[Line], tall: int, badge: int) -> tuple[End, ...]:
    codes = [fit(printable(line.key), MOST_CODE) for line in lines]
    words_x = code_width(codes)
    x = words_x + WORDS + GAP
    return tuple(
        End(
            x=x,
            y=height_of(index, len(lines), tall),
            code=code,
            code_x=0,
            words=fit(printable(line.text), WORDS if line.served else WORDS - badge - GAP),
            words_x=words_x,
            bare=not line.served,
            badge_x=x - GAP,
        )
        for index, (line, code) in enumerate(zip(lines, codes, strict=True))
    )


def _right(lines: Sequence[Line], columns: Sequence[Column], x: int, tall: int, badge: int) -> tuple[End, ...]:
    serving = {column for line in lines for column in line.served}
    names = [name_of(column) for column in columns]
    codes = [fit(number, MOST_CODE) for number, _ in names]
    words_x = x + GAP + code_width(codes)
    return tuple(
        End(
            x=x,
            y=height_of(index, len(columns), tall),
            code=code,
            code_x=x + GAP,
            words=fit(title, WORDS if index in serving else WORDS - badge - GAP),
            words_x=words_x,
            bare=index not in serving,
            badge_x=words_x + WORDS,
        )
        for index, (code, (_, title)) in enumerate(zip(codes, names, strict=True))
    )


def _curve(left: End, right: End) -> str:
    middle = (left.x + right.x) // 2
    return f"M{left.x} {left.y}C{middle} {left.y} {middle} {right.y} {right.x} {right.y}"
