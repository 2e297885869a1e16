"""What is said of findings that are accepted, by key: Swedish, English."""

from typing import Final

ACCEPTED: Final[dict[str, tuple[str, str]]] = {
    "baseline-help": (
        "Godta dagens anmärkningar i en baslinje, så att check --baseline bara visar nya.",
        "Accept today’s findings in a baseline, so that check --baseline shows only new ones.",
    ),
    "baseline-output-help": (
        "Fil att spara baslinjen i. Annars konfigurationens, eller planlint-baseline.json i den aktuella mappen.",
        "The file to keep the baseline in. Else the configuration’s, or planlint-baseline.json in the current folder.",
    ),
    "baseline-force-help": (
        "Skriv över filen vad den än innehåller, och börja om från början.",
        "Write over the file whatever it holds, and begin anew.",
    ),
    "baseline-saved": ("Baslinjen är sparad i {path}:", "The baseline is saved in {path}:"),
    "baseline-changed": (" ({new} nya, {gone} borta)", " ({new} new, {gone} gone)"),
    "baseline-next": (
        "Visa bara det som är nytt: planlint check --baseline {path}",
        "Show only what is new: planlint check --baseline {path}",
    ),
    "accepted": ("Undantaget med skäl:", "Suppressed, with the reason:"),
    "accepted-in": ("{rule} i {where}: {reason}", "{rule} in {where}: {reason}"),
    "accepted-anywhere": ("{rule}: {reason}", "{rule}: {reason}"),
    "accepted-places": ("{rule} ({where}): {reason}", "{rule} ({where}): {reason}"),
    "no-new-findings": ("inga nya anmärkningar", "nothing new to remark on"),
    "baseline-left": ("Kvar från baslinjen: {what}.", "Left from the baseline: {what}."),
    "baseline-gone": (
        "{what}. Uppdatera den med planlint baseline.",
        "{what}. Update it with planlint baseline.",
    ),
    "baseline-unlisted": (
        "Dokumentet finns inte i baslinjen, så alla anmärkningar räknas som nya.",
        "The document is not in the baseline, so every finding counts as new.",
    ),
}
