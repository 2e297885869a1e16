"""Items that were joined or split: two paragraphs made one are neither one that went nor one that grew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planlint.consult.diff import pieces
from planlint.consult.match import Pairs
from planlint.language.normalise import words
from planlint.model.comparison import Regrouped
from planlint.model.text import Text


def regroup(
    old: Sequence[Text], new: Sequence[Text], pairs: Pairs, left: tuple[Sequence[int], Sequence[int]]
) -> list[Regrouped]:
    """Of matched items, those whose other version holds the words of unmatched neighbours (`left`, by version) too."""
    free = set(left[0]), set(left[1])
    found: list[Regrouped] = []
    for i, j in pairs:
        olds = _with_neighbours(old, i, free[0], new[j])
        news = _with_neighbours(new, j, free[1], old[i])
        if (len(olds) > 1) == (len(news) > 1):
            continue
        free[0].difference_update(olds)
        free[1].difference_update(news)
        found.append(_regrouped([old[index] for index in olds], [new[index] for index in news]))
    return found


def _with_neighbours(items: Sequence[Text], index: int, free: set[int], other: Text) -> list[int]:
    """An item and those next to it that are free and whose words, unlike its own version's, the other one holds."""
    if index - 1 not in free and index + 1 not in free:
        return [index]
    said, own = _row(other), _row(items[index])
    before = list(_reach(items, range(index - 1, -1, -1), free, (said, own)))
    return [*reversed(before), index, *_reach(items, range(index + 1, len(items)), free, (said, own))]


def _reach(items: Sequence[Text], indices: Sequence[int], free: set[int], rows: tuple[str, str]) -> Iterator[int]:
    for index in indices:
        row = _row(items[index])
        if index not in free or row not in rows[0] or row in rows[1]:
            return
        yield index


def _regrouped(old: Sequence[Text], new: Sequence[Text]) -> Regrouped:
    before, after = (" ".join(text.text for text in side) for side in (old, new))
    return Regrouped(tuple(old), tuple(new), pieces(before, after), editorial=words(before) == words(after))


def _row(text: Text) -> str:
    """The words with a space around each, so that one row is in another only as whole words."""
    return f" {' '.join(words(text.text))} "
