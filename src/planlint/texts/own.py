"""What is said of rules of the user's own, by key: Swedish, English."""

from typing import Final

OWN: Final[dict[str, tuple[str, str]]] = {
    "rules-check-help": (
        "Kontrollera egna regler: läs regelfilerna i mappen och prova deras exempel.",
        "Check rules of your own: read the rule files in the folder and try their examples.",
    ),
    "trial-holds": ("{code} {name}: {count} stämmer.", "{code} {name}: {count} as stated."),
    "trial-none": (
        "{code} {name}: inga exempel. Lägg till ett bra och ett dåligt, så att du ser att regeln finner det du tänkt.",
        "{code} {name}: no examples. Add a good and a bad one, to see that the rule finds what you mean.",
    ),
    "trial-differs": (
        "{code} {name}: exemplet ”{title}” ger inte det som står i regelfilen.",
        "{code} {name}: the example “{title}” does not give what the rule file says.",
    ),
    "trial-fault": ("regeln gick sönder: {message}", "the rule broke: {message}"),
    "trial-expected": ("väntat", "expected"),
    "trial-found": ("funnet", "found"),
    "trial-nothing": ("inget", "nothing"),
    "trial-finding": ("{message} (citat ”{quote}”, om ”{subject}”)", "{message} (quote “{quote}”, about “{subject}”)"),
}
