"""Workbooks that planlint makes for Excel and LibreOffice: what cells can hold, the page they are printed on.

Every cell with words is to be written as a string, never as a formula or a link: they come from files that anyone may
have written. The same contents give the same bytes.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from planlint.model.rule import Language

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook, Worksheet

CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook says when it was made; a fixed day keeps the bytes the same."""
LANGUAGE_TAGS: Final[dict[Language, str]] = {"sv": "sv-SE", "en": "en-GB"}
MOST_UNITS: Final = 32_767
"""UTF-16 units in a cell: Excel's limit."""
LONGEST_TITLE: Final = 100
"""Characters of a title in the properties and over each printed page, which holds 255 at most."""
LINE: Final = 15
"""Points that a line of words takes. Programs that open the file do not all make rows high enough for what wraps."""
HIGHEST: Final = 12 * LINE
"""Points that a row takes at most; Excel's own limit is 409."""
A4: Final = 9
"""The paper's number in the format."""


def as_cell(words: str) -> str:
    """The words as a cell can hold them, within Excel's limit; they must have no control characters.

    XlsxWriter takes a string that is wrapped in `<r>` for rich text and copies it into the file as it stands: a space
    after it keeps others from writing parts of the workbook.
    """
    cell = f"{words} " if words.endswith("</r>") else words
    units = cell.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return cell
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"


def describe(book: Workbook, title: str, subject: str, language: Language, *, status: str = "") -> None:
    """The document's properties. The format has no place for a language but among properties of one's own."""
    said = {"title": title[:LONGEST_TITLE], "subject": subject, "author": "planlint", "created": CREATED}
    book.set_properties(said | ({"status": status} if status else {}))
    book.set_custom_property("Language", LANGUAGE_TAGS[language], "text")


def height(text: str, width: int) -> int:
    """Points that the words take where a line holds `width` characters."""
    beginning = text[: width * HIGHEST // LINE]
    lines = sum(max(1, len(wrap(line, width))) for line in beginning.split("\n"))
    return min(HIGHEST, LINE * lines)


def set_page(paper: Worksheet, title: str, columns: int) -> None:
    """The header and some columns stay in sight; on paper A4 on its side, as wide as the page, the header on all."""
    paper.freeze_panes(1, columns)
    paper.repeat_rows(0)
    paper.set_landscape()
    paper.set_paper(A4)
    paper.fit_to_pages(1, 0)
    shown = re.sub(r"&(?=[G\[])", "& ", title[:LONGEST_TITLE])  # &G and &[ ask for a picture
    paper.set_header("&L" + shown.replace("&", "&&"))
    paper.set_footer("&L&A&R&P (&N)")
