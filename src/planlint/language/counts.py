"""Statements of how many there are of something in the whole plan: 'de fem insatserna', 'planen har nio effektmål'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from planlint.language.designations import names_something_else
from planlint.language.folding import fold
from planlint.language.numbers import WORDS, number_at
from planlint.language.own_document import names_a_document

LOOKED_AT = 400
"""Characters on either side of a number that tell what it counts: more than a long sentence has."""

LARGEST = 99
"""What is more is no number of goals or interventions."""

_PLAN = r"(?:handlingsplanen|planen|dokumentet|programmet|färdplanen)"
_NUMBERS = "|".join(sorted((word for word in WORDS if word not in {"noll", "ett"}), key=len, reverse=True))

_DEFINITE = re.compile(
    rf"(?<!\w)(?:(?P<own>{_PLAN}s)|de|våra|(?:alla|samtliga)(?:\s+de)?)\s+$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<!\w)(?:en|ett|{_NUMBERS}|\d{{1,2}}|flera|några|hälften|merparten|ingen)\s+av\s+(?P<the>de\s+)?$",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?<!\w)(?:(?:(?:{_PLAN}|vi|(?P<it>^den))\s+(?:med|har|innehåller|omfattar|består\s+av|rymmer|anger|pekar\s+ut|beskriver"
    r"|presenterar|utgår\s+från|bygger\s+på|formulerar|fastställer|lyfter\s+fram|samlar|delas\s+in\s+i|är\s+indela[dt]\s+i"
    rf"|är\s+uppdela[dt]\s+i)|det\s+finns|i\s+{_PLAN}\s+finns|finns\s+det|totalt\s+finns|indela[dt]\s+i|uppdela[dt]\s+i|delas\s+in\s+i|består\s+av)"
    r"(?:\s+(?:totalt|sammanlagt|nu|alltså))?(?:\s+[\w-]+\s+[\w-]+(?:,|\s+och|\s+med)){0,3}"
    r"|totalt|sammanlagt)\s+$",
    re.IGNORECASE,
)
_NOT_ALL_BEFORE = re.compile(
    r"(?<!\w)(?:minst|högst|upp\s+till|cirka|ca\.?|omkring|ungefär|drygt|nästan|knappt|över|under|fler\s+än|färre\s+än|mer\s+än|mindre\s+än"
    r"|ytterligare|följande|nedanstående|ovanstående|dessa|övriga|andra|första|sista|nästa|kommande|återstående|resterande|nya|sådana"
    r"|varje|per|här|den|till|eller|mellan\s+\w+\s+och|max|exempelvis|bland\s+annat|några\s+av)\s+$",
    re.IGNORECASE,
)
_NOT_ALL_AFTER = re.compile(
    rf"\s+(?:per|inom|under|från|hos|med(?!\s+(?:\d|{_NUMBERS}))|mot|utan|om|vardera|var|i(?!\s+(?:{_PLAN}|kapit|avsnitt|bilag|denna|detta|den\s+här))|för(?!\s+digital)|på)(?!\w)"
    r"|\s*\(?\d",
    re.IGNORECASE,
)
_WHOLE_CLAUSE = re.compile(
    rf"\s+som\s+(?:[\w-]+\s+){{0,4}}?(?:ang|beskriv|presenter|prioriter|ingår|finns|följer|tag|tas|beslut|fastställ|anta|föresl|valts|{_PLAN})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s+som(?!\w)", re.IGNORECASE)
_OTHER = re.compile(
    r"(?<!\w)(?:förra|förrförra|föregående|tidigare|gamla|dåvarande|ursprunglig\w*|från\s+början|hade|bestod|innehöll|omfattade|regionens?"
    r"|nationell\w*|regional\w*|regeringens?)(?!\w)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?<!\w)(?:varje|respektive|var\s+och\s+en|per|insatsen|projektet|förstudien|området|fokusområdet|målet)(?!\w)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<![\w.,:/§–-])(?:\d{{1,2}}|{_NUMBERS})(?![\w-])", re.IGNORECASE)
_OPENS = re.compile(rf"(?:den\s+här\s+|denna\s+)?{_PLAN}(?!\w)", re.IGNORECASE)
"""How a sentence begins that the next one may call 'den'."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n")
_QUOTE = re.compile(r"[”\"“»«]")


