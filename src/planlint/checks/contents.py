"""The table of contents, as the file has it cached, held against the headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from planlint.checks.outline import Spot, spot_of
from planlint.checks.quoting import MOST, quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key, normalise
from planlint.language.section_references import FIELD_ERROR
from planlint.model.document import Paragraph, paragraphs
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import ContentsRow, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

Kind = Literal["missing", "extra", "text", "number", "order"]

MOST_COMPARED = 200
"""Rows and headings left over that are held against each other for likeness: the time grows with the product."""

_LETTERS = re.compile(r"\W+")
_KeysOfRow = Callable[[ContentsRow], frozenset[str]]


class ContentsOptions(Strict):
    """`likeness`: from what share of equal characters, 0–100, a row is taken for a heading in other words.

    `phrases`: how to say each kind of difference; `titles` stands for the words in question, `count` for how many.
    """

    likeness: int
    phrases: dict[Kind, Words]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that a row may stand for. `due` is False for one that need not have a row."""

    place: Text
    number: str | None
    title: str
    keys: frozenset[str]
    bookmarks: frozenset[str]
    style: str
    due: bool


_KeysOfHeading = Callable[[_Heading], frozenset[str]]


@dataclass(slots=True)
class _Match:
    """The rows and the headings that they stand for, while they are found."""

    rows: tuple[ContentsRow, ...]
    headings: tuple[_Heading, ...]
    pairs: dict[int, int] = field(default_factory=dict)

    def left_rows(self) -> list[int]:
        """The rows that stand for no heading yet."""
        return [index for index in range(len(self.rows)) if index not in self.pairs]

    def left_headings(self) -> list[int]:
        """The headings that no row stands for yet."""
        taken = set(self.pairs.values())
        return [index for index in range(len(self.headings)) if index not in taken]


def stale_contents(node: Plan, scope: Scope, options: ContentsOptions) -> Iterator[Hit]:
    """A table of contents that differs from the headings: one hit that tells every difference."""
    if not node.contents:
        return
    rows = _row_paragraphs(scope)
    match = _Match(node.contents, tuple(_headings(scope, rows)))
    _match_rows(match, rows, options)
    differences = _differences(match)
    if not differences:
        return
    told = [_phrase(kind, [text for text, _ in found], options) for kind, found in differences.items()]
    named: dict[str, HitWords] = {"count": sum(map(len, differences.values()))}
    named["differences"] = Words(sv="; ".join(one.sv for one in told), en="; ".join(one.en for one in told))
    places = [place for found in differences.values() for _, place in found]
    yield Hit(_place(scope, places), words=named, related=tuple(places))


def _phrase(kind: Kind, titles: list[str], options: ContentsOptions) -> Words:
    """A kind of difference in words, with the first titles and '…' for those that are not named."""
    quoted, phrase = quotations(titles), options.phrases[kind]
    more = " …" if len(titles) > MOST else ""
    filling = {"count": len(titles)}
    return Words(
        sv=phrase.sv.format(titles=quoted.sv + more, **filling), en=phrase.en.format(titles=quoted.en + more, **filling)
    )


def _row_paragraphs(scope: Scope) -> dict[Spot, Paragraph]:
    """The paragraphs that are rows of the contents."""
    body = paragraphs(scope.document.body)
    return {spot_of(one.content): one for one in body if one.contents_level is not None and one.text.strip()}


def _key(text: str) -> str:
    return _LETTERS.sub("", normalise(text))


def _row_keys(row: ContentsRow) -> frozenset[str]:
    """What a row is found by: without the page and a broken reference to it, and whole, where it has no page."""
    title = FIELD_ERROR.sub("", row.title)
    return frozenset({_key(f"{row.number or ''}{title}"), _key(FIELD_ERROR.sub("", row.place.text))})


def _headings(scope: Scope, rows: Mapping[Spot, Paragraph]) -> Iterator[_Heading]:
    """The headings that rows may stand for, in order.

    A row is due for real ones after the contents and within its levels, not for those in tables.
    """
    known = {spot_of(one.place): one for one in scope.plan.headings}
    deepest = max((one.contents_level or 0 for one in rows.values()), default=0)
    begin = min((paragraph for _, paragraph in rows), default=0)
    own = {spot_of(one.content) for one in scope.document.body if isinstance(one, Paragraph)}
    for paragraph in paragraphs(scope.document.body):
        spot, words = spot_of(paragraph.content), paragraph.content.strip()
        heading = known.get(spot)
        if spot in rows or not words or (heading is None and paragraph.level is None):
            continue
        number, title = (heading.number, heading.title) if heading else (paragraph.number, words.text)
        level = paragraph.level if paragraph.level is not None else deepest + 1
        yield _Heading(
            place=heading.place if heading else words,
            number=number,
            title=title,
            keys=frozenset({_key(f"{number or ''}{title}"), _key(f"{paragraph.number or ''}{words.text}")}),
            bookmarks=frozenset(paragraph.bookmarks),
            style=paragraph.style,
            due=spot in own and level <= deepest and paragraph.content.paragraph > begin,
        )


