"""What a letter's references may lead to: numbers, codes, titles, parts, pages, and the plan's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

from planlint.consult.spots import Places
from planlint.language.folding import fold
from planlint.language.goal_codes import GOAL_CUES, normalise_code
from planlint.language.normalise import normalise, words
from planlint.model.comparison import Sort
from planlint.model.consultation import Sent, Spot, Why
from planlint.model.document import paragraphs
from planlint.model.plan import Plan
from planlint.model.text import Text

FEWEST_WORDS: Final = 3
"""Words that must stand together for a stretch to be told as the plan's own: two are a name or a phrase."""
MOST_PLACES: Final = 50
"""Places of three words that are kept: what stands in more says nothing of where."""
NUMBERED: Final[frozenset[Sort]] = frozenset({"section", "focus_area", "intervention", "stage", "card"})
NAMED: Final[frozenset[Sort]] = NUMBERED | {"principle"}
"""What is known by its title; a term is named only where a letter says that it is one."""
_ENGLISH_CUES: Final = ("goal", "objective", "effect goal")
_WORD: Final = re.compile(r"\w+")
_Key = TypeVar("_Key", str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Pointed:
    """Where words lead: to a spot, or to none and why. `quote` is the plan's words that they repeat, if they do."""

    spot: Spot | None
    why: Why | None = None
    quote: str = ""


class Targets:
    """Everything that references may lead to in one plan."""

    def __init__(self, sent: Sent) -> None:
        self.spots = sent.spots
        self.framework = sent.framework
        self.code = sent.framework.goals.code
        self.cues = (*(sent.framework.goals.cues or GOAL_CUES), *_ENGLISH_CUES)
        self._places = Places(sent.spots)
        self._areas = {
            area.ordinal: (area.heading.place.part, area.heading.place.paragraph) for area in sent.plan.focus_areas
        }
        self._sections, self._appendices = _by_number(sent)
        self.goals = _gathered(
            (normalise_code(one.number), one) for one in sent.spots if one.sort == "goal" and one.number
        )
        self.titles = _gathered((words(one.title), one) for one in sent.spots if one.sort in NAMED and not one.part)
        self.terms = _gathered((words(one.title), one) for one in sent.spots if one.sort == "term")
        self.longest_title = max(map(len, (*self.titles, *self.terms)), default=0)
        self.openings = frozenset(title[0] for title in self.titles if title)
        self._goal_parts = _goal_parts(sent)
        self._rows = _rows(sent.plan, self)
        self._words = _Wording(sent.plan)

    @property
    def whole(self) -> Pointed:
        """The plan as a whole."""
        return Pointed(self.spots[0])

    def numbered(self, number: str, *, sorts: frozenset[Sort] = NUMBERED) -> Pointed:
        """The section, area or intervention with a number."""
        return _one([spot for spot in self._sections.get(number, ()) if spot.sort in sorts])

    def appendix(self, number: str) -> Pointed:
        """The appendix with a number; a section with that number where it is one of a chapter with appendices."""
        return _one(self._appendices.get(number) or (self._sections.get(number, []) if "." in number else []))

    def area(self, number: str) -> Pointed:
        """The focus area with a number, which may be its place among the areas."""
        found = self.numbered(number, sorts=frozenset({"focus_area"}))
        if found.spot is None and number.isdecimal() and int(number) in self._areas:
            place = self._areas[int(number)]
            return _one([one for one in self.spots if (one.place.part, one.place.paragraph) == place and not one.part])
        return found

    def goal(self, code: str) -> Pointed:
        """The goal with a code."""
        return _one(self.goals.get(code, []))

    def principle(self, number: str) -> Pointed:
        """The principle in the plan's own list with a number."""
        return _one([one for one in self.spots if one.sort == "principle" and one.number == number])

    def titled(self, said: tuple[str, ...], sorts: frozenset[Sort] | None = None) -> Pointed | None:
        """What bears just those words as its title; None where nothing does."""
        found = [one for one in self.titles.get(said, ()) if sorts is None or one.sort in sorts]
        return _one(found) if found else None

    def parts(self, spot: Spot) -> Sequence[Spot]:
        """The labelled parts of an intervention, or of the one that a part belongs to."""
        first = spot.index
        while self.spots[first].part:
            first -= 1
        last = first + 1
        while last < len(self.spots) and self.spots[last].part:
            last += 1
        return self.spots[first + 1 : last]

    def goal_part(self, spot: Spot) -> Spot:
        """The part of an intervention that tells its goals; the intervention where it has none."""
        key = normalise(self._goal_parts.get((spot.place.part, spot.place.paragraph), ""))
        return next((part for part in self.parts(spot) if normalise(part.part) == key), spot)

    def beneath(self, spot: Spot) -> range:
        """The indices of a spot and of all that stands under it."""
        end = spot.index + 1
        if spot.index == 0:
            return range(len(self.spots))
        if not spot.part and spot.level is not None:
            while end < len(self.spots) and not self._is_beside(self.spots[end], spot.level):
                end += 1
        return range(spot.index, end)

    def page(self, first: int, last: int) -> Pointed:
        """The innermost section that holds whole pages, by the table of contents; they may lie in several."""
        found = {spot.index for page in {first, last} for spot in self._on_page(page)}
        if not found:
            return Pointed(None, "no-place")
        for index in range(min(found), 0, -1):
            home = self.beneath(self.spots[index])
            if not self.spots[index].part and all(one in home for one in found):
                return Pointed(self.spots[index])
        return Pointed(None, "several")

    def quoted(self, said: str, home: Spot | None) -> Pointed | None:
        """Where words of the plan stand: at or under `home` where they stand there once, else once in the whole plan.

        A goal that an intervention repeats is the goal's own.
        """
        places = self._words.find(said)
        near = self.beneath(home) if home else range(0)
        inside = [place for place in places if self._places.at(place).index in near]
        if len(inside) != 1:
            inside = [place for place in places if not self._words.is_copy(place)]
        return Pointed(self._places.at(inside[0]), quote=inside[0].text) if len(inside) == 1 else None

    def _is_beside(self, other: Spot, level: int) -> bool:
        return not other.part and other.level is not None and other.level <= level

    def _on_page(self, page: int) -> list[Spot]:
        """The sections that a page may hold: those that begin on it, and the one that goes on from before it."""
        pages = [number for number, _ in self._rows]
        begin = bisect_left(pages, page)
        longest = max((after - before for before, after in pairwise(pages)), default=0)
        if not pages or page < pages[0] or page > pages[-1] + longest:
            return []
        here = [spot for number, spot in self._rows[begin:] if number == page]
        return [*([self._rows[begin - 1][1]] if begin else []), *here]


class _Wording:
    """The plan's words by three in a row, with where they stand."""

    def __init__(self, plan: Plan) -> None:
        contents = {_paragraph(row.place) for row in plan.contents}
        every = {
            _paragraph(text): text
            for text in (*plan.texts, *(one for each in plan.interventions for one in each.texts))
        }
        self._texts = [text for key, text in every.items() if key not in contents]
        self._copies = {_paragraph(link.place) for each in plan.interventions for link in each.links if link.goal}
        self._words = [_words(text) for text in self._texts]
        self._starts: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for index, found in enumerate(self._words):
            for at in range(len(found) - FEWEST_WORDS + 1):
                starts = self._starts[tuple(word for word, _, _ in found[at : at + FEWEST_WORDS])]
                if len(starts) < MOST_PLACES:
                    starts.append((index, at))

    def find(self, said: str) -> list[Text]:
        """The places where the words stand, in order."""
        sought = [word for word, _, _ in _words(Text("", 0, 0, said))]
        found: list[Text] = []
        for index, at in self._starts.get(tuple(sought[:FEWEST_WORDS]), ()) if len(sought) >= FEWEST_WORDS else ():
            here = self._words[index][at : at + len(sought)]
            if [word for word, _, _ in here] == sought:
                found.append(self._texts[index].cut(here[0][1], here[-1][2]))
        return found

    def is_copy(self, place: Text) -> bool:
        """Whether the words stand where an intervention repeats a goal."""
        return _paragraph(place) in self._copies


def _words(text: Text) -> list[tuple[str, int, int]]:
    """The words in lower case, each with where it begins and ends in the text."""
    folded = fold(text.text)
    return [(found[0].casefold(), *folded.stretch(*found.span())) for found in _WORD.finditer(folded.text)]


def _one(found: Sequence[Spot]) -> Pointed:
    if not found:
        return Pointed(None, "not-found")
    return Pointed(found[0]) if len(found) == 1 else Pointed(None, "several")


def _gathered(pairs: Iterable[tuple[_Key, Spot]]) -> Mapping[_Key, list[Spot]]:
    found: dict[_Key, list[Spot]] = defaultdict(list)
    for key, spot in pairs:
        found[key].append(spot)
    return dict(found)


def _by_number(sent: Sent) -> tuple[Mapping[str, list[Spot]], Mapping[str, list[Spot]]]:
    """What bears a number, and what bears the number of an appendix ('Bilaga 2')."""
    leads = {_paragraph(one.content): one for one in paragraphs(sent.document.body)}
    sections: list[tuple[str, Spot]] = []
    appendices: list[tuple[str, Spot]] = []
    for spot in sent.spots:
        if spot.sort in NUMBERED and spot.number and not spot.part:
            paragraph = leads.get(_paragraph(spot.place))
            lead = f"{paragraph.number or ''}{paragraph.text[: spot.place.start]}" if paragraph else ""
            (appendices if lead.strip().casefold().startswith("bilag") else sections).append((spot.number, spot))
    return _gathered(sections), _gathered(appendices)


def _goal_parts(sent: Sent) -> dict[tuple[str, int], str]:
    """By where an intervention begins, the label of the part that tells its goals."""
    found = ((each.heading.place, each.part("goal_links")) for each in sent.plan.interventions)
    return {_paragraph(place): part.label.text.strip(" .:;*_–—-") for place, part in found if part}


def _rows(plan: Plan, targets: Targets) -> list[tuple[int, Spot]]:
    """The pages of the table of contents with what begins on them; nothing where they go backwards."""
    rows: list[tuple[int, Spot]] = []
    for row in plan.contents:
        spot = (targets.titled(words(row.title)) or Pointed(None)).spot
        if spot is None and row.number:
            spot = targets.numbered(row.number).spot
        if spot is not None and row.page and row.page.isdecimal():
            rows.append((int(row.page), spot))
    return rows if all(one <= other for (one, _), (other, _) in pairwise(rows)) else []


def _paragraph(text: Text) -> tuple[str, int]:
    return text.part, text.paragraph
