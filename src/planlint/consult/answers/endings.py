"""The endings of files that answers come in, and what to do with those that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planlint.errors import InputError, TroubleCode
from planlint.intake import MARKDOWN_ENDINGS, WORD_ENDINGS

WORKBOOK: Final = ".xlsx"
PLAIN: Final = ".txt"
_DOCUMENT: Final = (
    "Öppna filen i Word eller LibreOffice och spara den som .docx.",
    "Open the file in Word or LibreOffice and save it as .docx.",
)
_SHEET: Final = (
    "Öppna filen i Excel eller LibreOffice och spara den som .xlsx.",
    "Open the file in Excel or LibreOffice and save it as .xlsx.",
)
_MESSAGE: Final = (
    "Spara bilagan i meddelandet, eller dess text som .txt.",
    "Save what is attached to the message, or its words as .txt.",
)
_UNREAD: Final[Mapping[str, tuple[tuple[str, str], tuple[str, str]]]] = {
    ".doc": (("är i det gamla Wordformatet (.doc)", "is in the old Word format (.doc)"), _DOCUMENT),
    ".odt": (("är ett OpenDocument-dokument (.odt)", "is an OpenDocument text (.odt)"), _DOCUMENT),
    ".rtf": (("är en rtf-fil", "is an RTF file"), _DOCUMENT),
    ".pdf": (
        ("är en pdf", "is a PDF"),
        (
            "Be om svaret som Word, eller kopiera texten till en .txt-fil.",
            "Ask for the answer in Word, or copy its words to a .txt file.",
        ),
    ),
    ".eml": (("är ett e-postmeddelande", "is an e-mail message"), _MESSAGE),
    ".msg": (("är ett e-postmeddelande", "is an e-mail message"), _MESSAGE),
    ".xls": (
        ("är en gammal Excelfil (.xls)", "is an old Excel file (.xls)"),
        _SHEET,
    ),
    ".ods": (
        ("är ett kalkylblad i OpenDocument (.ods)", "is an OpenDocument spreadsheet (.ods)"),
        _SHEET,
    ),
}  # fmt: skip
ENDINGS: Final = frozenset({*WORD_ENDINGS, *MARKDOWN_ENDINGS, WORKBOOK, PLAIN, *_UNREAD})
"""In lower case."""


def unread(ending: str) -> InputError:
    """For a file with an ending that is not read: what it is, and what to do."""
    (sv, en), (mend_sv, mend_en) = _UNREAD.get(
        ending, (("är av ett slag som inte läses", "is of a kind that is not read"), _DOCUMENT)
    )
    code: TroubleCode = "old-format" if ending in {".doc", ".xls"} else "not-word"
    return InputError(code, f"Svaret {sv}. {mend_sv}", f"The answer {en}. {mend_en}")


def no_form() -> InputError:
    """For a workbook that is no answer form."""
    return InputError(
        "not-word",
        "Excelfilen är ingen svarsblankett från planlint. Spara svaret som .docx eller .txt och prova igen.",
        "The Excel file is no answer form of planlint’s. Save the answer as .docx or .txt and try again.",
    )


def own_report() -> InputError:
    """For what planlint wrote itself, and nobody has answered in."""
    return InputError(
        "not-word",
        "Filen har planlint själv skrivit, och ingen har svarat i den. Ange filen som kom tillbaka.",
        "planlint wrote the file itself, and nobody has answered in it. Name the file that came back.",
    )


def no_text() -> InputError:
    """For a text file in an encoding that is not known."""
    return InputError(
        "damaged",
        "Texten går inte att läsa. Spara om filen som ren text i UTF-8.",
        "The text cannot be read. Save the file as plain text in UTF-8.",
    )
