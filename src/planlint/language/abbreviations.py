"""Abbreviations in capitals: where they stand, and whether the text beside them says what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 6
"""Letters and digits; a longer word in capitals is a word, not an abbreviation."""

FULL_FORM: Final = 100
"""Characters before or after an abbreviation in which its full form is looked for."""

LEAST_WORD: Final = 8
"""Letters of a word that opens a sentence and may be a full form ("Automatisering (RPA)"); names are mostly shorter."""

_MOST_WORDS: Final = 12
"""Words of a full form that are looked at: every way to share them among the letters is tried."""

_UPPER: Final = "A-ZÅÄÖÉÜ"
_LOWER: Final = "a-zåäöéü"
LIKELY: Final = re.compile(rf"(?<!\w)[{_UPPER}][{_LOWER}]{{0,2}}[{_UPPER}]")
"""How an abbreviation begins: a text without it has none."""

# "SKR", "NIS2", "IoT", "FoU"; with ":s", "-lösningar" or "erna" after it.
_SHORT: Final = re.compile(
    rf"(?<![\w@./\\'’-])(?P<short>[{_UPPER}](?:[{_LOWER}]{{0,2}}[{_UPPER}])+\d?|[{_UPPER}]{{2,}}\d?)"
    rf"(?=[:'’](?:[{_LOWER}]{{1,4}})?\b|[-\u2011\u2010/][{_LOWER}{_UPPER}]|(?![\w@\\]))"
)
_CAPITALS: Final = re.compile(rf"(?<!\w)[{_UPPER}]{{2,}}(?:[- ](?:[{_UPPER}]{{2,}}|\d+|[–-]))*(?!\w)")
# "KS 2024/113", "SFS 2018:1937", "EN 301 549", "ISO 27001", "KS § 12/2025": a number, no abbreviation in running text.
_NUMBERED: Final = re.compile(
    r"[ \u00a0-]?(?:§{1,2}[ \u00a0]?\d|\(?(?:19|20)\d\d\)?[ \u00a0]?[:/-]?[ \u00a0]?\d|\(?\d{3})"
)
_ROMAN: Final = re.compile(r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|VI{0,3})")
_ADDRESS: Final = re.compile(r"://|www\.|@")
_SENTENCE_END: Final = re.compile(r"[.!?;]\s")

# What a parenthesis after an abbreviation begins with when it explains something else.
_NO_FULL_FORM: Final = frozenset(
    """
    se jfr jfr. jmf t.ex. t.ex ex ex. exempelvis bl.a. bland inkl inkl. inklusive exkl exkl. exklusive i på från till
    för med av vid under enligt som dvs dvs. d.v.s. både även samt eller och när om där gäller bilaga avsnitt kapitel
    numera tidigare version dnr
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)
_NAMING: Final = re.compile(
    r"(?:förkortat|förkortas|förkortningen|förkortad|nedan(?: kallad| kallat| kallas)?|kallas|kallad|kallat|så kallad|"
    r"så kallat|benämns|även kallad|fortsättningsvis)\W{1,3}$",
    re.IGNORECASE,
)
_MEANING: Final = re.compile(
    r"\W{0,3}(?:står för|betyder|är (?:en förkortning|förkortningen)|är kort för|uttyds|utläses|"
    r"förkortning av|det vill säga|dvs\.?|d\.v\.s\.)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation without its ending, and where it stands in its text."""

    short: str
    start: int
    end: int


def find_abbreviations(text: str) -> Iterator[Abbreviation]:
    """The abbreviations of a text, in order: two or more capitals in a word of at most `LONGEST` letters.

    None are roman numerals, document numbers, addresses, and several words in capitals in a row.
    """
    shouted = [match.span() for match in _CAPITALS.finditer(text) if _is_shouting(match.group())]
    for match in _SHORT.finditer(text):
        short = match["short"]
        if len(short) > LONGEST or _ROMAN.fullmatch(short) or _NUMBERED.match(text, match.end("short")):
            continue
        before = bisect_right(shouted, (match.start(), len(text))) - 1
        in_row = before >= 0 and match.start() < shouted[before][1]
        if not in_row and not _in_address(text, match.start()):
            yield Abbreviation(short, match.start("short"), match.end("short"))


def _in_address(text: str, at: int) -> bool:
    """Whether the piece between blanks that holds the place is an address; of a long one, what stands near."""
    pieces = text[max(0, at - FULL_FORM) : at + FULL_FORM].split()
    before = len(text[max(0, at - FULL_FORM) : at].split()) - (at > 0 and not text[at - 1].isspace())
    return bool(pieces) and _ADDRESS.search(pieces[min(before, len(pieces) - 1)]) is not None


def _is_shouting(words: str) -> bool:
    """Whether words in capitals are a title or emphasis: three of them, or two of which one is long."""
    found = re.findall(rf"[{_UPPER}]{{2,}}", words)
    return len(found) > 2 or (len(found) == 2 and max(map(len, found)) > 4)  # noqa: PLR2004 - said above


def is_explained(text: str, at: Abbreviation) -> bool:
    """Whether the words beside the abbreviation say what it stands for, in either order.

    "SKR (Sveriges …)", "Sveriges … (SKR)", "SKR, Sveriges …,", "Sveriges …, SKR,", "förkortat SKR", "SKR står för …".
    """
    before = _SENTENCE_END.split(text[max(0, at.start - FULL_FORM) : at.start])[-1]
    after = text[at.end : at.end + FULL_FORM]
    return (
        bool(_NAMING.search(before) or _MEANING.match(after))
        or _in_parenthesis_after(at.short, after)
        or _before_parenthesis(at.short, before, after)
        or _beside(at.short, before, after)
    )


def _in_parenthesis_after(short: str, after: str) -> bool:
    """'SKR (Sveriges Kommuner och Regioner)', 'SWOT-analys (styrkor …)': a parenthesis that could be a full form."""
    ending = rf"[:'’]?[{_LOWER}]{{1,4}}|[-\u2011\u2010][{_LOWER}]{{1,30}}|\+"
    found = re.match(rf"(?:{ending})?[”\"]?\s?[(\[]([^()\[\]]{{3,}})", after)
    if found is None:
        return False
    inside = found[1].strip(" ”\"'")
    words = inside.split()
    if not words or words[0].casefold() in _NO_FULL_FORM or re.search(r"\d{2}", inside):
        return False
    return spells(short, inside) or (len(words) > 1 and not inside.isupper()) or len(inside) > 2 * len(short) + 2


def _before_parenthesis(short: str, before: str, after: str) -> bool:
    """'Sveriges Kommuner och Regioner (SKR)': alone in a parenthesis, after words that it could be short for."""
    lead = re.search(rf"([^()]+?)\s*[(\[][”\"]?(?:[{_LOWER}. ]{{2,20}} )?[”\"]?$", before)
    if lead is None or not re.match(rf"(?:[-:][{_LOWER}]+)?[”\"]?\s*(?:[)\],;/]| eller | och )", after):
        return False
    words = lead[1].split()
    begins = len(words) == 1 and len(words[0]) >= LEAST_WORD and lead.start() == 0
    return bool(words) and (spells(short, lead[1]) or words[-1][:1].islower() or begins)


def _beside(short: str, before: str, after: str) -> bool:
    """'SKR, Sveriges kommuner och regioner', 'Sveriges kommuner och regioner, SKR', 'RPA: robotic …'."""
    following = re.match(r"\s?[,:=–-]\s+([^.;()]+)", after)
    if following and spells(short, following[1], strictly=True):
        return True
    leading = re.search(r"([^,;()]+(?:, [^,;()]+)?),\s$", before)
    closed = re.match(r"\s*(?:[,.;)–]|$)", after)
    return bool(leading and closed and _ends_with(short, leading[1]))


def _ends_with(short: str, words: str) -> bool:
    """Whether some last words of `words` spell the abbreviation."""
    pieces = words.split()
    return any(
        spells(short, " ".join(pieces[n:]), strictly=True)
        for n in range(max(0, len(pieces) - _MOST_WORDS), len(pieces))
    )


def spells(short: str, words: str, *, strictly: bool = False) -> bool:
    """Whether the abbreviation's letters stand in that order in the words, its first at the beginning of one.

    `strictly`: the first in the first word, and every word of three letters or more begins with one of them until all
    are found, or holds it in a compound ("robotiserad processautomatisering").
    """
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    pieces = re.findall(r"[^\W\d_]+", words.casefold())[:_MOST_WORDS]
    if strictly or not letters:
        return len(pieces) > 1 and _initials(letters, pieces)
    starts = (n for n, piece in enumerate(pieces) if piece[0] == letters[0])
    return any(_in_order(letters, "".join(pieces[n:])) for n in starts)


_JOINTS: Final = frozenset({"och", "för", "i", "av", "på", "om", "till", "and", "of", "for", "the", "in", "to", "med"})


def _initials(letters: list[str], pieces: list[str]) -> bool:
    """Whether the letters are the words' first ones in turn, joints passed over; a long word may hold several."""
    if not letters:
        return True
    if not pieces:
        return False
    piece, rest = pieces[0], pieces[1:]
    if piece[0] == letters[0]:
        held = 1
        while _in_order(letters[:held], piece):
            if _initials(letters[held:], rest):
                return True
            held += 1
            if held > len(letters):
                break
    return piece in _JOINTS and _initials(letters, rest)


def _in_order(letters: list[str], text: str) -> bool:
    places = iter(text)
    return all(letter in places for letter in letters)
