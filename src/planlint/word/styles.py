"""The file's styles, each resolved once along the chain of styles that it is based on, and only if it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from lxml.etree import _Element as Element

from planlint.word.formatting import NO_FORMAT, Format, read_format
from planlint.word.names import BASED_ON, KIND, NAME, NUMBERING, OUTLINE, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VALUE, w
from planlint.word.values import by_name, child_value, inside, value_of, whole

BODY_TEXT: Final = 9
"""The outline level (0-based) that means body text."""
MAX_CHAIN: Final = 50
"""How many styles deep a numbering level's style is looked for; Word allows fewer."""

StyleKind = Literal["paragraph", "character", "numbering", "table"]
STYLE_KINDS: Final[tuple[StyleKind, ...]] = get_args(StyleKind)

_HEADING = re.compile(r"(?:heading|rubrik) ([1-9])")
_CONTENTS = re.compile(r"(?:toc|contents|innehåll) ([1-9])")
_STYLE = w("style")
_IDENTIFIER = w("styleId")
_DEFAULT = w("default")
_TABLE_PART = w("tblStylePr")
_NUMBER = w("numId")
_LIST_LEVEL = w("ilvl")
_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{RUN_PROPERTIES}"


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits. `level` is 1–9 for a heading, `contents` for a row of a table of contents.

    `numbering` is the numbering's id ("0" and None: none), `list_level` the level that the style itself states, and
    `chain` the ids of this style and those it is based on, for numbering levels that name a style.
    """

    name: str = ""
    level: int | None = None
    contents: int | None = None
    numbering: str | None = None
    list_level: int | None = None
    chain: tuple[str, ...] = ()
    format: Format = NO_FORMAT


class Styles:
    """The styles of a styles part; without one every paragraph has the plain style."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[StyleKind, dict[str, Element]] = {kind: {} for kind in STYLE_KINDS}
        self._resolved: dict[tuple[StyleKind, str], Style] = {}
        self._plain = Style()
        self._default: str | None = None
        if root is not None:
            self._index(root)

    def paragraph(self, identifier: str | None) -> Style:
        """The style that a paragraph names; the default one where it names none or one that is not there."""
        known = self._elements["paragraph"]
        identifier = identifier if identifier in known else self._default
        return self._plain if identifier is None else self._resolve("paragraph", identifier)

    @property
    def language(self) -> str:
        """The language of text that states none, as a BCP 47 tag ("sv-SE"): the default style's, else the defaults'."""
        return self.paragraph(None).format.language

    def character(self, identifier: str | None) -> Style:
        """The style that a run names; one without properties where it names none or one that is not there."""
        return self._resolve("character", identifier or "")

    def numbering(self, identifier: str) -> Style:
        """The style that a numbering definition points to, as `character`."""
        return self._resolve("numbering", identifier)

    def identifier(self, kind: StyleKind, name: str) -> str | None:
        """The id of the style of that kind and name (as compared: case folded), None where there is none."""
        known = self._elements[kind].items()
        return next((key for key, element in known if _clean_name(child_value(element, NAME)) == name), None)

    def table(self, identifier: str | None) -> frozenset[str]:
        """The parts of a table ("firstRow", "firstCol" …) that a table style makes look different from the rest."""
        style = self._resolve("table", identifier or "")
        elements = (self._elements["table"][key] for key in style.chain)
        parts = (part for element in elements for part in element.iterchildren(_TABLE_PART))
        return frozenset(part.get(KIND, "") for part in parts if len(part))

    def _index(self, root: Element) -> None:
        defaults = root.find(_DEFAULTS)
        if defaults is not None:
            self._plain = Style(format=read_format(defaults))
        for element in root.iterchildren(_STYLE):
            kind, identifier = element.get(KIND, "paragraph"), element.get(_IDENTIFIER, "")
            if kind in self._elements:
                self._elements[kind].setdefault(identifier, element)
            if kind == "paragraph" and self._default is None and element.get(_DEFAULT) in {"1", "true", "on"}:
                self._default = identifier

    def _resolve(self, kind: StyleKind, identifier: str) -> Style:
        """A style with all it inherits; a circle of styles is cut where it closes."""
        elements, resolved = self._elements[kind], self._resolved
        chain: dict[str, Element] = {}
        while identifier in elements and (kind, identifier) not in resolved and identifier not in chain:
            chain[identifier] = elements[identifier]
            identifier = child_value(elements[identifier], BASED_ON) or ""
        style = resolved.get((kind, identifier)) or (self._plain if kind == "paragraph" else Style())
        for key, element in reversed(chain.items()):
            style = resolved[kind, key] = _derive(key, element, style)
        return style


def _derive(identifier: str, element: Element, base: Style) -> Style:
    """The style that the element makes of the one it is based on."""
    stated = by_name(element)
    name = _clean_name(value_of(stated.get(NAME)))
    paragraph = by_name(stated[PARAGRAPH_PROPERTIES]) if PARAGRAPH_PROPERTIES in stated else {}
    number, list_level = read_numbering(paragraph[NUMBERING]) if NUMBERING in paragraph else (None, None)
    properties = stated.get(RUN_PROPERTIES)
    contents = _CONTENTS.fullmatch(name)
    return Style(
        name=name,
        level=_heading_level(name, paragraph.get(OUTLINE), base),
        contents=int(contents[1]) if contents else base.contents,
        numbering=base.numbering if number is None else number,
        list_level=base.list_level if list_level is None else list_level,
        chain=(identifier, *base.chain[: MAX_CHAIN - 1]),
        format=base.format if properties is None else read_format(properties).over(base.format),
    )


def _heading_level(name: str, outline: Element | None, base: Style) -> int | None:
    """By the style's own name, else its own outline level, else as the style that it is based on."""
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1])
    if _CONTENTS.fullmatch(name):
        return None
    return base.level if outline is None else outline_level(outline)


def outline_level(element: Element) -> int | None:
    """A w:outlineLvl as a heading's level, 1–9; None for body text."""
    level = whole(element.get(VALUE), BODY_TEXT, 0, BODY_TEXT)
    return None if level == BODY_TEXT else level + 1


def read_numbering(element: Element) -> tuple[str | None, int | None]:
    """The numbering's id and the level (0–8) that a w:numPr states, None for what it does not."""
    stated = {child.tag: child.get(VALUE) for child in inside(element)}
    number, level = stated.get(_NUMBER), stated.get(_LIST_LEVEL)
    return number, None if level is None else whole(level, 0, 0, 8)


def _clean_name(name: str | None) -> str:
    """A style's name as it is compared: without aliases after a comma, one space between words, case folded."""
    return " ".join((name or "").partition(",")[0].split()).casefold()
