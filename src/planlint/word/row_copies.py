"""Rows and paragraphs that look as others do and say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.names import VALUE, w
from planlint.word.styles import Styles
from planlint.word.values import inside, whole

_TRACKED: Final = frozenset(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel",
        "cellMerge", "tblPrExChange", "sectPr",
    )
)  # fmt: skip
"""What says of properties that they were changed; and the end of a section, which belongs to one paragraph alone."""
_MARKED: Final = frozenset(w(name) for name in ("shd", "highlight", "vMerge", "rStyle", "strike", "dstrike", "u"))
"""How people mark single rows, cells and words, and join cells."""
_CHOICES: Final = (w("dropDownList"), w("comboBox"))
_AFTER_PROMPT: Final = frozenset({w("dataBinding"), w("label"), w("tabIndex"), *_CHOICES})
"""What stands after the mark of a prompt among a control's properties."""
PROPERTIES: Final = w("sdtPr")
"""A control's."""
_OF_ONE: Final = frozenset(w(name) for name in ("alias", "tag", "id", "showingPlcHdr", "dataBinding"))
"""What is one control's alone."""
_BREAKS: Final = re.compile(r"([\n\t])")
_WIDEST: Final = 64


@dataclass(frozen=True, slots=True)
class Styled:
    """Words of a paragraph, and the name of its style, for where the row that is copied has no such paragraph."""

    words: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """A list to choose from in a new row: what it is called, its tag, and the prompt with the style of its words."""

    title: str
    tag: str
    prompt: Styled


@dataclass(frozen=True, slots=True)
class Row:
    """A row that looks as the one that the paragraph `like` stands in.

    `cells` are the paragraphs of each column; () is a cell to be filled in. `whole` keeps it on one page. `marked`
    takes over colours too, as for a head row.
    """

    like: int
    cells: tuple[tuple[Styled, ...], ...]
    whole: bool = True
    marked: bool = False
    control: Control | None = None


class Copies:
    """Makes what is new; `identifiers` are ids that no control has yet."""

    def __init__(self, styles: Styles, identifiers: Iterator[str]) -> None:
        self._styles, self._identifiers = styles, identifiers

    def row(self, like: Element, row: Row) -> Element:
        """A new w:tr."""
        made = make("tr")
        properties = _properties(like, "trPr", marked=row.marked)
        if properties is not None:
            made.append(properties)
        _keep_whole(made, whole=row.whole)
        column = 0
        for cell in _cells(like):
            words = row.cells[column] if column < len(row.cells) else ()
            made.append(self._cell(cell, words, row))
            column += _span(cell)
        return made

    def paragraph(self, like: Element, words: str) -> Element:
        """A new w:p with words that look as the first ones of another."""
        made = make("p")
        properties = _properties(like, "pPr", marked=True)
        if properties is not None:
            made.append(properties)
        if words:
            made.append(_run(words, _look(like)))
        return made

    def _cell(self, like: Element, words: Sequence[Styled], row: Row) -> Element:
        made = make("tc")
        properties = _properties(like, "tcPr", marked=row.marked)
        if properties is not None:
            made.append(properties)
        paragraphs = [each for each in like.iter(names.PARAGRAPH) if above(each, names.CELL) is like]
        for index, each in enumerate(words or (Styled(""),)):
            pattern = paragraphs[index] if index < len(paragraphs) else None
            made.append(self._styled(pattern, next(iter(paragraphs), None), each))
        control = _control(like)
        if not words and row.control is not None and control is not None:
            made[-1].append(self._choice(control, row.control))
        return made

    def _styled(self, pattern: Element | None, first: Element | None, words: Styled) -> Element:
        """A paragraph like the pattern; without one, in the words' style, or like the cell's first."""
        identifier = self._styles.identifier("paragraph", words.style.casefold()) if words.style else None
        if pattern is None and identifier is not None:
            made, properties = make("p"), make("pPr")
            etree.SubElement(properties, names.STYLE, {VALUE: identifier})
            made.append(properties)
            made.append(_run(words.words, None))
            return made
        like = first if pattern is None else pattern
        return self.paragraph(make("p") if like is None else like, words.words)

    def _choice(self, like: Element, control: Control) -> Element:
        """A control with the same choices, none of which is made."""
        made = make("sdt")
        properties = deepcopy(next(like.iterchildren(PROPERTIES)))
        for child in inside(properties):
            if child.tag in _OF_ONE:
                properties.remove(child)
            if w("lastValue") in child.attrib:
                del child.attrib[w("lastValue")]
        at = 1 if len(properties) and properties[0].tag == names.RUN_PROPERTIES else 0
        named = (("alias", control.title), ("tag", control.tag), ("id", next(self._identifiers)))
        for name, value in reversed(named):
            properties.insert(at, etree.Element(w(name), {VALUE: value}))
        first = next(child for child in properties if child.tag in _AFTER_PROMPT)
        first.addprevious(make("showingPlcHdr"))
        made.append(properties)
        content = etree.SubElement(made, names.CONTROL_CONTENT)
        style = self._styles.identifier("character", control.prompt.style.casefold())
        look = None
        if style is not None:
            look = make("rPr")
            etree.SubElement(look, names.RUN_STYLE, {VALUE: style})
        content.append(_run(control.prompt.words, look))
        return made


