"""Every word that the program itself says to people, in Swedish and English. What rules say stands in the rules' files.

A text is a pair in a table, not an entry in a gettext catalogue: two languages stand side by side where both are
seen when one is changed, a hole that only one of them has is found by a test, nothing is compiled when the wheel is
built, and `planlint --help` does not wait for catalogues to be found and read. A third language would be the time for
gettext. Holes in braces are filled by name; a text without values is given back as it stands.
"""

from __future__ import annotations

from typing import Final, Literal

from planlint.texts.accepted import ACCEPTED
from planlint.texts.account import ACCOUNT
from planlint.texts.answer_form import ANSWER_FORM
from planlint.texts.commands import COMMANDS
from planlint.texts.comparison import COMPARISON
from planlint.texts.consult import CONSULT
from planlint.texts.consultation import CONSULTATION
from planlint.texts.exchange import EXCHANGE
from planlint.texts.margin import MARGIN
from planlint.texts.matrix import MATRIX
from planlint.texts.own import OWN
from planlint.texts.page import PAGE
from planlint.texts.report import REPORT
from planlint.texts.respondents import RESPONDENTS
from planlint.texts.standpoints import STANDPOINTS

Tongue = Literal["sv", "en"]
Pair = tuple[str, str]

PHASES: Final[dict[Literal["draft", "consultation", "publication"], Literal["utkast", "remiss", "publicering"]]] = {
    "draft": "utkast",
    "consultation": "remiss",
    "publication": "publicering",
}
"""The phases' names inside, and as people write and read them."""

NOUNS: Final[dict[str, tuple[Pair, Pair]]] = {
    "focus-area": (("fokusområde", "fokusområden"), ("focus area", "focus areas")),
    "goal": (("effektmål", "effektmål"), ("effect goal", "effect goals")),
    "intervention": (("insats", "insatser"), ("intervention", "interventions")),
    "principle": (("princip", "principer"), ("principle", "principles")),
    "error": (("fel", "fel"), ("error", "errors")),
    "warning": (("varning", "varningar"), ("warning", "warnings")),
    "info": (("upplysning", "upplysningar"), ("note", "notes")),
    "judged": (("är en bedömning", "är bedömningar"), ("is a judgement", "are judgements")),
    "finding": (("anmärkning", "anmärkningar"), ("finding", "findings")),
    "suppressed": (("undantagen", "undantagna"), ("suppressed", "suppressed")),
    "left": (("kvar från baslinjen", "kvar från baslinjen"), ("left from the baseline", "left from the baseline")),
    "gone": (
        ("anmärkning i baslinjen finns inte längre", "anmärkningar i baslinjen finns inte längre"),
        ("finding of the baseline is no longer there", "findings of the baseline are no longer there"),
    ),
    "document": (("dokument", "dokument"), ("document", "documents")),
    "card-field": (("fält", "fält"), ("field", "fields")),
    "card-link": (("koppling till planen", "kopplingar till planen"), ("link to the plan", "links to the plan")),
    "deliverable": (("leverabel", "leverabler"), ("deliverable", "deliverables")),
    "step": (("steg", "steg"), ("step", "steps")),
    "form-row": (("rad att svara på", "rader att svara på"), ("row to answer", "rows to answer")),
    "new-row": (("ny rad", "nya rader"), ("new row", "new rows")),
    "heading": (("rubrik", "rubriker"), ("heading", "headings")),
    "example": (("exempel", "exempel"), ("example", "examples")),
    "place": (("ställe", "ställen"), ("place", "places")),
    "revision-final": (
        ("spårad ändring, läst som om den hade godkänts", "spårade ändringar, lästa som om alla hade godkänts"),
        ("tracked change, read as if it were accepted", "tracked changes, read as if all were accepted"),
    ),
    "revision-original": (
        ("spårad ändring, läst som om den hade avvisats", "spårade ändringar, lästa som om alla hade avvisats"),
        ("tracked change, read as if it were rejected", "tracked changes, read as if all were rejected"),
    ),
    "comment": (("kommentar", "kommentarer"), ("comment", "comments")),
    "passed-over": (
        ("dokument i mapparna är ingen plan och hoppades över", "dokument i mapparna är inga planer och hoppades över"),
        (
            "document in the folders is no plan and was skipped",
            "documents in the folders are no plans and were skipped",
        ),
    ),
    "own": (
        (
            "fil i mapparna har planlint själv skrivit, och den hoppades över",
            "filer i mapparna har planlint själv skrivit, och de hoppades över",
        ),
        (
            "file in the folders is planlint’s own work and was skipped",
            "files in the folders are planlint’s own work and were skipped",
        ),
    ),
}

TEXTS: Final[dict[str, Pair]] = {
    **REPORT, **ACCEPTED, **COMMANDS, **COMPARISON, **OWN, **PAGE, **MATRIX, **EXCHANGE, **MARGIN,
    **CONSULT, **CONSULTATION, **ANSWER_FORM, **STANDPOINTS, **RESPONDENTS, **ACCOUNT,
}  # fmt: skip


def say(key: str, language: Tongue, **values: str | int) -> str:
    """The text with that key, its holes filled. A key that is not in the table is a bug: KeyError."""
    swedish, english = TEXTS[key]
    text = swedish if language == "sv" else english
    return text.format(**values) if values else text


def count(noun: str, number: int, language: Tongue) -> str:
    """A number with its noun in the right form: "1 insats", "5 insatser"."""
    swedish, english = NOUNS[noun]
    one, many = swedish if language == "sv" else english
    return f"{number} {one if number == 1 else many}"
