"""Rows of a compilation that contradict each other, rivals side by side."""

from __future__ import annotations

from collections.abc import Iterable

from planlint.model.consultation import Entry


def order_clashes(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The rows that contradict others, each set of rivals together, in the order of its first."""
    contested = {entry.number: entry for entry in entries if entry.against}
    ordered: dict[int, Entry] = {}
    for number in contested:
        for rival in sorted(_rivals(number, contested, ordered)):
            ordered[rival] = contested[rival]
    return tuple(ordered.values())


def _rivals(number: int, contested: dict[int, Entry], taken: dict[int, Entry]) -> set[int]:
    """The rows that a row contradicts, those that these contradict, and so on; without those that are taken."""
    found: set[int] = set()
    waiting = [number]
    while waiting:
        one = waiting.pop()
        if one in contested and one not in found and one not in taken:
            found.add(one)
            waiting += contested[one].against
    return found
