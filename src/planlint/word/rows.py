"""The rows of a table and the cells of a row, whatever they are wrapped in, and what their properties state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.changes import CHANGES, Change, read_change
from planlint.word.looks import Looks
from planlint.word.names import w
from planlint.word.story import Story
from planlint.word.values import by_name, inside, switched_on, value_of

WRAPPERS: Final = frozenset({names.CONTROL, names.CONTROL_CONTENT, w("customXml"), w("smartTag"), *names.TRACKED})
"""What stands around paragraphs, rows and cells and shows nothing itself."""

_TABLE_PROPERTIES: Final = w("tblPr")
_TABLE_STYLE: Final = w("tblStyle")
_LOOK: Final = w("tblLook")
_SHADING: Final = w("shd")
_FILL: Final = w("fill")
_NO_FILL: Final = {None, "auto", "FFFFFF", "ffffff"}
_FLAGS: Final = {"firstRow": (w("firstRow"), 0x20), "firstCol": (w("firstColumn"), 0x80)}
"""How a table asks for what its style has for a part: by a flag, or by a bit."""


def stated(element: Element, name: str) -> dict[str, Element]:
    """The properties of a row or a cell by name, those that are switched off left out."""
    for child in inside(element):
        if child.tag == name:
            return {p.tag: p for p in inside(child) if switched_on(p.get(names.VALUE))}
    return {}


def parts_set_off(table: Element, looks: Looks) -> frozenset[str]:
    """Which of a table's first row ("firstRow") and first column ("firstCol") its style sets off."""
    properties = table.find(_TABLE_PROPERTIES)
    found = {} if properties is None else by_name(properties)
    look = found.get(_LOOK)
    if look is None:
        return frozenset()
    bits = _read_bits(look.get(names.VALUE, ""))
    styled = looks.table(value_of(found.get(_TABLE_STYLE)))
    return frozenset(
        part for part, (flag, bit) in _FLAGS.items() if part in styled and _asked(look.get(flag), bits & bit)
    )


def _asked(flag: str | None, bit: int) -> bool:
    """Newer Words state a flag for each part, older ones a bit."""
    return bool(bit) if flag is None else switched_on(flag)


def _read_bits(text: str) -> int:
    try:
        return int(text[:8], 16)
    except ValueError:
        return 0


def changes_of(properties: Mapping[str, Element]) -> list[Change]:
    """The tracked changes that a row's or a cell's properties state: it may have been inserted, then struck."""
    if CHANGES.isdisjoint(properties):
        return []
    return [change for tag, child in properties.items() if tag in CHANGES and (change := read_change(child))]


def unwrap(container: Element, wanted: str, story: Story) -> Iterator[Element]:
    """The rows of a table or the cells of a row, in order, also those in content controls and the like."""
    for child in inside(container):
        if child.tag == wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from unwrap(child, wanted, story)
        elif child.tag == names.ALTERNATIVES:
            first = child.find(names.CHOICE)
            for alternative in child:
                if alternative is first:
                    yield from unwrap(alternative, wanted, story)
                else:
                    story.skip(alternative)
        else:
            story.skip(child)


def is_shaded(properties: Mapping[str, Element]) -> bool:
    """Whether a cell with these properties has a background of its own."""
    shading = properties.get(_SHADING)
    return shading is not None and shading.get(_FILL) not in _NO_FILL
