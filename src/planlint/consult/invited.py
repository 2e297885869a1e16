"""The list of those who were asked to answer, as a file has it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from planlint.consult.organisations import is_like_organisation, key_of
from planlint.errors import InputError
from planlint.intake import WORD_ENDINGS, Source, read_bytes
from planlint.language.folding import fold
from planlint.language.normalise import label_key
from planlint.model.document import Block, Cell, Document, Paragraph, Row, Table, paragraphs
from planlint.recognise.headings import BULLET

LONGEST: Final = 120
"""Characters of a name; a longer line is a sentence."""
MOST: Final = 5_000
"""Names; more than ten times what the largest national consultation has."""
COLUMNS: Final = frozenset(
    map(
        label_key,
        (
            "Remissinstans",
            "Remissinstanser",
            "Instans",
            "Namn",
            "Mottagare",
            "Organisation",
            "Kommun",
            "Respondent",
            "Name",
            "Organisation name",
        ),
    )
)
"""What stands over the column with the names."""
HEADINGS: Final = frozenset(
    map(
        label_key,
        (
            "Remissinstanser",
            "Remisslista",
            "Sändlista",
            "Remissmottagare",
            "Mottagare",
            "Inbjudna",
            "Respondents",
            "Invited",
        ),
    )
)
"""The heading over a list in a longer document."""
_NUMBERED: Final = re.compile(r"\s*\d{1,3}[.)]\s+")
_TABLES: Final = frozenset({".csv", ".tsv"})
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xltx"})


def read_invited(source: Source) -> tuple[str, ...]:
    """The names in a list of those invited, each once, in order.

    From text, Markdown or CSV: one a line, the first column or one headed 'Remissinstans'; lines that begin with '#'
    are remarks or headings. From Word: a table's column or the items of a list, those under a heading
    'Remissinstanser' where there is one. From Excel: a column. Raises InputError where nothing is found.
    """
    data = read_bytes(source)
    ending = source.path.suffix.lower()
    if ending in WORD_ENDINGS:
        from planlint import word

        found: Iterable[str] = _from_document(word.read(data, "final"))
    elif ending in _WORKBOOKS:
        from planlint import sheets

        found = (name for sheet in sheets.read(data) if not sheet.hidden for name in _column(sheet.rows, headed=False))
    else:
        found = _from_text(_decoded(data), table=ending in _TABLES)
    names = _once(found)
    if not names:
        raise _nothing()
    return names


def _from_text(text: str, *, table: bool) -> Iterator[str]:
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if line.lstrip().startswith("|")
    ]
    if rows:
        yield from _column([row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)], headed=True)
        return
    separator = next((sign for sign in (";", "\t") if any(sign in line for line in lines)), "," if table else "")
    if separator:
        yield from _column(list(csv.reader(StringIO("\n".join(lines)), delimiter=separator)), headed=False)
        return
    yield from lines if _first_is_data(lines) else lines[1:]


def _from_document(document: Document) -> Iterator[str]:
    blocks = _under_heading(document.body) or document.body
    tables = [table for table in blocks if isinstance(table, Table)]
    items = [block.text for block in blocks if isinstance(block, Paragraph) and _is_item(block)]
    headed = [table for table in tables if _column_index([_words(cell) for cell in table.rows[0].cells]) is not None]
    if headed:
        yield from (name for table in headed for name in _column(_rows(table.rows), headed=True))
    elif items:
        yield from items
    elif tables:
        yield from (name for table in tables for name in _column(_rows(table.rows), headed=table.rows[0].header))
    else:
        yield from (
            line
            for paragraph in paragraphs(blocks)
            if paragraph.level is None
            for line in paragraph.text.splitlines()
            if is_like_organisation(line) and not line.rstrip().endswith((".", ":", "?"))
        )


def _under_heading(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks under a heading that says that the list stands there, up to the next heading."""
    for index, block in enumerate(body):
        if (
            isinstance(block, Paragraph)
            and label_key(re.sub(r"^[\d.]+\s*", "", block.text)) in HEADINGS
            and not _is_item(block)
        ):
            after = body[index + 1 :]
            end = next((at for at, one in enumerate(after) if isinstance(one, Paragraph) and one.level), len(after))
            return after[:end]
    return ()


def _is_item(paragraph: Paragraph) -> bool:
    typed = BULLET.match(paragraph.text) or _NUMBERED.match(paragraph.text)
    return paragraph.level is None and (paragraph.list_level is not None or typed is not None)


def _rows(rows: Sequence[Row]) -> list[list[str]]:
    return [[_words(cell) for cell in row.cells] for row in rows]


def _words(cell: Cell) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs(cell.blocks)).strip()


def _column(rows: Sequence[Sequence[str]], *, headed: bool) -> Iterator[str]:
    """The names of a table: the column headed so, in whatever row that stands, else the first one with words."""
    for at, row in enumerate(rows):
        index = _column_index(row)
        if index is not None:
            yield from (each[index] for each in rows[at + 1 :] if len(each) > index)
            return
    yield from (next((cell for cell in row if any(map(str.isalpha, cell))), "") for row in rows[1 if headed else 0 :])


def _column_index(cells: Sequence[str]) -> int | None:
    return next((index for index, cell in enumerate(cells) if label_key(cell) in COLUMNS), None)


def _first_is_data(lines: Sequence[str]) -> bool:
    return not lines or label_key(lines[0]) not in COLUMNS | HEADINGS


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """The names tidied up, one of each organisation."""
    kept: dict[tuple[str, str], str] = {}
    for line in found:
        name = _tidy(line)
        if name and len(kept) < MOST:
            key = key_of(name)
            kept.setdefault((key.core, key.sort), name)
    return tuple(kept.values())


def _tidy(line: str) -> str:
    """A name without its bullet, number and quotation marks; '' for what is none."""
    text = " ".join(fold(line).text.split())
    for lead in (BULLET, _NUMBERED):
        found = lead.match(text)
        text = text[found.end() :] if found else text
    text = text.strip(' \t*_"”“;,.')
    return text if any(map(str.isalpha, text)) and len(text) <= LONGEST else ""


def _decoded(data: bytes) -> str:
    """The text in UTF-8 or UTF-16, else as Excel for Windows writes CSV."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _nothing() -> InputError:
    return InputError(
        "empty",
        "Listan innehåller inga remissinstanser. Skriv en på varje rad, i en kolumn eller som en punktlista.",
        "The list names no one. Write one on each line, in a column or as a bulleted list.",
    )
