"""A compilation as people fill it in."""

from pathlib import Path

import docx
from docx.oxml.ns import qn

STANDPOINT, REASON = "Ställningstagande", "Motivering"


def fill_in(path: Path, standpoint: str = "Noteras", reason: str = "") -> int:
    """Put the same standpoint and reason in every row of a compilation in Word, and tell how many rows there were."""
    document = docx.Document(str(path))
    filled = 0
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if STANDPOINT not in heads:
            continue
        for row in table.rows[1:]:
            cells = row.cells
            paragraph = cells[heads.index(STANDPOINT)].paragraphs[0]
            for control in paragraph._p.findall(qn("w:sdt")):  # noqa: SLF001 - python-docx knows no content controls
                paragraph._p.remove(control)  # noqa: SLF001 - as above
            paragraph.add_run(standpoint)
            cells[heads.index(REASON)].text = reason
            filled += 1
    document.save(str(path))
    return filled
