"""What the comments in the margin of a Word file say, and the command that writes them."""

from __future__ import annotations

from typing import Final

MARGIN: Final[dict[str, tuple[str, str]]] = {
    "comment-elsewhere": (
        "{part}: ”{quote}”",
        "{part}: “{quote}”",
    ),
    "comment-gone": (
        (
            "är inte med i den senaste granskningen: åtgärdat, eller en regel som inte kördes. Kommentaren står kvar "
            "för att någon har svarat på den; ta bort den när svaret är läst."
        ),
        (
            "is not in the latest review: mended, or a rule that was not run. The comment stays because somebody has "
            "answered it; remove it when the answer has been read."
        ),
    ),
    "annotate-nowhere": (
        "{path}: dokumentet har inget stycke som en kommentar kan stå vid.",
        "{path}: the document has no paragraph for a comment to stand at.",
    ),
    "annotate-help": (
        "Gör en kopia av planen i Word, med varje anmärkning som en kommentar vid orden.",
        "Make a copy of the plan in Word, with each finding as a comment on its words.",
    ),
    "annotate-output-help": (
        "Filen som kopian skrivs till, med samma ändelse som planen (.docx).",
        "The file to write the copy to, with the plan’s own ending (.docx).",
    ),
    "annotate-done": (
        "Skrev {path} med kommentarer: {found}.\n",
        "Wrote {path} with comments: {found}.\n",
    ),
}
