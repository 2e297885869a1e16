"""Lines that only say what follows is about: 'Avsnitt 4.2 Digital tillsyn', a title alone, a label alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from planlint.consult.answers.decide import decide, part_named
from planlint.consult.answers.references import find_pointers, lead_number, lead_title
from planlint.consult.answers.targets import Pointed, Targets
from planlint.language.folding import fold
from planlint.language.normalise import words
from planlint.model.consultation import Spot

_OWN: Final = frozenset(
    """
    sammanfattning inledning bakgrund syfte slutsats slutsatser bilagor bilaga övrigt synpunkter yttrande ärendet beslut
    förslag remiss remissvar principer indikator mål effektmål kommentar kommentarer
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)
"""Headings that a letter has of its own: without its number, such a word is no section of the plan's."""
_FILLING: Final = frozenset(
    """
    a about and ang angående appendix area av avseende avsnitt avsnittet avsnitten beträffande bilaga bilagan
    bilagor chapter comment comments den det effektmål effektmålen effektmålet fokusområde fokusområdet för
    förslag förstudie förstudien gällande goal goals heading i insats insatsen insatserna insatser
    intervention kapitel kapitlet kap kommentar kommentarer kring mål målen målet nr och om on part principen
    punkt punkten på regarding rörande rubrik rubriken samt section sections sid sida sidan sidorna stage steg
    steget fasen synpunkt synpunkter the till to under vad vår våra åtgärd åtgärden
    """.split()  # noqa: SIM905 - as above
)
"""Words that say nothing beside a reference."""
_OWN_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=\D)")
"""A number that the letter has given its own line."""
_TRIMMED: Final = ' \t.:;,–—-()[]”“"'


@dataclass(frozen=True, slots=True)
class Lead:
    """What a line leads to; `pure` where it says nothing else."""

    pointed: Pointed
    pure: bool


def read_lead(text: str, targets: Targets, base: Spot | None, *, leads: bool) -> Lead | None:
    """What a line that may be a heading leads to; None where it names nothing of the plan.

    `base` is what the line itself stands under, whose parts it may name; `leads` as in `decide`.
    """
    plain = fold(text).text.strip()
    part = part_named(plain, base, targets) if base and base.sort == "intervention" else None
    if part is not None:
        return Lead(Pointed(part), pure=True)
    titled = lead_title(plain, targets)
    if titled is not None:
        return _after(plain[titled[1] :], Pointed(titled[0]), targets)
    own = _OWN_NUMBER.match(plain)
    bare = plain[own.end() :] if own else plain
    alone = words(bare.strip(_TRIMMED))
    named = targets.titled(alone)
    if named is not None and not (len(alone) == 1 and alone[0] in _OWN):
        return Lead(named, pure=True)
    if leads and (number := lead_number(f"{plain} ")) and "." in number:
        spot = targets.numbered(number).spot
        said = plain[plain.index(number) + len(number) :].strip(_TRIMMED)
        part = part_named(said, spot, targets) if spot and spot.sort == "intervention" else None
        if part or not said:
            return Lead(Pointed(part or spot), pure=True) if spot else None
    return _named(bare, targets, leads=leads)


def has_own_numbers(texts: list[str], targets: Targets) -> bool:
    """Whether a letter numbers its own lines: one begins with the number 1 or 1.1 and no title of the plan."""
    ones = (text for text in texts if (lead_number(text) or "").split(".")[0] == "1")
    return any(lead_title(fold(text).text, targets) is None for text in ones)


def _named(plain: str, targets: Targets, *, leads: bool) -> Lead | None:
    """What the references in a line lead to, and whether nothing but titles and small words stands beside them."""
    pointers = find_pointers(plain, targets, leads=leads)
    pointed = decide(plain, targets, None, leads=leads) if pointers else None
    if pointed is None:
        return None
    rest = plain
    for one in reversed(pointers):
        rest = f"{rest[: one.start]}\x00{rest[one.end :]}"
    before, *after = rest.split("\x00")
    says = bool(_telling(before)) or any(
        not _is_said(piece, one.pointed.spot, targets) for piece, one in zip(after, pointers, strict=True)
    )
    return Lead(pointed, pure=not says)


def _after(rest: str, pointed: Pointed, targets: Targets) -> Lead:
    """What a title leads to that stands before more words: the part that they are the label of."""
    part = part_named(rest.strip(_TRIMMED), pointed.spot, targets) if pointed.spot and _telling(rest) else None
    return Lead(Pointed(part), pure=True) if part else Lead(pointed, pure=not _telling(rest))


def _is_said(piece: str, spot: Spot | None, targets: Targets) -> bool:
    """Whether words after a reference are only its title, the beginning of it, or a part's label."""
    told = _telling(piece)
    if not told or spot is None:
        return not told or (len(told) <= 6 and not re.search(r"[.?!]$", piece.strip()))  # noqa: PLR2004 - a title that is gone
    title = words(spot.title)
    said = words(piece.strip(_TRIMMED))
    named = spot.sort == "intervention" and part_named(piece.strip(_TRIMMED), spot, targets) is not None
    return said == title[: len(said)] or named or words(spot.part) == said


def _telling(text: str) -> list[str]:
    """The words that are not only filling."""
    return [word for word in words(text) if word not in _FILLING]
