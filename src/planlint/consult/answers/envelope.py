"""What of a letter is no view of the plan: who writes to whom, when and about what, greetings and signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planlint.consult.organisations import find_organisations, is_like_organisation
from planlint.language.date_ranges import days_in
from planlint.language.dates import DATE, MONTHS, parse_date
from planlint.language.folding import fold
from planlint.language.normalise import words

HEAD: Final = 25
"""Lines at the beginning that may be the letter's head."""
TAIL: Final = 15
"""Lines at the end that may be its signature."""
SHORT: Final = 100
"""Characters of a line of a head or a signature; more is a sentence of the letter."""

_MONTH: Final = "|".join(MONTHS)
_DAY: Final = (
    rf"(?:den\s+)?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}|\d{{1,2}}\s+\w{{3,9}}\s+\d{{4}})"
)
_DATED: Final = re.compile(
    rf"(?:(?:datum|date|dat\.)\s*:?\s*|[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)?,?\s+)?(?:den\s+|on\s+)?{_DAY}\.?",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(
    r"(?:(?:ert|er|vårt|vår|your|our)\s+)?(?:dnr|d\.nr|diarienr|diarienummer|ärende(?:nr|nummer)|beteckning"
    r"|referens|ref|reference|handläggare|kontakt(?:person|uppgifter)?"
    r"|mottagare|avsändare|remissinstans|svarande|respondent|kopia(?:\s+till)?|cc|bilag(?:a|or)|datum|date|telefon|tfn|tel|mobil|phone"
    r"|e-?post(?:adress)?|e-?mail|webb(?:plats)?|www|org(?:anisations)?\.?\s?(?:nr|nummer)"
    r"|postadress|besöksadress|adress)\.?\s*(?::|\s(?=.{0,20}\d)|$).*|(?:sida|page)\s+\d+\s*(?:\(\d+\)|(?:av"
    r"|of)\s+\d+)",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?:tfn|tel|telefon)?[.: ]*(?:\+46|0)[\d\s()–-]{6,18}"
    r"|(?:box\s+\d+,?\s*)?\d{3}\s\d{2}\s+[^\W\d][\w\s-]{1,30}|box\s+\d+"
    r"|[^\W\d][\w -]*(?:gatan|vägen|torget|gränd|allén)\s+\d+\s?\w?",
    re.IGNORECASE,
)
_NUMBERED_CASE: Final = re.compile(r"[A-ZÅÄÖ]{1,5}[\s/-]?\d{4}[-/:.]\d{1,6}(?:[-/:.]\d{1,6})?")
_GREETING: Final = re.compile(
    r"(?:hej(?:san)?|god\s+(?:dag|morgon)|hello|hi)(?:\s+[\w ]{1,40})?\s*[!,.]?|(?:bästa|kära"
    r"|dear)\s+[\w ]{1,40}[,!]?"
    r"|till\s+(?!avsnitt|kapitel|insats|effektmål|mål\b)[\w ,()-]{2,80}:?|till|to|till:.*|to:.*",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"(?:(?:ämne|ärende|rubrik|subject|re|sv|angående|ang\.?)\s*:.*|(?:yttrande|remissvar|remissyttrande|remiss"
    r"|svar|synpunkter|tjänsteskrivelse|tjänsteutlåtande|skrivelse|"
    r"response|consultation\s+response|comments|statement|answer)\b(?!\s+(?:på|över|till|om|to|on)?\s*(?:avsnitt"
    r"|kapitel|insats|effektmål|mål\s+\d|section|chapter|intervention|goal\s)).*"
    r"|[\w ]{2,60}\s+(?:yttrande|remissvar|synpunkter|svar)(?:\s+(?:över|på|om|gällande|avseende)\s.*)?"
    r"|.{2,60}response\s+to\s.*)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.?!:;,]\s*$")
