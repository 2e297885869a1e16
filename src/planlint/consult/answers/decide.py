"""What a sentence of a letter is about, of all that it refers to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from planlint.consult.answers.quotations import QUOTED, masked, wanted
from planlint.consult.answers.references import LONGEST, Pointer, find_pointers
from planlint.consult.answers.targets import Pointed, Targets
from planlint.language.folding import fold
from planlint.language.normalise import words
from planlint.model.consultation import Spot

_WITHIN: Final = re.compile(r"\s+(?:i|under|för|hos|in|of)\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"[\s,:;–—(”\"“-]*(?:(?:i|under|för|på|om|till|hos|av|in|of|for|delen|rubriken|stycket|punkten|avsnittet|texten|the|part|heading)[\s,:”\"“]+){0,3}"
    r"[\s,:;–—(”\"“-]*",
    re.IGNORECASE,
)
_INFLECTED: Final = r"(?:e|a|n|en|et|na|erna|arna|s|ns|ens|ets|nas|ernas)?"


def decide(text: str, targets: Targets, base: Spot | None, *, leads: bool = False) -> Pointed | None:
    """What a sentence is about: where the plan's words that it quotes stand, else the first thing that it names.

    `base` is what it stands under, None where that is nothing of the plan; there, what is only mentioned in passing
    says nothing. `leads` tells that a number at its beginning is the plan's. None where it names nothing.
    """
    text = fold(text[:LONGEST]).text
    pointers = find_pointers(text, targets, leads=leads)
    firm = [one for one in pointers if not one.passing and not one.weak]
    named = next((one for one in firm if one.pointed.spot), firm[0] if firm else None)
    home = named.pointed.spot if named else base
    quoted = _quoted(text, targets, home)
    if quoted is not None:
        return quoted
    if named is not None:
        return _refined(text, named, pointers, targets)
    under = _label(text, base, targets)
    if under is not None:
        return Pointed(under)
    if base is not None:
        return _page_within(pointers, base, targets)
    rest = next((one for one in pointers if not one.weak), pointers[0] if pointers else None)
    return _refined(text, rest, pointers, targets) if rest else None


def part_named(text: str, spot: Spot, targets: Targets) -> Spot | None:
    """The part of an intervention that the whole text is the label of."""
    key = words(text.strip(" .:;*_–—-"))
    return next((part for part in targets.parts(spot) if words(part.part) == key), None)


def _quoted(text: str, targets: Targets, home: Spot | None) -> Pointed | None:
    """Where the first words in quotation marks stand that are the plan's and not those wanted instead."""
    asked = set(wanted(text))
    for found in QUOTED.finditer(text):
        if found.span("words") in asked:
            continue
        for said in re.split(r"\s*(?:\[?…\]?|\[?\.{3}\]?)\s*", found["words"]):
            pointed = targets.quoted(said, home)
            if pointed is not None and targets.titled(words(said)) is None:
                return pointed
    return None


def _refined(text: str, named: Pointer, pointers: list[Pointer], targets: Targets) -> Pointed:
    """What is named, or the part of it that the words beside it name: 'e-rådets roll i insats 4.3'."""
    spot = named.pointed.spot
    if spot is None:
        return named.pointed
    if spot.sort == "goal":
        plain = masked(text)
        for other in pointers:
            inside = other.start > named.end and other.pointed.spot and other.pointed.spot.sort == "intervention"
            if inside and other.pointed.spot and _stands_within(plain, named.end, other):
                return Pointed(targets.goal_part(other.pointed.spot))
    part = _label_beside(text, named, spot, targets)
    return Pointed(part) if part else named.pointed


def _stands_within(plain: str, end: int, other: Pointer) -> bool:
    """Whether only 'i' stands between a goal's code and the intervention that repeats it."""
    return _WITHIN.fullmatch(plain[end : other.start]) is not None


def _label_beside(text: str, named: Pointer, spot: Spot, targets: Targets) -> Spot | None:
    """The part of an intervention whose label stands right before or after the reference to it."""
    found: list[tuple[int, Spot]] = []
    for part in targets.parts(spot) if spot.sort == "intervention" else ():
        for label in _label_pattern(part.part).finditer(text):
            coded = re.match(r"\s*(?:nr\.?\s*)?\d", text[label.end() :])  # 'effektmål 2A' is no part's label
            if not coded and _BETWEEN.fullmatch(_without_title(_between(text, label, named), spot)):
                found.append((-len(label[0]), part))
    return min(found, key=lambda one: one[0])[1] if found else None


def _between(text: str, label: re.Match[str], named: Pointer) -> str:
    """What stands between a label and a reference, whichever comes first; where they overlap, something else."""
    if label.end() <= named.start:
        return text[label.end() : named.start]
    return text[named.end : label.start()] if label.start() >= named.end else "#"


def _without_title(between: str, spot: Spot) -> str:
    """The words without the title of what is named: '4.2 Digital tillsyn, aktiviteter'."""
    stripped = between.lstrip(' ,:–—-(”"“')
    return stripped[len(spot.title) :] if stripped.casefold().startswith(spot.title.casefold()) else between


def _label(text: str, base: Spot | None, targets: Targets) -> Spot | None:
    """The part that a sentence under an intervention speaks of: 'Aktiviteter: …', 'under rubriken Aktiviteter'."""
    for part in targets.parts(base) if base and base.sort == "intervention" else ():
        label = r"\s+".join(map(re.escape, part.part.split()))
        if re.match(rf"\s*(?:[-•–—*]\s+)?{label}\s*[:–—]", text, re.IGNORECASE):
            return part
        if re.search(rf"(?<!\w)(?:rubriken|delen|the\s+heading|under)\s+[”\"“]?{label}(?!\w)", text, re.IGNORECASE):
            return part
    return None


def _page_within(pointers: list[Pointer], base: Spot, targets: Targets) -> Pointed | None:
    """Under something of the plan, a page or a principle says more only where it lies inside that."""
    home = targets.beneath(base)
    inside = (one.pointed for one in pointers if one.weak and one.pointed.spot and one.pointed.spot.index in home)
    return next(inside, None)


@lru_cache(maxsize=512)
def _label_pattern(label: str) -> re.Pattern[str]:
    """A part's label in any inflection."""
    inflected = r"\s+".join(re.escape(word) + _INFLECTED for word in fold(label).text.split())
    return re.compile(rf"(?<![\w-]){inflected}(?![\w-])", re.IGNORECASE)
