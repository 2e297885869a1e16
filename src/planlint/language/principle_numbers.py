"""References to principles by number after the noun: "princip 5", "principerna 1, 3 och 5", "princip nr 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planlint.language.designations import counts_something
from planlint.language.numbers import MARK, Numbers, join_at, numbers_at
from planlint.language.principle_names import name_after, name_before
from planlint.model.framework import PrincipleSet

LONGEST_LIST = 60
"""Numbers; what is longer is no list that a person wrote, and the time for it is bounded so."""

_NOUN = re.compile(
    r"princip(?P<ending>en|ens|er|ers|erna|ernas|s|koppling(?:en|ar|arna)?(?= *:))?(?!\w)", re.IGNORECASE
)
_PREFIX = re.compile(r"(?<![\w-])([^\W\d_]{1,20})-$")
_LEAD = re.compile(r" *[:(] *| +[–—-] +| +|")
_LEAD_OF_MANY = re.compile(
    r" +(?:som +)?(?:berörs|gäller|tillämpas|används|omfattas|följs|stöds|uppfylls|avses|är +aktuella) *: *"
    r"|(?P<loosely>,? +som(?: +[^\W\d]{1,20}){1,4}? +är *:? +| +är +(?:det +)?:? *|, +)| *[:(] *| +[–—-] +| +|",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:främst|särskilt|framför +allt|i +första +hand|bland +annat|bl\. ?a\.|exempelvis|till +exempel|t\. ?ex\.|såsom|"
    r"både|såväl|inklusive|dvs\.|med|nämligen|alltså|mest)(?= ) +",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<!\w)(?:antal(?:et)?|antal +av|summan) +(?:\w{1,20} +){0,2}$", re.IGNORECASE)
_IDIOM = re.compile(r"(?:(?<!\w)(?P<before>\w{1,30}) +)?(?<!\w)(?:i|av) +$", re.IGNORECASE)
_SAYS = re.compile(
    r"(?::s)? +(?:står|sägs|slås|fastslås|anges|betonas|beskrivs|framgår|beskriver|säger|framhålls|understryks|lyfts|"
    r"ställs|nämns|uttrycks|formuleras|handlar|talas|i +(?:\w+ +)?(?:ramverk|bilaga|listan|esam|digg))",
    re.IGNORECASE,
)
_COPULAS = frozenset(
    {"är", "var", "blir", "blev", "bli", "vara", "har", "hade", "finns", "fanns", "kostar", "tar", "deltar", "omfattar"}
)
_STOPS = re.compile(r" *(?:$|[.,;:!?)])")
_QUOTED = re.compile(r"(?:,? *| *[–—:-] *| *\( *)[\"'”“»«] *")
_BESIDE = re.compile(
    r",? +(?:som +heter|kallad|med +namnet) +| *- +|:? *[–—:] *| *\( *|(?P<bare>,? +|\. +)", re.IGNORECASE
)
_CLOSING = re.compile(r"[\"'”“»« ]*\)|[\"'”“»«]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A stretch of a text that refers to principles by number; `names` are the names beside it, as written."""

    numbers: tuple[int, ...]
    start: int
    end: int
    names: tuple[str, ...] = ()


def numbers_after_noun(sentence: str, principles: PrincipleSet) -> Iterator[Numbered]:
    """References where the number follows the noun. "i princip fem kommuner" is none, nor is "13 principer"."""
    for noun in _NOUN.finditer(sentence):
        start = _noun_start(sentence, noun, principles)
        if start is None:
            continue
        many = (noun.group("ending") or "").startswith("er")
        lead = (_LEAD_OF_MANY if many else _LEAD).match(sentence, noun.end())
        items = list_at(sentence, _past_fillers(sentence, lead.end() if lead else noun.end()), principles)
        loosely = many and lead is not None and lead.group("loosely") is not None
        if items and _holds(sentence, noun, items, loosely=loosely):
            yield from _with_noun(sentence, start, items, principles)


def _noun_start(sentence: str, noun: re.Match[str], principles: PrincipleSet) -> int | None:
    """Where the noun's word begins: "eSam-princip" counts, "försiktighetsprincip" and "grund-princip" do not."""
    before = sentence[noun.start() - 1 : noun.start()]
    if before == "-":
        prefix = _PREFIX.search(sentence, max(0, noun.start() - 24), noun.start())
        owners = {form.casefold() for owner in principles.owners for form in owner.forms}
        return prefix.start() if prefix and prefix.group(1).casefold() in owners else None
    return None if before.isalnum() or before == "_" else noun.start()


def _past_fillers(sentence: str, start: int) -> int:
    for _ in range(2):
        filler = _FILLER.match(sentence, start)
        start = filler.end() if filler else start
    return start


def list_at(sentence: str, start: int, principles: PrincipleSet) -> list[Numbered]:
    """The list of numbers that begins at `start`, one entry a number or range, with the name beside a number.

    A last number that counts something ("princip 5 och 3 kommuner") is left out, unless the list is marked with "nr".
    """
    items: list[Numbered] = []
    position: int | None = start
    while position is not None and len(items) < LONGEST_LIST and (item := numbers_at(sentence, position)):
        items.append(_with_name_after(sentence, item, principles))
        position = join_at(sentence, items[-1].end)
    items = _share_names(sentence, items, principles)
    marked = bool(items) and MARK.match(sentence, start) is not None
    while len(items) > marked and not items[-1].names and counts_something(sentence, items[-1].end):
        items.pop()
    known = {principle.number for principle in principles.principles}
    if "/" in sentence[start : items[-1].end if items else start] and not known.issuperset(_all_numbers(items)):
        return []  # "principen 24/7", "50/50"
    return items


