"""What reports for other programs say: SARIF, JUnit, annotations, Markdown."""

from __future__ import annotations

from typing import Final

EXCHANGE: Final[dict[str, tuple[str, str]]] = {
    "at-line": ("rad {line}", "line {line}"),
    "exchange-place": ("Plats:", "Place:"),
    "exchange-quote": ("Citat:", "Quote:"),
    "accepted-baseline": ("Kvar från baslinjen.", "Left from the baseline."),
    "exchange-reading": ("Läsning", "Reading"),
    "exchange-fault": ("Internt fel i {rule}", "Internal fault in {rule}"),
    # SARIF
    "sarif-lines": (
        (
            "Word-filer har inga rader. I dem är radnumret styckets nummer i texten, räknat från 1, och kolumnen "
            "räknar tecken i stycket. Sidhuvuden, sidfötter och noter anges som rad 1."
        ),
        (
            "Word files have no lines. In them, the line is the number of the paragraph in the text, counted from 1, "
            "and the column counts characters in the paragraph. Headers, footers and notes are given as line 1."
        ),
    ),
    "sarif-root": ("Mappen som planlint kördes i.", "The folder that planlint ran in."),
    "sarif-left-out": (
        "{findings} ryms inte och är utelämnade; de allvarligaste är med.",
        "{findings} did not fit and were left out; the gravest are here.",
    ),
    # Markdown
    "verdict-mend": ("{what} att åtgärda", "{what} to mend"),
    "verdict-fine": ("inget som stoppar, {what}", "nothing that blocks, {what}"),
    "verdict-unread": ("{documents} kunde inte granskas helt", "{documents} could not be checked in full"),
    "column-document": ("Dokument", "Document"),
    "column-error": ("Fel", "Errors"),
    "column-warning": ("Varningar", "Warnings"),
    "column-info": ("Upplysningar", "Notes"),
    "column-suppressed": ("Undantagna", "Suppressed"),
    "row-unread": ("{path} (kunde inte läsas)", "{path} (could not be read)"),
    "rows-left": ("och {documents} till", "and {documents} more"),
    "lines-left": ("och {number} till", "and {number} more"),
    "why-and-help": ("Varför, och vad ni kan göra", "Why, and what you can do"),
    "left-out": (
        "Allt ryms inte här: {what} är utelämnade. De allvarligaste är med. Hela rapporten ger planlint check.",
        "Not everything fits here: {what} are left out. The gravest are here. planlint check gives the whole report.",
    ),
    "joined": ("{one} och {other}", "{one} and {other}"),
}