_CLOSING: Final = re.compile(
    r"(?:med\s+)?(?:vänlig(?:a)?|bästa|varma)\s+hälsning(?:ar)?\b.{0,60}|hälsningar\b.{0,40}|mvh\b.{0,40}"
    r"|högaktningsfullt|(?:på|enligt)\s+(?:[\w-]+\s+)?uppdrag(?:\s+av)?\b.{0,60}"
    r"|för\s+(?:[\w-]+\s+){0,4}(?:kommun|stad|kommunstyrelsen?|region|förbundet|nämnden"
    r"|styrelsen)(?:\s+[\w-]+){0,3}|tack\s+för\s+(?:att|möjligheten|ordet).{0,60}hälsningar?"
    r"|(?:best|kind|warm)\s+regards,?|yours\s+(?:sincerely|faithfully|truly),?|sincerely,?"
    r"|on\s+behalf\s+of\b.{0,60}|dag\s+som\s+ovan|(?:så\s+)?beslutat\b.{0,60}",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"[A-ZÅÄÖÉ][\w'’-]+(?:\s+(?:von|af|de|[A-ZÅÄÖÉ]\.?|[A-ZÅÄÖÉ][\w'’-]+)){1,3}(?:\s*[,(–-].{0,60})?"
)
_OFFICE: Final = re.compile(
    r"\w*(?:chef|direktör|strateg|ordförande|sekreterare|handläggare|samordnare|utvecklare|ledare|råd|jurist"
    r"|arkivarie|rektor|controller|manager|director|strategist|officer|chair\w*|head)\b.{0,60}",
    re.IGNORECASE,
)
_FORMAL: Final = re.compile(
    r".{2,90}\s(?:avger|lämnar|avlämnar)\s+(?:härmed\s+)?följande\s+(?:yttrande|remissvar|synpunkter"
    r"|svar)(?:\s+(?:över|på)\s.{2,120})?[.:]"
    r"|.{2,90}\stackar\s+för\s+möjligheten\s+att\s+(?:få\s+)?(?:lämna|inkomma\s+med|framföra|ge)\s+(?:synpunkter"
    r"|yttrande|remissvar)[^.?!]{0,100}[.]"
    r"|.{2,90}\stackar\s+för\s+möjligheten\s+att\s+(?:få\s+)?(?:yttra\s+sig|svara)[^.?!]{0,100}[.]"
    r"|.{2,90}\sthanks\s+you\s+for\s+the\s+opportunity\s+to\s+[^.?!]{2,100}[.]",
    re.IGNORECASE,
)
_GIVES: Final = re.compile(
    r"(?P<who>[A-ZÅÄÖ][^.,;:!?\n]{2,90}?)\s+(?:avger|avlämnar|lämnar|vill\s+lämna|har\s+(?:getts|fått|beretts"
    r"|tagit\s+del|inget|inga|gått\s+igenom|läst)|tackar|yttrar|avstår|tillstyrker|avstyrker"
    r"|ställer\s+sig|ser\s+positivt|välkomnar|anser|instämmer|thanks|welcomes|has\s+(?:read|been|no)|submits"
    r"|supports)\b"
)
_ANSWERS: Final = re.compile(
    r"(?:(?:remiss)?svar(?:et)?\s+från|remissinstans|svarande|respondent|response\s+from)\s*:\s*(?P<who>.{2,90})",
    re.IGNORECASE,
)
"""A line of the head that tells who answers, whatever the name is like."""
_FROM: Final = re.compile(r"\b(?:från|av|from|by)\s+(?P<who>[A-ZÅÄÖ].*)")


@dataclass(frozen=True, slots=True)
class Envelope:
    """Which lines of a letter are no views, by index; who it says that it is from, and when it was written."""

    asides: frozenset[int]
    respondent: str = ""
    dated: date | None = None


def open_letter(lines: Sequence[str], title: str, senders: Sequence[str], spared: frozenset[int]) -> Envelope:
    """Tell a letter's head and signature from what it says.

    `title` is the plan's own, `senders` the organisations that sent the plan out, who are no respondents; `spared` are
    the lines that refer to something in the plan.
    """
    head = _head(lines, title, spared)
    tail = _tail(lines, spared | head)
    asides = head | tail
    return Envelope(asides, _respondent(lines, head, tail, senders), _date(lines, head, tail))


def is_aside(line: str, title: str) -> bool:
    """Whether a line by itself is clearly part of a letter's head or signature."""
    line = fold(line).text.strip()
    if not line or len(line) > SHORT * 2:
        return not line
    if any(form.fullmatch(line) for form in (_DATED, _CONTACT, _NUMBERED_CASE, _FORMAL)):
        return True
    if _REFERENCE.fullmatch(line) and not line.endswith((".", "?", "!")):
        return True
    if words(line) == words(title):
        return True
    return _is_name(line) or (_SUBJECT.fullmatch(line) is not None and not _SENTENCE_END.search(line))


