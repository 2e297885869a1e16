"""From the spots of notes to the elements of the body that their marks stand beside; cuts texts and runs on the way."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from lxml.etree import _Element as Element

from planlint.word.annotation.cutting import cut_runs, cut_texts, whole
from planlint.word.annotation.marks import Range, find_range
from planlint.word.annotation.spots import Spot, Words
from planlint.word.tracing import FieldSpan, Traced


class _Ends(NamedTuple):
    """What stands whole at either end of a spot, and what the reference must come after, None for the last."""

    first: Element
    last: Element
    after: Element | None = None


def place(spots: Sequence[Spot], body: Traced, fresh: Iterator[str]) -> list[Range]:
    """Where the marks stand for each spot. `fresh` gives ids for what is doubled when a run is cut."""
    words: defaultdict[int, list[Words]] = defaultdict(list)
    for spot in spots:
        if isinstance(spot, Words):
            words[spot.paragraph].append(spot)
    paragraphs = {index: _Paragraph(body, index, found) for index, found in words.items()}
    ends = [
        paragraphs[spot.paragraph].ends(spot) if isinstance(spot, Words) else _Ends(whole(spot.first), whole(spot.last))
        for spot in spots
    ]
    cut_runs((each.first for each in ends), (each.last for each in ends), fresh)
    return [find_range(*each) for each in ends]


class _Paragraph:
    """The leaves that show words, cut where a spot begins or ends, and the fields around them."""

    def __init__(self, body: Traced, index: int, spots: Sequence[Words]) -> None:
        line = body.line(index)
        self._closes = body.ends
        self._fields = _Fields(line.fields)
        self._whole = _Fields([each for each in line.fields if each.whole])
        self._copies = _Fields([each for each in line.fields if each.copy])
        shown = [leaf for leaf in line.leaves if leaf.shown]
        wanted = {at for spot in spots for at in (spot.start, spot.end)}
        self._leaves = list(cut_texts(shown, [at for at in wanted if self._copies.around(at) is None]))
        self._starts = [leaf.start for leaf in self._leaves]

    def ends(self, spot: Words) -> _Ends:
        """What stands at either end of the words.

        A field that copies words from elsewhere is there as a whole. The reference stands after any field, and one
        whose words are all there is so with its instruction too: an update of the field takes neither.
        """
        start, end = spot.start, spot.end
        first, last = (self._leaves[bisect_right(self._starts, at) - 1].element for at in (start, end - 1))
        if (copy := self._copies.around(start)) and copy.begin is not None:
            first, start = copy.begin, copy.start
        if (copy := self._copies.around(end - 1)) and copy.close is not None:
            last, end = copy.close, copy.end
        begun, ended = self._whole.around(start), self._whole.around(end - 1)
        if begun and begun.begin is not None and start == begun.start and end >= begun.end:
            first = begun.begin
        if ended and ended.close is not None and end == ended.end and start <= ended.start:
            last = ended.close
        return _Ends(whole(first), whole(last), self._after(end - 1))

    def _after(self, offset: int) -> Element | None:
        """The end of the outermost field that the character at the offset is in."""
        around = self._fields.around(offset)
        close = None if around is None else self._closes.get(around.field)
        return None if close is None else whole(close)


class _Fields:
    """Fields of one paragraph, but for those within others."""

    def __init__(self, fields: Iterable[FieldSpan]) -> None:
        self._spans: list[FieldSpan] = []
        for each in sorted(fields, key=lambda span: (span.start, -span.end)):
            if not self._spans or each.end > self._spans[-1].end:
                self._spans.append(each)

    def around(self, offset: int) -> FieldSpan | None:
        """The field that the character at the offset is in."""
        at = bisect_right(self._spans, offset, key=attrgetter("start")) - 1
        return self._spans[at] if at >= 0 and offset < self._spans[at].end else None
