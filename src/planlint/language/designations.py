"""What else bears a number, or a number and a letter, in Swedish running text: streets, tables, sections, units."""

from __future__ import annotations

import re

from planlint.language.dates import MONTHS

# The word that stands before a designation which is no goal's code and no principle's number.
_BEARERS = frozenset(
    """
    flik fliken kurs kursen server servern klass klassen sal salen rum rummet buss bussen linje linjen hus huset port
    uppgång vån våning våningen plan planen bilaga bilagan bilagor bil version versionen ver tabell tabellen figur
    figuren fig bild bilden diagram avsnitt avsnittet kapitel kapitlet kap sida sidan sidorna sid steg steget fas fasen
    nivå nivån punkt punkten alternativ alternativet paragraf paragrafen delmål delmålet delmålen årskurs grupp gruppen
    spår zon modell modellen typ kategori station perrong gate tel telefon ring rad raden kolumn kolumnen cell ruta
    förordningen lagen blankett blanketten ärende ärendet § §§ skiss ritning hall byggnad lokal lokalen artikel
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)
_STREETS = ("gatan", "vägen", "torget", "gränd", "allén", "stigen", "backen", "leden", "esplanaden", "platsen")

# What a number counts when it is no designation; forms as written after a number, and the endings of compounds.
_UNITS = frozenset(
    """
    procent procentenheter promille % ‰ § §§ kap kr kronor sek tkr mkr miljoner miljarder tusen st stycken år månader
    veckor dagar timmar minuter dygn gånger meter kilometer km röst röster alternativ personer invånare medarbetare
    användare anställda ledamöter barn elever företag organisationer bolag möten filer frågor svar delar saker exempel
    tillfällen sidor punkter rader kapitel avsnitt bilar cyklar poäng grader plats platser kvartal terminer varv
    """.split()  # noqa: SIM905 - as above
).union(MONTHS)
_UNIT_ENDINGS = (
    "kommuner", "kommunerna", "projekt", "projekten", "insatser", "insatserna", "mål", "målen", "åtgärder", "nyttor",
    "aktiviteter", "områden", "principer", "förstudier", "myndigheter", "regioner", "förvaltningar", "verksamheter",
    "enheter", "medlemmar", "tjänster", "system", "systemen", "lösningar", "versioner", "steg", "nivåer", "grupper",
    "remissvar", "beslut", "möjligheter", "utmaningar", "kriterier", "leverantörer", "aktörer", "bolag", "dokument",
)  # fmt: skip

_BEFORE = re.compile(r"([\w§-]+)[\s(.:]{0,4}$")
_AFTER = re.compile(r"\s{0,3}(?:([%‰§])|((?!och\b|samt\b)[^\W\d]+)(?:\s{1,3}([^\W\d]+))?)")


def names_something_else(text: str, start: int) -> bool:
    """Whether the word before `start` says what is called so: "flik 2A", "Skolgatan 4B", "0522-44 1A"."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return False
    word = before.group(1).casefold()
    return word in _BEARERS or word.endswith(_STREETS) or any(character.isdigit() for character in word)


def counts_something(text: str, end: int) -> bool:
    """Whether a number that ends at `end` counts what follows: "5 procent", "fem kommuner", "tre nya projekt"."""
    after = _AFTER.match(text, end, end + 80)
    if after is None:
        return False
    sign, word, next_word = after.groups()
    if sign or _is_unit(word):
        return True
    # An adjective in the plural between the number and its noun: "tre nya projekt".
    return bool(next_word) and word.casefold().endswith("a") and len(word) < 16 and _is_unit(next_word)  # noqa: PLR2004


def _is_unit(word: str) -> bool:
    folded = word.casefold()
    return folded in _UNITS or folded.endswith(_UNIT_ENDINGS)
