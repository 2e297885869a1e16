"""The coverage for a spreadsheet: one row a goal or principle, one column an intervention, with totals.

Separated by semicolons, which is what Excel expects where the decimal sign is a comma, as in Swedish; LibreOffice and
pandas take them too when told. UTF-8 with a byte order mark, without which Excel takes å, ä and ö for other letters.
A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises on CSV injection; so
does what would become such a cell where the file is opened with a comma between cells, as English programs do.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from planlint.model.rule import Language
from planlint.report.coverage import Coverage, Line
from planlint.report.printable import printable
from planlint.texts import say

BYTE_ORDER_MARK: Final = "\ufeff"
SEPARATOR: Final = ";"
_FORMULA: Final = re.compile("""((?:^|[,;])[\\s"]*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])""")
"""What stands before a sign that begins a formula, the wide signs of East Asian keyboards among them."""


def render_coverage_csv(coverage: Coverage, language: Language) -> str:
    """The whole table as text, to be written as UTF-8 as it stands; lines end with CR LF."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=SEPARATOR)
    writer.writerow(_header(coverage, language))
    for kind, lines in (("goal", coverage.goals), ("principle", coverage.principles)):
        if lines:
            writer.writerows(_rows(kind, lines, len(coverage.columns), language))
    return BYTE_ORDER_MARK + out.getvalue()


def _header(coverage: Coverage, language: Language) -> list[str]:
    names = [
        column.title if column.id == column.title else f"{column.id} {column.title}" for column in coverage.columns
    ]
    first = [say(f"csv-{key}", language) for key in ("kind", "code", "text")]
    return [*first, *map(_safe, names), *(say(f"csv-{key}", language) for key in ("count", "unserved"))]


def _rows(kind: str, lines: Sequence[Line], columns: int, language: Language) -> Iterator[list[str]]:
    name = say(f"csv-{kind}", language)
    for line in lines:
        marks = ["1" if index in line.served else "" for index in range(columns)]
        unserved = "" if line.served else say("yes", language)
        yield [name, _safe(line.key), _safe(line.text), *marks, str(len(line.served)), unserved]
    totals = [sum(index in line.served for line in lines) for index in range(columns)]
    unserved_lines = sum(not line.served for line in lines)
    yield [name, "", say("csv-total", language), *map(str, totals), str(sum(totals)), str(unserved_lines)]


def _safe(cell: str) -> str:
    return _FORMULA.sub(r"\1'", printable(cell))
