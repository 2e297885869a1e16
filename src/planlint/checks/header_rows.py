"""Tables: whether a row that says what stands in the columns is marked as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key
from planlint.model.document import Block, Cell, Row, Table, paragraphs
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_FEWEST: Final = 2
"""Rows, and columns, of a table that needs a header row; one of label and value has as many columns."""
_MOST_SHARED: Final = 0.5
"""A look that this share of the other cells have too does not set a row off."""
_DIGIT: Final = re.compile(r"\d")
_FIGURE: Final = re.compile(r"[\d–-][\d\s.,%–-]*$")
_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_INSIDE: Final = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w-]*")


class HeaderOptions(Strict):
    """`longest`: words of a column's heading; `telling`: words that the cells below have where nothing else tells."""

    longest: int
    telling: int


def unmarked_header_row(_node: Plan, scope: Scope, options: HeaderOptions) -> Iterator[Hit]:
    """A table of the text with a row of headings over its columns that is not marked as a header row."""
    if scope.document.source == "markdown":
        return
    for number, table in enumerate(_tables(scope.document.body), start=1):
        rows = _without_title(table.rows)
        if any(row.header for row in table.rows) or not _is_headed(table, rows, scope, options):
            continue
        headings = ", ".join(filter(None, map(_words, rows[0].cells)))
        place = next(content for content in _contents(rows[0].cells) if content)
        yield Hit(place, words={"headings": excerpt(headings)}, subject=Subject("table", str(number), headings))


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables in reading order, those inside others after them."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            yield from _tables(chain.from_iterable(cell.blocks for row in block.rows for cell in row.cells))


def _without_title(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the first one with as many cells as most rows have: wider cells above are the table's title."""
    counts = Counter(len(row.cells) for row in rows)
    usual = max(counts, key=lambda count: (counts[count], count), default=0)
    first = next((i for i, row in enumerate(rows) if len(row.cells) == usual), 0)
    return rows[first:] if usual >= _FEWEST else ()


def _is_headed(table: Table, rows: Sequence[Row], scope: Scope, options: HeaderOptions) -> bool:
    """Whether the first of the rows is a row of headings, and not of a label and its value or of a page's layout."""
    if len(rows) < _FEWEST or not _are_headings(rows[0], options):
        return False
    columns, labels = scope.table(_known_words)
    headings = {label_key(_words(cell)) for cell in rows[0].cells if _words(cell)}
    if headings <= columns:
        return True
    if sum(label_key(_words(row.cells[0])) in labels for row in rows if row.cells) >= _FEWEST:
        return False
    if _is_set_off(rows):
        return True
    if len(rows[0].cells) == _FEWEST or len(headings) < _FEWEST:
        return (table.first_row and not table.first_column) or _heads_figures(rows, scope)
    return table.first_row or _tells_of_columns(rows, options)


def _are_headings(row: Row, options: HeaderOptions) -> bool:
    """Whether each cell is short, differs from the others and is no sentence or label; the corner may be empty."""
    said = [_words(cell) for cell in row.cells]
    given = said if said[0] else said[1:]
    short = all(text and len(text.split()) <= options.longest and not text.endswith((":", ".", "?")) for text in given)
    return short and len(set(map(label_key, given))) == len(given)


def _known_words(scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
    """Headings of columns that the framework knows, and labels that stand before a value."""
    framework = scope.framework
    history = framework.control.columns
    columns = chain(*framework.glossary_columns, history.version, history.date, history.issuer, history.reason)
    fields = (framework.parts, framework.fields, framework.control.fields, framework.card.fields)
    labels = chain(framework.interventions.title_labels, *(label.forms for some in fields for label in some.values()))
    return frozenset(map(label_key, columns)), frozenset(map(label_key, labels))


def _is_set_off(rows: Sequence[Row]) -> bool:
    """Whether the cells of the first row look alike, and unlike most of those below."""
    shared = frozenset.intersection(*(_look(cell) for cell in rows[0].cells if _words(cell)))
    below = [_look(cell) for row in rows[1:] for cell in row.cells if _words(cell)]
    return any(sum(trait in look for look in below) < _MOST_SHARED * len(below) for trait in shared)


def _look(cell: Cell) -> frozenset[str]:
    said = [paragraph for paragraph in paragraphs(cell.blocks) if paragraph.content]
    look = {f"style {paragraph.style}" for paragraph in said[:1]}
    if cell.shaded:
        look.add("shaded")
    if all(paragraph.wholly("bold") for paragraph in said):
        look.add("bold")
    return frozenset(look)


def _tells_of_columns(rows: Sequence[Row], options: HeaderOptions) -> bool:
    """Whether plain words stand over a column of figures or of sentences: then they are its heading."""
    head, *others = (row.cells for row in rows)
    below = [cells for cells in others if len(cells) == len(head)]
    if not below or any(_DIGIT.search(_words(cell)) for cell in head):
        return False
    return any(
        all(_DIGIT.search(text) or len(text.split()) >= options.telling for text in column)
        for column in (list(map(_words, cells)) for cells in zip(*below, strict=True))
    )


def _heads_figures(rows: Sequence[Row], scope: Scope) -> bool:
    """Whether common words stand over two columns of figures, or over names and their figures; labels are no names."""
    head, *below = ([_words(cell) for cell in row.cells] for row in rows)
    if len(below) < _FEWEST or len(head) != _FEWEST or any(len(cells) != _FEWEST for cells in below):
        return False
    common, names = scope.table(_spellings)
    if not all(said.lower() in common for said in head) or not all(_FIGURE.match(cells[1]) for cells in below):
        return False
    return all(_FIGURE.match(key) or names.issuperset(_WORD.findall(key)) for key, _ in below)


def _spellings(scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the document has in small letters, and those that have a capital letter inside a sentence."""
    texts = [one.text for one in paragraphs(scope.document.body)]
    common = frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())
    names = frozenset(word for text in texts for word in _INSIDE.findall(text))
    return common, frozenset(word for word in names if word.lower() not in common)


def _words(cell: Cell) -> str:
    """What stands in a cell, in one line."""
    return " ".join(" ".join(content.text for content in _contents([cell])).split())


def _contents(cells: Iterable[Cell]) -> Iterator[Text]:
    return (paragraph.content for cell in cells for paragraph in paragraphs(cell.blocks))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unmarked_header_row": CheckSpec(unmarked_header_row, Plan, {"default": holes("headings")}, HeaderOptions),
    }
)
"""By the names that rule files use."""
