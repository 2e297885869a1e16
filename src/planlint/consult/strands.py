"""A change of an element, taken apart: each thing in it that can have come from a view of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from planlint.consult.changes import name_kinds
from planlint.consult.parts import says_something
from planlint.model.comparison import Change, Element, PartChange, PrincipleChanges
from planlint.model.text import Text

Slot = tuple[str, int, int]
"""What of a change: the field, the index among its parts, the index of the item there."""
WHOLE: Final[Slot] = ("whole", 0, 0)
"""An element that came or went, with all that is in it."""
REST: Final[Slot] = ("rest", 0, 0)
"""Another number, another place."""
TITLE: Final[Slot] = ("title", 0, 0)
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing of a change: the words that it took and those that it brought, and the label that it stands under.

    `moved` are words that only stand elsewhere. Both versions have them, as they were or nearly.
    """

    slot: Slot
    old: tuple[Text, ...] = ()
    new: tuple[Text, ...] = ()
    label: str = ""
    moved: bool = False


def take_apart(change: Change) -> tuple[Strand, ...]:
    """Everything in it, in the order in which it is told. An element that came or went is one thing."""
    if change.old is None or change.new is None:
        words = tuple(whole_words(change.element))
        return (Strand(WHOLE, new=words) if change.old is None else Strand(WHOLE, old=words),)
    return tuple(_strands(change))


def hold_only(change: Change, slots: Collection[Slot]) -> Change:
    """The change as if these things of it were all."""
    if WHOLE in slots:
        return change
    rest = REST in slots
    kept = replace(
        change,
        title=change.title if TITLE in slots else None,
        parts=tuple(part for part in _parts(change, slots) if says_something(part)),
        shifts=_kept(change.shifts, "shift", 0, slots),
        links=_kept(change.links, "link", 0, slots),
        principles=PrincipleChanges(
            _kept(change.principles.added, "principle", 0, slots),
            _kept(change.principles.removed, "principle", 1, slots),
        ),
        homes=change.homes if rest else None,
    )
    kinds = name_kinds(kept, reordered=rest and "reordered" in change.kinds)
    return replace(kept, kinds=tuple(kind for kind in kinds if rest or kind != "renumbered"))


def _strands(change: Change) -> Iterator[Strand]:
    if {"renumbered", "moved", "reordered"} & set(change.kinds):
        yield Strand(REST)
    if change.title:
        yield Strand(TITLE, (change.title.old,), (change.title.new,))
    for index, part in enumerate(change.parts):
        yield from _of_part(part, index)
    for index, shift in enumerate(change.shifts):
        yield Strand(("shift", 0, index), (shift.words.old,), (shift.words.new,), shift.old_label, moved=True)
    for index, link in enumerate(change.links):
        old, new = ((each.place,) if each else () for each in (link.old, link.new))
        yield Strand(("link", 0, index), old, new)
    for index, (_, mention) in enumerate(change.principles.added):
        yield Strand(("principle", 0, index), new=(mention.place,))
    for index, (_, mention) in enumerate(change.principles.removed):
        yield Strand(("principle", 1, index), old=(mention.place,))


def _of_part(part: PartChange, at: int) -> Iterator[Strand]:
    for index, text in enumerate(part.added):
        yield Strand(("added", at, index), new=(text,), label=part.label)
    for index, text in enumerate(part.removed):
        yield Strand(("removed", at, index), (text,), label=part.label)
    for index, each in enumerate(part.reworded):
        yield Strand(("reworded", at, index), (each.old,), (each.new,), part.label)
    for index, group in enumerate(part.regrouped):
        yield Strand(("regrouped", at, index), group.old, group.new, part.label)
    for index, (old, new) in enumerate(part.reordered):
        yield Strand(("reordered", at, index), (old,), (new,), part.label, moved=True)


def _parts(change: Change, slots: Collection[Slot]) -> Iterator[PartChange]:
    for at, part in enumerate(change.parts):
        yield replace(
            part,
            added=_kept(part.added, "added", at, slots),
            removed=_kept(part.removed, "removed", at, slots),
            reworded=_kept(part.reworded, "reworded", at, slots),
            regrouped=_kept(part.regrouped, "regrouped", at, slots),
            reordered=_kept(part.reordered, "reordered", at, slots),
        )


def _kept(items: tuple[_Item, ...], field: str, at: int, slots: Collection[Slot]) -> tuple[_Item, ...]:
    return tuple(item for index, item in enumerate(items) if (field, at, index) in slots)


def whole_words(element: Element) -> Iterator[Text]:
    """All words of an element: its title, its parts, its links."""
    yield element.title
    for part in element.parts:
        yield from part.items
    yield from (link.place for link in element.links)
