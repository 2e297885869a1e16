"""Entries as the text of a framework file, with a comment beside each; a plan's words cannot break out of either."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from planlint.draft.entry import Entry, Value

WIDTH = 120
LONGEST = 200
"""Characters of the plan's own words that are repeated."""

_PLAIN = re.compile(r"[A-Za-zÅÄÖåäöé][\wÅÄÖåäöé-]*(?: [\wÅÄÖåäöé-]+)*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def clean(text: str) -> str:
    """The plan's words on one line, without characters that YAML or a terminal would take amiss."""
    one = " ".join(text.split())
    return "".join(character for character in one if character.isprintable())[:LONGEST]


def render_entries(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines that state the entries, a block for each topmost key, in whose order they stand."""
    for key, group in groupby(entries, key=_top):
        yield ""
        yield from _lines(list(group), (key,))


def _top(entry: Entry) -> str:
    return entry.path[0]


def _lines(entries: list[Entry], path: tuple[str, ...]) -> Iterator[str]:
    """The lines of one key, with those below it."""
    indent = "  " * (len(path) - 1)
    last = [entry for entry in entries if entry.path == path]
    for entry in last:
        yield from _statement(entry, indent)
    below = [entry for entry in entries if len(entry.path) > len(path)]
    if len(path) > 1 and len(entries) == 1 and len(below[:1]) == 1 and len(below[0].path) == len(path) + 1:
        only = below[0]
        yield from _statement(Entry(path, {only.path[-1]: only.value}, only.note, only.on), indent)
    elif below:
        yield _off(below) + f"{indent}{scalar(path[-1])}:"
        keys = dict.fromkeys(entry.path[len(path)] for entry in below)
        for key in keys:
            yield from _lines([one for one in below if one.path[len(path)] == key], (*path, key))


def _off(entries: list[Entry]) -> str:
    return "" if any(entry.on for entry in entries) else "#"


def _statement(entry: Entry, indent: str) -> Iterator[str]:
    off = "" if entry.on else "#"
    written = [f"{off}{indent}{scalar(entry.path[-1])}: {_flow(entry.value)}"]
    if isinstance(entry.value, tuple) and len(written[0]) > WIDTH:
        written = list(_wrapped(f"{off}{indent}{scalar(entry.path[-1])}:", entry.value, f"{off}{indent}  "))
    if entry.note and len(written) == 1 and len(written[0]) + len(entry.note) + 4 <= WIDTH:
        written = [f"{written[0]}  # {entry.note}"]
    elif entry.note:
        written = [f"{indent}# {entry.note}", *written]
    yield from written


def _wrapped(line: str, items: tuple[str, ...], indent: str) -> Iterator[str]:
    """A list on lines of bearable width, `line` before it, broken between its items."""
    pieces = [f"{scalar(item)}," for item in items]
    pieces[0], pieces[-1] = f"[{pieces[0]}", f"{pieces[-1][:-1]}]"
    for piece in pieces:
        if len(line) + len(piece) >= WIDTH:
            yield line
            line = indent + piece
        else:
            line = f"{line} {piece}"
    yield line


def _flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(scalar, value)) + "]"


def scalar(text: str) -> str:
    """A text as YAML writes it: bare where nothing can be mistaken, else in quotation marks."""
    bare = _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML
    return text if bare else json.dumps(text, ensure_ascii=False)
