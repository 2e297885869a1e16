"""The parts of an element in two versions: items matched as what they say, not as lines in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from planlint.consult.diff import reword, same_text
from planlint.consult.match import Lexicon, Pairs, match_items
from planlint.consult.moves import moved
from planlint.consult.regroup import regroup
from planlint.language.normalise import normalise
from planlint.model.comparison import ElementPart, PartChange, Shift
from planlint.model.text import Text

LIKE_SHIFTED: Final = 0.8
"""From here on an item that left one part is the one that came to another: it stands in another place, and a person
must see at once that it is the same.
"""


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the items of an element: changes by part, and items that went from one part to another."""

    parts: tuple[PartChange, ...]
    shifts: tuple[Shift, ...]


def compare_parts(old: Sequence[ElementPart], new: Sequence[ElementPart], lexicon: Lexicon) -> Compared:
    """The parts held against each other by key; those where nothing changed are left out."""
    before, after = ({part.key: part for part in parts} for parts in (old, new))
    keys = dict.fromkeys((*after, *before))
    changes = [_compare(before.get(key), after.get(key), key, lexicon) for key in keys]
    shifts = _shifts(changes, lexicon)
    gone, came = ({id(text) for text in texts} for texts in _ends(shifts))
    left = (
        replace(
            change,
            removed=tuple(text for text in change.removed if id(text) not in gone),
            added=tuple(text for text in change.added if id(text) not in came),
        )
        for change in changes
    )
    return Compared(tuple(change for change in left if says_something(change)), tuple(shifts))


def _compare(old: ElementPart | None, new: ElementPart | None, key: str, lexicon: Lexicon) -> PartChange:
    before, after = (part.items if part else () for part in (old, new))
    pairs = match_items(before, after, lexicon)
    gone, came = _left(before, pairs, 0), _left(after, pairs, 1)
    if old and new and old.single and new.single:
        pairs, gone, came = _paired_off(pairs, gone, came)
    regrouped = regroup(before, after, pairs, (gone, came))
    apart = {id(text) for each in regrouped for text in (*each.old, *each.new)}
    reworded = [
        reword(before[i], after[j])
        for i, j in pairs
        if id(before[i]) not in apart and not same_text(before[i].text, after[j].text)
    ]
    out_of_order = moved(pairs, [_name(before[i], after[j]) for i, j in pairs])
    return PartChange(
        key,
        new.label if new and new.label else old.label if old else "",
        tuple(after[index] for index in came if id(after[index]) not in apart),
        tuple(before[index] for index in gone if id(before[index]) not in apart),
        tuple(reworded),
        tuple(regrouped),
        tuple((before[pairs[index][0]], after[pairs[index][1]]) for index in sorted(out_of_order)),
        emptied=bool(before) and not after,
    )


def _paired_off(pairs: Pairs, gone: list[int], came: list[int]) -> tuple[Pairs, list[int], list[int]]:
    """For a field: what it held, and what it holds now, however unlike."""
    rest = list(zip(gone, came, strict=False))
    return sorted([*pairs, *rest]), gone[len(rest) :], came[len(rest) :]


def _left(items: Sequence[Text], pairs: Pairs, side: int) -> list[int]:
    taken = {pair[side] for pair in pairs}
    return [index for index in range(len(items)) if index not in taken]


def _shifts(changes: Sequence[PartChange], lexicon: Lexicon) -> list[Shift]:
    """Items that are gone from one part and have come to another."""
    gone = [(text, change) for change in changes for text in change.removed]
    came = [(text, change) for change in changes for text in change.added]
    pairs = match_items([text for text, _ in gone], [text for text, _ in came], lexicon, LIKE_SHIFTED)
    return [
        Shift(reword(gone[i][0], came[j][0]), gone[i][1].key, came[j][1].key, gone[i][1].label, came[j][1].label)
        for i, j in pairs
        if gone[i][1] is not came[j][1]
    ]


def _ends(shifts: Sequence[Shift]) -> tuple[list[Text], list[Text]]:
    return [shift.words.old for shift in shifts], [shift.words.new for shift in shifts]


def says_something(change: PartChange) -> bool:
    """Whether anything changed in the part."""
    return bool(change.added or change.removed or change.reworded or change.regrouped or change.reordered)


def _name(old: Text, new: Text) -> str:
    return "\n".join(sorted((normalise(old.text), normalise(new.text))))
