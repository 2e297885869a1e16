"""Where in a TOML file its keys and list items stand, which nothing that reads TOML tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from planlint.rulebook.source import MAX_DEPTH, Where


class Token(NamedTuple):
    """A piece of a file: `sort` is the name of its group in the expression that found it."""

    sort: str
    word: str
    line: int


_STOP: Final = Token("stop", "", 0)
_TOKEN: Final = re.compile(
    r"""
    (?P<gap>[ \t]+|\#[^\n]*)
    |(?P<end>\n)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3}\"{0,2}|'{3}.*?'{3}'{0,2}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')
    |(?P<open>\"{3}|'{3}|[\"'])
    |(?P<mark>[\[\]{}=.,])
    |(?P<bare>[^\s\[\]{}=.,\"'\#]+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""`open` is a quotation mark that is never closed. What fits nothing stands in no TOML."""


class Survey(NamedTuple):
    """What can be told of a file before it is known to be TOML: lines from 1, None where there is no such thing."""

    too_deep: int | None
    """Where brackets, or the parts of a key, go deeper than any configuration does."""
    open: int | None
    """Where what is never closed was opened."""


def tokens_of(text: str) -> Iterator[Token]:
    """The pieces of the file; of one that is no TOML, up to the mistake."""
    line = 1
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "gap":
            yield Token(found.lastgroup or "", found.group(), line)
        line += found.group().count("\n")


def survey_of(tokens: Iterable[Token]) -> Survey:
    """A look at the file before it is read."""
    opened: list[int] = []
    dots = 0
    for token in tokens:
        if token.sort == "open":
            return Survey(None, token.line)
        if token.word in {"[", "{"}:
            opened.append(token.line)
        elif token.word in {"]", "}"}:
            opened = opened[:-1]
        dots = dots + (token.word == ".") if token.word == "." or token.sort in {"bare", "text"} else 0
        if max(len(opened), dots) > MAX_DEPTH:
            return Survey(token.line, None)
    return Survey(None, opened[-1] if opened else None)


def lines_of(tokens: Iterable[Token]) -> dict[Where, int]:
    """The line of every key and list item, of a file that is known to be TOML."""
    lines: dict[Where, int] = {}
    for where, line in _Walk(tokens).places():
        lines.setdefault(where, line)
    return lines


class _Walk:
    """Goes through the pieces once."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._tokens = iter(tokens)
        self._next = next(self._tokens, _STOP)
        self._tables: dict[Where, int] = {}
        """How many tables a `[[heading]]` has had so far."""

    def places(self) -> Iterator[tuple[Where, int]]:
        """Every way into the data that the file states, with its line; some more than once, the first being meant."""
        table: Where = ()
        while self._next.sort != "stop":
            if self._next.sort == "end":
                self._take()
            elif self._next.word == "[":
                table, line = self._heading()
                yield from _ways(table, 0, line)
            else:
                yield from self._statement(table)

    def _take(self) -> Token:
        token, self._next = self._next, next(self._tokens, _STOP)
        return token

    def _heading(self) -> tuple[Where, int]:
        line = self._take().line
        repeated = self._next.word == "["
        if repeated:
            self._take()
        *above, last = self._key()
        while self._next.word == "]":
            self._take()
        where: Where = ()
        for step in above:
            where = self._latest((*where, step))
        where = (*where, last)
        if not repeated:
            return self._latest(where), line
        self._tables[where] = self._tables.get(where, 0) + 1
        return self._latest(where), line

    def _latest(self, where: Where) -> Where:
        """The way into the last table of a `[[heading]]`; any other way as it is."""
        return (*where, self._tables[where] - 1) if where in self._tables else where

    def _key(self) -> list[str]:
        steps = []
        while self._next.sort in {"bare", "text"} or self._next.word == ".":
            token = self._take()
            if token.sort != "mark":
                steps.append(_word(token))
        return steps

    def _statement(self, table: Where) -> Iterator[tuple[Where, int]]:
        """A key, its equals sign and its value."""
        line = self._next.line
        where = (*table, *self._key())
        yield from _ways(where, len(table), line)
        self._take()
        yield from self._value(where)

    def _value(self, where: Where) -> Iterator[tuple[Where, int]]:
        opening = self._next.word
        if opening not in {"[", "{"}:
            while self._next.sort in {"bare", "text"} or self._next.word == ".":
                self._take()
            return
        self._take()
        place = 0
        while (token := self._next).word not in {"]", "}"}:
            if token.sort == "end" or token.word == ",":
                self._take()
            elif opening == "{":
                yield from self._statement(where)
            else:
                yield (*where, place), token.line
                yield from self._value((*where, place))
                place += 1
        self._take()


def _ways(where: Where, known: int, line: int) -> Iterator[tuple[Where, int]]:
    """The way and what it passes, beyond the `known` first steps."""
    for length in range(known + 1, len(where) + 1):
        yield where[:length], line


def _word(token: Token) -> str:
    """A key's step without its quotation marks."""
    return token.word if token.sort == "bare" else str(tomllib.loads(f"word = {token.word}")["word"])