def make(name: str) -> Element:
    """A new element of WordprocessingML."""
    return etree.Element(w(name), nsmap={"w": names.WORD})


def above(element: Element, tag: str) -> Element:
    """The nearest element of that name that this one is, or stands in."""
    while element.tag != tag:
        parent = element.getparent()
        if parent is None:
            raise ValueError(tag)
        element = parent
    return element


def remove(element: Element) -> None:
    """Takes an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def write_words(paragraph: Element, words: str) -> None:
    """Puts words in place of those of a paragraph, with the look of its first ones; its properties stay."""
    look = _look(paragraph)
    for child in inside(paragraph):
        if child.tag != names.PARAGRAPH_PROPERTIES:
            paragraph.remove(child)
    paragraph.append(_run(words, look))


def _run(words: str, look: Element | None) -> Element:
    """A run; line breaks and tabs as such."""
    run = make("r")
    if look is not None:
        run.append(look)
    for part in _BREAKS.split(words):
        if part in {"\n", "\t"}:
            etree.SubElement(run, w("br" if part == "\n" else "tab"))
        elif part:
            text = etree.SubElement(run, names.TEXT)
            text.text = part
            text.set(names.SPACE, "preserve")
    return run


def _look(paragraph: Element) -> Element | None:
    """The properties of a paragraph's first words, without what people mark single words with."""
    run = next(paragraph.iter(names.RUN), None)
    return None if run is None else _properties(run, "rPr", marked=False)


def _properties(element: Element, name: str, *, marked: bool) -> Element | None:
    """A copy of an element's properties, without tracked changes; colours only where it is to be `marked` too."""
    found = element.find(w(name))
    if found is None:
        return None
    copy = deepcopy(found)
    left_out = _TRACKED if marked else _TRACKED | _MARKED
    for child in [each for each in copy.iter() if each.tag in left_out]:
        remove(child)
    return copy


def _keep_whole(row: Element, *, whole: bool) -> None:
    """Whether a row is to stand on one page."""
    properties = row.find(names.ROW_PROPERTIES)
    if properties is None:
        properties = make("trPr")
        row.insert(0, properties)
    for mark in properties.findall(w("cantSplit")):
        properties.remove(mark)
    if whole:
        properties.insert(0, make("cantSplit"))


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, also those that a control stands around; not those of tables inside them."""
    return (cell for cell in row.iter(names.CELL) if above(cell, names.ROW) is row)


def _span(cell: Element) -> int:
    span = cell.find(f"{names.CELL_PROPERTIES}/{w('gridSpan')}")
    return 1 if span is None else whole(span.get(VALUE), 1, 1, _WIDEST)


def _control(cell: Element) -> Element | None:
    """The list to choose from in a cell, or around it."""
    around = (each for each in cell.iterancestors(names.CONTROL))
    for each in (*cell.iter(names.CONTROL), *around):
        properties = each.find(PROPERTIES)
        if properties is not None and any(properties.find(choice) is not None for choice in _CHOICES):
            return each
    return None