def _match_rows(match: _Match, rows: Mapping[Spot, Paragraph], options: ContentsOptions) -> None:
    """Find each row's heading: the same words, else where its link leads, the same title or number, or like words."""
    _pair(match, _row_keys, lambda one: one.keys)
    targets = {row.place: _targets(rows.get(spot_of(row.place))) for row in match.rows}
    _pair(match, lambda row: targets[row.place], lambda one: one.bookmarks)
    _pair(match, lambda row: frozenset({_key(row.title)}), lambda one: frozenset({_key(one.title)}))
    _pair_like(match, options.likeness)


def _targets(row: Paragraph | None) -> frozenset[str]:
    return frozenset(link.target for link in row.links) if row else frozenset()


def _pair(match: _Match, of_row: _KeysOfRow, of_heading: _KeysOfHeading) -> None:
    """Pair rows and headings that share a key, each with the first that is left, due ones before others."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for index in sorted(match.left_headings(), key=lambda one: not match.headings[one].due):
        for key in of_heading(match.headings[index]):
            by_key[key].append(index)
    taken: set[int] = set()
    for row in match.left_rows():
        candidates = [one for key in of_row(match.rows[row]) for one in by_key.get(key, ()) if one not in taken]
        if candidates:
            match.pairs[row] = candidates[0]
            taken.add(candidates[0])


def _pair_like(match: _Match, likeness: int) -> None:
    """Pair what is left by like titles, or by equal numbers where the titles have something in common."""
    from rapidfuzz import fuzz

    for row in match.left_rows()[:MOST_COMPARED]:
        own = match.rows[row]
        best, score = None, float(likeness)
        for index in match.left_headings()[:MOST_COMPARED]:
            other = match.headings[index]
            bonus = likeness / 2 if own.number and own.number == other.number else 0
            alike = fuzz.ratio(normalise(own.title), normalise(other.title)) + bonus
            if alike >= score:
                best, score = index, alike
        if best is not None:
            match.pairs[row] = best


def _differences(match: _Match) -> dict[Kind, list[tuple[str, Text]]]:
    """What differs, by kind: the words to name it by, and where it stands."""
    found: dict[Kind, list[tuple[str, Text]]] = {}
    for heading in _missing(match):
        found.setdefault("missing", []).append((_named(heading.number, heading.title), heading.place))
    moved = _out_of_order(match)
    for index, row in enumerate(match.rows):
        kind = _kind(row, match.headings[match.pairs[index]]) if index in match.pairs else "extra"
        kind = kind or ("order" if index in moved else None)
        if kind:
            found.setdefault(kind, []).append((_named(row.number, row.title), row.place))
    return found


def _named(number: str | None, title: str) -> str:
    return " ".join(filter(None, (number, title)))


def _kind(row: ContentsRow, heading: _Heading) -> Kind | None:
    if not heading.keys.isdisjoint(_row_keys(row)):
        return None
    return "number" if label_key(row.title) == label_key(heading.title) else "text"


def _missing(match: _Match) -> list[_Heading]:
    """The headings that should have a row: of a style that others with a row have; unnumbered ones not before those."""
    matched = sorted(match.pairs.values())
    styles = {match.headings[index].style for index in matched if match.headings[index].due}
    first = next((index for index in matched if match.headings[index].due), 0)
    left = [(index, match.headings[index]) for index in match.left_headings() if match.headings[index].due]
    return [
        heading
        for index, heading in left
        if (not styles or heading.style in styles) and (heading.number or index > first)
    ]


def _out_of_order(match: _Match) -> set[int]:
    """The rows whose headings do not stand in the rows' order: all but the longest stretch that does."""
    order = [(row, match.pairs[row]) for row in sorted(match.pairs)]
    ends: list[int] = []
    lengths: list[int] = []
    for _, heading in order:
        spot = bisect_left(ends, heading)
        ends[spot : spot + 1] = [heading]
        lengths.append(spot + 1)
    moved: set[int] = set()
    wanted = len(ends)
    for (row, _), length in zip(reversed(order), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.add(row)
    return moved


def _place(scope: Scope, places: Iterable[Text]) -> Text:
    """The first row that differs, else the contents' own heading, else the first row."""
    rows = {row.place for row in scope.plan.contents}
    first = scope.plan.contents[0].place
    titles = {label_key(form) for form in scope.framework.control.contents}
    above = [one.place for one in scope.plan.landmarks if label_key(one.words) in titles]
    return next((place for place in places if place in rows), above[0] if above else first)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "stale_contents": CheckSpec(stale_contents, Plan, {"default": holes("count", "differences")}, ContentsOptions),
    }
)
"""By the names that rule files use."""
