"""A framework that extends another: maps are merged, everything else is replaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from planlint.rulebook.mistakes import Mistake, tell
from planlint.rulebook.source import Data, Source

MAX_CHAIN: Final = 10
"""Frameworks that extend one another, at most."""

_OWN: Final = frozenset({"name", "extends", "fallback"})
"""What a framework never takes over from another."""

Find = Callable[[Source, str], Source]
"""Finds the file that a file names in `extends`; raises UsageError where there is none."""


def chain_of(source: Source, find: Find) -> tuple[Source, ...]:
    """The file and those that it extends, nearest first. Raises UsageError for a circle."""
    chain = [source]
    while isinstance(base := chain[-1].data.get("extends"), str):
        found = find(chain[-1], base)
        if found.name in {link.name for link in chain} or len(chain) == MAX_CHAIN:
            around = " → ".join(link.name for link in [*chain, found])
            sv, en = f"”extends” går i cirkel: {around}", f"“extends” goes in a circle: {around}"
            raise tell(Mistake(("extends",), sv, en), (chain[-1],))
        chain.append(found)
    return tuple(chain)


def merged(chain: tuple[Source, ...]) -> Data:
    """The data of the first file, laid over those that it extends. Its name is its own, never a base's."""
    data: Data = {}
    for source in reversed(chain):
        own = {key: value for key, value in data.items() if key not in _OWN}
        data = laid_over(own, source.data)
    return data


def laid_over(below: Data, above: Data) -> Data:
    """The data of one with another's laid over it: maps are merged, everything else is replaced."""
    data = dict(below)
    for key, value in above.items():
        under = data.get(key)
        data[key] = laid_over(under, value) if isinstance(value, dict) and isinstance(under, dict) else value
    return data
