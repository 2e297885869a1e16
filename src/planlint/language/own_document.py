"""Whether words name another document than the one that is read: a law, an agreement, somebody's strategy."""

from __future__ import annotations

import re

# What the document calls itself; forms as written after a preposition, or with an 's' before a noun.
_OWN = re.compile(
    r"(?:(?:den\s+här|det\s+här|denna|detta|vår|själva|i|av)\s+)*"
    r"(?:handlingsplan(?:en)?|plan(?:en)?|dokument(?:et)?|färdplan(?:en)?|program(?:met)?|kapit(?:el|let)|avsnitt(?:et)?"
    r"|bilag(?:a|an|orna))s?(?!\w)",
    re.IGNORECASE,
)

# The last part of words for documents, laws and their like.
_KINDS = (
    r"(?:lag|balk|förordning|avtal|vägledning|rapport|strategi|utredning|direktiv|proposition|betänkande|policy|riktlinje"
    r"|riktlinjer|handbok|standard|protokoll|överenskommelse|budget|agenda|föreskrift|föreskrifter|mall|manual|skrivelse"
    r"|översiktsplan|verksamhetsplan|årsredovisning|förstudierapport|rekommendation|förordningar|stadga|reglemente|motion|beslut)"
)
_DOCUMENT = re.compile(
    rf"(?<!\w)\w*{_KINDS}(?:en|n|et|t|erna|na|ens|ns|ets|ts|s)?(?!\w)|(?<!\w)(?:SFS|SOU|prop\.|Ds|AFS|KL|FL|TF|OSL|LOU|SoL|HSL|GDPR)(?!\w)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\s*,?\s*(?:\w*(?:lagen|lagens|balken|förordningen|stadgan)|avtalet|KL|FL|TF|OSL|LOU|SoL|HSL|GDPR|RF)(?!\w)"
)
_AFTER = re.compile(r"\s*,?\s*(?:i|till|ur|av|från|hos)\s+(?P<phrase>(?:[^.,;:!?()\n]|:(?=\w)){1,80})")
_BEFORE = re.compile(r"(?P<word>[\w:-]+)(?:[”\"]?\s*[(,;–-]\s*(?:se|jfr|jämför)?\s*|\s+)$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]*(?::s|s)(?!\w)")
_OTHER_PLAN = re.compile(r"(?<!\w)den\s+(?!här\b)\w+\s+\w*(?:planen|programmet)s?(?!\w)", re.IGNORECASE)
_EARLIER = re.compile(r"(?<!\w)(?:förra|föregående|tidigare|gamla|regionens|statens|nationella)(?!\w)", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"\([^()\n]{0,80}$")
_QUOTE = re.compile(r"[”\"“»]")


def names_other_document(text: str, start: int, end: int) -> bool:
    """Whether another document is named right beside the stretch: 'kapitel 3 i kommunallagen', 'avtalets bilaga 5'."""
    return _LAW.match(text, end) is not None or _follows(text, end) or _precedes(text, start)


def _follows(text: str, end: int) -> bool:
    after = _AFTER.match(text, end, end + 120)
    if after is None or _OWN.match(after["phrase"]):
        return False
    phrase = after["phrase"]
    return any(sign.match(phrase) for sign in (_NAME, _QUOTE)) or bool(
        _DOCUMENT.search(phrase) or _OTHER_PLAN.match(phrase)
    )


def _precedes(text: str, start: int) -> bool:
    near = text[max(0, start - 80) : start]
    bracket = _OPEN_BRACKET.search(near)
    if bracket and names_a_document(bracket[0]):
        return True
    before = _BEFORE.search(near)
    if before is None:
        return False
    if _OWN.fullmatch(before["word"]):
        return any(found.end() == before.end("word") for found in _OTHER_PLAN.finditer(near))
    return _DOCUMENT.fullmatch(before["word"]) is not None or _NAME.fullmatch(before["word"]) is not None


def names_another_plan(text: str, start: int, end: int) -> bool:
    """Whether a sentence may speak of another plan's goal at the stretch: it names a document or an earlier plan."""
    earlier = _EARLIER.search(text) or _OTHER_PLAN.search(text)
    return earlier is not None or names_a_document(text) or names_other_document(text, start, end)


def names_a_document(text: str) -> bool:
    """Whether some document but this one is named anywhere in the words."""
    return _DOCUMENT.search(text) is not None
