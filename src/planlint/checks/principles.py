"""References to the principles for digital collaboration, and the plan's own list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt, principle_names
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import same_words
from planlint.language.principles import match_title, suggest
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.framework import Principle, PrincipleSet
from planlint.model.plan import Intervention, ListedPrinciple, Plan, PrincipleMention
from planlint.model.rule import Strict
from planlint.model.text import Text

PART = "principles"

_AFTER_NAME = re.compile(r"\s*[.:;–—(]|\s-\s")  # no official title holds any of these
_QUOTES = "”“\"’'»« \u00a0"


class SuggestionOptions(Strict):
    """`most`: how many principles are suggested at most."""

    most: int


def missing_principle(node: Intervention, scope: Scope, options: SuggestionOptions) -> Iterator[Hit]:
    """An intervention that refers to no principle; a wording that only may mean one is asked about."""
    principles = scope.principles
    if principles is None or not scope.requires(PART) or any(not mention.loose for mention in node.principles):
        return
    words = {"title": node.heading.title}
    loose = next((mention for mention in node.principles if mention.numbers), None)
    if loose:
        asked = {"quote": excerpt(loose.place.text), "principle": principle_names(loose.numbers, principles)}
        yield Hit(loose.place, "loose", {**words, **asked}, suggestion=asked["principle"], undecided=True)
        return
    fitting = suggest((text.text for text in node.texts), principles, options.most)
    named = principle_names((principle.number for principle in fitting), principles)
    if named:
        yield Hit(node.heading.place, "suggested", {**words, "suggestions": named}, suggestion=named)
    else:
        yield Hit(node.heading.place, "bare", words)


def unknown_principle(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A number that the set does not have, in a reference or beside a title of the plan's own list."""
    if scope.principles is None:
        return
    known = _by_number(scope.principles)
    for number, name, place in _numbers(node, scope.principles):
        if number not in known:
            words: dict[str, HitWords] = {"number": number, "set": scope.principles.document}
            words |= {"first": min(known), "last": max(known)}
            subject = Subject("principle", str(number), place.text)
            meant = match_title(name, scope.principles)
            if meant:
                named: dict[str, HitWords] = {"name": meant.title, "other": meant.number}
                yield Hit(place, "named", {**words, **named}, suggestion=str(meant.number), subject=subject)
            else:
                yield Hit(place, words=words, subject=subject)


def _numbers(plan: Plan, principles: PrincipleSet) -> Iterator[tuple[int, str, Text]]:
    """Every number that stands for a principle, with the name beside it ('' for none) and its place.

    One in the plan's own list that stands beside another's title is only a wrong number there.
    """
    for mention in plan.mentions:
        names = dict(_pairs(mention))
        for number in mention.numbers:
            yield number, names.get(number, ""), mention.place
    for listed in plan.principles:
        if match_title(_name(listed).text, principles) is None:
            yield listed.number, "", _name(listed)


def mismatched_principle(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A number with the name of another principle beside it."""
    if scope.principles is None:
        return
    known = _by_number(scope.principles)
    for mention in node.mentions:
        for number, name in _pairs(mention):
            named = match_title(name, scope.principles)
            if named and number in known and named.number != number:
                words: dict[str, HitWords] = {"quote": excerpt(mention.place.text), "name": excerpt(name)}
                words |= {"number": number, "official": known[number].title, "other": named.number}
                yield Hit(mention.place, words=words, subject=Subject("principle", str(number), known[number].title))


def _pairs(mention: PrincipleMention) -> Iterator[tuple[int, str]]:
    """The numbers with the names that stand beside them."""
    if mention.by == "number":
        yield from zip(mention.numbers, mention.names, strict=False)


def uncovered_principles(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Principles that no intervention refers to, where some are referred to: one hit for the plan."""
    if scope.principles is None:
        return
    known = _by_number(scope.principles)
    sure = [mention for one in node.interventions for mention in one.principles if not mention.loose]
    covered = {number for mention in sure for number in mention.numbers if number in known}
    left = [number for number in known if number not in covered]
    if covered and left:
        chapter = node.chapter(scope.framework.interventions.chapter) or node.chapter(PART)
        place = chapter.heading.place if chapter else node.interventions[0].heading.place
        named = principle_names(left, scope.principles)
        yield Hit(place, words={"count": len(left), "all": len(known), "principles": named})


def _name(listed: ListedPrinciple) -> Text:
    """The title alone, where an explanation follows it on the same line, without quotation marks around it."""
    found = _AFTER_NAME.search(listed.title.text)
    return (listed.title.cut(0, found.start()) if found else listed.title).strip(_QUOTES)


def incomplete_principle_list(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """The plan's own list, where it has one: principles that it lacks, repeats, or gives another number."""
    if scope.principles is None or not node.principles:
        return
    first: dict[int, ListedPrinciple] = {}
    for listed in node.principles:
        title = _name(listed)
        meant = match_title(title.text, scope.principles)
        number = meant.number if meant else listed.number
        words: dict[str, HitWords] = {"number": number, "title": excerpt(title.text)}
        if number in first:
            yield Hit(title, "repeated", words, related=(first[number].title,))
        elif number != listed.number:
            yield Hit(title, "misnumbered", {**words, "written": listed.number})
        first.setdefault(number, listed)
    missing = [number for number in _by_number(scope.principles) if number not in first]
    if missing:
        chapter = node.chapter(PART)
        place = chapter.heading.place if chapter else node.principles[0].title
        yield Hit(place, "missing", {"principles": principle_names(missing, scope.principles)})


def deviating_principle_title(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A title in the plan's own list that is not the official one. Case and final punctuation do not count."""
    for listed in node.principles if scope.principles else ():
        title, official = _name(listed), _official(listed, scope.principles)
        if official and title and not same_words(title.text, official.title):
            yield Hit(
                title,
                words={"number": official.number, "official": official.title, "title": excerpt(title.text)},
                suggestion=official.title,
                subject=Subject("principle", str(official.number), title.text),
            )


def _official(listed: ListedPrinciple, principles: PrincipleSet | None) -> Principle | None:
    """The principle that an entry of the list is: by its title, else by its number."""
    if principles is None:
        return None
    return match_title(_name(listed).text, principles) or _by_number(principles).get(listed.number)


def _by_number(principles: PrincipleSet) -> dict[int, Principle]:
    return {principle.number: principle for principle in principles.principles}


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_principle": CheckSpec(
            missing_principle,
            Intervention,
            {
                "suggested": holes("title", "suggestions"),
                "bare": holes("title"),
                "loose": holes("title", "quote", "principle"),
            },
            SuggestionOptions,
        ),
        "unknown_principle": CheckSpec(
            unknown_principle,
            Plan,
            {
                "default": holes("number", "set", "first", "last"),
                "named": holes("number", "set", "first", "last", "name", "other"),
            },
        ),
        "mismatched_principle": CheckSpec(
            mismatched_principle, Plan, {"default": holes("quote", "number", "official", "name", "other")}
        ),
        "uncovered_principles": CheckSpec(uncovered_principles, Plan, {"default": holes("count", "all", "principles")}),
        "incomplete_principle_list": CheckSpec(
            incomplete_principle_list,
            Plan,
            {
                "repeated": holes("number", "title"),
                "misnumbered": holes("number", "title", "written"),
                "missing": holes("principles"),
            },
        ),
        "deviating_principle_title": CheckSpec(
            deviating_principle_title, Plan, {"default": holes("number", "official", "title")}
        ),
    }
)
"""By the names that rule files use."""
