"""One thing under several names, or one name in several spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import Wording, wording
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.stems import stem
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.forms.terms import Variants
from planlint.model.framework import Actor
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

_IN_SENTENCE: Final = re.compile(r"[\w,)%][ \u00a0]$")
"""What stands before a word that begins no sentence."""


def term_variant(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """One hit for each thing that goes under several names, is misspelt, or has now a capital and now none.

    The framework's `terms.variants` tell the names; the capitals are those of its actors.
    """
    said = scope.table(wording)
    for variants in scope.framework.terms.variants.values():
        yield from _several(variants, said)
    for actor in scope.framework.actors.values():
        yield from _capitals(actor, said)


def _several(variants: Variants, said: Wording) -> Iterator[Hit]:
    """The names of one thing that stand in the document, if they are more than one or any is a slip."""
    other = _places(variants.unless, said)
    names = {name: places for name in variants.names if (places := _places(name, said, other))}
    slips = _places(variants.slips, said, other)
    if not slips and len(names) < 2:  # noqa: PLR2004 - one name is as it should be
        return
    right = max(names, key=lambda name: len(names[name]), default=(*variants.names, variants.slips)[0])
    odd = sorted([*slips, *(place for name, places in names.items() if name != right for place in places)], key=_order)
    everywhere = sorted([*slips, *(place for places in names.values() for place in places)], key=_order)
    words: dict[str, HitWords] = {"found": _counted(everywhere), "best": right[0].rstrip("*")}
    thing = (*variants.names, variants.slips)[0][0].rstrip("*")
    yield Hit(odd[0], "several" if names else "slip", words, tuple(odd[1:]), subject=Subject("term", thing, thing))


def _places(forms: tuple[str, ...], said: Wording, other: Sequence[Text] = ()) -> list[Text]:
    """Where one of the forms stands, but not inside one of the `other` places."""
    return [place for _, place in said.find_names(forms) if not any(_holds(one, place) for one in other)]


def _holds(outer: Text, inner: Text) -> bool:
    same = (outer.part, outer.paragraph) == (inner.part, inner.paragraph)
    return same and outer.start <= inner.start and inner.end <= outer.end


def _capitals(actor: Actor, said: Wording) -> Iterator[Hit]:
    """A name of an actor that has a capital inside some sentences and none inside others; its inflections as one."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for form in actor.forms:
        if form[:1].islower() and " " not in form and form in said.written and _capital(form) in said.written:
            by_stem[stem(form)].append(form)
    for forms in by_stem.values():
        found = [one for one in said.find_names(forms) if one[0].sort != "heading"]
        small = [place for _, place in found if place.text.islower()]
        large = [place for passage, place in found if _has_capital_inside(passage.text, place)]
        if large and small:
            odd = small if len(large) > len(small) else large
            words: dict[str, HitWords] = {
                "large": _counted(large, cased=True),
                "small": _counted(small, cased=True),
            }
            yield Hit(odd[0], "capital", words, tuple(odd[1:]), subject=Subject("term", forms[0], forms[0]))


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]


def _has_capital_inside(text: Text, place: Text) -> bool:
    """Whether a name has a capital inside a sentence, and is no part of a longer name ("E-råd Fyrbodal")."""
    start, end = place.start - text.start, place.end - text.start
    before = text.text[max(0, start - 30) : start]
    return (
        place.text[0].isupper()
        and not place.text.isupper()
        and _IN_SENTENCE.search(before) is not None
        and not before.split()[-1][0].isupper()
        and not text.text[end : end + 2].strip()[:1].isupper()
    )


def _counted(places: list[Text], *, cased: bool = False) -> Words:
    """'”finansiär” (2), ”finansör” (1)', the commonest first; unless `cased`, a capital makes no other name."""
    written: dict[str, list[str]] = defaultdict(list)
    for place in places:
        name = " ".join(place.text.split())
        written[name if cased else name.casefold()].append(name)
    listed = [(max(names), len(names)) for names in sorted(written.values(), key=len, reverse=True)]
    return Words(
        sv=", ".join(f"”{name}” ({count})" for name, count in listed),
        en=", ".join(f"“{name}” ({count})" for name, count in listed),
    )


def _order(place: Text) -> tuple[bool, int, int]:
    return place.part != "document", place.paragraph, place.start


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "term_variant": CheckSpec(
            term_variant,
            Plan,
            {
                **dict.fromkeys(("slip", "several"), holes("found", "best")),
                "capital": holes("large", "small"),
            },
        )
    }
)
"""By the names that rule files use."""
