"""What the front page, the headers and the version history say of the document itself; and its contents page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language.dates import DATE
from planlint.model.control import Control, VersionRow
from planlint.model.document import Block, Document, Paragraph, Row, Table, paragraphs
from planlint.model.forms.control import ControlForms
from planlint.model.plan import ContentsRow
from planlint.model.text import Text
from planlint.recognise.keys import key_of

_PERIOD = re.compile(r"\b((?:19|20)\d\d)\s*[–—-]\s*((?:19|20)\d\d)\b")
_VERSION = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}")
_ROW = re.compile(r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?[\t ]+)?(?P<title>.*?)(?:[\t .]+(?P<page>\d{1,4}))?\s*$")
_FEWEST_COLUMNS = 2


def title_paragraph(body: tuple[Block, ...]) -> Paragraph | None:
    """The document's title: the paragraph in the title style, else a first line that is no heading by style."""
    own = [block for block in body if isinstance(block, Paragraph) and block.text.strip()]
    styled = next((paragraph for paragraph in own if paragraph.style == "title"), None)
    if styled is not None:
        return styled
    first = own[0] if own else None
    plain = first is not None and first.level is None and first.contents_level is None and not first.text[:1].isdigit()
    return first if plain else None


def find_control(document: Document, title: Paragraph | None, front: tuple[Block, ...], forms: ControlForms) -> Control:
    """Title, version, date, period and history. `front` is what stands before the first heading."""
    versions = next((rows for table in _tables(document.body) if (rows := tuple(_history(table, forms)))), ())
    lines = [
        paragraph.content for part in document.parts if part.kind == "header" for paragraph in paragraphs(part.blocks)
    ]
    lines += [paragraph.content for paragraph in paragraphs(front)]
    period = _PERIOD.search(title.text) if title else None
    return Control(
        title=title.content.strip() if title else None,
        subtitle=_subtitle(document.body, title, front, forms),
        version=_stated(lines, forms.version, _VERSION) or (versions[-1].version or None if versions else None),
        date=_stated(lines, forms.date, DATE) or (versions[-1].date or None if versions else None),
        period=(period[1], period[2]) if period else None,
        versions=versions,
    )


def _subtitle(
    body: tuple[Block, ...], title: Paragraph | None, front: tuple[Block, ...], forms: ControlForms
) -> Text | None:
    """The paragraph in the subtitle style, else the line under the title if it is no statement of version or date."""
    styled = next((b for b in body if isinstance(b, Paragraph) and b.style == "subtitle" and b.text.strip()), None)
    if styled is None and title is not None and title in front:
        after = [b for b in front[front.index(title) + 1 :] if isinstance(b, Paragraph) and b.text.strip()]
        states = after and (DATE.search(after[0].text) or _stated([after[0].content], forms.version, _VERSION))
        styled = after[0] if after and not states and ":" not in after[0].text else None
    return styled.content.strip() if styled else None


def _stated(lines: list[Text], labels: tuple[str, ...], value: re.Pattern[str]) -> Text | None:
    """The value that follows one of the labels, in the first line that has both."""
    stems = "|".join(re.escape(label) for label in labels)
    pattern = re.compile(rf"(?<!\w)(?:{stems})\s*:?\s*(?P<value>{value.pattern})(?![\w])", re.IGNORECASE)
    for line in lines if labels else ():
        found = pattern.search(line.text)
        if found:
            return line.cut(found.start("value"), found.end("value"))
    return None


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def _history(table: Table, forms: ControlForms) -> Iterator[VersionRow]:
    """The rows of a version history: a table whose first row names a date and a version column."""
    columns = _columns(table.rows[0], forms) if table.rows else {}
    if "version" not in columns or "date" not in columns or len(columns) < _FEWEST_COLUMNS:
        return
    for row in table.rows[1:]:
        cells = {name: _cell(row, index) for name, index in columns.items()}
        present = [cell for cell in cells.values() if cell is not None]
        if any(present):
            empty = present[0].cut(0, 0)
            yield VersionRow(*(cells.get(name) or empty for name in ("date", "version", "issuer", "reason")))


def _columns(head: Row, forms: ControlForms) -> dict[str, int]:
    keys = {name: {key_of(form) for form in getattr(forms, name)} for name in ("version", "date", "issuer", "reason")}
    found: dict[str, int] = {}
    for index in range(len(head.cells)):
        cell = _cell(head, index)
        name = next((name for name in keys if cell and name not in found and key_of(cell.text) in keys[name]), None)
        if name:
            found[name] = index
    return found


def _cell(row: Row, index: int) -> Text | None:
    """The words of a cell's first paragraph that has any, else its first paragraph."""
    own = (
        [b.content.strip() for b in row.cells[index].blocks if isinstance(b, Paragraph)]
        if index < len(row.cells)
        else []
    )
    return next((text for text in own if text), own[0] if own else None)


def contents_heading(body: tuple[Block, ...], forms: ControlForms) -> Text | None:
    """The contents' own heading: the line with such words above the first row."""
    keys = {key_of(form) for form in forms.contents}
    above: Text | None = None
    for block in body:
        if isinstance(block, Paragraph) and block.text.strip():
            if block.contents_level is not None:
                return above if above is not None and key_of(above.text) in keys else None
            above = block.content.strip()
    return None


def contents_rows(body: tuple[Block, ...]) -> tuple[ContentsRow, ...]:
    """The rows of the table of contents: number, title and page as cached in the file."""
    rows = []
    for block in body:
        if isinstance(block, Paragraph) and block.contents_level is not None and block.text.strip():
            found = _ROW.match(block.text)
            if found and found["title"].strip():
                rows.append(
                    ContentsRow(found["number"], found["title"].strip(" ."), found["page"], block.content.strip())
                )
    return tuple(rows)
