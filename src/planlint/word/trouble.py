"""What is said of a Word file that cannot be read."""

from __future__ import annotations

from typing import Final

from planlint.archive.trouble import Trouble

WORD: Final = Trouble(
    program="Word",
    file=("ett Worddokument", "Word files"),
    behind_password=(
        "Dokumentet är krypterat. Öppna det i Word, ta bort lösenordet (Arkiv > Info > Skydda dokument) och spara om.",
        "The document is encrypted. Open it in Word, remove the password (File > Info > Protect Document) and save it.",
    ),
    before_2007=(
        "Filen är i det gamla Wordformatet (.doc). Öppna den i Word och spara om filen som .docx.",
        "The file is in the old Word format (.doc). Open it in Word and save it as .docx.",
    ),
    another=(
        "Filen är inget Worddokument utan {what}. Spara planen som .docx och prova igen.",
        "The file is no Word document but {what}. Save the plan as .docx and try again.",
    ),
    save=(
        "Öppna dokumentet i Word och spara om det som .docx.",
        "Open the document in Word and save it as .docx.",
    ),
    shrink=(
        "Ta bort bilder och bilagor, eller dela dokumentet.",
        "Remove pictures and attachments, or split the document.",
    ),
)

encrypted = WORD.encrypted
old_format = WORD.old_format
not_word = WORD.other
damaged = WORD.damaged
bad_part = WORD.bad_part
broken_part = WORD.broken_part
large_part = WORD.large_part
deep_part = WORD.deep_part
too_large = WORD.too_large
