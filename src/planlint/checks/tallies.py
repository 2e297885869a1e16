"""Things counted for a message: '12 spårade ändringar', 'Ada (8), Bo (4)', '3 Fokusområden (2), framsidan (1)'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import SHORT, excerpt
from planlint.model.places import path_of
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.model.words import Words

MOST_COUNTED: Final = 6
"""Names told apart in one message; the rest is a number."""

FRONT: Final = Words(sv="framsidan", en="the front page")
PARTS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "header": Words(sv="sidhuvudet", en="the page header"),
        "footer": Words(sv="sidfoten", en="the page footer"),
        "footnotes": Words(sv="fotnoterna", en="the footnotes"),
        "endnotes": Words(sv="slutnoterna", en="the endnotes"),
    }
)
"""What people call the parts of a file beside its body."""
_BODY = Words(sv="brödtexten", en="the body text")
_NAMELESS = Words(sv="okänd", en="unknown")


def noun(number: int, one: Words, many: Words) -> Words:
    """A number with its noun: '1 kommentar', '4 kommentarer'."""
    right = one if number == 1 else many
    return Words(sv=f"{number} {right.sv}", en=f"{number} {right.en}")


def by_author(authors: Iterable[str]) -> Words:
    """How many are whose, most first: 'Ada (8), Bo (4)'."""
    counts = Counter(excerpt(author, SHORT) for author in authors)
    return tally({_named(author): number for author, number in counts.most_common()})


def _named(author: str) -> tuple[str, str]:
    return (author, author) if author else (_NAMELESS.sv, _NAMELESS.en)


def by_place(places: Iterable[Text], plan: Plan) -> Words:
    """How many stand in which chapter or part of the file, in the order of the places."""
    names = (whereabouts(place, plan) for place in places)
    return tally(Counter((name.sv, name.en) for name in names))


def whereabouts(place: Text, plan: Plan) -> Words:
    """The chapter that a place stands in, the front page before the first one, or the part of the file.

    The body as such where it has no headings.
    """
    if place.part != "document":
        kind = place.part.rstrip("0123456789")
        return PARTS.get(kind, Words(sv=place.part, en=place.part))
    path = path_of(plan.landmarks, place)
    if not path:
        return FRONT if plan.landmarks else _BODY
    chapter = excerpt(path[0], SHORT)
    return Words(sv=chapter, en=chapter)


def tally(counts: Mapping[tuple[str, str], int]) -> Words:
    """Names with numbers; beyond the first few only how many more there are. One name alone needs no number.

    Names that hold a comma themselves ('Ada Lund, Tallviks kommun') are set apart by semicolons.
    """
    shown = list(counts.items())[:MOST_COUNTED]
    rest = sum(counts.values()) - sum(number for _, number in shown)
    more = ([f"{rest} till"], [f"{rest} more"]) if rest else ([], [])
    alone = len(counts) == 1
    swedish, english = (
        [name[language] if alone else f"{name[language]} ({number})" for name, number in shown] for language in (0, 1)
    )
    between = "; " if any("," in name for names, _ in shown for name in names) else ", "
    return Words(sv=between.join([*swedish, *more[0]]), en=between.join([*english, *more[1]]))
