"""Edits of a good document: a change of words, a section cut or emptied, a paragraph added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


class Unfit(Exception):  # noqa: N818 (no error: the packer asks whether an edit fits)
    """An edit does not fit the text: what it is about is not there, or is there more than once."""


@dataclass(frozen=True)
class Change:
    """One edit. `within` is the heading line of the section that it is made in; empty: the whole text.

    `old` becomes `new`, where it stands once (or, with `every`, wherever it stands). `cut` is the start of a heading
    line: the section goes; of `empty`, what is under the heading. `add` is a paragraph that goes after the line with
    the words `after`. `part` names the entry of a Word file; without `old` it is made anew.
    """

    within: str = ""
    old: str = ""
    new: str = ""
    every: bool = False
    cut: str = ""
    empty: str = ""
    add: str = ""
    after: str = ""
    part: str = ""


def read_change(entry: Mapping[str, str]) -> Change:
    """A change as the YAML files write it: {in, from, to}, {all, to}, {in, cut}, {in, empty}, {in, after, add}."""
    known = {"in", "from", "all", "to", "cut", "empty", "add", "after"}
    if unknown := set(entry) - known:
        raise ValueError(f"unknown keys {sorted(unknown)} in {entry}")
    return Change(
        within=entry.get("in", ""),
        old=entry.get("from", entry.get("all", "")),
        new=entry.get("to", ""),
        every="all" in entry,
        cut=entry.get("cut", ""),
        empty=entry.get("empty", ""),
        add=entry.get("add", ""),
        after=entry.get("after", ""),
    )


def apply(change: Change, text: str) -> str:
    """The text after the change. Raises Unfit where it does not fit."""
    start, end = section(text, change.within) if change.within else (0, len(text))
    return text[:start] + _changed(change, text[start:end]) + text[end:]


def _changed(change: Change, text: str) -> str:
    if change.cut or change.empty:
        start, end = section(text, change.cut or change.empty)
        line = "" if change.cut else text[start : text.index("\n", start) + 1] + "\n"
        return text[:start] + line + text[end:]
    if change.add:
        end = text.find("\n", _once(text, change.after))
        end = len(text) if end < 0 else end
        return f"{text[:end]}\n\n{change.add.rstrip()}\n{text[end:]}"
    if not change.old and not text:
        return change.new
    if change.every:
        if change.old not in text:
            raise Unfit(f"{change.old!r} is not in the text")
        return text.replace(change.old, change.new)
    start = _once(text, change.old)
    return text[:start] + change.new + text[start + len(change.old) :]


def _once(text: str, words: str) -> int:
    if text.count(words) != 1 or not words:
        raise Unfit(f"{words!r} stands {text.count(words)} times")
    return text.index(words)


def section(text: str, heading: str) -> tuple[int, int]:
    """Where the section begins and ends whose heading line starts with these characters. Raises Unfit."""
    found = re.search(rf"^{re.escape(heading)}", text, re.MULTILINE)
    if found is None:
        raise Unfit(f"no heading {heading!r}")
    level = len(heading) - len(heading.lstrip("#"))
    after = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(text, found.end())
    return found.start(), after.start() if after else len(text)
