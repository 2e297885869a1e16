"""The file's numbering definitions: what each level of each numbering looks like and how it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from planlint.word.names import ALTERNATIVES, FALLBACK, w
from planlint.word.styles import Styles
from planlint.word.values import by_name, child_value, switched_on, value_of, whole

_ABSTRACT_ID = w("abstractNumId")
_NUMBER_ID = w("numId")
_LEVEL = w("lvl")
_FORM = w("numFmt")
_PATTERN = w("lvlText")
_START = w("start")
_RESTART = w("lvlRestart")
_LEGAL = w("isLgl")
_PICTURE = w("lvlPicBulletId")

LEVELS: Final = 9
MAX_NUMBER: Final = 32_767
"""The largest number that Word counts to in a list."""

_MAX_PATTERN = 100
"""Characters of a level's pattern; Word allows fewer."""
_MAX_LINKS = 5
"""How many numbering styles are followed to a definition; Word writes one."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level: `pattern` has %1–%9 for the levels' numbers; `restart` is the 1-based level that restarts it, 0 none."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering in use: the abstract one whose counters it shares, its levels, and the starts that it restarts with.

    `by_style` has the level that names each style.
    """

    abstract: str
    levels: Mapping[int, Level]
    by_style: Mapping[str, int]
    restarts: Mapping[int, int]

    def start(self, index: int) -> int:
        """The number that a level begins with."""
        level = self.levels.get(index)
        return self.restarts.get(index, level.start if level else 1)

    def restarted_by(self, index: int) -> tuple[int, ...]:
        """The levels that begin anew when the level `index` is used: those below, unless they say otherwise."""
        below = ((level, self.levels.get(level)) for level in range(index + 1, LEVELS))
        return tuple(
            n for n, level in below if index < (n if level is None or level.restart is None else level.restart)
        )


class Numberings:
    """The numberings of a numbering part, each read when it is first used."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._read: dict[str, Numbering | None] = {}
        if root is not None:
            self._abstracts = {child.get(_ABSTRACT_ID, ""): child for child in root.iterchildren(w("abstractNum"))}
            self._numbers = {child.get(_NUMBER_ID, ""): child for child in root.iterchildren(w("num"))}

    def get(self, identifier: str | None) -> Numbering | None:
        """The numbering with the id, None where there is none ("0" stands for none)."""
        if identifier is None:
            return None
        if identifier not in self._read:
            self._read[identifier] = self._find(identifier)
        return self._read[identifier]

    def _find(self, identifier: str) -> Numbering | None:
        element = self._numbers.get(identifier)
        key = None if element is None else self._follow_links(child_value(element, _ABSTRACT_ID))
        if element is None or key is None:
            return None
        return _read_numbering(element, key, self._abstracts[key])

    def _follow_links(self, key: str | None) -> str | None:
        """The abstract numbering that holds the levels, where `key` only names a style that points to it."""
        for _ in range(_MAX_LINKS):
            link = child_value(self._abstracts[key], w("numStyleLink")) if key in self._abstracts else None
            number = self._numbers.get(self._styles.numbering(link).numbering or "") if link else None
            target = None if number is None else child_value(number, _ABSTRACT_ID)
            if target not in self._abstracts:
                break
            key = target
        return key if key in self._abstracts else None


def _read_numbering(element: Element, key: str, abstract: Element) -> Numbering:
    """A numbering with the levels of its abstract one, but for those that it overrides."""
    levels: dict[int, Level] = {}
    by_style: dict[str, int] = {}
    for child in abstract.iterchildren(_LEVEL):
        index = _level_index(child)
        levels[index] = _read_level(child)
        style = child_value(child, w("pStyle"))
        if style:
            by_style.setdefault(style, index)
    restarts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        level = override.find(_LEVEL)
        if level is not None:
            levels[_level_index(override)] = _read_level(level)
        start = child_value(override, w("startOverride"))
        if start is not None:
            restarts[_level_index(override)] = whole(start, 1, 0, MAX_NUMBER)
    return Numbering(key, levels, by_style, restarts)


def _level_index(element: Element) -> int:
    return whole(element.get(w("ilvl")), 0, 0, LEVELS - 1)


def _read_level(element: Element) -> Level:
    stated = by_name(element)
    restart = value_of(stated.get(_RESTART))
    return Level(
        form=_number_form(stated),
        pattern=(value_of(stated.get(_PATTERN)) or "")[:_MAX_PATTERN],
        start=whole(value_of(stated.get(_START)), 0, 0, MAX_NUMBER),
        restart=None if restart is None else whole(restart, 0, 0, LEVELS),
        legal=_LEGAL in stated and switched_on(value_of(stated[_LEGAL])),
        picture=_PICTURE in stated,
    )


def _number_form(stated: Mapping[str, Element]) -> str:
    """The level's number format; of one that newer Words write in their own way, the fallback."""
    form = value_of(stated.get(_FORM))
    if form is None and ALTERNATIVES in stated:
        form = child_value(stated[ALTERNATIVES], f"{FALLBACK}/{_FORM}")
    return form or "decimal"