def _share_names(sentence: str, items: list[Numbered], principles: PrincipleSet) -> list[Numbered]:
    """Several numbers and then their names in the same order ('1 och 5, Samverka … och Återanvänd …'), each its own.

    Where there are not as many names as numbers, nobody can tell whose they are: none is kept.
    """
    if len(items) < 2 or not items[-1].names or any(item.names or len(item.numbers) > 1 for item in items[:-1]):  # noqa: PLR2004 - several
        return items
    names, end = list(items[-1].names), items[-1].end
    while (position := join_at(sentence, end)) is not None:
        more = name_after(sentence, position, principles, bare=True)
        if more is None:
            break
        names.append(sentence[slice(*more)])
        end = more[1]
    if len(names) == 1:
        return items
    if len(names) != len(items):
        return [*items[:-1], replace(items[-1], end=end, names=())]
    named = [replace(item, names=(name,)) for item, name in zip(items, names, strict=True)]
    return [*named[:-1], replace(named[-1], end=end)]


def _all_numbers(items: list[Numbered]) -> tuple[int, ...]:
    return tuple(number for item in items for number in item.numbers)


def _with_name_after(sentence: str, item: Numbers, principles: PrincipleSet) -> Numbered:
    plain = Numbered(item.values, item.start, item.end)
    separator = _QUOTED.match(sentence, item.end) or _BESIDE.match(sentence, item.end)
    if separator is None or len(item.values) > 1:
        return plain
    bare = separator.re is _BESIDE and separator.group("bare") is not None
    name = name_after(sentence, separator.end(), principles, bare=bare)
    if name is None:
        return plain
    closing = _CLOSING.match(sentence, name[1]) if separator.re is _QUOTED or "(" in separator.group() else None
    return Numbered(item.values, item.start, closing.end() if closing else name[1], (sentence[slice(*name)],))


def with_name_after(sentence: str, numbered: Numbered, principles: PrincipleSet) -> Numbered:
    """A reference to one principle together with the name written after it, if there is one."""
    found = _with_name_after(sentence, Numbers(numbered.numbers, numbered.start, numbered.end), principles)
    return replace(found, names=numbered.names + found.names)


def _holds(sentence: str, noun: re.Match[str], items: list[Numbered], *, loosely: bool) -> bool:
    """Whether the numbers after the noun are the noun's: not after "i princip" as an idiom, not a count."""
    marked = MARK.match(sentence, items[0].start) is not None
    if marked or any(item.names for item in items):
        return True
    if _contents_row(sentence, noun, items):
        return False
    if loosely:
        return len(_all_numbers(items)) > 1 and not _COUNTED.search(sentence, max(0, noun.start() - 60), noun.start())
    idiom = _IDIOM.search(sentence, max(0, noun.start() - 40), noun.start()) if not noun.group("ending") else None
    if idiom is None:
        return True
    before = (idiom.group("before") or "").casefold()
    end = items[-1].end
    return bool(_SAYS.match(sentence, end) or (_STOPS.match(sentence, end) and before and before not in _COPULAS))


def _contents_row(sentence: str, noun: re.Match[str], items: list[Numbered]) -> bool:
    """Whether the number is a page's: "5.3 Gemensamma principer   14", the row ending with it."""
    blank = not sentence[noun.end() : items[0].start].strip()
    plural = noun.group().lower() in {"principer", "principerna"}
    return plural and blank and len(_all_numbers(items)) == 1 and not sentence[items[0].end :].strip()


def _with_noun(sentence: str, start: int, items: list[Numbered], principles: PrincipleSet) -> Iterator[Numbered]:
    """One reference for the list; one a number where names stand beside them."""
    if any(item.names for item in items):
        yield replace(items[0], start=start)
        yield from items[1:]
        return
    numbers, end = _all_numbers(items), items[-1].end
    if sentence[items[0].start - 1 : items[0].start] == "(" and sentence.startswith(")", end):
        end += 1
    yield with_name_before(sentence, Numbered(numbers, start, end), principles)


def with_name_before(sentence: str, numbered: Numbered, principles: PrincipleSet) -> Numbered:
    """A reference in parentheses together with the name that stands before them: "Öppna upp (princip 3)"."""
    opening = len(sentence[: numbered.start].rstrip())
    inside = sentence.startswith(")", numbered.end) and sentence[opening - 1 : opening] == "("
    if not inside or len(numbered.numbers) > 1:
        return numbered
    name = name_before(sentence, opening - 1, principles)
    if name is None:
        return numbered
    quoted = sentence[name[0] - 1 : name[0]] in set("\"'”“»«")
    start = name[0] - 1 if quoted and name[0] else name[0]
    return Numbered(numbered.numbers, start, numbered.end + 1, (sentence[slice(*name)],))
