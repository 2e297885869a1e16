"""The tables of a project card: of label and value, and of deliverables with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.model.card import Deliverable
from planlint.model.document import Cell, Paragraph, Row, Table
from planlint.model.forms.card import CardForms
from planlint.model.text import Text
from planlint.recognise.card_labels import CardLabels
from planlint.recognise.keys import key_of
from planlint.recognise.lines import cell_text


def parted(table: Table, labels: CardLabels, forms: CardForms) -> Iterator[tuple[Table, bool]]:
    """The table, cut where rows of deliverables begin and end; True for the piece that holds them, with its head."""
    begin = 0
    listing = False
    for index, row in enumerate(table.rows):
        heads = _heads_deliverables(row, table.rows[index + 1 :], labels, forms)
        ends = listing and len(row.cells) > 1 and labels.any_label(cell_text(row.cells[0]))
        if heads or ends:
            if index > begin:
                yield Table(table.rows[begin:index]), listing
            begin, listing = index, heads
    yield Table(table.rows[begin:]), listing


def _heads_deliverables(row: Row, below: tuple[Row, ...], labels: CardLabels, forms: CardForms) -> bool:
    """Whether a row names the columns of a table of deliverables, not the label of one value."""
    names, said = ({key_of(form) for form in column} for column in forms.deliverable_columns)
    heads = [key_of(cell_text(cell)) for cell in row.cells]
    if not heads or heads[0] not in names:
        return False
    if len(heads) == 1 or heads[1] in said:
        return True
    alone = not any(labels.any_label(cell_text(other.cells[0])) for other in below if other.cells)
    return row.header and bool(below) and alone


def deliverable_rows(rows: tuple[Row, ...]) -> Iterator[Deliverable]:
    """The deliverables in rows of a table: the first cell names one, the others say more of it."""
    for row in rows:
        cells = [list(_texts(cell)) for cell in row.cells if not cell.continues]
        if cells and cells[0]:
            yield Deliverable(cells[0][0], (*cells[0][1:], *(text for cell in cells[1:] for text in cell)))


def _texts(cell: Cell) -> Iterator[Text]:
    for block in cell.blocks:
        if isinstance(block, Paragraph) and block.content:
            yield block.content.strip()