def _head(lines: Sequence[str], title: str, spared: frozenset[int]) -> frozenset[int]:
    """The lines of the head: from the beginning as long as each is clearly one; a recipient's lines after 'Till'."""
    found: set[int] = set()
    for index, line in enumerate(lines[:HEAD]):
        plain = fold(line).text.strip()
        greeting = len(plain) <= SHORT and _GREETING.fullmatch(plain) is not None
        if index in spared or not (greeting or is_aside(line, title)):
            break
        found.add(index)
    return frozenset(found)


def _tail(lines: Sequence[str], spared: frozenset[int]) -> frozenset[int]:
    """The lines of the signature: from its closing words on, else those at the end that are clearly of one."""
    first = max(0, len(lines) - TAIL)
    closings = [i for i in range(first, len(lines)) if _CLOSING.fullmatch(fold(lines[i]).text.strip().rstrip(",.!"))]
    begin = min(closings, default=len(lines))
    after = range(begin, len(lines))
    if closings and not any(index in spared or len(lines[index]) > SHORT for index in after):
        return frozenset(after)
    found: set[int] = set()
    for index in reversed(range(first, len(lines))):
        line = fold(lines[index]).text.strip()
        if index in spared or not (is_aside(line, "") or index in closings or _is_signed(line)):
            break
        found.add(index)
    return frozenset(found)


def _is_name(line: str) -> bool:
    """Whether a line is the name of an organisation or of one of its offices, and nothing else."""
    if len(line) > SHORT or _SENTENCE_END.search(line):
        return False
    named = find_organisations(line)
    if named and len(line) <= len(named[0]) + 1:
        return True
    return is_like_organisation(line) and len(line.split()) <= 3 and line[0].isupper()  # noqa: PLR2004 - an office's name


def _is_signed(line: str) -> bool:
    """Whether a line is a person's name, perhaps with an office, or an office alone."""
    if not line:
        return True
    return (
        len(line) <= SHORT
        and not _SENTENCE_END.search(line)
        and any(form.fullmatch(line) for form in (_PERSON, _OFFICE))
    )


def _respondent(lines: Sequence[str], head: frozenset[int], tail: frozenset[int], senders: Sequence[str]) -> str:
    """Who answers: as a line of the head or the letter's words say, else its subject, its signature, its first name."""
    own = {name.casefold() for sender in senders for name in (sender, *find_organisations(sender))}
    stated = (_ANSWERS.fullmatch(fold(lines[index]).text.strip()) for index in sorted(head))
    labelled = next((line["who"].strip(" .,;") for line in stated if line), "")
    if labelled and not find_organisations(labelled) and labelled.casefold() not in own:
        return labelled
    body = [line for index, line in enumerate(lines) if index not in tail]
    told = [labelled]
    told += [one["who"] for line in body[: HEAD + 5] for one in _GIVES.finditer(fold(line).text)]
    subjects = [fold(lines[i]).text for i in sorted(head) if _SUBJECT.fullmatch(fold(lines[i]).text.strip())]
    told += [found["who"] for line in subjects if (found := _FROM.search(line))]
    told += [re.split(r"\s+(?:över|på|om|gällande|avseende|to)\s", line)[0] for line in subjects]
    told += [lines[i] for i in sorted(tail)]
    told += _senders_lines(lines, head)
    named = (name for words_of in told for name in find_organisations(words_of))
    return next((name for name in named if name.casefold() not in own), "")


def _senders_lines(lines: Sequence[str], head: frozenset[int]) -> list[str]:
    """The lines of the head that are not the recipient's: 'Till' and what stands right after it."""
    kept: list[str] = []
    recipient = False
    for index in sorted(head):
        plain = fold(lines[index]).text.strip()
        starts = re.match(r"(?:till|to|mottagare|recipient)\b", plain, re.IGNORECASE) is not None
        recipient = starts or (
            recipient
            and _is_name(plain)
            and bool(re.fullmatch(r"\W*(?:till|to|mottagare)\W*", lines[index - 1].strip(), re.IGNORECASE))
        )
        if not recipient and not _SUBJECT.fullmatch(plain):
            kept.append(plain)
    return kept


def _date(lines: Sequence[str], head: frozenset[int], tail: frozenset[int]) -> date | None:
    """The day that a line of the head, else of the signature, states by itself."""
    for index in (*sorted(head), *sorted(tail)):
        line = fold(lines[index]).text.strip()
        found = DATE.search(line) if _DATED.fullmatch(line) else None
        day = parse_date(found[0]) if found else None
        if day is None and _DATED.fullmatch(line):
            day = next((one.first.day for one in days_in(line)), None)
        if day is not None:
            return day
    return None
