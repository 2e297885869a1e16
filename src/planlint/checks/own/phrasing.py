"""General checks on wording: words to avoid, words to prefer, patterns that must or must not stand somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import AfterValidator

from planlint.checks.own.said import Said, name_of, place_of, texts_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.stems import stem
from planlint.model.finding import Hit
from planlint.model.rule import Strict

LONGEST: Final = 20_000
"""Characters of a paragraph that a pattern is tried on."""

_WORD = re.compile(r"\w+(?:[-\u2011:']\w+)*")


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern} ({error})") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]
"""A regular expression, blind to case."""


class WordingOptions(Strict):
    """`words`: words or phrases that should not stand there; `instead`: what to write; `inflected`: their forms too.

    `part`: only what stands under that part or field of an intervention.
    """

    words: tuple[str, ...]
    instead: str = ""
    inflected: bool = True
    part: str | None = None


class PatternOptions(Strict):
    """`pattern`: a regular expression, blind to case; `must`: whether it has to stand there, or may not.

    `part`: only what stands under that part or field of an intervention.
    """

    pattern: Pattern
    must: Literal["stand", "not-stand"] = "not-stand"
    part: str | None = None


def wording(node: Said, _scope: Scope, options: WordingOptions) -> Iterator[Hit]:
    """A word or a phrase that should not stand there, each time that it does."""
    phrases = frozenset(_key(phrase, inflected=options.inflected) for phrase in options.words)
    for text in texts_of(node, options.part):
        found = list(_WORD.finditer(text.text))
        keys = [_key(word.group(), inflected=options.inflected)[0] for word in found]
        for phrase in phrases:
            for n in range(len(keys) - len(phrase) + 1):
                if tuple(keys[n : n + len(phrase)]) == phrase:
                    place = text.cut(found[n].start(), found[n + len(phrase) - 1].end())
                    yield Hit(place, words={"quote": place.text, "instead": options.instead})


@lru_cache(maxsize=20_000)
def _key(phrase: str, *, inflected: bool) -> tuple[str, ...]:
    words = (word.casefold().replace("\u2011", "-") for word in _WORD.findall(phrase))
    return tuple(stem(word) if inflected else word for word in words) or ("",)


def pattern(node: Said, _scope: Scope, options: PatternOptions) -> Iterator[Hit]:
    """A pattern that stands where it may not, or that is absent where something stands."""
    expression = re.compile(options.pattern, re.IGNORECASE)
    texts = texts_of(node, options.part)
    places = (
        text.cut(found.start(), found.end())
        for text in texts
        for found in expression.finditer(text.text[:LONGEST])
        if found.group()
    )
    if options.must == "not-stand":
        yield from (Hit(place, "found", {"title": name_of(node), "quote": excerpt(place.text)}) for place in places)
    elif texts and next(places, None) is None:
        yield Hit(place_of(node, options.part), "absent", {"title": name_of(node)})


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "wording": CheckSpec(wording, Said, {"default": holes("quote", "instead")}, WordingOptions),
        "pattern": CheckSpec(
            pattern, Said, {"found": holes("title", "quote"), "absent": holes("title")}, PatternOptions
        ),
    }
)
"""By the names that rule files use."""
