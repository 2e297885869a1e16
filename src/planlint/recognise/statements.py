"""Labels with their values: what lines and tables of the front page, the headers and the footers state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planlint.language.dates import DATE
from planlint.language.versions import VERSION
from planlint.model.control import StatedIn, Statement
from planlint.model.document import Block, Cell, Table
from planlint.model.forms.control import ControlForms
from planlint.model.text import Text
from planlint.recognise.keys import key_of

LONGEST = 300
"""Characters; what is longer is running text, and states no field."""

_PARTED = re.compile(r"\t|\n| {3,}|\s\|\s")
"""What parts the fields of one line."""
_VALUE = re.compile(r"[A-ZÅÄÖ0-9§]")
"""How a value begins that follows its label without a colon: 'Ansvarig E-råd', not 'ansvarig nämnd ser till'."""
_LEADS_ON = re.compile(r"\b(?:av|till|från|med|i|den|under)$", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\w.,-]){VERSION.pattern}")

Pair = tuple[str, Text]
"""A field's key and the value that stands with its label."""


@dataclass(frozen=True, slots=True)
class FieldLabels:
    """A framework's labels of control fields, made ready to be looked for.

    `keys` finds a field by what labels are compared by, `led` a label with its value at the beginning of a line,
    `inside` a version or a date with its label anywhere in one.
    """

    keys: Mapping[str, str]
    led: re.Pattern[str]
    inside: re.Pattern[str]
    nothing: frozenset[str]
    """What a value that says nothing is compared by ('–')."""

    def key(self, text: str) -> str | None:
        """The field whose label a text is, and nothing else."""
        return self.keys.get(key_of(text)) if len(text) <= LONGEST else None


def build_field_labels(forms: ControlForms, placeholders: Iterable[str]) -> FieldLabels:
    """The labels of all fields; the first field that has a form keeps it."""
    keys: dict[str, str] = {}
    for key, field in forms.fields.items():
        for form in field.forms:
            keys.setdefault(key_of(form), key)
    every = [form for field in forms.fields.values() for form in field.forms]
    values = {"version": VERSION.pattern, "date": DATE.pattern, "adopted": DATE.pattern}
    states = {"date": forms.states}
    typed = [
        rf"(?:{_either((*forms.fields[key].forms, *states.get(key, ())))})\s*:?\s*(?P<{key}>{value})"
        for key, value in values.items()
        if key in forms.fields
    ]
    return FieldLabels(
        keys,
        re.compile(rf"\s*(?P<label>{_either(every)})(?!\w)\.?(?:\s*(?P<sure>:)\s*|\s+)(?P<value>\S.*)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{'|'.join(typed) or '(?!)'})(?![\w-]|[.,]\d)", re.IGNORECASE),
        frozenset(map(key_of, placeholders)),
    )


def _either(forms: Iterable[str]) -> str:
    """An expression for any of the forms, the longest first; white space is any white space."""
    escaped = (re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))
    return "|".join(escaped) or "(?!)"


def find_statements(blocks: Iterable[Block], where: StatedIn, labels: FieldLabels) -> Iterator[Statement]:
    """Every field that the blocks state, in reading order."""
    for block in blocks:
        pairs = _in_table(block, labels) if isinstance(block, Table) else _in_line(block.content, labels)
        for key, value in pairs:
            yield from statements_of(key, where, value, labels)
        if not isinstance(block, Table):
            yield from find_statements(block.boxes, where, labels)


def statements_of(key: str, where: StatedIn, value: Text, labels: FieldLabels) -> Iterator[Statement]:
    """What a value says: a version by its number, a date by itself; a decision's words may hold its date."""
    if not value or key_of(value.text) in labels.nothing:
        return
    if key == "version":
        found = _NUMBER.search(value.text)
        yield Statement(key, where, value.cut(*found.span()) if found else value)
        return
    date = DATE.search(value.text) if key in {"date", "adopted", "decided_by"} else None
    if key in {"date", "adopted"} and date is None and not any(map(str.isdigit, value.text)):
        key = "decided_by" if key == "adopted" else key
    if key == "decided_by" or date is None:
        yield Statement(key, where, value)
    if date is not None:
        yield Statement("date" if key == "date" else "adopted", where, value.cut(*date.span()))


def segments(text: Text) -> Iterator[Text]:
    """The parts of a line that tabs, line breaks or wide gaps set apart."""
    begin = 0
    for gap in _PARTED.finditer(text.text):
        yield from _worded(text.cut(begin, gap.start()))
        begin = gap.end()
    yield from _worded(text.cut(begin) if begin else text)


def _worded(text: Text) -> Iterator[Text]:
    words = text.strip()
    if words:
        yield words


def _in_line(text: Text, labels: FieldLabels) -> Iterator[Pair]:
    """The pairs of one paragraph: 'Label value', 'Label: value', or the label and the value set apart by a tab."""
    if len(text.text) > LONGEST:
        return
    label: str | None = None
    for segment in segments(text):
        key = labels.key(segment.text)
        if key is not None:
            label = key
        elif label is not None:
            yield label, segment
            label = None
        else:
            yield from _led(segment, labels)


def _led(segment: Text, labels: FieldLabels) -> Iterator[Pair]:
    """The pair that a segment is, else versions and dates with labels inside it ('Handlingsplan, version 0.4')."""
    found = labels.led.fullmatch(segment.text)
    value = segment.cut(found.start("value")) if found else None
    key = labels.keys.get(key_of(found["label"])) if found else None
    if found and value and key and (found["sure"] or _VALUE.match(value.text) or _LEADS_ON.search(found["label"])):
        yield key, value
        rest = value
    else:
        rest = segment
    for inside in labels.inside.finditer(rest.text):
        name = inside.lastgroup
        if name:
            yield name, rest.cut(*inside.span(name))


def _in_table(table: Table, labels: FieldLabels) -> Iterator[Pair]:
    """The pairs of a table, and of those in its cells."""
    rows = [[_segments_of(cell) for cell in row.cells] for row in table.rows]
    for index, cells in enumerate(rows):
        yield from _in_row(cells, rows[index + 1] if index + 1 < len(rows) else [], labels)
    for row in table.rows:
        for inner in (block for cell in row.cells for block in cell.blocks if isinstance(block, Table)):
            yield from _in_table(inner, labels)


def _in_row(cells: list[list[Text]], below: list[list[Text]], labels: FieldLabels) -> Iterator[Pair]:
    """The pairs of a row: a label with its value in the same cell or in the next one, or in the row below it.

    Values stand below where most cells are labels.
    """
    named = [labels.key(cell[0].text) if cell else None for cell in cells]
    heads = sum(key is not None for key in named)
    under = bool(below) and heads > 1 and 2 * heads > len(cells)
    for place, (key, cell) in enumerate(zip(named, cells, strict=True)):
        if key is None:
            for segment in cell:
                yield from _led(segment, labels)
            continue
        others = below[place : place + 1] if under else cells[place + 1 : place + 2]
        values = cell[1:] or [words for other in others for words in other]
        if values and labels.key(values[0].text) is None:
            yield key, values[0]


def _segments_of(cell: Cell) -> list[Text]:
    lines = (block.content for block in cell.blocks if not isinstance(block, Table))
    return [segment for line in lines for segment in segments(line)]
