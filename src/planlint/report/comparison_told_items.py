"""What is told of the inside of an element: its parts, item by item, each marked as new, gone, changed or moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from planlint.consult import TEXT
from planlint.model.comparison import Change, Element, LinkChange, PartChange, Piece, PrincipleChanges, Shift
from planlint.model.words import Words
from planlint.report.comparison_items import goal_words, name_link
from planlint.report.comparison_words import name_part
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable

Mark = Literal["new", "gone", "changed", "moved", "same"]
MOST_SAME: Final = 300
"""Cells of a stretch that both versions have, before its middle is left out."""
MOST_CHANGED: Final = 1_200
"""The same for words that came or went."""
_PAGES: Final = {"sv": Page("sv"), "en": Page("en")}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that came, went, has other words or stands elsewhere; `lead` stands before its words.

    "same": it is what its element is, new or gone.
    """

    mark: Mark
    pieces: tuple[Piece, ...]
    lead: Words | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The items of a part. `name` is None for what stands right under a heading; `untold` items are left out."""

    name: Words | None
    items: tuple[Item, ...]
    untold: int = 0


def in_both(speak: Callable[[Page], str]) -> Words:
    """What is said on a page, in both languages."""
    return Words(**{language: speak(page) for language, page in _PAGES.items()})


def own_words(key: str, **values: str | int) -> Words:
    """The program's own words with that key."""
    return in_both(lambda page: page.say(key, **values))


def told_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Both texts, safe to show; of long stretches their beginning and end."""
    return tuple(
        Piece(each.kind, middle_out(printable(each.words), MOST_SAME if each.kind == "same" else MOST_CHANGED))
        for each in pieces
    )


def content_groups(change: Change, most: int) -> tuple[Group, ...]:
    """What changed in an element that both versions have, but for punctuation: at most so many items of each part."""
    parts = sorted(change.parts, key=lambda part: part.key != TEXT)  # what has no name stands below no other's
    told = (
        *((_part_name(part.key, part.label), tuple(_part_items(part))) for part in parts),
        *_shifted(change.shifts),
        (own_words("outline-goal-links"), tuple(_link_items(change.links))),
        (own_words("outline-principles"), tuple(_principle_items(change.principles))),
    )
    return tuple(_group(name, items, most) for name, items in told if items)


def whole_groups(element: Element, mark: Literal["new", "gone"], most: int) -> tuple[Group, ...]:
    """All that stands in an element that came or went; its items bear no mark of their own."""

    def items(texts: Iterable[str]) -> tuple[Item, ...]:
        return tuple(Item("same", told_pieces([Piece(mark, text)])) for text in texts)

    told = [
        (_part_name(part.key, part.label), items(text.text for text in part.items))
        for part in sorted(element.parts, key=lambda part: part.key != TEXT)
    ]
    told.append((own_words("outline-goal-links"), items(map(name_link, element.links))))
    return tuple(_group(name, items, most) for name, items in told if items)


def _group(name: Words | None, items: Sequence[Item], most: int) -> Group:
    return Group(name, tuple(items[:most]), max(0, len(items) - most))


def _part_name(key: str, label: str) -> Words | None:
    name = in_both(lambda page: name_part(key, label, page))
    return name if name.sv else None


def _item(mark: Mark, words: str) -> Item:
    """An item with the same mark on all its words."""
    return Item(mark, told_pieces([Piece(mark if mark in {"new", "gone"} else "same", words)]))


def _part_items(part: PartChange) -> Iterator[Item]:
    for text in part.removed:
        yield _item("gone", text.text)
    for text in part.added:
        yield _item("new", text.text)
    for each in part.reworded:
        if not each.editorial:
            yield Item("changed", told_pieces(each.pieces))
    for group in part.regrouped:
        if not group.editorial:
            lead = own_words("change-joined" if len(group.old) > 1 else "change-split")
            yield Item("changed", told_pieces(group.pieces), lead)
    for _, text in part.reordered:
        yield _item("moved", text.text)


def _shifted(shifts: Iterable[Shift]) -> Iterator[tuple[Words, tuple[Item, ...]]]:
    """Items that went from one part to another, those of one way together."""
    ways: dict[tuple[str, str, str, str], list[Shift]] = {}
    for shift in shifts:
        ways.setdefault((shift.old_key, shift.old_label, shift.new_key, shift.new_label), []).append(shift)
    for group in ways.values():
        yield in_both(partial(_way, group[0])), tuple(_moved(shift) for shift in group)


def _way(shift: Shift, page: Page) -> str:
    old, new = (
        name_part(key, label, page) or page.say("part-text")
        for key, label in ((shift.old_key, shift.old_label), (shift.new_key, shift.new_label))
    )
    return page.say("change-shifted", old=old, new=new)


def _moved(shift: Shift) -> Item:
    return Item("moved", told_pieces(shift.words.pieces))


def _link_items(links: Iterable[LinkChange]) -> Iterator[Item]:
    """Links that came and went; those that lead elsewhere are told where links are to be looked at again."""
    for change in links:
        if change.kind == "removed" and change.old:
            yield _item("gone", name_link(change.old))
        elif change.kind == "added" and change.new:
            yield _item("new", name_link(change.new))
        elif change.kind == "found" and change.new:
            code = printable(change.new.code)
            yield Item("changed", (), own_words("link-found", code=code, text=goal_words(change.new)))


def _principle_items(principles: PrincipleChanges) -> Iterator[Item]:
    for number, mention in principles.removed:
        yield _item("gone", _principle(number, mention.place.text))
    for number, mention in principles.added:
        yield _item("new", _principle(number, mention.place.text))


def _principle(number: int, words: str) -> str:
    """The mention as written, with its principle's number where it does not say it. Planlint's word is the plan's."""
    return words if str(number) in words else f"{number} ({words})"
