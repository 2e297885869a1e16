"""Word's own elements made by lxml alone: a table may have thousands of rows, which take python-docx long."""

from __future__ import annotations

import re
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element  # noqa: SLF001 -- lxml has no public name for what all its trees are made of

_BREAKS: Final = re.compile(r"([\n\t])")


class _Names(dict[str, str]):
    """Names of WordprocessingML as lxml writes them, by what stands after the prefix."""

    def __missing__(self, name: str) -> str:
        self[name] = found = qn(f"w:{name}")
        return found


_W: Final = _Names()


def make(tag: str) -> Element:
    """An element on its own."""
    return etree.Element(_W[tag])


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """A new last child."""
    return etree.SubElement(parent, _W[tag], {_W[key]: value for key, value in attributes.items()})


def write(run: Element, words: str) -> None:
    """The words in a run, line breaks and tabs as such."""
    for part in _BREAKS.split(words):
        if part in {"\n", "\t"}:
            add(run, "br" if part == "\n" else "tab")
        elif part:
            text = add(run, "t")
            text.text = part
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
