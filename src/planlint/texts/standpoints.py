"""What is said of a table that people fill in: what lacks in it, what was altered, by key: Swedish, English."""

from typing import Final

STANDPOINTS: Final[dict[str, tuple[str, str]]] = {
    # where a row stands
    "row-in-table": ("tabell {name}, rad {number}", "table {name}, row {number}"),
    "row-in-sheet": ("bladet ”{name}”, rad {number}", "sheet “{name}”, row {number}"),
    # what a shortfall is about: a row with its element, a row without, the table as a whole
    "shortfall-row": ("Nr {number}", "No. {number}"),
    "shortfall-rows": ("Nr {numbers} ({rows} rader)", "No. {numbers} ({rows} rows)"),
    "shortfall-nameless": ("Rad utan nummer", "Row without a number"),
    "shortfall-table": ("Sammanställningen", "The compilation"),
    # in all
    "shortfall-summary": (
        "Att åtgärda: {failing}. Att känna till: {noted}. Antal rader: {views}.",
        "To be mended: {failing}. To be noted: {noted}. Rows: {views}.",
    ),
    "shortfall-none": (
        "Inget saknas. Antal rader: {views}.",
        "Nothing is missing. Rows: {views}.",
    ),
    # what lacks, and what to do, by planlint.model.shortfall.ShortfallKind
    "shortfall-missing-column": (
        "Kolumnen ”{words}” saknas. Lägg tillbaka den med sin rubrik.",
        "The column “{words}” is missing. Put it back with its heading.",
    ),
    "shortfall-no-standpoint": (
        "Ställningstagande saknas. Välj Tillgodoses, Tillgodoses delvis, Tillgodoses inte eller Noteras.",
        "There is no standpoint. Choose Met, Partly met, Not met or Noted.",
    ),
    "shortfall-unknown-standpoint": (
        (
            "Okänt ställningstagande ”{words}”. Skriv Tillgodoses, Tillgodoses delvis, Tillgodoses inte eller Noteras, "
            "och resten som motivering."
        ),
        "Unknown standpoint “{words}”. Write Met, Partly met, Not met or Noted, and the rest as the reason.",
    ),
    "shortfall-no-reason": (
        "Synpunkten tillgodoses inte, och motivering saknas. Skriv varför.",
        "The view is not met, and there is no reason. Write why.",
    ),
    "shortfall-no-reason-partly": (
        "Synpunkten tillgodoses delvis, och motivering saknas. Skriv gärna vad som inte tillgodoses och varför.",
        "The view is partly met, and there is no reason. Consider writing what is not met, and why.",
    ),
    "shortfall-altered-row": (
        (
            "Raden är ändrad: den säger inte längre det som sammanställdes ur svaren. Återställ remissinstans, "
            "avsnitt, slag, citat, synpunkt och förslag, och skriv egna ord i motiveringen."
        ),
        (
            "The row was altered: it no longer says what was compiled from the answers. Restore respondent, section, "
            "kind, quote, view and proposal, and write your own words as the reason."
        ),
    ),
    "shortfall-double-row": (
        "Numret finns på flera rader. Behåll en av dem.",
        "Several rows have this number. Keep one of them.",
    ),
    "shortfall-missing-row": (
        "Nr {words} saknas. Lägg tillbaka det, eller kör ”planlint consult compile --update” med alla svar.",
        "No. {words}: missing. Put it back, or run “planlint consult compile --update” with all answers.",
    ),
    "shortfall-changed-number": (
        "Nr {words} saknas fast alla rader finns kvar: något nummer är ändrat. Skriv tillbaka det.",
        "No. {words}: missing, though all rows are there: a number was changed. Write it back.",
    ),
    "shortfall-tracked-changes": (
        "Spårade ändringar: {words}. De räknas som godtagna. Godta eller avvisa dem innan ni publicerar.",
        "Tracked changes: {words}. They count as accepted. Accept or reject them before you publish.",
    ),
    "shortfall-no-digest": (
        (
            "Raden med antal synpunkter och kontrollsumma saknas, så det går inte att se om synpunkter har tagits "
            "bort. Lägg tillbaka den, eller kontrollera mot svaren med --answers."
        ),
        (
            "The line with the number of views and the checksum is missing, so it cannot be seen whether views were "
            "taken away. Put it back, or check against the answers with --answers."
        ),
    ),
    "shortfall-other-digest": (
        (
            "Kontrollsumman {words} stämmer inte: någon rad är utbytt. Kontrollera mot svaren med --answers, så "
            "framgår vilken."
        ),
        (
            "The checksum {words} does not fit: some row was exchanged. Check against the answers with --answers to "
            "see which."
        ),
    ),
    "shortfall-own-row": (
        "Raden är tillagd för hand och finns inte i svaren.",
        "The row was added by hand and is not in the answers.",
    ),
    "shortfall-changed-file": (
        (
            "Filen ”{words}” är en annan än den som sammanställningen gjordes av. Ange samma fil, eller kör "
            "”planlint consult compile --update”."
        ),
        (
            "The file “{words}” is another than the one that the compilation was made from. Name that file, or run "
            "“planlint consult compile --update”."
        ),
    ),
    "shortfall-changed-plan": (
        "Planen ”{words}” är en annan fil än den som sammanställningen gjordes av. Ange planen som den skickades ut.",
        "The plan “{words}” is another file than the compilation was made from. Name the plan as it was sent out.",
    ),
    "shortfall-missing-file": (
        "Filen ”{words}”, som sammanställningen gjordes av, är inte med bland svaren. Ange den också.",
        "The file “{words}”, which the compilation was made from, is not among the answers. Name it too.",
    ),
    "shortfall-missing-view": (
        "{words}: synpunkten ”{view}” finns i svaren men inte i tabellen. Kör ”planlint consult compile --update”.",
        "{words}: the view “{view}” is in the answers and not in the table. Run “planlint consult compile --update”.",
    ),
    "shortfall-unknown-view": (
        "Inget av svaren har synpunkten (”{view}”) från {words}. Kontrollera att alla svar är med.",
        "None of the answers has this view (“{view}”) from {words}. See that all answers are named.",
    ),
}