@dataclass(frozen=True, slots=True)
class CountClaim:
    """A number of something, said of the whole plan; `start` to `end` are code points of the text.

    `own` where it says that it speaks of the plan ('planens fem insatser'), which holds wherever it stands; `definite`
    for 'de fem', 'tre av de fem'; `stated` for 'planen har fem'. One that is none of them is a number and a noun only.
    """

    number: int
    noun: str
    start: int
    end: int
    own: bool = False
    definite: bool = False
    stated: bool = False


def find_counts(text: str, nouns: frozenset[str]) -> Iterator[CountClaim]:
    """The numbers that stand right before one of the nouns, folded, where they may be the number of all of them.

    Not 'minst fem insatser', 'två nya insatser', 'två insatser inom skolan', 'tre mål per område', 'följande två', what
    stands in quotation marks, and not what is said of an earlier plan.
    """
    lower = text.lower().replace("\u00ad", "")
    if not any(noun in lower for noun in nouns):
        return
    folded = fold(text)
    for found in _pattern(nouns).finditer(folded.text):
        number = number_at(folded.text, found.start())
        if number is not None and 1 < number[0] <= LARGEST:
            claim = _claim(folded.text, found, number[0])
            if claim is not None:
                start, end = folded.stretch(claim.start, claim.end)
                yield CountClaim(claim.number, claim.noun, start, end, claim.own, claim.definite, claim.stated)


@lru_cache(maxsize=8)
def _pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?<![\w.,:/§–-])(?:\d{{1,2}}|{_NUMBERS})\s+(?P<noun>{forms})(?![\w-])",
        re.IGNORECASE,
    )


def _claim(text: str, found: re.Match[str], number: int) -> CountClaim | None:
    """What is claimed at a number and a noun; None where it is not a number of all."""
    near = max(0, found.start() - LOOKED_AT)
    begin = max((end.end() for end in _SENTENCE_END.finditer(text, near, found.start())), default=near)
    after = _SENTENCE_END.search(text, found.end(), found.end() + LOOKED_AT)
    sentence = text[begin : after.start() + 1 if after else found.end() + LOOKED_AT]
    before, above = text[begin : found.start()], text[near : found.start()]
    if _is_part(text, found, before, sentence):
        return None
    definite, share = _DEFINITE.search(before), _SHARE.search(before)
    if share and not share["the"] and _EACH.search(before):
        return None
    if definite and not definite["own"] and _named_before(above, number):
        return None
    start = begin + definite.start() if definite and not share else found.start()
    start = begin + share.start("the") if share and share["the"] else start
    told = _STATED.search(before)
    stated = told is not None and not names_a_document(above) and not _EACH.search(before)
    if told and told["it"]:
        stated = stated and _opened_by_plan(text[near:begin])
    own = definite is not None and definite["own"] is not None
    return CountClaim(number, found["noun"].casefold(), start, found.end(), own, bool(definite or share), stated)


def _opened_by_plan(text: str) -> bool:
    """Whether the last sentence of a text is about the plan: 'Planen visar hur.', before 'Den har …'."""
    *_, last = [0, *(end.end() for end in _SENTENCE_END.finditer(text.rstrip()))]
    return _OPENS.match(text, last) is not None


def _is_part(text: str, found: re.Match[str], before: str, sentence: str) -> bool:
    """Whether a number counts some only, something of another document, or what somebody else has said."""
    clause = _CLAUSE.match(text, found.end()) and not _WHOLE_CLAUSE.match(text, found.end())
    quoted = len(_QUOTE.findall(before)) % 2 == 1
    return bool(
        quoted
        or clause
        or _NOT_ALL_BEFORE.search(before)
        or _NOT_ALL_AFTER.match(text, found.end())
        or _OTHER.search(sentence)
        or names_something_else(text, found.start())
    )


def _named_before(text: str, number: int) -> bool:
    """Whether the paragraph has spoken of as many before, so that 'de tre' may be those ('Tre är projekt.')."""
    return any(value[0] == number for found in _ANY.finditer(text) if (value := number_at(text, found.start())))
