"""One YAML file, read strictly: plain data and its lines out, or one error with file and line.

YAML here is its plain core: maps with text keys, lists, text, whole numbers, decimals, true, false and null. `no`,
`off` and dates are text, as people expect. Aliases count with all that they stand for, so that no file grows without
bound; tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from yaml import events

from planlint.errors import UsageError
from planlint.rulebook.nearest import shorten

MAX_BYTES: Final = 1_000_000
"""Far more than any rule, framework or set of facts holds."""
MAX_DEPTH: Final = 40

Data = dict[str, object]
Where = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and 0-based places in lists."""

_LOADER: Final[type[yaml.SafeLoader]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_DECIMAL: Final = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_SYNTAX: Final = {
    "mapping values are not allowed in this context": (
        "ett kolon på fel plats; text med kolon ska stå inom citattecken",
        "a colon in the wrong place; text with a colon goes in quotation marks",
    ),
    "found character that cannot start any token": (
        "ett tecken som inte får stå först; sätt texten inom citattecken, och dra in med mellanslag, inte tabb",
        "a character that may not stand first; put the text in quotation marks, and indent with spaces, not tabs",
    ),
    "found unexpected end of stream": ("ett citattecken som aldrig stängs", "a quotation mark that is never closed"),
    "did not find expected key": (
        "fel indrag, ett kolon som saknas eller citattecken inne i en text",
        "wrong indentation, a missing colon or quotation marks inside a text",
    ),
    "could not find expected ':'": ("ett kolon saknas efter nyckeln", "a colon is missing after the key"),
    "did not find expected ',' or ']'": ("en hakparentes som aldrig stängs", "a bracket that is never closed"),
    "did not find expected ',' or '}'": ("en klammer som aldrig stängs", "a brace that is never closed"),
    "did not find expected '-' indicator": ("fel indrag i listan", "wrong indentation in the list"),
    "found another document": ("två dokument i samma fil", "two documents in one file"),
}
"""What libyaml says of the commonest mistakes, in words for people who do not program."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: `name` as people know it, its data, and the line (from 1) of every key and list item."""

    name: str
    data: Data
    lines: dict[Where, int]

    def line(self, where: Where) -> int:
        """The line of a value, or of its nearest ancestor that the file has."""
        return next((self.lines[where[:n]] for n in range(len(where), 0, -1) if where[:n] in self.lines), 1)


def mistake(name: str, line: int | None, sv: str, en: str) -> UsageError:
    """The one error that a faulty file gives: its name and line, and what is wrong."""
    where = name if line is None else f"{name}:{line}"
    return UsageError(f"{where}: {sv}", f"{where}: {en}")


def read(path: Path, name: str) -> Source:
    """The file's data. Raises UsageError with `name` and line for anything that is not plain YAML with a map on top."""
    return parse(read_text(path, name), name)


def parse(text: str, name: str) -> Source:
    """The data of a file's text. Raises UsageError as `read` does."""
    reader = _Reader(name, text)
    try:
        return Source(name, reader.document(), reader.lines)
    except yaml.YAMLError as error:
        raise _syntax(name, text, error) from None


def read_text(path: Path, name: str) -> str:
    """The file's text, from UTF-8. Raises UsageError with `name` for a file that cannot be read."""
    data = _bytes(path, name)
    if len(data) > MAX_BYTES:
        raise mistake(name, None, "filen är större än 1 MB", "the file is larger than 1 MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise mistake(name, line, "texten är inte UTF-8; spara filen som UTF-8", "not UTF-8; save it as such") from None


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise mistake(name, None, "är en mapp, inte en fil", "is a folder, not a file")
        if path.exists() and not path.is_file():
            raise mistake(name, None, "är ingen vanlig fil", "is no ordinary file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise mistake(name, None, "filen finns inte", "no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise mistake(name, None, f"går inte att läsa ({reason})", f"cannot be read ({reason})") from None


def _syntax(name: str, text: str, error: yaml.YAMLError) -> UsageError:
    last = max(1, len(text.splitlines()))
    mark = getattr(error, "problem_mark", None)
    if mark is not None and mark.line >= last:  # what was never closed is mended where it was opened
        mark = getattr(error, "context_mark", None) or mark
    before = text.encode()[: getattr(error, "position", 0)]
    line = before.count(b"\n") + 1 if mark is None else min(mark.line + 1, last)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    sv, en = _SYNTAX.get(problem, (problem, problem))
    return mistake(name, line, f"ingen giltig YAML: {sv}", f"not valid YAML: {en}")


class _Reader:
    """Makes data of libyaml's events, which are bounded where its own construction is not."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._anchors: dict[str, tuple[object, int]] = {}
        self._size = 0
        self.lines: dict[Where, int] = {}

    def document(self) -> Data:
        """The one document of the file, a map."""
        event = self._skip(events.StreamStartEvent, events.DocumentStartEvent)
        if not isinstance(event, events.MappingStartEvent):
            raise self._wrong(event, "filen ska bestå av nycklar med värden", "the file should hold keys with values")
        data = self._map(())
        rest = self._skip(events.DocumentEndEvent)
        if not isinstance(rest, events.StreamEndEvent):
            raise self._wrong(rest, *_SYNTAX["found another document"])
        return data

    def _skip(self, *sorts: type[yaml.Event]) -> yaml.Event:
        event = next(self._events)
        while isinstance(event, sorts):
            event = next(self._events)
        return event

    def _map(self, where: Where) -> Data:
        found: Data = {}
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._value(event, where) if isinstance(event, events.ScalarEvent) else None
            if not isinstance(key, str):
                raise self._wrong(event, "en nyckel ska vara text", "a key should be text")
            if key in found:
                shown = shorten(key)
                raise self._wrong(event, f"nyckeln ”{shown}” står två gånger", f"the key “{shown}” stands twice")
            self.lines[(*where, key)] = _line(event)
            found[key] = self._value(next(self._events), (*where, key))
        return found

    def _list(self, where: Where) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(self._events), events.SequenceEndEvent):
            self.lines[(*where, len(found))] = _line(event)
            found.append(self._value(event, (*where, len(found))))
        return found

    def _value(self, event: yaml.Event, where: Where) -> object:
        self._refuse(event, len(where))
        if isinstance(event, events.AliasEvent):
            return self._again(event)
        before = self._size
        value = self._fresh(event, where)
        if (anchor := getattr(event, "anchor", None)) is not None:
            self._anchors[anchor] = value, self._size - before
        return value

    def _fresh(self, event: yaml.Event, where: Where) -> object:
        if isinstance(event, events.MappingStartEvent):
            return self._map(where)
        if isinstance(event, events.SequenceStartEvent):
            return self._list(where)
        word: str = getattr(event, "value", "")
        self._size += 1 + len(word)
        return _plain(word) if getattr(event, "implicit", (False,))[0] else word

    def _again(self, event: events.AliasEvent) -> object:
        """What an alias stands for; one inside its own anchor stands for nothing yet."""
        if event.anchor not in self._anchors:
            raise self._wrong(event, f"*{event.anchor} saknar ett &{event.anchor} före sig",
                              f"*{event.anchor} has no &{event.anchor} before it")  # fmt: skip
        value, size = self._anchors[event.anchor]
        self._size += 1 + size
        if self._size > MAX_BYTES:
            raise self._wrong(event, "filen blir större än 1 MB", "the file grows larger than 1 MB")
        return value

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        if getattr(event, "tag", None) is not None:
            raise self._wrong(event, "typer i YAML (!) används inte här", "YAML's types (!) are not used here")
        if depth > MAX_DEPTH:
            raise self._wrong(event, "för många nivåer i varandra", "too many levels inside one another")

    def _wrong(self, event: yaml.Event, sv: str, en: str) -> UsageError:
        return mistake(self._name, _line(event), sv, en)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


def _plain(word: str) -> object:
    """What an unquoted scalar means."""
    if word in _WORDS:
        return _WORDS[word]
    if _WHOLE.fullmatch(word):
        return int(word)
    return float(word) if _DECIMAL.fullmatch(word) else word
