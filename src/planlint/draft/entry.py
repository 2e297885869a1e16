"""What a draft says: one statement of a framework file after the other, each with the reason for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Value = bool | str | tuple[str, ...] | Mapping[str, "Value"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement: the keys that lead to it, its value, and why. One that is not `on` is written as a comment."""

    path: tuple[str, ...]
    value: Value
    note: str = ""
    on: bool = True


Data = dict[str, object]


def data_of(entries: Iterable[Entry]) -> Data:
    """What the entries that are on state together, as a framework file's data."""
    data: Data = {}
    for entry in entries:
        if entry.on:
            _put(data, entry.path, entry.value)
    return data


def _put(data: Data, path: tuple[str, ...], value: Value) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _put(data, (*path, key), inner)
        return
    for key in path[:-1]:
        below = data.setdefault(key, {})
        if not isinstance(below, dict):
            raise TypeError(f"{key} is no map")
        data = below
    data[path[-1]] = list(value) if isinstance(value, tuple) else value
