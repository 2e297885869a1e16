"""What the words of a letter refer to in the plan: 'avsnitt 4.2', 'effektmål 2A', 'steget Utreda', 'sida 7'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from planlint.consult.answers.quotations import QUOTED, masked
from planlint.consult.answers.targets import FEWEST_WORDS, NAMED, NUMBERED, Pointed, Targets
from planlint.language.designations import counts_something
from planlint.language.folding import fold
from planlint.language.goal_codes import find_codes
from planlint.language.normalise import words
from planlint.language.own_document import names_other_document
from planlint.language.section_references import find_section_references
from planlint.model.comparison import Sort
from planlint.model.consultation import Spot

LONGEST: Final = 5_000
"""Characters of one sentence that are looked at for references."""

_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2}){0,3}(?!\.?\d|[^\W\d]|,\d|\s*(?:§|%))"
_DOTTED: Final = r"\d{1,2}(?:\.\d{1,2}){1,3}(?!\.?\d|[^\W\d]|,\d|\s*(?:§|%))"
_ENDING: Final = r"(?:e[nt]s?|[nt]s?|er(?:na)?|s)?"
_SECTION: Final = re.compile(
    rf"(?<![\w-])(?:(?:punkt|rubrik|delavsnitt|underavsnitt){_ENDING}|items?|headings?|sections?|chapters?)\s+(?:nr\.?\s*)?(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_ENGLISH_APPENDIX: Final = re.compile(rf"(?<![\w-])append(?:ix|ices)\s+(?P<number>{_NUMBER})", re.IGNORECASE)
_PRINCIPLE: Final = re.compile(
    r"(?<![\w-])(?<!\bi )princip(?:en|le)?\s+(?:nr\.?\s*)?(?P<number>\d{1,2})(?![\w.,]\d|\w)", re.IGNORECASE
)
_PAGE: Final = re.compile(
    r"(?<![\w.-])(?:sid(?:a|an|orna|or)?|pages?|sid\.|s\.|pp?\.)\s*(?P<first>\d{1,3})(?:\s*[–-]\s*(?P<last>\d{1,3}))?(?!\s*[–-]?\d|\w|[.,:]\d)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"(?:(?<=\()|(?<![\w-])(?:i|under|till|på|om|för|av|se|jfr|jämför|enligt|avseende|gällande|angående|kring|rörande|och|samt|från|in|of|to|on|under|and)\s+)(?P<number>{_DOTTED})",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(rf"\s*(?:[-•–—*]\s+)?(?P<number>{_NUMBER})(?P<sign>[.)]?\s*[:,–—-]|[.)]?)\s+")
_NAMES: Final[dict[str, frozenset[Sort]]] = {
    "insats|projekt|förstudi|åtgärd|initiativ|intervention|project": frozenset({"intervention"}),
    "steg|fas|skede|beslutssteg|processteg|stage|step|phase": frozenset({"stage"}),
    "fokusområde|område|focus area": frozenset({"focus_area"}),
    "avsnitt|kapitel|kapitl|rubrik|bilag|section|chapter|appendix": NUMBERED,
    "princip|principle": frozenset({"principle"}),
}
_TITLED: Final = re.compile(
    rf"(?<![\w-])(?P<word>{'|'.join(_NAMES)})(?:e[nt]s?|[ant]s?|ans)?\s+(?:om\s+)?(?P<title>[^\W\d_])", re.IGNORECASE
)
_TERM: Final = re.compile(
    r"(?<!\w)(?:begreppet|begreppen|termen|ordet|definitionen\s+av|the\s+term|definition\s+of)\s+$", re.IGNORECASE
)
_PASSING: Final = re.compile(
    r"(?:^|(?<=\W))(?:se|jfr|jämför|enligt|liksom|likt|utöver|jämfört\s+med|som\s+i|hänvis\w+\s+till|i\s+likhet\s+med|till\s+skillnad\s+från"
    r"|bidra\w*|koppl\w+|sakna\w*|hänger\s+(?:ihop|samman)\s+med|see|cf\.?|according\s+to|like|unlike|linked|contributes?)"
    r"\s+(?:(?:även|också|till|i|på|det|den|also|the|to)\s+){0,3}(?:(?:effekt)?mål(?:e[nt])?\s+|insats(?:en)?\s+|avsnitt(?:et)?\s+|goal\s+)?$",
    re.IGNORECASE,
)
_PASSED: Final = 60
"""Characters before a reference in which it is told that it is only mentioned in passing."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference and where it stands in its sentence. A `weak` one decides only where nothing else does.

    `passing`: the sentence only mentions it ('se avsnitt 5').
    """

    start: int
    end: int
    pointed: Pointed
    weak: bool = False
    passing: bool = False


def find_pointers(text: str, targets: Targets, *, leads: bool = False) -> list[Pointer]:
    """Every reference of a sentence, in order; of those that overlap, the surest one."""
    plain = masked(text)
    taken = [False] * (len(plain) + 1)
    found: list[Pointer] = []
    for one in _every(text, plain, targets, leads=leads):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = [True] * (one.end - one.start)
            found.append(replace(one, passing=_is_passing(plain, one.start, found)))
    return sorted(found, key=lambda one: one.start)


def lead_title(text: str, targets: Targets) -> tuple[Spot, int] | None:
    """What a line begins with the number and the title of, and where they end."""
    lead = _LEAD.match(text)
    if lead is None:
        return None
    spot = targets.numbered(lead["number"]).spot
    end = title_end(text, lead.end(), spot.title) if spot else None
    return (spot, end) if spot and end else None


def lead_number(text: str) -> str | None:
    """The number that a line begins with, if any."""
    lead = _LEAD.match(text)
    return lead["number"] if lead else None


def _every(text: str, plain: str, targets: Targets, *, leads: bool) -> Iterator[Pointer]:
    """The references, the surest sort first."""
    yield from _leading(plain, targets, leads=leads)
    for one in find_section_references(plain):
        pointed = targets.appendix(one.number) if one.kind == "appendix" else targets.numbered(one.number)
        yield Pointer(one.start, one.end, pointed)
    yield from _worded(plain, targets)
    for mention in find_codes(plain, targets.code, targets.cues, frozenset(targets.goals)):
        yield Pointer(mention.start, mention.end, targets.goal(mention.codes[0]))
    yield from _titles(text, plain, targets)
    for found in _BARE.finditer(plain):
        pointed = targets.numbered(found["number"])
        if pointed.spot and not counts_something(plain, found.end()):
            yield Pointer(*found.span("number"), pointed)
    for found in _PRINCIPLE.finditer(plain):
        yield Pointer(*found.span(), targets.principle(found["number"]), weak=True)
    for found in _PAGE.finditer(plain):
        if not names_other_document(plain, *found.span()):
            last = int(found["last"] or found["first"])
            yield Pointer(*found.span(), targets.page(int(found["first"]), last), weak=True)


def _leading(plain: str, targets: Targets, *, leads: bool) -> Iterator[Pointer]:
    """A number that the sentence begins with: with its title, or where the letter has no numbers of its own."""
    titled = lead_title(plain, targets)
    lead = _LEAD.match(plain)
    if titled is not None:
        yield Pointer(0, titled[1], Pointed(titled[0]))
    elif lead and leads and "." in lead["number"] and lead["sign"].strip(".) "):
        pointed = targets.numbered(lead["number"])
        if pointed.spot:
            yield Pointer(*lead.span("number"), pointed)


def _worded(plain: str, targets: Targets) -> Iterator[Pointer]:
    """Numbers after a word that says what they number."""
    for found in _SECTION.finditer(plain):
        english = found[0][0] in "sScC"
        if ("." in found["number"] or english) and not names_other_document(plain, *found.span()):
            yield Pointer(*found.span(), targets.numbered(found["number"]))
    for found in _ENGLISH_APPENDIX.finditer(plain):
        yield Pointer(*found.span(), targets.appendix(found["number"]))
    yield from _designations(plain, targets)


def _designations(plain: str, targets: Targets) -> Iterator[Pointer]:
    """Numbers after the framework's words for interventions and focus areas.

    After a word that may be about anything ('projekt 3'), only what the plan has.
    """
    sure = tuple(targets.framework.interventions.designations)
    known = frozenset(name.casefold() for name in (*sure, "intervention"))
    for found in _designated((*sure, "intervention", "projekt", "förstudie", "aktivitet")).finditer(plain):
        pointed = targets.numbered(found["number"], sorts=frozenset({"intervention"}))
        meant = pointed.spot or "." in found["number"] or found["word"].casefold() in known
        if meant and _is_own(plain, found):
            yield Pointer(*found.span(), pointed)
    for found in _designated((*targets.framework.goals.designations, "focus area")).finditer(plain):
        if _is_own(plain, found):
            yield Pointer(*found.span(), targets.area(found["number"]))


def _is_own(plain: str, found: re.Match[str]) -> bool:
    """Whether a number counts nothing and no other document stands beside it."""
    return not counts_something(plain, found.end()) and not names_other_document(plain, *found.span())


def _titles(text: str, plain: str, targets: Targets) -> Iterator[Pointer]:
    """Titles: in quotation marks, after a word that says what they are the title of, or three words of one or more."""
    for quote in QUOTED.finditer(text):
        said = words(quote["words"])
        pointed = targets.titled(said)
        if pointed is None and _TERM.search(text, 0, quote.start()) and said in targets.terms:
            pointed = Pointed(targets.terms[said][0])
        if pointed is not None and pointed.spot is not None:
            yield Pointer(*quote.span(), pointed)
    for found in _TITLED.finditer(plain):
        sorts = next(sorts for names, sorts in _NAMES.items() if found["word"].casefold() in names.split("|"))
        named = _title_at(plain, found.start("title"), targets, sorts)
        if named is not None and (found["title"].isupper() or sorts == {"stage"}):
            yield Pointer(found.start(), named[1], named[0])
    for found in re.finditer(r"(?<![\w-])[A-ZÅÄÖ]", plain):
        named = _title_at(plain, found.start(), targets, NAMED)
        if named and len(plain[found.start() : named[1]].split()) >= FEWEST_WORDS:
            yield Pointer(found.start(), named[1], named[0])


def _title_at(plain: str, start: int, targets: Targets, sorts: frozenset[Sort]) -> tuple[Pointed, int] | None:
    """What has the title that begins at `start`, the longest first, and where it ends."""
    first = re.match(r"\w+(?:[-:']\w+)*", plain[start : start + 100])
    if first is None or first[0].casefold() not in targets.openings:
        return None
    ends = [found.end() for found in re.finditer(r"\w+(?:[-:']\w+)*", plain[start : start + 200])]
    for end in reversed(ends[: targets.longest_title]):
        pointed = targets.titled(words(plain[start : start + end]), sorts)
        if pointed is not None and pointed.spot is not None:
            return pointed, start + end
    return None


def title_end(text: str, start: int, title: str) -> int | None:
    """Where the title that begins at `start` ends; None where another stands there."""
    sought = words(title)
    found = list(re.finditer(r"\w+(?:[-:']\w+)*", text[start : start + len(title) + 20]))[: len(sought)]
    same = bool(sought) and tuple(one[0].casefold() for one in found) == sought
    return start + found[-1].end() if same else None


def _is_passing(plain: str, start: int, before: list[Pointer]) -> bool:
    if _PASSING.search(plain, max(0, start - _PASSED), start):
        return True
    nearest = max((one for one in before if one.end <= start), key=lambda one: one.end, default=None)
    return nearest is not None and nearest.passing and len(plain[nearest.end : start].split()) <= 1


@lru_cache(maxsize=32)
def _designated(names: tuple[str, ...]) -> re.Pattern[str]:
    """Numbers after one of the words, in any inflection."""
    inner = "|".join(re.escape(fold(name).text) for name in sorted(set(names), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<word>{inner}){_ENDING}\s+(?:nr\.?\s*)?(?P<number>{_NUMBER})", re.IGNORECASE)
