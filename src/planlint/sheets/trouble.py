"""What is said of an Excel file that cannot be read."""

from __future__ import annotations

from typing import Final

from planlint.archive.sniff import STREAMS, has_stream, is_container, name_file
from planlint.archive.trouble import Trouble
from planlint.errors import InputError

EXCEL: Final = Trouble(
    program="Excel",
    file=("en Excelfil", "Excel files"),
    behind_password=(
        "Arbetsboken är krypterad. Öppna den i Excel, ta bort lösenordet (Arkiv > Info > Skydda arbetsbok) och spara.",
        "The workbook is encrypted. Open it in Excel, remove the password (File > Info > Protect Workbook), and save.",
    ),
    before_2007=(
        "Filen är i det gamla Excelformatet (.xls). Öppna den i Excel och spara om filen som .xlsx.",
        "The file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx.",
    ),
    another=(
        "Filen är ingen Excelfil utan {what}. Spara arbetsboken som .xlsx och prova igen.",
        "The file is no Excel file but {what}. Save the workbook as .xlsx and try again.",
    ),
    save=(
        "Öppna arbetsboken i Excel och spara om den som .xlsx.",
        "Open the workbook in Excel and save it as .xlsx.",
    ),
    shrink=(
        "Ta bort blad och rader som inte behövs, eller dela arbetsboken.",
        "Remove sheets and rows that are not needed, or split the workbook.",
    ),
)
_OWN: Final = ("Workbook", "Book")
_ENCRYPTED: Final = "EncryptedPackage"


def refuse(data: bytes) -> InputError:
    """The trouble that tells what the bytes, which are no zip archive, are. `data` must not be empty."""
    if not is_container(data):
        return EXCEL.other(*name_file(data))
    if has_stream(data, _ENCRYPTED):
        return EXCEL.encrypted()
    for stream, (sv, en) in STREAMS.items():
        if has_stream(data, stream) and stream not in _OWN:
            return EXCEL.other(sv, en)
    return EXCEL.old_format()
