"""The document's title, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.tallies import FRONT, PARTS, noun
from planlint.language.normalise import normalise
from planlint.model.control import Control, StatedIn
from planlint.model.finding import Hit
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

_LONGEST_TITLE = 150
"""Characters of a title in a message: titles that differ must be seen to."""
_MOST_TITLES = 6
_WORD = re.compile(r"\w+")
_JOINTS: Final = frozenset({"för", "i", "av", "hos"})
"""What joins a title to whose it is."""
_PROPERTIES = Words(sv="filens egenskaper", en="the file's properties")
_HEADER = Words(sv="sidhuvud", en="page header")
_HEADERS = Words(sv="sidhuvuden", en="page headers")

TitleKey = tuple[str, ...]
"""What titles are compared by: their words; case, white space and dashes do not count."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title where it stands; `where` is the sort of place, `place` is None for the file's properties."""

    words: str
    where: StatedIn | None
    place: Text | None = None

    @property
    def key(self) -> TitleKey:
        return tuple(_WORD.findall(normalise(self.words)))


def title_forms(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Titles that differ between the front page, the headers and the file's properties: one hit that lists every form.

    A title that is cut short at its end, or that goes on into the subtitle, or has more around it, is no other title.
    """
    stated = [_Title(one.text.text, one.where, one.text) for one in node.control.statements if one.key == "title"]
    stated.append(_Title(scope.document.properties.title, None))
    told = [title for title in stated if title.key]
    forms: dict[TitleKey, list[_Title]] = {}
    for title in told:
        own = _agrees(title.key, told[0].key, node.control)
        forms.setdefault(told[0].key if own else title.key, []).append(title)
    first, *others = (form[0].place for form in forms.values()) if forms else (None,)
    if first is not None and others:
        headers = len({title.place.part for title in told if title.place and title.where == "header"})
        words = {"forms": _listed(list(forms.values()), headers)}
        yield Hit(first, words=words, related=tuple(place for place in others if place))


def _agrees(said: TitleKey, title: TitleKey, control: Control) -> bool:
    """Whether a title is the document's, whole or its beginning, with or without the subtitle, or with more around.

    Also where the subtitle's words stand inside it: "Digital agenda för Granå 2026–2028" over "Granå kommun".
    """
    below = [one.text.text for one in control.statements if one.key == "subtitle" and one.where == "front"]
    subtitle = [control.subtitle.text] if control.subtitle else []
    under = _WORD.findall(normalise(" ".join(below or subtitle)))
    whole = (*title, *under)
    inside = any(said[i : i + len(title)] == title for i in range(len(said)))
    woven = tuple(word for word in said if word in title) == title and {*said} <= {*title, *under, *_JOINTS}
    return inside or whole[: len(said)] == said or woven


def _listed(forms: Sequence[Sequence[_Title]], headers: int) -> Words:
    """'”A” (framsidan, filens egenskaper), ”B” (sidhuvudet)' in either language."""
    shown = [(excerpt(form[0].words, _LONGEST_TITLE), _places(form, headers)) for form in forms[:_MOST_TITLES]]
    return Words(
        sv=", ".join(f"”{title}” ({places.sv})" for title, places in shown),
        en=", ".join(f"“{title}” ({places.en})" for title, places in shown),
    )


def _places(form: Sequence[_Title], headers: int) -> Words:
    """Where a form stands; of several page headers, how many have it."""
    names = []
    for where in dict.fromkeys(title.where for title in form):
        number = len({title.place.part for title in form if title.place and title.where == where})
        if where == "header" and headers > 1:
            names.append(noun(number, _HEADER, _HEADERS))
        else:
            names.append(_PROPERTIES if where is None else PARTS.get(where, FRONT))
    return Words(sv=", ".join(name.sv for name in names), en=", ".join(name.en for name in names))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {"title_forms": CheckSpec(title_forms, Plan, {"default": holes("forms")})}
)
"""By the names that rule files use."""
